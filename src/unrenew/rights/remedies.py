"""A subscription and a date to remedies, or to what is unknown."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from unrenew.model.remedies import Answer, Facts, Remedy, RightsCase, Status
from unrenew.rights.amounts import money_back
from unrenew.rights.conditions import Missing, asked, unique
from unrenew.rights.deadlines import DAY, Place, act_by, add, add_business_days, roll
from unrenew.rights.givens import facts_of
from unrenew.rights.periods import Term, last_day
from unrenew.rights.rulebooks import CompiledRule, Row, Rulebook

_RANK: dict[Status, int] = {"open": 0, "ask": 1, "closed": 2, "not_law": 3}
_FAR = date.max


def place_of(facts: Facts) -> Place:
    """Return where the act is done: the person's country and region, and their bank's business days."""
    country, region, bank = facts.get("country"), facts.get("region"), facts.get("bank_business_days")
    return Place(
        country if isinstance(country, str) else None,
        region.rpartition("-")[2] if isinstance(region, str) else None,
        bank if isinstance(bank, str) else None,
    )


def _fits_place(compiled: CompiledRule, facts: Facts) -> Missing | bool:
    if not compiled.places:
        return True
    if "country" not in facts:
        return ("country",)
    country = facts["country"]
    if country not in compiled.countries:
        return False
    if country in compiled.places:
        return True
    if "region" not in facts:
        return ("region",)
    return facts["region"] in compiled.places


def _fits_rail(compiled: CompiledRule, facts: Facts) -> Missing | bool | str:
    rule = compiled.rule
    if not rule.rail:
        return True
    if "payment_method" not in facts:
        used_here = not rule.rail_in or "country" not in facts or facts["country"] in rule.rail_in
        return ("payment_method",) if used_here else False
    method = facts["payment_method"]
    if method in rule.rail:
        return True
    maybe = rule.rail_maybe
    if maybe and method in maybe.method:
        return facts[maybe.fact] == maybe.is_ if maybe.fact in facts else (maybe.fact,)
    if method in rule.rail_not:
        return f"payment_method is {method}: not {' or '.join(rule.rail)}"
    return False


def _fits_channel(compiled: CompiledRule, facts: Facts) -> Missing | bool:
    if not compiled.rule.channel:
        return True
    if "channel" not in facts:
        return ("channel",)
    return facts["channel"] in compiled.rule.channel


def _reached(compiled: CompiledRule, facts: Facts) -> tuple[bool, Missing, bool]:
    """Say whether an event falls under this version, what is missing to know, and whether it came too late for it."""
    begins, until = compiled.rule.applies.from_, compiled.rule.applies.until
    missing: Missing = ()
    late = False
    for event in compiled.events:
        if event not in facts:
            missing += asked(event)
            continue
        value = facts[event]
        if isinstance(value, date) and begins <= value:
            if until is None or value <= until:
                return True, (), False
            late = True
    return False, missing, late


def _version(versions: tuple[CompiledRule, ...], facts: Facts) -> tuple[CompiledRule, Missing, str | None, bool]:
    """Return the version that holds, what is missing to know, why none holds, and whether it is law at all today."""
    today = facts["today"]
    assert isinstance(today, date)
    why = None
    for compiled in versions:
        applies = compiled.rule.applies
        if isinstance(applies.from_, str):
            return compiled, (), f"{applies.from_}: {applies.note or 'not in force'}", False
        if today < applies.from_:
            why = f"not in force before {applies.from_}"
            continue
        reached, unknown, late = _reached(compiled, facts)
        if reached or unknown:
            return compiled, unknown, None, True
        if len(compiled.events) == 1 and facts[compiled.events[0]] is None:
            return compiled, (), None, True  # there was no such event: the rows say what follows
        why = (
            f"expired on {applies.until}" if late else f"only for {' or '.join(compiled.events)} since {applies.from_}"
        )
        if compiled is versions[-1]:
            return compiled, (), why, not late
    return versions[-1], (), why, False


def assume(compiled: CompiledRule, facts: Facts, why: list[str]) -> Facts:
    """Add what the rule takes for facts that are missing, and say so in the reasons."""
    for fact, value, test, cite in compiled.assumed:
        if fact not in facts and test(facts) is True:
            facts = {**facts, fact: None if value == "none" else value}
            why.append(f"{fact} taken as {_word(value)}: {cite}")
    return facts


def _word(value: bool | int | str) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def need_holds(row: Row, facts: Facts, place: Place) -> Missing | bool:
    """Say whether a need is met, or what is missing to know.

    Where it names other rules: whether the day was in time for the one that holds in the person's country.
    """
    if not row.in_time_for:
        return row.test(facts)
    if row.name not in facts:
        return asked(row.name)
    day = facts[row.name]
    if not isinstance(day, date):
        return False
    *national, general = row.in_time_for
    rule = next((one for one in national if place.country in one.places), general)
    term = last_day(rule.deadlines, facts, day, place)
    return term.missing if term.in_time is None else term.in_time


class _Rows(NamedTuple):
    """Whether a remedy arose and was lost, and what is missing to know either."""

    arose: bool = True
    lost: bool = False
    to_arise: Missing = ()
    to_lose: Missing = ()


def _rows(compiled: CompiledRule, facts: Facts, why: list[str], place: Place) -> _Rows:
    """Ask all needs and exceptions; of exceptions, those first that fewest answers would decide."""
    to_arise: Missing = ()
    for row in compiled.needs:
        truth = need_holds(row, facts, place)
        if truth is False:
            why.append(f"never arose: {row.name} ({row.cite})")
            return _Rows(arose=False)
        if truth is not True:
            to_arise += truth
    open_rows: list[Missing] = []
    for row in compiled.losts:
        truth = row.test(facts)
        if truth is True:
            why.append(f"lost: {row.name} ({row.cite})")
            return _Rows(lost=True)
        if truth is not False:
            open_rows.append(truth)
    return _Rows(to_arise=to_arise, to_lose=tuple(name for row in sorted(open_rows, key=len) for name in row))


def _act_by(compiled: CompiledRule, term: Term, today: date, facts: Facts, place: Place) -> date | None:
    margin = compiled.act_by
    if margin.at_once:
        return today
    if compiled.act_before is not None:
        before = compiled.act_before(facts)
        if isinstance(before, date) and before > today:
            return max(today, add_business_days(before, margin.business_days, place, back=True))
    if term.unrolled is None or term.unrolled == _FAR:
        return None
    return max(today, act_by(term.unrolled, margin.margin_days, place))


def _free_from(compiled: CompiledRule, facts: Facts, today: date, place: Place) -> date | None:
    for end in compiled.ends:
        if end.test(facts) is not True:
            continue
        day = today
        for period in end.periods:
            count = facts.get(period.count) if isinstance(period.count, str) else period.count
            if not isinstance(count, int):
                return None
            day = add(day, count, period.unit, place)
        if end.not_before:
            earliest = end.not_before(facts)
            if isinstance(earliest, tuple):
                return None
            day = max(day, earliest) if earliest else day
        return day + DAY
    return None


def _refund_due_by(compiled: CompiledRule, today: date, place: Place) -> date | None:
    within = compiled.refund_within
    if within is None:
        return None
    count, _, unit = within.length.partition(" ")
    return roll(add(today, int(count), unit, place), within.roll, place)  # pyright: ignore[reportArgumentType]  # the schema holds it


def _closed(compiled: CompiledRule, why: Iterable[str], status: Status, deadline: date | None = None) -> Remedy:
    return Remedy(
        rule=compiled.rule.id,
        version=compiled.version,
        kind=compiled.rule.kind,
        status=status,
        deadline=deadline,
        action=compiled.action,
        citations=compiled.citations,
        why=tuple(why),
        title=compiled.rule.title,
        confidence=compiled.rule.confidence,
    )


def _weigh(compiled: CompiledRule, facts: Facts, missing: Missing, unknown: Missing, place: Place) -> Remedy:
    """Judge a rule in the version that holds.

    Of a person is asked first what may end the matter with one answer: where the rule would not fit (`missing`), what
    it needs, the day that says which version holds (`unknown`), the days of its period; last the exceptions, most of
    which need several answers.
    """
    why: list[str] = []
    facts = assume(compiled, facts, why)
    rows = _rows(compiled, facts, why, place)
    if not rows.arose:
        return _closed(compiled, why, "closed")
    today = facts["today"]
    assert isinstance(today, date)
    term = last_day(compiled.deadlines, facts, today, place)
    if rows.lost or term.in_time is False:
        return _closed(compiled, (*why, *(() if rows.lost else term.why)), "closed", term.deadline)
    of_term = term.missing if term.in_time is None else ()
    missing = (*missing, *rows.to_arise, *unknown, *of_term, *rows.to_lose)
    missing = unique(missing) if len(missing) > 1 else missing
    money = money_back(compiled.amounts, facts, today)
    why += [*term.why, *money.why]
    is_open = not missing
    return Remedy(
        rule=compiled.rule.id,
        version=compiled.version,
        kind=compiled.rule.kind,
        status="open" if is_open else "ask",
        deadline=term.deadline,
        act_by=_act_by(compiled, term, today, facts, place),
        amount=money.amount,
        currency=money.currency,
        free_from=_free_from(compiled, facts, today, place) if is_open else None,
        refund_due_by=_refund_due_by(compiled, today, place) if is_open else None,
        missing=missing,
        action=compiled.action,
        citations=compiled.citations,
        why=tuple(why),
        title=compiled.rule.title,
        confidence=compiled.rule.confidence_in.get(place.country or "", compiled.rule.confidence),
    )


_FITS: tuple[Callable[[CompiledRule, Facts], Missing | bool | str], ...] = (_fits_channel, _fits_rail, _fits_place)


def judge(versions: tuple[CompiledRule, ...], facts: Facts, place: Place) -> Remedy | None:
    """Judge one rule, in the version that holds; None where it does not concern the case."""
    newest = versions[0]
    missing: Missing = ()
    for fit in _FITS:
        fits = fit(newest, facts)
        if fits is False:
            return None
        if isinstance(fits, str):
            return _closed(newest, (fits,), "closed")
        if fits is not True:
            missing += fits
    compiled, unknown, why, is_law = _version(versions, facts)
    if not is_law:
        return _closed(compiled, (why or "not in force",), "not_law") if not missing else None
    if why is not None:
        return _closed(compiled, (why,), "closed")
    return _weigh(compiled, facts, missing, unknown, place)


def _order(remedy: Remedy) -> tuple[int, date, str]:
    return _RANK[remedy.status], remedy.act_by or remedy.deadline or _FAR, remedy.rule


def _notes(rulebook: Rulebook, facts: Facts) -> tuple[str, ...]:
    if "country" not in facts or facts["country"] is None:
        return ("The country is not known: rights that depend on it are asked for, not denied.",)
    if facts["country"] not in rulebook.countries:
        words = "is known to this program: that means not known, never that there is none."
        return (f"No statutory rule of {facts['country']} {words}",)
    return ()


def remedies_for(facts: Facts, rulebook: Rulebook) -> tuple[Remedy, ...]:
    """Return the remedies of a case whose facts are laid out, open ones first, then by the day to act."""
    place = place_of(facts)
    found = [remedy for group in rulebook.groups_for(facts) if (remedy := judge(group, facts, place)) is not None]
    promise = rulebook.guarantee_of(facts)
    if promise and (remedy := judge(promise, facts, place)) is not None:
        found.append(remedy)
    return tuple(sorted(found, key=_order))


def find_remedies(case: RightsCase, rulebook: Rulebook, *, today: date | None = None) -> Answer:
    """Return which remedy is open until which date, or what is unknown.

    Args:
        case: what is known of the subscription; missing is unknown, None is known to be none.
        rulebook: the rules, compiled.
        today: the day that counts as today where the case does not say.

    Raises:
        InputError: a fact that cannot be; it is named.

    """
    facts = facts_of(case, today)
    as_of = facts["today"]
    assert isinstance(as_of, date)
    identity = case.id if isinstance(case.id, str | int) else None
    return Answer(id=identity, as_of=as_of, remedies=remedies_for(facts, rulebook), notes=_notes(rulebook, facts))
