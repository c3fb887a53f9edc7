// SPDX-License-Identifier: Apache-2.0
// The one place that knows which class serves which source URI.
#pragma once

#include "app/sources/frame_source.h"
#include "core/base/failure.h"

#include <memory>

namespace nanocap::sources {

/// A source that is Off. Call in the GUI thread. Fails as SOURCE when the URI, the file, the folder, the
/// cards or the GStreamer helper are not there; what only opening can tell (no camera, a broken video or
/// pipeline) is told later by the source's state and failure(), with code CAMERA or SOURCE.
Result<std::unique_ptr<FrameSource>> createSource(const QString& uri, const SourceOptions& options = {});

} // namespace nanocap::sources
