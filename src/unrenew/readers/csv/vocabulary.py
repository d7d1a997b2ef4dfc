"""The words of statement headers, in some forty languages, to concepts.

A header cell is folded (lower case, no accents, no punctuation) and each of its words is looked up. What counts is the
set of concepts that is found: "Buchungsdatum", "Posting date" and "Data księgowania" are all {book, date}. So a header
that nobody has listed is understood as long as its words are. The lists stand in `words.toml`.
"""

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib import resources
from typing import Any

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ı": "i", "œ": "oe", "ς": "σ"})


def fold(text: str) -> str:
    """Return a text in lower case, without accents, its other characters than letters and digits as single spaces."""
    plain = text.casefold().translate(_LETTERS)
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in parts if not unicodedata.combining(char))
        plain = unicodedata.normalize("NFC", plain)  # Hangul whole again
    return " ".join(re.findall(r"[^\W_]+|[+]", plain.replace("+/-", " + ")))


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files("unrenew.readers.csv").joinpath("words.toml").read_text("utf-8"))


def words(table: str, name: str) -> tuple[str, ...]:
    """Return one list of `words.toml`; its low lines have become blanks."""
    return tuple(entry.replace("_", " ") for entry in str(_tables()[table][name]).split())


def folded(table: str, name: str) -> frozenset[str]:
    """Return one list of `words.toml` as cells are compared with it: folded, as they are."""
    return frozenset(map(fold, words(table, name))) - {""}


def signs() -> dict[str, str]:
    """Return the signs of currencies and the codes that they mean."""
    return dict(_tables()["currencies"]["signs"])


_MONEY = re.compile(r"\s*[A-Z]{3}\$\s*$|\s*[€£]\s*$")
"""A header that is nothing but a currency: "CAD$"."""


class _Words:
    """One concept's list, ready to be asked."""

    def __init__(self, text: str) -> None:
        entries = [
            fold(entry.replace("*", "").replace("_", " ")) + "\0" + entry for entry in text.split() if entry.strip("*_")
        ]
        pairs = [tuple(entry.split("\0")) for entry in entries]
        self.exact = {word for word, mark in pairs if mark.startswith("=")}
        self.whole = {word for word, mark in pairs if "*" not in mark and " " not in word} - self.exact
        self.phrases = tuple(word for word, _ in pairs if " " in word)
        self.starts = tuple(word for word, mark in pairs if mark.endswith("*") and not mark.startswith("*"))
        self.ends = tuple(word for word, mark in pairs if mark.startswith("*") and not mark.endswith("*"))
        self.parts = tuple(word for word, mark in pairs if mark.startswith("*") and mark.endswith("*"))

    def fits(self, folded: str, words: list[str]) -> bool:
        """Say whether a folded header cell has one of the words."""
        if folded in self.exact:
            return True
        if any(word in self.whole or word.startswith(self.starts) or word.endswith(self.ends) for word in words):
            return True
        padded = f" {folded} "
        return any(f" {phrase} " in padded for phrase in self.phrases) or any(part in folded for part in self.parts)


@lru_cache(maxsize=1)
def _lists() -> dict[str, _Words]:
    return {concept: _Words(text) for concept, text in _tables()["concepts"].items()}


@lru_cache(maxsize=4096)
def concepts(cell: str) -> frozenset[str]:
    """Return the concepts that a header cell names; none for an empty cell or for words that are in no list."""
    if len(cell) > 80:
        return frozenset()
    if _MONEY.match(cell):
        return frozenset({"amount", "currency"})
    spaced = re.sub(r"(?<=[a-zäöüéè])(?=[A-Z])|(?<=[^\W\d_])(?=\d+$)", " ", cell)
    forms = {fold(cell), fold(spaced)}
    forms.discard("")
    return frozenset(
        concept for concept, words in _lists().items() if any(words.fits(form, form.split()) for form in forms)
    )
