#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Fuzzes the checkpoint reader: sh tests/checkpoint/fuzz.sh SECONDS [BUILD_DIR]
# Builds with clang in a folder of its own, starts from the test corpus, and fails on a crash, a leak, an input that
# takes over 5 s or over 512 MB (sanitizers included). Prints runs per second. Exit 77: no clang on this machine.
set -eu

seconds=${1:?usage: fuzz.sh SECONDS [BUILD_DIR]}
source=$(cd "$(dirname "$0")/../.." && pwd)
build=${2:-$source/build-fuzz}

clang=
for name in clang++-14 clang++ clang++-15 clang++-16; do
    if command -v "$name" >/dev/null 2>&1; then clang=$name; break; fi
done
if [ -z "$clang" ]; then
    echo "SKIP: clang++ is not installed (apt-get install clang-14)"
    exit 77
fi

mkdir -p "$build"
c=$(echo "$clang" | sed 's/++//')
if ! { cmake -S "$source" -B "$build" -G Ninja -DCMAKE_CXX_COMPILER="$clang" -DCMAKE_C_COMPILER="$c" \
           -DCMAKE_BUILD_TYPE=RelWithDebInfo -DNANOCAP_FUZZ=ON -DNANOCAP_SANITIZE=address,undefined &&
       cmake --build "$build" --target fuzz_checkpoint write_corpus -j 2; } >"$build/build.log" 2>&1; then
    tail -n 30 "$build/build.log"
    echo "fuzz: the build failed, see $build/build.log"
    exit 1
fi

work=$build/fuzz
mkdir -p "$work/seeds" "$work/found" "$work/artifacts"
"$build/tests/write_corpus" --seeds "$work/seeds"

status=0
"$build/tests/fuzz_checkpoint" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=512 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="$work/artifacts/" "$work/found" "$work/seeds" >"$work/log" 2>&1 || status=$?

runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/log")
rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$work/log")
echo "fuzz: ${runs:-0} runs in $seconds s, ${rate:-0} runs/s, $(ls "$work/found" | wc -l) inputs kept"
if [ "$status" -ne 0 ]; then
    grep -E 'ERROR|violated|runtime error|SUMMARY|Test unit written' "$work/log" | head -n 10
    tail -n 40 "$work/log"
    echo "fuzz: FAILED, inputs in $work/artifacts"
    exit 1
fi
