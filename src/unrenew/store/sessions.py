"""One transaction on a database, in plain SQL or in SQLAlchemy's.

Importing SQLAlchemy takes longer than all else that adding a month needs of the database. So what `add` does is plain
SQL, the same for SQLite and PostgreSQL, and SQLAlchemy is loaded where a session's `core` is asked for.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

Values = Mapping[str, Any]
_NAMED: Final = re.compile(r"(?<!:):([a-z_0-9]+)")


class Session:
    """Statements inside one transaction; a value stands as `:name` in them. Who opened it ends it."""

    def __init__(self, raw: Any, *, postgres: bool, writes: bool, engine: "Callable[[], Engine]") -> None:
        self._raw = raw
        self._engine = engine
        self._core: Connection | None = None
        self.is_postgres = postgres
        self.writes = writes

    @property
    def core(self) -> "Connection":
        """SQLAlchemy's connection, which is in the same transaction."""
        if self._core is None:
            self._core = self._engine().connect()
            self._core.begin()
        return self._core

    def rows(self, text: str, **values: Any) -> list[Any]:
        """Return all rows that a query gives."""
        return self._run(text, values).fetchall()

    def row(self, text: str, **values: Any) -> Any:
        """Return the first row that a query gives, or None."""
        return self._run(text, values).fetchone()

    def value(self, text: str, **values: Any) -> Any:
        """Return the first value that a query gives, or None."""
        row = self.row(text, **values)
        return None if row is None else row[0]

    def run(self, text: str, **values: Any) -> None:
        """Run a statement that gives nothing back."""
        self._run(text, values)

    def insert(self, table: str, values: Values) -> None:
        """Put one row into a table."""
        self._run(_insertion(table, tuple(values)), values)

    def insert_numbered(self, table: str, values: Values) -> int:
        """Put one row into a table, and return the `id` that the database gave it."""
        text = _insertion(table, tuple(values))
        if self.is_postgres:
            return int(self._run(f"{text} RETURNING id", values).fetchone()[0])
        return int(self._run(text, values).lastrowid)

    def insert_all(self, table: str, rows: Sequence[Values]) -> None:
        """Put rows of the same columns into a table."""
        if rows:
            text = self._own(_insertion(table, tuple(rows[0])))
            self._raw.cursor().executemany(text, [_plain(row) for row in rows])

    def release(self) -> None:
        """Let go of SQLAlchemy's connection; it neither commits nor takes back."""
        if self._core is not None:
            self._core.close()

    def _run(self, text: str, values: Values) -> Any:
        return self._raw.execute(self._own(text), _plain(values))

    def _own(self, text: str) -> str:
        return _for_postgres(text) if self.is_postgres else text


@cache
def _for_postgres(text: str) -> str:
    return _NAMED.sub(r"%(\1)s", text)


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join(f':{column}' for column in columns)})"  # noqa: S608 # names of ours


def _plain(values: Values) -> dict[str, Any]:
    return {name: _text(value) if isinstance(value, date) else value for name, value in values.items()}


def _text(value: date) -> str:
    """Return a day or a moment as both databases take it."""
    if isinstance(value, datetime) and value.tzinfo is None:
        raise ValueError("a moment without a zone")
    return value.isoformat()


def day_of(value: date | str) -> date:
    """Return a day as it comes from a database: PostgreSQL gives a date, SQLite its text."""
    return value if isinstance(value, date) else date.fromisoformat(value)
