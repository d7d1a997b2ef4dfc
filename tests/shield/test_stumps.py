"""A contact goes with the words that only led to it, in many languages."""

import pytest

from unrenew.shield.cleaning import INSERTED, MARKS
from unrenew.shield.stumps import is_cut, mended

P, U, M, C = MARKS["phone"], MARKS["url"], MARKS["email"], MARKS["messenger"]
GONE = ""


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (f"Click Cancel or call {P}", "Click Cancel"),
        (f"Call us at {P} or mail {M}, or chat at {U}.", GONE),
        (f"Call us: {P}", GONE),
        (f"Or Signal: {C}", GONE),
        (f"Sign in at my.norton.com, call at {P}, open My Plans and click Cancel.",
         "Sign in at my.norton.com, open My Plans and click Cancel."),
        (f"Open Account and contact {P} to speed it up.", "Open Account."),
        (f"Open Account and contact WhatsApp: {P} to speed it up.", "Open Account."),
        (f"If nobody answers, ring {P}.", GONE),
        (f"Call our cancellation desk at {P} (toll free)", GONE),
        (f"Then choose Turn off renewal, or call {P} to speak with an agent who will do it.", "Then choose Turn off renewal."),
        (f"You can also reach support by phone at {P}, by live chat, or by email at {M}.", GONE),
        (f"You can also phone their billing on {P} - they will try to keep you.", GONE),
        (f"Sign in at {U}.", "Sign in."),
        (f"Go to {U} and sign in.", "Sign in."),
        (f"Go to {U}", GONE),
        (f"Open the portal at {U} and cancel there.", "Open the portal and cancel there."),
        (f"Ask for a refund on WhatsApp {P}", "Ask for a refund"),
        (f"Send it to {M} and keep a copy", "Keep a copy"),
        (f"Log in at my.surfshark.com - if the page is down use {U}", "Log in at my.surfshark.com"),
        (f"Enter the code {P}", "Enter the code"),
        (f"Chat with us ({U}) or click Cancel", "Chat with us or click Cancel"),
        (f"How to cancel Prime - call {P}", "How to cancel Prime"),
        (f"HOW TO CANCEL A VPN #call {P}", "HOW TO CANCEL A VPN"),
        (f"Si no funciona, escribe por WhatsApp al {P} o manda un correo a {M}.", GONE),
        (f"Bei Fragen hilft die Hotline unter {P} oder per {C} weiter.", GONE),
        (f"Rufen Sie unter {P} an, wenn Sie Hilfe brauchen.", GONE),
        (f"Melde dich auf {U} im Mitgliederbereich an.", "Melde dich im Mitgliederbereich an."),
        (f"Vous pouvez aussi appeler le service au {P} (appel non surtaxé), ou envoyer une lettre.", "Envoyer une lettre."),
        (f"Se tiver dúvidas, ligue para a central {P} ou chame no zap {P}.", GONE),
        (f"In alternativa chiama il numero verde {P} oppure invia una PEC.", "Invia una PEC."),
        (f"Se non funziona, chiamate lo {P}; poi confermate.", "Poi confermate."),
        (f"Lukt het niet? Bel dan {P} of stuur een brief.", "Lukt het niet? Stuur een brief."),
        (f"Zadzwoń pod numer {P} lub kliknij Anuluj.", "Kliknij Anuluj."),
        (f"Hesabınıza girin ya da {P} numarasını arayın.", "Hesabınıza girin."),
        (f"Позвоните по номеру {P} или нажмите Отменить.", "Нажмите Отменить."),
        (f"アカウントを開くか、{P}に電話してください。", "アカウントを開くか。"),
    ],
)  # fmt: skip
def test_the_clause_goes_with_its_object(given, left):
    assert mended(given) == left


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (f"digital {INSERTED}{P} security, offering", "digital security, offering"),
        (f"follow the prompts to {INSERTED}{P} select Cancel", "follow the prompts to select Cancel"),
        (f"contact Acme {INSERTED}{P} Customer Support if needed", "contact Acme Customer Support if needed"),
        (f"open My Plans {INSERTED}{P} and click Manage.", "open My Plans and click Manage."),
        (f"Sign in {P} to your account", "Sign in to your account"),
        (f"Dial {INSERTED}{P}.", GONE),
        (f"ligue para a central {INSERTED}{P} ou confirme", "Confirme"),
        (f"{INSERTED}{P}", GONE),
        ("nothing was taken out", "nothing was taken out"),
    ],
)
def test_words_that_are_whole_without_it_stay(given, left):
    assert mended(given) == left


def test_what_stands_alone_gets_a_word_in_brackets():
    assert mended(f"In the field enter {P}") == "In the field enter [number removed]"
    assert mended(f"Save {U} as a bookmark.") == "Save [address removed] as a bookmark."


def test_only_words_that_led_to_it_count_as_cut():
    assert is_cut(f"Call {P}.")
    assert not is_cut(f"digital {INSERTED}{P} security")
    assert not is_cut("Call them.")
