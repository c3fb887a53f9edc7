# SPDX-License-Identifier: Apache-2.0
"""pytorch_peer.py MODEL.pth [THREADS]: the same captioner in PyTorch, as compare.sh's peer: one JSON object of medians.

Exit 77 without python3-torch."""
import json
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'parity'))
THREADS = sys.argv[2] if len(sys.argv) > 2 else '1'
os.environ.setdefault('OMP_WAIT_POLICY', 'PASSIVE')
os.environ.setdefault('OPENBLAS_NUM_THREADS', THREADS)
try:
    import torch
except ImportError:
    sys.exit(77)
from captioner_reference import BLOCKS, Captioner

WORDS = 20


def channels_of(state):
    """The counts a checkpoint has, as the reference wants them: (stem, [(expanded, out, squeezed)], last)."""
    blocks = []
    for i, (_, _, squeezes, *_) in enumerate(BLOCKS, 1):
        convs = sorted(k for k in state if k.startswith('encoder.%d.block.' % i) and k.endswith('.0.weight'))
        squeezed = [v.shape[0] for k, v in state.items() if k.startswith('encoder.%d.' % i) and k.endswith('fc1.weight')]
        blocks.append((state[convs[0]].shape[0], state[convs[-1]].shape[0], squeezed[0] if squeezes else 0))
    return state['encoder.0.0.weight'].shape[0], blocks, state['encoder.12.0.weight'].shape[0]


def median_ms(work, runs):
    work()
    taken = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begin) * 1e3)
    return sorted(taken)[runs // 2]


def main():
    torch.set_num_threads(int(THREADS))
    file = torch.load(sys.argv[1], map_location='cpu')
    state = {k: v.float() if v.is_floating_point() else v for k, v in file['model_state_dict'].items()}
    model = Captioner(channels_of(state), state['decoder.fc.weight'].shape[0], state['decoder.embedding.weight'].shape[1],
                      state['decoder.decode_step.weight_hh'].shape[1], state['decoder.encoder_att.weight'].shape[0])
    model.load_state_dict(state, strict=False)
    model.eval()
    image = torch.randn(3, 224, 224)
    with torch.no_grad():
        encoder = median_ms(lambda: model.encoder(image[None]), 20)
        caption = median_ms(lambda: model.caption(image, file['word_map']['<start>'], -1, WORDS), 10)
    print(json.dumps({'encoder_ms': encoder, 'step_ms': (caption - encoder) / WORDS, 'caption20_ms': caption}))


main()
