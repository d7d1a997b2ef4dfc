"""The words with which guides tell refund terms, in a dozen languages."""

import re


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


REFUND_ROOTS = (
    r"refund\w*|money[- ]back|(?:your|the|their|all|his|her) money back|reimburse\w*|rück?erstatt\w*|rueckerstatt\w*"
    r"|erstatt\w*|geld[- ]zurück[-\w]*|geld (?:\w+ ){0,5}zurück(?:bekomm\w*|erhalt\w*|geb\w*|ford\w*)?"
    r"|zurückerstatt\w*|rückzahlung\w*|rembours\w*|reembols\w*"
    r"|devoluci\w+|devuelv\w+ (?:el|tu|su|todo el|nuestro) dinero|devoluç\w+|dinheiro de volta|devolv\w+ o dinheiro"
    r"|recupera\w* (?:el|tu|su) dinero|rimbors\w*|soddisfatti o rimborsati|terugbeta\w*|geld[- ]terug[-\w]*|teruggave"
    r"|geld (?:\w+ ){0,3}terug|restitutie|zwrot\w* (?:pieniędzy|środków|pieniedzy|kosztów)|zwrac\w+ pieni\w+"
    r"|återbetal\w*|pengarna[- ]tillbaka[-\w]*|pengarna tillbaka|pengene[- ](?:tilbage|tilbake)[-\w]*|tilbagebetal\w*"
    r"|tilbakebetal\w*|refusjon\w*|refundering\w*"
)
REFUND = _any(REFUND_ROOTS)
"""A refund or money back."""
COMPOUND = re.compile(
    r"[-\s]*(?:(?:de|di|van|von|d['’])\s?)?(?:garan[tz]\w*\s(?:de|di|van|von|do|da|del)\s|garan[tz]\w*\sd['’])?"
    r"(?:(?:full|free|complete|total|risk-free|no-risk|no-questions-asked|unconditional|satisfaction|worry-free"
    r"|volle\w*|vollständige\w*"
    r"|satisf\w+|soddisf\w+|niet|goed|ou|o|or|or your|intégral\w*)[-\s,]+){0,3}(?:" + REFUND_ROOTS + r")(?!\w)",
    re.IGNORECASE,
)
"""Right after a length: `30-day money-back guarantee`, `30 jours satisfait ou remboursé`."""
GUARANTEE = _any(
    r"guarantees?|garanz\w+|garant(?:ie|ía|ia|i|ier|ij|in|ins)|window|period|policy|frist|délai|plazo|prazo|termine"
    r"|termijn|term"
    r"|zeitraum|periodo|période|\w+garantie"
)
"""Nouns that a length of time belongs to: where a refund word is in the clause, they are the refund's."""

PAYOUT = _any(
    r"arriv\w*|receiv\w*|process\w*|takes?|taking|takes up to|appear\w*|credited|shows? up|show(?:n|ing)? on|reach\w*"
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
TRIAL = _any(
    r"trials?|try(?:ing)? (?:it |us )?(?:for )?free|free for|testphase|testzeit\w*|probe\w*|testversion|gratis(?:test"
    r"|monat)\w*"
    r"|essais?|prueba\w*|prova|teste|testes|avaliação|periodo di prova|proef\w*|próbn\w*|prøve\w*|prov(?:period\w*|a)"
)
AFTER_TRIAL = _any(
    r"(?:after|following|nach|après|después de|tras|depois d[oe]|dopo|na) (?:\w+ ){0,3}(?:trial|testphase"
    r"|probezeit\w*|essai|prueba"
    r"|teste|prova|proefperiode)"
)
NOTICE = _any(
    r"notice|before|prior to|ahead of|in advance|renews?|rebill\w*|reminder|kündigungsfrist\w*|vor(?:her)?|bevor|im"
    r" voraus|spätestens"
    r"|verlängert sich|préavis|avant|à l'avance|preaviso|antes|con antelación|aviso prévio|antecedência|preavviso"
    r"|prima|opzegtermijn"
    r"|voor(?:dat)?|vooraf|przed|okres wypowiedzenia|innan|uppsägningstid|før|opsigelse\w*|oppsigelse\w*"
)
"""Words of notice, of a last day to cancel and of a rhythm."""
OTHER = _any(
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
STATUTE = _any(
    r"withdraw|withdraws|consumers?|consumer law|verbraucher\w*|consommateur\w*|consumid\w*|consumator\w*|consument\w*"
    r"|withdrawal(?: right| period)?|right to withdraw|right of withdrawal|cooling[- ]off|statutory|by law|legal right"
    r"|widerruf\w*|gesetzlich\w*|droit de rétractation|rétract\w*|derecho de desistimiento|desist\w*|arrependimento"
    r"|diritto di recesso|recesso|herroeping\w*|bedenktijd|odstąpieni\w*|ångerrätt\w*|fortrydelses\w*|angrerett\w*"
)
"""The right that the law gives is not the provider's promise."""

MONTHLY = _any(
    r"monthly|month[- ]to[- ]month|(?:one|1|single)[- ]month (?:plan|subscription)s?|monats\w*|monatlich\w*|mensuel\w*"
    r"|mensua\w+|mensal\w*|mensais|mensil\w*|maandelijks\w*|maandabonnement\w*|maandplan\w*|miesięczn\w*|månads\w*"
    r"|månedlig\w*|måneds\w*"
)
ANNUAL = _any(
    r"annual(?:ly)?|yearly|(?:one|1)[- ]year|12[- ]month|jahres\w*|jährlich\w*|annuel\w*|anual\w*|anuais|annual[ei]"
    r"|jaarlijks\w*|jaarabonnement\w*|jaarplan\w*|roczn\w*|års\w*|årlig\w*"
)
PAID_MONTHLY = _any(
    r"(?:paid|billed|charged) (?:by the month|monthly)|monatlich (?:be)?zahl\w*|monatlicher zahlung"
    r"|(?:payé|facturé)\w* mensuellement|(?:pagad|facturad)\w+ mensualmente|pagament\w+ mensil\w*"
)
OTHER_PLAN = _any(
    r"weekly|quarterly|half[- ]year\w*|(?:six|6|three|3|two|2|24|18)[- ](?:months?|years?)(?: plans?)?|biennial"
    r"|lifetime"
    r"|family|student|business|enterprise|teams?|gift cards?|add-?ons?|vierteljahr\w*|halbjahr\w*|zweijahres\w*"
    r"|familien\w*|trimestr\w*|semestr\w*|bienn?al\w*|gutschein\w*|cartes? cadeaux?|shipping|tax(?:es)?|hardware"
    r"|devices?"
)
FIRST = _any(
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
RENEWAL = _any(_RENEWAL_ROOTS)
STOPPING = _any(
    r"(?:turn(?:ing|ed)? off|switch(?:ing|ed)? off|disabl\w*|cancel\w*|stop\w*|deaktivier\w*|kündig\w*|désactiv\w*"
    r"|desactiv\w*"
    r"|desativ\w*|disattiv\w*|uitschakel\w*|opzeg\w*|zonder|without|sans|sin|ohne|no)\s(?:\w+\s){0,2}(?:"
    + _RENEWAL_ROOTS
    + ")"
)
"""Ending the renewal itself: the clause is not about a renewal that was charged."""
BOTH = _any(
    r"(?:purchase|order|payment)s? (?:and|or|as well as) (?:of )?(?:an? |the |each |every )?(?:automatic )?renewals?"
    r"|(?:käufe|kauf|bestellung\w*) (?:und|oder|sowie) verlängerung\w*|achats? (?:et|ou) (?:les? )?renouvellements?"
    r"|compras? (?:y|o|e|ou) renova\w+|acquist\w+ (?:e|o) (?:i )?rinnov\w+"
)
UNUSED = _any(
    r"(?:the |its )?rest|unused|remain\w*|partial\w*|part[- ](?:period|month)s?|pro[- ]?rat\w*|mid[- ](?:term|cycle"
    r"|month)"
    r"|left over|rest\w*laufzeit\w*|restlich\w*|angebroch\w*|anteilig\w*|ungenutz\w*|entamé\w*|restant\w*|non"
    r" utilisé\w*"
    r"|prorata|parcial\w*|no utilizad\w*|não utilizad\w*|non utilizzat\w*|parzial\w*|rimanent\w*|resterend\w*"
    r"|ongebruikt\w*|niewykorzystan\w*|outnyttja\w*|ubrugt\w*|ubrukt\w*"
)
"""A part of a term that is not paid back: says nothing of a window."""
ELSEWHERE = _any(
    r"app ?store|apple|itunes|google play|play ?store|google|microsoft store|amazon|third[- ]part\w+|resellers?"
    r"|retail\w*|shops?"
    r"|in (?:a )?stores?|partners?|drittanbieter\w*|händler\w*|wiederverkäufer\w*|revendeur\w*|tiers|boutiques?"
    r"|tercer\w*|tiendas?|revendedor\w*|terceir\w*|lojas?|rivendito\w*|terzi|negozi\w*|derden|winkels?|wederverkoper\w*"
    r"|sprzedawc\w*|återförsäljare"
)

ANCHOR = _any(
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
OFFER = _any(
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
WITHIN = _any(
    r"within|in|for|up to|during|inside|until|under|innerhalb|binnen|bis zu|lang|während|dans|sous|pendant|jusqu'à"
    r"|durant"
    r"|dentro|durante|hasta|plazo|en|em|até|entro|per|fino a|tot|gedurende|w ciągu|do|przez|inom|under|inden for|innen"
)
AFTER = re.compile(
    r"(?<!\w)(?:after|past|beyond|later than|more than|once|older than|nach|über|mehr als|après|au-delà de|passé|plus"
    r" de"
    r"|después de|pasad[oa]s?|tras|más de|transcurrid\w+|após|depois de|mais de|passad[oa]s?|dopo|oltre|trascorsi|più"
    r" di|na|meer dan"
    r"|po|efter|etter)\s(?:the |these |those |den |les |los |las |os |i |de |about )?$",
    re.IGNORECASE,
)
"""Right before a length: from then on."""
CONDITION = _any(
    r"if|when|once|unless|except\w*|until|after|otherwise|without|outside|beyond|only|some|usually|may|might|likely"
    r"|most"
    r"|wenn|falls|sobald|sofern|außer|nur|ohne|nach|manche|meist\w*|si|sauf|après|hors|sans|seulement|souvent|cuando"
    r"|salvo"
    r"|excepto|después|tras|sin|solo|sólo|algun\w+|quando|dopo|tranne|senza|soltanto|als|tenzij|na|zonder|alleen|caso"
    r"|exceto|após|depois|sem|só|apenas|jeśli|chyba|tylko|om|bara|hvis|efter|etter|kun|guarantee[sd]? that|why|weil"
    r"|because"
)
NARROWED = _any(
    r"for|on|bei|für|auf|pour|sur|por|para|sobre|per|su|sui|sulle|voor|op|em|dla|på|to|of|from|by|von|durch|chez"
    r"|through"
)
PERSONAL = _any(
    r"i(?= (?:got|was|did|have|had|asked|tried|waited|never|cancel\w*|called|am|only|received|paid|bought|signed"
    r"|still|see)(?!\w))"
    r"|i've|i'm|my|me|mine|we (?:asked|waited|got|were|tried)|(?:not|no refund|nothing) yet|still (?:no|not|wait\w*"
    r"|haven't)|refused"
    r"|denied me|ich|mir|mich|mein\w*|bekam|j'ai|je (?:n'ai|suis|me|l'ai|les|vais)|moi|m'ont|yo|mi|mis|pedí|me han"
    r"|meu|minha|pedi"
    r"|mio|mia|ho|he|she|mij|mijn|ik|jag|jeg|nie dostał\w*"
)
"""Somebody tells what happened to them: no term."""
HEARSAY = _any(
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
WRONG = re.compile(
    r"(?<!\w)(?:(?:is|are|was|'s|it's) (?:just |simply |plainly |all |also |not only )?(?:wrong|false|incorrect"
    r"|untrue|outdated|made up|nonsense|not true|not correct)"
    r"|not true|untrue|(?:a|the|another) (?:common |old |popular )?(?:myth|lie|misconception|mistake)|wrongly|falsely"
    r"|mistakenly"
    r"|(?:ist|sind) (?:\w+ )?(?:falsch|unwahr|überholt|veraltet)|stimmt nicht|nicht wahr|(?:ein )?(?:mythos|irrtum"
    r"|märchen)|fälschlich\w*"
    r"|(?:c['’]est|est|sont) (?:\w+ )?(?:faux|fausse|erroné\w*|inexact\w*)|pas vrai|un mythe|à tort"
    r"|(?:es|son) (?:\w+ )?(?:falso|falsa|incorrect\w+|erróne\w+|mentira)|no es (?:cierto|verdad|correcto)|un mito"
    r"|(?:é|são) (?:\w+ )?(?:falso|falsa|errad\w+|mentira|incorret\w+)|não é (?:verdade|certo|correto)|um mito"
    r"|(?:è|sono) (?:\w+ )?(?:falso|falsa|sbagliat\w+|errat\w+)|non è (?:vero|corretto)"
    r"|(?:is|zijn) (?:\w+ )?(?:fout|onjuist|onwaar|verkeerd)|klopt niet|niet waar|een fabel|to (?:nieprawda|mit|błąd)"
    r"|stämmer inte|är fel|er forkert|er feil|passer ikke|stemmer ikke)(?!\w)",
    re.IGNORECASE,
)
"""What is told is called wrong."""
CONTRARY = _any(
    r"contrary to|unlike what|entgegen|anders als|contrairement à ce|contrario a lo|ao contrário d[oe] que"
    r"|contrariamente a"
    r"|in tegenstelling tot"
)
IF = _any(r"if|in case|when|should|wenn|falls|sollte|si|cuando|quando|se|als|indien|caso|jeśli|om|hvis")

_NEG = (
    r"not|non|never|neither|cannot|without any|\w+n['’]t|kein\w*|nicht|nie|niemals|weder|pas|aucune?s?|jamais|ne|ni"
    r"|ningun[ao]?s?"
    r"|ningún|nunca|tampoco|não|nenhum\w*|nessun\w*|niente|geen|niet(?![- ]goed)|nooit|nie|brak|żadn\w+|inte|ingen"
    r"|inga|inget"
    r"|aldrig|ikke|intet|aldri"
    r"|no(?=\s(?:\w+\s){0,2}(?:refund|money|reimburs))"
    r"|no(?=\s(?:se|hay|ofrece\w*|devuelv\w*|reembols\w*|da|dan|tien\w+|permit\w+|conced\w+|obt\w+|recib\w+|habrá|son"
    r"|existe\w*)(?!\w))"
)
NOT = re.compile(rf"(?<![\w-])(?:{_NEG})(?!\w)", re.IGNORECASE)
_GIVES = (
    r"any|a|an|the|full|partial|cash|more|further|longer|offer\w*|giv\w*|grant\w*|provid\w*|issu\w*|mak\w*|get|be"
    r"|been|receive|entitled"
    r"|eligible|to|for|your|you|have|allow\w*|accept\w*|support|promise|automatic\w*|day|days|money|back|on|monthly"
    r"|annual|yearly"
    r"|biete\w*|gibt|es|eine?n?|der|die|das|mehr|wird|werden|anspruch|auf|bekomm\w*|erh[aä]lt\w*|gewähr\w*|tag\w*"
    r"|de|des|du|un|une|le|la|les|accord\w*|propos\w*|offr\w*|fait|est|sont|y|pas|plus|jours?"
    r"|se|hay|ofrec\w*|da|dan|el|los|las|su|tu|conced\w*|permit\w*|tien\w*|realiz\w*|son|d[ií]as"
    r"|há|oferec\w*|o|os|as|faz\w*|tem|sono|previst\w*|è|i|il|alcun\w*|viene|vengono|giorni|esiste|existe\w*"
    r"|são|ser|sein|zijn|word\w*|être|essere|sind|ist|is|geeft|er|een|het|krijg\w*|biedt|dagen|jest|oferuj\w*|ma|ger"
    r"|finns|erbjud\w*|gir|giver|tilbyr|tilbyder|får"
    r"|\d{1,3}(?:-day)?"
)
_GIVEN = (
    r"possible|available|offered|given|granted|provided|allowed|issued|made|möglich|gewährt|vorgesehen|angeboten"
    r"|accordée?s?"
    r"|proposée?s?|posibles?|disponibles?|possív\w+|previst\w+|possibil\w*|mogelijk|możliw\w*|möjlig\w*|mulig\w*"
)
DENIED = re.compile(
    rf"(?<![\w-])(?:{_NEG})(?!\w)(?:\s+(?:{_GIVES})(?!\w)){{0,6}}\s+(?:\w['’])?(?:{REFUND_ROOTS})(?!\w)(?!-)"
    rf"(?!\s+(?:links?|buttons?|forms?|options?|requests?|pages?|e?mails?|yet|received|came|arrived|so far|until"
    rf"|till)(?!\w))"
    rf"|(?:{REFUND_ROOTS})(?:\s+(?:is|are|will|would|can|ist|sind|wird|werden|est|sont|n'est|ne|es|son|está|é|são|è"
    rf"|sono|be|er|jest"
    rf"|är))"
    rf"{{0,2}}(?:\s+(?:not|never|nicht|pas|jamais|no|nunca|não|non|niet|nooit|nie|inte|ikke)"
    rf"|n['’]t)\s+(?:be\s+)?(?:{_GIVEN})(?!\w)"
    rf"|(?:{REFUND_ROOTS})\s+(?:is|are|ist|sind|est|sont|es|son|é|são|è|sono)\s+(?:impossible|unmöglich|unavailable"
    rf"|excluded"
    rf"|ausgeschlossen|exclus?|esclus\w)(?!\w)"
    rf"|(?<!\w)non[- ]?refundable(?!\w)|(?<!\w)non remboursable\w*|(?<!\w)no reembolsable\w*"
    rf"|(?<!\w)não reembols\w+|(?<!\w)non rimborsabil\w*|(?<!\w)niet[- ]terugbetaal\w*|(?<!\w)bezzwrotn\w+",
    re.IGNORECASE,
)
"""No refund: a word of denial and a refund, with nothing between them but words of giving."""
CADENCE = re.compile(
    r"(?<!\w)(?:every|each|per|alle|jede\w*|pro|tous les|chaque|cada|ogni|elke|co|varje|hver|hvert)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""Right before a length: how often it is charged."""
ASKED = _any(
    r"(?:if|when|provided|as long as|wenn|falls|sofern|si|cuando|quando|se|als|indien|jeśli|om|hvis) (?:\S+ ){0,3}"
    r"(?:cancel\w*|ask\w*|request\w*|quit|leave|return|kündig\w*|stornier\w*|résili\w*|annul\w*|demand\w*|pid\w*"
    r"|solicit\w*"
    r"|disdi\w*|richied\w*|opzeg\w*|annuleer\w*|zrezygn\w*|säger upp|opsige\w*|sier opp)"
)
"""On the condition that the person asks or cancels: so many days are those for asking."""
ACTION = _any(
    r"cancell?ing|cancell?ation|delet\w*|remov\w*|uninstall\w*|turning|switching|disabling|stopping|clos\w*|kündig\w*"
    r"|lösch\w*|abschalt\w*"
    r"|deinstall\w*|résili\w*|annul\w*|supprim\w*|désinstall\w*|cancela\w*|elimin\w*|desinstal\w*|disdi\w*|disdett\w*"
    r"|cancellar\w*"
    r"|opzeg\w*|verwijder\w*|wypowied\w*|usuni\w*|uppsägning\w*|opsig\w*|oppsig\w*"
)
"""What a person does that brings no refund of itself: that says nothing of the promise."""
BANK = _any(
    r"banks?|card (?:issuer|company)|(?:your|the) card|direct debits?|chargebacks?|paypal|klarna|dispute\w*"
    r"|statements?|lastschrift\w*"
    r"|kontoausz\w*|bank\w*|kreditkarte\w*|kartenherausgeber\w*|banques?|prélèvement\w*|relevé\w*|opposition|bancos?"
    r"|recibo\w*|extracto\w*"
    r"|domiciliaci\w*|tarjetas?|cartão|débito\w*|extrato\w*|banca|addebito|estratto|incasso\w*|afschrift\w*"
    r"|creditcard\w*|polecenie zapłaty"
)
"""The bank's terms are not the provider's."""
PAST = _any(
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
PASSIVE = re.compile(
    r"(?:refunded|refundable|reimbursed|erstattet|erstattbar|erstattungsfähig|remboursée?s?|remboursables?"
    r"|reembolsad[oa]s?|reembolsables?"
    r"|reembolsáve(?:l|is)|rimborsat[ioea]|rimborsabil[ie]|terugbetaald|terugbetaalbaar|zwracan\w*|återbetalas)\s*$",
    re.IGNORECASE,
)
PAID = frozenset(
    "all any the your these those our payment payments charge charges purchase purchases subscription subscriptions"
    " membership memberships"
    " plan plans order orders sale sales amounts money paid is are be will can may and final it they this already"
    " made monthly annual yearly"
    " renewal renewals subscribers please note that unfortunately sorry alle die der das bereits gezahlte gezahlten"
    " zahlung zahlungen beitrag"
    " beiträge abo abos abonnements werden wird sind ist käufe jahresabos monatsabos jahresabo monatsabo"
    " verlängerungen les le la tous toutes"
    " paiement paiements abonnement achats achat sont est ne n el los las todos todas pago pagos suscripción"
    " suscripciones compras compra son"
    " es se os as o a pagamentos pagamento assinaturas assinatura são é i gli tutti pagamenti abbonamenti abbonamento"
    " acquisti sono è de het"
    " betaling betalingen abonnementen aankopen worden wordt zijn mensuels annuels mensuales anuales mensili annuali"
    " maandabonnementen".split()
)
"""What is said not to be refunded where all of it is meant; anything else, such as a deposit, is something of its"
" own."""
