"""What only one version says: whole sentences, and names, numbers and list items within them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from communique.align.words import places, stem
from communique.types.coverage import Difference, Link, SentenceRef
from communique.types.text import Passage, Report, Span

_LIST_GAP = re.compile(r",| and | or | as well as ")
_ITEM_WORDS = 3
_LIST_LENGTH = 3
_TOPIC_WORDS = 3
_LONG_WORD = 6


def differences(reports: Sequence[Report], links: Sequence[Link]) -> tuple[Difference, ...]:
    """List what single versions say, by report and sentence.

    A sentence without a link is a difference as a whole. Of a sentence that is linked, but not
    verbatim, the names, numbers and list items count that another version linked to it has
    nowhere. A single report has no differences.
    """
    if len(reports) < 2:
        return ()
    partners = _partners(links)
    stems = {report.id: frozenset(stem(w) for w, _ in places(report.body)) for report in reports}
    found = []
    for report in reports:
        for number, sentence in enumerate(report.sentences):
            others = partners.get(SentenceRef(report_id=report.id, sentence=number), {})
            if not others:
                found.append(_difference(report, sentence, [sentence], sentence.text))
                continue
            lacking = [stems[name] for name, verbatim in others.items() if not verbatim]
            items = list(_items(sentence, lacking))
            if items:
                said = "; ".join(item.text for item in items)
                says = f"{said} (not in every other version)"
                found.append(_difference(report, sentence, items, says))
    return tuple(found)


def _partners(links: Sequence[Link]) -> Mapping[SentenceRef, dict[str, bool]]:
    """For each linked sentence the other reports it is linked to, and whether verbatim."""
    partners: dict[SentenceRef, dict[str, bool]] = {}
    for link in links:
        for here, there in ((link.a, link.b), (link.b, link.a)):
            others = partners.setdefault(here, {})
            verbatim = link.kind == "verbatim"
            others[there.report_id] = verbatim or others.get(there.report_id, False)
    return partners


def _difference(
    report: Report, sentence: Passage, words: Sequence[Passage], says: str
) -> Difference:
    return Difference(
        topic=_topic(sentence.text),
        report_id=report.id,
        says=says,
        evidence=tuple(report.evidence(passage.span) for passage in words),
    )


def _items(sentence: Passage, lacking: Sequence[frozenset[str]]) -> Iterator[Passage]:
    """Runs of telling words of `sentence` that one of the vocabularies `lacking` has not."""
    listed = _listed(sentence.text)
    marked = [
        (span, _tells(word, span, listed) and any(stem(word) not in v for v in lacking))
        for word, span in places(sentence.text)
    ]
    for missing, run in groupby(marked, key=lambda each: each[1]):
        spans = [span for span, _ in run]
        if missing:
            yield sentence.inner(spans[0].start, spans[-1].end)


def _tells(word: str, span: Span, listed: Sequence[Span]) -> bool:
    """Whether a word is a name (not merely the first of its sentence), a number or listed."""
    if word[0].isdigit() or (word[0].isupper() and span.start > 1):
        return True
    return any(item.holds(span) for item in listed)


def _listed(text: str) -> list[Span]:
    """The items of a list of at least three in `text`, each of a few words."""
    cuts = [0, *(at for m in _LIST_GAP.finditer(text) for at in m.span()), len(text)]
    parts = [Span(start=a, end=b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
    short = [p for p in parts if 0 < len(text[p.start : p.end].split()) <= _ITEM_WORDS]
    return short if len(short) >= _LIST_LENGTH else []


def _topic(text: str) -> str:
    """Up to three key words of a sentence in its order: its names, else its longest words."""
    spoken = [word for word, _ in places(text)]
    names = list(dict.fromkeys(word for word in spoken[1:] if word[0].isupper()))
    if len(names) < _TOPIC_WORDS:
        rest = [w for w in spoken if len(w) >= _LONG_WORD and w not in names]
        longest = sorted(dict.fromkeys(rest), key=len, reverse=True)
        names += longest[: _TOPIC_WORDS - len(names)]
    kept = names[:_TOPIC_WORDS] or spoken[:_TOPIC_WORDS]
    return " ".join(sorted(kept, key=spoken.index))
