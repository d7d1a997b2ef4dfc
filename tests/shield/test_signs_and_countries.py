"""Signs for digits, numbers of any country, and the country named beside a number."""

import pytest

from unrenew.shield import find_contacts


def found(text):
    return {contact.value for contact in find_contacts(text).contacts if contact.kind == "phone"}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Talk to an agent: +1-8$$-555-0!42 today.", "+18555550142"),
        ("Talk to an agent: +|-888-555-0|42 today.", "+18885550142"),
        ("Talk to an agent: +44-20-7946-0@12 today.", "+442079460012"),
        ("Billing desk call four four two zero seven nine four six zero zero one two.", "+442079460012"),
        ("Billing desk call 𝟰𝟰.𝟮𝟬.𝟳𝟵𝟰𝟲.𝟬𝟬𝟭𝟮 now.", "+442079460012"),
        ("The desk, +44 (44) 20 7946 0012, mended it.", "+442079460012"),
        ("I wrote twice, +1 then 888 then 555 then 0142 mended it.", "+18885550142"),
        ("The desk \u202e2100-6497-02-44+\u202c helps.", "+442079460012"),
        ("An agent is at 44+20-7946-0012 at any hour.", "+442079460012"),
        ("Der Kundenservice ist unter 030 / 23125012 erreichbar.", "+493023125012"),
        ("It failed in Sydney, Australia, and (02) 5550 0112 mended it.", "+61255500112"),
        ("Support phone numbers\nGermany 0800 000 1234 7\nUK 0800 496 0112", "+448004960112"),
    ],
)
def test_found(text, number):
    assert number in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "VAT numbers: GB 980 7806 84, DE 136695976, FR 40 303265045, ES B58378431.",
        "Please call the function with 3 arguments: f(800, 255, 1024).",
        "Prices were +10 $200 $300 $400, then +5 €20 €300 €4000.",
        "Open 24/7, 365 days, rooms 0800 to 0812.",
        "The vote went +3 and 12 and 40, later +1 and 20.",
    ],
)
def test_nothing_in_honest_texts(text):
    assert found(text) == set()
