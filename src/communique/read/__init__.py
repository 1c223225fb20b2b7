"""Pages in: bytes from files, folders, archives and standard input become Pages or Faults."""

from communique.errors import Fault
from communique.read.archives import MAX_BYTES, RawPage, legible
from communique.read.page import to_page
from communique.read.sources import STDIN, open_sources
from communique.types.text import Page


def read_bytes(data: bytes, name: str = STDIN, address: str | None = None) -> Page | Fault:
    """Read the bytes of one page; `name` is how faults and lists will call it."""
    name = legible(name)
    if len(data) > MAX_BYTES:
        return Fault.of(name, "E105", f"more than {MAX_BYTES // 1_000_000} MB")
    return to_page(RawPage(name=name, data=data, address=address))


__all__ = ["MAX_BYTES", "STDIN", "RawPage", "open_sources", "read_bytes", "to_page"]
