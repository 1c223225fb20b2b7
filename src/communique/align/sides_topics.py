"""Sentences of several accounts gathered into topics."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from communique.align.likeness import likeness
from communique.align.sides_words import Subjects
from communique.models.linking import link_weights
from communique.types.coverage import Link, SentenceRef
from communique.types.text import Report

Pair = tuple[SentenceRef, SentenceRef]
Group = tuple[SentenceRef, ...]

SURE = 0.75
"""Likeness from which two sentences are one topic whatever words they share."""
_SHARED = 0.6
"""Least weight of what two sentences of one topic have in common, where they are less alike."""
_BOTH, _MUCH = 0.5, 0.45
"""Likeness and the share of their subject that they have in common, together, from which two may be
one topic; and the share at which no likeness is asked for."""
_TOGETHER = 0.3
"""Least mean likeness of two groups that are joined."""
_NEXT = 0.4
"""Share of the subject by which a sentence goes on with the one before it."""
_GOES_ON = re.compile(r"(?:It|Its|This|These|Such|The latter)\b(?! also| further)")


def side_topics(
    reports: Sequence[Report], links: Sequence[Link], subjects: Subjects
) -> tuple[list[Group], set[Pair]]:
    """The sentences of the sides' `reports` by topic, and the pairs that are of one topic.

    Two sentences are where they likely say the same (by the coverage's `links`, or with the others'
    accounts left aside), or share most of what they are about. Groups are joined along such pairs,
    the likest first, as long as they are alike on the whole.
    """
    linked = {frozenset((link.a, link.b)): link.score for link in links}
    scores: dict[Pair, float] = {}
    for pair, scored in _scored(reports):
        score, like = max(scored, linked.get(frozenset(pair), 0.0)), subjects.likeness(*pair)
        if _one_topic(score, like, subjects.shared(*pair)):
            scores[pair] = score + like
    places = [ref(report, n) for report in reports for n in range(len(report.sentences))]
    groups = _joined(places, scores)
    return _gone_on(reports, groups, subjects), set(scores)


def ref(report: Report, number: int) -> SentenceRef:
    """The place of a sentence."""
    return SentenceRef(report_id=report.id, sentence=number)


def _scored(reports: Sequence[Report]) -> Iterator[tuple[Pair, float]]:
    for (a, b), table in likeness(reports).items():
        for i, row in enumerate(table.tolist()):
            for j, score in enumerate(row):
                one = SentenceRef(report_id=a, sentence=i)
                yield (one, SentenceRef(report_id=b, sentence=j)), score


def _one_topic(score: float, like: float, shared: float) -> bool:
    if score >= SURE:
        return True
    likely = score >= link_weights().least or like >= _MUCH or score + like >= _BOTH
    return shared >= _SHARED and likely


def _joined(places: Sequence[SentenceRef], scores: Mapping[Pair, float]) -> list[Group]:
    """The places in groups whose sentences of different reports are alike in the mean."""
    home: dict[SentenceRef, Group] = {each: (each,) for each in places}
    order = {each: n for n, each in enumerate(places)}
    ranked = sorted(scores, key=lambda p: (-scores[p], order[p[0]], order[p[1]]))
    for one, other in ranked:
        a, b = home[one], home[other]
        if a is b:
            continue
        across = [
            max(scores.get((x, y), 0.0), scores.get((y, x), 0.0))
            for x in a
            for y in b
            if x.report_id != y.report_id
        ]
        if sum(across) >= _TOGETHER * len(across):
            united = tuple(sorted((*a, *b), key=order.__getitem__))
            home.update(dict.fromkeys(united, united))
    return list(dict.fromkeys(home[each] for each in places))


def _gone_on(reports: Sequence[Report], groups: Sequence[Group], subjects: Subjects) -> list[Group]:
    """`groups` with each sentence that is alone put to the one before it, where it goes on."""
    home = {each: group for group in groups for each in group}
    for report in reports:
        for n, _ in pairwise(range(len(report.sentences))):
            one, following = ref(report, n), ref(report, n + 1)
            text = report.sentences[n + 1].text
            if len(home[following]) > 1 or home[one] is home[following]:
                continue
            if _GOES_ON.match(text) or subjects.likeness(one, following) >= _NEXT:
                united = (*home[one], following)
                home.update(dict.fromkeys(united, united))
    return list(dict.fromkeys(home[each] for group in groups for each in group))


def attached(
    groups: Sequence[Group], links: Sequence[Link], subjects: Subjects, others: Sequence[Report]
) -> tuple[list[list[SentenceRef]], list[Group]]:
    """What `others` have of each group, and their sentences that are of none, by topic.

    A sentence may be of several groups: a wire tells in one what readouts tell in three.
    """
    near: dict[SentenceRef, set[SentenceRef]] = {}
    among: dict[Pair, float] = {}
    known = {report.id for report in others}
    for link in links:
        if link.score < SURE and subjects.shared(link.a, link.b) < _SHARED:
            continue
        if {link.a.report_id, link.b.report_id} <= known:
            among[link.a, link.b] = link.score
        near.setdefault(link.a, set()).add(link.b)
        near.setdefault(link.b, set()).add(link.a)
    every = [ref(report, n) for report in others for n in range(len(report.sentences))]
    found = [[e for e in every if not near.get(e, set()).isdisjoint(group)] for group in groups]
    taken = {each for some in found for each in some}
    left = {pair: score for pair, score in among.items() if taken.isdisjoint(pair)}
    return found, _joined([each for each in every if each not in taken], left)
