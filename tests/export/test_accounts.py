"""Whose accounts there are, in words."""

import pytest

from communique.export.accounts import accounts, whose
from communique.types.coverage import Origin, Stance


def origin(stance: Stance, side: str | None = None) -> Origin:
    return Origin(name="it", report_ids=("rp-1",), reason="made", stance=stance, side=side)


CHINA, THIRD, UNKNOWN = origin("party", "CHN"), origin("third party"), origin("unknown")


@pytest.mark.parametrize(
    ("origins", "words"),
    [
        ([], "0 accounts"),
        ([CHINA], "1 account: China's side alone"),
        ([CHINA, CHINA], "2 accounts: China's side (2) alone"),
        ([THIRD, CHINA], "2 accounts: China's side, a third party's"),
        ([UNKNOWN], "1 account: unknown whose"),
        ([UNKNOWN, CHINA, UNKNOWN], "3 accounts: China's side, unknown whose (2)"),
        ([origin("parties")], "1 account: the parties together"),
        ([CHINA, origin("party", "NLD")], "2 accounts: China's side, Netherlands' side"),
    ],
)
def test_the_summary_counts_and_names_the_sides(origins: list[Origin], words: str) -> None:
    assert accounts(origins) == words


def test_an_origin_by_itself_is_not_called_alone() -> None:
    assert whose([CHINA]) == "China's side"
