"""The source that a lede makes that of the whole report: "according to", "citing", "X reported"."""

import re

from communique.align.bodies import newsroom, official_state
from communique.types.text import Report
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
    own = report.agency and newsroom(report.agency.name)
    found = [
        (at, each, match[0])
        for at, sentence in enumerate(report.sentences)
        for match in SOURCE.finditer(sentence.text)
        if (each := _meant(match)) and (own is None or each[0] is not own)
    ]
    if not found or found[0][0] >= _LEDE or len({each for _, each, _ in found}) > 1:
        return None
    (press, iso3), words = found[0][1], " ".join(found[0][2].split())
    return press, iso3, f"{report.id} rests on its lede's “{words}”"


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
