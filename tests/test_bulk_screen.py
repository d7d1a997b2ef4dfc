import json

import polars as pl
import pytest
from click.testing import CliRunner

from unrenew.api.guides import directory_of
from unrenew.bulk import read_texts, screen_table
from unrenew.cli import root
from unrenew.errors import UsageError

SPAM = "How to cancel support number 1→855(555)→0142\n" + "You can call 1→855(555)→0142 the plan now. " * 4
TEXTS = [("b", "Nothing here."), ("a", SPAM), ("c", "Write to a@example.com or call +1 202 555 0142."), ("d", SPAM)]


def table():
    return pl.DataFrame(TEXTS, schema=["id", "text"], orient="row")


def write(folder, suffix):
    path = folder / f"in.{suffix}"
    kind = {"csv": table().write_csv, "jsonl": table().write_ndjson, "parquet": table().write_parquet}[suffix]
    kind(path)
    return path


def run(*words):
    return CliRunner().invoke(root, ["bulk", "screen", *map(str, words)], catch_exceptions=False)


@pytest.mark.parametrize("suffix", ["csv", "jsonl", "parquet"])
def test_one_row_a_text_in_the_order_given(tmp_path, suffix):
    out = tmp_path / f"out.{suffix}"
    result = run(write(tmp_path, suffix), out, "--json")
    assert result.exit_code == 1  # planted contacts
    assert json.loads(result.stdout)["with_planted"] == 2
    found = {"csv": pl.read_csv, "jsonl": pl.read_ndjson, "parquet": pl.read_parquet}[suffix](out)
    assert found["id"].to_list() == ["b", "a", "c", "d"]
    numbers = [json.loads(each) if isinstance(each, str) else list(each) for each in found["numbers"]]
    assert numbers == [[], ["+18555550142"], ["+12025550142"], ["+18555550142"]]


def test_the_rows_are_those_of_screen_lines(tmp_path):
    out = tmp_path / "out.jsonl"
    run(write(tmp_path, "parquet"), out)
    lines = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in TEXTS)
    wanted = CliRunner().invoke(root, ["screen", "--lines"], input=lines, catch_exceptions=False).stdout
    assert [json.loads(each) for each in out.read_text().splitlines()] == list(map(json.loads, wanted.splitlines()))


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_rows_are_the_same_however_parted(size):
    whole = screen_table(table(), directory_of())
    parts = pl.concat([screen_table(part, directory_of()) for part in table().iter_slices(size)])
    assert parts.equals(whole)


def test_a_folder_is_one_table_and_ids_are_made(tmp_path):
    (tmp_path / "in").mkdir()
    for number, (_, text) in enumerate(TEXTS):
        pl.DataFrame({"text": [text]}).write_ndjson(tmp_path / "in" / f"{number}.JSONL")
    texts = read_texts(tmp_path / "in")
    assert texts["id"].to_list() == ["1", "2", "3", "4"]
    assert texts["text"].to_list() == [text for _, text in TEXTS]


def test_no_text_no_contacts():
    none = pl.DataFrame({"id": ["x"], "text": [None]}, schema={"id": pl.String, "text": pl.String})
    found = screen_table(none, directory_of())
    assert found["contacts"].to_list() == [[]]
    assert screen_table(table().clear(), directory_of()).height == 0


def test_a_table_without_texts_is_told(tmp_path):
    path = tmp_path / "in.csv"
    path.write_text("id,words\n1,x\n", encoding="utf-8")
    with pytest.raises(UsageError, match="text is missing"):
        read_texts(path)
