# SPDX-License-Identifier: Apache-2.0
# Cross building for Debian 12 arm64, with the compiler and Qt's tools of this machine, against a folder made by sysroot.sh:
#   cmake -S . -B build-arm64 -G Ninja -DCMAKE_TOOLCHAIN_FILE=packaging/arm64/toolchain.cmake -DNANOCAP_SYSROOT=DIR
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_LIBRARY_ARCHITECTURE aarch64-linux-gnu)
set(NANOCAP_SYSROOT "" CACHE PATH "Debian 12 for arm64")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES NANOCAP_SYSROOT)
set(CMAKE_SYSROOT ${NANOCAP_SYSROOT})
set(CMAKE_C_COMPILER aarch64-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)

set(CMAKE_FIND_ROOT_PATH ${NANOCAP_SYSROOT})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ENV{PKG_CONFIG_SYSROOT_DIR} ${NANOCAP_SYSROOT})
set(ENV{PKG_CONFIG_LIBDIR}
  ${NANOCAP_SYSROOT}/usr/lib/aarch64-linux-gnu/pkgconfig:${NANOCAP_SYSROOT}/usr/share/pkgconfig)

# moc and rcc are found by QT_HOST_PATH; lrelease would be the board's own.
set(QT_HOST_PATH /usr)
execute_process(COMMAND dpkg-architecture -qDEB_HOST_MULTIARCH OUTPUT_VARIABLE host OUTPUT_STRIP_TRAILING_WHITESPACE)
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/${host}/cmake)
set(Qt6LinguistTools_DIR ${QT_HOST_PATH_CMAKE_DIR}/Qt6LinguistTools CACHE PATH "lrelease of this machine")
