"""Numbers told in words, digit by digit and in tens and hundreds, in every language that is read."""

import pytest

from unrenew.shield import find_contacts, words
from unrenew.shield.number_words import _UNITS, EASTERN, LANGUAGES
from unrenew.shield.words import read_words


def numbers(text):
    return {contact.value for contact in find_contacts(text).contacts if contact.kind == "phone"}


def spelled(language, digits):
    spoken = [alternatives.split("/")[0] for alternatives in _UNITS[language].split()]
    return ("" if language in EASTERN else " ").join(spoken[int(digit)] for digit in digits)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_digit_by_digit(language):
    assert numbers(f"☎ {spelled(language, '18555550142')}.") == {"+18555550142"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_ten_words_and_no_word_twice(language):
    rows = [row.split("/") for row in _UNITS[language].split()]
    assert len(rows) == 10
    words = [word for row in rows for word in row]
    assert len(words) == len({*words}) or language == "bn"  # written there in two forms of one letter


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("one, eight hundred, five hundred fifty-five, zero one forty-two", "18005550142"),
        ("one eight hundred thirty-three five five five oh one forty two", "18335550142"),
        ("eight seventy-seven, triple five, zero one, double two", "8775550122"),
        ("uno, ochocientos treinta y tres, quinientos cincuenta y cinco, cero uno, cuarenta y dos", "18335550142"),
        ("zéro un, quatre-vingt-dix-neuf, zéro zéro, quatre-vingt-un, soixante-douze", "0199008172"),
        ("null neunundsechzig, neun null null null neun, dreihunderteinundzwanzig", "06990009321"),
        ("двести двенадцать, пятьсот пятьдесят пять, ноль один, тридцать пять", "2125550135"),
        ("uno, ottocento, cinque cinque cinque, zero uno quarantadue", "18005550142"),
        ("nul twintig, vijf vijf vijf, nul een tweeënveertig", "0205550142"),
        ("um, oitocentos e trinta e três, cinco cinco cinco, zero um, quarenta e dois", "18335550142"),
    ],
)
def test_tens_and_hundreds(said, digits):
    read = read_words(f"call {said} now")
    assert "".join(filter(str.isdigit, read)) == digits
    assert len(read) == len(f"call {said} now"), "places stay places"


@pytest.mark.parametrize(
    "text",
    [
        "Zéro, un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix : la comptine numéro 8.",
        "uno dos tres, cuatro cinco seis, siete ocho nueve, cero… ¡el juego de llamada número cinco!",
        "Please pay two thousand three hundred forty-five dollars and sixty-seven cents; call it a day.",
        "One of the five teams lost two of its seven games, one in four of them at home, and called six times.",
        "Neunundneunzig Luftballons und sieben Zwerge, drei Wünsche und vierzig Räuber: Kontakt an der Kasse.",
    ],
)
def test_words_that_are_no_number_to_call(text):
    assert numbers(text) == set()


ORDINARY = "on this page they do write to people about what it says in their own account and how one looks at it now "


@pytest.mark.parametrize("shift", range(0, 120, 3))
def test_a_number_in_words_over_the_edge_of_a_block_of_a_long_text(shift):
    before = (ORDINARY * 60)[: 4096 - shift].rpartition(" ")[0]
    text = f"{before} call one eight five five, five five five, zero one four two today {ORDINARY * 60}"
    assert numbers(text) == {"+18555550142"}


def test_a_long_text_is_parted_between_its_words():
    text = "nothing " * 3000 + ORDINARY * 200
    assert read_words(text) == text
    parted = [words._edge(text, at) for at in range(4096, len(text), 4096)]
    assert all(text[at] == " " for at in parted)
