"""Puts a trained checkpoint beside the application: the file, its golden pictures, its entry in models.json.

  publish.py --art DIR --models ../ ID MODEL.pth

Golden pictures are three frames the model captions exactly and surely: one object, two objects, a card held before a
camera. The application captions them after loading and compares, word by word.
"""
import argparse
import hashlib
import json
import pathlib
import shutil

import cv2
import torch

from evaluate import captions, frames, squashed, wanted
from model import load, normalised
from prune import sizes

ABOUT = {
    'flashcards-en': ('en', ('Flash cards, English', '그림 카드, 영어'),
                      ('Names one or two things on a flash card and its colour. The full model.',
                       '그림 카드에 있는 물건 한두 개와 배경색을 영어로 말합니다. 원본 모델입니다.')),
    'flashcards-en-pruned': ('en', ('Flash cards, English, pruned', '그림 카드, 영어, 경량'),
                             ('The English model with 30 % of its decoder removed and 10 % of the rest set to zero: smaller and faster.',
                              '영어 모델의 디코더를 30 % 줄이고 남은 값의 10 %를 0으로 만든 모델입니다. 더 작고 빠릅니다.')),
    'flashcards-ko': ('ko', ('Flash cards, Korean', '그림 카드, 한국어'),
                      ('Names one or two things on a flash card and its colour, in Korean. The full model.',
                       '그림 카드에 있는 물건 한두 개와 배경색을 한국어로 말합니다. 원본 모델입니다.')),
    'flashcards-ko-pruned': ('ko', ('Flash cards, Korean, pruned', '그림 카드, 한국어, 경량'),
                             ('The Korean model with 30 % of its decoder removed and 10 % of the rest set to zero: smaller and faster.',
                              '한국어 모델의 디코더를 30 % 줄이고 남은 값의 10 %를 0으로 만든 모델입니다. 더 작고 빠릅니다.')),
}


@torch.no_grad()
def surely(model, picture, text, vocabulary):
    """The least probability of any word while the model says `text`."""
    enc = model.encode(normalised(torch.from_numpy(picture[None])))
    tokens = torch.tensor([vocabulary.encode(text)])
    logits, targets = model.decoder(enc, tokens)
    return float(torch.softmax(logits, 1).gather(1, targets[:, None]).min())


def golden(model, vocabulary, language, art, tries):
    """Three (picture, caption) the model is sure of."""
    out, used = [], set()
    for name, objects in (('plain', 1), ('plain', 2), ('camera', 1)):
        best = (0, None, None, ())
        for frame, shown, colour in frames(art, name, tries, 5 + len(out)):
            if len(shown) != objects or used & {*shown, colour}:
                continue
            text, picture = wanted(language, shown, colour), squashed(frame)
            if captions(model, vocabulary, [picture]) == [text]:
                best = max(best, (surely(model, picture, text, vocabulary), picture, text, shown + [colour]), key=lambda b: b[0])
        if not best[0]:
            raise SystemExit(f'no golden picture: the model is wrong on every {name} picture tried')
        out.append(best[1:3])
        used.update(best[3])
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('id', choices=ABOUT)
    p.add_argument('checkpoint')
    p.add_argument('--art', required=True)
    p.add_argument('--models', type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    p.add_argument('--tries', type=int, default=40, help='frames looked at for each golden picture')
    o = p.parse_args()
    torch.set_num_threads(1)
    language, names, descriptions = ABOUT[o.id]
    model, vocabulary = load(o.checkpoint)
    if 'pruned' in o.id and sizes(model.decoder)[1] < .099:
        raise SystemExit(f'{o.checkpoint} is not pruned by magnitude: {sizes(model.decoder)[1]:.1%} of its weights are zero')
    pictures = golden(model.eval(), vocabulary, language, o.art, o.tries)
    file = o.models / f'{o.id}.pth'
    shutil.copyfile(o.checkpoint, file)
    entry = {'id': o.id, 'name': dict(zip(('en', 'ko'), names)), 'description': dict(zip(('en', 'ko'), descriptions)),
             'language': language, 'file': file.name, 'sha256': hashlib.sha256(file.read_bytes()).hexdigest(),
             'licence': 'CC-BY-4.0', 'minimum_available_mb': None, 'golden': []}
    (o.models / 'golden').mkdir(exist_ok=True)
    for i, (picture, text) in enumerate(pictures, 1):
        image = f'golden/{o.id}-{i}.png'
        cv2.imwrite(str(o.models / image), picture[..., ::-1], [cv2.IMWRITE_PNG_COMPRESSION, 9])
        entry['golden'].append({'image': image, 'caption': text})
    listing = o.models / 'models.json'
    models = json.loads(listing.read_text(encoding='utf-8'))['models'] if listing.exists() else []
    models = {m['id']: m for m in models} | {o.id: entry}
    ordered = [models[i] for i in ABOUT if i in models]
    listing.write_text(json.dumps({'schema': 1, 'models': ordered}, ensure_ascii=False, indent=2) + '\n', encoding='utf-8')
    print(o.id, [g['caption'] for g in entry['golden']])


if __name__ == '__main__':
    main()
