"""Steps: the official way for how it was bought, and never a page that is not official."""

from datetime import UTC, date, datetime

import pytest

from unrenew.act.cases import advance, next_event, open_case
from unrenew.act.steps import find_guarantee, find_steps, official_page
from unrenew.directory import Directory
from unrenew.facts import load_facts
from unrenew.model.cases import CaseEvent, ChannelChosen, Opened, StepDone, Subject

DAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DIRECTORY = Directory(load_facts().providers)


def case_of(provider, country, *whats, name=None):
    subject = Subject(name=name or provider, provider=provider, country=country, renews_on=date(2026, 12, 20))
    case = open_case(CaseEvent(case="x", seq=1, on=DAY, at=AT, previous="", what=Opened(subject=subject)))
    for what in whats:
        case = advance(case, next_event(case, what, on=DAY, at=AT), DAY)
    return case


def test_the_way_of_kaspersky_bought_on_its_own_page():
    case = case_of("kaspersky", "DE", ChannelChosen(channel="my-kaspersky"), StepDone(step="cancel.1"))
    found = find_steps(case, DIRECTORY, DAY)
    assert found.certain
    assert found.question is None
    assert found.steps[0].url == "https://my.kaspersky.com/"
    assert found.steps[0].done
    assert not found.steps[1].done
    assert found.steps[0].source.url.startswith("https://support.kaspersky.com/")
    assert [step.id for step in found.steps][-4:] == ["status", "proof", "refund", "watch"]
    abouts = {fact.about for fact in found.facts}
    assert {"access", "early_charge", "other_plan", "refund"} <= abouts


def test_what_is_not_known_is_asked_and_no_way_is_guessed():
    found = find_steps(case_of("kaspersky", "DE"), DIRECTORY, DAY)
    assert not found.certain
    assert found.question
    assert len(found.channels) > 2
    assert not any(step.id.startswith("cancel") for step in found.steps)


def test_a_country_that_was_left_is_said():
    found = find_steps(case_of("kaspersky", "US"), DIRECTORY, DAY)
    assert any("UltraAV" in fact.text for fact in found.facts if fact.about == "warning")


def test_nobody_known_gives_the_general_steps():
    found = find_steps(case_of(None, "DE", name="Gym of Nowhere"), DIRECTORY, DAY)
    assert found.provider is None
    assert found.channels == ()
    assert [step.from_ for step in found.steps] == ["program"] * 6
    assert [step.id for step in found.steps][:2] == ["cancel.1", "cancel.2"], "done with these means: asked"
    assert found.question is None


@pytest.mark.parametrize("country", ["DE", "US", "RU", "IN", None])
def test_every_page_shown_for_every_channel_belongs_to_its_provider(country):
    pages = 0
    for provider in DIRECTORY.providers.values():
        for channel in provider.channels:
            case = case_of(provider.id, country, ChannelChosen(channel=channel.id))
            found = find_steps(case, DIRECTORY, DAY)
            for url in (*(step.url for step in found.steps), found.support):
                if url is not None:
                    pages += 1
                    host = url.split("/")[2]
                    assert DIRECTORY.owner_of_domain(host) is not None, f"{provider.id}/{channel.id}: {url}"
                    assert url.startswith("https://")
    assert pages > 50


def test_only_official_pages():
    own = {"kaspersky"}
    assert official_page("https://my.kaspersky.com/x", DIRECTORY, own)
    for url in (
        "https://kaspersky.com@evil.example/",
        "https://my.kaspersky.com.evil.example/",
        "http://my.kaspersky.com/",
        "https://kasperskynumbersupport.com/",
        "https://www.norton.com/",
        "javascript:alert(1)",
        None,
    ):
        assert official_page(url, DIRECTORY, own) is None


def test_old_facts_are_not_shown_as_steps():
    case = case_of("kaspersky", "DE", ChannelChosen(channel="my-kaspersky"))
    old = find_steps(case, DIRECTORY, date(2029, 1, 1))
    assert [step.text for step in old.steps if step.id.startswith("cancel")] == [
        "Sign in on the official page and look for the renewal there"
    ]
    assert old.steps[0].url == "https://www.kaspersky.com/"
    assert not any(fact.about == "refund" for fact in old.facts)


def test_the_sellers_promise_is_that_of_the_seller():
    case = case_of("kaspersky", "HK", ChannelChosen(channel="nexway"))
    assert find_guarantee(case, DIRECTORY, DAY, renewal=True).days == 30
    only_an_old_page = case_of("kaspersky", "FR", ChannelChosen(channel="nexway"))
    assert find_guarantee(only_an_old_page, DIRECTORY, DAY, renewal=True) is None
    bought_in_a_shop = case_of("kaspersky", "FR", ChannelChosen(channel="app-store"))
    assert find_guarantee(bought_in_a_shop, DIRECTORY, DAY, renewal=True) is None
    assert find_guarantee(case_of(None, "DE", name="Nobody"), DIRECTORY, DAY, renewal=False) is None
