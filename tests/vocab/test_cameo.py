"""The CAMEO codes: one for every type and mode, of the right quad."""

import re

from communique.vocab.cameo import cameo_code, cameo_text
from communique.vocab.plover import event_types


def test_every_type_and_mode_has_a_code() -> None:
    for name, row in event_types().items():
        for mode in (None, *row.modes):
            assert re.fullmatch(r"\d{3,4}", cameo_code(name, mode)), (name, mode)


def test_modes_go_before_types() -> None:
    assert cameo_code("SANCTION", "convict") == "116"
    assert cameo_code("SANCTION") == "163"


def test_roots_agree_with_the_quads() -> None:
    """CAMEO's roots 01-05 are verbal cooperation, 06-08 material, 09-13 verbal conflict."""
    spans = {
        "VERBAL COOPERATION": range(1, 6),
        "MATERIAL COOPERATION": range(6, 9),
        "VERBAL CONFLICT": (*range(9, 14), 2),
        "MATERIAL CONFLICT": (*range(14, 21), 11),
    }
    for name, row in event_types().items():
        for mode in (None, *row.modes):
            assert int(cameo_code(name, mode)[:2]) in spans[row.quad], (name, mode)


def test_every_code_has_a_name() -> None:
    for name, row in event_types().items():
        for mode in (None, *row.modes):
            assert cameo_text(cameo_code(name, mode)).strip(), (name, mode)
