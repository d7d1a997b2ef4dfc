"""The cases that every kind of letter is rendered for, in every language, form and country."""

from datetime import date
from decimal import Decimal

from unrenew.act.letters import Occasion
from unrenew.model.letters import Ground, Party
from unrenew.model.values import Money

TODAY = date(2026, 11, 22)
DEADLINE = date(2026, 12, 4)
SENDER = Party(name="Åsa Łukasz-Müller", lines=("Teststraße 1", "00000 Beispielort"), email="asa@example.org")
SELLER = Party(name="Nexway", lines=("1 rue de l’Exemple", "00000 Ville"), email="help@nexway.example")
FULL = {
    "product": "Kaspersky Plus",
    "seller": "Nexway",
    "merchant": "Nexway",
    "descriptor": "NEXWAY*KASPERSKY",
    "account_email": "asa@example.org",
    "customer_number": "K-77",
    "order_number": "2A000BEC00D",
    "mandate": "M-1",
    "creditor": "DE98ZZZ09999999999",
    "account": "DE00 0000",
    "card": "•••• 0000",
    "reference": "T-1001",
    "purchased_on": date(2026, 11, 10),
    "charged_on": date(2026, 11, 20),
    "next_charge_on": date(2026, 12, 20),
    "asked_on": date(2026, 11, 12),
    "confirmed_on": date(2026, 11, 13),
    "active_until": date(2027, 1, 31),
    "charged_again_on": date(2026, 11, 20),
    "refund_asked_on": date(2026, 11, 21),
    "status": "auto-renew off",
    "refused_because": "No.",
    "guarantee_days": 30,
}
LEAST = ("product", "seller", "merchant", "purchased_on", "charged_on", "asked_on")
GROUNDS = {
    "DE": ("eu.withdrawal", "de.312k_6", "sepa.core_refund_8w", "visa.13_2"),
    "AT": ("eu.withdrawal", "psd2.unauthorised_13m"),
    "FR": ("fr.l215_1", "eu.withdrawal", "sepa.core_refund_8w"),
    "IT": ("it.65bis", "eu.withdrawal", "psd2.unauthorised_13m"),
    "ES": ("eu.withdrawal", "sepa.core_refund_8w"),
    "NL": ("nl.van_dam", "eu.withdrawal", "sepa.core_refund_8w"),
    "PL": ("eu.withdrawal", "sepa.core_refund_8w"),
    "PT": ("eu.withdrawal", "sepa.core_refund_8w"),
    "SE": ("se.2014_1449", "eu.withdrawal", "sepa.core_refund_8w"),
    "DK": ("eu.withdrawal", "mc.4853_recurring", "sepa.core_refund_8w"),
    "CZ": ("eu.withdrawal", "sepa.core_refund_8w"),
    "RO": ("eu.withdrawal", "sepa.core_refund_8w"),
    "GB": ("uk.ccr_cancel", "uk.dd_guarantee", "visa.13_2"),
    "US": ("provider.guarantee", "us.reg_e_stop_payment", "us.reg_z_billing_error_60d", "us.ca.arl_online_cancel"),
    "BR": ("br.cdc49",),
}
CURRENCY = {"GB": "GBP", "US": "USD", "BR": "BRL", "PL": "PLN", "SE": "SEK", "DK": "DKK", "CZ": "CZK", "RO": "RON"}


def occasion(language, country, *, full=True, amount="1239.99", grounds=None, form_letter=True):
    money = Money(amount=Decimal(amount) * -1, currency=CURRENCY.get(country, "EUR"))
    values = dict(FULL) if full else {name: FULL[name] for name in LEAST}
    values["amount"] = money
    if full:
        values |= {"refund_amount": money, "charged_again_amount": money}
    rules = GROUNDS[country] if grounds is None else grounds
    return Occasion(
        sender=SENDER if form_letter else Party(name=SENDER.name),
        to=SELLER if form_letter else Party(name=SELLER.name),
        today=TODAY,
        language=language,
        country=country,
        values=values,
        grounds=[
            Ground(
                rule=rule, cites=(f"Act of {rule} Art. 9",), deadline=date(2026, 12, 4), refund_due_by=date(2026, 12, 6)
            )
            for rule in rules
        ],
    )
