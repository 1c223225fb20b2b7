"""The trained coder of events: who does what to whom, in PLOVER's words. See CARD.md."""

from communique.models.coding.coder import Coding, Parties, Party, code, parties
from communique.models.coding.pieces import MarkedPair

__all__ = ["Coding", "MarkedPair", "Parties", "Party", "code", "parties"]
