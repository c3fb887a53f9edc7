"""Flash cards: the grammar of their captions, the art, and how a card is drawn into a picture.

A picture is drawn straight at the size the network sees. Coordinates go through two spaces: the card (height 1, width its
aspect) and the frame (height 1, width the camera's aspect); the frame is then squashed to the output size, as the
application squashes a 4:3 frame to a square.
"""
import pathlib

import cv2
import numpy as np

import camera
from sprites import TRAINING_STYLES, UNSEEN_STYLE, nouns

KOREAN_COLOURS = {'red': '빨간', 'orange': '주황색', 'yellow': '노란', 'green': '초록색', 'blue': '파란', 'purple': '보라색',
                  'pink': '분홍색', 'brown': '갈색', 'white': '하얀', 'black': '검은', 'gray': '회색'}
COLOURS = list(KOREAN_COLOURS)
EMPTY = {'en': 'nothing in view', 'ko': '아무것도 보이지 않음'}
HSV = {  # hue in degrees, saturation, value: wide, and apart from each other
    'red': ((-10, 7), (.72, 1), (.62, 1)), 'orange': ((20, 38), (.75, 1), (.88, 1)), 'yellow': ((47, 62), (.55, 1), (.85, 1)),
    'green': ((90, 155), (.42, 1), (.4, .95)), 'blue': ((200, 240), (.55, 1), (.5, 1)), 'purple': ((262, 298), (.4, 1), (.42, .82)),
    'pink': ((318, 351), (.22, .6), (.9, 1)), 'brown': ((13, 30), (.42, .88), (.32, .58)), 'white': ((0, 360), (0, .05), (.94, 1)),
    'black': ((0, 360), (0, .5), (0, .11)), 'gray': ((0, 360), (0, .08), (.38, .74))}


def article(noun):
    return 'an' if noun[0] in 'aeiou' and not noun.startswith('unicorn') else 'a'


def caption_words(language, shown, colour):
    """Words of a caption; `shown` are rows of the noun list from left to right, empty for an empty scene."""
    if not shown:
        return EMPTY[language].split()
    if language == 'ko':
        return (KOREAN_COLOURS[colour] + ' 배경 위에 ' + ' 그리고 '.join(n['korean'] for n in shown)).split()
    things = ' and '.join(article(n['english']) + ' ' + n['english'] for n in shown)
    return f'{things} on {article(colour)} {colour} background'.split()


def random_colour(rng, name):
    h, s, v = (rng.uniform(*r) for r in HSV[name])
    i = np.uint8([[[(h % 360) / 360 * 255, s * 255, v * 255]]])
    return cv2.cvtColor(i, cv2.COLOR_HSV2RGB_FULL)[0, 0].astype(float)


class Art:
    """Sprites of some styles at three sizes, alpha not multiplied in. pick() gives one sprite of a noun."""

    def __init__(self, folder, styles=TRAINING_STYLES, variants=0.12):
        self.variants, self.sizes = variants, (192, 96, 48)
        self.art, self.extra = {}, {}
        for style in styles:
            self.art[style] = self.pyramid(pathlib.Path(folder) / f'{style}.npy')
            if style != UNSEEN_STYLE and variants:
                self.extra[style] = self.pyramid(pathlib.Path(folder) / f'{style}.variants.npy')
        self.styles = list(self.art)
        self.have = {s: {i for i, p in enumerate(a[48]) if p[..., 3].any()} for s, a in self.art.items()}
        self.have_extra = {s: {i for i, p in enumerate(a[48]) if p[..., 3].any()} for s, a in self.extra.items()}
        self.drawable = sorted(set().union(*self.have.values()))

    @staticmethod
    def pyramid(path):
        full = np.load(path)
        out = {192: full}
        for size in (96, 48):
            half = out[size * 2].astype(np.float32)
            a = half[..., 3:]
            pre = np.concatenate([half[..., :3] * a, a], -1)
            n = len(pre)
            pre = pre.reshape(n, size, 2, size, 2, 4).mean((2, 4))
            pre[..., :3] /= np.maximum(pre[..., 3:], 1e-3)
            out[size] = np.clip(pre + .5, 0, 255).astype(np.uint8)
        return out

    def pick(self, rng, noun, pixels, sharp):
        """A sprite fit for being drawn `pixels` wide; `sharp` may choose one size too fine, as a camera's aliasing does."""
        size = next((s for s in (48, 96) if s >= pixels * .9), 192)
        if sharp:
            size = min(size * 2, 192)
        if self.extra and rng.random() < self.variants:
            style = self.styles[rng.integers(len(self.styles))]
            if noun in self.have_extra.get(style, ()):
                return self.extra[style][size][noun]
        while True:
            style = self.styles[rng.integers(len(self.styles))]
            if noun in self.have[style]:
                return self.art[style][size][noun]


def jittered(rng, sprite, other, level):
    """The sprite as another artist might have drawn it: shifted colours, outlines, flat or shaded, grey, warped, worn."""
    rgb, alpha = np.ascontiguousarray(sprite[..., :3]), np.ascontiguousarray(sprite[..., 3])
    n = len(alpha)
    hard = rng.random() < .15 + .45 * level
    if hard and rng.random() < .3:         # colours in the manner of another style's drawing
        m0, s0 = cv2.meanStdDev(rgb, mask=alpha)
        m1, s1 = cv2.meanStdDev(np.ascontiguousarray(other[..., :3]), mask=np.ascontiguousarray(other[..., 3]))
        k = np.clip(s1 / np.maximum(s0, 8), .4, 2.2).ravel()
        rgb = cv2.transform(rgb, np.float32(np.c_[np.diag(k), m1.ravel() - k * m0.ravel()]))
    angle = rng.normal(0, 10 + 16 * level) if not hard or rng.random() < .75 else rng.uniform(-180, 180)
    saturation = rng.uniform(.65, 1.35) if not hard else rng.choice([rng.uniform(.2, 1.8), 0, rng.uniform(.6, 1.5)], p=[.5, .1, .4])
    c, s = np.cos(np.radians(angle)) * saturation, np.sin(np.radians(angle)) * saturation
    third, u = np.full((3, 3), 1 / 3), np.float64([[0, -1, 1], [1, 0, -1], [-1, 1, 0]]) / 3 ** .5
    gain = rng.normal(1, .06 + .08 * level, 3) * rng.normal(1, .1 + .1 * level)
    m = gain[:, None] * (third + c * (np.eye(3) - third) + s * u)
    rgb = cv2.transform(rgb, np.float32(np.c_[m, np.full(3, rng.normal(0, 8 + 10 * level))]))
    if hard:
        if rng.random() < .35:                                   # contrast curve, or few flat tones
            x = np.linspace(0, 1, 256) ** np.exp(rng.normal(0, .45))
            if rng.random() < .4:
                k = rng.integers(2, 6)
                x = np.round(x * k) / k
            if rng.random() < .06:
                x = 1 - x
            rgb = cv2.LUT(rgb, np.uint8(x * 255))
        if rng.random() < .25:                                   # details smoothed away
            rgb = cv2.medianBlur(rgb, 5 if n > 50 else 3)
        if rng.random() < .25:                                   # inner lines drawn
            g = cv2.morphologyEx(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
            keep = 1 - np.clip(g.astype(np.float32) * rng.uniform(.004, .012), 0, 1)[..., None]
            rgb = np.uint8(rgb * keep)
        if rng.random() < .3:                                    # shading
            g = np.linspace(rng.uniform(.5, 1), rng.uniform(1, 1.4), n, dtype=np.float32)
            g = g[:, None] if rng.random() < .6 else g[None]
            g = g[::-1] if rng.random() < .5 else g
            rgb = np.uint8(np.clip(rgb * np.broadcast_to(g, (n, n))[..., None], 0, 255))
        if rng.random() < .25:                                   # outline, dark or white
            r = int(rng.integers(1, max(2, n // 32) + 1))
            grown = cv2.dilate(alpha, np.ones((2 * r + 1, 2 * r + 1), np.uint8))
            ink = np.full(3, 250.) if rng.random() < .35 else rng.uniform(0, 70, 3)
            a = alpha[..., None] / np.float32(255)
            rgb = np.uint8(rgb * a + ink * (1 - a))
            alpha = grown
        if rng.random() < .2:                                    # worn: a piece missing
            c0 = tuple(int(v) for v in rng.integers(n // 5, n * 4 // 5, 2))
            cv2.circle(alpha, c0, int(n * rng.uniform(.06, .16)), 0, -1)
    if rng.random() < .15 + .35 * level:                         # proportions pushed about
        k = int(rng.integers(3, 5))
        d = cv2.resize(rng.normal(0, n * (.012 + .03 * level), (k, k, 2)).astype(np.float32), (n, n), interpolation=cv2.INTER_CUBIC)
        y, x = np.mgrid[0:n, 0:n].astype(np.float32)
        rgb, alpha = (cv2.remap(p, x + d[..., 0], y + d[..., 1], cv2.INTER_LINEAR, borderMode=b)
                      for p, b in ((rgb, cv2.BORDER_REPLICATE), (alpha, cv2.BORDER_CONSTANT)))
    return rgb, alpha


def placed(rng, matrix, n, centre, size, level, straight):
    """Homography from sprite pixels to output pixels: turned, stretched, sheared, maybe mirrored, put on the card."""
    t = 0 if straight else np.radians(rng.normal(0, 5 + 7 * level))
    sx, sy = (1, 1) if straight else np.exp(rng.normal(0, .04 + .07 * level, 2))
    flip = -1 if rng.random() < .5 and not straight else 1
    k = size / n
    r = np.float64([[np.cos(t), -np.sin(t), 0], [np.sin(t), np.cos(t), 0], [0, 0, 1]])
    shear = np.float64([[1, 0 if straight else rng.normal(0, .08 * level), 0], [0, 1, 0], [0, 0, 1]])
    m = np.diag([k * sx * flip, k * sy, 1]) @ np.float64([[1, 0, -n / 2], [0, 1, -n / 2], [0, 0, 1]])
    m = np.float64([[1, 0, centre[0]], [0, 1, centre[1]], [0, 0, 1]]) @ r @ shear @ m
    return matrix @ m


def projected(matrix, points):
    p = np.c_[np.float64(points), np.ones(len(points))] @ matrix.T
    return p[:, :2] / p[:, 2:]


def paste(picture, rgb, alpha, matrix, shadow=0.0, opacity=1.0):
    h, w = picture.shape[:2]
    n = len(alpha)
    q = projected(matrix, [(0, 0), (n, 0), (n, n), (0, n)])
    x0, y0 = np.maximum(np.floor(q.min(0)).astype(int) - 1, 0)
    x1, y1 = np.minimum(np.ceil(q.max(0)).astype(int) + 2, (w, h))
    if x1 <= x0 or y1 <= y0:
        return
    m = np.float64([[1, 0, -x0], [0, 1, -y0], [0, 0, 1]]) @ matrix
    size = (int(x1 - x0), int(y1 - y0))
    a = cv2.warpPerspective(alpha, m, size)[..., None].astype(np.float32) * (opacity / 255)
    c = cv2.warpPerspective(rgb, m, size, borderMode=cv2.BORDER_REPLICATE)
    part = picture[y0:y1, x0:x1]
    if shadow:
        k = max(1, size[0] // 20)
        s = cv2.blur(np.roll(a, (k, k), (0, 1)), (2 * k + 1, 2 * k + 1))[..., None]
        part = part * (1 - shadow * s)
    picture[y0:y1, x0:x1] = part * (1 - a) + c * a


def layout(rng, count, aspect, tidy):
    """Centres and sizes of the objects on a card of the given aspect and height 1."""
    if count == 1:
        size = rng.uniform(.45, .9) * min(1, aspect)
        free = np.maximum(np.float64([aspect, 1]) - size, 0) / 2 * (.25 if tidy else .9)
        return [(np.float64([aspect, 1]) / 2 + rng.uniform(-1, 1, 2) * free, size)]
    out = []
    for side in (0, 1):
        size = min(rng.uniform(.6, .98) * aspect / 2, .92)
        free = np.maximum(np.float64([aspect / 2, 1]) - size, 0) / 2 * (.3 if tidy else .9)
        out.append((np.float64([aspect * (.25 + .5 * side), .5]) + rng.uniform(-1, 1, 2) * free, size))
    return out


def picture(rng, art, backdrops, width, height, level, seen=None, jitter=True, single=False):
    """Draws one picture. Returns RGB uint8, the indices of the nouns left to right, the colour's name.

    `seen`: 'plain' (the card fills the frame), 'camera' (card in a scene, camera's faults), 'empty'; None draws by chance.
    `single`: one large object (first lessons on small pictures).
    `jitter`: the art is redrawn at random (training); without, it is shown as its artist drew it (evaluation).
    """
    frame_aspect = (1.0, 4 / 3, 16 / 9)[rng.choice(3, p=[.3, .6, .1])] if width == height else width / height
    if single:
        frame_aspect, seen = 1.0, ('empty', 'camera', 'plain')[rng.choice(3, p=[.04, .16, .8])]
    seen = seen or ('empty' if rng.random() < .08 else 'camera' if rng.random() < .2 + .55 * level else 'plain')
    to_pixels = np.diag([width / frame_aspect, height, 1.0])
    if seen == 'empty':
        canvas = camera.empty_scene(rng, backdrops, width, height)
        return camera.taken(rng, canvas, rng.uniform(0, 1)), [], None
    count = 1 if single or rng.random() < .45 else 2
    chosen = [int(i) for i in rng.choice(art.drawable, count, replace=False)]
    colour = COLOURS[rng.integers(len(COLOURS))]
    paint = random_colour(rng, colour)
    for attempt in range(8):
        filling = seen == 'plain'
        aspect = frame_aspect if filling else (1, 4 / 3, 4 / 3, 1.5, 16 / 9, .8)[rng.integers(5 if count == 2 else 6)]
        spots = layout(rng, count, aspect, rng.random() < .5)
        if single:
            spots = [(spots[0][0], rng.uniform(.6, 1.15) * min(1, aspect))]
        card = camera.view_of_card(rng, aspect, frame_aspect, level if attempt < 5 else 0, filling)
        inside = [camera.share_in_frame(projected(card, s[0] + s[1] / 2 * np.float64([(-1, -1), (1, -1), (1, 1), (-1, 1)])), frame_aspect)
                  for s in spots]
        if min(inside) > .82:
            break
    matrix = to_pixels @ card
    quad = projected(matrix, [(0, 0), (aspect, 0), (aspect, 1), (0, 1)])
    covers = filling or camera.covers(quad, width, height)
    canvas = np.empty((height, width, 3), np.float32)
    if covers:
        canvas[:] = paint
    else:
        canvas[:] = camera.backdrop(rng, backdrops, width, height)
        camera.draw_card(rng, canvas, matrix, aspect, paint, projected)
    straight = rng.random() < .3
    for noun, (centre, size) in zip(chosen, spots):
        pixels = size * height * np.sqrt(abs(np.linalg.det(card[:2, :2]))) if not filling else size * height
        sprite = art.pick(rng, noun, pixels, rng.random() < .3)
        if jitter:
            rgb, alpha = jittered(rng, sprite, art.pick(rng, noun, 40, False), level)
        else:
            rgb, alpha = np.ascontiguousarray(sprite[..., :3]), np.ascontiguousarray(sprite[..., 3])
        m = placed(rng, matrix, len(alpha), centre, size, level, straight)
        paste(canvas, rgb, alpha, m, shadow=rng.uniform(.1, .5) if rng.random() < .12 else 0)
    if seen == 'plain':
        return camera.slightly(rng, canvas, level), chosen, colour
    if rng.random() < .35:
        camera.hand(rng, canvas, quad, [projected(matrix, [c])[0] for c, _ in spots],
                    [s * height * .45 for _, s in spots])
    return camera.taken(rng, canvas, level, colour, covers), chosen, colour
