"""The reader of relations as torch knows it: one encoder, and for each change its own words.

Where a sentence tells of a change is told a piece at a time; a change is then read from the pieces
likeliest to tell it, beside the first mark and the signs of the two states.
"""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from communique.models.relations.labels import CHANGES, DOERS, LEVELS, STATUSES
from communique.models.relations.pieces import END, ONE, OTHER, START, THIRD, WORDED
from communique.models.wordpieces import wordpieces

PAD, WIDTH = 0, 256
SIGNS = {ONE: "france", OTHER: "japan", THIRD: "country"} | dict(
    enumerate(
        "established raised upgraded lowered downgraded suspended severed restored recognized "
        "withdrawn".split(),
        WORDED,
    )
)
"""What the signs mean at first: the encoder has never seen the words that stand for them."""


class Reader(nn.Module):
    """Encoder and heads. `forward` gives the scores by name.

    Of a batch of b rows of n pieces: told (b, 10), status (b, 10, 5) and doer (b, 10, 3) a change;
    words (b, n, 10) and levels (b, n, 3) a piece.
    """

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            encoder, add_pooling_layer=False, attn_implementation="eager"
        )
        vectors = self.encoder.embeddings.word_embeddings.weight
        with torch.no_grad():
            for sign, word in SIGNS.items():
                vectors[sign] = vectors[
                    wordpieces().encode(word, add_special_tokens=False).ids
                ].mean(0)
        size = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.words = nn.Linear(size, len(CHANGES))
        self.levels = nn.Linear(size, len(LEVELS))
        self.change = nn.Parameter(torch.randn(len(CHANGES), WIDTH) * 0.05)
        self.pair = nn.Linear(3 * size, WIDTH)
        self.telling = nn.Linear(size, WIDTH)
        self.mixed = nn.Sequential(nn.GELU(), nn.Dropout(0.1), nn.Linear(WIDTH, WIDTH), nn.GELU())
        self.told = nn.Linear(WIDTH, 1)
        self.status = nn.Linear(WIDTH, len(STATUSES))
        self.doer = nn.Linear(WIDTH, len(DOERS))
        nn.init.constant_(self.words.bias, -3.0)  # most pairs are told nothing of

    def forward(self, ids: Tensor) -> dict[str, Tensor]:
        """Scores of piece ids (b, n)."""
        known, own = (ids != PAD).long(), own_of(ids)
        hidden = self.drop(self.encoder(input_ids=ids, attention_mask=known).last_hidden_state)
        words = self.words(hidden)
        weight = (words - 1e4 * (1 - own)[..., None]).softmax(1)
        telling = weight.transpose(1, 2) @ hidden
        signs = [self._mean(hidden, (ids == sign) * own) for sign in (ONE, OTHER)]
        pair = self.pair(torch.cat([hidden[:, 0], *signs], 1))
        found = self.mixed(self.telling(telling) + pair[:, None] + self.change)
        worded = (weight * words).sum(1)
        return {
            "told": self.told(found)[..., 0] + worded,
            "status": self.status(found),
            "doer": self.doer(found),
            "words": words,
            "levels": self.levels(hidden),
        }

    @staticmethod
    def _mean(hidden: Tensor, chosen: Tensor) -> Tensor:
        weight = chosen.to(hidden.dtype)
        return (weight[:, None] @ hidden)[:, 0] / weight.sum(1, keepdim=True).clamp(min=1.0)


def own_of(ids: Tensor) -> Tensor:
    """1.0 where a piece is of the sentence itself, which stands behind the others: (b, n)."""
    ends = (ids == END).long()
    left = ends.sum(1, keepdim=True) - ends.cumsum(1) + ends
    return ((left == 1) & (ends == 0) & (ids != START) & (ids != PAD)).float()
