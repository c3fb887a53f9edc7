// SPDX-License-Identifier: Apache-2.0
// The one word for where pictures come from, wherever the window names it: camera, film, pictures, cards.
#pragma once

#include "core/captions/source_state.h"
#include "ui/style/icons.h"

#include <QString>

namespace nanocap::ui {

using captions::SourceState;

enum class SourceName { Camera, Film, Pictures, Cards };

/// "Camera", "Film", "Pictures", "Cards".
QString sourceName(SourceName source);
Icon sourceIcon(SourceName source);
/// "Camera on", "Film", "Camera off", "No picture": what the light beside it shows, in one or two words.
QString sourceStateText(SourceState state, SourceName source);

} // namespace nanocap::ui
