#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds, and opens the window on the built-in model and the built-in cards. Without a
# display it captions the demonstration cards in the terminal. Arguments are passed on to nanocap.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/packages.sh"

say "Nanocap: install what is missing, build, run"
install_missing $build_packages $runtime_packages
build "$root/build" "" -DNANOCAP_TESTS=OFF
bin=$root/build/bin

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    say "Opening the window"
    if [ $# -eq 0 ]; then set -- --source cards:; fi
    exec "$bin/nanocap" "$@"
fi

say "There is no display (DISPLAY and WAYLAND_DISPLAY are empty): captioning the demonstration cards here."
# A small machine without a window needs no headroom for one: only what the model itself needs must be available.
step "nanocapctl caption 1" "$bin/nanocapctl" caption 1 "$root"/resources/cards/*.png --min-available auto
