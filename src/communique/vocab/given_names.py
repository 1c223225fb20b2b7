"""Given names and titles that tell whether "he" or "she" may mean a person.

Table: given_names.csv, the project's own list of names usual among office-holders; a name that
both women and men bear is left out, so that nothing is guessed from it.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from communique.vocab.tables import fold, read_table

Pronoun = Literal["he", "she"]

_TITLES: Mapping[str, Pronoun] = {
    **dict.fromkeys(
        "mr king prince emir amir sultan sir lord pope pontiff sheikh emperor chairman spokesman "
        "congressman businessman statesman duke".split(),
        "he",
    ),
    **dict.fromkeys(
        "mrs ms queen princess sheikha lady dame empress chairwoman spokeswoman congresswoman "
        "businesswoman duchess".split(),
        "she",
    ),
}


@cache
def _names() -> Mapping[str, str]:
    return {fold(row["name"]): row["pronoun"] for row in read_table("given_names.csv")}


def pronoun_of(name: str, titles: tuple[str, ...] = ()) -> Pronoun | None:
    """The pronoun that titles, else a word of the name, call for; None where neither tells.

    >>> pronoun_of("Giorgia Meloni")
    'she'
    """
    words = [word for title in titles for word in fold(title).split()]
    told = {_TITLES[word] for word in words if word in _TITLES}
    if not told:
        told = {
            "she" if _names()[word] == "she" else "he"
            for word in fold(name).split()
            if word in _names()
        }
    return told.pop() if len(told) == 1 else None
