#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""make_reference.py FOLDER: writes checkpoints as users' training scripts would, pictures, and what PyTorch says of them
(reference.json). Needs Debian's python3-torch, nothing else."""
import copy
import json
import sys
from collections import OrderedDict

import torch
from captioner_reference import Captioner, channels_for_width, give_signal

MEAN = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)
SIDE = 224
START, END = 1, 2


def make_pictures(count):
    """Bytes, 3 x 224 x 224: soft blobs, stripes and ramps."""
    torch.manual_seed(11)
    pictures = []
    for i in range(count):
        blobs = torch.nn.functional.interpolate(torch.rand(1, 3, 3 + i, 4 + i), size=SIDE, mode='bicubic')[0]
        ramp = torch.linspace(0, 1, SIDE).expand(3, SIDE, SIDE)
        stripes = (torch.arange(SIDE) // (4 + 3 * i) % 2).float().expand(3, SIDE, SIDE)
        mixed = (blobs, 0.7 * blobs + 0.3 * ramp, 0.6 * blobs + 0.4 * stripes.transpose(1, 2))[i % 3]
        pictures.append((mixed.clamp(0, 1) * 255).round().to(torch.uint8))
    return pictures


def prepare(picture):
    return (picture.float() / 255 - MEAN) / DEVIATION


def vocabulary(size, korean=False):
    specials = ['<pad>', '<start>', '<end>', '<unk>']
    stem = '낱말' if korean else 'word'
    return {word: i for i, word in enumerate(specials + ['%s%d' % (stem, i) for i in range(4, size)])}


def as_checkpoint(state, words, **extra):
    return dict(model_state_dict=state, word_map=words, rev_word_map={i: w for w, i in words.items()},
                vocab_size=len(words), **extra)


def one_storage(state):
    """Every tensor a view of one long block, in reverse order."""
    flat = torch.cat([t.flatten() for t in reversed(list(state.values())) if t.is_floating_point()])
    views, at = {}, 0
    for name, t in reversed(list(state.items())):
        if t.is_floating_point():
            views[name] = flat[at:at + t.numel()].view(t.shape)
            at += t.numel()
    return OrderedDict((name, views.get(name, t)) for name, t in state.items())


def strided(state):
    """Matrices kept transposed, convolutions channels-last, vectors as every second number."""
    out = OrderedDict()
    for name, t in state.items():
        if t.dim() == 2:
            t = t.t().contiguous().t()
        elif t.dim() == 4:
            t = t.contiguous(memory_format=torch.channels_last)
        elif t.dim() == 1 and t.is_floating_point():
            t = torch.stack([t, torch.zeros_like(t)], 1).flatten()[::2]
        out[name] = t
    return out


def quantised(model):
    """Rows of the decoder's matrices as 127 steps each way, as the engine keeps them in int8."""
    model = copy.deepcopy(model)
    with torch.no_grad():
        for name, p in model.decoder.named_parameters():
            if p.dim() == 2 and not name.startswith('full_att'):
                scale = p.abs().amax(1, keepdim=True) / 127
                p.copy_((p / scale).round().clamp(-127, 127) * scale)
    return model


def rounded(model, dtype):
    return copy.deepcopy(model).to(dtype).float()


def half_encoder(model):
    model = copy.deepcopy(model)
    model.encoder.half().float()
    return model


PRUNED = (11, [(11, 9, 5), (37, 19, 0), (51, 19, 0), (61, 29, 13), (101, 29, 17), (99, 29, 21), (71, 33, 9), (83, 33, 8),
               (151, 67, 23), (201, 67, 31), (199, 67, 29)], 301)

SIZES = dict(vocab=300, embed=96, hidden=160, attention=80)


def proves(captions):
    """Captions that differ, of which one ends by itself, and no word that rounding could have chosen."""
    lengths = [len(tokens) for tokens, *_ in captions]
    return (len({tuple(tokens) for tokens, *_ in captions}) >= 3 and min(lengths) < 50 and max(lengths) >= 5 and
            min(closest for *_, closest in captions) >= 2e-3)


def build(channels, pictures, tied=False, variants=(), **changes):
    """An untrained network with something to say, also after each of the `variants` (functions of the network)."""
    sizes = dict(SIZES, **changes)
    prepared = torch.stack([prepare(p) for p in pictures])
    for seed in range(100):
        torch.manual_seed(seed)
        model = Captioner(channels, **sizes)
        give_signal(model, prepared, END, favour=1.5 + seed % 4)
        if tied:
            model.decoder.fc.weight = model.decoder.embedding.weight
        if all(proves([variant(model).caption(p, START, END) for p in prepared]) for variant in (lambda m: m, *variants)):
            return model
    raise SystemExit('no seed gives a network worth comparing')


class Writer:
    def __init__(self, folder, pictures):
        self.folder, self.pictures, self.cases = folder, pictures, []

    def add(self, name, model, state=None, said_by=None, precision='fp32', tolerance=1e-3, protocol=2, korean=False,
            dtype=None, **extra):
        """Saves `state` (default: the model's own) and what `said_by` (default: the model) says of the pictures."""
        said_by = said_by or model
        state = state or model.state_dict()
        if dtype:
            state = OrderedDict((k, t.to(dtype) if t.is_floating_point() else t) for k, t in state.items())
        words = vocabulary(said_by.decoder.embedding.num_embeddings, korean)
        names = list(words)
        torch.save(as_checkpoint(state, words, **extra), '%s/%s.pth' % (self.folder, name), pickle_protocol=protocol)
        captions, closest = [], float('inf')
        for i, picture in enumerate(self.pictures):
            tokens, probabilities, attention, margin = said_by.caption(prepare(picture), START, END)
            said = [names[t] for t in tokens]
            captions.append(dict(picture='picture%d.rgb' % i, tokens=tokens, words=said, probabilities=probabilities,
                                 attention=attention, text=' '.join(w for w in said if not w.startswith('<'))))
            closest = min(closest, margin)
        print('%-12s %2d words at most, closest decision %.4f'
              % (name, max(len(c['tokens']) for c in captions), closest), flush=True)
        self.cases.append(dict(name=name, file=name + '.pth', precision=precision, tolerance=tolerance,
                               closest=closest, captions=captions))


def main(folder):
    torch.set_num_threads(2)
    pictures = make_pictures(4)
    for i, picture in enumerate(pictures):
        with open('%s/picture%d.rgb' % (folder, i), 'wb') as f:
            f.write(bytes(picture.permute(1, 2, 0).flatten().tolist()))
    writer = Writer(folder, pictures)
    half = lambda m: rounded(m, torch.float16)
    brain = lambda m: rounded(m, torch.bfloat16)
    full = build(channels_for_width(1.0), pictures, variants=(half, quantised), embed=300, hidden=512, attention=256, vocab=500)
    narrow = build(channels_for_width(0.5), pictures, variants=(half, brain, half_encoder))
    wide = build(channels_for_width(0.75), pictures)
    slim = build(channels_for_width(0.1), pictures)
    pruned = build(PRUNED, pictures, vocab=211, embed=53, hidden=77, attention=31)
    tied = build(channels_for_width(0.5), pictures, tied=True, variants=(quantised,), embed=128, hidden=128)

    writer.add('full', full, epoch=10, decoder_dim=512, attention_dim=256)
    writer.add('width_050', narrow)
    writer.add('width_075', wide)
    writer.add('width_010', slim)
    writer.add('pruned', pruned, decoder_dim=512)
    writer.add('korean', narrow, korean=True)
    writer.add('tied', tied)
    writer.add('views', narrow, state=one_storage(narrow.state_dict()))
    writer.add('strided', narrow, state=strided(narrow.state_dict()))
    writer.add('module', narrow, state=OrderedDict(('module.' + k, t) for k, t in narrow.state_dict().items()))
    writer.add('extra', narrow, state=OrderedDict([*narrow.state_dict().items(), ('encoder.13.weight', torch.ones(4))]))
    for protocol in (3, 4, 5):
        writer.add('protocol_%d' % protocol, narrow, protocol=protocol)
    writer.add('half_file', full, said_by=half(full), dtype=torch.float16, tolerance=5e-3)
    writer.add('bfloat_file', narrow, said_by=brain(narrow), dtype=torch.bfloat16)
    writer.add('double_file', narrow, dtype=torch.float64)
    mixed = OrderedDict((k, t.half() if k.startswith('encoder.') and t.is_floating_point() else t)
                        for k, t in narrow.state_dict().items())
    writer.add('mixed_file', narrow, state=mixed, said_by=half_encoder(narrow))
    writer.add('run_as_half', full, said_by=half(full), precision='fp16', tolerance=5e-3)
    writer.add('run_as_bytes', full, said_by=quantised(full), precision='int8')
    writer.add('tied_bytes', tied, said_by=quantised(tied), precision='int8')
    writer.add('views_half', narrow, state=one_storage(narrow.state_dict()), said_by=half(narrow),
               precision='fp16', tolerance=5e-3)
    with open(folder + '/reference.json', 'w', encoding='utf-8') as f:
        json.dump(dict(cases=writer.cases), f)


main(sys.argv[1])
