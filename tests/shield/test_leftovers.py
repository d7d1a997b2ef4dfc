"""What looks like a way to call goes from a guide, though nothing is accused by it; other numbers stay."""

import time

import pytest

from unrenew.shield.leftovers import find_leftovers


def values(text, taken=()):
    return [verdict.contact.value for verdict in find_leftovers(text, taken)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Call 0152 28817386 now", "015228817386"),
        ("contact 01 99 00 12 34 to speed it up", "0199001234"),
        ("Open Account and contact 555-0142", "5550142"),
        ("rufen Sie unter 030 5550142 an", "0305550142"),
        ("appelez le 01 55 50 14 20", "0155501420"),
        ("llama al 600 000 001", "600000001"),
        ("ligue para a central (11) 5550-0123", "1155500123"),
        ("chiama il numero verde 800 555 0100", "8005550100"),
        ("bel dan 020-555 01 23", "0205550123"),
        ("zadzwoń pod numer 22 555 01 42", "225550142"),
        ("позвоните по номеру 8 800 555-01-42", "88005550142"),
        ("Ask on +44 7700 900123", "+447700900123"),
        ("Ask on +1 555 123 4567", "+15551234567"),
        ("1-800-ACMEFLIX", "+18002263354"),
        ("1-866-GO-ACMEX", "+18664622639"),
        ("text CANCEL to 55501", "55501"),
    ],
)
def test_numbers_to_call(text, value):
    assert values(text) == [value]


def test_a_second_number_beside_the_first():
    assert values("Call 0152 28817386 or 01 42 68 53 00.") == ["015228817386", "0142685300"]


@pytest.mark.parametrize(
    "text",
    [
        "Sign in with PIN 4471 or code 123-456",
        "order 114-3941689-8772232 is the last",
        "call about order 114-3941689-8772232",
        "your membership number (mine was 1034 5521 8890)",
        "USPS tracking: 9407 1000 0000 0000 0000 00",
        "before 12/31/2026 at 11:59 pm, price $15.49",
        "Direct debits (reference 0034 5678 9012) stop",
        "Anote o número do protocolo 20260555014",
        "version 10.2.3456789",
        "IP 192.0.2.55",
        "Kündige bis zum 31.12.2026, ruf sonst an",
        "You get 1-800 points",
        "call them on 2026-11-22",
    ],
)
def test_honest_numbers_stay(text):
    assert values(text) == []


def test_what_was_found_already_is_not_found_again():
    assert values("Call 0152 28817386 now", [(5, 18)]) == []
    [one] = find_leftovers("Call 1-800-555-0142 or +1 855 555 0142", [(5, 19)])
    assert one.word == "unknown"
    assert "fiction" in one.reasons[0]


@pytest.mark.parametrize("pattern", ["1", "1 ", "call 5550142 ", "1-800-A ", "+1", "8005550142, "])
def test_a_long_text_takes_seconds(pattern):
    start = time.process_time()
    find_leftovers((pattern * 300_000)[:300_000], [])
    assert time.process_time() - start < 5
