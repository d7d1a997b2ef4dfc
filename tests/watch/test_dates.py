"""What is due: one line for one matter, and its id stays while its day moves."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from unrenew.model.watched import Held
from unrenew.watch.dates import due_dates

TODAY = date(2026, 11, 1)
PLAN = Held(
    id="s1",
    name="Guard",
    cadence="annual",
    amount=Decimal("59.99"),
    currency="EUR",
    next_on=date(2026, 12, 10),
    cancel_by=date(2026, 11, 9),
    avoids_on=date(2026, 12, 10),
    certain=True,
    why=("notice of 1 month, as you said",),
    charged_on=(date(2024, 12, 10), date(2025, 12, 10)),
)


def due(**more):
    return due_dates([], [replace(PLAN, **more)], [], today=TODAY)


def whats(**more):
    return [(one.what, one.on.isoformat()) for one in due(**more)]


def test_the_renewal_is_said_with_its_last_day_to_cancel():
    assert whats() == [("cancel_by", "2026-11-09")]
    assert due()[0].why == PLAN.why


def test_a_charge_before_the_term_ends_is_the_same_renewal():
    assert whats(avoids_on=date(2026, 11, 10)) == [("cancel_by", "2026-11-09")]


def test_what_can_no_longer_be_cancelled_is_said_as_a_renewal_beside_the_next_last_day():
    late = {"cancel_by": date(2027, 11, 9), "avoids_on": date(2027, 12, 10)}
    assert whats(**late) == [("renews", "2026-12-10"), ("cancel_by", "2027-11-09")]


def test_the_bank_is_a_matter_of_its_own():
    assert ("stop_payment_by", "2026-12-08") in whats(stop_payment_by=date(2026, 12, 8))


@pytest.mark.parametrize("cadence", ["weekly", "monthly"])
def test_every_month_anew_would_be_noise_unless_a_notice_is_known(cadence):
    assert whats(cadence=cadence, certain=False) == []
    assert whats(cadence=cadence) == [("cancel_by", "2026-11-09")]


def test_the_end_of_a_trial_is_its_last_day_to_cancel():
    trial = {"trial_ends_on": date(2026, 11, 9), "cancel_by": date(2026, 11, 9), "cadence": "monthly"}
    assert whats(**trial) == [("trial_ends", "2026-11-09")]


def test_beside_an_open_case_the_plan_has_no_days_of_its_own():
    assert whats(in_case="c1") == []


def test_a_day_that_moves_stays_the_same_matter_and_the_next_term_is_another():
    (now,), (later,) = (
        due(),
        due(cancel_by=date(2026, 11, 11), avoids_on=date(2026, 12, 12), next_on=date(2026, 12, 12)),
    )
    assert now.matter == later.matter
    assert now.id != later.id
    (following,) = due(cancel_by=date(2027, 11, 9), avoids_on=date(2027, 12, 10), next_on=date(2027, 12, 10))
    assert following.matter != now.matter
