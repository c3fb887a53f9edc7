#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes nanocap_VERSION_arm64.deb on an amd64 machine, in the project's folder or in $1. Debian's libraries for arm64 are
# unpacked into build-sysroot-arm64 (2 GB); no program of them is run. tests/arm64.sh tries out what was built.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/packages.sh"
target=$(cd "${1:-$root}" && pwd) || exit 1

say "Nanocap: install what is missing, build for arm64, make a Debian package"
install_missing $build_packages $package_tools $cross_tools
sysroot=$root/build-sysroot-arm64
step "Unpacking Debian's libraries for arm64" sh "$root/packaging/arm64/sysroot.sh" "$sysroot"

# dpkg-shlibdeps knows the libraries of this machine only; both architectures are built from the same sources of Debian,
# so what the package depends on here it depends on there. apt is asked below whether it can have all of it.
here=$(dpkg --print-architecture)
version=$(sed -n 's/^project(Nanocap VERSION \([^ ]*\) .*/\1/p' "$root/CMakeLists.txt")
own=$target/nanocap_${version}_$here.deb
[ -f "$own" ] || sh "$root/packaging/deb.sh" "$target" || exit 1
depends=$(dpkg-deb -f "$own" Depends)

LDFLAGS="$(dpkg-buildflags --get LDFLAGS) -Wl,--as-needed"
export LDFLAGS
build "$root/build-arm64" "" -DCMAKE_TOOLCHAIN_FILE="$root/packaging/arm64/toolchain.cmake" -DNANOCAP_SYSROOT="$sysroot" \
    -DNANOCAP_TESTS=OFF -DNANOCAP_FROM_SOURCE_TREE=OFF -DCMAKE_INSTALL_PREFIX=/usr \
    -DNANOCAP_DEB_ARCHITECTURE=arm64 "-DNANOCAP_DEB_DEPENDS=$depends"
make_package "$root/build-arm64" "$target"

apt=$root/build-arm64/apt
mkdir -p "$apt/lists/partial" "$apt/archives/partial"
debian_sources > "$apt/sources.list"
arm64_apt() {
    apt-get -o APT::Architecture=arm64 -o APT::Architectures=arm64 -o Dir::Etc::SourceList="$apt/sources.list" \
        -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists="$apt/lists" -o Dir::State::Status=/dev/null \
        -o Dir::Cache="$apt" -o Acquire::Languages=none "$@"
}
step "Asking apt whether an arm64 machine can install it" arm64_apt update -qq
package=$target/nanocap_${version}_arm64.deb
step "Counting" arm64_apt -s install --no-install-recommends "$package" > "$apt/plan.txt"
say "With $(grep -c '^Inst' "$apt/plan.txt") packages, itself among them."
