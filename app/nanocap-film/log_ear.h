// SPDX-License-Identifier: Apache-2.0
// LogEar: listens to what FFmpeg would print, because some of its decoders tell of a damaged picture in no
// other way. One thread.
#pragma once

#include <string>

namespace nanocap::film::log_ear {

/// From now on nothing is printed.
void open();
/// Errors of decoders since the program started.
unsigned decoderErrors();
/// The first error of any part since the program started, without its line end.
const std::string& firstError();
/// Whether a demuxer missed the index of an MP4 or MOV file.
bool missedIndex();

} // namespace nanocap::film::log_ear
