"""The CAMEO code nearest to each PLOVER type and mode (`data/cameo.csv`, `cameo_texts.csv`)."""

from collections.abc import Mapping
from functools import cache

from communique.types.record import EventType
from communique.vocab.tables import read_table


@cache
def _codes() -> Mapping[tuple[str, str], str]:
    return {(row["type"], row["mode"]): row["code"] for row in read_table("cameo.csv")}


def cameo_code(event_type: EventType, mode: str | None = None) -> str:
    """The CAMEO code, of two to four digits; that of the type where the mode has none.

    >>> cameo_code("CONSULT", "phone")
    '041'
    """
    codes = _codes()
    return codes.get((event_type, mode or ""), codes[event_type, ""])


@cache
def _texts() -> Mapping[str, str]:
    return {row["code"]: row["text"] for row in read_table("cameo_texts.csv")}


def cameo_text(code: str) -> str:
    """What a code that `cameo_code` gives is called.

    >>> cameo_text("041")
    'Discuss by telephone'
    """
    return _texts()[code]
