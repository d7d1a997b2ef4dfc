"""A database, and a backup, of every older version come to this one with all that is in them."""

import hashlib
import json
import sqlite3
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from unrenew.errors import StoreError
from unrenew.store.backups import open_backup, restore
from unrenew.store.connections import APPLICATION_ID
from unrenew.store.copies import count, rows_out
from unrenew.store.tables import metadata
from unrenew.store.versions import KNOWN, version_of

OLD = Path(__file__).parent.parent / "data" / "store"
VERSIONS = sorted(path.stem for path in OLD.glob("*.sql"))
"""What the program of that version kept, as SQLite gives it out, and its own backup of it beside."""
AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


def old_home(folder, version):
    folder.mkdir(mode=0o700)
    with sqlite3.connect(folder / "unrenew.db") as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.executescript((OLD / f"{version}.sql").read_text(encoding="utf-8"))
    connection.close()
    return folder


def test_every_older_version_has_its_sample():
    assert tuple(VERSIONS) == KNOWN[:-1]


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_database_comes_to_this_version_with_all_that_is_in_it(tmp_path, opened, version):
    with opened(old_home(tmp_path / "home", version)) as store:
        assert count(store.database) == {
            "owners": 2, "settings": 2, "accounts": 2, "alarms": 2, "cases": 2, "decisions": 2, "notices": 6,
            "statements": 2, "events": 2, "evidence": 2, "own_subscriptions": 2, "receipts": 2, "transactions": 6,
            "statement_transactions": 6,
        }  # fmt: skip
        me, ana = store.people.owners()
        first = store.notices.all(me)[0]
        assert [one.title for one in store.notices.all(ana)] == [
            "Charged after you cancelled",
            'Last day to "cancel": 2026-11-20',
            "Überfällig ☕",
        ]
        assert (first.state, first.sent_at, first.tries, first.unsure) == ("sent", AT, 1, 0)
        assert store.notices.take(me, first.key, AT) is None, "what was sent is not sent again"
        assert store.statements.transactions(ana)["descriptor"].to_list()[0] == "STREAMHAUS 1 ünï"
        assert store.settings.settled(ana) == {"alarm1": "it is mine"}


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_backup_comes_back_in_any_home_as_its_database_would(tmp_path, home, opened, version):
    with opened(old_home(tmp_path / "old", version)) as store:
        wanted = list(rows_out(store.database))
    with opened(home) as store, open_backup(OLD / f"{version}.zip", lambda: "") as made:
        store.settings.put("language", "xx")
        restore(store, made)
        assert list(rows_out(store.database)) == wanted
        with store.database.session() as session:
            assert version_of(session) == KNOWN[-1]
        assert store.people.ensure("Bo").id > 2, "counters go on behind what came back"
        assert [store.evidence.read(sha) for sha in sorted(store.evidence.hashes())]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("how", ["column", "table", "row"])
def test_an_old_backup_that_is_not_sound_changes_nothing(tmp_path, home, opened, version, how):
    target = tmp_path / "bad.zip"
    with zipfile.ZipFile(OLD / f"{version}.zip") as old:
        manifest = json.loads(old.read("manifest.json"))
        rows = [json.loads(line) for line in old.read("tables.jsonl").splitlines()]
        parts = {name: old.read(name) for name in manifest["parts"]}
    if how == "column":
        rows[-1][1]["more"] = 1
    elif how == "table":
        rows.append(["unrenew_version", {"version_num": "9999"}])
    else:
        rows.append(rows[0])
    parts["tables.jsonl"] = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    data = parts["tables.jsonl"]
    manifest["parts"]["tables.jsonl"] = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    with zipfile.ZipFile(target, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part)
        new.writestr("manifest.json", json.dumps(manifest))
    with opened(home) as store:
        store.settings.put("language", "xx")
        before = list(rows_out(store.database))
        with pytest.raises(StoreError), open_backup(target, lambda: "") as made:
            restore(store, made)
        assert list(rows_out(store.database)) == before
    with opened(home) as store:
        assert list(rows_out(store.database)) == before


def test_the_migrations_give_the_very_tables_that_the_program_uses(store):
    with store.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": "unrenew_version"})
        found = [one for one in compare_metadata(context, metadata) if not _is_version(one)]
    assert found == []


def _is_version(difference):
    return isinstance(difference[1], sa.Table) and difference[1].name == "unrenew_version"
