"""What a report has named so far: the ground on which words that point back are resolved."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from communique.extract.marks import Found
from communique.extract.persons import Cast, Person

Test = Callable[[Found], bool]
_OBLIQUE = re.compile(
    r"\b(?:with|by|of|to|from|for|against|between|alongside|over|about|in|at|on|under|told|met|"
    r"meeting|thanked|visiting|hosted|received|welcomed|and|urged|asked|included|invited|joined|congratulated)\s+(?:the\s+)?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One sentence as resolved: its words and its mentions in order.

    `speaker` is who speaks in it; a `stranger` is a person without a name of whom it tells.
    """

    text: str
    found: tuple[Found, ...]
    speaker: Found | None = None
    stranger: bool = False

    def parties(self, test: Test) -> tuple[Found, ...]:
        """The single parties that pass `test`, each once, the subject first.

        A name in the possessive, or behind a preposition or a verb, is taken for no subject.
        """
        fit = [each for each in self.found if len(each.actor_ids) == 1 and test(each)]
        found: dict[tuple[str, ...], Found] = {}
        for each in sorted(fit, key=self.is_oblique):
            found.setdefault(each.actor_ids, each)
        return tuple(found.values())

    def subject(self, test: Test) -> Found | None:
        """The first party of the sentence that passes `test` and may be its subject."""
        for each in self.parties(test):
            return None if self.is_oblique(each) else each
        return None

    def is_oblique(self, each: Found) -> bool:
        """Whether a mention stands in the possessive, or behind a preposition or a verb."""
        return self.is_owner(each) or bool(_OBLIQUE.search(self.text[: each.start]))

    def is_owner(self, each: Found) -> bool:
        """Whether a mention stands in the possessive."""
        return self.text[each.end : each.end + 2] in ("'s", "’s", "s'", "s’", "' ", "’ ")


@dataclass(slots=True)
class Memory:
    """The sentences read so far, who spoke last, and the state of the dateline's place.

    `learned` holds the pronouns by which the report itself has spoken of a person.
    """

    cast: Cast
    home: str | None = None
    turns: list[Turn] = field(default_factory=list)
    speaker: Found | None = None
    learned: dict[str, str] = field(default_factory=dict)

    def person(self, each: Found) -> Person | None:
        """The person of the report that a single mention means."""
        return self.cast.by_id(each.actor_ids[0]) if len(each.actor_ids) == 1 else None

    def may_be(self, each: Found, pronoun: str) -> bool:
        """Whether `pronoun` may stand for a single mention."""
        person = self.person(each)
        if person is None:
            return False
        return (person.pronoun or self.learned.get(person.id)) in (None, pronoun)

    def backwards(self, here: Turn) -> Iterator[Turn]:
        """The sentence at hand, then those before it, the nearest first."""
        yield here
        yield from reversed(self.turns)
