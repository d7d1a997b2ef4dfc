"""What watching gives: alarms, clean stretches, and what is due."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from unrenew.model.values import Money

AlarmKind = Literal[
    "charged_after_cancel",
    "price_rise",
    "trial_ending",
    "renewal_due",
    "cancel_by",
    "refund_late",
    "refund_seen",
    "duplicate_plan",
    "unexpected_provider",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """Something that should not be there, or that the person should know in time.

    `id` is the same whenever the same thing is seen again, so that what the person settled stays settled and a notice
    goes out once. `on` is the day of the charge, or the day by which to act.
    """

    id: str
    kind: AlarmKind
    on: date
    name: str
    owner: str | None = None
    subscription: str | None = None
    case: str | None = None
    transactions: tuple[str, ...] = ()
    money: Money | None = None
    confidence: float = 1.0
    why: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanStretch:
    """Days after the end that a statement covers and in which nothing was charged: evidence that one is out."""

    case: str
    account: str
    first_on: date
    last_on: date
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Days after the end of which no statement of that account was added: nothing is known about them."""

    case: str
    account: str
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """A day on which something is due, for the list and the calendar. `why` says what hangs on it.

    `id` stays the same from run to run, so that a notice goes out once; `matter` stays also where the day moves, so
    that a calendar moves its entry rather than getting a second one.
    """

    id: str
    on: date
    what: str
    name: str
    owner: str | None = None
    subscription: str | None = None
    case: str | None = None
    money: Money | None = None
    why: tuple[str, ...] = ()
    matter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watching:
    """All that one run of watch found."""

    alarms: tuple[Alarm, ...] = ()
    clean: tuple[CleanStretch, ...] = ()
    gaps: tuple[Gap, ...] = ()
    due: tuple[DueDate, ...] = ()
