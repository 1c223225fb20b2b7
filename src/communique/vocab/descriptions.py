"""Descriptions of states by where they lie and how they are ruled: "the Gulf kingdom".

The parts of the world are the UN's (M49), as in states.csv; what goes beyond them ("Gulf",
"Baltic") and the states that are islands are the project's own lists.
"""

import re
from collections.abc import Mapping
from functools import cache

from communique.vocab.states import state

_PARTS: Mapping[str, str] = {
    "central asian": "Central Asia",
    "southeast asian": "South-eastern Asia",
    "south asian": "Southern Asia",
    "himalayan": "Southern Asia",
    "east asian": "Eastern Asia",
    "northeast asian": "Eastern Asia",
    "middle eastern": "Western Asia Northern Africa IRN",
    "middle east": "Western Asia Northern Africa IRN",
    "west african": "Western Africa",
    "east african": "Eastern Africa",
    "north african": "Northern Africa",
    "maghreb": "Northern Africa MRT",
    "southern african": "Southern Africa ZMB ZWE MOZ AGO MWI",
    "central african": "Middle Africa",
    "horn of africa": "ETH ERI DJI SOM",
    "sahel": "MLI NER BFA TCD MRT SEN",
    "south american": "South America",
    "central american": "Central America",
    "latin american": "South America Central America Caribbean",
    "andean": "BOL COL ECU PER CHL VEN",
    "caribbean": "Caribbean GUY SUR BLZ",
    "pacific": "Oceania",
    "gulf": "SAU ARE QAT KWT BHR OMN",
    "arab": "Northern Africa SAU ARE QAT KWT BHR OMN YEM IRQ JOR LBN SYR PSE MRT SOM DJI COM",
    "arabian": "SAU ARE QAT KWT BHR OMN YEM",
    "baltic": "EST LVA LTU",
    "balkan": "ALB BIH BGR HRV XKX MKD MNE SRB GRC ROU SVN",
    "nordic": "DNK FIN ISL NOR SWE",
    "scandinavian": "DNK NOR SWE",
    "caucasus": "AZE ARM GEO",
    "former soviet": "Central Asia AZE ARM GEO BLR MDA UKR EST LVA LTU RUS",
    "mediterranean": "Southern Europe Northern Africa CYP TUR LBN ISR FRA",
    "african": "Eastern Africa Western Africa Northern Africa Southern Africa Middle Africa",
    "asian": "Central Asia Eastern Asia Southern Asia South-eastern Asia Western Asia",
    "european": "Northern Europe Southern Europe Western Europe Eastern Europe",
    "landlocked": "AFG AND ARM AUT AZE BLR BOL BTN BWA BFA BDI CAF TCD CZE SWZ ETH HUN KAZ XKX KGZ "
    "LAO LSO LIE LUX MWI MLI MDA MNG NPL NER MKD PRY RWA SMR SRB SVK SSD CHE TJK TKM UGA UZB ZMB "
    "ZWE",
}
_ISLANDS = frozenset(
    "ATG BHS BHR BRB CPV COM CUB CYP DMA DOM FJI FSM GBR GRD HTI IDN IRL ISL JAM JPN KIR KNA LCA "
    "LKA MDG MDV MHL MLT MUS NRU NZL PHL PLW PNG SGP SLB STP SYC TLS TON TTO TUV TWN VCT VUT WSM "
    "BRN HKG".split()
)
_EMIRATES = frozenset(("ARE", "KWT", "QAT"))
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@cache
def fits_description(description: str, iso3: str) -> bool:
    """Whether a state may be meant by words such as "the Central Asian republic".

    Words that say nothing of place or rule ("the country") fit every state.

    >>> fits_description("the Gulf kingdom", "SAU"), fits_description("the Gulf kingdom", "OMN")
    (True, False)
    """
    row = state(iso3)
    if row is None:
        return False
    said = " ".join(_WORD.findall(description.lower())).removeprefix("the ")
    if "island" in said or "archipelago" in said:
        if iso3 not in _ISLANDS:
            return False
    elif "pacific" in said and iso3 in ("AUS",):
        return False
    official = row.official_name.lower()
    ruled = {
        "kingdom": "kingdom" in official,
        "monarchy": "kingdom" in official or iso3 in (*_EMIRATES, "JPN", "LUX", "BRN", "MYS"),
        "sultanate": "sultanate" in official or iso3 == "BRN",
        "emirate": iso3 in _EMIRATES,
        "republic": ("islamic republic" if "islamic" in said else "republic") in official,
    }
    if any(word in said.split() and not holds for word, holds in ruled.items()):
        return False
    part = max((name for name in _PARTS if re.search(rf"\b{name}\b", said)), key=len, default=None)
    return part is None or row.region in _PARTS[part] or iso3 in _PARTS[part].split()
