"""Statements of any length, made up: the same for the same number of lines."""

from collections.abc import Iterator
from datetime import date, timedelta

NAMES = (
    "NEXWAY*KASPERSKY",
    "NETFLIX.COM",
    "Stadtwerke Musterstadt GmbH",
    "REWE SAGT DANKE 1234",
    "Spotify AB",
    "GYM 24/7",
)
FIRST = date(2024, 1, 1)


def rows(count: int) -> Iterator[tuple[int, date, int, str]]:
    """Yield number, day, cents and name of each booking; cents are negative for spending."""
    for number in range(count):
        cents = 250000 if number % 40 == 0 else -(99 + number * 37 % 9900)
        yield number, FIRST + timedelta(days=number % 730), cents, NAMES[number % len(NAMES)]


def _amount(cents: int) -> str:
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def ofx(count: int) -> bytes:
    """Return an OFX 1 statement of so many bookings, with unclosed tags."""
    body = "".join(
        f"<STMTTRN>\n<TRNTYPE>{'CREDIT' if cents > 0 else 'DEBIT'}\n<DTPOSTED>{on:%Y%m%d}120000[-5:EST]\n"
        f"<TRNAMT>{_amount(cents)}\n<FITID>F{number}\n<NAME>{name}\n<MEMO>card 4711 line {number}\n</STMTTRN>\n"
        for number, on, cents, name in rows(count)
    )
    return (
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS>"
        "<STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>123</BANKACCTFROM><BANKTRANLIST>\n"
        f"{body}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
    ).encode()


def camt(count: int) -> bytes:
    """Return a CAMT.053 statement of so many entries, each with one detail as German banks write them."""
    body = "".join(
        f'<Ntry><Amt Ccy="EUR">{_amount(abs(cents))}</Amt><CdtDbtInd>{"CRDT" if cents > 0 else "DBIT"}</CdtDbtInd>'
        f"<Sts>BOOK</Sts><BookgDt><Dt>{on}</Dt></BookgDt><ValDt><Dt>{on}</Dt></ValDt><AcctSvcrRef>R{number}</AcctSvcrRef>"
        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RDDT</Cd><SubFmlyCd>ESDD</SubFmlyCd></Fmly></Domn><Prtry><Cd>NDDT+105"
        f"</Cd><Issr>DK</Issr></Prtry></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>E{number}</EndToEndId><MndtId>M"
        f"{number % 9}</MndtId></Refs><RltdPties><Dbtr><Nm>Erika Muster</Nm></Dbtr><Cdtr><Nm>{name}</Nm><Id><PrvtId>"
        "<Othr><Id>DE98ZZZ09999999999</Id></Othr></PrvtId></Id></Cdtr><CdtrAcct><Id><IBAN>DE02120300000000202051</IBAN>"
        f"</Id></CdtrAcct></RltdPties><RmtInf><Ustrd>Rechnung {number}</Ustrd></RmtInf></TxDtls></NtryDtls>"
        "<AddtlNtryInf>SEPA-BASISLASTSCHRIFT</AddtlNtryInf></Ntry>\n"
        for number, on, cents, name in rows(count)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'
        "<BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></Acct>"
        f"{body}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def mt940(count: int) -> bytes:
    """Return an MT940 statement of so many bookings, with German structured purposes."""
    body = "".join(
        f":61:{on:%y%m%d}{on:%m%d}{'C' if cents > 0 else 'D'}{_amount(abs(cents)).replace('.', ',')}NDDTNONREF//R"
        f"{number}\n:86:105?00SEPA-BASISLASTSCHRIFT?20EREF+E{number}?21MREF+M{number % 9}?22CRED+DE98ZZZ09999999999"
        f"?23SVWZ+Rechnung {number}?30BYLADEM1001?31DE02120300000000202051?32{name[:27]}\n"
        for number, on, cents, name in rows(count)
    )
    total = sum(cents for _, _, cents, _ in rows(count))
    balance = f"{'C' if total >= 0 else 'D'}251231EUR{_amount(abs(total)).replace('.', ',')}"
    return f":20:STARTUMS\n:25:37040044/0532013000\n:28C:1/1\n:60F:C231231EUR0,\n{body}:62F:{balance}\n-\n".encode()
