"""A case to the rows of its dossier: the story, timeline and charges."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec

from unrenew.act.cases import refund_on, state_on
from unrenew.act.wording import fill, locale_of, one_line, put_into_words
from unrenew.model.cases import (
    Case,
    CaseCharge,
    CaseEvent,
    CaseState,
    ChargedAgain,
    EvidenceSealed,
    FactNoted,
    RefundState,
    StepDone,
)
from unrenew.model.letters import DossierWords, LetterBook
from unrenew.model.values import Money

Row = tuple[str, str]
MOST_CHARGES = 60
"""Charges shown as a table and chart; a longer past is shown by its latest, and the sum counts them all."""


class Teller:
    """Puts values into the words of one dossier: its language, its country."""

    def __init__(self, book: LetterBook, language: str, country: str | None) -> None:
        self.words = book.dossier_in(language, country)
        common = book.words_in(language, country)
        self._joins, self.colon = common.joins, common.colon
        self._language = language
        self._country = country

    def say(self, value: str | date | datetime | Money | int) -> str:
        """Return one value in words; dates are short, times in UTC."""
        return put_into_words({"it": value}, self._language, self._country, style="medium")["it"]

    def size(self, count: int) -> str:
        """Return a number of bytes: 1 byte, 2 bytes, as the language counts them."""
        from babel.units import format_unit

        locale = locale_of(self._language, self._country)
        text = format_unit(count, "digital-byte", locale=locale)
        if "digital-byte" not in text:
            return text
        return format_unit(count, "digital-byte", "short", locale=locale)  # Dutch and Italian have no long word there

    def fill(self, name: str, values: Mapping[str, str | date | Money | None]) -> str:
        """Return the sentence of one kind of event with what is known put in."""
        known = {key: value for key, value in values.items() if value not in {None, ""} and value is not None}
        said = put_into_words(known, self._language, self._country, style="medium")
        return fill(self.words.events[name], said, self._joins) or name

    def quote(self, text: str) -> str:
        """Return a text from outside in the quotation marks of the language, in one line."""
        return self.words.quoted.format(text=one_line(text))


def about_rows(case: Case, person: str, tell: Teller, names: Mapping[str, str]) -> Iterator[Row]:
    """Yield what the case is about: who, what, from whom, under which numbers, at which price."""
    label, subject = tell.words.labels, case.subject
    price = _money(subject.amount, subject.currency)
    rows = (
        ("person", person),
        ("subscription", subject.name if subject.plan is None else f"{subject.name} {subject.plan}"),
        ("provider", names.get(subject.provider or "", subject.provider)),
        ("seller", names.get(case.channel or "", case.channel)),
        ("order_number", case.facts.get("order_number")),
        ("account_email", case.facts.get("account_email")),
        ("customer_number", case.facts.get("customer_number")),
        ("price", tell.say(price) if price else None),
        ("reference", ", ".join(case.references)),
    )
    for name, value in rows:
        if value:
            yield label[name], one_line(value)


def story_rows(case: Case, day: date, tell: Teller) -> Iterator[Row]:
    """Yield the story in a page: when it was asked, what was answered, until when, what was taken and paid back."""
    label = tell.words.labels
    asked = ", ".join(tell.say(on) for on in case.asked_on)
    yield label["asked"], asked or label["not_asked"]
    if case.asked_on or case.status:
        yield label["answered"], _answer(case, tell)
    if case.active_until is not None:
        yield label["active_until"], tell.say(case.active_until)
    for charge in case.charged_again:
        yield label["charged_again"], f"{tell.say(charge.on)}{tell.colon} {tell.say(_money_of(charge))}"
    if case.refund is not RefundState.NONE:
        yield label["refund"], _refund(case, day, tell)


def _answer(case: Case, tell: Teller) -> str:
    if case.status is not None and case.confirmed_on is not None:
        return f"{tell.say(case.confirmed_on)}{tell.colon} {tell.quote(case.status)}"
    if case.refused_because is not None:
        return tell.quote(case.refused_because)
    return tell.words.labels["no_answer"]


def _refund(case: Case, day: date, tell: Teller) -> str:
    parts = [tell.words.refunds[refund_on(case, day)]]
    if asked := _money(case.refund_asked, case.refund_currency):
        parts.append(tell.say(asked))
    if case.refund_asked_on is not None:
        parts.append(tell.say(case.refund_asked_on))
    open_ = (case.refund_asked or Decimal(0)) - case.refund_received
    if case.refund_received and open_ > 0 and (left := _money(open_, case.refund_currency)):
        parts.append(f"{tell.words.labels['outstanding']} {tell.say(left)}")
    return " · ".join(parts)


def state_line(case: Case, day: date, tell: Teller) -> tuple[str, bool]:
    """Return where the case stands in words, and whether that is bad news."""
    state = state_on(case, day)
    bad = state in {CaseState.CHARGED_AGAIN, CaseState.REFUSED, CaseState.NO_ANSWER}
    return tell.words.states[state], bad


def timeline_rows(events: Sequence[CaseEvent], tell: Teller) -> Iterator[tuple[str, str, str]]:
    """Yield every event: the day it happened, what it says, when it was written down."""
    for group in _together(events):
        event = group[0]
        said = f"({tell.words.labels['recorded']} {tell.say(event.at)})"
        yield tell.say(event.on), _sentence(group, tell), said


def _together(events: Sequence[CaseEvent]) -> Iterator[list[CaseEvent]]:
    """Yield events one by one, items sealed one after the other on a day as one."""
    group: list[CaseEvent] = []
    for event in events:
        joins = group and isinstance(event.what, EvidenceSealed) and isinstance(group[-1].what, EvidenceSealed)
        if group and not (joins and event.on == group[-1].on):
            yield group
            group = []
        group.append(event)
    if group:
        yield group


def _sentence(group: Sequence[CaseEvent], tell: Teller) -> str:
    event, last = group[0], group[-1]
    fields: dict[str, Any] = msgspec.structs.asdict(event.what)
    kind = str(event.what.__struct_config__.tag)
    values: dict[str, str | date | Money | None] = {
        name: value if isinstance(value, date) else str(value)
        for name, value in fields.items()
        if value is not None and name not in {"subject", "charge", "amount", "currency"}
    }
    if isinstance(event.what, ChargedAgain):
        charge = event.what.charge
        values |= {"amount": _money_of(charge), "charged_on": charge.on, "descriptor": charge.descriptor}
    elif "amount" in fields:
        values["amount"] = _money(fields["amount"], fields["currency"])
    for name, words in _codes(tell.words).items():
        if name in values:
            values[name] = words.get(str(values[name]), str(values[name]))
    if isinstance(event.what, StepDone):
        values["step"] = event.what.text or event.what.step
    if isinstance(last.what, EvidenceSealed) and len(group) > 1:
        values["count"] = f"{values['count']}–{last.what.count}"
    if isinstance(event.what, FactNoted):
        values["name"] = tell.words.labels.get(event.what.name, event.what.name)
    return tell.fill(kind, values)


def _codes(words: DossierWords) -> dict[str, Mapping[str, str]]:
    """Return the fields of events that hold a code, and the words for the codes."""
    reasons = {**words.reasons, "said by the person": words.reasons["said"]}
    return {"by": words.ways, "form": words.ways, "letter": words.messages, "because": reasons}


def charges_of(case: Case) -> list[tuple[CaseCharge, bool]]:
    """Return every charge known, in the order of time, and whether it came after the cancellation."""
    after = {(charge.id, charge.on, charge.amount) for charge in case.charged_again}
    known = [charge for charge in case.subject.charges if (charge.id, charge.on, charge.amount) not in after]
    pairs = [*((charge, False) for charge in known), *((charge, True) for charge in case.charged_again)]
    return sorted(pairs, key=lambda pair: (pair[0].on, pair[0].id))


def charge_rows(charges: Sequence[tuple[CaseCharge, bool]], tell: Teller) -> Iterator[tuple[str, str, str, str, bool]]:
    """Yield the rows of the table of charges: day, text, kind, amount, whether it came after the cancellation."""
    for charge, after in charges[-MOST_CHARGES:]:
        role = tell.words.roles["after"] if after else tell.words.roles.get(charge.role, charge.role)
        back = "+" if charge.amount > 0 else ""
        yield tell.say(charge.on), one_line(charge.descriptor), role, back + tell.say(_money_of(charge)), after


def total_rows(charges: Sequence[tuple[CaseCharge, bool]], tell: Teller) -> Iterator[str]:
    """Yield what was paid in all, refunds taken off, one line for each currency."""
    sums: dict[str, Decimal] = {}
    for charge, _ in charges:
        sums[charge.currency] = sums.get(charge.currency, Decimal(0)) - charge.amount
    for currency, amount in sorted(sums.items()):
        sign = "−" if amount < 0 else ""
        yield sign + tell.say(Money(amount=amount, currency=currency))


def chart_of(charges: Sequence[tuple[CaseCharge, bool]], case: Case, tell: Teller) -> dict[str, Any] | None:
    """Return the bars of the chart, placed between 0 and 1; None where a chart would say nothing."""
    shown = charges[-MOST_CHARGES:]
    if len(shown) < 2 or len({charge.currency for charge, _ in shown}) > 1:
        return None
    days = [charge.on for charge, _ in shown] + list(case.asked_on[:1])
    first, last = min(days), max(days)
    span = max((last - first).days, 1)
    top = max((abs(charge.amount) for charge, _ in shown), default=Decimal(0)) or Decimal(1)
    mark = (case.asked_on[0] - first).days / span if case.asked_on else None
    return {
        "bars": [
            {
                "x": round((charge.on - first).days / span, 4),
                "h": round(float(abs(charge.amount) / top), 4),
                "after": after,
                "back": charge.amount > 0,
            }
            for charge, after in shown
        ],
        "width": 4 if len(shown) < 20 else 2,
        "mark": None if mark is None else round(mark, 4),
        "first": tell.say(first),
        "last": tell.say(last),
        "top": tell.say(Money(amount=top, currency=shown[0][0].currency)),
    }


def _money(amount: Decimal | None, currency: str | None) -> Money | None:
    return Money(amount=amount, currency=currency) if amount is not None and currency is not None else None


def _money_of(charge: CaseCharge) -> Money:
    return Money(amount=charge.amount, currency=charge.currency)
