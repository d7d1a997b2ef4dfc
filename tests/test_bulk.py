import json
from datetime import date, timedelta

import polars as pl
import pytest
from click.testing import CliRunner

from unrenew.bulk import columns_of_interface, find_in_parts, read_table
from unrenew.cli import root
from unrenew.errors import UsageError

HEADER = "tx_id,person,account,booked,description,amount,currency\n"


@pytest.fixture
def csv(tmp_path):
    lines = []
    for owner in ("ann", "ben"):
        for number in range(12):
            day = date(2025, 1, 12) + timedelta(days=30 * number)
            lines.append(f"{owner}{number},{owner},{owner}1,{day},NETFLIX.COM {number}{number}77,-12.99,EUR\n")
    path = tmp_path / "in.csv"
    path.write_text(HEADER + "".join(lines), encoding="utf-8")
    return path


def run(*words):
    return CliRunner().invoke(root, ["bulk", "find", *map(str, words), "--as-of", "2026-01-10"], catch_exceptions=False)


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_one_row_a_stream(csv, tmp_path, suffix):
    out = tmp_path / f"out.{suffix}"
    assert run(csv, out).exit_code == 0
    found = {"csv": pl.read_csv, "jsonl": pl.read_ndjson, "parquet": pl.read_parquet}[suffix](out)
    assert found["owner"].to_list() == ["ann", "ben"]
    assert found["cadence"].unique().to_list() == ["thirty_days"]
    assert [float(amount) for amount in found["amount"]] == [12.99, 12.99]


def test_json_is_one_document(csv, tmp_path):
    document = json.loads(run(csv, tmp_path / "out.parquet", "--json").stdout)
    assert document["as_of"] == "2026-01-10"
    assert [stream["owner"] for stream in document["streams"]] == ["ann", "ben"]
    assert {charge["id"] for charge in document["streams"][0]["charges"]} == {f"ann{n}" for n in range(12)}


def test_rows_without_a_day_are_told(csv, tmp_path):
    csv.write_text(csv.read_text(encoding="utf-8") + "x,ann,ann1,,NOTHING,-1.00,EUR\n", encoding="utf-8")
    result = run(csv, tmp_path / "out.parquet")
    assert result.exit_code == 1
    assert "Left out: 1 row without a day or an amount." in result.output


def test_a_folder_is_one_table(csv, tmp_path):
    folder = tmp_path / "parts"
    folder.mkdir()
    table, _ = read_table(csv)
    table.filter(pl.col("owner") == "ann").write_parquet(folder / "a.parquet")
    table.filter(pl.col("owner") == "ben").write_parquet(folder / "b.parquet")
    assert read_table(folder)[0].equals(table)


def test_parts_change_nothing(csv, monkeypatch):
    table, _ = read_table(csv)
    whole = pl.concat(find_in_parts(table, today=date(2026, 1, 10))).sort("owner", "id")
    monkeypatch.setattr("unrenew.bulk.ROWS_AT_ONCE", 5)
    parts = pl.concat(find_in_parts(table, today=date(2026, 1, 10))).sort("owner", "id")
    assert columns_of_interface(parts).equals(columns_of_interface(whole))


def test_missing_column(tmp_path):
    path = tmp_path / "in.csv"
    path.write_text("id,amount\n1,2\n", encoding="utf-8")
    with pytest.raises(UsageError, match="booked_on is missing"):
        read_table(path)


def test_spark_is_not_there_yet(csv, tmp_path):
    with pytest.raises(UsageError, match="not there yet"):
        run(csv, tmp_path / "out.parquet", "--engine", "spark")
