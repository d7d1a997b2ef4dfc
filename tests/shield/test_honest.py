"""Honest texts give no number; a number planted in one is found; nothing takes more than its share."""

import importlib.util
import time
from pathlib import Path

import pytest

from unrenew.shield import find_contacts

HERE = Path(__file__).parent


def _load(name):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


honest = _load("honest")
tricks = _load("tricks")
_COUNTRIES = (
    *("DE", "FR", "GB", "IT", "ES", "NL", "BE", "AT", "CH", "PL", "PT", "SE", "NO", "DK", "FI", "CZ", "SK", "HU", "RO"),
    *("GR", "TR", "IE", "AU", "NZ", "IN", "JP", "KR", "BR", "MX", "ZA", "IL", "UA", "BG", "HR"),
)


def numbers(text, regions=()):
    return {contact.value for contact in find_contacts(text, regions).contacts if contact.kind == "phone"}


def test_honest_texts_give_nothing():
    alarms = [(name, numbers(text)) for name, text in map(honest.honest, range(1380)) if numbers(text)]
    assert len(alarms) <= 2, alarms  # of 1380: figures can be a number by chance


@pytest.mark.parametrize("seed", range(0, 230, 5))
def test_a_number_in_an_honest_text_is_found(seed):
    _, text = honest.honest(seed)
    name = sorted(tricks.TRICKS)[seed % len(tricks.TRICKS)]
    ten = f"8555550{100 + seed % 100}"
    assert "+1" + ten in numbers(f"{text}\n\nCall {tricks.TRICKS[name](ten)} today\n\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        "1" * 200_000,
        "1-" * 100_000,
        "(" * 200_000,
        "1(" * 100_000,
        "a" + "\u0301" * 100_000,
        "1\u200b" * 100_000,
        "&#49;" * 40_000,
        "<a " * 60_000,
        "+1" * 100_000,
        "a@" * 100_000,
        "https://" * 25_000,
        "<b>" * 60_000 + "call 1-855-555-0142",
        "one two three " * 14_000,
        "call 1 then " * 16_000,
        "\u202e1" * 100_000,
    ],
    ids=repr,
)
def test_hostile_lengths_take_their_share(text):
    start = time.process_time()
    find_contacts(text)
    assert time.process_time() - start < 4


# Numbers that the plans keep for drama or for examples, or that the metadata of phonenumbers gives as examples.
@pytest.mark.parametrize(
    "region",
    [
        "DE",
        "FR",
        "GB",
        "IT",
        "ES",
        "NL",
        "BE",
        "AT",
        "CH",
        "PL",
        "PT",
        "SE",
        "NO",
        "DK",
        "FI",
        "CZ",
        "SK",
        "HU",
        "RO",
        "GR",
        "TR",
        "IE",
        "AU",
        "NZ",
        "IN",
        "JP",
        "KR",
        "BR",
        "MX",
        "ZA",
        "IL",
        "UA",
        "BG",
        "HR",
    ],
)
def test_national_forms(region):
    import phonenumbers

    example = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.FIXED_LINE)
    national = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.NATIONAL)
    wanted = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    assert wanted in numbers(f"Tel: {national}", (region,))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rufen Sie uns an: 030 23125 014, wir sind für Sie da", "+493023125014"),
        ("Appelez le 01 99 00 12 34 pour résilier votre contrat", None),
        ("Call us free on 0808 157 0142 from anywhere in the UK", "+448081570142"),
        ("For help phone (02) 5550 1234 in Sydney, Australia", "+61255501234"),
    ],
)
def test_language_says_whose_numbers(text, wanted):
    assert wanted is None or wanted in numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "# MD5 Fingerprint: 31:85:3c:62:94:97:63:b9:aa:fd:89:4e:af:6f:e0:cf",
        "graph.add_edges_from([\n    (1, 2),\n    (1, 3),\n    (3, 1),\n    (3, 2),\n    (3, 5),\n    (4, 5),\n    (4, 6),\n])",
        "figures = [\n    313,\n    5,\n    5,\n    0,\n    313,\n    318,\n    3,\n    18,\n    9,\n    0,\n    314,\n]",
        "bool0460 isinfinite 0E+992 -> 0\nbool0461 isinfinite -0E+992 -> 0",
        "proton mass ratio   1.819 543 0761 e-4    0.000 000 0017 e-4",
        "Free Software Foundation, 51 Franklin St, Boston, MA 02110-1301 USA. Berlin, der Text und die Lizenz sind frei.",
        "HKEY_PERFORMANCE_TEXT: Final = -2147483568",
        "Colons are used in ITU T.416 (ISO 8613-6) extended color format.",
        "fix: merge 999b951b28 and `8887666b0b` later",
        "array([0.00000000, 0.09997559, 0.19995117, 0.30004883])  # Cairo, Egypt",
        "Copyright (C) 1996-2009 David Example, Dublin, Ireland",
        "Seeded := ($seed*9301+49297)%233280/233280",
        "[ [ 0 ], 1 ],\n  [ [ 1 ], 1.1 ],\n  [ [ 2 ], -1.1 ],\n  [ [ 3 ], -1 ],\n",
        "20211101T160000,20211206T160000",
        "KP\t+3901+12545\tAsia/Pyongyang\nKZ\t+4315+07657\tAsia/Almaty",
        "if (-12) + (-24) != -36: self.fail()\nif not 12 < 24: self.fail()",
    ],
)
def test_figures_of_programs_and_tables(text):
    assert numbers(text) == set()
