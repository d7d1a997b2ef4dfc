"""Keeps what the person is told, and how far each notice came.

Every step is kept before the next is taken: planned, taken by one program, handed to the connection, settled. So after
a crash it is known of each notice whether it can have left (`handed`) or not, and `recover` puts both in order.
"""

from collections.abc import Generator, Iterable, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from unrenew.errors import LockedError
from unrenew.model.notices import MOST_UNSURE, OPEN, Delivery, DeliveryState
from unrenew.model.people import Owner
from unrenew.store.databases import Database
from unrenew.store.holds import hold
from unrenew.store.tables import notices

CUT_OFF = "the program stopped while it was being sent"
NO_LONGER = "settled, changed, or replaced by a later reminder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to go out through one address: what stays the same of it, its title, the last day it is of use."""

    mark: str
    title: str
    until: date | None = None


class Notices:
    """The notices of everybody. One program at a time sends them (`sending`); any may plan and look."""

    def __init__(self, database: Database, home: Path) -> None:
        self._database = database
        self._home = home

    def all(self, owner: Owner | None = None) -> list[Delivery]:
        """Return the deliveries of one owner, or of all, in the order in which they were planned."""
        query = sa.select(notices).order_by(notices.c.planned_at, notices.c.owner_id, notices.c.key)
        if owner is not None:
            query = query.where(notices.c.owner_id == owner.id)
        with self._database.reading() as connection:
            return [_delivery(row) for row in connection.execute(query).mappings()]

    @contextmanager
    def sending(self) -> Generator[None, None, None]:
        """Be the one program that sends, and first put in order what another left when it died.

        Raises LockedError where another is sending for longer than the usual wait.
        """
        with ExitStack() as stack:
            try:
                stack.enter_context(hold(self._database, self._home, "sending"))
            except LockedError as error:
                raise LockedError(
                    "another unrenew is sending notices just now; none was sent twice",
                    hint="What it did not send goes out with the next run",
                ) from error
            self._recover()
            yield

    def _recover(self) -> None:
        """Put in order what was left by a program that died: who holds `sending` knows that nobody else is at work."""
        with self._database.writing() as connection:
            taken, handed = notices.c.state == "taken", notices.c.state == "handed"
            connection.execute(notices.update().where(taken).values(state="planned"))
            connection.execute(notices.update().where(handed).values(state="unsure", reason=CUT_OFF))

    def plan(self, owner: Owner, wanted: Mapping[str, Wanted], at: datetime, *, today: date) -> list[Delivery]:
        """Keep that these are to be sent, and that others are not any more; return those whose day passed unsent.

        What was sent stays sent, whatever is wanted.
        """
        with self._database.writing() as connection:
            known = {one.key: one for one in self.all(owner)}
            new = [_row(owner, key, one, at) for key, one in wanted.items() if key not in known]
            if new:
                connection.execute(notices.insert(), new)
            for key in known.keys() & wanted.keys():
                self._plan_again(known[key], wanted[key])
            over = [one for key, one in known.items() if key not in wanted and one.state in OPEN]
            missed = [one for one in over if one.until is not None and one.until < today]
            for one in over:
                passed = one in missed
                self._change(one, state="missed" if passed else "dropped", reason=one.reason if passed else NO_LONGER)
        return missed

    def _plan_again(self, known: Delivery, wanted: Wanted) -> None:
        """Bring what is not sent yet to what is wanted now."""
        if known.state in ("missed", "dropped"):
            again: DeliveryState = "unsure" if known.unsure else "planned"
            self._change(known, state=again, reason="", title=wanted.title, until=wanted.until)
        elif known.state in OPEN and (known.title, known.until) != (wanted.title, wanted.until):
            self._change(known, title=wanted.title, until=wanted.until)

    def take(self, owner: Owner, key: str, at: datetime) -> Delivery | None:
        """Take one delivery to send it; None where it was sent, rests, or another program has it.

        Returns it as it was before, with this try counted: `tried_at` is when it was tried the last time.
        """
        with self._database.writing() as connection:
            row = connection.execute(sa.select(notices).where(_free(owner), notices.c.key == key)).mappings().first()
            if row is None:
                return None
            taken = {**row, "state": "taken", "tries": row["tries"] + 1}
            mine = (notices.c.owner_id == owner.id) & (notices.c.key == key)
            connection.execute(notices.update().where(mine).values(state="taken", tries=taken["tries"], tried_at=at))
            return _delivery(taken)

    def free(self, owner: Owner) -> frozenset[str]:
        """Return the keys of an owner's deliveries that `take` would give."""
        with self._database.reading() as connection:
            return frozenset(connection.scalars(sa.select(notices.c.key).where(_free(owner))))

    def hand(self, delivery: Delivery, at: datetime) -> None:
        """Keep that it is given to the connection now: from here on nobody knows whether it arrived, until `settle`.

        Raises LockedError where another program has taken it meanwhile; then nothing may leave.
        """
        self._step(delivery, ("taken",), state="handed", tried_at=at, unsure=notices.c.unsure + 1)

    def settle(self, delivery: Delivery, state: DeliveryState, at: datetime, *, reason: str = "") -> None:
        """Keep how it ended: sent, failed, or unsure where nobody said whether it arrived."""
        known = notices.c.unsure - sa.case((notices.c.state == "handed", 1), else_=0)
        counted: dict[str, Any] = {} if state == "unsure" else {"unsure": known}
        sent: dict[str, Any] = {"sent_at": at} if state == "sent" else {}
        self._step(delivery, ("taken", "handed"), state=state, reason=reason, **counted, **sent)

    def resolve(self, state: DeliveryState, mark: str = "") -> list[Delivery]:
        """Bring what rests to what the person says of it: planned once more, or sent; all, or what begins with a mark.

        Returns them as they were.
        """
        with self._database.writing():
            resting = [one for one in self.all() if one.rests and one.mark.startswith(mark)]
            for one in resting:
                self._change(one, state=state)
        return resting

    def _step(self, delivery: Delivery, states: Iterable[DeliveryState], **values: Any) -> None:
        """Change what this program has taken: the number of the try tells it from what another took later."""
        with self._database.writing() as connection:
            mine = _is(delivery) & (notices.c.tries == delivery.tries) & notices.c.state.in_(tuple(states))
            if connection.execute(notices.update().where(mine).values(**values)).rowcount != 1:
                raise LockedError("another unrenew has taken this notice meanwhile", hint="See: unrenew notices")

    def _change(self, delivery: Delivery, **values: Any) -> None:
        with self._database.writing() as connection:
            connection.execute(notices.update().where(_is(delivery)).values(**values))


def _free(owner: Owner) -> sa.ColumnElement[bool]:
    """Return which rows may be taken: not sent, in no program's hands, and not resting."""
    rests = (notices.c.state == "unsure") & (notices.c.unsure >= MOST_UNSURE)
    return (notices.c.owner_id == owner.id) & notices.c.state.in_(OPEN) & ~rests


def _is(delivery: Delivery) -> sa.ColumnElement[bool]:
    return (notices.c.owner_id == delivery.owner_id) & (notices.c.key == delivery.key)


def _row(owner: Owner, key: str, wanted: Wanted, at: datetime) -> dict[str, Any]:
    return {
        "owner_id": owner.id,
        "key": key,
        "mark": wanted.mark,
        "title": wanted.title,
        "state": "planned",
        "until": wanted.until,
        "planned_at": at,
        "tries": 0,
        "unsure": 0,
        "reason": "",
    }


def _delivery(row: Mapping[Any, Any]) -> Delivery:
    return Delivery(**row)
