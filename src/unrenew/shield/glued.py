"""Words for digits that are glued to one another and to other words."""

import re
from functools import cache

from unrenew.shield.glyphs import BARRIER, FILL
from unrenew.shield.number_words import values_of

GLUED_IN = ("en", "es", "fr", "de", "it", "pt", "nl", "ro", "pl", "id")
"""Languages in which words for digits are written in one."""
_SHORTEST = 24
_LETTERS = 4
"""How many different letters a word has: what stands for an address is one letter over and over."""
_LONG = re.compile(r"[^\W\d_]{24,400}")
"""Letters in a row that seven words for digits may be in; what is longer is no text."""


def read_glued(seen: str) -> str:
    """Write seven words for digits or more as digits where other words are glued to them: `CallEightSevenFive…Now`.

    What is nothing but such words is read with the others, in a chain.
    """
    long = any(len(token) >= _SHORTEST and token[1:4] != BARRIER * 3 for token in seen.split())
    return _LONG.sub(_parted, seen) if long else seen


def _parted(match: re.Match[str]) -> str:
    token = match[0]
    low = token.lower()
    if len(low) != len(token) or len(set(low)) < _LETTERS:
        return token
    found = [(run, name) for name in GLUED_IN for run in [_seven(name).search(low)] if run]
    if not found:
        return token
    run, name = max(found, key=lambda one: len(one[0][0]))
    if len(run[0]) == len(token):
        return token
    values = _digits(name)
    read = "".join([values[word] + FILL * (len(word) - 1) for word in _one(name).findall(run[0])])
    return token[: run.start()] + read + token[run.end() :]


@cache
def _digits(name: str) -> dict[str, str]:
    return {
        word: str(value) for word, value in values_of(name).items() if value < 10 and word.isalpha() and word != "o"
    }


@cache
def _one(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_digits(name), key=len, reverse=True))))


@cache
def _seven(name: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_one(name).pattern}){{7,40}}")
