"""The docs are what the program is: generated pages are current, every link in them leads somewhere."""

import re
import sys
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from scripts.generate_docs import PAGES, text_of  # noqa: E402

from unrenew.cli import root  # noqa: E402

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", PAGES)
def test_generated_page_is_current(page):
    assert (ROOT / page).read_text(encoding="utf-8") == text_of(page), "run `make docs`"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document):
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (document.parent / target).exists(), target


COMMAND = re.compile(r"(?:\$ )?unrenew ((?:[a-z]+)(?: [^`\n#|<>]*)?)")


def commands_of(text):
    """The commands that a page names, as words; `ID`, `NAME` and the like stand for anything."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    code = re.findall(r"`([^`\n]+)`", text) + [line for block in blocks for line in block.splitlines()]
    return [found[1].split() for span in code if (found := COMMAND.match(span.strip()))]


def parsed(words):
    """The command that these words call, the one within a group where they name it."""
    command = root.get_command(click.Context(root), words[0])
    assert command is not None, words
    if isinstance(command, click.Group):
        place = 2 if words[0] == "case" else 1  # the id of the case comes first
        word = words[place].strip(",;") if len(words) > place else "-"
        if not word.startswith(("#", "-", "…")):
            command = command.get_command(click.Context(command), word)
            assert command is not None, words
    return command


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_that_a_page_names_is_there(document):
    for words in commands_of(document.read_text(encoding="utf-8")):
        command = parsed(words)
        options = {name for one in command.params for name in (*one.opts, *one.secondary_opts)} | {"--help"}
        for word in words[1:]:
            if word.startswith("--"):
                assert word.strip(",;)").partition("=")[0] in options, words


def test_commands_are_seen_in_blocks_and_in_lines():
    page = "See `unrenew case ID done`.\n```console\n$ unrenew scan --all a.ofx > b\n```\n"
    assert commands_of(page) == [["case", "ID", "done"], ["scan", "--all", "a.ofx"]]
