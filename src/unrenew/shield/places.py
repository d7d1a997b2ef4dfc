"""The words that point to a country: its names, towns, legal forms.

And those that point to a language, among them the words with which people are asked to call.
"""

LANGUAGES: dict[str, str] = {
    "de": "gmbh und der die das ist nicht sie ihr ihre mit für auf ein eine wie kann ich oder wir bei zum zur unter von"
    " den dem im rufen anrufen telefonisch telefonnummer rufnummer kundenservice kundendienst kundennummer"
    " erreichen kündigen kontakt uhr straße strasse öffnungszeiten impressum geschäftsführer bitte werden"
    " haben mein ihrer",
    "fr": "le la les des est vous votre pour avec une dans sur ou pas comment appeler au du en et numéro nous notre"
    " téléphone tél appelez joindre composez contacter résilier remboursement conseiller client clients"
    " service heures jours lundi vendredi rue prix appel gratuit par ce cette qui que être aux",
    "es": "el la los las de que para con una por su cómo como número llamar al puede teléfono y en del llame"
    " llámenos atención cliente horas lunes viernes calle cancelar reembolso gratuito nuestro hablar marque"
    " gratis es se sus",
    "pt": "o os as de que para com uma por seu não como você ou ligar número telefone em do da ligue atendimento"
    " cliente horas segunda sexta rua avenida cancelar reembolso gratuito fale nosso apoio ao é se mais",
    "it": "il lo gli di che per con una non come puoi numero chiama chiamare al del della sono è telefono"
    " assistenza clienti attivo tutti giorni via piazza lunedì venerdì disdire rimborso operatore nostro dal"
    " alle chiami si",
    "nl": "de het een en van voor met niet uw kunt bel ons op naar of wij bij nummer telefoon telefoonnummer"
    " klantenservice bereik bereiken opzeggen hoe ook straat maandag vrijdag gratis uur is dit u te",
    "pl": "i w na z do nie się jest lub oraz jak numer zadzwoń dla pod telefon tel infolinia czynna klienta obsługi"
    " ulica ul godziny skontaktować anulować zwrot po od to całą",
    "sv": "och att det är för på med inte du ring kan eller din av till telefon kundtjänst hjälp oss vi gatan som"
    " den ett en nummer öppet",
    "da": "og at det er for på med ikke du ring kan eller din af til dig telefon kundeservice hjælp os vi gade som"
    " den et en nummer tlf",
    "nb": "og at det er for på med ikke du ring kan eller din av til deg telefon kundeservice hjelp oss vi gate som"
    " den et en nummer tlf",
    "fi": "ja on ei että tai soita voit numeroon puhelin asiakaspalvelu puhelinnumero palvelee me katu numero ota"
    " yhteyttä",
    "cs": "a je na se že nebo pro volejte zavolejte číslo jak s do zákaznická telefon linka linku ulice zrušit podpora",
    "hu": "a az és hogy nem vagy hívja hívjon telefonszám telefon ügyfélszolgálat egy utca számot lemondás",
    "ro": "și si la cu pentru nu este sau sunați număr numărul din în telefon clienți strada anulare apelați",
    "tr": "ve bir için ile bu arayın numara numarasını veya müşteri hizmetleri telefon iptal destek hattı nasıl cad"
    " sok",
    "hr": "i je na se za ili nazovite pozovite broj kako korisnička telefon ulica podrška",
    "id": "dan yang untuk dengan anda atau hubungi nomor kami di ke dari layanan pelanggan telepon jalan bantuan",
    "vi": "và của cho bạn gọi số hoặc được khách hàng điện thoại hỗ trợ",
    "hi-Latn": "ke liye karein par hai aap ka ki ko se nahi kaise kya paisa wapas sahayata",
    "tl": "ang ng sa mga tumawag para kung ito po",
}
"""Language to its frequent words."""

SPOKEN: dict[str, tuple[str, ...]] = {
    "de": ("DE", "AT", "CH"),
    "fr": ("FR", "BE", "CH"),
    "es": ("ES", "MX", "AR", "CO", "CL", "PE"),
    "pt": ("BR", "PT"),
    "it": ("IT", "CH"),
    "nl": ("NL", "BE"),
    "pl": ("PL",),
    "sv": ("SE",),
    "da": ("DK",),
    "nb": ("NO",),
    "fi": ("FI",),
    "cs": ("CZ", "SK"),
    "hu": ("HU",),
    "ro": ("RO",),
    "tr": ("TR",),
    "hr": ("HR", "RS", "SI"),
    "id": ("ID",),
    "vi": ("VN",),
    "hi-Latn": ("IN",),
    "tl": ("PH",),
}
"""Language to the countries where it is spoken, the likeliest first."""

ENGLISH = frozenset("the and of to you your is for with or can how we our a in at on".split())

PLACES: dict[str, str] = {
    "IN": "india indian भारत delhi mumbai bangalore bengaluru gurgaon gurugram chennai kolkata hyderabad pune noida"
    " jaipur lucknow goa ahmedabad dehradun chandigarh rupees inr paytm upi escorts lakh crore gstin aadhaar"
    " pvt",
    "GB": "uk britain british england london scotland wales manchester leeds birmingham bristol liverpool gbp"
    " edinburgh glasgow cardiff belfast vereinigtes royaume",
    "AU": "australia australian sydney melbourne brisbane perth adelaide queensland nsw aest aedt telstra aud pty abn",
    "NZ": "zealand auckland wellington christchurch nzd",
    "IE": "ireland irish éire dublin cork galway eircode",
    "ZA": "africa johannesburg durban pretoria capetown gauteng zar",
    "SG": "singapore sgd",
    "MY": "malaysia kuala lumpur penang sdn bhd",
    "PH": "philippines manila cebu pilipinas",
    "PK": "pakistan karachi lahore islamabad",
    "BD": "bangladesh dhaka বাংলাদেশ",
    "LK": "colombo lanka",
    "NP": "nepal kathmandu",
    "NG": "nigeria lagos abuja naira",
    "KE": "kenya nairobi mpesa",
    "GH": "ghana accra",
    "UG": "uganda kampala",
    "TZ": "tanzania",
    "EG": "egypt cairo مصر القاهرة",
    "MA": "morocco maroc casablanca المغرب",
    "AE": "dubai emirates abu sharjah uae الإمارات دبي",
    "SA": "saudi riyadh jeddah السعودية الرياض",
    "QA": "qatar doha قطر",
    "KW": "kuwait الكويت",
    "IL": "israel ישראל jerusalem aviv haifa",
    "TH": "thailand bangkok",
    "VN": "vietnam hanoi saigon",
    "ID": "indonesia jakarta",
    "HK": "hong kong",
    "TW": "taiwan taipei",
    "KR": "korea korean seoul",
    "JP": "japan tokyo osaka",
    "CN": "china beijing shanghai",
    "MX": "méxico mexico cdmx guadalajara monterrey",
    "AR": "argentina buenos",
    "CL": "chile santiago",
    "CO": "colombia bogotá bogota medellín",
    "PE": "perú peru lima",
    "EC": "ecuador quito guayaquil",
    "VE": "venezuela caracas",
    "UY": "uruguay montevideo",
    "AT": "österreich wien austria vienna graz salzburg linz",
    "CH": "schweiz suisse svizzera switzerland zürich zurich genève bern basel",
    "BE": "belgique belgië belgium bruxelles brussel brussels antwerpen",
    "LU": "luxembourg luxemburg",
    "DE": "deutschland germany berlin münchen hamburg frankfurt köln stuttgart düsseldorf leipzig allemagne",
    "FR": "france paris lyon marseille sarl siret siren frankreich",
    "ES": "españa spain madrid barcelona valencia sevilla cif",
    "PT": "portugal lisboa lisbon porto lda",
    "BR": "brasil brazil paulo janeiro brasília cnpj cpf ltda",
    "IT": "italia italy roma milano torino napoli srl piva",
    "NL": "nederland netherlands amsterdam rotterdam utrecht kvk",
    "PL": "polska poland warszawa kraków wrocław poznań gdańsk regon pesel krs",
    "CZ": "česko czech praha brno ostrava ičo dič",
    "SK": "slovensko slovakia bratislava košice",
    "HU": "magyarország hungary budapest kft zrt",
    "RO": "românia romania bucurești cluj",
    "BG": "българия bulgaria софия sofia",
    "GR": "ελλάδα greece αθήνα θεσσαλονίκη athens",
    "TR": "türkiye turkey istanbul i̇stanbul ankara izmir",
    "SE": "sverige sweden stockholm göteborg malmö",
    "NO": "norge norway oslo bergen trondheim",
    "DK": "danmark denmark københavn aarhus aps cvr",
    "FI": "suomi finland helsinki tampere oy oyj espoo",
    "HR": "hrvatska croatia zagreb oib",
    "RS": "srbija serbia beograd",
    "SI": "slovenija slovenia ljubljana",
    "LT": "lietuva lithuania vilnius uab",
    "LV": "latvija latvia rīga riga",
    "EE": "eesti estonia tallinn",
    "RU": "россия russia москва петербург ооо инн огрн",
    "UA": "україна украина ukraine київ киев харків львів одеса тов",
    "BY": "беларусь belarus минск",
    "KZ": "казахстан kazakhstan алматы almaty астана",
}
"""Country to its names, towns and legal forms, in lower case."""

FORMS: dict[str, str] = {
    "s.r.l": "IT",
    "s.p.a": "IT",
    "sp. z o.o": "PL",
    "s.r.o": "CZ",
    "a.ş": "TR",
    "b.v.": "NL",
    "s.l.": "ES",
    "de c.v": "MX",
    "d.o.o": "HR",
    "y-tunnus": "FI",
    "org.nr": "SE",
    "(pty)": "ZA",
    **dict.fromkeys("株式会社 日本 東京 大阪 京都 名古屋 横浜 福岡 札幌".split(), "JP"),
    **dict.fromkeys("有限公司 中国 北京 上海 广州 深圳 杭州".split(), "CN"),
    **dict.fromkeys("台灣 臺灣 台北 高雄".split(), "TW"),
    **dict.fromkeys("香港 九龍".split(), "HK"),
    **dict.fromkeys("서울 부산 대한민국".split(), "KR"),
}
"""Legal forms with dots between their letters, and names in scripts without spaces."""

LETTERS: dict[str, tuple[str, ...]] = {
    "ß": ("DE", "AT"),
    "ł": ("PL",),
    "ń": ("PL",),
    "ę": ("PL", "LT"),
    "ř": ("CZ",),
    "ů": ("CZ",),
    "ľ": ("SK",),
    "ő": ("HU",),
    "ű": ("HU",),
    "ț": ("RO",),
    "ă": ("RO", "VN"),
    "ğ": ("TR",),
    "ı": ("TR",),
    "ø": ("DK", "NO"),
    "å": ("SE", "NO", "DK"),
    "¿": ("ES", "MX"),
    "ñ": ("ES", "MX"),
    "ã": ("BR", "PT"),
    "õ": ("BR", "PT", "EE"),
    "đ": ("HR", "VN"),
    "і": ("UA",),
    "ї": ("UA",),
    "є": ("UA",),
}
"""Letters that few languages have."""
