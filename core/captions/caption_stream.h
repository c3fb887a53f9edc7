// SPDX-License-Identifier: Apache-2.0
// CaptionStream: the current caption, and what came before it. The one place that decides what stands under
// the picture: words that were said of what is to be seen there now, or nothing. Plain values, no clock of
// its own (results carry the time); one thread.
#pragma once

#include "core/captions/caption_result.h"
#include "core/captions/caption_stabilizer.h"
#include "core/captions/latency.h"

#include <QByteArray>

#include <deque>
#include <optional>

namespace nanocap::captions {

/// A caption that stood under the picture, with a small copy of the picture it was said of.
struct PastCaption
{
    engine::Caption caption;
    QByteArray thumbnail; ///< JPEG, at most 160 x 120 pixels; a hundred stand in memory all day
    quint64 frame = 0;
    QString origin, item;
    qint64 doneMs = 0; ///< captions::nowMs
    double latencyMs = 0;
    QString model; ///< as CaptionStream::begin was told
};

class CaptionStream
{
public:
    static constexpr std::size_t longestHistory = 100;

    /// Another model, by its id: its statistics begin anew, nothing stands; the history stays.
    void begin(const QString& model = {});
    /// `frame` is in view now. A caption of another scene goes; true when one went.
    bool see(const Frame& frame);
    /// `frame` was the last one: only what was said of that very picture may stand. True when a caption went.
    bool stayAt(quint64 frame);
    /// Nothing may stand until the next caption: there is no picture, or the engine is silent. True when one
    /// went.
    bool clear();
    /// The next caption is shown at once, whatever stood there: the person asked for it.
    void expectRequested() { m_requested = true; }
    /// A caption is ready. False when what stands is the same as before, also when it came too late.
    bool take(CaptionResult result);
    /// What visitors saw before is nobody's business any more.
    void forget() { m_history.clear(); }

    /// What stands under the picture.
    const std::optional<CaptionResult>& current() const { return m_current; }
    /// What stood there, newest first, the current one included.
    const std::deque<PastCaption>& history() const { return m_history; }
    LatencyStatistics statistics() const { return m_latency.statistics(); }

private:
    void remember(const CaptionResult& result);

    CaptionStabilizer m_stabilizer;
    Latency m_latency;
    std::optional<CaptionResult> m_current;
    std::deque<PastCaption> m_history;
    QString m_model;
    quint64 m_scene = 0;              ///< in view
    std::optional<quint64> m_stopped; ///< number of the frame that stays in view
    bool m_requested = false;
};

} // namespace nanocap::captions
