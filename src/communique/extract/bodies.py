"""Mentions of states, their institutions and seats, organisations and groups."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from communique.extract.ids import actor_id, state_name
from communique.extract.listed import home_of, opposes, people_of
from communique.extract.marks import Found
from communique.extract.naming import of_person
from communique.extract.persons import Cast, Person
from communique.extract.scanned import Scanned
from communique.extract.sectors import sector_told
from communique.extract.words import Hit
from communique.vocab.offices import institution_name, institution_pattern

_SIDE = re.compile(r"\s+(?:side|government|party|delegation)\b")


_GIVEN = re.compile(
    r"\b(?:lent|lends?|wrote|written|writes?|gave|gives?|given|sold|sells?|offer(?:ed|s)?|promised?|drafts?|repl(?:y|ies)|notes?|proposals?|responses?|requests?|invitations?|"
    r"pledged?|appeal(?:ed|s)?|apologi[sz]ed|handed|granted|owes?|owed|loans?|aid|arms|letters?|"
    r"messages?|ultimatum|protest(?:ed)?|complain(?:ed|t)|warnings?|supplied|turned|spoke|pressure)\b"
    r"[^,.;]{0,50}\sto\s+$|\b(?:request|behest|orders?|approval|consent|support|backing|all(?:y|ies)|"
    r"agents?|instructions|demands?|help|blessing|permission|prox(?:y|ies)|pawns?|tools?|patience|"
    r"refund|money|behalf|pay|favou?r|wishes|interests?|insistence|urging|invitation|eyes|concessions|answers?|offers?|proposals?|invitations?|messages?|letters?|repl(?:y|ies)|responses?|threats?|pressure|criticism|condemnation|protests?|statements?|warnings?|signals?|assurances?|guarantees?|pledges?|promises?|word|calls?|rebukes?|denials?|objections?|weapons|arms|loans?|aid|subsidies|directives?|sanctions|compensation|apolog(?:y|ies)|recognition|independence|cooperation)\s+(?:of|from)\s+$|"
    r"\b(?:sp(?:y|ies|ied|ying)|work(?:s|ed|ing)?|lobb(?:y|ies|ied|ying)|acted|acting)\s+for\s+$|\b(?:loans?|aid|money|funds|package|arms|weapons|bailout)\s+for\s+$"
)


_METONYM_PLACE = re.compile(
    r"(?:\b(?:in|at|to|from|near|of|via|for|around|outside|east|west|north|south|old|new|central|into|"
    r"across|through|towards?|within|visit(?:ed|s|ing)?|left|leaving|reach(?:ed|ing)?|toured|touring|"
    r"entered|shelled|bombed|captured|besieged|fled)|\w-)"
    r"\s*$",
    re.IGNORECASE,
)


def institutions(scanned: Scanned) -> Iterator[Found]:
    """Ministries and like bodies with their state: "China's foreign ministry"."""
    text = scanned.text
    for match in institution_pattern().finditer(text):
        owner = _owner(text, *match.span(), scanned.hits)
        if owner is None or owner.iso3 is None:
            continue
        start, end = min(match.start(), owner.start), max(match.end(), owner.end)
        article = re.search(r"\b[Tt]he\s+$", text[:start])
        name = f"{institution_name(match.group())} of {state_name(owner.iso3)}"
        begin = article.start() if article else start
        told = None if _MINISTRY.search(match.group()) else sector_told(match.group())
        rule, sector = "institution and state", told or "GOV"
        yield party("office", begin, end, name, owner.iso3, rule, sector)


_MINISTRY = re.compile(r"ministry|department", re.IGNORECASE)


def _owner(text: str, start: int, end: int, hits: Sequence[Hit]) -> Hit | None:
    """The state an institution belongs to: right before it ("China's"), or behind "of"."""
    for hit in hits:
        before = hit.end <= start and re.fullmatch(r"(?:['’]s?)?\s+", text[hit.end : start])
        link = text[end : hit.start] if hit.start >= end else ""
        behind = re.fullmatch(r"\s+of\s+(?:the\s+)?", link) or (
            hit.kind == "capital_metonym" and re.fullmatch(r"\s+in\s+", link)
        )
        if hit.iso3 and (before or behind):
            return hit
    return None


_CAPITAL = re.compile(r"(?:['’]s)?\s+capital\b(?!\s+(?:of|punish|flow|market|invest))")


_NATIONAL = re.compile(r"\s+(?:has|had|said|was|is|will|also|added|told|called|noted|did)\b|,")


def capitals(scanned: Scanned) -> Iterator[Found]:
    """Capitals by description ("the Kazakh capital"): places, with the state they belong to."""
    text = scanned.text
    for hit in scanned.hits:
        behind = _CAPITAL.match(text, hit.end)
        if hit.iso3 and behind:
            article = re.search(r"\b[Tt]he\s+$", text[: hit.start])
            yield Found(
                start=article.start() if article else hit.start,
                end=behind.end(),
                kind="unknown",
                actor_ids=(),
                rule="the capital of the state",
                iso3=(hit.iso3,),
                plain=True,
            )


def tabled(scanned: Scanned, cast: Cast) -> Iterator[Found]:
    """Names of the tables that stand for a party here."""
    for hit in scanned.hits:
        begin = _with_adjective(scanned.text, hit, scanned.hits)
        article = re.search(r"\b[Tt]he\s+$", scanned.text[:begin])
        start = article.start() if article else begin
        national = _national(scanned.text, hit, cast) if article else None
        if national:
            yield of_person(national, start, hit.end, "the one of that state")
        elif hit.iso3 is None and not _COMPOUND.match(scanned.text, hit.end):
            yield _listed(scanned.text, hit, start, scanned.hits, cast)
            yield from people_of(scanned.text, hit, start)
        elif hit.iso3:
            yield from _of_state(scanned.text, hit, start, cast)


def _with_adjective(text: str, hit: Hit, hits: Sequence[Hit]) -> int:
    """Where a body's name starts with its state's adjective ("Iranian Revolutionary Guards")."""
    home = hit.home or hit.iso3
    if hit.kind not in ("government_seat", "organisation"):
        return hit.start
    for other in hits:
        beside = other.end < hit.start and not text[other.end : hit.start].strip()
        if beside and other.kind == "demonym_adjective" and other.iso3 == home:
            return other.start
    return hit.start


_COMPOUND = re.compile(r"-[a-z]")
"""What makes an adjective of a name ("the Hamas-run ministry")."""


def _national(text: str, hit: Hit, cast: Cast) -> Person | None:
    """The person whom "the Hungarian" means: the one of that state."""
    if not (hit.kind.startswith("demonym") and _NATIONAL.match(text, hit.end)):
        return None
    persons = [person for person in cast.persons if person.iso3 == hit.iso3]
    return persons[0] if len(persons) == 1 else None


def _listed(text: str, hit: Hit, start: int, hits: Sequence[Hit], cast: Cast) -> Found:
    """An organisation, a group, or an agency or outlet, which is no party."""
    if hit.kind == "igo":
        staff = _STAFF.match(text, hit.end)
        end = staff.end() if staff else hit.end
        return party("igo", start, end, hit.name, None, "organisation", hit.sector)
    if hit.kind == "organisation":
        sector = "OPP" if hit.sector == "PTY" and opposes(text, hit.end) else hit.sector
        home = home_of(text, hit, hits, cast)
        return party("organisation", start, hit.end, hit.name, home, "group", sector)
    home = home_of(text, hit, hits, cast)
    return Found(
        start=start,
        end=hit.end,
        kind="unknown",
        actor_ids=(),
        rule="news agency or outlet",
        iso3=(home,) if home else (),
        name=hit.name,
        sector="MED",
        plain=True,
    )


def _of_state(text: str, hit: Hit, start: int, cast: Cast) -> Iterator[Found]:
    """A state by name, capital or seat, where it is no mere place."""
    place = _is_place(text, hit.start, hit.end)
    if hit.kind == "government_seat":
        if not place or hit.sector not in ("GOV", None):
            rule = "seat of government"
            yield party("office", start, hit.end, hit.name, hit.iso3, rule, hit.sector)
        return
    person = hit.kind == "demonym_plural" and _NATIONALS.search(text[: hit.start])
    one = hit.kind.startswith("demonym") and _ONE.search(text[: hit.start])
    if person or (one and _ALONE.match(text, hit.end)):
        yield Found(
            start=hit.start,
            end=hit.end,
            kind="unknown",
            actor_ids=(),
            rule="common noun",
            iso3=(hit.iso3,) if hit.iso3 else (),
            sector="CVL",
            plain=True,
        )
        return
    end = _state_end(text, hit)
    rule = hit.kind.replace("_", " ")
    if hit.name == "Brussels" and "BEL" not in cast.named_states and not place:
        yield party("igo", start, hit.end, "European Union", None, rule, "IGO")
    elif end is not None and hit.iso3:
        yield party("state", start, end, state_name(hit.iso3), hit.iso3, rule, "GOV")


_NATIONALS = re.compile(r"(?<![Tt]he)(?:^|\s|[“\"(])$")
"""What stands before people of a state: no article, which would make them its government."""
_ONE = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne)\s+(?:\d+-year-old\s+|young\s+)?$")
_ALONE = re.compile(
    r"\s*(?:[,.;]|(?:and|was|is|were|has|had|who|died|from|of|living|on|in|aged|won|by|with)\b)"
)
"""What stands around one of them ("an American was hurt")."""


_STAFF = re.compile(
    r"\s+(?:mission|peacekeepers|experts|officials|inspectors|investigators|monitors|observers)\b"
)
"""Those who are the organisation itself in the field."""


def party(
    kind: Literal["state", "igo", "office", "organisation"],
    start: int,
    end: int,
    name: str,
    iso3: str | None,
    rule: str,
    sector: str | None = None,
) -> Found:
    """A mention of a body or state under its usual name."""
    return Found(
        start=start,
        end=end,
        kind=kind,
        actor_ids=(actor_id(kind, name, iso3),),
        rule=rule,
        iso3=(iso3,) if iso3 else (),
        name=name,
        sector=sector,
    )


def _state_end(text: str, hit: Hit) -> int | None:
    """Where a state's mention ends: "the Chinese side" is one, "Chinese" and "in Beijing" none."""
    if hit.kind.startswith("demonym"):
        side = _SIDE.match(text, hit.end)
        return side.end() if side else None
    if hit.kind == "capital_metonym" and _is_place(text, hit.start, hit.end):
        return None
    return hit.end


def _is_place(text: str, start: int, end: int) -> bool:
    """Whether a capital's name is where something is, or part of a longer name.

    Governments are lent, sold and written to: "lent ten million to Bamako".
    """
    if re.match(r"\s+[A-Z]|,\s+[A-Z]|-", text[end:]):
        return True
    if re.match(r",\s+which\s+(?:wants|has|said|had|says|denies|fears|hopes)", text[end:]):
        return False
    return bool(_METONYM_PLACE.search(text[:start])) and not _GIVEN.search(text[:start])
