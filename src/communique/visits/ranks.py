"""The rank in which somebody travels or is met, by the offices stated."""

import re
from collections.abc import Iterable, Mapping, Sequence

from communique.types.parties import Actor, Role
from communique.types.visit import Rank
from communique.vocab.holders import holds
from communique.vocab.offices import office_of

_RANKS: Mapping[str, Rank] = {
    "head_of_state": "head_of_state",
    "head_of_government": "head_of_government",
    "foreign_minister": "foreign_minister",
    "minister": "minister",
    "deputy_head": "minister",
    "envoy": "envoy",
}
_ORDER: Sequence[str] = ("head_of_state", "head_of_government", "foreign_minister", "minister")
LEADERS: frozenset[Rank | None] = frozenset({"head_of_state", "head_of_government"})
_RESIDENT = re.compile(
    r"\b(?:ambassador|charg\S\s+d.affaires|consul|permanent\s+representative|nuncio|attach\S)\b",
    re.IGNORECASE,
)
_BELOW = ("deputy", "vice", "first deputy", "assistant", "former", "ex-")


def rank_of(
    actor: Actor, roles: Iterable[Role], when: str | None
) -> tuple[Rank | None, str | None]:
    """Rank and title: the highest of the `roles` that reports state, for the actor's own state.

    Without one, the rank of the office that the table of holders has for the name on that day, and
    no title. (None, None) where neither tells of an office.
    """
    own = [role for role in roles if role.iso3 in (actor.iso3, None)]
    ranked = [(_rank(role.title), role.title) for role in own]
    known = sorted(
        (each for each in ranked if each[0]),
        key=lambda each: _ORDER.index(each[0]) if each[0] in _ORDER else len(_ORDER),
    )
    if known:
        return known[0]
    if ranked:
        return "other", ranked[0][1]
    if actor.iso3 and when:
        offices = [_RANKS.get(row.office) for row in holds(actor.name, actor.iso3, when)]
        return next((rank for rank in offices if rank), None), None
    return None, None


def _rank(title: str) -> Rank | None:
    office = office_of(title)
    rank = _RANKS.get(office or "")
    lowered = title.lower().startswith(_BELOW)
    if rank in LEADERS and lowered:
        return "minister"
    if office in ("foreign_minister", "minister") and lowered:
        return "other"
    return rank


def is_resident(roles: Iterable[Role]) -> bool:
    """Whether somebody may live where he meets: an ambassador travels only if words say so."""
    titles = [role.title for role in roles]
    return bool(titles) and all(_RESIDENT.search(title) for title in titles)


def is_body_head(roles: Iterable[Role]) -> bool:
    """Whether somebody leads an organisation of states."""
    return any(office_of(role.title) == "igo_head" for role in roles)
