"""The names of the months in the languages of Europe, folded (CLDR)."""

import re

from unrenew.readers.csv.vocabulary import fold

_NAMES = (
    "ene enero gen gener gennaio ian ianuarie jaan jaanuar jaen jan janeiro januar januara januari january janv "
    "janvaris janvier led leden ledna oca ocak saus sausio sausis sij sijecanj sijecnja sty styczen stycznia "
    "tammi tammikuu tammikuuta ιαν ιανουαριοσ ιανουαριου січ січень січня янв январь января яну януари јан јануар "
    "ינואר ינו׳",
    "feb febbraio febr febrer febrero februar februara februari februarie februaris february fev fevereiro fevr "
    "fevrier helmi helmikuu helmikuuta lut lutego luty sub subat uno unor unora vas vasario vasaris veebr "
    "veebruar velj veljaca veljace φεβ φεβρουαριοσ φεβρουαριου лют лютии лютого феб фебруар фев февр февраль "
    "февраля февруари פברואר פבר׳",
    "bre brezen brezna kov kovas kovo maalis maaliskuu maaliskuuta maart maerz mar marc marca march marcius marco "
    "marec mars mart martie marts marz marzec marzo mrt mrz ozu ozujak ozujka μαρ μαρτιοσ μαρτιου бер березень "
    "березня мар март марта מרץ",
    "abr abril apr april aprila aprile aprilie aprilis aprill avr avril bal balandis balandzio dub duben dubna "
    "d’abr d’abril huhti huhtikuu huhtikuuta kwi kwiecien kwietnia nis nisan tra travanj travnja απρ απριλιοσ "
    "απριλιου апр апрель апреля април квіт квітень квітня אפריל אפר׳",
    "geg geguze geguzes kve kveten kvetna mag maggio mai maig maijs maio maj maja majus may mayis mayo mei svi "
    "svibanj svibnja touko toukokuu toukokuuta μαι μαιοσ μαιου маи мая мај трав травень травня מאי",
    "birz birzelio birzelis cerven cervna cvn cze czerwca czerwiec giu giugno haz haziran iun iunie juin jun juna "
    "june junho juni junij junijs junio junius juny juuni kesa kesakuu kesakuuta lipanj lipnja ιουν ιουνιοσ "
    "ιουνιου июн июнь июня черв червень червня юни јун יוני",
    "cervence cervenec cvc heina heinakuu heinakuuta iul iulie juil juillet jul jula julho juli julij julijs "
    "julio juliol julius july juuli liep liepa liepos lipca lipiec lug luglio srpanj srpnja tem temmuz ιουλ "
    "ιουλιοσ ιουλιου июл июль июля лип липень липня юли јул יולי",
    "ago agost agosto agu agust agustos aout aug august augusta augusti augusts augustus augusztus avg avgust "
    "d’ag d’agost elo elokuu elokuuta kol kolovoz kolovoza rugp rugpjucio rugpjutis sie sierpien sierpnia srpen "
    "srpna αυγ αυγουστοσ αυγουστου авг август августа серп серпень серпня אוגוסט אוג׳",
    "eyl eylul rugs rugsejis rugsejo ruj rujan rujna sep sept septembar september septembra septembre septembrie "
    "septembris septiembre set setembre setembro sett settembre syys syyskuu syyskuuta szept szeptember wrz "
    "wrzesien wrzesnia zar zari σεπ σεπτεμβριοσ σεπτεμβριου вер вересень вересня сент сентябрь сентября сеп "
    "септембар септември ספטמבר ספט׳",
    "d’oct d’octubre eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktobar oktober "
    "oktobra oktobris oktoober ott ottobre out outubro paz pazdziernik pazdziernika rij rijen rijna spal spalio "
    "spalis οκτ οκτωβριοσ οκτωβριου жовт жовтень жовтня окт октобар октомври октябрь октября אוקטובר אוק׳",
    "kas kasim lapkr lapkricio lapkritis listopadu marras marraskuu marraskuuta noiembrie nov novembar november "
    "novembra novembre novembris novembro noviembre stu studeni studenoga νοε νοεμβριοσ νοεμβριου лист листопад "
    "листопада нов новембар ное ноември нояб ноябрь ноября נובמבר נוב׳",
    "ara aralik dec decembar december decembra decembre decembrie decembris des desember desembre dets detsember "
    "dez dezember dezembro dic dicembre diciembre gru grudnia grudzien gruod gruodis gruodzio joulu joulukuu "
    "joulukuuta pro prosinac prosinca prosince prosinec δεκ δεκεμβριοσ δεκεμβριου груд грудень грудня дек декабрь "
    "декабря декември дец децембар דצמבר דצמ׳",
)
"""January to December. Names that mean two months in two languages ("listopad", "srp") are left out: never guessed."""

MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}


def month_of(name: str) -> int | None:
    """Return the month that a word names, in any of the languages, or None."""
    folded = re.sub(r"[^\w]", "", fold(name))
    return MONTHS.get(folded)
