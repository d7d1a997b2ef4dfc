"""Small values that every other noun is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

Severity = Literal["info", "warning", "error"]

Cadence = Literal[
    "weekly",
    "biweekly",
    "four_weekly",
    "thirty_days",
    "monthly",
    "bimonthly",
    "quarterly",
    "four_monthly",
    "half_yearly",
    "annual",
    "biennial",
    "triennial",
]
"""How often a contract charges: on the calendar, not every so many days."""

Method = Literal[
    "card_visa",
    "card_mastercard",
    "card_amex",
    "card_visa_debit",
    "card_credit_us",
    "card_debit_us",
    "card_emandate_in",
    "sepa_dd_core",
    "sepa_dd_b2b",
    "bacs_dd",
    "ach_debit",
    "paypal",
]
"""How something is paid, in the words of `unrenew rights`."""

METHOD_NAMES: Final[Mapping[str, str]] = {
    "card_visa": "Visa card",
    "card_mastercard": "Mastercard",
    "card_amex": "American Express card",
    "card_visa_debit": "Visa debit card",
    "card_credit_us": "credit card",
    "card_debit_us": "debit card",
    "card_emandate_in": "e-mandate on a card",
    "sepa_dd_core": "SEPA direct debit",
    "sepa_dd_b2b": "SEPA direct debit of businesses",
    "bacs_dd": "Bacs direct debit",
    "ach_debit": "ACH debit",
    "paypal": "PayPal",
}
"""The same for people."""

NO_CURRENCY = "XXX"
"""ISO 4217's code for "no currency": used where a file does not say which one it means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An exact amount in one currency; money that leaves the account is negative, in every reader."""

    amount: Decimal
    currency: str

    def __str__(self) -> str:
        """Return the amount as in JSON, with its currency: `39.99 EUR`."""
        return f"{decimal_text(self.amount)} {self.currency}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong that did not stop us: where, what, how bad. `rows` is how many rows of a file it stands for."""

    where: str
    what: str
    severity: Severity = "warning"
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """An honest "don't know", with its reason: an ordinary result of `directory` and `rights`."""

    reason: str


def decimal_text(amount: Decimal) -> str:
    """Return an amount as JSON has it: no exponent, at least two decimals, no others that are zero."""
    text = f"{amount:f}"
    whole, _, cents = text.partition(".")
    return f"{whole}.{cents.rstrip('0').ljust(2, '0')}"
