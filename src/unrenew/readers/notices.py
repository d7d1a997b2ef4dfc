"""A notice period as people write it, to its noun."""

import re
from typing import Final

from unrenew.model.renewals import EndsAt, NoticePeriod, NoticeUnit

_COUNTS: Final = {
    "one": 1, "a": 1, "an": 1, "ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "two": 2, "zwei": 2,
    "three": 3, "drei": 3, "four": 4, "vier": 4, "six": 6, "sechs": 6, "eight": 8, "acht": 8, "twelve": 12, "zwölf": 12,
}  # fmt: skip
_UNITS: Final[tuple[tuple[str, NoticeUnit, int], ...]] = (
    ("day|tag", "days", 1), ("week|woche", "weeks", 1), ("month|monat", "months", 1),
    ("quarter|quartal", "months", 3), ("year|jahr", "months", 12),
)  # fmt: skip
_LENGTH: Final = re.compile(
    rf"(?<![\w.,])(\d{{1,3}}|{'|'.join(_COUNTS)})[\s-]*(?:{'|'.join(f'({words})' for words, _, _ in _UNITS)})"
)
_ENDS: Final[tuple[tuple[str, EndsAt], ...]] = (
    (r"month[- ]?end|ends? of (?:the |a |each )?month|monatsende|ende (?:des|eines) monats|ultimo", "month_end"),
    (r"quarter[- ]?end|end of (?:the |a |each )?quarter|quartalsende|ende (?:des|eines) quartals", "quarter_end"),
    (r"year[- ]?end|end of (?:the |a )?(?:calendar )?year|jahresende|ende des (?:kalender)?jahres", "year_end"),
)


def read_notice(text: str) -> NoticePeriod | None:
    """Return the notice period in `14 days`, `3 months to month end` or `sechs Wochen zum Quartalsende`.

    None where there is no number and unit in it.
    """
    words = " ".join(text.casefold().split())
    found = _LENGTH.search(words)
    if found is None:
        return None
    _, unit, times = next(one for group, one in enumerate(_UNITS, 2) if found[group])
    count = _COUNTS.get(found[1]) or int(found[1])
    ends: list[EndsAt] = [end for pattern, end in _ENDS if re.search(pattern, words)]
    to: EndsAt = ends[0] if ends else "term_end"
    return NoticePeriod(count=count * times, unit=unit, to=to)
