"""Which lines of a new file are kept already."""

from collections import defaultdict, deque
from typing import Any

import polars as pl

_LOOKS = ("booked_on", "amount", "currency", "descriptor")


def match(known: pl.DataFrame, new: pl.DataFrame) -> list[int | None]:
    """Return for each new line the number of the kept line that it is, or None where it is new.

    First by the id. What is left is matched one to one by day, amount, currency and text: two equal charges on one day
    stay two, and the same two in another file are these two, not four.
    """
    found: list[int | None] = [None] * new.height
    taken: set[int] = set()
    by_id: dict[str, deque[int]] = defaultdict(deque)
    for number, name in known.select("n", "id").iter_rows():
        by_id[name].append(number)
    for place, name in enumerate(new["id"].to_list()):
        if by_id.get(name):
            found[place] = by_id[name].popleft()
            taken.add(found[place] or 0)
    by_look: dict[tuple[Any, ...], deque[int]] = defaultdict(deque)
    for number, *look in known.select("n", *_LOOKS).iter_rows():
        if number not in taken:
            by_look[tuple(look)].append(number)
    for place, look in enumerate(new.select(_LOOKS).iter_rows()):
        if found[place] is None and by_look.get(look):
            found[place] = by_look[look].popleft()
    return found
