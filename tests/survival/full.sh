#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# full.sh [BIN]: every long run of the survival tests, half an hour to an hour. Needs root for memory cgroups. Run tests/run.sh
# first: it builds what this uses.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${NANOCAP_BUILD_DIR:-$root/build-tests}
bin=${1:-$build/bin}
models=$(mktemp -d)
trap 'rm -rf "$models"' EXIT
failed=0
python=/usr/bin/python3

run() {
    echo "== $*"
    "$@"
    code=$?
    [ $code -eq 0 ] || [ $code -eq 77 ] || { failed=$((failed + 1)); echo "== FAILED ($code)"; }
}

run $python "$here/plan_accuracy.py" --bin "$bin" --models "$models"
model=$models/flickr.pth
image=$root/resources/cards/fox-blue.png
run $python "$here/sweep.py" --bin "$bin" --model "$model" --image "$image" --limits 40:320:10 --guard off --save "$models/ctl.json"
run $python "$here/sweep.py" --bin "$bin" --model "$model" --image "$image" --limits 40:320:10 --against "$models/ctl.json"
run $python "$here/sweep.py" --bin "$bin" --model "$model" --image "$image" --limits 40:320:10 --floor 1200 --cache warm
run $python "$here/sweep.py" --bin "$bin" --model "$model" --program window --limits 60:400:20 --guard off --save "$models/window.json"
run $python "$here/sweep.py" --bin "$bin" --model "$model" --program window --limits 100:400:20 --against "$models/window.json"
run $python "$here/sweep.py" --bin "$bin" --model "$model" --program window --limits 100:400:20 --floor 1200 --cache warm
run $python "$here/media_fuzz.py" --bin "$bin" --seed 1
run $python "$here/media_fuzz.py" --bin "$bin" --seed "$(date +%Y%m%d)" --count 400
export NANOCAP_FULL=1 QT_QPA_PLATFORM=offscreen QTEST_FUNCTION_TIMEOUT=7200000
run "$build/tests/tst_fault_matrix"
run "$build/tests/tst_thousand_loads"
run "$build/tests/tst_monkey"
run "$build/tests/tst_soak"
run "$build/tests/tst_page_walk"
echo "$failed of the long runs failed"
[ $failed -eq 0 ]
