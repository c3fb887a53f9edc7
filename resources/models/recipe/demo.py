"""Draws the demonstration cards (640x480 PNG) and the sprites of the built-in reel, with their index cards.json.

  demo.py NODE_MODULES OUT
"""
import json
import pathlib
import sys

import cv2
import numpy as np

import cards
from sprites import nouns, rendered, svg_of

REEL = {  # noun -> the style its sprite is taken from
    'fox': 'noto', 'rocket': 'twemoji', 'cat-face': 'noto', 'owl': 'twemoji', 'penguin': 'fluent-emoji-flat', 'elephant': 'noto',
    'turtle': 'noto-v1', 'octopus': 'twemoji', 'crab': 'emojione', 'butterfly': 'noto-v1', 'red-apple': 'fluent-emoji-flat',
    'banana': 'noto', 'strawberry': 'emojione', 'pineapple': 'noto-v1', 'hamburger': 'noto', 'doughnut': 'twemoji',
    'guitar': 'emojione', 'bicycle': 'twemoji', 'sailboat': 'noto-v1', 'castle': 'noto', 'umbrella': 'twemoji',
    'sunflower': 'fluent-emoji-flat', 'alarm-clock': 'emojione', 'camera': 'noto'}
CARDS = [  # nouns left to right, background, its paint
    (['fox'], 'blue', (52, 120, 220)), (['rocket'], 'black', (16, 16, 18)), (['cat-face', 'umbrella'], 'green', (46, 150, 70)),
    (['banana'], 'purple', (118, 46, 168)), (['crab', 'sunflower'], 'orange', (250, 150, 30)), (['bicycle'], 'white', (250, 250, 250)),
    (['penguin', 'red-apple'], 'yellow', (250, 214, 40)), (['castle'], 'pink', (252, 178, 204)), (['pineapple', 'guitar'], 'red', (208, 34, 40)),
    (['turtle'], 'brown', (122, 78, 44)), (['camera', 'hamburger'], 'gray', (134, 134, 136)), (['doughnut', 'rocket'], 'blue', (40, 96, 200))]


def sprite(node_modules, icon, size):
    with open(pathlib.Path(node_modules) / '@iconify-json' / REEL[icon] / 'icons.json', encoding='utf-8') as f:
        return rendered(svg_of(json.load(f), icon), size)


def save(path, rgba):
    cv2.imwrite(str(path), rgba[..., [2, 1, 0, 3][:rgba.shape[2]]], [cv2.IMWRITE_PNG_COMPRESSION, 9])


def main():
    node_modules, out = sys.argv[1], pathlib.Path(sys.argv[2])
    (out / 'sprites').mkdir(parents=True, exist_ok=True)
    by_icon = {n['icon']: n for n in nouns()}
    index, art = [], {}
    for icon in REEL:
        art[icon] = sprite(node_modules, icon, 384)
        file = 'sprites/' + by_icon[icon]['english'].replace(' ', '-') + '.png'
        small = sprite(node_modules, icon, 256)
        small[small[..., 3] == 0] = 0
        save(out / file, small)
        index.append({'file': file, 'noun_en': by_icon[icon]['english'], 'noun_ko': by_icon[icon]['korean'], 'style': REEL[icon]})
    with open(out / 'cards.json', 'w', encoding='utf-8') as f:
        json.dump(index, f, ensure_ascii=False, indent=1)
        f.write('\n')
    lines = []
    for icons, colour, paint in CARDS:
        canvas = np.empty((480, 640, 3), np.float32)
        canvas[:] = paint
        for i, icon in enumerate(icons):
            size, x = (350, 320) if len(icons) == 1 else (250, 175 + 290 * i)
            n = len(art[icon])
            m = np.float64([[size / n, 0, x - size / 2], [0, size / n, 240 - size / 2], [0, 0, 1]])
            cards.paste(canvas, np.ascontiguousarray(art[icon][..., :3]), np.ascontiguousarray(art[icon][..., 3]), m)
        shown = [by_icon[i] for i in icons]
        file = '-and-'.join(n['english'].replace(' ', '-') for n in shown) + f'-{colour}.png'
        save(out / file, np.uint8(np.clip(canvas + .5, 0, 255)))
        lines.append('\t'.join([file, *(' '.join(cards.caption_words(k, shown, colour)) for k in ('en', 'ko'))]))
    (out / 'captions.tsv').write_text('\n'.join(lines) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
