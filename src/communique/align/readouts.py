"""Which side issued a readout: by the institution, or the leader, that it opens with."""

import re

from communique.align.bodies import is_institution, name_of, named_states, official_state
from communique.types.text import Report
from communique.vocab.holders import find_holders
from communique.vocab.offices import title_pattern

_NO_SENTENCE = 3
_ISSUED = re.compile(
    r"^(?:(?:press\s+)?(?:statement|communiqu[eé]|release|readout|remarks|message)\s+"
    r"(?:of|by|from|issued\s+by)\s+)?(?:the\s+)?(?P<issuer>.{4,160})",
    re.IGNORECASE | re.DOTALL,
)
_SUBJECT_ENDS = re.compile(
    r"\s(?:on|about|regarding|concerning|following|with|has|have|had|will|announce[sd]?|point(?:s|ed)"
    r"|sa(?:ys|id)|state[sd]|express(?:es|ed)|welcome[sd]?|condemn(?:s|ed)|met|meets?|held|holds?"
    r"|receive[sd]?|host(?:s|ed)|visit(?:s|ed)|arrive[sd]|attend(?:s|ed)|talk(?:s|ed)|spoke|speaks"
    r"|call(?:s|ed)|thank(?:s|ed)|congratulate[sd]|sent|sends)\b"
)
_OF_STATE = re.compile(r"\s+of\s+(?:the\s+)?")
_HONORIFIC = re.compile(r"^(?:\s*(?:H\.\s?E\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Shri|Smt\.?|Sheikh)\s)+")
_PERSON = re.compile(r"\s*(?P<name>[^\W\d_a-z][\w.'’-]*(?:[\s-][^\W\d_a-z][\w.'’-]*){0,4})")


def opening(report: Report) -> str:
    """The headline and the first sentence that is more than a line of place or date."""
    headline = report.headline.text if report.headline else ""
    return f"{headline}\n{first_sentence(report)}"


def first_sentence(report: Report) -> str:
    """The first sentence that is more than a line of place or date; "" where there is none."""
    texts = (sentence.text for sentence in report.sentences)
    return next((text for text in texts if len(text.split()) > _NO_SENTENCE), "")


def own_state(report: Report) -> tuple[str, str] | None:
    """The state that issued a readout, by its issuer or by the leader it opens with, and why."""
    headline = report.headline.text if report.headline else ""
    for text in (headline, first_sentence(report)):
        if issued := _issuer(text):
            return issued
    for text in (first_sentence(report), headline):
        if leader := _own_leader(text):
            return leader
    return None


def _issuer(text: str) -> tuple[str, str] | None:
    """The state whose institution a text opens with ("Statement by the Ministry of ...")."""
    match = _ISSUED.match(text)
    if match is None:
        return None
    issuer = _SUBJECT_ENDS.split(match["issuer"])[0].split("\n")[0].strip(" ,.:")
    iso3 = official_state(issuer) if is_institution(issuer) else None
    if iso3 is None:
        return None
    state_named = "" if name_of(iso3) in issuer else f" ({name_of(iso3)})"
    return iso3, f"opens with the {issuer}{state_named}"


def _own_leader(text: str) -> tuple[str, str] | None:
    """The state of the leader a readout opens with: "President of X", or no country at all.

    A leader with a nationality ("Azerbaijani President") is the other side's. One without is
    looked up by name among the holders of offices.
    """
    subject = _SUBJECT_ENDS.split(text)[0]
    states = list(named_states(subject))
    for match in title_pattern().finditer(subject):
        if any(each.end <= match.start() <= each.end + 3 for each in states):
            return None
        rest = subject[match.end() :]
        if of := _OF_STATE.match(rest):
            at = match.end() + of.end()
            if iso3 := next((each.iso3 for each in states if each.start == at), None):
                return iso3, f"opens with the {match[0]} of {name_of(iso3)}"
        if person := _holder(rest):
            iso3, name = person
            return iso3, f"opens with {match[0]} {name} and no country (likely {name_of(iso3)})"
    return None


def _holder(rest: str) -> tuple[str, str] | None:
    """The state whose office one has whose name opens `rest`, where it can be one state only."""
    match = _PERSON.match(_HONORIFIC.sub(" ", rest))
    if match is None:
        return None
    words = re.sub(r"['’]s\b.*", "", match["name"]).split()
    for size in range(len(words), min(len(words), 2) - 1, -1):
        name = " ".join(words[:size]).rstrip(".,")
        states = {row.iso3 for row in find_holders(name) if row.iso3}
        if len(states) == 1:
            return states.pop(), name
    return None
