"""`unrenew demo` works anywhere, keeps nothing, and tells the same story every day."""

import json

from click.testing import CliRunner

from unrenew.cli import root


def test_the_same_story_every_day(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    first, second = (CliRunner().invoke(root, ["demo"]) for _ in range(2))
    assert first.exit_code == 0, first.output
    assert first.output == second.output
    assert list(tmp_path.iterdir()) == []


def test_json():
    result = CliRunner().invoke(root, ["demo", "--json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["streams"]
