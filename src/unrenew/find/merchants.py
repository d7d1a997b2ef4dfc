"""Raw descriptors to merchants: what stays when the noise is gone.

A bank prints more than the merchant: its own words in front ("CARD PAYMENT TO"), the card, the day, the place,
references that change with every charge. Whatever changes between two charges of one contract must go, what tells two
merchants apart must stay. First, words with two or more digits become `#` (that leaves few distinct texts, so the
rest is cheap), then the bank's words go, then what is left is cut into words.
"""

from functools import reduce
from typing import Protocol

import polars as pl

from unrenew.find.kinds import hints_of
from unrenew.find.words import BANK_WORDS, CHANNELS, DIRECT_DEBIT, NOISE, PLACES, PREFIXES, TAILS

KEY_WORDS = 4
"""Words of the full key: more are the place or a slogan."""


class Matcher(Protocol):
    """Knows merchants by their descriptors; the directory is one."""

    def match_descriptors(self, descriptors: pl.Series) -> pl.DataFrame:
        """Return merchant, channel, provider and plan (null: unknown), in the order of the input."""
        ...


def shapes(descriptors: pl.Expr) -> pl.Expr:
    """Return the text in capitals, every word with two digits or more as `#`."""
    upper = descriptors.fill_null("").str.to_uppercase()
    return upper.str.replace_all(r"[\p{L}0-9]*[0-9][\p{L}0-9]*[0-9][\p{L}0-9]*", "#")


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


def merchants_of(descriptors: pl.Series) -> pl.DataFrame:
    """Return for each descriptor `key`, `key2`, `key1` (all, two, one of its telling words), name, channel and hint."""
    table = pl.DataFrame({"shape": descriptors}).select(shape=shapes(pl.col("shape")))
    unique = table.unique(maintain_order=True).with_columns(text=_strip(pl.col("shape")))
    words = (
        pl.col("text")
        .str.replace_all(NOISE, " ")
        .str.replace_all(r"[^\p{L}\p{M}0-9&+.]+", " ")
        .str.split(" ")
        .list.eval(pl.element().str.strip_chars("."))
        .list.eval(pl.element().filter((pl.element().str.len_chars() > 0) & ~pl.element().is_in(list(PLACES))))
    )
    unique = unique.with_columns(words=words, channel=_channels(pl.col("shape")))
    telling = pl.col("words").list.set_difference(list(BANK_WORDS))
    unique = unique.with_columns(words=pl.when(telling.list.len() > 0).then(telling).otherwise(pl.col("words")))
    unique = unique.with_columns(
        key=pl.col("words").list.head(KEY_WORDS).list.join(" "),
        key2=pl.col("words").list.head(2).list.join(" "),
        key1=pl.col("words").list.head(1).list.join(" "),
    )
    unique = unique.with_columns(
        name=pl.col("key").str.to_titlecase(),
        hint=hints_of(unique["shape"]),
        is_debit=pl.col("shape").str.contains(DIRECT_DEBIT),
    )
    return table.join(unique.drop("words", "text"), on="shape", how="left", maintain_order="left")
