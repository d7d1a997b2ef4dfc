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
