"""Rights: a hundred thousand cases through the command, and the start of one."""

import json
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from bench.figures import Figure, process_seconds

TITLE = "Rights"
CASES = 100_000
COUNTRIES = {"DE": "EUR", "FR": "EUR", "US": "USD", "GB": "GBP", "NO": "NOK", "BR": "BRL", "SE": "SEK", "NL": "EUR"}
METHODS = ("card_visa", "card_mastercard", "sepa_dd_core", "bacs_dd", "paypal", "ach_debit", "card_credit_us")
PROVIDERS = ("Norton", "Kaspersky", "McAfee", "Nobody Knows Ltd")


def write_cases(path: Path, count: int) -> None:
    """Write invented cases, one a line: countries, rails, renewals and days in turn."""
    countries = tuple(COUNTRIES)
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            bought = date(2025, 1, 1) + timedelta(days=number % 640)
            country = countries[number % len(countries)]
            case: dict[str, object] = {
                "id": number,
                "today": "2026-11-22",
                "country": country,
                "consumer": True,
                "channel": "provider_web",
                "payment_method": METHODS[number % len(METHODS)],
                "purchased_on": bought.isoformat(),
                "charged_on": bought.isoformat(),
                "withdrawal_info_given": number % 3 > 0,
                "supply": "digital_service",
                "plan": {
                    "provider": PROVIDERS[number % len(PROVIDERS)],
                    "price": 59.99,
                    "currency": COUNTRIES[country],
                    "term_months": 12,
                },
            }
            if number % 2:
                case |= {"cancelled_on": None, "renewal_notice_on": None, "standard_terms": True}
            out.write(json.dumps(case) + "\n")


def run() -> list[Figure]:
    """Measure the command on 100,000 cases, and on one."""
    with tempfile.TemporaryDirectory() as folder:
        many, one = Path(folder) / "many.jsonl", Path(folder) / "one.json"
        write_cases(many, CASES)
        write_cases(one, 1)
        command = [sys.executable, "-m", "unrenew", "rights", "--facts"]
        seconds, memory = process_seconds([*command, str(many), "--lines"], runs=1)
        start, _ = process_seconds([*command, str(one), "--json"])
    repeat = "python -m bench rights"
    return [
        Figure(
            what=f"{CASES:,} cases, one core", value=f"{seconds:.1f} s, {memory:.0f} MB", goal="20 s", command=repeat
        ),
        Figure(what="one case, whole process", value=f"{start * 1000:.0f} ms", command=repeat),
    ]
