// SPDX-License-Identifier: Apache-2.0
// Which board this is, where that changes what must be done.
#pragma once

namespace nanocap::memory {

/// A Tegra X1 (the Jetson Nano's processor): OpenBLAS mistakes its cores for newer ones and then uses
/// instructions they lack, unless OPENBLAS_CORETYPE says ARMV8.
bool isTegraX1();

} // namespace nanocap::memory
