"""What can be got back or stopped, until when, on which text."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from unrenew.errors import InputError, NotFoundError
from unrenew.facts.rulebook import load_rules
from unrenew.model.remedies import Answer, Case
from unrenew.model.rules import Rule
from unrenew.model.values import Problem
from unrenew.rights.remedies import find_remedies
from unrenew.rights.rulebooks import Rulebook, build_rulebook


@cache
def rulebook(extra: Path | None = None) -> Rulebook:
    """Return the rules, compiled; those of an extra facts folder are added."""
    rules, _ = load_rules(extra)
    return build_rulebook(rules)


def rule_problems(extra: Path | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with the rule files."""
    return load_rules(extra)[1]


_DECODER: msgspec.json.Decoder[Case] = msgspec.json.Decoder(Case)


def case_message(error: Exception) -> str:
    """Return what is wrong with a case in plain words, with the name of the fact."""
    what, _, path = str(error).partition(" - at `")
    fact = path.rstrip("`").removeprefix("$").removeprefix(".")
    if what.startswith("Object contains unknown field"):
        name = what.split("`")[1]
        return f"{f'{fact}.' if fact else ''}{name}: no such fact"
    return f"{fact}: {what}" if fact else what


def read_case(text: str | bytes) -> Case:
    """Read one case from JSON.

    Raises:
        InputError: it is no JSON, a key is unknown or a value cannot be; the fact is named.

    """
    try:
        return _DECODER.decode(text)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(case_message(error)) from error


def rights_of(case: Case, *, today: date, country: str | None = None, extra: Path | None = None) -> Answer:
    """Return the remedies of a case, as of the day in the case, else `today`."""
    if country is not None and not isinstance(case.country, str):
        case = msgspec.structs.replace(case, country=country)
    return find_remedies(case, rulebook(extra), today=today)


class LineError(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of a line that is no case: its id as far as it could be read, and what is wrong."""

    id: str | int | None = None
    line: int
    error: str


class _JustId(msgspec.Struct):
    id: str | int | None = None


def _id_of(line: str | bytes) -> str | int | None:
    try:
        return msgspec.json.decode(line, type=_JustId).id
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def rights_of_lines(
    lines: Iterable[str | bytes], *, today: date, extra: Path | None = None
) -> Iterator[Answer | LineError]:
    """Yield the answer to each line of JSON, in order; for a line that is no case its error."""
    book = rulebook(extra)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield find_remedies(read_case(line), book, today=today)
        except InputError as error:
            yield LineError(id=_id_of(line), line=number, error=str(error))


def list_rules(extra: Path | None = None) -> tuple[Rule, ...]:
    """Return every rule in every version."""
    return rulebook(extra).rules


def show_rule(rule_id: str, extra: Path | None = None) -> tuple[Rule, ...]:
    """Return every version of a rule, the newest first.

    Raises:
        NotFoundError: there is no such rule.

    """
    found = tuple(rule for rule in list_rules(extra) if rule.id == rule_id)
    if not found:
        raise NotFoundError("no such rule", where=rule_id, hint="`unrenew rules list` names them all")
    return found
