#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""same_captions.py ONE.json OTHER.json: two answers of `nanocapctl caption --json` say the same words of the same pictures.

Tokens must be equal; probabilities may differ by 1e-4, which other orders of summing make. Prints what was compared.
"""
import json
import sys


def captions(path):
    with open(path) as file:
        answer = json.load(file)
    if answer.get('failure'):
        sys.exit('%s: %s %s' % (path, answer['failure']['code'], answer['failure']['message']))
    return answer['captions']


one, other = map(captions, sys.argv[1:3])
if not one or len(one) != len(other):
    sys.exit('%d captions against %d' % (len(one), len(other)))
furthest = 0.0
for a, b in zip(one, other):
    if a['image'] != b['image'] or a['tokens'] != b['tokens']:
        sys.exit('%s: "%s" against "%s"' % (a['image'], a['text'], b['text']))
    furthest = max([furthest] + [abs(p - q) for p, q in zip(a['probabilities'], b['probabilities'])])
if furthest > 1e-4:
    sys.exit('probabilities differ by %g' % furthest)
print('%d pictures, %d words the same; probabilities within %.1e' % (len(one), sum(len(a['tokens']) for a in one), furthest))
