# SPDX-License-Identifier: Apache-2.0
"""Films for the media fuzz, made by ffmpeg. Kinds as in media_pictures. All are short: they are played in their own time."""
import os
import struct

import numpy
from PIL import Image

from media_specimen import EITHER, REFUSED, SHOWN, Specimen, card, damage, ffmpeg, ffmpeg_sees, probe

SIZES = [(160, 120), (320, 240), (176, 144), (352, 288), (640, 480)]
X264 = '-c:v libx264 -threads 1 '
# (ending, how it is coded); what takes any size
CODED = [('mp4', X264 + '-pix_fmt ' + p) for p in ('yuv420p', 'yuvj420p', 'yuv422p', 'yuv444p', 'yuv420p10le', 'yuv422p10le', 'gray',
                                                   'nv12', 'yuv444p10le')] + [
    ('mkv', '-c:v libx264rgb -pix_fmt rgb24'), ('mkv', X264 + '-pix_fmt yuv420p -bf 3'), ('flv', X264 + '-pix_fmt yuv420p'),
    ('ts', X264 + '-pix_fmt yuv420p'), ('mov', '-c:v libx265 -x265-params log-level=none -pix_fmt yuv420p -tag:v hvc1'),
    ('mp4', '-c:v libx265 -x265-params log-level=none -pix_fmt yuv420p10le'), ('webm', '-c:v libvpx -deadline realtime'),
    ('mkv', '-c:v libvpx -deadline realtime -auto-alt-ref 0 -pix_fmt yuva420p'),
    ('webm', '-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -pix_fmt yuv444p'),
    ('mp4', '-c:v libsvtav1 -preset 12'), ('mkv', '-c:v libaom-av1 -cpu-used 8 -pix_fmt yuv420p'), ('mpg', '-c:v mpeg1video -q:v 2'),
    ('ts', '-c:v mpeg2video -q:v 2 -pix_fmt yuv422p'), ('vob', '-c:v mpeg2video -q:v 2'), ('avi', '-c:v mpeg4 -q:v 2'),
    ('avi', '-c:v libxvid -q:v 2'), ('avi', '-c:v msmpeg4v2 -q:v 2'), ('wmv', '-c:v wmv2 -q:v 2'), ('asf', '-c:v wmv1 -q:v 2'),
    ('avi', '-c:v mjpeg -q:v 2 -pix_fmt yuvj422p'), ('mov', '-c:v mjpeg -q:v 2 -pix_fmt yuvj444p'), ('mkv', '-c:v mjpeg -q:v 2 -pix_fmt yuvj420p'),
    ('avi', '-c:v ljpeg -pix_fmt yuvj420p -strict -1'), ('avi', '-c:v huffyuv -pix_fmt yuv422p'), ('avi', '-c:v huffyuv -pix_fmt rgb24'),
    ('avi', '-c:v ffvhuff -pix_fmt yuv420p10le'), ('mkv', '-c:v ffv1 -pix_fmt yuv410p'), ('mkv', '-c:v ffv1 -pix_fmt yuva444p'),
    ('mkv', '-c:v ffv1 -pix_fmt gbrp16le'), ('mkv', '-c:v ffv1 -pix_fmt gray10le'), ('mkv', '-c:v ffv1 -pix_fmt rgba64le'),
    ('avi', '-c:v utvideo -pix_fmt gbrap'), ('avi', '-c:v utvideo -pix_fmt yuv444p'), ('avi', '-c:v magicyuv -pix_fmt yuva444p'),
    ('mov', '-c:v prores_ks -pix_fmt yuva444p10le'), ('mov', '-c:v prores -pix_fmt yuv422p10le'), ('mov', '-c:v qtrle -pix_fmt argb'),
    ('mov', '-c:v qtrle -pix_fmt rgb555be'), ('mov', '-c:v png -pix_fmt rgba'), ('mov', '-c:v png -pix_fmt monob'), ('ogv', '-c:v libtheora -q:v 9'),
    ('avi', '-c:v cinepak'), ('flv', '-c:v flashsv -pix_fmt bgr24'), ('mkv', '-c:v snow -q:v 2 -strict -2'), ('mkv', '-c:v vc2 -pix_fmt yuv422p -strict -2'),
    ('avi', '-c:v zlib -pix_fmt bgr24'), ('avi', '-c:v zmbv -pix_fmt bgr0'), ('avi', '-c:v jpeg2000 -pix_fmt yuv420p'),
    ('mov', '-c:v libopenjpeg -pix_fmt rgb48le'), ('mov', '-c:v v210'), ('mov', '-c:v r210 -pix_fmt gbrp10le'), ('mov', '-c:v v408 -pix_fmt yuva444p'),
    ('avi', '-c:v asv1 -q:v 2'), ('avi', '-c:v asv2 -q:v 2'), ('mov', '-c:v targa -pix_fmt bgr24'), ('mov', '-c:v tiff -pix_fmt rgb24'),
    ('mov', '-c:v rpza -pix_fmt rgb555be'), ('mov', '-c:v smc -pix_fmt pal8'), ('mov', '-c:v svq1 -q:v 2 -pix_fmt yuv410p'),
    ('gif', ''), ('apng', '-plays 1'), ('nut', '-c:v rawvideo -pix_fmt yuyv422'), ('y4m', '-pix_fmt yuv420p'), ('y4m', '-pix_fmt yuv444p'),
    ('avi', '-c:v rawvideo -pix_fmt bgr24'), ('mov', '-c:v rawvideo -pix_fmt uyvy422'), ('ivf', '-c:v libvpx-vp9 -deadline realtime -cpu-used 8'),
    ('h264', X264 + '-pix_fmt yuv420p'), ('hevc', '-c:v libx265 -x265-params log-level=none'), ('mjpeg', '-c:v mjpeg -q:v 2'), ('m2v', '-c:v mpeg2video -q:v 2'),
    ('m4v', '-c:v mpeg4 -q:v 2'), ('mxf', '-c:v mpeg2video -q:v 2 -r 25'), ('3gp', '-c:v mpeg4 -q:v 2'), ('wtv', '-c:v mpeg2video -q:v 2'),
    ('rm', '-c:v rv10 -q:v 2 -s 320x240'), ('swf', '-c:v flv -q:v 2'), ('mp4', X264 + '-pix_fmt yuv420p -movflags frag_keyframe+empty_moov'),
    ('mp4', '-c:v mpeg4 -q:v 2 -movflags +faststart'), ('mov', '-c:v hap -format hap'), ('mov', '-c:v cfhd -pix_fmt yuv422p10le'),
    ('avi', '-c:v msvideo1 -pix_fmt rgb555le'), ('mkv', '-c:v amv -pix_fmt yuvj420p -strict -1'), ('avi', '-c:v speedhq -pix_fmt yuv422p'),
    ('mkv', X264 + '-qp 0 -pix_fmt yuv444p -colorspace bt2020nc -color_range tv'), ('mp4', X264 + '-pix_fmt yuv420p -colorspace smpte170m'),
    ('mkv', X264 + '-qp 0 -pix_fmt yuv444p -colorspace ycgco'), ('mkv', X264 + '-pix_fmt yuv422p -colorspace fcc -color_range pc')]
RAW = ('yuv420p yuv411p yuv410p yuv422p yuv440p yuv444p yuvj440p yuva420p yuva422p yuva444p16le gray gray9le gray12le gray16be ya8 ya16le monow '
       'monob pal8 rgb24 bgr24 rgb0 0rgb bgra abgr argb rgb48be rgba64le bgr48le rgb565le bgr555be rgb444le bgr8 rgb8 rgb4_byte bgr4_byte x2rgb10le '
       'gbrp gbrp9le gbrp12be gbrap16le gbrpf32le grayf32le nv12 nv21 nv24 nv42 yuyv422 yvyu422 uyvy422 p010le p016le p210le p416le '
       'yuv420p9le yuv420p14be yuv422p12le yuv440p12le yuv444p16be xyz12le gbrpf32be bayer_bggr8 bayer_rggb16le bayer_gbrg8 ya16be').split()
WHOLE_LIES = 'cut off|damaged|no film'


def _still(rng, stem, size, pictures=1):
    """Files of pictures that change a little; the pattern ffmpeg reads them by."""
    less = -(-max(size) // 2000)
    first = card(rng, -(-size[0] // less), -(-size[1] // less))
    for number in range(pictures):
        moved = Image.fromarray(first if number == 0 else numpy.roll(first, number * max(1, size[0] // 16), 1))
        (moved if less == 1 else moved.resize(size)).save('%s-%02d.bmp' % (stem, number))
    return stem + '-%02d.bmp'


def film(rng, stem, ending, coded, size, pictures=None, before=(), rate=25):
    """A film of the card, `pictures` long, all alike when that is not given (then 3)."""
    path = '%s.%s' % (stem, ending)
    still = _still(rng, stem, size, pictures or 1)
    source = ['-framerate', rate, '-i', still] if pictures else ['-loop', 1, '-framerate', rate, '-t', (1.01 if max(size) > 2000 else 3.01) / rate, '-i', still % 0]
    ffmpeg(*source, *before, *coded.split(), path)
    return path


def _shape(path):
    """In which a film is shown whose pixels are not square, as the container tells; None when they are."""
    about = probe(path)
    wide, high = map(int, about.get('sample_aspect_ratio', '0:1').split(':'))
    if wide in (0, high):
        return None
    ratio = min(16, max(1 / 16, wide / high))
    return int(about['width']) * max(1, ratio), int(about['height']) * max(1, 1 / ratio)


def _whole(path, made, **more):
    return Specimen(path, made, lambda: ffmpeg_sees(path), film=True, shape=_shape(path), **{'never': WHOLE_LIES, **more})


def coded(rng, stem, pick):
    ending, how = pick(CODED)
    size = SIZES[rng.integers(len(SIZES))] if 'svq1' not in how else (160, 120)
    says = 'matrix' if 'ycgco' in how else 'pixel format|no decoder'
    path = film(rng, stem, ending, how, size)
    # A picture alone is none in motion: what has no container is read as one.
    return _whole(path, '%s, %s %dx%d' % (ending, how, *size), says=says, expect=REFUSED if 'ycgco' in how else SHOWN)


def raw(rng, stem, pick):
    pixels = pick(RAW)
    size = SIZES[rng.integers(len(SIZES))]
    before = '-f rawvideo -pixel_format %s -video_size %dx%d' % (pixels, *size) if pixels.startswith('bayer') else ''
    if before:  # nothing writes these but as bytes
        Image.fromarray(card(rng, *size)[..., 1]).save(stem + '.png')
        with open(stem + '.raw', 'wb') as file:
            grey = card(rng, *size)[..., 1]
            file.write((grey if pixels.endswith('8') else grey.astype('<u2') * 257).tobytes() * 3)
        path = stem + '.nut'
        ffmpeg(*before.split(), '-framerate', 25, '-i', stem + '.raw', '-c:v', 'copy', path)
    else:
        path = film(rng, stem, 'nut', '-c:v rawvideo -pix_fmt ' + pixels, size)
    return _whole(path, 'raw %s %dx%d' % (pixels, *size), says='pixel format "%s"' % pixels)


def sized(rng, stem, pick):
    size, how = pick([((1, 1), 'mkv -c:v ffv1 -pix_fmt yuv420p'), ((2, 2), 'mp4 -c:v mjpeg -q:v 2'), ((3, 5), 'nut -c:v rawvideo -pix_fmt yuv420p'),
                      ((17, 9), 'mkv -c:v ffv1 -pix_fmt yuv422p'), ((161, 121), 'mp4 -c:v libx264 -pix_fmt yuv444p'), ((16, 1080), 'mkv -c:v ffv1'),
                      ((1920, 90), 'mp4 -c:v libx264 -pix_fmt yuv420p'), ((3840, 2160), 'mp4 -c:v libx264 -preset ultrafast -pix_fmt yuv420p'),
                      ((5120, 2880), 'avi -c:v mjpeg -q:v 5 -pix_fmt yuvj420p'), ((8192, 4320), 'mkv -c:v mjpeg -q:v 5 -pix_fmt yuvj422p'),
                      ((8200, 4400), 'mkv -c:v mjpeg -q:v 9'), ((1919, 1079), 'mkv -c:v libx264 -preset ultrafast -pix_fmt yuv444p'),
                      ((1281, 3), 'mkv -c:v ffv1'), ((5, 4000), 'mkv -c:v ffv1 -pix_fmt rgb24 -strict -2'), ((1440, 1080), 'ts -c:v mpeg2video -q:v 2'),
                      ((4096, 2160), 'mp4 -c:v libx265 -preset ultrafast -x265-params log-level=none'), ((720, 718), 'mkv -c:v ffv1 -pix_fmt yuv444p'),
                      ((722, 720), 'mkv -c:v ffv1 -pix_fmt yuv444p'), ((3000, 3000), 'webm -c:v libvpx -deadline realtime -cpu-used 8')])
    ending, how = how.split(' ', 1)
    path = film(rng, stem, ending, how, size)
    too_large = size[0] * size[1] > 8192 * 4320
    return _whole(path, '%s %dx%d' % (how, *size), expect=REFUSED if too_large else SHOWN, says='%dx%d points' % size)


def turned(rng, stem, pick):
    """By the matrix of the track's header, or by the coded pictures' own note."""
    matrix, note = pick([((0, 1, -1, 0), ''), ((-1, 0, 0, -1), ''), ((0, -1, 1, 0), ''), ((-1, 0, 0, 1), ''), ((1, 0, 0, -1), ''), ((0, 1, 1, 0), ''),
                         ((0, -1, -1, 0), ''), (None, 'rotate=90'), (None, 'rotate=270'), (None, 'rotate=180'), (None, 'flip=horizontal'),
                         (None, 'rotate=90:flip=vertical')])
    size = SIZES[rng.integers(len(SIZES))]
    path = film(rng, stem, 'mp4', X264 + '-pix_fmt yuv420p' + (' -bsf:v h264_metadata=display_orientation=insert:' + note if note else ''), size)
    if matrix:
        data = bytearray(open(path, 'rb').read())
        at = data.index(b'tkhd') + 44
        for place, value in zip((0, 4, 12, 16), matrix):
            data[at + place:at + place + 4] = struct.pack('>i', value * 65536)
        with open(path, 'wb') as file:
            file.write(data)
    return _whole(path, 'turned by %s' % (matrix or note,))


def anamorphic(rng, stem, pick):
    ratio, ending, how = pick([((64, 45), 'ts', '-c:v mpeg2video -q:v 2'), ((1, 2), 'mkv', X264 + '-pix_fmt yuv420p'), ((4, 3), 'mp4', X264 + '-pix_fmt yuv420p'),
                               ((8, 9), 'avi', '-c:v mpeg4 -q:v 2'), ((100, 1), 'mkv', X264 + '-pix_fmt yuv420p'), ((2, 1), 'mov', '-c:v prores')])
    size = SIZES[rng.integers(2)]
    path = film(rng, stem, ending, how, size, before=('-vf', 'setsar=%d/%d' % ratio))
    return _whole(path, 'pixels of %d:%d' % ratio)


def interlaced(rng, stem, pick):
    ending, how = pick([('ts', '-c:v mpeg2video -q:v 2 -flags +ilme+ildct'), ('mp4', X264 + '-pix_fmt yuv420p -x264opts tff=1'),
                        ('mkv', X264 + '-pix_fmt yuv420p -x264opts bff=1'), ('dv', '-c:v dvvideo -s 720x576 -r 25 -pix_fmt yuv420p'),
                        ('mov', '-c:v prores_ks -flags +ildct -top 1')])
    path = film(rng, stem, ending, how, (352, 288), pictures=3)
    return _whole(path, 'interlaced ' + how, never='damaged|no film')


def timed(rng, stem, pick):
    """Odd times: jumps, all alike, none, before zero, far away, hours in a second."""
    ending, how = pick([('mkv', '-vf setpts=PTS+random(7)*0.02/TB -fps_mode vfr'), ('mkv', '-vf settb=1/1000,setpts=N*N*7 -fps_mode passthrough'),
                        ('mp4', '-output_ts_offset 40000'), ('ts', '-output_ts_offset 95443 -muxdelay 0'), ('mkv', '-output_ts_offset -0.1 -copyts'),
                        ('mp4', '-r 1000'), ('avi', '-r 500'), ('mp4', '-vf setpts=PTS+gte(N\\,3)*3/TB -fps_mode vfr'), ('nut', '-vf settb=1/1000,setpts=1 -fps_mode passthrough'),
                        ('mkv', '-r 30000/1001'), ('mp4', '-video_track_timescale 1000000 -r 25'), ('mov', '-output_ts_offset 2 -r 24')])
    path = film(rng, stem, ending, X264 + '-pix_fmt yuv420p ' + how, (160, 120), pictures=6)
    return _whole(path, 'odd times: ' + how, never='no film')


def joined(rng, stem, pick):
    """The size or the kind of the pixels changes in the middle; several tracks."""
    what = pick(['size', 'pixels', 'tracks', 'sound first', 'appended mpg'])
    parts = []
    for number, (size, pixels) in enumerate([((160, 120), 'yuv420p'), ((240, 180) if what == 'size' else (160, 120), 'yuv422p' if what == 'pixels' else 'yuv420p')]):
        how = X264 + '-pix_fmt ' + pixels if what != 'appended mpg' else '-c:v mpeg1video -q:v 2'
        parts.append(film(rng, '%s-%d' % (stem, number), 'ts' if what != 'appended mpg' else 'mpg', how, size))
    if what in ('tracks', 'sound first'):
        path = stem + '.mkv'
        sound = ['-f', 'lavfi', '-i', 'sine=d=0.12']
        ffmpeg('-i', parts[0], '-i', parts[1], *sound, *(['-map', 2, '-map', 0] if what == 'sound first' else ['-map', 0, '-map', 1]), '-c:v', 'copy', path)
    else:
        path = stem + os.path.splitext(parts[0])[1]
        with open(path, 'wb') as file:
            for part in parts:
                file.write(open(part, 'rb').read())
    return Specimen(path, 'joined: ' + what, lambda: [picture for part in parts for picture in ffmpeg_sees(part)], film=True, never='no film')


def empty(rng, stem, pick):
    """Nothing to see: sound, covers, films without a picture, other files with the name of a film."""
    ending, how, says = pick([('mp4', 'zero', 'no pictures|single picture|missing'), ('mkv', 'zero', 'no pictures|cut off'), ('mp3', 'sound', 'no pictures'), ('wav', 'sound', 'no pictures'),
                              ('ogg', 'sound', 'no pictures'), ('m4a', 'sound', 'no pictures'), ('flac', 'sound', 'no pictures'), ('mp3', 'cover', 'no pictures'),
                              ('mp4', b'', 'empty'), ('mp4', b'text that is none\n' * 99, 'no film'), ('mp4', None, 'no film'), ('avi', 'zero', 'no pictures|cut off'),
                              ('mp4', b'<!doctype html><html><body>404', 'no film'), ('mkv', 'still', 'single picture'), ('avi', 'jpeg', 'single picture'),
                              ('mp4', bytes(5000), 'no film'), ('m3u8', b'#EXTM3U\n#EXTINF:9,\n/etc/passwd\n#EXT-X-ENDLIST\n', 'list|no film'),
                              ('mp4', b'PK\3\4' + bytes(99), 'no film')])
    path = '%s.%s' % (stem, ending)
    if isinstance(how, bytes) or how is None:
        with open(path, 'wb') as file:
            file.write(rng.bytes(9000) if how is None else how)
    elif how in ('still', 'jpeg'):
        Image.fromarray(card(rng, 160, 120)).save(path, 'png' if how == 'still' else 'jpeg')
    elif how == 'zero':
        ffmpeg('-f', 'lavfi', '-i', 'testsrc=d=1', '-frames:v', 0, '-c:v', 'mpeg4', path)
    else:
        cover = ['-i', _still(rng, stem, (160, 120)) % 0, '-map', 0, '-map', 1, '-c:v', 'mjpeg', '-disposition:v', 'attached_pic'] if how == 'cover' else []
        ffmpeg('-f', 'lavfi', '-i', 'sine=d=0.5', *cover, path)
    return Specimen(path, '%s: %s' % (ending, how if isinstance(how, str) else 'no film'), expect=REFUSED, says=says, film=True)


# What a cut of less than nine tenths must be told by: the containers that say how long the film is.
TELLS = {('mp4', 'fast'), ('mov', 'fast'), ('mkv', ''), ('webm', '')}


def spoiled(rng, stem, pick):
    """Pictures of the whole film, or such as ffmpeg makes of the damaged one."""
    (ending, how, extra), harm = pick([(row, harm) for harm in ('cut', 'flip', 'cut', 'random', 'cut', 'zero') for row in (
        ('mp4', X264 + '-pix_fmt yuv420p', ''), ('mp4', X264 + '-pix_fmt yuv420p -movflags +faststart', 'fast'), ('mkv', '-c:v mjpeg -q:v 2', ''),
        ('webm', '-c:v libvpx -deadline realtime', ''), ('avi', '-c:v mpeg4 -q:v 2', ''), ('ts', '-c:v mpeg2video -q:v 2', ''),
        ('flv', '-c:v flv -q:v 2', ''), ('ogv', '-c:v libtheora -q:v 8', ''), ('mov', '-c:v mjpeg -q:v 2 -movflags +faststart', 'fast'),
        ('gif', '', ''), ('wmv', '-c:v wmv2 -q:v 2', ''), ('mpg', '-c:v mpeg1video -q:v 2', ''), ('nut', '-c:v ffv1', ''), ('mxf', '-c:v mpeg2video -q:v 2', ''),
        ('mp4', X264 + '-pix_fmt yuv420p -movflags frag_keyframe+empty_moov', ''), ('mp4', '-c:v libx265 -x265-params log-level=none', ''),
        ('mkv', '-c:v libvpx-vp9 -deadline realtime -cpu-used 8', ''), ('mov', '-c:v png', ''), ('y4m', '-pix_fmt yuv420p', ''), ('apng', '-plays 1', ''),
        ('avi', '-c:v huffyuv', ''), ('h264', X264 + '-pix_fmt yuv420p -slices 4', ''))])
    path = film(rng, stem, ending, how, SIZES[rng.integers(3)], pictures=12, rate=25)
    whole = ffmpeg_sees(path)
    size = os.path.getsize(path)
    made = '%s %s, %s' % (ending, how, damage(rng, path, harm))
    told = harm == 'cut' and (ending, extra) in TELLS and os.path.getsize(path) < 0.6 * size
    return Specimen(path, made, lambda: whole if harm == 'cut' else whole + ffmpeg_sees(path), expect=EITHER, film=True,
                    ends='cut off' if told else '')


KINDS = [coded, coded, raw, coded, spoiled, sized, coded, raw, spoiled, turned, coded, spoiled, empty, coded, anamorphic, timed, coded, raw,
         spoiled, interlaced, joined, coded]
assert probe and KINDS
