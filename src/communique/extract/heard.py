"""Persons whom the report only names as they speak: "Yolanda Peters, who sells fish there, said".

The tagger finds who speaks; a full name that leads such a source is a person, of no known state.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.extract.persons import Cast, Person
from communique.extract.scanned import plain_name, scan_passage
from communique.extract.words import NAME, trim_name
from communique.models.attribution import Attribution
from communique.types.text import Passage, Report
from communique.vocab.body_words import body_heads
from communique.vocab.gazetteer import look_up
from communique.vocab.given_names import pronoun_of

SURE = 0.9
"""A source of whose cue the tagger is less sure introduces nobody."""
_LEADS = re.compile(
    rf"(?:(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Aa]n?)\s+)??(?:[A-Z][\w-]+(?:['’]s)?\s+)??"
    rf"(?:[a-z][\w-]+,?\s+){{0,5}}(?P<name>{NAME})(?:,.*)?"
)


def with_heard(cast: Cast, report: Report, attributions: Sequence[Attribution]) -> Cast:
    """The cast with those named in full as speakers and nowhere introduced."""
    found: dict[str, Person] = {}
    for each in attributions:
        if each.source is None or each.score < SURE:
            continue
        paragraph = next((p for p in report.paragraphs if p.span.holds(each.source)), None)
        if paragraph:
            base = paragraph.span.start
            source = paragraph.inner(each.source.start - base, each.source.end - base)
            for person in _named(source):
                if not cast.named(person.name) and not cast.named(person.name.split()[-1]):
                    found.setdefault(person.name, person)
    return replace(cast, persons=(*cast.persons, *found.values())) if found else cast


def _named(source: Passage) -> tuple[Person, ...]:
    """The person whose full name leads a source."""
    scanned = scan_passage(source)
    match = _LEADS.fullmatch(scanned.text)
    if match is None:
        return ()
    start, end = match.span("name")
    end = trim_name(scanned.text, start, end, scanned.hits)
    name = plain_name(scanned.text[start:end])
    words = name.split()
    taken = any(hit.start < end and start < hit.end for hit in scanned.hits)
    taken = taken or bool(scanned.titles) or any(word in body_heads() for word in words)
    if taken or not 1 < len(words) < 5 or (look_up(name, 1) and pronoun_of(name) is None):
        return ()
    seen = source.inner(start, end)
    return (
        Person(
            name=name, iso3=None, titles=(), rule="named as a speaker", seen=seen, forms=(name,)
        ),
    )
