"""Encodings are told by the letters of their languages; Western text is never taken for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrenew.readers.csv.charsets import text_of
from unrenew.readers.csv.letters import double_byte, single_byte
from unrenew.readers.sources import source_of

TEXTS = {
    "cp1250": [
        "Zakupy spożywcze", "Opłata za przelew, prowizja", "Splátka půjčky, příchozí platba", "Žiadosť o výber z účtu",
        "Fizetés köszönjük, vásárlás, bővítés", "Plaćanje računa, čokoladni šećer",
    ],
    "cp1251": ["Оплата покупки в магазине", "Зарахування коштів із картки", "Теглене от банкомат"],
    "cp1253": ["Πληρωμή λογαριασμού ύδρευσης"],
    "cp1257": ["Mokėjimas už paslaugas, įmokų grąžinimas", "Maksājums par īri, ķēdes veikals, ģimene"],
    "cp1252": [
        "Überweisung für Müller, Straße", "Prélèvement à l’échéance, reçu", "Compra en España, nómina",
        "Pão de açúcar, não",
        "Addebito più commissioni, città è", "Køb på nettet, gebyr, smørrebrød", "Lön från företaget, återbetalning",
        "Café Zoë", "Greiðsla þjónustu, æði", "Reeënstraat, één", "plain words only",
        "Müller 12 € – 5 % «Foo»", "n° 5, 20 °C",
        "Größe café señor",
    ],
    "gb18030": ["餐饮美食,晨光面包店,支出", "交易时间,金额,余额"],
    "cp949": ["거래일시,적요,출금액", "체크카드 바람서점"],
    "big5": ["交易日期,摘要,支出金額,餘額", "轉帳存入 捷運公司"],
    "cp932": ["ご利用日,ご利用店名,金額", "日付,摘要,お支払金額 ｸﾚｼﾞﾂﾄ", "給与振込 みどり書店"],
}  # fmt: skip
CASES = [(codec, text) for codec, texts in TEXTS.items() for text in texts]


@pytest.mark.parametrize(("codec", "text"), CASES)
def test_text(codec, text):
    data = text.encode(codec)
    assert (double_byte(data) or single_byte(data)) == codec


@pytest.mark.parametrize(("codec", "text"), CASES)
def test_in_a_table_with_a_header_of_plain_letters(codec, text):
    table = "Date;Text;Amount\n" + f"2025-03-01;{text.replace(';', ' ')};-12.50\n" * 2
    found, taken = text_of(source_of(table.encode(codec)))
    assert found == table
    assert taken in {codec, "utf-8"}


@given(st.lists(st.sampled_from([text for texts in TEXTS.values() for text in texts]), min_size=1, max_size=5))
def test_utf8_is_never_asked(texts):
    table = "Date;Text;Amount\n" + "".join(f"2025-03-01;{text};1.00\n" for text in texts)
    assert text_of(source_of(table.encode())) == (table, "utf-8")


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_have_an_encoding(data):
    double_byte(data)
    assert data.decode(single_byte(data), errors="replace")
