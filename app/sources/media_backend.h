// SPDX-License-Identifier: Apache-2.0
// Which of Qt Multimedia's backends the program runs on.
#pragma once

namespace nanocap::sources {

/// Makes Qt Multimedia take its FFmpeg backend where it is installed and the user has not chosen one by
/// QT_MEDIA_BACKEND: after one video the window holds some 40 MB less than with the GStreamer backend. Must
/// run before the first use of Qt Multimedia; later calls change nothing.
void preferLightMediaBackend();

} // namespace nanocap::sources
