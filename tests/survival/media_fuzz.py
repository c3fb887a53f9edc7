#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""media_fuzz.py --bin DIR [--model FILE] [--seed N] [--count 200] [--only INDEX,...|films|pictures] [--windows EVERY] [--keep DIR]

Makes films and pictures of every kind, whole and spoiled, and gives them to the programs: pictures through the window
(images:) and nanocapctl, films through nanocap-film and every EVERYth (1 is all) through the window. Each must be right (mean
difference to ffmpeg's or PIL's decoding under 2.5 of 255, upright, in its shape) or refused by name with a sentence that is true
of it; nothing may crash or be silent for 15 s; window and nanocap-film together may take 70 MB more than `ffmpeg -threads 1`
takes for the same film. The files follow from the seed, which is printed. Exit 1 when something was wrong, 77 with the reason
when nothing can be made here.
"""
import argparse
import collections
import concurrent.futures
import os
import re
import shutil
import sys
import tempfile
import time

NEAR = 2.5
SPARE_BYTES = 70 << 20
BATCH = 25


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bin', required=True)
    parser.add_argument('--model')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--count', type=int, default=200)
    parser.add_argument('--only', default='')
    parser.add_argument('--windows', type=int, default=1)
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--keep')
    return parser.parse_args()


args = arguments()
try:
    import numpy
    import media_films
    import media_pictures
    from media_runs import HANG_S, PLAYED_S, Programs, Trouble, ffmpeg_peak
    from media_specimen import EITHER, REFUSED, SHOWN, difference
except ImportError as missing:
    print('SKIP: python3-pil or python3-numpy, which make the pictures, is not installed (%s)' % missing)
    sys.exit(77)


def make(index):
    """The specimen of that number: films and pictures in turn, kinds in turn, everything else from seed and number."""
    table, number = (media_films, index // 2) if index % 2 else (media_pictures, index // 2)
    round_, place = divmod(number, len(table.KINDS))
    kind = table.KINDS[place]
    turn = round_ * table.KINDS.count(kind) + table.KINDS[:place].count(kind)
    rng = numpy.random.default_rng([args.seed, index])
    name = ('film ' if index % 2 else 'picture ') + kind.__name__

    def pick(rows):
        order = numpy.random.default_rng([args.seed, *name.encode()]).permutation(len(rows))
        return rows[order[turn % len(rows)]]
    try:
        specimen = kind(rng, '%s/%04d-%s' % (folder, index, kind.__name__), pick)
    except RuntimeError as trouble:  # an ffmpeg without one of the encoders
        print('not made: %d, %s: %s' % (index, name, trouble), flush=True)
        return None
    specimen.kind, specimen.index = name, index
    return specimen


def nearest(specimen, picture):
    """How far a picture is from the nearest that is right; None when there is none of its shape."""
    best = None
    for reference in specimen.references:
        if not _has_shape(picture, specimen.shape or (reference.shape[1], reference.shape[0]), specimen.film):
            continue
        far = difference(picture, reference)
        best = far if best is None else min(best, far)
        if best < NEAR / 2:
            break
    return best


def _has_shape(picture, shape, film):
    """The shape itself; of what is long a smaller one like it: films to 1280 points, pictures by halves to 4096."""
    if film:
        shrink = min(1, 1280 / max(shape))
        shape = [max(1, side * shrink) for side in shape]
    else:
        while max(shape) > 4096:
            shape = [(side + 1) // 2 for side in shape]
    return all(abs(have - want) <= 1 for have, want in zip((picture.shape[1], picture.shape[0]), shape))


def judge_picture(specimen, picture):
    if specimen.expect == REFUSED:
        return ['shown, though it must be refused']
    far = nearest(specimen, picture)
    if far is None:
        return ['shown as %dx%d, though %s' % (picture.shape[1], picture.shape[0], 'nobody else makes a picture of it'
                if not specimen.references else 'it is %dx%d' % specimen.references[0].shape[1::-1])]
    # Where a few lines are all that is left, the ways to make a picture smaller differ by more.
    near = NEAR * 2 if specimen.film and min(picture.shape[:2]) < 16 and max(picture.shape[:2]) == 1280 else NEAR
    return [] if far < near else ['a wrong picture, %.1f off' % far]


def judge_sentence(specimen, said):
    if not re.search(re.escape(specimen.name), said) or not said.rstrip().endswith(('.', 'mp4')):
        return ['no sentence that names it: ' + said]
    if specimen.expect == SHOWN and not (specimen.says and re.search(specimen.says, said)):
        return ['refused: ' + said]
    if (specimen.expect == REFUSED and specimen.says and not re.search(specimen.says, said)) or (specimen.never and re.search(specimen.never, said)):
        return ['not true of it: ' + said]
    return []


def in_batches(programs, specimens, run):
    """What run() says of many at once; halved when it crashes or hangs, so that one is blamed."""
    try:
        return run(programs, specimens)
    except Trouble as trouble:
        if len(specimens) == 1:
            return {specimens[0].index: [str(trouble)]}
        half = len(specimens) // 2
        return {**in_batches(programs, specimens[:half], run), **in_batches(programs, specimens[half:], run)}


def pictures_in_window(programs, specimens):
    deck = tempfile.mkdtemp(prefix='deck-', dir=folder)
    for specimen in specimens:
        os.link(specimen.path, deck + '/' + specimen.name)
    report = programs.window('images:' + deck, len(specimens), HANG_S + 2 * len(specimens))
    return _judge_entries(specimens, report['captions'], 'window')


def pictures_in_terminal(programs, specimens):
    code, answer = programs.terminal([specimen.path for specimen in specimens])
    wrong = _judge_entries(specimens, answer.get('captions', []), 'nanocapctl')
    refused = any('failure' in entry for entry in answer.get('captions', []))
    if code != (6 if refused else 0):
        wrong[specimens[0].index].append('nanocapctl exits with %d' % code)
    return wrong


def _judge_entries(specimens, entries, door):
    wrong = collections.defaultdict(list)
    found = {os.path.basename(entry['image']): entry for entry in entries}
    for specimen in specimens:
        specimen.forget()
        entry = found.get(specimen.name)
        if entry is None:
            wrong[specimen.index].append('%s passes it over in silence' % door)
        elif 'failure' in entry:
            wrong[specimen.index] += ['%s: %s' % (door, w) for w in judge_sentence(specimen, entry['failure']['message'])]
            if entry['failure']['class'] != 'input':
                wrong[specimen.index].append('%s: a failure of class %s' % (door, entry['failure']['class']))
        elif 'picture' in entry:
            wrong[specimen.index] += ['%s: %s' % (door, w) for w in judge_picture(specimen, entry['picture'])]
        told[specimen.index].add(entry is not None and 'failure' not in entry)
        if len(told[specimen.index]) > 1:
            wrong[specimen.index].append('window and nanocapctl do not agree')
    return wrong


def film_alone(programs, specimen):
    pictures, outcome, _ = programs.film(specimen.path)
    wrong = []
    if specimen.expect == SHOWN and not pictures and not specimen.says:
        wrong.append('nanocap-film shows nothing: ' + outcome)
    if specimen.expect == SHOWN and not specimen.says and outcome != 'Ended':
        wrong.append('nanocap-film ends with ' + outcome)
    for number, picture in enumerate(pictures):
        wrong += ['nanocap-film, picture %d: %s' % (number, w) for w in judge_picture(specimen, picture)]
        if wrong:
            break
    return wrong


def film_in_window(programs, specimen):
    def once():
        return programs.window('video:' + specimen.path, 1 if specimen.expect == SHOWN else 1000, PLAYED_S)
    report = once()
    # A film that gets no processor for so long, on a machine with twenty other things to do, gets a second try.
    if 'no picture came for' in (report.get('failure') or {}).get('message', ''):
        print('once more, for it was silent: %d' % specimen.index, flush=True)
        report = once()
    wrong = []
    for entry in report['captions']:
        if 'picture' in entry:
            wrong += judge_picture(specimen, entry['picture'])
    failure = report.get('failure')
    if failure:
        wrong += judge_sentence(specimen, failure['message'])
        if report['exit'] != 6 or failure['class'] != 'input':
            wrong.append('exit %d, class %s' % (report['exit'], failure['class']))
    elif not report['captions']:
        wrong.append('neither a picture nor a failure: ' + report['source_text'])
    elif specimen.ends and not re.search(specimen.ends, report['source_text']):
        wrong.append('ends with "%s"' % report['source_text'])
    allowed = ffmpeg_peak(specimen.path) + SPARE_BYTES
    took = report['window_peak_rss'] + report['film_peak']
    most_memory.append((took - allowed, specimen.index))
    if took > allowed and report['captions']:
        wrong.append('window and nanocap-film take %d MB, ffmpeg %d MB' % (took >> 20, (allowed - SPARE_BYTES) >> 20))
    return ['window: ' + w for w in wrong]


def film(programs, specimen, number):
    wrong = []
    for door in [film_alone] + ([film_in_window] if number % args.windows == 0 else []):
        try:
            wrong += door(programs, specimen)
        except Trouble as trouble:
            wrong.append(str(trouble))
    specimen.forget()
    return {specimen.index: wrong}


def fuzz(programs):
    """Judges everything; ({index: what was wrong}, specimens)."""
    wanted = args.only.split(',')
    numbers = [n for n in range(args.count) if not args.only or str(n) in wanted or ('films' if n % 2 else 'pictures') in wanted]
    wrong, made = collections.defaultdict(list), {}
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for specimen in pool.map(make, numbers):
            if specimen:
                made[specimen.index] = specimen
        pictures = [s for s in made.values() if not s.film]
        films = [s for s in made.values() if s.film]
        batches = [pictures[at:at + BATCH] for at in range(0, len(pictures), BATCH)]
        jobs = [pool.submit(film, programs, s, n) for n, s in enumerate(films)]
        jobs += [pool.submit(in_batches, programs, batch, run) for batch in batches for run in (pictures_in_window, pictures_in_terminal)]
        for job in concurrent.futures.as_completed(jobs):
            for index, words in job.result().items():
                wrong[index] += words
                for word in words:
                    print('wrong %d, %s (%s): %s' % (index, made[index].kind, made[index].made, word), flush=True)
    if len(made) < 0.95 * len(numbers):
        wrong[-1].append('only %d of %d files could be made' % (len(made), len(numbers)))
    return {index: words for index, words in wrong.items() if words}, made


if not (shutil.which('ffmpeg') and shutil.which('ffprobe')):
    print('SKIP: the program ffmpeg, which makes the films, is not installed')
    sys.exit(77)
folder = args.keep or tempfile.mkdtemp(prefix='media-fuzz-')
os.makedirs(folder, exist_ok=True)
told, most_memory = collections.defaultdict(set), []
root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
programs = Programs(os.path.abspath(args.bin), args.model or root + '/resources/models/flashcards-en-pruned.pth')
begun = time.monotonic()
print('media fuzz: seed %d, %d files' % (args.seed, args.count), flush=True)
try:
    wrong, made = fuzz(programs)
finally:
    programs.close()
    if not args.keep:
        shutil.rmtree(folder, ignore_errors=True)
kinds = collections.Counter(specimen.kind for specimen in made.values())
print('; '.join('%d %s' % (count, kind) for kind, count in sorted(kinds.items())))
if most_memory:
    print('memory: at most %d MB %s what is allowed (file %d)' % (abs(max(most_memory)[0]) >> 20, 'over' if max(most_memory)[0] > 0 else 'under', max(most_memory)[1]))
print('%d of %d right, %d s; again with --seed %d' % (len(made) - len(wrong), len(made), time.monotonic() - begun, args.seed))
print(*wrong.get(-1, []), sep='\n', end='')
sys.exit(1 if wrong else 0)
