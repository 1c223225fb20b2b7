"""Coded events prepared for comparing: where and in which words they are told, and of whom."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.merge.common import Context
from communique.merge.persons import name_key
from communique.types.coverage import SentenceRef
from communique.types.record import Event

_WORD = re.compile(r"[^\W_]{4,}")
_STEM = 6
_EMPTY = frozenset(
    """about above after again against also among another because been before being below between
    both could does doing down during each from further have having here hers himself into itself
    just more most much must only other others ours over said same says shall should some such than
    that their them then there these they this those through told under until upon very were what
    when where which while whom whose will with within without would your earlier later today
    yesterday monday tuesday wednesday thursday friday saturday sunday""".split()
)
"""Words that tell nothing of what was done."""
DOCUMENT = "document"
"""How the rules of signing and issuing a document begin."""
Place = tuple[str, int, int]
"""A report and where in it words stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """An event as it is compared.

    `cited` are the sentences that tell it, `like` those that say the same, `places` its words'
    places where no sentences are known, `words` their stems. `sides` are the states of who did it
    and to whom, a party of no state standing for itself; `people` and `bodies` are those parties
    of no state; `papers` the instruments whose signing or issuing it is. `persons` are the words of
    persons' names by their state. `speaker` is the state of who says so, or who it is, and `voiced`
    whether that is a person.
    """

    event: Event
    cited: frozenset[SentenceRef]
    like: frozenset[SentenceRef]
    places: frozenset[Place]
    words: frozenset[str]
    sides: tuple[frozenset[str], frozenset[str]]
    papers: frozenset[str]
    persons: Mapping[str, frozenset[str]]
    people: frozenset[str]
    bodies: frozenset[str]
    speaker: str | None
    voiced: bool

    @property
    def states(self) -> frozenset[str]:
        """The states of all who take part."""
        return self.sides[0] | self.sides[1]

    @property
    def reports(self) -> frozenset[str]:
        """The reports that tell it."""
        return frozenset(self.event.report_ids)


def sketched(context: Context, event: Event) -> Sketch:
    """`event` prepared for comparing."""
    cited = context.cited(event)
    ids = (*event.actors, *event.recipients)
    loose = {
        i: context.actors[i].kind for i in ids if i in context.actors and context.is_stateless(i)
    }
    sayer = context.actors.get(event.attributed_to or "")
    return Sketch(
        event=event,
        cited=cited,
        like=frozenset().union(*(context.like.get(place, ()) for place in cited)),
        places=frozenset((p.report_id, p.span.start, p.span.end) for p in event.evidence),
        words=_stems(piece.quote for piece in event.evidence),
        sides=(context.states(event.actors), context.states(event.recipients)),
        papers=_papers(context, event),
        persons={
            iso3: _names(context, persons)
            for iso3, persons in context.persons(ids).items()
            if iso3 is not None
        },
        people=frozenset(i for i, kind in loose.items() if kind == "person"),
        bodies=frozenset(i for i, kind in loose.items() if kind != "person"),
        speaker=(sayer.iso3 if sayer else None) or event.attributed_to,
        voiced=sayer is not None and sayer.kind == "person",
    )


def _papers(context: Context, event: Event) -> frozenset[str]:
    if not event.rule.startswith(DOCUMENT):
        return frozenset()
    told = (context.papers.get(piece, frozenset()) for piece in event.evidence)
    return frozenset().union(*told)


def worth_of_words(context: Context, events: Iterable[Event]) -> Mapping[str, float]:
    """What each stem of the events' sentences tells: more, the fewer sentences have it.

    The parties' names tell nothing: they are compared as parties.
    """
    told = Counter(stem for _, words in set(_quotes(events)) for stem in words)
    count = len({place for place, _ in _quotes(events)})
    names = _stems(actor.name for actor in context.actors.values())
    return {stem: math.log(count / n) for stem, n in told.items() if stem not in names}


def _quotes(events: Iterable[Event]) -> Iterator[tuple[Place, frozenset[str]]]:
    """The stems of every quote that is no part of another of its event's, and its place."""
    for event in events:
        for piece in event.evidence:
            if not any(
                other.report_id == piece.report_id
                and other.span != piece.span
                and other.span.holds(piece.span)
                for other in event.evidence
            ):
                place = (piece.report_id, piece.span.start, piece.span.end)
                yield place, _stems([piece.quote])


def _names(context: Context, persons: Iterable[str]) -> frozenset[str]:
    """The words of persons' names: she who is named in part is the same person."""
    return frozenset(word for i in persons for word in name_key(context.actors[i].name).split())


def _stems(texts: Iterable[str]) -> frozenset[str]:
    """The first letters of every word of `texts` that tells something."""
    words = (word[0].lower() for text in texts for word in _WORD.finditer(text))
    return frozenset(word[:_STEM] for word in words if word not in _EMPTY)


def words_shared(a: Sketch, b: Sketch, worth: Mapping[str, float]) -> float:
    """What the words of both tell, by `worth`: 0 where they share none, seldom above 8."""
    return math.fsum(worth.get(stem, 0.0) for stem in a.words & b.words)
