"""How banks of more countries print: those of the strange lives."""

from bench.bank_styles import Style, plain

FAR_STYLES = {
    "CZ": Style("CZ", "CZK", plain("NÁKUP {d} {t} PRAHA CZ KARTA {c}"), plain("SOUHLAS S INKASEM {t} VS{f} KS0558"), plain("ODCHOZÍ ÚHRADA {t}"), "POPLATEK ZA KONVERZI"),
    "SK": Style("SK", "EUR", plain("POS {u} {t} BRATISLAVA SK {c}"), plain("INKASO {t} VS {f}"), plain("PREVOD {t} {r}"), ""),
    "HU": Style("HU", "HUF", plain("KÁRTYATRANZAKCIÓ {d} {t} BUDAPEST {c}"), plain("BESZEDÉSI MEGBÍZÁS {t} {m}"), plain("ÁTUTALÁS {t} {a}"), "KONVERZIÓS JUTALÉK"),
    "RO": Style("RO", "RON", plain("PLATA LA POS {t} BUCURESTI RO {d} {h} CARD {c} RRN {r}{s}"), plain("DEBIT DIRECT {t} MANDAT {m}"), plain("PLATA CATRE {t}"), "COMISION SCHIMB"),
    "BG": Style("BG", "BGN", plain("ПЛАЩАНЕ ПОС {t} SOFIA BG {d}"), plain("КОМУНАЛНО ПЛАЩАНЕ {t} АБ.НОМЕР {f}"), plain("КРЕДИТЕН ПРЕВОД {t}"), ""),
    "HR": Style("HR", "EUR", plain("{t} ZAGREB HRV {c} {d}"), plain("IZRAVNO TEREĆENJE {t} MANDAT {m}"), plain("NALOG ZA PRIJENOS {t} HR99 {f}"), "NAKNADA ZA KONVERZIJU"),
    "GR": Style("GR", "EUR", plain("ΧΡΕΩΣΗ ΚΑΡΤΑΣ {t} {u} {c}"), plain("ΑΥΤΟΜΑΤΗ ΠΛΗΡΩΜΗ {t} {r}"), plain("ΕΜΒΑΣΜΑ {t}"), "ΠΡΟΜΗΘΕΙΑ ΣΥΝΑΛΛΑΓΜΑΤΟΣ"),
    "TR": Style("TR", "TRY", plain("HARCAMA {t} ISTANBUL TR {d} {c}", upper=True), plain("FATURA TALIMATI {t} ABONE {f}", upper=True), plain("GIDEN FAST {t}"), "YURTDISI ISLEM KOMISYONU"),
    "FI": Style("FI", "EUR", plain("KORTTIOSTO {y} {t}", cut=24, upper=True), plain("E-LASKU {t} VIITE {r}"), plain("TILISIIRTO {t}"), "VALUUTANVAIHTOPALKKIO"),
    "PT": Style("PT", "EUR", plain("COMPRA {c} {t} LISBOA PT {u}", cut=25), plain("DÉBITO DIRETO {t} AUT {f}"), plain("TRF MB WAY P {t}"), "COMISSAO CAMBIAL"),
    "IE": Style("IE", "EUR", plain("POS{o} {t}", cut=18, upper=True), plain("DD {t} {f}", cut=18), plain("{t} IE{r}"), "FX FEE"),
    "NZ": Style("NZ", "NZD", plain("POS W/D {t}-{h}", upper=True), plain("DIRECT DEBIT -{t} {f}"), plain("BILL PAYMENT {t} {a}"), "OFFSHORE SERVICE MARGIN"),
    "ZA": Style("ZA", "ZAR", plain("PURCHASE {t} {c}*0441 {o}", upper=True), plain("DEBIT ORDER {t} {f}", upper=True), plain("IMMEDIATE TRF {t}"), "INTERNATIONAL TXN FEE"),
    "MX": Style("MX", "MXN", plain("PAGO TDD {t} {d} RFC {a}"), plain("COBRO DOMICILIADO {t} REF {r}"), plain("SPEI ENVIADO {t} {r}"), "COMISION TIPO DE CAMBIO"),
    "JP": Style("JP", "JPY", plain("カード利用 {t} {d}"), plain("自動引落 {t}"), plain("お振込 {t}"), "海外事務手数料"),
    "KR": Style("KR", "KRW", plain("체크승인 {t} {u} {h}"), plain("자동납부 {t}"), plain("타행이체 {t}"), ""),
    "SG": Style("SG", "SGD", plain("NETS PURCHASE {t} SG {o} {c}"), plain("GIRO {t} {f}"), plain("PAYNOW TRANSFER {t} {a}"), "CCY CONVERSION FEE"),
    "AE": Style("AE", "AED", plain("POS-PURCHASE CARD NO.{c} {t} DUBAI:AE {u}"), plain("DDS DEBIT {t} {m}"), plain("OUTWARD TT {t} {r}"), "FOREIGN CURR PROC FEE"),
    "UA": Style("UA", "UAH", plain("ОПЛАТА ТОВАРІВ {t} KYIV {d}"), plain("РЕГУЛЯРНИЙ ПЛАТІЖ {t} О/Р {f}"), plain("ПЕРЕКАЗ НА КАРТКУ {t}"), "КОМІСІЯ ЗА КОНВЕРТАЦІЮ"),
    "IL": Style("IL", "ILS", plain("רכישה בכרטיס {t} {c}"), plain("הרשאה לחיוב {t} {f}"), plain("העברה {t}"), "עמלת המרה"),
}  # fmt: skip
"""None of them is among the styles of the other lives."""
