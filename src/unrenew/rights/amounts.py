"""How much comes back: all, the charge, the unused share, or nothing."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from unrenew.model.remedies import Facts
from unrenew.rights.givens import term_after
from unrenew.rights.rulebooks import CompiledAmount

CURRENCIES_WITHOUT_CENTS = frozenset(
    (
        *("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG"),
        *("RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"),
    )
)
CURRENCIES_OF_THREE = frozenset(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"))


@dataclass(frozen=True, slots=True)
class MoneyBack:
    """The amount (None: none, or not known), its currency, and how it was reckoned."""

    amount: Decimal | None = None
    currency: str | None = None
    why: tuple[str, ...] = ()


def smallest_unit(currency: str | None) -> Decimal:
    """Return the smallest unit of a currency (ISO 4217): a cent, except where there is none or a thousandth."""
    if currency in CURRENCIES_WITHOUT_CENTS:
        return Decimal(1)
    return Decimal("0.001") if currency in CURRENCIES_OF_THREE else Decimal("0.01")


def _decimal(facts: Facts, *names: str) -> Decimal | None:
    for name in names:
        value = facts.get(name)
        if isinstance(value, Decimal):
            return value
    return None


def _paid(facts: Facts) -> Decimal | None:
    """Return what was paid: the charge if it is known, the trial's price while the trial runs, else the plan's."""
    charged = _decimal(facts, "charged_amount")
    if charged is None and facts.get("trial_running") is True:
        return _decimal(facts, "plan.trial.price")
    return charged if charged is not None else _decimal(facts, "plan.price")


def _unused(row: CompiledAmount, facts: Facts, today: date) -> tuple[Decimal | None, str]:
    start, price = row.start(facts), _decimal(facts, "plan.price", "charged_amount")
    end = term_after(start, facts, renewal=facts.get("renewed") is True) if isinstance(start, date) else None
    if price is None or end is None or not isinstance(start, date):
        return None, "unused share: the price or the length of the term is not known"
    total = (end - start).days
    unused = min(max((end - today).days, 0), total)
    share = (price * unused / total).quantize(smallest_unit(_currency(facts)), rounding=ROUND_HALF_UP)
    return share, f"{price} x {unused} unused of {total} days from {start} (the day of the notice counts as unused)"


def _currency(facts: Facts) -> str | None:
    currency = facts.get("plan.currency")
    return currency if isinstance(currency, str) else None


def _written(amount: Decimal, currency: str | None) -> Decimal:
    """Return an amount with the decimals of its currency, unless it has more than that: `60` euros are `60.00`."""
    written = amount.quantize(smallest_unit(currency)) if currency else amount
    return written if written == amount else amount


def money_back(rows: tuple[CompiledAmount, ...], facts: Facts, today: date) -> MoneyBack:
    """Return the amount by the first row that surely matches; rows that may match are named in the reasons."""
    why: list[str] = []
    for row in rows:
        truth = row.test(facts)
        if truth is False:
            continue
        pay = row.row.pay
        if truth is not True:
            why.append(f"amount: could be {pay} instead, depending on {', '.join(truth)} ({row.row.cite})")
            continue
        if pay == "none":
            return MoneyBack(None, None, (*why, f"amount: none ({row.row.cite})"))
        if pay == "unused_share":
            amount, words = _unused(row, facts, today)
        else:
            amount, words = _paid(facts), f"{pay}: what was paid"
        if amount is None:
            return MoneyBack(None, None, (*why, f"amount: {words} ({row.row.cite})"))
        currency = _currency(facts)
        return MoneyBack(_written(amount, currency), currency, (*why, f"amount: {words} ({row.row.cite})"))
    return MoneyBack(None, None, tuple(why))
