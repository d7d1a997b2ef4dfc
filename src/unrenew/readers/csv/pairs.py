"""Columns of numbers without names: amount or balance."""

from collections.abc import Sequence
from itertools import permutations

import polars as pl

from unrenew.readers.csv.balances import Run, run_of
from unrenew.readers.csv.cells import direction
from unrenew.readers.csv.numbers import read_money, settle_mark
from unrenew.readers.csv.roles import Column
from unrenew.readers.csv.tables import Table
from unrenew.readers.csv.words import INCOME, SPENDING

_MOST = 5
_ROWS = 4
"""Fewer rows prove nothing by what they do not do."""


def money_roles(columns: Sequence[Column], table: Table) -> dict[int, str]:
    """Return roles for columns of money: one amount; an amount that leads from balance to balance; debit and credit.

    Empty where the cells do not prove it: then nobody may guess.
    """
    money = [one for one in columns if one.kind.name == "money" and one.kind.cents > 0.5][:_MOST]
    loose = [one for one in columns if one.kind.name in {"money", "whole"} and not one.kind.constant]
    if not money and len(loose) == 1 and loose[0].kind.minus > 0:
        return {loose[0].index: "amount"}
    if len(money) == 1:
        return {money[0].index: "amount"}
    narrow = [one for one in loose if one.kind.length <= 14][:_MOST]
    return _proved(columns, money or narrow, table) or (_proved(columns, narrow, table, strict=True) if money else {})


def _proved(
    columns: Sequence[Column], money: Sequence[Column], table: Table, *, strict: bool = False
) -> dict[int, str]:
    """Return the roles that the cells of these columns prove; `strict` where only a balance is proof enough."""
    texts = {one.index: pl.Series(table.column(one.index), dtype=pl.String).head(2000) for one in money}
    decimals = settle_mark(list(texts.values()))
    values = {index: read_money(text, decimals)["amount"] for index, text in texts.items()}
    ways = _directions(columns, table)
    by_balance = _between_balances(values) or _with_balance(values, ways)
    if by_balance or strict:
        return by_balance
    return _in_and_out(values) or _by_texts(values, _texts(columns, table)) or _by_signs(values)


def _texts(columns: Sequence[Column], table: Table) -> list[str]:
    """Return the words of each row in lower case."""
    worded = [table.column(one.index)[:2000] for one in columns if one.kind.name == "text"]
    return [" ".join(cells).casefold() for cells in zip(*worded, strict=True)]


def _by_texts(values: dict[int, pl.Series], texts: list[str]) -> dict[int, str]:
    """Take two columns of which each row fills one as debit and credit, where purchases and income stand apart."""
    if len(values) != 2 or not _is_exclusive(*values.values()) or not texts:
        return {}
    income = pl.Series([any(word in text for word in INCOME) for text in texts])
    bought = pl.Series([any(word in text for word in SPENDING) for text in texts]) & ~income
    for out, into in permutations(values):
        spent, paid = values[out].fill_null(0) != 0, values[into].fill_null(0) != 0
        if (spent & bought).any() and (paid & income).any() and not ((spent & income) | (paid & bought)).any():
            return {out: "debit", into: "credit"}
    return {}


def _directions(columns: Sequence[Column], table: Table) -> pl.Series | None:
    """Return -1 and 1 for the rows of a column that says out and in, or None where there is no such column."""
    flags = next((one for one in columns if one.kind.name == "flag" and one.kind.two_ways), None)
    if flags is None:
        return None
    ways = [direction(cell) for cell in table.column(flags.index)[:2000]]
    return pl.Series(ways, dtype=pl.Int8)


def _between_balances(values: dict[int, pl.Series]) -> dict[int, str]:
    """Take the column that leads from one balance to the other in each row: before, after, amount."""
    for before, after, amount in permutations(values, 3):
        moved = values[after] - values[before]
        if (values[amount] != 0).any() and (moved == values[amount]).fill_null(value=False).all():
            return {amount: "amount", after: "balance"}
    return {}


def _with_balance(values: dict[int, pl.Series], ways: pl.Series | None) -> dict[int, str]:
    for amount, balance in permutations(values, 2):
        signed = values[amount]
        if ways is not None and not (signed < 0).any():
            signed = signed * ways
        run = run_of(signed, values[balance])
        if _is_proof(run) and signed.null_count() == 0 and (signed != 0).all():
            return {amount: "amount", balance: "balance"}
    for balance, series in values.items():
        for out, into in permutations([index for index in values if index != balance], 2):
            moved = values[into].fill_null(0) - values[out].fill_null(0).abs()
            run = run_of(moved, series)
            if _is_proof(run) and _is_exclusive(values[out], values[into]):
                return {out: "debit", into: "credit", balance: "balance"}
    return {}


def _is_proof(run: Run) -> bool:
    """Say whether a balance follows from the amounts; the one step of a file of two rows proves it to the cent, too."""
    return run.matches >= min(2, run.pairs) and run.share >= 0.6


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


def _by_signs(values: dict[int, pl.Series]) -> dict[int, str]:
    """Take the one column with both signs as the amount, where it cannot be the balance of the other one.

    A balance moves by the amounts: where no step of it is as large as one of them, it is none.
    """
    both = [index for index, one in values.items() if (one < 0).any() and (one > 0).any() and (one != 0).all()]
    if len(values) != 2 or len(both) != 1:
        return {}
    signed = values.pop(both[0])
    other = next(iter(values.values()))
    steps = signed.diff().abs()
    moves = (steps == other) | (steps == other.shift(1))
    sure = signed.null_count() == 0 and signed.len() >= _ROWS and not (other < 0).any() and not moves.any()
    return {both[0]: "amount"} if sure else {}


def _is_exclusive(one: pl.Series, two: pl.Series) -> bool:
    return (
        (one.fill_null(0) == 0) | (two.fill_null(0) == 0)
    ).all() and one.drop_nulls().len() > 0 < two.drop_nulls().len()
