# SPDX-License-Identifier: Apache-2.0
"""What the media fuzz is made of: a specimen, the pictures it is compared with, and the programs that make it."""
import dataclasses
import functools
import json
import os
import re
import subprocess
import typing

import numpy
from PIL import Image, ImageOps

Image.MAX_IMAGE_PIXELS = None

SHOWN = 'shown'      # the whole file is read and every picture of it is right
REFUSED = 'refused'  # by name
EITHER = 'either'    # damaged on purpose: right, or refused by name


@dataclasses.dataclass
class Specimen:
    """A file that was made, and what is right for it."""
    path: str
    made: str                            # how, for whoever reads the list of what went wrong
    sees: typing.Callable = lambda: []   # arrays of height x width x 3; every picture must be one of them
    expect: str = SHOWN
    says: str = ''                       # a refusal must match it
    never: str = ''                      # a refusal must not match it: what would be a lie about this file
    ends: str = ''                       # what is said at the end of a film must match it
    shape: tuple = None                  # (width, height) it must be shown in, within a point
    kind: str = ''
    index: int = 0
    film: bool = False

    @property
    def name(self):
        return os.path.basename(self.path)

    @functools.cached_property
    def references(self):
        return self.sees()

    def forget(self):
        """The references, which are large."""
        self.__dict__.pop('references', None)


def run(command, **more):
    done = subprocess.run(command, capture_output=True, timeout=120, **more)
    if done.returncode:
        raise RuntimeError('%s: %s' % (' '.join(map(str, command)), done.stderr.decode(errors='replace')[-300:]))
    return done.stdout


def ffmpeg(*arguments):
    return run(['ffmpeg', '-v', 'error', '-nostdin', '-y', *map(str, arguments)])


def card(rng, width, height):
    """A picture of which every turn, mirror and exchange of colours looks different: an uneven slope, three patches."""
    y, x = numpy.mgrid[0:height, 0:width].astype(numpy.float32)
    x /= max(1, width - 1)
    y /= max(1, height - 1)
    corners = rng.integers(20, 236, (4, 3)).astype(numpy.float32)
    picture = ((1 - x) * (1 - y))[..., None] * corners[0] + (x * (1 - y))[..., None] * corners[1] \
        + ((1 - x) * y)[..., None] * corners[2] + (x * y)[..., None] * corners[3]
    for left, top, colour in ((0.06, 0.08, (225, 30, 40)), (0.55, 0.15, (30, 190, 70)), (0.2, 0.6, (40, 60, 220))):
        w, h = rng.uniform(0.15, 0.3, 2)
        picture[int(top * height):int((top + h) * height), int(left * width):int((left + w) * width)] = colour
    return picture.round().astype(numpy.uint8)


def over_white(image):
    """A PIL picture as the program shows it: upright, transparency on white. RGB array."""
    if image.format != 'TIFF':  # of which PIL has done it by now
        image = ImageOps.exif_transpose(image)
    if image.mode in ('LA', 'PA', 'RGBA', 'RGBa', 'La') or 'transparency' in image.info:
        image = image.convert('RGBA')
        image = Image.alpha_composite(Image.new('RGBA', image.size, 'white'), image)
    return numpy.asarray(image.convert('RGB'))


def pil_sees(path):
    """PIL's own decoding of the first picture, or of nothing when it refuses the file."""
    try:
        with Image.open(path) as image:
            image.load()
            return [over_white(image)]
    except Exception:  # whatever PIL's plugins throw at a damaged file
        return []


def _pam(stream):
    pictures, at = [], 0
    while stream.startswith(b'P7', at):
        end = stream.index(b'ENDHDR\n', at) + 7
        head = dict(line.split(' ', 1) for line in stream[at:end].decode().splitlines() if ' ' in line)
        shape = int(head['HEIGHT']), int(head['WIDTH']), int(head['DEPTH'])
        size = shape[0] * shape[1] * shape[2]
        pictures.append(numpy.frombuffer(stream, numpy.uint8, size, end).reshape(shape))
        at = end + size
    return pictures


def probe(path):
    """ffprobe's words on the first picture of a file; {} when it has none."""
    words = 'stream=pix_fmt,width,height,sample_aspect_ratio,color_space:frame=color_space,pix_fmt,height'
    done = subprocess.run(['ffprobe', '-v', 'quiet', '-select_streams', 'v:0', '-show_entries', words, '-read_intervals', '%+#1',
                           '-of', 'json', path], capture_output=True, timeout=60)
    found = json.loads(done.stdout or b'{}')
    return {**(found.get('streams') or [{}])[0], **(found.get('frames') or [{}])[0]}


def ffmpeg_sees(path, frames=300):
    """ffmpeg's own decoding of a file: its pictures, turned, transparency on white. [] when it has none."""
    about = probe(path)
    pixels = about.get('pix_fmt', '')
    untagged = about.get('color_space', 'unknown') in ('unknown', '', 'unspecified')
    matrix = 'bt709' if untagged and int(about.get('height', 0)) >= 720 else 'auto'
    clear = bool(re.match(r'yuva|rgba|bgra|argb|abgr|ya|gbrap|pal8', pixels))
    form = 'rgba' if clear else 'rgb24'
    done = subprocess.run(['ffmpeg', '-v', 'error', '-nostdin', '-threads', '1', '-i', path, '-frames:v', str(frames), '-fps_mode',
                           'passthrough', '-vf', 'scale=in_color_matrix=%s,format=%s' % (matrix, form), '-f', 'image2pipe',
                           '-c:v', 'pam', '-'], capture_output=True, timeout=120)
    pictures = _pam(done.stdout)
    if not clear:
        return pictures
    return [over_white(Image.fromarray(picture, 'RGBA')) if picture.shape[2] == 4 else picture for picture in pictures]


def difference(shown, reference):
    """Mean difference of two RGB arrays of 255. Of another size, `reference` is brought to that of `shown` first."""
    height, width = shown.shape[:2]
    if reference.shape != shown.shape:
        smaller = width < reference.shape[1] or height < reference.shape[0]
        how = Image.Resampling.BOX if smaller else Image.Resampling.BICUBIC
        reference = numpy.asarray(Image.fromarray(reference).resize((width, height), how))
    return float(numpy.abs(shown.astype(numpy.int16) - reference).mean())


def damage(rng, path, how, lowest=0.0):
    """Cuts a file, flips some of its bytes or blots out a part of it, in place. Says what was done."""
    data = bytearray(open(path, 'rb').read())
    size = len(data)
    at = int(size * rng.uniform(lowest, 1))
    if how == 'cut':
        at = min(at, size - 1)
        del data[at:]
        words = 'cut to %d of %d bytes' % (at, size)
    elif how == 'flip':
        places = sorted(int(place) for place in rng.integers(int(size * lowest), size, rng.integers(1, 9)))
        for place in places:
            data[place] ^= 1 << int(rng.integers(0, 8))
        words = 'bits flipped at %s of %d' % (', '.join(map(str, places)), size)
    else:
        length = min(size - at, int(rng.integers(8, 4096)))
        data[at:at + length] = bytes(length) if how == 'zero' else rng.bytes(length)
        words = '%d bytes from %d of %d %s' % (length, at, size, 'zero' if how == 'zero' else 'random')
    with open(path, 'wb') as file:
        file.write(data)
    return words
