"""What can be got back or stopped, until when, on which text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import msgspec

from unrenew.api.homes import Home, known
from unrenew.errors import FactsError, InputError, NotFoundError
from unrenew.facts import load_facts
from unrenew.facts.rulebook import load_rules
from unrenew.model.periods import DAYS, MONTHS
from unrenew.model.remedies import Answer, DirectDebitError, Method, RightsCase, Supply
from unrenew.model.rules import Rule
from unrenew.model.values import Problem
from unrenew.rights.promises import promises
from unrenew.rights.remedies import find_remedies
from unrenew.rights.rulebooks import ANY_PROVIDER, Rulebook, build_rulebook


@cache
def rulebook(extra: Path | None = None) -> Rulebook:
    """Return the rules, compiled, with the promises that the directory knows of; an extra facts folder is added."""
    rules, _ = load_rules(extra)
    named = [name for rule in rules for name in rule.provider if name != ANY_PROVIDER]
    return build_rulebook((*rules, *promises(load_facts(extra).providers, named)))


def rule_problems(extra: Path | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with the rule files, in their form and in what they say."""
    rules, problems = load_rules(extra)
    try:
        build_rulebook(rules)
    except FactsError as error:
        problems += (Problem(where=error.where or "rules", what=error.what, severity="error"),)
    return problems


_DECODER: msgspec.json.Decoder[RightsCase] = msgspec.json.Decoder(RightsCase)


_EXPECTED, _GOT = re.compile(r"Expected `([^`]+)`"), re.compile(r"got `([^`]+)`")
_DAY = "a day such as 2026-02-28"
WRITTEN = {
    "country": "two letters such as DE (ISO 3166)",
    "region": "letters such as DE-BY (ISO 3166-2)",
    "channel": "provider_web, reseller_…, apple_app_store, google_play, microsoft_store, marketplace_…, retail_store",
    "plan.currency": "three letters such as EUR (ISO 4217)",
    "amended_or_extended_since": f"{_DAY} or none",
    "payment_method": ", ".join(get_args(Method)),
    "supply": ", ".join(get_args(Supply)),
    "dd_error": ", ".join(get_args(DirectDebitError)),
    "card_kind": "credit, debit",
    "card_network": "visa, mastercard, amex, other",
}
"""Facts that are written in one way only, and how."""
_TYPES = {
    "bool": "true or false",
    "int": "a whole number",
    "float": "a number with decimals",
    "str": "text",
    "date": _DAY,
    "decimal": "an amount such as 59.99",
    "object": "a table of facts in { }",
    "array": "a list in [ ]",
}


_SAID = {
    "Invalid RFC3339 encoded date": f"no day of the calendar: it must be {_DAY}",
    "Invalid decimal string": "it must be an amount such as 59.99",
    "Input data was truncated": "the JSON is not complete",
}


def _in_words(what: str, fact: str) -> str:
    """Return the decoder's complaint in plain words."""
    wanted, got = _EXPECTED.search(what), _GOT.search(what)
    if what in _SAID:
        return _SAID[what]
    if fact in WRITTEN:
        return f"it must be {'one of ' if ',' in WRITTEN[fact] else ''}{WRITTEN[fact]}"
    if wanted and got:
        kinds = [_TYPES.get(kind, kind) for kind in wanted[1].split(" | ")]
        return f"it must be {' or '.join(kinds)}, not {_TYPES.get(got[1], got[1])}"
    return what.replace("Expected `int` >=", "it must be a whole number of at least")


def case_message(error: Exception) -> str:
    """Return what is wrong with a case in plain words, with the name of the fact."""
    what, _, path = str(error).partition(" - at `")
    fact = path.rstrip("`").removeprefix("$").removeprefix(".")
    if what.startswith("Object contains unknown field"):
        name = what.split("`")[1]
        return f"{f'{fact}.' if fact else ''}{name}: no such fact"
    words = _in_words(what, fact)
    return f"{fact}: {words}" if fact else words


def read_case(text: str | bytes) -> RightsCase:
    """Read one case from JSON.

    Raises:
        InputError: it is no JSON, a key is unknown or a value cannot be; the fact is named.

    """
    try:
        return _DECODER.decode(text)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(case_message(error)) from error


def rights_of(case: RightsCase, *, today: date, country: str | None = None, extra: Path | None = None) -> Answer:
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


_CHANNELS = {
    "direct": "provider_web",
    "app-store": "apple_app_store",
    "apple_app_store": "apple_app_store",
    "google-play": "google_play",
    "google_play": "google_play",
    "microsoft-store": "microsoft_store",
    "amazon": "marketplace_amazon",
    "retail": "retail_store",
}


def case_of_subscription(doc: Mapping[str, Any], *, today: date, country: str | None) -> RightsCase:
    """Return what a person's statements and words say of a subscription, as a case; the rest is unknown.

    The first charge seen is taken for the day of purchase only if the person named no other day and a later charge
    shows that it has been renewed since; the last charge is then the payment of the renewal.
    """
    charges = [charge for charge in doc.get("charges") or () if charge.get("role") in ("charge", None)]
    following: Mapping[str, Any] = doc.get("next") or {}
    plan: dict[str, Any] = {"provider": doc.get("provider") or doc.get("name")}
    plan |= {key: doc[key] for key in ("amount", "currency") if doc.get(key)}
    if "amount" in plan:
        plan["price"] = plan.pop("amount")
    if doc.get("cadence") in MONTHS:
        plan["term_months"] = MONTHS[doc["cadence"]]
    elif doc.get("cadence") in DAYS:
        plan["days"] = DAYS[doc["cadence"]]
    facts: dict[str, Any] = {"today": today.isoformat(), "consumer": True, "plan": plan}
    channel = doc.get("channel")
    if channel:
        facts["channel"] = _CHANNELS.get(channel, f"reseller_{str(channel).replace('-', '_')}")
    facts |= {key: value for key, value in (("country", country), ("next_charge_on", following.get("on"))) if value}
    started = doc.get("started_on") or (charges[0]["on"] if len(charges) > 1 else None)
    if started:
        facts["purchased_on"] = str(started)
    if charges:
        on, amount = str(charges[-1]["on"]), str(charges[-1]["amount"]).lstrip("-")
        facts |= {"charged_on": on, "processed_on": on, "charged_amount": amount}  # statements show the day of booking
    if len(charges) > 1:
        facts["renewed_on"] = str(charges[-1]["on"])
    try:
        return msgspec.convert(facts, RightsCase)
    except msgspec.ValidationError as error:
        raise InputError(case_message(error)) from error


def case_of_named(home: Home, name: str) -> RightsCase:
    """Return what is known of the subscription that a name means as a case, in the country that the person said."""
    from unrenew.api.subscriptions import show

    with home.open() as store:
        country = known(home, store).country
    return case_of_subscription(show(home, name), today=home.today, country=country)


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
