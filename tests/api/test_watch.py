"""A person's data and later statements to alarms, silence, a calendar and notices."""

import hashlib
import json
import os
import socket
import threading
from datetime import UTC, date, datetime
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer

import msgspec
import pytest
from click.testing import CliRunner
from icalendar import Calendar

from unrenew.act.cases import advance, next_event, open_case
from unrenew.api.adding import add
from unrenew.api.cases import load_case, put_anchor
from unrenew.api.disputes import DisputeSaid, dispute
from unrenew.api.evidence import verify
from unrenew.api.homes import Home
from unrenew.api.notices import calendar, change_notices, notify
from unrenew.api.silences import seal_silence
from unrenew.api.subscriptions import show, subscriptions
from unrenew.api.watch import settle_alarm, watch, watch_json
from unrenew.cli import root
from unrenew.errors import NetError, NotFoundError, UsageError
from unrenew.model.cases import Asked, CaseCharge, CaseEvent, Confirmed, Opened, RefundAsked, Subject, encode_event
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


TOLD = (Asked(by="web"), Confirmed(status="off", active_until=date(2026, 5, 14)))


def open_a_case(home, *more, happened=TOLD, name="streamhaus", **known):
    doc = show(home, name)
    charges = tuple(
        CaseCharge(
            id=charge["id"], on=date.fromisoformat(charge["on"]), amount=-Decimal(charge["amount"]), currency="EUR"
        )
        for charge in doc["charges"]
    )
    subject = Subject(
        name=doc["name"],
        subscription=doc["id"],
        amount=Decimal("9.99"),
        currency="EUR",
        cadence="monthly",
        charges=charges,
        **known,
    )
    opened = CaseEvent(case="c1", seq=1, on=date(2026, 5, 10), at=AT, previous="", what=Opened(subject=subject))
    case = open_case(opened)
    with home.open() as store:
        row = CaseRow(id="c1", owner=None, subscription=doc["id"], name=doc["name"], state="considering")
        store.cases.open(row, store.people.owners()[0], encode_event(opened).decode())
        for what in (*happened, *more):
            event = next_event(case, what, on=date(2026, 5, 10), at=AT)
            case = advance(case, event, date(2026, 5, 11))
            store.cases.append_event(row, event.seq, encode_event(event).decode())
        put_anchor(store, case)


def test_silence_is_kept_as_proof_and_the_refund_is_late(home, tmp_path):
    add(home, [statement(tmp_path / "later.csv", shopping(6, 7))])
    document = watch_json(watch(home))
    assert {alarm["kind"] for alarm in document["alarms"]} == {"refund_late"}
    (clean,) = document["clean"]
    assert (clean["from"], clean["to"]) == ("2026-06-02", "2026-07-27")
    assert clean["statement"].endswith("later.csv")
    (gap,) = document["gaps"]
    assert (gap["from"], gap["to"]) == ("2026-05-15", "2026-06-01")


def test_silence_is_sealed_into_its_case_once_and_again_when_a_statement_shows_more(home, tmp_path):
    assert seal_silence(home) == (), "without a statement there is nothing to seal"
    june = statement(tmp_path / "june.csv", shopping(6, 6))
    add(home, [june])
    (item,) = seal_silence(home)
    assert (item.case, item.kind, item.says) == (
        "c1",
        "statement",
        "no charge on 26 days from 2026-06-02 to 2026-06-27",
    )
    assert seal_silence(home_on(tmp_path, date(2026, 8, 2))) == (), "the same on any day"
    add(home, [statement(tmp_path / "july.csv", [*shopping(7, 7), ("x", "2026-07-15", "STREAMHAUS", "-9.99")])])
    (more,) = seal_silence(home)
    assert verify(home, "c1") == ()
    with home.open() as store:
        text = store.evidence.read(more.sha256).decode()
    hashed = hashlib.sha256(june.read_bytes()).hexdigest()
    assert f"2026-06-02 to 2026-06-27, account A, june.csv, {hashed}" in text
    assert "2026-07-02 to 2026-07-14, account A, july.csv" in text
    assert "2026-07-16 to 2026-07-27, account A, july.csv" in text, "the day of the charge is none of silence"
    assert "Days that no statement covers, of which nothing is known:\n2026-05-15 to 2026-06-01, account A" in text
    assert "2026-06-28 to 2026-07-01, account A" in text


def test_days_are_sealed_by_command(home, tmp_path):
    add(home, [statement(tmp_path / "june.csv", shopping(6, 6))])
    common = ["watch", "--seal", "--home", str(home.folder), "--as-of", "2026-08-01"]
    first, second = (CliRunner().invoke(root, common) for _ in range(2))
    assert "Sealed: case c1, no charge on 26 days from 2026-06-02 to 2026-06-27" in first.stderr
    assert "Sealed" not in second.stderr
    assert "Whole" in CliRunner().invoke(root, ["case", "c1", "verify", *common[2:]]).output


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


def test_a_charge_by_the_successor_of_the_provider_is_one_too(tmp_path):
    first = home_on(tmp_path, date(2026, 5, 11))
    add(first, [statement(tmp_path / "first.csv", [*months(1, 4, text="KASPERSKY"), *shopping(1, 4)])])
    open_a_case(first, name="kaspersky", provider="kaspersky", country="US")
    home = home_on(tmp_path, date(2026, 8, 1))
    later = [("u1", "2026-06-15", "ULTRAAV.COM", "-12.49"), ("u2", "2026-06-20", "ULTRA AVENUE SHOES", "-9.99")]
    add(home, [statement(tmp_path / "later.csv", [*later, *shopping(6, 7)])])
    (alarm,) = [one for one in watch(home).watching.alarms if one.kind == "charged_after_cancel"]
    assert (alarm.on, alarm.case) == (date(2026, 6, 15), "c1")
    assert any("or its successor" in line for line in alarm.why)


def test_a_second_plan_of_the_same_merchant_that_is_kept_is_none(tmp_path):
    def both(first, last):
        return [*months(first, last), *[(f"k{n}", *rest) for n, *rest in months(first, last, day=20, amount="-4.49")]]

    early = home_on(tmp_path, date(2026, 5, 11))
    add(early, [statement(tmp_path / "first.csv", [*both(1, 4), *shopping(1, 4)])])
    plans = [doc["id"] for doc in subscriptions(early) if doc["amount"] == "9.99"]
    assert len(plans) == 1, "two plans, told apart by day and price"
    open_a_case(early, name=plans[0])
    home = home_on(tmp_path, date(2026, 8, 1))
    kept = [row for row in both(5, 7) if row[0].startswith("k")]
    add(home, [statement(tmp_path / "later.csv", [*kept, *shopping(6, 7)])])
    assert not [one for one in watch(home).watching.alarms if one.kind == "charged_after_cancel"]
    add(home, [statement(tmp_path / "more.csv", months(7, 7))])
    (alarm,) = [one for one in watch(home).watching.alarms if one.kind == "charged_after_cancel"]
    assert (alarm.on, str(alarm.money)) == (date(2026, 7, 15), "9.99 EUR")


def told_on(folder, *days):
    """The titles of the notices that come on these days, with a lead of no day."""
    change_notices(home_on(folder, days[0]), lambda now: type(now)(addresses=("json://one.example",), leads=(0,)))
    said = {}
    for day in days:
        notify(home_on(folder, day), lambda _a, notice, _h, day=day: said.setdefault(day.day, []).append(notice.title))
    return said


def test_a_reminder_comes_for_the_paid_time_and_the_refund_of_a_case(home, tmp_path):
    days = [date(2026, 5, day) for day in (14, 23, 24, 25, 26)]
    assert told_on(tmp_path, *days) == {
        14: ["Paid time ends: 2026-05-14", "Keep the confirmation: 2026-05-14"],
        24: ["Refund due: 2026-05-24"],
        25: ["A refund is late", "No money came: write once more: 2026-05-25"],
    }


def test_a_reminder_comes_for_an_answer_that_is_due_and_one_when_it_is_overdue(tmp_path):
    first = home_on(tmp_path, date(2026, 5, 11))
    add(first, [statement(tmp_path / "first.csv", [*months(1, 4), *shopping(1, 4)])])
    open_a_case(first, happened=(Asked(by="email", answer_by=date(2026, 5, 20)),))
    days = [date(2026, 5, day) for day in (19, 20, 21, 22, 23)]
    assert told_on(tmp_path, *days) == {
        20: ["Answer due: 2026-05-20"],
        21: ["No answer came: write once more: 2026-05-21"],
    }


def test_a_reminder_comes_for_the_last_day_of_a_dispute(tmp_path):
    def bank(path, *days):
        head = "Buchungstag;Betrag;Währung;Verwendungszweck;Name;Mandatsreferenz\n"
        path.write_text(head + "".join(f"{day};-9,99;EUR;Beitrag;STREAMHAUS GMBH;M-77\n" for day in days))
        return path

    first = home_on(tmp_path, date(2026, 5, 11))
    add(first, [bank(tmp_path / "konto.csv", *(f"15.{month:02d}.2026" for month in range(1, 5)))])
    open_a_case(first)
    home = home_on(tmp_path, date(2026, 8, 1))
    add(home, [bank(tmp_path / "more.csv", "15.07.2026")])
    due = {one["what"]: one["on"] for one in watch_json(watch(home))["due"]}
    assert due["dispute_by"] == "2026-09-09", "eight weeks after a direct debit"
    told = told_on(tmp_path, date(2026, 9, 8), date(2026, 9, 9))
    assert "Last day to dispute the charge: 2026-09-09" in told[9]


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

    def send(address, notice, handing):
        if address.endswith("two.example") and len(sent) < 3:
            raise NetError("no answer", where="json://two.example")
        handing()
        sent.append((address, notice.title))

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
    notify(home, lambda _address, notice, _handing: said.append(notice.title + notice.text))
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
    os.utime(path, (0, 0))
    assert "Charged after you cancelled" in CliRunner().invoke(root, common).output


def test_a_download_that_is_not_finished_waits_and_half_a_file_loses_nothing(home, tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    common = ["watch", "--json", "--folder", str(inbox), "--home", str(home.folder), "--as-of", "2026-08-01"]

    def look():
        result = CliRunner().invoke(root, common)
        return result.stderr, [alarm["on"] for alarm in json.loads(result.stdout)["alarms"] if alarm["transaction"]]

    statement(inbox / "bank.csv.crdownload", months(6, 6))
    os.utime(inbox / "bank.csv.crdownload", (0, 0))
    said, found = look()
    assert "a download that is not finished, waits until the next run" in said
    assert found == []
    whole = statement(inbox / "later.csv", [*months(6, 7), *shopping(6, 7)]).read_bytes()
    (inbox / "later.csv").write_bytes(whole[: whole.index(b"m202607")])  # cut off between two lines
    os.utime(inbox / "later.csv", (0, 0))
    assert look()[1] == ["2026-06-15"]
    (inbox / "later.csv").write_bytes(whole)
    os.utime(inbox / "later.csv", (0, 1))
    assert look()[1] == ["2026-06-15", "2026-07-15"]


def test_gaps_are_named_and_overlaps_count_once(home, tmp_path):
    june = [*months(6, 6), *shopping(6, 6)]
    add(home, [statement(tmp_path / "june.csv", june), statement(tmp_path / "june again.csv", june[1:])])
    add(home, [statement(tmp_path / "july.csv", shopping(7, 7)[1:])])
    document = watch_json(watch(home))
    assert [alarm["on"] for alarm in document["alarms"] if alarm["transaction"]] == ["2026-06-15"]
    gaps = [(gap["from"], gap["to"]) for gap in document["gaps"]]
    assert gaps == [("2026-05-15", "2026-06-01"), ("2026-06-28", "2026-07-08")]
    assert not any(part["from"] <= "2026-06-15" <= part["to"] for part in document["clean"])


def test_another_currency_and_an_account_that_nobody_knows(home, tmp_path):
    text = HEAD + "x1,NEW CARD,2026-06-15,STREAMHAUS,-11.20,USD\nx2,NEW CARD,2026-06-20,GROCER,-5.00,USD\n"
    (tmp_path / "card.csv").write_text(text)
    add(home, [tmp_path / "card.csv"])
    document = watch_json(watch(home))
    (alarm,) = [alarm for alarm in document["alarms"] if alarm["kind"] == "charged_after_cancel"]
    assert (alarm["amount"], alarm["currency"], alarm["case"]) == ("11.20", "USD", "c1")
    assert document["clean"] == []  # another account's statement proves nothing
    assert [(gap["account"], gap["from"], gap["to"]) for gap in document["gaps"]] == [("A", "2026-05-15", "2026-08-01")]


def test_a_case_without_a_date_is_held_against_nothing(tmp_path):
    first = home_on(tmp_path, date(2026, 5, 11))
    add(first, [statement(tmp_path / "first.csv", [*months(1, 4), *shopping(1, 4)])])
    open_a_case(first, happened=())
    home = home_on(tmp_path, date(2026, 8, 1))
    add(home, [statement(tmp_path / "later.csv", months(6, 7))])
    document = watch_json(watch(home))
    assert not [alarm for alarm in document["alarms"] if alarm["kind"] == "charged_after_cancel"]
    assert document["clean"] == document["gaps"] == []
    Calendar.from_ical(calendar(home))


def test_a_server_that_hangs_costs_two_tries_a_run_and_nothing_is_lost(home, tmp_path):
    add(home, [statement(tmp_path / "later.csv", [*months(6, 7), *shopping(6, 7)])])
    change_notices(home, lambda now: type(now)(addresses=("json://dead.example", "json://good.example")))
    tried, came = [], []

    def send(address, notice, _handing):
        if "dead" in address:
            tried.append(notice.title)
            raise NetError("no answer within 20 seconds", where=address)
        came.append((notice.title, notice.text.partition("Notice")[0]))

    first = notify(home, send)
    assert len(came) == len(first.sent) == len(first.failed) >= 3
    assert len(tried) == 2
    assert "no answer" in first.failed[0][1]
    assert "next run" in first.failed[-1][1]
    later = []
    assert len(notify(home, lambda address, notice, _handing: later.append((address, notice))).sent) == len(came)
    assert {address for address, _ in later} == {"json://dead.example"}
    assert sorted(came) == sorted((notice.title, notice.text.partition("Notice")[0]) for _, notice in later)


def test_nothing_private_reaches_a_mail_server_or_a_web_receiver(home, tmp_path):
    pytest.importorskip("apprise")
    controller = pytest.importorskip("aiosmtpd.controller")
    add(home, [statement(tmp_path / "later.csv", [*months(6, 7), *shopping(6, 7)])])
    received = []

    class Mails:
        async def handle_DATA(self, _server, _session, envelope):  # noqa: N802, its name there
            received.append(envelope.content)
            return "250 OK"

    class Posts(BaseHTTPRequestHandler):
        def do_POST(self):
            received.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    web = HTTPServer(("127.0.0.1", 0), Posts)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    mails = controller.Controller(Mails(), hostname="127.0.0.1", port=port)
    mails.start()
    addresses = (
        f"mailto://127.0.0.1:{port}?from=a@example.org&to=b@example.org",
        f"json://127.0.0.1:{web.server_port}/",
    )
    try:
        change_notices(home, lambda now: type(now)(addresses=addresses, discreet=True))
        done = notify(home)
        plain = change_notices(home, lambda now: msgspec.structs.replace(now, discreet=False))
        again = notify(home)
    finally:
        mails.stop()
        web.shutdown()
        web.server_close()
    assert plain.discreet is False
    assert again == type(done)()  # each once, in whatever words
    assert len(received) == len(done.sent) >= 6
    text = b"\n".join(received).lower()
    assert b"charged after you cancelled" in text
    for private in (b"streamhaus", b"9.99", b"9,99", b"eur"):
        assert private not in text


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


def test_a_dispute_at_paypal_has_its_own_door_and_rules(tmp_path):
    first = home_on(tmp_path, date(2026, 5, 11))
    add(first, [statement(tmp_path / "first.csv", [*months(1, 4, text="PAYPAL *STREAMHAUS"), *shopping(1, 4)])])
    open_a_case(first)
    home = home_on(tmp_path, date(2026, 8, 1))
    add(home, [statement(tmp_path / "later.csv", months(7, 7, text="PAYPAL *STREAMHAUS"))])
    (alarm,) = [a for a in watch(home).watching.alarms if a.kind == "charged_after_cancel"]
    draft = dispute(home, alarm.id, DisputeSaid(sender={"name": "Alex Beispiel"}))
    assert draft.route == "paypal", "as the booking tells"
    assert any("service_delivered" in line for line in draft.lacking), (
        "PayPal takes it only where nothing was delivered"
    )
    for said in ("PAYPAL *STREAMHAUS", "15. Juli 2026", "9,99", "10. Mai 2026", "„off“"):
        assert said in draft.letter.text


def test_a_dispute_without_knowing_how_it_was_paid_says_so(home, tmp_path):
    add(home, [statement(tmp_path / "later.csv", months(7, 7))])
    (alarm,) = [a for a in watch(home).watching.alarms if a.kind == "charged_after_cancel"]
    result = CliRunner().invoke(
        root, ["dispute", alarm.id[:8], "--name", "Alex", "--home", str(home.folder), "--as-of", "2026-08-01"]
    )
    assert result.exit_code == 0, result.output
    assert "--paid-by" in result.output


def test_a_dispute_says_until_when_the_next_payment_can_be_stopped(home, tmp_path):
    add(home, [statement(tmp_path / "later.csv", months(7, 7))])
    (alarm,) = [a for a in watch(home).watching.alarms if a.kind == "charged_after_cancel"]
    draft = dispute(home, alarm.id, DisputeSaid(paid_by="sepa_dd_core", sender={"name": "Alex"}))
    assert (draft.next_on, draft.stop_payment_by) == (date(2026, 8, 15), date(2026, 8, 13))  # a Saturday; Thursday
    assert dispute(home, alarm.id, DisputeSaid(paid_by="card_visa", sender={"name": "Alex"})).stop_payment_by is None


def test_money_asked_back_is_watched_for_without_a_cancellation_too(tmp_path):
    first = home_on(tmp_path, date(2026, 5, 11))
    add(first, [statement(tmp_path / "first.csv", [*months(1, 4), *shopping(1, 4)])])
    open_a_case(first, RefundAsked(amount=Decimal("9.99"), currency="EUR", due_by=date(2026, 5, 24)), happened=())
    home = home_on(tmp_path, date(2026, 8, 1))
    add(home, [statement(tmp_path / "later.csv", [*months(5, 7), *shopping(6, 7)])])
    assert {alarm.kind for alarm in watch(home).watching.alarms} == {"refund_late"}
    add(home, [statement(tmp_path / "more.csv", [("r1", "2026-06-02", "STREAMHAUS REFUND", "9.99")])])
    assert {alarm.kind for alarm in watch(home).watching.alarms} == {"refund_seen"}


def test_the_mandate_of_a_direct_debit_says_until_when_the_bank_can_stop_it(tmp_path):
    head = "Buchungstag;Betrag;Währung;Verwendungszweck;Name;Mandatsreferenz\n"
    lines = [f"15.{month:02d}.2026;-9,99;EUR;Beitrag;STREAMHAUS GMBH;M-77\n" for month in range(1, 8)]
    (tmp_path / "konto.csv").write_text(head + "".join(lines))
    home = home_on(tmp_path, date(2026, 8, 1))
    add(home, [tmp_path / "konto.csv"])
    doc = show(home, "streamhaus")
    assert (doc["mandate_id"], doc["next"]["on"], doc["cancel_by"]) == ("M-77", "2026-08-15", "2026-08-14")
    assert doc["cancelling"]["stop_payment_by"] == "2026-08-13"  # Friday is the bank's own last day
