#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# arm64.sh: makes the arm64 package on this amd64 machine and runs what is in it, emulated as the Cortex-A57 of a Jetson Nano:
# the four built-in models at three precisions against the amd64 package, the window for three captions, a look at the
# machine code; then the unit tests and the parity with PyTorch. Nothing may skip there that does not skip here. Exit 77 and "SKIP: why" where emulator or packages are missing.
# NANOCAP_QEMU: the emulator, at least 8.0; ARM64_QUICK=1: one model and the window only.
set -u
project=$(cd "$(dirname "$0")/.." && pwd)
root=$project
. "$project/packaging/packages.sh"
skip() { echo "SKIP: $*"; exit 77; }

[ "$(uname -m)" = x86_64 ] || skip "this machine is no amd64"
for tool in aarch64-linux-gnu-g++ mmdebstrap python3; do command -v "$tool" >/dev/null || skip "$tool is not installed"; done
[ "$(id -u)" -eq 0 ] || skip "the emulated programs' namespace needs root"
emulator=${NANOCAP_QEMU:-$(command -v qemu-aarch64-static || command -v qemu-aarch64)}
[ -x "$emulator" ] || skip "there is no qemu-aarch64 (package qemu-user of bookworm-backports)"
major=$("$emulator" --version | sed -n '1s/.*version \([0-9]*\).*/\1/p')
[ "$major" -ge 8 ] || skip "$emulator is version $major, which refuses clone(CLONE_PIDFD), so no program starts another; take qemu-user of bookworm-backports"

sysroot=$project/build-sysroot-arm64
build=$project/build-arm64-tests
work=$build/arm64
rm -rf "$work" && mkdir -p "$work/own" "$work/board"
step "Making the packages for this machine and for arm64" sh "$project/packaging/cross-arm64.sh" "$work" > "$work/packages.log"
dpkg-deb -x "$work"/nanocap_*_arm64.deb "$work/board" && dpkg-deb -x "$work"/nanocap_*_amd64.deb "$work/own" || exit 1
passed=0 failed=0
check() {
    what=$1
    shift
    if said=$("$@" 2>&1); then
        passed=$((passed + 1))
        printf 'ok      %s: %s\n' "$what" "$(printf '%s\n' "$said" | tail -1)"
    else
        failed=$((failed + 1))
        printf 'FAILED  %s\n%s\n' "$what" "$(printf '%s\n' "$said" | tail -25)"
    fi
}
emulated() {
    QEMU_CPU=cortex-a57 QEMU_LD_PREFIX=$sysroot QT_PLUGIN_PATH=$sysroot/usr/lib/aarch64-linux-gnu/qt6/plugins QT_QPA_PLATFORM=offscreen \
        FONTCONFIG_SYSROOT=$sysroot OMP_WAIT_POLICY=PASSIVE NANOCAP_STATE_DIR=$work/state \
        python3 "$project/tests/support/emulated.py" "$emulator" "$@"
}

say "Machine code"
aarch64-linux-gnu-objdump -d --no-show-raw-insn "$project/build-arm64/bin/nanocap-engine" > "$work/code.txt"
for operation in fmla fcvtl scvtf; do
    check "the engine's sums use $operation on vectors" grep -m1 -E "[[:space:]]$operation[[:space:]]+v[0-9]+\." "$work/code.txt"
done

same() { # MODEL PRECISION
    set -- "$1" "$2" "$project"/resources/cards/*.png "$project/resources/models/golden/$1"-?.png
    model=$1 precision=$2
    shift 2
    NANOCAP_STATE_DIR=$work/state-own "$work/own/usr/bin/nanocapctl" caption "$model" "$@" --precision "$precision" --min-available auto \
        --json > "$work/own.json" || return 1
    emulated "$work/board/usr/bin/nanocapctl" caption "$model" "$@" --precision "$precision" --min-available auto \
        --json > "$work/$model-$precision.json" || { cat "$work/$model-$precision.json"; return 1; }
    python3 "$project/tests/support/same_captions.py" "$work/own.json" "$work/$model-$precision.json"
}
say "Captions, against this machine's"
models="flashcards-en flashcards-ko flashcards-en-pruned flashcards-ko-pruned"
[ -z "${ARM64_QUICK:-}" ] || models=flashcards-en
for model in $models; do
    for precision in fp32 fp16 int8; do check "$model $precision" same "$model" "$precision"; done
done

say "The window"
window() {
    emulated "$work/board/usr/bin/nanocap" --model flashcards-ko --source cards: --captions 3 --quit-after-done --min-available auto \
        --source-timeout 120 --report "$work/window.json" --screenshot "$work/pictures" || { tail -c 600 "$work/window.json"; return 1; }
    ls "$work"/pictures/live-*.png
}
check "three captions in the window, with a picture" window

if [ -z "${ARM64_QUICK:-}" ]; then
    say "Unit tests and parity"
    build "$build" "" -DCMAKE_TOOLCHAIN_FILE="$project/packaging/arm64/toolchain.cmake" -DNANOCAP_SYSROOT="$sysroot" \
        -DNANOCAP_TESTS=ON > "$work/build.log"
    # What the emulator has no notion of: limits of the address space, a process's own faults, other processes' memory maps.
    beyond='-Reading.countsTheLimitsOfThisProcessOnlyOnTheRealSystem:Process.ownFiguresFollowATouchedBlock'
    GTEST_FILTER=$beyond emulated ctest --test-dir "$build" -j "$(nproc)" -L '^(unit|parity)$' -E '^(handwriting|documents|tst_load_memory)$' \
        --timeout 1200 --output-on-failure --output-junit "$work/tests.xml" --test-output-size-passed 4000000 > "$work/tests.log" 2>&1
    check "unit tests and parity" python3 "$project/tests/summary.py" "$work/tests.xml" "$work/tests.log"
    python3 "$project/tests/summary.py" "$work/tests.xml" "$work/tests.log" | grep '^SKIP' > "$work/skipped" || true
    sed 's/^/        /' "$work/skipped"
    check "nothing is skipped there" [ ! -s "$work/skipped" ]
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
