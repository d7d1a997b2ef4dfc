"""Keeps statements, and each of their lines once."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from unrenew.model.people import Owner
from unrenew.model.values import Problem
from unrenew.model.watched import Covered
from unrenew.store.databases import Database
from unrenew.store.people import People
from unrenew.store.sessions import Session, day_of

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
        with self._database.session() as session:
            row = session.row(
                f"{_FILES} WHERE s.sha256 = :sha256 AND o.name = :owner", sha256=sha256, owner=owner or ""
            )
        return None if row is None else _file(row)

    def files(self, owner: Owner | None = None) -> list[KeptFile]:
        """Return every file, the oldest first."""
        values: dict[str, Any] = {} if owner is None else {"owner": owner.id}
        where = "" if owner is None else " WHERE s.owner_id = :owner"
        with self._database.session() as session:
            return [_file(row) for row in session.rows(f"{_FILES}{where} ORDER BY s.id", **values)]

    def keep_file(self, file: KeptFile) -> KeptFile:
        """Keep a file as such, with its number given here."""
        owner = self._people.ensure(file.owner)
        problems = [{"where": p.where, "what": p.what, "severity": p.severity, "rows": p.rows} for p in file.problems]
        values: dict[str, Any] = {name: getattr(file, name) for name in _PLAIN}
        values |= {"owner_id": owner.id, "problems": json.dumps(problems)}
        with self._database.session(writes=True) as session:
            return replace(file, id=session.insert_numbered("statements", values))

    def add(self, statement: "Statement", *, sha256: str, owner: str | None, at: datetime) -> Added:
        """Keep a statement: the file, and those of its lines that are not kept yet. All of it or nothing."""
        with self._database.session(writes=True) as session:
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
                added = self._add_lines(session, file.id, person, part)
                new += added
                if added:
                    touched[person.id] = person.name
            _touch(session, touched)
            return Added(file=file, new=new, known=table.height - new, owners=tuple(touched.values()))

    def _add_lines(self, session: Session, file: int, owner: Owner, part: "pl.DataFrame") -> int:
        """Keep the lines of one owner; return how many were new."""
        import polars as pl

        from unrenew.store.rows import lines_between, values_of
        from unrenew.transactions import days, pairs

        numbers, known = lines_between(session, owner.id, *days(part))
        nobody = pl.lit(None, dtype=pl.String).alias("owner")  # one owner's lines, by whatever name
        same = pairs(known.with_columns(nobody), part.with_columns(nobody))
        next_number = (session.value("SELECT max(n) FROM transactions") or 0) + 1
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
        session.insert_all("transactions", rows)
        session.insert_all("statement_transactions", list(links.values()))
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

        with self._database.session() as session:
            return load(session, owner.id if owner else None, without=without)

    def periods(self, owner: Owner) -> list[Covered]:
        """Return, for each file and account of an owner, the first and the last day that it has a booking of."""
        with self._database.session() as session:
            rows = session.rows(_PERIODS, owner=owner.id)
        return [
            Covered(account=account, first_on=day_of(first), last_on=day_of(last), statement=path, owner=owner.name)
            for path, account, first, last in rows
        ]

    def revision(self, owner: Owner) -> int:
        """Return a number that grows whenever an owner's transactions change."""
        with self._database.session() as session:
            return session.value("SELECT revision FROM owners WHERE id = :owner", owner=owner.id) or 0

    def remove(self, file: KeptFile) -> int:
        """Delete a file and the lines that no other file holds; return how many lines went."""
        with self._database.session(writes=True) as session:
            mine = "SELECT l.n, t.owner_id FROM statement_transactions l JOIN transactions t ON t.n = l.n"
            held = session.rows(f"{mine} WHERE l.statement_id = :file", file=file.id)
            session.run("DELETE FROM statements WHERE id = :file", file=file.id)
            gone = 0
            for some in _parts(sorted(number for number, _ in held)):
                others = session.rows(f"SELECT n FROM statement_transactions WHERE n IN {_listed(some)}")  # noqa: S608
                lonely = sorted(set(some) - {number for (number,) in others})
                if lonely:
                    session.run(f"DELETE FROM transactions WHERE n IN {_listed(lonely)}")  # noqa: S608 # numbers
                gone += len(lonely)
                _rename_sources(session, sorted(set(some) - set(lonely)))
            _touch(session, {owner for _, owner in held})
            return gone


_PLAIN: Final = (
    "sha256", "path", "kind", "format", "encoding", "added_at", "rows", "first_on", "last_on",
)  # fmt: skip


_FILES: Final = f"SELECT s.id, o.name, s.problems, {', '.join(f's.{name}' for name in _PLAIN)} FROM statements s JOIN owners o ON o.id = s.owner_id"  # noqa: S608, E501 # constants
_PERIODS: Final = """
    SELECT s.path, a.number, min(t.booked_on), max(t.booked_on)
    FROM statement_transactions l
    JOIN transactions t ON t.n = l.n
    JOIN statements s ON s.id = l.statement_id
    JOIN accounts a ON a.id = t.account_id
    WHERE t.owner_id = :owner
    GROUP BY s.id, s.path, a.number
    ORDER BY s.id, a.number
"""


def _touch(session: Session, people: Iterable[int]) -> None:
    for number in people:
        session.run("UPDATE owners SET revision = revision + 1 WHERE id = :owner", owner=number)


def _parts(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE))


def _listed(numbers: Sequence[int]) -> str:
    return f"({', '.join(f'{number:d}' for number in numbers)})"


def _rename_sources(session: Session, numbers: Sequence[int]) -> None:
    """Let lines that stay name a file that is still here as their source: the oldest."""
    if not numbers:
        return
    lines = "SELECT l.n, s.path, l.place FROM statement_transactions l JOIN statements s ON s.id = l.statement_id"
    found = session.rows(f"{lines} WHERE l.n IN {_listed(numbers)} ORDER BY s.id DESC")
    for number, (path, place) in {number: (path, place) for number, path, place in found}.items():
        change = "UPDATE transactions SET source_file = :path, source_place = :place WHERE n = :n"
        session.run(change, path=path, place=place, n=number)


def _file(row: Sequence[Any]) -> KeptFile:
    number, owner, problems, *plain = row
    values = dict(zip(_PLAIN, plain, strict=True))
    values |= {name: day_of(values[name]) for name in ("first_on", "last_on") if values[name] is not None}
    values["added_at"] = datetime.fromisoformat(values["added_at"])
    told = tuple(Problem(**problem) for problem in json.loads(problems))
    return KeptFile(id=number, owner=owner or None, problems=told, **values)


def printable(path: str) -> str:
    """Return a path as text that any database takes, whatever bytes its name has."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace").replace("\x00", "\N{SYMBOL FOR NULL}")
