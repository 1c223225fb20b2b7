"""Other wordings of a marked line, so that the coder looks at deeds and not at names.

Case is not varied: the encoder reads lower case.
"""

import csv
import random
import re
from collections import defaultdict
from functools import cache
from importlib.resources import files

RENAMED = 0.5
"""Share of lines in which states, their peoples and capitals, and given names are others."""
DATED = 0.06
UNSTOPPED = 0.15
UNDETERMINED = 0.15
"""Shares of lines given a dateline, robbed of their full stop; of parties without their article."""
_KINDS = (
    "name",
    "demonym_adjective",
    "demonym_noun",
    "demonym_plural",
    "capital_metonym",
)
_AGENCIES = ("", " (Reuters)", " (AP)", " (AFP)", ", May 3", ", Sept 18 (Xinhua)", ", Oct. 9 (dpa)")
_ARTICLE = re.compile(r"\{(\d) (the|a|an) (?=\w)", re.IGNORECASE)


def varied(line: str, dice: random.Random) -> str:
    """A marked line with some of its wording changed; its labels stay."""
    marked, bar, labels = line.partition("||")
    marked = marked.strip()
    if dice.random() < RENAMED:
        marked = _renamed(marked, dice)
    if dice.random() < UNSTOPPED:
        marked = marked.removesuffix(".")
    if dice.random() < DATED:
        marked = f"{_capital(dice).upper()}{dice.choice(_AGENCIES)} - {marked}"
    marked = _ARTICLE.sub(
        lambda m: f"{m[2]} {{{m[1]} " if dice.random() < UNDETERMINED else m[0], marked
    )
    return f"{marked} {bar}{labels}"


@cache
def _rows(table: str) -> list[dict[str, str]]:
    path = files("communique.vocab") / "data" / table
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


@cache
def _states() -> dict[str, dict[str, str]]:
    """By state and kind of name, the first name."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in _rows("state_names.csv"):
        if row["kind"] in _KINDS and row["iso3"]:
            found[row["iso3"]].setdefault(row["kind"], row["name"])
    return {state: names for state, names in found.items() if len(names) == len(_KINDS)}


@cache
def _known() -> tuple[re.Pattern[str], dict[str, tuple[str, str]], dict[str, list[str]]]:
    """A pattern of all names, states' names with state and kind, given names by pronoun."""
    states = {
        row["name"]: (row["iso3"], row["kind"])
        for row in _rows("state_names.csv")
        if row["ambiguous"] != "1"
    }
    given: dict[str, list[str]] = defaultdict(list)
    for row in _rows("given_names.csv"):
        given[row["pronoun"]].append(row["name"])
    first = "|".join(re.escape(name) for names in given.values() for name in names)
    longest = sorted(states, key=len, reverse=True)
    pattern = rf"\b(?:(?P<given>{first})(?= [A-Z])|(?:{'|'.join(map(re.escape, longest))}))\b"
    return re.compile(pattern), states, given


def _renamed(marked: str, dice: random.Random) -> str:
    pattern, states, given = _known()
    others: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        name = match[0]
        if match["given"]:
            (like,) = [names for names in given.values() if name in names]
            return dice.choice(like)
        state, kind = states[name]
        if kind not in _KINDS:  # a name that holds a state's name, or a seat: left alone
            return name
        instead = others.setdefault(state, dice.choice(list(_states())))
        return _states()[instead][kind]

    return pattern.sub(other, marked)


def _capital(dice: random.Random) -> str:
    return dice.choice(list(_states().values()))["capital_metonym"]
