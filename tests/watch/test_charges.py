"""Charges after cancelling: what is one, and what only looks like one."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.model.periods import nth_after
from unrenew.model.watched import PastCharge, Watched
from unrenew.transactions import from_rows
from unrenew.watch.charges import unexpected_charges

TODAY = date(2026, 12, 31)
CANCELLED = date(2026, 5, 10)


def row(on, amount, text="STREAMHAUS", **more):
    known = {"key": text.upper(), "provider": None} | more
    key, provider = known.pop("key"), known.pop("provider")
    fields = {"account": "A", "currency": "EUR", "descriptor": text, "booked_on": on, "amount": Decimal(amount)} | known
    fields.setdefault("id", f"{on}{text}{amount}")
    return fields, key, provider


def table(*rows):
    frame = from_rows([fields for fields, _, _ in rows])
    return frame.with_columns(
        key=pl.Series([key for _, key, _ in rows], dtype=pl.String),
        provider=pl.Series([provider for _, _, provider in rows], dtype=pl.String),
    )


PAST = [row(date(2026, month, 15), "-9.99") for month in range(1, 5)]


def case(**more):
    charges = tuple(
        PastCharge(id=fields["id"], on=fields["booked_on"], amount=fields["amount"], currency="EUR")
        for fields, _, _ in PAST
    )
    known = {
        "case": "c1",
        "name": "Streamhaus",
        "cancelled_on": CANCELLED,
        "confirmed": True,
        "ends_on": date(2026, 5, 14),
        "cadence": "monthly",
        "charges": charges,
        "keys": frozenset({"STREAMHAUS"}),
    }
    return Watched(**(known | more))


def alarms(*rows, watched=None):
    return unexpected_charges([watched or case()], table(*PAST, *rows), today=TODAY)


def test_silence_is_no_alarm():
    assert alarms() == ()


@pytest.mark.parametrize(
    "later",
    [
        pytest.param([row(date(2026, 5, 15), "-9.99")], id="the renewal that was off"),
        pytest.param([row(date(2026, 9, 15), "-9.99")], id="months later"),
        pytest.param([row(date(2026, 6, 15), "-12.99")], id="dearer"),
        pytest.param([row(date(2026, 6, 15), "-11.20", currency="USD")], id="another currency"),
        pytest.param([row(date(2026, 6, 15), "-9.99", account="B")], id="another card"),
        pytest.param(
            [row(date(2026, 6, 15), "-9.99", "PAYPAL *STREAMHAUS", key="PAYPAL STREAMHAUS")], id="another text"
        ),
    ],
)
def test_charged_after_cancel(later):
    (found,) = alarms(*later)
    assert found.kind == "charged_after_cancel"
    assert found.transactions == (later[0][0]["id"],)
    assert found.confidence >= 0.5
    assert any("after you cancelled" in line for line in found.why)


def test_under_another_merchant_of_record():
    later = row(date(2026, 6, 15), "-9.99", "PAYSELLER 4411", provider="streamhaus")
    (found,) = alarms(later, watched=case(providers=frozenset({"streamhaus"})))
    assert found.transactions == (later[0]["id"],)


def test_split_into_two():
    found = alarms(row(date(2026, 6, 15), "-5.00"), row(date(2026, 6, 16), "-4.99"))
    assert len(found) == 2
    assert all("together" in " ".join(alarm.why) for alarm in found)


def test_changing_reference_behind_the_name():
    watched = case(keys=frozenset({"STREAMHAUS AB1CD", "STREAMHAUS XY9ZZ"}))
    (found,) = alarms(row(date(2026, 6, 15), "-9.99", "STREAMHAUS QQ7RT"), watched=watched)
    assert found.confidence > 0.8


@pytest.mark.parametrize(
    ("later", "watched"),
    [
        pytest.param(
            [row(date(2026, 5, 15), "-9.99"), row(date(2026, 6, 15), "-9.99")],
            case(ends_on=date(2026, 7, 14)),
            id="due until the end, notice runs",
        ),
        pytest.param(
            [row(date(2026, 5, 12), "-9.99")], case(confirmed=False, ends_on=None, cadence=None), id="in flight"
        ),
        pytest.param([row(date(2026, 6, 15), "-9.99"), row(date(2026, 6, 20), "9.99")], case(), id="came back"),
        pytest.param(
            [row(date(2026, 6, 15), "-9.99", id="kept")], case(kept=frozenset({"kept"})), id="another plan is kept"
        ),
        pytest.param([row(date(2026, 6, 15), "-9.99", id="fine")], case(settled=frozenset({"fine"})), id="settled"),
        pytest.param([row(date(2026, 6, 15), "-9.99", owner="somebody else")], case(), id="another person"),
        pytest.param([row(date(2026, 6, 15), "-9.99", "OTHER SHOP")], case(), id="another merchant at that price"),
    ],
)
def test_no_alarm(later, watched):
    assert alarms(*later, watched=watched) == ()


def test_an_order_at_the_same_shop_is_none():
    orders = [row(date(2026, 3, day), f"-{day}.40", "SHOP", id=f"o{day}") for day in (2, 9, 21, 28)]
    plan = [row(date(2026, month, 15), "-9.99", "SHOP", id=f"m{month}") for month in (1, 2, 3, 4)]
    charges = tuple(PastCharge(id=f["id"], on=f["booked_on"], amount=f["amount"], currency="EUR") for f, _, _ in plan)
    watched = case(charges=charges, keys=frozenset({"SHOP"}))
    order, renewal = row(date(2026, 6, 3), "-44.10", "SHOP"), row(date(2026, 6, 15), "-9.99", "SHOP", id="again")
    found = unexpected_charges([watched], table(*orders, *plan, order, renewal), today=TODAY)
    assert [alarm.transactions for alarm in found] == [("again",)]


def test_retry_of_an_old_charge():
    failed = [row(date(2026, 5, 8), "-9.99", id="failed"), row(date(2026, 5, 9), "9.99", id="returned")]
    watched = case()
    watched = replace(
        watched,
        charges=(
            *watched.charges,
            PastCharge(id="failed", on=date(2026, 5, 8), amount=Decimal("-9.99"), currency="EUR"),
        ),
    )
    assert alarms(*failed, row(date(2026, 5, 16), "-9.99", id="retry"), watched=watched) == ()


def test_early_annual_renewal_before_the_end_is_one():
    past = [row(date(year, 10, 20), "-59.99", "NEXSHOP*GUARD") for year in (2024, 2025)]
    charges = tuple(PastCharge(id=f["id"], on=f["booked_on"], amount=f["amount"], currency="EUR") for f, _, _ in past)
    watched = Watched(
        case="c",
        name="Guard",
        cancelled_on=date(2026, 9, 1),
        confirmed=True,
        ends_on=date(2026, 11, 24),
        cadence="annual",
        charges=charges,
        keys=frozenset({"NEXSHOP*GUARD"}),
    )
    renewal = row(date(2026, 10, 20), "-59.99", "NEXSHOP*GUARD")
    (found,) = unexpected_charges([watched], table(*past, renewal), today=TODAY)
    assert any("although it was off" in line for line in found.why)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_order_and_pieces_do_not_matter(data):
    days = data.draw(st.lists(st.integers(0, 230), min_size=1, max_size=6, unique=True))
    rows = [*PAST, *(row(CANCELLED + timedelta(days=n), "-9.99", id=f"n{n}") for n in days)]
    expected = unexpected_charges([case()], table(*rows), today=TODAY)
    shuffled = data.draw(st.permutations(rows))
    assert unexpected_charges([case()], table(*shuffled), today=TODAY) == expected


def test_a_refund_in_parts_gives_the_charge_back():
    charge = row(date(2026, 6, 15), "-9.99")
    parts = [row(date(2026, 6, 20), "4.00"), row(date(2026, 6, 25), "5.99")]
    assert alarms(charge, *parts) == ()
    assert len(alarms(charge, parts[0])) == 1
    assert len(alarms(charge, *parts, row(date(2026, 7, 15), "-9.99"))) == 1


def test_a_charge_in_three():
    thirds = [
        row(date(2026, 6, day), amount, id=f"t{day}") for day, amount in ((15, "-3.00"), (15, "-3.00"), (16, "-3.99"))
    ]
    thirds[1][0]["id"] = "again"
    assert [alarm.why[-1] for alarm in alarms(*thirds)] == ["3 charges that together make -9.99 EUR, as before"] * 3


def test_another_amount_each_time_on_other_days_is_what_orders_look_like():
    orders = [row(date(2026, 6, 3), "-42.10"), row(date(2026, 7, 27), "-7.35"), row(date(2026, 9, 30), "-118.00")]
    assert alarms(*orders) == ()
    assert [alarm.on for alarm in alarms(*orders, row(date(2026, 8, 15), "-9.99"))] == [date(2026, 8, 15)]


@pytest.mark.parametrize(
    ("text", "amount", "found"),
    [
        pytest.param("EUROPE RHYMECAST", "-9.99", 1, id="the whole name"),
        pytest.param("PAYPAL *RHYMECAST EUROPE", "-12.99", 1, id="the whole name, dearer"),
        pytest.param("EUROPE HOTEL LONDON", "-12.99", 0, id="a word that many bear"),
        pytest.param("PURCHASE WINEBAR", "-9.99", 0, id="a word of the bank"),
    ],
)
def test_the_name_and_not_a_word_of_it_or_of_the_bank(text, amount, found):
    past = [
        row(date(2026, month, 15), "-9.99", "PURCHASE EUROPE RHYMECAST", key="EUROPE RHYMECAST") for month in (2, 3, 4)
    ]
    charges = tuple(PastCharge(id=f["id"], on=f["booked_on"], amount=f["amount"], currency="EUR") for f, _, _ in past)
    watched = case(keys=frozenset({"EUROPE RHYMECAST"}), charges=charges)
    later = row(date(2026, 6, 24), amount, text)
    assert len(unexpected_charges([watched], table(*past, later), today=TODAY)) == found


def test_a_payment_that_failed_and_find_set_aside_explains_the_retry():
    failed = row(date(2026, 5, 2), "-9.99", id="failed")
    returned = row(date(2026, 5, 4), "9.99", "RETURNED STREAMHAUS")
    assert alarms(failed, returned, row(date(2026, 5, 12), "-9.99")) == ()
    assert len(alarms(failed, returned, row(date(2026, 6, 15), "-9.99"))) == 1


def test_a_yearly_plan_charged_early_and_dearer_is_still_its_renewal():
    past = [row(date(year, 12, 10), "-39.99") for year in (2023, 2024)]
    charges = tuple(PastCharge(id=f["id"], on=f["booked_on"], amount=f["amount"], currency="EUR") for f, _, _ in past)
    watched = case(cadence="annual", charges=charges, cancelled_on=date(2025, 8, 1), ends_on=date(2025, 12, 9))
    rows = [*past, row(date(2025, 11, 5), "-59.99"), row(date(2025, 11, 9), "-3.10"), row(date(2025, 9, 1), "-8.70")]
    found = unexpected_charges([watched], table(*rows), today=TODAY)
    assert [alarm.on for alarm in found] == [date(2025, 11, 5)]


@pytest.mark.parametrize(
    ("first", "cadence", "ends", "due", "late"),
    [
        (date(2025, 10, 31), "monthly", date(2026, 2, 27), date(2026, 1, 31), date(2026, 2, 28)),
        (date(2025, 10, 31), "monthly", date(2026, 3, 30), date(2026, 2, 28), date(2026, 3, 31)),
        (date(2027, 10, 31), "monthly", date(2028, 2, 28), date(2028, 1, 31), date(2028, 2, 29)),
        (date(2025, 9, 30), "monthly", date(2025, 12, 29), date(2025, 11, 30), date(2025, 12, 30)),
        (date(2025, 8, 31), "monthly", date(2025, 12, 30), date(2025, 11, 30), date(2025, 12, 31)),
        (date(2025, 11, 30), "quarterly", date(2026, 5, 29), date(2026, 2, 28), date(2026, 5, 30)),
        (date(2024, 2, 29), "annual", date(2027, 2, 27), date(2026, 2, 28), date(2027, 2, 28)),
        (date(2024, 2, 29), "annual", date(2028, 2, 28), date(2027, 2, 28), date(2028, 2, 29)),
    ],
)
def test_at_the_ends_of_months_and_years_the_renewal_is_told_from_the_last_charge_that_was_due(
    first, cadence, ends, due, late
):
    days = [day for number in range(40) if (day := nth_after(first, cadence, number)) < due]
    past = [row(day, "-9.99") for day in days]
    charges = tuple(PastCharge(id=f["id"], on=f["booked_on"], amount=f["amount"], currency="EUR") for f, _, _ in past)
    watched = case(charges=charges, cadence=cadence, cancelled_on=due - timedelta(days=10), ends_on=ends)
    rows = table(*past, row(due, "-9.99", id="due"), row(late, "-9.99", id="late"))
    found = unexpected_charges([watched], rows, today=date(2028, 12, 31))
    assert [alarm.transactions for alarm in found] == [("late",)]
