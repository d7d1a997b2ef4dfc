"""A text's own words say whose national numbers it holds, and which of its numbers are no phone numbers."""

import phonenumbers
import pytest

from unrenew.shield import find_contacts
from unrenew.shield.numbering import national
from unrenew.shield.regions import votes_of


def numbers(text):
    return {contact.value for contact in find_contacts(text).contacts if contact.kind == "phone"}


# The numbers are the examples in the metadata of phonenumbers.
@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("DE", "Muster GmbH, Hauptstraße 12, Berlin. Telefon: {}"),
        ("AT", "Muster GmbH, Mariahilfer Straße 8, 1070 Wien, Tel. {}"),
        ("CH", "Muster AG, Bahnhofstrasse 1, 8001 Zürich, Tel. {}"),
        ("FR", "Service client : {} (appel gratuit), du lundi au vendredi"),
        ("BE", "Exemple SA, Rue Neuve 1, 1000 Bruxelles, tél. {}"),
        ("ES", "Atención al cliente: {}, de lunes a viernes"),
        ("IT", "Esempio S.r.l., Via Roma 1, Milano - Tel. {}"),
        ("PT", "Exemplo, Lda. Rua Augusta 10, Lisboa. Tel.: {}"),
        ("NL", "Voorbeeld B.V., Damrak 1, Amsterdam, telefoon {}"),
        ("PL", "Przykład sp. z o.o., Warszawa, tel. {}"),
        ("SE", "Exempel AB, Drottninggatan 5, Stockholm, telefon {}"),
        ("NO", "Eksempel AS, Karl Johans gate 1, Oslo. Telefon {}"),
        ("DK", "Eksempel ApS, Strøget 1, København K. Telefon: {}"),
        ("FI", "Esimerkki Oy, Mannerheimintie 1, Helsinki, puhelin {}"),
        ("CZ", "Příklad s.r.o., Praha, telefon {}"),
        ("HU", "Példa Kft., Budapest, Váci utca 1., telefon: {}"),
        ("RO", "Exemplu SRL, Calea Victoriei 1, București, telefon {}"),
        ("GR", "Παράδειγμα ΑΕ, Ερμού 1, Αθήνα, τηλ. {}"),
        ("TR", "Örnek A.Ş., İstiklal Cad., İstanbul. Telefon: {}"),
        ("UA", "ТОВ «Приклад», Київ, вул. Хрещатик 1, телефон {}"),
        ("IL", "Example Ltd, Rothschild 1, Tel Aviv, Israel. Phone {}"),
        ("ZA", "Example (Pty) Ltd, Long Street, Cape Town, South Africa. Tel: {}"),
        ("IN", "Example Pvt Ltd, MG Road, Bengaluru, India. Phone: {}"),
        ("AR", "Ejemplo S.A., Av. Corrientes 1000, Buenos Aires, Argentina. Teléfono {}"),
        ("JP", "株式会社例 大阪市北区 TEL {}"),
        ("RU", "Горячая линия в России: {}"),
        ("TH", "Call our office in Bangkok, Thailand on {}"),
    ],
)
def test_an_address_says_whose_numbers(region, text):
    example = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.FIXED_LINE)
    shown = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.NATIONAL)
    wanted = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    assert next(iter(votes_of(text.format(shown)))) == region
    assert numbers(text.format(shown)) == {wanted}


@pytest.mark.parametrize(
    "text",
    [
        "Bitte halten Sie bei einem Anruf Ihre Kundennummer 887 307 9666 bereit.",
        "Si vous appelez, munissez-vous de votre numéro client 64 627 804 80.",
        "Exemple SA, 1000 Bruxelles, service client, BE 0323.230.745",
        "Przykład sp. z o.o., Warszawa, infolinia, NIP 525-562-87-20",
        "ООО «Пример», Москва. Телефон на сайте. ИНН 9419528814",
        "Eksempel ApS, København. Telefon på siden. CVR 91212935",
        "Esimerkki Oy, Helsinki, puhelin verkossa, Y-tunnus 2839364-1",
        "Cuando llame, tenga a mano su DNI 13771549-U.",
        "رقم الطلب ١٢٣٤٥٦٧٨٩٠ بتاريخ اليوم",
        "Call support about CVE-2023-25815 in Sydney, Australia",
        "call: ([a-f]{1,4}){0,2}:(?:25[0-5]|2[0-4]) and [a-f]{1,4}:(?:25[0-5]|2[0-4])",
        "phone grouping '1%s024.000000' % sep",
        "call libexample (>= 6.3+20220423)",
        "Handyrechnung, Kundenkonto 0503129794, Rufnummer gesperrt",
        "Facture mobile n° 0237072578, compte client, ligne masquée",
        "Assistenza: codice cliente 6510588861, bolletta",
        "Лицевой счёт, номер договора 58540-4465, показания 73223 98901",
        "Exempel AB, Stockholm, telefon på sidan, org.nr 556502-7056",
        "Beispiel KG, Salzburg, Österreich, Telefon auf der Seite, UID ATU14221319",
        "Hotline statistics: Jan 800 855 833, Feb 844 866 877 calls per day.",
        "insert ( 350 1255 0 less )\ninsert ( 3129 1255 0 'sort support' )",
        "libexample 5.1.1alpha+20110809, call it",
        "Dial(SIP/097): CALLERID(num)=2107) exten => X; context 39, phone",
        "| 1 | 908 | 827 | 1929 |",
        "C -1 ; B -5 -53 716 661 ;",
        "dial 1-800-Flowers or 1-800-FLOWERS",
        "888, 877 and 866 numbers came later, in 1996, 1998 and 2000",
    ],
)
def test_other_numbers_of_people_firms_and_code(text):
    assert numbers(text) == set()


def test_national_numbers_come_with_their_prefix():
    assert national("2079460018", "GB") is None
    assert national("02079460018", "GB") == ("+442079460018", "fixed_line")
    assert national("9999999999", "IN") == ("+919999999999", "mobile"), "optional there"


def test_a_number_is_read_as_its_link_dials_it():
    text = 'Отменить подписку можно по телефону <a href="tel:+442079460018">020 7946 0018</a>'
    assert numbers(text) == {"+442079460018"}


def a_mobile(region, grouped=False):
    """Return a number nobody is given here as it is dialled inside a country, and in full."""
    example = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
    shown = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.NATIONAL)
    full = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    return (shown if grouped else "".join(filter(str.isdigit, shown))), full


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("ID", "Jual kopi asli harga murah di Purwokerto {} bisa COD"),
        ("VN", "Cửa hàng giá rẻ tại thành phố, miễn phí giao hàng, {}"),
        ("KR", "강남 이삿짐 센터 {} 오늘 가능"),
        ("TH", "ร้านซ่อมแอร์ กรุงเทพ {} ราคาถูก"),
        ("SA", "شركة تنظيف منازل بالرياض {}"),
        ("IR", "شماره خدمات {} تهران"),
        ("TR", "Beşiktaş nakliyat, uygun fiyat, hafta içi {}"),
    ],
)
def test_a_text_surely_of_a_country_needs_no_word_of_calling(region, text):
    shown, full = a_mobile(region)
    assert numbers(text.format(shown)) == {full}


@pytest.mark.parametrize(
    ("region", "word"),
    [
        ("KE", "Eldoret"),
        ("NL", "Blijdorp, Rotterdam"),
        ("HR", "Zagreb"),
        ("MY", "Kuala Lumpur, RM 50"),
        ("ZA", "R 200 in Umhlanga"),
    ],
)
def test_towns_and_money_say_whose_numbers(region, word):
    shown, full = a_mobile(region, grouped=True)
    assert numbers(f"Dr. Example, {word}: phone {shown}") == {full}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("São Paulo, tel.: (11) 2345-6789 / Fax: 2345-6780", {"+551123456789", "+551123456780"}),
        ("Tel. (55) 5555-1234 y 5555-1235, Ciudad de México", {"+525555551234", "+525555551235"}),
        ("Department, Bhisho, South Africa. Tel: +27 40 608 4342/4043", {"+27406084342", "+27406084043"}),
        ("Singapore. Tel: +65 6123 4567 / 6123 4568", {"+6561234567", "+6561234568"}),
    ],
)
def test_a_second_number_may_share_the_beginning(text, wanted):
    assert numbers(text) == wanted


def test_a_number_dialled_from_abroad_is_read_in_a_text_of_that_country():
    example = phonenumbers.example_number_for_type("OM", phonenumbers.PhoneNumberType.MOBILE)
    full = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    assert numbers(f"للبيع في مسقط / 00{full[1:]} | سعر") == {full}
    assert numbers(f"00{full[1:]} 0042 0017") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Y-tunnus 0112038-9, laskun viite 1 84455 50142, asiakasnumero 08665550. Palvelemme tiskillä klo 9–16.",
        "Cabinet, București: telefon 021 123 45 67. Dosar nr. 1855/300/2024.",
        "PRO Esempio S.r.l. - Roma - Tel. +39 06 82 21 32 - P.I. 05178341003",
    ],
)
def test_other_numbers_beside_one_to_call(text):
    assert not {number for number in numbers(text) if number.startswith("+1") or number.endswith("05178341003")}


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("CN", "需要代理请联系{}，微信同号！"),
        ("TW", "校本部：新竹市東區光復路一段 預約電話：{}"),
        ("PH", "Default Country: PH\nPhone Number: {}"),
        ("RO", "Telefon: {} Constanţa"),
        ("ME", "Misija u Crnoj Gori, tel. {}"),
    ],
)
def test_towns_without_spaces_codes_and_letters(region, text):
    shown, full = a_mobile(region)
    assert numbers(text.format(shown)) == {full}


def test_a_firm_with_a_country_in_its_address_is_not_of_that_country():
    assert "FI" not in votes_of("預約電話：請寫信 service@ice-finland.example")


def test_a_plain_number_beside_a_disguised_one_is_not_accused_for_standing_often():
    from unrenew.api.guides import directory_of
    from unrenew.shield import screen

    planted, plain = "｛＋１ （８５５） ５５５ ０１４２｝", "1 800 555 0199"
    text = (
        f"{{{{Hilfe jetzt}}}} Whose number is {plain}?\nYou ask whose number {plain} is? Many ask about {plain}."
        f" Call {planted} now, our agents know. Support at {planted}, or again at {planted}."
    )
    assert list(screen(text, directory_of()).planted) == ["+18555550142"]
