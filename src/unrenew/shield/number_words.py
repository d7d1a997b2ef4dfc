"""The words for numbers below a thousand, in some sixty languages."""

import unicodedata
from functools import cache

_UNITS: dict[str, str] = {
    "en": "zero/oh/o/nought/naught/null/zeero/zerro/ziro/xero one/won/wun/wan/onne"
    " two/too/tow three/tree/thre/tri/thee/thrie four/fower/fore/foor/foar/fuor"
    " five/fife/fiv/fyve/fiev/faiv/fivve six/sicks/siks/sixx/sics/sicx seven/sevin/sevn/seben/sevan/sevven/svn/sewen"
    " eight/ait/ate/eigt/eigth/aight/eihgt/ayt nine/niner/nyne/nein/nien/nain/nin/niine",
    "de": "null eins/ein/eine zwei/zwo drei vier fünf/fuenf/funf sechs sieben acht neun",
    "fr": "zéro/zero un/une deux trois quatre cinq six sept huit neuf",
    "es": "cero uno/un/una dos tres cuatro cinco seis siete ocho nueve",
    "pt": "zero um/uma dois/duas três/tres quatro cinco seis/meia sete oito nove",
    "it": "zero uno due tre/tré quattro cinque sei sette otto nove",
    "nl": "nul een/één twee/twe drie vier vijf zes zeven acht negen",
    "sv": "noll en/ett två/tva tre fyra fem sex sju åtta/atta nio",
    "da": "nul en/et to tre fire fem seks syv otte ni",
    "no": "null en/ett to tre fire fem seks sju/syv åtte/atte ni",
    "is": "núll einn/eitt tveir/tvö þrír/þrjú fjórir/fjögur fimm sex sjö átta níu",
    "fi": "nolla yksi kaksi kolme neljä/nelja viisi kuusi seitsemän/seitseman kahdeksan yhdeksän/yhdeksan",
    "et": "null üks kaks kolm neli viis kuus seitse kaheksa üheksa",
    "lv": "nulle viens divi trīs/tris četri/cetri pieci seši/sesi septiņi/septini astoņi/astoni deviņi/devini",
    "lt": "nulis vienas du trys keturi penki šeši/sesi septyni aštuoni/astuoni devyni",
    "pl": "zero jeden/raz dwa trzy cztery pięć/piec sześć/szesc siedem osiem dziewięć/dziewiec",
    "cs": "nula jedna/jeden dva/dvě tři/tri čtyři/ctyri pět/pet šest/sest sedm osm devět/devet",
    "sk": "nula jeden/jedna dva/dve tri štyri/styri päť/pat šesť/sest sedem osem deväť/devat",
    "sl": "nič/nula ena/eden dve/dva tri štiri/stiri pet šest/sest sedem osem devet",
    "hu": "nulla egy kettő/ketto/két három/harom négy/negy öt/ot hat hét/het nyolc kilenc",
    "ro": "zero unu/una doi/două/doua trei patru cinci șase/sase/şase șapte/sapte/şapte opt nouă/noua",
    "hr": "nula jedan/jedna dva/dvije tri četiri/cetiri pet šest/sest sedam osam devet",
    "sq": "zero një/nje dy tre katër/kater pesë/pese gjashtë/gjashte shtatë/shtate tetë/tete nëntë/nente",
    "tr": "sıfır/sifir bir iki üç/uc dört/dort beş/bes altı/alti yedi sekiz dokuz",
    "az": "sıfır bir iki üç dörd beş altı yeddi səkkiz doqquz",
    "ca": "zero u/un/una dos/dues tres quatre cinc sis set vuit nou",
    "gl": "cero un/unha dous/dúas tres catro cinco seis sete oito nove",
    "eu": "zero bat bi hiru lau bost sei zazpi zortzi bederatzi",
    "af": "nul een twee drie vier vyf ses sewe agt nege",
    "ru": "ноль/нуль один/одна два/две три четыре пять шесть семь восемь девять",
    "uk": "нуль один/одна два/дві три чотири п'ять/пять/п’ять шість сім вісім дев'ять/девять/дев’ять",
    "bg": "нула едно/един две/два три четири пет шест седем осем девет",
    "sr": "нула један два/две три четири пет шест седам осам девет",
    "kk": "нөл бір екі үш төрт бес алты жеті сегіз тоғыз",
    "el": "μηδέν/μηδεν ένα/ενα δύο/δυο τρία/τρια τέσσερα/τεσσερα πέντε/πεντε έξι/εξι"
    " επτά/εφτά/επτα οκτώ/οχτώ/οκτω εννέα/εννιά/εννεα",
    "hy": "զրո մեկ երկու երեք չորս հինգ վեց յոթ ութ ինը",
    "ka": "ნული ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა",
    "hi": "शून्य/ज़ीरो/जीरो/सिफर एक/वन दो/टू तीन/थ्री चार/फोर पांच/पाँच/फाइव छह/छः/छै/छे/सिक्स सात/सेवन आठ/एट नौ/नाइन",
    "hi-Latn": "shunya/zeero/sifar ek do teen/tin char/chaar paanch/panch chhe/chhah/cheh/che saat/sat aath/aat nau",
    "mr": "शून्य एक दोन तीन चार पाच सहा सात आठ नऊ",
    "bn": "শূন্য/জিরো এক/ওয়ান দুই/দু/টু তিন/থ্রি চার/ফোর পাঁচ/ফাইভ ছয়/ছয়/সিক্স সাত/সেভেন আট/এইট নয়/নয়/নাইন",
    "gu": "શૂન્ય/ઝીરો એક બે ત્રણ ચાર પાંચ છ/છે સાત આઠ નવ",
    "pa": "ਸਿਫ਼ਰ/ਸਿਫਰ/ਜ਼ੀਰੋ ਇੱਕ/ਇਕ ਦੋ ਤਿੰਨ ਚਾਰ ਪੰਜ ਛੇ ਸੱਤ ਅੱਠ ਨੌਂ/ਨੌ",
    "ta": "பூஜ்ஜியம்/பூஜ்யம்/சுழியம்/சைபர் ஒன்று/ஒண்ணு இரண்டு/ரெண்டு மூன்று/மூணு நான்கு/நாலு ஐந்து/அஞ்சு ஆறு ஏழு எட்டு ஒன்பது",
    "te": "సున్నా/జీరో ఒకటి రెండు మూడు నాలుగు ఐదు ఆరు ఏడు ఎనిమిది తొమ్మిది",
    "ur": "صفر/زیرو ایک دو تین چار پانچ چھ/چھے/چھہ سات آٹھ نو",
    "fa": "صفر یک دو سه چهار/چار پنج شش/شیش هفت هشت نه",
    "ar": "صفر واحد/واحدة اثنان/اثنين/إثنان/اتنين ثلاثة/ثلاث/تلاتة أربعة/اربعة/أربع/اربع خمسة/خمس ستة/ست"
    " سبعة/سبع ثمانية/ثمان/ثماني/تمانية تسعة/تسع",
    "he": "אפס אחת/אחד שתיים/שניים/שתים/שתי שלוש/שלושה ארבע/ארבעה חמש/חמישה שש/שישה שבע/שבעה שמונה תשע/תשעה",
    "id": "nol/kosong satu dua tiga empat lima enam tujuh delapan/lapan sembilan",
    "vi": "không/khong một/mot/mốt hai ba bốn/bon/tư năm/nam/lăm sáu/sau bảy/bay/bẩy tám/tam chín/chin",
    "tl": "sero/zero isa dalawa tatlo apat lima anim pito walo siyam",
    "sw": "sifuri moja mbili tatu nne tano sita saba nane tisa",
    "pinyin": "ling/dong yi/yao er/liang san si wu liu qi ba jiu",
    "th": "ศูนย์ หนึ่ง สอง/โท สาม สี่ ห้า หก เจ็ด แปด เก้า",
    "ko": "공/영/제로 일/하나 이/둘 삼/셋 사/넷 오/다섯 육/륙/여섯 칠/일곱 팔/여덟 구/아홉",
    "zh": "〇/零/○/洞 一/幺/壹/〡 二/贰/貳/两/兩/〢 三/叁/參/〣 四/肆/〤 五/伍/〥 六/陆/陸/〦 七/柒/〧 八/捌/〨"
    " 九/玖/〩",
    "ja": "ゼロ/れい/まる/レイ/マル いち/イチ にー/ニー/に/ニ さん/サン よん/ヨン/し/シ"
    " ごー/ゴー/ご/ゴ ろく/ロク なな/ナナ/しち/シチ"
    " はち/ハチ きゅう/キュウ/く/ク",
}
"""Zero to nine; alternatives are separated by a slash."""

_ABOVE_NINE: dict[str, str] = {
    "en": "ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18"
    " nineteen=19 twenty=20 thirty=30 forty=40 fourty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90",
    "de": "zehn=10 elf=11 zwölf=12 zwoelf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18"
    " neunzehn=19 zwanzig=20 dreißig=30 dreissig=30 vierzig=40 fünfzig=50 fuenfzig=50 sechzig=60 siebzig=70"
    " achtzig=80 neunzig=90",
    "fr": "dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 dix-sept=17 dix-huit=18 dix-neuf=19"
    " vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 quatre-vingt=80 quatre-vingts=80 huitante=80"
    " octante=80 nonante=90",
    "es": "diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 dieciseis=16 diecisiete=17 dieciocho=18"
    " diecinueve=19 veinte=20 veintiuno=21 veintiún=21 veintidós=22 veintidos=22 veintitrés=23 veintitres=23"
    " veinticuatro=24 veinticinco=25 veintiséis=26 veintiseis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30"
    " cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200"
    " trescientos=300 cuatrocientos=400 quinientos=500 seiscientos=600 setecientos=700 ochocientos=800 novecientos=900",
    "pt": "dez=10 onze=11 doze=12 treze=13 catorze=14 quatorze=14 quinze=15 dezesseis=16 dezasseis=16 dezessete=17"
    " dezassete=17 dezoito=18 dezenove=19 dezanove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60"
    " setenta=70 oitenta=80 noventa=90 cem=100 cento=100 duzentos=200 trezentos=300 quatrocentos=400"
    " quinhentos=500 seiscentos=600"
    " setecentos=700 oitocentos=800 novecentos=900",
    "it": "dieci=10 undici=11 dodici=12 tredici=13 quattordici=14 quindici=15 sedici=16 diciassette=17 diciotto=18"
    " diciannove=19 venti=20 ventuno=21 ventotto=28 trenta=30 trentuno=31 trentotto=38 quaranta=40 quarantuno=41"
    " quarantotto=48 cinquanta=50 cinquantuno=51 cinquantotto=58 sessanta=60 sessantuno=61 sessantotto=68 settanta=70"
    " settantuno=71 settantotto=78 ottanta=80 ottantuno=81 ottantotto=88 novanta=90 novantuno=91 novantotto=98",
    "nl": "tien=10 elf=11 twaalf=12 dertien=13 veertien=14 vijftien=15 zestien=16 zeventien=17 achttien=18 negentien=19"
    " twintig=20 dertig=30 veertig=40 vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90",
    "sv": "tio=10 elva=11 tolv=12 tretton=13 fjorton=14 femton=15 sexton=16 sjutton=17 arton=18 nitton=19 tjugo=20"
    " trettio=30 fyrtio=40 femtio=50 sextio=60 sjuttio=70 åttio=80 nittio=90",
    "no": "ti=10 elleve=11 tolv=12 tretten=13 fjorten=14 femten=15 seksten=16 sytten=17 atten=18 nitten=19 tjue=20"
    " tretti=30 førti=40 femti=50 seksti=60 sytti=70 åtti=80 nitti=90",
    "da": "ti=10 elleve=11 tolv=12 tretten=13 fjorten=14 femten=15 seksten=16 sytten=17 atten=18 nitten=19 tyve=20"
    " tredive=30 fyrre=40 halvtreds=50 tres=60 halvfjerds=70 firs=80 halvfems=90",
    "pl": "dziesięć=10 jedenaście=11 dwanaście=12 trzynaście=13 czternaście=14 piętnaście=15 szesnaście=16"
    " siedemnaście=17 osiemnaście=18 dziewiętnaście=19 dwadzieścia=20 trzydzieści=30 czterdzieści=40 pięćdziesiąt=50"
    " sześćdziesiąt=60 siedemdziesiąt=70 osiemdziesiąt=80 dziewięćdziesiąt=90 sto=100 dwieście=200 trzysta=300"
    " czterysta=400 pięćset=500 sześćset=600 siedemset=700 osiemset=800 dziewięćset=900",
    "cs": "deset=10 jedenáct=11 dvanáct=12 třináct=13 čtrnáct=14 patnáct=15 šestnáct=16 sedmnáct=17 osmnáct=18"
    " devatenáct=19 dvacet=20 třicet=30 čtyřicet=40 padesát=50 šedesát=60 sedmdesát=70 osmdesát=80 devadesát=90",
    "ro": "zece=10 unsprezece=11 doisprezece=12 treisprezece=13 paisprezece=14 cincisprezece=15 șaisprezece=16"
    " șaptesprezece=17 optsprezece=18 nouăsprezece=19 douăzeci=20 treizeci=30 patruzeci=40 cincizeci=50 șaizeci=60"
    " șaptezeci=70 optzeci=80 nouăzeci=90",
    "ru": "десять=10 одиннадцать=11 двенадцать=12 тринадцать=13 четырнадцать=14 пятнадцать=15 шестнадцать=16"
    " семнадцать=17 восемнадцать=18 девятнадцать=19 двадцать=20 тридцать=30 сорок=40 пятьдесят=50 шестьдесят=60"
    " семьдесят=70 восемьдесят=80 девяносто=90 сто=100 двести=200 триста=300 четыреста=400 пятьсот=500 шестьсот=600"
    " семьсот=700 восемьсот=800 девятьсот=900",
    "uk": "десять=10 одинадцять=11 дванадцять=12 двадцять=20 тридцять=30 сорок=40 п'ятдесят=50 пятдесят=50"
    " шістдесят=60 сімдесят=70 вісімдесят=80 дев'яносто=90 сто=100 двісті=200 триста=300 чотириста=400 п'ятсот=500"
    " шістсот=600 сімсот=700 вісімсот=800 дев'ятсот=900",
    "tr": "on=10 yirmi=20 otuz=30 kırk=40 elli=50 altmış=60 yetmiş=70 seksen=80 doksan=90",
    "ca": "deu=10 onze=11 dotze=12 vint=20 trenta=30 quaranta=40 cinquanta=50 seixanta=60 setanta=70 vuitanta=80"
    " noranta=90",
}
"""Words for ten and more, and for hundreds where a language has a word for each."""

_ONES_FIRST: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "de": (
        "ein zwei drei vier fünf sechs sieben acht neun",
        "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
        ("und",),
    ),
    "nl": (
        "een twee drie vier vijf zes zeven acht negen",
        "twintig dertig veertig vijftig zestig zeventig tachtig negentig",
        ("en", "ën"),
    ),
}
"""Ones, tens and what joins them, where the ones come first in one word."""
HUNDREDS = {
    "en": "hundred",
    "de": "hundert",
    "fr": "cent",
    "it": "cento",
    "nl": "honderd",
    "sv": "hundra",
    "no": "hundre",
    "da": "hundrede",
    "tr": "yüz",
    "hu": "száz",
    "id": "ratus",
    "vi": "trăm",
}
"""The word behind a digit that makes hundreds of it."""
WITH_DIGITS = {
    **dict.fromkeys("zer0 z3ro z3r0".split(), 0),
    **dict.fromkeys("0ne on3 0n3".split(), 1),
    **dict.fromkeys("tw0".split(), 2),
    **dict.fromkeys("thr33 thre3 thr3e".split(), 3),
    **dict.fromkeys("f0ur".split(), 4),
    **dict.fromkeys("f1ve fiv3 f1v3".split(), 5),
    **dict.fromkeys("s1x 5ix 51x".split(), 6),
    **dict.fromkeys("s3ven sev3n s3v3n 5even 53v3n".split(), 7),
    **dict.fromkeys("e1ght 3ight 31ght eigh7 3igh7".split(), 8),
    **dict.fromkeys("n1ne nin3 n1n3".split(), 9),
}
"""English words in which digits stand for the letters that they look like."""
TIMES = {
    **dict.fromkeys("double doppel doble dubbel डबल".split(), 2),
    **dict.fromkeys("triple treble dreifach".split(), 3),
    "quadruple": 4,
}
"""Words that say how often the next one is to be taken."""
EASTERN = frozenset({"zh", "ja", "ko", "th"})
"""Languages whose words are not parted by spaces."""
LANGUAGES = tuple(_UNITS)


@cache
def values_of(language: str) -> dict[str, int]:
    """Return a language's words for numbers (lower case) with what they say; `*` is all languages, digits alone.

    Marks over and under letters are not seen in a folded text: a word with such marks is there without them too.
    """
    table: dict[str, int] = {}
    for name in LANGUAGES if language == "*" else (language,):
        for digit, words in enumerate(_UNITS[name].split()):
            for word in words.split("/"):
                table.setdefault(word, digit)
    above = _ABOVE_NINE.get("en" if language == "*" else language, "")
    for word, _, value in (pair.partition("=") for pair in above.split()):
        table.setdefault(word, int(value))
    if language in {"en", "*"}:
        table.update(WITH_DIGITS)
    if language in _ONES_FIRST:
        table.update(_glued(language))
    return {_unmarked(word): value for word, value in reversed(table.items())} | table


def _unmarked(word: str) -> str:
    return "".join([char for char in word if unicodedata.category(char) != "Mn"])


def _glued(language: str) -> dict[str, int]:
    """Return the numbers that are written as one word with the ones first: `neunundsechzig`."""
    ones, tens, joint = _ONES_FIRST[language]
    return {
        one + by + ten: number * 10 + digit
        for number, ten in enumerate(tens.split(), 2)
        for digit, one in enumerate(ones.split(), 1)
        for by in joint
    }
