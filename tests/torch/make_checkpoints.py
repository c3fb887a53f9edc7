#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""make_checkpoints.py FOLDER [big]: small.pth and what can be wrong with it; with `big` also large ones."""
import os
import sys

import torch

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'parity'))
from captioner_reference import Captioner, channels_for_width  # noqa: E402


def save(path, model, change=None, precision=None):
    state = {k: t.clone() for k, t in model.state_dict().items()}
    if change:
        change(state)
    if precision:
        state = {k: t.to(precision) if t.is_floating_point() else t for k, t in state.items()}
    n = model.decoder.embedding.num_embeddings
    words = {w: i for i, w in enumerate(['<pad>', '<start>', '<end>', '<unk>'] + ['word%d' % i for i in range(4, n)])}
    torch.save(dict(model_state_dict=state, word_map=words, rev_word_map={i: w for w, i in words.items()}, vocab_size=n), path)


def invalid(name, value):
    def change(state):
        state[name].view(-1)[-1] = value
    return change


def main(folder, *wanted):
    torch.manual_seed(1)
    if 'big' in wanted:
        # 25,000 words of 300 + 512 numbers and the rest: 91 MB
        big = Captioner(channels_for_width(1.0), 25000, 300, 512, 256)
        save(folder + '/big.pth', big)
        save(folder + '/big_half.pth', big, precision=torch.float16)
        return
    small = Captioner(channels_for_width(0.25), 120, 40, 48, 24)
    save(folder + '/small.pth', small)
    save(folder + '/nan.pth', small, invalid('decoder.fc.weight', float('nan')))
    save(folder + '/infinite.pth', small, invalid('encoder.3.block.1.1.running_var', float('inf')))
    save(folder + '/missing.pth', small, lambda s: s.pop('decoder.init_h.bias'))


main(*sys.argv[1:])
