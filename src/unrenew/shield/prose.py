"""Numbers told in pieces, with a word inside, or backwards."""

import re
from collections.abc import Callable, Iterable, Iterator

from unrenew.shield.glyphs import FILL
from unrenew.shield.numbering import TOLL_FREE, international, national, north_american, possible
from unrenew.shield.surroundings import calls
from unrenew.shield.topics import BACKWARDS

Found = tuple[str, int, int, str]
"""The number, its place, and the way it is disguised, in words."""

_START = re.compile(
    r"[+18](?<![0-9A-Za-z.,].)(?<![0-9][-./ ].)"
    r"(?:(?<=\+)[^\w\n]{0,3}[1-9][0-9]{0,2}(?![0-9])|(?<=1)(?:(?![0-9])|[^\w\n]{0,3}\(?[2-9][0-9]{2}(?![0-9]))"
    r"|(?<=8)(?:00|33|44|55|66|77|88)(?![0-9]))"
)
_GROUP = re.compile("[0-9]+")
_JOIN = re.compile(
    r"\b(?:then|and|next|followed|after|finally|lastly|dash|hyphen|plus"
    r"|space|add|again|later|puis|ensuite|dann|danach|und|luego|después|y"
    r"|et|e|poi|depois|daarna|sedan|potem|потом|затем|aur|phir)\b|\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|【[^【】]*】|#\w",
    re.IGNORECASE,
)
_NOT_A_START = re.compile(r"\s*(?:,|or\b|numbers?\b|area|prefix|codes?\b|oder|ou\b|o\b)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]|\n\s*\n")
_WITHIN = re.compile(
    r"1[^\w\n]{0,3}\(?([2-9][0-9]{2})\)?[^\w\s]([A-Za-z]{2,16})[^\w\s]([2-9][0-9]{2})[^\w\n]{0,3}([0-9]{4})(?![0-9])"
)
_GLUED_MAY = re.compile(r"[0-9]{3}[A-Za-z]{2,12}[0-9]{3}[A-Za-z]{2}")
_WORDS_GLUED = re.compile(
    r"(?<![0-9A-Za-z])(1(?:[- .]|[A-Za-z]{2,12})?)?([2-9][0-9]{2})([A-Za-z]{2,12})([2-9][0-9]{2})"
    r"([A-Za-z]{2,12})([0-9]{4})(?![0-9])"
)
"""Area, exchange and line with words glued between them: `1-844Now555Help0130`."""
_FRAMED = re.compile(
    r"([<\[{(*~|#=:]{2,4})(?:1[ .-]?)?([2-9][0-9]{2})([>\]})*~|#=:]{2,4})(?=[^0-9\n]{0,60}\1)"
    r"[^0-9\n]{1,60}?\1([2-9][0-9]{2})\3"
    r"[^0-9\n]{1,60}?\1([0-9]{4})\3"
)
"""Area, exchange and line strewn into a sentence, each in the same frame."""
_RUN = re.compile(rf"[0-9](?:{FILL}*(?:[^\w\n{FILL}]{FILL}*){{0,4}}[0-9]){{8,14}}(?![0-9])")
_OVERRIDE = re.compile(
    "(?:[\u202e\u2067]|<bdo[^<>]{0,40}rtl[^<>]{0,20}>|<[a-z]+ [^<>]{0,80}bidi-override[^<>]{0,80}>)"
    "[^\u202c\u2069\n<]{7,80}"
)
_AMONG_CHINESE = re.compile(
    r"(?<![0-9])(1 ?[3-9] ?[0-9])([^\w\n]{0,3}[\u4e00-\u9fff]{1,2}[^\w\n]{0,3}|[^\w\n]{1,3})([0-9]{4})"
    r"([^\w\n]{0,3}[\u4e00-\u9fff]{1,2}[^\w\n]{0,3}|[^\w\n]{1,3})([0-9]{4})(?![0-9])"
)
"""A mobile number of China with characters strewn between its groups."""
_BEFORE_A_YEAR = re.compile(r"\b(?:in|since|from|by|until|of|en|seit|im|depuis)\s*\Z", re.IGNORECASE)
_LONGEST_GAP = 45
_SHORT = 9
_REACH = 160
_A_LETTER = re.compile(r"[^\W\d_]")


def read_prose(seen: str) -> Iterator[Found]:
    """Yield numbers whose groups are parted by words."""
    yield from _read_within(seen)
    done = letter = 0
    for match in _START.finditer(seen):
        if letter < match.end():  # where the next letter stands: without one near there are no words to join
            found = _A_LETTER.search(seen, match.end())
            letter = found.start() if found else len(seen)
        if letter >= match.end() + _REACH or match.start() < done:
            continue
        if _is_whole(match[0], seen[match.end() : letter]) or _NOT_A_START.match(seen, match.end()):
            continue
        called = calls(seen[max(0, match.start() - 40) : match.start()])
        if not called and match[0][0] != "+":
            continue
        joined = _joined(seen, match, least=1 if called else 2)
        if joined:
            done = joined[2]
            yield joined


def _read_within(seen: str) -> Iterator[Found]:
    for match in _WORDS_GLUED.finditer(seen) if _GLUED_MAY.search(seen) else ():
        area, first, exchange, second, line = match.groups()[1:]
        number = north_american(area + exchange + line)
        if number and (area in TOLL_FREE or first == second):
            yield number, match.start(), match.end(), "words between the digits"
    for match in () if seen.isascii() else _AMONG_CHINESE.finditer(seen):
        number = national((match[1] + match[3] + match[5]).replace(" ", ""), "CN")
        if number and (match[2].strip() + match[4].strip()).strip("-. "):
            yield number[0], match.start(), match.end(), "characters between the digits"
    for match in _FRAMED.finditer(seen):
        number = north_american(match[2] + match[4] + match[5])
        if number:
            yield number, match.start(), match.end(), "words between the digits"
    for match in _WITHIN.finditer(seen):
        number = north_american(match[1] + match[3] + match[4])
        if number:
            yield number, match.start(), match.end(), "a word inside the number"


def _is_year(group: str, gap: str) -> bool:
    return len(group) == 4 and group[:2] in {"19", "20"} and _BEFORE_A_YEAR.search(gap) is not None


def _is_whole(start: str, more: str) -> bool:
    """Tell whether so many digits stand before the next letter that no word can be inside the number."""
    digits = "".join(_GROUP.findall(start + more))
    return len(digits) > 14 or (start[0] != "+" and len(digits) > (8 if digits[0] == "1" else 7))


def _joined(seen: str, match: re.Match[str], least: int) -> Found | None:
    """Join the groups after a start until they make a number; at least so many gaps must be words that join."""
    digits = "".join(char for char in match[0] if char.isdigit())
    plus = "+" in match[0]
    end, worded = match.end(), 0
    best: Found | None = None
    for group in _GROUP.finditer(seen, match.end(), match.end() + _REACH):
        gap = seen[end : group.start()]
        digits += group[0]
        if len(digits) > 14 or not _may_join(gap, group[0]):
            break
        worded += any(map(str.isalpha, gap))
        end = group.end()
        number = _whole(digits, plus=plus)
        if number and worded < least:
            return None
        if number:
            best = (number, match.start(), end, "words between the digits")
            if number.startswith("+1"):
                break
    return best


def _may_join(gap: str, group: str) -> bool:
    """Tell whether what stands between two groups of digits may join them."""
    if len(gap) > _LONGEST_GAP or _SENTENCE.search(gap):
        return False
    if any(char.isalpha() for char in gap):
        return not _is_year(group, gap) and _JOIN.search(gap) is not None
    return "," not in gap or len(group) <= 4


def _whole(digits: str, *, plus: bool) -> str | None:
    if len(digits) == 11 and digits[0] == "1":
        return north_american(digits[1:])
    if len(digits) == 10 and digits[:3] in TOLL_FREE and not plus:
        return north_american(digits)
    return international(digits) if plus and digits[0] != "1" and len(digits) >= 9 else None


def read_backwards(text: str, seen: str, regions: Callable[[], Iterable[str]], *, told: bool) -> Iterator[Found]:
    """Yield numbers that the text says (`told`), or a direction mark makes, to be read from the end.

    `regions` gives the countries whose own numbers are read; it is asked only if there is something to read.
    """
    marked = not text.isascii() or "<bdo" in text or "bidi-override" in text
    for match in _OVERRIDE.finditer(text) if marked else ():
        for run in _RUN.finditer(seen, match.start(), match.end()):
            number = _reversed(run[0], plus=seen[run.end() : run.end() + 3].lstrip(FILL)[:1] == "+")
            digits = "".join(filter(str.isdigit, reversed(run[0])))
            number = number or north_american(digits.removeprefix("1")) or _reversed_in(run[0], regions())
            if number:
                yield number, run.start(), run.end(), "written backwards with a direction mark"
    if not told:
        return
    low = seen.lower()
    for hint in BACKWARDS:
        at = low.find(hint)
        while at >= 0:
            for run in _RUN.finditer(seen, max(0, at - 80), at + 80):
                number = _reversed(run[0]) or _turned(run[0]) or _reversed_in(run[0], regions())
                if number:
                    yield number, run.start(), run.end(), "written backwards"
            at = low.find(hint, at + 60)


def _reversed_in(run: str, regions: Iterable[str]) -> str | None:
    """Return the number of one of the countries that digits are from the end."""
    digits = "".join(filter(str.isdigit, reversed(run)))
    found = (national(digits, region) for region in regions if digits[0] == "0" or len(digits) > _SHORT)
    return next((one[0] for one in found if one), None)


def _turned(run: str) -> str | None:
    """Return the number of North America that ten digits are from the end, if they are none as they stand."""
    digits = "".join(filter(str.isdigit, run))
    return north_american(digits[::-1]) if len(digits) == 10 and north_american(digits) is None else None


def _reversed(run: str, *, plus: bool = False) -> str | None:
    digits = "".join(char for char in reversed(run) if char.isdigit())
    if plus:
        return international(digits)
    if len(digits) == 11 and digits[0] == "1" and possible(digits[1:]):
        return north_american(digits[1:])
    return north_american(digits) if len(digits) == 10 and digits[:3] in TOLL_FREE else None
