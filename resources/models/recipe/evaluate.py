"""How many captions are exactly right, on pictures drawn afresh with a seed that training never uses.

  evaluate.py --art DIR MODEL.pth... [--count 500] [--sets plain camera empty unseen] [--seed 77] [--json OUT]
  evaluate.py --art DIR --write DIR2 [--language en] [--count 100]     the same pictures as PNG files and captions.tsv

plain   a card fills the frame, training styles, art as drawn, object sizes, turns (about ±10°) and colours at random
unseen  the same with fxemoji, a style that no training picture uses
second  the same with streamline-emojis, another such style (line drawings; the nouns that it has)
camera  training styles, the card held before a made-up room: pose, hands, light, glare, blur, noise, screens
empty   no card: rooms, walls, hands, blank cards, the dark

Every picture is drawn as a 640x480 frame (every fourth as 480x480) and squashed to 224x224 as the application does it.
"""
import argparse
import collections
import json
import pathlib

import cv2
import numpy as np
import torch

import camera
import cards
from model import load, normalised
from sprites import SECOND_UNSEEN_STYLE, TRAINING_STYLES, UNSEEN_STYLE

SETS = ('plain', 'unseen', 'camera', 'empty', 'second')


def frames(art_folder, name, count, seed):
    """(640x480 or 480x480 RGB, nouns, colour) of one set."""
    rng = np.random.default_rng([seed, SETS.index(name)])
    art = cards.Art(art_folder, {'unseen': (UNSEEN_STYLE,), 'second': (SECOND_UNSEEN_STYLE,)}.get(name, TRAINING_STYLES), variants=0)
    backdrops = camera.rooms(seed, 150)
    level, seen = {'plain': (.3, 'plain'), 'unseen': (.3, 'plain'), 'second': (.3, 'plain'), 'camera': (.7, 'camera'), 'empty': (.7, 'empty')}[name]
    for i in range(count):
        yield cards.picture(rng, art, backdrops, 480 if i % 4 == 3 else 640, 480, level, seen, jitter=False)


def squashed(frame):
    return cv2.resize(frame, (224, 224), interpolation=cv2.INTER_LINEAR)


def wanted(language, shown, colour):
    return ' '.join(cards.caption_words(language, [cards.nouns()[i] for i in shown], colour))


@torch.no_grad()
def captions(model, vocabulary, pictures):
    out = []
    for i in range(0, len(pictures), 32):
        x = normalised(torch.from_numpy(np.stack(pictures[i:i + 32])))
        out += [vocabulary.decode(t) for t in model.decoder.greedy(model.encode(x))]
    return out


def measure(model, vocabulary, language, pictures, truths):
    """Share of exact captions, of nouns and colours found, of cards called empty; and the commonest mistakes."""
    said = captions(model, vocabulary, pictures)
    meant = [wanted(language, *t) for t in truths]
    empty = cards.EMPTY[language]
    found = nouns = colour = 0
    confused = collections.Counter()
    for s, m, (shown, c) in zip(said, meant, truths):
        for i in shown:
            noun = cards.nouns()[i]['english' if language == 'en' else 'korean']
            nouns += 1
            found += f' {noun} ' in f' {s} '
            if f' {noun} ' not in f' {s} ':
                confused[noun] += 1
        if c:
            word = c if language == 'en' else cards.KOREAN_COLOURS[c]
            colour += f' {word} ' in f' {s} ' if language == 'en' else s.startswith(word)
    cards_shown = sum(bool(t[0]) for t in truths)
    return {'n': len(said), 'exact': round(sum(a == b for a, b in zip(said, meant)) / len(said), 4),
            'nouns': round(found / nouns, 4) if nouns else None, 'colour': round(colour / cards_shown, 4) if cards_shown else None,
            'cards called empty': sum(s == empty for s, t in zip(said, truths) if t[0]), 'missed most': confused.most_common(12),
            'examples': [(m, s) for s, m in zip(said, meant) if s != m][:6]}


def write(folder, art, language, sets, count, seed):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / 'captions.tsv', 'w', encoding='utf-8') as f:
        for name in sets:
            for i, (frame, shown, colour) in enumerate(frames(art, name, count, seed)):
                file = f'{name}-{i:04d}.png'
                cv2.imwrite(str(folder / file), frame[..., ::-1])
                f.write(f'{file}\t{wanted(language, shown, colour)}\n')


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('models', nargs='*')
    p.add_argument('--art', required=True)
    p.add_argument('--count', type=int, default=500)
    p.add_argument('--sets', nargs='*', default=SETS, choices=SETS)
    p.add_argument('--seed', type=int, default=77)
    p.add_argument('--write')
    p.add_argument('--language', default='en')
    p.add_argument('--json')
    p.add_argument('--threads', type=int, default=1)
    o = p.parse_args()
    torch.set_num_threads(o.threads)
    cv2.setNumThreads(1)
    if o.write:
        return write(o.write, o.art, o.language, o.sets, o.count, o.seed)
    loaded = [(path, *load(path)) for path in o.models]
    results = {path: {} for path in o.models}
    for name in o.sets:
        drawn = [(squashed(f), (shown, colour)) for f, shown, colour in frames(o.art, name, o.count, o.seed)]
        pictures, truths = zip(*drawn)
        for path, model, vocabulary in loaded:
            language = 'ko' if '배경' in vocabulary.word_map else 'en'
            r = results[path][name] = measure(model.eval(), vocabulary, language, pictures, truths)
            print(pathlib.Path(path).name, name, {k: v for k, v in r.items() if k != 'examples'}, flush=True)
            for m, s in r['examples']:
                print('    ', m, ' -> ', s, flush=True)
    if o.json:
        with open(o.json, 'w', encoding='utf-8') as f:
            json.dump(results, f, ensure_ascii=False, indent=1)


if __name__ == '__main__':
    main()
