"""What is kept is what comes back, in every kind of database."""

import io
import stat
from datetime import UTC, date, datetime
from decimal import Decimal

import polars as pl
import pytest

from unrenew.api.finding import listing, listing_of, made_with
from unrenew.api.homes import Home
from unrenew.errors import LockedError, NotFoundError
from unrenew.model.decisions import Decision, OwnSubscription, Payer
from unrenew.model.listings import CaseRow
from unrenew.model.receipts import Receipt
from unrenew.model.renewals import NoticePeriod
from unrenew.model.statements import Statement
from unrenew.model.values import Problem
from unrenew.store.listings import EVERYBODY, read_listing
from unrenew.transactions import SCHEMA, from_rows, sums

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)


def line(id_, on, amount, text="NEXWAY*KASPERSKY", **more):
    row = {"account": "DE1", "id": id_, "booked_on": on, "amount": Decimal(amount), "currency": "EUR"}
    return row | {"descriptor": text, "source_place": f"line {id_}"} | more


def statement(*lines, path="a.csv"):
    table = from_rows([row | {"source_file": path} for row in lines])
    return Statement(
        path=path,
        format="csv",
        encoding="utf-8",
        transactions=table,
        rows=table.height,
        sums=sums(table),
        first_on=table["booked_on"].min(),
        last_on=table["booked_on"].max(),
        problems=(Problem(where="line 9", what="odd"),),
    )


EXTRA = {"original_amount": Decimal(-5), "original_currency": "USD", "value_on": date(2026, 2, 3), "mcc": "5734"}
LINES = (
    line("1", date(2026, 1, 2), "-39.99"),
    line("2", date(2026, 1, 2), "-39.99"),
    line("3", date(2026, 2, 2), "-0.12345678", "CAFÉ \x00 ☕", is_reversal=False, mandate_id="M1", **EXTRA),
    line("4", date(2026, 3, 2), "99999999999999999999.5", is_reversal=True),
)
NUL = "\N{SYMBOL FOR NULL}"


def test_a_statement_comes_back_exactly(store):
    added = store.statements.add(statement(*LINES), sha256="aa", owner=None, at=AT)
    assert (added.new, added.known, added.was_known) == (4, 0, False)
    table = store.statements.transactions()
    assert table.schema == pl.Schema(SCHEMA)
    wanted = statement(*LINES).transactions.with_columns(pl.col("descriptor").str.replace("\x00", NUL, literal=True))
    assert table.equals(wanted)
    (file,) = store.statements.files()
    assert (file.rows, file.problems, file.added_at) == (4, (Problem(where="line 9", what="odd"),), AT)


def test_an_empty_store_has_the_table_without_rows(store):
    assert store.statements.transactions().schema == pl.Schema(SCHEMA)
    assert store.statements.transactions().height == 0


def test_the_same_file_twice_changes_nothing(store):
    store.statements.add(statement(*LINES), sha256="aa", owner=None, at=AT)
    before = store.statements.transactions()
    again = store.statements.add(statement(*LINES), sha256="aa", owner=None, at=AT)
    assert (again.new, again.known, again.was_known) == (0, 4, True)
    assert store.statements.transactions().equals(before)
    assert len(store.statements.files()) == 1


def test_overlapping_files_keep_each_line_once(store):
    store.statements.add(statement(*LINES[:3]), sha256="aa", owner=None, at=AT)
    renamed = [row | {"id": f"x{row['id']}"} for row in LINES]
    added = store.statements.add(statement(*renamed, path="b.csv"), sha256="bb", owner=None, at=AT)
    assert (added.new, added.known) == (1, 3)
    assert store.statements.transactions().height == 4


def test_owners_are_never_mixed(store):
    store.statements.add(statement(*LINES), sha256="aa", owner="Ana", at=AT)
    added = store.statements.add(statement(*LINES), sha256="aa", owner="Bo", at=AT)
    assert added.new == 4
    ana = store.people.find("Ana")
    assert set(store.statements.transactions(ana)["owner"]) == {"Ana"}
    assert store.statements.transactions().height == 8
    store.people.remove(ana)
    assert set(store.statements.transactions()["owner"]) == {"Bo"}
    with pytest.raises(NotFoundError, match="Known: Bo"):
        store.people.find("Ana")


def test_a_file_that_names_owners_is_kept_for_them(store):
    mixed = [row | {"owner": owner, "id": f"{owner}{row['id']}"} for owner in ("Ana", "Bo", None) for row in LINES]
    added = store.statements.add(statement(*mixed), sha256="aa", owner="Cy", at=AT)
    assert (added.new, sorted(added.owners)) == (12, ["Ana", "Bo", "Cy"])
    again = store.statements.add(statement(*mixed[2:7]), sha256="bb", owner="Cy", at=AT)
    assert (again.new, again.known) == (0, 5)
    assert store.statements.transactions(store.people.find("Bo"))["id"].to_list() == ["Bo1", "Bo2", "Bo3", "Bo4"]


def test_a_forgotten_file_takes_only_its_own_lines(store):
    one = store.statements.add(statement(*LINES[:3]), sha256="aa", owner=None, at=AT)
    store.statements.add(statement(*LINES[1:], path="b.csv"), sha256="bb", owner=None, at=AT)
    revision = store.statements.revision(store.people.find(None))
    assert store.statements.remove(one.file) == 1
    table = store.statements.transactions()
    assert table["id"].to_list() == ["2", "3", "4"]
    assert set(table["source_file"]) == {"b.csv"}
    assert store.statements.revision(store.people.find(None)) > revision


def test_found_streams_are_kept_until_something_changes(store):
    store.statements.add(statement(*LINES[:2]), sha256="aa", owner=None, at=AT)
    me, day = store.people.find(None), date(2026, 11, 1)
    kept = [{"id": "s1", "name": "Kaspersky"}]
    store.streams.keep_found(me, kept, as_of=day, made_with="1", revision=store.statements.revision(me))
    assert store.streams.found(me, as_of=day, made_with="1") == kept
    assert store.streams.found(me, as_of=date(2026, 11, 2), made_with="1") is None
    assert store.streams.found(me, as_of=day, made_with="2") is None
    store.statements.add(statement(*LINES), sha256="bb", owner=None, at=AT)
    assert store.streams.found(me, as_of=day, made_with="1") is None


def test_decisions_come_back(store):
    decision = Decision(
        id=0,
        owner=None,
        at=AT,
        kind="edit",
        charges=frozenset({"1", "2"}),
        subject="s",
        provider="kaspersky",
        name="Kaspersky",
        says={"name": "Virus thing"},
    )
    kept = store.subscriptions.decide(decision)
    assert store.subscriptions.decisions() == [kept]
    assert kept.id > 0


def test_own_subscriptions_come_back(store):
    own = OwnSubscription(
        id="o1",
        owner="Ana",
        name="Gym",
        amount=Decimal("19.90"),
        currency="EUR",
        cadence="monthly",
        notice=NoticePeriod(count=3, unit="months", to="month_end"),
        payers=(Payer(name="Bo", share=Decimal("0.5")),),
    )
    store.subscriptions.put_own(own)
    store.subscriptions.put_own(own)
    assert store.subscriptions.own() == [own]
    assert store.subscriptions.own(store.people.ensure(None)) == []


def test_receipts_come_back_once(store):
    file = store.statements.add(statement(*LINES), sha256="aa", owner=None, at=AT).file
    day = date(2026, 1, 2)
    receipt = Receipt(message="m1", sent_on=day, sender="a@b.example", subject="Order", amount=Decimal("39.99"))
    assert store.subscriptions.add_receipt(None, receipt, file=file.id)
    assert not store.subscriptions.add_receipt(None, receipt, file=file.id)
    assert store.subscriptions.receipts() == [receipt]
    store.statements.remove(file)
    assert store.subscriptions.receipts() == []


def opened_case(store):
    row = CaseRow(id="c1", owner=None, subscription="s", name="Kaspersky", state="considering")
    store.cases.open(row, store.people.ensure(None), '{"seq":1}')
    return row


def test_events_are_added_in_order_and_never_twice(store):
    row = opened_case(store)
    store.cases.append_event(row, 2, '{"b":1,"a":2}')
    assert store.cases.events("c1") == ['{"seq":1}', '{"b":1,"a":2}']
    assert store.cases.all_events() == {"c1": store.cases.events("c1")}
    for seq in (2, 4):
        with pytest.raises(LockedError, match="another program"):
            store.cases.append_event(row, seq, "{}")
    with pytest.raises(NotFoundError):
        store.cases.find("c2")
    assert store.cases.find("c1") == row == store.cases.all()[0]


def test_evidence_is_there_whole_or_not_at_all(store):
    opened_case(store)
    data = bytes(range(256)) * 9000  # more than two pieces
    with store.evidence.receive(io.BytesIO(data)) as content:
        store.evidence.put("c1", 1, content, '{"seq":1}')
    with store.evidence.receive(io.BytesIO(b"never kept")):
        pass
    with pytest.raises(LockedError), store.evidence.receive(io.BytesIO(b"late")) as content:
        store.evidence.put("c1", 1, content, "{}")
    assert store.evidence.items("c1") == ['{"seq":1}']
    assert store.evidence.read(next(iter(store.evidence.hashes()))) == data
    files = [path for path in (store.home / "evidence").rglob("*") if path.is_file()]
    assert len(files) == 1
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o600


def test_several_changes_are_kept_together_or_not_at_all(store):
    row = opened_case(store)

    def both():
        with store.writing(), store.evidence.receive(io.BytesIO(b"x")) as content:
            store.evidence.put("c1", 1, content, "{}")
            store.cases.append_event(row, 2, "{}")
            raise RuntimeError("the machine stops here")

    with pytest.raises(RuntimeError):
        both()
    assert store.cases.events("c1") == ['{"seq":1}']
    assert store.evidence.items("c1") == []
    assert len(store.evidence.sweep()) == 1


def test_settings_and_alarms(store):
    me = store.people.ensure(None)
    store.settings.put("country", "DE")
    store.settings.put("country", "AT")
    store.settings.put("language", "de")
    store.settings.put("language", None)
    assert store.settings.all() == {"country": "AT"}
    store.settings.settle(me, "a1", AT, "mine")
    store.settings.settle(me, "a1", AT, "refunded")
    assert store.settings.settled(me) == {"a1": "refunded"}


def test_the_quick_way_to_list_reads_the_same(home, opened):
    with opened(home) as store:
        store.statements.add(statement(*LINES), sha256="aa", owner="Ana", at=AT)
        file = store.statements.add(statement(*LINES), sha256="bb", owner=None, at=AT).file
        store.subscriptions.put_own(OwnSubscription(id="o1", owner="Ana", name="Gym"))
        day = date(2026, 1, 2)
        store.subscriptions.add_receipt(
            None, Receipt(message="m", sent_on=day, sender="a@b", subject="s"), file=file.id
        )
        opened_case(store)
        decision = Decision(
            id=0, owner=None, at=AT, kind="confirm", charges=frozenset(), subject="s", provider=None, name="x"
        )
        store.subscriptions.decide(decision)
        store.settings.put("country", "DE")
    here = Home(folder=home, today=AT.date(), ask_passphrase=lambda: "correct horse")

    def quick(owner):
        return read_listing(home, owner=owner, as_of=AT.date(), made_with=made_with, passphrase=lambda: "correct horse")

    assert quick(EVERYBODY) is None  # nothing was found yet
    for owner in (EVERYBODY, "Ana", None):
        with opened(home) as store:
            usual = listing_of(here, store, owner=owner)
        assert quick(owner) == usual
        assert listing(here, owner=owner) == usual
    with pytest.raises(NotFoundError, match="Known: Ana"):
        quick("Cy")
    with opened(home) as store:
        store.statements.add(statement(line("9", day, "-1")), sha256="cc", owner="Ana", at=AT)
    assert (quick("Ana"), quick(None) is None) == (None, False)
