"""Imported persons, and actors as the whole register knows them, in every store."""

from dataclasses import replace

from register_samples import fill, page, read, rows

from communique.errors import Fault
from communique.register import Register
from communique.types.parties import Actor, Post, Profile, Role, Tenure
from communique.types.record import Event, Findings, Statement
from communique.types.text import Dateline, Evidence, Span


def listed(number: int, **more: object) -> Profile:
    """Person `number` of a made list."""
    return Profile(id=f"pf-{number}", source="made", key=f"{number}", name="Ana Kos", **more)


def take(register: Register, *profiles: Profile, faults: tuple[Fault, ...] = ()) -> int:
    with register.write(register.begin_run("test", {})) as writer:
        return writer.import_list("made", "list.json", profiles, faults)


def test_a_list_again_adds_no_row_and_a_newer_word_replaces_the_older(register):
    first = listed(1, states=("SVN",))
    assert take(register, first, listed(2)) == 2
    before = rows(register)
    assert take(register, listed(2), first) == 0
    assert rows(register) == before
    assert take(register, newer := listed(1, states=("AUT",))) == 1
    with register.read() as view:
        assert list(view.profiles()) == [newer, listed(2)]
        assert [one.stands for one in view.history("pf-1")] == [False, True]
        digest = view.profiles_digest()
    assert take(register, first) == 1
    with register.read() as view:
        assert set(view.profiles()) == {first, listed(2)}
        assert view.profiles_digest() not in ("", digest)


def test_faults_of_a_list_stand_until_it_is_mended(register):
    take(register, listed(1), faults=(Fault.of("list.json:2", "E501", "made up"),))
    with register.read() as view:
        assert [fault.page for fault in view.faults()] == ["list.json:2"]
    take(register, listed(1))
    with register.read() as view:
        assert list(view.faults()) == []


def told(register: Register, number: int, day: str, *actors: Actor) -> None:
    """Add a page of `day` that names `actors`; the first says something to the last."""
    whole = page(number)
    report, _ = read(whole)
    dateline = Dateline(place="Geneva", date=day, passage=report.paragraphs[0])
    report = replace(report, dateline=dateline)
    cited = (Evidence(report_id=report.id, span=Span(start=0, end=4), quote=whole.text[:4]),)
    roles = tuple(replace(role, evidence=cited) for actor in actors for role in actor.roles)
    named = tuple(
        replace(actor, evidence=cited, roles=roles if actor.roles else ()) for actor in actors
    )
    statement = Statement(
        id=f"st-{number}",
        report_id=report.id,
        source=None,
        actor_ids=(actors[0].id,),
        cue=None,
        content=(),
        manner="indirect",
        modality="actual",
        rule="made",
        addressee=actors[-1].id,
        evidence=cited,
    )
    findings = Findings(report_id=report.id, actors=named, statements=(statement,))
    with register.write(register.begin_run("test", {})) as writer:
        writer.add_page(whole, "1", reports=[report], findings=[findings])


def person(key: str, iso3: str | None, *titles: str, sector: str | None = None) -> Actor:
    roles = tuple(Role(title=title, iso3=iso3) for title in titles)
    return Actor(id=key, name="Ana Kos", kind="person", iso3=iso3, roles=roles, sector=sector)


def test_one_person_under_two_ids_is_one_everywhere(register):
    told(register, 0, "2022-03-02", person("ac-a", "SVN", "Minister"))
    told(register, 1, "2024-07-03", person("ac-b", None, "minister"))
    with register.read() as view:
        assert view.folding() == {"ac-b": "ac-a"}
        (actor,) = view.actors()
        assert view.actor("ac-b") == actor
        assert view.counts()["actor"] == 1
        assert {(*s.actor_ids, s.addressee) for s in view.statements()} == {("ac-a", "ac-a")}
        assert view.statement("st-1").actor_ids == ("ac-a",)
        raw = view.findings(view.statement("st-1").report_id)
        assert raw.statements[0].actor_ids == ("ac-b",)
        assert view.folded_findings(raw.report_id).statements[0].actor_ids == ("ac-a",)
        (party,) = view.parties()
        assert view.party("ac-b") == party
    assert (party.id, party.ids) == ("ac-a", ("ac-a", "ac-b"))
    (role,) = party.roles
    assert (role.title, role.iso3, len(role.evidence)) == ("Minister", "SVN", 2)
    assert (role.first_seen, role.last_seen) == ("2022-03-02", "2024-07-03")
    assert (party.first_seen, party.last_seen) == ("2022-03-02", "2024-07-03")


def test_a_namesake_who_comes_later_undoes_the_folding(register):
    told(register, 0, "2022-03-02", person("ac-a", "SVN"))
    told(register, 1, "2024-07-03", person("ac-b", None))
    before = rows(register)
    with register.read() as view:
        assert view.folding()
    assert rows(register) == before
    told(register, 2, "2024-07-04", person("ac-c", "AUT"))
    with register.read() as view:
        assert view.folding() == {}
        assert len(list(view.actors())) == 3
        assert view.statement("st-1").actor_ids == ("ac-b",)


def test_one_withdrawn_is_no_namesake(register):
    told(register, 0, "2022-03-02", person("ac-a", "SVN"))
    told(register, 1, "2024-07-03", person("ac-b", None))
    told(register, 2, "2024-07-04", person("ac-c", "AUT"))
    with register.write(register.begin_run("test", {})) as writer:
        writer.add_page(page(2), "2")
    with register.read() as view:
        assert view.folding() == {"ac-b": "ac-a"}


def test_events_are_told_under_the_one_id(register):
    told(register, 0, "2022-03-02", person("ac-1", None))
    told(register, 1, "2024-07-03", person("ac-2", "SVN"))
    fill(register, range(4, 5))
    with register.read() as view:
        found: list[Event] = list(view.events())
        assert found[0].actors == ("ac-2",)
        assert view.event(found[0].id).actors == ("ac-2",)
        assert view.merged(found[0].coverage_id or "").events[0].actors == ("ac-2",)


def test_offices_are_dated_by_the_list_where_every_report_fits(register):
    tenure = Tenure(title="Minister of Fisheries", iso3="SVN", since="2022", until="2024-08-01")
    other = Tenure(title="Mayor", iso3="SVN", ended=True)
    take(register, listed(1, states=("SVN",), tenures=(tenure, other), aliases=("Ana Kosova",)))
    with register.read() as view:
        (unseen,) = view.parties()
        assert view.party(unseen.id[:9]) == unseen
        assert (unseen.first_seen, unseen.sources, unseen.evidence) == (None, ("made",), ())
        assert [role.title for role in unseen.roles] == ["Minister of Fisheries", "Mayor"]
    told(register, 0, "2022-03-02", person(unseen.id, "SVN", "Fisheries Minister"))
    with register.read() as view:
        (party,) = view.parties()
    assert party.names == ("Ana Kos", "Ana Kosova")
    first, mayor = party.roles
    assert (first.title, first.since, first.until) == ("Fisheries Minister", "2022", "2024-08-01")
    assert (first.source, first.first_seen, len(first.evidence)) == ("made", "2022-03-02", 1)
    assert (mayor.title, mayor.ended, mayor.source, mayor.evidence) == ("Mayor", True, "made", ())
    told(register, 1, "2024-09-01", person(unseen.id, "SVN", "Fisheries Minister"))
    with register.read() as view:
        (party,) = view.parties()
    assert (party.roles[0].since, party.roles[0].source) == (None, None)


def test_offices_of_a_list_are_kept(register):
    post = Post(id="ps-1", source="made", key="t1", title="Mayor of Bled", iso3="SVN")
    with register.write(register.begin_run("test", {})) as writer:
        assert writer.import_list("made", "list.json", [post], ()) == 1
        assert list(writer.view.posts()) == [post]
