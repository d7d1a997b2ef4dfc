"""Reads one language: explanations of rules, questions, labels."""

from functools import cache
from importlib.resources import files

import msgspec
import rtoml

from unrenew.errors import FactsError


class RuleWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule for the person who uses it: what, how, how long the money takes, what can go wrong, what to keep."""

    title: str
    what: str
    how: str
    money: str
    wrong: str
    proof: str


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All words of one language."""

    language: str
    ui: dict[str, str]
    question: dict[str, str]
    rule: dict[str, RuleWords]


@cache
def available_languages() -> frozenset[str]:
    """Return the languages that have a file."""
    folder = files("unrenew.facts") / "words"
    return frozenset(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))


@cache
def load_wording(language: str) -> Wording:
    """Read the words of one language.

    Raises:
        FactsError: there is no file, or it breaks the form.

    """
    file = files("unrenew.facts") / "words" / f"{language}.toml"
    try:
        return msgspec.convert(rtoml.loads(file.read_text(encoding="utf-8")), Wording)
    except (OSError, rtoml.TomlParsingError, msgspec.ValidationError) as error:
        raise FactsError(f"the words of {language!r} cannot be read: {error}", where=f"{language}.toml") from error
