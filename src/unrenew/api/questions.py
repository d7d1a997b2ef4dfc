"""What to ask a person next, and what they answered."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import msgspec

from unrenew.api.rights import case_message
from unrenew.errors import InputError
from unrenew.model.remedies import Answer, RightsCase

_MEANT = {"yes": True, "true": True, "no": False, "false": False, "none": None, "null": None}
_WORDS = ("amended_or_extended_since",)
"""Facts whose `none` is a word of their own."""


def next_question(answer: Answer) -> str | None:
    """Return the fact to ask for next, or None where all is decided.

    Each remedy that is not decided shares one vote among the facts that would decide it, so that a fact that decides
    much, or alone, comes first; of equal ones the first.
    """
    votes: dict[str, Fraction] = {}
    for remedy in answer.remedies:
        for fact in remedy.missing:
            votes[fact] = votes.get(fact, Fraction()) + Fraction(1, len(remedy.missing))
    return max(votes, key=votes.__getitem__, default=None)


def _value(fact: str, text: str) -> Any:
    if fact in _WORDS:
        return text
    return _MEANT.get(text.casefold(), text)


def with_answers(case: RightsCase, answers: Iterable[str]) -> RightsCase:
    """Return a case with what a person answered, each `fact=value`, such as `consumer=yes` or `plan.term_months=12`.

    Raises:
        InputError: an answer of another form, a fact that does not exist, or a value that cannot be; it is named.

    """
    facts = msgspec.to_builtins(case)
    for answer in answers:
        fact, equals, text = answer.partition("=")
        if not (fact and equals and text.strip()):
            raise InputError(f"{answer!r} is no answer", hint="Write fact=value, such as consumer=yes.")
        table = facts
        *tables, name = fact.strip().split(".")
        for key in tables:
            inner = table.get(key)
            table[key] = inner if isinstance(inner, dict) else {}
            table = table[key]
        table[name] = _value(fact.strip(), text.strip())
    try:
        return msgspec.convert(facts, RightsCase, strict=False)
    except msgspec.ValidationError as error:
        raise InputError(case_message(error)) from error
