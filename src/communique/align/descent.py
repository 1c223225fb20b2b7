"""Which of two reports that share words likely has them from the other. Never told as a fact.

Three things bear on it: who credits whom, when each was published (where the time zones are known
or the days differ), and which holds the other whole. Each adds to the odds; where none speaks, or
they cancel out, nothing is said.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone
from math import exp

from communique.types.coverage import Descent
from communique.types.text import Credit, Report, Stamp

CREDITED, EARLIER, CONTAINED = 2.2, 1.4, 0.6
"""Log-odds that each thing adds: nine, four and not quite two to one."""
LEAST = 0.5
"""Least sum of log-odds, either way, at which anything is said."""
_WHOLE, _PART = 0.9, 0.75
_ZONE = re.compile(r"(?:UTC|GMT|Z)?\s*(?:([+-])(\d{1,2})(?::?([0-5]\d))?)?", re.IGNORECASE)
_CREDITS = (
    r"\b(?:according to|citing|cited by|reported by|told|quoted by|via|source:)\s+(?:the\s+)?"
)


def descent(a: Report, b: Report, of_a: float, of_b: float) -> Descent | None:
    """Which of `a` and `b` the words likely come from, where anything speaks for it.

    `of_a` and `of_b` are the shares of their words that the other carries. Swapping the two
    reports gives the same answer.
    """
    odds, reasons = 0.0, []
    for one, other, way in ((a, b, -1), (b, a, 1)):
        if credited := _credited(one, other):
            odds += way * -CREDITED
            reasons.append(f"{one.id} credits {credited}")
        if earlier := _earlier(one, other):
            odds += way * EARLIER
            reasons.append(f"{one.id} is dated {earlier}")
    for one, held, other_held, way in ((a, of_a, of_b, -1), (b, of_b, of_a, 1)):
        if other_held >= _WHOLE and held <= _PART:
            odds += way * CONTAINED
            reasons.append(f"{one.id} holds the other whole, and more")
    if abs(odds) < LEAST:
        return None
    return Descent(
        source=a.id if odds < 0 else b.id,
        likelihood=round(1 / (1 + exp(-abs(odds))), 2),
        reasons=tuple(reasons),
    )


def _credited(one: Report, other: Report) -> str | None:
    """The name of the other's outlet or own agency, where `one` credits it."""
    theirs = [each.name for each in (other.outlet, _own_agency(other)) if each and each.stated]
    mine = [each.name for each in (one.outlet, _own_agency(one)) if each]
    for name in theirs:
        if name in mine:
            continue
        if one.agency and one.agency.stated and one.agency.name == name:
            return name
        if re.search(_CREDITS + re.escape(name) + r"\b", one.body, re.IGNORECASE):
            return name
    return None


def _own_agency(report: Report) -> Credit | None:
    """The agency that wrote a report, where it is told nowhere that another published it."""
    return report.agency if report.outlet is None else None


def _earlier(one: Report, other: Report) -> str | None:
    """How `one` is dated before `other`, in words; None where it is not, or zones may explain it.

    Minutes are compared where both zones are known; otherwise days, which must be two apart.
    """
    if not (one.published and other.published):
        return None
    mine, theirs = _instant(one.published), _instant(other.published)
    if mine and theirs:
        return f"{one.published.value}, before {other.published.value}" if mine < theirs else None
    days = [_day(stamp) for stamp in (one.published, other.published)]
    if days[0] and days[1] and (days[1] - days[0]).days > 1:
        return f"{days[0]}, before {days[1]}"
    return None


def _instant(stamp: Stamp) -> datetime | None:
    """When a stamp was, where it states minute and zone; letters other than UTC's are no zone."""
    zone = _ZONE.fullmatch((stamp.timezone or "?").strip())
    if zone is None or len(stamp.value) <= len("2024-07-04"):
        return None
    sign = -1 if zone[1] == "-" else 1
    shift = sign * timedelta(hours=int(zone[2] or 0), minutes=int(zone[3] or 0))
    try:
        return datetime.fromisoformat(stamp.value).replace(tzinfo=timezone(shift)).astimezone(UTC)
    except ValueError:
        return None


def _day(stamp: Stamp) -> date | None:
    try:
        return date.fromisoformat(stamp.value[:10])
    except ValueError:
        return None
