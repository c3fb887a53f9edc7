# SPDX-License-Identifier: Apache-2.0
"""Pictures for the media fuzz, made by PIL and ffmpeg. A kind is a function of (rng, stem, pick): it makes one file called
`stem` and an ending, and returns its Specimen; pick(table) is another row of the table each time the kind's turn comes."""
import io
import struct
import zlib

import numpy
from PIL import Image

from media_specimen import EITHER, REFUSED, Specimen, card, damage, difference, ffmpeg, ffmpeg_sees, over_white, pil_sees

WRONG_FOR_A_WHOLE_FILE = 'incomplete|damaged|is missing'
SIZES = [(160, 120), (161, 121), (97, 211), (640, 480), (33, 17), (1280, 720), (801, 601)]
TINY = [(1, 1), (1, 2), (2, 1), (3, 3), (1, 500), (700, 1), (7, 5), (2, 4000), (4097, 3)]
# (ending, mode, what PIL is told)
PLAIN = [('jpg', 'RGB', {'quality': 95, 'subsampling': 0}), ('jpg', 'RGB', {'quality': 60, 'subsampling': 1}),
         ('jpg', 'RGB', {'quality': 85, 'subsampling': 2, 'optimize': True}), ('jpg', 'RGB', {'progressive': True}),
         ('jpg', 'L', {'quality': 90}), ('jpg', 'L', {'progressive': True}), ('jpg', 'CMYK', {'quality': 95}),
         ('jpg', 'CMYK', {'progressive': True}), ('png', '1', {}), ('png', 'L', {}), ('png', 'LA', {}), ('png', 'P', {}),
         ('png', 'P', {'bits': 4}), ('png', 'P', {'transparency': 3}), ('png', 'RGB', {}), ('png', 'RGBA', {'compress_level': 0}),
         ('png', 'RGB', {'transparency': (225, 30, 40)}), ('png', 'L', {'transparency': 90}), ('bmp', '1', {}), ('bmp', 'L', {}),
         ('bmp', 'P', {}), ('bmp', 'RGB', {}), ('bmp', 'RGBA', {}), ('gif', 'P', {}), ('gif', 'L', {}), ('gif', '1', {}),
         ('gif', 'P', {'transparency': 3}), ('gif', 'P', {'interlace': 0}), ('webp', 'RGB', {'quality': 85}),
         ('webp', 'RGB', {'lossless': True}), ('webp', 'RGBA', {'quality': 80}), ('webp', 'RGBA', {'lossless': True}),
         ('tif', '1', {'compression': 'group4'}), ('tif', '1', {}), ('tif', 'L', {'compression': 'packbits'}), ('tif', 'LA', {}),
         ('tif', 'P', {'compression': 'tiff_lzw'}), ('tif', 'RGB', {}), ('tif', 'RGB', {'compression': 'tiff_lzw'}),
         ('tif', 'RGB', {'compression': 'tiff_adobe_deflate'}), ('tif', 'RGB', {'compression': 'jpeg', 'quality': 95}),
         ('tif', 'RGBA', {'compression': 'tiff_deflate'}), ('tif', 'CMYK', {}), ('tif', 'YCbCr', {}),
         ('tif', 'CMYK', {'compression': 'tiff_lzw'})]
# Deep and odd pixels, which ffmpeg writes: (ending, codec, pixel format, more)
DEEP = [('png', 'png', 'rgb48be', ''), ('png', 'png', 'rgba64be', ''), ('png', 'png', 'gray16be', ''), ('png', 'png', 'ya16be', ''),
        ('png', 'png', 'rgb24', '-flags +ildct'), ('png', 'png', 'rgba', '-flags +ildct'), ('png', 'png', 'monob', ''),
        ('png', 'png', 'ya8', '-pred mixed'), ('tif', 'tiff', 'rgb48le', ''), ('tif', 'tiff', 'gray16le', ''),
        ('tif', 'tiff', 'rgba64le', '-compression_algo deflate'), ('tif', 'tiff', 'ya8', ''), ('tif', 'tiff', 'yuv420p', ''),
        ('tif', 'tiff', 'yuv444p', '-compression_algo raw'), ('tif', 'tiff', 'monow', ''), ('tif', 'tiff', 'pal8', '-compression_algo lzw'),
        ('bmp', 'bmp', 'rgb565le', ''), ('bmp', 'bmp', 'rgb555le', ''), ('bmp', 'bmp', 'rgb444le', ''), ('bmp', 'bmp', 'monob', ''),
        ('jpg', 'mjpeg', 'yuvj422p', ''), ('jpg', 'mjpeg', 'yuvj440p', ''), ('jpg', 'mjpeg', 'yuvj444p', ''), ('jpg', 'mjpeg', 'gray', ''),
        ('webp', 'libwebp', 'yuva420p', ''), ('webp', 'libwebp', 'bgra', '-lossless 1')]
# Pictures of kinds that are not read here: (ending, codec or PIL's format, the word that names it)
FOREIGN = [('jp2', 'PIL', 'JPEG 2000'), ('psd', b'8BPS\0\1' + bytes(60), 'Photoshop'), ('tga', 'targa', 'contents are none'),
           ('jxl', 'libjxl', 'JPEG XL'), ('avif', 'libaom-av1', 'AVIF'), ('ppm', 'ppm', 'contents are none'), ('ico', 'PIL', 'contents are none'),
           ('svg', b'<svg xmlns="http://www.w3.org/2000/svg"/>', 'SVG'), ('pdf', 'PIL', 'PDF'), ('html', b'<!doctype html><p>404', 'web page'),
           ('txt', b'no picture\n' * 9, 'contents are none'), ('bin', None, 'contents are none|damaged|incomplete'), ('none', b'', 'empty'),
           ('heic', b'\0\0\0\x18ftypheic\0\0\0\0mif1heic' + bytes(99), 'HEIC'), ('mp4', 'libx264', 'film'), ('mkv', 'libx264', 'film'),
           ('avi', 'mpeg4', 'film'), ('ts', 'mpeg2video', 'film'), ('dds', 'PIL', 'contents are none'), ('exr', 'exr', 'contents are none'),
           ('flv', 'flv', 'film'), ('wmv', 'wmv2', 'film'), ('mpg', 'mpeg1video', 'film'), ('ogv', 'libtheora', 'film'),
           ('mp3', 'libmp3lame', 'contents are none'), ('zip', b'PK\3\4' + bytes(60), 'contents are none')]


def _source(rng, mode, size):
    image = Image.fromarray(card(rng, *size))
    if mode in ('RGBA', 'LA'):
        alpha = Image.fromarray(card(rng, *size)[..., 0])
        image.putalpha(alpha)
        return image.convert(mode)
    if mode == 'P':
        return image.quantize(int(rng.choice([4, 16, 200])), dither=0)
    return image.convert(mode)


def _save(rng, stem, row, size):
    ending, mode, told = row
    path = '%s.%s' % (stem, ending)
    image = _source(rng, mode, size)
    told = dict(told)
    if mode == 'RGB' and ending == 'png' and rng.random() < 0.5:
        told['dpi'] = (72, 300)
    image.save(path, **told)
    return path, '%s %s %dx%d %s' % (ending, mode, *size, told or '')


def plain(rng, stem, pick):
    row = pick(PLAIN)
    path, made = _save(rng, stem, row, SIZES[rng.integers(len(SIZES))])
    return Specimen(path, made, lambda: pil_sees(path), never=WRONG_FOR_A_WHOLE_FILE)


def tiny(rng, stem, pick):
    whole = [row for row in PLAIN if row[1] not in ('1',)]
    path, made = _save(rng, stem, whole[rng.integers(len(whole))], pick(TINY))
    return Specimen(path, made, lambda: pil_sees(path), never=WRONG_FOR_A_WHOLE_FILE)


def deep(rng, stem, pick):
    ending, codec, pixels, more = pick(DEEP)
    path, plainer = '%s.%s' % (stem, ending), stem + '-from.tiff'
    size = SIZES[rng.integers(len(SIZES))]
    _source(rng, 'RGBA' if pixels.startswith(('ya', 'rgba', 'bgra', 'yuva')) else 'RGB', size).save(plainer)
    ffmpeg('-i', plainer, '-frames:v', 1, '-c:v', codec, '-pix_fmt', pixels, '-strict', '-1', *more.split(), '-update', 1, '-f', 'image2', path)
    return Specimen(path, '%s %s %dx%d %s' % (codec, pixels, *size, more), lambda: ffmpeg_sees(path) + pil_sees(path),
                    never=WRONG_FOR_A_WHOLE_FILE)


def huge(rng, stem, pick):
    """Over longestPictureSide, where pictures are read at a half, a quarter or an eighth; over what is read at all: refused."""
    (ending, mode, told), size, readable = pick([
        (('jpg', 'RGB', {}), (8000, 6000), True), (('png', 'L', {'compress_level': 1}), (9000, 5000), True),
        (('jpg', 'L', {'progressive': True}), (7001, 5003), True), (('png', 'L', {'compress_level': 1}), (12000, 12000), False),
        (('bmp', 'RGB', {}), (5000, 4100), True), (('webp', 'RGB', {'method': 0}), (6000, 4500), True),
        (('tif', 'L', {}), (6000, 6000), True), (('jpg', 'CMYK', {}), (5000, 4000), True), (('gif', 'L', {}), (5000, 3000), True)])
    path = '%s.%s' % (stem, ending)
    image = Image.fromarray(card(rng, 500, 375)).convert(mode).resize(size)
    image.save(path, **told)
    return Specimen(path, '%s %s %dx%d' % (ending, mode, *size), lambda: pil_sees(path), expect='shown' if readable else REFUSED,
                    says='%d x %d' % size, never=WRONG_FOR_A_WHOLE_FILE)


def oriented(rng, stem, pick):
    ending, orientation = pick([(ending, o) for o in range(1, 10) for ending in ('jpg', 'png', 'webp', 'tif')])
    path = '%s.%s' % (stem, ending)
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = _source(rng, 'RGB', SIZES[rng.integers(len(SIZES))])
    image.save(path, exif=exif.tobytes() if ending != 'tif' else exif)
    return Specimen(path, '%s turned as EXIF %d says' % (ending, orientation), lambda: pil_sees(path), never=WRONG_FOR_A_WHOLE_FILE)


def animated(rng, stem, pick):
    """The first picture of an animation is the one that is shown."""
    ending, told = pick([('gif', {}), ('webp', {'lossless': True}), ('png', {}), ('gif', {'disposal': 2, 'transparency': 0}),
                         ('webp', {'quality': 80}), ('tif', {}), ('png', {'default_image': True}), ('gif', {'optimize': True}),
                         ('webp', {'method': 0, 'minimize_size': True})])
    path = '%s.%s' % (stem, ending)
    mode = 'P' if ending == 'gif' else 'RGB'
    size = SIZES[rng.integers(len(SIZES))]
    first, *others = [_source(rng, mode, size) for _ in range(int(rng.integers(2, 5)))]
    first.save(path, save_all=True, append_images=others, **({} if ending == 'tif' else {'duration': 80}), **told)
    return Specimen(path, '%s animation of %d, %s' % (ending, 1 + len(others), told), lambda: pil_sees(path), never=WRONG_FOR_A_WHOLE_FILE)


def by_hand(rng, stem, pick):
    """Files neither PIL nor ffmpeg writes, but cameras, scanners and old programs do."""
    what = pick(['top-down bmp', 'bmp of 1 in old header', 'gamma png', 'png with trailing bytes', 'jpeg with a second picture',
                 'jpeg with restart markers', 'gif with an offset picture', 'webp with an odd chunk', 'big-endian tiff'])
    image = _source(rng, 'RGB', (61, 47))
    buffer = io.BytesIO()
    ending = next(e for e in ('bmp', 'png', 'jpeg', 'gif', 'webp', 'tiff') if e in what)
    (image.quantize(200, dither=0) if ending == 'gif' else image).save(buffer, ending, **({'quality': 95} if ending == 'jpeg' else {}))
    data = bytearray(buffer.getvalue())
    right = over_white(Image.open(io.BytesIO(bytes(data))))
    if what == 'top-down bmp':
        data[22:26] = struct.pack('<i', -47)
        right = right[::-1]
    elif what == 'bmp of 1 in old header':
        head, rows = data[:54], data[54:]
        data = head[:10] + struct.pack('<I', 26) + struct.pack('<IHHHH', 12, 61, 47, 1, 24) + rows
    elif what == 'gamma png':
        chunk = b'gAMA' + struct.pack('>I', 45455)
        data[33:33] = struct.pack('>I', 4) + chunk + struct.pack('>I', zlib.crc32(chunk))
    elif what == 'png with trailing bytes':
        data += rng.bytes(700)
    elif what == 'jpeg with a second picture':
        data = data + data
    elif what == 'jpeg with restart markers':
        image.save(stem + '-from.png')
        ffmpeg('-i', stem + '-from.png', '-c:v', 'mjpeg', '-q:v', 2, '-slices', 4, '-f', 'image2', '-update', 1, stem + '-restarts.jpg')
        data = bytearray(open(stem + '-restarts.jpg', 'rb').read())
        right = pil_sees(stem + '-restarts.jpg')[0]
    elif what == 'gif with an offset picture':
        data[6:10] = struct.pack('<HH', 100, 80)
        place = data.index(b',' + struct.pack('<HHHH', 0, 0, 61, 47))
        data[place + 1:place + 5] = struct.pack('<HH', 20, 15)
        background = Image.open(io.BytesIO(bytes(data)))
        right = over_white(background)
        white = numpy.full((80, 100, 3), 255, numpy.uint8)
        white[15:62, 20:81] = right[15:62, 20:81]
        right = white
    elif what == 'webp with an odd chunk':
        data += b'XTRA' + struct.pack('<I', 3) + b'abc\0'
        data[4:8] = struct.pack('<I', len(data) - 8)
    elif what == 'big-endian tiff':
        data = bytearray(b'MM\0*' + struct.pack('>I', 8))
        entries = [(256, 3, 61), (257, 3, 47), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8 + 2 + 9 * 12 + 4), (277, 3, 1),
                   (278, 3, 47), (279, 4, 61 * 47)]
        data += struct.pack('>H', 9)
        for tag, form, value in entries:
            data += struct.pack('>HHI', tag, form, 1) + (struct.pack('>HH', value, 0) if form == 3 else struct.pack('>I', value))
        grey = numpy.asarray(image.convert('L'))
        data += bytes(4) + grey.tobytes()
        right = numpy.repeat(grey[..., None], 3, 2)
    path = '%s.%s' % (stem, ending)
    with open(path, 'wb') as file:
        file.write(data)
    return Specimen(path, what, lambda: [right] if ending != 'gif' else [right] + pil_sees(path), never=WRONG_FOR_A_WHOLE_FILE)


def spoiled(rng, stem, pick):
    """Cut, flipped, blotted. The whole picture, or what PIL makes of the damaged file where it takes it; never a part of one."""
    ending, how = pick([(ending, how) for how in ('cut', 'flip', 'cut', 'zero', 'random')
                        for ending in ('jpg', 'png', 'webp', 'gif', 'tif', 'bmp')])
    rows = [row for row in PLAIN if row[0] == ending]
    path, made = _save(rng, stem, rows[rng.integers(len(rows))], SIZES[rng.integers(len(SIZES))])
    whole = pil_sees(path)
    if not whole:  # PIL does not read back every kind of TIFF it writes: YCbCr of odd sizes without compression
        path, made = _save(rng, stem, (ending, 'RGB', {}), SIZES[rng.integers(len(SIZES))])
        whole = pil_sees(path)
    made += ', ' + damage(rng, path, how)
    return Specimen(path, made, lambda: whole if how == 'cut' else whole + pil_sees(path), expect=EITHER)


def wrong_name(rng, stem, pick):
    """The contents count, not the name."""
    ending, called = pick([('png', 'jpg'), ('jpg', 'png'), ('webp', 'jpeg'), ('gif', 'bmp'), ('bmp', 'tif'), ('tif', 'webp'), ('jpg', 'gif')])
    path = '%s.%s' % (stem, called)
    image = _source(rng, 'P' if ending == 'gif' else 'RGB', SIZES[rng.integers(len(SIZES))])
    image.save(path, {'jpg': 'jpeg', 'tif': 'tiff'}.get(ending, ending))
    return Specimen(path, '%s called %s' % (ending, called), lambda: pil_sees(path), never=WRONG_FOR_A_WHOLE_FILE)


def foreign(rng, stem, pick):
    """What is no picture, or none that is read here, called a picture."""
    ending, how, says = pick(FOREIGN)
    path, real = stem + '.jpg', '%s-real.%s' % (stem, ending)
    image = _source(rng, 'RGB', (160, 120))
    if isinstance(how, bytes) or how is None:
        with open(real, 'wb') as file:
            file.write(rng.bytes(5000) if how is None else how)
    elif how == 'PIL':
        image.save(real)
    elif how == 'libmp3lame':
        ffmpeg('-f', 'lavfi', '-i', 'sine=d=0.3', real)
    else:
        image.save(stem + '-from.png')
        still = {'tga', 'ppm', 'exr'}
        ffmpeg('-i', stem + '-from.png', '-c:v', how, *(['-r', 25] if ending not in still | {'jxl', 'avif'} else []), '-pix_fmt',
               'gbrpf32le' if ending == 'exr' else 'rgb24' if ending in still | {'jxl'} else 'yuv420p', real)
    with open(real, 'rb') as source, open(path, 'wb') as file:
        file.write(source.read())
    return Specimen(path, '%s called jpg' % ending, expect=REFUSED, says=says)


def remade(rng, stem, pick):
    """Spoiled before the first pixel: heads, sizes and counts that lie."""
    ending = pick(['png', 'bmp', 'gif', 'tif', 'webp', 'jpg'])
    path, made = _save(rng, stem, (ending, 'P' if ending == 'gif' else 'RGB', {}), (64, 48))
    whole = pil_sees(path)
    data = bytearray(open(path, 'rb').read())
    for place in rng.integers(4, min(len(data), 60), rng.integers(1, 4)):
        data[place] = int(rng.choice([0, 1, 0x7F, 0x80, 0xFF]))
    with open(path, 'wb') as file:
        file.write(data)
    return Specimen(path, made + ', head overwritten', lambda: whole + pil_sees(path), expect=EITHER)


KINDS = [plain, spoiled, plain, deep, oriented, spoiled, plain, tiny, animated, foreign, spoiled, deep, by_hand, wrong_name, remade,
         plain, huge, spoiled]
assert difference and KINDS
