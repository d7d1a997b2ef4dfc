from datetime import date, timedelta
from decimal import Decimal

import pytest

from unrenew.find import find_streams
from unrenew.model.subscriptions import Correction
from unrenew.transactions import from_rows

TODAY = date(2026, 10, 31)
ROWS = from_rows(
    [
        {
            "owner": "ann",
            "account": "1",
            "id": f"{text}{number}",
            "booked_on": date(2026, 1, day) + timedelta(days=30 * number),
            "amount": Decimal(amount),
            "currency": "EUR",
            "descriptor": text,
        }
        for text, day, amount in (("NETFLIX", 3, "-9.99"), ("SPOTIFY", 12, "-7.99"))
        for number in range(9)
    ]
)


def find(*decisions):
    return {stream.name: stream for stream in find_streams(ROWS, today=TODAY, decisions=decisions)}


def test_without_decisions():
    assert sorted(find()) == ["Netflix", "Spotify"]


def test_dismissed_is_no_contract():
    found = find(Correction(do="dismiss", charges=frozenset({"NETFLIX2"})))
    assert (found["Netflix"].kind, found["Spotify"].kind) == ("habit", "subscription")


def test_confirmed_is_sure():
    assert find(Correction(do="confirm", charges=frozenset({"NETFLIX2"})))["Netflix"].confidence == 0.999


@pytest.mark.parametrize(("cadence", "yearly"), [("monthly", "119.88"), ("quarterly", "39.96")])
def test_edited(cadence, yearly):
    found = find(Correction(do="edit", charges=frozenset({"NETFLIX2"}), name="Films", cadence=cadence, kind="bill"))
    assert (found["Films"].cadence, found["Films"].kind) == (cadence, "bill")
    assert found["Films"].yearly_cost == Decimal(yearly)


def test_the_next_month_after_a_31st_is_its_last_day():
    rows = from_rows(
        [
            {
                "account": "1",
                "id": str(month),
                "booked_on": date(2026, month, 31),
                "amount": Decimal("-9.99"),
                "currency": "EUR",
                "descriptor": "NETFLIX",
            }
            for month in (3, 5, 8)
        ]
    )
    decision = Correction(do="edit", charges=frozenset({"8"}), cadence="monthly")
    (stream,) = find_streams(rows, today=date(2026, 9, 1), decisions=[decision])
    assert stream.next.on == date(2026, 9, 30)


def test_merged():
    found = find(Correction(do="merge", charges=frozenset({"NETFLIX2", "SPOTIFY3"}), name="Both"))
    assert list(found) == ["Both"]
    assert len(found["Both"].charges) == 18


def test_split():
    out = frozenset({"NETFLIX7", "NETFLIX8"})
    found = find(Correction(do="split", charges=out, name="Second"))
    assert {charge.id for charge in found["Second"].charges} == out
    assert len(found["Netflix"].charges) == 7


def test_charges_that_are_gone_change_nothing():
    assert find(Correction(do="dismiss", charges=frozenset({"gone"}))) == find()
