"""A booking to how it was paid, as far as the bank's own words tell."""

import re
from collections.abc import Mapping
from typing import Any, Final

from unrenew.model.values import Method

_DEBIT: Final = r"DIRECT DEBIT|\bSDD\b|LASTSCHRIFT|PRELEVEMENT|PRÉLÈVEMENT|ADDEBITO|ADEUDO|INCASSO|DOMICILI"
_WORDS: Final[tuple[tuple[str, str | None, Method], ...]] = (
    (r"PAYPAL|\bPP\*", None, "paypal"),
    (_DEBIT, "EUR", "sepa_dd_core"),
    (r"DIRECT DEBIT|\bDDR?\b", "GBP", "bacs_dd"),
    (r"\bACH\b", "USD", "ach_debit"),
)
"""Words that banks print, the currency in which they mean it (None: any), and what they mean."""

_CARD: Final = re.compile(
    r"(?<![0-9A-Z])([0-9]{2})[0-9]{2}[ -]?(?=[0-9 -]*[*X•.])[0-9*X•. -]{6,12}[0-9]{3,4}(?![0-9A-Z])"
)
"""A card's number as statements show it: the issuer's digits in front, the middle hidden."""
_SCHEMES: Final[tuple[tuple[str, Method], ...]] = (
    ("4", "card_visa"),
    (r"5[1-5]|2[2-7]", "card_mastercard"),
    (r"3[47]", "card_amex"),
)
"""First digits of card numbers (ISO/IEC 7812-1, the schemes' published ranges)."""
_BY_KIND: Final = frozenset({"USD", "INR"})
"""Currencies of countries where the law asks whether the card is credit or debit: the number does not say."""


def payment_method(descriptor: str, mandate_id: str | None, currency: str, account: str = "") -> Method | None:
    """Return how a charge was paid in the words of `unrenew rights`; None: then the person has to say it.

    `account` is the account's name on the statement; that of a card statement often is the card's number, half hidden.
    """
    text = descriptor.upper()
    for pattern, where, method in _WORDS:
        if where in (None, currency) and re.search(pattern, text):
            return method
    if mandate_id and currency == "EUR":
        return "sepa_dd_core"
    card = None if currency in _BY_KIND else _CARD.search(account.upper())
    return None if card is None else next((method for begin, method in _SCHEMES if re.match(begin, card[1])), None)


def method_of(doc: Mapping[str, Any]) -> str | None:
    """Return how a listed subscription is paid: as the person said, else as its bookings tell."""
    accounts = doc.get("accounts") or ()
    account = accounts[0] if len(accounts) == 1 else ""
    text, currency = doc.get("descriptor") or "", doc.get("currency") or ""
    booked = payment_method(text, doc.get("mandate_id"), currency, account)
    return doc.get("payment_method") or booked
