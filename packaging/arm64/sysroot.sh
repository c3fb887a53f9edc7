#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# sysroot.sh DIR: Debian 12 for arm64 to build and to run against, unpacked from packages; no program of it is run, and
# nothing of this machine's own packages changes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../packages.sh"
folder=$1
test_libraries="libgtest-dev libgmock-dev libbenchmark-dev"
# shellcheck disable=SC2086
list=$(printf '%s,' libc6-dev libstdc++-12-dev fontconfig-config $build_libraries $runtime_packages $test_libraries)
if [ "$(cat "$folder/.packages" 2>/dev/null)" = "$list" ]; then
    exit 0
fi
rm -rf "$folder" "$folder.new"
debian_sources > "$folder.list"
# What else this machine's apt has to be told of (a key, a proxy) is in its own configuration, which mmdebstrap reads.
mmdebstrap --variant=extract --architectures=arm64 --include="${list%,}" --aptopt='APT::Install-Recommends "false"' \
    --aptopt='Acquire::Languages "none"' bookworm "$folder.new" "$folder.list"
rm -f "$folder.list"
cd "$folder.new"
# What the packages' scripts would have chosen.
libraries=usr/lib/aarch64-linux-gnu
for choice in blas.so.3 lapack.so.3 openblas.so.0; do
    ln -sfn "openblas-pthread/lib$choice" "$libraries/lib$choice"
done
# An absolute link would lead to this machine's file of that name.
find . -xdev -type l -lname '/*' ! -path './usr/share/doc/*' | while read -r link; do
    target=$(readlink "$link")
    [ ! -e ".$target" ] || ln -sfn "$(realpath -m --relative-to="$(dirname "$link")" ".$target")" "$link"
done
printf '%s' "$list" > .packages
cd / && mv "$folder.new" "$folder"
