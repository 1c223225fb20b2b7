"""Labels of partnerships between states, in words, with an editable family and rank.

Nobody publishes an official ranking: `rank` in `data/partnerships.csv` is the project's own and
only orders labels where the words alone ("upgraded") do not say which is higher.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.vocab.tables import read_table

_ADJECTIVE = (
    r"(?:all-weather|all-round|comprehensive|strategic|cooperative|co-operative|global|special|"
    r"privileged|enhanced|innovative|permanent|eternal|friendly|important|mutually\s+beneficial|"
    r"reciprocal|new-era|new\s+era|long-term|traditional|full-fledged|close|deeper|broad|ordinary|"
    r"extended|advanced|deepened|renewed|elevated|preferential|essential|exceptional|historic|"
    r"multidimensional|multifaceted|future-oriented|forward-looking|constructive|pragmatic|equal|"
    r"natural|regular|limited|bilateral|integrated|economic|trade|security|defen[cs]e|development|"
    r"ecological|green|digital|maritime|political|dynamic|robust|trusted|unique|modern|model)"
)
_AIM = (
    r"(?:(?:sustainable\s+)?"
    r"(?:peace|prosperity|cooperation|development|progress|stability|growth|security))"
)
_OF = (
    r"\s+of\s+(?:coordination|cooperation|mutual\s+benefit|friendly\s+cooperation"
    r"|friendship(?:\s+and\s+cooperation)?)"
)
LABEL = (
    rf"(?:{_ADJECTIVE}(?:(?:\s+|,\s+|\s+and\s+){_ADJECTIVE})*\s+"
    rf"(?:partnership|alliance|relationship)(?:\s+relations)?(?:{_OF})?|partnership{_OF})"
    r"(?:\s+(?:for|in)\s+(?:a|the)\s+new\s+era)?(?:\s+based\s+on\s+common\s+strategic\s+interests)?"
    rf"(?:\s+for\s+{_AIM}(?:(?:,\s+|,?\s+and\s+){_AIM})*)?"
)
"""A regular expression for a label of partnership, in any case."""
_LABEL = re.compile(LABEL, re.IGNORECASE)

PARTNERS = (
    rf"(?:{_ADJECTIVE}(?:(?:\s+|,\s+|\s+and\s+){_ADJECTIVE})*\s+"
    r"(?:partners?\b(?!\s+(?:countr|nation|state))|allies\b|ally\b))"
)
"""A regular expression for states by their label ("comprehensive strategic partners")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label as it stands at `start:end` of the words searched."""

    start: int
    end: int
    words: str


def find_labels(words: str) -> Iterator[Label]:
    """Every partnership label in `words`, in order, in its own words.

    >>> [found.words for found in find_labels("raised to a comprehensive strategic partnership")]
    ['comprehensive strategic partnership']
    """
    for match in _LABEL.finditer(words):
        yield Label(start=match.start(), end=match.end(), words=" ".join(match.group().split()))


@cache
def _rows() -> dict[str, tuple[str, int]]:
    return {
        row["label"]: (row["family"], int(row["rank"])) for row in read_table("partnerships.csv")
    }


def family(label: str) -> str | None:
    """The family of a label ("china", "india", "general"), or None where the table has it not."""
    row = _rows().get(" ".join(label.lower().split()))
    return row[0] if row else None


def rank(label: str) -> int | None:
    """The rank of a label (higher is closer), or None where the table has it not.

    >>> (rank("strategic partnership") or 0) < (rank("comprehensive strategic partnership") or 0)
    True
    """
    row = _rows().get(" ".join(label.lower().split()))
    return row[1] if row else None


def closeness(label: str) -> int:
    """The rank of a label, or one told by its words where the table has it not; 0 for none.

    >>> closeness("ordinary partnership") < closeness("privileged partnership")
    True
    """
    known = rank(label)
    if known is not None:
        return known
    words = label.lower()
    steps = (
        ("comprehensive strategic", 4),
        ("strategic", 3),
        ("alliance", 5),
        ("comprehensive", 2),
    )
    told = next((step for word, step in steps if word in words), None)
    if told is None:
        special = ("privileged", "enhanced", "special", "global", "advanced", "preferential")
        told = 2 if any(word in words for word in special) else 1 if "partnership" in words else 0
    return told
