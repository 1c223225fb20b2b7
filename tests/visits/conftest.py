"""Reports read as any page is, and their visits."""

import pytest

from communique.pipeline.reading import read_raw
from communique.pipeline.uniting import united
from communique.read import RawPage
from communique.visits import find_visits


@pytest.fixture(scope="session")
def visits_in():
    """The visits of a text by traveller's name and state, as one coverage."""

    def find(text):
        reading = read_raw(RawPage(name="a.txt", data=text.strip().encode()))
        assert not reading.faults
        names = {actor.id: actor.name for one in reading.findings for actor in one.actors}
        found = {}
        for report, findings in zip(reading.reports, reading.findings, strict=True):
            _, merged = united(f"cv-{report.id}", [report], [findings], {})
            for visit in find_visits(merged, [report], [findings]):
                found[names[visit.traveller], visit.to] = visit
                for piece in visit.evidence:
                    assert report.evidence(piece.span) == piece
        return found, names

    return find
