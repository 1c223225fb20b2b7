"""The larger coder that teaches the one that ships: mpnet, its four upper layers trained.

Its vocabulary is the small encoder's with five words put in front, so that both read one row of
piece ids.
"""

from pathlib import Path

import torch
from model import PAIRED, SIGNS, TAGGED, WIDTH, Coder
from torch import nn
from transformers import MPNetModel

from communique.models.coding.pieces import ACTOR_OPENS, END, PAD, START
from communique.models.wordpieces import wordpieces

TRAINED = 4
"""Layers that are trained, the upper ones; the others stay as they are."""
SHIFT = 4
UNKNOWN = 100
SPECIAL = {START: 0, PAD: 1, END: 2, UNKNOWN: 3}
"""What the small encoder's own signs are among mpnet's."""


class Teacher(Coder):
    """A coder over mpnet. `forward` is that of the small one, with the same heads."""

    pace = 1.5e-4

    def __init__(self, encoder: Path) -> None:
        nn.Module.__init__(self)
        self.encoder = MPNetModel.from_pretrained(encoder, add_pooling_layer=False)
        known = wordpieces().get_vocab_size()
        shifted = torch.arange(known) + SHIFT
        for here, there in SPECIAL.items():
            shifted[here] = there
        self.register_buffer("shifted", shifted)
        words = self.encoder.embeddings.word_embeddings.weight
        with torch.no_grad():
            for at, sign in enumerate(SIGNS):
                words[ACTOR_OPENS + at + SHIFT] = words[wordpieces().token_to_id(sign) + SHIFT]
        layers = self.encoder.config.num_hidden_layers
        trained = [f"encoder.layer.{n}." for n in range(layers - TRAINED, layers)]
        for name, weights in self.encoder.named_parameters():
            weights.requires_grad_(name.startswith(tuple(trained)))
        size = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.pair = nn.Sequential(nn.Linear(3 * size, WIDTH), nn.GELU(), nn.Dropout(0.1))
        self.paired = nn.ModuleDict({name: nn.Linear(WIDTH, k) for name, k in PAIRED.items()})
        nn.init.constant_(self.paired["contexts"].bias, -3.0)
        self.tagged = nn.ModuleDict({name: nn.Linear(size, 3) for name in TAGGED})
        self.heat = nn.ParameterDict(
            {name: nn.Parameter(torch.ones(()), requires_grad=False) for name in PAIRED}
        )

    def read(self, ids: torch.Tensor) -> torch.Tensor:
        """Hidden states of the small encoder's piece ids."""
        mask = (ids != PAD).long()
        return self.encoder(input_ids=self.shifted[ids], attention_mask=mask).last_hidden_state
