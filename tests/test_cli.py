"""Every command loads, has help with an example, and says the same line as the list of commands."""

import importlib

import pytest
from click.testing import CliRunner

from unrenew import __version__
from unrenew.cli import COMMANDS, root


def test_version():
    result = CliRunner().invoke(root, ["--version"])
    assert result.exit_code == 0
    assert __version__ in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_help(name):
    module, _, function = COMMANDS[name][0].partition(":")
    assert hasattr(importlib.import_module(module), function)
    result = CliRunner().invoke(root, [name, "--help"])
    assert result.exit_code == 0
    assert "Example" in result.output


def test_options_may_stand_before_the_command_of_a_group(tmp_path):
    home = ["--home", str(tmp_path), "--json"]
    after = CliRunner().invoke(root, ["rules", "list", *home, "--country", "DE"])
    before = CliRunner().invoke(root, ["rules", "--country", "DE", *home, "list"])
    assert (before.exit_code, before.stdout) == (0, after.stdout)


@pytest.mark.parametrize(("group", "command"), [("rules", "list"), ("notices", "list"), ("facts", "check")])
def test_a_group_alone_is_its_first_command(group, command, tmp_path):
    options = ["--home", str(tmp_path), "--json", "--as-of", "2026-11-30"]
    alone, named = (CliRunner().invoke(root, [group, *sub, *options]) for sub in ([], [command]))
    assert (alone.exit_code, alone.stdout) == (named.exit_code, named.stdout)
    assert "No such command" in CliRunner().invoke(root, [group, "nothing"]).stderr
