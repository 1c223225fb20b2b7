"""Wordings of deeds and meetings."""

from typing import get_args

from communique.types.record import EventType
from communique.vocab.deeds import Form, deeds, meetings
from communique.vocab.plover import event_types


def test_types_and_modes_are_plovers() -> None:
    for deed in deeds():
        assert deed.type in get_args(EventType)
        assert deed.mode is None or deed.mode in event_types()[deed.type].modes
    for meeting in meetings():
        assert meeting.form in get_args(Form)
        assert meeting.mode is None or meeting.mode in event_types()["CONSULT"].modes
        assert 0 < meeting.confidence <= 1


def test_names_are_unique() -> None:
    names = [deed.name for deed in deeds()] + [meeting.name for meeting in meetings()]
    assert len(names) == len(set(names))
