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
COMMON = frozenset(
    """the of and for this that mobile reading independence police university college church
    center centre central union liberty victory hope home best most same many mark march may
    june august april sunday monday tuesday wednesday thursday friday saturday january february
    july september october november december spring summer fall winter north south east west
    northern southern eastern western mission green white black brown gray young king queen
    bell rock lake hill park bay river island field wood forest post press times star sun
    general major mayor state states county city town village district house senate congress
    court supreme federal national american democrat republican democratic party war army navy
    marine marines air force day night time year years week month god lord man men woman women
    children family mother father brother sister son baby big little new old great good first
    second third two three four five six seven eight nine ten media internet web page story
    news daily weekly herald tribune gazette review journal bank bar ball game league cup super
    data fire water gas oil energy power can will he she it we they you his her our my no yes
    not now here there when where what who why how but if or as at by in on to up so an is are
    was were be been has have had do does did done says said all any some more other such only
    also just than then too very see mary long along among over under much nice split born
    manage same bath orange sandwich republic colony commerce ward liberal superior drug seated
    ridge gold golden street road avenue lane drive light grove port faith soul fly metro""".split()
)
"""Words of everyday English that are also the names of towns."""
