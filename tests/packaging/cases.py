# SPDX-License-Identifier: Apache-2.0
"""Cases of a test program in Python, printed as Qt Test prints them, so that the summary counts each."""
import sys
import traceback


class Skip(Exception):
    pass


def run(suite, cases):
    failed = 0
    for case in cases:
        name = '%s::%s()' % (suite, case.__name__)
        try:
            case()
            print('PASS   : ' + name)
        except Skip as reason:
            print('SKIP   : %s %s' % (name, reason))
        except Exception:
            failed += 1
            print('FAIL!  : ' + name)
            traceback.print_exc(file=sys.stdout)
        sys.stdout.flush()
    return 1 if failed else 0
