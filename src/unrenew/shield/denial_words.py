"""The words with which guides deny: no refund, or it is not so."""

import re

from unrenew.shield.policy_words import REFUND_ROOTS, any_of

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
CONTRARY = any_of(
    r"contrary to|unlike what|entgegen|anders als|contrairement à ce|contrario a lo|ao contrário d[oe] que"
    r"|contrariamente a"
    r"|in tegenstelling tot"
)
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
ACTION = any_of(
    r"cancell?ing|cancell?ation|delet\w*|remov\w*|uninstall\w*|turning|switching|disabling|stopping|clos\w*|kündig\w*"
    r"|lösch\w*|abschalt\w*"
    r"|deinstall\w*|résili\w*|annul\w*|supprim\w*|désinstall\w*|cancela\w*|elimin\w*|desinstal\w*|disdi\w*|disdett\w*"
    r"|cancellar\w*"
    r"|opzeg\w*|verwijder\w*|wypowied\w*|usuni\w*|uppsägning\w*|opsig\w*|oppsig\w*"
)
"""What a person does that brings no refund of itself: that says nothing of the promise."""
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
FORWARD = re.compile(
    r"\s*(?:to (?:say|think|believe|claim)|that|dass|daß|qu['e]|que|che|dat|że|att|at|claim\w*|say\w*|stat\w*|list\w*"
    r"|nam\w*|give\w*"
    r"|behaupt\w*|nenn\w*|angeg\w*)(?!\w)",
    re.IGNORECASE,
)
"""Right after a word such as "a myth": what is called wrong follows."""
TAIL = PAID | frozenset(
    "at whatsoever kind on for of new first auf für bei an zurück sur pour en por para su per sui op voor em possible"
    " given offered available"
    " granted provided allowed möglich gewährt accordé accordés proposé disponible disponibles posible possível"
    " previsti mogelijk yearly year"
    " guarantee guarantees garantie garantía garanzia garantia policy month anymore more mehr plus más mais più meer"
    " customers customer back neue neuen nuevos nouveaux nieuwe".split()
)
"""What may follow "no refunds" where it is said of everything, or of a plan or a purchase; `in the app` may not."""
WE = any_of(r"we|us|our|ourselves|wir|uns|nous|nos|nosotros|noi|nostr\w+|wij|ons|nós|nosso\w*")
