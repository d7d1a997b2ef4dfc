"""Official only by the directory, planted only on two signs, and each reason in words."""

from datetime import date

import pytest

from unrenew.directory import Directory
from unrenew.model.providers import Channel, Contact, Domain, Provider, Refund
from unrenew.shield import screen

READ = date(2026, 11, 1)
PAGE = "https://www.acmeguard.com/help"


def provider(**more):
    facts = {"source": PAGE, "evidence": "official", "read_on": READ}
    return Provider(
        **{
            "schema": "unrenew-provider/1",
            "id": "acmeguard",
            "name": "Acmeguard",
            "kind": "security",
            "read_on": READ,
            "homepage": "https://www.acmeguard.com/",
            "products": ("Acmeguard Total",),
            "domains": (Domain(name="acmeguard.com", **facts),),
            "channels": (
                Channel(
                    id="account",
                    cancel_url="https://my.acmeguard.com/",
                    steps=("Sign in", "Open Subscriptions", "Choose Cancel subscription"),
                    success_status="Auto renewal is off",
                    access_until="period-end",
                    **facts,
                ),
                Channel(id="app-store", steps=("Cancel in the settings of the phone",), **facts),
            ),
            "refunds": (Refund(scope="any", days=30, text="30 days", **facts),),
            "contacts": (
                Contact(kind="phone", value="+18005550123", **facts),
                Contact(kind="page", value="https://support.acmeguard.com/", **facts),
            ),
            **more,
        }
    )


DIRECTORY = Directory([provider()])
SPAM = (
    "How to cancel Acmeguard? [Support Number]\n\n"
    "Sign in to your ***📞 1→855(555)→0142 account and open the plans ***📞 1→855(555)→0142 you have. "
    "Our experts are there 24/7, and the sentence goes ***📞 1→855(555)→0142 on as if nothing were."
)


def verdicts(text, directory=DIRECTORY):
    return {v.contact.value: v for v in screen(text, directory).verdicts}


def test_planted_names_its_signs():
    verdict = verdicts(SPAM)["+18555550142"]
    assert verdict.word == "planted"
    assert len(verdict.reasons) >= 2
    assert any("→" in reason for reason in verdict.reasons)
    assert any("3 times" in reason for reason in verdict.reasons)
    assert screen(SPAM, DIRECTORY).hostile > 0.6
    assert screen(SPAM, DIRECTORY).planted == ["+18555550142"]


@pytest.mark.parametrize(("days", "word"), [(60, "planted"), (30, "unknown")])
def test_a_refund_claim_that_the_directory_contradicts_is_a_sign(days, word):
    text = f"Acmeguard gives a refund within {days} days. Call 1→855(555)→0142."
    verdict = verdicts(text)["+18555550142"]
    assert verdict.word == word
    assert any("30 days" in reason for reason in verdict.reasons) == (word == "planted")


def test_one_sign_is_not_enough():
    verdict = verdicts("You can call Acmeguard at 1-855-555-0142.")["+18555550142"]
    assert verdict.word == "unknown"
    assert any("fiction" in reason for reason in verdict.reasons)


@pytest.mark.parametrize("spelling", ["1-800-555-0123", "***📞 1→800(555)→0123", "1★800★555★0123"])
def test_what_the_directory_lists_stays_official(spelling):
    text = SPAM.replace("1→855(555)→0142", spelling)
    verdict = verdicts(text)["+18005550123"]
    assert (verdict.word, verdict.of, verdict.as_of, verdict.source) == ("official", "acmeguard", "2026-11-01", PAGE)
    assert any("calling it yourself" in reason for reason in verdict.reasons)


def test_one_digit_off_is_a_sign():
    verdict = verdicts("Call Acmeguard: 1*800*555*0124")["+18005550124"]
    assert verdict.word == "planted"
    assert any("one digit off" in reason for reason in verdict.reasons)


def test_a_warning_that_quotes_the_number_does_not_accuse():
    text = "This is a scam, do not call 1→855(555)→0142! Spammers posted it again."
    assert verdicts(text)["+18555550142"].word == "unknown"


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("https://my.acmeguard.com/plans", "official"),
        ("https://acmeguard-support-number.example/x", "unknown"),
        ("https://my.acmeguard.com@evil.example/login", "unknown"),
        ("https://acmeguard.com.evil.example/login", "unknown"),
    ],
)
def test_hosts(url, word):
    found = [v for v in screen(f"See {url} for more.", DIRECTORY).verdicts if v.contact.kind == "url"]
    assert [v.word for v in found] == [word]


def test_a_link_that_shows_another_address():
    text = "Go to [my.acmeguard.com](https://acmeguard-billing.example/pay) now"
    [verdict] = [v for v in screen(text, DIRECTORY).verdicts if "billing" in v.contact.value]
    assert verdict.word == "planted"
    assert any("leads to" in reason for reason in verdict.reasons)


def test_a_genuine_page_is_not_accused():
    text = (
        "How do I cancel my subscription?\n\nCall our operator on this toll-free number 1-855-555-0142. You can reach"
        " customer support on 1-855-555-0142 from Monday to Friday; our agents are happy to help."
    )
    assert verdicts(text)["+18555550142"].word == "unknown"


def test_nothing_found_is_nothing():
    assert screen("Version 10.0.26100.8875, order 4455667788 of 2024-05-06.", DIRECTORY).verdicts == ()


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Acmeguard telefonisch: 📞➤★ +1 855 555 0142 (OTA) anrufen", "marked as an agency's"),
        (
            "Acmeguard Support Number\n\nOur experts are there 24/7 at 1-(855)- 555-0142} day and night",
            "brackets that do not pair",
        ),
        ("{{Call Acmeguard now}}\n\nRing 1➔855➔555➔0142 for help", "dressed up"),
    ],
)
def test_more_signs(text, sign):
    verdict = verdicts(text)["+18555550142"]
    assert verdict.word == "planted"
    assert any(sign in reason for reason in verdict.reasons)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Call our desk at １－８55－５５５－0142 today", "several alphabets"),
        ("Acmeguard help: 𝟭-𝟴𝟱𝟱-𝟱𝟱𝟱-𝟬𝟭𝟰𝟮", "none of the contacts of Acmeguard"),
        (
            "Acmeguard kündigen: Im Konto das Abo wählen. Der Kundendienst in München hilft bei Fragen: 1★855★555★0142",
            "a number of US",
        ),
        ("Love spell caster: 📞★✿ 1-855-555-0142 ✿★, results in a day. Call now.", "what planted posts sell"),
        ("{{Account guide for you}}\n\nLosing your data 📞 1-855-555-0142 can be hard, so act.", "whole without it"),
        (
            "Support number, helpdesk number, refund number, contact number: 1-855-555-0142, 1-855-555-0142",
            "2 times",
        ),
        ("{Acme guide now}\n\nTo reach a person you call 1-(855)-555-0142 or write: 1-(855)-555-0142", "both sides"),
    ],
)
def test_signs_of_writing_country_and_trade(text, sign):
    verdict = verdicts(text)["+18555550142"]
    assert any(sign in reason for reason in verdict.reasons)
    assert verdict.word == "planted"


@pytest.mark.parametrize(
    "text",
    [
        "सहायता के लिए १-८५५-५५५-०१४२ पर कॉल करें",  # the digits of its own script
        "お問い合わせ電話番号：１－８５５－５５５－０１４２",
        "Unsere Nummern sind **+1 855 555 0142**, **+1 855 555 0143**.",  # bold, in Markdown
        "Wählen Sie für den Kundendienst von Acmeguard in München die Nummer 1-855-555-0142.",  # foreign, nothing else
        "Acmeguard: +1 (855) 555-0142 or +1 (855) 555-0142 or +1 (855) 555-0142",  # often, nothing else
        "Acmeguard: you can phone them at one eight five five, five five five, oh one four two",  # as it is spoken
        "Acmeguard can be called at 1-855-555-O142",  # a typo
        "<p>Front desk: 855-555-0142</p>\n<p>Office: 855-555-0142</p>\n<p>Sales: 855-555-0142</p>",
        '<a href="tel:8555550142"><span>(855)</span> <span>555-0142</span></a> <b>855</b><b>555</b><b>0142</b>',
        '<script>{"telephone": "+18555550142"}</script><meta content="+18555550142"><a href="tel:+18555550142">x</a>',
    ],
)
def test_one_sign_or_none_accuses_nobody(text):
    assert verdicts(text)["+18555550142"].word == "unknown"


def test_the_digits_of_the_texts_own_script_are_no_disguise():
    assert not any("filters" in reason for reason in verdicts("फ़ोन: १-८५५-५५५-०१४२")["+18555550142"].reasons)


@pytest.mark.parametrize(
    "text",
    ["(800) 555-0123", "call us (1-855-555-0142, ext. 3)", "[1 (855) 555-0142]", 'phone: "+1 (855) 555-0142"'],
)
def test_brackets_of_usual_numbers_pair(text):
    assert not any("pair" in reason for verdict in verdicts(text).values() for reason in verdict.reasons)


def test_digits_that_nobody_is_asked_to_call_are_not_accused():
    text = "x = 1**855**555**0142\ny = 1||855||555||0142\nz = 1~~855~~555~~0142\n"
    assert {verdict.word for verdict in verdicts(text).values()} <= {"unknown"}


def test_a_number_in_code_is_not_accused():
    text = 'Bug: `parse("+18555550142")` returns `{international: +1 855-555-0142, national: (855) 555-0142}`; phone'
    assert {verdict.word for verdict in verdicts(text + ", e164: +18555550142, `number: 8555550142}`").values()} == {
        "unknown"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Leeds office: (0113) 496 0142, 0113 496 0142, Tel +44 113 496 0142. Call us.",
        "Stockholm: 08-465 004 11, 08-46500411, +46 8 465 004 11, ring oss.",
        "Lyon, téléphone: 04 65 71 01 17, +33 (0)4 65 71 01 17, 04.65.71.01.17",
        "東京の電話番号：０１２０－１２３－４５６、０１２０－１２３－４５６、０１２０－１２３－４５６",
        "서울 전화 02) 2123-4567, 02) 2123-4567, 02) 2123-4567",
        "الرياض اتصل على ٠٥١ ٢٣٤ ٥٦٧٨ أو ٠٥١٢٣٤٥٦٧٨ أو 051 234 5678",
        "Berlin, Telefon 030&nbsp;/&nbsp;23125&nbsp;-&nbsp;017 oder 030/23125-017 oder 030 / 23125-017",
        "<span>(614)</span>&nbsp;<span>555-0142</span> call <b>(614) 555-0142</b> or (614) 555-0142",
        "Call 614 · 555 · 0142 or 614•555•0142 or 614 · 555 · 0142",
    ],
)
def test_the_ways_in_which_people_write_their_own_number(text):
    found = [verdict for verdict in screen(text, DIRECTORY).verdicts if verdict.contact.kind == "phone"]
    assert found
    assert {verdict.word for verdict in found} == {"unknown"}
