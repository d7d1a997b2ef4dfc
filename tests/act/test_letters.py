"""Each message in each language and form, for many cases: no gap, no foreign date, no wrong currency, the right law."""

import importlib.util
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import get_args

import pytest
from babel.dates import format_date
from babel.numbers import format_currency

from unrenew.act.letters import competent_body, write_letter
from unrenew.act.mails import letter_eml
from unrenew.act.pages import letter_pdf
from unrenew.act.wording import locale_of, put_into_words
from unrenew.errors import FactsError, InputError
from unrenew.facts.rulebook import load_rules
from unrenew.facts.templates import load_letters
from unrenew.model.letters import Ground, LetterForm, LetterKind, Party
from unrenew.model.values import Money

spec = importlib.util.spec_from_file_location("letter_cases", Path(__file__).with_name("letter_cases.py"))
cases = importlib.util.module_from_spec(spec)
spec.loader.exec_module(cases)

BOOK = load_letters()
KINDS, FORMS = get_args(LetterKind), get_args(LetterForm)
WORD = re.compile(r"\{([a-z_]+)\}")
GAP = re.compile(r"[{}]|None|\bnull\b|  |[ \n\t][.,;:!?](?:\s|$)|\(\s*\)|“”|„“|\[\s*\]|\.\.|TODO|XXX|_{2,}")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}\.\d{1,2}\.\d{2,4}")
OWN_COUNTRY = {"en": "GB", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "nl": "NL", "pl": "PL", "pt": "PT"}
OWN_COUNTRY |= {"sv": "SE", "da": "DK", "cs": "CZ", "ro": "RO"}
COUNTRIES = sorted(cases.GROUNDS)


def rendered(language, country, *, full):
    """Every kind and form that this case can have, as (kind, form, letter)."""
    about = cases.occasion(language, country, full=full)
    for kind in KINDS:
        for form in FORMS:
            if not BOOK.kinds[kind].needs_ground or set(BOOK.kinds[kind].grounds) & set(cases.GROUNDS[country]):
                yield kind, form, write_letter(kind, form, about, BOOK)


def parts_of(letter):
    return [letter.subject, *letter.paragraphs, *(value for _, value in letter.details)]


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("full", [True, False], ids=["all known", "least known"])
def test_nothing_is_left_open(language, full):
    count = 0
    for country in COUNTRIES:
        for kind, form, letter in rendered(language, country, full=full):
            count += 1
            where = f"{language} {country} {kind} {form}"
            assert letter.subject, where
            for text in parts_of(letter):
                assert not (found := GAP.search(text)), f"{where}: {found!r} in {text!r}"
                assert not ISO_DATE.search(text), f"{where}: {text!r}"
            assert letter.sender.name in letter.text
    assert count > 400


@pytest.mark.parametrize("language", BOOK.languages)
def test_dates_and_money_are_written_as_in_the_country(language):
    for country in COUNTRIES:
        about = cases.occasion(language, country)
        locale = locale_of(language, country)
        right = {format_date(day, "long", locale=locale) for day in about.values.values() if isinstance(day, date)}
        right |= {
            format_date(date(2026, 12, 6), "long", locale=locale),
            format_date(date(2026, 12, 4), "long", locale=locale),
        }
        right |= {
            format_date(date(2026, 11, 29), "long", locale=locale),
            format_date(cases.TODAY, "long", locale=locale),
        }
        money = format_currency(about.values["amount"].amount * -1, about.values["amount"].currency, locale=locale)
        seen = 0
        for kind, form, letter in rendered(language, country, full=True):
            for text in parts_of(letter):
                rest = text
                for day in sorted(right, key=len, reverse=True):
                    rest = rest.replace(day, "")
                assert not re.search(r"\b202\d\b", rest), (
                    f"{language} {country} {kind} {form}: a strange date in {text!r}"
                )
                seen += rest.count(money)
                rest = rest.replace(money, "")
                assert "239" not in rest, f"{language} {country} {kind} {form}: a strange amount in {text!r}"
                assert not re.search(r"[€$£]|\b(EUR|USD|GBP|PLN|SEK)\b", rest), f"a strange currency in {text!r}"
        assert seen > 10


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("country", COUNTRIES)
def test_the_law_is_that_of_the_country(language, country):
    own = {(c.rule, c.country): c.cite for c in BOOK.citations}
    named = 0
    for kind, form, letter in rendered(language, country, full=True):
        whole = letter.text
        offered = [rule for rule in BOOK.kinds[kind].grounds if rule in cases.GROUNDS[country]]
        used = [ground.rule for ground in letter.grounds]
        assert used == (offered if BOOK.kinds[kind].all_grounds else offered[:1])
        cites = [own.get((rule, country), f"Act of {rule} Art. 9") for rule in used if rule != "provider.guarantee"]
        if form in {"email", "letter"} and kind != "confirm":
            for cite in cites:
                assert cite in whole, f"{kind} {form}: {cite!r} is missing"
                named += 1
        strangers = {c.cite for c in BOOK.citations} - set(cites)
        assert not any(stranger in whole for stranger in strangers if not any(stranger in cite for cite in cites))
    assert named or country == "US"


@pytest.mark.parametrize("language", BOOK.languages)
def test_a_translation_keeps_every_word(language):
    """The same words in braces as in English: nothing that a message should say was lost in translation."""

    def words(template, part):
        value = getattr(template, part)
        return set(WORD.findall(str(value))) | {str(getattr(p, "when", "")) for p in value if part == "body"}

    for kind in KINDS:
        for part in ("subject", "chat", "body", "phone"):
            english, own = words(BOOK.templates["en", kind], part), words(BOOK.templates[language, kind], part)
            assert own == english, f"{language}/{kind}.toml, {part}"
            for place in {place for place, of in BOOK.templates if of == kind and place.startswith(f"{language}-")}:
                assert words(BOOK.templates[place, kind], part) == english, f"{place}/{kind}.toml, {part}"
    assert set(BOOK.words[language].details) == set(BOOK.words["en"].details)


ENGLISH = re.compile(
    r"\b(?:the|and|you|your|please|with|from|has|that|which|this|not|amount|charge|refund)\b", re.IGNORECASE
)
GERMAN = re.compile(r"\b(?:und|nicht|bitte|ich|Sie|mein|meine|für|das|oder|wurde|haben|Buchungstext)\b")
OWN_WORDS = {  # short words that no letter of the language does without, and that English and German do not have
    "cs": r"\b(?:prosím|žádám|nebo|jsou|mi)\b",
    "da": r"\b(?:jeg|og|ikke|venligst)\b",
    "de": r"\b(?:ich|Sie|und|Bitte)\b",
    "en": r"\b(?:the|I|please)\b",
    "es": r"\b(?:el|que|por|los|les)\b",
    "fr": r"\b(?:je|vous|que|le|la)\b",
    "it": r"\b(?:il|che|per|Vi)\b",
    "nl": r"\b(?:ik|het|een|niet)\b",
    "pl": r"\b(?:proszę|nie|oraz|jest|dnia)\b",
    "pt": r"\b(?:que|não|uma|por|em)\b",
    "ro": r"\b(?:să|vă|nu|la|și)\b",
    "sv": r"\b(?:jag|och|inte|att)\b",
}
LAWS = re.compile(r"(?:Act of|SI|reg\.)[^.;]*(?:Art\. 9|Regulations 2013)")


@pytest.mark.parametrize("language", BOOK.languages)
def test_no_other_language_leaks_in(language):
    """What the templates say is in their language; names of laws and what a seller wrote may be in another."""
    foreign = [words for own, words in (("en", ENGLISH), ("de", GERMAN)) if own != language]
    for full in (True, False):
        for kind, form, letter in rendered(language, OWN_COUNTRY[language], full=full):
            ours = LAWS.sub("", letter.text)
            for value in ("Teststraße 1", "auto-renew off", "No.", *(c.cite for c in BOOK.citations)):
                ours = ours.replace(value, "")
            for words in foreign:
                assert not (found := words.findall(ours)), f"{language} {kind} {form}: {found} in {ours}"
            assert re.search(OWN_WORDS[language], ours, re.IGNORECASE), f"{language} {kind} {form}"


ENGLISH_LAW = re.compile(
    r"\b(?:Directive|Regulation|Rulebook|condition|reason|agreement|subpara|policy|terms|right|buyer)\b"
)


@pytest.mark.parametrize("language", sorted(set(BOOK.languages) - {"en"}))
def test_what_the_rules_cite_is_named_in_the_language(language):
    """Where no law of the country is known, the rule's own citation stands there, but not in English."""
    cites = {rule.id: rule.source[0].cite for rule in load_rules()[0]}
    assert {"eu.withdrawal", "visa.13_2", "sepa.core_refund_8w", "mc.4853_recurring"} <= set(cites)
    seen = 0
    for kind, facts in BOOK.kinds.items():
        for rule in facts.grounds:
            if rule.startswith(("eu.", "sepa.", "psd2.", "visa.", "mc.", "paypal.", "google.", "apple.")):
                about = replace(cases.occasion(language, "DE", grounds=[]), country="ZZ")
                about = replace(about, grounds=[Ground(rule=rule, cites=(cites[rule],), deadline=DAY)])
                text = write_letter(kind, "email", about, BOOK).text
                assert not (found := ENGLISH_LAW.search(text)), f"{language} {kind} {rule}: {found} in {text}"
                seen += 1
    assert seen > 10


def test_twelve_languages():
    assert set(OWN_COUNTRY) <= set(BOOK.languages)


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("form", ["email", "letter"])
def test_greeting_and_closing_are_those_of_the_language_and_country(language, form):
    for country in {*COUNTRIES, *BOOK.words[language].countries}:
        about = replace(cases.occasion(language, "DE"), country=country)
        words = BOOK.words_in(language, country)
        letter = write_letter("cancel", form, about, BOOK)
        own = words.countries.get(country, {})
        assert letter.greeting == own.get("greeting", words.greeting)
        assert letter.closing == own.get("closing", words.closing)
        assert f"\n\n{letter.greeting}\n\n" in letter.text
        assert f"\n\n{letter.closing}\n{letter.sender.name}" in letter.text


def _goes_on_small(language):
    """Where the greeting ends with a comma and these languages go on, they go on with a small letter."""
    return language in {"de", "it", "pl", "cs"}


@pytest.mark.parametrize("language", BOOK.languages)
def test_the_first_letter_after_the_greeting(language):
    for kind, form, letter in rendered(language, OWN_COUNTRY[language], full=True):
        first = letter.paragraphs[0][0]
        if form in {"chat", "phone"} or letter.paragraphs[0].startswith(("Vi ", "Vám ")):
            continue
        assert first.islower() == _goes_on_small(language), f"{language} {kind}: {letter.paragraphs[0][:40]!r}"


QUOTES = {"en": "“”", "de": "„“", "fr": "«»", "es": "«»", "it": "«»", "nl": "‘’", "pl": "„”", "pt": "«»"}
QUOTES |= {"sv": "””", "da": "»«", "cs": "„“", "ro": "„”"}


@pytest.mark.parametrize("language", BOOK.languages)
def test_typography(language):
    """Quotation marks of the language, no typewriter marks; narrow no-break spaces in French and nowhere else."""
    start, end = QUOTES[language]
    gap = "\u202f" if language == "fr" else ""
    for kind, form, letter in rendered(language, OWN_COUNTRY[language], full=True):
        where = f"{language} {kind} {form}"
        assert not re.search(r"[\"'´`]", letter.text), where
        for quoted in ("auto-renew off", "NEXWAY*KASPERSKY"):
            for found in re.finditer(rf"[“„«»”‘]\u202f?{re.escape(quoted)}\u202f?[“”»«’]", letter.text):
                assert found.group() == f"{start}{gap}{quoted}{gap}{end}", where
        strangers = set("“”„«»‘") - set(start + end)
        assert not strangers & set(letter.text), where
        if language == "fr":
            assert not re.search(r"[^\u202f][;:!?»]|«[^\u202f]", letter.text.replace("https://", "")), where
        else:
            assert not re.search(r"\u202f", "".join(letter.text.split(letter.sender.name))), where


FEW = ("order_number", "reference", "account_email", "customer_number", "mandate", "creditor", "account", "card")


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("left_out", [*FEW, "descriptor", "next_charge_on", "confirmed_on", "active_until", "status"])
def test_any_one_thing_may_be_unknown(language, left_out):
    about = cases.occasion(language, OWN_COUNTRY[language])
    about = replace(about, values={name: value for name, value in about.values.items() if name != left_out})
    for kind in KINDS:
        if BOOK.kinds[kind].needs_ground and not {g.rule for g in about.grounds} & set(BOOK.kinds[kind].grounds):
            continue
        for form in FORMS:
            letter = write_letter(kind, form, about, BOOK)
            for text in parts_of(letter):
                assert not (found := GAP.search(text)), f"{language} {kind} {form}: {found!r} in {text!r}"
            assert str(cases.FULL[left_out]) not in letter.text or left_out == "account_email"


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize(
    ("amount", "currency"), [("0.99", "EUR"), ("1000000", "JPY"), ("49.9", "CHF"), ("1239.99", "USD")]
)
def test_any_currency_in_any_language(language, amount, currency):
    about = cases.occasion(language, OWN_COUNTRY[language])
    money = Money(amount=Decimal(amount) * -1, currency=currency)
    about = replace(about, values={**about.values, "amount": money, "refund_amount": money})
    right = format_currency(Decimal(amount), currency, locale=locale_of(language, OWN_COUNTRY[language]))
    text = write_letter("refund", "email", about, BOOK).text
    assert right in text
    assert f"-{right}" not in text


@pytest.mark.parametrize("language", BOOK.languages)
def test_a_second_letter_asks_for_what_was_asked_before(language):
    """Where a cancellation is not confirmed, nothing is said of money, and the other way round."""
    about = cases.occasion(language, OWN_COUNTRY[language])
    left_out = ("refund", "charged_again", "confirmed_on", "status")
    asked = {k: v for k, v in about.values.items() if not k.startswith(left_out)}
    for form in FORMS:
        money = write_letter("reminder", form, about, BOOK).text
        plain = write_letter("reminder", form, replace(about, values=asked), BOOK).text
        unsaid = write_letter("reminder", form, replace(about, values={**asked, "refund_asked_on": DAY}), BOOK).text
        amount = put_into_words({"a": about.values["refund_amount"]}, language, OWN_COUNTRY[language])["a"]
        assert amount in money
        assert amount not in plain
        assert money != plain
        if form in {"email", "letter"}:
            assert put_into_words({"d": DAY}, language, OWN_COUNTRY[language])["d"] in unsaid


DAY = date(2026, 11, 21)


def test_what_is_confirmed_needs_no_reminder():
    about = cases.occasion("en", "GB")
    known = {k: v for k, v in about.values.items() if not k.startswith("refund")}
    for form in FORMS:
        with pytest.raises(InputError, match="nothing to remind them of"):
            write_letter("reminder", form, replace(about, values=known), BOOK)


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("it", date(2026, 11, 8), "l’8 novembre 2026"),
        ("it", date(2026, 11, 11), "l’11 novembre 2026"),
        ("it", date(2026, 11, 18), "il 18 novembre 2026"),
        ("fr", date(2026, 11, 1), "le 1er novembre 2026"),
        ("fr", date(2026, 11, 11), "le 11 novembre 2026"),
        ("it", date(2026, 11, 1), "il 1º novembre 2026"),
        ("pt", date(2026, 11, 1), "em 1 de novembro de 2026"),
    ],
)
def test_how_words_and_dates_meet(language, day, said):
    about = cases.occasion(language, OWN_COUNTRY[language])
    about = replace(about, values={**about.values, "asked_on": day})
    assert said in write_letter("complaint", "email", about, BOOK).text.lower()


def test_brazil_reads_no_portuguese_of_portugal():
    """Words that a Brazilian letter does not have, and the quotation marks that it does have."""
    foreign = re.compile(r"[«»]|\b(?:vossas?|encomenda|receção|detetad|estou a|descritivo|ficheiro|factos|mo confirm)")
    for full in (True, False):
        for kind, form, letter in rendered("pt", "BR", full=full):
            assert not (found := foreign.search(letter.text)), f"{kind} {form}: {found!r}"
    assert "1º de novembro de 2026" in put_into_words({"d": date(2026, 11, 1)}, "pt", "BR")["d"]
    assert not foreign.search(str(BOOK.dossier_in("pt", "BR")))


def test_america_spells_its_own_way():
    for kind, form, letter in rendered("en", "US", full=True):
        assert not re.search(r"[Cc]ancelled|\btrader\b", letter.text), f"{kind} {form}"


def test_switzerland_has_no_sharp_s():
    for kind in KINDS:
        for form in FORMS:
            about = replace(cases.occasion("de", "DE"), country="CH")
            letter = write_letter(kind, form, about, BOOK)
            assert "ß" not in "".join((letter.subject, letter.closing, *letter.paragraphs))
    assert "ß" in str(BOOK.templates["de", "complaint"])


def test_a_country_may_have_words_of_its_own():
    brazil = write_letter("withdraw", "email", cases.occasion("pt", "BR"), BOOK)
    portugal = write_letter("withdraw", "email", cases.occasion("pt", "PT"), BOOK)
    assert "direito de arrependimento" in brazil.text
    assert "livre resolução" in portugal.text
    assert "livre resolução" not in brazil.text


def test_every_detail_has_its_label():
    wanted = {name for facts in BOOK.kinds.values() for name in facts.details}
    for language in BOOK.languages:
        assert wanted <= set(BOOK.words[language].details), language


def test_what_is_missing_is_asked_for_not_left_open():
    about = cases.occasion("en", "DE", full=False)
    about = replace(about, values={"product": "X"})
    with pytest.raises(InputError, match=r"charged_on, amount.*--charged-on"):
        write_letter("refund", "email", about, BOOK)
    with pytest.raises(InputError, match="address, to_address"):
        write_letter("cancel", "letter", cases.occasion("en", "DE", form_letter=False), BOOK)
    with pytest.raises(InputError, match="name"):
        write_letter("cancel", "chat", replace(about, sender=Party(name=" ")), BOOK)


def test_no_right_no_letter_that_claims_one():
    with pytest.raises(InputError, match="no right is open"):
        write_letter("withdraw", "email", cases.occasion("en", "US"), BOOK)


def test_an_unknown_language_names_those_that_there_are():
    with pytest.raises(InputError, match=r"There are: .*en"):
        write_letter("cancel", "email", cases.occasion("xx", "DE"), BOOK)


def test_the_bank_is_told_of_a_cancellation_only_if_it_came_before_the_charge():
    about = cases.occasion("en", "GB")
    later = replace(about, values={**about.values, "asked_on": date(2026, 11, 21), "confirmed_on": date(2026, 11, 22)})
    assert "12 November 2026" in write_letter("bank_dispute", "email", about, BOOK).text
    text = write_letter("bank_dispute", "email", later, BOOK).text
    assert "ended the subscription" not in text
    assert "auto-renew off" not in text


def test_a_guarantee_is_a_promise_and_not_a_law():
    ground = Ground(rule="provider.guarantee", cites=("Nexway's terms",), deadline=date(2026, 12, 20))
    text = write_letter("refund", "email", replace(cases.occasion("en", "DE"), grounds=[ground]), BOOK).text
    assert "within 30 days" in text
    assert "20 December 2026" in text
    assert "I rely on" not in text


def test_what_a_seller_wrote_cannot_break_a_letter():
    about = cases.occasion("en", "DE")
    nasty = {**about.values, "refused_because": "No {answer_by}\r\nBcc: x@example.org\n\u202e#strong[x] $1$"}
    letter = write_letter("reminder", "letter", replace(about, values=nasty), BOOK)
    assert "No {answer_by} Bcc: x@example.org #strong[x] $1$" in letter.text
    assert letter_pdf(letter, BOOK).startswith(b"%PDF")


def test_the_mail_is_a_draft_that_is_the_same_each_time():
    letter = write_letter("cancel", "email", cases.occasion("de", "DE"), BOOK)
    data = letter_eml(letter, attachments=[("Dossier.pdf", b"%PDF-")])
    assert data == letter_eml(letter, attachments=[("Dossier.pdf", b"%PDF-")])
    mail = message_from_bytes(data, policy=default)
    assert mail["X-Unsent"] == "1"
    assert mail["To"].addresses[0].addr_spec == "help@nexway.example"
    assert mail["Subject"] == letter.subject
    body = mail.get_body().get_content()
    assert body.startswith("Sehr geehrte Damen und Herren,")
    assert "hiermit kündige ich" in body
    with pytest.raises(InputError, match="cannot be a mail address"):
        letter_eml(replace(letter, to=Party(name="x", email="no address")))


@pytest.mark.parametrize(("country", "size"), [("DE", (595, 842)), ("US", (612, 792))])
def test_the_letter_on_paper(country, size):
    letter = write_letter("cancel", "letter", cases.occasion("en", country), BOOK)
    pdf = letter_pdf(letter, BOOK, enclosures=("Dossier.pdf",))
    assert pdf == letter_pdf(letter, BOOK, enclosures=("Dossier.pdf",))
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    assert tuple(round(side) for side in document[0].get_size()) == size
    page = document[0].get_textpage()
    text = page.get_text_range()
    assert "Nexway" in text
    assert "Åsa Łukasz-Müller" in text
    found = page.search("1 rue de", match_case=True).get_next()
    left, bottom, _, top = page.get_charbox(found[0])
    from_top = (size[1] - top) / 72 * 25.4
    if country == "DE":  # DIN 5008, form B: the address field lies 45 to 90 mm from the top and 20 mm from the left
        assert 62.7 < from_top < 90
        assert 20 < left / 72 * 25.4 < 105
        assert bottom > 0
    else:  # window of a number 10 envelope: about 51 to 79 mm from the top
        assert 51 < from_top < 79


def test_characters_that_no_font_has_are_seen_and_not_dropped():
    about = cases.occasion("en", "DE")
    sender = Party(name='中文 ﷼ \x07 "\\u0041"', lines=("Teststraße 1",))
    about = replace(about, sender=sender, values={**about.values, "product": "中文 😀"})
    letter = write_letter("cancel", "letter", about, BOOK)
    import pypdfium2

    text = pypdfium2.PdfDocument(letter_pdf(letter, BOOK))[0].get_textpage().get_text_range()
    for wanted in ("U+4E2D", "U+1F600", "U+0007", "\\u0041"):
        assert wanted in text


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("form", ["chat", "phone", "email"])
def test_a_refund_of_unknown_amount_is_still_what_is_asked_for(language, form):
    about = cases.occasion(language, OWN_COUNTRY[language])
    known = {name: value for name, value in about.values.items() if name not in {"refund_amount", "refused_because"}}
    money = put_into_words({"it": known["amount"]}, language, OWN_COUNTRY[language])["it"]
    asked = put_into_words({"it": known["refund_asked_on"]}, language, OWN_COUNTRY[language])["it"]
    cancelled = put_into_words({"it": known["asked_on"]}, language, OWN_COUNTRY[language])["it"]
    for country in {OWN_COUNTRY[language], "BR" if language == "pt" else OWN_COUNTRY[language]}:
        letter = write_letter("reminder", form, replace(about, country=country, values=known), BOOK)
        text = "\n".join(letter.paragraphs)
        assert asked in text
        assert money not in text
        assert cancelled not in text, "that is the message about a confirmation that is missing"


REFUSALS = {"es": "«No»", "it": "«No»", "pl": "„No”"}
"""Where the full stop stands behind the quotation mark; elsewhere a sentence that is told ends within."""


@pytest.mark.parametrize("language", BOOK.languages)
@pytest.mark.parametrize("kind", ["reminder", "complaint"])
def test_a_refusal_ends_with_one_full_stop(language, kind):
    about = cases.occasion(language, OWN_COUNTRY[language])
    close = QUOTES[language][-1]
    for said, end in (("No", "."), ("No.", "."), ("Why?", "?"), ("Never!", "!"), ("Later…", "…")):
        known = {name: value for name, value in about.values.items() if name not in {"confirmed_on", "status"}}
        known |= {"refused_because": said}
        for form in FORMS:
            if (kind, form) in {("reminder", "chat"), ("reminder", "phone")}:
                continue
            text = "\n".join(write_letter(kind, form, replace(about, values=known), BOOK).paragraphs)
            word = said.rstrip(".")
            if language in REFUSALS:
                assert f"{word}{close}." in text, text
            else:
                inside = word if word[-1] in "?!…" else f"{word}{end}"
                assert re.search(rf"{re.escape(inside)}[\u202f\u00a0]?{close}(?!\.)", text), text


def test_their_words_are_not_touched_within_a_sentence():
    about = cases.occasion("en", "GB")
    known = {**about.values, "status": "auto-renew off, active until 20 Dec."}
    del known["refused_because"]
    text = write_letter("complaint", "email", replace(about, values=known), BOOK).text
    assert "“auto-renew off, active until 20 Dec”." in text


def test_a_french_letter_is_dated_as_the_french_do():
    about = cases.occasion("fr", "FR")
    assert write_letter("cancel", "letter", about, BOOK).date_line == "Le 22 novembre 2026"
    first = replace(about, today=date(2026, 12, 1))
    assert write_letter("cancel", "letter", first, BOOK).date_line == "Le 1er décembre 2026"
    assert write_letter("cancel", "letter", cases.occasion("de", "DE"), BOOK).date_line == "22. November 2026"


def test_an_act_is_named_in_the_language_of_the_letter_where_it_has_a_name_in_it():
    for language, cite in (
        ("sv", "konsumentskyddslagen"),
        ("en", "kuluttajansuojalain"),
        ("de", "kuluttajansuojalain"),
    ):
        about = replace(cases.occasion(language, "SE"), country="FI")
        text = write_letter("withdraw", "email", about, BOOK).text
        assert cite in text
        assert ("kuluttajansuojalain" in text) == (language != "sv")
    assert (
        "art. 65-bis del Codice del consumo" in write_letter("cancel", "email", cases.occasion("it", "IT"), BOOK).text
    )


def test_who_takes_complaints():
    assert competent_body(BOOK, "DE").id == "uss"
    assert competent_body(BOOK, "GB", "bank").id == "fos"
    with pytest.raises(InputError, match="no body is known"):
        competent_body(BOOK, "ZZ")
    for body in BOOK.bodies:
        assert body.url.startswith("https://")
        assert "odr" not in body.url, "the EU's platform for disputes closed on 20 July 2025"
    assert len({body.id for body in BOOK.bodies}) == len(BOOK.bodies)


EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"


@pytest.mark.parametrize(
    "country", [*EU.split(), "GB", "CH", "NO", "US", "CA", "AU", "NZ", "IN", "BR", "MX", "AR", "CL"]
)
def test_somebody_takes_complaints_about_a_trader(country):
    assert competent_body(BOOK, country).country == country


@pytest.mark.parametrize("language", BOOK.languages)
def test_nothing_points_to_a_closed_platform(language):
    for _, _, letter in rendered(language, OWN_COUNTRY[language], full=True):
        assert not re.search(r"\bODR\b|consumers/odr|\bOS-Plattform", letter.text)


def test_a_language_without_its_country_is_written_plainly():
    assert put_into_words({"d": date(2026, 1, 2)}, "de", "US")["d"] == "2. Januar 2026"
    assert put_into_words({"d": date(2026, 1, 2)}, "xx", None)["d"] == "January 2, 2026"


def test_a_broken_template_is_named(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "words.toml").write_text("language = 1", encoding="utf-8")
    with pytest.raises(FactsError, match=r"words\.toml"):
        load_letters(tmp_path)
