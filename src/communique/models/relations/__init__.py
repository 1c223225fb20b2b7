"""The trained reader of relations: what changes between two states in a sentence. See CARD.md."""

from communique.models.relations.pieces import Mark, Masked
from communique.models.relations.reader import Told, relation_reader

__all__ = ["Mark", "Masked", "Told", "relation_reader"]
