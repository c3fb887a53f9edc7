#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""An engine that speaks another version of the contract: greets with version 999 and waits for the end."""
import os
import struct
import sys

descriptor = int(sys.argv[1])
program = b'other'
body = struct.pack('>IHq', 0x4e434150, 999, os.getpid()) + struct.pack('>I', len(program)) + program
os.write(descriptor, struct.pack('>IB', len(body) + 1, 1) + body)
os.read(descriptor, 1)
