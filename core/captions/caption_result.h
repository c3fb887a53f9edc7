// SPDX-License-Identifier: Apache-2.0
// What reaches the window for every caption.
#pragma once

#include "core/engine/engine.h"

#include <QImage>
#include <QMetaType>

namespace nanocap::worker {

/// A caption with the frame it belongs to.
struct CaptionResult
{
    engine::Caption caption;
    QImage frame;
    double latencyMs = 0; ///< from taking the frame to having the words
    quint64 number = 0;   ///< counted from 1 since the load
};

/// Latency of the last 30 captions, in milliseconds; `count` is of all.
struct LatencyStatistics
{
    quint64 count = 0;
    double last = 0, mean = 0, median = 0, min = 0, max = 0, deviation = 0;
    double captionsPerSecond = 0;
};

} // namespace nanocap::worker

Q_DECLARE_METATYPE(nanocap::worker::CaptionResult)
Q_DECLARE_METATYPE(nanocap::worker::LatencyStatistics)
