"""Adding files, again and again, and what the person says of what was found."""

import json
import tempfile
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.api import subscriptions as api
from unrenew.api.adding import add, add_json
from unrenew.api.homes import Home
from unrenew.errors import NotFoundError, UsageError
from unrenew.model.decisions import OwnSubscription
from unrenew.model.periods import add_months

TODAY = date(2026, 10, 31)
NOW = datetime(2026, 10, 31, 12, tzinfo=UTC)

OFX = """OFXHEADER:100
DATA:OFXSGML
VERSION:102
ENCODING:UTF-8
CHARSET:NONE

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>{account}<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST>{rows}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
"""
ROW = "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>{on:%Y%m%d}<TRNAMT>{amount}<FITID>{id}<NAME>{name}</STMTTRN>"


def ofx(path, rows, *, account="1234"):
    text = "".join(ROW.format(on=on, amount=amount, id=id_, name=name) for id_, on, amount, name in rows)
    path.write_text(OFX.format(rows=text, account=account), encoding="utf-8")
    return path


def monthly(name, amount, *, months=12, day=5, prefix="m"):
    first = date(2025, 11, day)
    return [(f"{prefix}{n}", add_months(first, n), amount, name) for n in range(months)]


@pytest.fixture
def home(tmp_path):
    return Home(folder=tmp_path / "home", today=TODAY, now=lambda: NOW)


def names(docs):
    return sorted(doc["name"] for doc in docs if doc["kind"] in ("subscription", "bill"))


def test_a_file_is_kept_once(home, tmp_path):
    path = ofx(tmp_path / "a.ofx", monthly("NETFLIX.COM", "-12.99"))
    first = add(home, [path])
    assert [(file.outcome, file.new, file.known) for file in first.files] == [("new", 12, 0)]
    assert [stream["amount"] for stream in first.found] == ["12.99"]
    before = api.subscriptions(home)
    again = add(home, [path, tmp_path / "a.ofx"])
    assert [(file.outcome, file.new, file.known) for file in again.files] == [("known", 0, 12)]
    assert again.found == ()
    assert api.subscriptions(home) == before


def test_overlapping_files_give_the_same_as_one(home, tmp_path):
    rows = monthly("NETFLIX.COM", "-12.99")
    whole = ofx(tmp_path / "whole.ofx", rows)
    parts = [ofx(tmp_path / "1.ofx", rows[:8]), ofx(tmp_path / "2.ofx", rows[5:])]
    other = Home(folder=tmp_path / "other", today=TODAY, now=lambda: NOW)
    add(home, parts)
    add(other, [whole])
    assert [doc["charges"] for doc in api.subscriptions(home)] == [doc["charges"] for doc in api.subscriptions(other)]


BOOKINGS = [
    *monthly("NETFLIX.COM", "-12.99"),
    *monthly("GYM SPORTIF", "-29.90", day=9, prefix="g"),
    *monthly("CLOUDSPACE", "-2.99", months=7, day=21, prefix="c"),
    *((f"s{n}", date(2025, 11, 2) + timedelta(days=11 * n), f"-{7 + n % 5}.{n:02}", f"GROCER {n}") for n in range(30)),
]


@settings(max_examples=12, derandomize=True, deadline=None)
@given(st.data())
def test_in_whatever_parts_and_order_files_come_the_same_is_found(data):
    """Also where they overlap: what is found after each step is kept, and must not be in the way of the next."""
    lines = data.draw(st.permutations(BOOKINGS))
    cuts = sorted(data.draw(st.lists(st.integers(1, len(lines) - 1), min_size=1, max_size=3)))
    parts = [lines[a:b] for a, b in zip([0, *cuts], [*cuts, len(lines)], strict=True)]
    overlap = data.draw(st.integers(0, 20))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole, pieces = (Home(folder=folder / each, today=TODAY, now=lambda: NOW) for each in ("whole", "pieces"))
        add(whole, [ofx(folder / "all.ofx", BOOKINGS)])
        for number, part in enumerate(parts):
            again = [line for line in lines[:overlap] if line not in part]
            add(pieces, [ofx(folder / f"{number}.ofx", [*part, *again])])
        assert json.dumps(api.subscriptions(pieces)) == json.dumps(api.subscriptions(whole))


def test_one_bad_file_does_not_lose_the_others(home, tmp_path):
    (tmp_path / "odd.bin").write_bytes(b"\x00\x01\x02" * 99)
    path = ofx(tmp_path / "a.ofx", monthly("NETFLIX.COM", "-12.99"))
    result = add(home, [tmp_path / "odd.bin", tmp_path / "missing.ofx", path])
    assert [file.outcome for file in result.files] == ["wrong", "wrong", "new"]
    assert result.has_problems()
    document = json.loads(json.dumps(add_json(result)))
    assert [file["transactions"] for file in document["files"]] == [0, 0, 12]
    assert document["files"][0]["problems"][0]["severity"] == "error"


def test_a_folder_is_added_without_hidden_files(home, tmp_path):
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    ofx(folder / "deep" / "a.ofx", monthly("NETFLIX.COM", "-12.99"))
    (folder / ".DS_Store").write_bytes(b"x")
    assert [file.outcome for file in add(home, [folder]).files] == ["new"]


def test_what_was_decided_survives_new_statements(home, tmp_path):
    netflix, shop = monthly("NETFLIX.COM", "-12.99"), monthly("SPOTIFY AB", "-9.99", day=9, prefix="s")
    add(home, [ofx(tmp_path / "1.ofx", netflix[:6] + shop[:6])])
    api.dismiss(home, "spotify")
    assert api.confirm(home, "netfl")["decision"] == "confirmed"
    api.edit(home, "netflix", {"name": "Films", "notice": {"count": 14, "unit": "days"}})
    add(home, [ofx(tmp_path / "2.ofx", netflix[4:] + shop[4:])])
    docs = {doc["name"]: doc for doc in api.subscriptions(home)}
    assert docs["Films"]["decision"] == "confirmed"
    assert len(docs["Films"]["charges"]) == 12
    assert docs["Films"]["cancel_by"] == "2026-11-20"
    assert [doc["decision"] for doc in docs.values() if "potify" in doc["name"]] == ["dismissed"]
    assert api.undo(home, "Films")["name"] != "Films"


def test_a_name_may_be_short_but_not_ambiguous(home, tmp_path):
    add(
        home,
        [ofx(tmp_path / "1.ofx", monthly("NETFLIX.COM", "-12.99") + monthly("NETWORK GYM", "-20", day=9, prefix="g"))],
    )
    with pytest.raises(UsageError, match="2 subscriptions fit 'net'"):
        api.show(home, "net")
    with pytest.raises(NotFoundError, match="unrenew list"):
        api.show(home, "zzz")
    assert api.show(home, api.show(home, "netflix")["id"])["amount"] == "12.99"


def test_two_at_one_merchant_are_split_and_merged(home, tmp_path):
    small, large = monthly("APPLE.COM/BILL", "-2.99"), monthly("APPLE.COM/BILL", "-9.99", day=20, prefix="l")
    add(home, [ofx(tmp_path / "1.ofx", small + large)])
    found = [doc for doc in api.subscriptions(home) if doc["kind"] == "subscription"]
    assert len(found) == 2
    merged = api.merge(home, [doc["id"] for doc in found])
    assert (len(merged["charges"]), merged["first_on"]) == (24, "2025-11-05")
    part = api.split(home, "apple", "Apple music", amount="9.99")
    assert (part["name"], part["amount"], part["cadence"], part["next"]["on"]) == (
        "Apple music",
        "9.99",
        "monthly",
        "2026-11-20",
    )
    add(home, [ofx(tmp_path / "2.ofx", [*small, *large, ("l99", date(2026, 10, 30), "-9.99", "APPLE.COM/BILL")])])
    docs = {doc["name"]: doc for doc in api.subscriptions(home) if doc["kind"] == "subscription"}
    assert [len(doc["charges"]) for name, doc in docs.items() if name != "Apple music"] == [12]
    api.confirm(home, "Apple music")
    assert [doc["decision"] for doc in api.subscriptions(home) if doc["name"] == "Apple music"] == ["confirmed"]


def test_own_subscriptions_join_what_statements_show(home, tmp_path):
    own = OwnSubscription(
        id="", owner=None, name="Netflix", amount=Decimal("12.99"), currency="EUR", cadence="monthly", notes="ours"
    )
    alone = api.new(home, own)
    assert (alone["source"], alone["next"]) == ("own", None)
    add(home, [ofx(tmp_path / "1.ofx", monthly("NETFLIX.COM", "-12.99"))])
    (doc,) = api.subscriptions(home)
    assert (doc["source"], doc["own"], doc["notes"], len(doc["charges"])) == ("statements", alone["id"], "ours", 12)
    assert api.totals([doc]) == {"EUR": "155.88"}


def test_owners_are_kept_apart(home, tmp_path):
    path = ofx(tmp_path / "1.ofx", monthly("NETFLIX.COM", "-12.99"))
    add(home, [path], owner="Ana")
    add(home, [path], owner="Bo")
    assert [doc["owner"] for doc in api.subscriptions(home)] == ["Ana", "Bo"]
    assert [doc["owner"] for doc in api.subscriptions(home, owner="Bo")] == ["Bo"]
    with pytest.raises(NotFoundError, match="Known: Ana, Bo"):
        api.subscriptions(home, owner="Cy")
    with pytest.raises(UsageError, match="Ana"):
        api.show(home, "netflix")
    assert api.dismiss(home, "netflix", owner="Bo")["owner"] == "Bo"
    assert [doc["decision"] for doc in api.subscriptions(home)] == [None, "dismissed"]


MAIL = """From: Nexway <no-reply@nexway.example>
To: me@home.example
Subject: Your order NX-99887766
Date: Thu, 05 Mar 2026 10:00:00 +0100
Message-ID: <42@nexway.example>
Content-Type: text/plain; charset=utf-8

Order number: NX-99887766
Product: Kaspersky Plus
Total: 39.99 EUR
Renews on 5 March 2027.
"""


def test_a_receipt_is_tied_to_its_charge(home, tmp_path):
    mail = tmp_path / "receipt.eml"
    mail.write_text(MAIL, encoding="utf-8")
    first = add(home, [mail])
    assert [(file.kind, file.format, file.new) for file in first.files] == [("receipts", "eml", 1)]
    (announced,) = api.subscriptions(home)
    assert (announced["source"], announced["next"]["on"]) == ("receipt", "2027-03-05")
    rows = [
        ("k1", date(2025, 3, 6), "-39.99", "NEXWAY*KASPERSKY"),
        ("k2", date(2026, 3, 6), "-39.99", "NEXWAY*KASPERSKY"),
    ]
    add(home, [ofx(tmp_path / "1.ofx", rows)])
    (doc,) = api.subscriptions(home)
    assert (doc["plan"], doc["receipts"][0]["order_number"], doc["receipts"][0]["charge"]) == (
        "Kaspersky Plus",
        "NX-99887766",
        "k2",
    )
    mailbox = tmp_path / "all.mbox"
    mailbox.write_text(
        f"From x@y Thu Mar  5 10:00:00 2026\n{MAIL}\nFrom x@y Thu Mar  5 10:00:00 2026\n{MAIL}", encoding="utf-8"
    )
    again = add(home, [mailbox])
    assert [(file.outcome, file.new, file.known) for file in again.files] == [("new", 0, 2)]


def test_a_mail_that_is_no_receipt_is_not_kept(home, tmp_path):
    mail = tmp_path / "hello.eml"
    mail.write_text("From: a@b.example\nTo: c@d.example\nSubject: Lunch\n\nTomorrow?\n", encoding="utf-8")
    (file,) = add(home, [mail]).files
    assert (file.outcome, "neither a receipt" in file.problems[0].what) == ("wrong", True)


def test_a_list_of_another_program_is_kept_once_and_stays_as_changed(home, tmp_path):
    path = tmp_path / "wallos.json"
    entry = {
        "Name": "Gym",
        "Payment Cycle": "Monthly",
        "Next Payment": "2026-11-30",
        "Price": "€19.90",
        "Active": "Yes",
    }
    path.write_text(json.dumps({"success": True, "subscriptions": [entry]}), encoding="utf-8")
    assert add(home, [path]).files[0].new == 1
    (doc,) = api.subscriptions(home)
    assert (doc["name"], doc["next"]["on"], doc["yearly_cost"]) == ("Gym", "2026-11-30", "238.80")
    api.edit(home, "gym", {"notes": "mine"})
    path.write_text(json.dumps({"success": True, "subscriptions": [entry, entry | {"Name": "Club"}]}), encoding="utf-8")
    assert [(file.new, file.known) for file in add(home, [path]).files] == [(1, 1)]
    assert [doc["notes"] for doc in api.subscriptions(home) if doc["name"] == "Gym"] == ["mine"]
