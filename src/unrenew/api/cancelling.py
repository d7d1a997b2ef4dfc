"""Subscriptions as listed, each with the last day to cancel, and why."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from unrenew.find.payments import method_of
from unrenew.find.settled import settle
from unrenew.model.periods import DAYS, MONTHS, grid_distance, nth_after
from unrenew.model.renewals import CancelBy, EarlyCharge, RenewalTerms, Span, notice_of
from unrenew.model.subscriptions import CONTRACTS
from unrenew.model.values import METHOD_NAMES
from unrenew.rights.cancel_by import cancel_by, stop_payment
from unrenew.rights.deadlines import Place

if TYPE_CHECKING:
    from unrenew.directory import Directory
    from unrenew.model.listings import Listing

Doc = dict[str, Any]

DAY: Final = timedelta(days=1)
WEEK: Final = timedelta(days=7)
EARLIEST_DAYS: Final = 45
"""A charge so long before the day on which the contract began is one taken early, not one of another contract."""
LONG: Final = frozenset({"quarterly", "four_monthly", "half_yearly", "annual", "biennial", "triennial"})


def listed(listing: "Listing", *, today: date, directory: "Directory | None" = None, banks: bool = True) -> list[Doc]:
    """Return every subscription with what the person said of it, and `cancelling`: by when, and why.

    `directory`: read when it is needed, if not given. `banks`: also say until when the bank can be told to stop the
    payment, which needs the calendars of public holidays.
    """
    docs = settle(listing, today=today)
    waiting = [doc for doc in docs if _can_be_cancelled(doc)]
    if directory is None and any(doc["provider"] for doc in waiting):
        from unrenew.directory import Directory
        from unrenew.facts import load_facts

        directory = Directory(load_facts().providers)
    for doc in docs:
        doc |= {"cancel_by": None, "cancelling": None}
    for doc in waiting:
        early = _early(doc, directory, country=listing.country, today=today)
        doc["cancelling"] = _cancelling(doc, early, today=today, place=Place(listing.country) if banks else None)
        doc["cancel_by"] = doc["cancelling"]["by"]
    return docs


def _can_be_cancelled(doc: Doc) -> bool:
    contract = doc["kind"] in CONTRACTS or doc["decision"] == "confirmed"
    runs = doc["status"] != "ended" and doc["decision"] != "dismissed"
    return contract and runs and bool(doc["next"]) and (doc["cadence"] in MONTHS or doc["cadence"] in DAYS)


def _cancelling(doc: Doc, early: EarlyCharge | None, *, today: date, place: Place | None) -> Doc:
    """Return by when to cancel, what that avoids, until when the bank can be told, and why."""
    trial = _day(doc["trial_ends_on"])
    if trial is not None and trial >= today:
        coming = date.fromisoformat(doc["next"]["on"])
        charge = coming if trial < coming <= trial + WEEK else trial + DAY
        found = CancelBy(on=trial, ends_on=trial, avoids=charge, by_notice=trial)
        why = [f"the trial ends on {trial}, as you said; from the next day on it costs"]
    else:
        terms = terms_of(doc, early)
        found = cancel_by(terms, today=today)
        why = _why(doc, terms, found, early)
    told: Doc = {"by": found.on.isoformat(), "at_latest": found.by_notice is None}
    told |= {"ends_on": found.ends_on.isoformat(), "avoids": found.avoids.isoformat()}
    told |= {"missed": [day.isoformat() for day in found.missed], "why": why}
    return told if place is None else told | _at_bank(doc, told, place, today)


def _at_bank(doc: Doc, told: Mapping[str, Any], place: Place, today: date) -> Doc:
    """Return until when the bank can be told to stop the next payment that it still can stop, and why."""
    method = method_of(doc)
    paid = f"paid by {METHOD_NAMES[method]}" if method else ""
    charges = [date.fromisoformat(day) for day in (*told["missed"], told["avoids"])]
    stops = [stop for charge in charges if (stop := stop_payment(charge, method, place)) is not None]
    stop = next((stop for stop in stops if stop.cut_off >= today), None)
    by = stop and max(stop.by, min(today, stop.cut_off))
    if method is None:
        words = "how it is paid is not known, so neither is until when the bank can stop it (unrenew edit --paid-by)"
    elif by is not None and stop is not None:
        words = f"{paid}: to stop the payment, tell your bank by {by}; its own cut-off is {stop.cut_off}"
    elif stops:
        words = f"{paid}: too late to have the bank stop the payment; its cut-off was {stops[-1].cut_off}"
    else:
        words = f"{paid}: no right to have the bank stop the payment is known"
    return {
        "stop_payment_by": by and by.isoformat(),
        "bank_cut_off": stop and stop.cut_off.isoformat(),
        "why": [*told["why"], words],
    }


def with_method(doc: Doc, method: str, *, today: date, country: str | None) -> Doc:
    """Return a listed subscription as it is once the person said how it is paid."""
    known = doc | {"payment_method": method}
    told = doc["cancelling"]
    if told is None:
        return known
    kept = told | {"why": told["why"][:-1]} if "stop_payment_by" in told else told
    return known | {"cancelling": kept | _at_bank(known, kept, Place(country), today)}


def terms_of(doc: Mapping[str, Any], early: EarlyCharge | None = None) -> RenewalTerms:
    """Return what is known of the terms of a listed subscription that has a next charge and a cadence."""
    cadence, coming = str(doc["cadence"]), date.fromisoformat(doc["next"]["on"])
    every = Span(months=MONTHS.get(cadence, 0), days=DAYS.get(cadence, 0))
    started = _day(doc["started_on"])
    paid_from, days = _grid(started or _day(doc["first_on"]), cadence, coming)
    if early is not None and early.days and not _renewed(doc):
        days = early.days
        coming -= timedelta(days=days)
    minimum = Span(months=doc["minimum_term_months"] or 0) if started else Span()
    renewal = Span(months=doc["renewal_months"] or 0) if started else Span()
    return RenewalTerms(
        starts_on=started if started and (minimum or renewal) else paid_from,
        first=minimum if minimum.months * 30 > every.months * 30 + every.days else every,
        renewal=renewal or every,
        minimum=minimum,
        notice=None if doc["notice"] is None else notice_of(doc["notice"]),
        paid_from=paid_from,
        every=every,
        early_days=days,
        next_charge_on=coming,
    )


def _grid(start: date | None, cadence: str, coming: date) -> tuple[date, int]:
    """Return from which day on is paid, and how many days before that the money is taken.

    The day on which it began, where the next charge falls on one of its terms, or shortly before one; else the
    payments themselves say when terms begin.
    """
    if start is not None and start < coming:
        off = grid_distance(start, cadence, coming)[1]
        if off == 0 or (-EARLIEST_DAYS <= off < 0 and cadence in LONG):
            return start, -off
    return nth_after(coming, cadence, -1), 0


def _renewed(doc: Mapping[str, Any]) -> bool:
    """Tell whether the statements show a renewal: then they show by themselves how early the charge comes."""
    return sum(charge["role"] == "charge" for charge in doc["charges"]) >= 2


def _early(doc: Doc, directory: "Directory | None", *, country: str | None, today: date) -> EarlyCharge | None:
    if directory is None or not doc["provider"]:
        return None
    from unrenew.act.early_charges import early_charge

    provider, channel, cadence = str(doc["provider"]), doc["channel"], str(doc["cadence"])
    return early_charge(provider, channel, cadence, country=country, directory=directory, today=today)


def _why(doc: Doc, terms: RenewalTerms, found: CancelBy, early: EarlyCharge | None) -> list[str]:
    """Return the reasons: the term, how early it is charged, the notice, and who says so."""
    whose = "by your statements" if doc["charges"] else "as you wrote down"
    begins = found.avoids + timedelta(days=terms.early_days)
    said = [f"the next charge that can be avoided is due on {found.avoids}, {whose}"]
    if terms.early_days:
        said = [f"the next term begins on {begins}; it is charged on {found.avoids} at the earliest"]
    if early is not None:
        said.append(early.says)
    said += [*_terms_words(doc), *_notice_words(doc, terms, found)]
    if found.missed:
        days = found.missed[0] if len(found.missed) == 1 else f"{found.missed[0]} to {found.missed[-1]}"
        plural = "charge" if len(found.missed) == 1 else f"{len(found.missed)} charges"
        said.append(f"too late to avoid by cancelling: the {plural} of {days}")
    return said


def _terms_words(doc: Doc) -> Iterator[str]:
    minimum, renewal = doc["minimum_term_months"], doc["renewal_months"]
    if (minimum or renewal) and doc["started_on"] is None:
        yield f"since when it runs is not known, so its terms cannot be counted: unrenew edit {doc['id']} --started"
        return
    if minimum:
        yield f"the first term of {minimum} months began on {doc['started_on']}, as you said"
    if renewal:
        yield f"each later term lasts {renewal} months, as you said"


def _notice_words(doc: Doc, terms: RenewalTerms, found: CancelBy) -> Iterator[str]:
    if terms.notice is None or found.by_notice is None:
        yield (
            "no notice period is known, so this is the last day at the latest; if the contract names one: "
            f"unrenew edit {doc['id']} --notice '1 month'"
        )
        return
    yield f"notice of {terms.notice}, as you said: by {found.by_notice} for an end on {found.ends_on}"
    if found.on < found.by_notice:
        yield f"the charge comes before that: the day before it is {found.on}"


def _day(text: Any) -> date | None:
    return None if text is None else date.fromisoformat(str(text))
