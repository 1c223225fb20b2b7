"""Whether two wordings of a partnership's level are one level."""

from communique.vocab.partnerships import find_labels


def is_label(level: str | None) -> bool:
    """Whether words name a level ("strategic partnership"), not only a manner ("top partners").

    >>> is_label("strategic partnership"), is_label("closest partners"), is_label(None)
    (True, False, False)
    """
    return bool(level and next(find_labels(level), None))


def one_level(a: str | None, b: str | None) -> bool:
    """Whether two wordings may be one level: the longer begins as the other, or one names none.

    >>> one_level("strategic partnership", "top-tier partners")
    True
    >>> one_level("strategic partnership", "comprehensive strategic partnership")
    False
    """
    if not (is_label(a) and is_label(b)):
        return True
    first, other = (a or "").casefold(), (b or "").casefold()
    return first.startswith(other) or other.startswith(first)
