"""From what is kept of a subscription to the last day to cancel it, and why."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from unrenew.api.cancelling import listed, with_method
from unrenew.directory import Directory
from unrenew.model.decisions import OwnSubscription
from unrenew.model.listings import Listing
from unrenew.model.providers import ChargeDay, Provider
from unrenew.model.renewals import NoticePeriod

TODAY = date(2026, 11, 1)
EARLY = ChargeDay(
    source="https://guard.example/terms",
    evidence="official",
    read_on=date(2026, 10, 20),
    plan="annual",
    days_before=35,
    text="billed up to 35 days before the term ends",
)
GUARD = Provider(
    schema="unrenew-provider/1", id="guard", name="Guard", kind="security", read_on=date(2026, 10, 20), charges=(EARLY,)
)
DIRECTORY = Directory((GUARD,))
OWN = OwnSubscription(
    id="o1", owner=None, name="Box", cadence="annual", amount=Decimal(50), currency="EUR", started_on=date(2026, 1, 31)
)


def own(today=TODAY, country="DE", **more):
    (doc,) = listed(Listing(own=(replace(OWN, **more),), country=country), today=today, directory=DIRECTORY)
    return doc


def stream(*days, cadence="annual", following="2026-12-10", **more):
    charges = [{"id": f"c{n}", "on": day, "amount": "59.99", "role": "charge"} for n, day in enumerate(days)]
    known = {"id": "s1", "owner": None, "accounts": [], "kind": "subscription", "status": "active", "name": "Guard"}
    known |= {"provider": "guard", "channel": None, "descriptor": "GUARD", "cadence": cadence, "amount": "59.99"}
    known |= {"currency": "EUR", "yearly_cost": "59.99", "first_on": days[0], "last_on": days[-1], "charges": charges}
    known |= {"next": {"on": following, "amount": "59.99"}, "price_changes": [], "confidence": 1.0, "why": []}
    (doc,) = listed(Listing(streams=(known | more,), country="DE"), today=TODAY, directory=DIRECTORY)
    return doc


def words(doc):
    return "\n".join(doc["cancelling"]["why"])


@pytest.mark.parametrize(
    ("more", "today", "by", "avoids", "at_latest"),
    [
        pytest.param({}, "2026-11-01", "2027-01-30", "2027-01-31", True, id="no notice known"),
        pytest.param({"notice": NoticePeriod(count=1, unit="months")}, "2026-11-01", "2026-12-30", "2027-01-31", False,
                     id="a month"),
        pytest.param({"notice": NoticePeriod(count=1, unit="months")}, "2026-12-31", "2027-12-30", "2028-01-31", False,
                     id="missed: the next one"),
        pytest.param({"cadence": "monthly"}, "2026-02-20", "2026-02-27", "2026-02-28", True, id="31 January + 1 month"),
        pytest.param({"cadence": "monthly"}, "2026-03-01", "2026-03-30", "2026-03-31", True, id="and 31 March again"),
        pytest.param({"cadence": "monthly", "started_on": date(2028, 1, 31)}, "2028-02-01", "2028-02-28", "2028-02-29",
                     True, id="leap day"),
        pytest.param({"cadence": "monthly", "notice": NoticePeriod(count=2, unit="months")}, "2026-02-20",
                     "2026-02-27", "2026-04-30", False, id="notice longer than the term"),
        pytest.param({"cadence": "monthly", "minimum_term_months": 24, "notice": NoticePeriod(count=3, unit="months")},
                     "2026-11-01", "2027-10-30", "2028-01-31", False, id="a minimum term paid by the month"),
        pytest.param({"cadence": "monthly", "minimum_term_months": 24, "renewal_months": 12,
                      "notice": NoticePeriod(count=3, unit="months")},
                     "2027-11-01", "2028-10-30", "2029-01-31", False, id="missed: twelve months more"),
        pytest.param({"notice": NoticePeriod(count=6, unit="weeks", to="quarter_end")}, "2026-11-01",
                     "2026-11-19", "2027-01-31", False, id="quarter end"),
        pytest.param({"trial_ends_on": date(2026, 11, 9)}, "2026-11-01", "2026-11-09", "2026-11-10", False, id="trial"),
    ],
)  # fmt: skip
def test_by_when(more, today, by, avoids, at_latest):
    doc = own(date.fromisoformat(today), **more)
    told = doc["cancelling"]
    assert (doc["cancel_by"], told["avoids"], told["at_latest"]) == (by, avoids, at_latest)


def test_an_unknown_notice_is_said_and_how_to_say_it():
    assert "at the latest" in words(own())
    assert "unrenew edit o1 --notice" in words(own())
    assert "notice of 2 weeks, as you said" in words(own(notice=NoticePeriod(count=2, unit="weeks")))


def test_terms_that_cannot_be_counted_are_said():
    doc = own(started_on=None, next_on=date(2026, 12, 1), minimum_term_months=24)
    assert doc["cancel_by"] == "2026-11-30"
    assert "cannot be counted" in words(doc)


def test_an_early_charge_of_the_directory_holds_for_the_first_renewal():
    doc = stream("2025-12-10")
    assert doc["cancel_by"] == "2026-11-04"
    assert "Guard: billed up to 35 days before the term ends (https://guard.example/terms, looked at on" in words(doc)
    assert own(provider="guard", name="Guard")["cancel_by"] == "2026-12-26"


def test_charges_that_renewed_show_by_themselves_how_early_they_come():
    doc = stream("2024-12-10", "2025-12-10")
    assert doc["cancel_by"] == "2026-12-09"


def test_the_day_on_which_it_began_says_what_an_early_charge_pays_for():
    (doc,) = listed(
        Listing(
            streams=({**_plain(stream("2024-12-20", "2025-11-15", following="2026-11-15"))},),
            own=(replace(OWN, name="Guard", provider="guard", amount=Decimal("59.99"), started_on=date(2024, 12, 20)),),
        ),
        today=TODAY,
        directory=DIRECTORY,
    )
    assert (doc["cancel_by"], doc["cancelling"]["ends_on"]) == ("2026-11-14", "2026-12-19")


def _plain(doc):
    return {key: value for key, value in doc.items() if key not in ("cancelling", "cancel_by", "own")}


@pytest.mark.parametrize("more", [{"status": "ended"}, {"next": None}, {"cadence": None}, {"kind": "habit"}])
def test_no_day_where_nothing_is_to_be_cancelled(more):
    doc = stream("2024-12-10", "2025-12-10", **more) if "cadence" not in more else stream("2025-12-10", cadence=None)
    assert (doc["cancel_by"], doc["cancelling"]) == (None, None)


def test_the_bank_is_told_the_day_before_its_own_cut_off():
    """The charge of Sunday 31 January 2027: the bank's last day is Friday, the day before it Thursday."""
    told = own(payment_method="sepa_dd_core")["cancelling"]
    assert (told["stop_payment_by"], told["bank_cut_off"]) == ("2027-01-28", "2027-01-29")
    us = own(payment_method="ach_debit", country="US", started_on=date(2026, 1, 20))["cancelling"]
    assert (us["stop_payment_by"], us["bank_cut_off"]) == ("2027-01-13", "2027-01-14")  # Monday the 18th is a holiday


def test_cards_cannot_be_stopped_and_an_unknown_way_is_said():
    assert own(payment_method="card_visa")["cancelling"]["stop_payment_by"] is None
    assert "no right to have the bank stop" in words(own(payment_method="card_visa"))
    assert "how it is paid is not known" in words(own())


def test_what_is_too_late_to_cancel_can_still_be_stopped_at_the_bank():
    told = own(date(2026, 12, 31), notice=NoticePeriod(count=1, unit="months"), payment_method="sepa_dd_core")
    assert told["cancelling"]["missed"] == ["2027-01-31"]
    assert told["cancelling"]["stop_payment_by"] == "2027-01-28"
    assert "too late to avoid by cancelling: the charge of 2027-01-31" in words(told)


def test_saying_later_how_it_is_paid():
    doc = with_method(own(), "sepa_dd_core", today=TODAY, country="DE")
    assert doc["cancelling"] == own(payment_method="sepa_dd_core")["cancelling"]


def test_on_the_last_days_the_bank_can_still_be_told():
    at_cut_off = own(date(2027, 1, 29), payment_method="sepa_dd_core")["cancelling"]
    assert at_cut_off["stop_payment_by"] == "2027-01-29"
    assert "too late to have the bank" in words(own(date(2027, 1, 30), payment_method="sepa_dd_core"))
