// SPDX-License-Identifier: Apache-2.0
#include "app/sources/images_source.h"

#include "core/captions/picture_file.h"

namespace nanocap::sources {

ImagesSource::ImagesSource(const QString& uri, QStringList files, const SourceOptions& options,
                           QObject* parent)
    : FrameSource(uri, options, parent), m_files(std::move(files)), m_hold(this), m_reader(this)
{
    m_reader.setMaxThreadCount(1);
    m_hold.setSingleShot(true);
    m_hold.setInterval(int(options.imageHold.count()));
    connect(&m_hold, &QTimer::timeout, this, &ImagesSource::advance);
}

ImagesSource::~ImagesSource()
{
    mailbox()->close();
    m_reader.clear();
    m_reader.waitForDone();
}

void ImagesSource::start()
{
    if (state() == SourceState::Starting || state() == SourceState::On)
        return;
    if (state() == SourceState::Finished || state() == SourceState::Failed)
        m_index = -1;
    else if (m_index >= 0)
        --m_index;
    setState(SourceState::Starting, said("Sources", "Reading the first picture."));
    readNext();
}

void ImagesSource::stop()
{
    if (state() == SourceState::Off)
        return;
    m_hold.stop();
    mailbox()->nextEpoch();
    m_shown = false;
    setState(SourceState::Off, said("Sources", "Paused."));
}

void ImagesSource::advance()
{
    if (state() == SourceState::On && m_shown)
        readNext();
}

void ImagesSource::frameArrived()
{
    m_shown = true;
    if (m_hold.intervalAsDuration().count() > 0)
        m_hold.start();
}

void ImagesSource::readNext()
{
    m_hold.stop();
    m_shown = false;
    if (++m_index >= m_files.size()) {
        finish();
        return;
    }
    const QString path = m_files[m_index];
    const quint64 epoch = mailbox()->epoch();
    m_reader.start([this, path, epoch, index = m_index, box = mailbox()] {
        const Result<QImage> picture = captions::readPicture(path);
        if (picture) {
            box->post(*picture, epoch, {path, quint64(index) + 1});
            return;
        }
        QMetaObject::invokeMethod(
            this, [this, epoch, index, failure = picture.error()] { pictureRefused(epoch, index, failure); },
            Qt::QueuedConnection);
    });
}

void ImagesSource::pictureRefused(quint64 epoch, qsizetype index, const Failure& failure)
{
    if (epoch != mailbox()->epoch() || index != m_index)
        return;
    Q_EMIT imageFailed(m_files[index], failure);
    // Whoever heard of it may have stopped the source.
    if (epoch == mailbox()->epoch() && index == m_index)
        readNext();
}

void ImagesSource::finish()
{
    setState(SourceState::Finished, said("Sources", "All pictures have been shown."));
    Q_EMIT finished();
}

} // namespace nanocap::sources
