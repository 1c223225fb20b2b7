"""The wordings of changes of relations: verbs, nouns and passives, and the levels they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.extract.marks import sign
from communique.types.record import Change
from communique.vocab.partnerships import find_labels

_WORD = r"[\w'’\-\ue000-\uf8ff]+"
_TIES = (
    rf"(?:(?!to\b|from\b){_WORD}\s+){{0,5}}?"
    r"(?:relations|ties|relationship|links|partnership|cooperation)"
)
_DIPLOMATIC = (
    r"(?:,[^,]{1,40},\s+)?(?:(?:full|formal|all|their|its|official|the|normal|consular)\s+)*"
    r"(?:(?:diplomatic|bilateral)\s+)?(?:relations|ties|relationship)\b(?!\s+in\s+such)"
)
_UP = r"(?:upgrad|elevat|rais|lift|promot)(?:e|es|ed|ing)"
_DOWN = r"(?:downgrad|lower|reduc|scal)(?:e|es|ed|s|ing)?(?:\s+(?:down|back))?"
_BEING = r"(?:was|were|is|are|been|be|being)"
_FROM_TO = (
    r"(?:\s+(?:with|between|of)\s+[^,.;]{1,60}?)?(?:\s+from\s+(?P<before>[^,.;]+?))?"
    r"\s+(?:to|into)\s+(?P<label>[^.;:“”]{0,140})"
)
_DIPLOMATIC_LEVEL = re.compile(
    r"(?:level\s+of\s+(?:ambassadors?|charg[ée]\s+d['’]affaires)"
    r"|(?:ambassador(?:ial)?|charg[ée]\s+d['’]affaires|embassy)(?:\s+level)?)",
    re.IGNORECASE,
)
_SEVER = (
    r"(?:sever(?:ed|s|ing)?|cut(?:s|ting)?(?:\s+off)?|br(?:eak|oke|eaks|oken|eaking)(?:\s+off)?|"
    r"end(?:ed|s|ing)?|terminat(?:e|ed|es|ing)|severance\s+of)"
)
_RESTORE = (
    r"(?:restor(?:ed?|es|ing|ation\s+of)|resum(?:ed?|es|ing|ption\s+of)|"
    r"re-?establish(?:ed|es|ing|ment\s+of)?|normali[sz](?:ed?|es|ing|ation\s+of))"
)
_ESTABLISH = r"(?:establish(?:ed|es|ing|ment\s+of)?|open(?:ed|s|ing)?)"
_STATE = sign("state")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A change as worded at `start:end` of a marked sentence, with the levels it names."""

    start: int
    end: int
    change: Change
    before: str | None = None
    after: str | None = None


@cache
def _levelled() -> tuple[tuple[bool, re.Pattern[str]], ...]:
    """Patterns of a move from level to level: whether it goes up, and the words."""
    rows = (
        (True, rf"\b{_UP}\s+{_TIES}{_FROM_TO}"),
        (
            True,
            rf"\b(?:relations|ties|relationship)\b[^.;]{{0,60}}?\s{_BEING}\s+(?:\w+ly\s+)?{_UP}{_FROM_TO}",
        ),
        (True, rf"\b(?:upgrade|upgrading|elevation|raising)\s+(?:of\s+)?{_TIES}{_FROM_TO}"),
        (False, rf"\b{_DOWN}\s+{_TIES}{_FROM_TO}"),
    )
    return tuple((up, re.compile(words)) for up, words in rows)


_FOUNDED = re.compile(
    r"\b(?:establish(?:ed|es|ing|ment\s+of)?|declar(?:ed|es|ing)|announc(?:ed|es|ing)|"
    r"form(?:ed|ing)|enter(?:ed|s|ing)\s+into)\s+(?P<label>[^.;:“”]{0,140})"
)


@cache
def _opened() -> tuple[tuple[Change, re.Pattern[str]], ...]:
    relations = r"(?:[Dd]iplomatic\s+)?(?:[Rr]elations|[Tt]ies)\b[^,.;]{0,60}?"
    rows: tuple[tuple[Change, str], ...] = (
        ("restored", rf"\b{_RESTORE}\s+(?:of\s+)?{_DIPLOMATIC}"),
        ("severed", rf"\b{_SEVER}\s+(?:of\s+)?{_DIPLOMATIC}"),
        ("severed", rf"\b(?:broke|broken|breaks)\s+with\s+(?={_STATE})"),
        ("suspended", rf"\b(?:suspend(?:ed|s|ing)?|froze|freez(?:es|ing))\s+{_DIPLOMATIC}"),
        (
            "established",
            rf"\b{_ESTABLISH}\s+(?:of\s+)?(?:\w+\s+)?(?:diplomatic|ambassadorial)\s+(?:relations|ties)",
        ),
        (
            "recognised",
            rf"\brecogni[sz](?:ed|es|e|ing)\s+(?:the\s+independence\s+of\s+)?(?={_STATE}(?!['’]))",
        ),
        (
            "derecognised",
            rf"\b(?:withdrew|withdrawn|withdraws|revoked)\s+(?:its\s+)?recognition\s+of\s+(?={_STATE})",
        ),
        (
            "restored",
            rf"\b{relations}\s{_BEING}\s+(?:\w+ly\s+)?(?:restored|resumed|re-?established|normali[sz]ed)",
        ),
        (
            "severed",
            rf"\b{relations}\s(?:{_BEING}\s+(?:\w+ly\s+)?(?:severed|cut(?:\s+off)?|broken(?:\s+off)?)|broke\s+(?:down|off))",
        ),
        (
            "established",
            rf"\b[Dd]iplomatic\s+(?:relations|ties)\b[^,.;]{{0,60}}?\s{_BEING}\s+established",
        ),
    )
    return tuple((change, re.compile(words)) for change, words in rows)


def find_wordings(text: str) -> Iterator[Wording]:
    """Every change of relations worded in a marked sentence; none overlaps an earlier one."""
    taken: list[tuple[int, int]] = []
    for wording in (*_level_changes(text), *_open_changes(text)):
        if not any(wording.start < end and start < wording.end for start, end in taken):
            taken.append((wording.start, wording.end))
            yield wording


def _level_changes(text: str) -> Iterator[Wording]:
    for up, pattern in _levelled():
        for match in pattern.finditer(text):
            label, change = _label(match["label"], up=up)
            if label is not None:
                yield Wording(
                    start=match.start(),
                    end=match.end(),
                    change=change,
                    before=_level(match["before"]),
                    after=label,
                )
    for match in (*_FOUNDED.finditer(text), *_DECLARED.finditer(text)):
        labels = list(find_labels(match["label"]))
        if labels and labels[0].start <= (40 if match.re is _FOUNDED else 0):
            end = match.start("label") + labels[0].end
            yield Wording(start=match.start(), end=end, change="established", after=labels[0].words)


_DECLARED = re.compile(
    r"\b(?:declaration|statement|treaty|agreement|document)\s+on\s+(?:an?\s+|the\s+)?(?P<label>[^.;:“”]{0,80})",
    re.IGNORECASE,
)


def _open_changes(text: str) -> Iterator[Wording]:
    for change, pattern in _opened():
        for match in pattern.finditer(text):
            yield Wording(start=match.start(), end=match.end(), change=change)


def _label(words: str, *, up: bool) -> tuple[str | None, Change]:
    """The level moved to, and whether it is one of partnership or of representation."""
    labels = list(find_labels(words))
    if labels and labels[0].start <= 60:
        return labels[0].words, "upgraded" if up else "downgraded"
    level = _DIPLOMATIC_LEVEL.search(words)
    if level and level.start() <= 20:
        return level.group(), "raised" if up else "lowered"
    return None, "upgraded"


def _level(words: str | None) -> str | None:
    """A label in `words`, or the words themselves without their article."""
    if not words:
        return None
    labels = list(find_labels(words))
    return labels[0].words if labels else re.sub(r"^(?:an?|the)\s+", "", words.strip())
