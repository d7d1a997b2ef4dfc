"""Words for digits and numbers, read in place.

A chain of such words (and digits) that is long enough for a phone number becomes its digits and `FILL`; words that
stand alone stay as they are.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from unrenew.shield.glued import GLUED_IN, read_glued
from unrenew.shield.glyphs import BRAND_LETTERS, FILL
from unrenew.shield.number_words import EASTERN, HUNDREDS, LANGUAGES, TIMES, WITH_DIGITS, values_of

_OF_DIGITS = tuple(word.encode() for word in WITH_DIGITS)
_GLUE = (
    "dash|hyphen|minus|plus|then|and to finish|to finish|and lastly|and at last|at last|lastly|afterwards|next|and"
    "|followed by|space|dot|point|strich|guion|tiret|und|et|y|e|luego|dann|puis|enfin|finally|poi|infine|depois|daarna"
    "|potem|sedan|sonra|потом|затем"
)


_JOINTS = re.compile(rf"\b(?:{_GLUE})\b", re.IGNORECASE)
_HUNDRED = "|".join(sorted(HUNDREDS.values(), key=len, reverse=True))
_CLOSE = re.compile(r"[\s\x00-]*(?:(?:and|und|y|e|et|i|en|és)[\s\x00-]+)?")
"""What stands between two words of one number, such as `ninety-nine`, `treinta y tres`."""
_LETTER = re.compile(r"[^\W\d_]")
_PAUSE = re.compile(r",(?=[\s\x00]*[^\W_])")
"""A comma in a chain of words is a pause, and no mark of a list of figures."""
_BLOCK = 4096
_NEAR_EDGE = 128
_WHOLE_WORD = re.compile(r"(?<!\S)[^\W\d_]{3,}(?=\s)")
_LONE = re.compile(r"(?<=[,;])[\s\x00]+[oOeEyY](?=[\s\x00])")
"""A word of one letter behind a comma: `or` and `and` in Spanish, Portuguese, Italian, and no zero."""
_CHAINED = frozenset([*HUNDREDS.values(), *TIMES, *_GLUE.split("|"), "followed"])
"""Words that stand in a chain beside those for numbers."""
_JOINED = re.compile(
    r"[0-9](?![0-9])[^\w]{0,4}(?=[a-zA-Zſ])(?i:zero|oh|one|two|three|four|five|six|seven|eight|nine|null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun"
    r"|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|deux|trois|quatre|cinq|sept|huit|neuf)",
)
"""A digit with a word for one right behind it: then fewer words are enough to look closer."""
_FEW = 2
_DIGITS = b"0123456789"
_SPACE = frozenset("space leerzeichen espacio espace spazio espaço spatie пробел spacja boşluk mellanslag".split())
_BETWEEN = re.compile(r"[0-9][ \x00]{0,3}[^\W\d_]{3,16}[ \x00]{0,3}[0-9]")
_JOINT = re.compile(
    r"([0-9])([\s\x00]*)(dash|hyphen|minus|dot|point|space|strich|bindestrich|punkt|leerzeichen|gui[oó]n|punto|espacio"
    r"|tiret|espace|trattino|spazio|traço|ponto|espaço|streep|punt|spatie|тире|точка|пробел|kreska|kropka|spacja|tire|nokta"
    r"|boşluk|bindestreck|mellanslag)([\s\x00]*)(?=[0-9])",
    re.IGNORECASE,
)
"""The name of a sign between digits, in the languages of guides."""
_NEAR = 5
_SHORTEST = 9
"""Three words for digits in one have at least this many letters."""
_OTHER_LETTERS = re.compile("[\u0370-\u058f]")
_MIXED = re.compile(r"(?<![^\W\d_])(?=[^\W\d_]*[A-Za-z])(?=[^\W\d_]*[\u0370-\u058f])[^\W\d_]+")
_LATIN = str.maketrans(BRAND_LETTERS)
_CYRILLIC = str.maketrans("aceopxyiABCEHKMOPTX", "асеорхуіАВСЕНКМОРТХ")
_GREEK = str.maketrans("aeionuvpkxtABEHIKMNOPTXYZ", "αειονυνρκχτΑΒΕΗΙΚΜΝΟΡΤΧΥΖ")
_APART = re.compile(r"(?<![^\W_])[^\W\d_](?:[ .*·_-][^\W\d_]){2,}(?![^\W_])")
"""A word with its letters set apart: `s e v e n`."""
_HYPHENATED = re.compile(r"[.*·_-]")
_CUT = re.compile(rf"{FILL}(?<=[^\W\d_].){FILL}*[^\W\d_]")
_THREE_APART = b" x x x "
_LONG_WORD = b"x" * 24
_OF_LETTERS = bytes(120 if 65 <= c < 91 or 97 <= c < 123 or c > 127 else 32 for c in range(256))
_NOT_EAST = bytes(byte for byte in range(256) if byte not in {0xE0, *range(0xE3, 0xEE)})
"""All bytes but those with which a letter of Thai, Chinese, Japanese or Korean begins."""
_EAST = re.compile(
    "[〇零一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖〡〢〣〤〥〦〧〨〩공영일이삼사오육칠팔구]{3}|[ศหสจปเแ][ก-๙]{2,}"
    "|(?:ゼロ|いち|なな|はち|きゅう|ろく|イチ|ハチ|ナナ)"
)


@cache
def _byte_words() -> tuple[dict[bytes, list[tuple[str, str]]], frozenset[bytes], bytes]:
    """Return each word as UTF-8 with its languages, all of them as a set, and the table that leaves only letters."""
    table = bytes(c if 97 <= c < 123 or c > 127 else c + 32 if 65 <= c < 91 else 32 for c in range(256))
    languages: dict[bytes, list[tuple[str, str]]] = {}
    for name in LANGUAGES:
        if name not in EASTERN:
            for word, value in values_of(name).items():
                for part in word.encode().translate(table).split():
                    languages.setdefault(part, []).append((name, str(value)))
    for word, count in TIMES.items():  # `double five` has the word for one digit, and is two
        languages.setdefault(word.encode(), []).append(("en", f"times {count}"))
    return languages, frozenset(languages), table


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of one element (words glued to one another or to digits) and that of a chain of elements."""
    words = sorted(values_of(language), key=len, reverse=True)
    word = "(?:" + "|".join(map(re.escape, words)) + ")"
    times = "(?:" + "|".join(TIMES) + ")"
    spaced = language not in EASTERN
    if not spaced:
        word += "(?![十拾百千万萬億])"  # twenty is no two
        word = word.replace("|に|", "|に(?![\u3041-\u3096\u4e00-\u9fff])|")  # mostly a particle
    before, after = (r"(?<![^\W\d_])", r"(?![^\W\d_])") if spaced else ("", "")
    hundred = rf"(?:[\s-]{{0,3}}(?:{_HUNDRED}))?"
    element = rf"(?:(?:{times}[\s-]{{1,3}})?{before}(?:{word}|[0-9])(?:{word}|[0-9]|{_HUNDRED})*{hundred}{after})"
    gap = rf"(?:[^\w]|_){{0,12}}(?:(?:{_GLUE})\b(?:[^\w]|_){{0,6}})?"
    one = re.compile(rf"({times}[\s-]{{1,3}})?({_HUNDRED}|{word}|[0-9])", re.IGNORECASE)
    first = re.escape("".join(sorted({case for word in (*words, *TIMES) for case in word[0] + word[0].upper()})))
    start = f"(?-i:(?=[0-9ſ{first}]))"  # at most places this is the end of it
    return one, re.compile(rf"{start}{element}(?:{gap}{element}){{0,24}}", re.IGNORECASE)


def make_ready(languages: Iterable[str]) -> None:
    """Compile the patterns of languages now, not when the first number in words of each comes."""
    for name in languages:
        _pattern(name)


def languages_of_words(text: str) -> list[str]:
    """Tell in which languages a text may spell a number, most likely first; empty for nearly every text."""
    languages, words, table = _byte_words()
    raw = text.encode("utf-8", "surrogatepass")
    row = raw.translate(table).split()
    tokens = set(row)
    found = words & tokens
    names: list[str] = []
    joined = bool(found) and _JOINED.search(text) is not None
    if joined or len(found) >= 3:
        values: dict[str, set[str]] = {}
        for word in found:
            for name, digits in languages[word]:
                values.setdefault(name, set()).add(digits)
        names = [
            name
            for name, kinds in sorted(values.items(), key=lambda item: -len(item[1]))
            if len(kinds) >= (1 if joined else 3)
        ]
        if len(found) >= 4 and len(names) != 1 and len(set[str]().union(*values.values())) >= 4:
            names.append("*")
        if names and not joined and not _close_together(row, found):
            names = []
    if not names and b"3" in raw and sum(word in raw for word in _OF_DIGITS) >= _FEW:
        names.append("en")
    begins = _glued_begins()
    glued = [token.decode("utf-8", "replace") for token in tokens if len(token) >= _SHORTEST and token[:3] in begins]
    glued = [token for token in glued if _glued("*").fullmatch(token)]
    if glued:
        names += [name for name in GLUED_IN if any(_glued(name).fullmatch(token) for token in glued)]
    if len(raw) > len(text) and raw.translate(None, _NOT_EAST) and _EAST.search(text):
        names += [name for name in ("zh", "ko", "th", "ja") if any(word in text for word in values_of(name))]
    return list(dict.fromkeys(names))


def _close_together(row: list[bytes], found: frozenset[bytes]) -> bool:
    """Tell whether three words for digits stand among five that follow one another."""
    places = [place for place, token in enumerate(row) if token in found]
    return any(third - first < _NEAR for first, third in zip(places, places[2:], strict=False))


@cache
def _glued(language: str) -> re.Pattern[str]:
    """Return the pattern of three words for digits or more in one; `*` is any language in which this is done."""
    words = {word for name in (GLUED_IN if language == "*" else (language,)) for word in values_of(name)}
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))}){{3,40}}", re.IGNORECASE)


@cache
def _glued_begins() -> frozenset[bytes]:
    """Return the first three bytes of all that words for digits in one can begin with."""
    words = {word.encode() for name in GLUED_IN for word in values_of(name)}
    begins = {b""}
    for _ in range(3):
        begins = {(begin + word)[:3] for begin in begins for word in ((b"",) if len(begin) == 3 else words)}
    return frozenset(begins)


def _together(text: str) -> str:
    """Join words for digits whose letters are set apart: what parts them becomes `FILL`."""

    def join(match: re.Match[str]) -> str:
        if " " in match[0] and _HYPHENATED.search(match[0]):
            return " ".join(map(_put_together, match[0].split(" ")))
        return _put_together(match[0])

    return _APART.sub(join, text)


def _put_together(apart: str) -> str:
    """Join one word, if it is for a digit; a single letter behind it, or before it, may be a word of its own."""
    for start, end in ((0, len(apart)), (0, len(apart) - 2), (2, len(apart))):
        word = "".join(filter(str.isalpha, apart[start:end])).lower()
        if word in values_of("*") or _glued("*").fullmatch(word):
            joined = "".join([char if char.isalpha() else FILL for char in apart[start:end]])
            return apart[:start] + joined + apart[end:]
    return apart


def read_words(seen: str) -> str:
    """Turn chains of words for digits into their digits, in place."""
    if seen.isascii() or _OTHER_LETTERS.search(seen) is None or _MIXED.search(seen) is None:
        return _read_words(seen)
    whole = _MIXED.sub(_of_one_script, seen)
    read = _read_words(whole)
    return "".join([new if new != old else given for new, old, given in zip(read, whole, seen, strict=True)])


def _of_one_script(match: re.Match[str]) -> str:
    """Write a word with letters of two scripts in the one in which it is a word: `оnе`, `чeтыре`."""
    words = values_of("*")
    for table in (_CYRILLIC, _GREEK):
        word = match[0].translate(table)
        if word.lower() in words:
            return word
    return match[0].translate(_LATIN)


def _read_joints(seen: str) -> str:
    """Write the names of signs between digits as signs: `1 dot 888 dot 555`, `030 strich 23125`."""
    if not _BETWEEN.search(seen) or len(_JOINT.findall(seen)) < _FEW:
        return seen
    return _JOINT.sub(lambda m: m[1] + (" " if m[3].lower() in _SPACE else "-").ljust(len(m[0]) - 1, FILL), seen)


def _read_words(seen: str) -> str:
    raw = seen.encode("utf-8", "surrogatepass")
    letters = raw.translate(_OF_LETTERS)
    if _THREE_APART in letters:
        seen = _together(seen)
    if len(raw.translate(None, _DIGITS)) < len(raw):
        seen = _read_joints(seen)
    if _LONG_WORD in letters:
        seen = read_glued(seen)
    cut = FILL in seen and _CUT.search(seen) is not None
    if not cut:
        return _read_blocks(seen)
    places = [place for place, char in enumerate(seen) if char != FILL]  # words cut by characters that are not seen
    compact = "".join([seen[place] for place in places])
    read = _read_blocks(compact)
    if read == compact:
        return seen
    chars = list(seen)
    for place, char in zip(places, read, strict=True):
        chars[place] = char
    return "".join(chars)


def _read_blocks(text: str) -> str:
    """Read a long text block by block, so that only blocks with such words cost anything."""
    if len(text) <= 2 * _BLOCK:
        return _read_block(text)
    edges = [0, *[_edge(text, at) for at in range(_BLOCK, len(text), _BLOCK)], len(text)]
    return "".join([_read_block(text[start:end]) for start, end in pairwise(edges)])


def _edge(text: str, at: int) -> int:
    """Return where a text is parted near a place: behind a word that no number spelled out goes on over."""
    numbers = _byte_words()[1]
    for match in reversed(list(_WHOLE_WORD.finditer(text, at - _NEAR_EDGE, at))):
        word = match[0].lower()
        if not (word.encode() in numbers or word in _CHAINED or _glued("*").fullmatch(word)):
            return match.end()
    return at


def _read_block(text: str) -> str:
    for name in languages_of_words(text)[:4]:
        one, chain = _pattern(name)
        text = chain.sub(lambda match, one=one, name=name: _chain(match, one, name), text)
    return text


def _chain(match: re.Match[str], one: re.Pattern[str], language: str) -> str:
    """Write a chain as digits, if together they are as many as a number has."""
    text = match[0]
    if len(text) < 7 or _LETTER.search(text) is None:
        return text
    table = values_of(language)
    hundred = HUNDREDS.get(language, "")
    # What joins the words is none of them, though `to` has an `o` in it.
    plain = _LONE.sub(lambda lone: FILL * len(lone[0]), _JOINTS.sub(lambda joint: FILL * len(joint[0]), text))
    said = [_Word.of(part, table, hundred) for part in one.finditer(plain)]
    words = sum(not word.is_digit for word in said)
    if words < 1 or len(said) < 4:
        return text
    read = _numbers(text, said)
    digits = sum(map(str.isdigit, read))
    if digits < 7 or (words < 2 and digits < 10) or _counts_up(read):
        return text
    read = read.replace("\n", " ")  # a line for each part
    for pause in _PAUSE.finditer(text):
        read = read[: pause.start()] + FILL + read[pause.end() :]
    return _JOINTS.sub(lambda joint: FILL * len(joint[0]), read)


class _Word(NamedTuple):
    """One word of a chain: its place, what it says (-1: hundred), and how often it is to be taken."""

    start: int
    end: int
    value: int
    times: int
    is_digit: bool

    @classmethod
    def of(cls, match: re.Match[str], table: dict[str, int], hundred: str) -> "_Word":
        word = match[2].lower()
        value = -1 if word == hundred else int(word) if word.isdigit() else table.get(word, -2)
        times = TIMES[match[1].strip(" -\n\t\r").lower()] if match[1] else 1
        return cls(match.start(), match.end(), value, times, word.isdigit())


def _numbers(text: str, words: list[_Word]) -> str:
    """Write the numbers that words say in their place: `eight hundred thirty-three` is 833, `two one` is 21."""
    parts: list[str] = []
    done = place = 0
    while place < len(words):
        word = words[place]
        number, last = _number(text, words, place)
        parts += [text[done : word.start], number]
        done = words[last].end
        parts.append(FILL * (done - word.start - len(number)))
        place = last + 1
    return "".join([*parts, text[done:]])


def _number(text: str, words: list[_Word], place: int) -> tuple[str, int]:
    """Return the digits that the words from a place on say together, and the place of the last of them."""
    word = words[place]
    if word.value < 0:
        return text[word.start : word.end] if word.value == -2 else "100", place
    if word.is_digit or word.times > 1:
        return str(word.value) * word.times, place
    after = _close(text, words, place)
    if word.value < 20 and after and after.value == -1 and word.value:  # `eight hundred`, `eighteen hundred`
        word, place = word._replace(value=word.value * 100), place + 1
        after = _close(text, words, place)
    if word.value >= 100 and word.value % 100 == 0:
        if after and 10 <= after.value < 100:
            rest, last = _number(text, words, place + 1)
            return str(word.value // 100) + rest, last
        if after and 0 < after.value < 10 and _joined(text, words, place):
            return str(word.value + after.value), place + 1
        return str(word.value), place
    tens = word.value >= 20 and word.value % 10 == 0
    if (
        tens
        and after
        and not after.is_digit
        and (0 < after.value < 10 or (word.value in {60, 80} and 10 <= after.value < 20))
    ):
        return str(word.value + after.value), place + 1
    return str(word.value), place


def _close(text: str, words: list[_Word], place: int) -> _Word | None:
    """Return the next word, if it may belong to the same number."""
    if place + 1 >= len(words):
        return None
    after = words[place + 1]
    return after if after.times == 1 and _CLOSE.fullmatch(text, words[place].end, after.start) else None


def _joined(text: str, words: list[_Word], place: int) -> bool:
    return any(map(str.isalpha, text[words[place].end : words[place + 1].start]))


def _counts_up(read: str) -> bool:
    """Tell whether the digits are those of somebody who counts."""
    digits = "".join(filter(str.isdigit, read))
    return any(digits in row for row in ("012345678910", "1234567890", "10987654321", "9876543210"))
