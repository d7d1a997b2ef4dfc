"""Honest texts without a phone number, made anew from a seed: for false alarms."""

import random


def _d(r, n):
    return "".join(str(r.randrange(10)) for _ in range(n))


def _log(r):
    return "\n".join(
        f"2026-{r.randrange(1, 13):02d}-{r.randrange(1, 29):02d} {r.randrange(24):02d}:{r.randrange(60):02d}:{r.randrange(60):02d},"
        f"{_d(r, 3)} INFO [worker-{r.randrange(99)}] call id={_d(r, 10)} took {_d(r, 3)}.{_d(r, 4)} ms from 10.{r.randrange(255)}."
        f"{r.randrange(255)}.{r.randrange(255)}:{_d(r, 5)} blk_-{_d(r, 19)} pid {_d(r, 5)}"
        for _ in range(6)
    )


def _epoch(r):
    return "\n".join(
        f"- {1_100_000_000 + r.randrange(700_000_000)} node-{_d(r, 3)} kernel: {_d(r, 10)} {_d(r, 4)} {_d(r, 3)}"
        for _ in range(6)
    )


def _invoice(r):
    return (
        f"Invoice no. {_d(r, 10)}\nOrder number: {_d(r, 3)}-{_d(r, 7)}-{_d(r, 7)}\nCustomer no. {_d(r, 3)} {_d(r, 3)} {_d(r, 4)}\n"
        f"Total $1,{_d(r, 3)}.00, VAT ID DE{_d(r, 9)}, due 2026-03-{r.randrange(10, 28)}.\nIBAN DE{_d(r, 2)} {_d(r, 4)} {_d(r, 4)} {_d(r, 4)} "
        f"{_d(r, 4)} {_d(r, 2)}\nCard 4{_d(r, 3)} {_d(r, 4)} {_d(r, 4)} {_d(r, 4)}, ref {_d(r, 12)}. Please call us if you have questions."
    )


def _changelog(r):
    return "\n".join(
        f"## {r.randrange(9)}.{r.randrange(30)}.{r.randrange(99)} (2025-0{r.randrange(1, 10)}-1{r.randrange(9)})\n* call hooks, fixes #{_d(r, 5)}, build 10.0.{_d(r, 5)}.{_d(r, 4)}, {_d(r, 7)}"
        for _ in range(5)
    )


def _table(r):
    return "\n".join("| " + " | ".join(_d(r, r.randrange(1, 5)) for _ in range(6)) + " |" for _ in range(8))


def _columns(r):
    return "\n".join("\t".join(_d(r, r.randrange(1, 6)) for _ in range(7)) for _ in range(8))


def _csv(r):
    return "id,amount,zip,ts\n" + "\n".join(
        f"{_d(r, 8)},{_d(r, 3)}.{_d(r, 2)},{_d(r, 5)},{1_500_000_000 + r.randrange(10**8)}" for _ in range(8)
    )


def _matrix(r):
    return "\n".join(" ".join(str(r.randrange(10)) for _ in range(12)) for _ in range(6))


def _sports(r):
    return "\n".join(
        f"Team {_d(r, 1)} {r.randrange(130)}-{r.randrange(130)} ({_d(r, 2)}-{_d(r, 2)}, {_d(r, 3)} pts), att. {_d(r, 2)},{_d(r, 3)}"
        for _ in range(6)
    )


def _verses(r):
    return f"See John 3:16-{r.randrange(17, 30)}, Psalm 119:{_d(r, 2)}-{_d(r, 3)} and 1 Kings 8:{_d(r, 2)}; 42 U.S.C. 1983, 384 U.S. 436 (1966), 555 U.S. 135, 800 F.2d {_d(r, 4)}."


def _chess(r):
    return "1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 4. Ba4 Nf6 5. O-O Be7 6. Re1 b5 7. Bb3 O-O " + _d(r, 2) + ". Qd2"


def _code(r):
    return (
        f"const MASK = 0x{_d(r, 8)}; // {_d(r, 10)}\nassert.equal(sum([{', '.join(_d(r, 3) for _ in range(8))}]), {_d(r, 5)});\n"
        f"call(fn, {_d(r, 3)}, {_d(r, 3)}, {_d(r, 4)});\nuuid = '{_d(r, 8)}-{_d(r, 4)}-4{_d(r, 3)}-8{_d(r, 3)}-{_d(r, 12)}'\nx = {_d(r, 3)} - {_d(r, 3)} + {_d(r, 4)}"
    )


def _ids(r):
    return (
        f">>> validate('{_d(r, 3)}-{_d(r, 2)}-{_d(r, 4)}')\n>>> validate('{_d(r, 3)}-{_d(r, 3)}-{_d(r, 4)}')  # identification number, check digit\n"
        f"ISBN 978-{_d(r, 1)}-{_d(r, 4)}-{_d(r, 4)}-{_d(r, 1)}, ISSN {_d(r, 4)}-{_d(r, 4)}, IMEI {_d(r, 15)}, {_d(r, 2)} {_d(r, 3)} {_d(r, 3)} {_d(r, 3)}"
    )


def _tracking(r):
    return f"Your parcel 1Z{_d(r, 3)}AA{_d(r, 10)} / {_d(r, 4)} {_d(r, 4)} {_d(r, 4)} {_d(r, 4)} {_d(r, 4)} {_d(r, 2)} has left the depot. Tracking number {_d(r, 12)}. Contact the sender."


def _recipe(r):
    return "Mix 200 g flour, 100 g sugar, 2 eggs and 300 ml milk. Bake at 180 C (350 F) for 45-50 minutes; serves 4-6. One, two or three apples; four will do, five is too many."


def _legal(r):
    return f"Directive 2011/83/EU, art. 9-16; Regulation (EU) 2016/679; BGBl. I S. {_d(r, 4)}; CELEX 32011L0083; docket 20-{_d(r, 4)}, FCC 11-{_d(r, 3)}, numbers 800, 855, 866, 877 or 888."


def _geo(r):
    return f"Position {r.randrange(89)}.{_d(r, 6)}, -{r.randrange(179)}.{_d(r, 6)}; bbox={_d(r, 2)}.{_d(r, 5)},{_d(r, 2)}.{_d(r, 5)}; +{_d(r, 2)}.{_d(r, 5)}-{_d(r, 3)}.{_d(r, 5)}/"


def _maths(r):
    return f"{_d(r, 3)} + {_d(r, 3)} = {_d(r, 4)}; 3.14159265358979; 6.02214076e23; {_d(r, 3)} x {_d(r, 3)} x {_d(r, 4)} px; C({_d(r, 2)},{_d(r, 1)}); 1-2-3-4; (1) (2) (3)."


def _dna(r):
    return "".join(r.choice("ACGT") for _ in range(60)) + f" chr1:{_d(r, 9)}-{_d(r, 9)} rs{_d(r, 8)}"


def _url(r):
    return f"https://support.example.com/hc/en-us/articles/{_d(r, 12)}-How-do-I-cancel and https://example.com/?id={_d(r, 10)}&t={_d(r, 13)} (call it a day)"


def _dates(r):
    return f"Mon-Fri 08:00-17:30, 01.02.2026-28.02.2026, 2019-2024, 1989/90, 12/31/1999, 20260131T235959Z; phone support hours 9-5, {_d(r, 4)}"


def _german(r):
    return f"Rechnungsnummer {_d(r, 10)}, Kundennummer {_d(r, 8)}, HRB {_d(r, 6)}, Steuernummer {_d(r, 2)}/{_d(r, 3)}/{_d(r, 5)}, Betrag 1.{_d(r, 3)},00 EUR, 53113 Bonn, Az. {_d(r, 1)} O {_d(r, 3)}/22"


def _crash(r):
    return f"fffff803`6c600000 {_d(r, 8)} win32k 0x{_d(r, 16)} KB{_d(r, 7)} Experience Pack {_d(r, 3)}.{_d(r, 4)}.0.3 OS build {_d(r, 5)}.{_d(r, 4)} SHA256 {_d(r, 10)}ab{_d(r, 20)}"


MAKERS = (
    *(
        _log,
        _epoch,
        _invoice,
        _changelog,
        _table,
        _columns,
        _csv,
        _matrix,
        _sports,
        _verses,
        _chess,
        _code,
        _ids,
        _tracking,
    ),
    *(_recipe, _legal, _geo, _maths, _dna, _url, _dates, _german, _crash),
)


def honest(seed):
    """Return a maker's name and a text."""
    r = random.Random(seed)
    maker = MAKERS[seed % len(MAKERS)]
    return maker.__name__, maker(r)
