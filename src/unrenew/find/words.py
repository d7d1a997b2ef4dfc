"""Words that banks, wallets and merchants of many countries print.

A list is read word by word: `_` is a space, the rest of a word is a regular expression.
"""

import re
import unicodedata

OTHER_LETTERS = {"Ø": "O", "Ł": "L", "Đ": "D", "Æ": "AE", "Œ": "OE", "ß": "SS", "İ": "I", "ı": "I"}
"""Letters that no decomposition brings to plain ones."""
_TO_PLAIN = str.maketrans(OTHER_LETTERS)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def without_accents(text: str) -> str:
    """Return the text with plain letters; wide and half-wide forms of Japan become usual ones."""
    text = unicodedata.normalize("NFKD", text.translate(_TO_PLAIN))
    return _NOT_ASCII.sub(lambda part: "".join(each for each in part[0] if not unicodedata.combining(each)), text)


_BEGINNING = re.compile(r"\w\\w\*$")
_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
"""Letters of languages that are written without spaces, or with endings: a word is found inside another."""


_LETTER = r"[0-9A-Z_a-z\x{80}-\x{10FFFF}]"
"""What is read for `\\w` inside a word: letters, digits and whatever is not ASCII. Compiled in a tenth of the time."""


def any_of(words: str) -> str:
    """Return the regular expression of a list of words."""
    return "(?:" + "|".join(words.split()).replace("_", " ") + ")"


def whole_words(words: str) -> str:
    r"""Return the regular expression that finds any of a list of words, each as a whole word.

    What ends in `\w*` is the beginning of a word, so nothing is asked of what follows it: the same texts are found, and
    the expression is compiled in a quarter of the time.
    """
    inside = [word for word in words.split() if _WITHOUT_SPACES.search(word)]
    beginnings = [word.removesuffix(r"\w*") for word in words.split() if _BEGINNING.search(word)]
    wholes = [word for word in words.split() if not _BEGINNING.search(word) and not _WITHOUT_SPACES.search(word)]
    spaced = [any_of(" ".join(wholes)) + r"\b"] * bool(wholes) + [any_of(" ".join(beginnings))] * bool(beginnings)
    parts = [rf"\b(?:{'|'.join(spaced)})"] * bool(spaced) + [any_of(" ".join(inside))] * bool(inside)
    return without_accents("|".join(parts)).replace(r"\w", _LETTER)


_MONTHS = any_of("""
    JAN FEB MAR APR MAY JUN JUL AUG SEPT? OCT NOV DEC MAI MRZ OKT DEZ JANV FEVR AVR JUIN JUIL AOUT DIC ENE ABR AGO GEN
    MAG GIU LUG SET OTT MEI DES
""")
_VALUE = r"[.:+ ]*[\p{L}0-9#*\-]+"
_NUMBER = r"[.:]? ?(?:NR\.?|NO\.?|NUM\.?)? ?(?:X|\*)*#[#./\-]*"
_REFERENCES = any_of(r"""
    MREF CRED EREF KREF MDT MNDT MANDAT\w* SVWZ ABWA IBAN BIC CID UMR RUM ICS TRN ARN RRN UTR TXN
    REF(?:ERENCE|ERENZ|ERENCIA)?
""")
_INVOICES = any_of("DDR RECHNUNG RG INVOICE RE RNR FACTURE FACT FACTUUR FATTURA FACTURA FAKTURA")
_CARDS = any_of("CARD KARTE CARTE KAART TARJETA TARJ CARTA KORT KARTY CARTAO CB KARTENNR")

TAILS = (
    rf"\b{_REFERENCES}\b{_VALUE}",
    r"#?/?\bPP\.#\.PP\b/?\.?|\bPAYPAL \(?EUROPE\)? S\.?\W?A\W?R\W?L\W*(?:ET CIE\W*S\.?C\.?A\.?)?",
    r"(?:,|\. ) ?IHR EINKAUF BEI\b.*$|\bIHR EINKAUF BEI\b",
    r"\b(?:PPD|CCD|WEB|TEL) ID:? ?\S+",
    r"\bDES:\S+|\bINDN:.*?(?:CO ID:\S+|$)|\bID:\S+|\bCO ID:\S+",
    r"\bVALUE DATE:? ?#[/.\-#]*|\bVALUTA ?#[/.\-#]*",
    rf"\b(?:ON )?# ?{_MONTHS}\b(?: (?:CLP|BCC|BGC|#))*",
    rf"\b{_MONTHS}[A-Z]* ?#(?:[/.\-]#)*",
    rf"\b{_INVOICES}\b{_NUMBER}",
    r"(?:^| )/?# VISA KARTE\b|\bVISA KARTE\b",
    rf"\b{_CARDS}\b{_NUMBER}",
    r"\bDIRECT DEBIT #",
    r"\b(?:CLP|BCC|BGC)$",
)
"""What stands behind or between: references, cards, days. Each goes with the value that follows it."""

_STARTS = r"""
    POS(?:_PURCHASE|_DEBIT|_REFUND)? CARD_PAYMENT(?:_TO)? CARD_PURCHASE DEBIT_CARD_PURCHASE CHECKCARD CHECK_CARD
    PURCHASE(?:_AUTHORIZED_ON)? RECURRING(?:_PAYMENT|_CARD_PURCHASE)?(?:_AUTHORIZED_ON)?
    VISA(?:_DEBIT|_PURCHASE|_CREDIT|_DIRECT)? MASTERCARD MAESTRO EFTPOS(?:_DEBIT|_PURCHASE)? INTERAC(?:_PURCHASE)?
    PAIEMENT(?:_PAR)?(?:_CB|_CARTE)? ACHAT(?:_CB|_CARTE)? CARTE CB FACTURE_CARTE PRLV(?:_SEPA)?
    PRELEVEMENT(?:_SEPA|_EUROPEEN)? VIR(?:EMENT)?(?:_SEPA)?(?:_RECU|_EMIS)?(?:_DE|_A|_POUR)?
    (?:FOLGE|ERST|BASIS|EINZEL|FIRMEN)?LASTSCHRIFT(?:EINZUG)?
    SEPA(?:[_\-]?(?:BASIS)?LASTSCHRIFT(?:EINZUG)?|_DIRECT_DEBIT|_DD|_OVERBOEKING|_INCASSO(?:_ALGEMEEN)?(?:_DOORLOPEND)?)?
    KARTENZAHLUNG KARTENUMSATZ GIROCARD EC[_\-]KARTE KAUF EINKAUF DAUERAUFTRAG UEBERWEISUNG ÜBERWEISUNG GUTSCHRIFT
    ABBUCHUNG BELASTUNG ZAHLUNG LSV\+? DEBIT_DIRECT DEBITDIRECT DIRECT_DEBIT(?:_PAYMENT)?(?:_TO)? DIRECT_CREDIT DD D/D
    STANDING_ORDER S/O BILL_PAYMENT BILLPAY FASTER_PAYMENT FPO FPI BGC CONTACTLESS CLS TAP
    ACH(?:_DEBIT|_CREDIT|_WITHDRAWAL)? PREAUTHORI[SZ]ED(?:_DEBIT|_PAYMENT)? PRE-AUTH(?:ORIZED)?(?:_DEBIT|_PAYMENT)?
    PAD ELECTRONIC(?:_WITHDRAWAL|_PAYMENT)? ONLINE_(?:PAYMENT|PURCHASE)
    COMPRA(?:_TARJ(?:ETA)?|_EN|_CARTAO|_NO_DEBITO|_NO_CREDITO)? PAGO(?:_CON_TARJETA|_EN|_A)? RECIBO
    ADEUDO(?:_RECIBIDO|_DE)? CARGO DOMICILIACION TRANSFERENCIA(?:_A|_DE)?
    PAGAMENTO(?:_POS|_CARTA|_CON_CARTA|_BANCOMAT)? ADDEBITO(?:_DIRETTO)?(?:_SDD|_SEPA)? SDD ACQUISTO OPERAZIONE
    BONIFICO(?:_A|_DA)? DEBITO_AUTOMATICO DEB\.?_AUT(?:OM)?\.? PIX(?:_ENVIADO|_QR)? BETAALAUTOMAAT BEA PINBETALING
    BETALING(?:_MED)? INCASSO DOORLOPENDE_INCASSO IDEAL BANCONTACT AANKOOP DOMICILIERING DOMICILIATION
    EUROPESE_DOMICILIERING KORTK[OÖØ]P K[OÖØ]P AUTOGIRO BG PG SWISH(?:_TILL)? VAREK[OØ]P VISA_VAREK[OØ]P
    DANKORT(?:-NOTA)? DK-NOTA MOBILEPAY BETALINGSSERVICE BS AVTALEGIRO EFAKTURA VIPPS ZAKUP(?:_PRZY_UZYCIU_KARTY)?
    PLATNOSC(?:_KARTA|_KART[AĄ])? P[LŁ]ATNO[SŚ][CĆ](?:_KART[AĄ])? TRANSAKCJA POLECENIE_ZAP[LŁ]ATY BLIK OPERACJA
    PRZELEW(?:_NA_TELEFON|_WYCHODZ[AĄ]CY)? UPI NACH ECS SI E-?MANDATE IMPS NEFT BPAY OSKO(?:_PAYMENT)?(?:_TO)? EFT
    INKASO PLATBA(?:_KARTOU|_KARTO)? TRVAL[YÝ]_P[RŘ][IÍ]KAZ TRVAL[YÝ]_PR[IÍ]KAZ [UÚ]HRADA OKAM[ZŽ]IT[AÁ]_[UÚ]HRADA
    DEBITARE_DIRECT[AĂ] CUMP[AĂ]RARE(?:_POS)? PLAT[AĂ]_POS TRANSFER_(?:PROGRAMAT|INSTANT) DEBIT_ORDER
    MAGTAPE(?:_DEBIT|_CREDIT)? POS_WITHDRAWAL PURCHASE_AT BILL_PAY PERIODICAL_PAYMENT TRANSFER_TO ΑΓΟΡΑ ΠΑΓΙΑ_ΕΝΤΟΛΗ
    ΜΕΤΑΦΟΡΑ(?:_ΣΕ)? AGORA PAGIA_ENTOLI METAFORA KORTTIOSTO SUORAVELOITUS TOISTUVAISMAKSU E-?LASKU TILISIIRTO PANO
    VISA-?OSTO V[AÁ]S[AÁ]RL[AÁ]S(?:_K[AÁ]RTY[AÁ]VAL)? CSOPORTOS_BESZED[EÉ]S [AÁ]LLAND[OÓ]_[AÁ]TUTAL[AÁ]S KUPNJA
    KUPOVINA TRAJNI_NALOG IZRAVNO_TERE[CĆ]ENJE POS_ALI[SŞ]VER[IİI]?[SŞ] OTOMAT[IİI]K_[OÖ]DEME HAVALE
    D[EÉ]BITO_DIRE[C]?TO D[EÉ]BITO_AUTOM[AÁ]TICO ПОКУПКА ПОС_ПОКУПКА ОПЛАТА ДИРЕКТЕН_ДЕБИТ ПРЕВОД ПЕРЕКАЗ 口座振替
    VISAデビット 振込 체크카드 자동이체 EBILL(?:-RECHNUNG)? TWINT(?:_BELASTUNG)? ZLECENIE_STA[LŁ]E
    ST[AÅ]ENDE_[OÖ]VERF[OÖ]RING
"""
PREFIXES = "^" + any_of(_STARTS) + r"(?:$|[ :/\-*,.#]+(?:(?:DR|ON|AUF|AM|DU|LE|IN|BEI|CHEZ|FROM|TO)\b)?)"
"""The bank's own words at the start of a line, in the languages of many countries."""

NOISE = r"#|\bHTTPS?://|\bWWW\.|\b(?:\*+|X{2,})\b|\bE-?MAIL\b"

_SAID_BY_BANKS = """
    CARD KARTE CARTE VISA MASTERCARD DEBIT CREDIT PAYMENT PURCHASE REF ON TO THE FROM RECURRING DIRECT SEPA LASTSCHRIFT
    GMBH AG LTD LIMITED INC LLC BV NV AB AS APS OY SRL SPA SL PTY PLC KG SE SARL SA IRELAND INTERNATIONAL EUROPE
    MEMBERSHIP CLP BCC BGC REFUND RECHNUNG INVOICE AUTOPAY VALUE DATE EMEA HTTP WEB PPD
"""
BANK_WORDS = frozenset(_SAID_BY_BANKS.split())
"""Words that tell no merchants apart."""

_COUNTRIES_AND_SEATS = """
    USA GBR DEU FRA ESP ITA NLD AUS CAN IRL LUX CHE AUT POL SWE NOR DNK IND BRA US GB UK DE FR ES IT NL AU CA IE LU CH
    AT PL NO DK BE IN BR NY WA TX FL NSW VIC QLD LONDON DUBLIN LUXEMBOURG AMSTERDAM STOCKHOLM BERLIN PARIS MADRID SYDNEY
"""
PLACES = frozenset(_COUNTRIES_AND_SEATS.split())
"""Countries and the cities where payment services sit."""

CHANNELS = (
    ("apple", r"\b(?:APPLE\.COM/BILL|ITUNES\.COM/BILL|APPLE SERVICES|ITUNES)"),
    ("google", r"\bGOOGLE ?(?:\*|PLAY|SERVICES)"),
    ("microsoft", r"\bMICROSOFT ?\*? ?(?:STORE|XBOX)"),
    ("amazon", r"\b(?:AMZN|AMAZON)"),
    ("paypal", r"\b(?:PAYPAL|PP) ?\*|\bPAYPAL\b|\bPP\.#\.PP\b"),
    ("klarna", r"\bKLARNA"),
    ("nexway", r"\bNEXWAY"),
    ("digital_river", r"\bDRI ?\*|\bDIGITAL ?RIVER"),
    ("cleverbridge", r"\bCLEVERBRIDGE|\bCBRIDGE"),
    ("2checkout", r"\b2CO\b|\b2CHECKOUT|\bVERIFONE DIGITAL"),
    ("paddle", r"\bPADDLE"),
    ("fastspring", r"\bFSPRG|\bFASTSPRING|\bFS ?\*"),
)
"""Whom money goes through, in the words of rights: first match counts."""

STORES = ("apple", "google", "amazon", "paypal")
"""Channels that sell single things and contracts alike."""

DIRECT_DEBIT = any_of(
    without_accents(r"""
    LASTSCHRIFT \bPRLV \bPRELEVEMENT \bDIRECT_DEBIT \bDDR\b \bSEPA_(?:DD|DIRECT) \bPPD_ID \bINDN: \bMANDATE?\b \bMREF
    \bRECIBO \bADEUDO \bDOMICILI \bADDEBITO \bSDD\b \bINCASSO \bAUTOGIRO \bBETALINGSSERVICE \bAVTALEGIRO
    \bPOLECENIE_ZAPLATY \bACH\b \bPAD\b \bPRE-?AUTH \bDEB\.?_AUT \bDEBITO_AUTOMATICO \bNACH\b \bE-?MANDATE \bLSV\b
    INKASO \bDEBITARE_DIRECTA \bDEBIT_ORDER \bMAGTAPE_DEBIT \bPAGIA_ENTOLI ΠΑΓΙΑ_ΕΝΤΟΛΗ 口座振替 コウザフリカエ
    자동이체 \bBESZED \bDEBITO_DIRE[C]?TO \bSUORAVELOITUS \bE-?LASKU\b \bTOISTUVAISMAKSU \bOTOMATIK_ODEME
    \bBS_BETALING \bIZRAVNA_TERET ДИРЕКТЕН_ДЕБИТ \bGIRO_PAYMENT \bEBILL\b \bCARGO_RECURRENTE \bPAGO_DOMICILIADO
    \bIZRAVNO_TERE \bD/?DS?\b \bEINZUG\b \bSUORAMAKSU \bРЕГУЛЯРН \bREGULAR_DEBIT 자동납부 自動引落 \bGIRO_- \bEFAKTURA
""")
)
"""Pulled by the creditor under a mandate: hardly ever a shop."""

FEES = any_of(r"""
    \bFEES?\b ENTGELT\b \bGEB(?:UE|Ü)HR\b \bBEARBEITUNGSGEB \bCOMMISSIONS?\b \bCOMISION \bCOMISIÓN \bCOMMISSIONE
    \bCOMM\b    \bSPESEN\b \bFREMDW \bPROWIZJ \bIOF\b \bAVGIFT \bGEBYR \bMARKUP\b \bKOSTEN\b P[AÅ]SLAG \bTARIFA
    \bCOMMISSIONI\b \bCOMISSAO \bPOPLATEK \bPROVIZ \bKOMIS \bKOLTSEG \bJUTALEK \bPALKKIO \bKOERSOPSLAG \bKURSAUFSCHLAG
    КОМИС ΠΡΟΜΗΘ 手数料 수수료 \bFRAIS\b \bSURCHARGE \bNON[- ]\w+_TRANS
""")
"""Words of fees, among them those for a foreign currency."""

PAYS_FOR_OTHERS = any_of(r"""
    PAYPAL KLARNA ADYEN STRIPE MOLLIE SUMUP GOCARDLESS ZETTLE WORLDPAY TRUSTLY UNZER PAYU PRZELEWY24 BUCKAROO
    NEXWAY DIGITAL_?RIVER CLEVERBRIDGE 2CHECKOUT PADDLE\b FASTSPRING FSPRG
""")
"""Services and resellers that take money for many merchants: their name alone names no contract."""
