"""FollowTheMoney and JSON-LD."""

import json

from forms_samples import MadeSource, talks, visit

from communique.export.ftm import write_ftm
from communique.export.jsonld import write_jsonld
from communique.importing.people import read_people

MODEL = {
    "Person": {"name", "alias", "country", "position"},
    "PublicBody": {"name", "alias", "country", "topics"},
    "Organization": {"name", "alias", "country", "topics"},
    "Position": {"name", "country"},
    "Occupancy": {"holder", "post", "startDate", "endDate"},
    "Article": {"title", "publisher", "author", "publishedAt", "language", "fileName"},
    "Event": {
        *("name", "date", "startDate", "endDate", "country", "location"),
        *("involved", "keywords", "proof", "recordId"),
    },
    "Documentation": {"document", "entity", "role", "summary", "recordId"},
}
"""Properties of the model 4.11 that are used; all were held against it."""
NEEDED = {
    "Occupancy": {"holder", "post"},
    "Documentation": {"document", "entity"},
    "Article": set(),
}
REFERRING = ("holder", "post", "document", "entity", "involved", "proof")


def entities(tmp_path, *events):
    counts = write_ftm(MadeSource(*events), tmp_path)
    lines = (tmp_path / "entities.ftm.json").read_text(encoding="utf-8").splitlines()
    assert counts == {"entities.ftm.json": len(lines)}
    return [json.loads(line) for line in lines]


def test_entities_are_of_the_model(tmp_path):
    found = entities(tmp_path, visit(), talks())
    ids = [each["id"] for each in found]
    assert len(set(ids)) == len(ids)
    assert {each["schema"] for each in found} == set(MODEL)
    for each in found:
        assert set(each["properties"]) <= MODEL[each["schema"]]
        assert NEEDED.get(each["schema"], {"name"}) <= set(each["properties"])
        for name, values in each["properties"].items():
            assert values
            assert all(isinstance(value, str) and value for value in values)
            assert name not in REFERRING or set(values) <= set(ids)


def test_an_event_is_dated_and_documented(tmp_path):
    found = entities(tmp_path, visit(), visit(id="ev-3", modality="future"))
    (event,) = [each["properties"] for each in found if each["schema"] == "Event"]
    assert event["name"] == ["CONSULT (visit): Karl Lang → Ana Kos"]
    assert (event["date"], event["country"]) == (["2021-03-04"], ["si"])
    words = [each["properties"] for each in found if each["schema"] == "Documentation"]
    assert {one["summary"][0] for one in words} >= {"Ana Kos met Karl Lang."}


def test_persons_can_be_imported_again(tmp_path):
    entities(tmp_path)
    read = read_people(tmp_path / "entities.ftm.json", "ours")
    assert not read.faults
    kos = next(each for each in read.profiles if each.name == "Ana Kos")
    assert [(one.title, one.iso3, one.since) for one in kos.tenures] == [
        ("Prime Minister", "SVN", "2020-03")
    ]


def nodes(tmp_path, *events):
    counts = write_jsonld(MadeSource(*events), tmp_path)
    record = json.loads((tmp_path / "record.jsonld").read_text(encoding="utf-8"))
    assert counts == {"record.jsonld": len(record["@graph"])}
    assert record["@context"]["@vocab"] == "https://schema.org/"
    return {node["@id"]: node for node in record["@graph"]}


def test_every_reference_leads_to_a_node(tmp_path):
    found = nodes(tmp_path, visit(), talks())

    def references(value):
        if isinstance(value, dict):
            if set(value) == {"@id"}:
                yield value["@id"]
            for inner in value.values():
                yield from references(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from references(inner)

    assert set(references(list(found.values()))) <= set(found)
    quotes = found["urn:communique:ev-1"]["prov:wasDerivedFrom"]
    assert [quote["text"] for quote in quotes][:1] == ["Ana Kos met Karl Lang."]


def test_said_is_not_done(tmp_path):
    said = visit(id="ev-4", attributed_to="ac-lang")
    found = nodes(tmp_path, visit(), visit(id="ev-3", modality="future"), said)
    status = [found[f"urn:communique:ev-{n}"].get("actionStatus") for n in (1, 3, 4)]
    assert status == ["CompletedActionStatus", "PotentialActionStatus", None]
    assert found["urn:communique:ev-4"]["prov:wasAttributedTo"] == {"@id": "urn:communique:ac-lang"}
