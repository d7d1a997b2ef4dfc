"""The words of statement headers in the languages of Europe: to concepts.

A header cell is folded (lower case, no accents, no punctuation) and each of its words is looked up. What counts is the
set of concepts that is found: "Buchungsdatum", "Posting date" and "Data księgowania" are all {book, date}. So a header
that nobody has listed is understood as long as its words are. Marks in the lists: `word` is a whole word, `word*` a
beginning, `*word*` any part of a word (compounds), `*word` an end; `_` joins the words of a phrase.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ı": "i", "œ": "oe", "ς": "σ"})

CONCEPTS: dict[str, str] = {
    "date": """date dates datum* *datum* dato *dato data fecha* dia day dt kuupaev* *paiva* pvm *pvm datas data* den dzien
        ημερομηνια* ημ_νια ημνια дата* день tarih* *tag dag *dag *dags kelte napja napon *nap *naptar* created created_at
        timestamp when booked posted *wertstellung* valor_em תאריך التاريخ تاريخ dan dátum* time_stamp datetime""",
    "book": """book* posted post posting posted_at buchung* gebucht* *boek* geboekt* comptab* contab* registr* ksiegowan*
        zauct* zauctovan* konyvel* konyvelt* bokfor* bogfor* bokforing* kirjaus* kanne kande iraksti* iraksts knjizen*
        knjizenj* knjizb* proknjizen* осчетоводяв* счетоводн* λογιστικη καταχωρ* обработк* проводк* проведен* оброблен*
        complet* settle* settlement clear* cleared process* processed verrekening abrechnungs* executed execution
        executare executie eseguit* izvrsen* извършв* operazione_contabile izvedb* teostam* inregistr*
        muhasebe* islendi zuctovan* zaknjizen* kirjattu effective_posting realizac* kirj*""",
    "value": """value valuta* *valuta valeur valor valore *wert *wertstellung* wertstell* rente_datum rentedatum rentedato
        ertek* *ertek* arvo* *arvopaiva* vaarius* vaartus* valuutap* waluty valut* валютир* вальор вальора валер valoare
        valutering* валута_дата valor_dato effective interest_date valoer valør* available_on αξιας αξια валют*""",
    "trade": """transaction* transakt* transakc* transazion* transac* tranzac* tranzakc* trans operation* operac* operaz*
        operat* opérat* verrichting* kauf* beleg* umsatz* purchase* purchas* achat compra* acquisto* aankoop* kop* kjop*
        kob* osto* тогов* операц* purchased started start initiated initiat* *tehing* teha* darijum* dariju* deal* order*
        islem* συναλλαγη* provedeni provoz* transfer_date mouvement* movimiento* movimento* movement* authori* autoriz*
        zlecen* obciazen* rendelke* tapahtuma* sooritam* trades kjopt* inkop* alkupera* executed_on pagamento
        купув* трансакц* транзак* utfort* utforelse* εκτελεσ* journaldate *journal* usage tarihi_islem""",
    "amount": """amount* amt betrag* *betrag* *bedrag* bedrag importe* importo* importi montant* montante* valor suma sum
        summe summa summ* *summa *sum *belob* belob* *belop* belop* kwota* kwoty castka* *castka* ciastka* suma* osszeg*
        *osszeg* valoare* *valoare* iznos* znesek* сумма* сума* ποσο* tutar* *tutar* saldo_movimento geldbetrag wert
        mutatie net nett* netto gross brutto brut gesamt* total totaal totale toplam определен* סכום المبلغ مبلغ maara
        *maara* quantia quantite_argent value_amount cuantia miktar* upphaed* upphaeð cash_amount netamount money
        transaction_value payment_amount""",
    "net": "net nett* netto netamount net_amount",
    "gross": "gross brutto brut",
    "debit": """debit* debet* debito* debe *lastschrift* soll belastung* lastschrift paid_out money_out moneyout out outflow*
        outgoing* withdraw* withdrawal* withdrawn payments spent spending expense* charge* charges afschrijving* af uit
        uitgave* depense* sortie* retrait* addebit* uscite uscita cargo* cargos adeudo* gasto* gastos retiro*
        saida* saidas despesa* obciazen* wydat* wyplat* rozchod* vydaj* vydej* terhel* kiadas* *kiadas* debitare cheltu* uttag*
        utgift* utgaende haevet ut_av_konto ut_fra_konto ut *ut_konto* pano_ulos otto menot debetas debets izdev* rashod*
        isplat* odliv* breme v_breme duguje terecenje разход* расход* дебит* дебет* списан* χρεωση* χρεωσεις borc* gider*
        cikan חובה مدين iesiri iesire plati bremen* zadolzit* veiktie isejo odchozi vyber* ulos paiements""",
    "credit": """credit* kredit* credito* haben *gutschrift* gutschrift* paid_in money_in moneyin in inflow* incoming*
        deposit* receipts received income bijschrijving* bij entree* recette* versement* accredit* entrate entrata avere
        abono* abonos haber ingreso* ingresos entrada* entradas receita* uznan* wplyw* wplat* przychod* prijem prijmy prijmu
        jovair* jovairas* bevetel* *bevetel* creditare incasar* inkomst* insattning* indsat inn_pa_konto inn *inn_konto*
        inngaende pano panot tulot kreditas kredits ienak* prihod* uplat* priliv* dobro v_dobro potrazuje odobrenje
        приход* кредит* зачислен* поступлен* постъпл* πιστωση* πιστωσεις alacak* gelir* giren זכות دائن intrari intrare
        dobropis* prichozi pripis* gaidos sissetulek laekumine ingaende надходж* rentree*""",
    "flag": """debit_credit credit_debit d_c c_d d_k k_d dc cr_dr dr_cr cd s_h h_s +_- plus_minus sign signo vorzeichen
        soll_haben af_bij bij_af creditdebet debetcredit creditdebit debitcredit direction dbcr db_cr kd_kz indicator
        znak sens richtung segno znamenko kredit_debet debet_kredit bevetel_kiadas *kennzeichen_soll* wn_ma natura
        transaction_type type_of_transaction t_j balance_impact dt_kt dk crdr drcr cdtdbtind приход_расход
        debit_or_credit cdi typ_operace_+_-""",
    "balance": """balance* saldo* *saldo* solde* stav zostatok* zustatek* *stand kontostand* egyenleg* *egyenleg* sold
        soldul saldu stanje* stan sald* jaak jaak* *jaak atlikums likutis likuti* остаток* баланс* υπολοιπο* bakiye*
        runningbalance running salden разполагаем* салдо залишок* יתרה الرصيد رصيد staða stand""",
    "currency": """currency* ccy curr cur wahrung* *wahrung* *waehrung* waehrung* devise* devis divisa* divise monn monnaie*
        monnaie moneda* moeda* valuta* muntsoort munt *munt muntcode valutacode deviza* *deviza* devizanem* mena meny men
        *valuuta* valuut* valiut* valiuta waluta* waluty wal валют* валюта* νομισμα* doviz* para_birimi kod_waluty mynt
        paraBirimi iso_code currencycode valutaa *currency* מטבע العملة kurrency""",
    "fee": """fee* fees gebuhr* *gebuhr* gebuehr* kosten* spesen frais commission* commissione* commissioni comision*
        comissao* comissoes tarifa* oplat* prowizj* poplat* *poplat* dij dijak jutalek* avgift* *avgift* gebyr* gebyrer
        palkkio* tasu mokest* komis* naknad* provizij* такса* комисси* комісі* προμηθεια* masraf* komisyon* *entgelt*
        entgelt""",
    "tax": "tax taxes vat mwst *steuer* btw tva iva dph pdv moms afa ust taxcode",
    "rate": "rate rates kurs* *kurs* koers *koers* taux tasso tipo_de_cambio cambio cotacao wechselkurs* fx fxrate tecaj "
    "*tecaj* arfolyam* kurz* курс* ισοτιμια* curs_valutar exchange_rate kursas valuutakurss kur",
    "original": """original* orig ursprung* *ursprung* fremd* foreign* origin_amount local_amount local_currency origine
        origen originale oorspronkelijk* oryginaln* puvodni* povodn* eredeti* ursprungl* oprindelig* opprinnelig*
        opprinnel* alkuper* originaal* pirmin* sakotnej* izvorn* originaln* orijinal* оригинал* исходн* первонач*
        σε_συναλλαγης utlandsk* utenlandsk* udenlandsk* vreemd* etrang* estran* extranj* estrang* source_amount
        валюте_операции валюта_операции в_валюте_операции валюті_операції валюта_операції transaktionswahrung
        transaktionsbetrag transaction_currency currency_of_transaction waluta_operacji_oryg instructed* ccy_amount
        valuta_originale devise_d_origine merchant_currency currency_amount_foreign billing_orig""",
    "converted": "converted umgerechnet* converti* converte* przelicz* konvert* settled_amount",
    "refund": "refunded refund_amount amount_refunded",
    "counter": """partner* gegen* *gegen* tegen* *tegen* contra* contrap* counter* protistran* proti* *proti* protiuct* ellen*
        *partner* beneficiar* benefici* begunstig* destinat* ordenante* ordinante* ordenant* mottak* modtag* saaja* saaja
        saaj* maksaja* mottagare* sender* from to recipient* receiver* remitter* remittent* payee* payer* payor empfang*
        empfaeng* auftraggeber* auftragg* zahlungs* zahlungsempf* zahlungspfl* zahler* glaubiger* nadawc* odbiorc*
        kontrahent* prijemce* platce* protiucet* dluznik* kedvezm* fizeto* platitor* primatelj* primalac* platitelj*
        prejemnik* placnik* gavej* sanem* maksataj* saatja* mokėtoj* moketoj* gavėj* контраг* получат* плател* отправит*
        одержувач* платник* наредит* δικαιουχος δικαιουχου εντολεα gonderen* alici* karsi* merchant* handelaar* handler*
        haendler* *handler* commercant* esercente* comercio* comerciant* sprzedawc* obchodn* kereskedo* kauppias*
        vastapuol* forretning* brukersted* butik counterparty* opposing_account crediteur debiteur crediting_account
        partija_ben seller vendor shop biller kreditor debitor debtor creditor naam_tegenpartij tiers מוטב""",
    "name": """name* *name nome* nom nombre naam *naam nazwa* nazev* nazov* nev neve navn* namn* nimi *nimi vards nosaukums
        pavadinim* vardas naziv* ime име име* наименован* название ονομα* isim adi unvan* denominaz* denominac* titular*
        titulaire inhaber* *inhaber* houder* *houder* имя שם""",
    "account": """account* acct konto* *konto* kto compte* conto conta cuenta* rekening* *rekening* iban ibans rachun* ucet*
        uctu *uctu *ucet uct szamla* *szamla* cont contul kontonr* tili *tili tilinumero* *tilinumero* kontot saskait*
        konts racun* *racun* сметка* счет* счёт* рахун* λογαριασμ* hesap* depot card_number card_no kartennummer* cardid
        kreditkarte kredietkaart *kaart numero_de_carte numero_carta numer_karty cislo_karty kartyaszam* kortnummer
        номер_карты номер_карти kart_no numarul_cardului card_used* account_number accountnumber konta bankkonto
        product produit prodotto producto produkt חשבון الحساب kaardi""",
    "card": """card* karte* *karte kart carte* carta* tarjeta* cartao* *kaart* kaart* karty* karta* kartya* *kartya* card_no
        kort* *kort kortti* kaardi kortel* karte kartic* карт* καρτα* *kart cardholder* kaarthouder card_member""",
    "text": """description* desc descr descrip* *beschreibung* beschreibung* text* *text texte omschrijving* *omschrijving*
        libelle* detail* details particulars narrative narration narrativ* memo* reason communication* mededeling*
        verwendungszweck* *zweck* zweck betreff* buchungstext concepto* concept* causale* descrizion* descric* opis*
        popis* ucel* tytul* tytulem szczegol* zprava* sprava* zprav* uzenet kozlem* *kozlem* leiras* megjegyz* megnevez*
        reszlet* explicati* descriere* detalii* meddelande* meddelelse* melding* besked* tekst* *tekst viesti* selite*
        selitys* selgitus* kirjeldus* apraksts* maksajuma_merk* informacij* paskirt* aprasym* svrha* namen* opis*
        основани* описани* назначени* призначен* опис* детал* περιγραφη* αιτιολογια* aciklama* remark* remarque* nota
        motif objet objeto message* informazion* informacion* informac* *tapahtuma* transaktion transaction omsattning
        verwendung transactions operazione operazioni operation operaciones movimiento mouvement bokforingstext subject
        statement_descriptor reference_text vwz* *vwz* nature_operation item title titel titolo titulo tehing
        purpose paymentdetails payment_details פרטים תיאור الوصف البيان comment* kommentar* комментар* zahlungsgrund
        betalingskenmerk_tekst vorgang item_title informations_comp* rubrik omschr betalingsomschrijving
        transaktionstext comunicaz* transaktionsbeschreibung* placanja skaidrojums darbibas narration
        payment_reference remittance* zahlungsreferenz referencia_pago unstructured* mensaje mensagem""",
    "raw": "original_description statement_description originaltext raw_description bank_description original_statement "
    "original_text statement_text raw",
    "note": "note notes notiz* poznamk* *poznamk* notatk* notat muistiinpano anmerkung* bemerkung* tag tags tagi labels label "
    "hashtag* my_notes client_note user_note messag_for_me note_utilisateur",
    "type": """type* typ typu tipo* tipus* *art *arten soort* *soort *soort* mutatiesoort transaktionstyp* rodzaj* druh* tyyppi
        tyyp* tip tipul tipas veids vrsta* вид вида тип* turu τυπος genre method product_type buchungsart umsatzart
        betaalwijze category_type slag *laji laji typeoperation reporting_category kontrahentstyp""",
    "category": """category* categor* kategori* *kategori* rubriek *rubric rubrique classification luokka katalog
        master_category sub_category subcategory *category* classe categoria* категор* κατηγορ* grupp tags""",
    "status": """status* state* statetype stav_transakce stato etat *etat estado situacao stan_operacji allapot* statut
        tila tilanne статус* состояни* стан_операції durum* κατασταση* cleared pending *status gebucht_status
        olek statusas""",
    "decline": "decline* declined* rejection* reason_for_non reason_of_reject* nicht_ausgefuhrt",
    "owner": """owner* person persons *inhaber kontoinhaber* account_holder* account_owner rekeninghouder titulaire_du_compte
        titular_de_la_cuenta intestatario wlasciciel* majitel* szamlatulajdonos kontohaver kontoinnehavare tilinomistaja
        владелец* titular_cuenta tulajdonos* user_id member customer_id client_id""",
    "id": """id ids tx_id txid transaction_id transactionid trx_id identifier fitid uuid guid identif* numero_operacao
        balance_transaction_id transaction_reference_number archivierungs* archiv* journalnumber trans_id id_transakce
        id_operacji operation_id tapahtumatunnus transaction_number transaction_no n_de_transaction
        transaktionsnr* transaktionsnummer volgnr nr_transakcji reference_number idtransakce payment_id document_id
        номер_операции record_id transactionnr buchungsreferenz referencia_movimiento arkiveringsreferanse
        arkiveringskode arkistointitunnus""",
    "reference": """ref* reference* referenz* *referenz* referenc* referen* riferiment* *viite viite* kenmerk *kenmerk
        kundenreferenz* check chequ* cheque* check_number cheque_number slip variable_symbol vs ks ss specific_symbol
        variabiln* konstantn* specificky* constant_symbol serial end_to_end* endtoend* референс* номер_документ* βelegnr
        belegnummer invoice* receipt_no sequence ocr kid doc_no koresponden* zahlungsreferenznr""",
    "mandate": "mandat* *mandat* mandate* machtiging* *machtiging* mandato* mandaat* fuldmagt umr mandatref* felhatalmaz* "
    "mandate_identification autogiro_nr zezwolen*",
    "creditorid": """creditor_id* creditorid* glaubiger_id* glaubigerid* glaeubiger_id* gläubiger* incassant* incassantid
        crediteur_id creditor_identifier originator_identifier identificativo_creditore identifiant_creancier ics
        sepa_creditor* id_creditor* identificador_del_acreedor""",
    "mcc": "mcc mcc_code category_code merchant_category* sic_code",
    "time": "time tijd uhrzeit heure hora ora cas godzina idopont klo klokkeslett tid zeit время час ωρα saat time_zone "
    "timezone zona",
    "person": "cardholder* card_holder* card_member* kaarthouder* karteninhaber* purchased_by kartentrager* titulaire_carte",
    "place": "city town address adresse adres country land land* pays pais postcode zip location locatie place ort stadt plz "
    "postal* region state_prov* merchantplace merchantcountry merchant_city stran* страна* город* lander*",
    "skip": """due fallig* vervaldatum echeance scadenza vencimiento expir* birth release shipment shipping points pontos price
        quantity qty menge stuck anzahl antal aantal nombre_de shares units number_of available_balance discount
        cashback reward* bonus* limit* disponible_ budget hold_amount insurance_amount handling closing_date
        start_balance end_balance year month yil week quarter rocni miles punkte bonusz minimum start_date end_date
        kostenstelle bic swift swift_bic blz bankleitzahl bank_code bankcode sort_code bankname exempt_* email url
        phone bank banka banco banque""",
}
"""Lists may overlap: what a column is follows from all of its concepts and from its cells (`roles.py`)."""


def fold(text: str) -> str:
    """Return a text in lower case, without accents, its other characters than letters and digits as single spaces."""
    plain = text.casefold().translate(_LETTERS)
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in parts if not unicodedata.combining(char))
    return " ".join(re.findall(r"[^\W_]+|[+]", plain.replace("+/-", " + ")))


class _Words:
    """One concept's list, ready to be asked."""

    def __init__(self, text: str) -> None:
        entries = [
            fold(entry.replace("*", "").replace("_", " ")) + "\0" + entry for entry in text.split() if entry.strip("*_")
        ]
        pairs = [tuple(entry.split("\0")) for entry in entries]
        self.whole = {word for word, mark in pairs if "*" not in mark and " " not in word}
        self.phrases = tuple(word for word, _ in pairs if " " in word)
        self.starts = tuple(word for word, mark in pairs if mark.endswith("*") and not mark.startswith("*"))
        self.ends = tuple(word for word, mark in pairs if mark.startswith("*") and not mark.endswith("*"))
        self.parts = tuple(word for word, mark in pairs if mark.startswith("*") and mark.endswith("*"))

    def fits(self, folded: str, words: list[str]) -> bool:
        """Say whether a folded header cell has one of the words."""
        if any(word in self.whole or word.startswith(self.starts) or word.endswith(self.ends) for word in words):
            return True
        padded = f" {folded} "
        return any(f" {phrase} " in padded for phrase in self.phrases) or any(part in folded for part in self.parts)


@lru_cache(maxsize=1)
def _lists() -> dict[str, _Words]:
    return {concept: _Words(text) for concept, text in CONCEPTS.items()}


@lru_cache(maxsize=4096)
def concepts(cell: str) -> frozenset[str]:
    """Return the concepts that a header cell names; none for an empty cell or for words that are in no list."""
    if len(cell) > 80:
        return frozenset()
    spaced = re.sub(r"(?<=[a-zäöüéè])(?=[A-Z])", " ", cell)
    forms = {fold(cell), fold(spaced)}
    forms.discard("")
    return frozenset(
        concept
        for concept, words in _lists().items()
        if any(words.fits(form, form.split()) for form in forms)
    )
