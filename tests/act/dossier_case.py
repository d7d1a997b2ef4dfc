"""A whole case with as many items as one likes, for tests and pictures."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from unrenew.act.cases import advance, next_event, open_case
from unrenew.act.evidence import seal
from unrenew.model.cases import (
    Asked,
    CaseCharge,
    CaseEvent,
    ChannelChosen,
    ChargedAgain,
    Confirmed,
    FactNoted,
    LetterWritten,
    NoteAdded,
    Opened,
    ReferenceNoted,
    RefundAsked,
    Subject,
)
from unrenew.model.dossiers import RemedyLine
from unrenew.model.evidence import Content, DkimFinding

START = date(2026, 11, 10)


def charge(on, amount="-39.99", ident="", text="NEXWAY*KASPERSKY 8005551234 PARIS"):
    return CaseCharge(on=on, amount=Decimal(amount), currency="EUR", descriptor=text, id=ident or on.isoformat())


REMEDIES = (
    RemedyLine(
        title="Charge after the cancellation (Visa 13.2)",
        status="open",
        deadline=date(2027, 3, 30),
        amount=Decimal("49.99"),
        currency="EUR",
        cites=(("Visa rules, condition 13.2", "https://example.org/visa"),),
    ),
    RemedyLine(
        title="Withdraw from an online contract (14 days)",
        status="closed",
        deadline=date(2022, 12, 27),
        cites=(("Directive 2011/83/EU Art. 9(1)-(2)", "http://data.europa.eu/eli/dir/2011/83/oj"),),
    ),
)


def make_case(count=4, country="DE"):
    subject = Subject(
        name="Kaspersky Plus",
        provider="kaspersky",
        amount=Decimal("39.99"),
        currency="EUR",
        cadence="annual",
        country=country,
        renews_on=date(2026, 12, 20),
        purchased_on=date(2022, 12, 13),
        charges=tuple(charge(date(year, 12, 6), f"-{20 + (year - 2019) * 5}.99") for year in range(2020, 2026)),
    )
    at = datetime(2026, 11, 10, 9, 30, tzinfo=UTC)
    case = open_case(
        CaseEvent(case="kaspersky-7f3a", seq=1, on=START, at=at, previous="", what=Opened(subject=subject))
    )
    items = []

    def go(what, days=0):
        nonlocal case, at
        at = datetime(2026, 11, 10, 9, 30, tzinfo=UTC) + timedelta(days=days)
        case = advance(case, next_event(case, what, on=at.date(), at=at), date(2030, 1, 1))

    def add(name, data, **more):
        nonlocal case
        content = Content(
            name=name,
            media_type="text/plain",
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            **{"kind": "chat", "origin": "chosen by the person", **more},
        )
        item, said = seal(case, content, at=at)
        items.append(item)
        go(said, (at - datetime(2026, 11, 10, 9, 30, tzinfo=UTC)).days)

    go(ChannelChosen(channel="nexway", because="statement"))
    go(FactNoted(name="order_number", value="2A000BEC00D"))
    go(FactNoted(name="account_email", value="erika@example.org"))
    go(LetterWritten(letter="cancel", form="email", language="de", sha256="ab" * 32))
    go(Asked(by="email", to="Nexway", answer_by=date(2026, 11, 24)))
    add("message.eml", b"mail", kind="mail", origin="written by unrenew")
    go(ReferenceNoted(number="T-1001", of="Nexway"), 2)
    go(Confirmed(status="auto-renew off", active_until=date(2026, 12, 20)), 3)
    good = DkimFinding(
        result="valid",
        domain="nexway.example",
        selector="s1",
        aligned=True,
        proves="nexway.example signed this mail, and it has not been changed since.",
    )
    add("confirmation.eml", b"confirmation", kind="mail", origin="mail from orders@nexway.example", dkim=good)
    for number in range(max(count - 3, 0)):
        add(f"Bildschirmfoto {number}.png", bytes([number % 256]), kind="screenshot", says="My account on that day")
    go(NoteAdded(text="Called; a Mr. Example said it was off. 中文 #strong[x]"), 4)
    go(ChargedAgain(charge=charge(date(2026, 12, 1), "-49.99", "again")), 21)
    go(RefundAsked(amount=Decimal("49.99"), currency="EUR", due_by=date(2026, 12, 15)), 22)
    if count >= 3:
        add("statement.ofx", b"ofx", kind="statement", origin="from the bank")
    return case, items
