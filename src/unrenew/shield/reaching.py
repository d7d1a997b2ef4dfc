"""Words of reaching somebody, in the languages of guides.

Where `surroundings` weighs what may be an accusation, these only say which clause goes when a contact is taken out.
"""

import re

VERBS = frozenset(
    "call calls called calling dial dialing dialling ring ringing phone phoning text texting message messaging chat"
    " mail mailing email emailing e-mail contact contacting reach reaching speak talk write fax facetime dm ping"
    # German
    " rufen rufe ruf anrufen anruf wählen wähle telefonieren schreiben schreibe schreib mailen maile kontaktieren"
    " kontaktiere erreichen erreichst erreichbar wenden wende chatten simsen"
    # French, Spanish, Portuguese, Italian
    " appelez appeler appelle appelez-le appelez-les composez composer compose contactez contacter contacte écrivez"
    " écrire"
    " joignez joindre téléphonez téléphoner téléphone"
    " llama llame llamar llamen llámanos llámenos marca marque marcar escribe escriba escribir escríbenos contacta"
    " contacte contactar comunícate comuníquese"
    " ligue ligar liga disque discar chame chamar escreva escrever contate contatar fale falar telefone"
    " chiama chiami chiamate chiamare chiamaci componi componga scrivi scriva scrivete scrivere contatta contatti"
    " contattate contattare telefona telefoni telefonare"
    # Dutch, Polish, Czech, Scandinavian, Finnish
    " bel belt bellen mail mailen schrijf appen"
    " zadzwoń zadzwonić dzwoń dzwonić napisz skontaktuj zatelefonuj zavolejte volejte napište"
    " ring ringa ringe kontakta kontakte kontakt skriv mejla maila mejl sms:a soita"
    # Turkish, Russian, Ukrainian, Indonesian
    " arayın ara arayabilirsiniz arayarak yazın ulaşın ulaşabilirsiniz"
    " позвоните позвони звоните звонить позвонить напишите пишите свяжитесь связаться зателефонуйте hubungi"
    " telepon".split()
)
"""To reach somebody: whoever comes after such a verb is its object."""
NOUNS = frozenset(
    "number numbers hotline helpline helpdesk line phone telephone tel whatsapp telegram signal viber skype wechat"
    " discord messenger sms email e-mail mail chat tollfree toll-free fax desk agent address"
    " nummer rufnummer telefonnummer hotline telefon durchwahl servicenummer whatsapp mailadresse adresse"
    " numéro téléphone tél ligne courriel mél número teléfono línea correo telefone zap central linha numero telefono"
    " verde casella telefoonnummer telefonnummer nummeret numret telefon numer numeru infolinia infolinię telefonu"
    " číslo číslu linku numara numarası numarayı numaralı hattı hat telefonu номер номеру телефон телефону numaradan"
    " numarasını".split()
)
JOINING = frozenset(
    "at on to by via through with under us them him her it me now today directly straight anytime our the their this a"
    " an please simply toll free is are here just of for from in into and"
    " unter auf bei über an per zu den die der das dem uns ihn sie ihnen einer eine einen gerne im von mit"
    " au à aux sur par via le la les l de du un une nous gratuitement directement"
    " al a en por el los las lo nos con para"
    " ao à no na pelo pela para o os as um uma"
    " su per il lo i gli presso all alla allo con"
    " op naar aan via het een de ons dan"
    " na pod do przez po w nam"
    " på till til via via hos den det oss os"
    " bizi şu bu по на за в к".split()
)
"""What may stand between such a verb and the contact, or before a contact that is no object."""
MOTION = frozenset(
    "go goto visit open head use see navigate browse access join load enter click tap follow try"
    " gehen gehe geh besuchen besuche öffnen öffne nutzen nutze verwenden verwende rufen"
    " allez va rendez-vous visitez visite ouvrez ouvre utilisez accédez consultez"
    " ve vaya visita visite abre abra entra entre usa use accede ingresa"
    " vá acesse abra vai vada apri visita accedi ga bezoek open gebruik"
    " wejdź przejdź otwórz odwiedź użyj gå besök besøg öppna åbn åpne"
    " gidin girin ziyaret перейдите зайдите откройте посетите".split()
)
"""Verbs that an address is the object of."""
CONDITIONS = frozenset(
    "if when while once in unless should wenn falls bei sollte sobald si quand lorsque en se quando caso als indien"
    " mocht"
    " jeśli jeżeli gdy om när hvis når eğer если когда when".split()
)
"""With what a clause begins that is nothing on its own."""
PHONE_TALK = re.compile(
    r"\b(?:press|choose|select|option|say|drücken|taste|pulse|presiona|marque|tapez|appuyez|premi|aperte|digite|toets"
    r"|druk)\b[^.;]{0,24}(?:\b[0-9]\b|[*#]|\b(?:one|two|three|four)\b)"
    r"|\b(?:tell|give|ask|inform|provide|read|speak|talk|explain|wait|hold|stay|confirm|say|share|let|verify"
    r"|show)\b[^.;]{0,50}"
    r"\b(?:agent|agents|operator|representative|rep|advisor|adviser|technician|caller|person on the|on the line"
    r"|on hold|hotline"
    r"|card number|over the phone|remote access|them|him|her)\b"
    r"|\b(?:sag|sagen|nenn|nennen|gib|geben|teil|teilen|bitte|bitten)\b[^.;]{0,50}"
    r"\b(?:mitarbeiter\w*|berater\w*|agenten|kundendienst\w*)"
    r"|\b(?:dites|donnez|demandez|indiquez)\b[^.;]{0,50}\b(?:agent|conseiller|opérateur|conseillère)"
    r"|\b(?:dile|diga|di|dale|dé|pide|pida|proporciona)\b[^.;]{0,50}\b(?:agente|operador|asesor)"
    r"|\b(?:diga|dê|informe|peça|fale)\b[^.;]{0,50}\b(?:atendente|agente|operador)"
    r"|\b(?:di|dica|chiedi|fornisci)\b[^.;]{0,50}\b(?:operatore|agente)"
    r"|\b(?:zeg|vertel|geef|vraag)\b[^.;]{0,50}\b(?:medewerker|agent)"
    r"|\b(?:powiedz|podaj|poproś)\b[^.;]{0,50}\b(?:konsultant\w*|agent\w*)"
    r"|\b(?:säg|berätta|ge|fråga|sig|fortæl|giv|si|fortell|gi)\b[^.;]{0,50}\b(?:agenten|handläggaren|medarbejderen"
    r"|kundebehandleren)"
    r"|(?:скажите|сообщите|назовите|попросите)[^.;]{0,50}(?:оператор|агент|сотрудник)"
    r"|temsilci(?:ye|sine)|オペレーターに",
    re.IGNORECASE,
)
"""What is done on the phone: without the number it is nothing, and with a planted one it is the swindle."""
CALL_FOR_DIGITS = re.compile(
    r"(?:\b(?:call(?:ing)?|dial(?:l?ing)?|ring|phone|text|sms|tel|telephone|whatsapp|signal|viber|fax|hotline"
    r"|helpline|helpdesk|desk"
    r"|contact|reach|toll[- ]free|freephone|support|speak|agent|phone number|number is"
    r"|anrufen|rufen?|wählen?|hotline|rufnummer|telefon\w*|nummer|handy|mobil|erreich\w+|durchwahl|whatsapp"
    r"|appel\w*|compos\w+|joindre|joignez|téléphon\w*|tél|numéro|portable"
    r"|llam\w+|marca|marque|marcar|teléfono|número|móvil|celular"
    r"|lig(?:ue|ar)|disque|zap|central|chame|telefone|celular"
    r"|chiam\w+|compon\w+|numero(?: verde)?|telefono|cellulare"
    r"|bel|bellen|belt|telefoonnummer|mobiel|dzwoń|zadzwo\w+|numer\w*|telefonu|infolini\w"
    r"|ring\w?|telefon\w*|mobil|numret|nummeret|ara\w*|numara\w*|soita|volejte|zavolejte|numărul|sunați)\b"
    r"|позвон\w*|звон\w+|номер\w*|телефон\w*|電話|番号|电话|热线|☎|📞|📱)[^\d\n]{0,30}\Z",
    re.IGNORECASE,
)
"""Before digits: somebody is to be called. Weaker than what `surroundings` wants, for nobody is accused by it."""
OTHER_NUMBER = re.compile(
    r"\b(?:order|invoice|receipt|reference|ref|case|ticket|tracking|membership|member|customer|account|card|pin"
    r"|code|serial"
    r"|version|licen[cs]e|iban|contract|policy|id|ip|isbn|usps|zip|postcode|booking"
    r"|bestell\w*|rechnung\w*|kunden\w*|vertrag\w*|auftrag\w*|mitglied\w*|karten\w*|konto\w*|vorgang\w*|plz"
    r"|commande|facture|dossier|client|contrat|adhérent|carte|compte|pedido|factura|contrato|cliente|tarjeta|cuenta"
    r"|expediente"
    r"|fatura|cartão|conta|protocolo|ordine|fattura|contratto|carta|conto|pratica"
    r"|klantnummer|factuur\w*|bestelnummer|contract\w*|zamówieni\w*|umow\w*|faktur\w*|klienta|karty|ordernummer"
    r"|kundnummer"
    r"|avtal\w*|müşteri|sipariş|fatura|abone|заказ\w*|договор\w*|сч[её]т\w*|карт\w*|клиента)\b[^\d\n,;.]{0,24}\Z",
    re.IGNORECASE,
)
