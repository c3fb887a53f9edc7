// SPDX-License-Identifier: Apache-2.0
// Pages of program files and libraries: memory the kernel can take back and read again, if it is told that it
// may.
#pragma once

namespace nanocap::memory {

/// Marks the file pages this process has mapped as the first to go (MADV_COLD, kernel 5.4 and newer; without
/// effect on older ones). Nothing is unmapped or read again unless memory is really taken; the pages then
/// count as inactive_file, which is what a cgroup's available memory is computed from. For a clean-up before
/// a refusal, not for every row.
void markFilePagesCold();

} // namespace nanocap::memory
