"""Columns with roles: to those that make the text of a booking."""

from collections.abc import Mapping, Sequence

from unrenew.readers.csv.roles import Column

_MANY = ("text", "counterparty")
WEAK = ("type", "note", "category", "reference")
"""Roles of columns that make the text where no other does."""


def texts_of(columns: Sequence[Column], at: Mapping[str, int]) -> tuple[int, ...]:
    """Return the columns that are joined to the text, in their order."""
    if "raw" in at:
        return (at["raw"],)
    used = {index for role, index in at.items() if role not in {*_MANY, *WEAK}}
    strong = [one for one in columns if one.role in _MANY and one.kind.name != "empty" and one.index not in used]
    told = [one for one in strong if not one.kind.blank]
    most = max((one.kind.distinct for one in told), default=0)
    free = [one for one in columns if _is_free_text(one) and one.kind.distinct > most]
    if strong:  # with what is unknown where what is known says less
        strong = sorted([*told, *free], key=lambda one: one.index) or strong
    if not strong and "payee" in at:
        return ()
    if worded := [one.index for one in strong if one.kind.letters >= 0.1]:
        return tuple(worded)
    loose = [one for one in columns if not one.role and not one.concepts and one.kind.name == "text"]
    loose = [one for one in loose if not one.kind.constant or one.kind.filled <= 2 or one.kind.length > 5] or loose
    if worded := [one.index for one in loose if one.name and one.kind.letters > 0.5 and one.kind.length >= 4]:
        return tuple(worded)
    for role in WEAK:
        weak = [one.index for one in columns if one.role == role and one.kind.name != "empty"]
        if weak:
            return tuple(weak)
    if strong:
        return tuple(one.index for one in strong)
    return tuple(one.index for one in columns if one.kind.name == "text" and one.index not in used and not one.role)


def _is_free_text(one: Column) -> bool:
    """Say whether a column under a name that nobody knows has texts of several words, which differ from row to row."""
    kind = one.kind
    unknown = bool(one.name) and not one.role and not one.concepts and kind.name == "text"
    return unknown and kind.phrases >= 0.5 and kind.distinct > max(1, 0.4 * kind.filled)
