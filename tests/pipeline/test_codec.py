"""Records to JSON and back."""

import json
from dataclasses import fields

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import CommuniqueError, Fault
from communique.pipeline.codec import KINDS, decode, encode
from communique.types.coverage import Coverage, Merged
from communique.types.provenance import Judgement
from communique.types.text import Block, Page, Passage, Report, Span

texts = st.text(st.characters(exclude_categories=["Cs"]))
st.register_type_strategy(str, texts)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(
    Span,
    st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(
        lambda pair: Span(start=min(pair), end=max(pair))
    ),
)
st.register_type_strategy(
    Passage,
    st.tuples(st.integers(0, 10**6), texts).map(
        lambda pair: Passage(span=Span(start=pair[0], end=pair[0] + len(pair[1])), text=pair[1])
    ),
)
TYPES = sorted({*KINDS.values(), Page, Merged, Judgement}, key=lambda one: one.__name__)


@pytest.mark.parametrize("record_type", TYPES)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_record_comes_back_as_it_was(record_type, data):
    record = data.draw(st.from_type(record_type))
    coded = encode(record)
    assert decode(record_type, coded) == record
    assert decode(record_type, coded.decode()) == record
    assert encode(decode(record_type, coded)) == coded


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_decodes_to_its_type(kind):
    with pytest.raises(CommuniqueError, match=KINDS[kind].__name__):
        decode(kind, b"[]")


def test_json_keeps_the_order_of_the_fields():
    fault = Fault.of("a.txt", "E104", "")
    assert list(json.loads(encode(fault))) == [field.name for field in fields(Fault)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b'{"id": "cv-1"}',
        b'{"id": 1, "report_ids": []}',
        b'{"id": "cv-1", "report_ids": "rp-1"}',
        b'{"id": "cv-1", "report_ids": [null]}',
        b'{"id": "cv-1", "report_ids": [], "links": [{}]}',
        b"\xff\xfe",
        '{"id": "\ud800", "report_ids": []}',
    ],
)
def test_damaged_json_is_told(data):
    with pytest.raises(CommuniqueError, match="E304") as caught:
        decode(Coverage, data)
    assert not isinstance(caught.value, msgspec.MsgspecError)


def test_a_span_that_runs_backwards_is_refused():
    with pytest.raises(CommuniqueError, match="does not run forward"):
        decode(tuple[Block, ...], b'[{"span": {"start": 2, "end": 1}, "tag": "line"}]')


def test_a_word_outside_the_vocabulary_is_refused():
    with pytest.raises(CommuniqueError, match="E304"):
        decode(Report, b'{"id": "rp-1", "page_id": "pg-1", "kind": "tram"}')


def test_half_a_surrogate_pair_cannot_be_written():
    with pytest.raises(CommuniqueError, match="E304"):
        encode(Fault.of("\ud800.txt", "E104", ""))
