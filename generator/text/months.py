"""The names of the months and of the weekdays in each language, as newspapers print them."""

from __future__ import annotations

import functools
import unicodedata

NAMES: dict[str, tuple[str, ...]] = {
    "en": ("january", "february", "march", "april", "may", "june", "july", "august",
        "september sept", "october", "november", "december"),
    "de": ("januar jänner", "februar feber", "märz maerz", "april", "mai", "juni", "juli",
        "august", "september", "oktober", "november", "dezember"),
    "fr": ("janvier", "février fevrier", "mars", "avril", "mai", "juin", "juillet", "août aout",
        "septembre", "octobre", "novembre", "décembre decembre"),
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
        "septiembre setiembre", "octubre", "noviembre", "diciembre"),
    "it": ("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
        "settembre", "ottobre", "novembre", "dicembre"),
    "pt": ("janeiro", "fevereiro", "março marco", "abril", "maio", "junho", "julho", "agosto",
        "setembro", "outubro", "novembro", "dezembro"),
    "nl": ("januari", "februari", "maart mrt", "april", "mei", "juni", "juli", "augustus",
        "september", "oktober", "november", "december"),
    "sv": ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
        "oktober", "november", "december"),
    "da": ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
        "oktober", "november", "december"),
    "no": ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
        "oktober", "november", "desember"),
    "fi": ("tammikuuta tammikuun tammikuu", "helmikuuta helmikuun helmikuu",
        "maaliskuuta maaliskuun maaliskuu", "huhtikuuta huhtikuun huhtikuu",
        "toukokuuta toukokuun toukokuu", "kesäkuuta kesäkuun kesäkuu",
        "heinäkuuta heinäkuun heinäkuu", "elokuuta elokuun elokuu", "syyskuuta syyskuun syyskuu",
        "lokakuuta lokakuun lokakuu", "marraskuuta marraskuun marraskuu",
        "joulukuuta joulukuun joulukuu"),
    "pl": ("stycznia styczeń", "lutego luty", "marca marzec", "kwietnia kwiecień", "maja maj",
        "czerwca czerwiec", "lipca lipiec", "sierpnia sierpień", "września wrzesień",
        "października październik", "listopada listopad", "grudnia grudzień"),
    "cs": ("ledna leden", "února únor", "března březen", "dubna duben", "května květen",
        "června červen", "července červenec", "srpna srpen", "září", "října říjen",
        "listopadu listopad", "prosince prosinec"),
    "sk": ("januára január", "februára február", "marca marec", "apríla apríl", "mája máj",
        "júna jún", "júla júl", "augusta august", "septembra september", "októbra október",
        "novembra november", "decembra december"),
    "hu": ("január", "február", "március", "április", "május", "június", "július", "augusztus",
        "szeptember", "október", "november", "december"),
    "ro": ("ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august",
        "septembrie", "octombrie", "noiembrie", "decembrie"),
    "bg": ("януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември",
        "октомври", "ноември", "декември"),
    "el": ("ιανουαρίου ιανουάριος", "φεβρουαρίου φεβρουάριος", "μαρτίου μάρτιος",
        "απριλίου απρίλιος", "μαΐου μαίου μάιος", "ιουνίου ιούνιος", "ιουλίου ιούλιος",
        "αυγούστου αύγουστος", "σεπτεμβρίου σεπτέμβριος", "οκτωβρίου οκτώβριος",
        "νοεμβρίου νοέμβριος", "δεκεμβρίου δεκέμβριος"),
    "ru": ("января январь", "февраля февраль", "марта март", "апреля апрель", "мая май",
        "июня июнь", "июля июль", "августа август", "сентября сентябрь", "октября октябрь",
        "ноября ноябрь", "декабря декабрь"),
    "uk": ("січня січень", "лютого лютий", "березня березень", "квітня квітень", "травня травень",
        "червня червень", "липня липень", "серпня серпень", "вересня вересень", "жовтня жовтень",
        "листопада листопад", "грудня грудень"),
    "tr": ("ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül",
        "ekim", "kasım", "aralık"),
    "ar": ("يناير جانفي", "فبراير فيفري شباط", "مارس آذار", "أبريل إبريل ابريل نيسان أفريل",
        "مايو أيار ماي", "يونيو حزيران جوان", "يوليو تموز جويلية", "أغسطس اغسطس آب أوت",
        "سبتمبر أيلول", "أكتوبر اكتوبر", "نوفمبر", "ديسمبر"),
    "he": ("ינואר", "פברואר", "מרץ מרס", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר",
        "אוקטובר", "נובמבר", "דצמבר"),
    "hi": ("जनवरी", "फ़रवरी फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त",
        "सितंबर सितम्बर", "अक्टूबर अक्तूबर", "नवंबर नवम्बर", "दिसंबर दिसम्बर"),
    "th": (
        "มกราคม ม.ค", "กุมภาพันธ์ ก.พ", "มีนาคม มี.ค", "เมษายน เม.ย",
        "พฤษภาคม พ.ค", "มิถุนายน มิ.ย", "กรกฎาคม ก.ค", "สิงหาคม ส.ค",
        "กันยายน ก.ย", "ตุลาคม ต.ค", "พฤศจิกายน พ.ย", "ธันวาคม ธ.ค",
    ),
    "id": ("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
        "oktober", "november", "desember"),
    "ms": ("januari", "februari", "mac", "april", "mei", "jun", "julai", "ogos", "september",
        "oktober", "november", "disember"),
    "ca": ("gener", "febrer", "març", "abril", "maig", "juny", "juliol", "agost", "setembre",
        "octubre", "novembre", "desembre"),
    "hr": ("siječnja", "veljače", "ožujka", "travnja", "svibnja", "lipnja", "srpnja", "kolovoza",
        "rujna", "listopada", "studenoga studenog", "prosinca"),
    "sr": ("januara januar јануара јануар", "februara februar фебруара фебруар",
        "marta mart марта март", "aprila april априла април", "maja maj маја мај",
        "juna jun јуна јун", "jula jul јула јул", "avgusta avgust августа август",
        "septembra septembar септембра септембар", "oktobra oktobar октобра октобар",
        "novembra novembar новембра новембар", "decembra decembar децембра децембар"),
    "is": ("janúar", "febrúar", "mars", "apríl", "maí", "júní", "júlí", "ágúst", "september",
        "október", "nóvember", "desember"),
    "gl": ("xaneiro", "febreiro", "marzo", "abril", "maio", "xuño", "xullo", "agosto", "setembro",
        "outubro", "novembro", "decembro"),
    "et": ("jaanuar", "veebruar", "märts", "aprill", "mai", "juuni", "juuli", "august",
        "september", "oktoober", "november", "detsember"),
    "lt": ("sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio", "liepos", "rugpjūčio",
        "rugsėjo", "spalio", "lapkričio", "gruodžio"),
    "lv": ("janvāris janvārī", "februāris februārī", "marts martā", "aprīlis aprīlī",
        "maijs maijā", "jūnijs jūnijā", "jūlijs jūlijā", "augusts augustā", "septembris septembrī",
        "oktobris oktobrī", "novembris novembrī", "decembris decembrī"),
    "fa": ("ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه جولای", "اوت آگوست", "سپتامبر",
        "اکتبر", "نوامبر", "دسامبر"),
    "bn": ("জানুয়ারি জানুয়ারী", "ফেব্রুয়ারি ফেব্রুয়ারী", "মার্চ", "এপ্রিল", "মে", "জুন",
        "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর"),
    "ur": ("جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر",
        "نومبر", "دسمبر"),
    "ta": ("ஜனவரி", "பிப்ரவரி", "மார்ச்", "ஏப்ரல்", "மே", "ஜூன்", "ஜூலை", "ஆகஸ்ட்", "செப்டம்பர்",
        "அக்டோபர்", "நவம்பர்", "டிசம்பர்"),
    "te": ("జనవరి", "ఫిబ్రవరి", "మార్చి", "ఏప్రిల్", "మే", "జూన్", "జులై", "ఆగస్టు ఆగస్ట్",
        "సెప్టెంబర్", "అక్టోబర్", "నవంబర్", "డిసెంబర్"),
    "mr": ("जानेवारी", "फेब्रुवारी", "मार्च", "एप्रिल", "मे", "जून", "जुलै", "ऑगस्ट", "सप्टेंबर",
        "ऑक्टोबर", "नोव्हेंबर", "डिसेंबर"),
    "gu": ("જાન્યુઆરી", "ફેબ્રુઆરી", "માર્ચ", "એપ્રિલ", "મે", "જૂન", "જુલાઈ", "ઑગસ્ટ",
        "સપ્ટેમ્બર", "ઑક્ટોબર", "નવેમ્બર", "ડિસેમ્બર"),
    "pa": ("ਜਨਵਰੀ", "ਫ਼ਰਵਰੀ", "ਮਾਰਚ", "ਅਪ੍ਰੈਲ", "ਮਈ", "ਜੂਨ", "ਜੁਲਾਈ", "ਅਗਸਤ", "ਸਤੰਬਰ", "ਅਕਤੂਬਰ",
        "ਨਵੰਬਰ", "ਦਸੰਬਰ"),
    "ml": ("ജനുവരി", "ഫെബ്രുവരി", "മാർച്ച്", "ഏപ്രിൽ", "മേയ്", "ജൂൺ", "ജൂലൈ", "ഓഗസ്റ്റ്",
        "സെപ്റ്റംബർ", "ഒക്‌ടോബർ", "നവംബർ", "ഡിസംബർ"),
    "kn": ("ಜನವರಿ", "ಫೆಬ್ರವರಿ", "ಮಾರ್ಚ್", "ಏಪ್ರಿಲ್", "ಮೇ", "ಜೂನ್", "ಜುಲೈ", "ಆಗಸ್ಟ್", "ಸೆಪ್ಟೆಂಬರ್",
        "ಅಕ್ಟೋಬರ್", "ನವೆಂಬರ್", "ಡಿಸೆಂಬರ್"),
    "ne": ("जनवरी", "फेब्रुअरी", "मार्च", "अप्रिल", "मे", "जुन", "जुलाई", "अगस्ट", "सेप्टेम्बर",
        "अक्टोबर", "नोभेम्बर", "डिसेम्बर"),
    "sw": ("januari", "februari", "machi", "aprili", "mei", "juni", "julai", "agosti", "septemba",
        "oktoba", "novemba", "desemba"),
    "af": ("januarie", "februarie", "maart", "april", "mei", "junie", "julie", "augustus",
        "september", "oktober", "november", "desember"),
    "az": ("yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr",
        "oktyabr", "noyabr", "dekabr"),
    "kk": ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек",
        "қазан", "қараша", "желтоқсан"),
    "uz": ("yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr",
        "oktabr", "noyabr", "dekabr"),
    "sq": ("janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator",
        "tetor", "nëntor", "dhjetor"),
    "mk": ("јануари", "февруари", "март", "април", "мај", "јуни", "јули", "август", "септември",
        "октомври", "ноември", "декември"),
    "be": ("студзеня студзень", "лютага люты", "сакавіка сакавік", "красавіка красавік",
        "мая май", "чэрвеня чэрвень", "ліпеня ліпень", "жніўня жнівень", "верасня верасень",
        "кастрычніка кастрычнік", "лістапада лістапад", "снежня снежань"),
    "sl": ("januar", "februar", "marec", "april", "maj", "junij", "julij", "avgust", "september",
        "oktober", "november", "december"),
    "hy": ("հունվարի հունվար", "փետրվարի փետրվար", "մարտի մարտ", "ապրիլի ապրիլ", "մայիսի մայիս",
        "հունիսի հունիս", "հուլիսի հուլիս", "օգոստոսի օգոստոս", "սեպտեմբերի սեպտեմբեր",
        "հոկտեմբերի հոկտեմբեր", "նոյեմբերի նոյեմբեր", "դեկտեմբերի դեկտեմբեր"),
    "ka": ("იანვარი", "თებერვალი", "მარტი", "აპრილი", "მაისი", "ივნისი", "ივლისი", "აგვისტო",
        "სექტემბერი", "ოქტომბერი", "ნოემბერი", "დეკემბერი"),
}  # fmt: skip
"""By language, twelve strings of spellings. Where a language inflects a month, the form after a day comes first."""

_ARABIC_PAIRS = {"تشرين الأول": 10, "تشرين الثاني": 11, "كانون الأول": 12, "كانون الثاني": 1}
"""The Levantine months of two words."""
_ALSO_WORDS = frozenset({"out", "set", "dic", "lis", "mag", "gen", "ara", "hel", "tou", "eki", "ago", "mar"})
"""Beginnings of a month in one language that are words or other months in others."""


WEEKDAYS: tuple[str, ...] = (
    "monday montag lundi lunes lunedì segunda maandag måndag mandag poniedziałek pondělí pondelok понедельник понеділок"
    " понеделник pazartesi maanantai hétfő luni δευτέρα الاثنين الإثنين دوشنبه שני सोमवार senin isnin วันจันทร์",
    "tuesday dienstag mardi martes martedì terça dinsdag tisdag tirsdag wtorek úterý utorok вторник вівторок salı"
    " tiistai kedd marți τρίτη الثلاثاء سه\u200cشنبه שלישי मंगलवार selasa วันอังคาร",
    "wednesday mittwoch mercredi miércoles mercoledì quarta woensdag onsdag środa středa streda среда середа сряда"
    " çarşamba keskiviikko szerda miercuri τετάρτη الأربعاء چهارشنبه רביעי बुधवार rabu วันพุธ",
    "thursday donnerstag jeudi jueves giovedì quinta donderdag torsdag czwartek čtvrtek štvrtok четверг четвер"
    " четвъртък perşembe torstai csütörtök joi πέμπτη الخميس پنجشنبه پنج\u200cشنبه חמישי गुरुवार kamis khamis วันพฤหัสบดี",
    "friday freitag vendredi viernes venerdì sexta vrijdag fredag piątek pátek piatok пятница пʼятниця п’ятниця петък"
    " cuma perjantai péntek vineri παρασκευή الجمعة جمعه שישי शुक्रवार jumat jumaat วันศุกร์",
    "saturday samstag samedi sábado sabato zaterdag lördag lørdag sobota суббота субота събота cumartesi lauantai"
    " szombat sâmbătă σάββατο السبت شنبه שבת शनिवार sabtu วันเสาร์",
    "sunday sonntag dimanche domingo domenica zondag söndag søndag niedziela neděle nedeľa воскресенье неділя неделя"
    " pazar sunnuntai vasárnap duminică κυριακή الأحد یکشنبه یک\u200cشنبه ראשון रविवार minggu ahad วันอาทิตย์",
)
"""From Monday, each in several languages."""
_MORE_DAYS = frozenset(
    """
    ponedjeljak понедељак ponedeljek esmaspäev pirmdiena pirmadienis dilluns mánudagur সোমবার திங்கள் సోమవారం
    સોમવાર jumatatu панядзелак utorak уторак torek teisipäev otrdiena antradienis dimarts þriðjudagur মঙ্গলবার
    منگل செவ்வாய் మంగళవారం मंगळवार મંગળવાર jumanne аўторак srijeda sreda kolmapäev trešdiena trečiadienis
    dimecres miðvikudagur বুধবার புதன் బుధవారం બુધવાર jumatano çərşənbə серада četvrtak четвртак četrtek
    neljapäev ceturtdiena ketvirtadienis dijous fimmtudagur বৃহস্পতিবার جمعرات வியாழன் గురువారం ગુરુવાર alhamisi
    четврток чацвер петак petek reede piektdiena penktadienis divendres föstudagur শুক্রবার جمعہ வெள்ளி శుక్రవారం
    શુક્રવાર ijumaa vrydag cümə петок пятніца subota laupäev sestdiena šeštadienis dissabte laugardagur শনিবার
    ہفتہ శనివారం શનિવાર jumamosi saterdag şənbə сабота nedjelja недеља nedelja pühapäev svētdiena sekmadienis
    diumenge sunnudagur রবিবার اتوار ஞாயிறு ఆదివారం રવિવાર jumapili sondag недела нядзеля petak
    """.split()
)
"""Weekdays in further languages, of which no short form is known here."""
SHORT = frozenset(
    """
    jan feb mar apr jun jul aug sep sept oct okt nov dec dez mon tue tues wed thu thur thurs fri sat sun
    """.split()
)
"""Shortened ones, as English and its neighbours print them."""
_DAYS = frozenset(word for names in WEEKDAYS for word in names.split())
_SHORT_DAYS = frozenset(day[:length] for day in _DAYS for length in (3, 4))


def is_weekday(word: str) -> bool:
    """Whether a word is the name of a weekday in some language, or may be a short form of one (`Mon`)."""
    word = word.casefold().strip(".,")
    return word in _DAYS or word in _MORE_DAYS or word in _SHORT_DAYS


@functools.cache
def calendar(lang: str) -> frozenset[str]:
    """Weekdays, and the months of English and of `lang`: words whose capital, where they have one, makes no name."""
    return _DAYS.union(_MORE_DAYS, SHORT, *(names.split() for each in ("en", lang) for names in NAMES.get(each, ())))


@functools.lru_cache(maxsize=4096)
def month(name: str, lang: str = "") -> int:
    """The number of the month called `name`, whole or shortened to three letters or more; 0 when there is none.

    The names of `lang` are tried first, then English, then those of all languages, where they agree.
    """
    name = _folded(name).rstrip(".׳॰").replace("i\u0307", "i")
    if name in _ARABIC_PAIRS:
        return _ARABIC_PAIRS[name]
    if found := _number(name, lang):
        return found
    if "i" in name:
        return _number(name.replace("i", "ı"), lang)  # Turkish capitals: KASIM
    return _number(name[1:], lang) if name[:1] == "ב" else 0  # Hebrew: in March


def _number(name: str, lang: str) -> int:
    if len(name) < 2:
        return 0
    code = lang.split("-", maxsplit=1)[0].lower()
    code = {"nb": "no", "nn": "no", "bs": "sr"}.get(code, code)
    for each in (code, "en"):
        if each in NAMES and (number := _only(_matches(name, _FOLDED[each]))):
            return number
    every = [numbers for names in _FOLDED.values() if (numbers := _matches(name, names, whole=True))]
    if not every and name not in _ALSO_WORDS:
        every = [numbers for names in _FOLDED.values() if (numbers := _matches(name, names))]
    return _only(set().union(*every)) if every else 0


def _folded(name: str) -> str:
    """A name without regard to case or acute accents, which capitals leave out, in composed letters."""
    plain = unicodedata.normalize("NFD", name.casefold()).replace("\u0301", "")
    return unicodedata.normalize("NFC", plain)


_FOLDED = {lang: tuple(tuple(_folded(each).split()) for each in names) for lang, names in NAMES.items()}


def _matches(name: str, names: tuple[tuple[str, ...], ...], whole: bool = False) -> set[int]:
    """The months that are called `name`; failing that, unless it must be `whole`, those whose name begins so."""
    exact = {number for number, spelled in enumerate(names, 1) if name in spelled}
    if exact or whole or len(name) < 3:
        return exact
    return {number for number, spelled in enumerate(names, 1) if any(each.startswith(name) for each in spelled)}


def _only(numbers: set[int]) -> int:
    return next(iter(numbers)) if len(numbers) == 1 else 0
