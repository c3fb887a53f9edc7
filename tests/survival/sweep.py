#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""sweep.py --bin DIR --model FILE --image FILE [--limits 40:320:10] [--program ctl|window] [--cache warm,cold] [--guard on|off]
         [--save TABLE.json] [--against TABLE.json]

Captions in memory cgroups of every size and prints a table. Every run must end within 60 s, captioned or with a failure
that names row, cause and numbers; nanocapctl and nanocap must never die. With the guard on, at most 1 run in 20 may lose
its engine, and with the table of a sweep with the guard off to compare with, no run may be refused that captioned there
with 40 MB less. Exit 1 when one of these fails; 77 with the reason when memory cgroups cannot be made here.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

from memory_cgroup import MemoryCgroup, Unavailable, drop_caches

LIMIT_S = 60
SPARE_MB = 40
MEMORY_CAUSES = {'MEMORY', 'OOM_KILLED', 'THRASHING'}


def command(args, report):
    if args.program == 'ctl':
        return [args.bin + '/nanocapctl', 'caption', args.model, args.image, '--json', '--min-available', args.floor]
    return [args.bin + '/nanocap', '--model', args.model, '--source', 'cards:', '--captions', '3', '--quit-after-done',
            '--report', report, '--min-available', args.floor]


def oom_kills():
    """Kills of the whole machine: one in a group below ours is counted where the victim was, not where the limit is."""
    for line in open('/proc/vmstat'):
        if line.startswith('oom_kill '):
            return int(line.split()[1])
    return 0


def judge(code, result):
    """(word for the table, complaint or None)"""
    if code is None:
        return 'HANG', 'did not end within %d s' % LIMIT_S
    if code < 0:
        return 'DIED', 'the program itself was killed by signal %d' % -code
    if result is None:
        return 'SILENT', 'exit %d without a report' % code
    failure = result.get('failure')
    if code == 0:
        return ('captioned', None) if result.get('captions') else ('EMPTY', 'exit 0 without a caption')
    if failure is None:
        return 'MUTE', 'exit %d without a failure' % code
    word = failure['code']
    if word not in MEMORY_CAUSES:
        return word, 'wrong cause: ' + failure['message']
    if not re.search(r'\d+(\.\d+)? MB', failure['message']):
        return word, 'no numbers: ' + failure['message']
    if code != {'guard': 3, 'engine': 5}.get(failure['class']):
        return word, 'exit %d for class %s' % (code, failure['class'])
    return word, None


def run(args, limit, cold, state):
    report = state + '/report.json'
    if os.path.exists(report):
        os.remove(report)
    env = {'NANOCAP_STATE_DIR': state, 'QT_QPA_PLATFORM': 'offscreen', 'XDG_CONFIG_HOME': state, 'XDG_RUNTIME_DIR': state}
    if args.guard == 'off':
        env['NANOCAP_TEST_GUARD'] = 'off'
    line = command(args, report)
    if cold:
        drop_caches()
    else:
        subprocess.run(line, env={**os.environ, **env}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with MemoryCgroup(limit) as group:
        before = oom_kills()
        code, out, err, seconds = group.run(line, LIMIT_S, env)
        kills = oom_kills() - before
    try:
        result = json.loads(out) if args.program == 'ctl' else json.load(open(report))
    except (ValueError, OSError):
        result = None
    word, complaint = judge(code, result)
    failure = (result or {}).get('failure') or {}
    if word == 'OOM_KILLED' and kills == 0:
        complaint = 'OOM_KILLED, but the kernel killed nobody'
    return dict(limit=limit, cold=cold, word=word, complaint=complaint, row=failure.get('row') or '-', seconds=seconds,
                exit=code, message=failure.get('message', ''), err=err)


def refused_in_vain(rows, path):
    """Complains of every refusal where the guardless sweep in the file at `path` captioned with SPARE_MB less."""
    with open(path) as file:
        captioned = {(r['limit'], r['cold']) for r in json.load(file) if r['word'] == 'captioned'}
    vain = [r for r in rows if r['word'] == 'MEMORY' and (r['limit'] - SPARE_MB, r['cold']) in captioned]
    for row in vain:
        print('%5d MB %-5s refused, but %d MB were enough without the guard'
              % (row['limit'], 'cold' if row['cold'] else 'warm', row['limit'] - SPARE_MB))
    print('%d refused that would have worked with %d MB to spare' % (len(vain), SPARE_MB))
    return len(vain)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', required=True)
    parser.add_argument('--model', required=True)
    parser.add_argument('--image', default='')
    parser.add_argument('--limits', default='40:320:10')
    parser.add_argument('--program', choices=['ctl', 'window'], default='ctl')
    parser.add_argument('--cache', default='warm,cold')
    parser.add_argument('--guard', choices=['on', 'off'], default='on')
    parser.add_argument('--floor', default='auto')
    parser.add_argument('--save')
    parser.add_argument('--against')
    args = parser.parse_args()
    first, last, step = map(int, args.limits.split(':'))
    try:
        MemoryCgroup(first).remove()
        if 'cold' in args.cache:
            drop_caches()
    except Unavailable as reason:
        print('SKIP: %s' % reason)
        return 77
    except OSError as reason:
        print('SKIP: page caches cannot be dropped here: %s' % reason.strerror)
        return 77

    print('%s, guard %s, floor %s, %s' % (args.program, args.guard, args.floor, os.path.basename(args.model)))
    rows = []
    with tempfile.TemporaryDirectory() as state:
        for limit in range(first, last + 1, step):
            for cache in args.cache.split(','):
                row = run(args, limit, cache == 'cold', state)
                rows.append(row)
                print('%5d MB %-5s exit %-4s %-11s %-10s %5.1f s  %s'
                      % (limit, cache, row['exit'], row['word'], row['row'], row['seconds'],
                         row['complaint'] or row['message'][:90]), flush=True)
    bad = [r for r in rows if r['complaint']]
    lost = [r for r in rows if r['word'] in ('OOM_KILLED', 'THRASHING')]
    for cold in (False, True):
        good = [r['limit'] for r in rows if r['cold'] == cold and r['word'] == 'captioned']
        if good:
            print('smallest limit that captioned, %s: %d MB' % ('cold' if cold else 'warm', min(good)))
    print('%d runs: %d captioned, %d refused, %d engines lost (1 in %s), %d complaints'
          % (len(rows), sum(r['word'] == 'captioned' for r in rows), sum(r['word'] == 'MEMORY' for r in rows), len(lost),
             '%.0f' % (len(rows) / len(lost)) if lost else 'none', len(bad)))
    vain = 0
    if args.against and os.path.exists(args.against):
        vain = refused_in_vain(rows, args.against)
    elif args.against:
        print('no table of a sweep without the guard at %s: refusals are not judged' % args.against)
    if args.save:
        with open(args.save, 'w') as file:
            json.dump([{k: r[k] for k in ('limit', 'cold', 'word')} for r in rows], file)
    return 1 if bad or vain or (args.guard == 'on' and len(lost) * 20 > len(rows)) else 0


sys.exit(main())
