"""A case to its facts: laid flat, checked, with what follows from them.

What is worked out here is logic, not law: a charge that was not authorised is a billing error, a service whose term
still runs has not been fully performed, a plan of twelve months is annual.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from msgspec import UNSET

from unrenew.errors import InputError
from unrenew.model.remedies import Facts, Plan, RightsCase, Terms, Trial, Waiver, field_names
from unrenew.rights.deadlines import add_months

_TABLES = ("plan", "terms", "waiver")
_PLAIN = tuple(name for name in field_names(RightsCase) if name not in (*_TABLES, "id"))
_PLAN = tuple(name for name in field_names(Plan) if name not in ("trial", "terms", "provider_guarantee_days"))
_TRIAL = tuple((name, f"plan.trial.{name}") for name in field_names(Trial))
_TERMS = tuple((name, f"terms.{name}") for name in field_names(Terms))
_WAIVER = tuple((name, f"waiver.{name}") for name in field_names(Waiver))
_PLAN_NAMES = tuple((name, f"plan.{name}") for name in _PLAN)

DERIVED = (
    "charge_on", "informed", "last_payment", "last_charge", "service_start", "term_start",
    "access_on", "plan_period", "provider", "made_online", "renewed", "trial_running",
    "running_term_end", "original_term_end", "renewal_charge_on", "plan.trial",
)  # fmt: skip

KNOWN: frozenset[str] = frozenset(
    (
        *_PLAIN,
        *(dotted for pairs in (_PLAN_NAMES, _TRIAL, _TERMS, _WAIVER) for _, dotted in pairs),
        *DERIVED,
    )
)
"""Every fact that a rule may name."""

ASKED_AS: dict[str, str] = {
    "charge_on": "charged_on",
    "informed": "withdrawal_info_given",
    "last_payment": "purchased_on",
    "last_charge": "purchased_on",
    "service_start": "purchased_on",
    "term_start": "purchased_on",
    "access_on": "purchased_on",
    "plan_period": "plan.term_months",
    "provider": "plan.provider",
    "made_online": "online_interface",
    "renewal_charge_on": "next_charge_on",
    "running_term_end": "current_term_end",
    "original_term_end": "first_term_end",
}
"""Facts that are worked out from others, and what to ask a person for instead."""

COUNTRY_ALIASES = {"UK": "GB", "EL": "GR"}
_AFTER_PURCHASE = ("charged_on", "processed_on", "renewed_on", "cancelled_on", "first_term_end", "current_term_end")
_EVERYBODY_HAS = ("country", "consumer", "channel", "supply")
"""Facts of which there is always one: null can only mean that it is not known."""
_ANNUAL_DAYS, _MONTHLY_DAYS = 360, 31


def _copy(table: Any, pairs: tuple[tuple[str, str], ...], facts: Facts) -> None:
    """Copy what is given; an absent table leaves all unknown, a null one makes all known to be none."""
    if table is UNSET:
        return
    for name, dotted in pairs:
        value = None if table is None else getattr(table, name)
        if value is not UNSET:
            facts[dotted] = value


def flatten(case: RightsCase) -> Facts:
    """Lay a case flat. A plan without `trial` had none; no `renewed_on` is the first term."""
    facts: Facts = {}
    for name in _PLAIN:
        value = getattr(case, name)
        if value is not UNSET:
            facts[name] = value
    plan, terms = case.plan, case.terms
    _copy(plan, _PLAN_NAMES, facts)
    if plan is not UNSET:
        trial = plan.trial if isinstance(plan, Plan) and plan.trial is not UNSET else None
        facts["plan.trial"] = None if trial is None else True
        _copy(trial, _TRIAL, facts)
    if isinstance(plan, Plan):
        terms = plan.terms if terms is UNSET else terms
        if plan.provider_guarantee_days is not UNSET:
            facts.setdefault("provider_guarantee_days", plan.provider_guarantee_days)
    _copy(terms, _TERMS, facts)
    _copy(case.waiver, _WAIVER, facts)
    facts.setdefault("renewed_on", None)
    _as_meant(facts)
    return facts


def _as_meant(facts: Facts) -> None:
    """Read values that can be written in more ways than one."""
    for name in _EVERYBODY_HAS:
        if name in facts and facts[name] is None:
            del facts[name]
    currency = facts.get("plan.currency")
    if isinstance(currency, str):
        facts["plan.currency"] = currency.upper()
    since = facts.get("amended_or_extended_since")
    if isinstance(since, str):
        facts["amended_or_extended_since"] = None if since == "none" else _parsed(since)


def _parsed(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"{text} is no date", where="amended_or_extended_since") from error


def day(facts: Mapping[str, Any], name: str) -> date | None:
    """Return a date fact, or None where it is unknown or known to be none."""
    value = facts.get(name)
    return value if isinstance(value, date) else None


def check(facts: Facts) -> None:
    """Refuse what cannot be, naming the fact."""
    purchased = day(facts, "purchased_on")
    if purchased:
        for name in (*_AFTER_PURCHASE, "plan.trial.converts_on"):
            value = day(facts, name)
            if value and value < purchased:
                raise InputError(f"{value} is before the purchase on {purchased}", where=name)
    if "plan.price" in facts and "charged_amount" in facts and facts.get("plan.currency", "") is None:
        raise InputError("an amount needs its currency", where="plan.currency")
    for name in ("plan.price", "plan.trial.price", "charged_amount"):
        value = facts.get(name)
        if isinstance(value, Decimal) and not (value.is_finite() and value >= 0):
            raise InputError(f"{value} is no price: an amount of 0 or more is needed", where=name)


def _place(facts: Facts) -> None:
    country, region = facts.get("country"), facts.get("region")
    if isinstance(country, str):
        country = COUNTRY_ALIASES.get(country.upper(), country.upper())
        facts["country"] = country
    if not isinstance(region, str):
        return
    head, dash, tail = region.upper().rpartition("-")
    head = COUNTRY_ALIASES.get(head, head)
    if dash and isinstance(country, str) and head != country:
        raise InputError(f"{region} is not a region of {country}", where="region")
    if dash and "country" not in facts:
        facts["country"] = country = head
    facts["region"] = f"{country}-{tail}" if isinstance(country, str) else tail


def _first(facts: Facts, *names: str) -> date | None:
    return next((value for name in names if (value := day(facts, name))), None)


def _set(facts: Facts, name: str, value: Any) -> None:
    if value is not None:
        facts.setdefault(name, value)


def _days_of_charges(facts: Facts) -> None:
    _set(facts, "charge_on", _first(facts, "charged_on", "processed_on"))
    renewed, charged = day(facts, "renewed_on"), day(facts, "charged_on")
    purchased, converts = day(facts, "purchased_on"), day(facts, "plan.trial.converts_on")
    trial_days = facts.get("plan.trial.days")
    if purchased and not converts and isinstance(trial_days, int):
        converts = purchased + timedelta(days=trial_days)
        facts.setdefault("plan.trial.converts_on", converts)
    early = renewed and charged and timedelta() < renewed - charged <= timedelta(days=60)
    _set(facts, "last_payment", charged if early else renewed or purchased)
    _set(facts, "last_charge", charged if early else renewed or converts or purchased)
    _set(facts, "renewal_charge_on", charged if renewed else day(facts, "next_charge_on"))
    _set(facts, "renewal_charge_on", renewed or charged)
    _set(facts, "access_on", max(filter(None, (purchased, day(facts, "service_started_on"))), default=None))
    _set(facts, "service_start", _first(facts, "service_started_on", "purchased_on"))
    facts["renewed"] = renewed is not None
    if converts and "today" in facts:
        facts["trial_running"] = converts > facts["today"]  # pyright: ignore[reportOperatorIssue]  # a date
    elif "plan.trial" in facts and not facts["plan.trial"]:
        facts["trial_running"] = False


def term_after(start: date, facts: Facts, *, renewal: bool = False) -> date | None:
    """Return the first day after a term that begins on `start`, or None where its length is unknown."""
    months = facts.get("terms.renewal_months") if renewal else None
    months = months or facts.get("plan.term_months")
    if isinstance(months, int) and months:
        return add_months(start, months)
    days = facts.get("plan.days")
    return start + timedelta(days=days) if isinstance(days, int) and days else None


def _terms_of_the_contract(facts: Facts) -> None:
    renewed, expiry = day(facts, "renewed_on"), day(facts, "term_expiry_before_renewal")
    start = _first(facts, "renewed_on", "service_started_on", "purchased_on")
    _set(facts, "term_start", start)
    first = _first(facts, "service_started_on", "purchased_on")
    after = term_after(first, facts) if first else None
    end = day(facts, "first_term_end") or (after - timedelta(days=1) if after else None)
    _set(facts, "original_term_end", end)
    running = day(facts, "current_term_end")
    if not running and renewed:
        next_expiry = term_after(expiry, facts, renewal=True) if expiry else None
        after = term_after(renewed, facts, renewal=True)
        running = next_expiry or (after - timedelta(days=1) if after else None)
    elif not running:
        running = end
    _set(facts, "running_term_end", running)
    if renewed and not expiry:
        facts.setdefault("term_expiry_before_renewal", renewed - timedelta(days=1))
    months, days = facts.get("plan.term_months"), facts.get("plan.days")
    if isinstance(months, int) and months:
        _set(facts, "plan_period", "annual" if months >= 12 else "monthly" if months == 1 else "other")
        _set(facts, "terminable_within_months_after_renewal", months if months <= 3 else None)
    elif isinstance(days, int) and days:
        long = days >= _ANNUAL_DAYS
        _set(facts, "plan_period", "annual" if long else "monthly" if days <= _MONTHLY_DAYS else "other")
    today = day(facts, "today")
    if not (running and today and running < today) and facts.get("supply") != "digital_content":
        _set(facts, "fully_performed", False)  # a subscription goes on: only a term known to be over was performed


def _errors_of_charges(facts: Facts) -> None:
    stopped, charged = day(facts, "mandate_cancelled_on"), day(facts, "charge_on")
    if facts.get("mandate_valid", True) is False:
        _set(facts, "authorised", False)
    if stopped and charged and stopped < charged:
        _set(facts, "authorised", False)
        _set(facts, "dd_error", "taken_after_mandate_cancelled")
    if facts.get("billing_error") == "charge_not_authorised":
        _set(facts, "authorised", False)
    if facts.get("authorised") is True:
        _set(facts, "mandate_valid", True)
    if facts.get("authorised", True) is False:
        _set(facts, "billing_error", "charge_not_authorised")
    if facts.get("service_delivered", True) is False:
        _set(facts, "billing_error", "not_delivered")
    if facts.get("billing_error") == "not_delivered":
        _set(facts, "service_delivered", False)
    if facts.get("advance_notice_given", True) is False:
        _set(facts, "dd_error", "no_notice")


def _information(facts: Facts) -> None:
    told, purchased = day(facts, "withdrawal_info_given_on"), day(facts, "purchased_on")
    if told:
        facts["informed"] = True
        if purchased:
            facts.setdefault("withdrawal_info_given", told <= purchased)
    elif "withdrawal_info_given" in facts:
        facts["informed"] = facts["withdrawal_info_given"] is True
    elif "withdrawal_info_given_on" in facts:
        facts["informed"] = facts["withdrawal_info_given"] = False
    if facts.get("informed") is False or (told and purchased and told > purchased):
        facts.setdefault(
            "acknowledged_loss_when_performed", False
        )  # nobody acknowledges losing what they never heard of
    last, other = "last_cancel_date", "non_renewal_deadline"
    if (value := _first(facts, last, other)) is not None:
        facts.setdefault(last, value)
        facts.setdefault(other, value)


_CARDS: dict[str, tuple[str | None, str | None]] = {
    "card_visa": ("visa", None),
    "card_visa_debit": ("visa", "debit"),
    "card_mastercard": ("mastercard", None),
    "card_amex": ("amex", "credit"),
    "card_credit_us": (None, "credit"),
    "card_debit_us": (None, "debit"),
}
"""What a payment method says of the card: its network and its kind."""


def _card(facts: Facts) -> None:
    network, kind = _CARDS.get(str(facts.get("payment_method")), (None, None))
    _set(facts, "card_network", network)
    _set(facts, "card_kind", kind)


def _names(facts: Facts) -> None:
    provider, channel = facts.get("plan.provider"), facts.get("channel")
    if isinstance(provider, str):
        facts["provider"] = " ".join(provider.casefold().replace("-", " ").split())
    if "online_interface" in facts:
        facts["made_online"] = facts["online_interface"]
    elif isinstance(channel, str) and channel != "retail_store":
        facts["made_online"] = True  # a web shop and an app store are online interfaces


def _none_known(facts: Facts) -> None:
    """Take what follows from a fact that is known to be none for none as well: nobody is asked for it again."""
    for derived, source in ASKED_AS.items():
        if derived not in facts and source in facts:
            facts[derived] = None


def facts_of(case: RightsCase, today: date | None = None) -> Facts:
    """Return a case's facts, checked, with what follows from them.

    Args:
        case: what is known.
        today: the day that counts as today where the case does not say.

    Raises:
        InputError: a fact that cannot be; it is named.

    """
    facts = flatten(case)
    if today is not None:
        facts.setdefault("today", today)
    if not isinstance(facts.get("today"), date):
        raise InputError("the day that counts as today is needed", where="today")
    try:
        check(facts)
        _place(facts)
        _days_of_charges(facts)
        _information(facts)
        _names(facts)
        _card(facts)
        _errors_of_charges(facts)
        _terms_of_the_contract(facts)
        _none_known(facts)
    except OverflowError as error:
        raise InputError("a date is too far away to count with") from error
    return facts
