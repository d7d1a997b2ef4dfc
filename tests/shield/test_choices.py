"""A guide gives its real steps in order: lists whole, sentences that say what to do, nothing else."""

import pytest

from unrenew.directory import Directory
from unrenew.facts import load_facts
from unrenew.model.contacts import Document
from unrenew.shield.steps import read_guide


@pytest.fixture(scope="module")
def directory():
    return Directory(load_facts().providers)


@pytest.fixture
def steps(directory):
    def read(text, origin="guide"):
        clean = read_guide(Document(name="guide", text=text), directory)
        return [step.text for step in clean.steps if step.origin == origin]

    return read


def notes(text, directory):
    return " ".join(read_guide(Document(name="guide", text=text), directory).notes)


def test_lines_without_a_full_stop_are_steps(steps):
    for gap in ("\n", "\n\n"):
        text = "How to cancel Acme" + gap + gap.join(["Sign in", "Open Account", "Click Cancel Membership"])
        assert steps(text) == ["Sign in", "Open Account", "Click Cancel Membership"]


def test_a_list_is_kept_whole_and_tips_are_not_steps(steps):
    text = (
        "How to leave the club\n\nWhat you need\n- A computer\n- Your password\n\nSteps\n- Write a letter\n- Your name and"
        " address go on top\n- Send it certified\n- Keep the receipt\n\nTips\n- The club saves your data\n- Open a bowl of soup\n"
    )
    assert steps(text) == ["Write a letter", "Your name and address go on top", "Send it certified", "Keep the receipt"]


def test_reasons_and_contents_and_related_posts_are_no_steps(steps):
    text = (
        "# 3 reasons to cancel Acme\n\n1. It is too expensive.\n2. The shows are old.\n3. Nobody watches.\n\n## Contents\n"
        "- [Cancel online](#a)\n- [Open a claim](#b)\n\n## How to do it\nSign in, choose **Account**, then **Cancel plan**."
        "\n\n## See also\n- Cancel Netflix\n- Cancel Spotify\n"
    )
    assert steps(text) == ["Sign in, choose Account, then Cancel plan"]


def test_text_behind_a_list_belongs_to_no_step(steps):
    text = "1. Sign in\n2. Click Cancel Membership\n\nI wrote this in my kitchen\nThe weather was fine\n\nKind regards\nAnna"
    assert steps(text) == ["Sign in", "Click Cancel Membership"]


def test_paragraphs_between_numbers_belong_to_them(steps):
    text = "Step 1: Sign in\nGo to the page.\n\nStep 2: Cancel\nClick Cancel.\n\nIt was raining.\n\nAnd so on."
    assert steps(text) == ["Sign in. Go to the page.", "Cancel. Click Cancel."]


def test_several_lists_keep_their_headings(steps):
    text = "How to cancel Acme\n\nOn the web\n1. Sign in.\n2. Click Cancel.\n\nOn Android\n1. Open the Play Store.\n2. Tap Cancel.\n"
    assert steps(text) == ["On the web: Sign in", "Click Cancel", "On Android: Open the Play Store", "Tap Cancel"]


def test_another_way_beside_the_list_is_a_step(steps):
    text = "1. Sign in.\n2. Click Cancel plan.\n\nIf you bought it through Apple, open Settings and tap Subscriptions. It rained."
    assert steps(text)[2:] == ["If you bought it through Apple, open Settings and tap Subscriptions"]


CHATTER = (
    "If you like what I write, sign up for my newsletter and click the bell. My sister was visiting. It was a rainy day. I"
    " also have a recipe section, where you can select your favourite soup and open a bowl of comfort. We watched a film. "
)


def test_a_long_read_gives_its_few_steps_once(steps):
    text = (
        f"Leaving Acme for good\n\n{CHATTER * 9}\n\nSign in on the web and select your profile. Then select Account.\n\n{CHATTER * 9}"
        f"\n\nUnder Subscription, select Cancel Subscription.\n\n{CHATTER * 3} Under Subscription, select Cancel Subscription."
    )
    assert steps(text) == [
        "Sign in on the web and select your profile",
        "Then select Account",
        "Under Subscription, select Cancel Subscription",
    ]


def test_questions_and_titles_are_no_steps(steps):
    text = "Q: How do I cancel Acme?\nA: Sign in and click Cancel Membership.\n\nQ: Can I rejoin?\nA: Yes, sign in and choose Restart."
    assert steps(text) == ["Sign in and click Cancel Membership"]
    assert steps("So kündigen Sie Acme. Melden Sie sich an. Öffnen Sie das Konto. Bestätigen Sie die Kündigung.") == [
        "Melden Sie sich an",
        "Öffnen Sie das Konto",
        "Bestätigen Sie die Kündigung",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "So kündigst du Acme. Melde dich an. Öffne das Konto. Klicke auf Kündigen. Bestätige es. Bewahre die Mail auf.",
        "Pour résilier Acme. Connectez-vous. Ouvrez Compte. Cliquez sur Annuler l'abonnement. Confirmez. Conservez l'e-mail.",
        "Cancelar Acme es fácil. Inicia sesión. Abre Cuenta. Haz clic en Cancelar. Confirma. Guarda el correo.",
        "Cancelar Acme é fácil. Faça login. Abra a Conta. Clique em Cancelar assinatura. Confirme. Guarde o e-mail.",
        "Disdire Acme è facile. Accedi. Apri Account. Clicca su Disdici abbonamento. Conferma. Conserva l'e-mail.",
        "Acme opzeggen is makkelijk. Log in. Open Account. Klik op Lidmaatschap opzeggen. Bevestig. Bewaar de e-mail.",
        "Rezygnacja jest prosta. Zaloguj się. Otwórz Konto. Kliknij Anuluj członkostwo. Potwierdź. Zachowaj e-mail.",
        "Det är lätt. Logga in. Öppna kontot. Klicka på Avsluta medlemskap. Bekräfta. Spara mejlet.",
        "Это просто. Войдите в аккаунт. Откройте раздел. Нажмите «Отменить подписку». Подтвердите. Сохраните письмо.",
    ],
)
def test_prose_of_many_languages(steps, text):
    assert len(steps(text)) == 5


def test_talk_on_the_phone_goes_with_its_number(steps, directory):
    text = (
        "## Website\n1. Sign in.\n2. Click Cancel membership.\n\n## Phone\n1. Dial 1-805-555-0176.\n2. Press 2 for cancellations.\n"
        "3. Give the agent your card number.\n"
    )
    assert steps(text) == ["Sign in", "Click Cancel membership"]
    assert "3 steps were left out" in notes(text, directory)
    swindle = (
        "Step 1: Call 1-888-555-0142 at once.\nStep 2: Stay on the line and give your order to the representative.\n"
        "Step 3: Download a tool and give the agent the code.\nStep 4: Log in to your bank to receive the refund."
    )
    assert steps(swindle) == []
    assert steps("1. Sign in.\n2. Call 1-888-555-0142.\n3. Or ring 1-888-555-0143.\n") == ["Sign in"]
    spam = "Paso 1: Inicia sesión\nPaso 2: Llama al servicio\nMarca el 1-888-555-0142 y dile al agente que quieres cancelar.\nPaso 3: Confirma"
    assert steps(spam) == ["Inicia sesión", "Confirma"]


def test_the_first_word_left_does_not_point_at_what_went(steps):
    text = "1) Call our desk at 1-833-555-0119 (toll free)\n2) Or open your Account\n3) Click End membership"
    assert steps(text) == ["Open your Account", "Click End membership"]


def test_only_calling_gives_the_directorys_own_way(steps, directory):
    text = "How to cancel McAfee\n\n1. Call 1-844-555-0177.\n2. Tell the agent to cancel.\n"
    assert steps(text) == []
    assert steps(text, "directory")[0].startswith("Sign in")
    assert "no step was found" in notes(text, directory)


def test_a_transcript_loses_its_hums(steps):
    text = "[00:00] hey i show you how to cancel acme\n[00:12] okay so go to the site and log in\n[00:21] and um click on cancel plan\n"
    assert steps(text) == ["Go to the site and log in", "Click on cancel plan"]


def test_numbers_on_lines_of_their_own(steps):
    text = (
        "Method 1 of 2: Website\n\n1\nLog in to your account.\n\n2\nClick Cancel membership.\n\nMethod 2 of 2: Phone\n\n1\n"
        "Call 1-888-555-0142. An agent will answer.\n\n2\nTell them you want out. They may ask for your card number.\n"
    )
    assert steps(text) == ["Log in to your account", "Click Cancel membership"]


def test_tables_are_steps(steps):
    text = (
        "| Step | What to do | Where |\n|---|---|---|\n| 1 | Sign in | |\n| 2 | Open **Billing** | left menu |\n| 3 | Click Cancel | |\n\n"
        "| Bought in | Cancel in |\n|---|---|\n| App Store | Settings > Apple ID > Subscriptions |\n| Google Play | Open Play Store |\n"
    )
    assert steps(text) == [
        "Sign in",
        "Open Billing (left menu)",
        "Click Cancel",
        "Bought in App Store: Settings > Apple ID > Subscriptions",
        "Bought in Google Play: Open Play Store",
    ]


def test_more_steps_than_anybody_follows_are_cut_and_said(directory):
    text = "\n".join(f"{n}. Click button {n} of the account" for n in range(1, 60))
    assert "only the first 40 of 59" in notes(text, directory)


def test_a_list_said_twice_is_one_list(steps):
    text = "## A\n1. Sign in.\n2. Click Cancel.\n\n## B\n1. Sign in.\n2. Click Cancel.\n"
    assert steps(text) == ["Sign in", "Click Cancel"]
