"""Cases as they are kept: opened, moved on, sealed, verified; whatever goes wrong, nothing is lost."""

import io
import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from unrenew.api import cases, dossiers, evidence, letters
from unrenew.api.homes import Home
from unrenew.errors import InputError, LockedError, NotFoundError, UnsafeFileError, UsageError
from unrenew.model.cases import (
    Asked,
    CaseCharge,
    CaseState,
    Closed,
    Confirmed,
    NoteAdded,
    RefundState,
    Subject,
    encode_event,
)
from unrenew.model.values import Money

DAY = date(2026, 11, 22)
SUBJECT = Subject(
    name="Kaspersky Plus",
    provider="kaspersky",
    country="DE",
    amount=Decimal("39.99"),
    currency="EUR",
    cadence="annual",
    purchased_on=date(2026, 11, 18),
    renews_on=date(2026, 12, 20),
    charges=(
        CaseCharge(
            on=date(2026, 11, 20), amount=Decimal("-39.99"), currency="EUR", descriptor="NEXWAY*KASPERSKY", id="1"
        ),
    ),
)
ANSWERS = cases.Answers(channel="nexway", facts={"order_number": "2A1", "payment_method": "sepa_dd_core"})


@pytest.fixture
def home(tmp_path):
    minutes = iter(range(10_000))
    start = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    return Home(folder=tmp_path / "home", today=DAY, now=lambda: start + timedelta(minutes=next(minutes)))


@pytest.fixture
def case(home):
    return cases.open_with(home, SUBJECT, answers=ANSWERS).case.id


def write_as(home, **person):
    with home.open() as store, store.writing():
        store.settings.put("person/", person)


def test_the_way_out_is_kept_step_by_step(home, case):
    view = cases.view(home, "kaspersky")
    assert view.case.id == case
    assert view.guidance.certain
    way = [step.id for step in view.guidance.steps if step.id.startswith("cancel.")]
    for _ in way:
        view = cases.finish_step(home, case)
    assert view.state is CaseState.ASKED, "the last step of the way out is the request"
    assert view.case.events[-1].what == Asked(by="web")
    view = cases.record(home, case, Confirmed(status="off", active_until=date(2026, 12, 20)))
    assert view.state is CaseState.CONFIRMED
    later = Home(folder=home.folder, today=date(2026, 12, 21))
    assert cases.view(later, case).state is CaseState.ENDED
    assert [row.state for row in cases.list_cases(later)] == ["ended"]


def test_a_provider_alone_is_enough_and_opening_twice_is_once(home):
    first = cases.open_for(home, "Netflix")
    again = cases.open_for(home, "netflix", answers=cases.Answers(facts={"order_number": "7"}))
    assert again.case.id == first.case.id
    assert again.case.facts == {"order_number": "7"}
    third = cases.open_for(home, "netflix", answers=cases.Answers(facts={"order_number": "7"}))
    assert len(third.case.events) == len(again.case.events)
    with pytest.raises(NotFoundError, match="nobody-knows"):
        cases.open_for(home, "nobody-knows")


def test_what_cannot_be_is_said_and_nothing_changes(home, case):
    before = cases.view(home, case).case.events
    with pytest.raises(InputError, match="future"):
        cases.record(home, case, NoteAdded(text="x"), on=date(2027, 1, 1))
    with pytest.raises(InputError, match="cannot happen"):
        cases.record(home, case, NoteAdded(text="kept with the rest, or not at all"), Closed(), Closed())
    with pytest.raises(UsageError, match="no step"):
        cases.finish_step(home, case, "77")
    assert cases.view(home, case).case.events == before


def test_a_word_that_fits_two_cases_names_them(home, case):
    cases.open_with(home, Subject(name="Kaspersky Premium", provider="kaspersky", country="DE"))
    with pytest.raises(UsageError, match="2 cases fit"):
        cases.view(home, "kaspersky")
    with pytest.raises(NotFoundError, match="no case"):
        cases.view(home, "nothing")


def test_two_programs_at_once_one_is_told(home, case):
    with home.open() as store:
        stale = cases.load_case(store, case)
    cases.record(home, case, NoteAdded(text="the other program was faster"))
    with home.open() as store, pytest.raises(LockedError, match="moved on by another program"):
        cases.append(home, store, stale, NoteAdded(text="late"))
    assert evidence.verify(home, case) == ()


def test_evidence_is_kept_whole_and_checked(home, case):
    item = evidence.attach(home, case, io.BytesIO(b"hello"), "../../../etc/chat.txt")
    assert (item.name, item.kind, item.seq) == ("chat.txt", "chat", 1)
    assert evidence.verify(home, case) == ()
    assert cases.view(home, case).items == (item,)
    [path] = [path for path in (home.folder / "evidence").rglob("*") if path.is_file()]
    path.write_bytes(b"hellp")
    assert [fault.what for fault in evidence.verify(home, case)] == ["the bytes of the item were changed"]
    path.unlink()
    assert [fault.what for fault in evidence.verify(home, case)] == ["the bytes of the item are missing"]


def test_a_changed_database_is_found(home, case):
    import sqlite3

    evidence.attach(home, case, io.BytesIO(b"a"), "a.txt")
    evidence.attach(home, case, io.BytesIO(b"b"), "b.txt")
    [path] = home.folder.glob("*.db") or home.folder.glob("*.sqlite*")
    for change, what in (
        ("delete from evidence where seq = 2", "removed: item 2"),
        ("update events set body = replace(body, '2A1', '2A2')", "do not follow each other"),
        ("delete from events where seq = (select max(seq) from events)", "last event was changed or removed"),
    ):
        kept = path.read_bytes()
        with sqlite3.connect(path) as connection:
            connection.execute(change)
        connection.close()
        assert any(what in fault.what for fault in evidence.verify(home, case)), change
        path.write_bytes(kept)
    assert evidence.verify(home, case) == ()


class Endless(io.RawIOBase):
    """A file of any size, made as it is read."""

    def __init__(self, size):
        self.left = size

    def read(self, size=-1):
        count = min(self.left, size if size > 0 else self.left)
        self.left -= count
        return b"\0" * count


def test_an_item_that_is_too_large_is_refused_and_leaves_nothing(home, case):
    with pytest.raises(UnsafeFileError, match="larger than 4 MB: not kept"):
        evidence.attach(home, case, Endless(5 << 20), "video.bin", limit=4 << 20)
    assert [path for path in (home.folder / "evidence").rglob("*") if path.is_file()] == []
    assert evidence.verify(home, case) == ()
    item = evidence.attach(home, case, Endless(3 << 20), "video.bin", limit=4 << 20)
    assert item.size == 3 << 20


def test_an_empty_file_and_a_future_day_are_refused(home, case):
    with pytest.raises(InputError, match="empty"):
        evidence.attach(home, case, io.BytesIO(b""), "x.txt")
    with pytest.raises(InputError, match="future"):
        evidence.attach(home, case, io.BytesIO(b"x"), "x", evidence.Origin(happened_on=date(2027, 1, 1)))


def test_a_broken_signature_is_kept_and_said(home, case):
    raw = b"DKIM-Signature: v=1; a=rsa-sha256; d=x.example; s=s; h=from; bh=AAAA; b=AAAA\r\nFrom: a@x.example\r\n\r\nhi"
    key = b"v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQ"
    item = evidence.attach(home, case, io.BytesIO(raw), "m.eml", evidence.Origin(keys={"": key}))
    assert item.dkim.result == "broken"
    assert "proves little" in item.dkim.proves
    unknown = evidence.attach(home, case, io.BytesIO(raw + b"!"), "m.eml")
    assert unknown.dkim.result == "no_key"
    asked = []
    fetched = evidence.attach(
        home, case, io.BytesIO(raw), "m.eml", evidence.Origin(fetch_key=lambda name: asked.append(name) or key)
    )
    assert asked == ["s._domainkey.x.example"]
    assert fetched.dkim.key_from == "fetched"
    assert evidence.attach(home, case, io.BytesIO(raw), "m.eml").dkim.key_from == "cached"


def test_messages_come_complete_or_say_what_is_missing(home, case):
    with pytest.raises(InputError, match="name"):
        letters.write(home, case, "cancel")
    write_as(home, name="Erika M", email="e@example.org", address="Weg 1; 12345 Ort")
    letter = letters.write(home, case, "cancel")
    assert (letter.language, letter.to.name) == ("de", "Nexway")
    assert "2A1" in letter.text
    assert "§§ 312g, 355 BGB" in letters.write(home, case, "withdraw").text
    refund = letters.write(home, case, "bank_refund", letters.Wanted(form="phone"))
    assert "39,99" in refund.text
    assert cases.view(home, case).case.events[-1].what.letter == "bank_refund"
    english = Home(folder=home.folder, today=DAY, language="en", now=home.now)
    assert letters.write(english, case, "cancel").text.startswith("Subject: Cancellation of Kaspersky Plus")
    assert letters.as_eml(letter).startswith(b"X-Unsent: 1")
    with pytest.raises(InputError, match="to_address"):
        letters.write(home, case, "cancel", letters.Wanted(form="letter"))


def test_a_right_that_hangs_on_something_names_it(home):
    case = cases.open_with(home, Subject(name="X", country="DE", purchased_on=date(2026, 11, 18))).case.id
    write_as(home, name="Erika M")
    with pytest.raises(InputError, match=r"hangs on what is not known: .*supply"):
        letters.write(home, case, "withdraw")


def test_sent_charged_and_paid_back(home, case):
    view = cases.sent(home, case, "withdraw", Asked(by="email", answer_by=date(2026, 12, 6)))
    assert (view.state, view.refund) == (CaseState.ASKED, RefundState.ASKED)
    assert view.case.refund_asked == Decimal("39.99")
    cases.record(home, case, Confirmed(status="off", active_until=DAY), Closed())
    later = Home(folder=home.folder, today=date(2026, 12, 10), now=home.now)
    charge = CaseCharge(on=date(2026, 12, 1), amount=Decimal("-49.99"), currency="EUR", descriptor="NEXWAY", id="2")
    view = cases.charged_again(later, case, charge)
    assert view.state is CaseState.CHARGED_AGAIN
    assert view.refund is RefundState.LATE
    view = cases.refund_came(later, case, Money(amount=Decimal("39.99"), currency=cases.currency_of(later, case)))
    assert view.refund is RefundState.RECEIVED
    write_as(later, name="Erika M")
    text = letters.write(later, case, "bank_dispute").text
    assert "49,99" in text
    assert "22. November 2026" in text, "the cancellation came before the charge"


def test_the_dossier_is_the_same_each_time(home, case, tmp_path):
    write_as(home, name="Erika M")
    evidence.attach(home, case, io.BytesIO(b"hello"), "chat.txt")
    one, _ = dossiers.write_dossier(home, case, tmp_path / "one")
    two, made = dossiers.write_dossier(Home(folder=home.folder, today=date(2027, 3, 3)), case, tmp_path / "two")
    names = {path.relative_to(one).as_posix() for path in one.rglob("*") if path.is_file()}
    assert names == {*made.files, *made.evidence}
    for name in names:
        assert (one / name).read_bytes() == (two / name).read_bytes()
    (tmp_path / "mine.zip").write_bytes(b"something else")
    with pytest.raises(UsageError, match="is no dossier"):
        dossiers.write_dossier(home, case, tmp_path / "mine.zip")
    assert (tmp_path / "mine.zip").read_bytes() == b"something else"
    first, _ = dossiers.write_dossier(home, case, tmp_path / "a.zip")
    second, _ = dossiers.write_dossier(home, case, tmp_path / "b.zip")
    assert first.read_bytes() == second.read_bytes()
    with pytest.raises(UsageError, match="is no dossier"):
        dossiers.write_dossier(home, case, home.folder)


def test_the_kept_events_are_the_very_bytes(home, case):
    with home.open() as store:
        texts = store.cases.events(case)
        assert texts == [encode_event(event).decode() for event in cases.load_case(store, case).events]
    assert json.loads(texts[0])["what"]["kind"] == "opened"
