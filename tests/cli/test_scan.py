"""`unrenew scan`: one JSON document as documented, plain words for people, exit status as promised."""

import json
from importlib.resources import files

import pytest
from click.testing import CliRunner

from unrenew.cli import root

SAMPLES = files("unrenew") / "samples"
OFX = str(SAMPLES / "us-card.qfx")
CAMT = str(SAMPLES / "girokonto.xml")
FILE_KEYS = {"path", "format", "encoding", "accounts", "transactions", "sums", "first_on", "last_on", "problems"}
STREAM_KEYS = {
    *("id", "owner", "accounts", "kind", "status", "provider", "name", "channel", "descriptor", "cadence", "amount"),
    *("currency", "yearly_cost", "first_on", "last_on", "next", "charges", "price_changes", "confidence", "why"),
}


def run(*args):
    return CliRunner().invoke(root, ["scan", *map(str, args), "--as-of", "2026-10-31"])


def test_json_is_one_document_as_documented():
    result = run(OFX, CAMT, "--json")
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert document["as_of"] == "2026-10-31"
    assert [set(file) for file in document["files"]] == [FILE_KEYS, FILE_KEYS]
    assert document["files"][0]["format"] == "ofx"
    assert all(set(stream) == STREAM_KEYS for stream in document["streams"])
    assert {stream["kind"] for stream in document["streams"]} <= {"subscription", "bill"}
    for stream in document["streams"]:
        assert isinstance(stream["amount"], str)
        assert {"id", "on", "amount", "role"} == set(stream["charges"][0])


def test_all_prints_the_other_kinds_too():
    document = json.loads(run(CAMT, "--json", "--all").stdout)
    assert {"rent", "income"} <= {stream["kind"] for stream in document["streams"]}


def test_the_same_file_twice_changes_nothing():
    once, twice = (json.loads(run(*paths, "--json").stdout)["streams"] for paths in ([OFX], [OFX, OFX]))
    assert once == twice


def test_the_table_adds_up_each_currency_by_itself():
    result = run(OFX, CAMT)
    assert "EUR a year" in result.stdout
    assert "USD a year" in result.stdout


def test_a_bad_file_beside_a_good_one(tmp_path):
    bad = tmp_path / "bad.ofx"
    bad.write_bytes(b"\x00\x01nothing")
    result = run(OFX, bad)
    assert result.exit_code == 1
    assert "bad.ofx" in result.stdout
    assert "Netflix" in result.stdout


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"hello world"])
def test_nothing_could_be_read(tmp_path, content):
    bad = tmp_path / "bad.csv"
    bad.write_bytes(content)
    result = run(bad)
    assert result.exit_code == 2
    assert "bad.csv" in result.output
    assert "Traceback" not in result.output


def test_a_folder_and_a_missing_file(tmp_path):
    for path in (tmp_path, tmp_path / "none.csv"):
        result = run(path)
        assert result.exit_code == 2
        assert "Traceback" not in result.output


def test_terminal_codes_in_a_file_stay_text(tmp_path):
    evil = tmp_path / "evil.ofx"
    text = (SAMPLES / "us-card.qfx").read_text(encoding="cp1252").replace("NETFLIX", "NET\x1b[31mFLIX")
    evil.write_text(text, encoding="cp1252")
    assert "\x1b" not in run(evil).stdout
