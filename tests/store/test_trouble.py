"""Full disks, closed folders, other programs, other databases: clear words, and nothing lost."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa

from unrenew.errors import LockedError, StoreError
from unrenew.model.statements import Statement
from unrenew.store.connections import explain
from unrenew.store.databases import _LOCK
from unrenew.store.folders import read_about, write_about
from unrenew.store.homes import open_home
from unrenew.store.tables import metadata
from unrenew.store.versions import KNOWN, TABLE
from unrenew.transactions import from_rows

AT = datetime(2026, 11, 1, tzinfo=UTC)


def statement(lines, *, start=0, text="SHOP"):
    rows = [
        {
            "account": "A",
            "id": str(n),
            "booked_on": date(2026, 1, 1),
            "amount": Decimal(-n),
            "currency": "EUR",
            "descriptor": text,
        }
        for n in range(start, start + lines)
    ]
    return Statement(path="a.csv", format="csv", encoding="utf-8", transactions=from_rows(rows), rows=lines)


def add(store, lines, sha256, **more):
    return store.statements.add(statement(lines, **more), sha256=sha256, owner=None, at=AT)


def test_one_migration_only_and_the_newest_is_known():
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", "unrenew.store:migrations")
    script = ScriptDirectory.from_config(config)
    assert [revision.revision for revision in script.walk_revisions()][::-1] == list(KNOWN)


def test_the_migrations_make_the_tables(home, opened):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with opened(home) as store, store.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": TABLE, "compare_type": False})
        assert compare_metadata(context, metadata) == []


def test_many_programs_open_a_new_home_at_once(home, opened):
    failures = []

    def work(number):
        try:
            with opened(home) as store:
                add(store, 20, f"{number:064}", start=number * 10)
        except StoreError as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with opened(home) as store:
        assert sorted(int(i) for i in store.statements.transactions()["id"]) == list(range(70))
        assert len(store.statements.files()) == 6


@pytest.mark.postgres
def test_who_waited_for_the_first_tables_sees_them(tmp_path, database_url, opened):
    import psycopg

    write_about(tmp_path, {"database": database_url})
    failures = []

    def work():
        try:
            opened(tmp_path).close()
        except StoreError as error:
            failures.append(error)

    waits = threading.Thread(target=work)
    waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    with contextlib.closing(psycopg.connect(database_url)) as first:
        first.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        waits.start()
        end = time.monotonic() + 10
        while first.execute(waiting).fetchone() == (0,) and time.monotonic() < end:
            time.sleep(0.01)
        first.execute("CREATE TABLE accounts (id int)")  # of few changes the server tells nobody who waits
        first.execute(f"CREATE TABLE {TABLE} AS SELECT '{KNOWN[-1]}' AS version_num")
        first.commit()
        waits.join()
    assert failures == []


def test_who_waits_too_long_is_told(home, opened):
    with opened(home) as store, opened(home, wait=0.1) as other, store.writing():
        add(store, 3, "a" * 64)
        with pytest.raises(LockedError, match="another unrenew is writing"):
            add(other, 3, "b" * 64)
    with opened(home) as store:
        assert len(store.statements.files()) == 1


def test_a_newer_database_is_left_alone(home, opened):
    with opened(home) as store, store.database.writing() as connection:
        connection.execute(sa.text(f"UPDATE {TABLE} SET version_num = '9999'"))
    with pytest.raises(StoreError, match="kept by a newer unrenew"):
        opened(home)


def test_the_database_of_another_program_is_left_alone(tmp_path, opened, database_url):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    with sqlite3.connect(home / "unrenew.db") as connection:
        connection.execute("CREATE TABLE owners (x)")
    connection.close()
    with pytest.raises(StoreError, match="another program"):
        opened(home)
    import psycopg

    with psycopg.connect(database_url) as server:
        server.execute("CREATE TABLE owners (x int)")
    write_about(home, {"database": database_url})
    with pytest.raises(StoreError, match="another program has a table 'owners'"):
        opened(home)


@pytest.mark.parametrize("damage", ["text", "torn", "store.json"])
def test_a_damaged_home_is_told(tmp_path, opened, damage):
    home = tmp_path / "home"
    with opened(home) as store:
        add(store, 3000, "a" * 64)
    database = home / "unrenew.db"
    if damage == "text":
        database.write_text("hello, I am no database at all\n" * 99, encoding="utf-8")
    elif damage == "torn":
        data = bytearray(database.read_bytes())
        data[4096 : len(data) // 2] = os.urandom(len(data) // 2 - 4096)
        database.write_bytes(data)
        (home / "unrenew.db-wal").unlink(missing_ok=True)
    else:
        (home / "store.json").write_text("{", encoding="utf-8")
    with pytest.raises(StoreError, match=r"damaged|not a database"):
        opened(home).statements.transactions()


def test_every_word_of_the_databases_is_known():
    assert isinstance(explain("database is locked", None), LockedError)
    assert isinstance(explain("canceling statement due to lock timeout", None), LockedError)
    assert isinstance(explain("file is not a database", None, encrypted=True), LockedError)
    assert "full" in explain("database or disk is full", None).what
    assert explain("", None).what == "the database failed"


def test_a_server_that_does_not_answer(tmp_path, opened):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    write_about(home, {"database": f"postgresql://nobody@/none?host={tmp_path}"})
    with pytest.raises(StoreError, match="PostgreSQL server did not answer"):
        opened(home)
    write_about(home, {"database": "mysql://x"})
    with pytest.raises(StoreError, match="PostgreSQL"):
        opened(home)


def test_a_folder_that_others_can_read_is_closed_or_refused(tmp_path, opened):
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    opened(home).close()
    assert home.stat().st_mode & 0o777 == 0o700
    home.chmod(0o755)
    (home / "unrenew.db").chmod(0o644)
    opened(home).close()
    assert (home.stat().st_mode | (home / "unrenew.db").stat().st_mode) & 0o077 == 0
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    (shared / "holiday.jpg").touch()
    with pytest.raises(StoreError, match=r"holiday\.jpg"):
        opened(shared)
    assert shared.stat().st_mode & 0o777 == 0o755


FULL = """
import io, resource, sys
from tests.store.test_trouble import add
from pathlib import Path
from unrenew.errors import StoreError
from unrenew.store.homes import open_home
store = open_home(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
def told(work):
    try: work()
    except StoreError as error: print(error.what)
    else: print("kept")
told(lambda: add(store, 9000, "b" * 64, start=100, text="X" * 200))
def seal():
    with store.evidence.receive(io.BytesIO(bytes(900_000))): pass
told(seal)
told(lambda: add(store, 3, "c" * 64, start=50_000))
"""


def test_a_full_disk_loses_nothing(tmp_path, opened):
    home, root = tmp_path / "home", Path(__file__).parent.parent.parent
    with opened(home) as store:
        add(store, 5, "a" * 64)
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}  # no halves of .pyc files
    done = subprocess.run(
        [sys.executable, "-c", FULL, home], capture_output=True, text=True, check=True, cwd=root, env=environment
    )
    first, second, third = done.stdout.splitlines()
    assert "disk" in first
    assert "disk is full" in second
    assert third == "kept"
    with opened(home) as store:
        assert store.statements.transactions().height == 8
        assert [path for path in (home / "evidence").rglob("*") if path.is_file()] == []


def test_a_closed_home_is_told(opened):
    folder = Path(tempfile.mkdtemp(prefix="unrenew-closed-"))
    opened(folder / "home").close()  # everything is imported
    (folder / "home").chmod(0o500)
    folder.chmod(0o555)
    me = os.geteuid()
    try:
        if me == 0:  # who may do anything is no test: be somebody else for a moment
            os.seteuid(65534)
        for home in (folder / "home", folder / "new"):
            with pytest.raises(StoreError, match=r"read-only, or belongs to somebody else|cannot be opened"):
                opened(home)
    finally:
        os.seteuid(me)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_the_old_home_comes_back_after_a_crash_in_the_swap(tmp_path, opened):
    home = tmp_path / "home"
    with opened(home) as store:
        add(store, 5, "a" * 64)
    home.rename(tmp_path / ".home.before")
    with opened(home) as store:
        assert store.statements.transactions().height == 5


def test_who_wrote_into_a_replaced_home_is_told(tmp_path, opened):
    home = tmp_path / "home"
    with opened(home) as store:
        add(store, 5, "a" * 64)
        (home / "unrenew.db").rename(home / "gone")
        with pytest.raises(LockedError, match="replaced"):
            add(store, 5, "b" * 64)


def test_the_passphrase_is_asked_only_where_it_is_needed(tmp_path):
    open_home(tmp_path / "home", passphrase=lambda: pytest.fail("asked")).close()
    assert read_about(tmp_path / "home") == {}
