"""Keeps cases and their events: events are added, never changed."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from unrenew.errors import LockedError, NotFoundError
from unrenew.model.listings import CaseRow
from unrenew.model.people import Owner
from unrenew.store.databases import Database
from unrenew.store.tables import cases, events, owners


class Cases:
    """The cases. What an event says, and whether it may follow, is the business of `act`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, row: CaseRow, owner: Owner, first_event: str) -> None:
        """Keep a new case with its first event (number 1)."""
        with self._database.writing() as connection:
            connection.execute(cases.insert().values(owner_id=owner.id, **_columns(row), id=row.id))
            connection.execute(events.insert().values(case_id=row.id, seq=1, body=first_event))

    def all(self, owner: Owner | None = None) -> list[CaseRow]:
        """Return the cases of one owner, or of all, in the order in which they were opened."""
        query = sa.select(cases, owners.c.name.label("owner_name")).join(owners).order_by(cases.c.id)
        if owner is not None:
            query = query.where(cases.c.owner_id == owner.id)
        with self._database.reading() as connection:
            return [_row(row) for row in connection.execute(query)]

    def find(self, case: str) -> CaseRow:
        """Return one case; NotFoundError if there is none of this id."""
        query = sa.select(cases, owners.c.name.label("owner_name")).join(owners).where(cases.c.id == case)
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise NotFoundError(f"there is no case {case!r}", hint="See: unrenew case")
        return _row(row)

    def events(self, case: str) -> list[str]:
        """Return the events of a case in their order, each as the very text that was kept."""
        query = sa.select(events.c.body).where(events.c.case_id == case).order_by(events.c.seq)
        with self._database.reading() as connection:
            return [row.body for row in connection.execute(query)]

    def all_events(self) -> dict[str, list[str]]:
        """Return the events of every case in one go."""
        found: dict[str, list[str]] = {}
        with self._database.reading() as connection:
            for row in connection.execute(sa.select(events).order_by(events.c.case_id, events.c.seq)):
                found.setdefault(row.case_id, []).append(row.body)
        return found

    def append_event(self, row: CaseRow, seq: int, event: str) -> None:
        """Add event number `seq`, and what the case comes to with it.

        LockedError if that number is taken or not the next one: another program has moved the case on meanwhile.
        """
        moved = LockedError(f"case {row.id} was moved on by another program", hint="Look at it again: unrenew case")
        with self._database.writing() as connection:
            last = connection.scalar(sa.select(sa.func.max(events.c.seq)).where(events.c.case_id == row.id))
            if last is None:
                raise NotFoundError(f"there is no case {row.id!r}", hint="See: unrenew case")
            if seq != last + 1:
                raise moved
            try:
                connection.execute(events.insert().values(case_id=row.id, seq=seq, body=event))
            except IntegrityError as error:
                raise moved from error
            connection.execute(cases.update().where(cases.c.id == row.id).values(**_columns(row)))


def _columns(row: CaseRow) -> dict[str, Any]:
    return {
        "subscription": row.subscription,
        "name": row.name,
        "state": row.state,
        "due_on": row.due_on,
        "due_what": row.due_what,
    }


def _row(row: Any) -> CaseRow:
    return CaseRow(
        id=row.id,
        owner=row.owner_name or None,
        subscription=row.subscription,
        name=row.name,
        state=row.state,
        due_on=row.due_on,
        due_what=row.due_what,
    )
