"""What stands around the listed name of a body: its people, its state, its opposition."""

import re
from collections.abc import Iterator, Sequence

from communique.extract.marks import Found
from communique.extract.persons import Cast
from communique.extract.whereabouts import around
from communique.extract.words import Hit

_MEN = re.compile(
    r"(?:['’]s)?\s+(?:(?!(?:and|or|in|of|to|with|said|for|from)\b)[a-z]+\s+)?"
    r"(?:(?P<LEG>lawmakers?|MPs|senators?|deputies|legislators?|members of parliament)|"
    r"(?P<CVL>supporters|voters|fans|sympathi[sz]ers|customers|passengers|followers)|"
    r"(?P<same>fighters?|militants?|rebels?|gunmen|commanders?|forces|troops|insurgents?|officials?|"
    r"members|activists?|militiamen|delegates|negotiators?|representatives?|politicians?|cadres|leaders?|"
    r"executives?|managers?|engineers?|reporters?|journalists?|correspondents?|researchers?|"
    r"professors?|students|scientists?|volunteers|staff|spokes(?:man|woman|person)|guerrillas?|"
    r"hackers|fighters|candidates?|leadership|chiefs?|prisoners|operatives?|clerics|priests))\b"
)


def people_of(text: str, hit: Hit, start: int) -> Iterator[Found]:
    """The people of a listed body ("Houthi fighters"), of its sector but for lawmakers."""
    behind = _MEN.match(text, hit.end) if hit.kind in ("organisation", "press") else None
    if behind:
        told = behind.lastgroup if behind.lastgroup != "same" else None
        yield Found(
            start=start,
            end=behind.end(),
            kind="unknown",
            actor_ids=(),
            rule="people of a body",
            iso3=(hit.home,) if hit.home else (),
            sector=told or hit.sector or ("MED" if hit.kind == "press" else None),
            plain=True,
        )


_COMMON_NAME = re.compile(
    r"(?:(?:Left|Labour|Labor|Greens?|Social|Socialist|Democratic|Democrats?|National|Nationalist|"
    r"Liberal|Conservative|Communist|People['’]s|Freedom|Republican|Christian|Cent(?:re|er)|Unity|"
    r"Progressive|Reform|Workers['’]?|Party|Alliance|Movement|Front|Popular|Patriotic|Justice|and|"
    r"Development|United|New|Islamic|Radical|Congress|Coalition|Union|Rally|of|for|the|Opposition|"
    r"Independent|Revolutionary|Moderate|Broad|Civic|Solidarity|Renewal|Change|Hope|Action|"
    r"Homeland|Future|Forward|Together|Agrarian|First)(?:\s+|$))+"
    r"|(?:El|La|Le|Al)[ -](?:Naci[oó]n|Prensa|Comercio|Universal|Tiempo|Diario|Tribuna|Nacional|"
    r"Hora|Heraldo|Correo|Raz[oó]n|Rep[uú]blica|Tercera|Matin|Quotidien|Presse|Soir|Watan|Rai|Ghad|"
    r"Akhbar|Khaleej|Wasat|Thawra|Ittihad|Sabah)"
)
"""Names that parties, or newspapers, of several states bear."""


def home_of(text: str, hit: Hit, hits: Sequence[Hit], cast: Cast) -> str | None:
    """The state of a listed body: the table's, or where many bear the name the only one named."""
    words = text[hit.start : hit.end]
    if hit.home is None or hit.home in cast.states or not _COMMON_NAME.fullmatch(words):
        return hit.home
    return around(text, [each for each in hits if each != hit], cast.states) or hit.home


_OPPOSITION = re.compile(
    r"\s+(?:sits?|is|are|remains?|went|now|stays?)\s+in\s+opposition\b|,?\s+(?:the\s+|an?\s+|in\s+)?(?:\w+\s+)?opposition\b"
)


def opposes(text: str, end: int) -> bool:
    """Whether the words behind a party that ends at `end` say that it is in opposition."""
    return bool(_OPPOSITION.match(text, end))
