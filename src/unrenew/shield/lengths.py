"""Lengths of time in a text, in digits or in words, as days."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS: dict[int, str] = {
    1: "one single einen einem einer eines eine ein une un una uno uma um één een eén ett en et jednego jeden jedną",
    2: "two couple zwei zweier deux dos due duas dois twee två to dwa dwóch dwie",
    3: "three drei trois tres três tre drie trzy trzech",
    4: "four vier quatre cuatro quatro quattro fyra fire cztery czterech",
    5: "five fünf fuenf cinq cinco cinque vijf fem pięć pięciu",
    6: "six sechs seis sei zes sex seks sześć sześciu",
    7: "seven sieben sept siete sete sette zeven sju syv siedem siedmiu",
    8: "eight acht huit ocho oito otto åtta otte åtte osiem ośmiu",
    9: "nine neun neuf nueve nove negen nio ni dziewięć",
    10: "ten zehn dix diez dez dieci tien tio ti dziesięć dziesięciu",
    12: "twelve zwölf douze doce doze dodici twaalf tolv dwanaście",
    14: "fourteen vierzehn quatorze catorce catorze quattordici veertien fjorton fjorten czternaście czternastu",
    15: "fifteen fünfzehn quinze quince quindici vijftien femton femten piętnaście piętnastu",
    20: "twenty zwanzig vingt veinte vinte venti twintig tjugo tyve tjue dwadzieścia dwudziestu",
    21: "twenty-one twenty⸱one einundzwanzig vingt-et-un veintiún veintiuno ventuno eenentwintig",
    24: "twenty-four vierundzwanzig vingt-quatre veinticuatro ventiquattro vierentwintig",
    28: "twenty-eight achtundzwanzig vingt-huit veintiocho ventotto achtentwintig",
    30: "thirty dreißig dreissig trente treinta trinta trenta dertig trettio tretti tredive trzydzieści trzydziestu",
    45: "forty-five forty⸱five fünfundvierzig quarante-cinq cuarenta⸱y⸱cinco quarenta⸱e⸱cinco"
    " quarantacinque vijfenveertig fyrtiofem femogfyrre førtifem czterdzieści⸱pięć",
    48: "forty-eight achtundvierzig quarante-huit cuarenta⸱y⸱ocho quarantotto achtenveertig",
    60: "sixty sechzig soixante sesenta sessenta sessanta zestig sextio seksti sześćdziesiąt sześćdziesięciu",
    72: "seventy-two zweiundsiebzig soixante-douze setenta⸱y⸱dos settantadue tweeënzeventig",
    90: "ninety neunzig quatre-vingt-dix noventa novanta negentig nittio nitti dziewięćdziesiąt dziewięćdziesięciu",
    100: "hundred hundert cent cien cem cento honderd hundra hundre sto",
}
_VALUES = {
    word.replace("⸱", " "): value for value, words in sorted(_WORDS.items(), reverse=True) for word in words.split()
}
_ARTICLES = frozenset("ein eine einen einem einer eines un una uno une um uma een en et ett a an".split())
"""Words that are as often articles: `9.99 a month` is no length, `within a month` is one."""
_LOOSE = {15: "quinze quince quindici fünfzehn", 8: "huit acht ocho otto oito"}
"""Words for a fortnight and for a week in the languages that count both ends: a day less is meant as well."""

_UNITS: tuple[tuple[str, int, int], ...] = (
    (r"hours?|stunden?|stündig\w*|heures?|horas?|ore|uur|uren|timmar|timer|godzin\w*", -24, -24),
    (
        (
            r"days?|tage?n?|tägig\w*|taegig\w*|jours?|d[ií]as?|giorn[oi]|dagen?|dagars?|dagers?|dages?|dag(?:ene)?|dni"
            r"|dniow\w*"
        ),
        1,
        1,
    ),
    (
        (
            r"weeks?|wochen?|wöchig\w*|semaines?|semanas?|settiman[ae]|weken|vecko?r?s?|uger?s?|uke[rs]*|tygodni\w*"
            r"|tydzień"
        ),
        7,
        7,
    ),
    (
        r"months?|monate?n?s?|monatig\w*|mois|mes(?:es)?|mês|mes[ei]|maand(?:en)?|månade?r?s?|måned(?:er)?s?|miesi\w+",
        28,
        31,
    ),
)
_KINDS = "|".join(f"(?P<u{n}>{unit})" for n, (unit, _, _) in enumerate(_UNITS))
_WORKING = (
    r"business|working|bank(?:ing)?|trading|werk(?=tag)|arbeits(?=tag)|bank(?=arbeitstag|tag)|geschäfts(?=tag)"
    r"|werk(?=dag)|arbets(?=dag)|hverdags|bank(?=dag)|virke(?=dag)"
)
_LENGTH = re.compile(
    r"(?<![\w.,$€£#])(?=[0-9a-zåçéêöøúćśś])(?:(?P<digits>\d{1,3})|(?P<word>"
    + "|".join(sorted(map(re.escape, {*_VALUES, *_ARTICLES}), key=len, reverse=True))
    + r"))(?:\s?\((?P<again>\d{1,3})\))?[-\s]{0,3}"
    rf"(?:(?P<work>{_WORKING})[-\s]?|(?:calendar|full|whole|kalender|hele|consecutive|natural)[-\s]?)?"
    rf"(?:{_KINDS}|(?P<short>(?<=\d)d))(?!\w)"
    r"(?P<after>\s+(?:hábiles|habiles|laborables|útiles|úteis|uteis|ouvr[ée]s|ouvrables|lavorativ\w+|roboczych"
    r"|bancaires))?",
    re.IGNORECASE,
)
_FORTNIGHT = re.compile(r"(?<!\w)fortnights?(?!\w)", re.IGNORECASE)
_BEFORE_ARTICLE = re.compile(
    r"(?:within|for|in|of|after|innerhalb|binnen|nach|dans|sous|durant|pendant|en|entro|dentro|em|até|de|d'|inom|innen"
    r"|op til|w ciągu)(?:\s(?:of|von|de|d'|di|un délai d'|un plazo de|nur))?\s?$",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?:\d{1,3}|\w{2,8})\s{0,2}(?:[-–—~/]|\bto|\bbis|\bà|\ba|\btot|\btill|\btil|\bdo"
    r"|(?<=between\s\d\s)and|(?<=entre\s\d\s)[ey])\s{0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time at a place in a text: at least `low` and at most `high` days (a month is 28 to 31)."""

    start: int
    end: int
    low: int
    high: int
    working: bool = False
    """Business days, or from so many to so many: what the way of money takes, no window in which one asks for it."""

    @property
    def days(self) -> int:
        """Return the length as one number: 30 for a month."""
        return 30 * round(self.low / 28) if self.low != self.high and self.low >= 28 else self.high

    def holds(self, days: int) -> bool:
        """Tell whether so many days are this length."""
        return self.low <= days <= self.high


def find_lengths(text: str) -> Iterator[Length]:
    """Yield each length of time in a text, in order; prices by the month and ages by the year are none."""
    found = [*_LENGTH.finditer(text), *_FORTNIGHT.finditer(text)]
    for match in sorted(found, key=lambda one: one.start()):
        length = _length(match, text)
        if length is not None:
            yield length


def _length(match: re.Match[str], text: str) -> Length | None:
    if match.re is _FORTNIGHT:
        return Length(match.start(), match.end(), 14, 14)
    word = (match["word"] or "").lower()
    before = text[max(0, match.start() - 30) : match.start()]
    if word in _ARTICLES and not _BEFORE_ARTICLE.search(before):
        return None
    number = int(match["digits"] or match["again"] or 0) or _VALUES.get(word, 1)
    low, high = _days(number, match)
    if low == high and word in _LOOSE.get(number, "").split():
        low -= 1
    several = match["digits"] is not None and _RANGE.search(before) is not None
    working = bool(match["work"] or match["after"]) or (several and _is_number(before))
    return Length(match.start(), match.end(), low, high, working) if high else None


def _is_number(before: str) -> bool:
    """Tell whether what stands before the sign of a range is a number too: `5 to 7 days`, not `up to 7 days`."""
    words = re.findall(r"\w+", before)
    signs = ("to", "bis", "à", "a", "tot", "till", "til", "do", "and", "y", "e")
    last = words[:-1] if words and words[-1].lower() in signs else words
    return bool(last) and (last[-1].isdigit() or last[-1].lower() in _VALUES) and last[-1].lower() not in _ARTICLES


def _days(number: int, match: re.Match[str]) -> tuple[int, int]:
    if match["short"]:
        return number, number
    low, high = next((low, high) for n, (_, low, high) in enumerate(_UNITS) if match[f"u{n}"])
    if low < 0:  # hours: whole days only
        return (number // 24, number // 24) if number % 24 == 0 else (0, 0)
    return number * low, number * high
