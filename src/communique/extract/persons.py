"""The persons of a report, and whom a name or a title among them means."""

import re
from dataclasses import dataclass

from communique.extract.identity import Known
from communique.extract.ids import actor_id
from communique.extract.sectors import sector_told
from communique.extract.titles import Titled
from communique.extract.words import plain
from communique.types.text import Passage
from communique.vocab.given_names import Pronoun, pronoun_of
from communique.vocab.offices import COMPARED, office_of

_SURNAME_FIRST = ("CHN", "KOR", "PRK", "VNM", "TWN", "HKG", "MAC")
_GIVEN_ALONE = ("VNM", "ETH", "ERI", "ISL", "IDN", "MMR", "THA", "MYS", "MNG", "BTN", "SOM", "TLS")
_PARTICLES = frozenset("bin ibn al el von van der de da do dos du la le den jr jr.".split())
_MODIFIED = re.compile(r"^(?:(?:visiting|new|incumbent|newly elected|then|outgoing)\s+)+")
_HEADS = ("head_of_state", "head_of_government", "royal", "leader")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of a report.

    `name` is the usual form, `forms` are those the report uses. `rule` says where the state was
    taken from, `seen` where the name is first found, `body` the organisation the office belongs
    to, if no state; `known` is what the table of holders has of the person.
    """

    name: str
    iso3: str | None
    titles: tuple[tuple[str, str | None, Passage], ...]
    rule: str
    seen: Passage
    forms: tuple[str, ...] = ()
    body: str | None = None
    body_sector: str | None = None
    known: Known | None = None
    honorifics: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The actor's id."""
        return actor_id("person", self.name, self.iso3)

    @property
    def offices(self) -> tuple[str, ...]:
        """The titles in lower case."""
        return tuple(title.lower() for title, _, _ in self.titles)

    @property
    def office_classes(self) -> frozenset[str]:
        """The classes of office the report, or else the table, gives the person."""
        told = frozenset(office for title in self.offices if (office := office_of(title)))
        return told or self.known_offices

    @property
    def known_offices(self) -> frozenset[str]:
        """The classes of office the table of holders gives."""
        return self.known.offices if self.known else frozenset()

    @property
    def pronoun(self) -> Pronoun | None:
        """The pronoun that name and titles call for, if they tell."""
        if self.known and self.known.sex:
            return "she" if self.known.sex == "f" else "he"
        return pronoun_of(self.name, (*self.offices, *self.honorifics))

    @property
    def sector(self) -> str | None:
        """The sector of the person's offices, as in `Actor`; ELI where they are all former ones."""
        if self.body_sector or (self.body and not self.iso3):
            return self.body_sector or "IGO"
        if any(_FORMER.search(where.text) for _, _, where in self.titles):
            return "ELI"
        told = [self._told(title, where.text) for title, _, where in self.titles]
        if "LEG" not in told and any(_OPPOSED.search(where.text) for _, _, where in self.titles):
            return "OPP"
        found = next((sector for sector in told if sector), None)
        if found == "IGO" and self.iso3:
            found = "GOV"
        return found or ("GOV" if self.known_offices else None)

    def _told(self, title: str, phrase: str) -> str | None:
        """The sector of a title; chief executives run companies, but for those of two cities."""
        if title.lower() == "chief executive" and self.iso3 not in ("HKG", "MAC"):
            return "BUS"
        return _told(title, phrase)

    def aliases(self) -> tuple[str, ...]:
        """Words that may stand for this person alone, the usual one first."""
        known: list[str] = []
        if self.known:
            known += [self.known.family, plain(self.known.family), *self.known.short]
        for form in (self.name, *self.forms):
            words = [word for word in form.split() if word.lower() not in _PARTICLES]
            known.append(words[0] if self.iso3 in _SURNAME_FIRST else words[-1])
            if len(words) < len(form.split()):
                known.append(" ".join(form.split()[-2:]))
                known.append(" ".join(form.split()[-3:]))
            if self.iso3 is None or self.iso3 in _GIVEN_ALONE or words[-1] in ("Jr.", "Jr"):
                known += [words[0], words[-1]]
            known += [form.split("-")[-1] for form in known if "-" in form]
        return tuple(dict.fromkeys(known))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The parties of a report: its persons, and the two states it is mostly about (or none).

    `states` are all that it names, `named_states` those named otherwise than by their capital,
    `home` the dateline's.
    """

    persons: tuple[Person, ...]
    dyad: tuple[str, str] | None = None
    dyad_rule: str = ""
    states: tuple[str, ...] = ()
    named_states: tuple[str, ...] = ()
    home: str | None = None

    @property
    def first(self) -> str | None:
        """The state of the first person the report names: in a readout, the one who issues it."""
        return next((person.iso3 for person in self.persons if person.iso3), None)

    @property
    def two(self) -> tuple[str, ...]:
        """The two states the report is about, else those of its persons where they are two."""
        held = tuple(dict.fromkeys(person.iso3 for person in self.persons if person.iso3))
        return self.dyad or (held if len(held) == 2 else ())

    def by_id(self, identity: str) -> Person | None:
        """The person of an actor's id."""
        return next((person for person in self.persons if person.id == identity), None)

    def named(self, words: str, iso3: str | None = None) -> tuple[Person, ...]:
        """Persons whom `words` (a full name, or a surname) may mean, of `iso3` if given."""
        words = words.title() if words.isupper() else words
        exact = tuple(p for p in self.persons if words == p.name or words in p.forms)
        found = exact or tuple(p for p in self.persons if words in p.aliases())
        return tuple(p for p in found if iso3 is None or p.iso3 in (iso3, None))

    def of_office(self, titled: Titled) -> tuple[Person, ...]:
        """Persons who hold what a title without a name says, of its state or body if it has one."""
        wanted = _MODIFIED.sub("", titled.title.lower())
        found = tuple(
            p
            for p in self.persons
            if titled.iso3 in (None, p.iso3) and titled.body in (None, p.body)
        )
        if wanted.endswith(COMPARED):
            return found
        fit = tuple(
            p
            for p in found
            if any(_fits(wanted, held) for held in p.offices)
            or p.known_offices & {office_of(wanted), _OFFICES.get(wanted)}
        )
        if fit or not (titled.body or titled.iso3 or _is_vague(wanted)):
            return tuple(p for p in fit if any(_bears(wanted, h) for h in p.offices)) or fit
        if _is_vague(wanted) or titled.body:
            heads = tuple(p for p in found if p.office_classes & set(_HEADS))
            return heads if wanted == "leader" and heads else found
        return ()


_OFFICES = {"minister": "foreign_minister"}
"""The office that a title alone often means in reports of diplomacy."""
_OPPOSED = re.compile(r"\b(?:jailed|exiled|an?|the|main|banned)\s+opposition\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:former|ex-|late)\b", re.IGNORECASE)
_BY_OFFICE = {
    "legislature": "LEG",
    "military": "MIL",
    "igo_head": "IGO",
    "judiciary": "JUD",
    "clergy": "REL",
    "academic": "EDU",
    "press": "MED",
}


def _told(title: str, phrase: str) -> str | None:
    """The sector that a title tells, in its phrase ("a colonel in the Ukrainian army")."""
    at = phrase.find(title)
    found = sector_told(phrase[at:] if at >= 0 else title) or sector_told(title)
    return found or _BY_OFFICE.get(office_of(title) or "", "GOV")


def sector_of_office(words: str, titled: Titled) -> str:
    """The sector of an office whose holder is not named."""
    if titled.sector:
        return titled.sector
    if _FORMER.search(words):
        return "ELI"
    told = _told(titled.title, words) or "GOV"
    return "GOV" if told == "IGO" and titled.iso3 else told


def _bears(wanted: str, held: str) -> bool:
    """Whether a title holds the very word that stands alone, or is short for it ("EAM")."""
    return wanted.split()[-1] in held.split() or wanted == "".join(w[0] for w in held.split())


def _is_vague(wanted: str) -> bool:
    return wanted.split()[-1] in ("official", "leader", "diplomat")


def _fits(wanted: str, held: str) -> bool:
    """Whether "the deputy minister" may be who holds "First Deputy Minister of Health"."""
    if wanted == held:
        return True
    if "prime minister" in held and "prime" not in wanted and wanted != "premier":
        return wanted == "head of government"
    if set(wanted.split()) <= set(held.split()) and held.split()[0] != "vice":
        return wanted.split()[-1] == held.split(" of ")[0].split()[-1] or held.startswith(wanted)
    offices = office_of(wanted), office_of(held)
    if wanted in ("head of state", "head of government", "premier", "top diplomat", "chief"):
        return offices[0] == offices[1]
    return wanted in ("minister", "secretary") and offices[1] in ("foreign_minister", "minister")
