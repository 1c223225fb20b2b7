"""The WordPiece tokenizer that the trained models share."""

from functools import cache
from importlib.resources import files

from tokenizers import Tokenizer


@cache
def wordpieces() -> Tokenizer:
    """The tokenizer of the MiniLM encoders, lower-casing, without truncation or padding.

    Loaded on the first call, once a process.
    """
    path = files("communique.models.attribution") / "tokenizer.json"
    tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
