"""What a report has named so far: the ground on which words that point back are resolved."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from communique.extract.persons import Cast, Person
from communique.extract.marks import Found

Test = Callable[[Found], bool]
_OBLIQUE = re.compile(
    r"\b(?:with|by|of|to|from|for|against|between|alongside|over|about|in|at|on|under|told|met|"
    r"meeting|thanked|visiting|hosted|received|welcomed|and|urged|asked)\s+(?:the\s+)?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One sentence as resolved: its words and its mentions in order."""

    text: str
    found: tuple[Found, ...]

    def parties(self, test: Test) -> tuple[Found, ...]:
        """The single parties that pass `test`, each once, the subject first.

        A name in the possessive, or behind a preposition or a verb, is taken for no subject.
        """
        fit = [each for each in self.found if len(each.actor_ids) == 1 and test(each)]
        found: dict[tuple[str, ...], Found] = {}
        for each in sorted(fit, key=self._is_oblique):
            found.setdefault(each.actor_ids, each)
        return tuple(found.values())

    def subject(self, test: Test) -> Found | None:
        """The first party of the sentence that passes `test` and may be its subject."""
        for each in self.parties(test):
            return None if self._is_oblique(each) else each
        return None

    def _is_oblique(self, each: Found) -> bool:
        behind = self.text[each.end : each.end + 2]
        return bool(_OBLIQUE.search(self.text[: each.start])) or behind in ("'s", "’s", "s'", "s’")


@dataclass(slots=True)
class Memory:
    """The sentences read so far, who spoke last, and the state of the dateline's place."""

    cast: Cast
    home: str | None = None
    turns: list[Turn] = field(default_factory=list)
    speaker: Found | None = None
    stranger: bool = False

    def person(self, each: Found) -> Person | None:
        """The person of the report that a single mention means."""
        return self.cast.by_id(each.actor_ids[0]) if len(each.actor_ids) == 1 else None

    def backwards(self, here: Turn) -> Iterator[Turn]:
        """The sentence at hand, then those before it, the nearest first."""
        yield here
        yield from reversed(self.turns)
