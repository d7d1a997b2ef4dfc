"""Numbers that a text tells step by step: `start with 818, then 555 …`."""

import re
from collections.abc import Callable, Iterable, Iterator

from unrenew.shield.glyphs import FILL
from unrenew.shield.numbering import TOLL_FREE, national, north_american

_BEGINS = frozenset(
    (
        "cifrele code first dial press digits digit top faites faire erst zuerst enter marque marca composez "
        "anfang zuerst componi disque eerst draai najpierw slå önce сначала"
    ).split()
)
_BEGIN = tuple(
    (
        "area prefix vorwahl indicatif prefijo prefisso start begin empie comien commenc wähl inizi cominci começ "
        "comec zaczn börj zač başla начн начин набер"
    ).split()
)
"""Words that lead to a number's first part if they say so of nothing else, and how words begin that surely do."""
_ON = frozenset(
    (
        "then prefix exchange line și apoi next after carry continue go on lastly afterwards wählen tippen "
        "tuşlayın afterwards follow follows followed middle press type dial add plus and comes come puis ensuite "
        "et dann danach folgt und sigue luego después y poi segue e depois dan daarna en potem i sedan därefter "
        "pokračujte potom sonra ve потом затем далее и"
    ).split()
)
_CLOSES = frozenset(
    (
        "last urmă lastly rest remaining afterwards último ultimo última ultima ultimi son finally final finish "
        "finishes finished end ends ending close closes then type finir termina terminan termine terminez enfin "
        "fin ende schließlich zuletzt dann fine infine fim slot eindig eindigt tenslotte dan koniec konci końcu "
        "slut slutet sist sonra sonunda конце конец наконец"
    ).split()
)
"""What is said before a further part of a number, and before or behind its last one."""
_SAYS = _ON | _CLOSES
_PART = re.compile(rf"[0-9](?:{FILL}{{0,3}}[0-9]){{1,3}}(?={FILL}*(?:[^\w\n]{{1,4}}(?:[0-9][.)] )?[^\W\d_]|\n))")
_INSIDE = re.compile(r"(?:[0-9]|[0-9)][-. /]|\.)\Z")
"""What stands before a group that is a further one of a number."""
_GROUP = re.compile(rf"[0-9](?:{FILL}{{0,3}}[0-9]){{0,4}}(?!{FILL}*[0-9])")
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"(?<![0-9])1[-. ]{1,3}\Z")
_NEXT = re.compile(r"\s*([^\w\s]*)\s*([^\W\d_]+)")
_LIST_MARK = re.compile(r"\n *[0-9]{1,2}[.)] *")
_BEFORE = 34
_BEHIND = 20
_LONGEST_GAP = 70
_REACH = 240
_PARTS = 3
_NEAR = 4
_MOST = 13


def read_told(seen: str, regions: Callable[[], Iterable[str]]) -> Iterator[tuple[str, int, int, str]]:
    """Yield the numbers whose parts a text tells one after the other, and says which one is the last.

    `regions` gives the countries whose own numbers are read; it is asked only if there is something to read.
    """
    done = 0
    for match in _PART.finditer(seen):
        start, end = match.span()
        inside = _INSIDE.search(seen, max(0, start - 2), start) and not _CODE.search(seen, max(0, start - 5), start)
        if start < done or inside or not _goes_on(seen, end) or not _is_led_to(seen, start, end):
            continue
        for digits, done_at in _parts(seen, start):
            number = _number(digits, regions)
            if number:
                done = done_at
                yield number, start, done, "words between the digits"
                break


def _goes_on(seen: str, end: int) -> bool:
    """Tell whether the words behind a part say that another one comes."""
    return not _SAYS.isdisjoint(_WORD.findall(seen[end : end + _LONGEST_GAP].lower()))


def _is_led_to(seen: str, start: int, end: int) -> bool:
    """Tell whether the words before a part say that a number begins with it."""
    before = seen[max(0, start - _BEFORE) : start]
    if _CODE.search(before) and seen[start:end].replace(FILL, "") in TOLL_FREE:
        return True
    words = _WORD.findall(before.lower())
    if any(word.startswith(_BEGIN) for word in words):
        return True
    behind = _NEXT.match(seen, end)  # `first 210 people` counts people
    alone = behind is not None and (behind[1] != "" or behind[2].lower() in _SAYS)
    return alone and not _BEGINS.isdisjoint(words)


def _parts(seen: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield the digits told from a place on, and where they end, the longest first; nothing says more than that.

    Each part but the first has a word before it that says that it goes on, and one of them that it is the last.
    """
    text = _LIST_MARK.sub(lambda mark: " " * len(mark[0]), seen[at : at + _REACH])
    digits, end, sizes, closed = "", 0, list[int](), False
    found: list[tuple[str, int]] = []
    for group in _GROUP.finditer(text):
        words = _WORD.findall(text[end : group.start()].lower())
        near = not words and group.start() - end < _NEAR  # one more group of the same part
        if sizes and not near and (group.start() - end > _LONGEST_GAP or _SAYS.isdisjoint(words)):
            break
        more = group[0].replace(FILL, "")
        if len(digits) + len(more) > _MOST:
            break
        closed = closed or (len(sizes) + 1 >= _PARTS and not _CLOSES.isdisjoint(words))
        digits, end = digits + more, group.end()
        sizes.append(len(more))
        ends = closed or not _CLOSES.isdisjoint(_WORD.findall(text[end : end + _BEHIND].lower()))
        if len(sizes) >= _PARTS and (ends or sizes == [3, 3, 4]):
            found.append((digits, at + end))
    yield from reversed(found)


def _number(digits: str, regions: Callable[[], Iterable[str]]) -> str | None:
    ten = digits.removeprefix("1") if len(digits) > len("8005550142") else digits
    found = north_american(ten)
    if found:
        return found
    return next((one[0] for region in regions() for one in [national(digits, region)] if one), None)
