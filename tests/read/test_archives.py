"""Archives: what they hold comes out, within limits, and damage is a fault with its place."""

import bz2
import gzip
import io
import random
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import Fault
from communique.read.archives import MAX_BYTES, RawPage, unpack

WORDS = b"The ministers met on Tuesday and agreed on a treaty. "


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def record(number: int, body: bytes, *, kind: str = "response", http: str = "") -> bytes:
    content = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{http}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/{number}\r\n"
        f"WARC-Date: 2024-07-04T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def opened(data: bytes, name: str = "a") -> list[RawPage | Fault]:
    return list(unpack(name, io.BytesIO(data)))


def only_fault(data: bytes) -> Fault:
    (fault,) = opened(data)
    assert isinstance(fault, Fault)
    return fault


def test_a_plain_file_is_itself() -> None:
    assert opened(WORDS, "a.txt") == [RawPage(name="a.txt", data=WORDS)]


def test_gzip_and_zip_give_their_members() -> None:
    assert opened(gzip.compress(WORDS), "a.txt.gz") == [RawPage(name="a.txt", data=WORDS)]
    data = zipped({"b.txt": WORDS, "folder/": b"", "folder/c é.txt": WORDS, "empty.txt": b""})
    pages = opened(data, "a.zip")
    assert [page.name for page in pages if isinstance(page, RawPage)] == [
        "a.zip!b.txt",
        "a.zip!folder/c é.txt",
    ]
    assert [fault.code for fault in pages if isinstance(fault, Fault)] == ["E103"]


def test_archives_in_archives_are_opened_two_deep() -> None:
    inner = zipped({"b.txt.gz": gzip.compress(WORDS)})
    (page,) = opened(inner, "a.zip")
    assert page == RawPage(name="a.zip!b.txt", data=WORDS)
    too_deep = only_fault(gzip.compress(zipped({"b.zip": inner})))
    assert too_deep.code == "E107"


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_warc_gives_each_response(pack: Callable[[bytes], bytes]) -> None:
    data = b"".join(
        pack(each)
        for each in (
            record(0, b"", kind="request"),
            record(1, b"<p>One</p>"),
            record(2, b"<p>Two</p>"),
            record(3, b""),
        )
    )
    one, two, empty = opened(data, "a.warc")
    assert isinstance(one, RawPage)
    assert isinstance(two, RawPage)
    assert (one.data, one.address) == (b"<p>One</p>", "https://example.org/1")
    assert (two.data, two.address) == (b"<p>Two</p>", "https://example.org/2")
    assert one.name != two.name
    assert one.page_id != two.page_id
    assert isinstance(empty, Fault)
    assert empty.code == "E103"


def test_warc_content_is_decoded() -> None:
    coded = record(1, gzip.compress(WORDS), http="Content-Encoding: gzip\r\n")
    chunked = record(2, b"5\r\n<p>hi\r\n0\r\n\r\n", http="Transfer-Encoding: chunked\r\n")
    one, two = opened(coded + chunked)
    assert isinstance(one, RawPage)
    assert isinstance(two, RawPage)
    assert (one.data, two.data) == (WORDS, b"<p>hi")


def test_a_cut_off_warc_gives_what_was_whole() -> None:
    bodies = [random.Random(n).randbytes(4000).hex().encode() for n in range(60)]
    plain = b"".join(record(n, body) for n, body in enumerate(bodies))
    *whole, fault = opened(plain[:-900])
    assert len(whole) == 59
    assert isinstance(fault, Fault)
    assert fault.code == "E106"
    packed = b"".join(gzip.compress(record(n, body)) for n, body in enumerate(bodies))
    *whole, cut, fault = opened(packed[:-900])
    assert [page.data for page in whole if isinstance(page, RawPage)] == bodies[: len(whole)]
    assert len(whole) > 40
    assert isinstance(cut, Fault)
    assert isinstance(fault, Fault)
    assert fault.code == "E106"


def test_one_bad_record_does_not_stop_the_others() -> None:
    bad = record(1, b"\x1f\x8b no gzip at all", http="Content-Encoding: gzip\r\n")
    fault, page = opened(bad + record(2, WORDS))
    assert isinstance(fault, Fault)
    assert fault.code == "E106"
    assert isinstance(page, RawPage)
    assert page.data == WORDS


def encrypted() -> bytes:
    data = bytearray(zipped({"a.txt": WORDS}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(WORDS * 50)[:-10],
        gzip.compress(WORDS * 50)[:30] + b"\xff" * 40,
        zipped({"a.txt": WORDS})[:-30],
        b"PK\x03\x04 and no more",
        encrypted(),
        b"WARC/1.0\r\nno more",
        record(1, b"", kind="warcinfo"),
        gzip.compress(record(1, WORDS))[:60],
    ],
    ids="cut-gzip bad-gzip cut-zip no-zip encrypted no-warc no-response cut-warc".split(),
)
def test_damage_is_a_fault(data: bytes) -> None:
    assert only_fault(data).code == "E106"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_member_does_not_stop_the_others(method: int) -> None:
    data = bytearray(zipped({"a.txt": WORDS * 20, "b.txt": WORDS}, method))
    at = data.index(b"a.txt") + 30
    data[at : at + 8] = b"\xff" * 8
    fault, page = opened(bytes(data))
    assert isinstance(fault, Fault)
    assert (fault.code, fault.page) == ("E106", "a!a.txt")
    assert isinstance(page, RawPage)
    assert page.data == WORDS


def test_a_gzip_bomb_costs_no_more_than_a_page() -> None:
    bomb = gzip.compress(gzip.compress(b"\x20" * 400_000_000, 9), 9)
    tracemalloc.start()
    try:
        fault = only_fault(bomb)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert fault.code == "E107"
    assert peak < 4 * MAX_BYTES


def test_a_zip_bomb_is_not_unpacked() -> None:
    data = zipped({f"{n}.txt": b" " * 30_000_000 for n in range(3)}, zipfile.ZIP_LZMA)
    fault = only_fault(data)
    assert fault.code == "E107"


def test_a_zip_that_lies_about_its_size() -> None:
    data = bytearray(zipped({"a.txt": b" " * 30_000_000}))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (1000).to_bytes(4, "little")
    tracemalloc.start()
    try:
        opened(bytes(data))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < MAX_BYTES


SEEDS = (
    zipped({"a.txt": WORDS, "é.txt": WORDS}),
    zipped({"a.txt": WORDS}, zipfile.ZIP_LZMA),
    gzip.compress(WORDS * 9),
    record(1, WORDS) + record(2, WORDS),
    gzip.compress(record(1, WORDS)) + gzip.compress(record(2, WORDS)),
    bz2.compress(WORDS),
)


@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=4),
    st.integers(1, 2000),
)
def test_damaged_archives_never_raise(
    data: bytes, changes: list[tuple[int, int]], length: int
) -> None:
    damaged = bytearray(data)
    for at, value in changes:
        damaged[at % len(damaged)] = value
    for each in opened(bytes(damaged[:length])):
        name = each.name if isinstance(each, RawPage) else each.page + each.message
        name.encode("utf-8")
