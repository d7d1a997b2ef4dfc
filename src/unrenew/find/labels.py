"""What stands before a value on a receipt, in the languages of Europe.

Each entry is a piece of a regular expression; they are tried in their order, so the surest come first.
"""

# ruff: noqa: E501 (lists of words, one language after the other)

import re
from typing import Final

_NUMBER: Final = r"(?:number|no\.?|nr\.?|num\.?|id|#|reference|ref\.?|code)"


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(
        rf"^\W{{0,3}}(?:your |the |ihre |votre |su |tu |uw |je )?(?:{'|'.join(words)})(?!\w)[)]?", re.IGNORECASE
    )


ORDER: Final = (
    _any(
        rf"(?:order|purchase) {_NUMBER}", r"order\s*#", r"order(?= ?:)",
        r"bestell[- ]?(?:nummer|nr\.?)", r"auftrags[- ]?(?:nummer|nr\.?)", r"bestellung nr\.?",
        r"(?:num[ée]ro|n[°ºo]\.?|r[ée]f[ée]rence) (?:de (?:la |votre )?)?commande", r"commande n[°ºo]\.?",
        r"(?:n[úu]mero|n[°ºo]\.?) (?:de |do |da )?(?:su |tu )?(?:pedido|orden|encomenda)", r"pedido n[°º.o]*",
        r"(?:numero|n[°.]) (?:d['’])?ordine", r"numero dell['’]ordine", r"ordine n[°.]?",
        r"bestel(?:ling)?[- ]?nummer", r"order[- ]?nummer", r"ordre[- ]?nummer", r"best[äa]llnings[- ]?nummer",
        r"(?:numer|nr) zam[óo]wienia", r"zam[óo]wienie nr", r"[čc][íi]slo objedn[áa]vky",
        r"(?:num[ăa]r(?:ul)?|nr\.?) (?:de )?com(?:and[ăa]|enzii)", r"tilausnumero", r"rendel[ée]s(?:sz[áa]m| sz[áa]ma)",
        r"注文番号", r"ご注文番号",
    ),
    _any(
        rf"(?:invoice|receipt|transaction|document|booking) {_NUMBER}", r"rechnungs[- ]?(?:nummer|nr\.?)", r"beleg[- ]?(?:nummer|nr\.?)",
        r"(?:num[ée]ro|n[°º]) (?:de )?(?:la )?facture", r"facture n[°º]", r"(?:n[úu]mero|n[°º]) (?:de |da )?(?:factura|fatura|recibo)",
        r"(?:numero|n[°.]) (?:della )?(?:fattura|ricevuta)", r"factuurnummer", r"fakturanummer", r"kvitt(?:o|erings)nummer",
        r"(?:numer|nr) faktury", r"[čc][íi]slo faktury", r"num[ăa]r(?:ul)? (?:de )?factur[ăa|ii]",
    ),
)  # fmt: skip

TOTAL: Final = (
    _any(
        r"(?:order|grand|invoice) total", r"total (?:amount|charged|paid|price|due|billed|ttc|order|for this order|inc\w*\.? \w+)",
        r"amount (?:charged|paid|billed|due)", r"gesamt(?:betrag|summe|preis|)", r"(?:rechnungs|end|zahl)betrag", r"endsumme",
        r"montant (?:total|pay[ée]|d[ée]bit[ée]|ttc)", r"total pay[ée]", r"(?:importe|monto|valor) (?:total|cobrado|pago|pagado)",
        r"total (?:pagado|a pagar|del pedido|do pedido|geral|da encomenda)", r"(?:importo|prezzo) (?:totale|addebitato|pagato)",
        r"totale (?:ordine|pagato|da pagare|fattura|complessivo)", r"totaal(?:bedrag|prijs)", r"te betalen", r"(?:łącznie|do zapłaty|kwota całkowita)",
        r"(?:totalt|total) ?(?:belopp|bel[øo]b|pris|sum)", r"att betala", r"celkov[áa] (?:cena|[čc][áa]stka)", r"total (?:de plat[ăa]|comand[ăa])",
    ),
    _any(
        r"total(?:e|t)?", r"totaal", r"summe", r"betrag", r"i alt", r"razem", r"suma", r"kwota", r"celkem", r"yhteens[äa]", r"összesen",
        r"amount", r"price", r"preis", r"montant", r"prix", r"importe", r"precio", r"importo", r"prezzo", r"bedrag", r"prijs", r"cena",
        r"belopp", r"bel[øo]b", r"pris", r"pre[çc]o", r"valor", r"pre[țt]", r"合計", r"金額",
    ),
)  # fmt: skip
NOT_TOTAL: Final = re.compile(
    r"(?i)\b(?:vat|tax|gst|savings?|discount|items?|qty|quantity|mwst|ust|steuer|rabatt|ersparnis|tva|taxes?|remise|iva"
    r"|descuento|sconto|btw|korting|moms|rabat|dph|sleva|podatek|points?|refund)\b"
)

RENEWAL: Final = re.compile(
    r"(?i)(?:auto[- ]?)?renew(?:s|al|ed|ing)?\b(?! (?:is|was) (?:off|disabled))|next (?:billing|payment|charge|invoice|bill)\b"
    r"|will be (?:charged|billed)|(?:trial|period) ends|verl[äa]nger|n[äa]chste (?:abbuchung|zahlung|rechnung|abrechnung)"
    r"|renouvel|reconduct|prochain(?:e)? (?:paiement|pr[ée]l[èe]vement|facturation|[ée]ch[ée]ance)|renov(?:ar|aci|a[çc]|ad)"
    r"|pr[óo]xim[oa] (?:pago|cobro|pagamento|cobran[çc]a|factura)|rinnov|prossim[oa] (?:pagamento|addebito|fattura)"
    r"|verleng|volgende (?:betaling|afschrijving|factuur)|odnowi|odnawia|przed[łl]u[żz]|nast[ęe]pna p[łl]atno[śs][ćc]"
    r"|f[öo]rny|n[äa]sta (?:betalning|debitering)|forny|n[æa]ste (?:betaling|opkr[æa]vning)|obnov|prodlou[žz]|dal[šs][íi] platba"
    r"|re[îi]nno|prelungi|urm[ăa]toarea plat[ăa]|uusiutu|meg[úu]jul|更新日|次回"
)
ENDED: Final = re.compile(
    r"(?i)will not renew|won['’]t renew|not be renewed|nicht verl[äa]ngert|ne sera pas renouvel|no se renovar|non (?:si|sar[àa]) rinnov"
)

ORDERED: Final = _any(
    r"(?:order|purchase|invoice|transaction|payment|receipt|billing) date", r"date(?: of (?:order|purchase|payment))?", r"ordered on", r"purchased on",
    r"(?:bestell|rechnungs|kauf|auftrags)?datum", r"date d['’](?:achat|facturation)", r"date de (?:la )?(?:commande|facture|paiement)",
    r"fecha(?: (?:de|del) (?:pedido|compra|factura|pago))?", r"data(?: (?:dell['’]|d['’]|di |do |da |de )?\w+)?", r"besteldatum|orderdatum|factuurdatum",
    r"ordredato|dato", r"best[äa]llningsdatum", r"datum (?:objedn[áa]vky|n[áa]kupu)",
)  # fmt: skip

SELLER: Final = _any(
    r"sold by", r"seller", r"merchant(?: of record)?", r"vendor", r"billed by", r"verk[äa]ufer", r"h[äa]ndler", r"verkauft (?:von|durch)",
    r"vendu par", r"vendeur", r"marchand", r"vendido por", r"vendedor", r"comercio", r"venduto da", r"venditore", r"verkocht door", r"verkoper",
    r"sprzedawca", r"sprzedawane przez", r"s[äa]ljare", r"s[æa]lger", r"selger", r"prodejce", r"v[âa]nz[ăa]tor", r"myyj[äa]", r"elad[óo]", r"販売元",
)  # fmt: skip

PRODUCT: Final = _any(
    r"product(?: name)?", r"item(?: name| description)?", r"description", r"subscription(?: name)?", r"plan", r"software", r"service",
    r"produkt(?:name|nazwa|navn|namn)?", r"artikel(?:bezeichnung)?", r"bezeichnung", r"abonnement", r"produit", r"article", r"d[ée]signation",
    r"producto", r"art[íi]culo", r"suscripci[óo]n", r"descripci[óo]n", r"prodotto", r"articolo", r"abbonamento", r"descrizione", r"omschrijving",
    r"nazwa produktu", r"produto", r"assinatura", r"descri[çc][ãa]o", r"abonnemang", r"vare", r"n[áa]zev", r"polo[žz]ka", r"produs", r"abonament", r"tuote",
    r"商品名", r"商品",
)  # fmt: skip
COLUMN: Final = re.compile(
    r"(?i)^\W*(?:qty|quantity|unit price|price|amount|total|sub-?total|menge|anzahl|einzelpreis|preis|betrag|gesamt|summe|quantit[ée]|prix|montant"
    r"|cantidad|precio|importe|quantit[àa]|prezzo|importo|aantal|prijs|bedrag|ilo[śs][ćc]|cena|antal|pris|quantidade|pre[çc]o|mno[žz]stv[íi]|cantitate"
    r"|pre[țt]|vat|tax|mwst|tva|iva|btw|moms|description|beschreibung|sku|x|license|lizenz)\W*(?:\([^)]*\))?$"
)

SUBJECT: Final = re.compile(
    r"(?i)receipt|invoice|order|purchase|payment|renew|subscription|charged|billing|beleg|rechnung|bestell|quittung|zahlung|kauf|abo|verl[äa]nger"
    r"|re[çc]u|facture|commande|achat|paiement|renouvel|recibo|factura|pedido|compra|pago|renov|ricevuta|fattura|ordine|acquisto|pagamento|rinnov"
    r"|factuur|bestelling|betaling|verleng|paragon|faktura|zam[óo]wieni|p[łl]atno|odnow|fatura|encomenda|kvitto|kvittering|k[öo]p|k[øo]b|f[öo]rny|forny"
    r"|[úu][čc]tenka|objedn[áa]v|platb|obnov|factur[ăa]|comand|plat[ăa]|領収|注文|請求"
)
