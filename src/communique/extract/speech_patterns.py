"""The patterns of reported speech in a marked sentence, and what each needs to fit at all."""

import re
from functools import cache

from communique.extract.marks import sign
from communique.extract.words import HONORIFIC
from communique.vocab.cues import cue_words

_ADVERB = (
    r"(?:\w+ly|also|further|again|then|later|earlier|once\s+more|in\s+turn|has|have|had|both|all|"
    r"jointly|went\s+on\s+to|would\s+later|himself|herself)\s+"
)
_WHEN = (
    r"(?:here|today|yesterday|(?:late|early)\s+(?:on\s+)?[A-Z]\w+day|(?:on|last)?\s*[A-Z][a-z]+day"
    r"(?:\s+(?:morning|afternoon|evening|night))?|on\s+[A-Z][a-z]+\s+\d+|on\s+\d+\s+[A-Z][a-z]+"
    r"(?:\s+\d{4})?)"
)
_OPENER = (
    r"(?:in|on|at|during|when|while|after|before|as|following|ahead|via|through|to|with|by|from|"
    r"upon|for|speaking|addressing|citing|referring|commenting|asked|amid|under|of)"
)
_TAIL = rf"(?:,?\s+{_WHEN})*(?:,?\s+{_OPENER}\b[^“”\"]*)?(?:,\s+\w+ing\b[^“”\"]*)?"
SUBORDINATE = re.compile(
    rf"(?:And\s+|But\s+)?(?:{_OPENER}|meanwhile|earlier|later|however|according|touching|turning|"
    r"drawing|noting|recalling|regarding|concerning|separately|finally|additionally|despite|"
    r"given|separately|stressing|describing|also|for\s+(?:his|her|its|their)\s+part)\b",
    re.IGNORECASE,
)
_ROLE = (
    r"(?<=official)|(?<=officials)|(?<=minister)|(?<=spokesman)|(?<=spokeswoman)|(?<=spokesperson)|"
    r"(?<=source)|(?<=sources)|(?<=ministry)|(?<=statement)|(?<=diplomat)|(?<=report)|(?<=agency)"
)
_ROLE = rf"(?:{_ROLE})"
_APPOSED = r"(?:,\s+[^,“”\"]{2,90},|\s+\([^)]{1,20}\)|,)?"

_PARTY = rf"(?:{sign()}(?:(?:,\s+{sign()})*,?\s+and\s+{sign()})?)"
_WORD = r"[^\s,;:“”\"().\ue000-\uf8ff]+"
_NOUN = (
    rf"(?:{HONORIFIC})?(?:{sign()}['’]s?\s+)?{_WORD}(?:\s+{_WORD}){{0,8}}?"
    rf"(?:\s+(?:of|for|from|to)\s+(?:the\s+)?{sign()})?"
)
_SOURCE = rf"(?P<source>{_PARTY}|{_NOUN})"
_KNOWN = (
    rf"(?P<source>{_PARTY}|(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome|[Hh]is|[Hh]er)\s+{_NOUN}"
    rf"|[A-Z]{_NOUN})"
)
_NAMED = rf"(?P<source>{_PARTY}|{_NOUN}{_ROLE}|[A-Z]{_WORD}\s+[A-Z]{_NOUN})"
_CITED = rf"(?P<source>{_PARTY}|[^,“”\"]+?)"
_MOOD = (
    r"(?P<mood>(?:did\s+not|has\s+not|have\s+not|refused\s+to|declined\s+to|will|would|"
    r"is\s+expected\s+to|is\s+set\s+to)\s+)?"
)
_BEFORE = rf"{_APPOSED}\s+(?:{_ADVERB})*{_MOOD}(?:{_ADVERB})*"
_SAID = r"^(?P<content>.+?)[,”\"]\s+"
_FIRST = rf"^(?P<pre>.*?){_SOURCE}{_BEFORE}"
_PROPER = (
    r"(?:[A-Z][\w'’.-]*\w(?:\s+[A-Z][\w'’.-]*\w){0,3}"
    rf"|[Tt]he\s+(?:{_WORD}\s+){{0,3}}?{_WORD}{_ROLE})"
)
_PARTY_FIRST = rf"^(?P<pre>.*?)(?P<source>{_PARTY}|{_PROPER}){_BEFORE}"
_THAT = r"(?P<that>that|how|whether|why)\b"
_TOLD = rf"told(?:\s+{sign()}|(?:\s+(?:his|her|an?|the))?(?:\s+[\w-]+){{1,4}}?)"
_POST = rf"(?P<post>(?:,?\s+(?:{_WHEN}|{_OPENER}\b[^“”\",]{{0,80}}?))*,?)"
_WHOM = (
    rf"(?P<to>{sign()}|(?:the|its|his|her|all|both|other)\s+[^,.“”\"]{{2,50}}?"
    r"|[A-Z]?[\w-]+(?:\s+[\w-]+){0,3}?)"
)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns by name, in the order they are tried."""
    plain, say = cue_words("say"), cue_words("say", "clause")
    that, noun, ask = cue_words("say", "clause", "that"), cue_words("np"), cue_words("object")
    adding = cue_words("say", "clause", "that", "np", "object", gerund=True)
    aim = cue_words("to")
    rows = {
        "leading": rf"{_FIRST}(?P<cue>{that})(?:\s+(?P<to>{sign()}))?{_POST}"
        rf"(?:\s+{_THAT}|(?P<quote>[:,]?\s+(?=[“\"])))(?P<content>.+)$",
        "trailing": rf"{_SAID}{_KNOWN}{_BEFORE}(?P<cue>{say}|{_TOLD})"
        rf"(?P<tail>{_TAIL}|,\s+(?:{adding})\b.*)[.”\"]*$",
        "inverted": rf"{_SAID}(?P<cue>{say})\s+{_NAMED}{_APPOSED}(?P<tail>{_TAIL})[.”\"]*$",
        "middle": rf"{_SAID}(?:{_KNOWN}{_BEFORE}(?P<cue>{say})|(?P<cue2>{say})\s+"
        rf"(?P<source2>{_PARTY}))(?P<tail>{_TAIL}),\s+(?P<more>[“\"\w](?!\w*ing\b).+)$",
        "according": rf"^(?P<cue>According\s+to)\s+{_CITED}(?:,[^,]{{2,60}})?,\s+"
        r"(?P<content>.+)$",
        "according_end": rf"^(?P<content>.+?),?\s+(?P<cue>according\s+to)\s+{_CITED}"
        r"(?P<tail>,[^“”\"]*)?[.]*$",
        "coordinated": rf"^(?P<pre>.*?)(?P<source>{_PARTY}){_APPOSED}\s+[^“”\"]{{3,200}}?"
        rf",?\s+and\s+(?:also\s+|then\s+)?(?P<cue>{that})\s+(?:(?P<to>{sign()})\s+)?{_THAT}(?P<content>.+)$",
        "plain": rf"{_FIRST}(?P<cue>{plain})(?P<post>(?:\s+{_WHEN})*),?\s+(?P<content>.+)$",
        "object": rf"{_PARTY_FIRST}(?P<cue>{ask})\s+{_WHOM}\s+"
        r"(?P<content>(?:to|that|for|against|of|on)\s+.+)$",
        "aim": rf"{_PARTY_FIRST}(?P<cue>{aim})\s+(?P<content>(?:not\s+)?to\s+.+)$",
        "noun": rf"{_PARTY_FIRST}(?P<cue>{noun})\s+(?P<content>.+)$",
    }
    return {name: re.compile(words) for name, words in rows.items()}


@cache
def needed() -> dict[str, re.Pattern[str]]:
    """What a sentence must hold for a pattern to fit: one of its cues. Asked first, being cheap."""
    say, that = cue_words("say", "clause"), cue_words("say", "clause", "that")
    cues = {
        "leading": that,
        "trailing": rf"{say}|told",
        "inverted": say,
        "middle": say,
        "according": "According",
        "according_end": "according",
        "coordinated": that,
        "plain": cue_words("say"),
        "object": cue_words("object"),
        "aim": cue_words("to"),
        "noun": cue_words("np"),
    }
    return {name: re.compile(rf"\b(?:{words})\b") for name, words in cues.items()}
