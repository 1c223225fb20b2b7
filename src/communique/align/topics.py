"""What words are about, in three words."""

from communique.align.words import places

_TOPIC_WORDS = 3
_LONG_WORD = 6


def topic(text: str) -> str:
    """Up to three key words in their order: names, else the longest words."""
    spoken = [word for word, _ in places(text)]
    names = list(dict.fromkeys(word for word in spoken[1:] if word[0].isupper()))
    if len(names) < _TOPIC_WORDS:
        rest = [w for w in spoken if len(w) >= _LONG_WORD and w not in names]
        longest = sorted(dict.fromkeys(rest), key=len, reverse=True)
        names += longest[: _TOPIC_WORDS - len(names)]
    kept = names[:_TOPIC_WORDS] or spoken[:_TOPIC_WORDS]
    return " ".join(sorted(kept, key=spoken.index))
