#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes nanocap_VERSION_ARCH.deb for the machine it runs on, in the project's folder or in $1.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/packages.sh"
target=$(cd "${1:-$root}" && pwd) || exit 1

say "Nanocap: install what is missing, build, make a Debian package"
install_missing $build_packages $package_tools
directory=$root/build-deb
# The package has the very objects the tests run with; only the links are made as Debian makes them.
LDFLAGS="$(dpkg-buildflags --get LDFLAGS) -Wl,--as-needed"
export LDFLAGS
build "$directory" "" -DNANOCAP_TESTS=OFF -DNANOCAP_FROM_SOURCE_TREE=OFF -DCMAKE_INSTALL_PREFIX=/usr
make_package "$directory" "$target"
