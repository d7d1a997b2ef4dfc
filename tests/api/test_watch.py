"""A person's data and later statements to alarms, silence, a calendar and notices."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from unrenew.act.cases import advance, next_event, open_case
from unrenew.api.adding import add
from unrenew.api.cases import load_case
from unrenew.api.disputes import DisputeSaid, dispute
from unrenew.api.homes import Home
from unrenew.api.notices import calendar, change_notices, notify
from unrenew.api.subscriptions import show
from unrenew.api.watch import settle_alarm, watch, watch_json
from unrenew.cli import root
from unrenew.errors import NetError, NotFoundError, UsageError
from unrenew.model.cases import Asked, CaseEvent, Charge, Confirmed, Opened, RefundAsked, Subject, encode_event
from unrenew.model.listings import CaseRow

AT = datetime(2026, 5, 10, 12, tzinfo=UTC)
HEAD = "id,account,booked,description,amount,currency\n"


def statement(path, rows):
    path.write_text(HEAD + "".join(f"{n},A,{on},{text},{amount},EUR\n" for n, on, text, amount in rows))
    return path


def months(first, last, day=15, text="STREAMHAUS", amount="-9.99", year=2026):
    return [(f"m{year}{m:02d}", f"{year}-{m:02d}-{day}", text, amount) for m in range(first, last + 1)]


def shopping(first, last):
    return [
        (f"s{m}{d}", f"2026-{m:02d}-{d:02d}", f"GROCER {d}", f"-{d}.10")
        for m in range(first, last + 1)
        for d in (2, 9, 27)
    ]


def home_on(folder, day):
    return Home(folder=folder / "home", today=day, country="DE", now=lambda: AT)


@pytest.fixture
def home(tmp_path):
    """A person who paid until April, cancelled on 10 May and was told "off, active until 14 May"."""
    first = home_on(tmp_path, date(2026, 5, 11))
    add(first, [statement(tmp_path / "first.csv", [*months(1, 4), *shopping(1, 4)])])
    open_a_case(first, RefundAsked(amount=Decimal("9.99"), currency="EUR", due_by=date(2026, 5, 24)))
    return home_on(tmp_path, date(2026, 8, 1))


def open_a_case(home, *more):
    doc = show(home, "streamhaus")
    charges = tuple(
        Charge(id=charge["id"], on=date.fromisoformat(charge["on"]), amount=-Decimal(charge["amount"]), currency="EUR")
        for charge in doc["charges"]
    )
    subject = Subject(
        name=doc["name"],
        subscription=doc["id"],
        amount=Decimal("9.99"),
        currency="EUR",
        cadence="monthly",
        charges=charges,
    )
    opened = CaseEvent(case="c1", seq=1, on=date(2026, 5, 10), at=AT, previous="", what=Opened(subject=subject))
    case = open_case(opened)
    with home.open() as store:
        row = CaseRow(id="c1", owner=None, subscription=doc["id"], name=doc["name"], state="considering")
        store.cases.open(row, store.people.owners()[0], encode_event(opened).decode())
        for what in (Asked(by="web"), Confirmed(status="off", active_until=date(2026, 5, 14)), *more):
            event = next_event(case, what, on=date(2026, 5, 10), at=AT)
            case = advance(case, event, date(2026, 5, 11))
            store.cases.append_event(row, event.seq, encode_event(event).decode())


def test_silence_is_kept_as_proof_and_the_refund_is_late(home, tmp_path):
    add(home, [statement(tmp_path / "later.csv", shopping(6, 7))])
    document = watch_json(watch(home))
    assert {alarm["kind"] for alarm in document["alarms"]} == {"refund_late"}
    (clean,) = document["clean"]
    assert (clean["from"], clean["to"]) == ("2026-06-02", "2026-07-27")
    assert clean["statement"].endswith("later.csv")
    (gap,) = document["gaps"]
    assert (gap["from"], gap["to"]) == ("2026-05-15", "2026-06-01")


def test_a_charge_after_the_end_raises_an_alarm_with_its_remedy(home, tmp_path):
    add(home, [statement(tmp_path / "later.csv", [*months(6, 7), *shopping(6, 7)])])
    alarms = [alarm for alarm in watch_json(watch(home))["alarms"] if alarm["kind"] == "charged_after_cancel"]
    assert [(alarm["on"], alarm["amount"], alarm["case"]) for alarm in alarms] == [
        ("2026-06-15", "9.99", "c1"),
        ("2026-07-15", "9.99", "c1"),
    ]
    assert set(alarms[0]) >= {
        "kind",
        "subscription",
        "case",
        "transaction",
        "on",
        "amount",
        "currency",
        "confidence",
        "why",
        "remedies",
    }


def test_order_and_cut_of_the_statements_do_not_matter(tmp_path):
    found = []
    for number, cuts in enumerate(
        [[months(5, 7)], [months(7, 7), months(5, 6)], [months(5, 6), months(6, 7), months(5, 7)]]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        early = home_on(folder, date(2026, 5, 11))
        add(early, [statement(folder / "first.csv", [*months(1, 4), *shopping(1, 4)])])
        open_a_case(early)
        home = home_on(folder, date(2026, 8, 1))
        for n, rows in enumerate(cuts):
            add(home, [statement(folder / f"{n}.csv", rows)])
        found.append([(a["kind"], a["on"], a["transaction"]) for a in watch_json(watch(home))["alarms"]])
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == 3


def test_settled_stays_settled(home, tmp_path):
    add(home, [statement(tmp_path / "later.csv", months(6, 6))])
    (alarm,) = [a for a in watch(home).watching.alarms if a.kind == "charged_after_cancel"]
    settle_alarm(home, alarm.id[:8], "I ordered it again")
    add(home, [statement(tmp_path / "more.csv", months(7, 7))])
    assert [a.on for a in watch(home).watching.alarms if a.kind == "charged_after_cancel"] == [date(2026, 7, 15)]
    with pytest.raises(NotFoundError):
        settle_alarm(home, alarm.id, "again")


def test_each_notice_goes_out_once_and_a_failed_one_again(home, tmp_path):
    add(home, [statement(tmp_path / "later.csv", months(6, 6))])
    with pytest.raises(UsageError, match="no address"):
        notify(home, lambda *_: None)
    change_notices(home, lambda now: type(now)(addresses=("json://one.example", "json://two.example")))
    sent = []

    def send(address, title, _body):
        if address.endswith("two.example") and len(sent) < 3:
            raise NetError("no answer", where="json://two.example")
        sent.append((address, title))

    first = notify(home, send)
    assert first.failed
    second = notify(home, send)
    assert not second.failed
    assert {title for title, _ in first.failed} >= set(second.sent)
    assert notify(home, send) == type(first)()
    assert len(sent) == len(set(sent)) + 0


def test_a_discreet_notice_names_nothing(home, tmp_path):
    add(home, [statement(tmp_path / "later.csv", months(6, 6))])
    change_notices(home, lambda now: type(now)(addresses=("json://one.example",), discreet=True))
    said = []
    notify(home, lambda _address, title, body: said.append(title + body))
    assert said
    assert not any("streamhaus" in text.lower() or "9.99" in text for text in said)


def test_the_calendar_is_one(home):
    Calendar.from_ical(calendar(home))


def test_commands(home, tmp_path):
    add(home, [statement(tmp_path / "later.csv", months(6, 6))])
    common = ["--home", str(home.folder), "--as-of", "2026-08-01"]
    result = CliRunner().invoke(root, ["watch", *common])
    assert result.exit_code == 1, result.output
    assert "Charged after you cancelled" in result.output
    document = json.loads(CliRunner().invoke(root, ["watch", "--json", *common]).stdout)
    assert set(document) >= {"alarms", "clean", "due"}
    result = CliRunner().invoke(root, ["calendar", str(tmp_path / "due.ics"), *common])
    assert result.exit_code == 0, result.output
    for args in (
        ["add", "json://user:secret@127.0.0.1/"],
        ["set", "--leads", "30,1", "--quiet-weekdays", "sat,sun", "--discreet"],
        ["list"],
    ):
        result = CliRunner().invoke(root, ["notices", *args, *common])
        assert result.exit_code == 0, result.output
        assert "secret" not in result.output


def test_files_in_a_folder_are_added_unless_they_are_still_written(home, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    path = statement(inbox / "later.csv", months(6, 6))
    common = ["watch", "--folder", str(inbox), "--home", str(home.folder), "--as-of", "2026-08-01"]
    result = CliRunner().invoke(root, common)
    assert "waits until the next run" in result.output
    import os

    os.utime(path, (0, 0))
    assert "Charged after you cancelled" in CliRunner().invoke(root, common).output


def test_a_dispute_is_drafted_from_the_rights_that_are_open(home, tmp_path):
    add(home, [statement(tmp_path / "later.csv", months(6, 7))])
    (alarm, _) = [a for a in watch(home).watching.alarms if a.kind == "charged_after_cancel"]
    draft = dispute(home, alarm.id, DisputeSaid(paid_by="card_visa", sender={"name": "Alex Beispiel"}))
    assert draft.route == "card"
    assert draft.letter.kind == "bank_dispute"
    assert "visa.13_2" in draft.rules
    assert draft.act_by <= draft.deadline
    assert "9,99" in draft.letter.text
    assert "Alex Beispiel" in draft.letter.text
    with home.open() as store:
        assert load_case(store, "c1").charged_again
    again = dispute(home, alarm.id, DisputeSaid(paid_by="card_visa", sender={"name": "Alex Beispiel"}))
    assert again.letter.text == draft.letter.text


def test_a_dispute_without_knowing_how_it_was_paid_says_so(home, tmp_path):
    add(home, [statement(tmp_path / "later.csv", months(7, 7))])
    (alarm,) = [a for a in watch(home).watching.alarms if a.kind == "charged_after_cancel"]
    result = CliRunner().invoke(
        root, ["dispute", alarm.id[:8], "--name", "Alex", "--home", str(home.folder), "--as-of", "2026-08-01"]
    )
    assert result.exit_code == 0, result.output
    assert "--paid-by" in result.output
