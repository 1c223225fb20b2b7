"""The source that a lede makes that of the whole report: "according to", "citing", "X reported"."""

import re
from collections.abc import Iterable, Iterator

from communique.align.bodies import newsroom, official_state
from communique.types.text import Passage, Report
from communique.vocab.press import Press

_LEDE = 2

_NAME = r"(?:[^\W\d_a-z][\w.'’-]*\s?){1,6}"
SOURCE = re.compile(
    r"\b(?:[Aa]ccording\sto|[Cc]iting|[Qq]uoting|(?:[Aa]s\s)?reported\sby|[Ss]ource:)\s+"
    rf"(?P<cited>[^,.;:()\n]{{2,80}})|(?P<reporting>{_NAME})\s(?:reported|reports|informed|informs)\b"
)


def cited_newsroom(report: Report) -> Press | None:
    """The agency that the lede makes the source of the whole report, if any."""
    found = source_of(report)
    return found[0] if found else None


def source_of(report: Report) -> tuple[Press | None, str | None, str] | None:
    """What the lede rests on: a newsroom or an institution's state, and the words that say so.

    None where the report has other sources as well: then no single one's account is told.
    """
    own = newsroom(report.agency.name) if report.agency else None
    lede, rest = report.sentences[:_LEDE], report.sentences[_LEDE:]
    found = list(_rested_on(lede, own))
    if not found:
        return None
    found += _rested_on(rest, own)
    if len({each for each, _ in found}) > 1:
        return None
    (press, iso3), words = found[0][0], " ".join(found[0][1].split())
    return press, iso3, f"{report.id} rests on its lede's “{words}”"


def _rested_on(
    sentences: Iterable[Passage], own: Press | None
) -> Iterator[tuple[tuple[Press | None, str | None], str]]:
    """What each source line of some sentences names but the report's own agency, and its words."""
    for sentence in sentences:
        for match in SOURCE.finditer(sentence.text):
            if (each := _meant(match)) and (own is None or each[0] is not own):
                yield each, match[0]


def _meant(match: re.Match[str]) -> tuple[Press | None, str | None] | None:
    """The newsroom, or the state of the institution, that a source line names."""
    words = (match["cited"] or match["reporting"]).strip()
    if iso3 := official_state(words):
        return None, iso3
    tokens = re.sub(r"\s+(?:news\s+agency|agency)\b.*", "", words).removeprefix("the ").split()
    heads = [" ".join(tokens[:n]) for n in range(len(tokens), 0, -1)]
    tails = [" ".join(tokens[n:]) for n in range(len(tokens))]
    for form in heads if match["cited"] else tails:
        press = newsroom(form)
        if press and press.kind == "agency" and form not in press.ambiguous:
            return press, None
    return None
