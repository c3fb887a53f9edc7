#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# compare.sh [--bin DIR] [--model FILE] [--rounds N] [--threads N] [--other NAME=DIR]... [--peer NAME=COMMAND]...
# Ours at each precision, other builds and peers, in turn (A B A B …), because a machine is never equally busy twice:
# medians over the rounds and their ratios. PyTorch is a peer where python3-torch is installed; any COMMAND that prints
# one JSON object with encoder_ms, step_ms and caption20_ms is one too. Nothing passes or fails.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
exec "${PYTHON:-/usr/bin/python3}" "$here/compare.py" "$@"
