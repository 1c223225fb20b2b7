"""The words around a name that speak for or against its being a place."""

import re

IN = re.compile(
    r"\b(?:in|near|outside|across|throughout|into|inside|northern|southern|eastern|western|"
    r"downtown|central|mainland|occupied|neighbou?ring)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
FROM = re.compile(
    r"\b(?:from|to|of|at|around|through|between|towards?|leave|left|leaving|visit|visited|"
    r"visiting|north|south|east|west|via|over|for|and|entered|reached|against|with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Miss|Sir|Lord|Lady|Judge|Justice|Sgt|Lt|Col|Gen|Capt|Officer|Sheriff|"
    r"Deputy|Detective|Mayor|Governor|Gov|Sen|Rep|Senator|President|Minister|Coach|Chief|Rev|"
    r"Professor|Prof|Queen|King|Prince|Princess|Councilman|Councilwoman|Superintendent|Director|"
    r"Chairman|Commissioner|Secretary|Attorney|Ambassador|Spokesman|Spokeswoman)\.?\s+$"
)
INITIAL = re.compile(r"\b[A-Z]\.\s+$")
SPEAKS = re.compile(
    r",?\s(?:said|says|added|told|explained|noted|recalled|wrote|testified|also said|agreed|"
    r"replied|who|himself|herself|hopes?|thinks?|believes?|scored|pitched)\b"
)
SPOKEN = re.compile(r"(?:\bsaid|\bsays|according to|added|told|asked|[A-Z]\w+ and|\bby)\s+$")
INHABITED = re.compile(
    r"\s(?:man|woman|men|women|teen|teenager|couple|family|residents?|native|area|home|house|"
    r"suburb|neighbou?rhoods?|police|officials?|officers?|streets|schools?|students?|suburbs|"
    r"businesses|city|region|province|district|county|metropolitan|downtown|lawmakers?|voters|"
    r"firefighters|court|office|outskirts|airport|hospital|campus|government|regime|border)\b"
)
BODY = re.compile(
    r"\s(?:Police|County|City|Town|Township|Village|University|School|Schools|High|Middle|"
    r"Elementary|Public|Mayor|Council|Councilman|Hospital|Fire|Chamber|Airport|International|"
    r"Regional|Municipal|Metropolitan|Superior|Circuit|District|Sheriff|Sheriff['’]s|Department|"
    r"State|Community|Area|Board|Commission|Historical|Convention|Independent|Democrat|"
    r"Republican|Democratic|Senate|House|Supreme|National|Army|Air|Navy|Ministry|Foreign|"
    r"Defen[cs]e|Parliament|Attorney|Court|Courthouse|Jail|Fair|Library|Volunteer|Civic|Stock|"
    r"Central|Federal|Medical|Health|Arts|Association|Embassy|Consulate|Gov|Sen|Rep|Post|Times)\b"
)
"""A body of a place, named after it ("Athens Police Department")."""
NAMED_OF = re.compile(
    r"\b(?:Bank|University|College|Museum|Institute|Academy|Diocese|Bishop|Archbishop|Duke|"
    r"Society|Hospital|Association|Voice|Times|Chamber of Commerce|Federation|Battle|Treaty|"
    r"Merchant|Orchestra|Club|Council|Foundation|Trust) of (?:the |New |Greater )?$"
)
"""What is named after a place that follows ("Bank of England")."""
FORENAME = re.compile(r"\w\s([A-Z][a-z]+)\s$")
"""A capitalised word, in group 1, that opens no sentence."""
CAPITALISED_AFTER = re.compile(r"\s[A-Z]")
DATELINE = re.compile(r"(?:,\s[\w. ]{2,20}?)?\s?(?:\([^)]{2,30}\)\s?)?(?:--|—|–|-\s)")
STREET = re.compile(
    r"\b(?!The\s)(?:[NSEW]\.\s)?(?:[A-Z][\w-]+\s){1,3}"
    r"(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Drive|Boulevard|Blvd\.|Lane|Highway|Parkway|Turnpike)"
    r"(?![\w'’]|\s[A-Z]\w+)"
)
COUNTIES_AFTER = re.compile(r"(?:(?:, | and |, and )[A-Z][\w.]+(?: [A-Z][\w.]+)?)*\s[Cc]ounties\b")
FEATURE = re.compile(
    r"\b(?:Lake|Mount|Cape|River|Port of|Gulf of|Bay of|Strait of|Isle of)\s"
    r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?"
    r"|\b(?!The\s)(?:[A-Z][\w'’-]+\s){1,3}(?:River|Creek|Lake|Bay|Valley|Peninsula|Islands?|"
    r"Mountains?|Canyon|Falls|Beach|Strait|Sea|Gulf|Canal|Desert|Forest|Heights)\b(?!\s[A-Z])"
)
"""Waters, heights and the like by the word that says what they are."""
