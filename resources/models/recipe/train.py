"""Trains the captioners from nothing, or goes on where a run was stopped.

  train.py --art DIR --state RUN.state --out DIR [--languages en ko] [--minutes 100]
  train.py ... --init MODEL.pth...     train published checkpoints further: the encoder of the last, the decoder of each

One encoder learns with one decoder for each language; near two thirds of the time each decoder gets a pruned twin, which
goes on learning beside it. Writes DIR/flashcards-LANGUAGE.pth and DIR/flashcards-LANGUAGE-pruned.pth every few minutes.

The schedule follows the clock, so that a run fits the machine: single objects on small pictures come first (the encoder
alone learns, from hints), then whole cards of 112 and at last 224 pixels; they become harder and the learning rate falls.
Stopped with any signal, it goes on from --state. Checkpoints given with --init skip the first lessons.
"""
import argparse
import copy
import ctypes
import math
import os
import pathlib
import time

import numpy as np
import torch
import torch.nn.functional as F

import cards
from data import Knobs, Pictures, loader
from model import Captioner, Decoder, Vocabulary, decoder_like, load, new_encoder, normalised, save
from prune import apply_masks, magnitude_masks, sizes, spread_of_units, structured

# until this fraction of the time: picture sizes and how often each is drawn; below 100 only the encoder learns
PLAN = [(.33, {64: .85, 96: .15}), (.52, {112: .1, 160: .6, 224: .3}), (1, {160: .1, 224: .9})]
PRUNE_AT, MAGNITUDE_AT = .7, .8
LIBC = ctypes.CDLL('libc.so.6')


class Hints(torch.nn.Module):
    """Which nouns and which colour, read from the pooled features: teaches the encoder early, dropped afterwards."""

    def __init__(self):
        super().__init__()
        self.noun = torch.nn.Linear(576, len(cards.nouns()) + 1)
        self.colour = torch.nn.Linear(576, len(cards.COLOURS) + 1)

    def forward(self, enc, sides, colour):
        n, cells, channels = enc.shape
        grid = enc.view(n, math.isqrt(cells), math.isqrt(cells), channels)
        half, two = grid.shape[2] // 2, sides[:, 0] != sides[:, 1]
        whole = F.dropout(enc.mean(1), 0.2, self.training)
        loss = F.cross_entropy(self.noun(whole[~two]), sides[~two, 0], reduction='sum')
        if two.any():                                        # the left object is named from the left half, the right from the right
            for side, part in ((0, grid[two][:, :, :half]), (1, grid[two][:, :, -half:])):
                loss = loss + F.cross_entropy(self.noun(F.dropout(part.mean((1, 2)), 0.2, self.training)), sides[two, side], reduction='sum')
        return loss / (n + int(two.sum())) + 0.5 * F.cross_entropy(self.colour(whole), colour)


class Family(torch.nn.Module):
    """One encoder, several decoders: 'en', 'ko', 'en-pruned', 'ko-pruned'."""

    def __init__(self, vocabularies, dropout):
        super().__init__()
        self.encoder = new_encoder()
        self.decoders = torch.nn.ModuleDict({k: Decoder(128, 300, 256, len(v), 576, dropout) for k, v in vocabularies.items()})
        self.to(memory_format=torch.channels_last)

    def encode(self, x):
        return self.encoder(x).flatten(2).transpose(1, 2).contiguous()


def averaged(average, model, step, decay):
    d = min(decay, (1 + step) / (10 + step))
    with torch.no_grad():
        for a, b in zip(average.state_dict().values(), model.state_dict().values()):
            if a.is_floating_point():
                a.lerp_(b, 1 - d)
            else:
                a.copy_(b)


class Run:
    def __init__(self, o):
        self.o, self.step, self.spent, self.masks = o, 0, 0.0, {}
        self.vocabularies = {k: Vocabulary(k) for k in o.languages}
        self.model = Family(self.vocabularies, o.dropout)
        for path in o.init:
            given, words = load(path)
            self.model.encoder.load_state_dict(given.encoder.state_dict())
            self.spent = PLAN[0][0] * o.minutes * 60         # past the first lessons
            for k in [k for k, v in self.vocabularies.items() if v.word_map == words.word_map]:
                pruned = given.decoder.init_h.out_features < 256
                given.decoder.dropout.p = o.dropout / (2 if pruned else 1)
                self.model.decoders[k + '-pruned' * pruned] = given.decoder
                zeros = {n: (q != 0).float() for n, q in given.decoder.named_parameters() if q.dim() > 1}
                if pruned and not all(mask.all() for mask in zeros.values()):
                    self.masks[k + '-pruned'] = zeros        # what was fixed at zero stays so
        for m in self.model.encoder.modules():
            if isinstance(m, torch.nn.BatchNorm2d):
                m.momentum = .03
        self.hints = Hints()
        saved = torch.load(o.state) if os.path.exists(o.state) else None
        if saved:
            self.resume(saved)
        self.average = copy.deepcopy(self.model).eval()
        if saved:
            self.average.load_state_dict(saved['average'])
        self.optimizer = torch.optim.AdamW([dict(self.group(self.model.encoder)), dict(self.group(self.hints))], lr=o.rate)
        for decoder in self.model.decoders.values():
            self.optimizer.add_param_group(self.group(decoder))
        if saved and saved['optimizer']:
            self.optimizer.load_state_dict(saved['optimizer'])

    @staticmethod
    def group(module):
        return {'params': list(module.parameters()), 'weight_decay': .02}

    def resume(self, saved):
        state = saved['model']
        for k in saved['decoders']:
            sub = {n[len(f'decoders.{k}.'):]: v for n, v in state.items() if n.startswith(f'decoders.{k}.')}
            self.model.decoders[k] = decoder_like(sub, self.o.dropout)
        self.model.load_state_dict(state)
        self.hints.load_state_dict(saved['hints'])
        self.step, self.spent, self.masks = saved['step'], saved['spent'], saved['masks']
        print(f'resumed at step {self.step}, {self.spent / 60:.1f} min, decoders {list(self.model.decoders)}', flush=True)

    def keep(self):
        o = self.o
        torch.save({'model': self.model.state_dict(), 'decoders': list(self.model.decoders), 'average': self.average.state_dict(),
                    'hints': self.hints.state_dict(), 'optimizer': self.optimizer.state_dict(), 'masks': self.masks,
                    'step': self.step, 'spent': self.spent}, o.state + '.new')
        os.replace(o.state + '.new', o.state)
        o.out.mkdir(parents=True, exist_ok=True)
        for k, decoder in self.average.decoders.items():
            apply_masks(decoder, self.masks.get(k, {}))
            path = o.out / f'flashcards-{k}.pth'
            save(path.with_suffix('.new'), Captioner(self.average.encoder, decoder), self.vocabularies[k[:2]], self.step // 1000)
            os.replace(path.with_suffix('.new'), path)

    def due(self):
        return any(k + '-pruned' not in self.model.decoders or self.done() >= MAGNITUDE_AT and k + '-pruned' not in self.masks
                   for k in self.vocabularies)

    @torch.no_grad()
    def prune(self, pictures, texts):
        """Adds a pruned twin of each language's decoder, then (later) fixes its smallest weights at zero."""
        enc = self.average.encode(normalised(pictures))
        for k in self.vocabularies:
            twin = k + '-pruned'
            if twin not in self.model.decoders:
                order, tokens = texts[k]
                old = self.average.decoders[k].eval()
                small = structured(old, self.o.structured, spread_of_units(old, enc[order], tokens))
                self.average.decoders[twin], self.model.decoders[twin] = small.eval(), copy.deepcopy(small).train()
                self.model.decoders[twin].dropout.p = self.o.dropout / 2
                self.optimizer.add_param_group(self.group(self.model.decoders[twin]))
                print(twin, 'numbers', sizes(old)[0], '->', sizes(small)[0], flush=True)
            elif twin not in self.masks and self.done() >= MAGNITUDE_AT:
                self.masks[twin] = magnitude_masks(self.model.decoders[twin], self.o.magnitude)
                print(twin, f'{self.o.magnitude:.0%} of the weights fixed at zero', flush=True)

    def done(self):
        return self.spent / 60 / self.o.minutes

    def set_rate(self):
        rate = self.o.last_rate + (self.o.rate - self.o.last_rate) * .5 * (1 + math.cos(math.pi * min(1, self.done())))
        for g in self.optimizer.param_groups:
            g['lr'] = rate * min(1, (self.step - self.first + 1) / 60)

    def update(self):
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 5)
        self.optimizer.step()
        for k, masks in self.masks.items():
            apply_masks(self.model.decoders[k], masks)
        self.step += 1
        if self.step % 10 == 0:                              # what is free between blocks of changing sizes goes back
            LIBC.malloc_trim(0)

    def speak(self, enc, texts):
        """Gradients of all decoders for these features; one after another, so that their graphs are freed in between."""
        parts = {}
        for k, decoder in self.model.decoders.items():
            order, tokens = texts[k[:2]]
            parts[k] = F.cross_entropy(*decoder(enc[order], tokens), label_smoothing=self.o.smoothing)
            (parts[k] * (.5 if k.endswith('pruned') and enc.requires_grad else 1)).backward()
        return parts

    def learn(self, pictures, texts, sides, colours):
        """One step of encoder and decoders; returns the loss of each part."""
        self.set_rate()
        self.optimizer.zero_grad(set_to_none=True)
        size, enc = pictures.shape[1], self.model.encode(normalised(pictures))
        hints = self.hints(enc, sides, colours)
        if size < 100:
            hints.backward()
            parts = {}
        else:
            seen = enc.detach().requires_grad_()
            parts = self.speak(seen, texts)
            torch.autograd.backward([enc, hints], [seen.grad / len(self.vocabularies), torch.tensor(.6)])
        self.update()
        return {k: float(v) for k, v in {f'hints{size}': hints, **parts}.items()}

    def batches(self, rank, plan):
        """Pictures as the plan asks for them at this time, endlessly."""
        o, rng, knobs = self.o, np.random.default_rng([self.step, rank]), Knobs(64, 0)

        def turn():
            done = self.done()
            chances = next(s for until, s in plan if done < until or until == 1)
            knobs.set(list(chances)[rng.choice(len(chances), p=list(chances.values()))], o.level[0] + (o.level[1] - o.level[0]) * done)
        turn()
        source = loader(Pictures(o.art, self.vocabularies, knobs, o.batch, seed=1000 + self.step + 7919 * rank), o.workers)
        while True:
            turn()
            yield next(source)

    def help(self, rank):
        """Another process that trains on the same shared weights, without locks: everything, or the decoders alone.

        For decoders alone, what the encoder saw is kept a while and learnt from several times: they are cheap, looking is dear.
        """
        torch.set_num_threads(self.o.threads)
        torch.manual_seed(rank)
        begun, spent, parent, rng, kept = time.time(), self.spent, os.getppid(), np.random.default_rng(rank), []
        if self.o.help == 'everything':
            for batch in self.batches(rank, PLAN):
                if os.getppid() != parent:
                    return
                self.spent = spent + time.time() - begun
                self.learn(*batch)
        self.model.encoder.eval()
        for pictures, texts, _, _ in self.batches(rank, [(1, {224: 1.})]):
            with torch.no_grad(), torch.cpu.amp.autocast():
                kept = kept[-79:] + [(self.model.encode(normalised(pictures)).half(), texts)]
            for _ in range(self.o.repeat):
                if os.getppid() != parent:
                    return
                self.spent = spent + time.time() - begun
                self.set_rate()
                self.optimizer.zero_grad(set_to_none=True)
                enc, texts = kept[rng.integers(len(kept))]
                self.speak(enc.float(), texts)
                self.update()

    def start_helpers(self):
        self.optimizer.zero_grad(set_to_none=True)
        self.model.share_memory(), self.hints.share_memory()
        self.helpers = [torch.multiprocessing.get_context('fork').Process(target=self.help, args=(r,)) for r in range(1, self.o.processes)]
        for h in self.helpers:
            h.start()

    def stop_helpers(self):
        for h in self.helpers:
            h.terminate()
            h.join()

    def go(self):
        o, self.first = self.o, self.step
        self.model.train()
        self.start_helpers()
        last = kept = shown = time.time()
        seen, losses = 0, {}
        for batch in self.batches(0, PLAN):
            if self.done() >= 1:
                break
            if self.done() >= PRUNE_AT and len(batch[0][0]) >= 100 and self.due():
                self.stop_helpers()
                self.prune(*batch[:2])
                self.start_helpers()
            for k, v in self.learn(*batch).items():
                losses.setdefault(k, []).append(v)
            averaged(self.average, self.model, self.step, .998)
            seen += len(batch[0])
            now = time.time()
            self.spent, last = self.spent + min(now - last, 10), now       # a machine that slept used up no time
            if now - shown > 30:
                means = '  '.join(f'{k} {np.mean(v):.3f}' for k, v in losses.items())
                print(f'{self.spent / 60:6.1f} min  step {self.step}  size {batch[0].shape[1]}  '
                      f'rate {self.optimizer.param_groups[0]["lr"]:.1e}  {means}  {seen / (now - shown):.0f} pictures/s', flush=True)
                shown, seen, losses = now, 0, {}
            if now - kept > 180:
                self.keep()
                kept = time.time()
        self.stop_helpers()
        self.keep()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--art', required=True)
    p.add_argument('--state', required=True)
    p.add_argument('--out', required=True, type=pathlib.Path)
    p.add_argument('--languages', nargs='*', default=list(cards.EMPTY), choices=list(cards.EMPTY))
    p.add_argument('--init', nargs='*', default=[])
    p.add_argument('--minutes', type=float, default=100)
    p.add_argument('--batch', type=int, default=64)
    p.add_argument('--rate', type=float, default=2e-3)
    p.add_argument('--last-rate', type=float, default=3e-5)
    p.add_argument('--level', type=float, nargs=2, default=(.1, .9), help='how hard the pictures are, at first and at last')
    p.add_argument('--dropout', type=float, default=.3)
    p.add_argument('--smoothing', type=float, default=.05)
    p.add_argument('--structured', type=float, default=.30)
    p.add_argument('--magnitude', type=float, default=.10)
    p.add_argument('--processes', type=int, default=2, help='one trains everything, the others help it')
    p.add_argument('--help-with', dest='help', choices=('decoders', 'everything'), default='decoders', help='what each further process trains')
    p.add_argument('--repeat', type=int, default=4, help='how often decoders alone learn from what the encoder saw')
    p.add_argument('--threads', type=int, default=1)
    p.add_argument('--workers', type=int, default=1)
    o = p.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(1)
    Run(o).go()


if __name__ == '__main__':
    main()
