"""A booking to how it was paid, as far as the bank's own words tell."""

import re
from typing import Final

from unrenew.model.values import Method

_DEBIT: Final = r"DIRECT DEBIT|\bSDD\b|LASTSCHRIFT|PRELEVEMENT|PRÉLÈVEMENT|ADDEBITO|ADEUDO|INCASSO|DOMICILI"
_WORDS: Final[tuple[tuple[str, str | None, Method], ...]] = (
    (r"PAYPAL|\bPP\*", None, "paypal"),
    (_DEBIT, "EUR", "sepa_dd_core"),
    (r"DIRECT DEBIT|\bDDR?\b", "GBP", "bacs_dd"),
    (r"\bACH\b", "USD", "ach_debit"),
)
"""Words that banks print, the currency in which they mean it (None: any), and what they mean."""


def payment_method(descriptor: str, mandate_id: str | None, currency: str) -> Method | None:
    """Return how a charge was paid in the words of `unrenew rights`; None: then the person has to say it."""
    text = descriptor.upper()
    for pattern, where, method in _WORDS:
        if where in (None, currency) and re.search(pattern, text):
            return method
    return "sepa_dd_core" if mandate_id and currency == "EUR" else None
