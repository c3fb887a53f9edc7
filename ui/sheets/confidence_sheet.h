// SPDX-License-Identifier: Apache-2.0
// How sure the model is: what the hedge over a caption and the lines under its words mean, and one caption of
// the history word by word.
#pragma once

#include "core/captions/caption_stream.h"
#include "ui/widgets/sheet.h"

namespace nanocap::ui {

SheetContent confidenceSheet();
SheetContent pastCaptionSheet(const captions::PastCaption& past);

} // namespace nanocap::ui
