"""`unrenew cancel` and `unrenew case` as people and programs call them."""

import contextlib
import json
import sqlite3

import click
import pytest
from click.testing import CliRunner

from unrenew.cli import root
from unrenew.cli.cases import _country as country_of
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
    with contextlib.closing(sqlite3.connect(tmp_path / "home" / "unrenew.db")) as database, database:
        database.execute("UPDATE events SET body = replace(body, 'Netflix', 'Netflux') WHERE seq = 1")
    told = call("case", "netflix", "verify", code=1)
    assert told.splitlines()[0].startswith("case netflix-"), told


@pytest.mark.parametrize("said", ["1", "Germany", "D1", "ÄÖ"])
def test_what_is_no_country_is_asked_again(said):
    with pytest.raises(click.UsageError, match="is no country"):
        country_of(said)
    assert country_of(" de ") == "DE"
    assert country_of("") == ""


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


DAY = ("--as-of", "2026-11-22")


def too_wide(text):
    """Lines wider than a terminal, but for an address or a command that must stay in one piece."""
    return [line for line in text.splitlines() if len(line) > 80 and "https://" not in line and "unrenew" not in line]


@pytest.mark.parametrize("provider", ["Kaspersky", "Netflix", "Spotify", "Norton", "Adobe", "Amazon Prime"])
@pytest.mark.parametrize("country", ["DE", "US", "GB", "FR"])
def test_nothing_is_wider_than_a_terminal(call, provider, country):
    text = call("cancel", provider, "--country", country, *DAY)
    assert not too_wide(text)
    assert "Money and rights in" in text
    assert not too_wide(call("case", *DAY))


def test_what_was_written_down_is_said_in_one_line(call):
    case = json.loads(call("cancel", "Netflix", "--channel", "web-account", "--json", *DAY))["id"]
    assert call("case", case, "reference", "T-1", "--of", "Netflix", *DAY).startswith("Reference of Netflix: T-1.\n")
    told = call("case", case, "done", *DAY)
    assert told.startswith("Step done: “Sign in, open Account”.\n")
    assert "next: 2 " in told
    assert "Worth knowing" not in told
    assert call("case", case, "note", "they were kind", *DAY).startswith("Note: they were kind\n")
    assert call("case", case, "close", "done", *DAY).startswith("Case closed: done\n")
    assert "Steps" in call("cancel", "Netflix", "--channel", "web-account", *DAY)


def test_where_one_lives_is_said_once(call):
    assert "depend on where you live" in call("cancel", "Netflix", *DAY)
    assert "Money and rights in FR" in call("case", "netflix", "--country", "FR", *DAY)
    assert "Money and rights in FR" in call("case", "netflix", *DAY)
    assert "Money and rights in FR" in call("cancel", "Spotify", *DAY)
    assert "Money and rights in US" in call("cancel", "Adobe", "--country", "US", *DAY)
    assert "Money and rights in FR" in call("case", "netflix", *DAY), "each case keeps its own"
    assert "is no country" in call("case", "netflix", "note", "--fact", "country=Germany", code=2)
    text = call("case", "netflix", "letter", "cancel", "--name", "Jo", *DAY)
    assert "Madame, Monsieur" in text


def test_a_payment_service_is_ended_beside_the_contract(call):
    told = call("cancel", "Spotify", "--channel", "paypal", "--country", "DE", *DAY)
    assert "end the permission" in told
    assert "https://www.paypal.com/" in told


@pytest.mark.parametrize("words", [("status", ""), ("refused", " "), ("reference", ""), ("refused", "", "--refund")])
def test_what_is_written_down_has_words(call, words):
    call("cancel", "Netflix", "--channel", "web-account", *DAY)
    call("case", "netflix", "sent", "refund", *DAY)
    assert "the words are missing" in call("case", "netflix", *words, *DAY, code=2)


def test_a_command_that_is_none_is_named_with_those_that_are(call):
    call("cancel", "Netflix", "--channel", "web-account", *DAY)
    told = call("case", "netflix", "skip", *DAY, code=2)
    assert "No such command 'skip'" in told
    assert "reopen" in told


def test_a_command_that_is_shown_can_be_typed(call):
    """No typographic marks, which a shell takes as they are."""
    call("cancel", "Netflix", "--channel", "web-account", *DAY)
    told = call("case", "netflix", "sent", *DAY)
    assert "unrenew case" in told
    assert not [line for line in told.splitlines() if "unrenew case" in line and set("“”„‘’«»") & set(line)]


@pytest.mark.parametrize(
    ("until", "state", "doubt"),
    [
        ("2026-12-20", "confirmed", ""),
        ("2026-11-22", "confirmed", ""),
        ("2026-11-21", "ended", "has passed"),
        ("2062-12-20", "confirmed", "three years"),
    ],
)
def test_an_end_that_may_be_a_slip_is_kept_and_doubted(call, until, state, doubt):
    call("cancel", "Netflix", "--channel", "web-account", *DAY)
    told = call("case", "netflix", "status", "off", "--until", until, *DAY)
    assert doubt in told
    assert ("is a slip" in told) == bool(doubt)
    assert json.loads(call("case", "netflix", "--json", *DAY))["state"] == state
