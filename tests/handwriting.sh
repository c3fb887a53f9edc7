#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every C++ file is as .clang-format writes it. Lists those that are not, with the command that mends them.
set -u
cd "$(dirname "$0")/.." || exit 1
command -v clang-format >/dev/null || { echo "SKIP: clang-format is not installed"; exit 77; }
files=$(find core ui app tests -name '*.cpp' -o -name '*.h')
# shellcheck disable=SC2086
others=$(clang-format --dry-run $files 2>&1 | sed -n 's/:[0-9]*:[0-9]*: warning:.*//p' | sort -u)
[ -z "$others" ] && exit 0
printf 'These files differ from .clang-format; clang-format -i mends them:\n%s\n' "$others"
exit 1
