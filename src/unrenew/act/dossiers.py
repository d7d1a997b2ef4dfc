"""A case and its evidence to a PDF and a manifest a stranger can check."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from unrenew.act.evidence import examine_order
from unrenew.act.pages import US_PAPER, make_pdf
from unrenew.act.stories import (
    Teller,
    about_rows,
    charge_rows,
    charges_of,
    chart_of,
    state_line,
    story_rows,
    timeline_rows,
    total_rows,
)
from unrenew.act.wording import one_line
from unrenew.errors import EvidenceError
from unrenew.model.cases import Case, CaseEvent, DossierMade, encode_event
from unrenew.model.dossiers import Dossier, RemedyLine
from unrenew.model.evidence import EvidenceItem
from unrenew.model.letters import LetterBook
from unrenew.model.values import Money

PDF, MANIFEST, EVENTS, SUMS = "dossier.pdf", "manifest.json", "events.jsonl", "SHA256SUMS"
SCHEMA = "unrenew-dossier/1"


def dossier_day(case: Case) -> date:
    """Return the day a dossier speaks of: that of the last entry, so that the same case gives the same bytes."""
    return max(event.at.date() for event in told_events(case))


def told_events(case: Case) -> tuple[CaseEvent, ...]:
    """Return the events that a dossier tells: all up to the last that is not the making of a dossier."""
    events = case.events
    while isinstance(events[-1].what, DossierMade):
        events = events[:-1]
    return events


def make_dossier(  # noqa: PLR0913  # a dossier has many parts
    case: Case,
    items: Sequence[EvidenceItem],
    remedies: Sequence[RemedyLine],
    book: LetterBook,
    *,
    person: str = "",
    language: str = "en",
    names: Mapping[str, str] | None = None,
) -> Dossier:
    """Return the dossier as files, all but the items' own bytes; `names` are those of provider and channel, by id.

    Raises `EvidenceError` where an item is not in its place: a dossier over a broken chain would prove the wrong thing.
    """
    faults = examine_order(case.events, items)
    if faults or len(items) != case.sealed:
        what = f"the evidence is not whole: {faults[0].what if faults else 'items are missing'}"
        raise EvidenceError(what, where=f"case {case.id}", hint="`unrenew case ID verify` says more")
    events, day = told_events(case), dossier_day(case)
    files = {f"evidence/{item.seq:03d}-{item.name}": item for item in items}
    made: dict[str, bytes] = {
        EVENTS: b"".join(encode_event(event) + b"\n" for event in events),
        PDF: _pdf(case, events, files, remedies, book, person=person, language=language, day=day, names=names or {}),
    }
    made[MANIFEST] = _manifest(case, events, files, remedies, day)
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in made.items()}
    evidence = {name: item.sha256 for name, item in files.items()}
    lines = "".join(f"{sha256}  {name}\n" for name, sha256 in sorted({**sums, **evidence}.items()))
    made[SUMS] = lines.encode()
    return Dossier(day=day, files=made, evidence=evidence, sha256=hashlib.sha256(made[SUMS]).hexdigest())


def _manifest(
    case: Case,
    events: Sequence[CaseEvent],
    files: Mapping[str, EvidenceItem],
    remedies: Sequence[RemedyLine],
    day: date,
) -> bytes:
    document = {
        "schema": SCHEMA,
        "case": case.id,
        "name": case.subject.name,
        "provider": case.subject.provider,
        "state": case.state,
        "refund": case.refund,
        "as_of": day,
        "how": f"sha256sum -c {SUMS}",
        "events": {"file": EVENTS, "count": len(events), "head": _head(events)},
        "items": [{"file": name, **msgspec.structs.asdict(item)} for name, item in files.items()],
        "remedies": remedies,
    }
    return msgspec.json.format(msgspec.json.encode(document, order="deterministic"), indent=1) + b"\n"


def _head(events: Sequence[CaseEvent]) -> str:
    return hashlib.sha256(encode_event(events[-1])).hexdigest()


def _pdf(  # noqa: PLR0913  # a page has many parts
    case: Case,
    events: Sequence[CaseEvent],
    files: Mapping[str, EvidenceItem],
    remedies: Sequence[RemedyLine],
    book: LetterBook,
    *,
    person: str,
    language: str,
    day: date,
    names: Mapping[str, str],
) -> bytes:
    language = language if language in book.dossiers else "en"
    tell = Teller(book, language, case.subject.country)
    words = tell.words
    charges = charges_of(case)
    state, bad = state_line(case, day, tell)
    data = {
        "lang": language,
        "paper": "us-letter" if case.subject.country in US_PAPER else "a4",
        "title": words.title,
        "labels": words.labels,
        "colon": tell.colon,
        "case": case.id,
        "name": one_line(case.subject.name),
        "person": one_line(person),
        "day": tell.say(day),
        "state": state,
        "bad": bad,
        "about": list(about_rows(case, person, tell, names)),
        "story": list(story_rows(case, day, tell)),
        "chart": chart_of(charges, case, tell),
        "charges": list(charge_rows(charges, tell)),
        "totals": list(total_rows(charges, tell)),
        "timeline": list(timeline_rows(events, tell)),
        "remedies": [_remedy(remedy, tell) for remedy in remedies],
        "items": [_item(item, name, tell) for name, item in files.items()],
        "check": words.check,
        "head-line": f"{EVENTS}: {len(events)} · {_head(events)}",
    }
    return make_pdf(book.dossier_page, data, day)


def _remedy(remedy: RemedyLine, tell: Teller) -> dict[str, Any]:
    money = None
    if remedy.amount is not None and remedy.currency is not None:
        money = Money(amount=remedy.amount, currency=remedy.currency)
    return {
        "title": one_line(remedy.title),
        "status": tell.words.statuses.get(remedy.status, remedy.status),
        "until": tell.say(remedy.deadline) if remedy.deadline else "–",
        "amount": tell.say(money) if money else "",
        "cites": remedy.cites,
    }


def _item(item: EvidenceItem, name: str, tell: Teller) -> dict[str, Any]:
    return {
        "seq": item.seq,
        "file": name,
        "kind": tell.words.kinds.get(item.kind, item.kind),
        "size": tell.size(item.size),
        "sealed": tell.say(item.sealed_at),
        "origin": one_line(item.origin),
        "says": one_line(item.says),
        "proves": one_line(item.dkim.proves) if item.dkim else "",
        "sha256": item.sha256,
        "good": item.dkim is None or item.dkim.result == "valid",
    }
