"""What stands around a number speaks for or against it."""

import re

_BEFORE = 48
_AFTER = 24
_WORD = re.compile(r"[^\W\d_]+")

_FOR = frozenset(
    # English, and words that many languages share
    "call calls called calling dial dials dialing dialling dialed ring phone phones"
    " telephone tele telefax fax tel mobile cell cellphone"
    " hotline helpline helpdesk help desk toll tollfree landline whatsapp signal viber sms"
    " text contact contacts support customer service care"
    " reach speak talk agent agents person representative representatives dispatch"
    " reception office telegram freephone helplines numbers"
    # German, Dutch, Scandinavian, Finnish
    " telefon telefonnummer rufnummer nummer nummern anruf anrufen anrufe rufen ruf mobil"
    " handy durchwahl kundendienst kundenservice wählen"
    " wahlen bel bellen belt telefoon telefoonnummer klantenservice telefonnr kundeservice"
    " kundtjänst kontakt kontakta soita puhelin"
    " puhelinnumero asiakaspalvelu zentrale rezeption hotlinenummer"
    # French, Spanish, Portuguese, Italian, Romanian
    " téléphone telephone tél appel appelez appeler appelant joindre composez composer"
    " numéro numéros contacter contactez standard"
    " teléfono teléfonos telefono telefonos telefone telefones llame llamar llama llamando"
    " llámenos marca marcar marque móvil movil celular"
    " ligar ligue disque discar chame contacto contato número números numero numeros"
    " chiama chiamare chiamate chiamaci cellulare"
    " sună suna sunați sunati telefonul telefonic recapito centralino"
    # Polish, Czech, Slovak, Hungarian, Croatian, Turkish
    " zadzwoń zadzwon infolinia telefonu telefonie numer numerem volejte zavolejte"
    " zavolajte telefonní číslo linka hívja hivja telefonszám"
    " telefonszam telefonon nazovite pozovite broj arayın arayin telefonla numara numarası"
    " cep hattı"
    # Greek, Russian, Ukrainian, Bulgarian
    " τηλ τηλέφωνο τηλεφωνο καλέστε καλεστε κιν κινητό тел телефон телефону телефона"
    " звоните позвоните звонок номер номеру моб телефонуйте"
    " дзвоніть зателефонуйте обадете"
    # Indonesian, Vietnamese, Hindi, Arabic, Hebrew
    " hubungi telepon telpon panggil gọi sđt hotline फोन कॉल नंबर संपर्क सहायता هاتف اتصل"
    " جوال رقم תלפון טלפון התקשרו נייד".split()
)
_SIGNS = frozenset("📞☎📱📲☏🤙✆🕿📠🕻🖷📟")
_UNSPACED = (
    "电话",
    "手机",
    "热线",
    "客服",
    "致电",
    "拨打",
    "電話",
    "携帯",
    "전화",
    "연락처",
    "โทร",
    "दूरभाष",
    "फ़ोन",
    "संपर्क",
)
_AGAINST = frozenset(
    "order orders invoice receipt ref reference ticket case tracking serial isbn issn"
    " iban imei imsi ean upc asin sku siren siret vat tax ssn"
    " ein tin nhs abn acn cusip isin npi pnr booking transaction txn trx account acct"
    " konto card passport version ver build kb rev revision"
    " commit pid uid gid port seed id ids uuid hash checksum timestamp epoch time size"
    " bytes offset docket patent article part model item"
    " product batch lot score lat lon lng latitude longitude validate compact format"
    " rechnung rechnungsnummer bestellnummer kundennummer"
    " steuernummer commande facture pedido factura fattura ordine zamówienie doi oclc"
    " error status line lines row col page pages chapter"
    " section population isni orcid arxiv pmid license licence policy vin bsn cpf cnpj"
    " node block blk step steps total sum count rfc iso"
    " parcel shipment consignment sendungsnummer barcode gtin mmsi callsign zip plz postcode".split()
)
_OWNED = _AGAINST | frozenset(
    "customer client member membership contract user employee patient student"
    " application claim file job kunden vertrag".split()
)
"""Before "number" these mean another kind of number; alone some of them are words of calling."""
_BETWEEN = frozenset("no nr num number nummer code id is of the digits value ending".split())
_TIGHT = re.compile(r"[\s:#=(\['\"№.~-]*\Z")
_MONEY = ("$", "€", "£", "¥", "₹", "₽")
_CODE_BEFORE = re.compile(
    r"(?:[A-Za-z_]\(['\"]|0x[0-9a-f]*|[A-Za-z0-9]_|(?<![a-z])[a-f]|[=%&?/\\]|[\d.]e[+-]?|\w@|['\"]\]?\s?==?\s?['\"])\Z"
)
_CODE_AFTER = re.compile(
    r"[a-fA-F_][0-9a-fA-F]|[.,]\d|%|\s?(?:bytes|ms|kb|mb|gb|px|usd|eur|km|kg|secs?|seconds|hits|rows)\b", re.IGNORECASE
)
_IDENTITY = (
    *(
        "check digit",
        "checksum",
        "identification number",
        "identifier",
        "social security",
        "tax number",
        "taxpayer number",
    ),
    *("serial number", "registration number", ">>> "),
)


def speaks_for(text: str, start: int, end: int) -> float:
    """Return what the words and signs around a number speak for it."""
    if calls(text[max(0, start - _BEFORE) : start]):
        return 2.0
    return 1.5 if calls(text[end : end + _AFTER]) else 0.0


def calls(window: str) -> bool:
    """Tell whether a stretch of text speaks of calling."""
    if not _FOR.isdisjoint(_WORD.findall(window.lower())):
        return True
    if window.isascii():
        return False
    return not _SIGNS.isdisjoint(window) or any(word in window for word in _UNSPACED)


def speaks_against(text: str, start: int, end: int, *, bare: bool) -> float:
    """Return what the words and signs around a number speak against it."""
    before = text[max(0, start - 32) : start]
    cost = 0.0
    if _labelled(before):
        cost += 3.0
    if before.rstrip(" ")[-1:] in _MONEY:
        cost += 3.0
    if _CODE_BEFORE.search(before[-8:]):
        cost += 2.0
    if _CODE_AFTER.match(text, end):
        cost += 2.0
    if bare and text[end : end + 1].islower():
        cost += 0.5
    return cost


def _labelled(before: str) -> bool:
    """Tell whether the words just before a number say that it is another kind of number."""
    words = list(_WORD.finditer(before))
    if not words or not _TIGHT.match(before, words[-1].end()):
        return False
    last = words[-1][0].lower()
    if last in _AGAINST:
        return True
    return last in _BETWEEN and len(words) > 1 and words[-2][0].lower() in _OWNED


def is_about_identifiers(text: str) -> bool:
    """Tell whether a text explains numbers that identify people, firms or things."""
    low = text.lower()
    return any(word in low for word in _IDENTITY)
