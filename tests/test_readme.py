"""Commands that the documents show: they exist, and so do their options."""

import re
import shlex
from pathlib import Path

import click
import pytest

from unrenew.cli import root

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def shown():
    for page in sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")]):
        for block in FENCE.findall(page.read_text(encoding="utf-8")):
            for line in block.splitlines():
                if line.startswith("$ unrenew "):
                    yield pytest.param(line[2:], id=f"{page.name}: {line[2:]}")


@pytest.mark.parametrize("line", list(shown()))
def test_a_command_that_is_shown_exists(line):
    words = shlex.split(line.split("|")[0], comments=True)[1:]
    command = root.get_command(click.Context(root), words[0])
    assert command is not None, words[0]
    options = {name for p in command.params for name in (*p.opts, *p.secondary_opts)} | {"--help", "-h"}
    for word in words[1:]:
        sub = command.get_command(click.Context(command), word) if isinstance(command, click.Group) else None
        if sub is not None:
            command = sub
            options |= {name for p in sub.params for name in (*p.opts, *p.secondary_opts)}
        elif word.startswith("-") and word != "-":
            assert word.split("=")[0] in options, word
