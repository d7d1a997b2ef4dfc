"""Conditions with three values: true, false, or the facts to ask for.

A fact that is missing is unknown, never false; `None` is known that there is none. A condition compiles to a function
from facts to True, False, or the names of the facts to ask for.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from unrenew.errors import FactsError
from unrenew.model.remedies import Facts
from unrenew.rights.deadlines import Place, Unit, add
from unrenew.rights.givens import ASKED_AS

Missing = tuple[str, ...]
Truth = bool | Missing
Test = Callable[[Facts], Truth]
Day = Callable[[Facts], "date | Missing | None"]

_EXPRESSION = re.compile(r"^(?P<fact>[a-z_.]+)(?: (?P<sign>[+-]) (?P<count>\d+) (?P<unit>days|weeks|months|years))?$")
_NOWHERE = Place()
_NEVER: Missing = ()


def asked(fact: str) -> Missing:
    """Return what to ask a person for, to know this fact."""
    return (ASKED_AS.get(fact, fact),)


def unique(names: Iterable[str]) -> Missing:
    """Return the names in their order, each once."""
    return tuple(dict.fromkeys(names))


def day_of(expression: str, known: frozenset[str]) -> Day:
    """Compile a date expression, such as `purchased_on` or `purchased_on + 12 months` (month ends clip)."""
    match = _EXPRESSION.match(expression)
    if match is None or match["fact"] not in known:
        raise FactsError(f"{expression!r} is no date of a case", hint="Write a fact, or `fact + 12 months`.")
    fact, sign, count, unit = match["fact"], match["sign"], match["count"], match["unit"]

    unknown = asked(fact)

    def plain(facts: Facts) -> date | Missing | None:
        if fact not in facts:
            return unknown
        value = facts[fact]
        return value if isinstance(value, date) else None

    if sign is None:
        return plain
    amount: int = int(count)
    period: Unit = unit  # pyright: ignore[reportAssignmentType]  # the pattern names units only

    def moved(facts: Facts) -> date | Missing | None:
        value = plain(facts)
        return add(value, amount, period, _NOWHERE, back=sign == "-") if isinstance(value, date) else value

    return moved


def _is(fact: str, wanted: Any) -> Test:
    values = frozenset(None if value == "none" else value for value in (wanted if _is_many(wanted) else (wanted,)))
    unknown = asked(fact)

    def test(facts: Facts) -> Truth:
        return facts[fact] in values if fact in facts else unknown

    return test


def _is_many(wanted: Any) -> bool:
    return isinstance(wanted, list | tuple)


def _compares(fact: str, operator: str, expression: str, known: frozenset[str]) -> Test:
    left, right = day_of(fact, known), day_of(expression, known)
    holds: Callable[[date, date], bool] = {
        "before": date.__lt__,
        "on_or_before": date.__le__,
        "after": date.__gt__,
        "on_or_after": date.__ge__,
    }[operator]

    def test(facts: Facts) -> Truth:
        one, other = left(facts), right(facts)
        if one is None or other is None:
            return False
        if isinstance(one, tuple) or isinstance(other, tuple):
            return (*(one if isinstance(one, tuple) else ()), *(other if isinstance(other, tuple) else ()))
        return holds(one, other)

    return test


def _bounded(fact: str, operator: str, bound: int) -> Test:
    def test(facts: Facts) -> Truth:
        if fact not in facts:
            return asked(fact)
        value = facts[fact]
        if not isinstance(value, int):
            return False
        return value >= bound if operator == "min" else value <= bound

    return test


def _given(fact: str, wanted: bool) -> Test:
    return lambda facts: asked(fact) if fact not in facts else (facts[fact] is not None) is wanted


def _surely(test: Test) -> Test:
    """Return a condition that holds only if it is known to: nobody is asked for its sake."""
    return lambda facts: test(facts) is True


def inverse(test: Test) -> Test:
    """Return the condition that holds where this one does not."""

    def inverted(facts: Facts) -> Truth:
        truth = test(facts)
        return truth if isinstance(truth, tuple) else not truth

    return inverted


def condition(fact: str, wanted: Any, known: frozenset[str]) -> Test:
    """Compile one condition on one fact; an unknown fact or comparison is an error in the rule."""
    if fact not in known:
        raise FactsError(f"{fact!r} is no fact of a case")
    if not isinstance(wanted, dict):
        return _is(fact, wanted)
    tests: list[Test] = []
    for operator, value in wanted.items():  # pyright: ignore[reportUnknownVariableType]  # checked by the branches
        tests.append(_operator(fact, str(operator), value, known))  # pyright: ignore[reportUnknownArgumentType]  # same
    return all_of(tests)


def _operator(fact: str, operator: str, value: Any, known: frozenset[str]) -> Test:
    if operator in ("before", "on_or_before", "after", "on_or_after") and isinstance(value, str):
        return _compares(fact, operator, value, known)
    if operator in ("min", "max") and isinstance(value, int):
        return _bounded(fact, operator, value)
    if operator == "given" and isinstance(value, bool):
        return _given(fact, value)
    if operator == "not":
        return inverse(_is(fact, value))
    if operator == "surely":
        return _surely(_is(fact, value))
    raise FactsError(f"{fact!r}: {operator!r} is no comparison")


def all_of(tests: Iterable[Test]) -> Test:
    """Return a condition that is false if one is false, else unknown if one is unknown, else true."""
    every = tuple(tests)
    if len(every) == 1:
        return every[0]

    def test(facts: Facts) -> Truth:
        missing: Missing = _NEVER
        for one in every:
            truth = one(facts)
            if truth is False:
                return False
            if truth is not True:
                missing += truth
        return missing or True

    return test


def any_of(tests: Iterable[Test]) -> Test:
    """Return a condition that is true if one is true, else unknown if one is unknown, else false."""
    every = tuple(tests)

    def test(facts: Facts) -> Truth:
        missing: Missing = _NEVER
        for one in every:
            truth = one(facts)
            if truth is True:
                return True
            if truth is not False:
                missing += truth
        return missing or False

    return test


def table(conditions: dict[str, Any], known: frozenset[str]) -> Test:
    """Compile a table of conditions, all of which must hold; an empty one always holds."""
    return all_of(condition(fact, wanted, known) for fact, wanted in conditions.items())
