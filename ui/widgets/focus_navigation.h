// SPDX-License-Identifier: Apache-2.0
// Moves the keyboard focus with the arrow keys by where things are on the screen (also serves GPIO buttons).
#pragma once

#include <QWidget>

namespace nanocap::ui {

/// Focuses what an arrow key means inside `root`: Left and Right the nearest in their direction; Up and Down
/// go through everything, column by column, and begin again at the end, so that Up, Down, Enter and Esc are
/// enough. False if there is nothing else.
bool moveFocus(QWidget* root, int key);

} // namespace nanocap::ui
