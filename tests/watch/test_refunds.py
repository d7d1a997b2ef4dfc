"""A refund that came is matched to its case; one that is late is said so."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from unrenew.model.watched import PastCharge, Watched
from unrenew.watch.refunds import refund_alarms

from .test_charges import row, table

CHARGE = row(date(2026, 10, 20), "-59.99", "NEXSHOP GUARD", id="charge")
CASE = Watched(
    case="c",
    name="Guard",
    cancelled_on=date(2026, 10, 31),
    cadence="annual",
    charges=(PastCharge(id="charge", on=date(2026, 10, 20), amount=Decimal("-59.99"), currency="EUR"),),
    keys=frozenset({"NEXSHOP GUARD"}),
    refund_asked_on=date(2026, 10, 31),
    refund_amount=Decimal("59.99"),
    refund_due_by=date(2026, 11, 14),
)


def found(*rows, case=CASE, today=date(2026, 11, 10)):
    return {alarm.kind: alarm for alarm in refund_alarms([case], table(CHARGE, *rows), today=today)}


def test_a_refund_that_came():
    alarms = found(row(date(2026, 11, 9), "59.99", "NEXSHOP GUARD", id="back"))
    assert set(alarms) == {"refund_seen"}
    assert alarms["refund_seen"].transactions == ("back",)
    assert "all that was asked for" in alarms["refund_seen"].why[0]


def test_a_refund_under_another_text():
    alarms = found(row(date(2026, 11, 9), "59.99", "REFUND NEXSHOP GUARD 4411", id="back"))
    assert set(alarms) == {"refund_seen"}


def test_nothing_is_late_before_its_day():
    assert found() == {}


def test_a_late_refund():
    alarms = found(today=date(2026, 11, 15))
    assert set(alarms) == {"refund_late"}
    assert str(alarms["refund_late"].money) == "59.99 EUR"


def test_a_part_that_came_leaves_the_rest_late():
    alarms = found(row(date(2026, 11, 9), "20.00", "NEXSHOP GUARD", id="back"), today=date(2026, 11, 20))
    assert set(alarms) == {"refund_seen", "refund_late"}
    assert str(alarms["refund_late"].money) == "39.99 EUR"


def test_what_came_in_time_is_not_late_later():
    back = row(date(2026, 11, 9), "59.99", "NEXSHOP GUARD", id="back")
    assert set(found(back, today=date(2026, 12, 31))) == {"refund_seen"}


def test_without_a_request_a_refund_is_still_seen():
    case = replace(CASE, refund_asked_on=None, refund_amount=None, refund_due_by=None)
    assert set(found(row(date(2026, 11, 9), "59.99", "NEXSHOP GUARD", id="back"), case=case)) == {"refund_seen"}
