#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes nanocap_VERSION_ARCH.deb in the project's folder (or in $1), for the machine it runs on.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/packages.sh"
target=$(cd "${1:-$root}" && pwd) || exit 1

say "Nanocap: install what is missing, build, make a Debian package"
install_missing $build_packages dpkg-dev gzip
build "$root/build-deb" "" -DNANOCAP_TESTS=OFF -DCMAKE_INSTALL_PREFIX=/usr
rm -f "$root"/build-deb/nanocap_*.deb
( cd "$root/build-deb" && step "Packing" cpack -G DEB ) || exit 1
for package in "$root"/build-deb/nanocap_*.deb; do
    mv "$package" "$target/" || exit 1
    say "Made $target/$(basename "$package") ($(du -h "$target/$(basename "$package")" | cut -f1)). Install it with:"
    echo "   apt install $target/$(basename "$package")"
done
