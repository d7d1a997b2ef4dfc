"""The tree is what CONTRIBUTING.md says it is: small modules, one-sentence docstrings, no banned names."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "unrenew"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
BANNED = {"utils", "helpers", "common", "misc", "base", "core", "manager", "service"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400, "a module is at most 400 lines: split it along the flow of the data"
    assert path.stem not in BANNED
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring, "a module says in one sentence what it is"
    first = docstring.splitlines()[0]
    assert len(first) <= 72
    assert first.endswith((".", ":"))
