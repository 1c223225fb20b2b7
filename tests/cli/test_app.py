import json
import os
import subprocess
import sys

import pytest

from communique.cli.app import actors, app
from communique.version import VERSION

READING = [
    ("reports",),
    ("events",),
    ("statements",),
    ("coverages",),
    ("faults",),
    ("search", "word"),
    ("show", "rp-1"),
    ("brief", "IND", "POL"),
    ("formulas", "CHN", "KAZ"),
    ("compare", "cv-1"),
    ("trace", "rp-1"),
    ("history", "rp-1"),
    ("judge", "list"),
    ("aliases",),
    ("export", "jsonl", "out"),
    ("actors", "list"),
    ("actors", "show", "Tusk"),
]


def communique(*args, register, **options):
    environment = {**os.environ, "COMMUNIQUE_REGISTER": str(register), **options}
    command = [sys.executable, "-m", "communique", *args]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_help_names_every_command_and_loads_nothing_heavy(tmp_path):
    code = (
        "import sys\nfrom communique.cli import main\nsys.argv = ['communique', '--help']\n"
        "try:\n    main()\nfinally:\n"
        "    print([m for m in ('sqlalchemy', 'sklearn', 'lxml') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    for command in app.registered_commands:
        assert f" {command.name} " in told.stdout
    assert told.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", [command.name for command in app.registered_commands])
def test_every_command_gives_an_example(filled, command):
    result = filled(command, "--help")
    assert result.exit_code == 0
    assert f"Example: communique {command}" in result.stdout


@pytest.mark.parametrize("command", [command.name for command in actors.registered_commands])
def test_every_command_about_actors_gives_an_example(filled, command):
    result = filled("actors", command, "--help")
    assert result.exit_code == 0
    assert f"Example: communique actors {command}" in result.stdout


def test_version(filled):
    assert filled("--version").stdout == f"communique {VERSION}\n"


@pytest.mark.parametrize("command", READING)
def test_reading_never_makes_a_register(filled, tmp_path, command):
    register = tmp_path / "none.db"
    result = filled(*command, register=register)
    assert result.exit_code == 1
    assert "E301" in result.stderr
    assert "communique add" in result.stderr
    assert not register.exists()


def test_an_error_of_ours_is_told_without_a_traceback(filled, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("one by none")

    monkeypatch.setattr("communique.register.View.faults", broken)
    result = filled("faults")
    assert result.exit_code == 1
    assert "ZeroDivisionError: one by none" in result.stderr
    monkeypatch.setenv("COMMUNIQUE_DEBUG", "1")
    assert isinstance(filled("faults").exception, ZeroDivisionError)


def test_export_writes_files_that_agree_with_the_lists(filled, tmp_path):
    assert filled("export", "jsonl", str(tmp_path / "out")).exit_code == 0
    for kind in ("reports", "events", "statements", "coverages", "faults"):
        exported = (tmp_path / "out" / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
        listed = filled(kind, "--json").stdout.splitlines()
        key = lambda line: json.loads(line)["id"]  # noqa: E731
        assert sorted(exported, key=key) == sorted(listed, key=key)
    (tmp_path / "file").write_text("")
    failed = filled("export", "jsonl", str(tmp_path / "file" / "out"))
    assert (failed.exit_code, "E403" in failed.stderr) == (1, True)


def test_exit_codes_and_streams_of_the_real_command(filled, tmp_path):
    missing = communique("brief", "IND", "Polnad", register=filled.register)
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "Traceback" not in missing.stderr
    bad = tmp_path / "bad.db"
    bad.write_text("no register")
    broken = communique("reports", register=bad)
    assert broken.returncode == 1
    assert broken.stderr.startswith("E302")
    shown = communique("reports", register=bad, COMMUNIQUE_DEBUG="1")
    assert "Traceback" in shown.stderr


@pytest.mark.parametrize("command", ["statements --json", "brief IND POL", "compare ID"])
def test_a_reader_that_leaves_is_no_error(filled, command):
    covered = json.loads(filled("coverages", "--json").stdout.splitlines()[0])["id"]
    piped = f'set -o pipefail; "$0" -m communique {command.replace("ID", covered)} | true'
    ran = subprocess.run(
        ["bash", "-c", piped, sys.executable],
        env={**os.environ, "COMMUNIQUE_REGISTER": str(filled.register)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_demo_reads_its_pages_and_briefs(tmp_path):
    told = communique("demo", "--register", str(tmp_path / "demo.db"), register=tmp_path / "other")
    assert told.returncode == 0, told.stderr
    assert "# India and Poland" in told.stdout
    assert "COMMUNIQUE_REGISTER=" in told.stdout
    assert (tmp_path / "demo.db").exists()
    assert not (tmp_path / "other").exists()
