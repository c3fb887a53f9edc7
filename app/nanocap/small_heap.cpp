// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/small_heap.h"

#include <malloc.h>

namespace nanocap::app {

void keepHeapSmall()
{
    ::mallopt(M_ARENA_MAX, 2);
    ::mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    ::mallopt(M_TRIM_THRESHOLD, 256 * 1024);
}

} // namespace nanocap::app
