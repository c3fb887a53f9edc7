// SPDX-License-Identifier: Apache-2.0
// State of the picture source, as far as the person at the screen must know it.
#pragma once

#include <QMetaType>

namespace nanocap::ui {

enum class SourceState { None, Off, Starting, On, Busy, NoFrames, Unplugged, Finished };

} // namespace nanocap::ui

Q_DECLARE_METATYPE(nanocap::ui::SourceState)
