"""Columns of numbers without names: amount or balance."""

from collections.abc import Sequence
from itertools import permutations

import polars as pl

from unrenew.readers.csv.balances import run_of
from unrenew.readers.csv.numbers import read_money, settle_mark
from unrenew.readers.csv.roles import Column
from unrenew.readers.csv.tables import Table

_MOST = 5


def money_roles(columns: Sequence[Column], table: Table) -> dict[int, str]:
    """Return roles for columns of money: one amount; an amount that leads from balance to balance; debit and credit.

    Empty where the cells do not prove it: then nobody may guess.
    """
    money = [one for one in columns if one.kind.name == "money" and one.kind.cents > 0.5][:_MOST]
    if len(money) == 1:
        return {money[0].index: "amount"}
    texts = {one.index: pl.Series(table.column(one.index), dtype=pl.String).head(2000) for one in money}
    decimals = settle_mark(list(texts.values()))
    values = {index: read_money(text, decimals)["amount"] for index, text in texts.items()}
    return _with_balance(values) or _in_and_out(values)


def _with_balance(values: dict[int, pl.Series]) -> dict[int, str]:
    for amount, balance in permutations(values, 2):
        run = run_of(values[amount], values[balance])
        if run.matches >= 2 and run.share >= 0.6 and values[amount].null_count() == 0:
            return {amount: "amount", balance: "balance"}
    for balance, series in values.items():
        for out, into in permutations([index for index in values if index != balance], 2):
            moved = values[into].fill_null(0) - values[out].fill_null(0).abs()
            run = run_of(moved, series)
            if run.matches >= 2 and run.share >= 0.6 and _is_exclusive(values[out], values[into]):
                return {out: "debit", into: "credit", balance: "balance"}
    return {}


def _in_and_out(values: dict[int, pl.Series]) -> dict[int, str]:
    """Take two columns of which each row fills one as debit and credit, where the sign says which is which."""
    if len(values) != 2:
        return {}
    (first, one), (second, two) = values.items()
    if not _is_exclusive(one, two):
        return {}
    below = [(series < 0).sum() == series.drop_nulls().len() for series in (one, two)]
    if below == [True, False]:
        return {first: "debit", second: "credit"}
    return {first: "credit", second: "debit"} if below == [False, True] else {}


def _is_exclusive(one: pl.Series, two: pl.Series) -> bool:
    return (
        (one.fill_null(0) == 0) | (two.fill_null(0) == 0)
    ).all() and one.drop_nulls().len() > 0 < two.drop_nulls().len()
