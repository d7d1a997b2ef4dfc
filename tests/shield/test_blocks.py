"""A text comes apart into headings, items, rows and paragraphs, however its lists are written."""

import time

import pytest

from unrenew.shield.blocks import split_blocks
from unrenew.shield.markers import marker_of

WANTED = ["Sign in", "Open Account", "Click Cancel Membership"]


def items(text):
    return [block.plain for block in split_blocks(text) if block.kind == "item"]


@pytest.mark.parametrize(
    "text",
    [
        "1. Sign in\n2. Open Account\n3. Click Cancel Membership",
        "1) Sign in\n\n2) Open Account\n\n3) Click Cancel Membership",
        "(1) Sign in\n(2) Open Account\n(3) Click Cancel Membership",
        "1 - Sign in\n2 - Open Account\n3 - Click Cancel Membership",
        "1️⃣ Sign in\n2️⃣ Open Account\n3️⃣ Click Cancel Membership",
        "① Sign in\n② Open Account\n③ Click Cancel Membership",
        "a) Sign in\nb) Open Account\nc) Click Cancel Membership",
        "I. Sign in\nII. Open Account\nIII. Click Cancel Membership",
        "- Sign in\n- Open Account\n- Click Cancel Membership",
        "• Sign in\n• Open Account\n• Click Cancel Membership",
        "👉 Sign in\n👉 Open Account\n👉 Click Cancel Membership",
        "Step 1: Sign in\nStep 2: Open Account\nStep 3: Click Cancel Membership",
        "**Step 1** – Sign in\n**Step 2** – Open Account\n**Step 3** – Click Cancel Membership",
        "Step-1 Sign in\nStep-2 Open Account\nStep-3 Click Cancel Membership",
        "Step one: Sign in\nStep two: Open Account\nStep three: Click Cancel Membership",
        "First step: Sign in\nSecond step: Open Account\nLast step: Click Cancel Membership",
        "Schritt 1: Sign in\nSchritt 2: Open Account\nSchritt 3: Click Cancel Membership",
        "1. Schritt: Sign in\n2. Schritt: Open Account\n3. Schritt: Click Cancel Membership",
        "手順1：Sign in\n手順2：Open Account\n手順3：Click Cancel Membership",
        "## 1. Sign in\n## 2. Open Account\n## 3. Click Cancel Membership",
        "> 1. Sign in\n> 2. Open Account\n> 3. Click Cancel Membership",
        "> > 1. Sign in\n> > 2. Open Account\n> > 3. Click Cancel Membership",
        "How to: 1. Sign in 2. Open Account 3. Click Cancel Membership",
        "How to: (1) Sign in, (2) Open Account, (3) Click Cancel Membership",
        "How to: Step 1: Sign in Step 2: Open Account Step 3: Click Cancel Membership",
        "- 1. Sign in\n- 2. Open Account\n- 3. Click Cancel Membership",
        "1.º Sign in\n2.º Open Account\n3.º Click Cancel Membership",
        "1° Sign in\n2° Open Account\n3° Click Cancel Membership",
        "Erstens: Sign in\nZweitens: Open Account\nDrittens: Click Cancel Membership",
        "Ten eerste: Sign in\nTen tweede: Open Account\nTen derde: Click Cancel Membership",
        "第一步：Sign in\n第二步：Open Account\n第三步：Click Cancel Membership",
    ],
)
def test_forms_of_lists(text):
    assert items(text) == WANTED


@pytest.mark.parametrize(
    "line",
    ["Note 2: one click", "10.5 percent", "3rd party", "12 May", "2026. was a year", "*Updated by Jane*", "-5 degrees", "1:30 pm", "20° C", "First, a word", "Second class"],
)  # fmt: skip
def test_what_is_no_marker(line):
    marker = marker_of(line)
    assert marker is None or (marker.kind == "bullet" and line.startswith("-"))


def test_wrapped_lines_are_one():
    text = "1. Sign in at the web site with the address that you\nused when you joined.\n2. Open Account and then\n   look for it."
    assert items(text) == [
        "Sign in at the web site with the address that you used when you joined.",
        "Open Account and then look for it.",
    ]
    prose = "First of all, sign in at the site and click your avatar in the\nupper corner. Then choose Plan. At the end of the page you will\nfind a link."
    assert len(split_blocks(prose)) == 1


def test_spoken_lines_stay_apart_and_lose_their_times():
    text = "[00:00] hey guys today i show you how to cancel acme\n[00:12] go to the site and log in\n[00:21] click on account\n"
    assert [block.text for block in split_blocks(text)][1:] == ["go to the site and log in", "click on account"]
    bare = "hey i show you how to cancel\ngo to the site and log in\nclick on account"
    assert [block.text for block in split_blocks(bare)][1:] == ["go to the site and log in", "click on account"]


def test_headings_and_what_says_to_do_something():
    text = "How to cancel\n\nSign in\n\nOpen Account\n\nIn person\nGo there now.\n\nWhat is it?\nAn app.\n\nTitle\n=====\nText goes here."
    kinds = [(block.kind, block.text) for block in split_blocks(text)]
    assert kinds[:4] == [
        ("heading", "How to cancel"),
        ("text", "Sign in"),
        ("text", "Open Account"),
        ("heading", "In person"),
    ]
    assert ("heading", "What is it?") in kinds
    assert ("heading", "Title") in kinds


def test_rows_and_paths_and_references():
    text = "| Step | What |\n|---|---|\n| 1 | Sign in |\n\nAccount > Plans > Cancel the plan that you see > Confirm\nSettings > Plans > Cancel\n\n[1]: https://a.example\n"
    blocks = split_blocks(text)
    assert [block.cells for block in blocks if block.kind == "row"] == [("Step", "What"), ("1", "Sign in")]
    assert [block.text[:8] for block in blocks if block.kind == "text"] == ["Account ", "Settings"]


def test_a_greeting_ends_a_list():
    blocks = split_blocks("1. Sign in\n2. Cancel\n\nKind regards\nThe Team")
    assert [block.kind for block in blocks] == ["item", "item", "heading", "text"]


@pytest.mark.parametrize("pattern", ["1. ", "> ", "| ", "- a\n", "Step 1: ", "(1) ", "a) ", "00:01 a\n"])
def test_a_long_text_takes_seconds(pattern):
    start = time.process_time()
    split_blocks((pattern * 200_000)[:200_000])
    assert time.process_time() - start < 5
