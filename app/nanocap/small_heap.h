// SPDX-License-Identifier: Apache-2.0
// A heap that stays as small as it was: what a window that runs all day asks of the C library before anything
// is made.
#pragma once

namespace nanocap::app {

/// Call first in main(). Frames become mappings of their own, given back as soon as they are dropped (by
/// itself the C library stops doing so after the first one and keeps them in the heap), and threads share two
/// arenas.
void keepHeapSmall();

} // namespace nanocap::app
