"""Which provider a text is about: names written as names, addresses and numbers of the provider, never a usual word."""

from datetime import date
from pathlib import Path

import pytest

from unrenew.directory import Directory
from unrenew.facts import load_facts
from unrenew.model.providers import Provider
from unrenew.shield import find_contacts
from unrenew.shield.brands import counts_of, names_in
from unrenew.shield.scenes import Scene

TITLES = Path(__file__).parent.parent / "data" / "shield" / "titles.txt"
LINES = [
    line.split("\t") for line in TITLES.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")
]


@pytest.fixture(scope="module")
def directory():
    return Directory(load_facts().providers)


def brands_in(text, directory):
    return counts_of(names_in(text, directory), directory, sellers=False)


def subject(text, directory):
    return Scene(find_contacts(text), directory).subject


@pytest.mark.parametrize(("language", "provider", "text"), LINES, ids=[f"{line[0]}-{line[2][:40]}" for line in LINES])
def test_titles(directory, language, provider, text):
    assert language.isalpha()
    if provider.startswith("!"):
        pytest.xfail("a plain word that no rule tells apart")
    assert (subject(text.replace(" // ", "\n"), directory) or "-") == provider


def test_precision_and_recall_of_all_titles(directory):
    """Measure what the file holds, with what is known not to be told right."""
    told = [(subject(text.replace(" // ", "\n"), directory), wanted.strip("!-") or None) for _, wanted, text in LINES]
    right = sum(got is not None and got == wanted for got, wanted in told)
    assert right / sum(got is not None for got, _ in told) >= 0.98
    assert right / sum(wanted is not None for _, wanted in told) >= 0.98


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("How to cancel Fox Nation\nUnlike Netflix, it has an app.", None),  # the title names something unknown
        ("How to cancel Fox Nation\nNetflix, Netflix and Netflix: all of it is about Netflix.", "netflix"),
        ("How to cancel Gandi\nSign in with Google. Invoices come by PayPal.", None),  # sellers in passing
        (
            "Audible and Netflix\nNetflix is the one that I cancelled; Netflix it is.",
            "netflix",
        ),  # the more frequent one
        ("My plan\nSee https://raw.githubusercontent.com/netflix/x and netflix.example/y.", None),  # within addresses
        ("How to cancel N\u0435tfli\u0445", "netflix"),  # look-alike letters
        ("How to cancel Sp\u200botify", "spotify"),
        ("Stop it\nTelegram @acme_desk or [help](https://a.example); log in at my.surfshark.com", "surfshark"),
        ("", None),
    ],
)
def test_what_counts(directory, text, provider):
    assert subject(text, directory) == provider


def test_sellers_are_no_brands(directory):
    assert brands_in("Netflix by PayPal, on Roku, at Amazon", directory) == {"netflix": 1}
    assert brands_in("Norton 360, Norton and Disney+ accounts", directory) == {"norton": 2, "disney-plus": 1}


@pytest.mark.parametrize(
    "text", ["cancel play station plus today", "Play Station+ cancellation", "cancel play station +"]
)
def test_a_plus_is_a_word_or_a_sign(directory, text):
    assert brands_in(text, directory) == {"playstation-plus": 1}


def test_a_name_that_a_family_shares_is_the_parents():
    more = {"schema": "unrenew-provider/1", "kind": "security", "read_on": date(2026, 11, 1)}
    shared = {"aliases": ("Sharedguard Holdings",), **more}
    child = Provider(id="acmeguard-home", name="Acmeguard Home", parent="acmeguard", **shared)
    other = Provider(id="acmeguard-shop", name="Acmeguard Shop", parent="acmeguard", **shared)
    parent = Provider(id="acmeguard", name="Acmeguard", **shared)
    assert brands_in("Sharedguard Holdings bills you", Directory((child, parent))) == {"acmeguard": 1}
    assert len(brands_in("Sharedguard Holdings bills you", Directory((child, other)))) == 1


def test_a_name_that_unrelated_providers_share_is_nobodys():
    both = Directory(
        Provider(
            schema="unrenew-provider/1",
            id=one,
            name=one.title(),
            kind="security",
            read_on=date(2026, 11, 1),
            aliases=("Sharedguard Holdings",),
        )
        for one in ("acmeguard", "zetaguard")
    )
    assert brands_in("Sharedguard Holdings bills you", both) == {}
