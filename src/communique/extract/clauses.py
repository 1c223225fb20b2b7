"""Clauses of a sentence by its commas and conjunctions: what a date or a verb stands together with.

Surface rules: good enough to keep "who arrived on Tuesday" apart from "met on Wednesday".
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_VERB = (
    r"(?:(?!hundred|need|indeed|speed|exceed|proceed|succeed|seed\b)[a-z]{2,}ed|(?:re|un)?met|held|"
    r"said|says|told|took|takes?|came|began|made|gave|wrote|sent|left|went|flew|spoke|saw|broke|cut|"
    r"put|paid|shook|won|lost|led|froze|withdrew|became|brought|built|drew|fell|found|fought|got|grew|"
    r"kept|knew|leaves?|arrives?|meets?|visits|runs?|is|are|was|were|be|been|has|have|had|will|would|"
    r"shall|may|might|could|did|does|do|did|ran|rose|sold|stood|swore|thought|understood|upheld|"
    r"recalls|notes|plans|wants|hopes|expects|arriving|signing|visiting|saying|adding)"
)
VERB = re.compile(rf"\b{_VERB}\b")
_BREAK = re.compile(
    r"[;:“”\"]|\.\s|,(?!\s*(?:19|20)\d\d\b)\s"
    r"|\s(?=(?:that|which|who|whom|whose|where|when|since|after|before|while|as|but|because|following|"
    r"although|though|if|until|ahead\s+of)\s)"
    rf"|\s(?=and\s+(?:[\w.-]+\s+){{0,4}}?{_VERB}\b)"
)
_BOUND = re.compile(r"\s*(?:since|before|after|following|until|ahead\s+of|although|if)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch `start:end` of a sentence.

    `bare` has no verb and only adds to its neighbours ("on Wednesday,"); `bound` tells of another
    time ("since ...", "after ..."); `joined` goes on with what the clause before tells ("and ...").
    `opener` is its first word.
    """

    start: int
    end: int
    bare: bool
    bound: bool
    opener: str

    @property
    def joined(self) -> bool:
        """Whether it goes on with the clause before."""
        return self.opener == "and"


def clauses(text: str, whole: Iterable[tuple[int, int]] = ()) -> tuple[Clause, ...]:
    """The clauses of a sentence in order; the stretches in `whole` are never cut."""
    kept = tuple(whole)
    cuts = [
        match.end()
        for match in _BREAK.finditer(text)
        if not any(start < match.end() < end for start, end in kept)
    ]
    found = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        words = text[start:end]
        found.append(
            Clause(
                start=start,
                end=end,
                bare=not VERB.search(words),
                bound=bool(_BOUND.match(words)),
                opener=words.split()[0].lower() if words.split() else "",
            )
        )
    return tuple(found)


def clause_at(found: Sequence[Clause], at: int) -> int:
    """The index of the clause that holds `at`."""
    return next((i for i, clause in enumerate(found) if at < clause.end), len(found) - 1)


def reach(found: Sequence[Clause], there: int, own: int) -> int | None:
    """How far what stands in clause `there` is from what clause `own` tells; None if too far.

    0 in the same clause, 1 in a bare one beside it or, if it is bare itself, in the next that is
    not ("A and B, the two presidents, met"), 2 in a bare opening, 3 in one joined by "and".
    """
    if there == own:
        return 0
    between = found[min(there, own) + 1 : max(there, own)]
    apposed = not between or (own < there and all(part.bare for part in between))
    if found[own].bare and apposed and not found[there].bound:
        return 1
    if found[there].bound or (found[own].bound and there < own):
        return None
    if found[there].bare:
        return 1 if all(part.bare for part in between) else 2 if there == 0 else None
    chain = found[min(there, own) + 1 : max(there, own) + 1]
    joined = all(part.joined or part.bare for part in chain) and any(part.joined for part in chain)
    return 3 if joined else None
