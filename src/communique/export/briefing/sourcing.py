"""How well sourced a brief is: whose accounts there are, and what rests on one side alone."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from communique.export.accounts import whose
from communique.export.briefing.accounts import Accounts
from communique.export.briefing.draft import Draft
from communique.export.briefing.model import Line
from communique.export.dossier import Dossier
from communique.export.phrases import possessive, state_name
from communique.export.plain import counted, one_line
from communique.types.coverage import Coverage, Origin
from communique.types.text import Evidence, Report


def account_groups(
    coverages: Iterable[Coverage], told: frozenset[str], accounts: Accounts
) -> Iterator[tuple[str, list[Draft]]]:
    """By whose account it is, one line for each who gave some.

    `told` are the reports that count.
    """
    held: dict[str, dict[str, list[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(list))
    for origin in origins_of(coverages, told):
        reports = tuple(one for one in origin.report_ids if one in told)
        held[_whose(origin)][_name(origin, accounts)].append(reports)
    for title in sorted(held, key=lambda each: (_OTHERS.get(each, -1), each)):
        named = sorted(held[title].items(), key=lambda each: (-len(each[1]), each[0]))
        yield title, [_account(name, given, accounts) for name, given in named]


_OTHERS = {"The parties together": 0, "A third party": 1, "Unknown whose": 2}


def origins_of(coverages: Iterable[Coverage], told: frozenset[str]) -> list[Origin]:
    """The accounts that one of the reports `told` gives."""
    return [
        origin
        for coverage in coverages
        for origin in coverage.origins
        if not told.isdisjoint(origin.report_ids)
    ]


def _whose(origin: Origin) -> str:
    if origin.stance == "party" and origin.side:
        return state_name(origin.side)
    named = {"parties": "The parties together", "third party": "A third party"}
    return named.get(origin.stance, "Unknown whose")


def _name(origin: Origin, accounts: Accounts) -> str:
    """Who gave an account: the agency or outlet it is named after, else who carried it first."""
    reports = (accounts.reports[one] for one in origin.report_ids if one in accounts.reports)
    credited = {credit.name for each in reports for credit in (each.agency, each.outlet) if credit}
    return origin.name if origin.name in credited else accounts.outlet(origin.report_ids[0])


def _account(name: str, given: Sequence[tuple[str, ...]], accounts: Accounts) -> Draft:
    reports = [accounts.reports[one] for held in given for one in held if one in accounts.reports]
    days = sorted(day for each in reports if (day := accounts.days.get(each.id)))
    span = " to ".join(dict.fromkeys((days[0], days[-1]))) if days else ""
    told = counted(len(reports), "report")
    if len(given) > 1:
        told = f"{counted(len(given), 'account')} in {told}"
    return Draft(
        record_id=reports[0].id if reports else name,
        head=name,
        text=", ".join(filter(None, (told, span))),
        others=tuple(opening(accounts.reports[held[0]]) for held in given if held),
    )


def both_told(dossier: Dossier, told: frozenset[str], accounts: Accounts) -> Iterator[Draft]:
    """The happenings of which there are accounts of both sides, the latest first.

    Each names the command that lays the accounts side by side. `told` are the reports that count.
    """
    found = []
    for coverage in dossier.coverages:
        first = {
            each.side: each.report_ids[0]
            for each in reversed(origins_of([coverage], told))
            if each.stance == "party" and each.side and each.report_ids[0] in accounts.reports
        }
        if set(dossier.dyad) <= first.keys():
            sides = [accounts.reports[first[iso3]] for iso3 in dossier.dyad]
            day = accounts.day(coverage.report_ids)
            titles = (one_line(opening(each).quote) for each in sides)
            found.append(
                Draft(
                    record_id=coverage.id,
                    head=day or "No date stated",
                    text=" / ".join(dict.fromkeys(titles)),
                    day=day,
                    notes=(f"see communique compare {coverage.id[:11]} --sides",),
                    shown=tuple(map(opening, sides)),
                )
            )
    yield from sorted(found, key=lambda each: (each.day or "", each.record_id), reverse=True)


def opening(report: Report) -> Evidence:
    """The report's headline, or its first sentence."""
    first = report.headline or next(iter((*report.sentences, *report.passages())))
    return report.evidence(first.span)


def sourced(reports: int, happenings: int, origins: Sequence[Origin]) -> str:
    """How many reports and independent accounts there are, and whose they are."""
    told = (
        f"{counted(reports, 'report')} of {counted(happenings, 'happening')}, "
        f"{counted(len(origins), 'independent account')}"
    )
    if len(origins) == 1:
        return f"{told}: nothing here has a second source."
    return f"{told}: {whose(origins)}." if origins else f"{told}."


def one_sided(lines: Sequence[Line]) -> str:
    """How many lines rest on one side's word alone, and on whose; "" where none does."""
    sides = Counter(line.side for line in lines if line.side)
    if not sides:
        return ""
    whose_word = ", ".join(f"{possessive(side)} ({n})" for side, n in sides.most_common())
    rest = "rests" if sides.total() == 1 else "rest"
    told = f"{sides.total()} of {counted(len(lines), 'line')}"
    return f"{told} {rest} on one side’s word alone: {whose_word}."
