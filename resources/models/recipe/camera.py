"""What lies between a card and the network: rooms, hands, the card's pose, light, and the faults of cameras and screens."""
import cv2
import numpy as np

SKIN = np.float64([(255, 224, 196), (241, 194, 155), (224, 172, 125), (198, 134, 88), (141, 85, 54), (90, 56, 37)])


# ---- rooms

def smooth_noise(rng, h, w, cells, channels=3):
    n = rng.normal(0, 1, (max(2, cells * h // max(h, w)), max(2, cells), channels)).astype(np.float32)
    return cv2.resize(n, (w, h), interpolation=cv2.INTER_CUBIC).reshape(h, w, channels)


def dull(rng):
    """A colour as walls, cloth and furniture have it."""
    grey = rng.uniform(20, 245)
    return np.clip(grey + rng.normal(0, rng.choice([8, 30, 60]), 3), 0, 255)


def person(rng, room):
    h, w = room.shape[:2]
    x, s, skin = rng.uniform(.2, .8) * w, rng.uniform(.12, .3) * h, SKIN[rng.integers(len(SKIN))] * rng.uniform(.6, 1.1)
    y = rng.uniform(.3, .7) * h
    at = (int(x), int(y))
    cv2.ellipse(room, (at[0], int(y + 2.6 * s)), (int(1.7 * s), int(1.7 * s)), 0, 0, 360, dull(rng).tolist(), -1, cv2.LINE_AA)
    cv2.ellipse(room, (at[0], int(y - .25 * s)), (int(.8 * s), int(s)), 0, 0, 360, rng.uniform(10, 110, 3).tolist(), -1, cv2.LINE_AA)
    cv2.ellipse(room, at, (int(.68 * s), int(.9 * s)), 0, 0, 360, skin.tolist(), -1, cv2.LINE_AA)
    for dx in (-.27, .27):
        cv2.circle(room, (int(x + dx * s), int(y - .1 * s)), max(1, int(.09 * s)), (35, 25, 20), -1, cv2.LINE_AA)
    cv2.ellipse(room, (at[0], int(y + .45 * s)), (max(1, int(.25 * s)), max(1, int(.1 * s))), 0, 0, 180, (150, 70, 70), 1, cv2.LINE_AA)


def room(rng, h=192, w=256):
    """One made-up view: wall and floor, furniture-like boxes, shelves, windows, textures, people."""
    out = np.empty((h, w, 3), np.float32)
    out[:] = dull(rng)
    kind = rng.random()
    if kind < .12:                                               # stripes, checks, tiles
        step, a = rng.integers(6, 40), rng.uniform(0, np.pi)
        y, x = np.mgrid[0:h, 0:w]
        p = (x * np.cos(a) + y * np.sin(a)) // step % 2
        if rng.random() < .5:
            p = (p + (y * np.cos(a) - x * np.sin(a)) // step % 2) % 2
        out += (p[..., None] * (dull(rng) - out[0, 0]))
    elif kind < .25:                                             # cloth, wood, leaves
        for cells in (3, 9, 27):
            out += smooth_noise(rng, h, w, cells) * rng.uniform(3, 45) * np.float32(rng.uniform(.4, 1, 3))
        if rng.random() < .5:
            out = cv2.blur(out, (int(rng.integers(2, 60)), 1))
    else:
        if rng.random() < .7:
            out[int(rng.uniform(.5, .85) * h):] = dull(rng)
        for _ in range(rng.integers(0, 16)):
            x, y = rng.uniform(-.1, 1, 2) * (w, h)
            bw, bh = rng.uniform(.04, .5, 2) ** 1.2 * (w, h)
            c, p = dull(rng), rng.random()
            box = cv2.boxPoints(((float(x + bw / 2), float(y + bh / 2)), (float(bw), float(bh)), float(rng.normal(0, 6)))).astype(np.int32)
            if p < .65:
                cv2.fillConvexPoly(out, box, c.tolist(), cv2.LINE_AA)
                if rng.random() < .4:
                    cv2.polylines(out, [box], True, (c * .5).tolist(), 1, cv2.LINE_AA)
            elif p < .8:
                cv2.ellipse(out, (int(x), int(y)), (int(bw / 2), int(bh / 2)), rng.uniform(0, 180), 0, 360, c.tolist(), -1, cv2.LINE_AA)
            elif p < .9:                                         # a row of things on a shelf
                for i in range(int(rng.integers(3, 12))):
                    cv2.rectangle(out, (int(x + i * bw / 6), int(y + rng.uniform(0, .3) * bh)), (int(x + (i + .8) * bw / 6), int(y + bh)),
                                  dull(rng).tolist(), -1)
            else:                                                # lines of writing
                for i in range(int(rng.integers(2, 9))):
                    cv2.line(out, (int(x), int(y + i * 7)), (int(x + bw * rng.uniform(.5, 1)), int(y + i * 7)), (c * .4).tolist(), 1)
        for _ in range(rng.choice(3, p=[.5, .35, .15])):
            person(rng, out)
        if rng.random() < .6:
            out += smooth_noise(rng, h, w, int(rng.integers(3, 40))) * rng.uniform(1, 14)
    if rng.random() < .8:
        out = cv2.GaussianBlur(out, (0, 0), rng.uniform(.5, 5))
    out *= 1 + smooth_noise(rng, h, w, 2, 1) * rng.uniform(0, .25)
    return np.uint8(np.clip(out, 0, 255))


def rooms(seed=1, count=500):
    rng = np.random.default_rng(seed)
    return [room(rng) for _ in range(count)]


def backdrop(rng, backdrops, width, height):
    b = backdrops[rng.integers(len(backdrops))]
    h, w = b.shape[:2]
    k = rng.uniform(.45, 1)
    y, x = int(rng.uniform(0, 1 - k) * h), int(rng.uniform(0, 1 - k) * w)
    b = b[y:y + int(k * h), x:x + int(k * w)]
    if rng.random() < .5:
        b = b[:, ::-1]
    return cv2.resize(b, (width, height), interpolation=cv2.INTER_LINEAR) * np.float32(rng.uniform(.75, 1.2, 3) * rng.uniform(.5, 1.15))


def empty_scene(rng, backdrops, width, height):
    """Nothing to name: a room, a plain wall, a texture, a hand, a blank card, the dark, a covered lens."""
    p = rng.random()
    if p < .2:                                                   # plain wall or table, of any colour
        out = np.empty((height, width, 3), np.float32)
        out[:] = rng.uniform(0, 255, 3) if rng.random() < .6 else dull(rng)
        out += smooth_noise(rng, height, width, int(rng.integers(2, 5)), 1) * rng.uniform(0, 14)
        return out
    out = backdrop(rng, backdrops, width, height)
    if p < .28:                                                  # dark room, covered lens
        out = cv2.GaussianBlur(out, (0, 0), width * rng.uniform(.01, .2)) * np.float32(rng.uniform(.02, .4))
    elif p < .36:                                                # far out of focus
        out = cv2.GaussianBlur(out, (0, 0), width * rng.uniform(.02, .12))
    elif p < .42:                                                # coarse noise
        out += smooth_noise(rng, height, width, int(rng.integers(8, width))) * rng.uniform(5, 60)
    elif p < .56:                                                # a blank card
        q = np.float32([(.5, .5)]) + np.float32([(-1, -1), (1, -1), (1, 1), (-1, 1)]) * rng.uniform(.2, .5, 2) + rng.normal(0, .06, (4, 2))
        cv2.fillConvexPoly(out, np.int32(q * (width, height)), rng.uniform(0, 255, 3).tolist(), cv2.LINE_AA)
    if rng.random() < .35:
        c = np.float64([width, height])
        hand(rng, out, rng.uniform(.2, .8, (4, 2)) * c, [], [])
    return out


# ---- the card in the scene

def view_of_card(rng, aspect, frame_aspect, level, filling):
    """Homography from the card (height 1, width aspect) to the frame (height 1, width frame_aspect)."""
    middle, frame = np.float64([aspect, 1]) / 2, np.float64([frame_aspect, 1]) / 2
    if filling:
        k = 1 if rng.random() < .5 else rng.uniform(1, 1.06)
        shift = frame + rng.normal(0, .015 * level, 2)
        return np.float64([[k, 0, shift[0] - k * middle[0]], [0, k, shift[1] - k * middle[1]], [0, 0, 1]])
    largest = min(frame_aspect / aspect, 1)                      # at this scale the card just fits
    scale = largest * (rng.uniform(.62 - .2 * level, 1.02) if rng.random() < .72 else rng.uniform(1, 1.2 + .15 * level))
    yaw, pitch = np.radians(rng.normal(0, 6 + 13 * level, 2).clip(-42, 42))
    roll = np.radians(rng.normal(0, 3 + 6 * level))
    c, s = np.cos, np.sin
    turn = (np.float64([[c(yaw), 0, s(yaw)], [0, 1, 0], [-s(yaw), 0, c(yaw)]]) @ np.float64([[1, 0, 0], [0, c(pitch), -s(pitch)], [0, s(pitch), c(pitch)]])
            @ np.float64([[c(roll), -s(roll), 0], [s(roll), c(roll), 0], [0, 0, 1]]))
    corners = np.float64([(0, 0), (aspect, 0), (aspect, 1), (0, 1)]) - middle
    p = (np.c_[corners, np.zeros(4)] @ turn.T) * scale
    distance = rng.uniform(1.3, 3)
    q = p[:, :2] * distance / (distance + p[:, 2:])
    room_left = np.maximum(frame - np.abs(q).max(0), 0)
    shift = frame + rng.uniform(-1, 1, 2) * (room_left * (.4 + .6 * level) + .05 * level)
    return cv2.getPerspectiveTransform(np.float32(corners + middle), np.float32(q + shift))


def share_in_frame(q, frame_aspect):
    """How much of the bounding box of these points lies in the frame."""
    low, high = q.min(0), q.max(0)
    cut = np.minimum(high, (frame_aspect, 1)) - np.maximum(low, 0)
    return 0 if (cut <= 0).any() else cut.prod() / (high - low).prod()


def covers(quad, width, height):
    poly = np.float32(quad)
    return all(cv2.pointPolygonTest(poly, (float(x), float(y)), False) > 0 for x in (0, width) for y in (0, height))


def draw_card(rng, canvas, matrix, aspect, paint, projected):
    """The card's face; sometimes a paper edge, a phone's or a screen's frame around it."""
    def fill(margin, colour):
        mx, my = margin
        q = projected(matrix, [(-mx, -my), (aspect + mx, -my), (aspect + mx, 1 + my), (-mx, 1 + my)])
        cv2.fillConvexPoly(canvas, np.int32(np.round(q * 16)), tuple(float(v) for v in colour), cv2.LINE_AA, 4)
    p = rng.random()
    if p < .2:
        m = rng.uniform(.02, .08)
        fill((m, m), rng.uniform(225, 255, 3))
    elif p < .5:                                                 # screen
        m = rng.uniform(.02, .12)
        fill((m * rng.choice([.4, 1, 2.5]), m * rng.choice([.4, 1])), np.full(3, rng.uniform(5, 60)) if rng.random() < .85 else rng.uniform(180, 250, 3))
    elif p < .6:                                                 # its shadow on what lies behind
        fill((.04, .04), canvas[canvas.shape[0] // 2, 0] * .4)
    fill((0, 0), paint)


def hand(rng, canvas, quad, keep, radius):
    """A hand that comes from outside and holds an edge, kept off the objects' middles."""
    h, w = canvas.shape[:2]
    i, t = rng.integers(4), rng.uniform(.1, .9)
    tip = np.clip(quad[i] * t + quad[(i + 1) % 4] * (1 - t), (0, 0), (w, h))
    tip = tip + rng.normal(0, .02 * h, 2)
    away = tip - np.float64([w, h]) / 2
    away = away / (np.linalg.norm(away) + 1e-6)
    away = away + (0, rng.uniform(0, .8))
    away /= np.linalg.norm(away) + 1e-6
    s = h * rng.uniform(.035, .08)
    if any(np.hypot(*(tip - k)) < r + 2.2 * s for k, r in zip(keep, radius)):
        return
    skin = SKIN[rng.integers(len(SKIN))] * rng.uniform(.55, 1.05)
    side = np.float64([-away[1], away[0]])
    palm = tip + away * s * 4.5

    def bone(a, b, width, shade=1.0):
        cv2.line(canvas, tuple(int(v) for v in a), tuple(int(v) for v in b), (skin * shade).tolist(), max(1, int(width)), cv2.LINE_AA)
    bone(palm, palm + away * h, s * 4.2, .95)
    cv2.circle(canvas, tuple(int(v) for v in palm), int(s * 2.6), skin.tolist(), -1, cv2.LINE_AA)
    for f in range(int(rng.integers(1, 5))):
        a = palm + side * s * (f - 1.5) * 1.2
        b = tip + side * s * (f - 1.5) * 1.15 - away * s * rng.uniform(0, .9)
        bone(a, b, s * 1.25, .82)
        bone(a, b, s * 1.05, 1)


# ---- light and faults

def slightly(rng, canvas, level):
    """A card file as it is, or with the small changes that saving and scaling bring."""
    if rng.random() < .5:
        canvas = canvas * np.float32(rng.uniform(.93, 1.06)) + np.float32(rng.uniform(-5, 5))
    if rng.random() < .25 + .2 * level:
        canvas = cv2.GaussianBlur(canvas, (0, 0), canvas.shape[1] / 224 * rng.uniform(.3, 1.1))
    if rng.random() < .25:
        canvas = canvas + rng.normal(0, rng.uniform(1, 6), canvas.shape).astype(np.float32)
    out = np.uint8(np.clip(canvas, 0, 255))
    return jpeg(rng, out, 60) if rng.random() < .2 else out


def jpeg(rng, picture, lowest):
    ok, data = cv2.imencode('.jpg', picture, [cv2.IMWRITE_JPEG_QUALITY, int(rng.uniform(lowest, 95))])
    return cv2.imdecode(data, cv2.IMREAD_COLOR)


def taken(rng, canvas, level, colour=None, covers_frame=False):
    """The picture as a camera takes it: uneven and coloured light, glare, blur, noise, a screen's lines, compression."""
    h, w = canvas.shape[:2]
    touchy = colour in ('white', 'gray', 'black', 'brown', 'orange', 'red', 'pink', 'purple')   # a shift would change their name
    spread = .5 + .5 * level
    low, high = (1 - .24 * spread, 1 + .1 * spread) if touchy else (1 - .42 * spread, 1 + .28 * spread)
    if colour == 'white':
        low = max(low, .84)
    gain = rng.uniform(low, high) * np.exp(rng.normal(0, .02 + .035 * level * (.5 if touchy else 1), 3))
    canvas = canvas * np.float32(gain)
    if rng.random() < .5:                                        # light from one side
        d = .12 + .28 * level * (.55 if touchy else 1)
        gx = np.linspace(-1, 1, w, dtype=np.float32) * rng.uniform(-d, d)
        gy = np.linspace(-1, 1, h, dtype=np.float32) * rng.uniform(-d, d)
        canvas = canvas * (1 + gx[None, :, None] + gy[:, None, None])
    if rng.random() < .12 + .2 * level:                          # glare
        k = 24
        y, x = np.mgrid[0:k, 0:k].astype(np.float32) / k
        cx, cy, t = rng.uniform(0, 1, 3)
        t *= np.pi
        u, v = (x - cx) * np.cos(t) + (y - cy) * np.sin(t), (y - cy) * np.cos(t) - (x - cx) * np.sin(t)
        g = np.exp(-(u / rng.uniform(.05, .5)) ** 2 - (v / rng.uniform(.04, .16)) ** 2) * rng.uniform(40, 70 + 130 * level)
        canvas = canvas + cv2.resize(g, (w, h), interpolation=cv2.INTER_LINEAR)[..., None]
    if rng.random() < .12 * level:                               # haze
        a = rng.uniform(0, .2)
        canvas = canvas * (1 - a) + np.float32(a * rng.uniform(120, 230))
    if rng.random() < .1 + .1 * level:                           # a screen's lines
        period, phase = rng.uniform(2.2, 9), rng.uniform(0, 6.3)
        y, x = np.mgrid[0:h, 0:w].astype(np.float32)
        t = rng.normal(0, .3) + rng.choice([0, np.pi / 2])
        wave = 1 + rng.uniform(.02, .1) * np.sin((x * np.cos(t) + y * np.sin(t)) * 6.283 / period + phase)
        canvas = canvas * wave[..., None]
    p, unit = rng.random(), w / 224
    if p < .35:
        canvas = cv2.GaussianBlur(canvas, (0, 0), unit * rng.uniform(.4, .8 + 1.7 * level))
    elif p < .55:                                                # moved while the shutter was open
        n = int(3 + unit * rng.uniform(1, 3 + 8 * level))
        k, t = np.zeros((n, n), np.float32), rng.uniform(0, np.pi)
        d = np.float64([np.cos(t), np.sin(t)]) * (n - 1) / 2
        cv2.line(k, *(tuple(int(round(v)) for v in (n - 1) / 2 + s * d) for s in (-1, 1)), 1)
        canvas = cv2.filter2D(canvas, -1, k / k.sum(), borderType=cv2.BORDER_REPLICATE)
    if rng.random() < .65:
        s = rng.uniform(1, 5 + 13 * level)
        if rng.random() < .5:
            noise = rng.standard_normal((h, w, 3), dtype=np.float32) * s
        else:
            small = rng.standard_normal((h // 2 + 1, w // 2 + 1, 3), dtype=np.float32) * s
            noise = cv2.resize(small, (w, h), interpolation=cv2.INTER_LINEAR)
        canvas = canvas + noise
    out = np.uint8(np.clip(canvas, 0, 255))
    return jpeg(rng, out, 70 - 40 * level) if rng.random() < .35 else out
