from datetime import date, timedelta
from decimal import Decimal

import pytest

from unrenew.find import find_streams
from unrenew.model.subscriptions import to_json
from unrenew.transactions import empty, from_rows

TODAY = date(2026, 10, 31)


def rows(text, days, amount, **more):
    amounts = amount if isinstance(amount, list) else [amount] * len(days)
    return [
        {
            "owner": "ann",
            "account": "DE1",
            "id": f"{text}-{number}",
            "booked_on": day,
            "amount": -Decimal(str(each)),
            "currency": "EUR",
            "descriptor": text.replace("#", f"{73918 * (number + 3) % 99991:05d}"),
            **more,
        }
        for number, (day, each) in enumerate(zip(days, amounts, strict=True))
    ]


def months(year, month, day, count, step=1):
    return [date(year + (month - 1 + i * step) // 12, (month - 1 + i * step) % 12 + 1, day) for i in range(count)]


def find(*parts):
    return find_streams(from_rows([row for part in parts for row in part]), today=TODAY)


def test_monthly():
    (stream,) = find(rows("CARD PAYMENT TO NETFLIX.COM # ON 12 OCT", months(2025, 1, 12, 22), "12.99"))
    assert (stream.cadence, stream.kind, stream.status) == ("monthly", "subscription", "active")
    assert stream.next is not None
    assert stream.next.on == date(2026, 11, 12)
    assert stream.yearly_cost == Decimal("155.88")
    assert len(stream.charges) == 22


def test_annual_from_two():
    (stream,) = find(rows("NEXWAY*KASPERSKY #", [date(2025, 8, 28), date(2026, 8, 28)], "39.99"))
    assert stream.cadence == "annual"
    assert stream.channel == "nexway"
    assert stream.next is not None
    assert stream.next.on == date(2027, 8, 28)


@pytest.mark.parametrize(
    ("cadence", "days"),
    [
        ("weekly", [date(2026, 5, 1) + timedelta(7 * i) for i in range(26)]),
        ("biweekly", [date(2025, 11, 7) + timedelta(14 * i) for i in range(26)]),
        ("four_weekly", [date(2024, 11, 7) + timedelta(28 * i) for i in range(26)]),
        ("thirty_days", [date(2024, 10, 7) + timedelta(30 * i) for i in range(25)]),
        ("bimonthly", months(2024, 1, 15, 17, 2)),
        ("quarterly", months(2024, 1, 15, 12, 3)),
        ("four_monthly", months(2023, 1, 15, 11, 4)),
        ("half_yearly", months(2023, 1, 15, 8, 6)),
        ("annual", months(2022, 8, 15, 5, 12)),
    ],
)
def test_cadences(cadence, days):
    (stream,) = find(rows("PRLV SEPA PRESSE MEDIA REF #", days, "8.50"))
    assert stream.cadence == cadence
    assert stream.kind == "subscription"


def test_price_rise_is_one_stream():
    (stream,) = find(rows("SPOTIFY P#", months(2025, 1, 3, 20), ["9.99"] * 12 + ["12.99"] * 8))
    assert [(change.on, change.old, change.new) for change in stream.price_changes] == [
        (date(2026, 1, 3), Decimal("9.99"), Decimal("12.99"))
    ]
    assert stream.amount == Decimal("12.99")


def test_two_plans_of_one_merchant():
    found = find(
        rows("APPLE.COM/BILL", months(2025, 1, 3, 22), "2.99"),
        rows("APPLE.COM/BILL ", months(2025, 1, 3, 22), "9.99"),
    )
    assert sorted(stream.amount for stream in found) == [Decimal("2.99"), Decimal("9.99")]


def test_nothing():
    assert find_streams(empty(), today=TODAY) == ()


def test_json_is_that_of_scan():
    (stream,) = to_json(find(rows("NETFLIX.COM", months(2026, 1, 12, 10), "12.99")))
    assert list(stream) == [
        *(
            "id",
            "owner",
            "accounts",
            "kind",
            "status",
            "provider",
            "name",
            "channel",
            "descriptor",
            "cadence",
            "amount",
        ),
        *("currency", "yearly_cost", "first_on", "last_on", "next", "charges", "price_changes", "confidence", "why"),
    ]
    assert stream["next"] == {"on": "2026-11-12", "amount": "12.99"}
    assert stream["charges"][0] == {"id": "NETFLIX.COM-0", "on": "2026-01-12", "amount": "12.99", "role": "charge"}


def test_nobodys_name_is_no_contract():
    (stream,) = find(rows("", months(2025, 1, 12, 22), "12.99"))
    assert stream.kind == "habit"


def test_cheques_are_transfers():
    (stream,) = find(rows("CHECK #", months(2025, 1, 12, 22), "300.00"))
    assert stream.kind == "transfer"


def test_a_statement_that_ends_earlier_is_not_late():
    (stream,) = find(rows("NETFLIX.COM", months(2025, 1, 12, 21), "12.99"))
    assert stream.status == "active"


def test_refund_has_its_role():
    days = months(2025, 1, 3, 20)
    back = rows("NETFLIX.COM", [date(2025, 6, 20)], "-12.99")[0] | {"id": "back"}
    (stream,) = find(rows("NETFLIX.COM", days, "12.99"), [back])
    assert [(charge.id, charge.amount) for charge in stream.charges if charge.role == "refund"] == [
        ("back", Decimal("-12.99"))
    ]
    assert len(stream.charges) == 21


@pytest.mark.parametrize("count", [3, 4, 6])
@pytest.mark.parametrize("text", ["CARD PAYMENT TO ZILVERMEER #", "SEPA LASTSCHRIFT ZILVERMEER BV #"])
def test_a_short_run_at_one_odd_price_is_sure(count, text):
    (stream,) = find(rows(text, months(2026, 11 - count, 12, count), "12.99"))
    assert stream.kind == "subscription"
    assert stream.confidence >= 0.8


def test_a_trial_before_it_takes_no_certainty():
    (stream,) = find(rows("FRAMEHOUSE #", months(2026, 6, 9, 5), ["1.00", *["12.99"] * 4]))
    assert stream.confidence >= 0.8
    assert [charge.role for charge in stream.charges] == ["trial", *["charge"] * 4]


def test_two_charges_at_a_stranger_are_early_and_not_certain():
    (stream,) = find(rows("CARD PAYMENT TO ZILVERMEER #", months(2026, 9, 12, 2), "12.99"))
    assert stream.status == "early"
    assert 0.2 < stream.confidence < 0.9


def test_more_charges_are_never_less_sure():
    said = [
        find(rows("CARD PAYMENT TO ZILVERMEER #", months(2026, 11 - n, 12, n), "12.99"))[0].confidence
        for n in (2, 3, 4, 5, 6, 8)
    ]
    assert said == sorted(said)


def test_a_bill_by_usage_on_exact_days_is_found_among_strangers():
    amounts = [f"{61 + 23 * ((i * 7) % 11) / 10:.2f}" for i in range(22)]
    (stream,) = find(rows("ZILVERMEER #", months(2025, 1, 12, 22), amounts))
    assert stream.kind == "bill"
    assert stream.confidence >= 0.5


def test_a_moved_day_is_one_stream():
    (stream,) = find(rows("ZILVERMEER #", [*months(2025, 1, 4, 12), *months(2026, 1, 27, 10)], "14.90"))
    assert len(stream.charges) == 22
    assert stream.next is not None
    assert stream.next.on == date(2026, 11, 27)


def test_an_introductory_price_belongs_to_the_stream():
    (stream,) = find(rows("ZILVERMEER #", months(2025, 1, 12, 22), ["1.00"] * 5 + ["24.90"] * 17))
    assert len(stream.charges) == 22
    assert stream.amount == Decimal("24.90")


def test_renewals_before_the_term_ends_join_the_purchase():
    (stream,) = find(rows("AVIRA OPERATIONS #", [date(2023, 9, 20), date(2024, 8, 16), date(2025, 8, 16)], "39.99"))
    assert (stream.cadence, len(stream.charges)) == ("annual", 3)


def test_a_purchase_in_parts_is_a_loan():
    (stream,) = find(rows("KLARNA*SCHUHE #", months(2026, 6, 12, 3), "31.66"))
    assert stream.kind == "loan"


def test_the_account_paid_to_is_one_merchant():
    more = {"counterparty_account": "NL00BANK0123456789"}
    found = find(
        rows("ZILVERMEER #", months(2025, 1, 12, 10), "12.99", **more),
        rows("GOUDVELD #", months(2025, 11, 12, 12), "13.99", **more),
    )
    assert [len(stream.charges) for stream in found] == [22]


def test_an_account_of_many_names_is_a_collector():
    names = ("ZILVERMEER", "GOUDVELD", "KOPERZEE", "LOODHEIDE")
    more = {"counterparty_account": "NL00BANK0123456789"}
    found = find(*(rows(f"{name} #", months(2025, 1, 5 + 5 * i, 22), "9.99", **more) for i, name in enumerate(names)))
    assert len(found) == len(names)


@pytest.mark.parametrize(
    ("country", "currency", "day"), [("DE", "EUR", 2), (None, "EUR", 2), ("DE", "USD", 2), (None, "USD", 1)]
)
def test_what_keeps_to_working_days_keeps_to_bank_holidays(country, currency, day):
    days = [each + timedelta({5: 2, 6: 1}.get(each.weekday(), 0)) for each in months(2025, 1, 1, 12)]
    table = from_rows(rows("ZILVERMEER #", days, "12.99", currency=currency))
    (stream,) = find_streams(table, today=date(2025, 12, 5), country=country)
    assert stream.next is not None
    assert stream.next.on == date(2026, 1, day)


def test_who_takes_money_for_others_is_not_the_merchant():
    """A reseller or payment service as the counterparty: the text beside it says what was paid for."""
    found = find(
        rows("NEXWAY*GUARDHOUSE DE", months(2024, 9, 12, 3, 12), "59.99", counterparty="NEXWAY"),
        rows("NEXWAY*BLATTWERK", months(2024, 3, 2, 3, 12), "29.99", counterparty="NEXWAY"),
        rows("10#/PP.#.PP/. KLANGHAUS", months(2026, 1, 5, 10), "10.99", counterparty="PayPal Europe S.a.r.l."),
        rows("", months(2026, 1, 9, 10), "4.99", counterparty="Mollie BV"),
    )
    assert {(one.name, one.channel, len(one.charges)) for one in found} == {
        ("Guardhouse", "nexway", 3),
        ("Blattwerk", "nexway", 3),
        ("Klanghaus", "paypal", 10),
        ("Mollie", None, 10),
    }


def test_cash_is_never_a_contract():
    (stream,) = find(rows("GELDAUTOMAT #", months(2025, 1, 12, 22), "40.00"))
    assert stream.kind == "habit"


def test_two_purchases_in_a_store_long_ago_are_no_contract():
    (stream,) = find(rows("APPLE.COM/BILL", months(2025, 1, 12, 2), "2.99"), rows("ZILVERMEER", [TODAY], "1.00"))
    assert stream.kind == "habit"
