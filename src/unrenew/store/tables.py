"""The tables, and the migrations beside them.

Exact amounts are text, dates ISO text in SQLite and dates in PostgreSQL, moments ISO text with zone in both, so that
what was written is what is read. Everything that belongs to an owner goes with the owner (`ON DELETE CASCADE`).
"""

from datetime import datetime
from typing import Any

import sqlalchemy as sa


class Moment(sa.types.TypeDecorator[datetime]):
    """A time with its zone, as ISO text: SQLite would lose the zone."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> str | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment without a zone")
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Any) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _owner() -> sa.Column[int]:
    return sa.Column("owner_id", sa.Integer, sa.ForeignKey("owners.id", ondelete="CASCADE"), nullable=False, index=True)


def _keyed_by_owner() -> sa.Column[int]:
    return sa.Column("owner_id", sa.Integer, sa.ForeignKey("owners.id", ondelete="CASCADE"), primary_key=True)


def _keyed_by_case() -> sa.Column[str]:
    return sa.Column("case_id", sa.Text, sa.ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True)


owners = sa.Table(
    "owners",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),  # "" is the person at the keyboard
    sa.Column("revision", sa.Integer, nullable=False, server_default="0"),  # grows with every change of transactions
)

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _owner(),
    sa.Column("number", sa.Text, nullable=False),
    sa.UniqueConstraint("owner_id", "number"),
)

statements = sa.Table(
    "statements",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _owner(),  # for whom the file was added; its lines may name other owners
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),  # statement, receipts, subscriptions
    sa.Column("format", sa.Text, nullable=False),
    sa.Column("encoding", sa.Text, nullable=False),
    sa.Column("added_at", Moment, nullable=False),
    sa.Column("rows", sa.Integer, nullable=False),
    sa.Column("first_on", sa.Date),
    sa.Column("last_on", sa.Date),
    sa.Column("problems", sa.Text, nullable=False),  # JSON
    sa.UniqueConstraint("owner_id", "sha256"),
)

transactions = sa.Table(
    "transactions",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True),
    _owner(),
    sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("booked_on", sa.Date, nullable=False),
    sa.Column("value_on", sa.Date),
    sa.Column("amount", sa.Text, nullable=False),
    sa.Column("currency", sa.Text, nullable=False),
    sa.Column("original_amount", sa.Text),
    sa.Column("original_currency", sa.Text),
    sa.Column("descriptor", sa.Text),
    sa.Column("counterparty", sa.Text),
    sa.Column("counterparty_account", sa.Text),
    sa.Column("mandate_id", sa.Text),
    sa.Column("creditor_id", sa.Text),
    sa.Column("mcc", sa.Text),
    sa.Column("bank_code", sa.Text),
    sa.Column("is_reversal", sa.Boolean),
    sa.Column("source_file", sa.Text),
    sa.Column("source_place", sa.Text),
    sa.Index("ix_transactions_owner_booked", "owner_id", "booked_on"),
)

statement_transactions = sa.Table(  # which file holds which line: a line stays while any of its files does
    "statement_transactions",
    metadata,
    sa.Column("statement_id", sa.Integer, sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("n", sa.Integer, sa.ForeignKey("transactions.n", ondelete="CASCADE"), primary_key=True, index=True),
    sa.Column("place", sa.Text),
)

found = sa.Table(  # what find made of an owner's transactions, kept so that `list` need not do it again
    "found",
    metadata,
    _keyed_by_owner(),
    sa.Column("as_of", sa.Date, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("made_with", sa.Text, nullable=False),  # versions of program and facts, country
    sa.Column("streams", sa.Text, nullable=False),  # JSON, a list of streams as in `scan --json`
)

decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _owner(),
    sa.Column("at", Moment, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("provider", sa.Text),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("charges", sa.Text, nullable=False),  # JSON
    sa.Column("says", sa.Text, nullable=False),  # JSON
)

own_subscriptions = sa.Table(
    "own_subscriptions",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    _owner(),
    sa.Column("statement_id", sa.Integer, sa.ForeignKey("statements.id", ondelete="SET NULL")),
    sa.Column("body", sa.Text, nullable=False),  # JSON
)

receipts = sa.Table(
    "receipts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _owner(),
    sa.Column("statement_id", sa.Integer, sa.ForeignKey("statements.id", ondelete="CASCADE"), nullable=False),
    sa.Column("message", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),  # JSON
    sa.UniqueConstraint("owner_id", "message"),
)

cases = sa.Table(
    "cases",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    _owner(),
    sa.Column("subscription", sa.Text),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),  # as of the last event, for lists
    sa.Column("due_on", sa.Date),
    sa.Column("due_what", sa.Text),
)

events = sa.Table(
    "events",
    metadata,
    _keyed_by_case(),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("body", sa.Text, nullable=False),  # the very bytes that the hash chain is made over
)

evidence = sa.Table(
    "evidence",
    metadata,
    _keyed_by_case(),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("sha256", sa.Text, nullable=False, index=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)

settings = sa.Table(
    "settings",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),  # JSON
)

notices = sa.Table(  # what the person is told, through each address, and how far it came
    "notices",
    metadata,
    _keyed_by_owner(),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("mark", sa.Text, nullable=False),  # the same whenever it is sent again
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("until", sa.Date),
    sa.Column("planned_at", Moment, nullable=False),
    sa.Column("tried_at", Moment),
    sa.Column("sent_at", Moment),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("unsure", sa.Integer, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
)

alarms = sa.Table(  # what the person has settled, and how
    "alarms",
    metadata,
    _keyed_by_owner(),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("settled_at", Moment, nullable=False),
    sa.Column("how", sa.Text, nullable=False),
)
