"""What a brief tells of what each side said, stands for and promised."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from communique.export.briefing.accounts import Accounts
from communique.export.briefing.draft import Draft
from communique.export.briefing.phrases import Named, listed
from communique.export.dossier import Said
from communique.export.phrases import state_name
from communique.export.plain import one_line
from communique.types.record import Statement
from communique.types.standing import Firmness, Position, PositionKind, Stance
from communique.vocab.states import state

_STANCE: dict[Stance, str] = {
    "neutral": "takes no side on",
    "will": "promises",
    "ready": "is ready for",
    "considers": "may consider",
    "refuses": "refuses",
}
_FIRM: dict[Firmness, str] = {"weak": "weakly worded", "plain": "", "strong": "strongly worded"}
_FRAGMENT = 4


def said(found: Iterable[Said], named: Named, accounts: Accounts) -> Iterator[Draft]:
    """What was said, in the words of the first report that tells it; the others are cited."""
    for each in found:
        lead = unnested([one for one in each.versions if one.report_id == each.report_ids[0]])
        day = accounts.days.get(each.report_ids[0])
        yield Draft(
            record_id=lead[0].id,
            head=named.all(lead[0].actor_ids, states=False) + _cue(lead[0]),
            text="; ".join(map(_words, lead)),
            day=day,
            notes=(
                *(() if lead[0].modality in ("actual", "historical") else (lead[0].modality,)),
                *((f"reported {day}",) if day else ()),
            ),
            shown=tuple(piece for one in lead for piece in one.evidence),
            others=tuple(piece for one in each.versions for piece in one.evidence),
            report_ids=each.report_ids,
        )


def apart(found: Iterable[Said]) -> list[Said]:
    """Without what stands within something else that the same side said, in every version."""
    by_side: dict[frozenset[str], list[Said]] = defaultdict(list)
    for each in found:
        by_side[each.sides].append(each)
    kept: list[Said] = []
    for own in by_side.values():
        whole = {one.id for one in unnested(v for each in own for v in each.versions)}
        kept += (each for each in own if any(one.id in whole for one in each.versions))
    return kept


def unnested(statements: Iterable[Statement]) -> list[Statement]:
    """The statements, less those whose words are but a part of another's in the same report."""
    ranked = sorted(statements, key=lambda each: (each.report_id, _hull(each)[0], -_hull(each)[1]))
    kept: list[Statement] = []
    outer: tuple[str, int, int] | None = None
    for each in ranked:
        first, last = _hull(each)
        if outer and outer[0] == each.report_id and last <= outer[2] and (first, last) != outer[1:]:
            continue
        if outer is None or outer[0] != each.report_id or last > outer[2]:
            outer = (each.report_id, first, last)
        kept.append(each)
    return kept


def _hull(statement: Statement) -> tuple[int, int]:
    """From where to where in the report its words stand; nowhere for none."""
    spans = [piece.span for piece in statement.content]
    return (spans[0].start, spans[-1].end) if spans else (-1, -1)


def is_fragment(told: Said) -> bool:
    """Whether the words that are left of it are too few to read by themselves."""
    first = told.versions[0]
    return sum(len(piece.text.split()) for piece in first.content) < _FRAGMENT


def _words(statement: Statement) -> str:
    """What was said; in quotation marks where the report quotes it."""
    pieces = [piece.text for piece in statement.content]
    if statement.manner != "direct":
        return " … ".join(pieces)
    quoted = (piece.strip('"“” ').rstrip(",") for piece in pieces)
    return f"“{' … '.join(quoted)}”"


def _cue(statement: Statement) -> str:
    """The verb of saying, where it reads on from the speaker and not into what was said."""
    cue = statement.cue.text if statement.cue else ""
    words = statement.content[0].text if statement.content else ""
    inert = (
        cue.lower() in ("", "also", "too")
        or words.startswith(cue)
        or cue.lower().startswith("according")
    )
    return "" if inert else f" {cue}"


def positions(
    found: Sequence[Position], iso3: str, accounts: Accounts, kind: PositionKind = "position"
) -> Iterator[Draft]:
    """What a state stands for or binds itself to, each thing once however many reports tell it.

    It is told in the words of the first report; the normal form only tells what is one thing.
    """
    same: dict[tuple[str, str, str | None], list[Position]] = defaultdict(list)
    for each in found:
        if each.iso3 == iso3 and each.kind == kind:
            same[each.stance, each.about, each.until].append(each)
    for told in same.values():
        yield _position(told, accounts)


def _position(told: Sequence[Position], accounts: Accounts) -> Draft:
    first = told[0]
    reports = tuple(dict.fromkeys(each.report_id for each in told))
    days = sorted(day for one in reports if (day := accounts.days.get(one)))
    firm = {each.strength for each in told}
    notes = [_FIRM[first.strength]] if len(firm) == 1 else []
    if first.addressee and (addressed := state(first.addressee)):
        notes.append(f"towards {addressed.name}")
    if first.until and first.until < accounts.last_day()[: len(first.until)]:
        notes.append("that date has passed")
    return Draft(
        record_id=first.id,
        head=_head(first.until, days),
        text=f"{_STANCE.get(first.stance, first.stance)} “{one_line(first.object.text)}”",
        day=days[-1] if days else None,
        notes=tuple(filter(None, notes)),
        others=tuple(piece for each in told for piece in each.evidence),
        report_ids=reports,
        words=" ".join(each.object.text for each in told),
    )


def _head(until: str | None, days: Sequence[str]) -> str:
    """By when it is promised, else the days of the reports, sorted."""
    if until:
        return f"by {until}"
    return " to ".join(dict.fromkeys((days[0], days[-1]))) if days else "No date stated"


def names_of(sides: Iterable[str]) -> str:
    """The usual names of states in a row."""
    return listed(state_name(each) for each in sorted(sides))
