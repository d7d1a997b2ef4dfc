"""Lengths of time are read in digits and in words."""

import pytest

from unrenew.shield.lengths import find_lengths


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("a 60-day guarantee", 60),
        ("thirty-day", 30),
        ("thirty (30) days", 30),
        ("forty-five days", 45),
        ("14d", 14),
        ("48 hours", 2),
        ("2 weeks", 14),
        ("a fortnight", 14),
        ("within a month", 30),
        ("vierzehntägig", 14),
        ("innerhalb eines Monats", 30),
        ("30-tägige Garantie", 30),
        ("sous quinze jours", 15),
        ("dos semanas", 14),
        ("entro trenta giorni", 30),
        ("em até quatorze dias", 14),
        ("binnen twee weken", 14),
        ("30 dagars", 30),
        ("w ciągu 14 dni", 14),
    ],
)
def test_days(text, days):
    assert [one.days for one in find_lengths(text)] == [days]


@pytest.mark.parametrize(
    "text", ["9.99 a month", "in 2026 days were long", "version 1.30 days", "36 hours", "$30 days"]
)
def test_what_is_no_length_of_whole_days(text):
    assert not list(find_lengths(text))


@pytest.mark.parametrize(
    "text", ["5 to 7 days", "5-10 Tage", "10 business days", "10 Werktage", "10 jours ouvrés", "10 dias úteis"]
)
def test_ranges_and_working_days_are_the_way_of_money(text):
    assert [one.working for one in find_lengths(text)] == [True]


def test_a_month_is_28_to_31_days_and_a_fortnight_in_french_14_or_15():
    (month,) = find_lengths("one month")
    assert [month.holds(days) for days in (27, 28, 30, 31, 32)] == [False, True, True, True, False]
    (fortnight,) = find_lengths("quinze jours")
    assert fortnight.holds(14)
    assert fortnight.holds(15)
