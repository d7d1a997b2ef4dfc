"""A guide comes out clean: its steps, its claims, the ways it forgot."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from unrenew.cli import root
from unrenew.directory import Directory
from unrenew.facts import load_facts
from unrenew.model.contacts import Document
from unrenew.shield import find_contacts
from unrenew.shield.steps import read_guide

SEED = Path(__file__).parents[3] / "shared" / "guides" / "seed.txt"
TODAY = date(2026, 11, 22)
GUIDE = """# How to Cancel Kaspersky™ {All in Kaspersky»Services}

Kaspersky™ is ***📞 1→855(555)→0142 well known. If bought from Digital River (Nexway), use their portal.

🔑 Step 1: Sign In to Your ***📞 1→855(555)→0142 Account

Open the [site](https://my.kaspersky.com) and sign in.

📁 **Step 2: Go to “My Membership”***📞 1→855(555)→0142**

- ✓ Kaspersky 360
- ✓ Kaspersky Premium

💰 **Step 3: Check Refund**

There is a **60-day money-back guarantee** for t***☎ 1→855(555)→0142 he annual plans and the rest.

⚠️ **Important Things**

Nothing of this belongs to a step. Write to evil@acme-guard.example.
"""


@pytest.fixture(scope="module")
def directory():
    return Directory(load_facts().providers)


@pytest.fixture(scope="module")
def clean(directory):
    return read_guide(Document(name="guide", text=GUIDE), directory)


def test_steps_are_clean_and_in_order(clean):
    own = [step for step in clean.steps if step.origin == "guide"]
    assert [step.n for step in own] == [1, 2, 3]
    assert own[0].text.startswith("Sign In to Your Account")
    assert own[0].url == "https://my.kaspersky.com/"
    assert own[1].url == "https://my.kaspersky.com/"
    assert "the annual plans" in own[2].text
    everything = json.dumps(clean.to_json()["steps"], ensure_ascii=False)
    assert not any(sign in everything for sign in ("855", "0142", "📞", "☎", "***", "evil", "™"))
    assert "belongs to a step" not in everything


def test_what_the_guide_forgot_is_added(clean):
    added = " ".join(step.text for step in clean.steps if step.origin == "directory")
    assert "AI Marche" in added
    assert "Apple" in added
    assert "Digital River" not in added


def test_claims_are_held_against_the_facts(clean):
    claims = {(claim.about, claim.claim): claim for claim in clean.claims}
    refund = claims["refund_days", "refund within 60 days"]
    assert refund.verdict == "contradicted"
    assert refund.facts_say.startswith("30 days")
    assert refund.source.startswith("https://")
    assert refund.as_of
    river = claims["reseller", "bought through Digital River"]
    assert river.verdict == "contradicted"
    assert "no longer operates" in river.facts_say
    assert claims["reseller", "bought through Nexway"].verdict == "supported"
    assert claims["product", "Kaspersky 360"].verdict == "contradicted"
    assert claims["product", "Kaspersky Premium"].verdict == "supported"
    assert claims["page", 'a page or button "My Membership"'].verdict == "contradicted"


def test_removed_contacts_keep_their_verdicts(clean):
    words = {v.contact.value: v.word for v in clean.removed}
    assert words["+18555550142"] == "planted"
    assert words["evil@acme-guard.example"] == "unknown"


def test_a_guide_for_an_unknown_provider(directory):
    text = "1. Open the page\n2. Click Cancel or call 1-855-555-0142\n3. Confirm"
    clean = read_guide(Document(name="g", text=text), directory)
    assert clean.provider is None
    assert [step.text for step in clean.steps] == ["Open the page", "Click Cancel", "Confirm"]


@pytest.mark.parametrize(
    "planted",
    [
        "855⇄555⇄0142",
        "one eight five five five five five oh one four one",
        "+𝟭-𝟴𝟱𝟱-𝟱𝟱𝟱-𝟬𝟭𝟰𝟮",
        "&#49;-855-555-01&#52;&#50;",
        "[1-(855)-555-0142]",
        "https://wa.me/18555550142",
        '<a href="tel:+18555550142">x</a>',
        "desk@norton-helpdesk.example",
    ],
)
def test_nothing_planted_is_left_anywhere(directory, planted):
    text = (
        f"# How to cancel Norton {planted}? {{Guide}}\n\n"
        f"Step 1: Sign in {planted}\n\nOpen the [Norton account {planted}](https://my.norton.com), see [help {planted}]"
        f"(https://norton-desk.example/help).\n\nStep 2: Cancel {planted} the renewal\n\n| Support | {planted} |\n"
    )
    clean = read_guide(Document(name="g", text=text), directory)
    words = " ".join([clean.title, *(f"{step.text} {step.url or ''}" for step in clean.steps)])
    assert [step.n for step in clean.steps if step.origin == "guide"] == [1, 2]
    assert not any(part in words for part in ("0142", "555", "norton-desk", "helpdesk", "wa.me", "eight", " ne "))
    assert not [c.value for c in find_contacts(words).contacts if c.kind in {"phone", "email", "messenger"}]


def test_command(tmp_path):
    file = tmp_path / "guide.md"
    file.write_text(GUIDE, encoding="utf-8")
    result = CliRunner().invoke(root, ["guide", str(file), "--json"])
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert set(document) == {"title", "provider", "steps", "removed", "claims"}
    assert document["provider"] == "kaspersky"
    table = CliRunner().invoke(root, ["guide", str(file)])
    assert "+1 855 ••• ••42" in table.output
    assert "8555550142" not in table.output


@pytest.mark.shared
def test_the_seed():
    if not SEED.exists():
        pytest.skip("the folder ../shared is not here")
    result = CliRunner().invoke(root, ["guide", str(SEED), "--json"])
    document = json.loads(result.stdout)
    own = [step for step in document["steps"] if step["from"] == "guide"]
    assert len(own) == 8
    assert not any(part in json.dumps(document["steps"]) for part in ("737", "0477", "LifeLock is a"))
    verdicts = {claim["claim"]: claim["verdict"] for claim in document["claims"]}
    assert verdicts["refund within 60 days"] == "contradicted"
    assert verdicts["bought through Digital River"] == "contradicted"
    assert verdicts["kaspersky LifeLock"] == verdicts["kaspersky 360"] == "contradicted"


def steps_of(text, directory):
    return [
        step.text for step in read_guide(Document(name="guide", text=text), directory).steps if step.origin == "guide"
    ]


def test_prose_gives_the_sentences_that_say_what_to_do_and_no_heading(directory):
    text = (
        "How to cancel Norton and get a refund\n"
        "Cancelling 1⚚855⚚555⚚0142 Norton is simple. First, sign in to your account1⚚855⚚555⚚0142 . Many people do so.\n\n"
        "|| (1-(855)-(555)-(0142) || Then open My Subscriptions || (1-(855)-(555)-(0142) || .\n"
    )
    assert steps_of(text, directory) == ["First, sign in to your account", "Then open My Subscriptions"]


def test_a_list_of_bullets_gives_each_as_a_step(directory):
    text = (
        "Leaving Norton [[cancelation]]\n"
        "*To (1>::<855 >::<555 >::<0142>) stop it, first sign in to your Norton account.\n"
        "*Open (1>::<855 >::<555 >::<0142>) My Subscriptions.\n"
        "*Select Turn Off Auto-Renewal.\n"
        "*Norton may send a mail about it.\n"
    )
    assert steps_of(text, directory) == [
        "To stop it, first sign in to your Norton account",
        "Open My Subscriptions",
        "Select Turn Off Auto-Renewal",
        "Norton may send a mail about it",
    ]


def test_a_numbered_list_ends_with_its_last_sentence(directory):
    text = (
        "1. Log in to NordVPN.\n2. Choose Cancel.\n3. Confirm that you want to leave.\n\nThere is a 30-day guarantee.\n"
    )
    assert steps_of(text, directory)[-1] == "Confirm that you want to leave"


def test_days_far_from_the_word_refund_in_one_sentence_are_a_claim(directory):
    text = (
        "How to cancel Norton. Their refund policy typically applies to everybody who decides to give the plan up within a"
        " specific time frame, that is usually within 60 days of the purchase."
    )
    claims = read_guide(Document(name="guide", text=text), directory).claims
    assert [(claim.about, claim.verdict) for claim in claims if claim.about == "refund_days"] == [
        ("refund_days", "supported")
    ]
