"""SIGKILL while adding and sealing: nothing lost, nothing twice, nothing half. `bench store` does it 200 times."""

import sys
from pathlib import Path

import pytest

from unrenew.store.folders import write_about

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from bench.kills import run


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_killed_at_any_moment(kind, tmp_path, request):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    if kind == "postgres":
        write_about(home, {"database": request.getfixturevalue("database_url")})
    found = run(home, 5)
    assert {name: found[name] for name in ("lost", "twice", "half", "kills")} == {
        "lost": 0,
        "twice": 0,
        "half": 0,
        "kills": 5,
    }
    assert found["statements"] > 0
    assert found["items"] > 0
