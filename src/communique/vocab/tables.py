"""The loader of the packaged tables, and the folding under which their names are compared."""

import csv
import unicodedata
from functools import cache
from importlib.resources import files

_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "ə": "e",
        "&": " and ",
    }
    | dict.fromkeys("-‐‑–—_/", " ")
    | dict.fromkeys(".'’‘ʼʻ`´ʹ", None)
)


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the packaged table `name` ("states.csv"), each a dict by column.

    Lines that start with "#" are comments; they hold the table's source and licence. Raises
    FileNotFoundError where there is no such table, ValueError where a row has too few or too
    many fields.
    """
    text = files("communique.vocab").joinpath("data", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    reader = csv.reader(lines)
    columns = next(reader)
    return tuple(dict(zip(columns, row, strict=True)) for row in reader)


def fold(words: str) -> str:
    """`words` without case, accents, full stops, apostrophes, hyphens or a leading "the".

    >>> fold("The  Côte d’Ivoire")
    'cote divoire'
    >>> fold("U.S.") == fold("us")
    True
    """
    plain = unicodedata.normalize("NFKD", words.casefold()).translate(_LETTERS)
    if not plain.isascii():
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(plain.split()).removeprefix("the ")


def listed(cell: str) -> tuple[str, ...]:
    """The parts of a table's cell that holds a list ("a;b"), without empty ones."""
    return tuple(part for part in (piece.strip() for piece in cell.split(";")) if part)
