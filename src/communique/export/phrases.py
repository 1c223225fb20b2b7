"""Events, instruments and changes of relations in plain words, as Markdown. Pure."""

from collections.abc import Iterable, Mapping

from communique.export.plain import markdown
from communique.types.parties import Actor
from communique.types.record import (
    ActKind,
    Change,
    Event,
    EventDate,
    EventType,
    Instrument,
    Modality,
    RelationChange,
)
from communique.vocab.states import state

_EVENT: Mapping[EventType, str] = {
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
_MET: Mapping[Modality, str] = {
    "actual": "",
    "historical": "",
    "future": "planned",
    "hypothetical": "possible only",
    "negated": "did not take place",
}
_STANDING: Mapping[Change, str] = {
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
_ACTS: Mapping[ActKind, str] = {
    "issued": "issued",
    "initialled": "initialled",
    "signed": "signed",
    "ratified": "ratified",
    "in_force": "in force",
    "ended": "ended",
    "planned": "planned",
}


def state_name(iso3: str) -> str:
    """The usual name of a state, or its code where the table has it not."""
    found = state(iso3)
    return found.name if found else iso3


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
        name = markdown(actor.name)
        if actor.iso3 and states and self._person(actor):
            return f"{name} ({state_name(actor.iso3)})"
        return name

    def plain(self, actor_id: str) -> str:
        """The actor's bare name, unescaped; its id where it is not known."""
        actor = self._actors.get(actor_id)
        return actor.name if actor else actor_id

    def all(self, actor_ids: Iterable[str], states: bool = True) -> str:
        """The names as a list; a state is left out where a person who speaks for it is named."""
        ids = list(dict.fromkeys(actor_ids))
        known = [actor for one in ids if (actor := self._actors.get(one))]
        spoken_for = {actor.iso3 for actor in known if self._person(actor)}
        spare = {a.id for a in known if not self._person(a) and a.iso3 and a.iso3 in spoken_for}
        names = [self.one(each, states) for each in ids if each not in spare]
        return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))

    @staticmethod
    def _person(actor: Actor) -> bool:
        return actor.kind == "person"


def dated(date: EventDate | None) -> str:
    """The date, with the reason where it is not stated."""
    if date is None:
        return "No date stated"
    if date.stated:
        return date.value
    return f"{date.value} (derived: {date.reason})" if date.reason else f"{date.value} (derived)"


def noted(modality: Modality) -> str:
    """The modality as an afterthought (", future"); nothing for what is told as done."""
    return "" if modality in ("actual", "historical") else f", {modality}"


def standing_phrase(change: RelationChange) -> str:
    """Where two states stand after a change."""
    closer = change.change not in ("lowered", "downgraded", "suspended", "severed", "derecognised")
    level = change.level_after
    reached = markdown(level) if level else _STANDING[change.change]
    phrase = f"**{reached[0].upper()}{reached[1:]}**"
    if level and not closer:
        phrase += f" ({_STANDING[change.change]})"
    return f"{phrase} since {change.date}" if change.date else f"{phrase}, no date stated"


def relation_phrase(change: RelationChange) -> str:
    """One change of relations with its date and levels."""
    levels = [
        f" {word} {markdown(level)}"
        for word, level in (("from", change.level_before), ("to", change.level_after))
        if level
    ]
    told = _STANDING[change.change]
    if change.change == "established" and change.level_after:
        told, levels = f"{markdown(change.level_after)} established", []
    words = f"{told}{''.join(levels)}{noted(change.modality)}"
    return f"{change.date or 'No date stated'}: {words}"


def meeting_phrase(event: Event, named: Named) -> str:
    """Who met, when and where."""
    where = [markdown(event.place.name)] if event.place else []
    if event.place and event.place.country and state_name(event.place.country) not in where:
        where.append(state_name(event.place.country))
    if event.place and not event.place.stated:
        where.append(f"derived: {event.place.reason}" if event.place.reason else "derived")
    kinds = {"phone": "by telephone", "visit": "visit", "multilateral": "of several states"}
    notes = ", ".join(filter(None, (kinds.get(event.mode or ""), _MET[event.modality])))
    who = named.all((*event.actors, *event.recipients))
    place = f", {where[0]}" + (f" ({'; '.join(where[1:])})" if where[1:] else "") if where else ""
    account = f", as {named.one(event.attributed_to)} says" if event.attributed_to else ""
    return f"{dated(event.date)}{place}: {who}{f' ({notes})' if notes else ''}{account}"


def instrument_phrase(instrument: Instrument, dyad: tuple[str, str]) -> str:
    """An instrument's title or kind, what it is on, and what was done with it."""
    kind = instrument.kind.replace("_", " ")
    words = f"*{markdown(instrument.title)}* ({kind})" if instrument.title else f"{kind}, untitled"
    if instrument.subjects and not instrument.title:
        words += f", on {markdown('; '.join(instrument.subjects))}"
    others = [state_name(party) for party in instrument.parties if party not in dyad]
    if others:
        words += f", with {', '.join(others)}"
    acts = [f"{_ACTS[act.act]} {act.date or '(no date stated)'}" for act in instrument.acts]
    return f"{words}: {', '.join(acts)}" if acts else words


def event_phrase(event: Event, named: Named) -> str:
    """A coded event: date, type, who, towards whom; and who says so where it stands in a speech."""
    words = f"{_EVENT[event.type]}{f' ({event.mode})' if event.mode else ''}"
    words += f": {named.all(event.actors)}"
    if event.recipients:
        words += f" → {named.all(event.recipients)}"
    if event.attributed_to:
        words += f", as {named.one(event.attributed_to)} says"
    return f"{dated(event.date)}: {words}{noted(event.modality)}"
