"""How alike two reports are, from 0 to 1, or that they cannot be one happening (-1).

Half TF-IDF over words, half TF-IDF over capitalised names, both with a logarithmic term count and
document frequencies of the batch plus a prior (see background). Four guards:
- where each lede names a state that the other report never mentions, an eighth is left: the same
  host, with the same phrases, meeting another guest;
- where each leads with a name the other never mentions, half is left, with two a quarter;
- where their openings name other weekdays, or the first other figures than the second has at all,
  four fifths are left, where they name other years, three fifths; where one lede names a state
  that the other report never mentions, seven tenths;
- reports dated more than `DAYS` apart are kept apart, unless nearly verbatim and within
  `REPOSTED` days.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from scipy.sparse import csr_array, hstack

from communique.group.background import WEIGHT, share
from communique.group.features import Features
from communique.group.shingles import meeting
from communique.group.windows import windows

Edges = dict[tuple[int, int], float]

APART = -1.0
FAINT = 0.08
DAYS = 7
NEARLY_VERBATIM = 0.85
REPOSTED = 90
"""Days within which the same words are a repost; later they are a formula used again."""
OTHER_STATE = 0.125
OTHER_PARTY = 0.5
ONE_MORE_STATE = 0.7
OTHER_DAY, OTHER_YEAR, OTHER_FIGURE = 0.8, 0.6, 0.8
RARE_NAME = 100
_RARE_WORD = 30
_ROWS = 1000
_PAIRS = 10_000


def likeness(reports: Sequence[Features], across: int = 0) -> Edges:
    """Likeness of every pair (i < j) that shares a rare name or word; other pairs count as 0.

    Where `across` is given, only pairs of a number below it with one from it on count. Rare is
    what few reports of one window hold (see windows); reports of no common window are compared
    only where they share shingles. Pairs whose two cosines add up to less than `FAINT` count as 0
    too.
    """
    if len(reports) < 2:
        return {}
    words = _weighted(reports, lambda report: report.words)
    names = _weighted(reports, lambda report: report.names)
    left, right = _candidates(reports, words, names)
    if across:
        asked = (left < across) & (right >= across)
        left, right = left[asked], right[asked]
    by_words, by_names = _cosines(words, left, right), _cosines(names, left, right)
    kept = by_words + by_names >= FAINT
    columns = (column[kept].tolist() for column in (left, right, by_words, by_names))
    return {
        (i, j): _judge(reports[i], reports[j], of_words, of_names)
        for i, j, of_words, of_names in zip(*columns, strict=True)
    }


def _judge(a: Features, b: Features, of_words: float, of_names: float) -> float:
    """Unite the two cosines of a pair and apply the guards."""
    alike = (of_words + of_names) / 2 if a.names and b.names else of_words
    if a.parties - b.states and b.parties - a.states:
        return float(alike * OTHER_STATE)
    between = (abs((x - y).days) for x in a.days for y in b.days)
    gap = min(between, default=0)
    if alike >= NEARLY_VERBATIM and gap <= REPOSTED:
        return float(alike)
    if gap > DAYS:
        return APART
    mine = len(unmentioned(a, b))
    names = min(mine, len(unmentioned(b, a)), 2) if mine else 0
    return float(alike * OTHER_PARTY**names * _told_apart(a, b))


def _told_apart(a: Features, b: Features) -> float:
    """What is left of the likeness of reports that name other days, years or figures."""
    left = 1.0
    if a.weekdays and b.weekdays and not a.weekdays & b.weekdays:
        left *= OTHER_DAY
    if a.years and b.years and not a.years & b.years:
        left *= OTHER_YEAR
    shared = a.lede_figures & b.figures or b.lede_figures & a.figures
    if a.lede_figures and b.lede_figures and not shared:
        left *= OTHER_FIGURE
    if a.parties - b.states or b.parties - a.states:
        left *= ONE_MORE_STATE
    return left


def unmentioned(a: Features, b: Features) -> list[str]:
    """Names `a` leads with that `b` never mentions, sorted."""
    return sorted(name for name in a.leading if name.lower() not in b.words)


def _weighted(
    reports: Sequence[Features], terms: Callable[[Features], tuple[str, ...]]
) -> csr_array:
    """One unit row a report, weighted by log count and smoothed IDF."""
    column: dict[str, int] = {}
    every = (column.setdefault(term, len(column)) for report in reports for term in terms(report))
    columns = np.fromiter(every, dtype=np.int32)
    if not column:
        return csr_array((len(reports), 1))
    ends = np.cumsum([0, *(len(terms(report)) for report in reports)])
    ones = np.ones(len(columns), dtype=np.float32)
    counts = csr_array((ones, columns, ends), shape=(len(reports), len(column)))
    counts.sum_duplicates()
    frequency = np.bincount(counts.indices, minlength=len(column))
    prior = WEIGHT * np.array([share(term) for term in column])
    counts.data = 1 + np.log(counts.data)
    counts.data *= np.log((1 + len(reports) + WEIGHT) / (1 + frequency + prior))[counts.indices]
    rows = np.repeat(np.arange(len(reports)), np.diff(counts.indptr))
    lengths = np.sqrt(np.bincount(rows, counts.data**2, minlength=len(reports)))
    counts.data /= lengths[rows]
    return counts


def _candidates(
    reports: Sequence[Features], words: csr_array, names: csr_array
) -> tuple[np.ndarray, np.ndarray]:
    """Numbers i < j of the reports to be compared, in order, each pair once."""
    found = [_keys(*meeting([report.sketch for report in reports], RARE_NAME), len(reports))]
    for members in windows([report.days for report in reports]):
        near = hstack([_rare(names[members], RARE_NAME), _rare(words[members], _RARE_WORD)])
        for left, right in _sharing(csr_array(near)):
            found.append(_keys(members[left], members[right], len(reports)))
    left, right = np.divmod(np.unique(np.concatenate(found)), len(reports))
    return left, right


def _keys(left: np.ndarray, right: np.ndarray, size: int) -> np.ndarray:
    """A pair as one number."""
    return np.asarray(left.astype(np.int64) * size + right)


def _rare(rows: csr_array, most: int) -> csr_array:
    """The columns that at least two and at most `most` of the rows have."""
    frequency = np.bincount(rows.indices, minlength=rows.shape[1])
    return csr_array(rows[:, (frequency > 1) & (frequency <= most)])


def _sharing(rare: csr_array) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Row numbers i < j of the rows that share a column, some rows at a time to bound memory."""
    across = csr_array(rare.T)
    for start in range(0, rare.shape[0], _ROWS):
        shared = (rare[start : start + _ROWS] @ across).tocoo()
        left = shared.row + start
        upper = left < shared.col
        yield left[upper], shared.col[upper]


def _cosines(rows: csr_array, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Dot products of the unit rows named by `left`, ascending, and `right`.

    Some rows at a time are held against all that any of them is asked for.
    """
    found = np.zeros(len(left))
    for start in range(0, len(left), _PAIRS):
        some = slice(start, start + _PAIRS)
        one, here = np.unique(left[some], return_inverse=True)
        other, there = np.unique(right[some], return_inverse=True)
        found[some] = (rows[one] @ rows[other].T).toarray()[here, there]
    return found
