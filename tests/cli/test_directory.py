"""`provider`, `compare`, `facts check`, `facts import`, `--version`: for people and as JSON."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from unrenew.cli import root
from unrenew.facts import HERE, facts_version


def run(*words: str, home: Path | None = None) -> Result:
    return CliRunner().invoke(root, [*words, *(["--home", str(home)] if home else [])])


def asked(*words: str, home: Path | None = None):
    result = run(*words, "--json", home=home)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


DAY = ("--as-of", "2026-11-23")


def test_every_fact_shown_has_its_source_and_day(tmp_path: Path):
    known = asked("provider", "kaspersky", "--country", "HK", *DAY, home=tmp_path)
    shown = [
        fact for table in ("channels", "refunds", "contacts", "charges", "notes", "plans") for fact in known[table]
    ]
    assert len(shown) > 10
    assert all(fact["source"] and fact["seen"] and fact["evidence"] for fact in shown)
    assert known["refunds"][0]["days"] == 30
    assert known["refunds"][0]["regions"] == ["HK"]
    assert known["facts_of"] == facts_version()


def test_traps_and_common_knowledge_are_never_shown(tmp_path: Path):
    page = run("provider", "kaspersky", *DAY, home=tmp_path).output
    document = json.dumps(asked("provider", "kaspersky", *DAY, home=tmp_path))
    for text in (page, document):
        assert "kasperskynumbersupport" not in text
        assert "kaspersky.fr" not in text
        assert "hostile" not in text


def test_third_parties_are_labelled(tmp_path: Path):
    known = asked("provider", "netflix", *DAY, home=tmp_path)
    assert {fact["label"] for fact in known["channels"]} == {"says a third party, not confirmed"}
    assert "not confirmed" in run("provider", "netflix", *DAY, home=tmp_path).output


def test_facts_grow_old_and_are_hidden(tmp_path: Path):
    def standings(day: str) -> set[str]:
        return {one["standing"] for one in asked("provider", "bitdefender", "--as-of", day, home=tmp_path)["refunds"]}

    assert standings("2026-12-01") == {"shown"}
    assert standings("2027-03-22") == {"shown"}
    assert standings("2027-03-23") == {"old"}
    assert standings("2027-07-20") == {"old"}
    gone = asked("provider", "bitdefender", "--as-of", "2027-07-21", home=tmp_path)
    assert not gone["refunds"]
    assert gone["hidden"] > 0
    text = run("provider", "bitdefender", "--as-of", "2029-01-01", home=tmp_path).output
    assert "Too old to be shown: " in text
    assert "facts. See https://www.bitdefender.com/" in text


def test_a_us_customer_of_kaspersky_is_warned(tmp_path: Path):
    known = asked("provider", "kaspersky", "--country", "US", *DAY, home=tmp_path)
    assert "UltraAV" in known["warnings"][0]
    assert known["channels"][0]["id"] != "my-kaspersky"


def test_a_channel_is_picked_and_an_unknown_one_refused(tmp_path: Path):
    known = asked("provider", "kaspersky", "--channel", "reseller_nexway", "--country", "DE", *DAY, home=tmp_path)
    assert {one["id"] for one in known["channels"]} == {"my-kaspersky", "nexway-account"}
    result = run("provider", "kaspersky", "--channel", "spoon", home=tmp_path)
    assert "no channel 'spoon'" in str(result.exception)


def test_an_unknown_provider_gives_the_nearest_and_how_to_add_one(tmp_path: Path):
    done = subprocess.run(
        [sys.executable, "-m", "unrenew", "provider", "kaspersy", "--home", str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "Perhaps: kaspersky" in done.stderr
    assert "--facts FOLDER" in done.stderr
    assert "Traceback" not in done.stderr


def test_compare_gives_each_cell_its_source(tmp_path: Path):
    known = asked("compare", "kaspersky", "norton", "bitdefender", *DAY, home=tmp_path)
    rows = {row["point"]: row["cells"] for row in known["rows"]}
    assert [cell["text"] for cell in rows["refund after a renewal"]] == ["30 days", "60 days", "30 days"]
    assert all("source" in cell or cell["text"] == "not known" for cells in rows.values() for cell in cells)
    text = run("compare", "kaspersky", "norton", *DAY, home=tmp_path).output
    assert "60 days" in text
    assert "support.norton.com" in text


def test_one_name_is_compared_with_its_kind(tmp_path: Path):
    known = asked("compare", "kaspersky", *DAY, home=tmp_path)
    assert len(known["providers"]) > 10


def test_facts_check_is_green_and_says_what_is_stale(tmp_path: Path):
    report = asked("facts", "check", *DAY, home=tmp_path)
    assert report["problems"] == []
    assert report["missing"]
    assert report["rules"] > 10
    later = asked("facts", "check", "--as-of", "2029-01-01", home=tmp_path)
    assert len(later["stale"]) > len(report["stale"])
    assert {row["standing"] for row in later["stale"]} == {"hidden"} | {"old"}


def test_ones_own_facts_are_shown_as_ones_own(tmp_path: Path):
    own = tmp_path / "own"
    own.mkdir()
    text = (HERE / "providers" / "ultraav.toml").read_text("utf-8").split("[[domains]]")[0]
    text += '[[refunds]]\nscope = "any"\ndays = 21\ntext = "told by chat"\n'
    text += 'source = "https://ultraav.com/x"\nevidence = "third-party"\n'
    (own / "ultraav.toml").write_text(text, "utf-8")
    known = asked("provider", "ultraav", "--facts", str(own), *DAY, home=tmp_path)
    assert [(one["days"], one["label"], one["origin"]) for one in known["refunds"]] == [(21, "your own", "user")]


def test_a_poisoned_file_of_ones_own_is_said_and_the_rest_works(tmp_path: Path):
    (tmp_path / "acme.toml").write_text("id = 3", "utf-8")
    result = run("provider", "norton", "--facts", str(tmp_path), "--json", *DAY, home=tmp_path)
    assert result.exit_code == 1
    assert json.loads(result.stdout)["problems"][0]["where"].startswith("acme.toml")


def test_open_data_is_a_layer_of_its_own(tmp_path: Path):
    sites = [
        {
            "name": "Netflix",
            "url": "https://www.netflix.com/x",
            "difficulty": "hard",
            "notes": "Ask.",
            "domains": ["netflix.com"],
        }
    ]
    companies = [
        {"slug": "norton", "name": "Norton", "web": "https://us.norton.com", "phone": "+1 202 555 0123", "sources": []}
    ]
    for name, rows in (("sites.json", sites), ("companies.json", companies)):
        (tmp_path / name).write_text(json.dumps(rows), "utf-8")
        assert asked("facts", "import", str(tmp_path / name), home=tmp_path / "home")["entries"] == 1
    known = asked("provider", "netflix", *DAY, home=tmp_path / "home")
    assert known["elsewhere"][0]["label"] == "from JustDeleteMe, not checked"
    norton = asked("provider", "norton", *DAY, home=tmp_path / "home")
    assert [one["label"] for one in norton["elsewhere"]] == ["from Datenanfragen, not checked"]
    assert "202 555" not in json.dumps(norton)


@pytest.mark.parametrize("text", ["", "{", "[]", "[1]", '{"a": 1}', '[{"name": 3}]'])
def test_files_of_other_forms_are_refused(tmp_path: Path, text: str):
    (tmp_path / "x.json").write_text(text, "utf-8")
    result = run("facts", "import", str(tmp_path / "x.json"), home=tmp_path)
    assert result.exit_code == 0 if text == "[]" else result.exception is not None


def test_version_says_both():
    assert run("--version").output.strip().endswith(f"facts of {facts_version()}")


def test_provider_loads_nothing_heavy(tmp_path: Path):
    script = (
        "import sys; from unrenew.cli import root\n"
        f"try: root(['provider', 'kaspersky', '--home', {str(tmp_path)!r}])\n"
        "except SystemExit: pass\n"
        "heavy = {'polars', 'rich', 'publicsuffixlist', 'phonenumbers', 'urllib.request', 'selectolax', 'idna'}\n"
        "print(heavy & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, text=True)
    assert done.stderr.strip() == "set()"
