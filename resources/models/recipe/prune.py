"""Makes a decoder smaller.

Structured: the least important 30 % of the GRU's units, of the attention's units and of the embedding's columns go; the
tensors become really smaller. Magnitude: the smallest 10 % of the weights that remain become zero and stay zero while the
decoder recovers. train.py does both in the last part of its run and goes on training.
"""
import torch

from model import PAD, Decoder


def kept(score, share):
    """Indices of the most important, in their order."""
    return torch.sort(torch.topk(score, len(score) - int(round(len(score) * share))).indices).values


@torch.no_grad()
def structured(old, share, spread):
    """A decoder with the least important units gone. `spread`: how much each GRU unit moves on real pictures."""
    cell, width, hidden = old.decode_step, old.embedding.embedding_dim, old.init_h.out_features
    reach = old.fc.weight.norm(dim=0) / old.fc.weight.norm() + cell.weight_hh.norm(dim=0) / cell.weight_hh.norm() \
        + .5 * old.decoder_att.weight.norm(dim=0) / old.decoder_att.weight.norm()
    units = kept(reach * spread, share)
    gates = torch.cat([units + g * hidden for g in range(3)])
    seekers = kept(old.encoder_att.weight.norm(dim=1) * old.full_att.weight[0].abs(), share)
    columns = kept(old.embedding.weight.norm(dim=0) * cell.weight_ih[:, :width].norm(dim=0), share)
    inputs = torch.cat([columns, torch.arange(width, cell.weight_ih.shape[1])])
    new = Decoder(len(seekers), len(columns), len(units), old.fc.out_features, old.init_h.in_features, old.dropout.p)
    pieces = {'embedding.weight': old.embedding.weight[:, columns],
              'decode_step.weight_ih': cell.weight_ih[gates][:, inputs], 'decode_step.weight_hh': cell.weight_hh[gates][:, units],
              'decode_step.bias_ih': cell.bias_ih[gates], 'decode_step.bias_hh': cell.bias_hh[gates],
              'init_h.weight': old.init_h.weight[units], 'init_h.bias': old.init_h.bias[units],
              'fc.weight': old.fc.weight[:, units], 'fc.bias': old.fc.bias,
              'encoder_att.weight': old.encoder_att.weight[seekers], 'encoder_att.bias': old.encoder_att.bias[seekers],
              'decoder_att.weight': old.decoder_att.weight[seekers][:, units], 'decoder_att.bias': old.decoder_att.bias[seekers],
              'full_att.weight': old.full_att.weight[:, seekers], 'full_att.bias': old.full_att.bias}
    new.load_state_dict(pieces)
    return new


@torch.no_grad()
def spread_of_units(decoder, enc, tokens):
    """Standard deviation of each GRU unit over real pictures and words."""
    keys, h, states = decoder.encoder_att(enc), decoder.init_h(enc.mean(1)), []
    for t in range(tokens.shape[1] - 1):
        context, _ = decoder.attend(enc, keys, h)
        h = decoder.decode_step(torch.cat([decoder.embedding(tokens[:, t]), context], 1), h)
        states.append(h[tokens[:, t + 1] != PAD])
    return torch.cat(states).std(0)


@torch.no_grad()
def magnitude_masks(decoder, share):
    """For each weight matrix of the decoder a mask whose zeros are the smallest `share` of all its weights together."""
    weights = {n: q for n, q in decoder.named_parameters() if q.dim() > 1}
    every = torch.cat([q.abs().flatten() for q in weights.values()])
    limit = every.kthvalue(int(len(every) * share)).values
    return {n: (q.abs() > limit).float() for n, q in weights.items()}


@torch.no_grad()
def apply_masks(decoder, masks):
    for name, q in decoder.named_parameters():
        if name in masks:
            q.mul_(masks[name])


def sizes(decoder):
    """(numbers in the decoder, share of its weights that are zero)"""
    weights = [q for q in decoder.parameters() if q.dim() > 1]
    zeros = sum(int((q == 0).sum()) for q in weights) / sum(q.numel() for q in weights)
    return sum(q.numel() for q in decoder.parameters()), zeros
