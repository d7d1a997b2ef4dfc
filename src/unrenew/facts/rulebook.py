"""Reads the rule files: one file a rule and version, checked strictly."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec
import rtoml

from unrenew.errors import FactsError
from unrenew.model.rules import Rule
from unrenew.model.values import Problem


def _files(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found += _files(entry)
        elif entry.name.endswith(".toml"):
            found.append(entry)
    return found


def read_rule(text: str, where: str) -> Rule:
    """Read one rule file.

    Raises:
        FactsError: it is no TOML, a key is unknown, or a value is off; the file is named.

    """
    try:
        return msgspec.convert(rtoml.loads(text), Rule)
    except (rtoml.TomlParsingError, msgspec.ValidationError) as error:
        raise FactsError(str(error), where=where) from error


def read_rules(folder: Traversable) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
    """Read every rule file below a folder; a file that is wrong becomes a problem, and the others still count."""
    rules: list[Rule] = []
    problems: list[Problem] = []
    for file in _files(folder):
        where = f"{file.name}"
        try:
            rules.append(read_rule(file.read_text(encoding="utf-8"), where))
        except FactsError as error:
            problems.append(Problem(where=where, what=error.what, severity="error"))
    return tuple(rules), tuple(problems)


def rules_folder() -> Traversable:
    """Return the folder of the rule files that come with the program."""
    return files("unrenew.facts") / "rules"


@cache
def load_rules(extra: Path | None = None) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
    """Read the program's rules, and those below an extra facts folder's `rules`."""
    rules, problems = read_rules(rules_folder())
    if extra is not None and (extra / "rules").is_dir():
        more, others = read_rules(extra / "rules")
        rules, problems = rules + more, problems + others
    return rules, problems
