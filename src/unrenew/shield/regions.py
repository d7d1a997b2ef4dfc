"""Whose national numbers a text may hold, by its words."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from unrenew.shield.numbering import main_country
from unrenew.shield.places import ENGLISH, FORMS, LANGUAGES, LETTERS, PLACES, SPOKEN
from unrenew.shield.plans import split

_SCRIPTS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile("[\u3040-\u30ff]"), ("JP",)),
    (re.compile("[\uac00-\ud7af]"), ("KR",)),
    (re.compile("[\u4e00-\u9fff]"), ("CN", "TW", "HK")),
    (re.compile("[\u0900-\u097f]"), ("IN",)),
    (re.compile("[\u0980-\u09ff]"), ("BD", "IN")),
    (re.compile("[\u0a00-\u0d7f]"), ("IN",)),
    (re.compile("[\u0e00-\u0e7f]"), ("TH",)),
    (re.compile("[\u0590-\u05ff]"), ("IL",)),
    (re.compile("[\u0600-\u06ff]"), ("SA", "AE", "EG")),
    (re.compile("[\u0370-\u03ff]{3}"), ("GR",)),
    (re.compile("[іїєґІЇЄ]"), ("UA",)),
    (re.compile("[\u0400-\u04ff]{3}"), ("RU", "UA", "BG", "KZ")),
)
_TLDS = frozenset(
    "de at ch fr be es mx ar co cl pe pt br it nl pl se dk no fi"
    " cz sk hu ro tr hr rs si id vn gr bg ua ru jp kr cn tw hk"
    " in uk au nz ie za sg my ph pk ng ke ae il sa eg th lu lt lv ee is ca".split()
)
_WORDS_TOO = frozenset({"in", "co", "no", "is", "it", "at"})
_TLD = re.compile(r"(?<=[a-z0-9])\.(?:com?\.|net\.|org\.|gov\.)?([a-z]{2})(?![a-z0-9.-])|\b([a-z]{2})-([a-z]{2})/")
_PLUS = re.compile(r"\+(?:\x00|[(\[ ])*([1-9][0-9]{0,2})")

_LABEL = re.compile(r"([^\W\d_]{2,})[)\]]?:?[ \t]{0,3}(?:[-\u2013\u2014][ \t])?\(?\Z")

_ENOUGH_WORDS = 2
_SHORT = 3
"""Letters of words that several languages share by chance."""
_MOST = 8
"""Countries tried for one text: each more costs time, and finds a ghost now and then."""


@cache
def _by_word() -> tuple[dict[str, str], dict[str, list[str]], frozenset[str]]:
    """Return place to country, word to languages, and all of these words."""
    places = {place: country for country, line in PLACES.items() for place in line.split()}
    words: dict[str, list[str]] = {}
    for language, line in LANGUAGES.items():
        for word in line.split():
            words.setdefault(word, []).append(language)
    return places, words, frozenset(places) | frozenset(words) | ENGLISH


def regions_of(text: str) -> tuple[str, ...]:
    """Return the countries of a text, most likely first, at most eight; North America is read in any case."""
    text = text[:20_000].lower()
    places, _, known = _by_word()
    found = sorted(known.intersection(re.findall(r"[^\W\d_]+", text)))
    votes: Counter[str] = Counter()
    named = (places[word] for word in found if word in places)
    forms = (country for form, country in FORMS.items() if form in text)
    for country in [*_of_addresses(text), *named, *_of_codes(text), *forms]:
        votes[country] += 3
    for countries in (*_of_words(found), *(() if text.isascii() else _of_letters(text))):
        for place, country in enumerate(countries):
            votes[country] += 2 if place == 0 else 1
    return tuple(country for country, _ in votes.most_common(_MOST))


def named_before(text: str, at: int) -> str | None:
    """Return the country that stands as a label right before a place: `Germany: 0800 …`, `Ireland 1800 …`."""
    match = _LABEL.search(text, max(0, at - 24), at)
    return _by_word()[0].get(match[1].lower()) if match else None


def _of_words(found: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield the countries of the languages of which a text has most words."""
    languages = _by_word()[1]
    counts = Counter(language for word in found for language in languages.get(word, ()))
    best = max(counts.values(), default=0)
    english = len(ENGLISH.intersection(found))
    most = [language for language, count in counts.items() if count == best]
    alone = len(most) == 1 and not english and any(len(word) > _SHORT for word in found if word in languages)
    if (best >= _ENOUGH_WORDS and best >= english) or alone:
        yield from map(SPOKEN.__getitem__, most)
    if english:
        yield ("GB", "AU")


def _of_letters(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the countries of the letters and scripts in a text."""
    yield from (LETTERS[letter] for letter in sorted(LETTERS.keys() & set(text)))
    yield from (countries for pattern, countries in _SCRIPTS if pattern.search(text))


def _of_addresses(text: str) -> list[str]:
    """Return the countries of the web addresses in a text, by their last part."""
    found: list[str] = []
    for match in _TLD.finditer(text):
        code = match[1] or match[3]
        if code in _TLDS and (match[1] is None or code not in _WORDS_TOO or "://" in text):
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
