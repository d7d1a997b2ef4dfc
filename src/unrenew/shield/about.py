"""What headings and sentences are about: ending something, or not."""

import re

CANCEL = re.compile(
    r"cancel|unsubscrib|terminat|auto-?\s?renew|turn(?:ing)? off|switch(?:ing)? off|deactivat|opt[- ]out"
    r"|get(?:ting)? out|quit(?:ting)?\b|end (?:your|the)"
    r"|downgrad|stop(?:ping)? (?:the|your|auto)|leav(?:e|ing)\b"
    r"|kündig|abbestell|storn|verlängerung|abmeld|beend|résili|désabonn|annul|désactiv|renouvellement"
    r"|cancel|baja\b|anular|desactiv|renovaci|renova[çc]|desativ|encerrar|disd(?:ire|ici|etta)|disattiv|annulla"
    r"|rinnovo|opzeg|opgezegd|annuler|verlenging"
    r"|anulow|anuluj|rezygn|wypowied|odnawi|avsluta|säg(?:a)? upp|uppsäg|förnyelse|opsig|afmeld|si opp|oppsig"
    r"|avslutt|fornyelse|iptal|yenileme"
    r"|отмен|отключ|отказ|автопродл|скасу|zruš|výpověď|lemond|peru|irtisano|renunț|ακύρωσ|解約|退会|キャンセル|解除|取消|退订|해지"
    r"|취소|रद्द|إلغاء|ביטול|batal|hủy",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"account|subscription|membership|profile|settings|billing|plan\b|plans\b|payment|licen[cs]e|dashboard|renewal"
    r"|log ?in|sign in|menu|tab\b|button|icon"
    r"|confirm|portal|website|app\b|page\b|e-?mail|receipt|letter|form\b|certified|club\b|toggle"
    r"|konto|abo\b|abonnement|mitgliedschaft|vertrag|einstellung|profil|zahlung|anmeld|einlog|bestätig|lizenz|brief"
    r"|einschreiben|formular"
    r"|compte|espace client|contrat|paramètres|réglages|connect|confirm|abonnement|adhésion|lettre|rubrique"
    r"|cuenta|suscripci|membres|perfil|ajustes|configuraci|sesión|confirma|plan\b|conta\b|assinatura|configura"
    r"|login|abbonamento|impostazioni|profilo|accedi|conferma"
    r"|account|lidmaatschap|instelling|inlog|bevestig|subskrypcj|członk|ustawieni|zaloguj|potwierd|konto"
    r"|prenumeration|medlemskap|inställning|logga in|bekräfta|abonnement|indstilling|innstilling|logg? inn?\b|hesab"
    r"|abonelik|üyelik|ayarlar|giriş|onay"
    r"|подписк|аккаунт|настройк|профил|учётн|учетн|войдите|подтверд|підписк|účet|předplat|fiók|előfizet|tili|tilaus"
    r"|cont\b|abonament|λογαριασμ|συνδρομ"
    r"|アカウント|設定|ログイン|会員|メンバーシップ|サブスクリプション|確認|账户|订阅|设置|登录|계정|구독|설정|로그인|खात|सदस्यता|حساب|اشتراك|חשבון|מנוי",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    r"\b(?:what (?:you(?:'ll)? need|happens|else|is\b)|before you (?:start|begin|cancel)|requirements?"
    r"|prerequisites?|tips|notes?|good to know"
    r"|(?:important )?things|important|faqs?|frequently|related|see also|further reading|sources?|references"
    r"|contents|in this (?:article|guide)"
    r"|conclusion|final thoughts|summary|wrapping up|bottom line|about|why|reasons?|alternatives?|fees?"
    r"|refund polic\w+|refunds?\b(?! request)"
    r"|pricing|price|cost|features|benefits|pros|cons|comments?|share|after (?:you|cancell\w+)|afterwards|will i"
    r"|do i|can i (?:get|still|rejoin)"
    r"|rejoin|restart|reactivat\w*|resubscribe|renew your|sign(?:ing)? up|subscribe|privacy|newsletter|disclaimer"
    r"|cookies?|key (?:points|takeaways)"
    r"|troubleshoot\w*|read next|leave a (?:reply|comment)|popular|latest"
    r"|tipps|hinweise?|häufige fragen|fazit|voraussetzung\w*|was (?:du|sie) brauch\w+|verwandte|alternativen?"
    r"|vorteile|nachteile|warum|gründe|kosten"
    r"|erstattung|inhalt|wichtig\w*|zusammenfassung|was passiert|gut zu wissen|wieder ?aufnehmen|kommentare?|ähnliche"
    r"|conseils|astuces|remarques?|questions? fréquentes|sommaire|à lire aussi|pourquoi|ce qu'il (?:vous )?faut"
    r"|avant de (?:commencer|résilier)|avantages"
    r"|remboursements?|bon à savoir|après la résiliation|à savoir|commentaires?"
    r"|consejos|notas?|preguntas frecuentes|conclusi[óo]n|índice|por qué|lo que necesitas|requisitos"
    r"|antes de empezar|relacionad\w+|reembolsos?|ventajas"
    r"|dicas|observaç\w+|perguntas frequentes|conclusão|por que|o que você precisa|vantagens|comentários"
    r"|consigli|domande frequenti|conclusioni?|perché|cosa serve|prima di|rimborsi?|vantaggi|da sapere"
    r"|veelgestelde|conclusie|waarom|wat (?:je|heb je) nodig|inhoud|voordelen|terugbetaling|goed om te weten"
    r"|wskazówki|uwagi?|najczęst\w*|podsumowanie|dlaczego|spis treści|zwroty?"
    r"|vanliga frågor|sammanfattning|varför|bra att veta|innehåll|ofte stillede|hvorfor|ofte stilte"
    r"|ipuçları|sıkça|neden|sonuç|советы|вопросы|почему|заключение|содержание)\b|よくある質問|注意|まとめ|目次|关于|注意事项|자주",
    re.IGNORECASE,
)
"""Headings under which nothing is to be done to get out."""
CHATTER = re.compile(
    r"newsletter|subscribe to (?:my|our|the|this)|(?:like|bell|follow)\s+(?:button|and subscribe)|click the bell"
    r"|smash|hit (?:that |the )?(?:like|subscribe|bell)"
    r"|follow (?:me|us)\b|(?:in the |leave a )comments?\b|share (?:this|it with)|sign(?:ing|ed)? up\b|cookies?\b"
    r"|privacy policy|terms of (?:use|service)"
    r"|related (?:posts?|articles?)|read (?:more|also|next|on\b)|affiliate|coupon|discount code|promo code"
    r"|let me (?:know|tell)|thanks for|all rights reserved"
    r"|we may earn|sponsored|last (?:edited|updated)|creative commons|abonnier\w* (?:meinen|unseren|den kanal)"
    r"|folg\w* (?:mir|uns)\b|teile? diesen"
    r"|abonnez-vous à|suivez-nous|partagez cet|suscríbete|síguenos|comparte este|inscreva-se|siga-nos|compartilhe"
    r"|iscriviti|seguici|condividi"
    r"|volg ons|deel dit|śledź nas|udostępnij|följ oss|dela den|følg oss|bizi takip|подпишись|подписывайтесь"
    r"|report (?:it|spam|scams?|fake)|(?:do not|don.t|never) call|upvot|\bpoints?\Z",
    re.IGNORECASE,
)
"""Talk to readers that is no step."""
AGAIN = re.compile(
    r"\b(?:re-?(?:join|start|activat|subscrib)\w*|renew (?:your|it|my|again)|(?:come|came|coming) back|start again"
    r"|wieder ?(?:beitreten|aktivier|abonnier)\w*|reaktivier\w*"
    r"|réactiv\w*|réabonn\w*|reactiv\w*|volver a suscribir\w*|reativ\w*|riattiv\w*|heractiv\w*|wznów\w*"
    r"|återaktiv\w*|genaktiv\w*)\b",
    re.IGNORECASE,
)
"""Going in again, which is not wanted here (unless ending stands beside it)."""
CHANNEL = re.compile(
    r"\b(?:iphone|ipad|ios|itunes|apple|app ?store|android|google play|play ?store|roku|fire ?tv|amazon|paypal|xbox"
    r"|playstation|web(?:site|seite)?|browser"
    r"|desktop|computer|laptop|mobile|app|smart ?tv|mac|windows|in person|by (?:mail|post|letter|phone|e-?mail"
    r"|chat)|online|method|option|way|via|through"
    r"|bought|billed|paid|pay|reseller|partner|carrier|provider|version"
    r"|per (?:brief|post|e-?mail|app|fax)|schriftlich|methode|möglichkeit|weg|gekauft|über"
    r"|par (?:courrier|lettre|téléphone|mail)|méthode|en ligne|por (?:carta|correo|teléfono|internet)|método|opción"
    r"|opção|comprad[oa]"
    r"|per (?:posta|raccomandata)|metodo|opzione|acquistat\w+|per (?:brief|post)|manier|gekocht|listownie|sposób"
    r"|kupion\w+|metod|köpt|yöntem|способ|метод)\b",
    re.IGNORECASE,
)
"""A way of having bought, or of getting out, that a heading or a sentence names."""
BOUGHT = re.compile(
    r"\b(?:if|when|for those who|in case)\b[^.]{0,60}\b(?:bought|paid?|billed|subscribed|purchased|signed up|came"
    r"|joined|pay)\b"
    r"|^(?:bought|paid|billed|purchased|subscribed)\b|^(?:on|via|with|through|in)\b[^.:]{2,40}:"
    r"|\b(?:wenn|falls|wer)\b[^.]{0,60}\b(?:gekauft|bezahl\w+|abgeschlossen|gebucht)\b|^gekauft\b|^(?:auf|bei|über"
    r"|mit)\b[^.:]{2,40}:"
    r"|\bsi\b[^.]{0,60}\b(?:acheté|souscri\w+|pay\w+|pag\w+|compr\w+|contrat\w+|suscrib\w+)\b|^(?:sur|avec|en"
    r"|con)\b[^.:]{2,40}:"
    r"|\bse\b[^.]{0,60}\b(?:comprou|assinou|paga\w*|acquistat\w+|abbonat\w+)\b|^(?:no|na|su|tramite)\b[^.:]{2,40}:"
    r"|\bals\b[^.]{0,60}\b(?:gekocht|betaal\w*|afgesloten)\b|\b(?:jeśli|om|hvis)\b[^.]{0,60}\b(?:kupi\w+|płac\w+"
    r"|köpt|betala\w*|købt|kjøpt|betal\w*)\b",
    re.IGNORECASE,
)
"""A sentence about one way of having bought."""
