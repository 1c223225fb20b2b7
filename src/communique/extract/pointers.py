"""Words that only point at a party: pronouns, "both sides", "the bloc", "the Gulf kingdom"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from communique.extract.ids import state_name
from communique.extract.marks import Found, PartyKind
from communique.extract.scene import as_office
from communique.extract.whereabouts import of_town
from communique.extract.words import NAME
from communique.vocab.offices import institution_name, institution_pattern

_THE_TWO = r"(?:the\s+two|both(?:\s+the)?(?:\s+of\s+the)?|these\s+two|the\s+three|the|all\s+three)"
_OWN = (
    r"(?:\s+(?:neighbou?ring|friendly|respective|brotherly|rival|war?ring|Asian|African|European))?"
)
_STATES = (
    r"(?:countries|parties|sides|nations|states|governments|peoples|neighbou?rs|delegations|"
    r"capitals|powers|ministries|republics|rivals|allies)"
)
_PERSONS = (
    r"(?:leaders|presidents|ministers|(?:foreign|prime|defen[cs]e|trade|finance|energy)\s+ministers|"
    r"premiers|monarchs|officials|heads\s+of\s+(?:state|government|delegation)|diplomats|envoys|"
    r"negotiators|speakers|ambassadors|chancellors|counterparts|statesmen|men|women|politicians)"
)
_REGION = (
    r"(?:(?:West|East|North|South|Central|Southeast|Western|Eastern|Northern|Southern|Latin|"
    r"landlocked|oil-rich|former\s+Soviet|Pacific|Caribbean|Gulf|Baltic|Balkan|Nordic|Andean|Himalayan|"
    r"Mediterranean|Scandinavian|Caucasus|Horn\s+of\s+Africa|Middle\s+Eastern?|Arab|Arabian|African|"
    r"Asian|European|American|Adriatic|Alpine|Iberian|Benelux|Sahel|Maghreb)\s+){1,3}"
)
_LAND = (
    r"(?:country|nation|republic|state|kingdom|emirate|sultanate|monarchy|archipelago|neighbou?r|"
    r"Islamic\s+Republic|Hashemite\s+[Kk]ingdom|Kingdom)"
)
OWNED = r"(?:country|side|government|nation|homeland|delegation|administration)"
_DID = (
    r"(?:\s+(?:also|then|later|jointly|last|first|both))*\s+(?:\w{2,}ed|spoke|met|did|will|would|had|"
    r"have|were|are|said|held|shook|took|hope|want|plan|remain)\b"
)
_KIND = (
    r"(?:UN|U\.N\.|EU|United\s+Nations|world|global|regional|continental|military|economic|trade|"
    r"[\w-]+-(?:member|nation|state|country|strong|based|led)|defen[cs]e|health|nuclear|pan-\w+)"
)
_BODY = (
    r"(?i:bloc|organi[sz]ation|alliance|grouping|union|body|association|forum|council|league|agency|"
    r"court|tribunal|bank|fund|lender|watchdog|commission|community|secretariat)"
)
_INNER: tuple[tuple[str, PartyKind, str], ...] = (
    ("he", "pronoun", r"[Hh]im|[Hh]is|himself"),
    ("she", "pronoun", r"[Hh]er|hers|herself"),
    ("they", "group", r"[Tt]hem|[Tt]heir|themselves"),
    ("it", "pronoun", r"[Ii]t|[Ii]ts|itself"),
)
"""Pronouns whose words stay in the sentence for the patterns ("his Kenyan counterpart")."""
_OUTER: tuple[tuple[str, PartyKind, str], ...] = (
    ("majesty", "pronoun", r"(?:His|Her)\s+(?:Royal\s+)?(?:Majesty|Highness)"),
    ("own", "state", rf"(?:[Hh]is|[Hh]er)\s+(?:own\s+)?{OWNED}"),
    ("neighbour", "state", r"[Ii]ts\s+(?:\w+ern\s+)?neighbou?r"),
    ("he", "pronoun", r"[Hh]e"),
    ("she", "pronoun", r"[Ss]he"),
    (
        "persons",
        "group",
        rf"(?i:{_THE_TWO}{_OWN}\s+{_PERSONS})|[Tt]he\s+(?:pair|duo|trio)|[Tt]he\s+three(?={_DID})",
    ),
    ("states", "group", rf"(?i:{_THE_TWO}{_OWN}\s+{_STATES})"),
    ("they", "group", rf"[Tt]hey|(?:[Bb]oth|[Tt]he\s+two)(?={_DID})"),
    ("country", "state", rf"[Tt]he\s+(?:(?i:{_REGION})?(?:island\s+)?{_LAND}|island)"),
    ("body", "igo", rf"[Tt]he\s+(?:{_KIND}\s+){{0,2}}{_BODY}"),
    ("former", "pronoun", r"[Tt]he\s+former(?=\s+(?:\w+ed|had|has|said|is|was|will)\b|,)"),
    ("latter", "pronoun", r"[Tt]he\s+latter\b(?!['’]s?\s)"),
)
_EMPTY_IT = re.compile(
    r"\s+(?:is|was|has\s+been|will\s+be|would\s+be|remains|seems|appears|became|becomes)\s+"
    r"(?:\w+ly\s+|also\s+|not\s+|the\s+|a\s+)?(?:\w+\s+){1,2}(?:that|to|whether|for|time|since|in\s+\d)"
    r"|\s+(?:comes?|came|follows|followed|took|takes)\b"
)
_TAKEN = re.compile(r"['’-]?\w|\s+(?:of|for|in|between)\s+(?:the\s+)?[A-Z]")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """All pointers of each table in one pattern; the number of the group tells which."""
    inner, outer = (
        re.compile("|".join(rf"\b({words})\b" for _, _, words in rows)) for rows in (_INNER, _OUTER)
    )
    return inner, outer


def find_pointers(text: str) -> Iterator[Found]:
    """The pointers of a sentence, not yet resolved; `points` says what each asks for."""
    inner, outer = _patterns()
    yield from _found(text, outer, _OUTER, plain=False)
    yield from _found(text, inner, _INNER, plain=True)


def _found(
    text: str,
    pattern: re.Pattern[str],
    rows: tuple[tuple[str, PartyKind, str], ...],
    *,
    plain: bool,
) -> Iterator[Found]:
    for match in pattern.finditer(text):
        points, kind, _ = rows[(match.lastindex or 1) - 1]
        if points == "it" and _EMPTY_IT.match(text, match.end()):
            continue
        if points in ("country", "body") and _TAKEN.match(text, match.end()):
            continue
        yield Found(
            start=match.start(),
            end=match.end(),
            kind=kind,
            actor_ids=(),
            rule="unresolved",
            points=points,
            plain=plain,
        )


def find_bare_institutions(text: str) -> Iterator[Found]:
    """Institutions whose state the words do not name: "the ministry", "the foreign ministry"."""
    for match in institution_pattern().finditer(text):
        article = re.search(r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Oo]ur)\s+$", text[: match.start()])
        if article:
            name = institution_name(match.group())
            yield _seated(text, article.start(), match.end(), name) or _institution(
                article.start(), match.end(), name
            )
    for match in _BARE.finditer(text):
        name, owner = (
            match["name"].capitalize(),
            text[match.end() : match.end() + 2] in ("'s", "’s"),
        )
        seated = _seated(text, *match.span(), name)
        if seated:
            yield seated
        elif owner or not _TAKEN.match(text, match.end()):
            yield _institution(*match.span(), name)


def _seated(text: str, start: int, end: int, name: str) -> Found | None:
    """For "The government in Aden": the institution of the state where it sits."""
    seat = _SEAT.match(text, end)
    iso3 = of_town(seat["town"]) if seat else None
    if seat is None or iso3 is None:
        return None
    office = as_office(f"{name} of {state_name(iso3)}", iso3)
    return replace(office, start=start, end=seat.end(), rule="institution and its seat")


_BARE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Oo]ur)\s+(?P<name>(?i:ministry|embassy|consulate|government|parliament|cabinet|"
    r"department|army|military|police|administration|presidency|junta|court|navy))\b"
)


_SEAT = re.compile(rf"\s+in\s+(?P<town>{NAME})(?=\s+[a-z]|[,.;]|$)")


def _institution(start: int, end: int, name: str) -> Found:
    return Found(
        start=start,
        end=end,
        kind="office",
        actor_ids=(),
        rule="unresolved",
        name=name,
        points="institution",
    )
