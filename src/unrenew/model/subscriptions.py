"""What a person pays again and again: streams, charges, what is next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from unrenew.model.values import Cadence, decimal_text

Kind = Literal["subscription", "bill", "loan", "rent", "transfer", "income", "habit"]
Status = Literal["early", "active", "late", "paused", "ended"]
Role = Literal["charge", "trial", "setup", "retry", "refund", "fee"]

CONTRACTS: frozenset[Kind] = frozenset({"subscription", "bill"})
"""The kinds that a person can cancel or change, and that `scan` prints without being asked."""

PER_YEAR: Mapping[Cadence, Decimal] = {
    "weekly": Decimal(52),
    "biweekly": Decimal(26),
    "four_weekly": Decimal(13),
    "thirty_days": Decimal(365) / 30,
    "monthly": Decimal(12),
    "bimonthly": Decimal(6),
    "quarterly": Decimal(4),
    "four_monthly": Decimal(3),
    "half_yearly": Decimal(2),
    "annual": Decimal(1),
    "biennial": Decimal("0.5"),
    "triennial": Decimal(1) / 3,
}
"""How many charges of each cadence fall into a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One transaction of a stream. `amount` is what it cost: spending positive, a refund negative."""

    id: str
    on: date
    amount: Decimal
    role: Role = "charge"


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceChange:
    """From the charge on this day the price is another one, in the stream's currency."""

    on: date
    old: Decimal
    new: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class NextCharge:
    """The day on which the bank will book the next charge, as far as the past tells, and its amount."""

    on: date
    amount: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """Charges that belong together in time: one contract, bill or habit of one owner.

    `amount` is the price now (spending positive), `yearly_cost` what a year costs at that price, or for amounts that
    vary what the last year did cost. `confidence` is the chance that this is a contract of the named kind.
    """

    id: str
    owner: str | None
    accounts: tuple[str, ...]
    kind: Kind
    status: Status
    provider: str | None
    name: str
    channel: str | None
    descriptor: str
    cadence: Cadence | None
    amount: Decimal
    currency: str
    yearly_cost: Decimal | None
    first_on: date
    last_on: date
    next: NextCharge | None
    charges: tuple[Charge, ...]
    price_changes: tuple[PriceChange, ...] = ()
    confidence: float
    why: tuple[str, ...] = ()


Correct = Literal["confirm", "dismiss", "edit", "merge", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person's decision means for streams: find honours it whenever it looks again.

    `charges` are ids of transactions that were in the stream when the person decided: new ones may join it, so ids of
    streams would not do. `merge` makes one stream of everything that holds any of them; `split` takes exactly these
    charges out into a stream of their own.
    """

    do: Correct
    charges: frozenset[str]
    name: str | None = None
    cadence: Cadence | None = None
    kind: Kind | None = None


def stream_json(stream: Stream) -> dict[str, Any]:
    """Return a stream as `scan --json` prints it (docs: the JSON of scan); money is text, dates are ISO."""
    following = stream.next
    return {
        "id": stream.id,
        "owner": stream.owner,
        "accounts": list(stream.accounts),
        "kind": stream.kind,
        "status": stream.status,
        "provider": stream.provider,
        "name": stream.name,
        "channel": stream.channel,
        "descriptor": stream.descriptor,
        "cadence": stream.cadence,
        "amount": decimal_text(stream.amount),
        "currency": stream.currency,
        "yearly_cost": None if stream.yearly_cost is None else decimal_text(stream.yearly_cost),
        "first_on": stream.first_on.isoformat(),
        "last_on": stream.last_on.isoformat(),
        "next": None
        if following is None
        else {
            "on": following.on.isoformat(),
            "amount": None if following.amount is None else decimal_text(following.amount),
        },
        "charges": [
            {"id": charge.id, "on": charge.on.isoformat(), "amount": decimal_text(charge.amount), "role": charge.role}
            for charge in stream.charges
        ],
        "price_changes": [
            {"on": change.on.isoformat(), "from": decimal_text(change.old), "to": decimal_text(change.new)}
            for change in stream.price_changes
        ],
        "confidence": stream.confidence,
        "why": list(stream.why),
    }


def to_json(streams: Sequence[Stream]) -> list[dict[str, Any]]:
    """Return the streams as the list `streams` of `scan --json`."""
    return [stream_json(stream) for stream in streams]
