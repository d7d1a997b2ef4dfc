"""Parties and mandates that a bank writes into the text of a booking.

Some banks have one field of text for everything: the keywords of SEPA ("MREF+… CRED+…"), the codes of SWIFT
("/NAME/…/IBAN/…"), or labels ("Naam: … Machtiging: …"). What stands behind them is read where nothing else says it.
"""

import re
from collections.abc import Mapping
from functools import cache

import polars as pl

_LABELS = r"(?i:naam|omschrijving|kenmerk|iban|bic|machtiging|incassant|betalingskenmerk|datum)"
_ENDS = rf"(?:(?:EREF|KREF|MREF|CRED|SVWZ|ABWA|ABWE|IBAN|BIC)\+|\s|{_LABELS}:|$)"
_CREDITOR = rf"([A-Z]{{2}}[0-9]{{2}}[A-Z0-9]{{4,31}}?){_ENDS}"
_PATTERNS: Mapping[str, tuple[str, ...]] = {
    "counterparty": (
        r"/NAME/([^/]{2,70})",
        rf"(?i:naam): ?(\S.{{1,69}}?)\s*(?:\s{{2}}|\b{_LABELS}\b|$)",
    ),
    "counterparty_account": (rf"(?:/IBAN/|IBAN: ?|REK: ?)([A-Z]{{2}}[0-9]{{2}}[A-Z0-9]{{8,30}}?)(?:/|{_ENDS})",),
    "mandate_id": (
        rf"MREF(?:\+|: ?)(\S{{2,35}}?){_ENDS}",
        r"/MARF/([^/\s]{2,35})",
        rf"\b(?i:machtiging(?:skenmerk)?(?: ?id)?): ?(\S{{2,35}}?){_ENDS}",
        r"\b(?i:mandats?(?:referenz|ref)(?:nummer)?)[.:]* ?([A-Z0-9]\S{1,34})",
    ),
    "creditor_id": (
        rf"CRED(?:\+|: ?){_CREDITOR}",
        r"/CSID/([A-Z]{2}[0-9]{2}[A-Z0-9]{4,31})",
        rf"(?i:incassant(?: ?id)?): ?{_CREDITOR}",
        rf"\b(?i:gl(?:ä|ae)ubiger-?id)[.:]* ?{_CREDITOR}",
    ),
}
"""For each column the patterns, the first that fits counts; all of them are read alike by Python and by Polars."""

_MARKS = r"MREF[+:]|CRED[+:]|/(?:MARF|CSID|NAME|IBAN)/|(?i:machtiging|incassant|naam: |iban: |mandats?ref|ubiger-?id)"


@cache
def _compiled() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Compile the patterns when the first text has a mark: that takes longer than to read most files."""
    return {name: tuple(map(re.compile, patterns)) for name, patterns in _PATTERNS.items()}


def mentions_of(text: str) -> dict[str, str]:
    """Return what a text mentions: counterparty, counterparty_account, mandate_id, creditor_id."""
    if not re.search(_MARKS, text):
        return {}
    found: dict[str, str] = {}
    for name, patterns in _compiled().items():
        match = next((match for pattern in patterns if (match := pattern.search(text))), None)
        if match:
            found[name] = match[1].strip()
    return found


def with_mentions(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows whose four columns are filled from the text (`descriptor`) where they are null."""
    if not rows["descriptor"].str.contains(_MARKS).any():
        return rows
    return rows.with_columns(
        pl.coalesce(name, *(pl.col("descriptor").str.extract(pattern).str.strip_chars() for pattern in patterns))
        for name, patterns in _PATTERNS.items()
    )
