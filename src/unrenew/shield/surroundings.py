"""What stands around a number speaks for or against it."""

import re

_BEFORE = 48
_AFTER = 24
_FOR = re.compile(
    # English and words that many languages share
    r"(?<![a-z])(?:call|dial|ring|phone|telephone|tele?fax|fax|tel|mobile"
    r"|cell|cellphone|hotline|helpline|helpdesk|help[ -]desk|desk|help@?"
    r"|toll|landline|whats?app|signal|viber|sms|text|contact|support"
    r"|customer|service|care|reach|speak|talk|agent|live person"
    r"|representative|dispatch|reception|office|telegram|freephone|hot-line|contact-number|cancel line|billing line"
    # German, Dutch, Scandinavian
    r"|telefon|telefonnummer|rufnummer|nummern?|anruf|anrufen|rufen"
    r"|mobil|handy|durchwahl|kundendienst|kundenservice|w[äa]hlen"
    r"|bel|bellen|telefoon|telefoonnummer|nummer|klantenservice|ring"
    r"|telefonnr|kundeservice|kundtj[äa]nst|kontakt|soita|puhelin"
    # French, Spanish, Portuguese, Italian, Romanian
    r"|t[ée]l[ée]phone|t[ée]l|appel|appelez|appeler|appelant|joindre|composez|num[ée]ros?|num[eé]ro vert|contacter"
    r"|tel[ée]fonos?|telefones?|llame|llamar|llama|llamando|marca"
    r"|marcar|marque|m[óo]vil|celular|ligar|ligue|disque|chame|contacto"
    r"|telefono|chiama|chiamare|chiamate|cellulare|numero|sun[aă]|sunati|telefonul"
    # Polish, Czech, Hungarian, Turkish, Greek, Russian, Indonesian, Vietnamese, Hindi in Latin letters
    r"|zadzwo[nń]|infolinia|telefonu|volejte|zavolejte|h[íi]vja|telefonsz[áa]m|aray[ıi]n|telefon no|numara|cep"
    r"|τηλ|τηλ[έε]φωνο|καλ[έε]στε|κιν|тел|телефону?|звоните|позвоните|звонок|номеру?|моб|телефонуйте|дзвоніть|обадете"
    r"|hubungi|telepon|telpon|panggil|gọi|điện thoại|sđt|hotline|फ़?ोन|कॉल|नंबर|संपर्क|सहायता|dhl"
    r"|هاتف|اتصل|جوال|رقم|טלפון|התקשרו|נייד)(?![a-z])|📞|☎|📱|📲|☏|🤙|✆|🕿|📠|🕻|🖷|电话|手机|热线|客服|致电|拨打|电話|電話|携帯|전화|연락처|โทร|tel:|callto:",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?<![a-z])(?:order|invoice|receipt|ref|reference|ticket|case"
    r"|tracking|serial|isbn(?:-1[03])?|issn|iban|imei|imsi|ean|upc|asin|sku"
    r"|siren|siret|vat|tax|ssn|ein|tin|nhs|abn|acn|cusip|isin|npi|pnr"
    r"|booking|transaction|txn|trx|account|acct|konto|card|passport"
    r"|version|ver|build|kb|rev|revision|commit|pid|uid|gid|port|seed"
    r"|id|ids|uuid|hash|checksum|timestamp|epoch|time|size|bytes|offset"
    r"|docket|patent|article|part|model|item|product|batch|lot|score"
    r"|lat|lon|lng|latitude|longitude|validate|compact|format|rechnung"
    r"|rechnungsnummer|bestellnummer|kundennummer|steuernummer|commande"
    r"|facture|pedido|factura|fattura|ordine|zam[óo]wieni[ea]|doi|oclc"
    r"|code|error|status|line|lines|row|col|page|pages|chapter|section"
    r"|population|isni|orcid|arxiv|pmid|licen[cs]e|policy|vin|bsn|cpf|cnpj)"
    r"(?:\s+(?:no|nr|num|number|nummer|code|id|is|of|the))?\.?\s*[:#=(\['\"№-]*\s*$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[$€£¥₹₽]\s?$|\b(?:USD|EUR|GBP|INR|JPY|CHF|PLN|SEK)\s?$")
_CODE_BEFORE = re.compile(
    r"[A-Za-z_]\(['\"]$|0x[0-9a-f]*$|[A-Za-z0-9]_$|[a-f]$|[=%&?/\\]$"
    r"|\bblk_-?$|[\d.]e[+-]?$|\w@$|['\"]\]?\s?==?\s?['\"]$"
)
_CODE_AFTER = re.compile(
    r"[a-fA-F_][0-9a-fA-F]|[.,]\d|%|\s?(?:bytes|ms|kb|mb|gb|px|usd|eur|km|kg|secs?|seconds|hits|rows)\b", re.IGNORECASE
)
_IDENTITY = re.compile(
    r"check digit|checksum|identification number|identifier|social security|tax(?:payer)? number|serial number"
    r"|registration number|>>> ",
    re.IGNORECASE,
)


def speaks_for(text: str, start: int, end: int) -> float:
    """Return what the words and signs around a number speak for it."""
    if _FOR.search(text, max(0, start - _BEFORE), start):
        return 2.0
    return 1.5 if _FOR.search(text, end, end + _AFTER) else 0.0


def speaks_against(text: str, start: int, end: int, *, bare: bool) -> float:
    """Return what the words and signs around a number speak against it."""
    before = text[max(0, start - _BEFORE) : start]
    cost = 0.0
    if _AGAINST.search(before):
        cost += 3.0
    if _MONEY.search(before):
        cost += 3.0
    if _CODE_BEFORE.search(before):
        cost += 2.0
    if _CODE_AFTER.match(text, end):
        cost += 2.0
    if bare and text[end : end + 1].isalpha() and text[end : end + 1].islower():
        cost += 0.5
    return cost


def is_about_identifiers(text: str) -> bool:
    """Tell whether a text explains numbers that identify people, firms or things."""
    return _IDENTITY.search(text) is not None
