"""The names of the months in the languages of Europe."""

import re

from unrenew.readers.csv.vocabulary import fold, words

_MONTHS = {name: number for number in range(1, 13) for name in words("months", f"m{number:02}")}


def month_of(name: str) -> int | None:
    """Return the month that a word names, in any of the languages, or None."""
    return _MONTHS.get(re.sub(r"[^\w]", "", fold(name)))
