"""Bytes to text: the encoding is detected, and bytes that are not text are told apart."""

import re

from resiliparse.parse.encoding import bytes_to_str, detect_encoding

from communique.errors import Fault
from communique.read.archives import RawPage

MAX_LINES = 50_000
"""The most lines a page may have; a longer file is a log or a data dump."""

_SAMPLE = 65_536
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def decode(raw: RawPage) -> tuple[str, str] | Fault:
    """The text of a page and the name of its encoding, or a Fault where the bytes are not text.

    In order: a byte order mark, valid UTF-8, the charset that the markup names, and detection.
    """
    data = raw.data
    if not data.strip():
        return Fault.of(raw.name, "E103", "there is only white space", raw.sha256)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(raw, data[len(mark) :].decode(encoding, "replace"), encoding)
    controls = len(_CONTROL.findall(data[:_SAMPLE]))
    if controls > 0.01 * len(data[:_SAMPLE]):
        return Fault.of(
            raw.name, "E104", "it looks like an image, an office file or a program", raw.sha256
        )
    try:
        return _checked(raw, data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        named = _META.search(data[:4096])
        encoding = named[1].decode() if named else detect_encoding(data[:_SAMPLE]) or "cp1252"
        if encoding.lower() in ("utf-8", "utf8", "ascii"):
            encoding = "cp1252" if data.decode("utf-8", "ignore").isascii() else "utf-8"
        return _checked(raw, bytes_to_str(data, encoding, errors="replace"), encoding)


def _checked(raw: RawPage, text: str, encoding: str) -> tuple[str, str] | Fault:
    wrong = text.count("\ufffd") + text.count("\x00")
    if wrong > max(8, 0.02 * len(text)):
        return Fault.of(
            raw.name, "E104", f"{wrong} characters are no text in any known encoding", raw.sha256
        )
    if text.count("\n") > MAX_LINES:
        return Fault.of(raw.name, "E109", f"more than {MAX_LINES:,} lines", raw.sha256)
    return text, encoding
