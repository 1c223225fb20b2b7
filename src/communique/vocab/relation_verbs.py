"""The verbs and nouns by which reports tell changes of relations, as regular expressions.

Table: relation_verbs.csv (see data/README.md for its columns).
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from communique.vocab.tables import read_table

Move = Literal["found", "restore", "suspend", "end", "up", "down", "grant", "withdraw"]
Form = Literal["plain", "past", "participle", "gerund", "noun"]
FORMS: tuple[Form, ...] = ("plain", "past", "participle", "gerund", "noun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a move: its form, and the only object it is taken with ("" for any)."""

    move: Move
    form: Form
    needs: str


@cache
def words_for(*forms: Form) -> str:
    """A regular expression for the words of these forms, the longest first."""
    found = {_pattern(words) for words, row in _rows() if row.form in forms}
    return rf"(?:{'|'.join(sorted(found, key=lambda each: (-len(each), each)))})"


@cache
def moves_of(words: str, *forms: Form) -> tuple[Word, ...]:
    """What `words`, in any case and spacing, may tell; all that fits one of `forms`."""
    plain = re.sub(r"[\s-]+", " ", words.lower()).strip()
    return tuple(
        row for each, row in _rows() if row.form in forms and each.replace("-", " ") == plain
    )


@cache
def _rows() -> tuple[tuple[str, Word], ...]:
    found: dict[tuple[str, Word], None] = {}
    for row in read_table("relation_verbs.csv"):
        move = cast(Move, row["move"])
        for form in FORMS:
            word = Word(move=move, form=form, needs=row["needs"])
            if row[form]:
                found[(row[form], word)] = None
            if row[form] and form == "plain":
                found[(_third(row[form]), word)] = None
    return tuple(found)


def _third(plain: str) -> str:
    """The third person of a verb ("sets up").

    >>> _third("set up"), _third("establish")
    ('sets up', 'establishes')
    """
    verb, _, rest = plain.partition(" ")
    ending = "es" if verb.endswith(("sh", "s", "x")) else "s"
    return f"{verb}{ending} {rest}".strip()


def _pattern(words: str) -> str:
    return re.sub(r"[\s-]+", r"[\\s-]+", words)
