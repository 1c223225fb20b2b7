"""Small made lists of persons in both forms, for the tests of the import."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def ftm(key: str, schema: str, **properties: str | list[Any]) -> Row:
    """A FollowTheMoney entity."""
    listed = {k: v if isinstance(v, list) else [v] for k, v in properties.items()}
    return {"id": key, "schema": schema, "properties": listed}


MINISTER = (
    ftm(
        "p1",
        "Person",
        name="Ana Quispe",
        alias=["Ana María Quispe Rojas", "Pelusa"],
        weakAlias="Anita",
        citizenship="pe",
        gender="female",
        birthDate="1970-05-01",
    ),
    ftm(
        "o1",
        "Occupancy",
        holder="p1",
        post="t1",
        startDate="2023-01-10",
        endDate="2024-06-30",
        status="ended",
    ),
    ftm("t1", "Position", name="Minister of Fisheries of Peru", country="pe"),
)


def snak(value: object = None, kind: str = "value") -> Row:
    """A Wikidata snak; a string is the id of an item."""
    if kind != "value":
        return {"snaktype": kind}
    told = {"id": value} if isinstance(value, str) and value.startswith("Q") else value
    return {"snaktype": "value", "datavalue": {"value": told}}


def day(date: str, precision: int = 11) -> Row:
    """A Wikidata date."""
    return snak({"time": f"+{date}T00:00:00Z", "precision": precision})


def item(key: str, label: str | None, aliases: Iterable[str] = (), **claims: list[Any]) -> Row:
    """A Wikidata item; a claim is a snak, or a snak with its qualifiers."""
    made = {
        of: [
            {
                "mainsnak": one[0] if isinstance(one, tuple) else one,
                "rank": "normal",
                "qualifiers": one[1] if isinstance(one, tuple) else [],
            }
            for one in listed
        ]
        for of, listed in claims.items()
    }
    return {
        "type": "item",
        "id": key,
        "labels": {"en": {"language": "en", "value": label}} if label else [],
        "aliases": {"en": [{"language": "en", "value": one} for one in aliases]},
        "claims": made or [],
    }


COUNTRY = item("Q900", "Peru", P31=[snak("Q6256")])
POSITION = item("Q901", "Minister of Fisheries", P17=[snak("Q900")])
PERSON = item(
    "Q1",
    "Ana Quispe",
    ["Ana Maria Quispe", "Anita"],
    P31=[snak("Q5")],
    P21=[snak("Q6581072")],
    P27=[snak("Q900")],
    P39=[
        (snak("Q901"), {"P580": [day("2023-01-10")], "P582": [day("2024-06-01", 10)]}),
        (snak("Q777"), {"P582": [snak(kind="somevalue")]}),
    ],
)


def write_lines(path: Path, rows: Iterable[Row | str]) -> Path:
    """Write each row as a line of JSON, a string as it is."""
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def write_dump(path: Path, rows: Iterable[Row]) -> Path:
    """Write rows as Wikidata does: an array, an entity a line."""
    path.write_text("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n", encoding="utf-8")
    return path
