"""The screen before the parser: a page that names fewer than two actors never reaches it."""

from functools import cache

import ahocorasick

from communique.vocab.organisations import organisation_index
from communique.vocab.states import name_index

_NEEDED = 2


@cache
def _automaton() -> "ahocorasick.Automaton":
    """Every form a state, people, capital or organisation is named by, with the actor it means."""
    automaton = ahocorasick.Automaton()
    for form, (iso3, _) in name_index().items():
        automaton.add_word(form, (len(form), iso3))
    for form, row in organisation_index().items():
        automaton.add_word(form, (len(form), row.id))
    automaton.make_automaton()
    return automaton


def worth_parsing(text: str) -> bool:
    """Whether `text` names two or more different states or organisations in their usual forms.

    Case counts, and a name must stand as a word of its own. Two names of one state are one actor.
    Reading stops at the second actor, so a page full of them costs next to nothing.
    """
    seen: set[str] = set()
    for last, (length, actor) in _automaton().iter(text):
        if actor not in seen and _stands_alone(text, last - length + 1, last + 1):
            seen.add(actor)
            if len(seen) >= _NEEDED:
                return True
    return False


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return not before.isalnum() and not after.isalnum()
