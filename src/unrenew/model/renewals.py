"""How a contract renews, and by when to cancel it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

NoticeUnit = Literal["days", "weeks", "months"]
EndsAt = Literal["term_end", "month_end", "quarter_end", "year_end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePeriod:
    """How long before an end notice must be given, and at which ends the contract can stop (`2 weeks to month end`)."""

    count: int = 0
    unit: NoticeUnit = "days"
    to: EndsAt = "term_end"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalTerms:
    """What is known of a contract's terms.

    `first_months` is the first term (or `first_days`), `renewal_months` the later ones (None: as the first);
    `charged_days_before` is how many days before a term begins its price is taken;
    `minimum_until` is the last day of a minimum time, whatever the terms are.
    """

    starts_on: date
    first_months: int = 0
    first_days: int = 0
    renewal_months: int | None = None
    renewal_days: int | None = None
    notice: NoticePeriod = NoticePeriod()
    charged_days_before: int = 0
    minimum_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBy:
    """The last day to cancel so that the next charge does not come, and what follows from it.

    `on` is that day; `ends_on` the last day of the contract if cancelled by then; `next_charge_on` the charge that is
    avoided; `missed` are charges that can no longer be avoided as of the day asked for; `bank_stop_by` is the day
    before the bank's own cut-off (`bank_cut_off`) for stopping that charge.
    """

    on: date
    ends_on: date
    next_charge_on: date
    missed: tuple[date, ...] = ()
    bank_cut_off: date | None = None
    bank_stop_by: date | None = None
    why: tuple[str, ...] = ()
