"""Bad input as a person meets it: the commands as whole processes say what, where and what to do, and lose nothing."""

import contextlib
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from unrenew.cli import root
from unrenew.errors import LockedError, StoreError, UnrenewError
from unrenew.store.folders import write_about
from unrenew.store.homes import open_home

DAY = "2026-11-22"
MAIL = Path(__file__).parents[2] / "src" / "unrenew" / "samples" / "mail"


def statement(path, *, month=10, lines=5, text="FILMSTREAM"):
    rows = ["id,booked,description,amount,currency"]
    rows += [f"{month}-{n},2026-{month:02}-{n % 28 + 1:02},{text} {n},-{n + 1}.99,EUR" for n in range(lines)]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def person(request, tmp_path):
    """A person with a statement and a case, in each database."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    if request.param == "postgres":
        write_about(home, {"database": request.getfixturevalue("database_url")})
    person = Person(home)
    person.run("add", statement(tmp_path / "october.csv"))
    person.run("cancel", "Netflix", "--channel", "web-account", "--country", "DE")
    return person


class Person:
    """Runs commands as a person does, each a process of its own."""

    def __init__(self, home):
        self.home = home

    def start(self, *words, **more):
        command = [sys.executable, "-m", "unrenew", *map(str, words), "--as-of", DAY, "--home", str(self.home)]
        quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, "text": True}
        compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        if "preexec_fn" in more:  # with little disk Python would keep halves of compiled modules, for every later run
            compiled["PYTHONDONTWRITEBYTECODE"] = "1"
        return subprocess.Popen(command, cwd=self.home.parent, env=compiled, **quiet, **more)

    def run(self, *words, code=0):
        """Run a command within this process: everything is imported once."""
        with contextlib.chdir(self.home.parent):
            found = CliRunner().invoke(root, [*map(str, words), "--as-of", DAY, "--home", str(self.home)])
        if isinstance(found.exception, UnrenewError):
            assert code == 2, found.exception
            return str(found.exception)
        assert found.exit_code == code, (found.output, found.exception)
        return found.output

    def process(self, *words, code=0, **more):
        """Run a command as a process of its own."""
        out, err = (child := self.start(*words, **more)).communicate(timeout=300)
        assert child.returncode == code, out + err
        assert "Traceback" not in err, err
        return out + err

    def kept(self):
        """All that is kept, as far as it can be seen: lines, cases, events and items."""
        case = json.loads(self.run("case", "netflix", "--json"))
        with open_home(self.home) as store:
            return store.statements.transactions().height, case["events"], case["evidence"]


def test_a_broken_signature_is_kept_and_said(person, tmp_path):
    broken = (MAIL / "confirmation.eml").read_bytes().replace(b"auto", b"Auto", 1)
    (tmp_path / "broken.eml").write_bytes(broken)
    told = person.run("case", "netflix", "attach", "broken.eml", "--key", MAIL / "confirmation.key", code=1)
    assert "Sealed as item 1: broken.eml" in told
    assert "changed" in told
    assert "Whole" in person.run("case", "netflix", "verify")


PEAK = """
import re, sys
from pathlib import Path
from unrenew.cli import root
try:
    root(sys.argv[1:])
finally:
    print("peak", re.search(r"VmHWM:\\s+([0-9]+) kB", Path("/proc/self/status").read_text())[1])
"""
"""Runs a command and says the most memory it took; a child's own figures begin with those of its parent."""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the kernel tells no peak of memory here")
def test_half_a_gigabyte_is_kept_without_much_memory(person, tmp_path):
    with (tmp_path / "film.mp4").open("wb") as out:
        out.truncate(500 * 1024 * 1024)
    words = ["case", "netflix", "attach", "film.mp4", "--as-of", DAY, "--home", str(person.home)]
    shift = subprocess.run(
        [sys.executable, "-c", PEAK, *words], cwd=person.home.parent, capture_output=True, text=True, check=True
    )
    assert int(shift.stdout.rpartition("peak ")[2]) < 400 * 1024
    assert "Whole" in person.run("case", "netflix", "verify")


def test_what_is_larger_than_a_gigabyte_is_refused(person, tmp_path):
    before = person.kept()
    with (tmp_path / "film.mp4").open("wb") as out:
        out.truncate(1024 * 1024 * 1024 + 1)
    told = person.run("case", "netflix", "attach", "film.mp4", code=2)
    assert "film.mp4: larger than 1024 MB" in told
    assert "attach a smaller part" in told
    assert person.kept() == before


@pytest.mark.parametrize("name", ["..\\..\\evil.txt", ".. .txt", "%2e%2e%2fevil.txt", "a\nb.txt", "-rf.txt", "CON.txt"])
def test_no_name_leaves_its_folder(person, tmp_path, name):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_text("x", encoding="utf-8")
    person.run("case", "netflix", "attach", Path("in") / ".." / "in" / name)
    person.run("case", "netflix", "dossier", "--to", "out")
    files = [path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len([path for path in files if path.parts[0] == "evidence"]) == 1
    assert not [path for path in files if ".." in path.parts or "\\" in str(path) or "\n" in str(path)]
    assert not (tmp_path / "evil.txt").exists()
    assert not (tmp_path.parent / "evil.txt").exists()


FUTURE = (
    "note x",
    "done",
    "sent cancel",
    "status off",
    "refused no",
    "charged 1 --currency EUR",
    "refund 1 --currency EUR",
    "reference T",
    "attach x",
)


@pytest.mark.parametrize("command", FUTURE)
def test_a_day_to_come_is_refused(person, tmp_path, command):
    (tmp_path / "x").write_text("x", encoding="utf-8")
    before = person.kept()
    told = person.run("case", "netflix", *command.split(), "--on", "2026-11-23", code=2)
    assert "2026-11-23 lies in the future" in told
    assert person.kept() == before


def test_a_status_for_another_case_is_not_taken(person):
    person.run("cancel", "Spotify", "--channel", "web-account-official")
    before = person.kept()
    told = person.run("case", "i", "status", "off", code=2)
    assert "Name one by its id: netflix-" in told
    assert "there is no case 'hulu'" in person.run("case", "hulu", "status", "off", code=2)
    assert person.kept() == before


def _small():
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))


def test_a_full_disk(person, tmp_path):
    statement(tmp_path / "big.csv", month=9, lines=8000, text="X" * 80)
    (tmp_path / "big.png").write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(900_000))
    before = person.kept()
    if not (person.home / "store.json").exists():  # the disk of a server is not ours to fill
        assert "disk" in person.process("add", "big.csv", code=2, preexec_fn=_small)
    assert "disk is full" in person.process("case", "netflix", "attach", "big.png", code=2, preexec_fn=_small)
    assert person.kept() == before
    assert "Whole" in person.run("case", "netflix", "verify")
    person.run("case", "netflix", "attach", "big.png")


def test_a_home_that_may_not_be_written():
    folder = Path(tempfile.mkdtemp(prefix="unrenew-read-only-"))
    (folder / "x.csv").write_text("date,text,amount,currency\n2026-01-01,a,-1,EUR\n", encoding="utf-8")
    commands = (["add", str(folder / "x.csv")], ["case", "netflix", "note", "x"], ["list"])

    def run(home, *words):
        return CliRunner().invoke(root, [*words, "--home", str(folder / home), "--as-of", DAY])

    for home in ("other", "home"):  # the other one only so that everything is imported
        run(home, "cancel", "Netflix", "--channel", "web-account")
        shown = [run("other", *words) for words in commands]
    assert all(result.exit_code == 0 for result in shown)
    try:
        for path in [*(folder / "home").rglob("*"), folder / "home", folder]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        if (me := os.geteuid()) == 0:  # who may do anything is no test: be somebody else for a moment
            os.seteuid(65534)
        try:
            for words in commands:
                error = run("home", *words).exception
                assert isinstance(error, StoreError), (words, error)
                assert re.search("read-only, or belongs to somebody else|cannot be opened", str(error)), words
        finally:
            os.seteuid(me)
    finally:
        for path in (folder, folder / "home"):
            path.chmod(0o755)
        shutil.rmtree(folder)


def test_two_programs_at_once(person, tmp_path):
    files = [statement(tmp_path / f"{month}.csv", month=month, lines=20) for month in (1, 2)]
    adding = [person.start("add", path) for path in files]
    noting = [person.start("case", "netflix", "note", f"note {n}") for n in range(2)]
    done = {True: 0, False: 0}  # additions and notes that were taken; who waited too long was told so
    for child in (*adding, *noting):
        out, err = child.communicate(timeout=300)
        assert child.returncode == 0 or "another" in err, out + err
        done[child in adding] += child.returncode == 0
    lines, events, _ = person.kept()
    assert lines == 5 + done[True] * 20
    assert len([event for event in events if event["what"]["kind"] == "note_added"]) == done[False]
    assert sum(done.values()) >= 2
    assert "Whole" in person.run("case", "netflix", "verify")


def test_a_restore_that_is_cut_off(person, tmp_path):
    person.run("backup", "all.zip")
    before = person.kept()
    (tmp_path / "half.zip").write_bytes((tmp_path / "all.zip").read_bytes()[:-900])
    assert "half.zip" in person.run("restore", "half.zip", "--replace", code=2)
    assert person.kept() == before
    for moment in (0.3, 0.6, 0.9):
        child = person.start("restore", "all.zip", "--replace")
        try:
            child.wait(moment)
        except subprocess.TimeoutExpired:
            child.kill()
        child.communicate()
        assert person.kept() == before, "all of it or nothing"


@pytest.mark.parametrize("how", ["text", "torn", "empty", "events"])
def test_a_corrupt_store(tmp_path, how):
    person = Person(tmp_path / "home")
    person.run("add", statement(tmp_path / "october.csv", lines=900))
    person.run("cancel", "Netflix", "--channel", "web-account")
    database = person.home / "unrenew.db"
    (person.home / "unrenew.db-wal").unlink(missing_ok=True)
    data = database.read_bytes()
    if how == "events":
        import sqlite3

        with sqlite3.connect(database) as connection:
            connection.execute("UPDATE events SET body = replace(body, 'web-account', 'web-akkount')")
        connection.close()
        assert "changed" in person.run("case", "netflix", "verify", code=1)
        told = person.run("case", "netflix", "note", "x", code=2)
        assert "its last event was changed or removed" in told
        assert "changed" in person.run("case", "netflix", "verify", code=1), "and is not covered up"
        return
    bad = {"text": b"no database " * 999, "torn": data[:5000] + os.urandom(len(data) - 5000), "empty": b"SQLite"}[how]
    database.write_bytes(bad)
    for words in (["list"], ["add", "october.csv"]):
        told = person.run(*words, code=2)
        assert str(database) in told or str(person.home) in told, told
        assert "damaged" in told or "not a database" in told, told
        assert "backup" in told, told
    assert database.read_bytes() == bad, "left as it is, for whoever can mend it"


def test_an_encrypted_home_without_its_passphrase(tmp_path, opened):
    from unrenew.store import open_store
    from unrenew.store.ciphers import new_salt

    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    write_about(home, {"salt": new_salt().hex()})
    opened(home).close()
    with pytest.raises(LockedError, match=r"passphrase.*wrong|wrong.*passphrase"):
        open_store(home, passphrase=lambda: "incorrect horse")
    told = Person(home).process("list", code=2)
    assert "no terminal to ask for the passphrase" in told
    assert "unrenew encrypt --keyring" in told
    opened(home).close()
