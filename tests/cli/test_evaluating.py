"""`evaluate events` and `audit`, as a scholar uses them."""

import csv
import json

import pytest

CODED = """sentence\tactor\trecipient\ttype
Kenya condemned the raid by Somalia.\tKenya\tSomalia\tACCUSE
Peru sent doctors and medicine to Chile.\tPeru\tChile\taid
Peru sent doctors and medicine to Chile.\tBolivia\tPeru\tnone
Kenya and Peru have coasts.\t\t\tnone
"""


def test_own_codes_are_compared_and_bad_rows_told(filled, tmp_path):
    (tmp_path / "mine.tsv").write_text(CODED)
    result = filled("evaluate", "events", str(tmp_path / "mine.tsv"))
    assert result.exit_code == 0
    assert "3 rows: accuracy" in result.output
    assert "mine.tsv:4: E602" in result.stderr
    rows = filled("evaluate", "events", str(tmp_path / "mine.tsv"), "--json").stdout.splitlines()
    found = {row["type"]: row for row in map(json.loads, rows)}
    assert found["AID"]["rows"] == found["ACCUSE"]["rows"] == 1
    assert found["AID"]["recall"]["value"] == 1.0


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (None, 2, "E101"),
        (b"", 1, "E601"),
        (b"\xff\xfe\x00", 1, "E104"),
        (b"sentence\ttype\n", 1, "E603"),
    ],
)
def test_a_table_that_cannot_be_used_is_told(filled, tmp_path, data, status, code):
    path = tmp_path / "mine.tsv"
    if data is not None:
        path.write_bytes(data)
    result = filled("evaluate", "events", str(path))
    assert result.exit_code == status
    assert code in result.stderr


def test_a_sheet_is_drawn_filled_in_and_scored(filled, tmp_path):
    sheet = tmp_path / "sheet.csv"
    result = filled("audit", "--sample", "10", "--out", str(sheet))
    assert result.exit_code == 0
    with sheet.open(encoding="utf-8") as read:
        rows = list(csv.DictReader(read))
    assert 0 < len(rows) <= 10
    assert all(row["evidence"] and row["actors"] for row in rows)
    assert filled("audit", "--score", str(sheet)).exit_code == 1  # nothing judged yet
    for row in rows:
        row["type_right"] = "y"
    with sheet.open("w", encoding="utf-8") as written:
        writer = csv.DictWriter(written, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    scored = filled("audit", "--score", str(sheet))
    assert scored.exit_code == 0
    assert "1.000" in scored.output
