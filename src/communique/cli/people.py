"""`communique actors`: who is in the register, under which names, in which offices."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from communique.cli.adding import tell_faults
from communique.cli.listing import SHORT
from communique.cli.options import DEFAULT_REGISTER, AsJson, RegisterPath, reading, the_state
from communique.cli.screen import Screen, notice, write, write_json, write_table
from communique.errors import CommuniqueError
from communique.export.plain import counted, one_line
from communique.export.rows import actor_row
from communique.types.parties import ActorKind, Held, Party

if TYPE_CHECKING:
    from communique.importing import Imported
    from communique.register import View
    from communique.types.text import Evidence

CHOICES = 5
"""Most parties that are named where a name may mean several."""


def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="FollowTheMoney JSON lines or a Wikidata JSON dump, plain, .gz or .bz2.",
        ),
    ],
    register: RegisterPath = DEFAULT_REGISTER,
    source: Annotated[
        str | None, typer.Option(help="What to call the list; the file's name where not given.")
    ] = None,
) -> None:
    """Take persons, their names and offices from a list, for all pages added from now on.

    Giving a list again changes nothing; a newer one of the same name replaces what the older said
    of the same persons.
    """
    from communique.importing import file_name
    from communique.register import Register
    from communique.service import import_people

    name = (source if source is not None else file_name(file).split(".")[0]).strip()
    if not name:
        raise typer.BadParameter("a list must be called something", param_hint="--source")
    with Register.open(register) as opened:
        found, told = import_people(opened, file, name)
        with opened.read() as view:
            pages = view.counts()["page"]
    _tell_import(found, told, name, register)
    if told and pages:
        notice(f"Read before it: {counted(pages, 'page')}. Add them again to read them with it.")
    if not found.profiles and not found.posts:
        raise typer.Exit(1)


def _tell_import(found: "Imported", told: int, source: str, register: Path) -> None:
    held = sum(len(profile.tenures) for profile in found.profiles)
    parts = (
        counted(len(found.profiles), "person"),
        counted(held, "tenure"),
        counted(len(found.posts), "office"),
    )
    write(f"{counted(found.lines, 'line')} of {found.form} read as {one_line(source)}: ")
    write(f"{', '.join(parts)}; {told} new or changed, {counted(len(found.faults), 'fault')}. ")
    write(f"Register: {register}\n")
    if found.passed_over:
        passed = (f"{number} {one_line(kind)}" for kind, number in found.passed_over)
        write(f"Passed over: {', '.join(passed)}.\n")
    tell_faults(found.faults)


def list_(
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
    state: Annotated[
        str | None, typer.Option(help="Only of this state: a name, demonym or ISO code.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="Only state, igo, office, person or organisation.")
    ] = None,
) -> None:
    """List the actors that reports name, and the persons that were imported."""
    if kind and kind not in get_args(ActorKind):
        listed = ", ".join(get_args(ActorKind))
        raise typer.BadParameter(f"{kind} is none of {listed}", param_hint="--kind")
    iso3 = the_state(state).iso3 if state else None
    with reading(register) as view:
        found = (
            party
            for party in view.parties()
            if not kind or party.kind == kind
            if not iso3 or party.iso3 == iso3 or any(role.iso3 == iso3 for role in party.roles)
        )
        if json:
            write_json(map(actor_row, found))
            return
        write_table(
            ("actor", "name", "kind", "state", "roles", "first seen", "last seen", "lists"),
            (_cells(party) for party in sorted(found, key=_by_name)),
        )


def _by_name(party: Party) -> tuple[str, str, str]:
    return party.kind, party.name.casefold(), party.id


def _cells(party: Party) -> tuple[str, ...]:
    titles = dict.fromkeys(role.title for role in party.roles)
    return (
        party.id[:SHORT],
        party.name,
        party.kind,
        party.iso3 or "-",
        "; ".join(titles) or "-",
        party.first_seen or "-",
        party.last_seen or "-",
        ", ".join(party.sources) or "-",
    )


def show(
    who: Annotated[str, typer.Argument(metavar="WHO", help="A name, or the beginning of an id.")],
    register: RegisterPath = DEFAULT_REGISTER,
    json: AsJson = False,
) -> None:
    """Show an actor: all names, offices with their dates, and the words that bear them.

    `seen` gives the dates of the first and last report that states an office; `from` and `to` come
    from the list or table that is named.
    """
    with reading(register) as view:
        party = _find(view, who)
        if json:
            write_json([actor_row(party)])
            return
        for depth, line in _lines(party):
            Screen().print("  " * depth + one_line(line), soft_wrap=True)


def _find(view: "View", who: str) -> Party:
    """The one party that `who` means: an id, a whole name, or words of a name. Raises E404."""
    from communique.merge.persons import name_key

    if who.startswith("ac-"):
        return view.party(who)
    wanted = name_key(who)
    everyone = list(view.parties())
    named = [(party, {name_key(name) for name in party.names}) for party in everyone]
    whole = [party for party, keys in named if wanted and wanted in keys]
    words = set(wanted.split())
    found = whole or [
        party for party, keys in named if words and any(words <= set(key.split()) for key in keys)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(f"{p.name} ({p.id[:SHORT]})" for p in found[:CHOICES])
        raise CommuniqueError("E404", f"{who} may be {several}", "Name one by its id.")
    raise CommuniqueError("E404", who or "no name was given", _advice(wanted, everyone))


def _advice(wanted: str, everyone: Sequence[Party]) -> str:
    from rapidfuzz import process

    from communique.merge.persons import name_key

    names = {name for party in everyone for name in party.names}
    best = process.extract(wanted, sorted(names), processor=name_key, limit=3, score_cutoff=75)
    near = [name for name, *_ in best]
    return f"Did you mean {' or '.join(near)}?" if near else "`communique actors list` names all."


def _lines(party: Party) -> Iterator[tuple[int, str]]:
    """The lines of a party, each with how far it is set in."""
    yield 0, f"{party.id} {party.name} ({', '.join(filter(None, (party.kind, party.iso3)))})"
    others = [name for name in party.names if name != party.name]
    facts = (
        ("also", "; ".join(others)),
        ("sector", party.sector),
        ("seen", _span(party.first_seen, party.last_seen)),
        ("lists", ", ".join(party.sources)),
        ("also under", ", ".join(one for one in party.ids if one != party.id)),
    )
    yield from ((1, f"{name}: {value}") for name, value in facts if value)
    for role in party.roles:
        yield 1, _role(role)
        yield from _cited(role.evidence)
    if not party.roles:
        yield from _cited(party.evidence)


def _role(role: Held) -> str:
    whose = [part for part in (role.iso3, role.organisation) if part]
    parts = [f"{role.title} ({', '.join(whose)})" if whose else role.title]
    if seen := _span(role.first_seen, role.last_seen):
        parts.append(f"seen {seen}")
    if role.source:
        held = f"from {role.since or '?'} to {role.until or ('?' if role.ended else '...')}"
        parts.append(f"{held} ({role.source})")
    return ", ".join(parts)


def _span(first: str | None, last: str | None) -> str:
    return f"{first} to {last}" if first != last else first or ""


def _cited(evidence: Sequence["Evidence"]) -> Iterator[tuple[int, str]]:
    for piece in evidence:
        place = f"{piece.report_id[:SHORT]}, {piece.span.start}-{piece.span.end}"
        yield 2, f"“{piece.quote}” ({place})"
