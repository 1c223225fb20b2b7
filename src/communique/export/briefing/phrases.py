"""Events, instruments and changes of relations in plain words. Pure."""

from collections.abc import Iterable, Mapping

from communique.export.phrases import state_name
from communique.types.parties import Actor
from communique.types.record import Event, EventDate, EventType, Modality, Place
from communique.types.standing import Change, ChangeStatus, Instrument, RelationChange

EVENTS: Mapping[EventType, str] = {
    "AGREE": "Promise of cooperation",
    "CONSULT": "Meeting",
    "SUPPORT": "Support",
    "CONCEDE": "Concession",
    "COOPERATE": "Cooperation",
    "AID": "Aid",
    "RETREAT": "Withdrawal",
    "REQUEST": "Request",
    "ACCUSE": "Accusation",
    "REJECT": "Refusal",
    "THREATEN": "Threat",
    "PROTEST": "Protest",
    "SANCTION": "Reduction of relations",
    "MOBILIZE": "Mobilisation",
    "COERCE": "Coercion",
    "ASSAULT": "Attack",
}
"""The types of events as a reader would call them."""
_MET: Mapping[Modality, str] = {
    "actual": "",
    "historical": "",
    "future": "planned",
    "hypothetical": "possible only",
    "negated": "did not take place",
}
CHANGES: Mapping[Change, str] = {
    "established": "relations established",
    "raised": "relations raised",
    "upgraded": "relations upgraded",
    "lowered": "relations lowered",
    "downgraded": "relations downgraded",
    "suspended": "relations suspended",
    "severed": "relations severed",
    "restored": "relations restored",
    "recognised": "recognition given",
    "derecognised": "recognition withdrawn",
}
"""The changes of relations as what was done."""
_TOLD: Mapping[ChangeStatus, str] = {
    "done": "",
    "announced": "announced",
    "planned": "planned",
    "denied": "denied",
    "recalled": "looked back on",
}


class Named:
    """Names actors, a person with the state it speaks for."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        """Take the actors by id."""
        self._actors = actors

    def one(self, actor_id: str, states: bool = True) -> str:
        """The actor's name, a person's with the state; its id where it is not known."""
        actor = self._actors.get(actor_id)
        if actor is None:
            return actor_id
        if actor.iso3 and states and self._person(actor):
            return f"{actor.name} ({state_name(actor.iso3)})"
        return actor.name

    def bare(self, actor_id: str) -> str:
        """The actor's name alone; its id where it is not known."""
        return self.one(actor_id, states=False)

    def all(self, actor_ids: Iterable[str], states: bool = True) -> str:
        """The names as a list; a state is left out where a person who speaks for it is named."""
        ids = list(dict.fromkeys(actor_ids))
        known = [actor for one in ids if (actor := self._actors.get(one))]
        spoken_for = {actor.iso3 for actor in known if self._person(actor)}
        spare = {a.id for a in known if not self._person(a) and a.iso3 and a.iso3 in spoken_for}
        return listed(self.one(each, states) for each in ids if each not in spare)

    @staticmethod
    def _person(actor: Actor) -> bool:
        return actor.kind == "person"


def listed(names: Iterable[str]) -> str:
    """Names in a row.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    all_names = list(names)
    return " and ".join(filter(None, [", ".join(all_names[:-1]), *all_names[-1:]]))


def upper(words: str) -> str:
    """`words` with a capital at their beginning."""
    return words[:1].upper() + words[1:]


def dated(date: EventDate | None) -> str:
    """The day as a reader would write a range; "No date stated" for none."""
    return date.value.replace("/", " to ") if date else "No date stated"


def derived(date: EventDate | None) -> tuple[str, ...]:
    """A note on a date that no report states, with the reason."""
    if date is None or date.stated:
        return ()
    return (f"date derived: {date.reason}" if date.reason else "date derived",)


def told_as(modality: Modality) -> tuple[str, ...]:
    """A note on what did not simply take place."""
    return (_MET[modality],) if _MET[modality] else ()


def at(place: Place | None) -> str:
    """Where, with the state."""
    if place is None:
        return ""
    country = state_name(place.country) if place.country else place.name
    return place.name if country == place.name else f"{place.name} ({country})"


def derived_place(place: Place | None) -> tuple[str, ...]:
    """A note on a place that no report states, with the reason."""
    if place is None or place.stated:
        return ()
    return (f"place derived: {place.reason}" if place.reason else "place derived",)


def relation_phrase(change: RelationChange) -> str:
    """A change of relations with its levels."""
    levels = "".join(
        f" {word} {level}"
        for word, level in (("from", change.level_before), ("to", change.level_after))
        if level
    )
    if change.change == "established" and change.level_after:
        return f"{change.level_after} established"
    return CHANGES[change.change] + levels


def relation_notes(change: RelationChange) -> tuple[str, ...]:
    """How it is told, by whom it was done alone, and when it takes effect."""
    return tuple(
        filter(
            None,
            (
                _TOLD[change.status],
                f"by {state_name(change.by)} alone" if change.by else "",
                f"effective {change.effective}" if change.effective else "",
            ),
        )
    )


def meeting_notes(event: Event, named: Named) -> tuple[str, ...]:
    """What kind of meeting it was, whether it took place, and who says so where one does."""
    kinds = {"phone": "by telephone", "visit": "visit", "multilateral": "of several states"}
    kind = kinds.get(event.mode or "")
    return ((kind,) if kind else ()) + told_as(event.modality) + said_by(event, named)


def said_by(event: Event, named: Named) -> tuple[str, ...]:
    """Who says so, where the event stands in a speech."""
    return (f"as {named.one(event.attributed_to)} says",) if event.attributed_to else ()


def event_phrase(event: Event, named: Named) -> str:
    """A coded event: type, who, towards whom."""
    kind = EVENTS[event.type] + (f" ({event.mode})" if event.mode else "")
    towards = f" → {named.all(event.recipients)}" if event.recipients else ""
    return f"{kind}: {named.all(event.actors)}{towards}"


def instrument_phrase(instrument: Instrument, dyad: tuple[str, str]) -> str:
    """An instrument's title or kind, what it is on, and who else is party to it."""
    kind = instrument.kind.replace("_", " ")
    words = f"“{instrument.title}” ({kind})" if instrument.title else kind
    if instrument.count and instrument.count > 1:
        words = f"{instrument.count} documents" + (f": {words}" if instrument.title else "")
    if instrument.subjects and not instrument.title:
        words += f", on {'; '.join(instrument.subjects)}"
    others = [state_name(party) for party in instrument.parties if party not in dyad]
    return f"{words}, with {listed(others)}" if others else words


def acts_phrase(instrument: Instrument) -> str:
    """What was done with an instrument, in the order of its life; "" where nothing is told."""
    told = []
    for act in instrument.acts:
        words = act.act.replace("_", " ")
        by = f" by {state_name(act.by)}" if act.by else ""
        told.append(f"{words}{by} {act.date}" if act.date else f"{words}{by}, no date stated")
    return "; ".join(told)
