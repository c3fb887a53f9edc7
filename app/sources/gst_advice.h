// SPDX-License-Identifier: Apache-2.0
// What to tell a person about a pipeline that does not run: GStreamer's words with what to do beside them.
#pragma once

#include "app/pipeline/launch_line.h"
#include "app/sources/gst_wire.h"
#include "core/base/sentence.h"

#include <QString>

namespace nanocap::sources {

/// One clause without a full stop, to stand after "cannot be opened:". `text`: of the last message.
Sentence gstAdvice(gst::Word end, const QString& text);

/// The Debian package that has an element ("h264parse") or decoder ("H.264 decoder"); empty when none is
/// known.
QString packageOf(const QString& name);

/// Why a line for gst-launch-1.0 cannot be used: a sentence.
Sentence lineAdvice(const pipeline::LineProblem& problem);

} // namespace nanocap::sources
