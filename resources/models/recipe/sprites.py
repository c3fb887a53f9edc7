"""Renders the emoji art of every style into arrays: OUT/<style>.npy, RGBA, [noun, 192, 192, 4], empty where a style lacks it.

  sprites.py NODE_MODULES OUT [--size 192] [--jobs 2]
  sprites.py --sheet OUT STYLE PICTURE       a contact sheet, to check the art by eye

Needs rsvg-convert and the npm packages @iconify-json/{noto,noto-v1,twemoji,fluent-emoji,fluent-emoji-flat,emojione,fxemoji}.
Columns of nouns.tsv: the icon's name in Iconify's sets, the noun in English and in Korean, its name in fxemoji (which
names its icons its own way), and an optional second icon that shows the same noun (written to <style>.variants.npy).
"""
import argparse
import csv
import json
import pathlib
import resource
import subprocess
from multiprocessing.pool import ThreadPool

import cv2
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
TRAINING_STYLES = ('noto', 'noto-v1', 'twemoji', 'fluent-emoji', 'fluent-emoji-flat', 'emojione')
UNSEEN_STYLE = 'fxemoji'      # for evaluation only, never trained on
SECOND_UNSEEN_STYLE = 'streamline-emojis'   # the same; it has about 85 of the nouns
BAD = {                       # (style, icon): art that does not look like its noun, seen on the sheets
}


def nouns():
    with open(HERE / 'nouns.tsv', encoding='utf-8', newline='') as f:
        return list(csv.DictReader(f, delimiter='\t'))


def svg_of(icons, name):
    """The SVG text of an icon of an Iconify set, aliases followed; None where the set has no such icon."""
    for _ in range(8):
        if name in icons['icons']:
            i = icons['icons'][name]
            w, h = (i.get(k, icons.get(k, 16)) for k in ('width', 'height'))
            return ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
                    f'viewBox="{i.get("left", 0)} {i.get("top", 0)} {w} {h}" width="{w}" height="{h}">{i["body"]}</svg>')
        alias = icons.get('aliases', {}).get(name)
        if alias is None:
            return None
        name = alias['parent']
    return None


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))


def rendered(svg, size):
    """RGBA picture of the SVG, or None when librsvg gives up (some art asks for more memory than there is)."""
    try:
        r = subprocess.run(['rsvg-convert', '-w', str(size), '-h', str(size), '-a'], input=svg.encode(), capture_output=True,
                           timeout=60, preexec_fn=limits)
    except subprocess.TimeoutExpired:
        return None
    if r.returncode != 0:
        return None
    bgra = cv2.imdecode(np.frombuffer(r.stdout, np.uint8), cv2.IMREAD_UNCHANGED)
    if bgra is None or bgra.ndim != 3 or bgra.shape[2] != 4:
        return None
    rgba = cv2.cvtColor(bgra, cv2.COLOR_BGRA2RGBA)
    ys, xs = np.nonzero(rgba[..., 3] > 8)
    if not len(ys):
        return None
    rgba = rgba[ys.min():ys.max() + 1, xs.min():xs.max() + 1]       # cropped, then centred on a square with a margin
    scale = 0.96 * size / max(rgba.shape[:2])
    rgba = cv2.resize(rgba, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    out = np.zeros((size, size, 4), np.uint8)
    y, x = (size - rgba.shape[0]) // 2, (size - rgba.shape[1]) // 2
    out[y:y + rgba.shape[0], x:x + rgba.shape[1]] = rgba
    return out


def render_style(node_modules, style, out, size, jobs):
    with open(pathlib.Path(node_modules) / '@iconify-json' / style / 'icons.json', encoding='utf-8') as f:
        icons = json.load(f)
    for suffix in ('', '.variants'):
        if suffix and style in (UNSEEN_STYLE, SECOND_UNSEEN_STYLE):
            continue
        todo = []
        for n in nouns():
            name = n['variants'] if suffix else n['fxemoji'] if style == UNSEEN_STYLE else n['icon']
            names = [name + end for end in ('', '-face', '-1', '-face-1')] if style == SECOND_UNSEEN_STYLE else [name]
            svgs = (svg_of(icons, n) for n in names if n and (style, n) not in BAD)
            todo.append(next((s for s in svgs if s), None))
        with ThreadPool(jobs) as pool:
            pictures = pool.map(lambda s: rendered(s, size) if s else None, todo)
        empty = np.zeros((size, size, 4), np.uint8)
        np.save(out / f'{style}{suffix}.npy', np.stack([empty if p is None else p for p in pictures]))
        missing = [n['icon'] for n, p in zip(nouns(), pictures) if p is None]
        print(style + suffix, len(pictures) - len(missing), 'rendered', '' if suffix else 'missing: ' + ' '.join(missing), flush=True)


def sheet(out, style, picture, tile=96, columns=14):
    art = np.load(pathlib.Path(out) / f'{style}.npy')
    rows = -(-len(art) // columns)
    canvas = np.full((rows * (tile + 14), columns * tile, 3), 200, np.uint8)
    for i, (a, n) in enumerate(zip(art, nouns())):
        y, x = i // columns * (tile + 14), i % columns * tile
        a = cv2.resize(a, (tile, tile), interpolation=cv2.INTER_AREA).astype(np.float32)
        part = canvas[y:y + tile, x:x + tile]
        part[:] = part * (1 - a[..., 3:] / 255) + a[..., :3] * a[..., 3:] / 255
        cv2.putText(canvas, n['english'][:15], (x + 2, y + tile + 10), cv2.FONT_HERSHEY_SIMPLEX, 0.36, (0, 0, 0), 1, cv2.LINE_AA)
    cv2.imwrite(str(picture), canvas[..., ::-1])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--sheet', nargs=3, metavar=('OUT', 'STYLE', 'PICTURE'))
    p.add_argument('node_modules', nargs='?')
    p.add_argument('out', nargs='?', type=pathlib.Path)
    p.add_argument('--size', type=int, default=192)
    p.add_argument('--jobs', type=int, default=2)
    p.add_argument('--styles', nargs='*', default=[*TRAINING_STYLES, UNSEEN_STYLE, SECOND_UNSEEN_STYLE])
    a = p.parse_args()
    if a.sheet:
        return sheet(*a.sheet)
    a.out.mkdir(parents=True, exist_ok=True)
    for style in a.styles:
        render_style(a.node_modules, style, a.out, a.size, a.jobs)


if __name__ == '__main__':
    main()
