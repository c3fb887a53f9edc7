# SPDX-License-Identifier: Apache-2.0
"""What compare.sh runs; see there."""
import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FIGURES = ('encoder_ms', 'step_ms', 'caption20_ms')


def median(values):
    ordered = sorted(values)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def figures_of(command, env):
    done = subprocess.run(command, stdout=subprocess.PIPE, env=env)
    if done.returncode == 77:
        return None
    if done.returncode != 0:
        sys.exit('%s ended with %d' % (' '.join(command), done.returncode))
    said = json.loads(done.stdout)
    return {f: said[f]['median'] if isinstance(said[f], dict) else said[f] for f in FIGURES}


def contestants(args):
    """Name and command of each, ours first: the ratios are ours to theirs."""
    def bench(folder, precision):
        command = [folder + '/nanocapctl', 'bench', args.model, '--json', '--runs', '1', '--min-available', 'auto',
                   '--precision', precision]
        return command + (['--threads', str(args.threads)] if folder == args.bin else [])
    ours = [('%s' % p, bench(args.bin, p)) for p in ('fp32', 'fp16', 'int8')]
    others = [('%s %s' % (name, p), bench(folder, p)) for name, folder in args.other for p in ('fp32', 'int8')]
    peers = [('pytorch', ['/usr/bin/python3', HERE + '/pytorch_peer.py', args.model, str(args.threads)])]
    peers += [(name, shlex.split(command)) for name, command in args.peer]
    return [name for name, _ in ours], ours + others + peers


def main():
    def named(text):
        name, sign, rest = text.partition('=')
        if not sign:
            raise argparse.ArgumentTypeError('NAME=… is wanted')
        return name, rest
    parser = argparse.ArgumentParser(description='ours against others, in turn')
    parser.add_argument('--bin', default=ROOT + '/build-tests/bin')
    parser.add_argument('--model', default=ROOT + '/resources/models/flashcards-en.pth')
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--threads', type=int, default=1)
    parser.add_argument('--other', type=named, action='append', default=[])
    parser.add_argument('--peer', type=named, action='append', default=[])
    args = parser.parse_args()
    ours, all_of_them = contestants(args)
    with tempfile.TemporaryDirectory() as state:
        env = {**os.environ, 'NANOCAP_STATE_DIR': state}
        taken = {name: [] for name, _ in all_of_them}
        for turn in range(args.rounds):
            for name, command in all_of_them:
                figures = figures_of(command, env) if taken[name] is not None else None
                if figures is None:
                    if taken[name] is not None:
                        print('SKIP: %s is not installed' % name)
                    taken[name] = None
                else:
                    taken[name].append(figures)
    medians = {n: {f: median([t[f] for t in ts]) for f in FIGURES} for n, ts in taken.items() if ts}
    print('%s, threads: %d, medians of %d rounds' % (os.path.basename(args.model), args.threads, args.rounds))
    for name, figures in medians.items():
        print('%-22s' % name + ''.join('%s %8.2f   ' % (f, figures[f]) for f in FIGURES))
    for name in medians:
        for own in ours:
            if name not in ours:
                print('%-22s' % ('%s / %s' % (own, name)) +
                      ''.join('%s %8.2f   ' % (f, medians[own][f] / medians[name][f]) for f in FIGURES))


main()
