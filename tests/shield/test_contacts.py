"""Every disguise is seen through, honest texts give nothing, and places are places in the text as given."""

import importlib.util
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrenew.shield import find_contacts

HERE = Path(__file__).parent


def _load(name):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tricks = _load("tricks")


def numbers(text, regions=()):
    return {contact.value for contact in find_contacts(text, regions).contacts if contact.kind == "phone"}


@pytest.mark.parametrize("name", tricks.TRICKS)
@pytest.mark.parametrize("ten", ["8555550142", "8005550100", "8885550158", "7375550199"])
def test_disguise(name, ten):
    text = f"If you need help with billing, call {tricks.TRICKS[name](ten)} today and ask."
    assert numbers(text) == {"+1" + ten}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.sampled_from(sorted(tricks.TRICKS)),
    st.sampled_from(tricks.AREAS),
    st.integers(0, 99),
    st.text(alphabet="abc deé \n“”–—中я🙂", max_size=60),
)
def test_any_number_any_disguise_in_any_text(name, area, line, around):
    ten = f"{area}55501{line:02d}"
    assert "+1" + ten in numbers(f"{around} Call {tricks.TRICKS[name](ten)} {around}")


def test_places_are_in_the_text_as_given():
    text = "x\u200by &amp; call 1-8\u200b55-555-0142 or &#49;-855-555-0142."
    found = find_contacts(text).contacts
    phones = [contact for contact in found if contact.kind == "phone"]
    assert [text[start:end] for start, end in phones[0].spans] == ["1-8\u200b55-555-0142", "&#49;-855-555-0142"]


@pytest.mark.parametrize("area", ["978", "979"])
def test_area_codes_that_begin_as_books_do(area):
    assert numbers(f"Call the billing desk on {area}-555-0142 today.") == {f"+1{area}5550142"}
    assert numbers("The manual (ISBN 978-3-16-148410-0) is out of print.") == set()


@pytest.mark.parametrize("unseen", ["\u200b", "\u0336", "\u00ad", "<b></b>", "</i><i>"])
@pytest.mark.parametrize(
    "told", ["one eight five five, five five five, zero one four two", "2410555558 (read backwards)"]
)
def test_words_are_read_through_what_nobody_sees(unseen, told):
    text = f"Our help desk is on {unseen.join(told)} at any time."
    [phone] = [one for one in find_contacts(text, ()).contacts if one.kind == "phone"]
    assert phone.value == "+18555550142"
    start, end = phone.spans[0]
    assert text.index(told[0]) <= start < end <= text.index(" at any")


def test_accents_and_formulas_hide_nothing():
    text = unicodedata.normalize(
        "NFD", "Numéro de dossier 2025 5550 1428, référence créée à Évry, pièce détachée n° 855."
    )
    assert numbers(text) == set()
    assert (
        numbers("C<sub>6</sub>H<sub>12</sub>O<sub>6</sub>, C<sub>8</sub>H<sub>10</sub>N<sub>4</sub>O<sub>2</sub>")
        == set()
    )
