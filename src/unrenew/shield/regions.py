"""Whose national numbers a text may hold, by its words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category, combining, normalize

from unrenew.shield.glyphs import FILL
from unrenew.shield.languages import ENGLISH, LANGUAGES, SPOKEN
from unrenew.shield.numbering import country_code, main_country
from unrenew.shield.places import FORMS, LETTERS, MONEY, PLACES
from unrenew.shield.plans import split

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_SCRIPTS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile("[\u4e00-\u9fff]"), ("CN", "TW", "HK")),
    (re.compile("[們這說電話號東車馬門網業務廣長發動灣點會]"), ("TW", "HK")),
    (re.compile("[\u0980-\u09ff]"), ("BD", "IN")),
    (re.compile("[\u0600-\u06ff]"), ("SA", "AE", "EG", "KW", "QA", "OM", "IR")),
    (re.compile("[\u0400-\u04ff]{3}"), ("RU", "UA", "BG", "KZ")),
)
_NOT_LATIN = re.compile("[\u0370-\u1dff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_OF_ONE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("[\u3040-\u30ff]{2}"), "JP"),
    (re.compile("[们这说电话号东车马门网业务广长发动点会湾]"), "CN"),
    (re.compile("[\uac00-\ud7af]{2}"), "KR"),
    (re.compile("[\u0900-\u097f\u0a00-\u0d7f]{3}"), "IN"),
    (re.compile("[\u0e00-\u0e7f]{3}"), "TH"),
    (re.compile("[\u0590-\u05ff]{3}"), "IL"),
    (re.compile("([\u0370-\u03ff])(?!\\1)[\u0370-\u03ff]{3}"), "GR"),
    (re.compile("[\u10a0-\u10ff]{3}"), "GE"),
    (re.compile("[\u0530-\u058f]{3}"), "AM"),
    (re.compile("[\u0d80-\u0dff]{3}"), "LK"),
    (re.compile("[\u1000-\u109f]{3}"), "MM"),
    (re.compile("[\u0e80-\u0eff]{2}"), "LA"),
    (re.compile("[\u1200-\u137f]{2}"), "ET"),
    (re.compile("[\u0780-\u07bf]{3}"), "MV"),
    (re.compile("[\u1780-\u17ff]{3}"), "KH"),
    (re.compile("[پچژگ][\u0600-\u06ff]|ی\\b"), "IR"),
    (re.compile("[ٹڈڑےں][\u0600-\u06ff]?"), "PK"),
    (re.compile("[їєґЇЄҐ]"), "UA"),
)
"""Scripts, and letters of a script, that are written in one country above all."""
_TLDS = frozenset(
    "de at ch fr be es mx ar co cl pe pt br it nl pl se dk no fi"
    " cz sk hu ro tr hr rs si id vn gr bg ua ru jp kr cn tw hk"
    " in uk au nz ie za sg my ph pk ng ke ae il sa eg th lu lt lv ee is ca ma tn dz gh ug tz rw zm zw na bw mz ao cm"
    " sn ci kw qa om bh jo lb iq sy ye ir bd lk np kh mn uz kg az ge by al ba mt cy li gt hn ni pa ec ve bo uy cu fj pg"
    " mu mg et".split()
)
_WORDS_TOO = frozenset({"in", "co", "no", "is", "it", "at"})
_TLD = re.compile(
    r"(?<=[a-z0-9])\.(com?\.|net\.|org\.|gov\.|gob\.|gouv\.|ac\.)?([a-z]{2})(?![a-z0-9.-])|\b([a-z]{2})-([a-z]{2})/"
)
_IN_MAIL = re.compile(r"@[\w.-]*\Z")
_PLUS = re.compile(r"\+(?:\x00|[(\[ ])*([1-9][0-9]{0,2})")

_FLAG_A = 0x1F1E6
_FLAG_ANYWHERE = re.compile("([\U0001f1e6-\U0001f1ff]{2})")
_FLAG = re.compile("([\U0001f1e6-\U0001f1ff]{2})[^\\w\n]{0,4}\\Z")
"""A flag, and one right before a place."""
_LABEL = re.compile(r"([^\W\d_]{2,})[)\]]?:?[ \t]{0,3}(?:[-\u2013\u2014][ \t])?\(?\Z")

_ENOUGH = 1.5
"""What the words of a language must weigh; one that no other language here has weighs 1."""
_MANY = 3.0
_SHORT = 3
"""Letters of words that several languages share by chance."""
_OF_ENGLISH = {"GB": 2.0, "AU": 1.0, "IN": 1.0}
"""What a text in English has, and one that says nothing of where it is from."""
_MOST_READ = 20_000
_MOST = 8
_SHARE = 0.35
"""Countries tried for one text, and what share of the first one's votes each needs: more of them find ghosts."""
SURE = 4.0
"""Votes from which on a text is of a country beyond doubt."""
_TOGETHER = (
    frozenset("SA AE EG KW QA OM JO MA BH LB SY IQ YE LY SD TN DZ MR PS SO DJ IR AF PK".split()),
    frozenset("ES MX AR CO CL PE EC VE UY PY BO CR PA GT HN SV NI CU".split()),
    frozenset("FR BE CH LU MC SN CI CM CD CG GA ML BF NE TG BJ GN MG MA TN DZ DJ".split()),
    frozenset("BR PT AO MZ CV".split()),
    frozenset("RU KZ BY UA KG UZ TJ TM MD AM AZ GE BG MK RS MN".split()),
    frozenset("DE AT CH LI LU".split()),
    frozenset("IN NP".split()),
    frozenset("CN TW HK MO SG MY".split()),
    frozenset("IT CH SM".split()),
    frozenset("HR BA RS ME".split()),
)
"""Countries that share a language or a script: a text that names one of them is of that one.

English is not among them: it is written in texts about any country.
"""
_INDIAN = ("customer care", "helpline number", "loan app")
"""Words in which English of India speaks of calling a firm."""
_CAMEL = re.compile(r"[a-z][A-Z]")
_HUMP = re.compile(r"[A-Z][^\W\d_A-Z]{3,}")
_DOT_ABOVE = "\u0307"
"""What is left of a Turkish capital I with its dot in lower case."""
_NAMED_MONEY = frozenset(sign for sign in MONEY if sign.isalpha())
_DOLLARS = tuple(sign for sign in MONEY if "$" in sign)
_SIGNS = tuple(sign for sign in MONEY if not sign.isascii() and sign not in _NAMED_MONEY)
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"[^\s<>\"']*@[^\s<>\"']+|https?://[^\s<>\"')\]]+")
"""Mail and web addresses: their words are names of firms and people, and no places."""
_CODE_LABEL = re.compile(r"\b(?:[Cc]ountry|[Rr]egion)(?:[ _]?[Cc]ode)?[\"']?\s*[:=]\s*[\"']?([A-Z]{2})\b")
_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2}")
_NORTH_AMERICA = frozenset({"usa", "us", "canada", "states"})


@cache
def _by_word() -> tuple[dict[str, str], dict[str, list[str]], frozenset[str]]:
    """Return place to country, word to languages, and all of these words."""
    given = {place: country for country, line in PLACES.items() for place in line.split()}
    given = {_seen(place): country for place, country in given.items()}
    places = {_unmarked(place): country for place, country in given.items() if len(place) > _SHORT + 1} | given
    words: dict[str, list[str]] = {}
    for language, line in LANGUAGES.items():
        for word in dict.fromkeys(line.split()):
            words.setdefault(word, []).append(language)
    return places, words, frozenset(places) | frozenset(words) | ENGLISH


@cache
def _towns() -> dict[str, str]:
    """Return town to country; names with marks on their letters are there without them too."""
    from unrenew.shield.towns import TOWNS

    whole = {_seen(town): country for country, line in TOWNS.items() for town in line.split()}
    plain = {_unmarked(town): country for town, country in whole.items() if not town.isascii()}
    taken = _by_word()[2]
    return {town: country for town, country in plain.items() if len(town) > _SHORT + 2 and town not in taken} | whole


def votes_of(text: str, whole: str | None = None) -> dict[str, float]:
    """Return the countries of a text with what speaks for each, most likely first, at most eight.

    `whole` is the text with its tags and web addresses, if they were taken out of `text`: where these lead counts too.
    North America is read in any case, and has no votes.
    """
    text = text[:_MOST_READ].replace(FILL, "")
    given = set(_WORD.findall(_ADDRESS.sub(" ", text) if "@" in text or "://" in text else text))
    low = text.lower()
    if _DOT_ABOVE in low:
        low = low.replace(_DOT_ABOVE, "")
        given = set(_WORD.findall(text.replace("\u0130", "I")))
    if _CAMEL.search(text):
        given |= {part for word in given for part in _HUMP.findall(word)}
    lower = {word.lower() for word in given}
    found = sorted(_by_word()[2] & lower)
    whole = text if whole is None else whole[:_MOST_READ]
    told = [
        *_of_addresses(whole.lower()),
        *[_by_word()[0][word] for word in found if word in _by_word()[0]],
        *_of_codes(whole),
        *_of_labels(text),
        *[country for form, country in FORMS.items() if form in low],
        *_of_money(text, given),
        *_of_towns(given),
        *_of_long_names(low, lower),
        *(() if text.isascii() else [*_of_unspaced_towns(text), *_of_flags(text)]),
    ]
    votes: defaultdict[str, float] = defaultdict(float)
    for country in told:
        votes[country] += 3.0
    for weight, countries in (*_of_words(found), *(() if text.isascii() else _of_letters(low))):
        for place, country in enumerate(_told_first(countries, told)):
            votes[country] += weight if place == 0 or country == countries[0] else weight / 2
    if any(words in low for words in _INDIAN):
        votes["IN"] += 1.5
    if not votes and given:
        return _OF_ENGLISH
    most = sorted(votes.items(), key=lambda item: -item[1])[:_MOST]
    return {country: count for country, count in most if count >= _SHARE * most[0][1]}


def make_ready() -> None:
    """Load the names and towns of all countries now, not when the first national number comes."""
    _towns()
    _long_names()
    _unspaced_towns()


def _told_first(countries: Iterable[str], told: Sequence[str]) -> list[str]:
    """Put the countries that a text names before the others in which its language is spoken, or its script written."""
    listed = list(countries)
    spoken = next((group for group in _TOGETHER if listed[0] in group), frozenset(listed))
    named = [country for country in dict.fromkeys(told) if country in spoken]
    return [*named, *[country for country in listed if country not in named]]


def flag_before(text: str, at: int) -> str | None:
    """Return the country whose flag stands right before a place, but for North America."""
    flag = None if text.isascii() else _FLAG.search(text, max(0, at - 8), at)
    country = _country_of_flag(flag[1]) if flag else ""
    return country if country_code(country) > 1 else None


def named_before(text: str, at: int) -> str | None:
    """Return the country that stands as a label right before a place: `Germany: 0800 …`, `Ireland 1800 …`."""
    match = _LABEL.search(text, max(0, at - 24), at)
    if match is None:
        return None
    if match[1].lower() in _NORTH_AMERICA:
        return "US"
    code = "GB" if match[1] == "UK" else match[1]
    coded = len(code) == 2 and code.isascii() and code.isupper() and text[max(0, match.start() - 1)] in "(["
    return code if coded and country_code(code) else _by_word()[0].get(match[1].lower())


def _country_of_flag(flag: str) -> str:
    """Return the country of a flag, which is written with two letters of their own."""
    return "".join(chr(ord(letter) - _FLAG_A + ord("A")) for letter in flag)


def _of_flags(text: str) -> list[str]:
    """Return the countries of the flags in a text, but for North America."""
    found = dict.fromkeys(_country_of_flag(match[1]) for match in _FLAG_ANYWHERE.finditer(text))
    return [country for country in found if country_code(country) > 1]


def _of_money(text: str, given: set[str]) -> set[str]:
    """Return the countries of the signs and codes of money in a text."""
    signs = [sign for sign in _DOLLARS if sign in text] if "$" in text else []
    if not text.isascii():
        signs += [sign for sign in _SIGNS if sign in text]
    return {MONEY[sign] for sign in (*signs, *_NAMED_MONEY.intersection(given))}


def _of_labels(text: str) -> list[str]:
    """Return the countries that are named by their codes: `country: PH`."""
    return (
        [code for code in _CODE_LABEL.findall(text) if country_code(code) > 1]
        if "ountry" in text or "egion" in text
        else []
    )


@cache
def _unspaced_towns() -> "tuple[AhoCorasick, list[str]]":
    """Return what finds all towns in scripts without spaces, and their countries."""
    from ahocorasick_rs import AhoCorasick

    towns = {town: country for town, country in _towns().items() if _UNSPACED.match(town)}
    return AhoCorasick(list(towns)), list(towns.values())


def _of_unspaced_towns(text: str) -> list[str]:
    """Return the countries of towns in a text of a script without spaces, each twice at most."""
    if _UNSPACED.search(text) is None:
        return []
    finder, countries = _unspaced_towns()
    found = {place for place, _, _ in finder.find_matches_as_indexes(text)}
    return _twice_at_most(countries[place] for place in found)


def _of_towns(given: set[str]) -> list[str]:
    """Return the countries of towns in a text: written as names are, each country twice at most."""
    towns = _towns()
    names = {word.lower() for word in given if not (word[0].islower() and word[0].isascii())}
    names |= {_unmarked(name) for name in names if not name.isascii() and name not in towns}
    return _twice_at_most(towns[name] for name in names if name in towns)


def _twice_at_most(countries: Iterable[str]) -> list[str]:
    return [country for country, count in Counter(countries).items() for _ in range(min(count, 2))]


@cache
def _long_names() -> dict[str, list[tuple[str, str]]]:
    """Return the names of several words by their first one, each with its country."""
    from unrenew.shield.long_names import LONG_NAMES

    names: dict[str, list[tuple[str, str]]] = {}
    for country, line in LONG_NAMES.items():
        for name in map(_seen, line.split("|")):
            names.setdefault(name.partition(" ")[0], []).append((name, country))
    return names


def _of_long_names(low: str, words: Iterable[str]) -> set[str]:
    """Return the countries of the names and towns of several words in a text: `Costa Rica`, `Cape Town`."""
    names = _long_names()
    return {
        country
        for first in names.keys() & words
        for name, country in names[first]
        if name in low and re.search(rf"\b{re.escape(name)}\b", low)
    }


def _seen(name: str) -> str:
    """Return a name as a folded text has it: without marks of its script that are characters of their own."""
    return name if name.isascii() else "".join([char for char in name if category(char) != "Mn"])


def _unmarked(name: str) -> str:
    """Return a name in Latin letters without their marks; one in another script as it is."""
    return "".join([char for char in normalize("NFD", name) if not combining(char)]) if name[0] < "\u0250" else name


def _of_words(found: list[str]) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield the countries of the language of which a text has most words, with what they weigh."""
    languages = _by_word()[1]
    weights: defaultdict[str, float] = defaultdict(float)
    for word in found:
        spoken = languages.get(word, ())
        for language in spoken:
            weights[language] += 1 / len(spoken) if len(word) > 1 else 0.1
    english = len(ENGLISH.intersection(found))
    if english:
        yield 2.0, tuple(_OF_ENGLISH)
    if not weights:
        return
    best, second = [*sorted(weights.items(), key=lambda item: -item[1]), ("", 0.0)][:2]
    telling = any(len(word) > _SHORT for word in found if best[0] in languages.get(word, ()))
    if best[1] >= max(_ENOUGH, english) or (not english and telling and best[1] >= 1.0):
        yield (SURE if best[1] >= _MANY and best[1] >= 1.5 * english else 2.5), SPOKEN[best[0]]
    if second[1] >= max(_ENOUGH, english, best[1] * 0.7):
        yield 1.5, SPOKEN[second[0]]


def _of_letters(text: str) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield the countries of the letters and scripts in a text."""
    for letter in sorted(LETTERS.keys() & set(text)):
        countries = LETTERS[letter]
        yield (2.0 if len(countries) == 1 else 1.2), countries
    if _NOT_LATIN.search(text) is None:
        return
    yield from ((2.0, countries) for pattern, countries in _SCRIPTS if pattern.search(text))
    yield from ((SURE, (country,)) for pattern, country in _OF_ONE if pattern.search(text))


def _of_addresses(text: str) -> list[str]:
    """Return the countries of the web addresses in a text, by their last part."""
    found: list[str] = []
    for match in _TLD.finditer(text):
        code = match[2] or match[4]
        sure = match[2] is None or code not in _WORDS_TOO or "://" in text or match[1]
        if code in _TLDS and (sure or _IN_MAIL.search(text, max(0, match.start() - 60), match.start())):
            found.append("GB" if code == "uk" else code.upper())
    return found


def _of_codes(text: str) -> list[str]:
    """Return the countries whose numbers stand in the text with their code."""
    found: list[str] = []
    for match in _PLUS.finditer(text):
        region = main_country(split(match[1])[0])
        if region and region != "US":
            found.append(region)
    return found[:4]
