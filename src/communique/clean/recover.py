"""HTML blocks that the extractor dropped although the body runs on around them.

trafilatura leaves out short ledes under the headline, subheadings and single paragraphs inside the
body. A dropped block is taken back where body stands on both sides (or the headline above and body
below), the gap is short, and neither markup, links nor words speak for furniture.
"""

from collections.abc import Sequence
from itertools import pairwise

from communique.clean.furniture import furniture
from communique.types.text import Block

GAP = 6
"""Longest run of dropped blocks, inside the body, that is looked into."""
LINKED = 0.5
LEDE_WORDS = 8
_TEXT_TAGS = frozenset("p h2 h3 h4 h5 h6 blockquote pre li dd dt td th".split())


def recover_main(blocks: Sequence[Block], texts: Sequence[str]) -> list[bool | None]:
    """The blocks' `main` flags with the dropped ones taken back."""
    main = [block.main for block in blocks]
    kept = [at for at, flag in enumerate(main) if flag]
    for left, right in pairwise(kept):
        if 1 < right - left <= GAP + 1:
            for at in range(left + 1, right):
                main[at] = _plain(blocks[at], texts[at])
    if kept:
        first_heading = next(
            (at for at, block in enumerate(blocks[: kept[0]]) if block.tag == "h1"), None
        )
        if first_heading is not None and kept[0] - first_heading <= 2 * GAP:
            for at in range(first_heading + 1, kept[0]):
                if blocks[at].tag == "p" and len(texts[at].split()) >= LEDE_WORDS:
                    main[at] = _plain(blocks[at], texts[at])
    return main


def _plain(block: Block, text: str) -> bool:
    return (
        block.tag in _TEXT_TAGS
        and block.role is None
        and (block.linked <= LINKED or block.tag.startswith("h"))
        and furniture(text) is None
    )
