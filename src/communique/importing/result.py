"""What a reading of a list gives, and the book that is kept of its faults."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from communique.errors import Fault
from communique.types.parties import Post, Profile

Form = Literal["FollowTheMoney", "Wikidata"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """All that a file gives. `passed_over` counts, by name, the kinds of entity not taken."""

    form: Form
    lines: int
    profiles: tuple[Profile, ...]
    posts: tuple[Post, ...]
    faults: tuple[Fault, ...]
    passed_over: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class Book:
    """What goes wrong in the file `name`, by line and code, and what is passed over."""

    name: str
    lines: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)
    _details: dict[tuple[int, str], dict[str, None]] = field(default_factory=dict)

    def note(self, line: int, code: str, detail: str) -> None:
        """Note a fault of `line`; several of one code on one line are one fault."""
        self._details.setdefault((line, code), {})[detail] = None

    def close(self, form: Form, profiles: Iterable[Profile], posts: Iterable[Post]) -> Imported:
        """The reading as a whole, each part in a fixed order."""
        return Imported(
            form=form,
            lines=self.lines,
            profiles=tuple(sorted(profiles, key=lambda each: each.key)),
            posts=tuple(sorted(posts, key=lambda each: each.key)),
            faults=tuple(
                Fault.of(f"{self.name}:{line}", code, "; ".join(details))
                for (line, code), details in sorted(self._details.items())
            ),
            passed_over=tuple(sorted(self.passed_over.items())),
        )
