"""Numbers in pages, lists of countries and sentences; figures that only look like them."""

import phonenumbers
import pytest

from unrenew.shield import find_contacts
from unrenew.shield.folding import read_lookalikes
from unrenew.shield.glued import read_glued
from unrenew.shield.regions import votes_of


def numbers(text):
    return {contact.value for contact in find_contacts(text).contacts if contact.kind == "phone"}


def example(region, kind=phonenumbers.PhoneNumberType.FIXED_LINE):
    found = phonenumbers.example_number_for_type(region, kind)
    return (
        phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.NATIONAL),
        phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164),
    )


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("CY", "Λευκωσία, Κύπρος. Τηλ.: {}"),
        ("RO", "BUCURESTI, Calea Victoriei 1. Tel.: {}"),
        ("LT", "'Valstybės įmonė, Vilnius\\nFaks. {}\\nwww.example.lt'"),
        ("IS", "Reykjavík. Sími: {}"),
        ("GE", "თბილისი, რუსთაველის გამზ. 24. ტელ.: {}"),
        ("MN", "Улаанбаатар хот, Монгол улс. Утас: {}"),
    ],
)
def test_countries_by_their_names_in_any_language(region, text):
    shown, wanted = example(region)
    assert region in votes_of(text.format(shown))
    assert numbers(text.format(shown)) == {wanted}


def test_words_in_tags_are_no_surroundings():
    digits = "".join(f'<span class="number">{digit}</span>, ' for digit in "07481234567")
    assert numbers(f"<p>The table in London is {digits} and so on</p>") == set()
    shown, wanted = example("DE")
    assert numbers(f'<p class="text-center text-align font-with-the">Berlin, Telefon: <b>{shown}</b></p>') == {wanted}


def test_numbers_that_are_free_to_call_are_those_of_the_texts_country():
    assert numbers("Bhubaneswar, India. Toll Free: 1800 123 4567") == {"+9118001234567"}
    assert numbers("Toll free: 1800-555-0142") == {"+18005550142"}


def test_a_number_of_a_country_shows_whose_the_others_are():
    text = "Freephone: 0800 001 1066\nShop: {}"
    shown, wanted = example("GB")
    assert numbers(text.format(shown)) >= {wanted}
    assert numbers(f"Shop: {shown}") == set()


def test_the_end_of_a_range_is_no_digit_of_the_number():
    assert numbers("กรุงเทพ โทร. 0-2123-4561-5") == {"+6621234561"}


@pytest.mark.parametrize(
    "text",
    [
        "W I N D O W S: 87+73+78+68+79+87+83+57+53+1 = 666",
        "x = 9 · 16.09 + 79.69 - 6 · 4.011 · 8.927 · 0.866",
        '"1 44160U 19006AX 20162.79712247 +.00512345 +19023-3 +34512-2 0  9991"',
        "1. g3 {+0.14/14 0.54s} g6 {-0.11/13 0.39s} 2. e4 {+0.12/14 0.31s} Ne6 {+0.01/12 0.22s}",
        "0 12345 67890 5 CAR PHONE MOUNT 18.49",
        "Faktura 0701-224 488, Stockholm. OCR-nummer 4602 1188 73 41",
        "软件版本 138 0013 8000，北京",
        "Llama al teléfono +57-833-555-0142 en Colombia",  # no number of Colombia, nor one of North America
    ],
)
def test_figures(text):
    assert numbers(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "818 ∴ 555 ∴ 0142 – takes four minutes",
        "The desk at 855 ............... 555 ............... 0142 sorted it",
        "Billing → 855 → 555 → 0142 before it is gone",
        "You begin with 818 like everyone in town, the middle part is 555, and the last four are 0142.",
        "Area code first: 855, toll free of course. After that press 555, and you finish with 0142.",
        "If it stays blue <{1-855}> unplug the router <{555}> wait a minute and <{0142}> let the technician in.",
        "NeedHelp?CallEightFiveFiveFiveFiveFiveZeroOneFourTwoAnyTimeOfDay, we fix it.",
        "His account came back after ringing8l8-555-ol42they took ten minutes.",
        "the owner's hotline8\u200b1\u200c8\u200d5\u200b5\u200c5\u200d0\u200b1\u200c4\u200d2ask for a room.",
        "SiriusXM line 1.8ՏՏ.ՏՏՏ.ՕI42 is open",
        "audit removal: l_855_SSS_OI42_ say it",
        "Plumber's friend: 818 five five five OI42, call now",
        "Read it back to front: 2410 555 558 is the desk.",
        '<b>818</b><i style="font-size:0">31</i><b>-555</b><i style="font-size:0">8</i><b>-0142</b> is the desk',
    ],
)
def test_disguises_met_later(text):
    assert {number[-4:] for number in numbers(text)} == {"0142"}


def test_another_country_disguised_or_backwards():
    mobile = phonenumbers.PhoneNumberType.MOBILE
    shown, wanted = example("SG", mobile)
    first, second = shown.split()
    assert numbers(f"Singapore 🦁 part-time job 65 🦁 {first} 🦁 {second} 🦁 earn daily") == {wanted}
    shown, wanted = example("ZA")
    assert numbers(f"Johannesburg loans, turn it round: {shown.replace(' ', '')[::-1]}") == {wanted}
    shown, wanted = example("IN", mobile)
    assert numbers(f"(((91+{wanted[3:]})))~NO=1 in Mumbai") == {wanted}


@pytest.mark.parametrize(
    "text",
    [
        "Desk \u202e2410-555-818\u202c shows the right way round",
        'Refund: <span style="unicode-bidi:bidi-override;direction:rtl">2410 555 558 1</span>',
        "invoice_818_555_0142_call_if_not_you.docx was shared",
        '<a href="facetime://18185550142">see the page</a>',
        "Call\n818\n555\n0142\nat night",
        "Dial E-I-G-H-T F-I-V-E F-I-V-E F-I-V-E F-I-V-E F-I-V-E Z-E-R-O O-N-E F-O-U-R T-W-O",
    ],
)
def test_turned_spelled_and_linked(text):
    assert {number[-7:] for number in numbers(text)} == {"5550142"}


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("GB", "Manchester grant: start with {}, then comes {}, and you end on {}. They fit it free."),
        ("ES", "Empieza por {}, sigue con {} y termina en {}. Tarot en Madrid, España."),
        ("NL", "Amsterdam: begint met {}, dan {} en eindigt op {}. Uw ticket wordt gratis omgeboekt."),
        ("GH", "In Ghana you start with {}, after that comes {}, and my line ends with {}. I sell dust."),
    ],
)
def test_numbers_told_step_by_step(region, text):
    shown, wanted = example(region)
    digits = "".join(filter(str.isdigit, shown))
    assert numbers(text.format(digits[:3], digits[3:6], digits[6:])) == {wanted}


@pytest.mark.parametrize(
    "text",
    [
        "First 210 people came, then 330 more, and in the end 1240 stood there.",
        "Press 555 for sales, then 200, and finally hold.",
        "It starts with 404, then 500 and ends with 503.",
    ],
)
def test_steps_that_tell_no_number(text):
    assert numbers(text) == set()


def test_the_country_code_once_more_and_a_second_number():
    _, wanted = example("GB")
    assert numbers(f"Fraud team +44 (0044) {wanted[3:5]} {wanted[5:9]} {wanted[9:]}, London") == {wanted}
    first, second = example("GH", phonenumbers.PhoneNumberType.MOBILE)[1], example("GH")
    assert numbers(f"Tel: {first} / {second[0].replace(' ', '')}") == {first, second[1]}


def test_words_with_letters_of_two_scripts():
    shown, wanted = example("RU", phonenumbers.PhoneNumberType.MOBILE)
    words = dict(
        zip(
            "0123456789",
            ["ноль", "один", "двa", "тpи", "чeтырe", "пять", "шecть", "ceмь", "вoceмь", "дeвять"],
            strict=True,
        )
    )
    told = " ".join(words[digit] for digit in shown if digit.isdigit())
    assert numbers(f"Москва: {told}. Вернём деньги.") == {wanted}


def test_a_flag_stands_for_the_code():
    shown, wanted = example("GB")
    assert numbers(f"Over-billed? 🇬🇧 {shown.removeprefix('0')} – say the word") == {wanted}
    assert next(iter(votes_of("Angebot 🇨🇭 heute"))) == "CH"


def test_characters_among_the_digits_of_a_chinese_mobile():
    _, wanted = example("CN", phonenumbers.PhoneNumberType.MOBILE)
    ten = wanted[3:]
    assert numbers(f"开票【{ten[:3]}-电-{ten[3:7]}-薇-{ten[7:]}】杨生") == {wanted}


@pytest.mark.parametrize(
    "text",
    [
        '<svg><path d="M416 208c0 45.9-14.9 88.3-40 122.7 0171 5550142 37 52"/></svg> Berlin, Telefon',
        "Zürich: .6 3.6zm-31.1-4.5c-.7 2 1.3 4.3 4.3 4.9 2.6 1 5.6 0 6.2-2s-1.3-4.3-4.3-5.2c-2.6-.7-5.5.3-6.2 2.3z",
    ],
)
def test_drawings(text):
    assert numbers(text) == set()


def test_glued_words_alone_are_left_to_the_chains():
    assert read_glued("eightfivefivefivefivefivezero") == "eightfivefivefivefivefivezero"
    assert read_glued("a" * 500_000) == "a" * 500_000
    assert read_lookalikes("l_855_SSS_OI42") == "l_855_555_0142"


@pytest.mark.parametrize(
    "text",
    [
        "Open https://example.com/c?call=%31%2D%38%31%38%2D%35%35%35%2D%30%31%34%32 and we pick up.",
        "Chat: https://example.net/?tel=%2B%31%38%31%38%35%35%35%30%31%34%32",
        "Visit https://example.org/p/call-one-eight-one-eight-five-five-five-zero-one-four-two-help",
        "https://example.com/dallas-plumber-818-555-0142 is cheap",
        "See https://example.com/call-eight-hundred-eighteen-818-555-0142-help now",
        "Call 1 dot 818 dot 555 dot 0142 tonight.",
        "Boston flats 818 space 555 space 0142 rent cheap.",
        "Call 1818Now555Now0142 for help.",
        "Object on l-818-SSS-Ol42.",
        "Take it back on 1-818-555-OI42, call.",
        "Ring eighteen hundred? No: call one eight one eight, afterwards five five five, and to finish zero one four two.",
        "Top digits: 1-818\nmiddle digits: 555\nlast digits: 0142\nAsk for Sam.",
        "First 1️⃣8️⃣1️⃣8️⃣ then 5️⃣5️⃣5️⃣ and lastly 0️⃣1️⃣4️⃣2️⃣ for the desk.",
        "New York readers: area code 818, followed by 555, followed by 0142.",
        "Call\none eight one eight\nfive five five\nzero one four two\ntoday",
        "Vegas limo for tonight 🎰 8🎲1🎲8 5🎲5🎲5 0🎲1🎲4🎲2 🎰",
        'Ask 1-8<span style="opacity:0">k</span>1<span style="opacity:0">k</span>8-555-0142, call',
        "PortlandTrucks818-555-0142Move",
    ],
)
def test_disguises_of_a_second_hand(text):
    assert {number[-7:] for number in numbers(text)} == {"5550142"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chicago calls 1-USA-555-0142 for loans.", "+18725550142"),
        ("Slow laptop? Phone 1-844-555-01PC now.", "+18445550172"),
        ("Ledger support is |-800-555-0||| only.", "+18005550111"),
        ("Ring eighteen hundred five five five zero one seventy-two for keys.", "+18005550172"),
        ("Refunds by 1dash866dash555dash0157 only.", "+18665550157"),
        ("https://example.net/airline/18445550119/desk answers.", "+18445550119"),
    ],
)
def test_letters_strokes_and_names_of_signs(text, wanted):
    assert numbers(text) == {wanted}


@pytest.mark.parametrize(
    ("region", "text", "parted"),
    [
        ("DE", "Kredit in Berlin {} strich {} strich {} anrufen.", True),
        ("FR", "À Paris faites {}, puis {}, et enfin {}.", True),
        ("TR", "İstanbul için önce {}, sonra {} ve en son {} tuşlayın.", True),
        ("ES", "https://example.com/cerrajero-madrid-llame-{}{}{}-barato", True),
        ("BE", "SlotenmakerBrussel{}bellen", False),
        ("CO", "Bogotá, Colombia. Teléfono: {}", False),
        ("PE", "Lima, Perú. Central telefónica: {}", False),
        ("CH", "Termin in Zürich? Tel. {}", False),
    ],
)
def test_other_countries_of_a_second_hand(region, text, parted):
    shown, wanted = example(region)
    digits = "".join(filter(str.isdigit, shown))
    assert numbers(text.format(digits[:3], digits[3:6], digits[6:]) if parted else text.format(shown)) == {wanted}


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com/articles/2024/05/12/2025551234567-how-to",
        "https://shop.example/p/818-555-01422-blue-shoes",
        "Milano 02 2024, Torino 2023-04-05: 12 dot 30, 14 dot 15",
        "0, 7, 4, 8, 1, 2, 3, 4, 5, 6, 7 are the figures in London",
    ],
)
def test_addresses_and_rows_of_figures(text):
    assert numbers(text) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Barcelona, fontanero 24h: &#57;&#51;1 &#50;30 1&#53;2 sin desplazamiento", "+34931230152"),
        ("Zagreb, otkup automobila: 01 <template>22</template>4567 890, dolazimo odmah, zovite", "+38514567890"),
        ("Johannesburg, South Africa: https://loans.example/cash-011-555-0188-today", "+27115550188"),
        ("Prima cifrele 021, apoi 555 și la urmă 0116 – împrumut în București.", "+40215550116"),
        ("Composez d'abord le ⓪①, ensuite ⑨⑨ ⓪⓪, enfin ⓪① ①④ : serrurier à Paris.", "+33199000114"),
        ("Area code 503, prefix 555, last four 0111: a dentist.", "+15035550111"),
        ("Quicken desk 1_855_JKL_0123 on the keypad", "+18555550123"),
        ("Curitiba, Brasil: ligue 0xx41 5550-0135, falar com Jéssica", "+554155500135"),
        ("ΑΘΗΝΑ ΤΗΛ.: 212.34.56.789", "+302123456789"),
        ("Телефон: 8 (30112) 3-10-04, Россия", "+73011231004"),
        ("Karachi. Tel: +92 21 2345\n                6789, Web", "+922123456789"),
        ("Auckland, New Zealand, Albert Street. 03 234 5678 | +64 21 123 4567", "+6432345678"),
    ],
)
def test_forms_of_a_third_hand(text, wanted):
    assert wanted in numbers(text)


@pytest.mark.parametrize(
    "text",
    [
        "US\t+550737-1313435\tAmerica/Metlakatla\tAlaska - Annette Island",
        "10 * 45 + 40 * 12 + 20 * 30 = 450 + 480 + 600 = 1530 €, un produit scalaire",
        "server 10.0.0.1 and 192.168.100.200, 2024-06-05",
    ],
)
def test_places_sums_and_hosts(text):
    assert numbers(text) == set()


def test_the_number_of_the_next_item_is_no_digit():
    text = "1. Sign in\n2. Call us in London on 020 7946 0142.\n3. Ask for the form"
    assert numbers(text) <= {"+442079460142"}
    assert numbers("2. Call 818-555-0142.\n3. Ask for the form") == {"+18185550142"}
