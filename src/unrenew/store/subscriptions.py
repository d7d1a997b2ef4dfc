"""Keeps what was decided and written down, and receipts."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from unrenew.model.decisions import Decision, DecisionKind, OwnSubscription
from unrenew.model.people import Owner
from unrenew.model.receipts import Receipt
from unrenew.store.databases import Database, new_id
from unrenew.store.people import People
from unrenew.store.tables import decisions, own_subscriptions, owners, receipts


class Subscriptions:
    """Decisions, subscriptions of the person's own making, and receipts."""

    def __init__(self, database: Database, people: People) -> None:
        self._database = database
        self._people = people

    def decide(self, decision: Decision) -> Decision:
        """Keep a decision; its number is given here."""
        with self._database.writing() as connection:
            owner = self._people.ensure(decision.owner)
            values: dict[str, Any] = {"owner_id": owner.id, "at": decision.at, "kind": decision.kind}
            values |= {"subject": decision.subject, "provider": decision.provider, "name": decision.name}
            values |= {
                "charges": json.dumps(sorted(decision.charges)),
                "says": json.dumps(dict(decision.says), default=str),
            }
            return replace(decision, id=new_id(connection.execute(decisions.insert().values(values))))

    def decisions(self, owner: Owner | None = None) -> list[Decision]:
        """Return the decisions in the order in which they were made."""
        query = sa.select(decisions, owners.c.name.label("owner_name")).join(owners).order_by(decisions.c.id)
        if owner is not None:
            query = query.where(decisions.c.owner_id == owner.id)
        with self._database.reading() as connection:
            return [_decision(row) for row in connection.execute(query)]

    def put_own(self, own: OwnSubscription, *, file: int | None = None) -> None:
        """Keep a subscription of the person's own making, new or changed."""
        with self._database.writing() as connection:
            owner = self._people.ensure(own.owner)
            before = own_subscriptions.c.id == own.id
            if file is None:
                file = connection.scalar(sa.select(own_subscriptions.c.statement_id).where(before))
            connection.execute(own_subscriptions.delete().where(before))
            body = msgspec.json.encode(own).decode()
            values = {"id": own.id, "owner_id": owner.id, "statement_id": file, "body": body}
            connection.execute(own_subscriptions.insert().values(values))

    def remove_listed(self, file: int) -> None:
        """Delete those that a list of another program brought."""
        with self._database.writing() as connection:
            connection.execute(own_subscriptions.delete().where(own_subscriptions.c.statement_id == file))

    def own(self, owner: Owner | None = None) -> list[OwnSubscription]:
        """Return the subscriptions of the person's own making."""
        query = sa.select(own_subscriptions.c.body).order_by(own_subscriptions.c.id)
        if owner is not None:
            query = query.where(own_subscriptions.c.owner_id == owner.id)
        with self._database.reading() as connection:
            return [msgspec.json.decode(row.body, type=OwnSubscription) for row in connection.execute(query)]

    def add_receipt(self, owner: str | None, receipt: Receipt, *, file: int) -> bool:
        """Keep a receipt; False if the same mail gave it before."""
        with self._database.writing() as connection:
            person = self._people.ensure(owner)
            mine = (receipts.c.owner_id == person.id, receipts.c.message == receipt.message)
            if connection.scalar(sa.select(receipts.c.id).where(*mine)) is not None:
                return False
            values: dict[str, Any] = {"owner_id": person.id, "statement_id": file, "message": receipt.message}
            connection.execute(receipts.insert().values(values | {"body": msgspec.json.encode(receipt).decode()}))
            return True

    def receipts(self, owner: Owner | None = None) -> list[Receipt]:
        """Return the receipts, in the order in which they came."""
        query = sa.select(receipts.c.body).order_by(receipts.c.id)
        if owner is not None:
            query = query.where(receipts.c.owner_id == owner.id)
        with self._database.reading() as connection:
            return [msgspec.json.decode(row.body, type=Receipt) for row in connection.execute(query)]


def _decision(row: Any) -> Decision:
    kind: DecisionKind = row.kind
    at: datetime = row.at
    return Decision(
        id=row.id,
        owner=row.owner_name or None,
        at=at,
        kind=kind,
        charges=frozenset(json.loads(row.charges)),
        subject=row.subject,
        provider=row.provider,
        name=row.name,
        says=json.loads(row.says),
    )
