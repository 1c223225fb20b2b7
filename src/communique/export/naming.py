"""What reports are called before a reader: by who carried them, never by an id."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import PurePath

from communique.export.phrases import in_a_sentence
from communique.export.plain import one_line, short_name
from communique.types.coverage import Coverage
from communique.types.text import Report

_KINDS = {"readout": "the readout", "joint_statement": "the joint statement"}


def report_names(
    coverage: Coverage, reports: Sequence[Report], pages: Mapping[str, str]
) -> dict[str, str]:
    """A name for each of `reports`, by id; no two have the same.

    Agency and outlet name it, without either the state whose readout it is, or the file it was
    read from; where several are of one carrier, that and the file. `pages` are the names of the
    pages the reports stand on, by report id.
    """
    side = {one: each.side for each in coverage.origins for one in each.report_ids}
    files = {each.id: PurePath(short_name(pages.get(each.id, ""))).stem for each in reports}
    plain = {each.id: carrier(each, side.get(each.id), files[each.id]) for each in reports}
    shared = Counter(plain.values())
    found: dict[str, str] = {}
    for one, name in plain.items():
        clear = f"{name} ({files[one]})" if shared[name] > 1 and files[one] != name else name
        forms = (clear if n == 1 else f"{clear} {n}" for n in count(1))
        found[one] = next(form for form in forms if form not in found.values())
    return found


def carrier(report: Report, side: str | None, file: str) -> str:
    """Who carried a report: agency and outlet, else the state whose readout it is, else `file`."""
    credited = [each.name for each in (report.agency, report.outlet) if each]
    if credited:
        return one_line(" in ".join(dict.fromkeys(credited)))
    if report.kind == "readout" and side:
        return f"the readout of {in_a_sentence(side)}"
    return _KINDS.get(report.kind) or one_line(file) or "the report"
