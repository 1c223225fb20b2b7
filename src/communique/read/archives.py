"""Archives of pages: .gz, .zip and .warc, told by their first bytes, opened within limits.

Every read is bounded by MAX_BYTES, so a file that unpacks to terabytes costs no more memory than
the largest page. Archives inside archives are opened down to MAX_DEPTH.
"""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from lzma import LZMAError
from typing import IO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from communique.errors import Fault
from communique.types.ids import content_id

MAX_BYTES = 20_000_000
"""The largest page that is read, in bytes."""
MAX_RATIO = 200
"""How many times its size an archive may unpack to, once past MAX_BYTES."""
MAX_DEPTH = 2
DAMAGE = (
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    struct.error,
)
"""What the readers of archives raise on damaged, encrypted or unknown ones."""
_PAGES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_CODINGS = ("Content-Encoding", "Transfer-Encoding")


def legible(name: str) -> str:
    """A file's name as UTF-8 can carry it, bytes that are no UTF-8 written out in hexadecimal."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPage:
    """The bytes of one page, where they came from, and their web address if the archive has it."""

    name: str
    data: bytes
    address: str | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, hexadecimal."""
        return sha256(self.data).hexdigest()

    @property
    def page_id(self) -> str:
        """The id of the page these bytes make: of the bytes and the address, not of the name."""
        return content_id("pg", self.sha256, self.address)


def unpack(name: str, stream: IO[bytes], depth: int = 0) -> Iterator[RawPage | Fault]:
    """The pages in one stream: the stream itself, or what the archive that it is holds."""
    head = stream.read(4096)
    if not head:
        yield Fault.of(name, "E103", "there is nothing to read", sha256(b"").hexdigest())
        return
    start = cast(IO[bytes], _Joined(head, stream))
    if depth > MAX_DEPTH:
        yield Fault.of(name, "E107", f"archives are opened {MAX_DEPTH} deep")
    elif head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from _zip(name, start, depth)
    elif head.startswith(b"\x1f\x8b"):
        yield from _gzip(name, start, depth)
    elif head.startswith(b"WARC/"):
        yield from _warc(name, start)
    else:
        data = start.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            yield _too_large(name, depth)
        else:
            yield RawPage(name=name, data=data)


def _too_large(name: str, depth: int) -> Fault:
    code = "E107" if depth else "E105"
    return Fault.of(name, code, f"more than {MAX_BYTES // 1_000_000} MB; cut it into pages first")


def _gzip(name: str, stream: IO[bytes], depth: int) -> Iterator[RawPage | Fault]:
    inner = name.removesuffix(".gz")
    try:
        with gzip.GzipFile(fileobj=stream) as unzipped:
            yield from unpack(inner, unzipped, depth + 1)  # type: ignore[arg-type]
    except DAMAGE as problem:
        yield Fault.of(name, "E106", str(problem))


def _zip(name: str, stream: IO[bytes], depth: int) -> Iterator[RawPage | Fault]:
    # A zip's list of members stands at its end, so the archive itself has to be held.
    data = stream.read(MAX_BYTES * 10 + 1)
    if len(data) > MAX_BYTES * 10:
        yield Fault.of(name, "E105", f"zip files are read up to {MAX_BYTES // 100_000} MB")
        return
    budget = max(MAX_BYTES, MAX_RATIO * len(data))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist():
                budget -= member.file_size
                if budget < 0:
                    yield Fault.of(name, "E107", f"unpacks to over {MAX_RATIO} times its size")
                    return
                if not member.is_dir():
                    yield from _member(archive, member, f"{name}!{member.filename}", depth)
    except DAMAGE as problem:
        yield Fault.of(name, "E106", str(problem))


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, depth: int
) -> Iterator[RawPage | Fault]:
    try:
        with archive.open(member) as stream:
            yield from unpack(name, stream, depth + 1)
    except DAMAGE as problem:
        yield Fault.of(name, "E106", str(problem))


def _warc(name: str, stream: IO[bytes]) -> Iterator[RawPage | Fault]:
    seen = 0
    try:
        for record in ArchiveIterator(stream, record_types=_PAGES):
            seen += 1
            yield _record(f"{name}#{record.stream_pos}", record)
    except DAMAGE as problem:
        yield Fault.of(name, "E106", str(problem))
    if not seen:
        yield Fault.of(name, "E106", "no response record could be read")


def _record(name: str, record: WarcRecord) -> RawPage | Fault:
    try:
        data = record.reader.read(MAX_BYTES + 1)
        if len(data) < min(record.content_length, MAX_BYTES):
            return Fault.of(name, "E106", "the record is cut off")
        data = _decoded(data, record)
    except DAMAGE as problem:
        return Fault.of(name, "E106", str(problem))
    if len(data) > MAX_BYTES:
        return _too_large(name, 1)
    if not data:
        return Fault.of(name, "E103", "the record has no content")
    return RawPage(name=name, data=data, address=record.headers.get("WARC-Target-URI"))


def _decoded(data: bytes, record: WarcRecord) -> bytes:
    """What a server sent chunked or compressed, as it was before.

    fastwarc gives a whole archive up where it cannot decode one record: each is given to it alone.
    """
    headers = record.http_headers
    sent = {name: headers.get(name) for name in _CODINGS} if headers else {}
    codings = "".join(f"{name}: {value}\r\n" for name, value in sent.items() if value)
    if not codings or len(data) > MAX_BYTES:
        return data
    content = f"HTTP/1.1 200 OK\r\n{codings}\r\n".encode() + data
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(content)}\r\n\r\n"
    )
    alone = ArchiveIterator(io.BytesIO(head.encode() + content), auto_decode="all")
    return b"".join(each.reader.read(MAX_BYTES + 1) for each in alone)


class _Joined(io.RawIOBase):
    """The bytes already looked at, then the rest of the stream; it tells where it stands."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = head
        self._rest = rest
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Seek to where it stands already, which is how fastwarc asks for the place."""
        if (offset, whence) != (0, io.SEEK_CUR):
            raise io.UnsupportedOperation("seek")
        return self._at

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        if size is None or size < 0:
            data, self._head = self._head + self._rest.read(), b""
        else:
            parts = [self._head[:size]]
            self._head = self._head[size:]
            missing = size - len(parts[0])
            while missing > 0 and (more := self._rest.read(missing)):
                parts.append(more)
                missing -= len(more)
            data = b"".join(parts)
        self._at += len(data)
        return data
