"""Where two states stand on a day, by the changes of their relations that reports tell of."""

from communique.standing.stand import stand
from communique.standing.types import MATTERS, Matter, Standing, Stands

__all__ = ["MATTERS", "Matter", "Standing", "Stands", "stand"]
