"""The captioner, its vocabulary and its checkpoint file.

Encoder: torchvision's MobileNetV3-Small `features`. Decoder: soft attention over the 7x7 grid and one GRU cell.
Every size is read from the tensors' shapes, so a pruned checkpoint needs nothing beside its file.
"""
from collections import OrderedDict

import torch
import torch.nn.functional as F
from torch import nn
from torchvision import models

from cards import COLOURS, EMPTY, caption_words
from sprites import nouns

SPECIAL = ('<pad>', '<start>', '<end>', '<unk>')
PAD, START, END, UNK = range(4)
MAX_WORDS = 20


class WeightedSum(torch.autograd.Function):
    """alpha . enc; the gradient for enc is left in `gathered` for GatheredGradient."""

    @staticmethod
    def forward(ctx, alpha, enc, gathered):
        ctx.save_for_backward(alpha, enc)
        ctx.gathered = gathered
        return torch.bmm(alpha.unsqueeze(1), enc).squeeze(1)

    @staticmethod
    def backward(ctx, gradient):
        alpha, enc = ctx.saved_tensors
        ctx.gathered.append((alpha, gradient))
        return torch.bmm(enc, gradient.unsqueeze(2)).squeeze(2), None, None


class GatheredGradient(torch.autograd.Function):
    @staticmethod
    def forward(ctx, enc, gathered):
        ctx.gathered = gathered
        return enc.view_as(enc)

    @staticmethod
    def backward(ctx, gradient):
        n, cells, channels = gradient.shape
        alphas, sums = gradient.new_zeros(n, len(ctx.gathered), cells), gradient.new_zeros(n, len(ctx.gathered), channels)
        for t, (alpha, g) in enumerate(ctx.gathered):
            alphas[:len(alpha), t], sums[:len(g), t] = alpha, g
        return torch.baddbmm(gradient, alphas.transpose(1, 2), sums), None


class Decoder(nn.Module):
    def __init__(self, attention_dim, embed_dim, decoder_dim, vocab_size, encoder_dim, dropout=0.0):
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, embed_dim)
        self.decode_step = nn.GRUCell(embed_dim + encoder_dim, decoder_dim)
        self.init_h = nn.Linear(encoder_dim, decoder_dim)
        self.fc = nn.Linear(decoder_dim, vocab_size)
        self.encoder_att = nn.Linear(encoder_dim, attention_dim)
        self.decoder_att = nn.Linear(decoder_dim, attention_dim)
        self.full_att = nn.Linear(attention_dim, 1)
        self.dropout = nn.Dropout(dropout)

    def attend(self, enc, keys, h):
        score = self.full_att(torch.relu(keys + self.decoder_att(h).unsqueeze(1))).squeeze(2)
        alpha = torch.softmax(score, dim=1)
        return torch.bmm(alpha.unsqueeze(1), enc).squeeze(1), alpha

    def forward(self, enc, tokens):
        """Teacher forcing over captions sorted by length, longest first: (logits, the words they should give), both packed.

        Rows leave as their captions end, the words' share of the gates is looked up in a table, and the gradient for `enc` is
        gathered once for all words: the same numbers as stepping GRUCell, in two thirds of the time.
        """
        cell, width, gathered = self.decode_step, self.embedding.embedding_dim, []
        enc = GatheredGradient.apply(enc, gathered)
        keys, h = self.encoder_att(enc), self.init_h(enc.mean(1))
        table = F.linear(self.dropout(self.embedding.weight), cell.weight_ih[:, :width], cell.bias_ih)
        from_words, of_context = F.embedding(tokens, table), cell.weight_ih[:, width:]
        states, targets = [], []
        for t in range(tokens.shape[1] - 1):
            n = int((tokens[:, t + 1] != PAD).sum())
            keys, h = (keys, h) if n == len(h) else (keys[:n], h[:n])
            score = self.full_att(torch.relu(keys + self.decoder_att(h).unsqueeze(1))).squeeze(2)
            context = WeightedSum.apply(torch.softmax(score, 1), enc.detach()[:n], gathered)
            r, z, c = (from_words[:n, t] + F.linear(context, of_context)).chunk(3, 1)
            hr, hz, hc = F.linear(h, cell.weight_hh, cell.bias_hh).chunk(3, 1)
            c = torch.tanh(c + torch.sigmoid(r + hr) * hc)
            h = c + torch.sigmoid(z + hz) * (h - c)
            states.append(h)
            targets.append(tokens[:n, t + 1])
        return self.fc(self.dropout(torch.cat(states))), torch.cat(targets)

    @torch.no_grad()
    def greedy(self, enc, limit=MAX_WORDS):
        keys, h = self.encoder_att(enc), self.init_h(enc.mean(1))
        word = torch.full((len(enc),), START)
        out = []
        for _ in range(limit):
            context, _ = self.attend(enc, keys, h)
            h = self.decode_step(torch.cat([self.embedding(word), context], 1), h)
            word = self.fc(h).argmax(1)
            out.append(word)
        return torch.stack(out, 1)


def new_encoder():
    return models.mobilenet_v3_small(weights=None).features


class Captioner(nn.Module):
    """An encoder and a decoder, named as in the checkpoint."""

    def __init__(self, encoder, decoder):
        super().__init__()
        self.encoder, self.decoder = encoder, decoder

    def encode(self, x):
        return self.encoder(x).flatten(2).transpose(1, 2).contiguous()


class Vocabulary:
    """Word <-> number. The same list of captions always gives the same numbers."""

    def __init__(self, language=None, word_map=None):
        if word_map is None:
            words = list(SPECIAL)
            for n in nouns():
                for colour in COLOURS:
                    words += caption_words(language, [n], colour)
            for a, b in zip(nouns(), nouns()[1:]):
                words += caption_words(language, [a, b], 'red')
            words += EMPTY[language].split()
            word_map = {w: i for i, w in enumerate(dict.fromkeys(words))}
        self.word_map = word_map
        self.words = {i: w for w, i in word_map.items()}

    def __len__(self):
        return len(self.word_map)

    def encode(self, text):
        return [START] + [self.word_map.get(w, UNK) for w in text.split()] + [END]

    def decode(self, tokens):
        out = []
        for t in tokens:
            if int(t) == END:
                break
            out.append(self.words[int(t)])
        return ' '.join(w for w in out if w not in SPECIAL)


def normalised(batch):
    """uint8 pictures [n, h, w, 3] -> what the encoder sees."""
    x = batch.permute(0, 3, 1, 2).to(torch.float32, memory_format=torch.channels_last)
    mean = torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1) * 255
    std = torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1) * 255
    return x.mul_(1 / std).sub_(mean / std)


def decoder_like(state, dropout=0.0):
    """A decoder of the sizes that its tensors have."""
    vocabulary, embed = state['embedding.weight'].shape
    return Decoder(len(state['encoder_att.weight']), embed, len(state['init_h.weight']), vocabulary, state['init_h.weight'].shape[1], dropout)


def load(path, dropout=0.0):
    """Model and vocabulary of a checkpoint file."""
    file = torch.load(path, map_location='cpu')
    state = file['model_state_dict']
    decoder = decoder_like({k[8:]: v for k, v in state.items() if k.startswith('decoder.')}, dropout)
    model = Captioner(new_encoder(), decoder)
    model.load_state_dict(state)
    return model.to(memory_format=torch.channels_last), Vocabulary(word_map=file['word_map'])


def save(path, model, vocabulary, epoch):
    """The checkpoint as the application reads it: plain contiguous FP32 tensors and the word maps."""
    state = OrderedDict((k, v.detach().clone(memory_format=torch.contiguous_format)) for k, v in model.state_dict().items())
    state._metadata = model.state_dict()._metadata
    torch.save({'model_state_dict': state, 'word_map': dict(vocabulary.word_map), 'rev_word_map': dict(vocabulary.words),
                'vocab_size': len(vocabulary), 'epoch': int(epoch), 'decoder_dim': len(state['decoder.init_h.weight']),
                'attention_dim': len(state['decoder.encoder_att.weight'])}, path)
