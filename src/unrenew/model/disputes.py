"""A dispute that is ready to be sent to bank, card issuer or PayPal."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from unrenew.model.alarms import Alarm
from unrenew.model.letters import Letter

Route = Literal["direct_debit", "card", "paypal", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """The draft for one unexpected charge: the message, what to enclose, what is lacking, and the last day.

    `rules` are the remedies open that day on which it rests; `lacking` names, in words, what the reason needs and the
    case does not hold yet. `next_on` is when the next charge would come, `stop_payment_by` the day by which to have the
    bank stop it, where the way of paying gives that right.
    """

    alarm: Alarm
    route: Route
    letter: Letter
    rules: tuple[str, ...]
    act_by: date | None
    deadline: date | None
    enclose: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    next_on: date | None = None
    stop_payment_by: date | None = None
