"""The coder as torch knows it: one encoder; heads over marked pairs and over pieces.

What a pair is read from: the sentence's first mark and the two marks that open actor and recipient,
zeros where there is no such mark. A sentence without marks is so a pair without parties, whose type
is that of the sentence's chief event.
"""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from communique.models.coding.labels import CONTEXTS, MODALITIES, MODES, TYPES
from communique.models.coding.pieces import ACTOR_OPENS, PAD, RECIPIENT_OPENS
from communique.models.wordpieces import wordpieces

WIDTH = 384
SIGNS = "@~#^"
"""What the four marks mean at first: the encoder has never seen the words that stand for them."""
PAIRED = {
    "types": len(TYPES),
    "modes": len(MODES),
    "contexts": len(CONTEXTS),
    "modalities": len(MODALITIES),
}
"""Outputs a pair: types, modes (to be compared within a type), contexts (each alone), modality."""
TAGGED = ("actor", "recipient")
"""Outputs a piece: outside, first, inside."""


class Coder(nn.Module):
    """Encoder and heads. `forward` gives the scores by name: (b, k) a pair, (b, n, 3) a piece.

    `pace` is how fast the encoder learns.
    """

    pace = 2e-4

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            encoder, add_pooling_layer=False, attn_implementation="eager"
        )
        words = self.encoder.embeddings.word_embeddings.weight
        with torch.no_grad():
            for at, sign in enumerate(SIGNS):
                words[ACTOR_OPENS + at] = words[wordpieces().token_to_id(sign)]
        size = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.pair = nn.Sequential(nn.Linear(3 * size, WIDTH), nn.GELU(), nn.Dropout(0.1))
        self.paired = nn.ModuleDict({name: nn.Linear(WIDTH, k) for name, k in PAIRED.items()})
        nn.init.constant_(self.paired["contexts"].bias, -3.0)  # most are rare
        self.tagged = nn.ModuleDict({name: nn.Linear(size, 3) for name in TAGGED})
        self.heat = nn.ParameterDict(
            {name: nn.Parameter(torch.ones(()), requires_grad=False) for name in PAIRED}
        )

    def forward(self, ids: Tensor) -> dict[str, Tensor]:
        """Scores of piece ids (batch, pieces), already divided by the heads' temperatures."""
        hidden = self.drop(self.read(ids))
        marks = torch.stack([ids == ACTOR_OPENS, ids == RECIPIENT_OPENS], 1).to(hidden.dtype)
        parties = (marks @ hidden).flatten(1)
        pair = self.pair(torch.cat([hidden[:, 0], parties], 1))
        found = {name: head(pair) / self.heat[name] for name, head in self.paired.items()}
        return found | {name: head(hidden) for name, head in self.tagged.items()}

    def read(self, ids: Tensor) -> Tensor:
        """The encoder's hidden states of piece ids."""
        return self.encoder(input_ids=ids, attention_mask=(ids != PAD).long()).last_hidden_state
