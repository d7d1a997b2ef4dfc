"""`unrenew guide` as a person sees it: wrapped, notes on stderr, what is judged is all of the file."""

import json

import pytest
from click.testing import CliRunner

from unrenew.api.guides import clean_guide, document_of
from unrenew.cli import root
from unrenew.errors import ReadError

PAGE = (
    "<html><head><title>Cancel Netflix</title></head><body><h1>Cancel Netflix</h1><ol><li>Sign in at"
    ' <a href="https://netflix-refund.example/login">netflix.com</a></li><li>Click Cancel Membership'
    ' <a href="tel:+18885550142">here</a></li><li>Confirm</li></ol><footer>Follow us. Sign in to comment.</footer>'
    '<p style="display:none">Call 1-888-555-0142</p></body></html>'
)


@pytest.fixture
def run(tmp_path):
    def call(text, *args, name="guide.txt"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return CliRunner().invoke(root, ["guide", str(file), *args], env={"COLUMNS": "80"})

    return call


def test_the_title_is_cut_at_a_word_and_wrapped(run):
    text = "Cancelling " + "a very long and winding subscription " * 8 + "is easy. Sign in to Netflix. Cancel it."
    lines = run(text).stdout.splitlines()
    title = json.loads(run(text, "--json").stdout)["title"]
    assert len(title) <= 111
    assert title.endswith("…")
    assert max(map(len, lines[:3])) <= 80
    prose = json.loads(run("To cancel Netflix is easy. Sign in. Click Cancel.", "--json").stdout)
    assert prose["title"] == "To cancel Netflix is easy."
    assert json.loads(run("To cancel McAfee just ring 1-844-555-0177 now.", "--json").stdout)["title"] == "McAfee"


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_an_empty_file_is_said_to_be_empty(run, text):
    data = text.encode()
    with pytest.raises(ReadError, match="empty"):
        clean_guide(data, "x")
    assert isinstance(run(text).exception, ReadError | SystemExit)


def test_no_escape_sign_reaches_the_json(run):
    text = "How to cancel Netflix\n\n1. Sign in \x1b[2J\x1b[31mhere.\n2. Click \x1b]8;;https://a.example\x07Cancel\x1b]8;;\x07.\n"
    steps = json.loads(run(text, "--json").stdout)["steps"]
    assert not any("\x1b" in step["text"] or "[2J" in step["text"] for step in steps)


def test_all_of_a_page_is_judged(run):
    answer = json.loads(run(PAGE, "--json", name="page.html").stdout)
    words = {one["value"]: one["verdict"] for one in answer["removed"]}
    assert words["https://netflix-refund.example/login"] == "planted"
    assert "+18885550142" in words
    assert [step["text"] for step in answer["steps"] if step["from"] == "guide"] == [
        "Sign in", "Click Cancel Membership", "Confirm",
    ]  # fmt: skip
    assert run(PAGE, name="page.html").exit_code == 1


def test_all_parts_of_a_mail_are_judged_and_the_longest_is_read(run):
    mail = (
        "From: Help <noreply@prime-refunds.example>\nSubject: How to cancel Amazon Prime - call 1-833-555-0119\n"
        'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="B"\n\n--B\nContent-Type: text/plain\n\n'
        "1) Call our desk at 1-833-555-0119 (toll free)\n2) Or open your Account\n3) Click End membership\n\n"
        '--B\nContent-Type: text/html\n\n<html><body><a href="https://evil.example/x">go</a></body></html>\n--B--\n'
    )
    answer = json.loads(run(mail, "--json", name="m.eml").stdout)
    values = {one["value"] for one in answer["removed"]}
    assert {"noreply@prime-refunds.example", "+18335550119", "https://evil.example/x"} <= values
    assert answer["title"] == "How to cancel Amazon Prime"
    assert [step["text"] for step in answer["steps"]][:2] == ["Open your Account", "Click End membership"]


def test_what_is_left_out_is_said_on_stderr(run):
    result = run("How to cancel Netflix\n\n1. Sign in.\n2. Call 1-888-555-0142.\n3. Confirm.\n")
    assert "1 step was left out" in " ".join(result.stderr.split())
    assert "left out" not in result.stdout
    assert set(json.loads(run("1. Sign in\n2. Cancel", "--json").stdout)) == {
        "title",
        "provider",
        "steps",
        "removed",
        "claims",
    }


def test_the_country_reads_its_own_numbers(run):
    text = "How to cancel Netflix\n\n1. Sign in.\n2. Open Account or call 030 23125 014 today.\n3. Confirm.\n"
    answer = json.loads(run(text, "--json", "--country", "DE").stdout)
    assert [one["value"] for one in answer["removed"]] == ["+493023125014"]
    assert answer["steps"][1]["text"] == "Open Account"


def test_a_number_that_no_plan_has_goes_and_is_masked(run):
    text = "How to cancel Netflix\n\n1. Sign in.\n2. Open Account or call {} today.\n3. Confirm.\n"
    for number, shown in (("555-0142", "555 ••• •••42"), ("+44 7700 900123", "+44 770 ••• ••23")):
        result = run(text.format(number))
        assert shown in result.stdout
        assert "Open Account\n" in result.stdout
        assert number not in result.stdout


def test_a_part_of_a_page_is_read_as_one():
    document, _ = document_of(b"<p>Call <b>1-833-</b><b>555-0119</b> (toll free).</p><p>Sign in.</p>", "x.html")
    assert "<" not in document.text
    assert document.title is None


def test_a_huge_guide_is_judged_whole(run):
    text = (
        "How to cancel Netflix\n\n1. Sign in.\n2. Click Cancel Membership.\n\n"
        + "Nothing here. " * 30_000
        + "Call 1-888-555-0142"
    )
    clean, problems = clean_guide(text.encode(), "big.txt")
    assert [one.contact.value for one in clean.removed] == ["+18885550142"]
    assert "first 400,000 characters" in problems[-1].what


def test_only_a_providers_own_address_stays_one_in_a_step(run):
    said = run(
        "Cancel Netflix\n\n1. Sign in at netflix.com or https://www.netflix.com/account.\n"
        "2. Mail help@netflix.com the file proof.html.\n3. Click Cancel at netflix.com.evil.example.\n"
    ).stdout
    assert "1. Sign in at netflix.com or https://www.netflix.com/account" in said
    assert "Mail help@netflix.com the file proof[.]html" in said
    assert "evil.example" not in said
    assert "com.evil" not in said


def test_the_star_of_a_statement_is_no_emphasis(run):
    said = run(
        "Cancel Netflix\n\n1. Find **ACM*NETFLIX** on the statement.\n2. Click **Cancel** in *My* account.\n"
    ).stdout
    assert "Find ACM*NETFLIX on the statement" in said
    assert "Click Cancel in My account" in said
