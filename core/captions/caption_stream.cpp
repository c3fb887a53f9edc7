// SPDX-License-Identifier: Apache-2.0
#include "core/captions/caption_stream.h"

#include <QBuffer>

namespace nanocap::captions {

namespace {
constexpr QSize largestThumbnail{160, 120};

/// JPEG; as pixels it would be twenty times as much.
QByteArray thumbnailOf(const QImage& picture)
{
    const bool large =
        picture.width() > largestThumbnail.width() || picture.height() > largestThumbnail.height();
    QBuffer buffer;
    (large ? picture.scaled(largestThumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation) : picture)
        .save(&buffer, "JPEG");
    return buffer.data();
}

} // namespace

void CaptionStream::begin(const QString& model)
{
    m_model = model;
    clear();
    m_latency.clear();
    m_requested = false;
}

bool CaptionStream::see(const Frame& frame)
{
    m_stopped.reset();
    if (frame.scene == m_scene)
        return false;
    m_scene = frame.scene;
    return clear();
}

bool CaptionStream::stayAt(quint64 frame)
{
    m_stopped = frame;
    return m_current && m_current->frame.number != frame && clear();
}

bool CaptionStream::clear()
{
    m_stabilizer.reset();
    const bool stood = m_current.has_value();
    m_current.reset();
    return stood;
}

bool CaptionStream::take(CaptionResult result)
{
    m_latency.add(result.latencyMs, static_cast<double>(result.doneMs));
    if (result.frame.scene != m_scene || (m_stopped && result.frame.number != *m_stopped))
        return false;
    const double mean = meanLogProbability(result.caption);
    const CaptionStabilizer::Milliseconds now(result.doneMs);
    const std::string& text = result.caption.text;
    bool changes = m_stabilizer.offer(text, mean, now);
    if (m_requested || m_stopped) {
        m_requested = false;
        m_stabilizer.force(text, mean, now);
        changes = true;
    }
    // The same text seen again may have become surer or less sure.
    if (!changes && text != m_stabilizer.shown())
        return false;
    const bool isNew = !m_current || m_current->caption.text != text;
    m_current = std::move(result);
    if (isNew)
        remember(*m_current);
    return true;
}

void CaptionStream::remember(const CaptionResult& result)
{
    PastCaption past{result.caption,      thumbnailOf(result.frame.picture),
                     result.frame.number, result.frame.origin,
                     result.frame.item,   result.doneMs,
                     result.latencyMs,    m_model};
    past.caption.attention.clear();
    m_history.push_front(std::move(past));
    if (m_history.size() > longestHistory)
        m_history.pop_back();
}

} // namespace nanocap::captions
