"""Two names of one thing, as reports of one happening use them."""

from dataclasses import dataclass

from communique.types.text import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A pair of names learned from coverages whose versions exchange one for the other.

    `names` are in the order of their folded letters. `kind` is what they name ("igo", "place",
    "document"), None where no table tells. `first_seen` is the day of the first report that
    bears it. `confirmed_by` is the person who judged them one, with the reason. `known` tells
    whether the pair counts as one name: confirmed, or borne by two coverages or more.
    """

    id: str
    names: tuple[str, str]
    kind: str | None
    coverage_ids: tuple[str, ...]
    report_ids: tuple[str, ...]
    known: bool
    first_seen: str | None = None
    confirmed_by: str | None = None
    reason: str | None = None
    evidence: tuple[Evidence, ...] = ()
