#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""summary.py TESTS.xml LOG: turns CTest's JUnit file into the closing lines of tests/run.sh.

Counts test cases (GoogleTest and Qt Test functions) where a program prints them, else the program as one test. A skip
is counted with its reason, a program that printed no case counts as one. Exit 1 when anything failed.
"""
import re
import sys
import xml.etree.ElementTree as tree


def cases(output):
    """passed, failed, [skip reasons] of one program's output."""
    passed = failed = 0
    skips = []
    lines = output.splitlines()
    for n, line in enumerate(lines):
        if re.match(r'\[       OK \] ', line):
            passed += 1
        elif re.match(r'\[  FAILED  \] .* \(\d+ ms\)$', line):
            failed += 1
        elif re.match(r'\[  SKIPPED \] .* \(\d+ ms\)$', line):
            name = line.split('] ')[1].rsplit(' (', 1)[0]
            # GoogleTest prints the reason on the lines just above.
            reason = next((l.strip() for l in reversed(lines[:n]) if l.strip() and not l.startswith('[')), 'no reason given')
            skips.append(name + ': ' + reason)
        elif line.startswith('PASS   : '):
            if not re.search(r'::(initTestCase|cleanupTestCase)\(\)$', line):
                passed += 1
        elif line.startswith('FAIL!  : '):
            failed += 1
        elif line.startswith('SKIP   : '):
            skips.append(line[len('SKIP   : '):])
        elif line.startswith('SKIP: '):
            if not any(line in s for s in skips):
                skips.append(line)
    # A GoogleTest skip prints its reason as a line of its own as well: keep the one with the name.
    named = [s for s in skips if not s.startswith('SKIP: ')]
    return passed, failed, named if named else skips


def main():
    suite = tree.parse(sys.argv[1]).getroot()
    passed = failed = 0
    skips = []
    for case in suite.iter('testcase'):
        name, output = case.get('name'), (case.findtext('system-out') or '')
        good, bad, skipped = cases(output)
        broken = case.find('failure') is not None
        if case.get('status') == 'notrun' or case.find('skipped') is not None:
            skipped = skipped or [name + ': ' + (case.find('skipped').get('message') or 'skipped')]
        elif broken:
            bad = max(bad, 1)
        elif good + bad + len(skipped) == 0:
            good = 1
        passed, failed = passed + good, failed + bad
        skips += [s if s.startswith(name) else name + ' ' + s for s in skipped]
        mark = 'FAILED' if broken else 'ok'
        print('%-34s %4d passed %3d failed %3d skipped  %6.1f s  %s'
              % (name, good, bad, len(skipped), float(case.get('time') or 0), mark))
        if broken:
            print('\n'.join('    ' + line for line in output.splitlines()[-60:]))
    for reason in skips:
        print('SKIP ' + reason)
    if passed + failed == 0:
        print('No test was run; see ' + sys.argv[2])
        failed = 1
    print('%d passed, %d failed, %d skipped' % (passed, failed, len(skips)))
    return 1 if failed else 0


sys.exit(main())
