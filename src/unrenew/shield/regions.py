"""Whose national numbers a text may hold, by its words."""

import re
from functools import cache

from unrenew.shield.numbering import main_country
from unrenew.shield.plans import split

_SCRIPTS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile("[\u3040-\u30ff]"), ("JP",)),
    (re.compile("[\uac00-\ud7af]"), ("KR",)),
    (re.compile("[\u4e00-\u9fff]"), ("CN", "TW", "HK")),
    (re.compile("[\u0900-\u097f]"), ("IN",)),
    (re.compile("[\u0980-\u09ff]"), ("BD", "IN")),
    (re.compile("[\u0a00-\u0d7f]"), ("IN",)),
    (re.compile("[\u0e00-\u0e7f]"), ("TH",)),
    (re.compile("[\u0590-\u05ff]"), ("IL",)),
    (re.compile("[\u0600-\u06ff]"), ("SA", "AE", "EG")),
    (re.compile("[\u0370-\u03ff]{3}"), ("GR",)),
    (re.compile("[іїєґІЇЄ]"), ("UA",)),
    (re.compile("[\u0400-\u04ff]{3}"), ("RU", "BG", "KZ")),
)
_LANGUAGES: dict[str, tuple[str, tuple[str, ...]]] = {
    "de": (
        "und der die das ist nicht sie ihr ihre mit für auf ein eine wie kann ich oder wir bei zum zur",
        ("DE", "AT", "CH"),
    ),
    "fr": (
        "le la les des est vous votre pour avec une dans sur ou pas comment appeler au du en et numéro",
        ("FR", "BE", "CH"),
    ),
    "es": (
        "el la los las de que para con una por su cómo como número llamar al puede teléfono y en del",
        ("ES", "MX", "AR", "CO"),
    ),
    "pt": ("o os as de que para com uma por seu não como você ou ligar número telefone em do da", ("BR", "PT")),
    "it": ("il lo gli di che per con una non come puoi numero chiama chiamare al del della sono è", ("IT", "CH")),
    "nl": ("de het een en van voor met niet uw kunt bel ons op naar of wij bij nummer", ("NL", "BE")),
    "pl": ("i w na z do nie się jest lub oraz jak numer zadzwoń dla pod", ("PL",)),
    "sv": ("och att det är för på med inte du ring kan eller din av till", ("SE",)),
    "da": ("og at det er for på med ikke du ring kan eller din af til dig", ("DK",)),
    "nb": ("og at det er for på med ikke du ring kan eller din av til deg", ("NO",)),
    "fi": ("ja on ei että tai soita voit numeroon puhelin asiakaspalvelu", ("FI",)),
    "cs": ("a je na se že nebo pro volejte číslo jak s do zákaznická", ("CZ", "SK")),
    "hu": ("a az és hogy nem vagy hívja telefonszám ügyfélszolgálat egy", ("HU",)),
    "ro": ("și si la cu pentru nu este sau sunați număr din în", ("RO",)),
    "tr": ("ve bir için ile bu arayın numara veya müşteri hizmetleri", ("TR",)),
    "hr": ("i je na se za ili nazovite broj kako korisnička", ("HR", "RS", "SI")),
    "id": ("dan yang untuk dengan anda atau hubungi nomor kami di ke dari", ("ID",)),
    "vi": ("và của cho bạn gọi số hoặc được khách hàng", ("VN",)),
}
_ENGLISH = frozenset("the and of to you your is for with or can how we our a in at on".split())
_PLACES: dict[str, str] = {
    "IN": "india indian delhi mumbai bangalore bengaluru gurgaon gurugram chennai kolkata hyderabad pune noida jaipur"
    " lucknow goa ahmedabad dehradun chandigarh rupees inr paytm upi escorts",
    "GB": "uk britain british england london scotland wales manchester leeds birmingham bristol liverpool gbp",
    "AU": "australia australian sydney melbourne brisbane perth adelaide queensland nsw aest aedt telstra aud",
    "NZ": "zealand auckland wellington christchurch nzd",
    "IE": "ireland irish dublin cork galway",
    "ZA": "africa johannesburg durban pretoria capetown gauteng zar",
    "SG": "singapore sgd",
    "MY": "malaysia kuala lumpur",
    "PH": "philippines manila cebu",
    "PK": "pakistan karachi lahore islamabad",
    "NG": "nigeria lagos abuja",
    "KE": "kenya nairobi",
    "UG": "uganda kampala",
    "AE": "dubai emirates abu sharjah uae",
    "MX": "méxico mexico cdmx guadalajara monterrey",
    "AR": "argentina buenos",
    "CL": "chile santiago",
    "CO": "colombia bogotá bogota medellín",
    "PE": "perú peru lima",
    "AT": "österreich wien austria vienna graz",
    "CH": "schweiz suisse svizzera switzerland zürich zurich genève bern",
    "BE": "belgique belgië belgium bruxelles brussel brussels",
    "DE": "deutschland germany berlin münchen hamburg frankfurt köln",
    "FR": "france paris lyon marseille",
    "ES": "españa spain madrid barcelona",
    "PT": "portugal lisboa lisbon porto",
    "BR": "brasil brazil paulo janeiro",
    "IT": "italia italy roma milano",
    "NL": "nederland netherlands amsterdam rotterdam",
}
_TLDS = frozenset(
    "de at ch fr be es mx ar co cl pe pt br it nl pl se dk no fi"
    " cz sk hu ro tr hr rs si id vn gr bg ua ru jp kr cn tw hk"
    " in uk au nz ie za sg my ph pk ng ke ae il sa eg th lu lt lv ee is ca".split()
)
_WORDS_TOO = frozenset({"in", "co", "no", "is", "it", "at"})
_TLD = re.compile(r"(?<=[a-z0-9])\.(?:com?\.|net\.|org\.|gov\.)?([a-z]{2})(?![a-z0-9.-])|\b([a-z]{2})-([a-z]{2})/")
_PLUS = re.compile(r"\+(?:\x00|[(\[ ])*([1-9][0-9]{0,2})")


@cache
def _by_word() -> tuple[dict[str, str], dict[str, list[str]], frozenset[str]]:
    """Return place to country, word to languages, and all of these words."""
    places = {place: country for country, line in _PLACES.items() for place in line.split()}
    words: dict[str, list[str]] = {}
    for language, (line, _) in _LANGUAGES.items():
        for word in line.split():
            words.setdefault(word, []).append(language)
    return places, words, frozenset(places) | frozenset(words) | _ENGLISH


def regions_of(text: str) -> tuple[str, ...]:
    """Return the countries of a text, most likely first, at most eight; North America is read in any case."""
    text = text[:20_000].lower()
    places, languages, known = _by_word()
    found = known.intersection(re.findall(r"[^\W\d_]+", text))
    regions = [*_of_addresses(text), *sorted({places[word] for word in found if word in places})]
    counts: dict[str, int] = {}
    for word in found:
        for language in languages.get(word, ()):
            counts[language] = counts.get(language, 0) + 1
    best = max(counts.values(), default=0)
    if best >= 2 and best >= len(found & _ENGLISH):
        for language in [name for name, count in counts.items() if count == best]:
            regions += _LANGUAGES[language][1]
    if not text.isascii():
        for pattern, countries in _SCRIPTS:
            if pattern.search(text):
                regions += countries
    regions += _of_codes(text)
    if found & _ENGLISH:
        regions += ["GB", "AU"]
    return tuple(dict.fromkeys(regions))[:8]


def _of_addresses(text: str) -> list[str]:
    """Return the countries of the web addresses in a text, by their last part."""
    found: list[str] = []
    for match in _TLD.finditer(text):
        code = match[1] or match[3]
        if code in _TLDS and (match[1] is None or code not in _WORDS_TOO or "://" in text):
            found.append("GB" if code == "uk" else code.upper())
    return found


def _of_codes(text: str) -> list[str]:
    """Return the countries whose numbers stand in the text with their code."""
    found: list[str] = []
    for match in _PLUS.finditer(text):
        region = main_country(split(match[1])[0])
        if region and region != "US":
            found.append(region)
    return found[:4]
