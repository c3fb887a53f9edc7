"""FP16 and INT8 against FP32, through the application: exact captions of the pictures that evaluate.py --write made.

  precisions.py NANOCAPCTL PICTURES MODEL...       MODEL: an id or a file; PICTURES: a folder with captions.tsv
"""
import json
import pathlib
import subprocess
import sys


def said(nanocapctl, model, pictures, precision):
    r = subprocess.run([nanocapctl, 'caption', model, *pictures, '--json', '--precision', precision, '--min-available', 'auto'],
                       stdout=subprocess.PIPE)
    answer = json.loads(r.stdout)
    if 'failure' in answer:
        sys.exit(answer['failure']['message'])
    return [c['text'] for c in answer['captions']]


def main():
    nanocapctl, folder, *models = sys.argv[1:]
    lines = [line.split('\t') for line in (pathlib.Path(folder) / 'captions.tsv').read_text(encoding='utf-8').splitlines()]
    pictures, meant = [str(pathlib.Path(folder) / name) for name, _ in lines], [text for _, text in lines]
    for model in models:
        words = {p: said(nanocapctl, model, pictures, p) for p in ('fp32', 'fp16', 'int8')}
        right = {p: sum(a == b for a, b in zip(w, meant)) / len(meant) for p, w in words.items()}
        same = {p: sum(a == b for a, b in zip(w, words['fp32'])) for p, w in words.items()}
        print(f'{model}, n = {len(meant)}: ' + ', '.join(f'{p} {100 * right[p]:.1f} % exact (as fp32 in {same[p]})' for p in words), flush=True)


if __name__ == '__main__':
    main()
