"""The facts keep their rules; each kind of poison is refused by name, and the rest still loads."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from unrenew.facts import HERE, facts_version, load_facts, load_providers
from unrenew.facts.checks import check_providers
from unrenew.facts.reading import read_providers, read_seals, seal_of

VERSION = facts_version()

GOOD = """schema = "unrenew-provider/1"
id = "acme"
name = "Acme Antivirus"
kind = "security"
read_on = 2026-11-01
homepage = "https://www.acmeguard.example.com/"

[[domains]]
name = "acmeguard.com"
source = "https://www.acmeguard.com/terms"
evidence = "official"

[[channels]]
id = "acme-account"
cancel_url = "https://my.acmeguard.com/cancel"
steps = ["Sign in", "Cancel"]
source = "https://www.acmeguard.com/terms"
evidence = "official"

[[refunds]]
scope = "any"
days = 30
text = "30 days"
source = "https://www.acmeguard.com/terms"
evidence = "official"

[[contacts]]
kind = "page"
value = "https://www.acmeguard.com/help"
source = "https://www.acmeguard.com/terms"
evidence = "official"

[[descriptors]]
pattern = "ACMEGUARD"
hits = ["ACMEGUARD INC"]
misses = ["ACME GUARDIANS"]
source = "none"
evidence = "known"
""".replace("www.acmeguard.example.com", "www.acmeguard.com")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "providers", tmp_path / "providers")
    shutil.copy(HERE / "SEALS", tmp_path / "SEALS")
    return tmp_path


def plant(home: Path, text: str, name: str = "acme") -> tuple[set[str], list[str]]:
    (home / "providers" / f"{name}.toml").write_text(text, "utf-8")
    providers, problems = load_providers(home, version=VERSION)
    return {one.id for one in providers}, [f"{one.where}: {one.what}" for one in problems]


def test_all_bundled_facts_keep_every_rule_thoroughly():
    providers, problems = read_providers(sorted((HERE / "providers").glob("*.toml")))
    kept, refused = check_providers(providers, version=VERSION, thorough=True)
    assert [*problems, *refused] == []
    assert len(kept) >= 70


def test_the_seals_are_those_of_the_files():
    files = sorted((HERE / "providers").glob("*.toml"))
    assert read_seals(HERE / "SEALS") == {file.stem: seal_of(file.read_bytes()) for file in files}, "run: make docs"


def test_a_sound_file_is_taken(home: Path):
    ids, problems = plant(home, GOOD)
    assert problems == []
    assert "acme" in ids


SOURCED = 'source = "https://www.acmeguard.com/terms"\nevidence = "official"'

POISONS = {
    "foreign-domain": ("https://my.acmeguard.com/cancel", "https://cancel-desk.example.org/acme"),
    "foreign-domain: elsewhere.example": ('"Sign in"', '"Sign in at https://elsewhere.example/x"'),
    "look-alike: kaskersky.com": ("https://my.acmeguard.com/cancel", "https://kaskersky.com/cancel"),
    "look-alike: norton-support.com": ("https://www.acmeguard.com/help", "https://norton-support.com/help"),
    "two-owners: norton.com": ('name = "acmeguard.com"', 'name = "norton.com"'),
    "two-owners: help.norton.com": ('name = "acmeguard.com"', 'name = "help.norton.com"'),
    "missing required field `source`": (
        'text = "30 days"\nsource = "https://www.acmeguard.com/terms"',
        'text = "30 days"',
    ),
    "no-source: official": (
        'text = "30 days"\nsource = "https://www.acmeguard.com/terms"',
        'text = "x"\nsource = "none"',
    ),
    "no-source: 'somebody said so'": (
        'days"\nsource = "https://www.acmeguard.com/terms"',
        'd"\nsource = "somebody said so"',
    ),
    "unknown field `dayz`": ("days = 30", "dayz = 30"),
    "Expected `int | null`, got `str`": ("days = 30", 'days = "missing"'),
    "Invalid RFC3339 encoded date": ("read_on = 2026-11-01", 'read_on = "yesterday"'),
    "regex": ("days = 30", 'days = 30\npage_date = "2026-13-01"'),
    "future-date: 2026-11-20": ("days = 30", 'days = 30\npage_date = "2026-11-20"'),
    "future-date: 2027-01-01": ("days = 30", "days = 30\nchecked_live = 2027-01-01"),
    "foreign-source": ("https://www.acmeguard.com/terms", "https://blog.example.net/acme"),
    "hostile-evidence": (
        'days"\nsource = "https://www.acmeguard.com/terms"\nevidence = "official"',
        'd"\nsource = "none"\nevidence = "hostile"',
    ),
    "two-owners: kaspersky claims": ('pattern = "ACMEGUARD"', 'pattern = "Kaspersky"'),
    "number-in-text": ('text = "30 days"', 'text = "30 days, call (202) 555-0123"'),
    "contradiction: 30 days": (
        "[[refunds]]",
        f'[[refunds]]\nscope = "any"\ndays = 14\ntext = "x"\n{SOURCED}\n\n[[refunds]]',
    ),
    "unknown-id": ('id = "acme-account"', 'id = "acme-account"\npartner = "nobody-knows"'),
    "unknown field `origin`": ("days = 30", 'days = 30\norigin = "user"'),
    "phone-form": ('kind = "page"\nvalue = "https://www.acmeguard.com/help"', 'kind = "phone"\nvalue = "call us"'),
    "one-digit-off: +78002002234": (
        'kind = "page"\nvalue = "https://www.acmeguard.com/help"',
        'kind = "phone"\nvalue = "+78002002234"',
    ),
    "phone-source": (
        f'kind = "page"\nvalue = "https://www.acmeguard.com/help"\n{SOURCED}',
        'kind = "phone"\nvalue = "+12025550123"\nsource = "https://blog.example.net/acme"\nevidence = "third-party"',
    ),
}


@pytest.mark.parametrize("rule", POISONS)
def test_poison_is_refused_by_name_and_the_others_load(home: Path, rule: str):
    before, after = POISONS[rule]
    text = GOOD.replace(before, after)
    assert text != GOOD
    ids, problems = plant(home, text)
    assert any(rule in problem and problem.startswith("acme.toml") for problem in problems), problems
    assert "acme" not in ids
    assert {"kaspersky", "norton"} <= ids


def test_a_poisoned_bundled_file_is_refused_though_the_rest_is_sealed(home: Path):
    text = (home / "providers" / "kaspersky.toml").read_text("utf-8")
    ids, problems = plant(home, text.replace("https://my.kaspersky.com/", "https://my.kaskersky.com/"), "kaspersky")
    assert problems == [
        'kaspersky.toml, channels[0].cancel_url: look-alike: my.kaskersky.com is one letter off "kaspersky"'
    ]
    assert "norton" in ids
    assert "kaspersky" not in ids


def test_a_domain_of_ones_own_that_looks_like_another_is_refused(home: Path):
    _, problems = plant(home, GOOD.replace("acmeguard.com", "bitdefendr.com"))
    assert any("look-alike: bitdefendr.com" in problem for problem in problems)


def test_lines_are_named(home: Path):
    _, problems = plant(home, GOOD.replace("days = 30", "dayz = 30"))
    line = next(n for n, line in enumerate(GOOD.splitlines(), 1) if line == "days = 30")
    assert problems == [f"acme.toml, line {line}: Object contains unknown field `dayz` ($.refunds[0])"]


@pytest.mark.parametrize(
    "text", ["", "id = ", "\x00", "[[channels]]\n", "channels = 3\n", "[channels]\nx = 1\n", "id = 1\n"]
)
def test_broken_files_become_one_problem(home: Path, text: str):
    ids, problems = plant(home, text)
    assert len(problems) == 1
    assert problems[0].startswith("acme.toml")
    assert len(ids) == len(list(HERE.glob("providers/*.toml")))


def test_bytes_that_are_no_text(home: Path):
    (home / "providers" / "acme.toml").write_bytes(b"\xff\xfe\x00")
    _, problems = load_providers(home, version=VERSION)
    assert "cannot be read" in problems[0].what


def test_a_file_must_bear_its_id(home: Path):
    _, problems = plant(home, GOOD, "other")
    assert "the id is 'acme'" in problems[0]


def test_a_public_suffix_belongs_to_nobody(tmp_path: Path):
    (tmp_path / "acme.toml").write_text(GOOD.replace('name = "acmeguard.com"', 'name = "co.uk"'), "utf-8")
    facts = load_facts(tmp_path)
    assert any("public-suffix: co.uk" in problem.what for problem in facts.problems)


def test_facts_of_ones_own_are_marked_as_such(tmp_path: Path):
    (tmp_path / "acme.toml").write_text(GOOD, "utf-8")
    (tmp_path / "norton.toml").write_text(
        GOOD.replace('id = "acme"', 'id = "norton"')
        .replace("acmeguard", "nortonmine")
        .replace("ACMEGUARD", "NORTONMINE"),
        "utf-8",
    )
    facts = load_facts(tmp_path)
    assert facts.problems == ()
    acme = next(one for one in facts.providers if one.id == "acme")
    assert acme.origin == "user"
    assert {fact.origin for _, fact in acme.facts} == {"user"}


def test_dates_of_the_file_are_those_of_its_facts():
    kaspersky = next(one for one in load_facts().providers if one.id == "kaspersky")
    assert {fact.read_on for _, fact in kaspersky.facts} == {date(2026, 11, 22)}
    assert {fact.checked_live for _, fact in kaspersky.facts} == {None}


def test_what_is_missing_is_computed():
    providers = {one.id: one for one in load_facts().providers}
    assert "refunds" in providers["wsj"].missing
    assert "channels.nexway-account.cancel_url" in providers["kaspersky"].missing
    assert "channels.my-kaspersky.cancel_url" not in providers["kaspersky"].missing


def test_five_phone_numbers_and_no_more():
    numbers = [one.value for provider in load_facts().providers for one in provider.contacts if one.kind == "phone"]
    assert len(numbers) == len(set(numbers)) == 5
