"""What is known of a purchase to the ways that fit: channel first, then the question that decides."""

from datetime import date

import msgspec
import pytest

from unrenew.directory import Directory
from unrenew.directory.comparisons import compare
from unrenew.directory.regions import closeness, holds_in
from unrenew.directory.standings import footing
from unrenew.facts import load_facts


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory(load_facts().providers)


def ids(ways) -> list[str]:
    return [f"{way.provider}/{way.channel.id}" for way in ways.ways]


def test_a_reseller_on_the_statement_leaves_its_ways(directory: Directory):
    ways = directory.which_channel("NEXWAY*KASPERSKY 12", country="DE")
    assert ids(ways) == ["kaspersky/my-kaspersky", "kaspersky/nexway-account"]
    assert "My Kaspersky" in ways.question


def test_an_order_number_decides(directory: Directory):
    ways = directory.which_channel("KASPERSKY LAB", country="DE", says="the order number is 2A123BEC45D")
    assert ids(ways) == ["kaspersky/nexway-account", "kaspersky/ai-marche"]
    ways = directory.which_channel(provider="kaspersky", country="DE", says="order 123456789")
    assert len(ways.ways) > 5
    assert any("begin with 2 or 3" in question for question in ways.questions)


def test_a_store_named_by_the_person_decides(directory: Directory):
    ways = directory.which_channel(provider="norton", says="on my iPhone")
    assert ways.ways
    ways = directory.which_channel(provider="duolingo", says="bought on my iPhone")
    assert ids(ways) == ["duolingo/app-store"]
    assert ways.ways[0].certain
    assert ways.question is None


def test_a_store_on_the_statement_shows_the_steps_of_the_store(directory: Directory):
    [way] = directory.which_channel("GOOGLE *DUOLINGO").ways
    assert way.partner == "google-play-subscriptions"
    assert any("Play Store" in step for step in way.steps)


def test_a_store_without_a_way_of_the_providers_file_still_leads_to_the_store(directory: Directory):
    ways = directory.which_channel("APPLE.COM/BILL", provider="norton")
    assert ids(ways)[0].startswith("apple-subscriptions/")


def test_a_payment_service_stands_beside_the_providers_own_way(directory: Directory):
    ways = directory.which_channel("PAYPAL *SPOTIFY")
    assert ids(ways)[0].startswith("spotify/")
    assert ids(ways)[-1].startswith("paypal-automatic-payments/")


def test_a_google_service_is_ended_at_google(directory: Directory):
    assert ids(directory.which_channel("GOOGLE *YouTubePremium")) == ["youtube-premium/web"]


def test_countries(directory: Directory):
    assert ids(directory.which_channel(provider="kaspersky", country="KZ"))[:2] == [
        "kaspersky/cis-mail-link",
        "kaspersky/allsoft",
    ]
    us = directory.which_channel(provider="kaspersky", country="US")
    assert us.successor == "ultraav"
    assert "kaspersky/my-kaspersky" not in ids(us)
    assert any("UltraAV" in warning for warning in us.warnings)
    assert directory.which_channel(provider="kaspersky", country="DE").successor is None


def test_a_closed_seller_is_a_warning(directory: Directory):
    ways = directory.which_channel("DRI*KASPERSKY", country="DE")
    assert "no longer operates" in ways.warnings[0]


def test_nothing_known_asks_who(directory: Directory):
    ways = directory.which_channel("XYZ 123")
    assert ways.ways == ()
    assert ways.question


@pytest.mark.parametrize(
    ("provider", "channel", "country", "days"),
    [
        ("kaspersky", "reseller_nexway", "HK", 30),
        ("kaspersky", None, "TR", 30),
        ("norton", "provider_web", "DE", 60),
        ("mcafee", "direct", "US", 60),
        ("bitdefender", "2checkout", "DE", 30),
    ],
)
def test_refunds(directory: Directory, provider: str, channel: str | None, country: str, days: int):
    assert days in [refund.days for refund in directory.refunds(provider, channel, country)]


def test_a_stores_refund_rules_replace_the_providers(directory: Directory):
    assert [one.days for one in directory.refunds("norton", "apple_app_store", "DE")] == [None]
    assert directory.refunds("mcafee", "dell", "US") == ()


def test_uk_and_dutch_customers_of_mcafee_have_terms_of_their_own(directory: Directory):
    assert [one.days for one in directory.refunds("mcafee", None, "GB")] == [None]


def test_names(directory: Directory):
    def found(name: str) -> str | None:
        provider = directory.provider(name)
        return provider.id if provider else None

    assert found("KASPERSKY") == "kaspersky"
    assert found("Kaspersky Premium") == "kaspersky"
    assert found("hbo max") == "max"
    assert found("LifeLock") == "norton"
    assert found("disney+") == "disney-plus"
    assert found("Gen Digital") is None
    assert "norton" in directory.nearest("Gen Digital")
    assert directory.nearest("bitdefnder")[0] == "bitdefender"
    assert directory.nearest("qqqq") == ()


def test_tables_for_find(directory: Directory):
    assert directory.plans().filter(provider="avira")["cadence"].to_list() == [
        "annual",
        "biennial",
        "triennial",
        "monthly",
    ]
    assert directory.plans()["price"].null_count() == directory.plans().height


HOSTS = [
    ("kaskersky.com", "kaspersky", "one letter off"),
    ("kasperskynumbersupport.com", "kaspersky", "seen only in spam"),
    ("kaspersky-refund-desk.net", "kaspersky", "beside it"),
    ("my.kaspersky.com.evil.example", "kaspersky", "in front of"),
    ("kasрersky.com", "kaspersky", "written to be read"),
    ("xn--kasersky-7bh.com", "kaspersky", "written to be read"),
    ("rnicrosoft.com", "microsoft-account", "written to be read"),
    ("paypa1.com", "paypal-automatic-payments", "written to be read"),
    ("bit-defender.com", "bitdefender", "written to be read"),
    ("norton-support.com", "norton", "beside it"),
]


@pytest.mark.parametrize(("host", "provider", "how"), HOSTS)
def test_look_alikes(directory: Directory, host: str, provider: str, how: str):
    near = directory.near_domain(host)
    assert near is not None
    assert near.provider == provider
    assert how in near.how
    assert directory.owner_of_domain(host) is None
    assert directory.find_contact("url", f"https://{host}/x") is None


@pytest.mark.parametrize(
    "host",
    ["my.kaspersky.com", "kaspersky.fr", "amazon.de", "example.com", "nortonschool.edu", "hulu.com", "avastone.com"],
)
def test_honest_hosts(directory: Directory, host: str):
    assert directory.near_domain(host) is None


def test_owners(directory: Directory):
    assert directory.owner_of_domain("support.google.com") == "google"
    assert directory.owner_of_domain("MY.Kaspersky.com.") == "kaspersky"
    assert directory.owner_of_domain("com") is None
    assert directory.owner_of_domain("kaspersky.com.evil.example") is None


def test_contacts(directory: Directory):
    found = directory.find_contact("phone", "+7 800 200-22-33")
    assert found is not None
    assert (found.provider, found.as_of) == ("kaspersky", date(2026, 11, 22))
    assert directory.find_contact("phone", "+7 800 200-22-34") is None
    near = directory.near_number("+78002002234")
    assert near is not None
    assert near.provider == "kaspersky"
    assert directory.near_number("+12025550123") is None
    assert directory.find_contact("email", "CANCEL@bitdefender.com") is not None
    assert directory.find_contact("url", "https://kaspersky.com@evil.example/kaspersky.com") is None
    assert directory.find_contact("url", "https://my.kaspersky.com/x") is not None
    assert directory.find_contact("url", "https://kasperskynumbersupport.com/") is None
    assert directory.contacts("kaspersky", "KZ")[0].value == "+77273309025"


@pytest.mark.parametrize(
    ("name", "provider"),
    [
        ("amazon", "amazon-memberships"),
        ("PayPal", "paypal-automatic-payments"),
        ("youtube", "youtube-premium"),
        ("Bitdefender Total Security 2027", "bitdefender"),
        ("Norton 360 Deluxe", "norton"),
        ("New York Times", "nyt"),
        ("apple", "apple-subscriptions"),
        ("ab c", None),
        ("", None),
    ],
)
def test_names_people_use(directory: Directory, name: str, provider: str | None):
    found = directory.provider(name)
    assert (found.id if found else None) == provider


def test_every_way_of_every_provider_has_steps_and_keeps_its_country(directory: Directory):
    for provider in directory.providers.values():
        for country in (None, "DE", "US", "CA-QC"):
            for way in directory.steps(provider.id, country=country):
                assert way.steps, (provider.id, way.channel.id)
                assert country is None or f"not:{country[:2]}" not in way.channel.regions


def test_regions():
    assert holds_in(("EU",), "FR")
    assert not holds_in(("EU",), "GB")
    assert holds_in(("CA-QC",), "CA-QC")
    assert not holds_in(("CA-QC",), "CA")
    assert not holds_in(("*", "not:US"), "US-CA")
    assert closeness(("CA-QC",), "CA-QC") > closeness(("CA",), "CA-QC") > closeness(("*",), "CA-QC")
    assert closeness(("EU",), "DE") > closeness(("*",), "DE")
    assert closeness(("*",), None) > closeness(("DE",), None)


def test_footings():
    [domain, *_] = load_facts().providers[0].domains

    def standing(today: date, **changes: object) -> str:
        return footing(msgspec.structs.replace(domain, **changes), today).standing

    day = date(2026, 11, 22)
    assert standing(day, evidence="hostile") == "never"
    assert standing(day, evidence="known") == "never"
    assert standing(day, evidence="known", origin="user") == "shown"
    assert standing(day, evidence="official", page_date="2016-07-20") == "old"
    assert standing(day, evidence="official", page_date="2016") == "old"
    assert standing(day, evidence="official", page_date="2025-12") == "shown"
    assert standing(day, evidence="official", page_date="2016-07-20", checked_live=day) == "shown"
    assert standing(day, evidence="official", old=True) == "old"
    live = footing(msgspec.structs.replace(domain, checked_live=date(2026, 12, 1)), date(2026, 12, 2))
    assert live.words == "last checked on 2026-12-01"
    layer = footing(msgspec.structs.replace(domain, origin="justdeleteme"), day)
    assert layer.label == "from justdeleteme, not checked"


def test_a_price_is_compared_with_its_source(directory: Directory):
    norton = directory.providers["norton"]
    plan = msgspec.structs.replace(norton.plans[0], price="94.99", currency="USD")
    rows = compare([msgspec.structs.replace(norton, plans=(plan,))], today=date(2026, 11, 23))
    [price] = [row.cells[0] for row in rows if row.point == "price"]
    assert price.text == "94.99 USD (annual)"
    assert price.fact is plan
    assert directory.footing(plan, date(2026, 11, 23)).standing == "shown"


def test_a_successor_of_a_closed_provider(directory: Directory):
    closed = msgspec.structs.replace(
        directory.providers["norton"], id="old-one", status="wound-down", successor="norton"
    )
    ways = Directory([*directory.providers.values(), closed]).which_channel(provider="old-one")
    assert ways.successor == "norton"
    assert "no longer operates" in ways.warnings[0]
