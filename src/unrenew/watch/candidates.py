"""Cancelled subscriptions and transactions to the pairs worth judging.

Everything here works on columns: two thousand cases against a month of ten thousand transactions leave a few hundred
pairs, and only these are judged one by one. A pair comes about by the mandate, the creditor identifier, the merchant
key, the provider (or its successor), or by a word that only this merchant's descriptors use.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

import polars as pl

from unrenew.model.watched import Watched

SIGNS = ("mandate", "key", "provider", "stem", "creditor", "word", "part")
"""By what a charge is recognised, the strongest first."""

Which = Literal["charges", "credits", "orders"]
WHICH: tuple[Which, ...] = ("charges", "credits", "orders")
CREDITS_BEFORE = timedelta(days=30)
"""A payment that failed comes back within weeks: such a credit explains a later retry."""

WORDS_OF_LAST = 6
"""So many of the last charges say by which words a merchant is known; older texts are often another bank's."""

PAIRS = {"case": pl.UInt32, "row": pl.UInt32, "sign": pl.String}

LEAST_LETTERS = 5
"""A shorter word is too often a city, a legal form or an abbreviation."""

MOST_STEM_WORDS = 3
ROW = (pl.col("row"), pl.col("owner"), pl.col("booked_on"), (pl.col("amount") < 0).alias("spent"))


def find_pairs(watched: Sequence[Watched], rows: pl.DataFrame) -> dict[Which, pl.DataFrame]:
    """Return, for charges, credits and orders, the columns case (index into `watched`), row and sign.

    `rows` is the table of transactions with the columns `row`, `key` and `provider` beside it (see
    `unrenew.watch.charges`). Owners are never mixed. Charges are what left the account after the cancellation, credits
    what came back since shortly before it, orders what else was paid there before.
    """
    if not watched or rows.is_empty():
        return {which: pl.DataFrame(schema=PAIRS) for which in WHICH}
    owners = pl.Series([case.owner for case in watched], dtype=pl.String).unique()
    mine = rows.filter(pl.col("owner").is_in(owners.implode(), nulls_equal=True))
    frame = _frame(watched)
    first = min(case.cancelled_on for case in watched) - CREDITS_BEFORE
    recent = mine.filter(pl.col("booked_on") > first)
    cases = _signs_of_cases(watched, _own_words(watched, mine))
    signs = pl.concat([_signs_of_rows(recent), _words_of_rows(recent)])
    pairs = _parts_of_names(signs.join(cases, on=["sign", "value"]), cases).join(frame, on="case")
    pairs = pairs.filter(pl.col("owner").eq_missing(pl.col("case_owner")))
    before = _signs_of_rows(mine.filter(pl.col("amount") < 0)).join(cases, on=["sign", "value"]).join(frame, on="case")
    before = before.filter(
        pl.col("owner").eq_missing(pl.col("case_owner")), pl.col("booked_on") <= pl.col("cancelled_on")
    )
    own = _own_rows(watched, mine).select("case", "row")
    found = {
        "charges": pairs.filter(pl.col("spent"), pl.col("booked_on") > pl.col("cancelled_on")),
        "credits": pairs.filter(~pl.col("spent"), pl.col("booked_on") > pl.col("cancelled_on") - CREDITS_BEFORE),
        "orders": before.join(own, on=["case", "row"], how="anti"),
    }
    return {which: found[which].select("case", "row", "sign").unique().sort("case", "row", "sign") for which in WHICH}


def _parts_of_names(pairs: pl.DataFrame, cases: pl.DataFrame) -> pl.DataFrame:
    """Call it a `part` where only some of the words of a name are there."""
    words = cases.filter(sign="word").group_by("case").agg(words=pl.len())
    matched = pl.len().over("case", "row", "sign") < pl.col("words")
    part = (pl.col("sign") == "word") & matched
    joined = pairs.join(words, on="case", how="left")
    return joined.with_columns(sign=pl.when(part).then(pl.lit("part")).otherwise("sign")).drop("words")


def _frame(watched: Sequence[Watched]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "case": range(len(watched)),
            "case_owner": [case.owner for case in watched],
            "cancelled_on": [case.cancelled_on for case in watched],
        },
        schema={"case": pl.UInt32, "case_owner": pl.String, "cancelled_on": pl.Date},
    )


def _signs_of_cases(watched: Sequence[Watched], words: dict[int, frozenset[str]]) -> pl.DataFrame:
    rows = [
        (index, sign, value)
        for index, case in enumerate(watched)
        for sign, values in (
            ("mandate", case.mandates),
            ("key", case.keys),
            ("stem", _stem(case.keys)),
            ("provider", case.providers),
            ("creditor", case.creditors),
            ("word", words.get(index, frozenset[str]())),
        )
        for value in sorted(values)
    ]
    schema = {"case": pl.UInt32, "sign": pl.String, "value": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _signs_of_rows(rows: pl.DataFrame) -> pl.DataFrame:
    columns = {"mandate": "mandate_id", "key": "key", "provider": "provider", "creditor": "creditor_id"}
    values = {sign: pl.col(column) for sign, column in columns.items()}
    found = [_sign(rows, sign, value) for sign, value in values.items()]
    words = pl.col("key").str.split(" ")
    stems = [_sign(rows, "stem", words.list.head(n).list.join(" ")) for n in range(1, MOST_STEM_WORDS + 1)]
    return pl.concat([*found, *stems]).drop_nulls("value")


def _sign(rows: pl.DataFrame, sign: str, value: pl.Expr) -> pl.DataFrame:
    return rows.select(*ROW, pl.lit(sign).alias("sign"), value.alias("value"))


def _stem(keys: frozenset[str]) -> tuple[str, ...]:
    """Return the words that all keys of a case begin with, where a reference behind them changes with each charge."""
    if len(keys) < 2:
        return ()
    words = [key.split() for key in sorted(keys)]
    stem: list[str] = []
    for column in zip(*words, strict=False):
        if len(set(column)) > 1 or len(stem) == MOST_STEM_WORDS:
            break
        stem.append(column[0])
    return (" ".join(stem),) if sum(map(len, stem)) >= LEAST_LETTERS else ()


def _words_of_rows(rows: pl.DataFrame) -> pl.DataFrame:
    return _exploded(rows.select(*ROW, _words())).select(
        "row", "owner", "booked_on", "spent", pl.lit("word").alias("sign"), pl.col("word").alias("value")
    )


def _words() -> pl.Expr:
    """Return the long words of the descriptor and of the counterparty, in lower case."""
    text = pl.concat_str("descriptor", "counterparty", separator=" ", ignore_nulls=True).str.to_lowercase()
    return text.str.extract_all(rf"\p{{L}}{{{LEAST_LETTERS},}}").list.unique(maintain_order=True).alias("word")


def _own_rows(watched: Sequence[Watched], rows: pl.DataFrame) -> pl.DataFrame:
    """Return the rows that are charges of a case, with the case."""
    charges = pl.DataFrame(
        [
            (index, case.owner, charge.id, case.cancelled_on)
            for index, case in enumerate(watched)
            for charge in case.charges
        ],
        schema={"case": pl.UInt32, "owner": pl.String, "id": pl.String, "cancelled_on": pl.Date},
        orient="row",
    )
    return rows.join(charges, on=["owner", "id"], nulls_equal=True)


def _own_words(watched: Sequence[Watched], rows: pl.DataFrame) -> dict[int, frozenset[str]]:
    """Return of each case the words of its name that no other merchant of this owner has borne before.

    Its name: what is left of its descriptors as merchant keys, and stands in most of its own charges; not the words of
    the bank, and not a place that changes.
    """
    charges = _own_rows(watched, rows)
    last = charges.sort("case", "booked_on", "row").group_by("case", maintain_order=True).tail(WORDS_OF_LAST)
    named = pl.DataFrame(
        [(index, word) for index, case in enumerate(watched) for word in sorted(_key_words(case.keys))],
        schema={"case": pl.UInt32, "word": pl.String},
        orient="row",
    )
    often = 2 * pl.len() >= pl.col("of").first()
    counted = last.with_columns(of=pl.len().over("case"), case=pl.col("case").cast(pl.UInt32))
    words = _exploded(counted.select("case", "owner", "cancelled_on", "of", "row", _words()))
    own = words.group_by("case", "owner", "cancelled_on", "word").agg(often=often).filter("often").drop("often")
    own = own.join(named, on=["case", "word"], how="semi")
    if own.is_empty():
        return {}
    keys = pl.DataFrame(
        [(index, key) for index, case in enumerate(watched) for key in sorted(case.keys)],
        schema={"case": pl.UInt32, "key": pl.String},
        orient="row",
    )
    used = _exploded(rows.filter(pl.col("amount") < 0).select("owner", "booked_on", "key", _words()))
    borne = used.join(own, on=["owner", "word"], nulls_equal=True).filter(pl.col("booked_on") <= pl.col("cancelled_on"))
    borne = borne.join(keys, on=["case", "key"], how="anti")  # the merchant itself may bear its name
    rare = own.join(borne, on=["case", "word"], how="anti").sort("case", "word")
    return {int(str(case)): frozenset(group["word"].to_list()) for (case,), group in rare.group_by("case")}


def _key_words(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(re.findall(rf"[^\W\d_]{{{LEAST_LETTERS},}}", " ".join(sorted(keys)).lower()))


def _exploded(table: pl.DataFrame) -> pl.DataFrame:
    return table.explode("word", empty_as_null=True, keep_nulls=True).drop_nulls("word").unique()
