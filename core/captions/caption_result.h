// SPDX-License-Identifier: Apache-2.0
// What reaches the window for every caption.
#pragma once

#include "core/captions/frame.h"
#include "core/engine/engine.h"

#include <QMetaType>

namespace nanocap::captions {

/// A caption with the frame it belongs to.
struct CaptionResult
{
    engine::Caption caption;
    Frame frame;
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

} // namespace nanocap::captions

Q_DECLARE_METATYPE(nanocap::captions::CaptionResult)
Q_DECLARE_METATYPE(nanocap::captions::LatencyStatistics)
