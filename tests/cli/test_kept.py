"""The commands over the person's data, as a person types them."""

import json

import pytest
from click.testing import CliRunner

from unrenew.cli import root
from unrenew.errors import LockedError, UnrenewError

CSV = "id,owner,account,booked,description,amount,currency\n" + "".join(
    f"n{month},,A,2026-{month:02}-05,FILMSTREAM 4711,-12.99,EUR\nm{month},,A,2026-{month:02}-09,MUSICBOX,-9.99,EUR\n"
    for month in range(1, 11)
)


@pytest.fixture
def call(tmp_path):
    def run(*words, status=0):
        result = CliRunner().invoke(root, [*words, "--home", str(tmp_path / "home"), "--as-of", "2026-10-31"])
        if isinstance(result.exception, UnrenewError):
            raise result.exception
        assert result.exit_code == status, result.output
        return json.loads(result.stdout) if "--json" in words else result.stdout

    return run


@pytest.fixture
def bank(tmp_path):
    path = tmp_path / "card.csv"
    path.write_text(CSV, encoding="utf-8")
    return str(path)


def test_add_and_list(call, bank):
    assert "No subscription is kept" in call("list")
    assert "20 new transactions (csv)" in call("add", bank)
    assert "known already, nothing changed" in call("add", bank)
    shown = call("list")
    assert "12.99 EUR" in shown
    assert "275.76 EUR a year" in shown
    assert "every month" in shown
    document = call("list", "--json")
    assert [stream["amount"] for stream in document["streams"]] == ["12.99", "9.99"]
    assert document["streams"][0]["decision"] is None
    assert {"id", "owner", "accounts", "kind", "status", "charges", "price_changes", "why"} <= document["streams"][
        0
    ].keys()


def test_what_cannot_be_read_is_said(call, tmp_path, bank):
    odd = tmp_path / "odd.pdf"
    odd.write_bytes(b"%PDF-1.7")
    assert "is a PDF" in call("add", str(odd), bank, status=1)
    assert call("add", "--json", str(odd), status=2)["files"][0]["outcome"] == "wrong"


def test_settling(call, bank):
    call("add", bank)
    assert call("confirm", "film", "--json")["streams"][0]["decision"] == "confirmed"
    call("dismiss", "music")
    assert [stream["amount"] for stream in call("list", "--json")["streams"]] == ["12.99"]
    assert len(call("list", "--json", "--all")["streams"]) == 2
    edited = call(
        "edit",
        "film",
        "--json",
        "--name",
        "Films",
        "--notice",
        "2 weeks",
        "--payers",
        "Ana 60%, Bo 40%",
        "--notes",
        "tv",
    )
    (stream,) = edited["streams"]
    assert (stream["name"], stream["notice"]["unit"], stream["payers"][0]["share"]) == ("Films", "weeks", "0.6")
    assert stream["cancel_by"] == "2026-11-20"
    shown = call("show", "Films")
    assert "Ana 60%, Bo 40%" in shown
    assert "2026-10-05" in shown
    call("edit", "Films", "--undo")
    assert call("show", "film", "--json")["streams"][0]["notes"] == ""
    with pytest.raises(UnrenewError, match="notice is not understood"):
        call("edit", "film", "--notice", "soon")
    with pytest.raises(UnrenewError, match="nothing to change"):
        call("edit", "film")


def test_writing_one_down(call):
    words = [
        "--amount",
        "19.9",
        "--currency",
        "eur",
        "--cadence",
        "monthly",
        "--started",
        "2026-01-31",
        "--minimum-term",
        "24",
    ]
    (stream,) = call("new", "Gym", "--json", *words, "--notice", "3 months to month end")["streams"]
    assert (stream["amount"], stream["currency"], stream["next"]["on"]) == ("19.90", "EUR", "2026-10-31")
    assert (stream["source"], stream["yearly_cost"], stream["cancel_by"]) == ("own", "238.80", "2027-10-31")


def test_a_last_day_to_cancel_that_is_over_gives_way_to_the_next(call):
    words = ["--amount", "10", "--currency", "eur", "--cadence", "annual", "--started", "2025-11-15"]
    (stream,) = call("new", "Box", "--json", *words, "--notice", "drei Monate")["streams"]
    assert (stream["next"]["on"], stream["cancel_by"]) == ("2026-11-15", "2027-08-14")


def test_out_and_back_and_gone(call, bank, tmp_path):
    call("add", bank)
    assert len(call("export", "--json")["tables"]["transactions"]) == 20
    call("export", str(tmp_path / "out"))
    assert "20 transactions" in call("backup", str(tmp_path / "all.zip"))
    with pytest.raises(UnrenewError, match="what is to be forgotten"):
        call("forget", "--yes")
    assert call("forget", "--everything", "--yes", "--json")["gone"]["transactions"] == 20
    assert not (tmp_path / "home").exists()
    assert call("restore", str(tmp_path / "all.zip"), "--json")["rows"]["transactions"] == 20
    assert "20 transactions" in call("forget", "--file", "card.csv", "--yes")
    assert "No subscription is kept" in call("list")


def test_nothing_is_asked_of_what_is_not_there(call, bank):
    """Before a person says yes to it being gone for good."""
    call("add", bank)
    with pytest.raises(UnrenewError, match=r"no file is called 'other.csv'. Known: .*card.csv"):
        call("forget", "--file", "other.csv")
    with pytest.raises(UnrenewError, match=r"nobody is called 'Kim' here. What is kept has no owner's name"):
        call("forget", "--owner", "Kim")
    with pytest.raises(UnrenewError, match="nobody is called 'Kim'"):
        call("list", "--owner", "Kim")


def test_a_question_needs_no_full_stop(call):
    with pytest.raises(UnrenewError) as stopped:
        call("forget")
    assert "forgotten? One of" in str(stopped.value)


def test_shares_are_of_one_whole(call):
    with pytest.raises(UnrenewError, match="more than 100 %"):
        call("new", "Box", "--payers", "Ana 60%, Bo 50%")


def test_what_was_not_encrypted_is_left_alone(call, bank):
    call("add", bank)
    assert "It was not encrypted" in call("encrypt", "--off")
    assert "20 new" not in call("add", bank)


def test_a_long_past_is_shown_by_its_end(call, tmp_path):
    path = tmp_path / "years.csv"
    days = [f"{year}-{month:02}-05" for year in (2025, 2026) for month in range(1, 11)]
    path.write_text("booked,description,amount,currency\n" + "".join(f"{day},FILMSTREAM,-12.99,EUR\n" for day in days))
    call("add", str(path))
    lines = call("show", "film").splitlines()
    assert "  the latest 12 of 20 charges (all of them with --json):" in lines
    assert [line.split()[0] for line in lines[-12:]] == days[-12:]
    assert all(len(line) <= 100 for line in lines), "running text is wrapped"


def test_a_passphrase_is_never_taken_from_a_pipe(call, bank):
    call("add", bank)
    with pytest.raises(LockedError, match="no terminal"):
        call("encrypt")


def test_what_is_due_names_its_case(call, bank):
    call("add", bank)
    call("cancel", "film")
    cases = {one["case"] for one in call("watch", "--json")["due"] if one["case"]}
    assert len(cases) == 1
    assert cases.pop().startswith("filmstream-")
