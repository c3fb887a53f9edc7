// SPDX-License-Identifier: Apache-2.0
#include "core/memory/file_pages.h"

#include <cstdint>
#include <cstdio>
#include <sys/mman.h>

namespace nanocap::memory {

void markFilePagesCold()
{
#ifdef MADV_COLD
    FILE* maps = std::fopen("/proc/self/maps", "re");
    if (!maps)
        return;
    // "7f1c2e000000-7f1c2e028000 r-xp 00000000 fe:00 1234   /usr/lib/libtorch_cpu.so": a mapping of a file
    // has an inode.
    char line[512];
    while (std::fgets(line, sizeof line, maps)) {
        std::uintptr_t begin = 0, end = 0;
        unsigned long inode = 0;
        char mode[5] = {};
        if (std::sscanf(line, "%lx-%lx %4s %*s %*s %lu", &begin, &end, mode, &inode) == 4 && inode != 0 &&
            mode[0] == 'r' && mode[1] != 'w')
            ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_COLD);
    }
    std::fclose(maps);
#endif
}

} // namespace nanocap::memory
