"""Words in the cells of statements: not booked, a balance, money in, money out."""

from unrenew.readers.csv.vocabulary import fold

NOT_BOOKED = frozenset(
    fold(word)
    for word in """pending declined failed reverted cancelled canceled rejected denied expired void voided processing
    authorised authorized authorization authorisation hold held on_hold in_progress scheduled upcoming open unpaid
    incomplete blocked reserved memo unbooked waiting not_booked not_posted uncleared requires_action blocked_amount
    vorgemerkt ausstehend offen abgelehnt fehlgeschlagen storniert nicht_gebucht in_bearbeitung geplant reserviert
    en_attente refuse refusee annule annulee echoue a_venir en_cours autorisation pendiente rechazado rechazada cancelado
    cancelada fallido en_proceso in_attesa rifiutato annullato in_sospeso non_contabilizzato in_behandeling geweigerd
    geannuleerd mislukt gereserveerd pendente recusado recusada falhou agendado w_trakcie odrzucona odrzucone anulowana
    oczekujaca oczekujace blokada nierozliczone cekajici zamitnuto zruseno blokace nezauctovano neprovedeno
    fuggoben zarolt elutasitva sikertelen in_asteptare respinsa anulata in_curs reserverat preliminar preliminart avvisad
    ej_bokford reserveret afvist annulleret reservert avvist avbrutt ikke_bokfort varaus katevaraus hylatty odottaa
    ootel broneeritud tagasi_lukatud gaida noraidits rezervets laukiama atmesta rezervuota na_cekanju odbijeno v_cakanju
    rezervacija зареждане отказана изчакваща εκκρεμει απορριφθηκε δεσμευση в_обработке отклонен отклонена отменен отменено hold
    отказ failed ожидает обработка отклонено в_обробці відхилено скасовано очікує beklemede reddedildi iptal provizyon
    bekleyen pending_authorization pending_transaction""".split()
)

BOOKED_SECTIONS = frozenset("posted booked completed cleared settled gebucht comptabilise contabilizado bokfort".split())

BALANCES = tuple(
    fold(phrase)
    for phrase in """opening_balance closing_balance beginning_balance ending_balance starting_balance balance_brought_forward
    balance_carried_forward balance_forward previous_balance statement_balance ledger_balance available_balance
    current_balance turnover total_debits total_credits brought_forward carried_forward start_balance end_balance
    anfangssaldo endsaldo schlusssaldo alter_kontostand neuer_kontostand kontostand_am saldovortrag alter_saldo
    neuer_saldo anfangsbestand endbestand saldo_vom rechnungsabschluss_saldo ubertrag_saldo
    solde_initial solde_final solde_precedent solde_anterieur solde_au ancien_solde nouveau_solde solde_crediteur_au
    solde_debiteur_au solde_reporte solde_de_depart
    saldo_inicial saldo_final saldo_anterior saldo_actual saldo_a_la_fecha saldo_del_dia saldo_do_dia saldo_disponivel
    saldo_contabilistico saldo_iniziale saldo_finale saldo_contabile saldo_disponibile saldo_precedente
    beginsaldo eindsaldo oud_saldo nieuw_saldo vorig_saldo startsaldo slotsaldo
    saldo_poczatkowe saldo_koncowe saldo_otwarcia saldo_zamkniecia pocatecni_zustatek konecny_zustatek
    pociatocny_zostatok konecny_zostatok nyito_egyenleg zaro_egyenleg sold_initial sold_final sold_anterior
    ingaende_saldo utgaende_saldo ingaende_balans primosaldo ultimosaldo saldo_primo saldo_ultimo inngaende_saldo
    alkusaldo loppusaldo algsaldo loppsaldo algjaak loppjaak kontoseis sakuma_atlikums beigu_atlikums sakotnejais_atlikums
    likutis_pradzioje likutis_pabaigoje pradinis_likutis galutinis_likutis apyvarta apgrozijums
    pocetno_stanje zavrsno_stanje zacetno_stanje koncno_stanje konacno_stanje prethodno_stanje начално_салдо крайно_салдо
    προηγουμενο_υπολοιπο νεο_υπολοιπο υπολοιπο_εναρξης входящий_остаток исходящий_остаток остаток_на_начало
    остаток_на_конец вхідний_залишок вихідний_залишок devreden_bakiye donem_basi_bakiye donem_sonu_bakiye acilis_bakiyesi
    kapanis_bakiyesi""".split()
)
"""How rows begin that state a balance or a turnover."""

_TOTALS = (
    "total totals sum subtotal summe gesamt gesamtsumme zwischensumme totaal totale totaux totales razem suma celkem "
    "celkom spolu osszesen sumar totalt i_alt sammanlagt summa yhteensa kokku kopa is_viso ukupno skupaj общо итого "
    "всього разом συνολο toplam zusammen cumulativo soma balance saldo solde kontostand zustatek egyenleg sold bakiye "
    "stanje остаток υπολοιπο jaak likutis atlikums turnover umsatze end page seite"
).split()

INCOME = (
    "payment received", "payment thank", "thank you", "autopay", "salary", "payroll", "direct dep", "refund", "wages",
    "gehalt", "lohn ", "gutschrift", "einzahlung", "erstattung", "salaire", "remboursement", "nomina", "nómina", "abono",
    "stipendio", "rimborso", "accredito", "salaris", "ordenado", "wynagrodzenie", "mzda", "výplata", "munkabér",
    "löneutbet", "lön ", "lønn", "løn ", "palkka", "atlyginim", "darbo užmokest", "зарплат", "заработ", "maaş", "cashback",
    "internet payment", "interest paid", "interest earned", "dividend", "payment - ", "bill payment received", "reembolso",
    "terugbetaling", "zwrot", "återbetalning", "zahlung erhalten", "ihre zahlung", "paiement recu", "paiement reçu",
    "pago recibido", "deposit", "account credit", "credit interest", "prélèvement automatique reçu", "devolucion",
)  # fmt: skip
"""Texts of money that comes in; on a card these are payments to the card and refunds."""

SPENDING = (
    "purchase", "card payment", "einkauf", "lastschrift", "achat", "prelevement", "prélèvement", "compra", "acquisto",
    "addebito", "betaalautomaat", "incasso", "zakup", "vásárlás", "kortköp", "varekjøp", "nákup", "netflix", "spotify",
    "amazon", "amzn", "apple.com", "itunes", "google", "uber", "mcdonald", "starbucks", "lidl", "aldi", "tesco", "rewe",
    "edeka", "carrefour", "shell", "ikea", "kaspersky", "nexway", "adobe", "microsoft", "disney", "hulu", "walmart",
    "target", "costco", "restaurant", "restoran", "hotel", "supermarket", "supermarché", "pharmac", "apotheke", "parking",
    "petrol", "gas station", "subscription", "abonnement", "gym", "fitness", "insurance", "versicherung", "vodafone",
    "coffee", "cafe", "café", "pizza", "burger", "bakery", "bäckerei", "grocer", "market", "store", "shop", "taxi",
    "airlines", "ryanair", "airbnb", "booking.com", "steam", "playstation", "nintendo", "dropbox", "openai", "membership",
    "esselunga", "mercadona", "biedronka", "albert heijn", "jumbo", "coop", "migros", "monoprix", "leclerc", "sainsbury",
    "annual fee", "late fee", "atm", "cash advance", "toll", "cinema",
)  # fmt: skip
"""Texts of money that goes out."""

def is_balance(text: str) -> bool:
    """Say whether a dated row is a balance or a turnover that only looks like a booking."""
    folded = fold(text[:90])
    return len(text) < 90 and folded.startswith(BALANCES)


def is_total(text: str) -> bool:
    """Say whether an undated row sums others up."""
    folded = fold(text[:120])
    return is_balance(text) or any(word.strip(":") in _TOTALS for word in folded.split()[:4])


def is_unbooked(text: str) -> bool:
    """Say whether a status means that no money has moved (yet)."""
    return fold(text) in NOT_BOOKED
