"""Trains a captioner from nothing, or goes on where a run was stopped.

  train.py --art DIR --state RUN.state --out MODEL.pth [--language en|ko] [--minutes 90]
  train.py ... --init MODEL.pth              start from a checkpoint's encoder (and its decoder, if the words are the same)
  train.py ... --init MODEL.pth --freeze 0.5 keep the encoder as it is for the first half

The schedule follows the clock: pictures grow from 112 to 224 pixels, become harder, and the learning rate falls, each as a
fraction of --minutes, so that the run fits the machine. Stopped with any signal, it goes on from --state.
"""
import argparse
import copy
import math
import os
import time

import numpy as np
import torch
import torch.nn.functional as F

import cards
from data import Knobs, Pictures, loader
from model import Captioner, Vocabulary, load, normalised, save

PLANS = {  # until this fraction of the time: picture sizes and how often each is drawn
    'full': [(.42, {112: 1.}), (.72, {160: .85, 224: .15}), (1, {224: 1.})],
    'fine': [(1, {224: 1.})],
}


class Hints(torch.nn.Module):
    """Which nouns and which colour, read from the pooled features: teaches the encoder early, dropped afterwards."""

    def __init__(self):
        super().__init__()
        self.noun = torch.nn.Linear(576, len(cards.nouns()) + 1)
        self.colour = torch.nn.Linear(576, len(cards.COLOURS) + 1)

    def forward(self, enc, present, colour):
        pooled = F.dropout(enc.mean(1), 0.2, self.training)
        nouns = -(F.log_softmax(self.noun(pooled), 1) * present).sum(1).mean()
        return nouns + 0.5 * F.cross_entropy(self.colour(pooled), colour)


def averaged(average, model, step, decay=0.999):
    d = min(decay, (1 + step) / (10 + step))
    with torch.no_grad():
        for a, b in zip(average.state_dict().values(), model.state_dict().values()):
            if a.is_floating_point():
                a.lerp_(b, 1 - d)
            else:
                a.copy_(b)


def begin(options):
    """Model and vocabulary: new, or from --init."""
    vocabulary = Vocabulary(options.language)
    model = Captioner(len(vocabulary), dropout=options.dropout).to(memory_format=torch.channels_last)
    if options.init:
        given, words = load(options.init, options.dropout)
        model.encoder.load_state_dict(given.encoder.state_dict())
        if words.word_map == vocabulary.word_map:
            model = given
    return model, vocabulary


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--art', required=True)
    p.add_argument('--state', required=True)
    p.add_argument('--out', required=True)
    p.add_argument('--language', default='en', choices=cards.EMPTY)
    p.add_argument('--init')
    p.add_argument('--freeze', type=float, default=0)
    p.add_argument('--plan', default='full', choices=PLANS)
    p.add_argument('--minutes', type=float, default=90)
    p.add_argument('--batch', type=int, default=64)
    p.add_argument('--rate', type=float, default=2e-3)
    p.add_argument('--last-rate', type=float, default=3e-5)
    p.add_argument('--level', type=float, nargs=2, default=(.25, 1), help='how hard the pictures are, at first and from half-time on')
    p.add_argument('--dropout', type=float, default=.3)
    p.add_argument('--smoothing', type=float, default=.05)
    p.add_argument('--threads', type=int, default=1)
    p.add_argument('--workers', type=int, default=1)
    p.add_argument('--styles', nargs='*', default=cards.TRAINING_STYLES)
    o = p.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(1)

    model, vocabulary = begin(o)
    for m in model.encoder.modules():
        if isinstance(m, torch.nn.BatchNorm2d):
            m.momentum = .03
    hints, average = Hints(), copy.deepcopy(model).eval()
    decays = [q for q in model.parameters() if q.dim() > 1]
    others = [q for q in model.parameters() if q.dim() <= 1]
    optimizer = torch.optim.AdamW([{'params': decays + list(hints.parameters()), 'weight_decay': .03},
                                   {'params': others, 'weight_decay': 0}], lr=o.rate)
    step, spent = 0, 0.0
    if os.path.exists(o.state):
        s = torch.load(o.state)
        model.load_state_dict(s['model']), average.load_state_dict(s['average']), hints.load_state_dict(s['hints'])
        optimizer.load_state_dict(s['optimizer'])
        step, spent = s['step'], s['spent']
        print(f'resumed at step {step}, {spent / 60:.1f} min', flush=True)

    knobs = Knobs(112, o.level[0])
    rng = np.random.default_rng(step)

    def set_knobs(done):
        sizes = next(s for until, s in PLANS[o.plan] if done < until or until == 1)
        size = list(sizes)[rng.choice(len(sizes), p=list(sizes.values()))]
        knobs.set(size, o.level[0] + (o.level[1] - o.level[0]) * min(1, done / .5))

    def keep():
        torch.save({'model': model.state_dict(), 'average': average.state_dict(), 'hints': hints.state_dict(),
                    'optimizer': optimizer.state_dict(), 'step': step, 'spent': spent}, o.state + '.new')
        os.replace(o.state + '.new', o.state)
        save(o.out + '.new', average, vocabulary, step // 1000)
        os.replace(o.out + '.new', o.out)

    set_knobs(spent / 60 / o.minutes)
    batches = loader(Pictures(o.art, vocabulary, o.language, knobs, o.batch, seed=1000 + step, styles=o.styles), o.workers)
    model.train()
    last, kept, shown = time.time(), time.time(), time.time()
    seen, losses = 0, []
    while spent < o.minutes * 60:
        done = spent / 60 / o.minutes
        set_knobs(done)
        frozen = done < o.freeze
        warm = min(1, (step + 1) / 300)
        rate = warm * (o.last_rate + (o.rate - o.last_rate) * .5 * (1 + math.cos(math.pi * done)))
        for g in optimizer.param_groups:
            g['lr'] = rate
        pictures, tokens, present, colours = next(batches)
        x = normalised(pictures)
        if frozen:
            model.encoder.eval()
            with torch.no_grad():
                enc = model.encode(x)
        else:
            model.encoder.train()
            enc = model.encode(x)
        loss = F.cross_entropy(*model.decoder(enc, tokens), label_smoothing=o.smoothing)
        total = loss if frozen else loss + .3 * hints(enc, present, colours)
        optimizer.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5)
        optimizer.step()
        step += 1
        averaged(average, model, step)
        losses.append(float(loss))
        seen += len(pictures)
        now = time.time()
        spent, last = spent + now - last, now
        if now - shown > 30:
            size, level = knobs.get()
            print(f'{spent / 60:6.1f} min  step {step}  size {size}  level {level:.2f}  rate {rate:.1e}  '
                  f'loss {np.mean(losses):.4f}  {seen / (now - shown):.0f} pictures/s', flush=True)
            shown, seen, losses = now, 0, []
        if now - kept > 180:
            keep()
            kept = time.time()
    keep()


if __name__ == '__main__':
    main()
