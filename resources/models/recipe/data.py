"""Endless batches of freshly drawn pictures, drawn in worker processes."""
import cv2
import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset

import camera
import cards
from model import PAD


class Knobs:
    """What the training loop may change while the workers draw: picture size and how hard the pictures are."""

    def __init__(self, size, level):
        self.shared = torch.tensor([float(size), float(level)]).share_memory_()

    def set(self, size, level):
        self.shared[0], self.shared[1] = size, level

    def get(self):
        return int(self.shared[0]), float(self.shared[1])


class Pictures(IterableDataset):
    """Yields (pictures uint8 [n, s, s, 3], tokens [n, t], nouns present [n, N + 1], colour [n])."""

    def __init__(self, art_folder, vocabulary, language, knobs, batch, seed, styles=cards.TRAINING_STYLES):
        self.folder, self.vocabulary, self.language = art_folder, vocabulary, language
        self.knobs, self.batch, self.seed, self.styles = knobs, batch, seed, styles

    def __iter__(self):
        cv2.setNumThreads(1)
        worker = torch.utils.data.get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        art, backdrops = cards.Art(self.folder, self.styles), camera.rooms(self.seed)
        nouns = cards.nouns()
        while True:
            size, level = self.knobs.get()
            pictures = np.empty((self.batch, size, size, 3), np.uint8)
            present = np.zeros((self.batch, len(nouns) + 1), np.float32)
            colours = np.empty(self.batch, np.int64)
            texts = []
            for i in range(self.batch):
                pictures[i], shown, colour = cards.picture(rng, art, backdrops, size, size, level)
                texts.append(self.vocabulary.encode(' '.join(cards.caption_words(self.language, [nouns[k] for k in shown], colour))))
                present[i, shown or [len(nouns)]] = 1 / max(len(shown), 1)
                colours[i] = cards.COLOURS.index(colour) if colour else len(cards.COLOURS)
            tokens = np.full((self.batch, max(map(len, texts))), PAD, np.int64)
            for row, t in zip(tokens, texts):
                row[:len(t)] = t
            order = np.argsort([-len(t) for t in texts], kind='stable')       # the decoder wants the longest first
            yield tuple(torch.from_numpy(a[order]) for a in (pictures, tokens, present, colours))


def loader(dataset, workers=1):
    return iter(DataLoader(dataset, batch_size=None, num_workers=workers, prefetch_factor=4, persistent_workers=True))
