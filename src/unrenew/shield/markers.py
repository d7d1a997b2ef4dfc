"""The beginning of a line, or of a part of it, to the marker of a list."""

import re
from typing import Literal, NamedTuple

MarkerKind = Literal["step", "number", "letter", "roman", "bullet"]


class Marker(NamedTuple):
    """What an item begins with: its kind, its number (0: none), and where its own text begins."""

    kind: MarkerKind
    number: int
    end: int


_STEP_WORDS = (
    "step|schritt|étape|etape|paso|passo|pas|stap|steg|trinn|trin|krok|adım|adim|шаг|крок|vaihe|lépés|pasul|βήμα"
    "|langkah|bước|चरण"
    "|步骤|步驟|ステップ|手順|단계|krok|korak|стъпка|خطوة|שלב|ขั้นตอนที่|hakbang"
)


def _by_number(rows: str) -> dict[str, int]:
    """Return words with their numbers: a row a number, parted by slashes; `⸱` is a blank within a word."""
    return {word.replace("⸱", " "): number for number, row in enumerate(rows.split("/"), 1) for word in row.split()}


_ORDINALS = _by_number(
    "first one erster erste eins première premier un primer primero uno primeiro um primo eerste een "
    " pierwszy första første ilk birinci первый "
    "/ second two zweiter zweite zwei deuxième seconde deux segundo dos dois secondo due tweede twee "
    " drugi andra anden andre ikinci второй "
    "/ third three dritter dritte drei troisième trois tercer tercero tres terceiro três terzo tre derde "
    " drie trzeci tredje üçüncü третий "
    "/ fourth four vierter vierte vier quatrième quatre cuarto cuatro quarto quatro quattro vierde "
    " czwarty fjärde fjerde dördüncü четвёртый "
    "/ fifth five fünfter fünfte fünf cinquième cinq quinto cinco cinque vijfde vijf piąty femte beşinci "
    " пятый "
    "/ sixth six sechster sechste sechs sixième sexto seis sesto zesde zes szósty sjätte sjette altıncı "
    " шестой "
    "/ seventh seven siebter siebte sieben septième séptimo siete sétimo sete zevende zeven "
    "/ eighth eight achter achte acht huitième octavo ocho oitavo oito achtste "
    "/ ninth nine neunter neunte neun neuvième noveno nueve nono nove negende "
    "/ tenth ten zehnter zehnte zehn dixième décimo diez décimo dez tiende tien "
)
_SPOKEN = _by_number(
    "firstly erstens premièrement primeramente primeiramente innanzitutto primo primero primeiro ten⸱eerste"
    " po⸱pierwsze first"
    "/ secondly zweitens deuxièmement secondo segundo ten⸱tweede po⸱drugie second"
    "/ thirdly drittens troisièmement terzo tercero terceiro ten⸱derde po⸱trzecie third"
    "/ fourthly viertens quatrièmement quarto cuarto ten⸱vierde po⸱czwarte fourth"
    "/ fifthly fünftens cinquièmement quinto ten⸱vijfde po⸱piąte fifth"
    "/ sixthly sechstens sixièmement sesto sexto ten⸱zesde po⸱szóste sixth"
    "/ siebtens septièmement settimo séptimo sétimo ten⸱zevende po⸱siódme seventh"
)
"""Numbers of steps as one says them, before a colon."""
_SPEECH = re.compile(rf"(?P<word>{'|'.join(sorted(_SPOKEN, key=len, reverse=True))})\s?[:：]\s*(?=\S)", re.IGNORECASE)
_HAN = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)}
_HAN_STEP = re.compile(r"第\s?([一二三四五六七八九十])\s?(?:步骤|步驟|步)\s?[:：、，,.．]?\s*")
_LAST = frozenset(
    "last final letzter letzte dernière último última ultimo laatste ostatni sista sidste son последний".split()
)
_WORDY = "|".join(sorted([*_ORDINALS, *_LAST], key=len, reverse=True))
_STEP = re.compile(
    rf"(?:(?:{_STEP_WORDS})[\s-]{{0,2}}(?:n[o°º.]{{1,2}}\s*)?\#?\s*(?:(?P<a>\d{{1,2}})(?![\d%])|(?P<w>{_WORDY})\b)"
    rf"|(?P<o>{_WORDY})\s+(?:{_STEP_WORDS})\b"
    r"|(?P<b>\d{1,2})(?:st|nd|rd|th|er|re|e|º|ª|[.)])\s*"
    rf"(?:{_STEP_WORDS})\b|第?\s?(?P<c>\d{{1,2}})\s?(?:단계|步|ステップ))"
    r"(?:\s+(?:of|von|sur|de|di|van|z|av|/)\s+\d{1,2})?\s*(?:[*_]{1,2}\s*)?(?:[:：．、.)\]|–—-]+(?=\s|\w|[*_“\"„«「]|$)"
    r"|(?=\s|$))\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:\((\d{1,2})\)|\[(\d{1,2})\]|(\d{1,2})(?:\.?[ºª°][.)]?(?=\s(?![CF]\b))|\s?(?:[.)．、］]-?|:(?!\d)|\s[-–—](?=\s))))(?:\s+|(?=[^\W\d]"
    r"|[*_“\"„«\[\ue00f-\ue013]))"
)
_CIRCLED = re.compile("([①-⑳❶-❿➀-➓⓵-⓾㊀-㊉])\\s*")
_LETTER = re.compile(r"\(?([a-jA-J])[.)]\s+(?=\S)")
_ROMAN = re.compile(r"\(?(X|IX|IV|V?I{1,3}|V|x|ix|iv|v?i{1,3}|v)[.)]\s+(?=\S)")
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_BULLET = re.compile(r"(?:[-*•◦‣·✓✔✗✘☑☐□■▪▫●○◆♦▶►➤➡➔»–—+]\ufe0f?\s*)+(?=[\s\w“\"„«*_\[(<\ue00f-\ue013]|$)")
_EMOJI = re.compile(
    "(?:[\u2600-\u27bf\U0001f000-\U0001faff\u2b00-\u2bff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+[ \t]+(?=\\S)"
)
_DRESS = re.compile("(?:[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]|\\*\\*|__|\\s)*")
MARKER_WORDS = re.compile(rf"\b(?:{_STEP_WORDS})\s*(?:{_WORDY})\b|[①-⑳❶-❿➀-➓]|\b[aA][.)]\s", re.IGNORECASE)


def marker_of(text: str) -> Marker | None:
    """Return the marker that a line begins with, looked for behind emoji and signs of bold."""
    bare = _DRESS.match(text)
    at = bare.end() if bare else 0
    return _step_at(text, at) or _number_at(text, at) or _numbered_bullet(text) or _bullet_at(text)


def _step_at(text: str, at: int) -> Marker | None:
    match = _STEP.match(text[:400], at)
    if match is None:
        return _spoken_at(text, at)
    digits = match["a"] or match["b"] or match["c"]
    word = (match["w"] or match["o"] or "").lower()
    return Marker("step", int(digits) if digits else _ORDINALS.get(word, 99), match.end())


def _spoken_at(text: str, at: int) -> Marker | None:
    han = _HAN_STEP.match(text, at)
    if han:
        return Marker("step", _HAN[han[1]], han.end())
    spoken = _SPEECH.match(text, at)
    return Marker("step", _SPOKEN[spoken["word"].lower()], spoken.end()) if spoken else None


def _number_at(text: str, at: int) -> Marker | None:
    match = _NUMBER.match(text, at)
    if match:
        return Marker("number", int(match[1] or match[2] or match[3]), match.end())
    match = _CIRCLED.match(text) or _CIRCLED.match(text, at)
    if match:
        return Marker("number", _circled(match[1]), match.end())
    roman = _ROMAN.match(text, at)
    if roman:
        return Marker("roman", _ROMANS[roman[1].lower()], roman.end())
    letter = _LETTER.match(text, at)
    return Marker("letter", ord(letter[1].lower()) - 96, letter.end()) if letter else None


def _circled(sign: str) -> int:
    import unicodedata

    return int(unicodedata.numeric(sign, 0)) or 1


def _numbered_bullet(text: str) -> Marker | None:
    """Read `- 1. Sign in` and `• Step 1: ...` as what they are."""
    bullet = _BULLET.match(text)
    if bullet is None:
        return None
    inner = _step_at(text, bullet.end()) or (_NUMBER.match(text, bullet.end()) and _number_at(text, bullet.end()))
    return inner or None


def _bullet_at(text: str) -> Marker | None:
    match = _BULLET.match(text)
    emphasis = text.startswith(("**", "__")) or (
        text.startswith("*") and text.endswith("*") and not text[1:2].isspace()
    )
    if match and match.end() < len(text) and not emphasis:
        return Marker("bullet", 0, match.end())
    emoji = _EMOJI.match(text)
    return Marker("bullet", 0, emoji.end()) if emoji else None


_INLINE = (
    re.compile(
        rf"(?<![\w.])(?:{_STEP_WORDS})[\s-]?\#?\s?(?:(\d{{1,2}})(?!\d)|(?:{_WORDY})\b)\s?[:：.)–—-]\s*", re.IGNORECASE
    ),
    re.compile(r"(?<![\w.,/$€£-])\((\d{1,2})\)\s*"),
    re.compile(r"(?<![\w.,/$€£-])(\d{1,2})\)\s*(?=[^\W\d]|[“\"„«*_\[])"),
    re.compile(r"(?<![\w.,/$€£-])(\d{1,2})\.\s+(?=[^\W\da-zß-ÿ]|[“\"„«*_\[])"),
    re.compile("([①-⑳❶-❿➀-➓])\\s*"),
    re.compile(r"(?<![\w.,/-])([a-j])[.)]\s+(?=[^\W\d])"),
)


def inline_items(text: str) -> tuple[str, list[tuple[Marker, str]]]:
    """Part a paragraph that holds a list, "1) ... 2) ... 3) ...": what stands before it, and its items."""
    text = text[:20_000]
    for place, pattern in enumerate(_INLINE):
        marks = _in_order(list(pattern.finditer(text)))
        if len(marks) >= (2 if place == 0 else 3):
            ends = [mark.start() for mark in marks[1:]] + [len(text)]
            items = [
                (Marker("step" if place == 0 else "number", number, 0), text[mark.end() : end].strip(" ,;"))
                for number, (mark, end) in enumerate(zip(marks, ends, strict=True), 1)
            ]
            return text[: marks[0].start()], items
    return text, []


def _in_order(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the markers that count up from one, without those in between."""
    found: list[re.Match[str]] = []
    for mark in marks:
        if _value(mark) == len(found) + 1:
            found.append(mark)
    return found


def _value(mark: re.Match[str]) -> int:
    sign = mark[1]
    if sign is None:
        word = mark[0].split()[-1].strip(" :.)–—-").lower()
        return _ORDINALS.get(word, 0)
    if sign.isdecimal():
        return int(sign)
    return ord(sign) - 96 if sign.isascii() else _circled(sign)
