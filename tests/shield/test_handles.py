"""Every way to be reached is found with and without a sign before it, and honest texts give none."""

import pytest

from unrenew.directory import Directory
from unrenew.facts import load_facts
from unrenew.shield import find_contacts, screen


def contacts(text):
    return [(one.kind, one.value) for one in find_contacts(text).contacts]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("contact Skype live:acmedesk today", "skype:acmedesk"),
        ("open skype:live:acme.desk?chat now", "skype:acme.desk"),
        ("contact WeChat acmedesk99 today", "wechat:acmedesk99"),
        ("our WeChat ID acme_desk answers", "wechat:acme_desk"),
        ("LINE ID acmedesk99, day and night", "line:acmedesk99"),
        ("write on Signal acmedesk.01 please", "signal:acmedesk.01"),
        ("Discord acmedesk#4411 has it", "discord:acmedesk#4411"),
        ("ask @acme_desk on TG", "telegram:acme_desk"),
        ("ask @acmedesk on Discord.", "discord:acmedesk"),
        ("frag @acme_desk auf Telegram", "telegram:acme_desk"),
        ("Telegram @acme_desk", "telegram:acme_desk"),
        ("Telegram: acme_desk", "telegram:acme_desk"),
        ("X (Twitter) @AcmeDesk24", "x:acmedesk24"),
        ("Twitter @acmedesk", "x:acmedesk"),
        ("DM u/acme_desk on Reddit", "reddit:acme_desk"),
        ("Snapchat acmedesk24", "snapchat:acmedesk24"),
        ("Instagram @acme.helpdesk", "instagram:acme.helpdesk"),
        ("start AnyDesk 123 456 789 and wait", "anydesk:123456789"),
        ("TeamViewer ID 1 234 567 890", "teamviewer:1234567890"),
        ("TeamViewer-ID: 123456789", "teamviewer:123456789"),
        ("viber://chat?number=%2B18555550142", "viber:+18555550142"),
        ("facetime:acmedesk now", "facetime:acmedesk"),
        ("text CANCEL to 55501 and wait", "sms:55501"),
        ("open sms:55501", "sms:55501"),
        ("open t.me/12345 or t.me/acme_desk", "telegram:acme_desk"),
        ("open wa.me/18555550142?phone=1", "whatsapp:+18555550142"),
        ("加微信 acmedesk99 退款", "wechat:acmedesk99"),
        ("微信号：acme_desk", "wechat:acme_desk"),
        ("QQ号：123456789", "qq:123456789"),
        ("пишите в телеграм @acme_desk", "telegram:acme_desk"),
        ("카카오톡 아이디 acmedesk1 로", "kakaotalk:acmedesk1"),
        ("ラインID：acmedesk1", "line:acmedesk1"),
        ("écrivez à @acmedesk sur Telegram", "telegram:acmedesk"),
    ],
)
def test_handles(text, value):
    assert ("messenger", value) in contacts(text)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("open mailto:desk%40acme.example now", "email", "desk@acme.example"),
        ("open bit.ly/acme-now today", "url", "https://bit.ly/acme-now"),
        ("open forms.gle/abcd123.", "url", "https://forms.gle/abcd123"),
        ("open t.co/x1 and lin.ee/abc", "url", "https://lin.ee/abc"),
        ("open acme-help . com to go on", "url", "https://acme-help.com"),
        ("mail desk AT acme DOT com now", "email", "desk@acme.com"),
        ("mail jo dot desk at gmail dot com now", "email", "jo.desk@gmail.com"),
        ("contact help desk at gmail com now", "email", "helpdesk@gmail.com"),
        ("Contact us: acmedesk at gmail com.", "email", "acmedesk@gmail.com"),
        ("it is acmedesk at hotmail com", "email", "acmedesk@hotmail.com"),
        ("mailto:desk@acme.example", "email", "desk@acme.example"),
        ("open javascript:alert(1) here", "url", "javascript:alert(1)"),
        ("open JavaScript:location='x' here", "url", "javascript:location="),
        ("open data:text/html,hi here", "url", "data:text/html,hi"),
    ],
)
def test_addresses(text, kind, value):
    found = contacts(text)
    assert (kind, value) in found or (kind == "url" and any(one[1].startswith(value) for one in found))
    assert len([one for one in found if one[0] == "email"]) == (kind == "email")


@pytest.mark.parametrize(
    "text",
    [
        "The error is on line 42, session id 4455; signal strength is 7; x = y and telegram ids are long.",
        "Signal 11 was caught; signal SIGINT_HANDLER, --report-signal=SIGUSR2, LINE_MAX, LINE ID 42.",
        "Discord v2.3, discord.js 14, Telegram bot_token, Discord client_id, Instagram API2, Skype for Business 2016.",
        "npm install discord.js telegram-bot; tg-io_select_timeout.diff; activate-link signal\n - gtk_box_new",
        "We are on Discord, Signal, Session, LINE and X. X = A @ B; y = x @weights; X @ y_train",
        "5 u/mL of it; Reddit has it. See viber://token/target and Line 7: done",
        "such as .com or .org, (a . com), etc . Net income; on the .net framework",
        "Look at the gmail com part. She works at home. Meet me at noon, dot your i. Sign in at outlook com.",
        "javascript: the good parts; href='javascript:void(0)'; data: text/html; url(data:image/png;base64,iVBO)",
        "goes to.do/x? No: obj.to(1), this.gl/2, foo.ly and re.gd/",
        "微信支付 API 和 WeChat Pay; телеграм бот; QQ plot 12345; zalo pay; 라인 12",
        "Twitter has y @acme_desk in x; zalo payment; our number on Instagram is long; telegram phone=12345678",
        "u/acme_desk and this and that and so on and on, until somebody says Reddit.",
        "Use TeamViewer 15 or AnyDesk 7.1; teamviewer 2026-11-22; text me to 5 of us",
    ],
)
def test_honest(text):
    assert contacts(text) == []


def test_a_link_that_runs_code_is_unknown_and_says_so():
    directory = Directory(load_facts().providers)
    [verdict] = screen("open javascript:go('netflix.com') " * 3, directory).verdicts
    assert verdict.word == "unknown"
    assert any("runs code" in reason for reason in verdict.reasons)


@pytest.mark.parametrize(
    "unit", ["@x on ", "desk at gmail ", " . com", "anydesk id ", "Telegram ", "javascript:a", "Sky "]
)
def test_long_texts_take_seconds(unit):
    find_contacts(unit * (200_000 // len(unit)))
