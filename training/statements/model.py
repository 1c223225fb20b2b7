"""The tagger as torch knows it: one encoder, spans by tag, their links by pointing.

Each piece is outside, the first of, or inside a cue, a source, a content, and a content within a
content. Each content piece points to the first piece of its cue, each cue's first piece to the
first piece of its source; the window's first mark stands for "none here".
"""

import math
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

WIDTH = 192
"""Length of the vectors that point."""
REACH = 9
"""Distances are told apart by powers of two up to 2**REACH pieces, before and behind."""
TAGGED = ("cue", "source", "content", "inner")
LINKED = ("owner", "inner_owner", "speaker")


class Pointer(nn.Module):
    """Scores of (from, to) pairs of pieces: a bilinear form and a bias by their distance."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.start = nn.Sequential(nn.Linear(size, WIDTH), nn.GELU(), nn.Linear(WIDTH, WIDTH))
        self.goal = nn.Sequential(nn.Linear(size, WIDTH), nn.GELU(), nn.Linear(WIDTH, WIDTH))
        self.alone = nn.Linear(size, 1)
        self.distance = nn.Embedding(2 * REACH + 3, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, hidden: Tensor) -> Tensor:
        """Scores (batch, pieces, pieces) of hidden states (batch, pieces, size)."""
        score = self.start(hidden) @ self.goal(hidden).transpose(1, 2) / math.sqrt(WIDTH)
        return score + self.alone(hidden).transpose(1, 2) + self._near(hidden)

    def _near(self, hidden: Tensor) -> Tensor:
        place = torch.arange(hidden.shape[1], device=hidden.device)
        gap = place[None, :] - place[:, None]
        steps = torch.log2(gap.abs().float() + 1).floor().clamp(max=REACH + 1).long()
        return self.distance(torch.sign(gap) * steps + REACH + 1).squeeze(-1)[None]


class Tagger(nn.Module):
    """Encoder and heads. `forward` gives the scores by name: (b, n, 3), (b, n, 4), (b, n, n)."""

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            encoder, add_pooling_layer=False, attn_implementation="eager"
        )
        size = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.tags = nn.ModuleDict({name: nn.Linear(size, 3) for name in TAGGED})
        self.kind = nn.Linear(size, 4)
        self.links = nn.ModuleDict({name: Pointer(size) for name in LINKED})

    def forward(self, ids: Tensor, mask: Tensor) -> dict[str, Tensor]:
        """Scores of piece ids (batch, pieces) under a mask of the same shape."""
        hidden = self.drop(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        found = {name: head(hidden) for name, head in self.tags.items()}
        found["kind"] = self.kind(hidden)
        return found | {name: link(hidden) for name, link in self.links.items()}
