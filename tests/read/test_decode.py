"""Bytes to text: encodings are told apart, and what is no text becomes a fault with its code."""

import random

import pytest

from communique.errors import Fault
from communique.read import MAX_BYTES, read_bytes
from communique.read.decode import MAX_LINES
from communique.types.text import Page

FRENCH = "Le ministre a déclaré que l’accord serait signé à Genève après l’été. "
RUSSIAN = "Министр встретился с послом и обсудил развитие отношений двух государств. "
CHINESE = "两国外交部长星期二在北京会谈，并签署了一项关于边境合作的协议。"


def page_of(data: bytes, name: str = "page.txt") -> Page:
    page = read_bytes(data, name)
    assert isinstance(page, Page), page
    return page


def fault_of(data: bytes, name: str = "page.txt") -> Fault:
    fault = read_bytes(data, name)
    assert isinstance(fault, Fault), fault
    assert fault.page == name
    return fault


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "cp1252"),
        (FRENCH.replace("’", "'"), "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (CHINESE, "gb18030"),
        (RUSSIAN, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
    ],
)
def test_encodings_are_told_apart(text: str, encoding: str) -> None:
    assert page_of((text * 5).encode(encoding)).text == text * 5


def test_the_charset_of_the_markup_is_believed() -> None:
    short = f"<html><head><meta charset='windows-1251'></head><body><p>{RUSSIAN}</p></body></html>"
    page = page_of(short.encode("cp1251"), "page.html")
    assert RUSSIAN.strip() in page.text
    assert page.encoding == "cp1251"


@pytest.mark.parametrize(
    "charset", ["no-such-charset", "base64", "undefined", "utf-7", "unicode_escape", "utf-16"]
)
def test_a_charset_that_no_page_can_have_is_not_believed(charset: str) -> None:
    source = f"<html><head><meta charset='{charset}'></head><body><p>{RUSSIAN * 4}\\ud800</p>"
    assert RUSSIAN.strip() in page_of(source.encode("cp1251"), "page.html").text


@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, CHINESE])
def test_a_few_damaged_bytes_do_not_change_the_encoding(text: str) -> None:
    data = (text * 5).encode()
    page = page_of(data[:80] + b"\xff\xfe" + data[80:])
    assert page.encoding == "utf-8"
    assert text in page.text


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", "\u2003\u00a0\n".encode()])
def test_nothing_to_read(data: bytes) -> None:
    assert fault_of(data).code == "E103"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x06\x00\x00\x00",
        random.Random(1).randbytes(5000),
        b"\x00" * 5000,
        b"%PDF-1.7\n" + random.Random(2).randbytes(5000),
        b"\x7fELF\x02\x01\x01" + b"\x00" * 100,
        b"\xff\xfe" + b"\x00\xd8" * 200,
    ],
    ids=["png", "random", "nul", "pdf", "elf", "half surrogates"],
)
def test_what_is_no_text(data: bytes) -> None:
    assert fault_of(data).code == "E104"


def test_a_nul_or_half_a_surrogate_pair_cannot_stay() -> None:
    words = "He said\x00 yes. " + "The talks went on. " * 20
    page = page_of(b"\xff\xfe" + words.encode("utf-16-le") + b"\x00\xd8")
    assert "\x00" not in page.text
    assert page.text.startswith("He said\ufffd yes. ")
    page.text.encode("utf-8")


def test_limits_of_size_and_lines() -> None:
    assert fault_of(b"word " * (MAX_BYTES // 5 + 1)).code == "E105"
    assert fault_of(b"one line\n" * 100_000).code == "E109"
    assert fault_of(b"one line\r" * 100_000).code == "E109"
    assert fault_of(b"<html><p>a</p>" + b"<p>a" * (MAX_LINES + 1), "a.html").code == "E109"
    assert isinstance(read_bytes(b"one line\n" * 40_000, "page.txt"), Page)


def test_a_name_that_utf8_cannot_carry() -> None:
    page = page_of(b"The talks began.", "od\udcffd\nname.txt")
    assert page.name.encode("utf-8") == b"od\\udcffd\nname.txt"
    fault = read_bytes(b"", "od\udcffd")
    assert isinstance(fault, Fault)
    fault.page.encode("utf-8")
