"""Who a report introduces, and the two states it is mostly about."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from communique.extract.described import add_described, add_figures, add_trades
from communique.extract.drafts import (
    Draft,
    Drafts,
    add_kin,
    add_known,
    add_of_state,
    introduced,
)
from communique.extract.identity import known_person
from communique.extract.paired import add_pairs
from communique.extract.persons import Cast, Person
from communique.extract.scanned import Scanned, scan_passage, states_of
from communique.extract.surnames import add_surnames
from communique.types.text import Report
from communique.vocab.holders import Holders
from communique.vocab.tables import fold


def cast_of(report: Report, table: Holders) -> Cast:
    """Find the persons a report introduces, and the two states it is about."""
    scanned = [scan_passage(p) for p in (*report.paragraphs, *report.captions)]
    headline = (scan_passage(report.headline),) if report.headline else ()
    dyad = _dyad((*scanned, *headline))
    date = date_hint(report)
    drafts = introduced(scanned)
    add_pairs(drafts, scanned)
    add_of_state(drafts, scanned, table)
    add_kin(drafts, scanned)
    add_known(drafts, scanned, date, table)
    add_figures(drafts, scanned)
    add_described(drafts, scanned, states_of(scanned))
    add_trades(drafts, scanned, states_of(scanned))
    _settle(drafts, dyad, date, table)
    _place_rest(drafts, scanned)
    add_surnames(drafts, scanned, date, table)
    return Cast(
        persons=tuple(_persons(drafts)),
        dyad=dyad,
        dyad_rule="the two states most named" if dyad else "",
        states=tuple(
            dict.fromkeys((*states_of(scanned), *(d.iso3 for d in drafts.values() if d.iso3)))
        ),
        named_states=states_of(scanned, "capital_metonym"),
    )


def date_hint(report: Report) -> str | None:
    """The day of the report, for the table of holders: the dateline's, else the stamp's."""
    for value in (
        report.dateline.date if report.dateline else None,
        report.published.value if report.published else None,
    ):
        if value and re.match(r"\d{4}-\d\d-\d\d", value):
            return value[:10]
    return None


def _settle(drafts: Drafts, dyad: tuple[str, str] | None, date: str | None, table: Holders) -> None:
    """Give a state to those whom the text gives none: by the table, else the one that is left."""
    for name, draft in drafts.items():
        draft.known = draft.known or known_person(name, draft.iso3, date, table)
        if draft.known and draft.known.iso3 and not draft.states and not draft.body:
            draft.states[draft.known.iso3] += 1
            draft.rule = "table of holders"
    for draft in drafts.values():
        if draft.owner and not draft.states and not draft.body:
            owners = [d.iso3 for n, d in drafts.items() if draft.owner in (n, n.split()[-1])]
            if len(owners) == 1 and owners[0]:
                draft.states[owners[0]] += 1
                draft.rule = "whose aide or kin it is"
    taken = {iso3 for draft in drafts.values() for iso3 in draft.states}
    free = [iso3 for iso3 in dyad or () if iso3 not in taken]
    rest = [draft for draft in drafts.values() if not draft.states and not draft.body]
    if dyad and len(free) == 1 and taken & set(dyad) and len(rest) == 1:
        rest[0].states.update(free)
        rest[0].rule = "the other state of the two"


def _place_rest(drafts: Drafts, scanned: Sequence[Scanned]) -> None:
    """Give those of no named state the one state of the report, if nobody else speaks for it."""
    states = states_of(scanned)
    if len(states) != 1 or any(states[0] in draft.states for draft in drafts.values()):
        return
    for draft in drafts.values():
        if not draft.states and not draft.body and draft.titles:
            draft.states.update(states)
            draft.rule = "the one state of the report"


def _persons(drafts: Drafts) -> Iterator[Person]:
    """One person for all the drafts of one name: of the table, or one name within another."""
    groups: dict[tuple[str, str | None], list[str]] = {}
    for name, draft in sorted(drafts.items(), key=lambda each: -len(each[0].split())):
        usual = draft.known.name if draft.known else name
        key = next(
            (key for key in groups if _is_same(key, (usual, draft.iso3))), (usual, draft.iso3)
        )
        groups.setdefault(key, []).append(name)
    order = list(drafts)
    for (usual, iso3), members in sorted(
        groups.items(), key=lambda group: min(map(order.index, group[1]))
    ):
        names = sorted(members, key=order.index)
        yield _person(usual, iso3, [(name, drafts[name]) for name in names])


def _is_same(a: tuple[str, str | None], b: tuple[str, str | None]) -> bool:
    """Whether two full names, each with its state, are one person's."""
    if a[1] and b[1] and a[1] != b[1]:
        return False
    longer, shorter = _bare(a[0]), _bare(b[0])
    return longer == shorter or (
        len(shorter) > 1 and longer[0] == shorter[0] and set(shorter) < set(longer)
    )


def _bare(name: str) -> list[str]:
    """The words of a name, folded, without initials."""
    words = fold(name).split()
    return [word for word in words if len(word) > 1] or words


def _person(usual: str, iso3: str | None, members: Sequence[tuple[str, Draft]]) -> Person:
    drafts = [draft for _, draft in members]
    known = next((draft.known for draft in drafts if draft.known), None)
    titles = tuple(title for draft in drafts for title in draft.titles)
    seen = next((draft.seen for draft in drafts if draft.seen), None)
    return Person(
        name=known.name if known else usual,
        iso3=iso3 or next((draft.iso3 for draft in drafts if draft.iso3), None),
        titles=titles,
        rule=drafts[0].rule,
        seen=seen or titles[0][2],
        forms=tuple(name for name, _ in members),
        body=next((draft.body for draft in drafts if draft.body), known.body if known else None),
        body_sector=next((draft.body_sector for draft in drafts if draft.body_sector), None),
        known=known,
        honorifics=tuple(word for draft in drafts for word in draft.honorifics),
    )


def _dyad(scanned: Sequence[Scanned]) -> tuple[str, str] | None:
    """The two states most named, where a third one is named clearly less often."""
    counts: Counter[str] = Counter()
    for item in scanned:
        counts.update(hit.iso3 for hit in item.hits if hit.iso3 and hit.kind != "capital_metonym")
    ranked = counts.most_common(3)
    if len(ranked) < 2 or ranked[1][1] < 2:
        return None
    if len(ranked) == 3 and ranked[2][1] > 0.6 * ranked[1][1]:
        return None
    first, second = sorted((ranked[0][0], ranked[1][0]))
    return first, second
