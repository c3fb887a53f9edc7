#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""independent_memory.py PID...   what `ps`, /proc and the cgroup files say, in bytes, as one JSON object.

independent_memory.py --in LIMIT_MB COMMAND...   runs the command in a memory cgroup of that size; 77 where none can be made.

The gauge's figures are compared with this: it shares no line with the program's own readers.
"""
import json
import os
import subprocess
import sys

from memory_cgroup import MemoryCgroup, Unavailable


def number(path):
    try:
        text = open(path).read().strip()
    except OSError:
        return None
    return int(text) if text.isdigit() and int(text) < 1 << 62 else None


def field(path, name):
    for line in open(path):
        words = line.replace(':', ' ').split()
        if words and words[0] == name:
            return int(words[1])
    return None


def pools():
    """(what is left, size) of the machine and of every limited memory cgroup above us."""
    yield field('/proc/meminfo', 'MemAvailable') * 1024, field('/proc/meminfo', 'MemTotal') * 1024
    for line in open('/proc/self/cgroup'):
        _, controllers, path = line.rstrip('\n').split(':', 2)
        if 'memory' in controllers.split(','):
            root, limit, usage, inactive = '/sys/fs/cgroup/memory', 'memory.limit_in_bytes', 'memory.usage_in_bytes', 'total_inactive_file'
        elif not controllers and os.path.exists('/sys/fs/cgroup/cgroup.controllers'):
            root, limit, usage, inactive = '/sys/fs/cgroup', 'memory.max', 'memory.current', 'inactive_file'
        else:
            continue
        while True:
            here = root + path.rstrip('/')
            most, used = number(here + '/' + limit), number(here + '/' + usage)
            if most is not None and used is not None:
                yield most - used + field(here + '/memory.stat', inactive), most
            if path in ('', '/'):
                break
            path = os.path.dirname(path)


def main():
    if sys.argv[1] == '--in':
        try:
            with MemoryCgroup(int(sys.argv[2])) as group:
                code, out, err, _ = group.run(sys.argv[3:], 300)
        except Unavailable as reason:
            print('SKIP: %s' % reason)
            return 77
        sys.stdout.write(out if isinstance(out, str) else out.decode())
        sys.stderr.write(err if isinstance(err, str) else err.decode())
        return 1 if code is None else code
    left, size = min(pools())
    rss = [int(subprocess.run(['ps', '-o', 'rss=', '-p', pid], stdout=subprocess.PIPE, check=True).stdout) * 1024 for pid in sys.argv[1:]]
    pss = [field('/proc/%s/smaps_rollup' % pid, 'Pss') * 1024 for pid in sys.argv[1:]]
    print(json.dumps({'available': left, 'total': size, 'rss': rss, 'pss': pss}))
    return 0


if __name__ == '__main__':
    sys.exit(main())
