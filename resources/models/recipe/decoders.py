"""Trains further decoders for an encoder that is finished: another language, or a pruned decoder.

  decoders.py features --model MODEL.pth --art DIR --out CACHE [--count 60000]     the encoder's view of many pictures, once
  decoders.py language --model MODEL.pth --features CACHE --language ko --out MODEL-ko.pth [--minutes 10]
  decoders.py prune    --model MODEL.pth --features CACHE --out MODEL-pruned.pth [--structured .3] [--magnitude .1] [--minutes 8]

Features are kept as half floats, 56 KB a picture: 60 000 pictures fill 3.4 GB. Pruning removes the least important 30 % of
the GRU's units, of the attention's units and of the embedding's columns (smaller tensors, really), then sets the smallest
10 % of the remaining decoder weights to zero and keeps them at zero while the decoder recovers.
"""
import argparse
import copy
import math
import pathlib
import time

import cv2
import numpy as np
import torch
import torch.nn.functional as F

import cards
from data import Knobs, Pictures, loader
from model import PAD, Captioner, Decoder, Vocabulary, load, normalised, save
from train import averaged

NOUN_NONE = -1


# ---- what the encoder sees

@torch.no_grad()
def cache(o):
    """CACHE.features.npy [n, 49, 576] float16 and CACHE.truth.npy [n, 3]: two nouns (-1: none) and the colour (-1: empty)."""
    model, _ = load(o.model)
    model.eval()
    encoder_words = Vocabulary('en')
    nouns = {n['english']: i for i, n in enumerate(cards.nouns())}
    batches = loader(Pictures(o.art, encoder_words, 'en', Knobs(224, o.level), 64, seed=9000), o.workers)
    features = np.lib.format.open_memmap(o.out + '.features.npy', 'w+', np.float16, (o.count, 49, 576))
    truth = np.full((o.count, 3), NOUN_NONE, np.int16)
    done, shown = 0, time.time()
    while done < o.count:
        pictures, tokens, _, colours = next(batches)
        enc = model.encode(normalised(pictures))
        for e, t, c in zip(enc.half().numpy(), tokens, colours):
            if done == o.count:
                break
            features[done] = e
            if int(c) < len(cards.COLOURS):
                things = encoder_words.decode(t[1:]).rsplit(' on a', 1)[0].split(' and ')
                truth[done, :len(things)] = [nouns[x.split(' ', 1)[1]] for x in things]
                truth[done, 2] = int(c)
            done += 1
        if time.time() - shown > 30:
            print(done, 'pictures', flush=True)
            shown = time.time()
    np.save(o.out + '.truth.npy', truth)


class Cached:
    def __init__(self, path, vocabulary, language):
        self.features = np.load(path + '.features.npy', mmap_mode='r')
        nouns, texts = cards.nouns(), []
        for a, b, c in np.load(path + '.truth.npy'):
            shown = [nouns[i] for i in (a, b) if i != NOUN_NONE]
            texts.append(vocabulary.encode(' '.join(cards.caption_words(language, shown, cards.COLOURS[c] if shown else None))))
        self.lengths = np.array([len(t) for t in texts])
        self.tokens = np.full((len(texts), self.lengths.max()), PAD, np.int64)
        for row, t in zip(self.tokens, texts):
            row[:len(t)] = t

    def batch(self, rng, n):
        i = rng.integers(0, len(self.lengths), n)
        i = i[np.argsort(-self.lengths[i], kind='stable')]
        return torch.from_numpy(self.features[i].astype(np.float32)), torch.from_numpy(self.tokens[i, :self.lengths[i].max()])


def fit(model, cached, minutes, rate, smoothing=.05, batch=128, masks=()):
    """Trains the decoder; `masks` are (parameter's name, mask) whose zeros stay zero. Returns the averaged decoder."""
    decoder, rng = model.decoder.train(), np.random.default_rng(3)
    average = copy.deepcopy(decoder).eval()
    optimizer = torch.optim.AdamW(decoder.parameters(), lr=rate, weight_decay=.01)
    parameters = dict(decoder.named_parameters())
    begun = shown = time.time()
    step, losses = 0, []
    while (done := (time.time() - begun) / 60 / minutes) < 1:
        for g in optimizer.param_groups:
            g['lr'] = rate * min(1, (step + 1) / 100) * (.02 + .98 * .5 * (1 + math.cos(math.pi * done)))
        loss = F.cross_entropy(*decoder(*cached.batch(rng, batch)), label_smoothing=smoothing)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(decoder.parameters(), 5)
        optimizer.step()
        with torch.no_grad():
            for name, mask in masks:
                parameters[name].mul_(mask)
        step += 1
        averaged(average, decoder, step, .998)
        losses.append(float(loss))
        if time.time() - shown > 30:
            shown = time.time()
            print(f'{(shown - begun) / 60:5.1f} min  step {step}  loss {np.mean(losses):.4f}', flush=True)
            losses = []
    with torch.no_grad():
        for name, mask in masks:
            dict(average.named_parameters())[name].mul_(mask)
    return average, step


def language(o):
    given, words = load(o.model, o.dropout)
    vocabulary = Vocabulary(o.language)
    model = Captioner(len(vocabulary), dropout=o.dropout)
    model.encoder = given.encoder
    old, new = given.decoder.state_dict(), model.decoder.state_dict()
    model.decoder.load_state_dict({k: old[k] if old[k].shape == new[k].shape else new[k] for k in new})
    model.decoder, step = fit(model, Cached(o.features, vocabulary, o.language), o.minutes, o.rate)
    save(o.out, model, vocabulary, step // 100)


# ---- pruning

def kept(score, share):
    """Indices of the most important, in their order."""
    return torch.sort(torch.topk(score, len(score) - int(round(len(score) * share))).indices).values


@torch.no_grad()
def structured(old, share, spread):
    """A decoder with the least important units gone. `spread`: how much each GRU unit moves on real pictures."""
    cell, width, hidden = old.decode_step, old.embedding.embedding_dim, old.init_h.out_features
    reach = old.fc.weight.norm(dim=0) / old.fc.weight.norm() + cell.weight_hh.norm(dim=0) / cell.weight_hh.norm() \
        + .5 * old.decoder_att.weight.norm(dim=0) / old.decoder_att.weight.norm()
    units = kept(reach * spread, share)
    gates = torch.cat([units + g * hidden for g in range(3)])
    seekers = kept(old.encoder_att.weight.norm(dim=1) * old.full_att.weight[0].abs(), share)
    columns = kept(old.embedding.weight.norm(dim=0) * cell.weight_ih[:, :width].norm(dim=0), share)
    inputs = torch.cat([columns, torch.arange(width, cell.weight_ih.shape[1])])
    new = Decoder(len(seekers), len(columns), len(units), old.fc.out_features, old.init_h.in_features, old.dropout.p)
    pieces = {'embedding.weight': old.embedding.weight[:, columns],
              'decode_step.weight_ih': cell.weight_ih[gates][:, inputs], 'decode_step.weight_hh': cell.weight_hh[gates][:, units],
              'decode_step.bias_ih': cell.bias_ih[gates], 'decode_step.bias_hh': cell.bias_hh[gates],
              'init_h.weight': old.init_h.weight[units], 'init_h.bias': old.init_h.bias[units],
              'fc.weight': old.fc.weight[:, units], 'fc.bias': old.fc.bias,
              'encoder_att.weight': old.encoder_att.weight[seekers], 'encoder_att.bias': old.encoder_att.bias[seekers],
              'decoder_att.weight': old.decoder_att.weight[seekers][:, units], 'decoder_att.bias': old.decoder_att.bias[seekers],
              'full_att.weight': old.full_att.weight[:, seekers], 'full_att.bias': old.full_att.bias}
    new.load_state_dict(pieces)
    return new


@torch.no_grad()
def spread_of_units(decoder, enc, tokens):
    """Standard deviation of each GRU unit over real pictures and words."""
    keys, h, states = decoder.encoder_att(enc), decoder.init_h(enc.mean(1)), []
    for t in range(tokens.shape[1] - 1):
        context, _ = decoder.attend(enc, keys, h)
        h = decoder.decode_step(torch.cat([decoder.embedding(tokens[:, t]), context], 1), h)
        states.append(h[tokens[:, t + 1] != PAD])
    return torch.cat(states).std(0)


def prune(o):
    model, vocabulary = load(o.model, o.dropout)
    cached = Cached(o.features, vocabulary, 'ko' if '배경' in vocabulary.word_map else 'en')
    before = sum(q.numel() for q in model.decoder.parameters())
    spread = spread_of_units(model.decoder.eval(), *cached.batch(np.random.default_rng(0), 512))
    model.decoder = structured(model.decoder, o.structured, spread)
    model.decoder, a = fit(model, cached, o.minutes * .4, o.rate)
    weights = [(n, q) for n, q in model.decoder.named_parameters() if q.dim() > 1]
    every = torch.cat([q.detach().abs().flatten() for _, q in weights])
    limit = every.kthvalue(int(len(every) * o.magnitude)).values
    masks = [(n, (q.detach().abs() > limit).float()) for n, q in weights]
    with torch.no_grad():
        for (_, q), (_, m) in zip(weights, masks):
            q.mul_(m)
    model.decoder, b = fit(model, cached, o.minutes * .6, o.rate * .6, masks=masks)
    after = sum(q.numel() for q in model.decoder.parameters())
    zeros = sum(int((q == 0).sum()) for n, q in model.decoder.named_parameters() if q.dim() > 1) / len(every)
    print(f'decoder: {before} -> {after} numbers ({after / before:.3f}), {zeros:.3f} of its weights are zero')
    save(o.out, model, vocabulary, (a + b) // 100)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    s = p.add_subparsers(dest='what', required=True)
    for name, call in (('features', cache), ('language', language), ('prune', prune)):
        q = s.add_parser(name)
        q.set_defaults(call=call)
        q.add_argument('--model', required=True)
        q.add_argument('--out', required=True)
        q.add_argument('--threads', type=int, default=1)
        if name == 'features':
            q.add_argument('--art', required=True)
            q.add_argument('--count', type=int, default=60000)
            q.add_argument('--level', type=float, default=.8)
            q.add_argument('--workers', type=int, default=1)
        else:
            q.add_argument('--features', required=True)
            q.add_argument('--minutes', type=float, default=8)
            q.add_argument('--rate', type=float, default=1e-3)
            q.add_argument('--dropout', type=float, default=.2)
        if name == 'language':
            q.add_argument('--language', default='ko', choices=cards.EMPTY)
        if name == 'prune':
            q.add_argument('--structured', type=float, default=.30)
            q.add_argument('--magnitude', type=float, default=.10)
    o = p.parse_args()
    torch.set_num_threads(o.threads)
    cv2.setNumThreads(1)
    pathlib.Path(o.out).parent.mkdir(parents=True, exist_ok=True)
    o.call(o)


if __name__ == '__main__':
    main()
