"""A register made from the export of another one holds all that stood in it, and nothing false."""

import json

import pytest
from register_samples import add, apart, contents, failed, fill, page, read

from communique.errors import CommuniqueError
from communique.export.jsonl import write_jsonl
from communique.importing.exported import read_exported
from communique.register import Register


@pytest.fixture
def exported(register, tmp_path):
    """The folder of an export of `register`, where pages were read anew and a person judged."""
    fill(register, range(6))
    fill(register, range(2), plan="2")
    run = register.begin_run("test", {"split": "1"}, models={"split": "m"}, author="ada")
    with register.write(run) as writer:
        add(writer, 7)
        writer.add_faults([failed(8)])
        one, other = (read(page(number))[0].id for number in (0, 4))
        writer.judge([apart(one, other)])
    write(register, tmp_path / "out")
    return tmp_path / "out"


def write(register, folder):
    with register.read() as view:
        write_jsonl(view, folder)


def restored(folder):
    made = Register.in_memory()
    made.restore(read_exported(folder))
    return made


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_that_stands_is_there_again(register, exported):
    with restored(exported) as made:
        assert contents(made) == contents(register)
        with made.read() as view, register.read() as old:
            assert view.runs() == old.runs()
            assert view.judgements() == old.judgements()
            assert view.stale("m1") == old.stale("m1")
            first = next(old.reports())
            assert view.search("Geneva") == old.search("Geneva") != ()
            cited = first.sentences[0].span
            told = [one.id for one in old.citing(first.id, cited.start, cited.end)]
            assert [one.id for one in view.citing(first.id, cited.start, cited.end)] == told


def test_a_second_export_has_the_same_bytes(exported, tmp_path):
    with restored(exported) as made:
        write(made, tmp_path / "again")
    assert files(tmp_path / "again") == files(exported)


def test_who_made_a_row_is_kept(register, exported):
    with restored(exported) as made, made.read() as view, register.read() as old:
        for report in list(old.reports()):
            then = [one.provenance for one in old.history(report.id) if one.stands]
            assert [one.provenance for one in view.history(report.id)] == then


def test_pages_that_are_there_are_known(exported):
    with restored(exported) as made:
        run = made.begin_run("test", {})
        with made.write(run) as writer:
            assert not add(writer, 5)
            assert not add(writer, 1, plan="2")


def change(folder, name, **fields):
    path = folder / f"{name}.jsonl"
    first, *rest = path.read_text().splitlines(keepends=True)
    changed = json.dumps(json.loads(first) | fields, separators=(",", ":"), ensure_ascii=False)
    path.write_text(changed + "\n" + "".join(rest))


def refused(folder):
    with Register.in_memory() as made:
        with pytest.raises(CommuniqueError) as caught:
            made.restore(read_exported(folder))
        with made.read() as view:
            assert not view.runs()
            assert view.counts()["page"] == 0
    return caught.value.code, str(caught.value)


def test_words_that_are_not_on_the_page_are_refused(exported):
    path = exported / "pages.jsonl"
    path.write_text(path.read_text().replace("met on Tuesday", "met on Thursday"))
    code, told = refused(exported)
    assert (code, "not on the page" in told) == ("E508", True)


@pytest.mark.parametrize(
    ("name", "fields", "says"),
    [
        ("assertions", {"subject": "pg-other"}, "its id stands for"),
        ("assertions", {"kind": "rumour"}, "no kind"),
        ("assertions", {"run_id": "rn-none"}, "no run"),
        ("assertions", {"version": "9"}, "stage"),
        ("judgements", {"run_id": "rn-none"}, "no run"),
        ("judgements", {"kind": "hunch"}, "line 1"),
        ("runs", {"makers": {"rumour": "split"}}, "no kind"),
        ("pages", {"text": None}, "line 1"),
        ("pages", {"done": {"plan": "1", "run_id": "rn-none"}}, "no run"),
    ],
)
def test_what_was_changed_is_refused(exported, name, fields, says):
    change(exported, name, **fields)
    code, told = refused(exported)
    assert code == "E508"
    assert says in told


def test_a_file_that_was_cut_off_or_is_missing_is_refused(exported):
    path = exported / "assertions.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    assert refused(exported)[0] == "E508"
    path.write_bytes(b"\xff\n")
    assert refused(exported)[0] == "E508"
    path.unlink()
    code, told = refused(exported)
    assert (code, "assertions.jsonl" in told) == ("E508", True)


def test_a_report_that_is_not_there_is_refused(exported):
    path = exported / "assertions.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if '"kind":"report"' not in line))
    code, told = refused(exported)
    assert (code, "which is not there" in told) == ("E508", True)


def test_a_register_that_is_not_empty_is_refused(register, exported):
    before = contents(register)
    with pytest.raises(CommuniqueError, match="E509"):
        register.restore(read_exported(exported))
    assert contents(register) == before


def test_a_folder_must_be_there(tmp_path):
    with pytest.raises(CommuniqueError, match="E101"):
        read_exported(tmp_path / "none")
