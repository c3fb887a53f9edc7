// SPDX-License-Identifier: Apache-2.0
// What a screen reader is told of the widgets that paint themselves: the gauge as a bar with a value, the
// steps of a load as a list with its lines.
#pragma once

namespace nanocap::ui {

/// Called by the widgets themselves before anybody asks about them; more often than once does no harm.
void installAccessibleWidgets();

} // namespace nanocap::ui
