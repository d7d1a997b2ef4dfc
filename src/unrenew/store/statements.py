"""Keeps statements, and each of their lines once."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from unrenew.model.people import Owner
from unrenew.model.values import Problem
from unrenew.model.watched import Covered
from unrenew.store.databases import Database, new_id
from unrenew.store.people import People
from unrenew.store.tables import accounts as account_table
from unrenew.store.tables import owners, statement_transactions, statements, transactions

if TYPE_CHECKING:
    import polars as pl

    from unrenew.model.statements import Statement

_AT_ONCE: Final = 500
"""How many values one `IN (...)` may have: far below the limit of any database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """One file that was added: a statement, a mail with receipts, or a list of subscriptions."""

    id: int
    owner: str | None
    sha256: str
    path: str
    kind: str
    format: str
    encoding: str
    added_at: datetime
    rows: int
    first_on: date | None
    last_on: date | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding one file did: rows that are new, and rows that other files had brought already."""

    file: KeptFile
    new: int
    known: int
    owners: tuple[str | None, ...] = ()
    was_known: bool = False


class Statements:
    """The files that were added, and the transactions in them."""

    def __init__(self, database: Database, people: People) -> None:
        self._database = database
        self._people = people

    def find_file(self, sha256: str, owner: str | None) -> KeptFile | None:
        """Return the file with these bytes if it was added for this owner."""
        query = _files().where(statements.c.sha256 == sha256, owners.c.name == (owner or ""))
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return None if row is None else _file(row)

    def files(self, owner: Owner | None = None) -> list[KeptFile]:
        """Return every file, the oldest first."""
        query = _files().order_by(statements.c.id)
        if owner is not None:
            query = query.where(statements.c.owner_id == owner.id)
        with self._database.reading() as connection:
            return [_file(row) for row in connection.execute(query)]

    def keep_file(self, file: KeptFile) -> KeptFile:
        """Keep a file as such, with its number given here."""
        owner = self._people.ensure(file.owner)
        problems = [{"where": p.where, "what": p.what, "severity": p.severity, "rows": p.rows} for p in file.problems]
        values: dict[str, Any] = {name: getattr(file, name) for name in _PLAIN}
        values |= {"owner_id": owner.id, "problems": json.dumps(problems)}
        with self._database.writing() as connection:
            return replace(file, id=new_id(connection.execute(statements.insert().values(values))))

    def add(self, statement: "Statement", *, sha256: str, owner: str | None, at: datetime) -> Added:
        """Keep a statement: the file, and those of its lines that are not kept yet. All of it or nothing."""
        with self._database.writing() as connection:
            known = self.find_file(sha256, owner)
            if known is not None:
                return Added(file=known, new=0, known=known.rows, was_known=True)
            from unrenew.store.rows import keepable

            table = keepable(statement.transactions)
            first, last = statement.first_on, statement.last_on
            file = self.keep_file(
                KeptFile(
                    id=0,
                    owner=owner,
                    sha256=sha256,
                    path=printable(statement.path),
                    kind="statement",
                    format=statement.format,
                    encoding=statement.encoding,
                    added_at=at,
                    rows=statement.rows,
                    first_on=first,
                    last_on=last,
                    problems=statement.problems,
                )
            )
            new, touched = 0, dict[int, str | None]()
            for (name,), part in table.group_by(["owner"], maintain_order=True):
                person = self._people.ensure(str(name) if name else owner)
                added = self._add_lines(connection, file.id, person, part)
                new += added
                if added:
                    touched[person.id] = person.name
            _touch(connection, touched)
            return Added(file=file, new=new, known=table.height - new, owners=tuple(touched.values()))

    def _add_lines(self, connection: Connection, file: int, owner: Owner, part: "pl.DataFrame") -> int:
        """Keep the lines of one owner; return how many were new."""
        import polars as pl

        from unrenew.store.rows import lines_between, values_of
        from unrenew.transactions import days, pairs

        numbers, known = lines_between(connection, owner.id, *days(part), postgres=self._database.is_postgres)
        nobody = pl.lit(None, dtype=pl.String).alias("owner")  # one owner's lines, by whatever name
        same = pairs(known.with_columns(nobody), part.with_columns(nobody))
        next_number = (connection.scalar(sa.select(sa.func.max(transactions.c.n))) or 0) + 1
        rows: list[dict[str, Any]] = []
        links: dict[int, dict[str, Any]] = {}
        accounts = {name: self._people.ensure_account(owner, name or "").id for name in part["account"].unique()}
        for place, values in enumerate(values_of(part)):
            if place in same:
                number = numbers[same[place]]
            else:
                number = next_number + len(rows)
                account = accounts[values.pop("account")]
                rows.append(values | {"n": number, "owner_id": owner.id, "account_id": account})
            links.setdefault(number, {"statement_id": file, "n": number, "place": values["source_place"]})
        if rows:
            connection.execute(transactions.insert(), rows)
        if links:
            connection.execute(statement_transactions.insert(), list(links.values()))
        return len(rows)

    def transactions(self, owner: Owner | None = None) -> "pl.DataFrame":
        """Return the transactions of one owner, or of all, as the one table."""
        return self._load(owner, frozenset())

    def to_find_in(self, owner: Owner) -> "pl.DataFrame":
        """Return an owner's transactions without what says nothing about what recurs: much sooner."""
        from unrenew.store.rows import NOT_FOR_FINDING

        return self._load(owner, NOT_FOR_FINDING)

    def _load(self, owner: Owner | None, without: frozenset[str]) -> "pl.DataFrame":
        from unrenew.store.rows import load

        with self._database.reading() as connection:
            return load(connection, owner.id if owner else None, postgres=self._database.is_postgres, without=without)

    def periods(self, owner: Owner) -> list[Covered]:
        """Return, for each file and account of an owner, the first and the last day that it has a booking of."""
        query = (
            sa.select(
                statements.c.path,
                account_table.c.number,
                sa.func.min(transactions.c.booked_on).label("first_on"),
                sa.func.max(transactions.c.booked_on).label("last_on"),
            )
            .select_from(statement_transactions)
            .join(transactions, transactions.c.n == statement_transactions.c.n)
            .join(statements, statements.c.id == statement_transactions.c.statement_id)
            .join(account_table, account_table.c.id == transactions.c.account_id)
            .where(transactions.c.owner_id == owner.id)
            .group_by(statements.c.id, statements.c.path, account_table.c.number)
            .order_by(statements.c.id, account_table.c.number)
        )
        with self._database.reading() as connection:
            return [
                Covered(
                    account=row.number,
                    first_on=row.first_on,
                    last_on=row.last_on,
                    statement=row.path,
                    owner=owner.name,
                )
                for row in connection.execute(query)
            ]

    def revision(self, owner: Owner) -> int:
        """Return a number that grows whenever an owner's transactions change."""
        with self._database.reading() as connection:
            return connection.scalar(sa.select(owners.c.revision).where(owners.c.id == owner.id)) or 0

    def remove(self, file: KeptFile) -> int:
        """Delete a file and the lines that no other file holds; return how many lines went."""
        with self._database.writing() as connection:
            mine = sa.select(statement_transactions.c.n).where(statement_transactions.c.statement_id == file.id)
            held = list(connection.scalars(mine))
            people = set[int]()
            for some in _parts(held):
                which = sa.select(transactions.c.owner_id).where(transactions.c.n.in_(some)).distinct()
                people |= set(connection.scalars(which))
            connection.execute(statements.delete().where(statements.c.id == file.id))
            gone = 0
            for some in _parts(held):
                others = sa.select(statement_transactions.c.n).where(statement_transactions.c.n.in_(some))
                lonely = sorted(set(some) - set(connection.scalars(others)))
                connection.execute(transactions.delete().where(transactions.c.n.in_(lonely)))
                gone += len(lonely)
                _rename_sources(connection, sorted(set(some) - set(lonely)))
            _touch(connection, dict.fromkeys(people))
            return gone


_PLAIN: Final = (
    "sha256", "path", "kind", "format", "encoding", "added_at", "rows", "first_on", "last_on",
)  # fmt: skip


def _touch(connection: Connection, people: Iterable[int]) -> None:
    for number in people:
        connection.execute(owners.update().where(owners.c.id == number).values(revision=owners.c.revision + 1))


def _parts(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE))


def _rename_sources(connection: Connection, numbers: Sequence[int]) -> None:
    """Let lines that stay name a file that is still here as their source."""
    query = (
        sa.select(statement_transactions.c.n, statement_transactions.c.place, statements.c.path)
        .join(statements)
        .where(statement_transactions.c.n.in_(numbers))
        .order_by(statements.c.id.desc())
    )
    sources = {
        row.n: {"which": row.n, "source_file": row.path, "source_place": row.place} for row in connection.execute(query)
    }
    if sources:
        change = transactions.update().where(transactions.c.n == sa.bindparam("which"))
        connection.execute(change, list(sources.values()))


def _files() -> Any:
    return sa.select(statements, owners.c.name.label("owner_name")).join(owners)


def _file(row: Any) -> KeptFile:
    plain = {name: getattr(row, name) for name in _PLAIN}
    problems = tuple(Problem(**problem) for problem in json.loads(row.problems))
    return KeptFile(id=row.id, owner=row.owner_name or None, problems=problems, **plain)


def printable(path: str) -> str:
    """Return a path as text that any database takes, whatever bytes its name has."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace").replace("\x00", "\N{SYMBOL FOR NULL}")
