"""The trained part of sentence links: vectors of word pieces, weights of signs. See CARD.md."""

from communique.models.linking.vectors import Pieces, pieces_of
from communique.models.linking.weights import Step, Weights, link_weights

__all__ = ["Pieces", "Step", "Weights", "link_weights", "pieces_of"]
