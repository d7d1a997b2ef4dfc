"""How banks of many countries print a card payment, a direct debit and a transfer."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

Line = tuple[str, dict[str, Any]]
Write = Callable[[random.Random, str, date, str, int], Line]


@dataclass(frozen=True)
class Style:
    """One bank: its currency and its three ways to print."""

    country: str
    currency: str
    card: Write
    debit: Write
    transfer: Write
    fee: str = ""
    tells_original: bool = True


def digits(rng: random.Random, count: int) -> str:
    """Return random digits."""
    return "".join(rng.choice("0123456789") for _ in range(count))


def letters(rng: random.Random, count: int) -> str:
    """Return random capitals and digits."""
    return "".join(rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(count))


def fixed(keep: str, count: int, salt: str = "") -> str:
    """Return digits that stay the same for one contract."""
    return digits(random.Random(keep + salt), count)


def plain(pattern: str, *, cut: int = 0, upper: bool = False, sepa: bool = False, named: bool = False) -> Write:
    """Return a writer for a pattern with {t} text, {r} and {a} changing references, {f} a lasting one, {d} dates."""

    def write(rng: random.Random, text: str, day: date, keep: str, card: int) -> Line:
        if cut:
            text = text[:cut]
        line = pattern.format(
            t=text, r=digits(rng, 10), s=digits(rng, 6), a=letters(rng, 8), f=fixed(keep, 9), m=fixed(keep, 12, "m"),
            c=fixed(keep[:6], 4, f"card{card}"), d=day.strftime("%d.%m.%Y"), u=day.strftime("%d/%m"), y=day.strftime("%y%m%d"),
            o=day.strftime("%d%b").upper(), my=day.strftime("%m/%Y"), h=f"{rng.randint(8, 20):02d}:{rng.randint(0, 59):02d}",
        )  # fmt: skip
        extra: dict[str, Any] = {}
        if sepa:
            extra = {"mandate_id": f"M{fixed(keep, 8)}", "creditor_id": f"DE98ZZZ0{fixed(text.split(' ')[0], 10)}"}
        if named:
            extra["counterparty"] = text
        return line.upper() if upper else line, extra

    return write


STYLES = {
    "DE": Style("DE", "EUR", plain("{t}//BERLIN/DE {d} um {h} Uhr {r}/{s}/ECTL/ Kartennr {c}"),
                plain("SEPA-BASISLASTSCHRIFT {t} EREF+{a}{s} MREF+{m} CRED+DE98ZZZ0{f} SVWZ+Abbuchung {my} Kd.Nr. {f}"),
                plain("SEPA-UEBERWEISUNG {t} DATUM {d}, {h} UHR"), "AUSLANDSEINSATZENTGELT"),
    "DE2": Style("DE", "EUR", plain("VISA {t} NR XXXX {c} KAUFUMSATZ {u} {s}"), plain("{t} Rechnung {s}", sepa=True, named=True),
                 plain("{t}", named=True), "", tells_original=False),
    "AT": Style("AT", "EUR", plain("POS {s} K{c} {u}. {h} {t}"), plain("{t} {a}{a} Mandat {m}"), plain("Überweisung {t}"), "Fremdwährungsspesen"),
    "CH": Style("CH", "CHF", plain("EINKAUF VOM {d} KARTEN NR. XXXX{c} {t} SCHWEIZ", upper=True), plain("LSV+ BELASTUNG {t} REF {r}{r}"),
                plain("GIRO POST {t}"), "BEARBEITUNGSGEBUEHR AUSLAND"),
    "FR": Style("FR", "EUR", plain("PAIEMENT PAR CARTE X{c} {t} {u}"), plain("PRLV SEPA {t} ECH/{y} ID EMETTEUR/FR12ZZZ{f} MDT/{m} REF/{a}"),
                plain("VIR SEPA EMIS /MOTIF /BEN {t} /REFDO {a}"), "COMMISSION PAIEMENT ETRANGER"),
    "ES": Style("ES", "EUR", plain("COMPRA TARJ. {c}XXXXXXXX {t}-MADRID"), plain("RECIBO {t} N. RECIBO {r}{s}"), plain("TRANSFERENCIA A FAVOR DE {t}"), ""),
    "IT": Style("IT", "EUR", plain("PAGAMENTO POS {u} {h} CARTA *{c} {t} MILANO ITA"), plain("ADDEBITO SDD {t} MAND {m} RIF {a}{s}"), plain("BONIFICO A FAVORE DI {t}"), "COMM. VALUTA"),
    "NL": Style("NL", "EUR", plain("BEA NR:{a} {u}.26/{h} {t},PAS{c}"), plain("SEPA INCASSO ALGEMEEN DOORLOPEND INCASSANT: NL12ZZZ{f} NAAM: {t} MACHTIGING: {m} OMSCHRIJVING: FACTUUR {s} KENMERK: {r}"),
                plain("SEPA OVERBOEKING NAAM: {t}"), ""),
    "BE": Style("BE", "EUR", plain("BETALING MET DEBETKAART {c} {t} BRUSSEL {u} {h} BANCONTACT"), plain("EUROPESE DOMICILIERING {t} MANDAAT {m} REF {a}{s}"), plain("OVERSCHRIJVING NAAR {t}"), ""),
    "PL": Style("PL", "PLN", plain("ZAKUP PRZY UŻYCIU KARTY {t} WARSZAWA {d}"), plain("POLECENIE ZAPŁATY {t} FV {s}/{my}"), plain("PRZELEW WYCHODZĄCY {t}"), "PROWIZJA ZA PRZEWALUTOWANIE"),
    "SE": Style("SE", "SEK", plain("{t}/{y}", cut=20, upper=True), plain("AUTOGIRO {t} {f}"), plain("SWISH TILL {t}"), ""),
    "DK": Style("DK", "DKK", plain("DANKORT-NOTA {t} {s}", upper=True), plain("BETALINGSSERVICE {t} {f}"), plain("MOBILEPAY {t}"), ""),
    "NO": Style("NO", "NOK", plain("*{c} {u} NOK {t} KURS: 1.0000"), plain("AVTALEGIRO {t} KID {r}"), plain("VIPPS {t}"), ""),
    "UK": Style("UK", "GBP", plain("{t} {o}26", cut=22), plain("DD {t} {f}", cut=18), plain("FPO {t} {s} 10 {h}"), "NON-GBP TRANS FEE"),
    "US": Style("US", "USD", plain("CHECKCARD {u} {t} {r}{r}{c}", upper=True), plain("{t} DES:AUTOPAY ID:{r} INDN:SAM PETERS CO ID:{f} WEB", upper=True), plain("ZELLE TO {t} CONF# {a}"), "FOREIGN TRANSACTION FEE"),
    "US2": Style("US", "USD", plain("RECURRING PAYMENT AUTHORIZED ON {u} {t} S{r}{s} CARD {c}"), plain("ACH DEBIT {t} {s}{s}"), plain("ONLINE TRANSFER TO {t} REF #{a} ON {u}"), ""),
    "CA": Style("CA", "CAD", plain("POINT OF SALE - INTERAC RETAIL PURCHASE {s} {t}"), plain("PRE-AUTHORIZED DEBIT {t} {s}"), plain("INTERAC E-TRANSFER {t}"), ""),
    "AU": Style("AU", "AUD", plain("VISA PURCHASE {t} SYDNEY AU {o} CARD XX{c}"), plain("DIRECT DEBIT {r} {t}"), plain("OSKO PAYMENT TO {t} {a}"), "INTL TRANSACTION FEE"),
    "BR": Style("BR", "BRL", plain("COMPRA CARTAO - COMPRA NO DEBITO {u} {h} {t}"), plain("DEBITO AUTOMATICO {t} {s}"), plain("PIX ENVIADO {t} {u}"), "IOF COMPRA INTERNACIONAL"),
    "IN": Style("IN", "INR", plain("POS {c}XXXXXXXX{c} {t} {s} MUMBAI"), plain("ACH D- {t}-{r}"), plain("UPI/{r}/{t}/PAYMENT"), "DCC MARKUP FEE"),
}  # fmt: skip
