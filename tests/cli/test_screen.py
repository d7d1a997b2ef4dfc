"""`unrenew screen`: lines in the order given, masked tables, and an exit status for moderators."""

import json
import re

from click.testing import CliRunner

from unrenew.api.guides import directory_of
from unrenew.cli import root
from unrenew.cli.contacts import safe, unlinked

SPAM = "How to cancel? {Support Number}\n\n" + "Sign in ***📞 1→855(555)→0142 to your account. " * 4


def run(*args, text=""):
    return CliRunner().invoke(root, ["screen", *args], input=text)


def test_lines_keep_order_and_ids():
    rows = [{"id": 7, "text": "call 1-855-555-0142"}, {"id": "x", "text": "nothing"}, {"text": SPAM}]
    result = run("--lines", text="\n".join(json.dumps(row) for row in rows))
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [7, "x", None]
    assert answers[0]["numbers"] == ["+18555550142"]
    assert answers[1] == {"id": "x", "numbers": [], "planted": [], "contacts": [], "hostile": 0.0}
    assert answers[2]["planted"] == ["+18555550142"]
    start, end = answers[2]["contacts"][0]["spans"][0]
    assert SPAM[start:end] == "1→855(555)→0142"
    assert result.exit_code == 0


def test_a_bad_line_is_answered_and_named():
    result = run("--lines", text='{"id": 1}\nnonsense\n{"id": 2, "text": "x"}\n')
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [None, None, 2]
    assert "line 2" in result.stderr
    assert result.exit_code == 1


def test_exit_status_for_moderators(tmp_path):
    assert run("-", text=SPAM).exit_code == 1
    assert run("-", text="Thanks, that helped.").exit_code == 0
    assert run(str(tmp_path / "none.txt")).exit_code == 2


def test_table_masks_and_reveals():
    assert "+1 855 ••• ••42" in run("-", text=SPAM).stdout
    assert "+18555550142" not in run("-", text=SPAM).stdout
    assert "+18555550142" in run("-", "--reveal", text=SPAM).stdout


def test_nothing_but_official_is_clickable():
    text = "See https://evil.example/pay, me@evil.example and https://my.kaspersky.com/ \x1b[31mred"
    output = run("-", text=text).stdout
    assert "https://my.kaspersky.com" in output
    assert "https://evil" not in output
    assert "@evil" not in output
    assert "\x1b" not in output


def test_region():
    assert json.loads(run("-", "--json", "--region", "de", text="Tel 030 23125 014").stdout)["numbers"] == [
        "+493023125014"
    ]
    assert run("-", "--region", "QQ", text="x").exception is not None


def test_words_for_terminals():
    assert safe("a\x1b]8;;http://x\x07\u202eb") == "a�]8;;http://x��b"
    assert unlinked("https://a.example/b") == "hxxps[:]//a[.]example/b"


def test_a_guide_prints_links_to_providers_pages_alone(tmp_path):
    """Sources that are newspapers or third parties are named, but no terminal makes them clickable."""
    text = "How to cancel Kaspersky\n1. Bought from Digital River? Use their customer portal.\n2. Turn off renewal.\n"
    (tmp_path / "guide.txt").write_text(text)
    shown = CliRunner().invoke(root, ["guide", str(tmp_path / "guide.txt")]).output
    hosts = set(re.findall(r"https?://([^/\s,]+)", shown))
    directory = directory_of()
    assert hosts
    assert all(directory.owner_of_domain(host) for host in hosts)
    assert "hxxps[:]//" in shown


def test_json_is_one_object_for_one_file_and_a_list_for_several(tmp_path):
    one, gone = tmp_path / "one.txt", tmp_path / "gone.txt"
    one.write_text("call 1-855-555-0142")
    assert json.loads(run(str(one), "--json").stdout)["numbers"] == ["+18555550142"]
    for names in ((str(one), str(one)), (str(one), str(gone))):
        documents = json.loads(run(*names, "--json").stdout)
        assert [document["id"] for document in documents] == [name for name in names if name == str(one)]
