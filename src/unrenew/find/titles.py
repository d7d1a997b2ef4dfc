"""Merchant keys to names that a person reads."""

import polars as pl

from unrenew.find.words import PAYS_FOR_OTHERS

_STORES = (
    (r"^(?:APPLE\.COM|ITUNES\.COM|APPLE SERVICES)\b.*$", "APPLE"),
    (r"^GOOGLE GOOGLE\b", "GOOGLE"),
    (rf"^{PAYS_FOR_OTHERS}(?:\.[A-Z]+)?(?: PAYMENTS?)? (?:& )?", ""),
)
_SAID_IN_FULL = {"Dr", "Mr", "Mrs", "Ms", "St", "Jr", "Sr", "Ltd"}


def titles(keys: pl.Expr) -> pl.Expr:
    """Return the key with capitals at the start of words; short words without a vowel (KPN, DM) stay capitals."""
    for pattern, name in _STORES:
        keys = keys.str.replace(pattern, name)
    words = keys.str.to_titlecase().str.split(" ")
    word = pl.element()
    is_short = word.str.contains(r"(?i)^[BCDFGHJKLMNPQRSTVWXZ]{2,4}$") & ~word.is_in(list(_SAID_IN_FULL))
    return words.list.eval(pl.when(is_short).then(word.str.to_uppercase()).otherwise(word)).list.join(" ")
