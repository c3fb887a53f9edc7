#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# pictures.sh [BUILD]: makes the pictures of the README anew, in resources/screenshots: what the real program shows while it
# loads, captions and tells a death, and its other pages as its test of pictures draws them. After tests/run.sh; no display.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
build=${1:-$root/build-tests}
out=$root/resources/screenshots
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QT_QPA_PLATFORM=offscreen NANOCAP_STATE_DIR="$work/state" XDG_CONFIG_HOME="$work/config"

run() { # run FOLDER EXPECTED_CODE: three captions of the cards, or what becomes of them
    code=0
    "$build/bin/nanocap" --model flashcards-en --source cards: --captions 3 --min-available auto --size 800x480 \
        --screenshot "$work/$1" --quit-after-done >"$work/$1.log" 2>&1 || code=$?
    [ "$code" -eq "$2" ] || { cat "$work/$1.log"; echo "exit code $code instead of $2"; exit 1; }
}
run live 0
NANOCAP_TEST_HOLD=WEIGHTS:segv run death 5
NANOCAP_SCREENSHOT_DIR="$work/pages" "$build/tests/tst_pictures" >"$work/pages.log" || { cat "$work/pages.log"; exit 1; }

mkdir -p "$out"
rm -f "$out"/*.png
keep() { cp "$work/$1/$(ls "$work/$1" | grep "$2" | tail -1)" "$out/$3.png"; }
keep live loading loading-800x480-en
keep live live live-800x480-en
keep death failure failure-800x480-en
for page in menu plan plan-floor live-attention history statistics details readiness countdown-break attract help \
    help-failures about; do
    cp "$work/pages/$page-800x480-en.png" "$out/$page-800x480-en.png"
done
cp "$work/pages/live-1280x800-ko.png" "$out/live-1280x800-ko.png"
cp "$work/pages/menu-480x800-ko.png" "$out/menu-480x800-ko.png"
ls "$out"
