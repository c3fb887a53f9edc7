// SPDX-License-Identifier: Apache-2.0
// What comes out of the model for one frame.
#pragma once

#include "core/captions/frame.h"
#include "core/engine/engine.h"

#include <QMetaType>

namespace nanocap::captions {

/// A caption with the frame it was said of.
struct CaptionResult
{
    engine::Caption caption;
    Frame frame;
    double latencyMs = 0; ///< from taking the frame to having the words
    qint64 doneMs = 0;    ///< when it was ready, in captions::nowMs
};

/// Mean natural log-probability of the words, the final <end> included; -infinity for none.
double meanLogProbability(const engine::Caption& caption);

} // namespace nanocap::captions

Q_DECLARE_METATYPE(nanocap::captions::CaptionResult)
