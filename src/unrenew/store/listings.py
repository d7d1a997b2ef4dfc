"""Reads all that a list of subscriptions needs, in a few milliseconds.

Past SQLAlchemy, whose import alone takes longer than all of `unrenew list` may. It only reads, and only what was kept
by a program of the same version; in any other case it gives None, and the caller takes the usual way.
"""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from unrenew.errors import NotFoundError, StoreError
from unrenew.model.decisions import Decision, OwnSubscription
from unrenew.model.listings import CaseRow, Listing
from unrenew.model.receipts import Receipt
from unrenew.store.connections import connect_postgres, connect_sqlite, database_path, database_url
from unrenew.store.folders import read_about
from unrenew.store.keys import keys_of
from unrenew.store.versions import KNOWN, TABLE

Kept = TypeVar("Kept", OwnSubscription, Receipt)
EVERYBODY: Final = "\x00everybody"


def read_listing(
    home: Path,
    *,
    owner: str | None,
    as_of: date,
    made_with: Callable[[str | None], str],
    passphrase: Callable[[], str] | None = None,
) -> Listing | None:
    """Return what is kept for an owner (or EVERYBODY), None where streams must first be found anew.

    `made_with` tells from the country that is set with what the kept streams must have been made.
    """
    about = read_about(home)
    url = database_url(about)
    if url is None and not database_path(home).exists():
        return None
    keys = keys_of(about, passphrase, where=str(home))
    connection: Any = (
        connect_postgres(url) if url else connect_sqlite(database_path(home), key=keys.database if keys else None)
    )
    with closing(connection):
        try:
            return _read(connection, owner=owner, as_of=as_of, made_with=made_with)
        except (NotFoundError, StoreError):
            raise
        except Exception as error:  # any driver's error: the usual way meets it again and says it in words
            if type(error).__module__.partition(".")[0] in ("sqlite3", "sqlcipher3", "psycopg"):
                return None
            raise


def _read(connection: Any, *, owner: str | None, as_of: date, made_with: Callable[[str | None], str]) -> Listing | None:
    version = connection.execute(f"SELECT version_num FROM {TABLE}").fetchone()  # noqa: S608 # a constant
    if not version or version[0] != KNOWN[-1]:
        return None
    kept = connection.execute("SELECT value FROM settings WHERE key = 'country'").fetchone()
    country = json.loads(kept[0]) if kept else None
    made = made_with(country)
    people = _people(connection, owner)
    streams: list[dict[str, Any]] = []
    where = "" if owner == EVERYBODY else f" WHERE owner_id IN ({', '.join(str(number) for number in people) or 0})"
    query = f"SELECT owner_id, revision, as_of, made_with, streams FROM found{where}"  # noqa: S608 # numbers
    found = {row[0]: row for row in connection.execute(query).fetchall()}
    for number, (_, revision) in people.items():
        row = found.get(number)
        if row is None and revision == 0:
            continue  # has no transactions
        if row is None or (row[1], str(row[2]), row[3]) != (revision, as_of.isoformat(), made):
            return None
        streams += json.loads(row[4])
    names = {number: name for number, (name, _) in people.items()}
    return Listing(
        streams=tuple(streams),
        decisions=tuple(_decision(row, names) for row in _rows(connection, _DECISIONS + where + " ORDER BY id")),
        own=tuple(_decoded(row[0], OwnSubscription) for row in _rows(connection, _OWN + where + " ORDER BY id")),
        receipts=tuple(
            (names[row[0]], _decoded(row[1], Receipt)) for row in _rows(connection, _RECEIPTS + where + " ORDER BY id")
        ),
        cases=tuple(_case(row, names) for row in _rows(connection, _CASES + where + " ORDER BY id")),
        country=country,
    )


_DECISIONS: Final = "SELECT id, owner_id, at, kind, charges, subject, provider, name, says FROM decisions"
_OWN: Final = "SELECT body FROM own_subscriptions"
_RECEIPTS: Final = "SELECT owner_id, body FROM receipts"
_CASES: Final = "SELECT id, owner_id, subscription, name, state, due_on, due_what FROM cases"


def _people(connection: Any, owner: str | None) -> dict[int, tuple[str | None, int]]:
    rows = _rows(connection, "SELECT id, name, revision FROM owners ORDER BY name")
    people = {row[0]: (row[1] or None, row[2]) for row in rows if owner in (EVERYBODY, row[1] or None)}
    if not people and owner not in (EVERYBODY, None):
        from unrenew.store.people import nobody_called

        raise nobody_called(str(owner), [row[1] for row in rows])
    return people


def _rows(connection: Any, query: str) -> list[Any]:
    return connection.execute(query).fetchall()


def _decision(row: Any, names: dict[int, str | None]) -> Decision:
    return Decision(
        id=row[0],
        owner=names[row[1]],
        at=datetime.fromisoformat(row[2]),
        kind=row[3],
        charges=frozenset(json.loads(row[4])),
        subject=row[5],
        provider=row[6],
        name=row[7],
        says=json.loads(row[8]),
    )


def _decoded(text: str, kind: type[Kept]) -> Kept:
    import msgspec

    return msgspec.json.decode(text, type=kind)


def _case(row: Any, names: dict[int, str | None]) -> CaseRow:
    due = None if row[5] is None else date.fromisoformat(str(row[5]))
    owner = names[row[1]]
    return CaseRow(id=row[0], owner=owner, subscription=row[2], name=row[3], state=row[4], due_on=due, due_what=row[6])
