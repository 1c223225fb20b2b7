"""Floor 2: what one report asserts, each thing with the words that say it."""

from communique.extract.extract import extract

__all__ = ["extract"]
