"""One transaction through two doors: plain SQL, and SQLAlchemy where it is asked for."""

import contextlib
import subprocess
import sys
from datetime import datetime

import psycopg
import pytest
import sqlalchemy as sa

from unrenew.errors import StoreError
from unrenew.store.tables import owners, settings

CSV = "booked,description,amount,currency\n2026-09-03,FILMSTREAM,-12.99,EUR\n2026-10-03,FILMSTREAM,-12.99,EUR\n"
TOLD = """
import sys
from unrenew.cli import root
try:
    root(sys.argv[1:])
finally:
    print(sorted({name.partition(".")[0] for name in sys.modules} & {"sqlalchemy", "alembic"}))
"""


def names(session):
    return [name for (name,) in session.rows("SELECT name FROM owners ORDER BY name")]


def test_both_doors_see_one_transaction(store):
    with store.database.session(writes=True) as session:
        assert session.insert_numbered("owners", {"name": "Ana"}) == 1
        assert session.core.scalar(sa.select(owners.c.name)) == "Ana"
        session.core.execute(owners.insert().values(name="Bo"))
        assert names(session) == ["Ana", "Bo"]
        with store.database.writing() as connection:
            assert connection is session.core, "an inner one is the outer one"
    with store.database.session() as session:
        assert names(session) == ["Ana", "Bo"]
    with store.database.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(owners)) == 2


@pytest.mark.parametrize("door", ["plain", "core", "both"])
def test_nothing_is_kept_of_a_session_that_fails(store, door):
    def fail():
        with store.database.session(writes=True) as session:
            if door != "core":
                session.insert("owners", {"name": "Ana"})
            if door != "plain":
                session.core.execute(owners.insert().values(name="Bo"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert store.people.owners() == []
    store.people.ensure("Cy")
    assert [owner.name for owner in store.people.owners()] == ["Cy"]


def test_what_a_database_refuses_is_told_in_words(store):
    store.settings.put("country", "DE")

    def put(door):
        with store.database.session(writes=True) as session:
            session.insert("owners", {"name": "Ana"})
            if door == "plain":
                session.insert("settings", {"key": "country", "value": "1"})
            else:
                session.core.execute(settings.insert().values(key="country", value="1"))

    for door in ("plain", "core"):
        with pytest.raises(StoreError):
            put(door)
    assert store.people.owners() == []
    assert store.settings.all() == {"country": "DE"}


def test_who_reads_does_not_write(store):
    with store.database.session(), pytest.raises(StoreError, match="a write inside a read"):
        store.people.ensure("Ana")


def test_a_moment_has_a_zone(store):
    with pytest.raises(ValueError, match="zone"):
        store.settings.settle(store.people.ensure(None), "k", datetime(2026, 1, 1), "h")


@pytest.mark.postgres
def test_a_server_that_went_away_is_told_and_asked_again(tmp_path, opened, database_url):
    from unrenew.store.folders import write_about

    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    write_about(home, {"database": database_url})

    def lose(store, door):
        with store.database.session(writes=True) as session:
            with contextlib.closing(psycopg.connect(database_url, autocommit=True)) as other:
                ours = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'unrenew'"
                other.execute(ours)
            if door == "plain":
                session.insert("owners", {"name": "Bo"})
            else:
                session.core.execute(owners.insert().values(name="Bo"))

    with opened(home) as store:
        for door in ("plain", "core"):
            store.people.ensure("Ana")
            with pytest.raises(StoreError, match="went away"):
                lose(store, door)
            assert [owner.name for owner in store.people.owners()] == ["Ana"]


def test_adding_and_listing_load_no_sqlalchemy(tmp_path):
    home, file = str(tmp_path / "home"), tmp_path / "a.csv"
    for count, command in enumerate((["add"], ["list"], ["add"], ["list"])):
        file.write_text(CSV + f"2026-10-{count + 10},SHOP,-{count}.50,EUR\n", encoding="utf-8")
        words = [*command, "--home", home, "--as-of", "2026-10-31", *([str(file)] if command == ["add"] else [])]
        out = subprocess.run([sys.executable, "-c", TOLD, *words], check=True, capture_output=True, text=True).stdout
        assert out.splitlines()[-1] == ("['alembic', 'sqlalchemy']" if count == 0 else "[]"), (
            "the first makes the tables"
        )
