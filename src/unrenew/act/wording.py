"""Dates, money and numbers as people in a country write them."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Literal

from unrenew.model.letters import Line
from unrenew.model.values import Money

if TYPE_CHECKING:
    from babel import Locale


_WORD = re.compile(r"\{([a-z_]+)\}")
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
_THEIR_WORDS = frozenset({"refused_because", "reason", "status"})
_QUOTED_SPEECH = re.compile(r":[ \u00a0\u202f]+[“„”‘«»][ \u00a0\u202f]?$")
_QUOTE_ENDS = re.compile(r"[ \u00a0\u202f]?[”“’«»](?P<rest>.?)")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”“’«»)]*$")
_ONE_STOP = re.compile(r"(?<!\.)\.$")


@cache
def locale_of(language: str, country: str | None) -> "Locale":
    """Return the locale of a language as written in a country, else of the language alone, else English."""
    from babel import Locale, UnknownLocaleError

    for name in (f"{language}_{country}" if country else language, language, "en"):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("babel knows English")


def put_into_words(
    values: Mapping[str, str | date | datetime | Money | int],
    language: str,
    country: str | None,
    *,
    style: Literal["long", "medium"] = "long",
) -> dict[str, str]:
    """Return every value as it reads in a letter: dates in words, amounts without a sign, with their currency.

    A time is said to the minute, with its zone.
    """
    from babel.dates import format_date, format_time
    from babel.numbers import format_currency, format_decimal

    locale = locale_of(language, country)
    said: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, date):
            said[name] = _first(format_date(value, style, locale=locale), value, locale)
            if isinstance(value, datetime):
                said[name] += f", {format_time(value, 'short', tzinfo=value.tzinfo, locale=locale)} {value:%Z}"
        elif isinstance(value, Money):
            said[name] = format_currency(abs(value.amount), value.currency, locale=locale)
        elif isinstance(value, int):
            said[name] = format_decimal(value, locale=locale)
        else:
            said[name] = one_line(value)
    return said


FIRST = {"fr": "1er", "it": "1º", "pt_BR": "1º"}


def _first(text: str, day: date, locale: "Locale") -> str:
    """French says "1er mai" and from then on "2 mai", Italy and Brazil "1º"; the locale data do not."""
    first = FIRST.get(str(locale)) or FIRST.get(locale.language)
    return f"{first}{text[1:]}" if first and day.day == 1 and text.startswith("1 ") else text


def fill(line: Line, said: Mapping[str, str], joins: Mapping[str, str] | None = None) -> str | None:
    """Return the first way to say it whose words are all known, with them put in; None where none can be said.

    `joins` say how the words before a value and the value meet in this language: "il |8 " becomes "l’8 ".
    """
    for choice in (line,) if isinstance(line, str) else line:
        if all(word in said for word in _WORD.findall(choice)):
            text = _put_in(choice, said, joins or {})
            return _TWO_STOPS.sub(".", text)  # "Example Inc." at the end of a sentence
    return None


def _put_in(choice: str, said: Mapping[str, str], joins: Mapping[str, str]) -> str:
    done = ""
    pieces = _WORD.split(choice)  # text, word, text, word ... text
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            done += piece
            continue
        value = said[piece]
        if piece in _THEIR_WORDS:
            value = _one_stop(done, value, pieces[index + 1])
        done = _joined(done, value, joins) + value
    return done


def _one_stop(before: str, value: str, after: str) -> str:
    """Return quoted words so that the sentence has one full stop: behind the quotation mark if the line has it there.

    Otherwise a sentence that is told (behind a colon) ends within the marks.
    """
    closed = _QUOTE_ENDS.match(after)
    if closed is None:
        return value
    if closed["rest"] == ".":
        return _ONE_STOP.sub("", value)
    told = _QUOTED_SPEECH.search(before) and closed["rest"] in {"", " "}
    return f"{value}." if told and not _SENTENCE_ENDS.search(value) else value


def _joined(before: str, value: str, joins: Mapping[str, str]) -> str:
    for meeting, own in joins.items():
        loose, _, start = meeting.partition("|")
        if value.startswith(start) and (before == loose or before.endswith((f" {loose}", f"({loose}"))):
            return before.removesuffix(loose) + own
    return before


def one_line(text: str) -> str:
    """Return a text from outside as one line without control or direction characters: it goes into other texts."""
    kept = (char if char.isprintable() else " " for char in text)
    return " ".join("".join(kept).split())
