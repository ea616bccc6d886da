"""Word lists in Arabic and English. People, towns and bodies are invented."""

from typing import Final

Pair = tuple[str, str]
"""Arabic, English."""

LANGUAGES: Final = ("ar", "en")

GIVEN_NAMES: Final[list[Pair]] = [
    ("سالم", "Salim"), ("ليلى", "Layla"), ("كريم", "Karim"), ("هدى", "Huda"), ("نادر", "Nadir"),
    ("رنا", "Rana"), ("طارق", "Tariq"), ("سلمى", "Salma"), ("وليد", "Walid"), ("مها", "Maha"),
    ("يوسف", "Yusuf"), ("دينا", "Dina"), ("عمر", "Omar"), ("نور", "Nour"), ("حسن", "Hasan"),
    ("آنا", "Anna"), ("بيتر", "Peter"), ("ماريا", "Maria"), ("توماس", "Thomas"), ("إيلينا", "Elena"),
    ("ديفيد", "David"), ("صوفيا", "Sofia"), ("لوكاس", "Lucas"), ("كلارا", "Clara"),
    ("إيفان", "Ivan"), ("مُنى", "Muna"), ("زياد", "Ziad"), ("فرح", "Farah"), ("باسل", "Basil"),
    ("هالة", "Hala"),
]

MIDDLE_NAMES: Final[list[Pair]] = [
    ("", ""), ("عبد الله", "Abdullah"), ("محمود", "Mahmoud"), ("أمين", "Amin"), ("جميل", "Jamil"),
    ("رشيد", "Rashid"), ("فؤاد", "Fuad"), ("إبراهيم", "Ibrahim"), ("شريف", "Sharif"),
    ("منصور", "Mansour"),
]

FAMILY_NAMES: Final[list[Pair]] = [
    ("البنّاء", "al-Banna"), ("النجّار", "al-Najjar"), ("سهلاني", "Sahlani"), ("الورّاق", "al-Warraq"),
    ("درويش", "Darwish"), ("الصبّاغ", "al-Sabbagh"), ("قنديل", "Qandil"), ("المرجان", "al-Murjan"),
    ("زيتوني", "Zaytuni"), ("الفلكي", "al-Falaki"), ("حدّاد", "Haddad"), ("ياسمين", "Yasmin"),
    ("الخطّاط", "al-Khattat"), ("بستاني", "Bustani"), ("الغزّال", "al-Ghazzal"), ("نهراوي", "Nahrawi"),
    ("كوفاتش", "Kovač"), ("ليندن", "Linden"), ("مارلو", "Marlowe"), ("بيرش", "Birch"),
    ("أورلوف", "Orlov"), ("ستانتون", "Stanton"), ("فيرنر", "Werner"), ("لامبرت", "Lambert"),
    ("روسي", "Rossi"), ("هالفورسن", "Halvorsen"), ("ديمير", "Demir"), ("يلماز", "Yılmaz"),
    ("جبلي", "Jabali"), ("الميناوي", "al-Minawi"), ("صخري", "Sakhri"), ("عنبر", "Anbar"),
    ("الرفاعي", "al-Rifa’i"), ("سندس", "Sundus"), ("مرعي", "Mar’i"), ("الشمّاع", "al-Shamma’"),
    ("تلحمي", "Talhami"), ("نسيم", "Nasim"), ("غصن", "Ghusn"), ("البحّار", "al-Bahhar"),
]

TOWNS: Final[list[Pair]] = [
    ("سهلان", "Sahlan"), ("عين الزرقا", "Ain al-Zarqa"), ("مرج الريح", "Marj al-Rih"),
    ("تل الحمام", "Tell al-Hamam"), ("وادي النخيل", "Wadi al-Nakhil"), ("باب الشمس", "Bab al-Shams"),
    ("دير السنابل", "Deir al-Sanabil"), ("خان الرمل", "Khan al-Raml"), ("رأس المرسى", "Ras al-Marsa"),
    ("بئر القمر", "Bir al-Qamar"), ("كفر ياسمين", "Kafr Yasmin"), ("جسر الطير", "Jisr al-Tayr"),
    ("نهران", "Nahran"), ("صخرة", "Sakhra"), ("زيتونة", "Zaytuna"), ("ميناب", "Minab-on-Sea"),
    ("أورفال", "Orval"), ("بيرشهولم", "Birchholm"), ("ليندافا", "Lindava"), ("مارلين", "Marlin Bay"),
    ("ستونفورد", "Stoneford"), ("فيرهافن", "Veerhaven"), ("كوفار", "Kovar"), ("هالدن", "Haldensund"),
    ("رمّانة", "Rummana"), ("عنبرة", "Anbara"), ("الغديرة", "al-Ghadira"), ("سفح البلوط", "Safh al-Ballut"),
    ("تينة", "Tina"), ("الرصيف", "al-Rasif"),
]

PLACE_FORMS: Final[list[Pair]] = [
    ("{}", "{}"), ("شمال {}", "North {}"), ("جنوب {}", "South {}"), ("{} القديمة", "Old {}"),
    ("{} الجديدة", "New {}"), ("ريف {}", "{} countryside"), ("محافظة {}", "{} Province"),
    ("مرفأ {}", "Port of {}"), ("سهل {}", "{} Plain"), ("معبر {}", "{} Crossing"),
    ("مخيّم {}", "{} Camp"), ("جبل {}", "Mount {}"), ("وادي {}", "{} Valley"), ("حيّ {}", "{} Quarter"),
    ("شرق {}", "East {}"), ("غرب {}", "West {}"), ("مطار {}", "{} Airfield"), ("سدّ {}", "{} Dam"),
]

BODY_FORMS: Final[list[tuple[str, str, str]]] = [
    ("ministry", "وزارة {} في {}", "Ministry of {} of {}"),
    ("agency", "وكالة {} في {}", "{} Agency of {}"),
    ("council", "مجلس {} في {}", "{} Council of {}"),
    ("committee", "لجنة {} في {}", "{} Committee of {}"),
    ("institute", "معهد {} في {}", "{} Institute of {}"),
    ("union", "اتحاد {} في {}", "{} Union of {}"),
    ("company", "شركة {} في {}", "{} Company of {}"),
    ("fund", "صندوق {} في {}", "{} Fund of {}"),
]

FIELDS: Final[list[Pair]] = [
    ("الدفاع", "Defence"), ("الخارجية", "Foreign Affairs"), ("الصحة", "Health"), ("المياه", "Water"),
    ("الزراعة", "Agriculture"), ("النقل", "Transport"), ("الطاقة", "Energy"), ("التعليم", "Education"),
    ("الإغاثة", "Relief"), ("العدل", "Justice"), ("التجارة", "Trade"), ("الإعمار", "Reconstruction"),
    ("المالية", "Finance"), ("الهجرة", "Migration"), ("البيئة", "Environment"), ("الثقافة", "Culture"),
]

OUTLET_FORMS: Final[list[Pair]] = [
    ("صحيفة {}", "{} Herald"), ("قناة {}", "{} Channel"), ("موقع {} الإخباري", "{} News"),
    ("إذاعة {}", "Radio {}"), ("مجلة {}", "{} Review"), ("منصّة {}", "{} Platform"),
]

PERSON_KINDS: Final[list[tuple[str, str, str]]] = [
    ("minister", "الوزير", "the minister"), ("spokesperson", "المتحدّث", "the spokesperson"),
    ("governor", "المحافظ", "the governor"), ("general", "اللواء", "the general"),
    ("envoy", "المبعوث", "the envoy"), ("researcher", "الباحث", "the researcher"),
    ("mayor", "رئيس البلدية", "the mayor"), ("deputy", "النائب", "the deputy"),
]

EVENT_FORMS: Final[list[tuple[str, str, str]]] = [
    ("CONSULT", "{} و{} يبحثان {}", "{} and {} discuss {}"),
    ("AGREE", "{} و{} يتفقان على {}", "{} and {} agree on {}"),
    ("ACCUSE", "{} يتهم {} بعرقلة {}", "{} accuses {} of blocking {}"),
    ("AID", "{} يقدّم إلى {} دعماً في {}", "{} offers {} support for {}"),
    ("PROTEST", "{} يحتجّ على {} بسبب {}", "{} protests against {} over {}"),
    ("REJECT", "{} يرفض عرض {} بشأن {}", "{} rejects the offer of {} on {}"),
]

TOPICS: Final[list[Pair]] = [
    ("خفض التصعيد", "de-escalation"), ("وقف إطلاق النار", "the ceasefire"),
    ("فتح المعابر", "opening the crossings"), ("أسعار القمح", "wheat prices"),
    ("تبادل المحتجزين", "an exchange of detainees"), ("حصص المياه", "water shares"),
    ("عودة النازحين", "the return of the displaced"), ("خط الكهرباء", "the power line"),
    ("إعادة الإعمار", "reconstruction"), ("حقوق الصيد", "fishing rights"),
    ("الموازنة العامة", "the public budget"), ("اللجنة الدستورية", "the constitutional committee"),
]

CUES: Final[dict[str, dict[str, list[tuple[str, str]]]]] = {
    # stance: language: (form in the text, lemma)
    "neutral": {
        "ar": [("قال", "قال"), ("ذكر", "ذكر"), ("أضاف", "أضاف"), ("صرّح", "صرّح")],
        "en": [("said", "say"), ("stated", "state"), ("added", "add"), ("told reporters", "tell")],
    },
    "endorsing": {
        "ar": [("أكّد", "أكّد"), ("أوضح", "أوضح"), ("كشف", "كشف")],
        "en": [("confirmed", "confirm"), ("revealed", "reveal"), ("pointed out", "point out")],
    },
    "distancing": {
        "ar": [("زعم", "زعم"), ("ادّعى", "ادّعى")],
        "en": [("claimed", "claim"), ("alleged", "allege")],
    },
    "denying": {
        "ar": [("نفى", "نفى"), ("أنكر", "أنكر")],
        "en": [("denied", "deny"), ("rejected the report", "reject")],
    },
}

MEDIA: Final[list[tuple[str, str, str]]] = [
    ("statement", "في بيان", "in a statement"),
    ("phone-call", "في اتصال هاتفي", "in a phone call"),
    ("press-conference", "في مؤتمر صحفي", "at a press conference"),
    ("interview", "في مقابلة", "in an interview"),
    ("social-media", "في تغريدة", "in a post"),
    ("speech", "في خطاب", "in a speech"),
]

UNNAMED: Final[list[Pair]] = [
    ("مصدر مطّلع", "a source with knowledge of the matter"), ("مسؤول محلي", "a local official"),
    ("شهود عيان", "witnesses"), ("دبلوماسي", "a diplomat"),
]

LABELS: Final[list[tuple[str, str, str]]] = [
    ("loaded-label", "المتطرّف", "extremist"), ("loaded-label", "الإرهابي", "terrorist"),
    ("epithet", "البطل", "heroic"), ("epithet", "العجوز", "ageing"),
    ("scare-quotes", "«المُعتدِل»", "“moderate”"), ("scare-quotes", "«المنتخَب»", "“elected”"),
]

MONTHS: Final[dict[str, list[str]]] = {
    "ar": ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
           "تشرين الأول", "تشرين الثاني", "كانون الأول"],
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December"],
}

NOUNS: Final[dict[str, list[str]]] = {
    "ar": ["التقرير", "الاتفاق", "المشروع", "القرار", "الاجتماع", "الحوار", "الطريق", "السوق",
           "الميناء", "المستشفى", "الحصاد", "الموسم", "القطاع", "المجلس", "الوفد", "البرنامج",
           "الملف", "الحدود", "المخزون", "التمويل", "الجسر", "المدرسة", "الانتخابات", "الموازنة",
           "الهدنة", "القافلة", "المبادرة", "اللجنة", "الشبكة", "المنطقة", "البلـدة", "النقابة"],
    "en": ["report", "agreement", "project", "decision", "meeting", "dialogue", "road", "market",
           "harbour", "hospital", "harvest", "season", "sector", "council", "delegation",
           "programme", "file", "border", "stockpile", "funding", "bridge", "school", "election",
           "budget", "truce", "convoy", "initiative", "committee", "network", "region", "town",
           "union"],
}

VERBS: Final[dict[str, list[str]]] = {
    "ar": ["راجع", "ناقش", "أجّل", "دعم", "تابع", "عرض", "درس", "وسّع", "غيّر", "افتتح", "حمى",
           "انتقد", "قدّم", "أعاد", "سجّل", "رتّب"],
    "en": ["reviewed", "discussed", "postponed", "supported", "followed", "presented", "studied",
           "widened", "changed", "opened", "protected", "criticised", "introduced", "returned",
           "recorded", "arranged"],
}

ADJECTIVES: Final[dict[str, list[str]]] = {
    "ar": ["الجديد", "المشترك", "المؤقّت", "المحلّي", "الأخير", "العاجـل", "المُهِمّ", "السابق",
           "الدوري", "الفنّي", "الرسمي", "الواسع", "المتأخّر", "السنوي", "الإقليمي", "الهادئ"],
    "en": ["new", "joint", "temporary", "local", "latest", "urgent", "important", "former",
           "regular", "technical", "official", "broad", "delayed", "annual", "regional", "quiet"],
}

PREPOSITIONS: Final[dict[str, list[str]]] = {
    "ar": ["بعد", "قبل", "خلال", "حول", "في", "قرب", "ضمن", "رغم"],
    "en": ["after", "before", "during", "about", "within", "near", "despite", "under"],
}
