import json

import pytest
from click.testing import CliRunner

from unrenew.api.rights import list_rules
from unrenew.cli import root
from unrenew.facts.wordings import available_languages, load_wording

CASE = {
    "id": "a", "country": "DE", "consumer": True, "channel": "provider_web", "purchased_on": "2026-11-07",
    "supply": "digital_service", "withdrawal_info_given": True,
    "plan": {"price": 59.99, "currency": "EUR", "term_months": 12},
}  # fmt: skip
KEYS = {
    "rule", "version", "kind", "status", "deadline", "act_by", "amount", "currency", "free_from", "refund_due_by",
    "missing", "action", "citations", "why",
}  # fmt: skip


def run(*arguments, text=""):
    return CliRunner().invoke(root, ["rights", "--as-of", "2026-11-22", *arguments], input=text)


def test_one_object():
    result = run("--facts", "-", "--json", text=json.dumps(CASE))
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    remedy = next(r for r in found["remedies"] if r["rule"] == "eu.withdrawal")
    assert found["id"] == "a"
    assert set(remedy) >= KEYS
    assert set(remedy["action"]) == {"to", "form", "template", "proof", "warn"}
    assert set(remedy["citations"][0]) == {"cite", "url", "checked"}
    assert (remedy["status"], remedy["deadline"], remedy["amount"]) == ("open", "2026-11-23", "59.99")


def test_for_people():
    result = run("--facts", "-", text=json.dumps(CASE))
    assert "last day 2026-11-23" in result.stdout
    assert "59.99 EUR" in result.stdout
    assert "not legal advice" in result.stdout
    assert "http://data.europa.eu/eli/dir/2011/83/oj" in result.stdout


def test_in_german():
    result = run("--facts", "-", "--language", "de-AT", text=json.dumps(CASE))
    assert "Online-Vertrag widerrufen" in result.stdout
    assert "keine Rechtsberatung" in result.stdout


def test_lines(tmp_path):
    file = tmp_path / "cases.jsonl"
    file.write_text("\n".join([json.dumps(CASE), json.dumps(CASE | {"id": "b", "charged_on": "2026-02-30"})]))
    result = run("--lines", "--facts", str(file))
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [answer["id"] for answer in answers] == ["a", "b"]
    assert "charged_on" in answers[1]["error"]
    assert answers[0]["remedies"]


def test_lines_from_standard_input():
    result = run("--lines", text=json.dumps(CASE))
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == "a"


@pytest.mark.parametrize("text", ["", "{", '{"contry": "DE"}', '{"purchased_on": "2026-02-30"}'])
def test_bad_input_is_one_line_and_no_answer(text):
    result = run("--facts", "-", "--json", text=text)
    assert result.exit_code != 0
    assert result.stdout == ""


def test_the_rules():
    listed = CliRunner().invoke(root, ["rules", "list", "--json"])
    assert {rule["id"] for rule in json.loads(listed.stdout)} >= {"eu.withdrawal", "provider.guarantee"}
    shown = CliRunner().invoke(root, ["rules", "show", "de.309_9"])
    assert "before 2022-03-01" in shown.stdout
    assert "needs: plan.term_months at most 24 (" in shown.stdout
    assert "until: original_term_end less 1 months (" in shown.stdout
    assert CliRunner().invoke(root, ["rules", "show", "no.such_rule"]).exit_code != 0


@pytest.mark.parametrize("arguments", [["list"], *(["show", rule] for rule in sorted({r.id for r in list_rules()}))])
def test_rules_fit_eighty_columns(arguments, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    shown = CliRunner().invoke(root, ["rules", *arguments]).stdout
    assert shown
    assert not [line for line in shown.splitlines() if len(line) > 80 and "http" not in line]


@pytest.mark.parametrize("language", sorted(available_languages()))
def test_every_rule_is_explained_in_every_language(language):
    words, english = load_wording(language), load_wording("en")
    assert set(words.rule) == {rule.id for rule in list_rules()}
    assert set(words.ui) == set(english.ui)
    assert set(words.question) == set(english.question)
