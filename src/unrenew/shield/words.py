"""Words for digits in some twenty languages, read in place.

A chain of such words (and digits) that is long enough for a phone number becomes its digits and `FILL`; words that
stand alone stay as they are.
"""

import re
from functools import cache

from unrenew.shield.glyphs import BRAND_LETTERS, FILL

# Zero to nine, alternatives separated by "/"; what follows "|" are further words with their digits.
_LANGUAGES: dict[str, str] = {
    "en": "zero/oh/o/nought/naught/null one/won two/too three/tree/thre four/fower/fore/foor/foar"
    " five/fife/fiv/fyve six/sicks/siks/sixx seven/sevin/sevn/seben eight/ait/ate/eigt nine/niner/nyne/nein"
    "|ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19",
    "de": "null eins/ein/eine zwei/zwo drei vier fünf/fuenf/funf sechs sieben acht neun|zehn=10 elf=11 zwölf=12",
    "fr": "zéro/zero un/une deux trois quatre cinq six sept huit neuf|dix=10 onze=11 douze=12",
    "es": "cero uno/un/una dos tres cuatro cinco seis siete ocho nueve|diez=10 once=11 doce=12",
    "pt": "zero um/uma dois/duas três/tres quatro cinco seis/meia sete oito nove|dez=10 onze=11 doze=12",
    "it": "zero uno due tre quattro cinque sei sette otto nove|dieci=10 undici=11 dodici=12",
    "nl": "nul een/één twee/twe drie vier vijf zes zeven acht negen|tien=10 elf=11 twaalf=12",
    "sv": "noll en/ett två/tva tre fyra fem sex sju åtta/atta nio|tio=10",
    "da": "nul en/et to tre fire fem seks syv otte ni|ti=10",
    "no": "null en/ett to tre fire fem seks sju/syv åtte/atte ni|ti=10",
    "fi": "nolla yksi kaksi kolme neljä/nelja viisi kuusi seitsemän/seitseman kahdeksan yhdeksän/yhdeksan",
    "pl": "zero jeden/raz dwa trzy cztery pięć/piec sześć/szesc siedem osiem dziewięć/dziewiec|dziesięć=10",
    "cs": "nula jedna/jeden dva/dvě tři/tri čtyři/ctyri pět/pet šest/sest sedm osm devět/devet",
    "sk": "nula jeden/jedna dva/dve tri štyri/styri päť/pat šesť/sest sedem osem deväť/devat",
    "hu": "nulla egy kettő/ketto/két három/harom négy/negy öt/ot hat hét/het nyolc kilenc",
    "ro": "zero unu/una doi/două/doua trei patru cinci șase/sase/şase șapte/sapte/şapte opt nouă/noua",
    "hr": "nula jedan/jedna dva/dvije tri četiri/cetiri pet šest/sest sedam osam devet",
    "tr": "sıfır/sifir bir iki üç/uc dört/dort beş/bes altı/alti yedi sekiz dokuz",
    "ru": "ноль/нуль один/одна два/две три четыре пять шесть семь восемь девять|десять=10",
    "uk": "нуль один/одна два/дві три чотири п'ять/пять шість сім вісім дев'ять/девять",
    "bg": "нула едно/един две/два три четири пет шест седем осем девет",
    "el": "μηδέν/μηδεν ένα/ενα δύο/δυο τρία/τρια τέσσερα/τεσσερα πέντε/πεντε έξι/εξι"
    " επτά/εφτά/επτα οκτώ/οχτώ/οκτω εννέα/εννιά",
    "hi": "शून्य/ज़ीरो/जीरो एक/वन दो/टू तीन/थ्री चार/फोर पांच/पाँच/फाइव छह/छः/छै/सिक्स सात/सेवन आठ/एट नौ/नाइन",
    "hi-Latn": "shunya/zeero ek do teen char/chaar paanch/panch chhe/chhah/cheh saat/sat aath/aat nau",
    "id": "nol/kosong satu dua tiga empat lima enam tujuh delapan/lapan sembilan",
    "vi": "không/khong một/mot hai ba bốn/bon năm/nam sáu/sau bảy/bay tám/tam chín/chin",
    "ar": "صفر واحد اثنان/اثنين/إثنان ثلاثة/ثلاث أربعة/اربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثمان/ثماني تسعة/تسع",
    "he": "אפס אחת/אחד שתיים/שניים/שתים שלוש/שלושה ארבע/ארבעה חמש/חמישה שש/שישה שבע/שבעה שמונה תשע/תשעה",
    "tl": "sero isa dalawa tatlo apat lima anim pito walo siyam",
    "sw": "sifuri moja mbili tatu nne tano sita saba nane tisa",
    "th": "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า",
    "ko": "공/영 일/하나 이/둘 삼/셋 사/넷 오/다섯 육/륙 칠 팔 구",
    "zh": "〇/零/○ 一/幺/壹 二/贰/貳/两 三/叁/參 四/肆 五/伍 六/陆/陸 七/柒 八/捌 九/玖",
    "ja": "ゼロ/れい/まる いち/イチ に/ニ さん/サン よん/ヨン ご/ゴ ろく/ロク なな/ナナ はち/ハチ きゅう/キュウ",
}
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), "23456789", strict=True))
_WITH_DIGITS = {
    **dict.fromkeys("zer0 z3ro z3r0".split(), "0"),
    **dict.fromkeys("0ne on3 0n3".split(), "1"),
    **dict.fromkeys("tw0".split(), "2"),
    **dict.fromkeys("thr33 thre3 thr3e".split(), "3"),
    **dict.fromkeys("f0ur".split(), "4"),
    **dict.fromkeys("f1ve fiv3 f1v3".split(), "5"),
    **dict.fromkeys("s1x 5ix 51x".split(), "6"),
    **dict.fromkeys("s3ven sev3n s3v3n 5even 53v3n".split(), "7"),
    **dict.fromkeys("e1ght 3ight 31ght eigh7 3igh7".split(), "8"),
    **dict.fromkeys("n1ne nin3 n1n3".split(), "9"),
}
"""English words in which digits stand for the letters that they look like."""
_OF_DIGITS = tuple(word.encode() for word in _WITH_DIGITS)
_TIMES = {"double": 2, "triple": 3, "treble": 3, "doppel": 2, "dreifach": 3, "doble": 2, "quadruple": 4}
_GLUE = (
    "dash|hyphen|minus|plus|then|and|followed by|space|dot|point|strich|guion|tiret|und|et|y|e|luego|dann|puis|finally"
)


_JOINTS = re.compile(rf"\b(?:{_GLUE})\b", re.IGNORECASE)
_HUNDRED = "hundred|hundert|cent|cento|cientos|honderd"
_BLOCK = 4096
_JOINED = re.compile(
    r"[0-9](?![0-9])[^\w]{0,4}(?=[a-zA-Zſ])(?i:zero|oh|one|two|three|four|five|six|seven|eight|nine|null|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun"
    r"|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|deux|trois|quatre|cinq|sept|huit|neuf)",
)
"""A digit with a word for one right behind it: then fewer words are enough to look closer."""
_FEW = 2
_GLUED_IN = ("en", "es", "fr", "de", "it", "pt")
_SHORTEST = 9
"""Three words for digits in one have at least this many letters."""
_MIXED = re.compile(r"(?=[^\W\d_]*[A-Za-z])(?=[^\W\d_]*[\u0370-\u058f])(?<![^\W\d_])[^\W\d_]+")
_LATIN = str.maketrans(BRAND_LETTERS)
_APART = re.compile(r"(?<![^\W_])[^\W\d_](?:[ .*·_-][^\W\d_]){2,}(?![^\W_])")
"""A word with its letters set apart: `s e v e n`."""
_CUT = re.compile(rf"{FILL}(?<=[^\W\d_].){FILL}*[^\W\d_]")
_THREE_APART = b" x x x "
_OF_LETTERS = bytes(120 if 65 <= c < 91 or 97 <= c < 123 or c > 127 else 32 for c in range(256))
_NOT_EAST = bytes(byte for byte in range(256) if byte not in {0xE0, *range(0xE3, 0xEE)})
"""All bytes but those with which a letter of Thai, Chinese, Japanese or Korean begins."""
_EAST = re.compile(
    "[〇零一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖공영일이삼사오육칠팔구]{3}|[ศหสจปเ][ก-๙]{2,}|(?:ゼロ|いち|なな|はち|きゅう|ろく)"
)


@cache
def digits_of(language: str) -> dict[str, str]:
    """Return a language's words for digits (lower case) with their digits; `*` is all languages."""
    table: dict[str, str] = {}
    for name, line in _LANGUAGES.items():
        if language not in {name, "*"}:
            continue
        digits, _, more = line.partition("|")
        for digit, words in enumerate(digits.split()):
            for word in words.split("/"):
                table.setdefault(word, str(digit))
        for pair in more.split():
            word, _, value = pair.partition("=")
            table.setdefault(word, value)
    if language in {"en", "*"}:
        table.update({word: digit + "0" for word, digit in _TENS.items()})
        table.update(_WITH_DIGITS)
    return table


@cache
def _byte_words() -> tuple[dict[bytes, list[tuple[str, str]]], frozenset[bytes], bytes]:
    """Return each word as UTF-8 with its languages, all of them as a set, and the table that leaves only letters."""
    languages: dict[bytes, list[tuple[str, str]]] = {}
    for name in _LANGUAGES:
        if name not in {"zh", "ja", "ko", "th"}:
            for word, digits in digits_of(name).items():
                languages.setdefault(word.encode(), []).append((name, digits))
    table = bytes(c if 97 <= c < 123 or c > 127 else c + 32 if 65 <= c < 91 else 32 for c in range(256))
    return languages, frozenset(languages), table


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of one element (words glued to one another or to digits) and that of a chain of elements."""
    words = sorted(digits_of(language), key=len, reverse=True)
    word = "(?:" + "|".join(map(re.escape, words)) + ")"
    times = "(?:" + "|".join(_TIMES) + ")"
    spaced = language not in {"zh", "ja", "ko", "th"}
    before, after = (r"(?<![^\W\d_])", r"(?![^\W\d_])") if spaced else ("", "")
    hundred = rf"(?:[\s-]{{0,3}}(?:{_HUNDRED}))?"
    element = rf"(?:(?:{times}[\s-]{{1,3}})?{before}(?:{word}|[0-9])+{hundred}{after})"
    gap = rf"(?:[^\w]|_){{0,12}}(?:(?:{_GLUE})\b(?:[^\w]|_){{0,6}})?"
    one = re.compile(rf"({times}[\s-]{{1,3}})?({_HUNDRED}|{word}|[0-9])", re.IGNORECASE)
    first = re.escape("".join(sorted({case for word in (*words, *_TIMES) for case in word[0] + word[0].upper()})))
    start = f"(?-i:(?=[0-9ſ{first}]))"  # at most places this is the end of it
    return one, re.compile(rf"{start}{element}(?:{gap}{element}){{0,24}}", re.IGNORECASE)


def languages_of_words(text: str) -> list[str]:
    """Tell in which languages a text may spell a number, most likely first; empty for nearly every text."""
    languages, words, table = _byte_words()
    raw = text.encode("utf-8", "surrogatepass")
    tokens = set(raw.translate(table).split())
    found = words & tokens
    names: list[str] = []
    joined = bool(found) and _JOINED.search(text) is not None
    if len(found) >= 3 or joined:
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
    if not names and b"3" in raw and sum(word in raw for word in _OF_DIGITS) >= _FEW:
        names.append("en")
    begins = _glued_begins()
    glued = [token.decode("utf-8", "replace") for token in tokens if len(token) >= _SHORTEST and token[:3] in begins]
    glued = [token for token in glued if _glued("*").fullmatch(token)]
    if glued:
        names += [name for name in _GLUED_IN if any(_glued(name).fullmatch(token) for token in glued)]
    if raw.translate(None, _NOT_EAST) and _EAST.search(text):
        names += [name for name in ("zh", "ko", "th", "ja") if any(word in text for word in digits_of(name))]
    return list(dict.fromkeys(names))


@cache
def _glued(language: str) -> re.Pattern[str]:
    """Return the pattern of three words for digits or more in one; `*` is any language in which this is done."""
    words = {word for name in (_GLUED_IN if language == "*" else (language,)) for word in digits_of(name)}
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))}){{3,40}}", re.IGNORECASE)


@cache
def _glued_begins() -> frozenset[bytes]:
    """Return the first three bytes of all that words for digits in one can begin with."""
    words = {word.encode() for name in _GLUED_IN for word in digits_of(name)}
    begins = {b""}
    for _ in range(3):
        begins = {(begin + word)[:3] for begin in begins for word in ((b"",) if len(begin) == 3 else words)}
    return frozenset(begins)


def _together(text: str) -> str:
    """Join words for digits whose letters are set apart: what parts them becomes `FILL`."""

    def join(match: re.Match[str]) -> str:
        word = "".join(filter(str.isalpha, match[0])).lower()
        known = word in digits_of("*") or _glued("*").fullmatch(word)
        return "".join([char if char.isalpha() else FILL for char in match[0]]) if known else match[0]

    return _APART.sub(join, text)


def read_words(seen: str) -> str:
    """Turn chains of words for digits into their digits, in place."""
    if seen.isascii() or _MIXED.search(seen) is None:
        return _read_words(seen)
    latin = _MIXED.sub(lambda m: m[0].translate(_LATIN), seen)  # `оnе` with letters of another script
    read = _read_words(latin)
    return "".join([new if new != old else given for new, old, given in zip(read, latin, seen, strict=True)])


def _read_words(seen: str) -> str:
    if _THREE_APART in seen.encode("utf-8", "surrogatepass").translate(_OF_LETTERS):
        seen = _together(seen)
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
    return "".join([_read_block(text[at : at + _BLOCK]) for at in range(0, len(text), _BLOCK)])


def _read_block(text: str) -> str:
    for name in languages_of_words(text)[:4]:
        one, chain = _pattern(name)
        text = chain.sub(lambda match, one=one, name=name: _chain(match, one, name), text)
    return text


def _chain(match: re.Match[str], one: re.Pattern[str], language: str) -> str:
    """Write a chain as digits, if together they are as many as a number has."""
    text = given = match[0]
    if len(text) < 7:
        return text
    table = digits_of(language)
    text = _JOINTS.sub(lambda joint: joint[0] if joint[0].lower() in table else FILL * len(joint[0]), text)
    read = one.sub(lambda part: _one(part, table), text)
    read = re.sub(rf"([1-9])(\x00*)([\s-]{{0,3}})({_HUNDRED})", _hundred, read, flags=re.IGNORECASE)
    read = re.sub(r"([2-9])0(\x00+)([\s-]?)(?=[1-9](?![0-9]))", r"\1\2\3" + FILL, read)
    digits = sum(map(str.isdigit, read))
    words = sum(not part[2].isdigit() for part in one.finditer(text))
    if digits < 7 or words < 1 or (words < 2 and digits < 10):
        return given
    return read if len(read) == len(given) else given


def _one(match: re.Match[str], table: dict[str, str]) -> str:
    word = match[2].lower()
    digits = table.get(word, word)
    if match[1]:
        digits = digits * _TIMES[match[1].strip(" -\n\t\r").lower()]
    return digits + FILL * (len(match[0]) - len(digits))


def _hundred(match: re.Match[str]) -> str:
    return match[1] + "00" + FILL * (len(match[0]) - 3)
