"""Merchants of the invented lives: what they print, and whether the name says what they sell."""

import random

CONTRACTS: dict[str, list[str]] = {
    "app": ["STREAMIO", "Viaplay", "CRUNCHYROLL *MEMB", "WALL ST JRNL", "DUOLINGO SUPER", "STRAVA", "Headspace Inc", "EVERNOTE", "1PASSWORD", "TIDAL MUSIC",
            "SKYSHOWTIME", "CALM.COM", "Grammarly Co", "LASTPASS.COM", "FIGMA INC", "MUBI.COM", "BLINKIST", "DEEZER PARIS", "Mullvad", "ZWIFT", "BACKBLAZE",
            "KINDLEFAMILY", "QOBUZ", "Babbel GmbH", "RUNKEEPER GO", "TODOIST", "WETRANSFER", "ANCESTRY", "OnX Maps", "PELOTON*", "FASTMAIL", "PLEX PASS"],
    "club": ["McFIT", "BASIC-FIT", "PUREGYM", "SATS", "FITX", "Anytime 4402", "ACTIC", "TENNIS TC ROT-WEISS", "YOGA LOFT", "KLETTERHALLE NORD", "CROSSBOX 22",
             "URBAN SPORTS", "F45 TRAINING", "JUDO VEREIN", "ALPENVEREIN SEKTION"],
    "paper": ["DAGENS NYHETER", "DE VOLKSKRANT", "GAZETA", "EL DIARIO SOCIOS", "LA STAMPA", "FALTER", "AFTENPOSTEN", "POLITIKEN", "FOLHA ASSINATURA", "THE HINDU",
              "THE AGE DIGITAL", "GLOBE AND MAIL", "REPUBLIK", "LIBERATION", "KNACK"],
    "security": ["AVIRA OPERATIONS", "BITDEFENDER SRL", "MALWAREBYTES", "F-SECURE", "ESET SPOL", "TOTALAV", "SURFSHARK", "CYBERGHOST", "PANDA SECURITY", "IVACY", "WEBROOT"],
    "hosting": ["STRATO AG", "GANDI SAS", "ALL-INKL.COM", "PORKBUN.COM", "LINODE", "ONE.COM", "INFOMANIAK", "HOSTINGER", "SHUTTERSTOCK", "JETBRAINS"],
    "energy": ["MAINOVA", "NATURSTROM", "BULB", "ENGIE CLIENTS", "ENECO SERVICES", "ELLEVIO", "HOLALUZ", "SORGENIA", "LUMO", "EWZ", "TAURON SPRZEDAZ", "NRGI", "HAFSLUND"],
    "phone": ["CONGSTAR", "GIFFGAFF", "LEBARA", "TELE2 SVERIGE", "YOIGO", "HO MOBILE", "MOBILE VIKINGS", "SALT MOBILE", "A1 AUSTRIA", "ICE NORGE", "PLAY", "BELONG", "FIDO", "MINT WIRELESS", "VIVO CONTROLE"],
    "insurance": ["HANSEMERKUR", "ERGO DIREKT", "LEMONADE", "HELVETIA", "GROUPAMA", "LINEA DIRECTA", "UNIPOLSAI", "INTERPOLIS", "ETHIAS", "WARTA", "FOLKSAM", "TRYGVESTA", "FREMTIND", "AAMI", "INTACT", "PORTO SEGURO", "HDFC ERGO"],
    "public": ["STADTKASSE", "ABFALLWIRTSCHAFT", "LANDESJUSTIZKASSE", "CITY OF HAVERHAM", "GEMEENTE", "COMUNE DI", "MAIRIE REGIE", "KOMMUNE", "AYUNTAMIENTO"],
    "care": ["KITA SONNENSCHEIN", "MUSIKSCHULE", "NACHHILFE STUDIENKREIS", "LITTLE STARS", "OGS BETREUUNG", "SWIM SCHOOL", "CRECHE LES LUTINS", "KARATE DOJO"],
    "giving": ["AERZTE OHNE GRENZEN", "UNICEF", "WWF", "WIKIMEDIA", "GREENPEACE", "RED CROSS"],
}  # fmt: skip

HABITS: dict[str, list[str]] = {
    "daily": ["KAMPS", "ESPRESSO HOUSE", "TIM HORTONS", "COSTA", "MENSAPLUS", "SODEXO", "COMPASS 0231", "DUNKIN", "BACKWERK", "PAUL", "JOE & THE JUICE", "CHAI POINT"],
    "market": ["NORMA", "HOFER", "SPAR", "DIA", "EROSKI", "PAM PANORAMA", "PLUS 311", "WILLYS", "IRMA", "MENY", "STOKROTKA", "PUBLIX", "METRO ONT", "IGA", "EXTRA HIPER", "MORE RETAIL", "GEMUESE AYDIN", "BIO COMPANY"],
    "fare": ["BVG", "WIENER LINIEN", "SBB", "SL", "RUTER", "TMB", "ATM MILANO", "GVB", "DE LIJN", "TRANSPERTH", "OPAL", "PRESTO", "VBB AUTOMAT", "METRO SP"],
    "body": ["CUT&GO", "SALON MIRA", "BARBERIA LUIS", "NAGELSTUDIO", "PHYSIO PRAXIS", "OSTEO WEBER", "MASSAGE THAI"],
    "fuel": ["JET", "OMV", "TAMOIL", "CEPSA", "TEXACO", "CHEVRON", "PREEM", "UNO-X", "AMPOL", "IPIRANGA", "HP PETROL"],
    "cash": ["ATM 0442", "GA NR00120", "BANKOMAT", "CAJERO", "CASH WDL", "SAQUE 24H"],
    "visit": ["BOULDERWELT", "KLETTERHALLE", "HALLENBAD", "SAUNA", "ESCAPE CLUB", "KEGELBAHN"],
    "car": ["PARKHAUS MITTE", "Q-PARK", "EASYPARK", "WASCHSTRASSE", "MR WASH", "APCOA"],
    "kiosk": ["LOTTO ANNAHME", "TABAK 7", "RELAY", "SNIPES AUTOMAT", "LOTERIAS"],
    "topup": ["ALDI TALK AUFLADUNG", "PREPAID TOPUP", "RECARGA CEL", "LYCA"],
}  # fmt: skip

ONE_OFFS = [
    "MEDIAMARKT", "BOL.COM", "ZALANDO", "FNAC", "EL CORTE INGLES", "ALLEGRO", "THALIA", "UNIQLO", "H AND M ONLINE", "OBI", "LEROY MERLIN", "BUNNINGS",
    "HOME DEPOT", "BEST BUY", "FLIPKART", "MERCADOLIVRE", "PIZZERIA ROMA", "SUSHI KO", "GASTHAUS LINDE", "LE BISTROT", "TAPAS 24", "EVENTIM", "FLIXBUS",
    "KLM", "NORWEGIAN", "HOSTELWORLD", "DR MED SEIDL", "OPTIKER", "BLUMEN ROSE", "TOYS", "VINTED", "WOLT", "DELIVEROO", "SWIGGY", "DOORDASH", "GAMESTOP",
    "PET SHOP", "GARTENCENTER", "REIFEN DIENST", "SCHUHHAUS", "JD SPORTS", "HUMBLEBUNDLE", "KICKSTARTER", "AIRALO",
]  # fmt: skip

_SYLLABLES = [
    "ba",
    "be",
    "bo",
    "da",
    "do",
    "fa",
    "fi",
    "ga",
    "go",
    "ha",
    "ja",
    "ka",
    "ki",
    "la",
    "le",
    "lo",
    "ma",
    "mi",
    "mo",
    "na",
    "no",
    "pa",
    "pe",
    "ra",
    "ri",
    "ro",
    "sa",
    "se",
    "ta",
    "ti",
    "to",
    "va",
    "vi",
    "za",
    "zo",
]
_ENDS = ["", "", "", "", "n", "s", "r", "x", "l", "m"]
_FORMS = ["", "", "", "", " LTD", " SA", " AG", " OY", " KFT", " SRL", ".COM", " 0#", " &  CO"]


def invented_names(rng: random.Random, names: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return as many names for each group that no list of words knows: only the charges tell what they are."""
    return {group: [_invented(rng) for _ in texts] for group, texts in names.items()}


def _invented(rng: random.Random) -> str:
    words = [
        "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) + rng.choice(_ENDS) for _ in range(rng.choice([1, 1, 2]))
    ]
    text = " ".join(words).upper() + rng.choice(_FORMS).replace("#", str(rng.randint(0, 9)))
    return text.title() if rng.random() < 0.3 else text
