"""Whose accounts of a happening there are, in words."""

from collections import Counter
from collections.abc import Sequence

from communique.export.phrases import state_name
from communique.export.plain import counted
from communique.types.coverage import Origin

_OTHERS = {
    "parties": "the parties together",
    "third party": "a third party's",
    "unknown": "unknown whose",
}


def accounts(origins: Sequence[Origin]) -> str:
    """How many independent accounts there are, and whose, as in "1 account: China's side alone"."""
    told = counted(len(origins), "account")
    return f"{told}: {_alone(origins)}" if origins else told


def _alone(origins: Sequence[Origin]) -> str:
    only = len({(each.stance, each.side) for each in origins}) == 1
    return f"{whose(origins)} alone" if only and origins[0].side else whose(origins)


def whose(origins: Sequence[Origin]) -> str:
    """Whose accounts they are: sides first, each once, with a count where it gives several.

    >>> whose([Origin(name="a", report_ids=("r",), reason="", side="CHN", stance="party")])
    "China's side"
    """
    ranked = sorted(origins, key=lambda each: ("party", *_OTHERS).index(each.stance))
    count = Counter(map(_whose, ranked))
    return ", ".join(words if n == 1 else f"{words} ({n})" for words, n in count.items())


def _whose(origin: Origin) -> str:
    if origin.stance != "party" or origin.side is None:
        return _OTHERS.get(origin.stance, "unknown whose")
    name = state_name(origin.side)
    return f"{name}'s side" if not name.endswith("s") else f"{name}' side"
