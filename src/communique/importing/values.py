"""Values that both forms have: dates, whose office a title names, the name that is usual."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from communique.vocab.organisations import find_organisation
from communique.vocab.states import find_state

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?")
_OF = re.compile(r"\b(?:of|for|to)\s+(?:the\s+)?(?=[A-Z])")


def iso_date(words: str) -> str | None:
    """`words` as an ISO date, perhaps partial, without a time; None where they are none.

    >>> iso_date("2013-03-14T00:00:00"), iso_date("2013"), iso_date("14 March 2013")
    ('2013-03-14', '2013', None)
    """
    match = _DATE.fullmatch(words.strip())
    if match is None:
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return None
    return "-".join(part for part in match.groups() if part)


def best_date(dates: Iterable[str]) -> str | None:
    """The date that tells most; of two that tell as much the earlier."""
    return min(dates, key=lambda each: (-len(each), each), default=None)


def body_of(title: str) -> tuple[str | None, str | None]:
    """The state (alpha-3) and the organisation (id) that a title ends with, if it names one.

    >>> body_of("Minister of Foreign Affairs of Azerbaijan")
    ('AZE', None)
    """
    for match in _OF.finditer(title):
        rest = title[match.end() :].strip(" .")
        if found := find_state(rest):
            return found.iso3, None
        if body := find_organisation(rest):
            return None, body.id
    return None, None


def usual_name(names: Sequence[str]) -> str:
    """The first name in Latin letters that is not all in capitals, else the first."""
    latin = [name for name in names if re.search(r"[A-Za-z]", name)]
    return next((name for name in latin if not name.isupper()), (latin or list(names))[0])
