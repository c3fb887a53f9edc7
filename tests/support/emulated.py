#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""emulated.py EMULATOR COMMAND...: runs a command where arm64 programs start by themselves, under EMULATOR.

In a user namespace of its own (Linux 6.7 or newer), so nothing of the machine changes. Exit 77 and a line "SKIP: why" where
the kernel does not offer that.
"""
import ctypes
import os
import sys

NEW_USER, NEW_NAMESPACE = 0x10000000, 0x00020000
# The first 20 bytes of an executable file of 64 bits, little endian, for the machine 183 (AArch64); mask of what counts.
MAGIC = rb'\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xb7\x00'.decode()
MASK = rb'\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff'.decode()


def skip(why):
    print('SKIP: ' + why)
    sys.stdout.flush()
    os._exit(77)


def main(emulator, command):
    libc = ctypes.CDLL(None, use_errno=True)
    ready_read, ready_write = os.pipe()
    mapped_read, mapped_write = os.pipe()
    child = os.fork()
    if child:
        os.close(ready_write)
        if os.read(ready_read, 1):
            for kind in ('uid_map', 'gid_map'):
                with open('/proc/%d/%s' % (child, kind), 'w') as map_file:
                    map_file.write('0 0 65536')
            os.write(mapped_write, b'x')
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    os.close(ready_read)
    if libc.unshare(NEW_USER | NEW_NAMESPACE):
        skip('no user namespace: ' + os.strerror(ctypes.get_errno()))
    os.write(ready_write, b'x')
    os.read(mapped_read, 1)
    folder = b'/proc/sys/fs/binfmt_misc'
    if libc.mount(b'none', folder, b'binfmt_misc', 0, None):
        skip('binfmt_misc cannot be mounted in a namespace (Linux 6.7 or newer can): ' + os.strerror(ctypes.get_errno()))
    with open(folder.decode() + '/register', 'w') as register:
        register.write(':nanocap-arm64:M::%s:%s:%s:OCF' % (MAGIC, MASK, emulator))
    os.execvp(command[0], command)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2:]))
