"""What holds for every rule and every case: time, knowledge and order, on cases made from all rules' own examples."""

import copy
import random
from datetime import date, timedelta

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unrenew.api.rights import rulebook
from unrenew.errors import InputError
from unrenew.facts import load_facts
from unrenew.facts.rulebook import load_rules
from unrenew.model.remedies import RightsCase
from unrenew.rights.promises import promises
from unrenew.rights.remedies import find_remedies
from unrenew.rights.rulebooks import ANY_PROVIDER, build_rulebook

RULES = load_rules()[0]
BOOK = rulebook()
NEVER_LAW = {rule.id for rule in RULES if isinstance(rule.applies.from_, str)}
FIRST, LAST = date(1990, 1, 1), date(2100, 12, 31)
MANY = settings(
    max_examples=400,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine
)


def nulled(facts):
    return {
        key: nulled(value) if isinstance(value, dict) else None if value == "none" else value
        for key, value in facts.items()
    }


EXAMPLES_OF = [[nulled(example.facts) for example in rule.test] for rule in RULES]
EXAMPLES = [facts for every in EXAMPLES_OF for facts in every]


def leaves(facts, before=()):
    """Return the paths of all facts, those in tables too."""
    return [
        path
        for key, value in facts.items()
        for path in (leaves(value, (*before, key)) if isinstance(value, dict) and value else [(*before, key)])
    ]


def at(facts, path):
    for key in path:
        facts = facts[key]
    return facts


def without(facts, path):
    facts = copy.deepcopy(facts)
    del at(facts, path[:-1])[path[-1]]
    return facts


def having(facts, path, value):
    facts = copy.deepcopy(facts)
    table = facts
    for key in path[:-1]:
        table[key] = table[key] if isinstance(table.get(key), dict) else {}
        table = table[key]
    table[path[-1]] = value
    return facts


def is_day(value):
    return isinstance(value, str) and value[4:5] == value[7:8] == "-"


def moved(value, days):
    """Move a day, or every day in a table of facts."""
    if isinstance(value, dict):
        return {key: moved(item, days) for key, item in value.items()}
    return (date.fromisoformat(value) + timedelta(days=days)).isoformat() if is_day(value) else value


SEEN = {path: [] for facts in EXAMPLES for path in leaves(facts)}
for one in EXAMPLES:
    for where in leaves(one):
        if at(one, where) not in SEEN[where]:
            SEEN[where].append(at(one, where))
WORDS = sorted(path for path in SEEN if path != ("today",))


@st.composite
def cases(draw):
    """Draw an example of some rule, with some facts left out, some replaced by those of other rules, days moved."""
    facts = copy.deepcopy(draw(st.sampled_from(draw(st.sampled_from(EXAMPLES_OF)))))
    today = facts.setdefault("today", "2026-11-22")
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        path = draw(st.sampled_from([path for path in leaves(facts) if path != ("today",)] or [()]))
        facts = without(facts, path) if path else facts
    for _ in range(draw(st.sampled_from([0, 1, 1, 2, 4]))):
        path = draw(st.sampled_from(WORDS))
        value = draw(st.sampled_from(SEEN[path]))
        value = moved(today, draw(st.integers(-500, 100))) if is_day(value) else value
        facts = having(facts, path, value)
    return facts


def answer(facts, today=None, book=BOOK):
    """Return the remedies by rule and version; None where the facts cannot be."""
    case = msgspec.convert(facts | ({"today": today} if today else {}), RightsCase)
    try:
        return {(one.rule, one.version): one for one in find_remedies(case, book).remedies}
    except InputError:
        return None


def test_the_cases_reach_every_rule_in_every_answer():
    reached = {}

    @settings(MANY, max_examples=6000)
    @given(cases())
    def collect(facts):
        for key, remedy in (answer(facts) or {}).items():
            reached.setdefault(key, set()).add(remedy.status)

    collect()
    for rule in RULES:
        found = reached[rule.id, rule.version_name]
        if rule.id in NEVER_LAW:
            assert found == {"not_law"}
            continue
        may_close = rule.need or rule.lost or rule.rail_not or any(row.start for row in rule.deadline)
        assert {"open", "ask"} | ({"closed"} if may_close else set()) <= found, rule.id


def test_a_closed_remedy_never_opens_again_with_time():
    @MANY
    @given(cases(), st.integers(1, 800))
    def check(facts, days):
        before, after = answer(facts), answer(facts, moved(facts["today"], days))
        for key, remedy in (before or {}).items():
            if remedy.status == "closed" and after and key in after:
                assert after[key].status in ("closed", "not_law"), key

    check()


INFERRED = {("renewed_on",), ("supply",), ("fully_performed",), ("plan", "term_months"), ("plan", "days"), ("plan",)}
"""Without these a rule or the interface says what stands in their place: see decision 0051."""


def test_knowing_less_never_opens_what_was_asked():
    @MANY
    @given(cases(), st.data())
    def check(facts, data):
        path = data.draw(st.sampled_from([one for one in leaves(facts) if one not in INFERRED]))
        before, after = answer(facts), answer(without(facts, path)) if path != ("today",) else None
        for key, remedy in (before or {}).items():
            if remedy.status == "ask" and after and key in after:
                assert after[key].status != "open", (key, path)

    check()


def test_a_deadline_never_moves_earlier_when_an_event_moves_later():
    """Of remedies that are open before and after.

    Being told of the right to withdraw is no such event: too late, it no longer counts (Directive 2011/83/EU Art. 10).
    """

    @MANY
    @given(cases(), st.integers(1, 200), st.data())
    def check(facts, days, data):
        events = [path for path in leaves(facts) if is_day(at(facts, path)) and path != ("today",)]
        if not events:
            return
        path = data.draw(st.sampled_from(events))
        before, after = answer(facts), answer(having(facts, path, moved(at(facts, path), days)))
        for key, remedy in (before or {}).items():
            later = after.get(key) if after else None
            if later and remedy.status == later.status == "open" and remedy.deadline and later.deadline:
                assert remedy.deadline <= later.deadline or path == ("withdrawal_info_given_on",), (key, path)

    check()


def test_the_order_of_facts_and_rules_does_not_matter():
    rules = [*RULES, *promises(load_facts().providers, [n for r in RULES for n in r.provider if n != ANY_PROVIDER])]
    books = []
    for seed in range(3):
        random.Random(seed).shuffle(rules)
        books.append(build_rulebook(rules))

    @MANY
    @given(cases(), st.integers(), st.sampled_from(books))
    def check(facts, seed, book):
        shuffled = list(facts.items())
        random.Random(seed).shuffle(shuffled)
        assert answer(dict(shuffled), book=book) == answer(facts)

    check()


def test_every_day_from_1990_to_2100():
    """Wherever a case is moved to, it is answered, and its days lie in their order."""

    @MANY
    @given(cases(), st.dates(FIRST, LAST))
    def check(facts, today):
        facts = moved(facts, (today - date.fromisoformat(facts["today"])).days)
        for remedy in (answer(facts) or {}).values():
            for day in (remedy.deadline, remedy.act_by, remedy.free_from, remedy.refund_due_by):
                assert day is None or abs((day - today).days) < 366 * 40
            if remedy.status == "open":
                assert remedy.deadline is None or remedy.deadline >= today
                assert remedy.act_by is None or today <= remedy.act_by
                assert not (remedy.deadline and remedy.act_by) or remedy.act_by <= remedy.deadline
                assert remedy.refund_due_by is None or remedy.refund_due_by >= today

    check()


def test_what_is_asked_is_not_known_yet_and_only_ask_asks():
    @MANY
    @given(cases())
    def check(facts):
        known = {".".join(path) for path in leaves(facts) if at(facts, path) is not None}
        none = {".".join(path) for path in leaves(facts)} - known - {"country", "consumer", "channel", "supply"}
        for key, remedy in (answer(facts) or {}).items():
            assert (remedy.status == "ask") is bool(remedy.missing), key
            assert len(set(remedy.missing)) == len(remedy.missing)
            assert not set(remedy.missing) & (known | none), key

    check()
