"""A change of relations as worded in a sentence."""

from dataclasses import dataclass
from typing import Literal

from communique.extract.levels import Matter
from communique.types.standing import Change
from communique.vocab.relation_verbs import Form

Voice = Literal["active", "passive", "relative", "noun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A change as worded in a marked sentence.

    `verb` and `thing` are where the word of change and what is changed stand; `end` is where the
    wording ends, levels included. `form` is that of the word of change. `owner` are the words
    before the thing ("its", "S's"), as a stretch.
    """

    change: Change
    matter: Matter
    voice: Voice
    form: Form
    verb: tuple[int, int]
    thing: tuple[int, int]
    end: int
    before: str | None = None
    after: str | None = None

    @property
    def start(self) -> int:
        """Where the wording begins."""
        return min(self.verb[0], self.thing[0])
