"""What share of reports holds a common word: the prior that keeps small batches sane.

Two reports alone cannot tell a rare word from a common one. Every batch is therefore weighed as
if `WEIGHT` further reports had been read in which each word stands in the share given here. The
shares are rough orders of magnitude set by hand from general knowledge of news and diplomatic
prose; no corpus was counted. Large batches outweigh them.
"""

WEIGHT = 500
"""How many imagined reports the prior counts for (benchmarks/grouping.py: flat from 100 up)."""

RARE = 0.01
"""Share assumed for a word that is not listed."""

FUNCTION_WORDS = frozenset(
    """a about after again against all also although among an and any are as at be because been
    before being between both but by can could did do does during each even for from had has have
    he her here him his how however if in into is it its just many may more most much must no nor
    not now of off on once one only or other our out over own same shall she should since so some
    still such than that the their them then there these they this those though through to too
    under until up upon us very was we were what when where which while who whom whose why will
    with within without would yet you your""".split()
)
"""Left out of every comparison."""

_SHARES: dict[float, str] = {
    0.5: """said says say new year two day time people told people first last made make week
        president minister government official officials country countries state states national
        monday tuesday wednesday thursday friday saturday sunday reported statement according""",
    0.25: """january february march april june july august september october november december
        prime foreign relations cooperation meeting met meet leaders leader sides side bilateral
        talks visit agreement joint international security development economic trade support
        work working peace stability region regional world global news agency press ministry
        secretary general republic united nations council organization three four five
        percent million billion group public department stressed noted added
        called expressed discussed hailed welcomed""",
    0.12: """china chinese american america russia russian britain british european europe
        union washington beijing moscow partnership strategic friendship mutual benefit exchanges
        deepen strengthen promote enhance ties dialogue summit conference ambassador embassy
        delegation counterpart sovereignty territorial integrity independence principle
        investment energy culture tourism education connectivity framework joint declaration
        communique memorandum treaty signed police court city local home""",
}

SHARES: dict[str, float] = {
    word: share for share, listed in sorted(_SHARES.items()) for word in listed.split()
}
"""Word (lower case) to the share of reports assumed to hold it."""


def share(word: str) -> float:
    """The share of reports (0 to 1) assumed to hold `word`, whatever its case."""
    return SHARES.get(word.lower(), RARE)
