# SPDX-License-Identifier: Apache-2.0
"""A memory cgroup of our own (v1 or v2) below the one we are in, for starving one program."""
import itertools
import os
import subprocess
import time

_numbers = itertools.count(1)


class Unavailable(Exception):
    """Memory cgroups cannot be made here; the text says why."""


def _own_group():
    """(folder of our memory cgroup, version)."""
    v2 = None
    for line in open('/proc/self/cgroup'):
        _, controllers, path = line.rstrip('\n').split(':', 2)
        if 'memory' in controllers.split(','):
            root = '/sys/fs/cgroup/memory'
            return (root + path if os.path.isdir(root + path) else root), 1
        if controllers == '':
            v2 = path
    if v2 is not None and os.path.exists('/sys/fs/cgroup/cgroup.controllers'):
        folder = '/sys/fs/cgroup' + v2
        return (folder if os.path.isdir(folder) else '/sys/fs/cgroup'), 2
    raise Unavailable('this kernel mounts no memory cgroup')


class MemoryCgroup:
    """with MemoryCgroup(limit_mb) as group: group.run([...], timeout=60)"""

    def __init__(self, limit_mb):
        parent, self.version = _own_group()
        self.folder = '%s/nanocap-test-%d-%d' % (parent, os.getpid(), next(_numbers))
        try:
            os.mkdir(self.folder)
            name = 'memory.limit_in_bytes' if self.version == 1 else 'memory.max'
            with open(self.folder + '/' + name, 'w') as limit:
                limit.write(str(limit_mb << 20))
        except OSError as error:
            self.remove()
            raise Unavailable('a memory cgroup cannot be made in %s: %s' % (parent, error.strerror))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.remove()

    def run(self, command, timeout, env=None):
        """(return code or None after the timeout, standard output, standard error, seconds)."""
        def join():
            with open(self.folder + '/cgroup.procs', 'w') as procs:
                procs.write(str(os.getpid()))
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=join,
                                   env={**os.environ, **(env or {})})
        try:
            out, err = process.communicate(timeout=timeout)
            code = process.returncode
        except subprocess.TimeoutExpired:
            code = None
            for pid in self.pids():
                os.kill(pid, 9)
            out, err = process.communicate()
        return code, out.decode(errors='replace'), err.decode(errors='replace'), time.monotonic() - start

    def pids(self):
        return [int(line) for line in open(self.folder + '/cgroup.procs')]

    def remove(self):
        for _ in range(50):
            try:
                os.rmdir(self.folder)
                return
            except FileNotFoundError:
                return
            except OSError:
                for name in os.listdir(self.folder):
                    if os.path.isdir(self.folder + '/' + name):
                        try:
                            os.rmdir(self.folder + '/' + name)
                        except OSError:
                            pass
                for pid in self.pids():
                    os.kill(pid, 9)
                time.sleep(0.05)


def drop_caches():
    os.sync()
    with open('/proc/sys/vm/drop_caches', 'w') as f:
        f.write('3')
