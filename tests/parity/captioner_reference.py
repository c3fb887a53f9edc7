# SPDX-License-Identifier: Apache-2.0
"""The captioner once more, in plain PyTorch, as the yardstick of the parity tests.

Layer names follow torchvision's MobileNetV3-Small, so that a state dict saved here looks like one of a user's; the
channel counts are a table, so that pruned networks are just other tables."""
import torch
from torch import nn
from torch.nn import functional as F

# expanded and output channels, squeeze-excite, hard-swish, kernel, stride of the eleven blocks at width 1
BLOCKS = [(16, 16, True, False, 3, 2), (72, 24, False, False, 3, 2), (88, 24, False, False, 3, 1),
          (96, 40, True, True, 5, 2), (240, 40, True, True, 5, 1), (240, 40, True, True, 5, 1),
          (120, 48, True, True, 5, 1), (144, 48, True, True, 5, 1), (288, 96, True, True, 5, 2),
          (576, 96, True, True, 5, 1), (576, 96, True, True, 5, 1)]


def multiple_of_8(x):
    rounded = max(8, int(x + 4) // 8 * 8)
    return rounded + 8 if rounded < 0.9 * x else rounded


def channels_for_width(width):
    """(stem, [(expanded, out, squeezed)], last) at a width multiplier."""
    blocks = []
    for expanded, out, squeeze, *_ in BLOCKS:
        wide = multiple_of_8(expanded * width)
        blocks.append((wide, multiple_of_8(out * width), multiple_of_8(wide / 4) if squeeze else 0))
    return multiple_of_8(16 * width), blocks, 6 * blocks[-1][1]


def conv_norm(cin, cout, kernel, stride=1, groups=1, activation=None):
    layers = [nn.Conv2d(cin, cout, kernel, stride, kernel // 2, groups=groups, bias=False), nn.BatchNorm2d(cout, eps=0.001)]
    return nn.Sequential(*layers, *([activation()] if activation else []))


class SqueezeExcite(nn.Module):
    def __init__(self, channels, squeezed):
        super().__init__()
        self.fc1, self.fc2 = nn.Conv2d(channels, squeezed, 1), nn.Conv2d(squeezed, channels, 1)

    def forward(self, x):
        return x * F.hardsigmoid(self.fc2(F.relu(self.fc1(x.mean((2, 3), keepdim=True)))))


class Block(nn.Module):
    def __init__(self, cin, expanded, out, squeezed, hardswish, kernel, stride):
        super().__init__()
        activation = nn.Hardswish if hardswish else nn.ReLU
        layers = [conv_norm(cin, expanded, 1, activation=activation)] if expanded != cin else []
        layers.append(conv_norm(expanded, expanded, kernel, stride, expanded, activation))
        if squeezed:
            layers.append(SqueezeExcite(expanded, squeezed))
        layers.append(conv_norm(expanded, out, 1))
        self.block = nn.Sequential(*layers)
        self.residual = stride == 1 and cin == out

    def forward(self, x):
        return x + self.block(x) if self.residual else self.block(x)


def make_encoder(channels):
    stem, blocks, last = channels
    layers, cin = [conv_norm(3, stem, 3, 2, activation=nn.Hardswish)], stem
    for (expanded, out, squeezed), (_, _, _, hardswish, kernel, stride) in zip(blocks, BLOCKS):
        layers.append(Block(cin, expanded, out, squeezed, hardswish, kernel, stride))
        cin = out
    return nn.Sequential(*layers, conv_norm(cin, last, 1, activation=nn.Hardswish))


class Decoder(nn.Module):
    def __init__(self, vocab, embed, hidden, attention, channels):
        super().__init__()
        self.embedding = nn.Embedding(vocab, embed)
        self.decode_step = nn.GRUCell(embed + channels, hidden)
        self.init_h, self.fc = nn.Linear(channels, hidden), nn.Linear(hidden, vocab)
        self.encoder_att, self.decoder_att = nn.Linear(channels, attention), nn.Linear(hidden, attention)
        self.full_att = nn.Linear(attention, 1)


class Captioner(nn.Module):
    def __init__(self, channels, vocab, embed, hidden, attention):
        super().__init__()
        self.encoder = make_encoder(channels)
        self.decoder = Decoder(vocab, embed, hidden, attention, channels[2])

    @torch.no_grad()
    def caption(self, image, start, end, longest=50):
        """Tokens, probabilities and attention of one prepared image (3 x 224 x 224), and the closest decision."""
        self.eval()
        d = self.decoder
        features = self.encoder(image[None])[0].flatten(1).t()
        h, token = d.init_h(features.mean(0, keepdim=True)), start
        tokens, probabilities, attention, closest = [], [], [], float('inf')
        while len(tokens) < longest and token != end:
            scores = d.full_att(F.relu(d.encoder_att(features) + d.decoder_att(h)))[:, 0]
            alpha = F.softmax(scores, 0)
            context = (alpha[:, None] * features).sum(0, keepdim=True)
            h = d.decode_step(torch.cat([d.embedding(torch.tensor([token])), context], 1), h)
            logits = d.fc(h)[0]
            best = logits.topk(2).values
            closest = min(closest, float(best[0] - best[1]))
            token = int(logits.argmax())
            tokens.append(token)
            probabilities.append(float(F.softmax(logits, 0)[token]))
            attention.append(alpha.tolist())
        return tokens, probabilities, attention, closest


@torch.no_grad()
def give_signal(model, pictures, end, favour):
    """An untrained network says the same of every picture. Norms that fit pictures, and a decoder whose weights are wide
    enough to leave the middle of its sigmoids, make it say something different of each; a favoured <end> lets
    captions end by themselves."""
    norms = [m for m in model.encoder.modules() if isinstance(m, nn.BatchNorm2d)]
    for norm in norms:
        norm.weight.uniform_(0.8, 1.3)
        norm.bias.uniform_(-0.2, 0.2)
        norm.momentum = None
    model.encoder.train()
    for batch in pictures.split(3):
        model.encoder(batch)
    model.eval()
    d = model.decoder
    for layer, spread in ((d.init_h, 3.0), (d.encoder_att, 1.5), (d.decoder_att, 1.5), (d.full_att, 3.0), (d.fc, 4.0)):
        layer.weight.normal_(0, spread / layer.weight.shape[1] ** 0.5)
    for weight in (d.decode_step.weight_ih, d.decode_step.weight_hh):
        weight.normal_(0, 1.5 / weight.shape[1] ** 0.5)
    d.fc.bias[end] += favour
