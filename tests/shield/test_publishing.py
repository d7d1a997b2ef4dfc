"""Pages that strangers make are not official on any host; the providers' own pages on such hosts are."""

from pathlib import Path

import pytest

from unrenew.directory import Directory
from unrenew.facts import load_facts
from unrenew.shield import screen
from unrenew.shield.publishing import anybody_writes_there

ADDRESSES = [
    line.split()
    for line in (Path(__file__).parent.parent / "data" / "shield" / "addresses.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
STRANGERS = [address for sign, address in ADDRESSES if sign == "-"]
OWN = [address for sign, address in ADDRESSES if sign == "+"]


@pytest.fixture(scope="module")
def directory():
    return Directory(load_facts().providers)


@pytest.mark.parametrize("address", STRANGERS)
def test_of_strangers(directory, address):
    assert [v.word for v in screen(f"Open https://{address} now", directory).verdicts] == ["unknown"]
    assert anybody_writes_there(address.partition("/")[0], f"https://{address}")


@pytest.mark.parametrize("address", OWN)
def test_of_providers(directory, address):
    assert [v.word for v in screen(f"Open https://{address} now", directory).verdicts] == ["official"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("write to help@mcfit.com", "official"),  # the front page's domain is the provider's for mail too
        ("write to somebody@substack.com", "unknown"),
        ("write to help@acme-desk.zendesk.com", "unknown"),
        ("open https://github.com@evil.example/", "unknown"),
        ("open [here](https://github.com.evil.example)", "unknown"),
        ("open javascript://github.com", "unknown"),
        ("open ftp://netflix.com/x", "unknown"),
        ("open https://www.donotpay.com/x", "unknown"),
        ("open https://[2001:db8::1]/x", "unknown"),
    ],
)
def test_more(directory, text, word):
    assert [v.word for v in screen(text, directory).verdicts] in ([word], [])


def test_a_reason_names_the_owner(directory):
    [verdict] = screen("How to cancel Netflix: open https://www.mcfit.com/x", directory).verdicts
    assert (verdict.of, verdict.as_of, verdict.source) == ("mcfit", "2026-11-22", "https://www.mcfit.com/")
    assert verdict.reasons[0].startswith("McFIT lists it")


def test_a_partners_page_is_the_partners(directory):
    [verdict] = screen("https://www.dell.com/support/software-and-subscriptions", directory).verdicts
    assert (verdict.word, verdict.of) == ("official", "dell")
