#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds everything, runs every test. Last line: "N passed, N failed, N skipped", the
# reason of each skip above it.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/packages.sh"

say "Nanocap: install what is missing, build, run every test"
install_missing $build_packages $runtime_packages $test_packages
directory=${NANOCAP_BUILD_DIR:-$root/build-tests}
werror=OFF
[ -z "${CI:-}" ] || werror=ON
build "$directory" "" -DNANOCAP_TESTS=ON -DNANOCAP_BENCHMARKS=ON -DNANOCAP_WERROR=$werror

say "Running the tests"
log=$directory/tests.log
# As many at once as there are cores; those that measure memory or wait for deaths run alone. What a passing test printed
# is kept whole: the reasons of skips are in it.
ctest --test-dir "$directory" -j "$(nproc)" --output-on-failure --no-tests=error --output-junit "$directory/tests.xml" \
    --test-output-size-passed 4000000 --test-output-size-failed 4000000 2>&1 | tee "$log" | grep --line-buffered -E '^ *[0-9]+/[0-9]+ |^Errors'
exec python3 "$root/tests/summary.py" "$directory/tests.xml" "$log"
