"""Writes the sample statements of `unrenew demo` anew: invented people and banks, five formats, four countries.

The files lie in src/unrenew/samples and are committed; this script says how they came about, and is deterministic.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

SAMPLES = Path(__file__).parent.parent / "src" / "unrenew" / "samples"
FIRST, LAST = date(2024, 9, 1), date(2026, 10, 31)


@dataclass(frozen=True)
class Line:
    """One booked line of an account."""

    on: date
    amount: Decimal
    text: str
    name: str = ""
    mandate: str = ""
    creditor: str = ""


def working_day(day: date) -> date:
    """Return the day itself, or the Monday after a weekend."""
    return day + timedelta(days={5: 2, 6: 1}.get(day.weekday(), 0))


def monthly(day: int, *, every: int = 1, first: date = FIRST, last: date = LAST) -> Iterator[date]:
    """Yield a day of each month (31 means the last day), moved off weekends."""
    year, month = first.year, first.month
    while True:
        end = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
        on = working_day(date(year, month, min(day, end)))
        if on > last:
            return
        if on >= first:
            yield on
        year, month = year + (month - 1 + every) // 12, (month - 1 + every) % 12 + 1


def every_days(first: date, step: int, last: date = LAST) -> Iterator[date]:
    """Yield a day every `step` days."""
    while first <= last:
        yield first
        first += timedelta(days=step)


def habits(rng: random.Random, shops: dict[str, tuple[int, int, int]]) -> list[Line]:
    """Return shopping at irregular days: shop to (days between visits on average, least and most cents)."""
    lines: list[Line] = []
    for shop, (gap, least, most) in shops.items():
        day = FIRST + timedelta(days=rng.randrange(gap))
        while day <= LAST:
            text = shop.replace("#", str(rng.randrange(1000, 9999)))
            lines.append(Line(day, -Decimal(rng.randrange(least, most)) / 100, text))
            day += timedelta(days=max(1, round(rng.expovariate(1 / gap))))
    return lines


def german_current(rng: random.Random) -> list[Line]:
    """Return a current account in Germany: direct debits, a stream through PayPal, rent, salary."""
    lines = habits(
        rng, {"REWE SAGT DANKE #//KOELN/DE": (5, 800, 7000), "DM DROGERIEMARKT #//KOELN/DE": (16, 300, 2500)}
    )
    lines += [Line(d, Decimal("2812.44"), f"LOHN/GEHALT {d:%m/%Y}", "Beispielwerk GmbH") for d in monthly(27)]
    lines += [Line(d, Decimal(-780), f"MIETE {d:%m/%Y} WHG 4", "Hausverwaltung Rheinblick") for d in monthly(1)]
    gym = ("FITWERK STUDIOS GMBH", "FW-204815", "DE98ZZZ09999999999")
    lines += [Line(d, Decimal("-29.90"), f"MITGLIEDSBEITRAG {d:%m.%Y} NR 204815", *gym) for d in monthly(31)]
    power = ("Stadtwerke Musterstadt", "SW5510023", "DE11ZZZ00000654321")
    lines += [Line(d, Decimal(-84), f"ABSCHLAG STROM {d:%m/%Y} VK 5510023", *power) for d in monthly(15)]
    paper = ("Verlag Rheinischer Bote", "RB-77120", "DE55ZZZ00000123123")
    quarters = monthly(3, every=3, first=date(2024, 10, 1))
    lines += [
        Line(d, Decimal("-89.70"), f"ABO RHEINISCHER BOTE {(d.month + 2) // 3}. QUARTAL {d.year}", *paper)
        for d in quarters
    ]
    paypal = ("PayPal Europe S.a.r.l. et Cie S.C.A", "5LCJ224PPXYZ4", "LU96ZZZ0000000000000000058")
    for d in monthly(11):
        text = f"{rng.randrange(10**12, 10**13)}/PP.4411.PP/. NORDLICHT MUSIK, Ihr Einkauf bei NORDLICHT MUSIK"
        lines.append(Line(d, Decimal("-10.99"), text, *paypal))
    return sorted(lines, key=lambda line: line.on)


def german_card(rng: random.Random) -> list[Line]:
    """Return a credit card in Germany: Kaspersky by Nexway once a year, and a trial that turned paid."""
    shops = {
        "TANKSTELLE NORD #": (13, 3500, 8200),
        "BAHN FERNVERKEHR #": (33, 1990, 9900),
        "BUCHHANDLUNG AM DOM": (45, 900, 4200),
    }
    lines = habits(rng, shops)
    years = {date(2024, 10, 21): "-39.99", date(2025, 10, 20): "-49.99", date(2026, 10, 20): "-59.99"}
    lines += [Line(d, Decimal(amount), "NEXWAY*KASPERSKY FR") for d, amount in years.items()]
    lines.append(Line(date(2026, 6, 9), Decimal(-1), "FRAMEHOUSE STREAM TRIAL"))
    lines += [Line(d, Decimal("-12.99"), "FRAMEHOUSE STREAM") for d in monthly(9, first=date(2026, 7, 1))]
    return sorted(lines, key=lambda line: line.on)


def german_card_next() -> list[Line]:
    """Return the month after: Kaspersky is charged again, although the renewal was turned off."""
    return [
        Line(date(2026, 11, 9), Decimal("-12.99"), "FRAMEHOUSE STREAM"),
        Line(date(2026, 11, 12), Decimal("-61.20"), "TANKSTELLE NORD 4471"),
        Line(date(2026, 11, 24), Decimal("-59.99"), "NEXWAY*KASPERSKY FR"),
        Line(date(2026, 11, 27), Decimal("-49.80"), "TANKSTELLE NORD 2206"),
    ]


def american_card(rng: random.Random) -> list[Line]:
    """Return a card in the US: an Apple bill with two plans among purchases, a price rise, an annual membership."""
    shops = {
        "TRADER JOE S #0 SEATTLE WA": (6, 1500, 9000),
        "SHELL OIL # SEATTLE WA": (12, 2800, 6100),
        "BLUE FOX COFFEE": (4, 450, 980),
    }
    lines = habits(rng, shops)
    apple = "APPLE.COM/BILL CUPERTINO CA"
    lines += [Line(d, Decimal("-2.99"), apple) for d in monthly(6)]
    lines += [Line(d, Decimal("-10.99"), apple) for d in monthly(19)]
    lines += [Line(date(2025, 3, 14), Decimal("-4.99"), apple), Line(date(2026, 1, 2), Decimal("-0.99"), apple)]
    rise = date(2026, 2, 1)
    lines += [
        Line(d, Decimal("-15.49") if d < rise else Decimal("-17.99"), "NETFLIX.COM NETFLIX.COM CA") for d in monthly(22)
    ]
    lines += [Line(d, Decimal("-24.99"), "PLANET FIT CLUB FEES SEATTLE WA") for d in monthly(17)]
    members = (date(2024, 11, 12), date(2025, 11, 12))
    lines += [Line(d, Decimal(-139), f"AMZN PRIME*RT4K{d:%y}QP2 AMZN.COM/BILL WA") for d in members]
    lines += [Line(d, Decimal(1200), "PAYMENT THANK YOU") for d in monthly(25)]
    return sorted(lines, key=lambda line: line.on)


def british_current(rng: random.Random) -> list[Line]:
    """Return a current account in the UK: a gym that charges again months after it was left."""
    lines = habits(
        rng, {"CARD PAYMENT TO TESCO STORES # LEEDS": (5, 600, 6500), "CARD PAYMENT TO GREGGS # LEEDS": (7, 290, 900)}
    )
    lines += [Line(d, Decimal("2140.16"), "BACS CREDIT EXAMPLE SHIPPING LTD SALARY") for d in monthly(28)]
    lines += [Line(d, Decimal(-38), "DIRECT DEBIT SKY DIGITAL 2100443817") for d in monthly(5)]
    gym = "DIRECT DEBIT NORTHGATE GYM REF 88123"
    lines += [Line(d, Decimal("-21.50"), gym) for d in monthly(1, last=date(2026, 4, 30))]
    lines.append(Line(date(2026, 9, 1), Decimal("-21.50"), gym))
    council = (d for d in monthly(1) if d.month not in (2, 3))
    lines += [Line(d, Decimal(-156), "DIRECT DEBIT LEEDS CITY COUNCIL TAX") for d in council]
    return sorted(lines, key=lambda line: line.on)


def dutch_current(rng: random.Random) -> list[Line]:
    """Return a current account in the Netherlands: a weekly meal box, mobile phone, music."""
    lines = habits(rng, {"ALBERT HEIJN # UTRECHT": (4, 500, 6000), "NS GROEP REIZEN": (6, 420, 2600)})
    box = ("VERSBOX NEDERLAND BV", "VB-90017", "NL44ZZZ300000000000")
    lines += [Line(d, Decimal("-54.95"), "Maaltijdbox week", *box) for d in every_days(date(2025, 9, 3), 7)]
    phone = ("KPN BV", "KPN1887766", "NL93ZZZ330000000000")
    lines += [Line(d, Decimal("-17.50"), f"Factuur {rng.randrange(10**6, 10**7)} mobiel", *phone) for d in monthly(24)]
    music = ("Spotify AB", "SPOT-4471", "SE81ZZZ0000005555550")
    lines += [Line(d, Decimal("-12.99"), "Spotify premium", *music) for d in monthly(8)]
    lines += [Line(d, Decimal("1985.10"), "Salaris", "Voorbeeld Zorg Stichting") for d in monthly(23)]
    return sorted(lines, key=lambda line: line.on)


def cents(amount: Decimal, mark: str = ".") -> str:
    """Return an unsigned amount with two decimals."""
    return f"{abs(amount):.2f}".replace(".", mark)


def camt_entry(number: int, line: Line) -> str:
    """Return one entry of CAMT.053."""
    side = "Cdtr" if line.amount < 0 else "Dbtr"
    scheme = f"<Id><PrvtId><Othr><Id>{line.creditor}</Id></Othr></PrvtId></Id>" if line.creditor else ""
    party = (
        f"<RltdPties><{side}><Pty><Nm>{escape(line.name)}</Nm>{scheme}</Pty></{side}></RltdPties>" if line.name else ""
    )
    refs = f"<Refs><MndtId>{line.mandate}</MndtId></Refs>" if line.mandate else ""
    family = (
        ("RDDT", "ESDD")
        if line.mandate
        else ("RCDT", "SALA")
        if line.amount > 0
        else ("ICDT", "STDO")
        if line.name
        else ("CCRD", "POSD")
    )
    return (
        f'<Ntry><NtryRef>{number}</NtryRef><Amt Ccy="EUR">{cents(line.amount)}</Amt>'
        f"<CdtDbtInd>{'DBIT' if line.amount < 0 else 'CRDT'}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
        f"<BookgDt><Dt>{line.on}</Dt></BookgDt><ValDt><Dt>{line.on}</Dt></ValDt>"
        f"<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>{family[0]}</Cd><SubFmlyCd>{family[1]}</SubFmlyCd></Fmly></Domn></BkTxCd>"
        f"<NtryDtls><TxDtls>{refs}{party}<RmtInf><Ustrd>{escape(line.text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
    )


def camt_balance(kind: str, amount: Decimal, on: date) -> str:
    """Return an opening or closing balance of CAMT.053."""
    sign = "CRDT" if amount >= 0 else "DBIT"
    return (
        f'<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{cents(amount)}</Amt>'
        f"<CdtDbtInd>{sign}</CdtDbtInd><Dt><Dt>{on}</Dt></Dt></Bal>"
    )


def camt053(lines: list[Line], opening: Decimal) -> bytes:
    """Return lines as CAMT.053.001.08."""
    closing = opening + sum((line.amount for line in lines), Decimal(0))
    entries = "\n".join(camt_entry(number, line) for number, line in enumerate(lines, 1))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>'
        f"<GrpHdr><MsgId>SAMPLE-1</MsgId><CreDtTm>{LAST}T08:00:00</CreDtTm></GrpHdr>"
        f"<Stmt><Id>1</Id><CreDtTm>{LAST}T08:00:00</CreDtTm>"
        "<Acct><Id><IBAN>DE75512108001245126199</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        f"{camt_balance('OPBD', opening, FIRST)}{camt_balance('CLBD', closing, LAST)}\n{entries}\n"
        "</Stmt></BkToCstmrStmt></Document>\n"
    ).encode()


def german_csv(lines: list[Line], period: str) -> bytes:
    """Return lines as a German card's export: semicolons, decimal comma, cp1252, a preamble, newest first."""
    rows = [
        f'"{line.on:%d.%m.%Y}";"{line.on:%d.%m.%Y}";"{line.text}";"-{cents(line.amount, ",")}";"EUR"'
        for line in reversed(lines)
    ]
    head = ['"Kreditkarte:";"4987 **** **** 0199"', f'"Zeitraum:";"{period}"', ""]
    return "\r\n".join([*head, '"Belegdatum";"Buchungstag";"Verwendungszweck";"Umsatz";"Währung"', *rows, ""]).encode(
        "cp1252"
    )


def ofx(lines: list[Line]) -> bytes:
    """Return lines as OFX 1.02 (SGML, closing tags left out)."""
    rows = "\n".join(
        f"<STMTTRN>\n<TRNTYPE>{'CREDIT' if line.amount > 0 else 'DEBIT'}\n<DTPOSTED>{line.on:%Y%m%d}120000[-8:PST]\n"
        f"<TRNAMT>{line.amount:.2f}\n<FITID>{line.on:%Y%m%d}{n:05d}\n<NAME>{escape(line.text[:32])}\n</STMTTRN>"
        for n, line in enumerate(lines)
    )
    head = "OFXHEADER:100 DATA:OFXSGML VERSION:102 SECURITY:NONE ENCODING:USASCII CHARSET:1252 COMPRESSION:NONE OLDFILEUID:NONE NEWFILEUID:NONE"  # noqa: E501, a header is one thing
    status = "<STATUS><CODE>0<SEVERITY>INFO</STATUS>"
    return (
        head.replace(" ", "\r\n") + "\r\n\r\n"
        f"<OFX>\n<SIGNONMSGSRSV1><SONRS>{status}<DTSERVER>{LAST:%Y%m%d}<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>\n"
        f"<CREDITCARDMSGSRSV1><CCSTMTTRNRS><TRNUID>1{status}<CCSTMTRS><CURDEF>USD<CCACCTFROM><ACCTID>XXXXXXXXXXXX0142</CCACCTFROM>\n"
        f"<BANKTRANLIST><DTSTART>{FIRST:%Y%m%d}<DTEND>{LAST:%Y%m%d}\n{rows}\n</BANKTRANLIST>\n"
        f"<LEDGERBAL><BALAMT>-412.07<DTASOF>{LAST:%Y%m%d}</LEDGERBAL></CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>\n"
    ).encode("cp1252")


def british_csv(lines: list[Line], balance: Decimal) -> bytes:
    """Return lines as a British export: day first, money in and money out, running balance."""
    rows = ["Date,Transaction type,Description,Paid out (GBP),Paid in (GBP),Balance (GBP)"]
    for line in lines:
        balance += line.amount
        kind = "DD" if line.text.startswith("DIRECT") else "CR" if line.amount > 0 else "DEB"
        money = f"{cents(line.amount)}," if line.amount < 0 else f",{cents(line.amount)}"
        rows.append(f"{line.on:%d/%m/%Y},{kind},{line.text},{money},{balance:.2f}")
    return "\n".join([*rows, ""]).encode()


def mt940(lines: list[Line], opening: Decimal) -> bytes:
    """Return lines as MT940 with the Dutch form of field 86."""
    closing = opening + sum((line.amount for line in lines), Decimal(0))
    rows = [":20:SAMPLE", ":25:NL02ABNA0123456789EUR", ":28C:1/1", f":60F:C{FIRST:%y%m%d}EUR{cents(opening, ',')}"]
    for line in lines:
        kind, sign = ("DDT" if line.mandate else "MSC"), ("D" if line.amount < 0 else "C")
        rows.append(f":61:{line.on:%y%m%d}{line.on:%m%d}{sign}{cents(line.amount, ',')}N{kind}NONREF")
        text = f"/TRTP/BETAALAUTOMAAT/REMI/{line.text}"
        if line.name:
            scheme = f"/CSID/{line.creditor}/MARF/{line.mandate}" if line.mandate else ""
            trtp = "SEPA INCASSO ALGEMEEN DOORLOPEND" if line.mandate else "SEPA OVERBOEKING"
            text = f"/TRTP/{trtp}{scheme}/NAME/{line.name}/REMI/{line.text}"
        rows += [(":86:" if n == 0 else "") + text[n : n + 65] for n in range(0, len(text), 65)]
    sign = "C" if closing >= 0 else "D"
    return "\r\n".join([*rows, f":62F:{sign}{LAST:%y%m%d}EUR{cents(closing, ',')}", "-", ""]).encode()


def main() -> None:
    """Write the files."""
    rng = random.Random(20261122)  # noqa: S311, samples need no secrets
    files = {
        "girokonto.xml": camt053(german_current(rng), Decimal(1500)),
        "kreditkarte.csv": german_csv(german_card(rng), "01.09.2024 - 31.10.2026"),
        "us-card.qfx": ofx(american_card(rng)),
        "uk-current-account.csv": british_csv(british_current(rng), Decimal("820.55")),
        "betaalrekening.sta": mt940(dutch_current(rng), Decimal(2300)),
        "later/kreditkarte-november.csv": german_csv(german_card_next(), "01.11.2026 - 30.11.2026"),
    }
    for name, content in files.items():
        (SAMPLES / name).parent.mkdir(parents=True, exist_ok=True)
        (SAMPLES / name).write_bytes(content)


if __name__ == "__main__":
    main()
