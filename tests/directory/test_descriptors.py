"""Every pattern's own examples, and the lines that banks make of them."""

import polars as pl
import pytest

from unrenew.directory import Directory
from unrenew.directory.descriptors import SELLERS, fold
from unrenew.facts import load_facts


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory(load_facts().providers)


def test_every_pattern_hits_its_hits_and_misses_its_misses(directory: Directory):
    rows = [
        (provider, line, hit)
        for provider in directory.providers.values()
        for descriptor in provider.descriptors
        for hit, lines in ((True, descriptor.hits), (False, descriptor.misses))
        for line in lines
    ]
    assert len(rows) > 400
    found = directory.match_descriptors(pl.Series([line for _, line, _ in rows])).rows(named=True)
    wrong = [
        (provider.id, line, hit, row)
        for (provider, line, hit), row in zip(rows, found, strict=True)
        if (provider.id in ((row["merchant"], row["provider"]) if provider.kind in SELLERS else (row["provider"],)))
        != hit
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("line", "merchant", "channel", "provider"),
    [
        ("NEXWAY*KASPERS", "nexway", "nexway", "kaspersky"),
        ("NETFLIX.CO", "netflix", "direct", "netflix"),
        ("netflix   international b.v.", "netflix", "direct", "netflix"),
        ("PAYPAL *SPOTIFY", "paypal-automatic-payments", "paypal", "spotify"),
        ("PP*1234SPOTIFY", "paypal-automatic-payments", "paypal", "spotify"),
        ("PAYPAL *UNHEARDOF", "paypal-automatic-payments", "paypal", None),
        ("PADDLE.NET* NORDVPN", "paddle", "paddle", "nordvpn"),
        ("GOOGLE *YouTubePremium g.co/helppay", "google-play-subscriptions", "direct", "youtube-premium"),
        ("APPLE.COM/BILL 866-555-0101 CA", "apple-subscriptions", "app-store", None),
        ("MICROSOFT*XBOX GAME PA", "microsoft-account", "direct", "xbox-game-pass"),
        ("KARTENZAHLUNG SKY 4471", "sky", "direct", "sky"),
        ("SKY BAR BERLIN", None, None, None),
        ("ALDI SUED 123", None, None, None),
        ("", None, None, None),
    ],
)
def test_lines(directory: Directory, line: str, merchant: str | None, channel: str | None, provider: str | None):
    row = directory.match_descriptor(line)
    assert (row["merchant"], row["channel"], row["provider"]) == (merchant, channel, provider)


def test_order_height_and_nulls_are_kept(directory: Directory):
    lines = pl.Series("d", ["SPOTIFY AB", None, "BAKERY", "SPOTIFY AB", "HULU 877"])
    found = directory.match_descriptors(lines)
    assert found.columns == ["merchant", "channel", "provider", "plan"]
    assert found["provider"].to_list() == ["spotify", None, None, "spotify", "hulu"]


def test_no_lines(directory: Directory):
    assert directory.match_descriptors(pl.Series("d", [], dtype=pl.String)).height == 0


def test_fold():
    assert fold("Škoda  *Prémium+") == "SKODA PREMIUM PLUS"
