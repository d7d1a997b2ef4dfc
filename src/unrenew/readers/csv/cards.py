"""Whose list a table is: a card's, or a shop's own takings."""

import re
from collections.abc import Sequence

from unrenew.readers.csv.roles import Column
from unrenew.readers.csv.vocabulary import fold

_MERCHANTS = ("merchant", "handelaar", "händler", "commerçant", "esercente", "comercio", "estabelecimento", "가맹점")
_USES = tuple(
    tuple(pair.split("/"))
    for pair in (
        "利用/店",
        "利用日/利用先",
        "利用金額/利用日",
        "利用金額/利用年",
        "利用額/利用",
        "이용/가맹점",
        "이용금액/이용일",
        "승인/가맹점",
    )
)
"""Words of a card's list in languages that say "amount used" and "shop used", and not "card"."""


def is_shop(columns: Sequence[Column]) -> bool:
    """Say whether the header is that of a shop's takings, in which positive amounts are what customers paid."""
    words = fold(" ".join(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", one.name) for one in columns))
    return any(f" {word} " in f" {words} " for word in ("customer", "seller", "payout", "available on"))


def is_card(columns: Sequence[Column]) -> bool:
    """Say whether header or cells speak of a card: by its name and its merchants, or by what was used where."""
    named = [one.concepts for one in columns if one.name]
    words = " ".join(one.name.casefold() for one in columns)
    if is_shop(columns):
        return False
    merchants = any(word in words for word in _MERCHANTS)
    cards = any("card" in found for found in named) or any(one.kind.cards for one in columns)
    balances = any("balance" in found for found in named)
    used = any(use in words and shop in words for use, shop in _USES)
    return used or (cards and (merchants or not balances))
