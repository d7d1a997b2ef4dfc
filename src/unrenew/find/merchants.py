"""Raw descriptors to merchants: what stays when the noise is gone.

A bank prints more than the merchant: its own words in front ("CARD PAYMENT TO"), the card, the day, the place,
references that change with every charge. Whatever changes between two charges of one contract must go, what tells two
merchants apart must stay. First, words with two or more digits become `#` (that leaves few distinct texts, so the
rest is cheap), then the bank's words go, then what is left is cut into words.
"""

from functools import reduce
from typing import Protocol

import polars as pl

from unrenew.find.kinds import EARLY_BIRDS, hints_of
from unrenew.find.titles import titles
from unrenew.find.words import (
    BANK_WORDS,
    CHANNELS,
    DIRECT_DEBIT,
    FEES,
    NOISE,
    OTHER_LETTERS,
    PLACES,
    PREFIXES,
    TAILS,
    without_accents,
)

KEY_WORDS = 4
"""Words of the full key: more are the place or a slogan."""


class Matcher(Protocol):
    """Knows merchants by their descriptors; the directory is one."""

    def match_descriptors(self, descriptors: pl.Series) -> pl.DataFrame:
        """Return merchant, channel, provider and plan (null: unknown), in the order of the input."""
        ...

    def plans(self) -> pl.DataFrame:
        """Return every known plan: provider, plan, cadence, price and currency (null: unknown)."""
        ...


def shapes(descriptors: pl.Expr) -> pl.Expr:
    """Return the text in capitals, every word with two digits or more as `#`."""
    upper = descriptors.fill_null("").str.to_uppercase()
    return upper.str.replace_all(r"[\p{L}0-9]*[0-9][\p{L}0-9]*[0-9][\p{L}0-9]*", "#")


def _plain(texts: pl.Expr) -> pl.Expr:
    """Return texts as the lists of words are read: without accents."""
    texts = texts.str.replace_many(list(OTHER_LETTERS), list(OTHER_LETTERS.values()))
    return texts.str.normalize("NFKD").str.replace_all(r"\p{M}", "")


def _strip(texts: pl.Expr) -> pl.Expr:
    """Remove the bank's own words, wherever they stand; twice at the start, for they come in pairs."""
    texts = texts.str.replace_all(r"\s+", " ").str.strip_chars()
    texts = reduce(lambda text, pattern: text.str.replace_all(pattern, " "), TAILS, texts)
    for _ in range(3):
        texts = texts.str.strip_chars(" :,-/#.").str.replace(PREFIXES, "")
    return texts


def _channels(texts: pl.Expr) -> pl.Expr:
    """Return whom the money went through, where the text names a wallet, a store or a reseller."""
    found = pl.lit(None, dtype=pl.String)
    for channel, pattern in reversed(CHANNELS):
        found = pl.when(texts.str.contains(pattern)).then(pl.lit(channel)).otherwise(found)
    return found


def read_shapes(texts: pl.Series) -> tuple[pl.Series, pl.DataFrame]:
    """Return for each text the number of its shape, and for each shape its words, channel, hint and whether a debit."""
    table = pl.DataFrame({"shape": texts}).select(shape=shapes(pl.col("shape")))
    unique = table.unique(maintain_order=True).with_row_index("number").with_columns(text=_strip(pl.col("shape")))
    words = (
        pl.col("text")
        .str.replace_all(NOISE, " ")
        .str.replace_all(r"[^\p{L}\p{M}0-9&+.]+", " ")
        .str.split(" ")
        .list.eval(pl.element().str.strip_chars("."))
        .list.eval(pl.element().filter((pl.element().str.len_chars() > 0) & ~pl.element().is_in(list(PLACES))))
    )
    plain = unique.select(_plain(pl.col("shape")))["shape"]
    unique = unique.with_columns(
        words=words,
        channel=_channels(pl.col("shape")),
        hint=hints_of(plain),
        is_debit=plain.str.contains(DIRECT_DEBIT),
        is_annual=pl.col("shape").str.contains(EARLY_BIRDS),
        is_fee=plain.str.contains(without_accents(FEES)),
    )
    telling = pl.col("words").list.eval(pl.element().filter(~pl.element().is_in(list(BANK_WORDS))))
    unique = unique.with_columns(words=pl.when(telling.list.len() > 0).then(telling).otherwise(pl.col("words")))
    numbers = table.join(unique.select("shape", "number"), on="shape", how="left", maintain_order="left")["number"]
    return numbers, unique.drop("text")


_OFTEN = 6
_SHARE = 0.12
_PREFIX, _CUT_PREFIX = 10, 7
"""Letters that two keys must share where the shorter ends with a word, and where it was cut inside a word."""


def name_merchants(owned: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Return for each pair of `owner` and shape `number` (with `rows`, how often) the merchant's `key`.

    Words that one owner meets once are references, where other words of the line come again. Words that stand beside
    many different others are the bank's, whatever its language.
    """
    pairs = owned.join(known.select("number", "words"), on="number", how="left", maintain_order="left")
    pairs = pairs.with_row_index("pair")
    words = pairs.explode("words").rename({"words": "word"}).filter(pl.col("word").is_not_null())
    words = words.with_columns(total=pl.col("rows").sum().over("owner", "word"))
    again = words.filter(pl.col("total") > 1)
    kept = again.group_by("pair", maintain_order=True).agg("owner", "word")
    kept = kept.with_columns(pl.col("owner").list.first(), reduced=pl.col("word").list.join(" "))
    lines = kept.unique(["owner", "reduced"], maintain_order=True)
    spread = lines.explode("word").group_by("owner", "word").agg(pl.col("reduced").n_unique().alias("lines"))
    count = lines.group_by("owner").len("all")
    spread = spread.join(count, on="owner")
    noise = spread.filter((pl.col("lines") >= _OFTEN) & (pl.col("lines") >= _SHARE * pl.col("all")))
    noise = noise.select("owner", "word", is_noise=pl.lit(value=True))
    words = words.join(noise, on=["owner", "word"], how="left", maintain_order="left", nulls_equal=True)
    words = words.with_columns(pl.col("is_noise").fill_null(value=False))
    telling, recurring = ~pl.col("is_noise"), pl.col("total") > 1
    keys = words.group_by("pair", maintain_order=True).agg(
        both=pl.col("word").filter(telling & recurring).head(KEY_WORDS),
        new=pl.col("word").filter(telling).head(KEY_WORDS),
        any=pl.col("word").head(KEY_WORDS),
    )
    best = pl.coalesce(
        pl.when(pl.col(name).list.len() > 0).then(pl.col(name).list.join(" ")) for name in ("both", "new", "any")
    )
    pairs = pairs.join(keys.select("pair", key=best), on="pair", how="left", maintain_order="left")
    return _join_truncated(pairs.with_columns(pl.col("key").fill_null("")).drop("words", "pair"))


def _join_truncated(pairs: pl.DataFrame) -> pl.DataFrame:
    """Give keys that are the beginning of one another (a text cut at 22 or 25 characters) the same key."""
    keys = pairs.select("owner", "key").unique().sort("owner", "key", nulls_last=True)
    before = pl.col("key").shift(1)
    length, rest = before.str.len_chars(), pl.col("key").str.strip_prefix(before)
    is_cut = ~rest.str.starts_with(" ") | (rest.str.len_chars() == 2)
    goes_on = (
        (pl.col("owner").eq_missing(pl.col("owner").shift(1)))
        & pl.col("key").str.starts_with(before)
        & ((length >= _PREFIX) | (is_cut & (length >= _CUT_PREFIX)))
    )
    keys = keys.with_columns(root=(~goes_on.fill_null(value=False)).cum_sum())
    keys = keys.with_columns(root=pl.col("key").first().over("root"))
    return pairs.join(keys, on=["owner", "key"], how="left", nulls_equal=True, maintain_order="left").with_columns(
        merchant="root"
    )


def merchants_of(descriptors: pl.Series) -> pl.DataFrame:
    """Return `key` (see `name_merchants`; all texts taken as one owner's), `name` and `channel` of each descriptor."""
    numbers, known = read_shapes(descriptors)
    table = pl.DataFrame({"number": numbers}).with_columns(owner=pl.lit(""))
    pairs = name_merchants(table.group_by("owner", "number", maintain_order=True).len("rows"), known)
    pairs = pairs.select("number", key="merchant", name=titles(pl.col("key")))
    known = known.select("number", "channel")
    return table.join(pairs, on="number", how="left", maintain_order="left").join(
        known, on="number", how="left", maintain_order="left"
    )
