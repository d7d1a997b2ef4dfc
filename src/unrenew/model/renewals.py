"""How a contract renews, and by when to cancel it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

NoticeUnit = Literal["days", "weeks", "months"]
EndsAt = Literal["term_end", "month_end", "quarter_end", "year_end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePeriod:
    """How long before an end notice must be given, and at which ends the contract can stop (`2 weeks to month end`)."""

    count: int = 0
    unit: NoticeUnit = "days"
    to: EndsAt = "term_end"

    def __str__(self) -> str:
        """Return it as a person writes it: `2 weeks to month end`."""
        unit = self.unit.removesuffix("s") if self.count == 1 else self.unit
        return f"{self.count} {unit}" + ("" if self.to == "term_end" else f" to {self.to.replace('_', ' ')}")


def notice_of(document: Mapping[str, Any]) -> NoticePeriod:
    """Return a notice period from its JSON."""
    return NoticePeriod(**{key: document[key] for key in ("count", "unit", "to") if key in document})


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A length of time on the calendar: months, and days on top of them."""

    months: int = 0
    days: int = 0

    def __bool__(self) -> bool:
        """Tell whether it has any length."""
        return self.months > 0 or self.days > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalTerms:
    """What is known of a contract's terms.

    Terms: the first begins on `starts_on` and lasts `first`; later ones last `renewal` (None: as the first). The
    contract can stop at the end of a term, or where `notice.to` says so at an end of month, quarter or year, but not
    before the first `minimum` has run. Payments: for the time from `paid_from` on and for each `every` after it (None:
    for each term), taken `early_days` before that time begins; none comes before `next_charge_on`. `notice` None: not
    known.
    """

    starts_on: date
    first: Span
    renewal: Span | None = None
    minimum: Span = Span()
    notice: NoticePeriod | None = None
    paid_from: date | None = None
    every: Span | None = None
    early_days: int = 0
    next_charge_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBy:
    """The last day to cancel so that the next charge does not come, and what follows from it.

    `on` is that day; `ends_on` the last day of the contract if cancelled by then; `avoids` the day of the charge that
    then does not come; `by_notice` what the notice period alone gives (None: not known, so that `on` is the last day
    at the latest); `missed` are charges that cancelling can no longer avoid as of the day asked for.
    """

    on: date
    ends_on: date
    avoids: date
    by_notice: date | None = None
    missed: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StopPayment:
    """Until when a payment can be stopped at the bank: `cut_off` is the bank's own last day, `by` the day before it."""

    cut_off: date
    by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyCharge:
    """That a provider may charge before a term ends: how many days (None: not stated), and who says so, in words."""

    days: int | None
    says: str
