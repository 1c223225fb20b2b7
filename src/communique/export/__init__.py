"""What leaves the register: one JSON lines file a kind, in the shape others rely on."""

from communique.export.jsonl import KINDS, Source, write_jsonl

__all__ = ["KINDS", "Source", "write_jsonl"]
