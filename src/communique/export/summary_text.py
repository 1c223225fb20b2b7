"""A summary worded: some twenty lines of Markdown to paste into a note. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence

from communique.export.accounts import whose
from communique.export.plain import counted, markdown, one_line
from communique.export.summary import Summary
from communique.export.telling import WAYS, Part, Version, Way
from communique.types.coverage import Carrying, Difference
from communique.types.text import Evidence

LINES = 25
"""Most lines, however many versions there are."""
VERSIONS = 6
"""Most versions that are told one by one: those with the weightiest differences."""
NAMED = 6
"""Most reports that are named one by one."""
QUOTED, SHORT = 110, 70
"""Most characters of a quotation that stands alone, and of one of several."""
_SHARED = 3
_EACH: Mapping[Way, int] = {"omitted": 2, "added": 2, "renamed": 2, "generalised": 2}
_MOST = 3
"""Most quotations on a line, where `_EACH` has no other number."""
_NUMBER = re.compile(r"^\(?\d{1,2}[.)]\s+")
_QUOTED = re.compile(r'["“]([^"“”]+)["”]')
_WORD = re.compile(r"\S+")
_BEFORE = 2
"""Words that are kept before the first that differs."""
_OPENINGS: Mapping[Way, str] = {
    "contradiction": "contradicts it",
    "number": "gives other figures",
    "date": "gives other dates",
    "attribution": "attributes otherwise",
    "stronger": "words it more strongly",
    "weaker": "words it more weakly",
    "strength": "commits or judges in other words",
    "omitted": "leaves out",
    "added": "adds",
    "renamed": "calls otherwise",
    "generalised": "tells in more or less detail",
}


def summary_text(summary: Summary) -> str:
    """Word a summary as Markdown of at most `LINES` lines: what happened, then a list."""
    writing = _Writing(summary)
    head, foot = list(writing.head()), list(writing.foot())
    return "\n".join([*head, *writing.body(LINES - len(head) - len(foot)), *foot, ""])


class _Writing:
    """The lines of one summary, part by part."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary
        self.names = {one: markdown(name) for one, name in summary.names.items()}
        self.first = next(iter(self.names.values()), "")

    def head(self) -> Iterator[str]:
        """What happened, who carried it, and what the versions share."""
        fact, origins = self.summary.fact, self.summary.coverage.origins
        if fact:
            notes = [fact.date if fact.date_stated else f"likely {fact.date}"] if fact.date else []
            notes += [markdown(fact.place)] if fact.place else []
            where = f" ({', '.join(notes)})" if notes else ""
            yield from (f"**{_quote(fact.words, 2 * QUOTED)}**{where}", "")
        told = [f"{self._named(each.report_ids)} ({whose([each])})" for each in origins[:NAMED]]
        carried = counted(len(self.names), "report")
        accounts = counted(len(origins), "independent account")
        yield f"- Carried by {carried}, {accounts}: {_listing(told, len(origins))}."
        yield from self._shared()

    def _shared(self) -> Iterator[str]:
        shared, number = self.summary.shared, len(self.names)
        if number < 2:
            return
        everywhere = [each for each in shared if each.carriers == number]
        chosen = everywhere or [each for each in shared if each.carriers > 2]
        if not chosen and shared:
            chosen = list(shared)
        if not chosen:
            yield "- The versions have no sentence in common."
            return
        who = "All versions" if everywhere else f"{chosen[0].carriers} of {number} versions"
        told = [each for each in chosen if each.carriers == chosen[0].carriers]
        quotes = [_marked(each.words, QUOTED) for each in told[:_SHARED]]
        yield f"- {who} tell: {_listing(quotes, len(told))}."

    def body(self, room: int) -> Iterator[str]:
        """Each version against the first, in at most `room` lines."""
        differing = [each for each in self.summary.versions if each.parts]
        ranked = sorted(differing, key=lambda each: each.weight, reverse=True)[:VERSIONS]
        shown = [each for each in differing if each in ranked]
        same = [each.report_id for each in self.summary.versions if not each.parts]
        rest = [each.report_id for each in differing if each not in shown]
        closing = []
        if same and self.first:
            closing.append(f"- As in {self.first}: {self._named(same)}.")
        if rest:
            closing.append(f"- With lesser differences: {self._named(rest)}.")
        parts = _chosen(shown, room - len(shown) - len(closing))
        for version in shown:
            told = sum(len(part.differences) for part in version.parts)
            name = _capital(self.names[version.report_id])
            left = told - sum(len(part.differences) for part in parts[version.report_id])
            count = counted(told, "difference") + (
                f", {left} of other kinds left out" if left else ""
            )
            yield f"- **{name}**, against {self.first} ({count}):"
            yield from (_line(part) for part in version.parts if part in parts[version.report_id])
        yield from closing

    def foot(self) -> Iterator[str]:
        """Who likely has the words from whom, and whether there is a second source."""
        sources = self.summary.sources
        told = [self._source(each) for each in sources[:NAMED]]
        if left := len(sources) - len(told):
            told.append(f"{counted(left, 'pair')} more share words")
        sharing = {one for each in sources for one in (each.a, each.b)}
        own = [one for one in self.names if one not in sharing]
        if len(self.names) < 2:
            told = ["one report alone, no second source"]
        elif own:
            verb = "tells" if len(own) == 1 else "tell"
            told.append(f"{self._named(own)} {verb} it in words of {_own(own)}")
        if len(self.names) > 1 and len(self.summary.coverage.origins) == 1:
            told.append("all are one account, so that nothing here has a second source")
        yield f"- Sources: {'; '.join(told)}."

    def _source(self, each: Carrying) -> str:
        """Which of two reports likely has its words from the other, how much of them, and why."""
        if each.descent is None:
            share = max(each.share_of_a, each.share_of_b)
            both = f"{self.names[each.a]} and {self.names[each.b]}"
            return f"{both} share words ({each.kind}, {share:.0%}), which from which is not known"
        taken = each.descent.source == each.a
        taker, share = (each.b, each.share_of_b) if taken else (each.a, each.share_of_a)
        reasons = "; ".join(each.descent.reasons)
        for one, name in self.names.items():
            reasons = reasons.replace(one, name)
        sure = f"likelihood {each.descent.likelihood:.2f}, as {one_line(reasons)}"
        source = self.names[each.descent.source]
        return (
            f"{self.names[taker]} likely has {share:.0%} of its words from {source} "
            f"({each.kind}; {sure})"
        )

    def _named(self, report_ids: Sequence[str]) -> str:
        named = [self.names.get(one, "another report") for one in report_ids]
        more = len(named) - NAMED
        shown = named if more <= 0 else [*named[:NAMED], f"{more} more"]
        return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def _own(reports: Sequence[str]) -> str:
    return "its own" if len(reports) == 1 else "their own"


def _chosen(versions: Sequence[Version], room: int) -> dict[str, list[Part]]:
    """The lines there is room for: every version's weightiest first, then its next, and so on."""
    turns = sorted(
        (place, WAYS.index(part.way), number)
        for number, version in enumerate(versions)
        for place, part in enumerate(version.parts)
    )[: max(room, 0)]
    return {
        version.report_id: [version.parts[place] for place, _, n in turns if n == number]
        for number, version in enumerate(versions)
    }


def _line(part: Part) -> str:
    most = _EACH.get(part.way, _MOST)
    told = [_pair(each) for each in part.differences[:most]]
    return f"  - {_OPENINGS[part.way]}: {_listing(told, len(part.differences))}"


def _pair(difference: Difference) -> str:
    """The version's words, and those of the first that they stand for."""
    theirs, ours = (
        " … ".join(_bare(piece.quote) for piece in side)
        for side in (difference.evidence, difference.against)
    )
    if not ours:
        return f"“{_clipped(theirs, QUOTED)}”"
    sides = (_clipped(_parting(a, b), SHORT) for a, b in ((theirs, ours), (ours, theirs)))
    return " for ".join(f"“{side}”" for side in sides)


def _parting(words: str, others: str) -> str:
    """`words` from a little before the first that the others lack, where cutting would lose it."""
    known = set(others.lower().split())
    own = (match for match in _WORD.finditer(words) if match[0].lower() not in known)
    first = next(own, None)
    if first is None or len(words) <= SHORT or first.end() <= SHORT:
        return words
    before = list(_WORD.finditer(words[: first.start()]))[-_BEFORE:]
    return f"… {words[before[0].start() :]}"


def _listing(told: Sequence[str], number: int) -> str:
    more = [f"and {number - len(told)} more"] if number > len(told) else []
    return "; ".join([*told, *more])


def _marked(piece: Evidence, most: int) -> str:
    return f"“{_quote(piece, most)}”"


def _quote(piece: Evidence, most: int) -> str:
    return _clipped(_bare(piece.quote), most)


def _bare(quote: str) -> str:
    """The words on a line, without a number before them, a full stop after or marks around."""
    words = _NUMBER.sub("", one_line(quote)).rstrip(" .,;:")
    quoted = _QUOTED.fullmatch(words)
    return quoted[1].rstrip(" .,;:") if quoted else words


def _clipped(words: str, most: int) -> str:
    """The words as Markdown, cut at a word's end."""
    if len(words) > most:
        words = words[:most].rsplit(" ", 1)[0].rstrip(" .,;:–—-") + " …"
    return markdown(words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:] if words.startswith("the ") else words
