"""What a phrase tells of the sector of its actor, in the codes the records use."""

import re

from communique.vocab.sectors import sector_of

_SAME = {"MNC": "BUS", "IMG": "REB", "NGM": "NGO", "SOC": "CVL"}
"""Codes that say where a body works or how it is organised, with the code for what it is."""
_AGAINST = re.compile(r"\b(?:anti-(?:government|regime|coup|junta)|opposition|pro-democracy)\s+")


def plain_sector(code: str) -> str:
    """One code for what an actor is: a company is business, wherever it trades."""
    return _SAME.get(code, code)


def sector_told(words: str) -> str | None:
    """The sector that a title or noun phrase tells; civilians against their rulers are OPP."""
    words = words.replace(",", " , ")
    found = sector_of(_AGAINST.sub("", words)) if _AGAINST.search(words) else None
    if found and plain_sector(found) == "CVL":
        return "OPP"
    found = sector_of(words)
    return plain_sector(found) if found else None
