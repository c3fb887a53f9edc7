#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""plan_accuracy.py --bin DIR [--models FOLDER] [--few]: predicted against measured peak of the engine.

Makes twelve checkpoints of 5 to 400 MB (float32 and float16, several widths and vocabularies) with Debian's python3-torch,
loads each once on a machine that has learned nothing but libtorch's own cost, and demands
|predicted - measured| <= max(10 %, 12 MB) for every one. --few makes three small ones. Exit 77 without python3-torch.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

# name: width, words, embedding, decoder, attention, float16
CHECKPOINTS = {
    'tiny': (0.5, 2500, 128, 192, 96, False),
    'cards': (1.0, 160, 300, 256, 128, False),
    'narrow': (0.75, 3000, 200, 384, 192, False),
    'flickr': (1.0, 3000, 300, 512, 256, False),
    'flickr-half': (1.0, 3000, 300, 512, 256, True),
    'coco': (1.0, 9500, 300, 512, 512, False),
    'coco-half': (1.0, 9500, 300, 512, 512, True),
    'wide': (2.0, 6000, 300, 768, 512, False),
    'words-25k': (1.0, 25000, 300, 512, 256, False),
    'words-50k': (1.0, 50000, 300, 512, 256, False),
    'large': (1.5, 78000, 400, 800, 512, False),
    'large-half': (1.5, 78000, 400, 800, 512, True),
}
FEW = ('cards', 'flickr-half', 'coco')
HERE = os.path.dirname(os.path.abspath(__file__))


def make(folder, names):
    sys.path.insert(0, HERE + '/../parity')
    import torch
    from captioner_reference import Captioner, channels_for_width
    for name in names:
        path = '%s/%s.pth' % (folder, name)
        if os.path.exists(path):
            continue
        width, words, embed, decoder, attention, half = CHECKPOINTS[name]
        torch.manual_seed(5)
        model = Captioner(channels_for_width(width), words, embed, decoder, attention)
        if half:
            model = model.half()
        ids = {w: i for i, w in enumerate(['<pad>', '<start>', '<end>', '<unk>'] + ['word%d' % i for i in range(4, words)])}
        torch.save({'model_state_dict': model.state_dict(), 'word_map': ids,
                    'rev_word_map': {i: w for w, i in ids.items()}, 'vocab_size': words}, path)


def load(nanocapctl, path, state):
    done = subprocess.run([nanocapctl, 'load', path, '--json', '--min-available', 'auto'], stdout=subprocess.PIPE,
                          env={**os.environ, 'NANOCAP_STATE_DIR': state})
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', required=True)
    parser.add_argument('--models')
    parser.add_argument('--few', action='store_true')
    args = parser.parse_args()
    names = FEW if args.few else tuple(CHECKPOINTS)
    nanocapctl = args.bin + '/nanocapctl'
    bad = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.models or scratch
        try:
            make(folder, names)
        except ImportError as reason:
            print('SKIP: python3-torch is not installed (%s)' % reason)
            return 77
        # The first load teaches this machine what libtorch costs; its own file is not judged twice.
        state = scratch + '/state'
        first = load(nanocapctl, '%s/%s.pth' % (folder, names[0]), state)
        if 'failure' in first:
            print(first['failure']['message'])
            return 1
        for name in names[1:] + names[:1]:
            path = '%s/%s.pth' % (folder, name)
            result = load(nanocapctl, path, state)
            if 'failure' in result:
                print('%-12s %s' % (name, result['failure']['message']))
                bad += 1
                continue
            figures = result['load']
            predicted, measured = figures['predicted_peak_bytes'] / 2**20, figures['measured_peak_bytes'] / 2**20
            allowed = max(0.1 * measured, 12)
            good = abs(predicted - measured) <= allowed
            bad += not good
            print('%-12s file %6.1f MB  predicted %6.1f MB  measured %6.1f MB  off %+6.1f MB (%+5.1f %%, allowed %5.1f MB)  %s'
                  % (name, os.path.getsize(path) / 2**20, predicted, measured, predicted - measured,
                     100 * (predicted - measured) / measured, allowed, 'ok' if good else 'WRONG'), flush=True)
    print('%d checkpoints, %d predicted wrongly' % (len(names), bad))
    return 1 if bad else 0


sys.exit(main())
