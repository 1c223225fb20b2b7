"""Opening registers, and things that are none."""

import sqlite3
from dataclasses import replace

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from register_samples import contents, fill, page, read

from communique.errors import CommuniqueError
from communique.register import Register
from communique.register.migrate import MIGRATIONS
from communique.register.schema import HEAD, metadata


@pytest.fixture
def path(tmp_path):
    return tmp_path / "register.db"


def test_reading_makes_no_register(path):
    with pytest.raises(CommuniqueError, match="E301"):
        Register.open(path, create=False)
    assert not list(path.parent.iterdir())


def test_a_missing_folder_is_told(path):
    with pytest.raises(CommuniqueError, match=r"E301.*folder"):
        Register.open(path.parent / "none" / "register.db")


def test_an_empty_file_is_no_register_yet(path):
    path.touch()
    with pytest.raises(CommuniqueError, match="E301"):
        Register.open(path, create=False)
    Register.open(path).close()
    Register.open(path, create=False).close()


def test_what_was_written_is_there_when_opened_again(path):
    with Register.open(path) as register:
        fill(register, range(5))
        before = contents(register)
    with Register.open(path, create=False) as register:
        assert contents(register) == before


@pytest.mark.parametrize(
    "content", [b"not a database" * 99, b"SQLite format 3\x00" + b"\xff" * 4080]
)
def test_another_file_is_refused_and_left_alone(path, content):
    path.write_bytes(content)
    for create in (True, False):
        with pytest.raises(CommuniqueError, match="E302"):
            Register.open(path, create=create)
    assert path.read_bytes() == content


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(CommuniqueError, match="E302"):
        Register.open(tmp_path)


def test_the_database_of_another_program_is_refused_and_left_alone(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE notes (text)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(CommuniqueError, match=r"E302.*another program"):
        Register.open(path)
    assert path.read_bytes() == before


def test_a_register_of_a_newer_version_is_refused(path):
    Register.open(path).close()
    with sqlite3.connect(path) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()
    with pytest.raises(CommuniqueError, match=r"E303.*newer communique"):
        Register.open(path)


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9])
def test_a_register_cut_short_is_told(path, cut):
    with Register.open(path) as register:
        fill(register, range(40))
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * cut)])
    with pytest.raises(CommuniqueError, match=r"E30[24]"), Register.open(path) as register:
        contents(register)


def test_a_damaged_row_is_told(path):
    with Register.open(path) as register:
        fill(register, range(1))
    with sqlite3.connect(path) as other:
        other.execute("DROP TRIGGER assertions_no_update")
        other.execute("UPDATE assertions SET record = replace(record, 'wire', 'tram')")
    other.close()
    report, _ = read(page(0))
    with (
        Register.open(path) as register,
        register.read() as view,
        pytest.raises(CommuniqueError, match=r"E304.*Report"),
    ):
        view.report(report.id)


def test_odd_names_of_files_work(tmp_path):
    for name in ("a b.db", "100%25.db", "q?x=1#y.db", "näme.db"):
        with Register.open(tmp_path / name) as register:
            fill(register, range(1))
        with Register.open(str(tmp_path / name), create=False) as register:
            assert contents(register)["counts"]["page"] == 1


def test_the_migrations_make_the_schema(path):
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD
    with Register.open(path) as register, register._engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": lambda _, name, *__: "report_words" not in name}
        )
        assert compare_metadata(context, metadata) == []


def test_the_log_survives_a_killed_process(path):
    with Register.open(path) as register, register._engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1}


def test_a_name_that_is_no_text_is_told(path):
    with Register.open(path) as register:
        run = register.begin_run("test", {})
        with pytest.raises(CommuniqueError, match="E304"), register.write(run) as writer:
            writer.sight(replace(page(0), name="\udcff.txt"))
        with register.write(run) as writer:
            assert writer.add_page(
                replace(page(0), text=page(0).text.replace("Geneva", "Gen\x00va")), "1"
            )


def test_a_path_that_cannot_be_looked_at_is_told(tmp_path):
    with pytest.raises(CommuniqueError, match="E302"):
        Register.open(tmp_path / ("x" * 300))


def test_a_full_disk_is_told_and_the_page_left_out(path):
    with Register.open(path) as register:
        fill(register, range(3))
        with register._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1")  # no more than it has already
        with pytest.raises(CommuniqueError, match=r"E302.*full"):
            fill(register, range(3, 90))
    with Register.open(path) as register:
        assert 3 <= contents(register)["counts"]["page"] < 90
        fill(register, range(90))
        assert contents(register)["counts"]["page"] == 90


def test_a_register_of_the_first_version_is_brought_up_to_date(path):
    with Register.open(path) as register:
        fill(register, range(3))
        before = contents(register)
    with sqlite3.connect(path) as other:
        made = other.execute("SELECT id, key FROM persons").fetchall()
        keys = other.execute("SELECT * FROM report_keys").fetchall()
        for column in ("sentences", "score"):
            other.execute(f"ALTER TABLE judgements DROP COLUMN {column}")
        for table in ("persons", "report_keys"):
            other.execute(f"DROP TABLE {table}")
        other.execute("UPDATE alembic_version SET version_num = '0001'")
    other.close()
    with Register.open(path) as register:
        assert contents(register) == before
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT id, key FROM persons").fetchall() == made != []
        assert other.execute("SELECT * FROM report_keys").fetchall() == keys != []
        assert "append-only" in str(other.execute("SELECT sql FROM sqlite_master").fetchall())
        with pytest.raises(sqlite3.Error, match="append-only"):
            other.execute("DELETE FROM persons")
    other.close()
