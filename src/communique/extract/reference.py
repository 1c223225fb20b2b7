"""The rules by which words that point back find whom they mean; docs/decisions/0011-reference.md.

Each kind of pointer has its rules in order; the first that gives an answer decides, and where none
does the words stay unresolved.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from communique.extract.marks import Found
from communique.extract.refer_body import body, country, institution, it, neighbour, own
from communique.extract.refer_group import several_persons, several_states, they
from communique.extract.refer_person import counterpart, majesty, of_two, person, titled
from communique.extract.scene import Answer, Scene


def resolve(scene: Scene) -> Found:
    """The pointer with the actors it means; unchanged where no rule finds them."""
    answer = next(_RULES[scene.item.points](scene), None)
    item = scene.item
    if answer is None:
        return replace(item, plain=item.plain or item.kind not in ("pronoun",))
    rule, meant = answer
    ids = tuple(dict.fromkeys(one for each in meant for one in each.actor_ids))
    states = tuple(dict.fromkeys(iso3 for each in meant for iso3 in each.iso3))
    kind = meant[0].kind if item.kind in ("state", "igo", "office") else item.kind
    return replace(
        item,
        kind=kind,
        actor_ids=ids,
        iso3=states,
        name=meant[0].name if len(meant) == 1 else "",
        sector=meant[0].sector,
        rule=rule,
    )


_RULES: Mapping[str, Callable[[Scene], Iterator[Answer]]] = {
    "he": person,
    "she": person,
    "they": they,
    "it": it,
    "title": titled,
    "counterpart": counterpart,
    "persons": several_persons,
    "states": several_states,
    "country": country,
    "body": body,
    "institution": institution,
    "own": own,
    "neighbour": neighbour,
    "majesty": majesty,
    "former": of_two(0),
    "latter": of_two(1),
}
