"""Backups, moves and forgetting: whole or not at all, and really gone."""

import io
import json
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from unrenew.api import keeping
from unrenew.api.homes import Home
from unrenew.errors import LockedError, NotFoundError, StoreError, UsageError
from unrenew.model.decisions import Decision, OwnSubscription
from unrenew.model.listings import CaseRow
from unrenew.model.receipts import Receipt
from unrenew.model.statements import Statement
from unrenew.store.backups import backup, open_backup, restore
from unrenew.store.copies import count, rows_out
from unrenew.store.folders import read_about, write_about
from unrenew.store.notices import Wanted
from unrenew.transactions import from_rows

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)
SECRET = "VERY-PRIVATE-MERCHANT"
ITEM = b"%PDF secret proof " * 90_000


def fill(store, owner=None, *, letter="a"):
    rows = [
        {
            "account": "DE1",
            "id": f"{letter}{n}",
            "booked_on": date(2026, n, 1),
            "amount": Decimal("-9.99"),
            "currency": "EUR",
        }
        | {"descriptor": f"{SECRET} {owner}"}
        for n in range(1, 9)
    ]
    table = from_rows(rows)
    made = Statement(path=f"in/{letter}.csv", format="csv", encoding="utf-8", transactions=table, rows=8)
    file = store.statements.add(made, sha256=letter * 64, owner=owner, at=AT).file
    decision = Decision(
        id=0, owner=owner, at=AT, kind="confirm", charges=frozenset({"1"}), subject="s", provider=None, name=SECRET
    )
    store.subscriptions.decide(decision)
    store.subscriptions.put_own(OwnSubscription(id=f"o{letter}", owner=owner, name=SECRET))
    receipt = Receipt(message=f"<{letter}>", sent_on=date(2026, 1, 1), sender="x@y.example", subject=SECRET)
    store.subscriptions.add_receipt(owner, receipt, file=file.id)
    person = store.people.find(owner)
    store.cases.open(
        CaseRow(id=f"c{letter}", owner=owner, subscription="s", name=SECRET, state="considering"), person, "{}"
    )
    with store.evidence.receive(io.BytesIO(ITEM + letter.encode())) as content:
        store.evidence.put(f"c{letter}", 1, content, json.dumps({"name": SECRET}))
    store.settings.settle(person, "alarm", AT, "mine")
    wanted = Wanted(mark=f"m{letter}", title="Charged after you cancelled", until=date(2026, 12, 1))
    store.notices.plan(person, {"one@a": wanted, "two@a": wanted}, AT, today=AT.date())
    taken = store.notices.take(person, "one@a", AT)
    store.notices.hand(taken, AT)
    store.settings.put("country", "DE")


def everything(store):
    return list(rows_out(store.database)), {sha: store.evidence.read(sha) for sha in store.evidence.hashes()}


def test_a_backup_comes_back_whole_in_any_home(home, opened, tmp_path, database_url):
    target = tmp_path / "all.zip"
    with opened(home) as store:
        fill(store)
        fill(store, "Ana", letter="b")
        before = everything(store)
        counts = backup(store, target, at=AT)
        assert counts["transactions"] == 16
        with pytest.raises(StoreError, match="there is a file already"):
            backup(store, target, at=AT)
    assert target.stat().st_mode & 0o777 == 0o600
    if "salt" in read_about(home):
        assert SECRET.encode() not in b"".join(
            zipfile.ZipFile(target).read(n) for n in zipfile.ZipFile(target).namelist()
        )
    for name in ("plain", "server"):
        other = tmp_path / name
        other.mkdir(mode=0o700)
        if name == "server":
            write_about(other, {"database": database_url})
        with opened(other) as store, open_backup(target, lambda: "correct horse") as made:
            store.settings.put("language", "xx")
            assert restore(store, made) == counts
            assert everything(store) == before
            fill(store, "Bo", letter="d")  # the database's own counters go on behind what came back


def broken(path, how):
    data = bytearray(path.read_bytes())
    if how == "cut":
        del data[len(data) // 2 :]
    elif how == "changed":
        data[len(data) // 3] ^= 1
    elif how == "empty":
        data.clear()
    else:
        names = {"slip": "../../evil", "absolute": "/etc/evil", "more": "evidence/" + "0" * 64}
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(names[how], b"x")
        return
    path.write_bytes(data)


@pytest.mark.parametrize("how", ["cut", "changed", "empty", "slip", "absolute", "more"])
def test_a_broken_backup_changes_nothing(tmp_path, opened, how):
    home, target = tmp_path / "home", tmp_path / "all.zip"
    with opened(home) as store:
        fill(store)
        backup(store, target, at=AT)
        broken(target, how)
        fill(store, "Ana", letter="b")
        before = everything(store)
        with (
            pytest.raises(StoreError, match=r"backup|nothing was changed|Nothing was changed"),
            open_backup(target, lambda: "") as made,
        ):
            restore(store, made)
        assert everything(store) == before
    assert not (tmp_path / "evil").exists()


def test_nothing_is_replaced_unasked(tmp_path, opened):
    home, target = Home(folder=tmp_path / "home", today=date(2026, 11, 1)), tmp_path / "all.zip"
    with opened(home.folder) as store:
        fill(store)
    keeping.backup(home, target)
    with pytest.raises(UsageError, match="--replace"):
        keeping.restore(home, target)
    assert keeping.restore(home, target, replace=True)["transactions"] == 8
    new = Home(folder=tmp_path / "new", today=date(2026, 11, 1))
    assert keeping.restore(new, target)["cases"] == 1


def test_a_home_is_encrypted_and_back(tmp_path, opened):
    folder, day = tmp_path / "home", date(2026, 11, 1)
    with opened(folder) as store:
        fill(store)
        before = everything(store)
    assert SECRET.encode() in (folder / "unrenew.db").read_bytes()
    plain = Home(folder=folder, today=day)
    keeping.encrypt(plain, lambda: "first")
    locked = Home(folder=folder, today=day, ask_passphrase=lambda: "first")
    for path in folder.rglob("*"):
        if path.is_file():
            assert SECRET.encode() not in path.read_bytes()
            assert b"secret proof" not in path.read_bytes()
            assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(LockedError, match="passphrase is wrong"):
        Home(folder=folder, today=day, ask_passphrase=lambda: "other").open()
    with pytest.raises(LockedError, match="passphrase"):
        plain.open()
    keeping.encrypt(locked, lambda: "second")
    keeping.encrypt(Home(folder=folder, today=day, ask_passphrase=lambda: "second"), None)
    with opened(folder) as store:
        assert everything(store) == before
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_an_encrypted_backup_makes_an_encrypted_home(tmp_path, opened):
    folder, day, target = tmp_path / "home", date(2026, 11, 1), tmp_path / "all.zip"
    with opened(folder) as store:
        fill(store)
    keeping.encrypt(Home(folder=folder, today=day), lambda: "first")
    keeping.backup(Home(folder=folder, today=day, ask_passphrase=lambda: "first"), target)
    wrong = Home(folder=tmp_path / "wrong", today=day, ask_passphrase=lambda: "other")
    with pytest.raises(StoreError, match="passphrase is wrong"):
        keeping.restore(wrong, target)
    new = Home(folder=tmp_path / "new", today=day, ask_passphrase=lambda: "first")
    assert keeping.restore(new, target)["transactions"] == 8
    assert SECRET.encode() not in (new.folder / "unrenew.db").read_bytes()


def holds(folder, text):
    return [path for path in Path(folder).rglob("*") if path.is_file() and text in path.read_bytes()]


def test_who_is_forgotten_is_gone(tmp_path, opened):
    home = Home(folder=tmp_path / "home", today=date(2026, 11, 1))
    with opened(home.folder) as store:
        fill(store, "Ana", letter="b")
        fill(store, "Bo", letter="d")
        ana = {sha for sha in store.evidence.hashes() if store.evidence.read(sha).endswith(b"b")}
    done = keeping.forget_owner(home, "Ana")
    assert done.gone | {"x": 0} == {
        "owners": 1, "accounts": 1, "statements": 1, "transactions": 8, "decisions": 1,
        "own_subscriptions": 1, "receipts": 1,
        "cases": 1, "events": 1, "evidence": 1, "notices": 2, "alarms": 1, "files of evidence": 1, "x": 0,
    }  # fmt: skip
    assert any("backups" in what for what in done.left)
    assert holds(home.folder, b"PRIVATE-MERCHANT Ana") == []
    assert len(holds(home.folder, b"PRIVATE-MERCHANT Bo")) >= 1
    with opened(home.folder) as store:
        assert not ana & store.evidence.hashes()
        assert store.people.find("Bo")
    with pytest.raises(NotFoundError):
        keeping.forget_owner(home, "Ana")


def test_a_forgotten_file_is_gone(tmp_path, opened):
    home = Home(folder=tmp_path / "home", today=date(2026, 11, 1))
    with opened(home.folder) as store:
        fill(store, "Ana", letter="b")
        fill(store, "Bo", letter="d")
    with pytest.raises(NotFoundError, match=r"b\.csv"):
        keeping.forget_file(home, "nothing.csv")
    assert keeping.forget_file(home, "b.csv").gone == {"statements": 1, "transactions": 8, "receipts": 1}
    assert holds(home.folder, b"PRIVATE-MERCHANT Ana") == []


def test_everything_is_forgotten(home, opened):
    with opened(home) as store, store.notices.sending():
        fill(store)
    here = Home(folder=home, today=date(2026, 11, 1), ask_passphrase=lambda: "correct horse")
    about = read_about(home)
    assert keeping.forget_everything(here).gone["transactions"] == 8
    assert not home.exists()
    if "database" in about:
        home.mkdir(mode=0o700)
        write_about(home, about)
    with opened(home) as store:
        assert not any(count(store.database).values())


def test_the_export_has_all_of_it(home, opened, tmp_path):
    with opened(home) as store:
        fill(store)
        fill(store, "=Ana", letter="b")
        counts = count(store.database)
    here = Home(folder=home, today=date(2026, 11, 1), ask_passphrase=lambda: "correct horse")
    document = json.loads(json.dumps(keeping.export(here)))
    assert {name: len(rows) for name, rows in document["tables"].items()} == counts
    assert document["tables"]["transactions"][0]["amount"] == "-9.99"
    folder = tmp_path / "out"
    paths = keeping.export_to(here, folder)
    assert json.loads((folder / "export.json").read_text(encoding="utf-8"))["tables"] == document["tables"]
    lines = (folder / "transactions.csv").read_text(encoding="utf-8-sig").splitlines()
    assert (len(lines), ",-9.99," in lines[1]) == (17, True)
    assert "'=Ana" in (folder / "owners.csv").read_text(encoding="utf-8-sig")
    assert (folder / "evidence").is_dir()
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o600}
    with pytest.raises(UsageError, match="not empty"):
        keeping.export_to(here, folder)
    assert len(keeping.export(here, owner="=Ana")["tables"]["transactions"]) == 8
