// SPDX-License-Identifier: Apache-2.0
// Moves the keyboard focus with the arrow keys by where things are on the screen (also serves GPIO buttons).
#pragma once

#include <QWidget>

namespace nanocap::ui {

/// Focuses the nearest focusable widget inside `root` in the direction of an arrow key. False if there is
/// none.
bool moveFocus(QWidget* root, int key);

} // namespace nanocap::ui
