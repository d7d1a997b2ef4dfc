"""`unrenew cancel` and `unrenew case` as people and programs call them."""

import json

import pytest
from click.testing import CliRunner

from unrenew.cli import root
from unrenew.errors import UnrenewError


@pytest.fixture
def call(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(*words, code=0):
        result = CliRunner().invoke(root, [*words], env={"UNRENEW_HOME": str(tmp_path / "home")})
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            assert isinstance(result.exception, UnrenewError), result.exception
            assert code == 2, result.exception
            return str(result.exception)
        assert result.exit_code == code, result.output
        return result.output

    return run


def test_from_the_decision_to_the_proof(call, tmp_path):
    day = ("--as-of", "2026-11-22")
    opened = json.loads(call("cancel", "Kaspersky", "--country", "DE", "--order-number", "2A1", "--json", *day))
    case = opened["id"]
    assert opened["guidance"]["question"]
    assert opened["facts"] == {"order_number": "2A1"}
    told = call("cancel", "Kaspersky", "--country", "DE", "--channel", "my-kaspersky", *day)
    assert "https://my.kaspersky.com/" in told
    for _ in range(5):
        call("case", case, "done", *day)
    shown = json.loads(call("case", case, "--json", *day))
    assert shown["state"] == "asked"
    assert shown["due"][0]["what"] == "wait_for_answer"
    call("case", case, "reference", "T-1001", "--of", "Nexway", *day)
    call("case", case, "note", "called them", "--fact", "account_email=a@example.org", *day)
    assert "active until 2026-12-20" in call("case", case, "status", "off", "--until", "2026-12-20", *day)
    (tmp_path / "chat.txt").write_text("It is off.", encoding="utf-8")
    assert "Sealed as item 1: chat.txt" in call("case", case, "attach", "chat.txt", *day)
    text = call("case", case, "letter", "confirm", "--name", "Erika M", "--language", "en", *day)
    assert "20 December 2026" in text or "December 20, 2026" in text
    made = json.loads(call("case", case, "dossier", "--json", *day))
    assert (tmp_path / f"dossier-{case}" / "dossier.pdf").read_bytes().startswith(b"%PDF")
    assert "evidence/001-chat.txt" in made["files"]
    assert "Whole" in call("case", case, "verify")
    assert "closed" in call("case", case, "close", "done", *day)
    assert case in call("case")
    assert json.loads(call("case", "--json"))[0]["state"] == "closed"
    assert "the renewal is off" in call("case", case, "reopen", *day)


def test_letters_go_into_files(call, tmp_path):
    call("cancel", "Netflix", "--channel", "web-account", "--country", "US", "--as-of", "2026-11-22")
    call(
        "case", "netflix", "letter", "--to", "eml", "--name", "Jo Doe", "--email", "jo@example.org", "--output", "a.eml"
    )
    assert (tmp_path / "a.eml").read_bytes().startswith(b"X-Unsent: 1")
    address = ("--address", "1 Example St; Springfield", "--to-address", "2 Example St; Town")
    call("case", "netflix", "letter", "cancel", "--to", "pdf", *address, "--output", "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    said = json.loads(call("case", "netflix", "letter", "cancel", "--form", "chat", "--json"))
    assert said["form"] == "chat"


def test_plain_words_and_status_2(call, tmp_path):
    assert "no case 'x'" in call("case", "x", code=2)
    assert "no subscription is called" in call("cancel", "nothing-at-all", code=2)
    call("cancel", "Netflix", "--as-of", "2026-11-22")
    assert "future" in call("case", "netflix", "note", "x", "--on", "2027-01-01", "--as-of", "2026-11-22", code=2)
    assert "cannot happen" in call("case", "netflix", "refused", "no", code=2)
    assert "--charged-on" in call("case", "netflix", "letter", "refund", "--name", "J", code=2)
    assert "nothing to note" in call("case", "netflix", "note", code=2)
    assert "above zero" in call("case", "netflix", "charged", "0", code=2)
    assert "NAME=VALUE" in call("case", "netflix", "note", "--fact", "x", code=2)


def test_tampering_is_status_1(call, tmp_path):
    call("cancel", "Netflix", "--as-of", "2026-11-22")
    (tmp_path / "x.txt").write_text("x", encoding="utf-8")
    call("case", "netflix", "attach", "x.txt")
    [path] = [path for path in (tmp_path / "home" / "evidence").rglob("*") if path.is_file()]
    path.write_bytes(b"y")
    assert "changed" in call("case", "netflix", "verify", code=1)
    assert json.loads(call("case", "netflix", "verify", "--json", code=1))["whole"] is False


def test_options_before_and_after_the_id(call):
    call("cancel", "Netflix", "--as-of", "2026-11-22")
    before = json.loads(call("case", "--json", "--as-of", "2026-11-22", "netflix"))
    after = json.loads(call("case", "netflix", "show", "--json", "--as-of", "2026-11-22"))
    assert before == after


COMMANDS = """show done note channel sent status refused charged refund reference close reopen attach verify letter
dossier"""


@pytest.mark.parametrize("command", COMMANDS.split())
def test_every_command_has_an_example(command):
    output = CliRunner().invoke(root, ["case", "ID", command, "--help"]).output
    assert "Example: unrenew case" in output
