"""A guide comes back without what only swindlers ask for, and without waiting for long rows of signs."""

import time

import pytest

from unrenew.directory import Directory
from unrenew.facts import load_facts
from unrenew.model.contacts import Document
from unrenew.shield.steps import read_guide
from unrenew.shield.swindles import is_swindle


@pytest.fixture(scope="module")
def directory():
    return Directory(load_facts().providers)


def guide_of(text, directory):
    return read_guide(Document(name="guide", text=text), directory)


@pytest.mark.parametrize(
    "text",
    [
        "Install AnyDesk and tell the agent the code",
        "Buy a Target gift card and read the numbers to us",
        "Allow remote access so that our technician can see the refund",
        "Laden Sie TeamViewer herunter",
        "Nennen Sie die TAN dem Mitarbeiter",
        "Donnez le code reçu par SMS au conseiller",
        "Compre una tarjeta regalo y envíe el código",
    ],
)
def test_what_swindlers_ask_for(text):
    assert is_swindle(text)


@pytest.mark.parametrize(
    "text",
    [
        "Uninstall AnyDesk and change your password",
        "Never give remote access to anybody",
        "Enter the code that came by mail",
        "Tell the front desk that you want to cancel",
        "Redeem the gift card before you cancel",
        "Geben Sie niemals eine TAN weiter",
    ],
)
def test_what_honest_guides_say(text):
    assert not is_swindle(text)


def test_a_guide_without_them(directory):
    text = (
        "How to cancel Norton\n\n1. Sign in at my.norton.com\n2. Install AnyDesk and tell the agent the code\n"
        "3. Open your bank app and check that the refund has come\n4. Turn off automatic renewal"
    )
    clean = guide_of(text, directory)
    told = " ".join(step.text for step in clean.steps if step.origin == "guide")
    assert "AnyDesk" not in told
    assert "bank" not in told
    assert "Turn off automatic renewal" in told
    assert any("swindlers" in note for note in clean.notes)


@pytest.mark.parametrize("ruler", ["=" * 60, "-" * 60, "+-" * 30, "* " * 30, "#|" * 30, "(" * 60])
def test_rows_of_signs_before_a_contact(ruler, directory):
    start = time.process_time()
    clean = guide_of(
        f"How to cancel Norton\n\n1. Sign in\n{ruler} call 844-555-0142 now\n2. Turn off renewal", directory
    )
    assert time.process_time() - start < 5
    assert "0142" not in " ".join(step.text for step in clean.steps)


def test_items_in_one_line_under_a_title(directory):
    clean = guide_of("How to cancel Netflix\n\n(1) Sign in (2) Open Account (3) Click Cancel Membership", directory)
    assert [step.text for step in clean.steps if step.origin == "guide"] == [
        "Sign in",
        "Open Account",
        "Click Cancel Membership",
    ]


def test_a_link_with_a_title(directory):
    clean = guide_of(
        'Cancel Adobe\n\n1. [Sign in](https://account.adobe.com/plans "plans")\n2. Click Cancel', directory
    )
    assert clean.steps[0].text == "Sign in"


def test_a_provider_in_passing_is_not_the_subject(directory):
    text = (
        "Cancel your membership at Riverside Gym\n\nGive your name at the desk. If you pay through Spotify's student"
        " bundle, cancel with Spotify. We refund unused months within 60 days."
    )
    assert guide_of(text, directory).provider is None


def test_a_chat_and_subtitles(directory):
    chat = (
        "[12/11/26, 19:02:11] Mum: how do i stop the audible thing\n"
        "[12/11/26, 19:02:40] Tom: go to audible.com on the laptop\n"
        "[12/11/26, 19:02:58] Tom: click your name top right > account details\n"
        "[12/11/26, 19:03:20] Tom: then cancel membership and follow the screens\n"
        "[12/11/26, 19:05:02] Mum: ok thanks love"
    )
    told = [step.text for step in guide_of(chat, directory).steps if step.origin == "guide"]
    assert len(told) == 3
    assert not any(word in " ".join(told) for word in ("19:02", "Tom:", "thanks"))
    said = (
        "In this video I show how to cancel Hulu",
        "Click your name in the top right and\nchoose Account",
        "Click Cancel",
    )
    cues = "\n\n".join(f"{n}\n00:00:0{n},200 --> 00:00:0{n},900\n{line}" for n, line in enumerate(said, 1))
    told = [step.text for step in guide_of(cues, directory).steps if step.origin == "guide"]
    assert told[0].startswith("Click your name in the top right and choose Account")
    assert not any("-->" in text for text in told)
