"""What else in a guide looks like a way to call somebody, to contacts.

Looser than `phones`, for nothing is accused by it: a number that no plan has, one of a country that nothing names, and
letters of the dial. It is taken out of the steps and listed as unknown.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from unrenew.model.contacts import Contact, Span, Verdict
from unrenew.shield.glyphs import FILL
from unrenew.shield.phones import FICTIONAL, is_fiction
from unrenew.shield.reaching import CALL_FOR_DIGITS, OTHER_NUMBER
from unrenew.shield.vanity import KEYS

_DIGITS = re.compile(r"(?<![\w.,/$€£#%-])\+?\(?[0-9](?:[^\w\n,;:!?+]{0,3}[0-9]){2,16}(?![\w%€$])")
_LETTERS = re.compile(
    r"(?<![\w-])(?:\+?1[ .-]{0,3})?\(?(8(?:00|33|44|55|66|77|88))\)?[ .-]{1,3}([0-9A-Z]{2,}(?:["
    r" .-][0-9A-Z]+){0,3})(?![a-z\w])"
)
_SHORT_CODE = re.compile(r"\b(?:text|sms|send)\s+[\"“'«]?[A-Z]{3,12}[\"”'»]?\s+to\s+([0-9]{4,6})\b", re.IGNORECASE)
_DATE = re.compile(
    r"(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})\b|(?:\d{1,3}\.){3}\d{1,3}\Z"
)
_ALSO = re.compile(
    r"\)?\s{0,2}(?:[,/]|or|and|oder|und|ou|et|o|y|e|of|en|lub|i|eller|och|og|veya|или|и)?\s{0,2}(?:at|on|unter|au"
    r"|al)?\s{0,2}",
    re.IGNORECASE,
)
"""Between a number and a second one beside it."""
_BEFORE = 60


def find_leftovers(flat: str, taken: Sequence[Span]) -> list[Verdict]:
    """Return what looks like a way to call in a folded text, beside the places already taken, each as unknown."""
    flat = flat.replace(FILL, "\u2060")
    places: dict[str, list[Span]] = {}
    reasons: dict[str, str] = {}
    covered = _Covered(taken)
    for value, start, end, why in (*_vanity(flat), *_runs(flat)):
        if not covered.meets(start, end):
            places.setdefault(value, []).append((start, end))
            reasons[value] = why
    return [
        Verdict(contact=Contact(kind="phone", value=value, spans=tuple(spans)), reasons=(reasons[value],))
        for value, spans in places.items()
    ]


class _Covered:
    """Places in order, so that each question costs little."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = sorted(spans)

    def meets(self, start: int, end: int) -> bool:
        place = bisect_left(self.spans, (end, 0))
        return any(to > start for _, to in self.spans[max(0, place - 4) : place])


def _asks_to_call(before: str) -> bool:
    """Tell whether the last words before digits are of calling, and not those of another number."""
    call = CALL_FOR_DIGITS.search(before)
    other = OTHER_NUMBER.search(before)
    return call is not None and (other is None or other.start() < call.start())


def _vanity(flat: str) -> Iterator[tuple[str, int, int, str]]:
    """Yield toll-free numbers of letters, in capitals: also one whole word, as no plan would take it."""
    for match in _LETTERS.finditer(flat):
        keys = re.sub(r"[ .-]", "", match[2])
        if sum(map(str.isalpha, keys)) >= 3 and 6 <= len(keys) <= 12:
            digits = "".join(KEYS.get(key, key) for key in keys)[:7].ljust(7, "0")
            why = "letters of the dial behind a toll-free code"
            yield f"+1{match[1]}{digits}", match.start(), match.end(), why
    for match in _SHORT_CODE.finditer(flat):
        yield match[1], match.start(1), match.end(1), "a short number that a text message is to be sent to"


def _runs(flat: str) -> Iterator[tuple[str, int, int, str]]:
    """Yield digits behind a plus or a word of calling."""
    last = -1
    for match in _DIGITS.finditer(flat):
        digits = re.sub(r"\D", "", match[0])
        if not 7 <= len(digits) <= 15 or _DATE.match(match[0]):
            continue
        before = re.split(r"[.!?]\s", flat[max(0, match.start() - _BEFORE) : match.start()])[-1]
        plus = match[0].startswith("+") and len(digits) >= 8
        second = last >= 0 and _ALSO.fullmatch(flat[last : match.start()]) is not None
        if not plus and not second and not _asks_to_call(before):
            continue
        last = match.end()
        end = match.end() + (1 if match[0].startswith("(") and flat[match.end() : match.end() + 1] == ")" else 0)
        value = f"+{digits}" if plus else digits
        why = "a number that no numbering plan has" if plus else "digits that somebody is asked to call"
        if plus and is_fiction(value):
            why = FICTIONAL
        yield value, match.start(), end, why
