"""Rule files to a rulebook: compiled once, asked for any number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from unrenew.errors import FactsError
from unrenew.model.remedies import Action, Citation, Facts
from unrenew.model.rules import ActBy, AmountRow, DeadlineRow, Ends, Need, Rule, Within
from unrenew.rights.conditions import Day, Missing, Test, all_of, any_of, condition, day_of, inverse, table
from unrenew.rights.deadlines import Unit
from unrenew.rights.givens import COUNTRY_ALIASES, KNOWN

ANY_PROVIDER = "*"
"""A source that was read longer ago than this is shown as stale."""


@dataclass(frozen=True, slots=True)
class Row:
    """A condition with the text it rests on; `in_time_for`: the rules in whose time the day `name` must lie."""

    test: Test
    name: str
    cite: str
    in_time_for: "tuple[CompiledRule, ...]" = ()


@dataclass(frozen=True, slots=True)
class Period:
    """A length whose count is a number, or a fact that holds one."""

    count: int | str
    unit: Unit

    def __str__(self) -> str:
        """Return it as the rule file has it."""
        return f"{self.count} {self.unit}"


@dataclass(frozen=True, slots=True)
class CompiledDeadline:
    """A row of `[[deadline]]`, ready to be asked."""

    test: Test
    start: Day | None
    periods: tuple[Period, ...]
    row: DeadlineRow
    start_name: str
    steps: str


@dataclass(frozen=True, slots=True)
class CompiledEnd:
    """A row of `[[ends]]`, ready to be asked."""

    test: Test
    periods: tuple[Period, ...]
    not_before: Day | None
    row: Ends


@dataclass(frozen=True, slots=True)
class CompiledAmount:
    """A row of `[[amount]]`, ready to be asked."""

    test: Test
    start: Day
    row: AmountRow


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """One rule in one version, ready to be asked."""

    rule: Rule
    version: str
    events: tuple[str, ...]
    countries: frozenset[str]
    places: frozenset[str]
    assumed: tuple[tuple[str, bool | int | str, Test, str], ...]
    needs: tuple[Row, ...]
    losts: tuple[Row, ...]
    deadlines: tuple[CompiledDeadline, ...]
    ends: tuple[CompiledEnd, ...]
    amounts: tuple[CompiledAmount, ...]
    action: Action
    citations: tuple[Citation, ...]
    act_before: Day | None

    @property
    def act_by(self) -> ActBy:
        """How much earlier than the deadline to act."""
        return self.rule.act_by

    @property
    def refund_within(self) -> Within | None:
        """How long the money may take."""
        return self.rule.refund_within


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules, each with its versions from the newest to the oldest, and the providers' promises by name."""

    groups: tuple[tuple[CompiledRule, ...], ...]
    guarantees: Mapping[str, tuple[CompiledRule, ...]]
    countries: frozenset[str]
    by_country: Mapping[str, tuple[tuple[CompiledRule, ...], ...]]
    anywhere: tuple[tuple[CompiledRule, ...], ...]

    def groups_for(self, facts: Facts) -> tuple[tuple[CompiledRule, ...], ...]:
        """Return the rules that may hold in the case's country; all of them where it is not known."""
        if "country" not in facts:
            return self.groups
        country = facts["country"]
        return self.by_country.get(country, self.anywhere) if isinstance(country, str) else self.anywhere

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Return every rule in every version, by id, newest first."""
        every = (*self.groups, *self.guarantees.values())
        return tuple({id(one.rule): one.rule for group in every for one in group}.values())

    def guarantee_of(self, facts: Facts) -> tuple[CompiledRule, ...]:
        """Return the promise of the case's provider; its name may be longer than the one in the file."""
        name = facts.get("provider")
        if isinstance(name, str):
            words = name.split()
            for count in range(len(words), 0, -1):
                group = self.guarantees.get(" ".join(words[:count]))
                if group:
                    return group
        return self.guarantees.get(ANY_PROVIDER, ())


def provider_key(name: str) -> str:
    """Return a provider's name as cases are matched with it."""
    return " ".join(name.casefold().replace("-", " ").split())


def period(text: str) -> Period:
    """Compile a length, such as `14 days` or `terms.notice_months months`."""
    count, _, unit = text.partition(" ")
    if not count.isdigit() and count not in KNOWN:
        raise FactsError(f"{text!r}: {count!r} is neither a number nor a fact")
    return Period(int(count) if count.isdigit() else count, unit)  # pyright: ignore[reportArgumentType]  # the schema holds it


def _need(need: Need) -> Row:
    if need.any:
        return Row(any_of(table(one, KNOWN) for one in need.any), "any", need.cite)
    if need.fact is None:
        raise FactsError("a [[need]] has a `fact` or `any`")
    tests: list[Test] = []
    if need.is_ is not None:
        tests.append(condition(need.fact, need.is_, KNOWN))
    if need.in_ is not None:
        tests.append(condition(need.fact, list(need.in_), KNOWN))
    if need.not_in is not None:
        tests.append(inverse(condition(need.fact, list(need.not_in), KNOWN)))
    for operator in ("before", "after", "min", "max", "given"):
        value = getattr(need, operator)
        if value is not None:
            tests.append(condition(need.fact, {operator: value}, KNOWN))
    if not tests and not need.in_time_for:
        raise FactsError(f"the [[need]] of {need.fact!r} compares with nothing")
    return Row(all_of(tests), need.fact, need.cite)


def _has(fact: str) -> Test:
    if fact not in KNOWN:
        raise FactsError(f"{fact!r} is no fact of a case")
    return lambda facts: facts.get(fact) is not None


def _later_than(fact: str, expression: str) -> Test:
    """Return a condition that holds only for a date that is known."""
    left, right = day_of(fact, KNOWN), day_of(expression, KNOWN)

    def test(facts: Facts) -> bool | Missing:
        one, other = left(facts), right(facts)
        return one > other if isinstance(one, date) and isinstance(other, date) else False

    return test


def _deadline(row: DeadlineRow) -> CompiledDeadline:
    tests = [table(row.all, KNOWN)]
    if row.has:
        tests.append(_has(row.has))
    tests += [_later_than(fact, expression) for fact, expression in row.later_than.items()]
    if row.start is None and not (row.any_time or row.unknown or row.ask or row.never):
        raise FactsError("a [[deadline]] has a `start`, or says `any_time`, `unknown` or `ask`")
    return CompiledDeadline(
        test=all_of(tests),
        start=day_of(row.start, KNOWN) if row.start else None,
        periods=tuple(period(length) for length in row.length),
        row=row,
        start_name=row.start or "",
        steps=f"{'less' if row.direction == 'back' else 'and'} {' and '.join(row.length) or '0 days'}",
    )


def _end(row: Ends) -> CompiledEnd:
    return CompiledEnd(
        test=table(row.all, KNOWN),
        periods=tuple(period(length) for length in row.length),
        not_before=day_of(row.not_before, KNOWN) if row.not_before else None,
        row=row,
    )


def _amount(row: AmountRow) -> CompiledAmount:
    return CompiledAmount(test=table(row.all, KNOWN), start=day_of(row.start, KNOWN), row=row)


def compile_rule(rule: Rule) -> CompiledRule:
    """Compile one rule.

    Raises:
        FactsError: a fact, comparison or length that does not exist; the rule is named.

    """
    events = (rule.applies.event,) if isinstance(rule.applies.event, str) else rule.applies.event
    try:
        for event in events:
            day_of(event, KNOWN)
        return CompiledRule(
            rule=rule,
            version=rule.version_name,
            events=events,
            countries=frozenset(place[:2] for place in rule.jurisdiction),
            places=frozenset(rule.jurisdiction),
            assumed=tuple((a.fact, a.value, table(a.all, KNOWN), a.cite) for a in rule.assume),
            needs=tuple(_need(need) for need in rule.need),
            losts=tuple(Row(table(row.all, KNOWN), " and ".join(row.all), row.cite) for row in rule.lost),
            deadlines=tuple(_deadline(row) for row in rule.deadline),
            ends=tuple(_end(row) for row in rule.ends),
            amounts=tuple(_amount(row) for row in rule.amount),
            action=Action(
                to=rule.action.to,
                form=rule.action.form,
                template=rule.action.template,
                proof=rule.action.proof,
                warn=rule.action.warn,
            ),
            citations=tuple(Citation(cite=s.cite, url=s.url, checked=s.checked) for s in rule.source),
            act_before=day_of(rule.act_by.before, KNOWN) if rule.act_by.before else None,
        )
    except FactsError as error:
        raise FactsError(error.what, where=f"rule {rule.id} ({rule.version_name})", hint=error.hint) from error


def _linked(compiled: CompiledRule, groups: Mapping[str, list[CompiledRule]]) -> CompiledRule:
    """Return the rule with the other rules, in their newest version, on whose time its needs depend."""
    unknown = [name for need in compiled.rule.need for name in need.in_time_for if name not in groups]
    if unknown:
        raise FactsError(f"{unknown[0]!r} is no rule", where=f"rule {compiled.rule.id} ({compiled.version})")
    needs = tuple(
        replace(row, in_time_for=tuple(groups[name][0] for name in need.in_time_for))
        for row, need in zip(compiled.needs, compiled.rule.need, strict=True)
    )
    return replace(compiled, needs=needs)


def _newest_first(compiled: CompiledRule) -> tuple[int, str]:
    begins = compiled.rule.applies.from_
    return (-begins.toordinal(), compiled.version) if isinstance(begins, date) else (1, compiled.version)


def build_rulebook(rules: Iterable[Rule]) -> Rulebook:
    """Compile rules into a rulebook; their order does not matter.

    Raises:
        FactsError: a rule is wrong, or two files of one rule hold for the same day.

    """
    groups: dict[str, list[CompiledRule]] = {}
    promises: dict[str, list[CompiledRule]] = {}
    for rule in rules:
        compiled = compile_rule(rule)
        if rule.provider:
            for name in rule.provider:
                promises.setdefault(provider_key(name), []).append(compiled)
        else:
            groups.setdefault(rule.id, []).append(compiled)
    for versions in (*groups.values(), *promises.values()):
        versions.sort(key=_newest_first)
        _refuse_overlaps(versions)
    groups = {name: [_linked(one, groups) for one in versions] for name, versions in groups.items()}
    every = tuple(tuple(groups[name]) for name in sorted(groups))
    countries = frozenset(c for versions in every for one in versions for c in one.countries)
    return Rulebook(
        groups=every,
        guarantees={name: tuple(versions) for name, versions in sorted(promises.items())},
        countries=countries,
        by_country={c: tuple(v for v in every if not v[0].countries or c in v[0].countries) for c in countries},
        anywhere=tuple(versions for versions in every if not versions[0].countries),
    )


def _refuse_overlaps(versions: list[CompiledRule]) -> None:
    for newer, older in pairwise(versions):
        begins, until = newer.rule.applies.from_, older.rule.applies.until
        if not isinstance(begins, date) or until is None or until >= begins:
            raise FactsError(f"{newer.rule.id}: versions {newer.version} and {older.version} hold for the same day")


def country_code(text: str) -> str:
    """Return an ISO 3166 code; `UK` and `EL` are taken for what they mean."""
    return COUNTRY_ALIASES.get(text.upper(), text.upper())
