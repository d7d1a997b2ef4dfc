"""Words in cells: not booked, a balance, money in, money out."""

from unrenew.readers.csv.vocabulary import fold, folded, words

BOOKED_SECTIONS = folded("cells", "booked_sections")
HOLD_STEMS = words("cells", "hold_stems")
BALANCE_STEMS = words("cells", "balance_stems")
INCOME = words("cells", "income")
SPENDING = words("cells", "spending")
SOURCES = folded("cells", "sources")
TARGETS = folded("cells", "targets")

_NOT_BOOKED = folded("cells", "not_booked")
_BOOKED = folded("cells", "booked")
_OUT_PARTS = folded("cells", "out_parts")
_SURE_IN = folded("cells", "sure_in_parts")
_IN_PARTS = folded("cells", "in_parts")
_HOLDS = tuple(folded("cells", "holds"))
_NOTHING = folded("cells", "nothing")
_BALANCES = tuple(folded("cells", "balances"))
_TOTALS = folded("cells", "totals")


def is_balance(text: str) -> bool:
    """Say whether a dated row is a balance or a turnover that only looks like a booking."""
    folded = fold(text[:90])
    return len(text) < 90 and folded.startswith(_BALANCES)


def is_total(text: str) -> bool:
    """Say whether an undated row sums others up."""
    folded = fold(text[:120])
    return is_balance(text) or any(_is_sum(word.strip(":")) for word in folded.split()[:4])


def _is_sum(word: str) -> bool:
    return word in _TOTALS or (word.endswith("total") and len(word) > 8)


def direction_in(text: str) -> int:
    """Return -1 for a kind of booking that has parts of words for money out, 1 for money in, 0 for both or none."""
    if any(part in fold(text) for part in _SURE_IN):
        return 1
    folded = fold(text).replace("credit card", "card").replace("debit card", "card debit")
    out, into = (any(part in folded for part in parts) for parts in (_OUT_PARTS, _IN_PARTS))
    return into - out


def is_hold(text: str) -> bool:
    """Say whether the text of a row says that it is a hold: the booking itself comes later."""
    return fold(text[:60]).startswith(_HOLDS)


def says_nothing(text: str) -> bool:
    """Say whether a text only says that there is none."""
    return fold(text) in _NOTHING


def is_unbooked(text: str) -> bool:
    """Say whether a status means that no money has moved (yet)."""
    return fold(text) in _NOT_BOOKED


def is_booked(text: str) -> bool:
    """Say whether a status means that money has moved."""
    return fold(text) in _BOOKED
