"""What stands around a number speaks for or against it."""

import re
import unicodedata

from unrenew.shield.glyphs import FILL
from unrenew.shield.readings import Reading

_BEFORE = 48
_AFTER = 24
_GLUED_AFTER = 12
_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_PART = re.compile(r"[A-Z]?[a-z]+")
"""The words in names such as `dialNow`."""
_FAR = 240
"""How far away words are looked for where tags or unseen characters stand between."""
_WORD = re.compile(r"[^\W\d_]+")

_FOR = frozenset(
    # English, and words that many languages share
    "call calls called calling dial dials dialing dialling dialed ring phone phones"
    " telephone tele telefax fax tel telp tlp telf tfn mobile cell cellphone"
    " hotline helpline helpdesk help desk toll tollfree landline whatsapp signal viber sms"
    " facetime text contact contacts support customer service care"
    " reach speak talk agent agents person representative representatives dispatch"
    " conmutador centralita switchboard pbx centrala telefonzentrale sentralbord växel"
    " reception office escort escorts telegram freephone helplines numbers tlf puh ph fon mob tfno tlfno"
    # German, Dutch, Scandinavian, Finnish
    " telefon telefonnummer rufnummer nummer nummern anruf anrufen anrufe rufen ruf mobil"
    " wenden erreichen erreichbar bereikbaar handy durchwahl kundendienst kundenservice wählen"
    " wahlen bel bellen belt telefoon telefoonnummer klantenservice telefonnr kundeservice"
    " kundtjänst kontakt kontakta soita puhelin"
    " puhelinnumero asiakaspalvelu zentrale rezeption hotlinenummer"
    # French, Spanish, Portuguese, Italian, Romanian
    " téléphone telephone tél appel appelez appeler appelant joindre composez composer"
    " numéro numéros contacter contactez standard"
    " teléfono teléfonos telefono telefonos telefone telefones anrufen llame llamar llama llamando"
    " llámenos marca marcar marque móvil movil celular"
    " rendez rdv conseiller répond línea linha llamá telefonate verde ligação"
    " ouvidoria ligar ligue disque discar chame contacto contato número números numero numeros"
    " chiama chiami chiamare chiamate chiamaci cellulare"
    " atención atencion asistencia assistenza servicio servizio serviço atendimento joignable clienti clientela"
    " sună suna sunați sunati telefonul telefonic recapito centralino"
    # Polish, Czech, Slovak, Hungarian, Croatian, Turkish
    " zadzwoń zadzwon dzwoń dzwon dzwonić dzwoniąc infolinia telefonu telefonie numer numerem volejte zavolejte"
    " zavolajte telefonní číslo linka hívja hivja telefonszám"
    " telefonszam telefonon nazovite zovite pozovite broj arayın arayin telefonla numara numarası"
    " cep hattı hizmetleri hizmeti линия лінія linku ügyfélszolgálat tumawag tawagan"
    # Greek, Russian, Ukrainian, Bulgarian
    " τηλ τηλέφωνο τηλεφωνο καλέστε καλεστε κιν κινητό тел телефон телефону телефона"
    " звоните позвоните звонок номер номеру моб телефонуйте"
    " дзвоніть зателефонуйте обадете"
    # Indonesian, Vietnamese, Hindi, Arabic, Hebrew
    " hubungi telepon telpon panggil hub hp wa cel fono fijo fixe portable sími fón"
    " gọi sđt đt dđ hotline liên thoại फोन कॉल नंबर संपर्क सहायता هاتف اتصل"
    " جوال رقم واتساب الواتساب واتس للتواصل للطلب للاتصال موبايل شماره تماس تلفن فون نمبر"
    " תלפון טלפון התקשרו נייד"
    # Lithuanian, Latvian, Estonian, Slovene, Serbian, Malay, Swahili, Azerbaijani, Albanian, Catalan
    # Georgian, Armenian, Mongolian, Khmer, Lao, Burmese, Sinhala, Tamil, Telugu, Malayalam, Amharic, Kazakh, Uzbek
    " ტელ ტელეფონი მობ ფაქსი ნომერი հեռ հեռախոս ֆաքս утас факс дугаар телефоны qo'ng'iroq raqami telefoni"
    " ፋክስ ስልክ тэл тэлефон тлф تلفون ފޯނު тилфони simu nambari taleefan gsm nomor kontak faks faksas факсы الموحد"
    " skambinkite tālr tālrunis zvaniet helistage pokličite јавете piga simu zəng telefoni truca truqueu trucar".split()
)
_SIGNS = frozenset("📞☎📱📲☏🤙✆🕿📠🕻🖷📟")
_STEMS = re.compile(
    r"\bfax|\btel[.:]|telp\b|"
    "t[eé]l[eéè]?(?:ph|f)|τηλ[εέ]|телеф|hotline|helpline|callcent|kundenserv|klantenserv|kundserv|zadzwo|infolin|servicenum"
    r"|\bfak[sz]|(?<!i)(?<!micro)(?<!head)(?<!ear)(?<!smart)(?<!ele)phone\b|toll[ -]?free"
    "|φαξ|εξυπηρέτησ|обслужив|обслугов|kundeserv|asiakaspalv|serviciul? clien|apoio ao cli"
)
"""How words of calling begin, or what is in them, whatever the language puts behind."""
_ANOTHER = re.compile(r".*[0-9](?:[^\w\n]{0,2}[0-9]){6}(?![0-9])(?=.*[^\W\d_])", re.DOTALL)
"""Another number before this one, and words behind it."""
_WEAK = frozenset(
    "support customer service care help desk text person cell contact contacts office reception speak".split()
)
"""Words that speak of much else too: behind a number they say little."""
_LETTER = re.compile(r"(?<![^\W_])[TPMH][:.]\s?\Z", re.IGNORECASE)
"""The short form in an address: `T: 0…`."""
_UNSPACED = tuple(
    "".join([FILL if unicodedata.category(char) == "Mn" else char for char in word])
    for word in (
        "电话 手机 热线 客服 致电 拨打"
        " 传真 傳真 联系 聯絡 联络 微信 咨询 加微 查询 查詢 電話 携帯 ファックス 窓口 お問い合わせ フリーダイヤル"
        " แฟกซ์ ໂທ ទូរស័ព្ទ ဖုန်း දුරකථන தொலைபேசி ఫోన్ ഫോൺ ದೂರವಾಣಿ ফোন মোবাইল मोबाइल सम्पर्क फ्याक्स"
        " 팩스 문의 전화 연락처 고객센터 โทร"
        " दूरभाष फ़ोन फोन कॉल नंबर संपर्क सहायता হেল্পলাইন ফোন কল நம்பர் அழைக்க அழை"
    ).split()
)
"""Words of calling that stand unspaced, or have marks inside, which a folded text has no more."""
_AGAINST = frozenset(
    "order orders invoice receipt ref reference ticket case tracking serial isbn issn"
    " iban imei imsi ean upc asin sku siren siret vat tax ssn"
    " ein tin nhs abn acn cusip isin npi pnr booking transaction txn trx account acct"
    " konto card passport version ver build kb rev revision"
    " commit pid uid gid port seed id ids uuid hash checksum timestamp epoch time size"
    " bytes offset docket patent article part model item"
    " product batch lot score lat lon lng latitude longitude validate compact format"
    " rechnung rechnungsnummer bestellnummer kundennummer ocr bankgiro plusgiro faktura fakturan laskun viite"
    " steuernummer commande facture pedido factura fattura ordine zamówienie doi oclc"
    " error status row col page pages chapter"
    " section population isni orcid arxiv pmid license licence policy vin bsn cpf cnpj"
    " node block blk step steps total sum count rfc iso cve cwe bug pr pull issue"
    " parcel shipment consignment sendungsnummer barcode gtin mmsi callsign zip plz postcode"
    # the numbers by which countries know people and firms
    " nip regon krs pesel ico dic ičo dič tunnus orgnr cvr kvk btw rsin tva iva rcs naf cif nif dni nie ruc rut curp"
    " cuit cuil nit arbn tfn gst gstin nzbn pan cin aadhaar uen nric nino utr crn mst gpdkkd đkkd gpkd msdn npwp nik"
    " idnr stnr hrb hra cui oib eik mersis vkn tckn kimlik vergi αφμ γεμη ορ"
    " инн огрн огрнип снилс кпп бик бин иин єдрпоу рнокпп еик"
    # orders, bills and contracts in other languages
    " dossier contrat contrato contratto contract vertragsnummer auftragsnummer bestellung auftrag"
    " pratica müşteri abone zamówienia umowy faktury sipariş fatura poliçe"
    " заказ заказа договор договора счет счета паспорт"
    " الطلب الفاتورة فاتورة الحساب العقد الهوية הזמנה חשבונית".split()
)
_UNSPACED_AGAINST = tuple(
    "QQ Q/微 微/Q 扣扣 Q微 微Q 版本 订单 訂單 订单号 編號 编号 案卷号"
    "  发票 發票 账号 帳號 账户 帳戶 卡号 身份证 信用代码 统编 統編 快递单号 单号 构建号"
    " 注文番号 請求書番号 口座番号 伝票番号"
    " 登録番号 会員番号 管理番号 法人番号 受付番号"
    " 주문번호 계좌번호 등록번호 송장번호 회원번호".split()
)
"""Labels of other numbers in scripts without spaces, right before a number."""
_OWNED = _AGAINST | frozenset(
    "customer client member membership contract user employee patient student"
    " application claim file job org kunden vertrag kunde klant kund cliente clientes adhérent"
    " abonné socio klienta клиента العميل".split()
)
"""With "number" these mean another kind of number; alone some of them are words of calling."""
_BETWEEN = frozenset(
    "no nr n num núm number numbers nummer code id is of the digits value ending such as like eg".split()
)
_NUMBER_OF = frozenset(
    "number nummer numéro número numero numer номер no nr n nº num رقم numărul code codice código codigo kod".split()
)
_OF = frozenset("de du d di del des der of the do da la le".split())
_COMPOUND = re.compile(
    r"(?!(?:tel|fax|ruf|ring|handy|mobil|gsm|hotline|help|service|support|kontakt|contact|puhelin|notruf|durchwahl|anruf|bel)).+"
    r"(?:nummern?|number|numara(?:sı)?|nro?|konto|tunnus)"
)
"""A word that ends in "number" and names another kind of number: `Kundennummer`, `klantnummer`."""
_SERIAL = re.compile(r"20[0-4][0-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{2}(?![0-9])")
"""A day and two digits, as a serial number has."""
_DRAWN = re.compile(r"[0-9.][A-Za-z]{1,2}-?\Z")
"""A letter between figures, as in the lines of a drawing: `353.9l-9.3-9.4`."""
_LARGEST = ("2147483", "4294967")
"""How the largest numbers of 32 bits begin."""
_TIGHT = re.compile(r"[\s:#=(\['\"№°º.~-]*\Z")
_NAMED = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2,12}-?\Z")
"""The name of a series right before: `CVE-2023-…`, `INV-…`, `ATU…`."""
_MONEY = ("$", "€", "£", "¥", "₹", "₽")
_CODE_BEFORE = re.compile(
    r"(?:[A-Za-z_]\(['\"]|0x[0-9a-f]*|0[ob]|[A-Za-z0-9]_|[%&?\\]|(?<![0-9])(?<![0-9]/)/|(?<![0-9])=|[=!<>+*-]=\s|[\d.]e[+-]?|\w@|['\"]\]?\s?==?\s?['\"])\Z"
)
_ARGUMENTS = re.compile(r"[A-Za-z_]\(\Z")
_HEX_BEFORE = re.compile(r"(?<![a-z])[a-f]\Z")
_HEX_AFTER = re.compile(r"[a-fA-F][0-9a-fA-F]")
_ASSIGNED = re.compile(
    r"(?:tel|callto|facetime|smsto|imessage|viber|skype|phone|call|dial|mobile|msisdn|whatsapp|sms|fax|number|helpline|contact|care|support|wa(?:\.me)?|t\.me|hp|hub|nomor|nr|no)(?:_?(?:no|nr|num|number))?"
    r"(?:=|%3D|/|:)+\Z",
    re.IGNORECASE,
)
_CODE_AFTER = re.compile(
    r"_(?=[a-f]*[0-9])[0-9a-f]|[.,]\d|%|\s?[eE][-+]?\d|\s?(?:bytes|ms|kb|mb|gb|px|usd|eur|km|kg|secs?|seconds|hits|rows)\b",
    re.IGNORECASE,
)


def speaks_for(text: str, start: int, end: int) -> float:
    """Return what the words and signs around a number speak for it; those before another number speak for that one."""
    before = _seen_before(text, start)
    other = _ANOTHER.match(before)
    if other:
        before = before[other.end() :]
    if calls(before) or _LETTER.search(before):
        return 2.0
    after = text[end : end + _AFTER]
    if FILL in after:
        after = text[end : end + _FAR].replace(FILL, "")[:_AFTER]
    if calls(after):
        return 0.75 if _FOR.intersection(_WORD.findall(after.lower())) <= _WEAK and after.isascii() else 1.5
    return 1.0 if "number" in before.lower() else 0.0


def _seen_before(text: str, start: int) -> str:
    """Return what stands before a place, without what is not seen there: a tag is no distance."""
    before = text[max(0, start - _BEFORE) : start]
    return text[max(0, start - _FAR) : start].replace(FILL, "")[-_BEFORE:] if FILL in before else before


def calls(window: str) -> bool:
    """Tell whether a stretch of text speaks of calling."""
    low = window.lower()
    words = _WORD.findall(low)
    found = _FOR.intersection(words)
    if found - _NUMBER_OF or _STEMS.search(low):
        return True
    if _CAMEL.search(window) and not _FOR.isdisjoint([part.lower() for part in _PART.findall(window)]):
        return True
    if found and not all(_is_of_another(words, place) for place, word in enumerate(words) if word in found):
        return True
    if window.isascii():
        return False
    return not _SIGNS.isdisjoint(window) or any(word in window for word in _UNSPACED)


def _is_of_another(words: list[str], place: int) -> bool:
    """Tell whether the word "number" at a place goes on with whose: `número de pedido`."""
    behind = [word for word in words[place + 1 : place + 3] if word not in _OF]
    return bool(behind) and behind[0] in _OWNED


def speaks_against(text: str, start: int, end: int, *, label: int, reading: Reading) -> float:
    """Return what the words and signs around a number speak against it; `label` is where its run of digits begins."""
    before = text[max(0, start - 32) : start]
    cost = 0.0
    if (
        _labelled(before)
        or _listed(text[max(0, start - 96) : start])
        or (label < start and _labelled(text[max(0, label - 32) : label]))
    ):
        cost += 1.0 if reading.toll_free and reading.shaped and reading.coded else 3.0
    if before.rstrip(" ")[-1:] in _MONEY:
        cost += 3.0
    if _CODE_BEFORE.search(before[-8:]) and not _ASSIGNED.search(before):
        cost += 2.0
    if ", " in text[start:end] and _ARGUMENTS.search(before):
        cost += 2.0
    if reading.how in {"national", "abroad"} and _DRAWN.search(text[max(0, label - 6) : label]):
        cost += 3.0
    hexadecimal = _HEX_BEFORE.search(before[-8:]) or _HEX_AFTER.match(text, end)
    figure = (
        reading.bare or text[end : end + 1] != "," or "," in text[start:end]
    )  # `4123-1234,4123-1235` are two numbers
    if (figure and _CODE_AFTER.match(text, end)) or (hexadecimal and not reading.shaped):
        cost += 2.0
    return cost + _glued(text, start, end, before, reading)


def _glued(text: str, start: int, end: int, before: str, reading: Reading) -> float:
    """Return what the characters right at a number speak against it: it is the end of a name, or a serial number."""
    cost = 0.0
    if reading.bare and text[end : end + 1].islower() and not (reading.toll_free and reading.coded):
        cost += 0.5
    if calls(before[-14:]):
        return cost
    if reading.bare and (_SERIAL.match(text, start) or text.startswith(_LARGEST, start)):
        cost += 2.0
    if (
        reading.how == "national"
        and before[-1:].isalnum()
        and not (text[end : end + 1].isalpha() and calls(text[end : end + _GLUED_AFTER]))
    ):
        cost += 2.0
    if reading.how in {"national", "abroad"} and _NAMED.search(before):
        cost += 2.0
    return cost


def _listed(before: str) -> bool:
    """Tell whether a number is one of a list, with nothing but short codes between, under such a label."""
    head, colon, row = before.rpartition(":")
    return bool(colon) and row.upper() == row and "\n" not in row and _labelled(head)


def _labelled(before: str) -> bool:
    """Tell whether the words just before a number say that it is another kind of number."""
    if not before.isascii() and before.rstrip(" :：#.-(（").endswith(_UNSPACED_AGAINST):
        return True
    words = list(_WORD.finditer(before))
    if not words or not _TIGHT.match(before, words[-1].end()):
        return False
    named = [word[0].lower() for word in words[-5:]]
    whole = len(named)
    sign = named[-1] == "n"  # n°
    while named and named[-1] in _BETWEEN:
        named.pop()
    if not named:
        return False
    if sign and not _AGAINST.isdisjoint(named[-2:]):
        return True
    last = named[-1]
    if last in _AGAINST or (last not in _FOR and _COMPOUND.fullmatch(last)):
        return True
    if last not in _OWNED:
        return False
    if len(named) < whole:
        return True  # "customer number is"
    rest = [word for word in named[-3:-1] if word not in _OF]
    return bool(rest) and rest[-1] in _NUMBER_OF  # "numéro de client", but not "service client"
