"""The CAMEO code nearest to each PLOVER type and mode (`data/cameo.csv`)."""

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
