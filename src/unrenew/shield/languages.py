"""Languages by their frequent words, and where each is spoken."""

LANGUAGES: dict[str, str] = {
    "de": (
        "telefon gmbh und der die das ist nicht sie ihr ihre mit für auf ein eine wie kann ich oder wir bei zum zur "
        "unter von den dem im rufen anrufen telefonisch telefonnummer rufnummer kundenservice kundendienst "
        "kundennummer erreichen kündigen kontakt uhr straße strasse öffnungszeiten impressum geschäftsführer "
        "bitte werden haben mein ihrer hausverwaltung notdienst praxis arzt zahnarzt rechtsanwalt termine "
        "termin sprechzeiten bürozeiten montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi "
        "do fr sa täglich anfragen zimmer wohnung miete angebot preis ab bis nach vereinbarung verein "
        "ferienwohnung rohrreinigung schlüsseldienst kredit sofort ohne schufa nur jetzt neu kostenlos auch "
        "mehr sich wird hat sind war als aber wenn noch über durch gegen seit ihren unser unsere euch konto "
        "beitrag anlage nr stadt gemeinde rathaus bürgeramt telefax"
    ),
    "fr": (
        "le la les des est vous votre pour avec une dans sur ou pas comment appeler au du en et numéro nous "
        "notre téléphone tél appelez joindre composez contacter résilier remboursement conseiller client "
        "clients heures jours lundi vendredi rue prix appel gratuit par ce cette qui que être aux accueil "
        "mairie ouvert fermé samedi dimanche mardi mercredi jeudi matin soir mois année vos leur leurs sans "
        "chez plus très bien faire fait sont ont était cabinet médecin dentiste avocat rendez renseignements "
        "horaires maison voyance plombier serrurier dépannage devis ville place avenue bibliothèque compte "
        "bancaire carte virement bonjour madame monsieur objet suite sous"
    ),
    "es": (
        "el la los las de que para con una por su cómo como número llamar al puede teléfono y en del llame "
        "llámenos atención cliente horas lunes viernes calle cancelar reembolso gratuito nuestro hablar "
        "marque gratis es se sus abierto cerrado martes miércoles jueves sábado domingo mañana tarde tienda "
        "venta precio precios barrio ciudad avenida consulta consultas clínica abogado dentista médico "
        "reservas reservar taller servicio servicios entrega domicilio oferta todos todas sin sobre entre "
        "hasta desde muy más pero este esta son hay usted ustedes nosotros teléfonos celular cel whatsapp "
        "correo contacto visita presupuesto seguro cita empresa información"
    ),
    "pt": (
        "o os as de que para com uma por seu não como você ou ligar número telefone em do da ligue "
        "atendimento cliente horas segunda sexta rua avenida cancelar reembolso gratuito fale nosso apoio ao "
        "é se mais aberto fechado terça quarta quinta sábado domingo manhã tarde loja venda preço preços "
        "bairro cidade consulta clínica advogado dentista médico reservas oficina serviço serviços entrega "
        "oferta todos todas sem sobre entre até desde muito mas este esta são há vocês nós telefones celular "
        "cel zap correio contato contacto visita orçamento empresa informações morada freguesia câmara"
    ),
    "it": (
        "il lo gli di che per con una non puoi numero chiama chiamare al del della sono è telefono "
        "assistenza clienti attivo tutti giorni via piazza lunedì venerdì disdire rimborso operatore nostro "
        "dal alle chiami si aperto chiuso martedì mercoledì giovedì sabato domenica mattina negozio vendita "
        "prezzo prezzi quartiere città studio avvocato dentista medico prenotare prenotazioni officina "
        "servizio servizi consegna offerta senza sopra fino dalle molto più ma questo questa noi telefoni "
        "cellulare posta contatti visita preventivo azienda informazioni doppia ufficio comune provincia "
        "sede legale p iva"
    ),
    "nl": (
        "de het een en van voor met niet uw kunt bel ons op naar of wij bij nummer telefoon telefoonnummer "
        "klantenservice bereik bereiken opzeggen hoe ook straat maandag vrijdag gratis uur is dit u te "
        "openingstijden gesloten dinsdag woensdag donderdag zaterdag zondag ma wo vr za zo praktijk tandarts "
        "tandartspraktijk huisarts advocaat winkel prijs prijzen wijk stad afspraak afspraken spoed buiten "
        "via zonder over tot vanaf veel meer maar deze zijn heeft hebben worden wordt onze jullie adres "
        "gemeente bibliotheek bedrijf informatie tussen graag per bellen"
    ),
    "pl": (
        "i w na z do nie się jest lub oraz jak numer zadzwoń dla pod telefon infolinia czynna klienta "
        "obsługi ulica ul godziny skontaktować anulować zwrot po od to całą otwarte czynne zamknięte "
        "poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt godz rano sklep "
        "sprzedaż cena ceny dzielnica miasto przychodnia lekarz stomatolog adwokat kancelaria rejestracja "
        "usługi oferta wszystkie bez nad między bardzo więcej ale ten ta są mamy państwo nasz nasza kontakt "
        "adres poczta firma informacje urząd sekretariat kom"
    ),
    "sv": (
        "hej jag mig dig vill ska kunde varit svensk svenska "
        "och att det är för på med inte du ring kan eller din av till telefon kundtjänst hjälp oss vi gatan "
        "som den ett en nummer öppet öppettider stängt måndag tisdag onsdag torsdag fredag lördag söndag mån "
        "tis ons tor fre lör sön kl butik pris priser stad läkare tandläkare advokat boka bokning tjänst "
        "tjänster erbjudande alla utan över mellan från mycket mer men denna detta har vår våra växel "
        "telefonväxel faxnummer adress e kommun företag information bibliotek jour vardagar svarar "
        "ämbetsverkets"
    ),
    "da": (
        "udstyr omgående efter mellem sådan gøre nye uden udenfor styrelsen region "
        "hej jeg mig dig vil skal kunne været dansk "
        "og at det er for på med ikke du ring kan eller din af til dig telefon kundeservice hjælp os vi gade "
        "som den et en nummer tlf åbningstider åbent lukket mandag tirsdag onsdag torsdag fredag lørdag "
        "søndag kl butik pris priser by læge tandlæge advokat bestil tilbud alle uden over mellem fra meget "
        "mere men denne dette har vores adresse kommune firma oplysninger bibliotek hverdage vagt"
    ),
    "nb": (
        "utstyr umiddelbart etter mellom slik gjøre nå nye uten utenfor tilsynet mattilsynet fylke "
        "hei jeg meg deg norsk skal vil kunne vært berre ikkje frå eg kva kvar noko vere nokon hjå "
        "og at det er for på med ikke du ring kan eller din av til deg telefon kundeservice hjelp oss vi "
        "gate som den et en nummer tlf åpningstider åpent stengt mandag tirsdag onsdag torsdag fredag lørdag "
        "søndag kl butikk pris priser by lege tannlege advokat bestill tjenester tilbud alle uten over "
        "mellom fra mye mer men denne dette har våre adresse kommune firma opplysninger bibliotek hverdager "
        "vakt"
    ),
    "fi": (
        "ja on ei että tai soita voit numeroon puhelin asiakaspalvelu puhelinnumero palvelee me katu numero "
        "ota yhteyttä avoinna suljettu maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai ma "
        "ti ke pe klo kauppa hinta hinnat kaupunki lääkäri hammaslääkäri asianajaja varaa ajanvaraus "
        "palvelut tarjous kaikki ilman yli välillä hyvin lisää mutta tämä olemme osoite sähköposti kunta "
        "yritys tiedot kirjasto vaihde puh päivystys arkisin"
    ),
    "cs": (
        "a je na se že nebo pro volejte zavolejte číslo jak s do zákaznická telefon linka linku ulice zrušit "
        "podpora otevřeno zavřeno pondělí úterý středa čtvrtek pátek sobota neděle po út st čt pá so ne hod "
        "obchod prodej cena ceny město lékař zubař advokát objednat objednávky služby nabídka všechny bez "
        "nad mezi od velmi více ale tento tato jsou máme vás náš naše kontakt adresa pošta firma informace "
        "úřad ordinace"
    ),
    "hu": (
        "a az és hogy nem vagy hívja hívjon telefonszám telefon ügyfélszolgálat egy utca számot lemondás "
        "nyitva zárva hétfő kedd szerda csütörtök péntek szombat vasárnap óra bolt ár árak város orvos "
        "fogorvos ügyvéd foglalás időpont szolgáltatás ajánlat minden nélkül fölött között nagyon több de ez "
        "vagyunk önök cím posta cég információ hivatal rendelő kerület u ig kérjük"
    ),
    "ro": (
        "și si la cu pentru nu este sau sunați număr numărul din în telefon clienți strada anulare apelați "
        "deschis închis luni marți miercuri joi vineri sâmbătă duminică orele magazin vânzare preț prețuri "
        "oraș medic stomatolog avocat cabinet programări servicii ofertă toate fără peste între de foarte "
        "mai dar acest această suntem avem dumneavoastră noastre adresa poștă firma informații primăria "
        "sector vă rugăm"
    ),
    "tr": (
        "ve bir için ile bu arayın numara numarasını veya müşteri hizmetleri telefon iptal destek hattı "
        "nasıl cad sok açık kapalı pazartesi salı çarşamba perşembe cuma cumartesi pazar hafta içi saat "
        "mağaza satış fiyat fiyatlar şehir doktor avukat randevu hizmet teklif tüm olmadan arası çok daha "
        "ama biz siz iletişim adres posta şirket bilgi belediye kütüphane faks sokak mahalle mah no gibi "
        "olan olarak kadar sonra"
    ),
    "hr": (
        "i je na se za ili nazovite pozovite broj kako korisnička telefon ulica podrška otvoreno zatvoreno "
        "ponedjeljak utorak srijeda četvrtak petak subota nedjelja sati radno vrijeme trgovina prodaja "
        "cijena cijene grad liječnik zubar odvjetnik naručivanje usluge ponuda sve bez iznad između od vrlo "
        "više ali ovaj ova su imamo vas naš naša kontakt adresa pošta tvrtka informacije ured dom zdravlja "
        "kod"
    ),
    "id": (
        "dan yang untuk dengan anda atau hubungi nomor kami di ke dari layanan pelanggan telepon jalan "
        "bantuan jln lantai kode selatan utara barat timur komplek penjual pusat cara bulan telat aman ampuh "
        "klinik jual obat harga murah terpercaya asli pesan beli toko alamat kota wa hub hp telp tlp jl no "
        "rp juta ribu gratis ongkir cod bisa ada ini itu akan sudah tidak juga lebih pada dalam adalah "
        "karena agar saya kita mereka hari minggu senin selasa rabu kamis jumat sabtu buka tutup jam apotik "
        "dinas kantor gedung badan kabupaten provinsi kecamatan daerah pendapatan madu penyubur kandungan "
        "sekarang paket jasa sewa rumah"
    ),
    "vi": (
        "và của cho bạn gọi số hoặc được khách hàng điện thoại hỗ trợ nhà địa chỉ công ty giá rẻ bán mua "
        "liên hệ thành phố quận huyện phường đường zalo uy tín miễn phí giờ ngày thứ hai chủ nhật mở cửa bác "
        "sĩ phòng khám luật sư dịch vụ không có này những các một người trong ra về"
    ),
    "hi-Latn": (
        "ke liye karein par hai aap ka ki ko se nahi kaise kya paisa wapas sahayata mein hain nahin karen "
        "hoga aapke hamare sampark seva bhugtan khata turant"
    ),
    "tl": (
        "ang ng sa mga tumawag para kung ito po na ay at hindi kami tayo ninyo presyo bayan lungsod barangay "
        "bukas sarado oras"
    ),
    "sk": (
        "otvorené zatvorené pondelok utorok streda štvrtok piatok sobota nedeľa ut st št pi so hod obchod "
        "predaj cena ceny mesto lekár zubár advokát objednať služby ponuka všetky bez nad medzi od veľmi "
        "viac ale tento táto sú máme vás náš naše kontakt adresa pošta firma informácie úrad ambulancia a je "
        "na sa že pre volajte zavolajte číslo ako linka zákaznícka"
    ),
    "sr": (
        "otvoreno zatvoreno ponedeljak utorak sreda četvrtak petak subota nedelja časova radno vreme "
        "prodavnica prodaja cena cene grad lekar zubar advokat zakazivanje usluge ponuda sve bez iznad "
        "između od veoma više ali ovaj ova su imamo vas naš naša kontakt adresa pošta firma informacije kod"
    ),
    "sl": (
        "odprto zaprto ponedeljek torek sreda četrtek petek sobota nedelja ura trgovina prodaja cena cene "
        "mesto zdravnik zobozdravnik odvetnik naročanje storitve ponudba vse brez nad med od zelo več ampak "
        "ta so imamo vas naš naša kontakt naslov pošta podjetje informacije urad pokličite številka in je na "
        "se da za ali kako telefonska"
    ),
    "lt": (
        "dirbame uždaryta pirmadienis antradienis trečiadienis ketvirtadienis penktadienis val parduotuvė "
        "kaina kainos miestas gydytojas advokatas paslaugos pasiūlymas visi be ir yra su iš į nuo iki kad "
        "tai jūsų mūsų kontaktai adresas paštas įmonė informacija skambinkite numeris telefonas"
    ),
    "lv": (
        "atvērts slēgts pirmdiena otrdiena trešdiena ceturtdiena piektdiena veikals cena cenas pilsēta ārsts "
        "advokāts pakalpojumi piedāvājums visi bez un ir ar no uz līdz ka tas jūsu mūsu kontakti adrese "
        "pasts uzņēmums informācija zvaniet numurs tālrunis darba laiks"
    ),
    "et": (
        "avatud suletud esmaspäev teisipäev kolmapäev neljapäev reede pood hind hinnad linn arst advokaat "
        "teenused pakkumine kõik ilma ja on ei et see ning meie teie kontakt aadress ettevõte helistage "
        "telefon kool rattakool kursus kell"
    ),
    "ca": (
        "obert tancat dilluns dimarts dimecres dijous divendres dissabte diumenge hores botiga preu preus "
        "ciutat metge advocat reserves serveis oferta tots sense sobre entre fins des molt més però aquest "
        "aquesta són hi ha nosaltres telèfons mòbil correu contacte adreça empresa informació ajuntament "
        "truca trucar trucada número amb els les i la el que per teva l u"
    ),
    "ms": (
        "isnin selasa rabu khamis jumaat sabtu ahad pagi petang buka tutup klinik pergigian kedai harga "
        "murah alamat bandar jalan taman lorong sila hubungi untuk dan yang dengan anda atau kami di ke dari "
        "ini itu ada boleh tidak juga lebih daripada pada dalam ialah kerana saya mereka hari rm percuma "
        "pejabat"
    ),
    "sw": (
        "na ya wa kwa ni katika piga simu nambari huduma wateja bei duka mji saa jumatatu jumanne jumatano "
        "alhamisi ijumaa jumamosi jumapili wazi sisi wewe karibu bila"
    ),
    "af": (
        "en die van vir met nie is het ons u of by op na telefoon nommer bel ure maandag dinsdag woensdag "
        "donderdag vrydag oop gesluit prys winkel dokter afspraak"
    ),
    "sq": (
        "dhe të për me një në nga si është jemi telefoni numri telefononi orari hapur mbyllur e hënë çmimi "
        "qyteti mjeku avokati shërbime"
    ),
    "az": ("və bir üçün ilə bu zəng edin nömrə müştəri xidməti telefon ünvan şəhər qiymət saat həkim"),
    "is": (
        "og að það er fyrir á með ekki þú hringdu eða sími símanúmer opið lokað götu reykjavík "
        "kópavogur mánudag þriðjudag verð þjónusta"
    ),
    "fa": ("شماره تلفن تماس است برای این که را در با به از خاله خدمات قیمت بگیرید می های ها و یا شما ما"),
    "ar": (
        "في من على إلى عن هذا مع أو التي الذي رقم للتواصل اتصل هاتف واتساب الواتساب خدمة شركة افضل سعر جوال "
        "العملاء لدينا نحن و يوجد للبيع للطلب توصيل"
    ),
    "ur": ("ہے کے کی کا میں سے پر کو اور یہ فون کریں نمبر رابطہ"),
    "he": ("של את על לא זה עם או טלפון להתקשר מספר שירות לקוחות רחוב שעות"),
    "hi": ("ह क म स पर और यह फ न कर बर"),
    "ru": (
        "и в не на что как для по с вы мы или это от до из наш ваш звоните телефон номер тел часы работы "
        "понедельник пн вт ср чт пт сб вс цена цены город ул улица адрес руб бесплатно услуги врач клиника"
    ),
    "uk": (
        "і в не на що як для по з ви ми або це від до із наш ваш дзвоніть телефон номер тел години роботи "
        "понеділок пн вт ср чт пт сб нд ціна ціни місто вул вулиця адреса грн безкоштовно послуги лікар "
        "клініка у та щоб консультація"
    ),
    "bg": (
        "и в не на че как за по с вие ние или това от до наш ваш обадете телефон номер тел работно време "
        "понеделник цена цени град ул улица адрес лв безплатно услуги лекар се са"
    ),
    "mk": (
        "и во не на дека како за по со вие ние или ова од до наш ваш јавете телефон број тел работно време "
        "понеделник цена град ул адреса ден се"
    ),
    "kk": ("және бұл үшін мен біз сіз қоңырау телефон нөмір баға қала мекенжай"),
    "el": (
        "και το να για με της του στην στο από είναι θα τα οι τηλ ώρες δευτέρα τιμή πόλη οδός διεύθυνση "
        "γιατρός υπηρεσίες"
    ),
}
"""Language to its frequent words, among them those of pages that say how to reach somebody, in lower case."""

SPOKEN: dict[str, tuple[str, ...]] = {
    "de": (
        "DE",
        "AT",
        "CH",
    ),
    "fr": (
        "FR",
        "BE",
        "CH",
    ),
    "es": (
        "ES",
        "MX",
        "AR",
        "CO",
        "CL",
        "PE",
    ),
    "pt": (
        "BR",
        "PT",
    ),
    "it": (
        "IT",
        "CH",
    ),
    "nl": (
        "NL",
        "BE",
    ),
    "pl": ("PL",),
    "sv": (
        "SE",
        "FI",
    ),
    "da": ("DK",),
    "nb": ("NO",),
    "fi": ("FI",),
    "cs": ("CZ",),
    "hu": ("HU",),
    "ro": (
        "RO",
        "MD",
    ),
    "tr": ("TR",),
    "hr": (
        "HR",
        "BA",
        "RS",
    ),
    "id": ("ID",),
    "vi": ("VN",),
    "hi-Latn": ("IN",),
    "tl": ("PH",),
    "fa": (
        "IR",
        "AF",
    ),
    "ar": (
        "SA",
        "AE",
        "EG",
        "KW",
        "QA",
        "OM",
        "JO",
        "MA",
    ),
    "ur": ("PK",),
    "he": ("IL",),
    "hi": ("IN",),
    "sk": ("SK",),
    "sr": (
        "RS",
        "BA",
        "ME",
    ),
    "sl": ("SI",),
    "lt": ("LT",),
    "lv": ("LV",),
    "et": ("EE",),
    "ca": (
        "ES",
        "AD",
    ),
    "ms": (
        "MY",
        "SG",
        "BN",
    ),
    "sw": (
        "KE",
        "TZ",
        "UG",
    ),
    "af": (
        "ZA",
        "NA",
    ),
    "sq": (
        "AL",
        "XK",
    ),
    "az": ("AZ",),
    "is": ("IS",),
    "ru": (
        "RU",
        "KZ",
        "BY",
        "UA",
    ),
    "uk": ("UA",),
    "bg": ("BG",),
    "mk": ("MK",),
    "kk": ("KZ",),
    "el": (
        "GR",
        "CY",
    ),
}
"""Language to the countries where it is spoken, the likeliest first."""

ENGLISH = frozenset(
    (
        "the and of to you your is for with or can how we our a in at on it this that from by be are was "
        "have has not if but as an they their will all any no more than when please us here there which who "
        "what get new us about up out so do does my me he she his her its been would one into over only also "
        "after before between through during each other some such these those then them"
    ).split()
)
