"""A step takes the official address of its own channel, and no other; what the guide forgot is added in words."""

import pytest

from unrenew.directory import Directory
from unrenew.facts import load_facts
from unrenew.model.contacts import Document
from unrenew.shield.steps import read_guide


@pytest.fixture(scope="module")
def directory():
    return Directory(load_facts().providers)


@pytest.fixture
def read(directory):
    return lambda text: read_guide(Document(name="guide", text=text), directory)


def urls(clean):
    return [step.url for step in clean.steps if step.origin == "guide"]


def added(clean):
    return [step.text for step in clean.steps if step.origin == "directory"]


def test_the_address_is_that_of_the_steps_own_channel(read):
    clean = read(
        "How to cancel Netflix\n\nOn the web\n1. Sign in.\n2. Cancel it.\n\nOn Android\n1. Open the Play Store.\n2. Cancel it.\n"
    )
    assert (
        urls(clean)
        == ["https://www.netflix.com/cancelplan"] * 2 + ["https://play.google.com/store/account/subscriptions"] * 2
    )
    assert set(urls(read("Cancel Netflix on iPhone\n\n1. Open Settings.\n2. Tap Cancel Subscription.\n"))) == {None}
    assert urls(read("How to cancel Netflix\n\nOpen Settings and tap your name. Cancel it on the iPhone."))[1] is None


def test_another_brands_step_takes_that_brands_address(read):
    clean = read(
        "Norton vs McAfee: how to cancel both\n\nCancelling Norton\n1. Sign in at my.norton.com.\n2. Click Cancel.\n\n"
        "Cancelling McAfee\n1. Sign in at home.mcafee.com.\n2. Turn auto-renewal off.\n"
    )
    assert urls(clean) == ["https://my.norton.com/"] * 2 + ["https://home.mcafee.com/"] * 2


def test_a_seller_keeps_its_own_address_and_an_old_one_is_marked(read):
    clean = read(
        "Kaspersky auto-renewal\n\nSign in to My Kaspersky and choose Cancel subscription. Open the Digital River portal and"
        " cancel there. If it says 2CO, sign in to 2Checkout myAccount and cancel there."
    )
    assert urls(clean) == ["https://my.kaspersky.com/", None, "https://secure.2co.com/myaccount/"]
    assert "Digital River [outdated: Digital River no longer operates] portal" in clean.steps[1].text


def test_whose_number_it_is_stands_beside_it(read):
    clean = read("How to cancel Netflix\n\n1. Sign in.\n2. Dial 0330 041 3018 to cancel.\n3. Confirm.\n")
    assert clean.steps[1].text == "Dial 0330 041 3018 [number of Sky] to cancel"
    assert clean.removed == ()


def test_ways_that_the_guide_has_are_not_added(read):
    clean = read("How to cancel Surfshark\n\n1. Log in.\n2. Go to Subscription and click Cancel auto-renewal.\n")
    everything = " ".join(added(clean))
    assert "surfshark-account" not in everything
    assert "surfshark account" not in everything
    assert "Apple" in everything
    dell = read(
        "How to cancel McAfee\n\n1. Sign in and turn auto-renewal off.\n2. Bought from Dell? Use the Dell Digital Locker.\n"
    )
    assert not any("Dell" in text for text in added(dell))


def test_labels_are_words_that_a_person_understands(read):
    found = " | ".join(added(read("How to cancel McAfee\n\n1. Sign in.\n2. Turn auto-renewal off.\n")))
    assert "Dell: Bought through Dell" not in found
    found = " | ".join(added(read("How to cancel Netflix\n\n1. Sign in.\n2. Click Cancel Membership.\n")))
    assert "partner billed" not in found
    assert "partner" in found
    assert added(read("How to cancel DAZN\n\n1. Sign in.\n2. Click Cancel.\n"))[-1].startswith("In DE: ")


def test_the_own_way_is_added_where_no_step_is_part_of_it(read):
    clean = read("How to cancel Netflix\n\n* Fill in the form.\n* Keep the receipt.\n* Ask the front desk.\n")
    assert clean.steps[3].text == "With Netflix itself: Sign in, open Account"
    assert clean.steps[3].url == "https://www.netflix.com/cancelplan"
    assert added(read("Cancel Surfshark: call 1-888-555-0142"))[0] == "Sign in, open Subscription"
