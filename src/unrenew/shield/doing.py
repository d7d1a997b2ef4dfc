"""A clause to whether it says to do something: verbs of doing by language.

The tables are common words; what they stand for is in the names. A clause says to do something where it begins with a
verb of doing (`Klicken Sie auf`), after words as "then" or "you have to", or, in languages that put the verb last,
where it ends with one (`Auf „Konto“ klicken`, `Hesap'a tıklayın`, `アカウントを開きます`).
"""

import re

_FIRST = frozenset(
    # English
    "go login head navigate browse visit open launch start load access enter log sign return scroll hover click tap"
    " press hit"
    " push pick choose select find locate look search expand slide flip toggle switch turn move swipe disable"
    " deactivate"
    " uncheck untick tick check review verify end stop cancel unsubscribe terminate downgrade delete remove confirm"
    " finish"
    " complete continue proceed agree decline refuse reject skip accept follow fill type use provide give state"
    " tell say"
    " explain ask request demand submit send write mail email message contact chat reply answer call phone ring"
    " dial text"
    " take make keep save store print download export copy note record screenshot capture wait watch monitor hand bring"
    " post report dispute repeat uninstall manage edit change update view read expect attach quote mention double-check"
    " double-click right-click let set unlink revoke"
    # German: Sie, du
    " öffnen öffne klicken klicke klick tippen tippe tipp wählen wähle gehen gehe geh rufen ruf melden melde loggen"
    " logge"
    " log scrollen scrolle suchen suche finden finde drücken drücke deaktivieren deaktiviere schalten schalte schalt"
    " stellen stelle stell kündigen kündige stornieren storniere beenden beende bestätigen bestätige schließen schließe"
    " folgen folge geben gib füllen fülle füll schreiben schreibe schreib senden sende schicken schicke schick bewahren"
    " bewahre speichern speichere sichern sichere heben hebe heb prüfen prüfe prüf überprüfen überprüfe warten warte"
    " kontaktieren kontaktiere fragen frage frag nehmen nimm machen mache mach notieren notiere drucken drucke"
    " druck laden"
    " lade entfernen entferne löschen lösche navigieren navigiere starten starte besuchen besuche verwenden verwende"
    " nutzen nutze lehnen lehne setzen setze fordern fordere teilen teile nennen nenne lesen wechseln wechsle"
    " achten achte behalten behalte legen lege bitten widerrufen widerrufe kontrollieren kontrolliere trage"
    " tragen gehst klickst wählst öffnest meldest bestätigst"
    # French: vous, tu, infinitive
    " rédigez rédige rédiger ouvrez ouvre ouvrir cliquez clique cliquer appuyez appuie appuyer touchez touche"
    " choisissez choisis choisir"
    " sélectionnez sélectionne sélectionner allez va aller rendez-vous accédez accède accéder connectez-vous connectez"
    " connecte-toi connecter identifiez-vous identifie-toi entrez entre entrer saisissez saisis saisir trouvez trouve"
    " cherchez cherche chercher faites fais faire désactivez désactive désactiver décochez décoche résiliez résilie"
    " résilier annulez annule annuler confirmez confirme confirmer validez valide valider terminez termine refusez"
    " refuse"
    " suivez suis suivre remplissez remplis remplir écrivez écris écrire envoyez envoie envoyer adressez adresser"
    " conservez conserve conserver gardez garde garder enregistrez enregistre enregistrer vérifiez vérifie vérifier"
    " attendez attends attendre appelez appelle appeler contactez contacte contacter demandez demande demander indiquez"
    " indique indiquer notez note noter imprimez imprime prenez prends téléchargez télécharge supprimez supprime"
    " descendez descends descendre lancez lance lancer"
    # Spanish: tú, usted, infinitive
    " abre abra abrir haz haga hacer pulsa pulse pulsar toca toque tocar presiona presione elige elija elegir"
    " selecciona"
    " seleccione seleccionar escoge escoja entra entrar ingresa ingrese ingresar accede acceda acceder inicia inicie"
    " iniciar ve vaya ir dirígete diríjase busca busque buscar encuentra encuentre desactiva desactive desactivar"
    " cancela"
    " cancele cancelar anula anule confirma confirme confirmar finaliza finalice termina rechaza rechace sigue siga"
    " seguir"
    " rellena rellene completa complete escribe escriba escribir envía envíe enviar manda mande mandar guarda guarde"
    " guardar conserva conserve comprueba compruebe verifica verifique revisa revise espera espere llama llame llamar"
    " pide pida solicita solicite indica indique anota anote imprime imprima descarga descargue desplázate"
    " desplácese baja"
    " baje visita visite introduce introduzca"
    # Portuguese: você, infinitive
    " abra acesse aceda entre faça fazer clique clicar toque tocar aperte pressione escolha escolher selecione"
    " selecionar"
    " vá ir procure encontre localize desative desativar cancele confirme confirmar finalize conclua recuse recusar"
    " siga"
    " preencha preencher escreva envie enviar mande guarde guardar salve salvar verifique confira aguarde espere"
    " ligue ligar"
    " peça solicite informe anote imprima baixe role deslize desça visite digite insira"
    # Italian: tu, Lei, voi, infinitive
    " apri apra aprite aprire clicca clicchi cliccate cliccare fai fare tocca tocchi toccate premi prema premete scegli"
    " scelga scegliete scegliere seleziona selezioni selezionate selezionare vai vada andate andare accedi acceda"
    " accedete"
    " accedere entra entri entrate cerca cerchi cercate trova trovi disattiva disattivi disattivate disattivare disdici"
    " disdica disdire annulla annulli annullare conferma confermi confermate confermare termina rifiuta rifiuti segui"
    " segua seguite compila compili compilate compilare scrivi scriva scrivete scrivere invia invii inviate inviare"
    " manda"
    " conserva conservi conservate conservare salva salvi controlla controlli controllate verifica verifichi attendi"
    " aspetta chiama chiami chiamate contatta contatti chiedi chieda richiedi indica inserisci inserisca scorri scorra"
    " visita stampa scarica prendi"
    # Dutch
    " ga klik tik kies selecteer open zoek vind schakel zet zeg annuleer stop beëindig bevestig volg vul typ geef"
    " schrijf"
    " stuur verstuur mail bewaar controleer wacht bel vraag noteer print download neem log meld scrol scroll bezoek"
    " druk"
    " weiger rond maak lees"
    # Polish
    " otwórz otwórzcie kliknij kliknąć wybierz wybrać przejdź przejść wejdź wejść zaloguj zalogować znajdź wyszukaj"
    " naciśnij dotknij stuknij przewiń rozwiń wyłącz wyłączyć dezaktywuj anuluj anulować wypowiedz zrezygnuj potwierdź"
    " potwierdzić zakończ odrzuć podaj wpisz wprowadź wypełnij wypełnić napisz wyślij wysłać zachowaj zapisz sprawdź"
    " poczekaj odczekaj zadzwoń zadzwonić skontaktuj poproś zapytaj zanotuj wydrukuj pobierz odwiedź postępuj usuń zrób"
    # Swedish, Danish, Norwegian
    " öppna åbn åpne gå klicka klik klikk tryck tryk trykk välj vælg velg logga logg leta hitta finn find stäng slå"
    " bekräfta"
    " bekræft bekreft avsluta afslut avslutt säg opsig avbryt afbryd avbestill annuller följ følg fyll udfyld skriv"
    " skicka send spara gem lagre behåll behold kontrollera kontroller tjek sjekk vänta vent ring kontakta kontakt"
    " fråga spørg"
    " spør ta rulla rul bla besök besøg neka afvis avvis"
    # Turkish
    " girin gidin açın tıklayın dokunun seçin kapatın onaylayın bulun"
    # Russian, Ukrainian
    " войдите войди войти откройте открой открыть перейдите перейди перейти зайдите зайди зайти нажмите нажми нажать"
    " кликните щёлкните тапните выберите выбери выбрать отключите отключи отключить выключите отмените отмени отменить"
    " откажитесь подтвердите подтверди подтвердить найдите найди введите введи заполните заполни напишите напиши"
    " отправьте отправь сохраните сохрани сохранить проверьте проверь подождите подожди дождитесь позвоните позвони"
    " попросите спросите запишите скачайте прокрутите авторизуйтесь следуйте удалите сделайте снимите"
    " увійдіть відкрийте перейдіть натисніть виберіть оберіть вимкніть скасуйте підтвердьте знайдіть введіть збережіть"
    # Czech, Slovak, Hungarian, Romanian, Finnish, Greek, Croatian
    " otevřete otevři klikněte klikni vyberte vyber zvolte přejděte přihlaste přihlas potvrďte potvrď zrušte zruš"
    " vypněte"
    " najděte napište pošlete uložte zkontrolujte otvorte kliknite prejdite prihláste potvrďte zrušte"
    " nyissa nyisd kattintson kattints válassza válaszd jelentkezzen lépjen lépj erősítse mondja keresse"
    " deschideți deschide apăsați apasă faceți selectați selectează alegeți alege accesați conectați confirmați anulați"
    " avaa napsauta klikkaa valitse siirry kirjaudu mene vahvista peruuta etsi tallenna lähetä odota"
    " ανοίξτε πατήστε κάντε επιλέξτε συνδεθείτε πηγαίνετε μεταβείτε επιβεβαιώστε ακυρώστε"
    " otvorite odaberite idite prijavite potvrdite otkažite"
    # Indonesian, Vietnamese
    " buka klik pilih masuk ketuk batalkan konfirmasi pergi cari simpan mở nhấp nhấn chọn đăng vào hủy xác tìm".split()
)
"""With what a clause that says to do something begins."""
_LAST = frozenset(
    # German and Dutch infinitives at the end, Turkish
    "öffnen klicken tippen wählen auswählen anklicken antippen aufrufen anmelden einloggen scrollen suchen drücken"
    " deaktivieren ausschalten abschalten kündigen stornieren beenden bestätigen abschicken absenden folgen eingeben"
    " angeben ausfüllen schreiben senden schicken aufbewahren speichern sichern aufheben prüfen abwarten kontaktieren"
    " notieren ausdrucken entfernen ablehnen widerrufen herunterscrollen machen"
    " klikken kiezen openen inloggen selecteren bevestigen opzeggen annuleren uitschakelen invullen versturen bewaren"
    " açın aç gidin git tıklayın tıkla dokunun dokun seçin seç kapatın kapat girin gir yapın yap edin et onaylayın"
    " onayla"
    " doldurun doldur yazın yaz gönderin gönder saklayın sakla bekleyin bekle arayın basın bas bulun bul kaydedin"
    " kaydet"
    " bırakın kaydırın indirin".split()
)
_UNSPACED = tuple(
    "クリック タップ ログイン 選択 選び 選ぶ 開き 開く 開いて 押し 押す 進み 進む 移動し 確認し 入力し 保存し オフにし"
    " 解約する 解約し キャンセルします 手続き アクセスし 登录 登錄 点击 點擊 打开 打開 选择 選擇 进入 進入 关闭 關閉"
    " 确认 確認 输入 輸入 取消 클릭 로그인 선택 누르 누릅 이동 해지 확인 열기 접속 입력"
    " खोलें क्लिक चुनें करें जाएं दबाएं افتح انقر اضغط اختر سجل اذهب אישור לחצו פתחו בחרו היכנסו คลิก เลือก กด"
    " เปิด".split()
)
_FILLERS = frozenset(
    "and or then next now first second third last lastly finally so okay ok well um uh just please simply once also"
    " again after"
    " that you youll we i'd you'll you'd i can should must need have want wanna gonna are going to the thing do is"
    " be here"
    " there from anyway yes no carefully always never don't not easily directly immediately step method will either to"
    " afterwards instead"
    # German
    " und oder dann danach anschließend zuerst zunächst nun jetzt schließlich zuletzt bitte einfach sie du dich"
    " sich hier dort"
    " dazu alternativ ja nein"
    # French
    " et ou puis ensuite enfin d abord alors maintenant vous tu veuillez il faut suffit de pour pouvez devez simplement"
    " là après cela l y te"
    # Spanish, Portuguese
    " y o u luego después entonces ahora primero finalmente por último debes puedes tienes que hay solo simplemente"
    " allí"
    " e ou depois então agora primeiro em seguida você deve pode basta é só lá fim pronto no final a"
    # Italian, Dutch, Polish, Scandinavian
    " poi quindi infine ora prima devi puoi basta lì per"
    " en of dan daarna vervolgens nu eerst ten slotte je u moet kunt daar"
    " i lub potem następnie teraz najpierw proszę należy możesz na koniec się"
    " och eller sedan därefter nu först du kan måste til sist så og derefter herefter først dernest deretter skal må"
    # Turkish, Russian
    " ve veya sonra ardından önce и или затем потом далее теперь сначала вы можете нужно надо необходимо".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MODAL = frozenset(
    "kann kannst können könnt könnte möchte möchten möchtest will willst wollen darf dürfen soll sollen lässt wer um"
    " kan kunt wil willen mag te om".split()
)
"""With these an infinitive at the end tells what is possible, not what to do."""
_PARTS = re.compile(
    r"[,;:!?()]|[.](?=\s|$)|\s[-–—>]\s|—"
    r"|\b(?:and|or|then|und|dann|oder|et|puis|ou|y|luego|e|depois|poi|en|dan|daarna|i|potem|następnie|och|og|sedan|ve"
    r"|и|затем|потом)\b",
    re.IGNORECASE,
)
_NO_WHAT = (
    "(?!(?:what|which|that|who|whether|if|where|it|que|qui|ce|se|si|ob|dass|was|che|dat|of|wat|czy|że|co|att|at|om)\\b)"
)
_NOT_VERBS = re.compile(
    r"(?:sign|signing)\s+up\b|(?:open|check|save|end|contact|support|note|call|text|message|mail|look|post|view|stop"
    r"|find|change|cancel|complete|note|manage|access)(?:s|ed|ing)?\s+(?:is|are|was|were|has|have|had|will|can|may"
    r"|should"
    r"|center|centre|page|policy|team|cent(?:er|re)|you|your own)\b(?! account| plan| profile)"
    rf"|\S+\s+{_NO_WHAT}(?:\S+\s+){{0,2}}(?:è|ist|est|é|jest|är|er)\b|\S+[aei]r\s+{_NO_WHAT}(?:\S+\s+){{0,2}}es\b"
    rf"|\S+\s+{_NO_WHAT}(?:\S+\s+)?is\b|\w+ (?:works?|worked|helps?|takes"
    r"|gives|says|means)\b|(?:make|let|take) (?:it|a difference|me|us)\b|go(?:es)? (?:bankrupt|on for)|(?:take"
    r"|keep)s\b|log(?:s|ging)\b"
    r"|read more|view all|see also|look(?:s|ed)? like|find out|get started|start (?:your|a) free|watch (?:the )?video",
    re.IGNORECASE,
)
_CLICK = re.compile(
    r"(?<!\bto )(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bone )(?<!\bper )(?<!\bi )(?<!\bwe )\b(?:click|tap)\b"
    r"(?! (?:is|was|of|here to read))",
    re.IGNORECASE,
)
"""Said aloud, without commas: "once you're in there click on ..."."""
_WHEN = frozenset(
    "once when after if before while wenn sobald falls nachdem une lorsque quand si cuando una se quando dopo als zodra"
    " nadat gdy po jeśli när efter om når hvis когда если после".split()
)
_LEAD = 8
_BY = re.compile(
    r"\bby (?:first )?(?:clicking|tapping|selecting|choosing|opening|going to|signing in|logging in|visiting"
    r"|navigating|turning)\b",
    re.IGNORECASE,
)
_MOST_FILLERS = 9
_LATER = 12
_ARTICLES = frozenset("the a an my your der die das le la el o il de den".split())
_IN_ORDER_TO = frozenset("to pour para per um om att for aby żeby чтобы щоб".split())
_NOT_BEFORE_YOU = frozenset(
    "where that which what how why if when because once until unless as whether before after".split()
)
_OF_YOU = frozenset("keep find use take access end read watch make report change view stop wait".split())
"""What "you" do by yourself: no step."""
_NOT_BEFORE = _ARTICLES | {"to", "can", "cannot", "zu", "pour", "para", "per", "te", "i", "we", "it", "that", "which"}
_PLACES = frozenset(
    "in on at under from within there inside near next beside im in auf unter bei oben unten rechts links dort dans"
    " sur sous"
    " depuis en bajo desde no na em su nel nella nello dal onder bovenaan onderaan w na pod på i under içinde в на"
    " под".split()
)
_ON_SCREEN = frozenset(
    "click tap press choose select open pick hit find klicken klicke wählen wähle tippen tippe öffnen öffne finden"
    " cliquez"
    " clique choisissez sélectionnez appuyez ouvrez haz haga pulsa pulse elige elija selecciona seleccione abre"
    " clicar selecione"
    " escolha toque clicca scegli seleziona tocca premi apri klik kies tik kliknij wybierz naciśnij klicka välj tryck"
    " klikk velg vælg tryk нажмите выберите откройте".split()
)
PATH = re.compile(r"\S\s+(?:>|›|»|▸|→|⇒|➔|➜|->|=>|-->)\s+\S")
"""A sign of "and from there to", as menu paths have it."""


def says_to_do(clause: str) -> bool:
    """Tell whether one clause begins (or, where the language has it so, ends) with a verb of doing."""
    clause = clause[:240]
    words = [word.lower() for word in _WORD.findall(clause)]
    begins = _begins(clause, words)
    if begins is not None:
        return begins
    if (words and words[0] in _PLACES and _acts_later(words[1:_LATER])) or _has_you(words[:_LATER]):
        return True
    if len(words) > 1 and words[-1] in _LAST and _MODAL.isdisjoint(words):
        return True
    return _is_told(clause)


def _begins(clause: str, words: list[str]) -> bool | None:
    """Tell whether a verb of doing stands first, behind words such as "then"; None where something else does."""
    if words and words[0] in _IN_ORDER_TO:
        return None
    for place, word in enumerate(words[:_MOST_FILLERS]):
        before = words[place - 1] if place else ""
        if _is_act(word) and before not in _ARTICLES and not (before == "you" and word in _OF_YOU):
            return not _NOT_VERBS.match(clause[_place(clause, place) :])
        if word not in _FILLERS:
            return None
    return None


def _is_told(clause: str) -> bool:
    """Tell whether a clause has, anywhere, what is hardly said but to be done."""
    if _CLICK.search(clause) or _BY.search(clause):
        return True
    return not clause.isascii() and any(sign in clause for sign in _UNSPACED)


def _is_act(word: str) -> bool:
    """Tell whether a word is a verb of doing, also with a pronoun behind it: `envoyez-la`."""
    return word in _FIRST or ("-" in word and word.partition("-")[0] in _FIRST)


def _has_you(words: list[str]) -> bool:
    """Tell whether a clause says that "you have to" do something, behind other words."""
    if "you" not in words or words[0] in _WHEN:
        return False
    at = words.index("you")
    if at and words[at - 1] in _NOT_BEFORE_YOU:
        return False
    rest = next((word for word in words[at + 1 :] if word not in _FILLERS), "")
    return rest in _FIRST and rest not in _OF_YOU


def _acts_later(words: list[str]) -> bool:
    """Tell whether after the name of a place comes a verb of doing: "in the menu that opens choose Settings"."""
    return any(
        word in _ON_SCREEN and (place == 0 or words[place - 1] not in _NOT_BEFORE) for place, word in enumerate(words)
    )


def _place(clause: str, number: int) -> int:
    """Return where a word of a clause begins."""
    return next(match.start() for count, match in enumerate(_WORD.finditer(clause)) if count == number)


def doings(text: str) -> int:
    """Return in how many clauses of a text something is said to do."""
    return sum(says_to_do(part) for part in _PARTS.split(text[:1200]) if part.strip()) + bool(
        len(PATH.findall(text[:600])) >= 2
    )


def begins_with_doing(text: str) -> bool:
    """Tell whether the first clause says to do something, or the one behind "under Subscription," or "after that,"."""
    parts = [part for part in _PARTS.split(text[:400]) if part.strip()]
    if not parts or says_to_do(parts[0]):
        return bool(parts)
    words = [word.lower() for word in _WORD.findall(parts[0])]
    leads_up = 0 < len(words) <= _LEAD and (words[0] in _PLACES or words[0] in _FILLERS or words[0] in _WHEN)
    return leads_up and len(parts) > 1 and says_to_do(parts[1])
