"""What the person says of their subscriptions, and those of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from unrenew.model.renewals import NoticePeriod

DecisionKind = Literal["confirm", "dismiss", "edit", "merge", "split", "undo"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One thing that the person settled; never changed afterwards, a later one overrules it.

    It holds on to the charges that the person saw (`charges`: ids of transactions), and besides to the `provider` or
    `name`, so that it still finds its subscription when new statements have changed what was found. `says` depends on
    the kind: the edited fields, the amount or charges to split off, the number of the decision that is undone.
    """

    id: int
    owner: str | None
    at: datetime
    kind: DecisionKind
    charges: frozenset[str]
    subject: str  # id of the subscription as the person saw it
    provider: str | None
    name: str
    says: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """Who pays a part of it: 1 means all, Decimal("0.5") half. What is shared between people is theirs to settle."""

    name: str
    share: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSubscription:
    """A subscription that the person wrote down themselves, without a statement.

    `amount` is what one payment costs. The first term lasts `minimum_term_months` (None: as long as one payment pays
    for), each later one `renewal_months`. `payment_method` is a word of `unrenew rights`, such as `sepa_dd_core`.
    """

    id: str
    owner: str | None
    name: str
    provider: str | None = None
    channel: str | None = None
    plan: str | None = None
    cadence: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    started_on: date | None = None
    next_on: date | None = None
    trial_ends_on: date | None = None
    minimum_term_months: int | None = None
    renewal_months: int | None = None
    notice: NoticePeriod | None = None
    payment_method: str | None = None
    payers: tuple[Payer, ...] = ()
    notes: str = ""
    ended_on: date | None = None
    imported_from: str | None = None
