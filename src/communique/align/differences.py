"""What a version says otherwise than the first one, leaves out, or adds; each with its words."""

from collections.abc import Iterator, Sequence
from itertools import chain

from communique.align.dating import redated
from communique.align.phrases import Parsed
from communique.align.polarity import denied
from communique.align.quantities import recounted
from communique.align.renaming import rephrased
from communique.align.sourcing import Voices, moved, voices
from communique.align.strength import stronger, wordings
from communique.align.topics import topic
from communique.models.language import language_model
from communique.types.coverage import Difference, DifferenceKind, Link
from communique.types.text import Passage, Report

Change = tuple[DifferenceKind, Passage | None, Passage | None]
"""What differs, the first version's words and the other's, None where it has none."""
_COVERED = 0.25
_RETOLD = frozenset(("generalised", "renamed", "number", "date", "strength", "contradiction"))
"""What stands for words of the other side: these are then not lacking."""


def differences(reports: Sequence[Report], links: Sequence[Link]) -> tuple[Difference, ...]:
    """What each of `reports` has otherwise than the first, by version, then by kind and place.

    A sentence without a link is left out, or added, as a whole. Of linked sentences the figures,
    days, strengths of wording, denials, sources and names are held against each other; phrases
    that the other version has nowhere in its like sentences are left out or added too.
    """
    if len(reports) < 2:
        return ()
    parsed = {report.id: _parsed(report) for report in reports}
    return tuple(
        _difference(reports[0], version, *change)
        for version in reports[1:]
        for change in _Pair(
            parsed[reports[0].id], parsed[version.id], _joined(reports[0], version, links)
        ).changes()
    )


def _parsed(report: Report) -> list[Parsed]:
    language_model().read_ahead(sentence.text for sentence in report.sentences)
    return [Parsed(number, sentence) for number, sentence in enumerate(report.sentences)]


def _joined(first: Report, version: Report, links: Sequence[Link]) -> list[tuple[int, int]]:
    """Numbers of the linked sentences of the two, the first version's first."""
    sides = [
        (x.a, x.b) if x.a.report_id == first.id else (x.b, x.a)
        for x in links
        if {x.a.report_id, x.b.report_id} == {first.id, version.id}
    ]
    return [(a.sentence, b.sentence) for a, b in sides]


def _difference(
    first: Report,
    version: Report,
    kind: DifferenceKind,
    ours: Passage | None,
    theirs: Passage | None,
) -> Difference:
    there = theirs or ours
    assert there is not None
    teller = version if theirs else first
    if ours and theirs:
        says = f"{theirs.text!r} for {ours.text!r}"
    else:
        says = f"{'leaves out' if ours else 'adds'} {there.text!r}"
    return Difference(
        topic=topic(there.text),
        report_id=teller.id,
        says=says,
        kind=kind,
        version=version.id,
        evidence=(teller.evidence(there.span),),
        against=(first.evidence(ours.span),) if ours and theirs else (),
    )


class _Pair:
    """The first version and another, and which of their sentences are like."""

    def __init__(
        self, ours: Sequence[Parsed], theirs: Sequence[Parsed], joined: Sequence[tuple[int, int]]
    ) -> None:
        self.ours, self.theirs = ours, theirs
        self.like = [[theirs[j] for i, j in joined if i == n] for n in range(len(ours))]
        self.unlike = [[ours[i] for i, j in joined if j == n] for n in range(len(theirs))]

    def _beside(self, one: Parsed, like: Sequence[Parsed]) -> list[Parsed]:
        """Other sentences of the first version to which the like ones are like as well."""
        return [each for other in like for each in self.unlike[other.number] if each is not one]

    def changes(self) -> Iterator[Change]:
        """Every difference once."""
        speaking = voices(self.ours), voices(self.theirs)
        found = (
            _exchanges(one, like, self._beside(one, like), speaking)
            for one, like in zip(self.ours, self.like, strict=True)
        )
        told = list(dict.fromkeys(chain.from_iterable(found)))
        yield from told
        ours, theirs = (_names(side) for side in (self.ours, self.theirs))
        retold = [change for change in told if change[0] in _RETOLD]
        yield from _alone("omitted", self.ours, self.like, theirs, [one for _, one, _ in retold])
        yield from _alone("added", self.theirs, self.unlike, ours, [other for *_, other in retold])


def _exchanges(
    one: Parsed, others: Sequence[Parsed], beside: Sequence[Parsed], speaking: tuple[Voices, Voices]
) -> Iterator[Change]:
    """What a sentence and its like ones say of the same thing, each in its way."""
    sentence, like = one.sentence, [other.sentence for other in others]
    yield from redated(one, others, beside)
    yield from recounted(one, others, beside)
    spoken = [wording for other in like for wording in wordings(other)]
    for wording, heard in stronger(list(wordings(sentence)), spoken):
        yield "strength", wording.passage, heard.passage
    for here, there in denied(one, others):
        yield "contradiction", here, there
    if others:
        for here, there in moved(one, others, *speaking):
            yield "attribution", here, there
    for kind, name, alias in rephrased(one, others):
        yield kind, name.passage, alias.passage


def _alone(
    kind: DifferenceKind,
    side: Sequence[Parsed],
    like: Sequence[Sequence[Parsed]],
    named: frozenset[str],
    told: Sequence[Passage | None],
) -> Iterator[Change]:
    """Whole sentences that are like none, and phrases of others that their like ones lack.

    Names that the other version has anywhere (`named`) are not lacking.
    """
    for one, others in zip(side, like, strict=True):
        found = [one.sentence]
        if others:
            known = named.union(*(other.stems for other in others))
            found = [phrase.passage for phrase in one.missing(known)]
        for words in found:
            if not any(other and _covers(other, words) for other in told):
                yield (kind, words, None) if kind == "omitted" else (kind, None, words)


def _names(side: Sequence[Parsed]) -> frozenset[str]:
    return frozenset(chain.from_iterable(one.names for one in side))


def _covers(told: Passage, words: Passage) -> bool:
    """Whether a good part of the words stands in what has been told."""
    shared = min(told.span.end, words.span.end) - max(told.span.start, words.span.start)
    return shared > _COVERED * len(words.text)
