"""Endless batches of freshly drawn pictures, drawn in worker processes."""
import cv2
import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset

import camera
import cards
from model import PAD


class Knobs:
    """What the training loop may change while the workers draw: picture size and how hard the pictures are.

    Pictures of less than 100 pixels show one large object, and come three times as many to a batch.
    """

    def __init__(self, size, level):
        self.shared = torch.tensor([float(size), float(level)]).share_memory_()

    def set(self, size, level):
        self.shared[0], self.shared[1] = size, level

    def get(self):
        return int(self.shared[0]), float(self.shared[1])


class Pictures(IterableDataset):
    """Yields (pictures uint8 [n, s, s, 3], {language: (order, tokens [n, t])}, left and right noun [n, 2], colour [n]).

    A single noun stands on both sides; number N is the noun of an empty scene.

    `order` sorts the pictures by the length of their captions in that language, longest first, as the decoder wants them.
    """

    def __init__(self, art_folder, vocabularies, knobs, batch, seed, styles=cards.TRAINING_STYLES):
        self.folder, self.vocabularies = art_folder, vocabularies
        self.knobs, self.batch, self.seed, self.styles = knobs, batch, seed, styles

    def __iter__(self):
        cv2.setNumThreads(1)
        worker = torch.utils.data.get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        art, backdrops = cards.Art(self.folder, self.styles), camera.rooms(self.seed)
        nouns = cards.nouns()
        while True:
            size, level = self.knobs.get()
            batch = self.batch * 3 if size < 100 else self.batch
            pictures = np.empty((batch, size, size, 3), np.uint8)
            sides = np.empty((batch, 2), np.int64)
            colours = np.empty(batch, np.int64)
            texts = {language: [] for language in self.vocabularies}
            for i in range(batch):
                pictures[i], shown, colour = cards.picture(rng, art, backdrops, size, size, level, single=size < 100)
                for language, words in self.vocabularies.items():
                    texts[language].append(words.encode(' '.join(cards.caption_words(language, [nouns[k] for k in shown], colour))))
                sides[i] = shown or len(nouns)
                colours[i] = cards.COLOURS.index(colour) if colour else len(cards.COLOURS)
            yield (torch.from_numpy(pictures), {language: sorted_tokens(t) for language, t in texts.items()},
                   torch.from_numpy(sides), torch.from_numpy(colours))


def sorted_tokens(texts):
    order = np.argsort([-len(t) for t in texts], kind='stable')
    tokens = np.full((len(texts), len(texts[order[0]])), PAD, np.int64)
    for row, i in zip(tokens, order):
        row[:len(texts[i])] = texts[i]
    return torch.from_numpy(order), torch.from_numpy(tokens)


def loader(dataset, workers=1):
    return iter(DataLoader(dataset, batch_size=None, num_workers=workers, prefetch_factor=4, persistent_workers=True))
