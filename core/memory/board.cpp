// SPDX-License-Identifier: Apache-2.0
#include "core/memory/board.h"

#include "core/memory/file_text.h"

namespace nanocap::memory {

bool isTegraX1()
{
    const auto text = readSmallFile("/proc/device-tree/compatible", 4096);
    return text && text->find("nvidia,tegra210") != std::string::npos;
}

} // namespace nanocap::memory
