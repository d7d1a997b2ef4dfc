"""A text as its reader sees it, character for character in place.

Every step keeps the length: what reads as a digit becomes that digit, what is not seen becomes `FILL`. So the place of
anything in a folded text is its place in the text as given, and no table of offsets is needed.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from unrenew.shield.glyphs import BARRIER, FILL, LOOKALIKES, STRONG, folds, special
from unrenew.shield.topics import topics_of

_ENTITY = re.compile(r"&(?:amp;)*(?:#[xX]0*[0-9a-fA-F]{1,6}|#0*[0-9]{1,7}|[a-zA-Z]{2,12}(?=;));?")
_ESCAPE = re.compile(r"\\(?:[nrt](?![a-z])|u00[0-7][0-9a-fA-F]|x[2-7][0-9a-fA-F]|u\{[0-9a-fA-F]{2,6}\})")
_PERCENT = re.compile(r"%[2-7][0-9a-fA-F]")
_QUOTED = re.compile(r"%(?:2[0-9A-Fa-f]|3[A-Fa-f]|5[BDFbdf]|7[B-Eb-e])(?:(?<=[0-9]...)|(?=[0-9(%+]))")
_TEMPLATE = re.compile(r"\{\{[A-Za-z ]{1,16}\|(?=[^{}|\n]{1,40}\}\})")
_TAG = re.compile(r"<(?:[a-zA-Z/?][^<>]*|!--.*?--|![^<>]*)>", re.DOTALL)
_HIDDEN = re.compile(
    r"<([a-zA-Z]{1,12})\b[^<>]*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|\bhidden\b)[^<>]*>"
    r"[^<>]{0,400}</\1\s*>",
    re.IGNORECASE,
)
_INERT = re.compile(r"<(template|noscript)\b[^<>]{0,200}>[^<>]{0,400}</\1\s*>", re.IGNORECASE)
_MARKDOWN_TARGET = re.compile(r"\]\((?:https?://|/|#)[^\s()<>]{0,300}\)")
URL = re.compile(
    r"[hHfFwW](?i:(?<=h)(?:tt|xx)ps?:/?/|(?<=f)tp:/?/|(?<=w)ww\.)(?:[^\s<>\"'`|“”«»^{}\\✆☎📞\]]++|\](?!\())+"
)
"""A web address. The first letter stands as a set of its own: it is searched several times as fast."""

_ANY = "".join(re.escape(char) for char in LOOKALIKES)
_SURE = "".join(re.escape(char) for char in sorted(STRONG))
_EITHER = frozenset(LOOKALIKES) | frozenset("0123456789")
_LETTER = r"[^\W\d_]"
_BESIDE = re.compile(rf"[0-9](?:(?<=[{_ANY}].)|(?=[{_ANY}]))")
_TOKEN = re.compile(rf"[0-9{_ANY}]+")
_IDENTITY = re.compile("[A-Z]{2,4}[0-9]{5,}")
"""Letters and digits as on a passport or in a tax number: no look-alikes."""
_ALONE = re.compile(rf"([0-9](?:[^\w\n]|_){{1,10}})([{_SURE}]{{1,4}})(?=(?:[^\w\n]|_){{1,10}}[0-9{_SURE}])")
_NAMES = frozenset("ISO OSI BSI IOS SSO SOS BIO IO OS SSL SIS BIS BSB SB SO IS LO".split())
"""Names and words that consist of such letters, beside numbers of standards."""
_HEXADECIMAL = re.compile("[0-9]*(?:b[0-9b]*|B[0-9B]*)")
_WORD = re.compile(r"[^\W_]+")
_OF_HASH = 7
_LEADING = re.compile(rf"[Il](?<!{_LETTER}.)(?=[^\w\n]{{1,4}}[8B][0-9{_SURE}]{{2}}[^\w\n])")
_LETTER_BETWEEN = re.compile(r"([0-9]{2,4})([^\W\d_]{1,2})([0-9]{3,4})\2([0-9]{4})(?![0-9])", re.IGNORECASE)
_NOTE_BETWEEN = re.compile(r"(?<=[0-9])[(\[{（【「『]([^\W\d_]{1,4})[)\]}）】」』](?=[0-9])")
"""A word in brackets right between two groups of digits."""
_LAST = re.compile(
    rf"(?<![0-9A-Za-z])((?:[0-9]{{1,4}}[^\w\n]{{1,2}}){{2,4}}(?<=[0-9].)(?<=[0-9]{{2}}.))([{_SURE}s]{{2,4}})(?![^\W_])"
)
"""A last group in letters behind two groups of digits or more: `888-555-OlSO`."""
_PAIRS = re.compile(r"(?<![^\W_])[OoО0][lI1-9]((?:[ .-][0-9OolIО]{2}){4})(?![^\W_])")
"""A number of France, in pairs, that begins with a letter."""
_STROKES = re.compile(r"(?<![\w|])[1|][-. ]8[0-9|]{2}[-. ][0-9|]{3}[-. ][0-9|]{4}(?![\w|])")
"""A number that is free to call with strokes for the figure one."""
_LETTERS_FIRST = re.compile(
    rf"(?<![^\W_])[OoIlОо0Ο]{{3}}(?=[^\w\n]{{1,4}}[0-9{_SURE}]{{3,4}}[^\w\n]{{1,4}}[0-9{_SURE}]{{4}}(?![^\W_]))"
)
"""A first group in letters that look like 0 and 1, before two groups of digits: `OlO.3252.6322`."""
_ALL = r"[OIlSBZΟΙΒОоВЅ○◯⭕0-9]"
_CUT = re.compile(rf"[0-9{_ANY}]{FILL}++(?:[^\w\n{FILL}]{FILL}*+)?[0-9{_ANY}]")
_NO_DIGIT = re.compile(
    rf"{_ALL}(?<![^\W_].)(?:(?<=[Il1])[^\w\n]{{1,3}}{_ALL})?{_ALL}{{2}}[^\w\n]{{1,3}}{_ALL}{{3}}[^\w\n]{{1,3}}{_ALL}{{4}}(?![^\W_])"
)
"""A whole number in letters that look like digits: only in the usual grouping."""
_GLUED = re.compile(r"(?<=[a-z])[0-9][0-9OoIlSBZ]{2}[-. ][0-9OoIlSBZ]{3}[-. ][0-9OoIlSBZ]{2}[0-9]{2}(?=[a-z])")
"""The same between two words, glued to both."""
_PLUS = re.compile(rf"\+{FILL}*[0-9](?:[^\w\n]{{0,3}}[0-9{_SURE}]){{7,14}}(?![^\W_])")
"""The same behind a plus and a digit, grouped in any way."""


_SIGN = "[0-9$!|@€]"
_SIGNS = re.compile(
    rf"\+ ?[1!|l][ ()._-]{{1,3}}{_SIGN}{{3}}[ ()._-]{{1,3}}{_SIGN}{{3}}[ ()._-]{{1,3}}{_SIGN}{{4}}(?![\w$|@€])"
    r"|\+(?:(?:[0-9$!@€]|(?<![0-9])\||\|(?![0-9])){1,5}[()._-]{1,2}){2,5}(?:[0-9$!@€]|(?<![0-9])\||\|(?![0-9])){2,8}(?![\w$|@€])"
)
"""A number behind a plus, grouped, with signs that look like digits in it."""
_AS_SIGNS = str.maketrans("$!|@€l", "511031")
_MOST_SIGNS = 5


@dataclass(slots=True)
class Folded:
    """A text in the three states that the finders need, all of the same length."""

    flat: str
    """Characters decoded (entities, escapes, styles); tags and addresses still there."""
    seen: str
    """What is read on the page: tags, hidden parts and addresses taken out."""
    tags: tuple[tuple[int, int], ...]
    """Where the tags stand that hold digits: their attributes are read on their own."""
    urls: tuple[tuple[int, int], ...]
    """Where the web addresses stand."""
    _topics: frozenset[str] | None = None

    @property
    def topics(self) -> frozenset[str]:
        """Return what the text is about, worked out once."""
        if self._topics is None:
            self._topics = topics_of(self.flat)
        return self._topics


def fold(text: str) -> Folded:
    """Fold a text; every string that comes back is as long as `text`."""
    flat = decode(text)
    seen, tags = _without_tags(flat) if "<" in flat else (flat, ())
    urls: tuple[tuple[int, int], ...] = ()
    if "://" in flat or "www." in flat or "WWW." in flat or ":/" in flat:
        if "](" in seen:
            seen = _MARKDOWN_TARGET.sub(lambda m: FILL * len(m[0]), seen)
        urls = tuple([match.span() for match in URL.finditer(flat)])
        seen = _barred(flat, urls) if seen is flat else URL.sub(lambda m: BARRIER * len(m[0]), seen)
    if "{{" in seen:
        seen = _TEMPLATE.sub(lambda m: FILL * len(m[0]), seen)
    return Folded(flat, unquoted(seen), tags, urls)


def unquoted(text: str) -> str:
    """Decode percent signs beside digits, in place; other ones are the business of who opens the address."""
    return _QUOTED.sub(lambda m: chr(int(m[0][1:], 16)) + FILL * 2, text) if "%" in text else text


def _barred(text: str, places: tuple[tuple[int, int], ...]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in places:
        parts += [text[done:start], BARRIER * (end - start)]
        done = end
    return "".join(parts) + text[done:]


def decode(text: str) -> str:
    """Decode what stands for one character: entities, escapes, percent signs, fancy styles; unseen ones to `FILL`."""
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if "\\" in text:
        text = _ESCAPE.sub(_escape, text)
    if "%" in text and text.count("%3") >= 6:
        text = _PERCENT.sub(lambda m: chr(int(m[0][1:], 16)) + FILL * 2, text)
    if not text.isascii():
        text = special().sub(_styled, text)
    return text


def _styled(match: re.Match[str]) -> str:
    table = folds()
    chars = match[0]
    return table.get(chars, chars) if len(chars) == 1 else "".join([table.get(char, char) for char in chars])


def _entity(match: re.Match[str]) -> str:
    name = match[0].replace("amp;", "", match[0].count("amp;") if "#" in match[0] else 0)
    char = html.unescape(name if name.endswith(";") else name + ";")
    return char + FILL * (len(match[0]) - 1) if len(char) == 1 else match[0]


def _escape(match: re.Match[str]) -> str:
    if len(match[0]) == len(r"\n"):
        return "\n" + FILL
    code = int(match[0].lstrip("\\ux{").rstrip("}"), 16)
    return chr(code) + FILL * (len(match[0]) - 1) if 0x20 <= code <= 0x10FFFF else match[0]


def _without_tags(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Blank out tags and elements that a page hides; return where the tags with digits stand."""
    if "<template" in text or "<noscript" in text:
        text = _INERT.sub(lambda m: FILL * len(m[0]), text)
    if "none" in text or "hidden" in text or "font-size" in text or "opacity" in text:
        text = _HIDDEN.sub(lambda m: FILL * len(m[0]), text)
    tags: list[tuple[int, int]] = []

    def blank(match: re.Match[str]) -> str:
        tags.append(match.span())
        # A block element ends a line for the reader; an inline one is not seen at all.
        block = match[0][1:4].lower().lstrip("/")[:2] in {
            "p>",
            "p ",
            "br",
            "di",
            "li",
            "tr",
            "td",
            "h1",
            "h2",
            "h3",
            "ta",
            "ul",
            "ol",
        }
        return ("\n" if block else FILL) + FILL * (len(match[0]) - 1)

    return _TAG.sub(blank, text), tuple(tags)


def may_hide_digits(seen: str) -> bool:
    """Tell whether a text has a group of letters that may be a whole number in look-alikes."""
    if "+" in seen and _PLUS.search(seen):
        return True
    return _FOUR in _kinds(seen).translate(_AS_DIGITS) and _NO_DIGIT.search(seen) is not None


def has_digits(text: str, count: int) -> bool:
    """Tell whether a text has so many digits at all; of plain text this is known very fast."""
    if text.isascii():
        raw = text.encode()
        return len(raw) - len(raw.translate(None, b"0123456789")) >= count
    return True


def _kind(char: str) -> str:
    if char in "0123456789":
        return "0"
    if char in STRONG:
        return "L"
    if char in LOOKALIKES:
        return "A"
    return "w" if char.isalnum() or char == "\n" else "?" if char == "?" else "."


_KINDS = "".join(map(_kind, map(chr, range(256)))).encode()
_ALONE_MAY = re.compile(rb"0[.?]{1,10}[L?]{1,4}[.?]{1,10}[0L?]")
_LEADING_MAY = re.compile(rb"L[.?]{1,4}[0L?]{3}[.?]")
_BETWEEN_MAY = re.compile(rb"00[LAw?]{1,2}000[0LAw?]{1,3}0000")
_LAST_MAY = re.compile(rb"0[.]{1,2}[LA?]{2,4}(?:[.]|\Z)")
_PAIRS_MAY = re.compile(rb"[L?][LA0?](?:[.][0LA?]{2}){4}")
_FIRST_MAY = re.compile(rb"[L0?A]{3}[.?]{1,4}[0L]{3,4}[.?]{1,4}[0L]{4}")
_NOTE_MAY = re.compile(rb"0[.?][LAw?]{1,4}[.?]0")
_GLUED_MAY = re.compile(rb"[LAw]0[0LA]{2}[.][0LA]{3}[.][0LA]{2}00[LAw]")
_FOUR = b"0000"
_AS_DIGITS = bytes.maketrans(b"L?", b"00")
_BESIDE_MAY = (b"0L", b"0A", b"L0", b"A0", b"0?", b"?0")


def _kinds(seen: str) -> bytes:
    """Return what kind of character stands where: a digit 0, a look-alike L or A, another word character w.

    All else is a dot, and what is not in Latin-1 `?`, which may be any of these. In this form it is known very fast
    that a text has nothing of a kind, which is so for nearly every text.
    """
    return seen.encode("latin-1", "replace").translate(_KINDS)


def read_lookalikes(seen: str) -> str:
    """Turn letters that pass for digits into digits, where they stand in or beside groups of digits.

    Signs too (`$` for 5), but only behind a plus, where the groups of a number are.
    """
    if "+" in seen and any(char in seen for char in "$!|@€"):
        seen = _SIGNS.sub(_signs, seen)
    if FILL not in seen or _CUT.search(seen) is None:
        return _read_letters(seen)
    parts = seen.split(FILL)  # read as if what is not seen were not there, then put it back
    read = _read_letters("".join(parts))
    back: list[str] = []
    at = 0
    for part in parts:
        back.append(read[at : at + len(part)])
        at += len(part)
    return FILL.join(back)


def _read_letters(seen: str) -> str:
    kinds = _kinds(seen)
    if any(pair in kinds for pair in _BESIDE_MAY):
        seen = _read_mixed(seen)
        kinds = _kinds(seen)
    for may, pattern, write in _FORMS:
        if may.search(kinds):
            read = pattern.sub(write, seen)
            if read != seen:
                seen, kinds = read, _kinds(read)
    if "|" in seen and _STROKES.search(seen):
        seen = _STROKES.sub(lambda m: m[0].replace("|", "1"), seen)
    if _FOUR in kinds.translate(_AS_DIGITS):
        seen = _NO_DIGIT.sub(_whole_in_letters, seen)
    return seen


def _read_mixed(seen: str) -> str:
    """Read groups of digits and letters that look like digits: `8O5`, but not `8th` or `B2B`."""
    parts: list[str] = []
    done = 0
    for beside in _BESIDE.finditer(seen):
        at = beside.start()
        if at < done:
            continue
        while at > done and seen[at - 1] in _EITHER:
            at -= 1
        if at > 0 and ((seen[at - 1].isalpha() and seen[at - 1] not in "x×X") or seen[at - 1] == "%"):
            continue  # a part of a word, or of a format
        token = _TOKEN.match(seen, at)
        if token is None:
            continue
        end = token.end()
        if _IDENTITY.fullmatch(seen, at, end) or _is_hash(seen, at, end):
            continue
        while end > at and seen[end : end + 1].isalpha() and not seen[end - 1].isdigit():
            end -= 1  # letters that belong to the word behind
        parts += [seen[done:at], _digits(seen[at:end])]
        done = end
    return "".join(parts) + seen[done:] if parts else seen


def _enough(digits: str, letters: str) -> bool:
    """Tell whether a group of letters makes the digits before it a number, and is no name of its own."""
    count = sum(map(str.isdigit, digits))
    return 7 <= count + len(letters) <= 12 and count >= 6 and letters.upper() not in _NAMES


def _is_hash(seen: str, at: int, end: int) -> bool:
    """Tell whether digits with a `b` among them are hexadecimal: long, in pairs or fours, or with letters beside."""
    token = seen[at:end]
    if token.strip("0123456789") not in {"b", "B"} and not _HEXADECIMAL.fullmatch(token):
        return False
    before, behind = seen[at - 1 : at], seen[end : end + 1]
    if (len(token) == 2 and ":" in before + behind) or (len(token) == 4 and before == "." == behind):
        return True
    return "b" in token and (len(token) >= _OF_HASH or any(char in "acdef" for char in before + behind))


def _letters_alone(match: re.Match[str]) -> str:
    joins = match[2] in {"o", "O"} and match[1].endswith(" ") and match.string[match.end() : match.end() + 2] == " +"
    return match[0] if joins or match[2] in _NAMES else match[1] + _digits(match[2])


def _whole_in_letters(match: re.Match[str]) -> str:
    return match[0] if not _NAMES.isdisjoint(_WORD.findall(match[0])) else _digits(match[0])


def _signs(match: re.Match[str]) -> str:
    given = match[0]
    read = given.translate(_AS_SIGNS)
    digits = sum(map(str.isdigit, read))
    changed = digits - sum(map(str.isdigit, given))
    return read if 0 < changed <= _MOST_SIGNS and 10 <= digits <= 15 else given


def _parted(match: re.Match[str]) -> str:
    return match[1] + "~" * len(match[2]) + match[3] + "~" * len(match[2]) + match[4]


def _digits(token: str) -> str:
    return "".join(LOOKALIKES.get(char, char) for char in token)


def _last_group(match: re.Match[str]) -> str:
    return match[1] + _digits(match[2]) if _enough(match[1], match[2]) else match[0]


def _in_pairs(match: re.Match[str]) -> str:
    return _digits(match[0]) if sum(map(str.isdigit, match[1])) >= _MOST_SIGNS else match[0]


_Write = Callable[[re.Match[str]], str]
_FORMS: tuple[tuple[re.Pattern[bytes], re.Pattern[str], _Write], ...] = (
    (_ALONE_MAY, _ALONE, _letters_alone),
    (_ALONE_MAY, _ALONE, _letters_alone),
    (_LAST_MAY, _LAST, _last_group),
    (_PAIRS_MAY, _PAIRS, _in_pairs),
    (_LEADING_MAY, _LEADING, lambda _: "1"),
    (_FIRST_MAY, _LETTERS_FIRST, lambda match: _digits(match[0].replace("o", "0"))),
    (_NOTE_MAY, _NOTE_BETWEEN, lambda match: FILL * len(match[0])),
    (_BETWEEN_MAY, _LETTER_BETWEEN, _parted),
    (_GLUED_MAY, _GLUED, lambda match: _digits(match[0])),
)
"""The forms of letters for digits: what a text must have for one, how it looks, and what is written for it."""
