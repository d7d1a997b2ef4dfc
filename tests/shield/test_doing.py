"""Clauses that say to do something, in the languages of guides."""

import pytest

from unrenew.shield.doing import begins_with_doing, doings, says_to_do


@pytest.mark.parametrize(
    "clause",
    [
        "Sign in", "Then click Cancel", "First of all, open the page", "Ask the front desk", "Fill it in", "Keep the receipt",
        "Send it certified", "you need to choose a plan", "once you're in there click on plans", "Take a screenshot",
        "Under Subscription, select the plan", "In the menu that opens choose Settings", "After that, select Cancel",
        "Melde dich an", "Klicken Sie auf Konto", "Bestätigen Sie die Kündigung", "Bewahre die Mail auf",
        "Auf „Konto“ klicken", "Einstellungen öffnen", "Connectez-vous", "Puis cliquez sur Compte", "Conservez l'e-mail",
        "Inicia sesión", "Haz clic en Cuenta", "Guarda el correo", "Em seguida, clique em Conta", "Guarde o e-mail",
        "Accedi", "Poi clicca su Account", "Conserva l'e-mail", "Klik op Opzeggen", "Bewaar de e-mail", "Kliknij Anuluj",
        "Zachowaj potwierdzenie", "Klicka på Konto", "Klik på Konto", "Klikk på Konto", "Hesabınıza gidin", "Düğmeye basın",
        "Нажмите Отменить", "アカウントを開きます", "点击取消", "로그인하세요",
        "Choose what is yours", "Check that it is off", "Vérifiez que tout est annulé", "Cancel it",
        "account.acme.example > Plans > Cancel",
    ],
)  # fmt: skip
def test_something_to_do(clause):
    assert doings(clause)
    assert begins_with_doing(clause) or " > " in clause


@pytest.mark.parametrize(
    "clause",
    [
        "You keep access until the end of the period", "The weather was fine", "About five minutes", "Your password",
        "It was a rainy Tuesday", "Sign up for more", "Chat works better", "the phone app does not show the option",
        "Disdire Acme è semplice", "Cancel Acme is easy", "Du kannst das Abo jederzeit kündigen", "A computer", "",
        "Support center", "Acme saves your profile for 10 months",
    ],
)  # fmt: skip
def test_nothing_to_do(clause):
    assert not says_to_do(clause)
