"""Cells to exact amounts, by the decimal mark of the whole file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import polars as pl

from unrenew.readers.csv.currencies import PATTERN, currency_of
from unrenew.transactions import AMOUNT

Mark = Literal[".", ","]

_CLEAN = {
    "\u2212": "-", "\u2013": "-", "\u2010": "-", "\u2011": "-", "\uff0d": "-", "\u00a0": " ", "\u202f": " ",
    "\u2009": " ", "\u2007": " ", "\u2019": "'", "\u00b4": "'", "`": "'", "\u02bc": "'", "\u066b": ".",
    "\u066c": "'", "\u200e": "", "\u200f": "", "\u061c": "", "\ufeff": "", '="': "", '"': "", "\t": " ",
    **{chr(base + digit): str(digit) for base in (0x660, 0x6F0) for digit in range(10)},
}  # fmt: skip

_NUMBER = (
    r"(?i)^(\(?)\s*([+-]?)\s*(" + PATTERN + r")?\s*([+-]?)\s*(\(?)(\d[\d.,' ]*|[.,]\d+)\s*(" + PATTERN + r")?"
    r"\s*([+-]|\([+-]\)|CR\.?|DR\.?|DB|C|D|H|S)?\s*(\)?)\s*(?:" + PATTERN + r")?$"
)
_MONEY = re.compile(_NUMBER)
_SCALE = AMOUNT.scale or 0
_WHOLE = (AMOUNT.precision or 38) - _SCALE
_PLAIN = r"^(?:-?\d{1,20}(?:\.\d{1,8})?)?$"
_PLAIN_COMMA = r"^(?:-?(?:\d{1,20}|\d{1,3}(?:\.\d{3}){1,5})(?:,\d{1,8})?)?$"
_GROUPED = r"^(\d+|\d{1,3}([., ']\d{3})+|\d{1,2}(,\d{2})+,\d{3})$"

# A mark is surely the decimal one where it comes once and last, and not before exactly three digits.
_SURE = {
    mark: rf"^(?:\d[\d{other}' ]*)?[{mark}](?:\d{{1,2}}|\d{{4,}})?$|^0+[{mark}]\d+$|^\d{{4,}}[{mark}]\d{{3}}$"
    rf"|\d[{other}' ]\d{{3}}[{mark}]\d+$|^[{mark}]\d+$|\d[{other}]\d{{3}}[{other}]\d{{3}}$"
    for mark, other in ((".", ","), (",", "."))
}
_ALL = 10**9
_UNCLEAR = r"^[1-9]\d{0,2}[.,]\d{3}$"


@dataclass(frozen=True, slots=True)
class Decimals:
    """The decimal mark of a file; None where cells such as "1.234" stand alone and nothing tells what they mean."""

    mark: Mark | None
    why: str


def number_in(cell: str) -> str | None:
    """Return the digits and marks of a cell that is an amount, with sign, currency or D/C around; None for others."""
    text = "".join(_CLEAN.get(char, char) for char in cell[:60].replace('="', "")).strip(" '")
    text = " ".join(text.split())  # a run of blanks could be shared out among the pattern's gaps in countless ways
    found = _MONEY.match(text) if len(text) < 60 else None
    if not found or _is_letter(found):
        return None
    return found[6].strip(" '")


_LETTERS = frozenset(("r", "q", "l", "n", "p", "br", "tk", "dh", "sr", "qr", "bs"))
_PRINTED = re.compile(r"\d[.,]\d\d$")


def _is_letter(found: re.Match[str]) -> bool:
    """Say whether letters beside the digits are part of a name (R1, SR204), and no currency (R 1,250.00)."""
    sign = (found[3] or found[7] or "").lower()
    return sign in _LETTERS and not _PRINTED.search(found[6].strip(" '"))


def _cleaned(cells: pl.Series) -> pl.Series:
    return cells.str.replace_many(list(_CLEAN), list(_CLEAN.values())).str.strip_chars(" '")


def _parts(cells: pl.Series) -> pl.DataFrame:
    names = ("open", "sign", "money", "sign2", "open2", "number", "money2", "after", "close")
    groups = _cleaned(cells).str.extract_groups(_NUMBER).struct.rename_fields(list(names)).struct.unnest()
    return groups.with_columns(pl.col("number").str.strip_chars(" '"))


def settle_mark(
    main: Sequence[pl.Series],
    others: Sequence[pl.Series] = (),
    habit: Mark | None = None,
    *,
    centless: bool = False,
    english: bool = False,
) -> Decimals:
    """Return the decimal mark of the amounts of a file: by its amounts, else by its other numbers, else by habit.

    `centless` says that the file's currency is printed without decimals, `english` that its header is in English.
    """
    tries = ((main, "by its amounts", 500), (main, "by its amounts", _ALL), (others, "by its other numbers", _ALL))
    for columns, why, sample in tries:
        numbers = [_parts(column.unique().head(sample))["number"].drop_nulls().unique() for column in columns]
        found = pl.concat(numbers).unique() if numbers else pl.Series([], dtype=pl.String)
        points = found.str.contains(_SURE["."]).sum()
        commas = found.str.contains(_SURE[","]).sum()
        if points != commas:
            return Decimals("." if points > commas else ",", why)
        if (
            columns is main
            and sample == _ALL
            and (mark := _by_wholes(found, habit, centless=centless, english=english))
        ):
            return Decimals(mark, "no amount has decimals")
    return Decimals(habit, "by the file's language" if habit else "nothing tells")


def _by_wholes(numbers: pl.Series, habit: Mark | None, *, centless: bool, english: bool) -> Mark | None:
    """Return the mark of a file in which no amount has decimals for certain; None where its whole numbers are few.

    "12,800" beside 4980 and 660 groups thousands: who prints decimals prints them in every amount. So does any in a
    currency without cents, and a comma beside one long whole number or under an English header: three decimals behind
    a comma are written in full, and not in English.
    """
    unclear = numbers.filter(numbers.str.contains(_UNCLEAR))
    marks = set(unclear.str.extract(r"([.,])").to_list())
    if not marks:
        return "."
    whole = int(numbers.str.contains(r"^\d{3,}$").sum())
    long = (english or numbers.str.contains(r"^\d{4,}$").any()) and marks == {","} and habit != ","
    if len(marks) > 1 or not (centless or long or whole >= max(2, unclear.len())):
        return None
    return "," if marks == {"."} else "."


def read_money(cells: pl.Series, decimals: Decimals) -> pl.DataFrame:
    """Return columns `amount` (exact; null where the cell is no amount) and `currency` (null where it names none)."""
    plain = None
    if decimals.mark == "." and cells.str.contains(_PLAIN).all():
        plain = cells
    elif decimals.mark == "," and cells.str.contains(_PLAIN_COMMA).all():
        plain = cells.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True)
    if plain is not None:
        none = pl.Series([None], dtype=pl.String).new_from_index(0, plain.len())
        return pl.DataFrame({"amount": plain.cast(AMOUNT, strict=False), "currency": none})
    distinct = cells.unique()
    read = _read_distinct(distinct, decimals).with_columns(cell=distinct)
    return pl.DataFrame({"cell": cells}).join(read, on="cell", how="left", maintain_order="left").drop("cell")


def _in_one_mark(mark: Mark) -> pl.Expr:
    """Return the numbers with the file's mark also where one is written the other way (1.500,00 among 12.90).

    With groups of three before it and two digits behind, such a number can mean one thing only.
    """
    other = "," if mark == "." else "."
    number = pl.col("number")
    turned = number.str.replace_all(mark, "", literal=True).str.replace(other, mark, literal=True)
    return pl.when(number.str.contains(rf"^\d{{1,3}}(?:[{mark}]\d{{3}})+[{other}]\d\d$")).then(turned).otherwise(number)


def _read_distinct(cells: pl.Series, decimals: Decimals) -> pl.DataFrame:
    parts = _parts(cells)
    mark = decimals.mark or "."
    parts = parts.with_columns(number=_in_one_mark(mark))
    number = pl.col("number")
    whole = number.str.replace(rf"[{mark}]\d*$", "") if mark else number
    fraction = number.str.extract(rf"[{mark}](\d*)$").fill_null("")
    digits = whole.str.replace_all(r"[., ']", "")
    thousands = "," if mark == "." else "."
    sound = (
        (whole.str.contains(_GROUPED) | (whole == ""))
        & ~whole.str.contains(mark, literal=True)
        & ((whole.str.count_matches(r"[., ']") < 2) | ~whole.str.contains(rf"[{thousands}].*[' ]|[' ].*[{thousands}]"))
        & (digits.str.strip_chars_start("0").str.len_chars() <= _WHOLE)
        & (fraction.str.strip_chars_end("0").str.len_chars() <= _SCALE)
        & (pl.col("open").is_in(["("]) | pl.col("open2").is_in(["("])).eq(pl.col("close") == ")")
    )
    if decimals.mark is None:
        sound &= ~number.str.contains(_UNCLEAR)
    after = pl.col("after").fill_null("").str.to_uppercase().str.strip_chars(".")
    minus = (
        (pl.col("sign") == "-")
        | (pl.col("sign2") == "-")
        | (after.is_in(["-", "(-)", "D", "DR", "DB", "S"]))
        | (pl.col("close") == ")")
    ).fill_null(value=False)
    exact = pl.concat_str(
        pl.when(minus).then(pl.lit("-")).otherwise(pl.lit("")),
        pl.when(digits == "").then(pl.lit("0")).otherwise(digits),
        pl.lit("."),
        pl.when(fraction == "").then(pl.lit("0")).otherwise(fraction.str.slice(0, 30)),
    )
    money = pl.coalesce("money", "money2")
    signs = parts.select(money.alias("m"))["m"].unique().drop_nulls().to_list()
    codes = {sign: currency_of(sign) for sign in signs}
    return parts.select(
        amount=pl.when(sound).then(exact).cast(AMOUNT, strict=False),
        currency=money.replace_strict(codes, default=None, return_dtype=pl.String)
        if codes
        else pl.lit(None, dtype=pl.String),
    )
