"""The words with which guides tell refund terms, in a dozen languages."""

import re


def any_of(*parts: str) -> re.Pattern[str]:
    """Return the pattern of whole words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


REFUND_ROOTS = (
    r"refund\w*|money[- ]back|(?:your|the|their|all|his|her) money back|reimburse\w*|rück?erstatt\w*|rueckerstatt\w*"
    r"|erstatt\w*|geld[- ]zurück[-\w]*|geld (?:\w+ ){0,8}zurück(?:bekomm\w*|erhalt\w*|geb\w*|ford\w*)?"
    r"|zurückerstatt\w*|rückzahlung\w*|rembours\w*|reembols\w*"
    r"|devoluci\w+|devuelv\w+ (?:el|tu|su|todo el|nuestro) dinero|devoluç\w+|dinheiro de volta|devolv\w+ o dinheiro"
    r"|recupera\w* (?:el|tu|su) dinero|rimbors\w*|soddisfatti o rimborsati|terugbeta\w*|geld[- ]terug[-\w]*|teruggave"
    r"|geld (?:\w+ ){0,8}terug|restitutie|zwrot\w* (?:pieniędzy|środków|pieniedzy|kosztów)|zwrac\w+ pieni\w+"
    r"|återbetal\w*|pengarna[- ]tillbaka[-\w]*|pengarna tillbaka|pengene[- ](?:tilbage|tilbake)[-\w]*|tilbagebetal\w*"
    r"|tilbakebetal\w*|refusjon\w*|refundering\w*"
)
REFUND = any_of(REFUND_ROOTS)
"""A refund or money back."""
COMPOUND = re.compile(
    r"[-\s]*(?:(?:de|di|van|von|d['’])\s?)?(?:garan[tz]\w*\s(?:de|di|van|von|do|da|del)\s|garan[tz]\w*\sd['’])?"
    r"(?:(?:full|free|complete|total|risk-free|no-risk|no-questions-asked|unconditional|satisfaction|worry-free"
    r"|volle\w*|vollständige\w*"
    r"|satisf\w+|soddisf\w+|niet|goed|ou|o|or|or your|intégral\w*)[-\s,]+){0,3}(?:" + REFUND_ROOTS + r")(?!\w)",
    re.IGNORECASE,
)
"""Right after a length: `30-day money-back guarantee`, `30 jours satisfait ou remboursé`."""
GUARANTEE = any_of(
    r"guarantees?|garanz\w+|garant(?:ie|ía|ia|i|ier|ij|in|ins)|window|period|policy|\w*frist|\w+garantie"
    r"|rückgabezeitraum"
)
"""Nouns that a length of time belongs to: where a refund word is in the clause, they are the refund's."""
PAYOUT = any_of(
    r"geprüft|bekeken|beoordeeld|behandeld|examin\w*|esaminat\w*|revis[ae]\w*|analis\w*|"
    r"expect\w*|will be (?:there|made|paid|back)|after we|is made|are made|erfolgt|melde[nt]|geleistet|effectué\w*"
    r"|effettuat\w*|realiza\w*"
    r"|efectúa\w*|efectua\w*|efetuad\w*|feit[oa]|gebeurt|utförs|foretages"
    r"|arriv\w*|receiv\w*|process\w*|takes?|taking|takes up to|appear\w*|credited|shows? up|show(?:n|ing)? on|reach\w*"
    r"|land(?:s|ed)?|issued|posted|paid out|come[s]? (?:back|through|in)|came|hits?|answer\w*|respon\w*|repl(?:y|ies)"
    r"|decid\w*|review\w*|sent|transfer\w*|clear(?:s|ed)?|back (?:in|on|into) your (?:account|card|bank)|wait\w*"
    r"|kommt|kommen|trifft|treffen|dauer[nt]\w*|eingeh\w*|gutgeschrieben|gutschrift|bearbeit\w*|überwiesen|ausgezahlt"
    r"|arriv(?:e|era|ent)|appara[iî]\w*|traité\w*|vers[ée]\w*|crédité\w*|prend\w*|reçu|recevrez|recevez|parvien\w*"
    r"|lleg\w+|tarda\w*|aparec\w*|demora\w*|proces\w+|acredit\w*|abon(?:ar\w*|ado)|recibir\w*|recibes"
    r"|cai|chega\w*|leva|levam|aparecer|creditad\w*|processad\w*|receb\w+"
    r"|arriva\w*|richiede|impiega\w*|accredit\w*|elaborat\w*|ricev\w+|compar\w+"
    r"|duurt|duren|ontvang\w*|verwerk\w*|bijgeschreven|gestort|aankom\w*"
    r"|visible|visibile|visív\w+|sichtbar|zichtbaar|vergeh\w*|vogliono|volver\w*|vuelv\w*|until the|bis (?:die|das"
    r"|der)|voordat|wieder auf"
    r"|auf (?:dein|ihr|dem)\w* (?:konto|karte)|(?:in|on|en|sur|na|sul|op) (?:your|tu|su|votre|sua|tuo|je|uw)"
    r" (?:account|card|bank|cuenta"
    r"|tarjeta|compte|carte|conta|cartão|conto|carta|rekening)|allow (?:up|a)"
    r"|trafia|trafi|trwa|wpłyn\w*|otrzyma\w*|tar|kommer|tager|behandl\w*"
)
"""What money does on its way back, and what the provider does with a request: no window in which one asks."""
TRIAL = any_of(
    r"trials?|try(?:ing)? (?:it |us )?(?:for )?free|free for|testphase|testzeit\w*|probe\w*|testversion|gratis(?:test"
    r"|monat)\w*"
    r"|essais?|prueba\w*|prova|teste|testes|avaliação|periodo di prova|proef\w*|próbn\w*|prøve\w*|prov(?:period\w*|a)"
)
AFTER_TRIAL = any_of(
    r"(?:after|following|nach|après|después de|tras|depois d[oe]|dopo|na) (?:\w+ ){0,3}(?:trial|testphase"
    r"|probezeit\w*|essai|prueba"
    r"|teste|prova|proefperiode)"
)
NOTICE = any_of(
    r"notice|before|prior to|ahead of|in advance|renews?|rebill\w*|reminder|kündigungsfrist\w*|vor(?:her)?|bevor|im"
    r" voraus|spätestens"
    r"|verlängert sich|préavis|avant|à l'avance|preaviso|antes|con antelación|aviso prévio|antecedência|preavviso"
    r"|prima|opzegtermijn"
    r"|voor(?:dat)?|vooraf|przed|okres wypowiedzenia|innan|uppsägningstid|før|opsigelse\w*|oppsigelse\w*"
)
"""Words of notice, of a last day to cancel and of a rhythm."""
OTHER = any_of(
    r"proof|nachweis\w*|gard(?:ez|er|e)|preuves?|justificant\w*|comprovante\w*|comprobante\w*|ricevut[ae]|bewijs\w*"
    r"|dowód|"
    r"keep(?:ing)? (?:your|the|a|all)|receipts?|watch\w*|check\w*|monitor\w*|promo\w*|coupons?|vouchers?|valid"
    r"|beleg\w*|prüf\w*|überprüf\w*"
    r"|gültig|aufbewahr\w*|vérifi\w*|surveill\w*|conservez|valable\w*|revis[ae]\w*|comprueb\w*|guard[ae] (?:el|la|o"
    r"|a)|válid\w*|verific\w*"
    r"|control\w*|conserva\w*|valid[oa]|bewaar|bewaren|geldig|ważn\w*"
    r"|download\w*|export\w*|rejoin\w*|re-?activ\w*|reopen\w*|restor\w*|delet\w*|eras\w*|remov\w*|retain\w*|stor(?:ed"
    r"|age)"
    r"|back ?ups?|your (?:data|files)|disput\w*|chargeback\w*|expir\w*|grace|pause\w*|frozen|freez\w*|log ?in again"
    r"|return(?:ed|s)? (?:the )?(?:titles?|books?|devices?|equipment|box)|changed? your mind about"
    r"|herunterlad\w*|gelösch\w*|lösch\w*|wiederherstell\w*|reaktivier\w*|daten|dateien|pausier\w*"
    r"|télécharg\w*|supprim\w*|récupérer vos|réactiv\w*|données|fichiers"
    r"|descarg\w*|elimin\w*|borr\w*|reactiv\w*|datos|archivos|baixar|apag\w*|exclu[ií]\w*|reativ\w*|arquivos"
    r"|scarica\w*|cancellati|riattiv\w*|elimina\w*|downloaden|verwijder\w*|herstel\w*|gegevens|bestanden"
    r"|pobra\w*|usuni\w*|usuwa\w*|ladda ner|rader\w*|slett\w*|last ned"
)
"""What else a person has so many days for."""
STATUTE = any_of(
    r"laws?|legal\w*|rights act|article \d+|under the act|gesetz\w*|(?:eu|verbraucher)-?recht|loi|légal\w*|ley|legge"
    r"|legale|wet|wettelijk\w*"
    r"|(?:a|pela|por|da) lei|código|codice|ustaw\w*|prawo|lagen|loven|"
    r"withdraw|withdraws|consumers?|consumer law|verbraucher\w*|consommateur\w*|consumid\w*|consumator\w*|consument\w*"
    r"|withdrawal(?: right| period)?|right to withdraw|right of withdrawal|cooling[- ]off|statutory|by law|legal right"
    r"|widerruf\w*|gesetzlich\w*|droit de rétractation|rétract\w*|derecho de desistimiento|desist\w*|arrependimento"
    r"|diritto di recesso|recesso|herroeping\w*|bedenktijd|odstąpieni\w*|ångerrätt\w*|fortrydelses\w*|angrerett\w*"
)
"""The right that the law gives is not the provider's promise."""
MONTHLY = any_of(
    r"monthly|month[- ]to[- ]month|(?:one|1|single)[- ]month (?:plan|subscription)s?|monats\w*|monatlich\w*|mensuel\w*"
    r"|mensua\w+|mensal\w*|mensais|mensil\w*|maandelijks\w*|maandabonnement\w*|maandplan\w*|miesięczn\w*|månads\w*"
    r"|månedlig\w*|måneds\w*"
)
ANNUAL = any_of(
    r"annual(?:ly)?|yearly|(?:one|1)[- ]year|12[- ]month|jahres\w*|jährlich\w*|annuel\w*|anual\w*|anuais|annual[ei]"
    r"|jaarlijks\w*|jaarabonnement\w*|jaarplan\w*|roczn\w*|års\w*|årlig\w*"
)
PAID_MONTHLY = any_of(
    r"(?:paid|billed|charged) (?:by the month|monthly)|monatlich (?:be)?zahl\w*|monatlicher zahlung"
    r"|(?:payé|facturé)\w* mensuellement|(?:pagad|facturad)\w+ mensualmente|pagament\w+ mensil\w*"
)
OTHER_PLAN = any_of(
    r"weekly|quarterly|half[- ]year\w*|(?:six|6|three|3|two|2|24|18)(?:-(?:months?|years?)|[- ](?:months?|years?)"
    r" (?:plans?|subscriptions?))|unopened|box(?:es)?|items?|goods|books?|tickets?|biennial"
    r"|lifetime"
    r"|family|student|business|enterprise|teams?|gift cards?|add-?ons?|vierteljahr\w*|halbjahr\w*|zweijahres\w*"
    r"|familien\w*|trimestr\w*|semestr\w*|bienn?al\w*|gutschein\w*|cartes? cadeaux?|shipping|tax(?:es)?|hardware"
    r"|devices?"
)
FIRST = any_of(
    r"(?:first|initial|new)(?:[- ]time)? (?:purchases?|orders?|payments?|charges?|year|term|customers?|subscribers?"
    r"|users?|members?|buyers?|subscriptions?|plans?|sign-?ups?)|erst(?:kauf|käufer|bestell)\w*|erste\w* (?:kauf"
    r"|bestellung|zahlung)\w*"
    r"|neukunden|neuabschl\w+|premi(?:er|ère)s? (?:achat|commande|paiement)s?|nouveaux? (?:client|abonn)\w*"
    r"|primer\w* (?:compra|pago|pedido)s?|nuev\w+ (?:client|suscript|usuari)\w*|primeir\w+ (?:compra|pagamento)s?"
    r"|nov\w+ (?:client|assinant)\w*|prim[oi] acquist\w*|nuov\w+ (?:client|abbona)\w*|eerste (?:aankoop|betaling"
    r"|bestelling)"
    r"|nieuwe (?:klant|abonn)\w*|pierwsz\w+ (?:zakup|płatn)\w*|första köp\w*"
)
_RENEWAL_ROOTS = (
    r"(?:auto(?:matic)?[- ]?)?renew(?:als?|ed)?|(?:automatische\w* )?verlängerung\w*|verlängert\w*|renouvel\w*"
    r"|reconduction\w*"
    r"|renovac\w*|renovaç\w*|renovad\w*|rinnov\w*|verleng\w*|odnowie\w*|förnyels\w*|förnya\w*|fornyels\w*"
)
RENEWAL = any_of(_RENEWAL_ROOTS)
STOPPING = any_of(
    r"(?:turn(?:ing|ed)? off|switch(?:ing|ed)? off|disabl\w*|cancel\w*|stop\w*|deaktivier\w*|kündig\w*|désactiv\w*"
    r"|desactiv\w*"
    r"|desativ\w*|disattiv\w*|uitschakel\w*|opzeg\w*|zonder|without|sans|sin|ohne|no)\s(?:\w+\s){0,2}(?:"
    + _RENEWAL_ROOTS
    + ")"
)
"""Ending the renewal itself: the clause is not about a renewal that was charged."""
BOTH = any_of(
    r"(?:purchase|order|payment)s? (?:and|or|as well as) (?:of )?(?:an? |the |each |every )?(?:automatic )?renewals?"
    r"|(?:käufe|kauf|bestellung\w*) (?:und|oder|sowie) verlängerung\w*|achats? (?:et|ou) (?:les? )?renouvellements?"
    r"|compras? (?:y|o|e|ou) renova\w+|acquist\w+ (?:e|o) (?:i )?rinnov\w+"
)
UNUSED = any_of(
    r"(?:the |its )?rest|unused|remain\w*|partial\w*|part[- ](?:period|month)s?|pro[- ]?rat\w*|mid[- ](?:term|cycle"
    r"|month)"
    r"|left over|rest\w*laufzeit\w*|restlich\w*|angebroch\w*|anteilig\w*|ungenutz\w*|entamé\w*|restant\w*|non"
    r" utilisé\w*"
    r"|prorata|parcial\w*|no utilizad\w*|não utilizad\w*|non utilizzat\w*|parzial\w*|rimanent\w*|resterend\w*"
    r"|ongebruikt\w*|niewykorzystan\w*|outnyttja\w*|ubrugt\w*|ubrukt\w*"
)
"""A part of a term that is not paid back: says nothing of a window."""
ELSEWHERE = any_of(
    r"app ?store|apple|itunes|google play|play ?store|google|microsoft store|amazon|third[- ]part\w+|resellers?"
    r"|retail\w*|shops?"
    r"|in (?:a )?stores?|partners?|drittanbieter\w*|händler\w*|wiederverkäufer\w*|revendeur\w*|tiers|boutiques?"
    r"|tercer\w*|tiendas?|revendedor\w*|terceir\w*|lojas?|rivendito\w*|terzi|negozi\w*|derden|winkels?|wederverkoper\w*"
    r"|sprzedawc\w*|återförsäljare"
)
ANCHOR = any_of(
    r"(?:of|from|after|following|since) (?:\w+ ){0,4}(?:purchas\w*|buying|order\w*|payment|paying|charge\w*|bill\w*"
    r"|renew\w*|sign\w*|subscri\w*|start\w*|activation|joining|registration)"
    r"|(?:nach|ab|seit) (?:\w+ ){0,3}(?:kauf\w*|bestell\w*|zahlung\w*|abbuchung|verlängerung|abschluss|beginn"
    r"|anmeldung)"
    r"|(?:après|suivant|suivent|à compter de|depuis) (?:\S+ ){0,2}(?:\w'|\w’)?(?:achat|commande|paiement|souscription"
    r"|facturation|renouvellement)"
    r"|(?:desde|posteriores a|después de|tras|siguientes a) (?:\w+ ){0,2}(?:compra|pago|cargo|suscripción|pedido"
    r"|renovación)"
    r"|(?:após|depois d[ae]|a partir d[ae]|da) (?:\w+ ){0,2}(?:compra|pagamento|assinatura|cobrança|renovação)"
    r"|(?:dal(?:la|l['’])?|dopo|successivi a\w*)\s?(?:\w+ ){0,2}(?:acquisto|pagamento|ordine|rinnovo|addebito)"
    r"|(?:na|vanaf|sinds) (?:\w+ ){0,2}(?:aankoop|aanschaf|betaling|bestelling|verlenging)"
    r"|od (?:\w+ ){0,2}(?:zakupu|płatności|zamówienia)|efter (?:\w+ )?(?:köp\w*|køb\w*|betaling)|etter (?:\w+"
    r" )?(?:kjøp\w*|betaling)"
)
"""From when a window runs."""
OFFER = any_of(
    r"zeitraum|periodo|période|termine|termijn|term|"
    r"you have|du hast|sie haben|vous avez|tienes|hai|avete|hebt|hebben|masz|vrag\w*|aanspraak|"
    r"can|could|may|eligib\w*|qualif\w*|entitled|possible|request\w*|ask\w*|claim(?:ed)?|appl(?:y|ies)|offers?"
    r"|offering|gives?"
    r"|grant\w*|provid\w*|has|have|full|guarante\w*|polic(?:y|ies)|window|period|up to|if you cancel|cancel\w*"
    r"|kannst|können|möglich\w*|verlang\w*|beantrag\w*|anforder\w*|bietet|gibt|gewährt|anspruch|voll\w*|\w*garantie"
    r"|\w*frist"
    r"|pouvez|peut|peuvent|possible|demand\w*|offre|propose|intégral\w*|droit|délai"
    r"|puede\w*|puedes|pedir|solicit\w*|ofrece|plazo|completo|total|garant\w+"
    r"|pode\w*|oferece|prazo|integral|tem|têm|puoi|può|possibil\w*|chiede\w*|richied\w*|complet\w*|entro"
    r"|kunt|kun|kan|mogelijk|aanvra\w*|biedt|heeft|volledig\w*|oferuje|możesz|możn\w*|pełn\w*|har|kan|erbjuder"
    r"|full\w*|tilbyder|tilbyr"
)
"""Words that promise something to whoever asks."""
AFTER = re.compile(
    r"(?<!\w)(?:after|past|beyond|later than|more than|once|older than|nach|über|mehr als|après|au-delà de|passé|plus"
    r" de"
    r"|después de|pasad[oa]s?|tras|más de|transcurrid\w+|após|depois de|mais de|passad[oa]s?|dopo|oltre|trascorsi|più"
    r" di|na|meer dan"
    r"|po|efter|etter)\s(?:the |these |those |den |les |los |las |os |i |de |about )?$",
    re.IGNORECASE,
)
"""Right before a length: from then on."""
CONDITION = any_of(
    r"thereafter|afterwards|danach|ensuite|luego|poi|daarna|depois|if|when|once|unless|except\w*|until|after"
    r"|otherwise|without|outside|beyond|only|some|usually|may|might|likely"
    r"|most"
    r"|wenn|falls|sobald|sofern|außer|nur|ohne|nach|manche|meist\w*|si|sauf|après|hors|sans|seulement|souvent|cuando"
    r"|salvo"
    r"|excepto|después|tras|sin|solo|sólo|algun\w+|quando|dopo|tranne|senza|soltanto|als|tenzij|na|zonder|alleen|caso"
    r"|exceto|após|depois|sem|só|apenas|jeśli|chyba|tylko|om|bara|hvis|efter|etter|kun|guarantee[sd]? that|why|weil"
    r"|because"
)
NARROWED = any_of(
    r"for|on|bei|für|auf|pour|sur|por|para|sobre|per|su|sui|sulle|voor|op|em|dla|på|to|of|from|by|von|durch|chez"
    r"|through"
)
PERSONAL = any_of(
    r"kam|bekamen|recibí|recibimos|solicité|recebi|kreeg|ontving|llegó|arrivò|chegou|kwam|kom aldrig|"
    r"i(?= (?:got|was|did|have|had|asked|tried|waited|never|cancel\w*|called|am|only|received|paid|bought|signed"
    r"|still|see)(?!\w))"
    r"|i've|i'm|my|me|mine|we (?:asked|waited|got|were|tried)|(?:not|no refund|nothing) yet|still (?:no|not|wait\w*"
    r"|haven't)|refused"
    r"|denied me|ich|mir|mich|mein\w*|bekam|j'ai|je (?:n'ai|suis|me|l'ai|les|vais)|moi|m'ont|yo|mi|mis|pedí|me han"
    r"|meu|minha|pedi"
    r"|mio|mia|ho|he|she|mij|mijn|ik|jag|jeg|nie dostał\w*"
)
"""Somebody tells what happened to them: no term."""
HEARSAY = any_of(
    r"scam\w*|fraud\w*|fake\w*|crook\w*|agents?|said|told|people say|betrüg\w*|gefälscht\w*|escro\w*|arnaque\w*"
    r"|estafa\w*|fals[oa]s"
    r"|golpist\w*|truff\w*|oplicht\w*|oszu\w*|bedräg\w*|svind\w*|sagte\w*|a dit|dijo|disse|ha detto|zei|"
    r"(?:some|many|most|other|several|old|older|certain|a few) (?:\w+ )?(?:people|users|guides?|sites?|pages?|posts?"
    r"|articles?"
    r"|sources?|blogs?|reviews?|say|claim|customers)|rumou?r\w*|alleged\w*|supposed\w*|reported\w*|it is said|they say"
    r"|angeblich\w*|manche sagen|viele (?:anleitung|seite|artikel)\w*|andere (?:anleitung|seite)\w*|soi-disant"
    r"|prétend\w*"
    r"|(?:beaucoup de|certains|d'autres) (?:guides?|sites?|articles?)|supuest\w+|much[ao]s (?:guías|páginas|sitios)"
    r"|algun[ao]s (?:guías|páginas)|muit[ao]s (?:guias|sites|páginas)|suposta\w*|presunt\w+|molt[ei] (?:guide|siti)"
    r"|veel (?:gidsen|sites|handleidingen)|zogenaamd|wielu|podobno|påstås"
)
IF = any_of(r"if|in case|when|should|wenn|falls|sollte|si|cuando|quando|se|als|indien|caso|jeśli|om|hvis")
CADENCE = re.compile(
    r"(?<!\w)(?:every|each|per|alle|jede\w*|pro|tous les|chaque|cada|ogni|elke|co|varje|hver|hvert)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Right before a length: how often it is charged."""
ASKED = any_of(
    r"(?:if|when|provided|as long as|wenn|falls|sofern|si|cuando|quando|se|als|indien|jeśli|om|hvis) (?:\S+ ){0,3}"
    r"(?:cancel\w*|ask\w*|request\w*|quit|leave|return|kündig\w*|stornier\w*|résili\w*|annul\w*|demand\w*|pid\w*"
    r"|solicit\w*"
    r"|disdi\w*|richied\w*|opzeg\w*|annuleer\w*|zrezygn\w*|säger upp|opsige\w*|sier opp)"
)
"""On the condition that the person asks or cancels: so many days are those for asking."""
BANK = any_of(
    r"banks?|card (?:issuer|company)|(?:your|the) card|direct debits?|chargebacks?|paypal|klarna|dispute\w*"
    r"|statements?|lastschrift\w*"
    r"|kontoausz\w*|bank\w*|kreditkarte\w*|kartenherausgeber\w*|banques?|prélèvement\w*|relevé\w*|opposition|bancos?"
    r"|recibo\w*|extracto\w*"
    r"|domiciliaci\w*|tarjetas?|cartão|débito\w*|extrato\w*|banca|addebito|estratto|incasso\w*|afschrift\w*"
    r"|creditcard\w*|polecenie zapłaty"
)
"""The bank's terms are not the provider's."""
PAST = any_of(
    r"old|older|former\w*|previous\w*|in the past|used to|until \d{4}|before \d{4}|no longer|(?:window|guarantee"
    r"|period|policy) was|once was"
    r"|früher\w*|ehemal\w*|vormals|bis \d{4}|damals|galt|betrug|ancien\w*|autrefois|jusqu'en \d{4}|était|auparavant"
    r"|antes|anterior\w*"
    r"|hasta \d{4}|era|antigu\w*|antigamente|até \d{4}|passato|precedente\w*|fino al \d{4}|vroeger|voorheen|tot \d{4}"
    r"|was|dawn\w*"
    r"|do \d{4}|tidigare|tidligere"
)
"""What was so once."""
PLAN_NAME = re.compile(
    r"[-\s]?(?:plans?|subscriptions?|memberships?|terms?|contracts?|commitments?|licen[cs]es?|abos?|abonnements?"
    r"|vertr[aä]g\w*|laufzeit\w*"
    r"|mitgliedschaft\w*|suscripci\w+|planes|assinatura\w*|plano\w*|abbonament\w*|pian[oi]|abonnement\w*)(?!\w)",
    re.IGNORECASE,
)
"""Right after a length: how long the contract runs."""
HEDGE = any_of(
    r"(?:some|certain|many|several) (?:countries|regions|states|cases)|depend\w*|in (?:manchen|einigen) ländern|je"
    r" nach|dans certains|selon"
    r"|en algunos|según|in alcuni|a seconda|em alguns|in sommige|afhankelijk|"
    r"maybe|perhaps|sometimes|could|would|might|exception\w*|goodwill|courtesy|lucky|look(?:ing)? for|wish|hope"
    r"|kulanz\w*|manchmal|vielleicht"
    r"|könnte\w*|würde\w*|wäre\w*|ausnahm\w*|peut-être|parfois|pourr\w+|serait|geste commercial|exceptionnel\w*"
    r"|quizás?|tal vez|a veces"
    r"|podría\w*|sería|excepci\w*|talvez|às vezes|poderia\w*|seria|exceç\w*|forse|talvolta|potre\w*|sarebbe"
    r"|eccezion\w*|misschien|soms"
    r"|zou|uitzonder\w*|whether|ob|whatever"
)
"""What may be, or would be nice."""
