"""Bytes to text: the encoding is detected, and bytes that are not text are told apart."""

import re

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from communique.errors import Fault
from communique.read.archives import RawPage

MAX_LINES = 50_000
"""The most lines a page may have; a longer file is a log or a data dump."""

_SAMPLE = 65_536
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
"""What no database and no JSON file can carry: NUL, and halves of surrogate pairs."""
_BREAKS = "\n\r\x0b\x0c\u2028\u2029"


def decode(raw: RawPage) -> tuple[str, str] | Fault:
    """The text of a page and the name of its encoding, or a Fault where the bytes are not text.

    In order: a byte order mark, every other byte NUL (UTF-16), valid UTF-8, the charset that the
    markup names, UTF-8 with a few damaged bytes, and detection. What cannot be text is U+FFFD.
    """
    data = raw.data
    if not data.strip():
        return Fault.of(raw.name, "E103", "there is only white space", raw.sha256)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(raw, data[len(mark) :].decode(encoding, "replace"), encoding)
    wide = _utf16(data[:_SAMPLE])
    if wide:
        return _checked(raw, data.decode(wide, "replace"), wide)
    controls = len(_CONTROL.findall(data[:_SAMPLE]))
    if controls > 0.01 * len(data[:_SAMPLE]):
        return Fault.of(
            raw.name, "E104", "it looks like an image, an office file or a program", raw.sha256
        )
    try:
        return _checked(raw, data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        encoding = _named(data[:_SAMPLE]) or _guess(data)
        return _checked(raw, data.decode(encoding, "replace"), encoding)


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of Latin text is NUL, and hardly any else."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most, few = 0.2 * len(sample), 0.01 * len(sample)
    if odd > most and even < few:
        return "utf-16-le"
    return "utf-16-be" if even > most and odd < few else None


def _named(head: bytes) -> str | None:
    """The encoding that the markup names, if it is one of the web's and not shown wrong already."""
    found = _META.search(head)
    if not found:
        return None
    encoding = map_encoding_to_html5(found[1].decode(), fallback_utf8=False)
    return encoding if encoding and not encoding.startswith("utf-") else None


def _guess(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    if len(text) - len(text.encode("ascii", "ignore")) > 10 * wrong:
        return "utf-8"
    found = detect_encoding(data[:_SAMPLE]) or ""
    return "cp1252" if found.lower() in ("", "utf-8", "ascii") else found


def _checked(raw: RawPage, text: str, encoding: str) -> tuple[str, str] | Fault:
    text = _NO_TEXT.sub("\ufffd", text)
    if not text.strip():
        return Fault.of(raw.name, "E103", "there is only white space", raw.sha256)
    wrong = text.count("\ufffd")
    if wrong > max(8, 0.02 * len(text)):
        return Fault.of(
            raw.name, "E104", f"{wrong} characters are no text in any known encoding", raw.sha256
        )
    if max(map(text.count, _BREAKS)) > MAX_LINES:
        return Fault.of(raw.name, "E109", f"more than {MAX_LINES:,} lines", raw.sha256)
    return text, encoding
