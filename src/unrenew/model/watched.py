"""A cancelled subscription as watch sees it: what it was, when it ends."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCharge:
    """One charge of the plan from before the cancellation; `amount` is negative, as money that left."""

    id: str
    on: date
    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One cancelled subscription. What is not known is None.

    `cancelled_on` is the day it was asked for, `confirmed` says whether they confirmed it, `ends_on` the last day of
    the paid time ("off, active until"). `keys`, `mandates`, `creditors` and `providers` say by what its charges are
    recognised; `providers` holds the successors too. `accounts` are those it was paid from. `kept` are the ids of
    charges that belong to other plans of the same merchant which the person keeps; `settled` are ids of charges the
    person called all right.
    """

    case: str
    name: str
    cancelled_on: date
    owner: str | None = None
    subscription: str | None = None
    confirmed: bool = False
    ends_on: date | None = None
    cadence: str | None = None
    charges: tuple[PastCharge, ...] = ()
    accounts: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    mandates: frozenset[str] = frozenset()
    creditors: frozenset[str] = frozenset()
    providers: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    settled: frozenset[str] = frozenset()
    refund_asked_on: date | None = None
    refund_amount: Decimal | None = None
    refund_due_by: date | None = None
    closed_on: date | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """The days of one account that one statement covers, first and last booking included."""

    account: str
    first_on: date
    last_on: date
    statement: str
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rise:
    """A price that went up: since which charge, from what to what (spending positive)."""

    on: date
    old: Decimal
    new: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A subscription that the person has, as watch needs it; amounts are what it costs, spending positive.

    `covers` names what it is good for (the directory's kind, such as `security`): two that cover the same are one too
    many. `trial_ends_on`: it costs nothing, or next to nothing, until then. `charged_on` are its charges' days.
    `cancel_by` is the last day to cancel so that the charge of `avoids_on` does not come (`certain`: no unknown notice
    period can make it earlier), `stop_payment_by` the last day to have the bank stop the next payment; `why` says both.
    """

    id: str
    name: str
    owner: str | None = None
    provider: str | None = None
    covers: str | None = None
    country: str | None = None
    cadence: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    next_on: date | None = None
    next_amount: Decimal | None = None
    trial_ends_on: date | None = None
    cancel_by: date | None = None
    avoids_on: date | None = None
    certain: bool = False
    stop_payment_by: date | None = None
    why: tuple[str, ...] = ()
    rises: tuple[Rise, ...] = ()
    charged_on: tuple[date, ...] = ()
    charge_ids: tuple[str, ...] = ()
    active: bool = True
    in_case: str | None = None
