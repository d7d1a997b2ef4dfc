"""Dates, money and numbers as people in a country write them."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from unrenew.model.values import Money

if TYPE_CHECKING:
    from babel import Locale


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
    values: Mapping[str, str | date | Money | int], language: str, country: str | None
) -> dict[str, str]:
    """Return every value as it reads in a letter: dates in words, amounts without a sign, with their currency."""
    from babel.dates import format_date
    from babel.numbers import format_currency, format_decimal

    locale = locale_of(language, country)
    said: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, date):
            said[name] = format_date(value, "long", locale=locale)
        elif isinstance(value, Money):
            said[name] = format_currency(abs(value.amount), value.currency, locale=locale)
        elif isinstance(value, int):
            said[name] = format_decimal(value, locale=locale)
        else:
            said[name] = one_line(value)
    return said


def one_line(text: str) -> str:
    """Return a text from outside as one line without control or direction characters: it goes into other texts."""
    kept = (char if char.isprintable() else " " for char in text)
    return " ".join("".join(kept).split())
