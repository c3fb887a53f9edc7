#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# sanitized.sh BUILD_DIR: the tests of everything that reads hostile bytes, built with ASan and UBSan in a folder of their
# own. Fails on the first finding.
set -eu
source=$(cd "$(dirname "$0")/.." && pwd)
build=${1:?usage: sanitized.sh BUILD_DIR}
tests="tst_checkpoint_corpus tst_checkpoint_files tst_checkpoint_content tst_checkpoint_flips tst_wire tst_journal
 tst_memory_reading"

mkdir -p "$build"
# shellcheck disable=SC2086
if ! { cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DNANOCAP_SANITIZE=address,undefined &&
       cmake --build "$build" --target $tests -j 2; } >"$build/build.log" 2>&1; then
    tail -n 30 "$build/build.log"
    echo "sanitized: the build failed, see $build/build.log"
    exit 1
fi
export QT_QPA_PLATFORM=offscreen
for test in $tests; do
    if ! "$build/tests/$test" >"$build/$test.log" 2>&1; then
        tail -n 60 "$build/$test.log"
        echo "sanitized: $test FAILED"
        exit 1
    fi
    cat "$build/$test.log" # every case and every skip is counted in the summary
done
