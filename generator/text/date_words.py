"""The words that stand around a printed date: labels, clocks, weekdays, and dates that only mean something today."""

from __future__ import annotations

import re

_UPDATED = (
    r"(?:last\s+)?(?:updated|modified|edited|revised|changed)|update|zuletzt\s+(?:aktualisiert|geändert)|aktualisiert|geändert"
    r"|aktualisierung|(?-i:Stand|STAND)|(?:dernière\s+)?mise\s+à\s+jour|mis\s+à\s+jour|modifié|actualizad[oa]|(?:última\s+)?actualización"
    r"|modificado|aggiornato|(?:ultimo\s+)?aggiornamento|atualizad[oa]|(?:última\s+)?atualização|(?:son\s+)?güncelle(?:me|nme)"
    r"|güncellendi|обновлен[оа]|изменено|последнее\s+обновление|آخر\s+تحديث|تم\s+التحديث|تحديث"
    r"|(?:laatst\s+)?(?:bijgewerkt|gewijzigd)|(?:senast\s+)?uppdatera[dt]|(?:sist\s+)?oppdatert|(?:sidst\s+)?opdateret"
    r"|(?:ostatnia\s+)?(?:zaktualizowano|aktualizacja)|(?:viimeksi\s+)?(?:päivitetty|muokattu)|aktualizováno|aktualizované"
    r"|(?:naposledy\s+)?(?:upraveno|aktualizácia)|aktualizace|frissítve|frissült|módosítva|actualizat[ăa]?|actualizare"
    r"|ultima\s+actualizare|обновен[оа]|последна\s+промяна|оновлено|(?:τελευταία\s+)?ενημέρωση|ενημερώθηκε|עודכן|עדכון(?:\s+אחרון)?"
    r"|अपडेट(?:ेड)?|अद्यतन|diperbarui|dikemas\s+kini|cập\s+nhật|อัป?เดต|แก้ไข|ปรับปรุง|به‌?\s?روزرسانی|آخرین\s+ویرایش"
    r"|(?:最后|最後)?更新(?:时间|時間|日時?)?|最終更新(?:日時?)?|修改(?:时间|時間)|최종수정|수정|업데이트"
)
_PUBLISHED = (
    r"(?:first\s+|originally\s+|date\s+)?(?:published|poste[dé]e?|posté|created|issued|released|filed|uploaded|added|submitted|printed)"
    r"|publication\s+date|pub\s*date|date\s+(?:published|created)|publish\s+date|dated?|veröffentlicht|erschienen|erstellt"
    r"|erscheinungsdatum|(?:nachricht|meldung|pressemitteilung|artikel|beitrag)\s+vom"
    r"|publiziert|datum|publiée?|paru|créé|mis\s+en\s+ligne|publicad[oa]|fecha|creado|pubblicat[oa]|data(?:\s+publikacji)?|publicação"
    r"|postad[oa]|yayın(?:lanma|landı)?|giriş|eklenme|oluşturulma|tarih|опубликован[оа]|дата(?:\s+публикации)?|создано"
    r"|(?:تم\s+|تاريخ\s+)?(?:ال)?نشر|نُشر|gepubliceerd|geplaatst|publicera[dt]|publisert|udgivet|publiceret|offentliggjort"
    r"|opublikowano|publikacja|dodano|geschrieben|julkaistu|publikováno|zveřejněno|vydáno|publikované|zverejnené|megjelent|közzétéve"
    r"|publicată?|publikované|публикувано|публикувана|опубліковано|δημοσιεύτηκε|δημοσιεύθηκε|δημοσίευση|ημερομηνία|פורסם|תאריך"
    r"|प्रकाशित|diterbitkan|dipublikasikan|tayang|diterbitkan|đăng(?:\s+ngày)?|xuất\s+bản|เผยแพร่|โพสต์|تاریخ\s+انتشار|منتشر\s+شده"
    r"|(?:发布|發布|发表|發表|刊登)(?:时间|時間|于|於|日期)?|公開(?:日時?)?|投稿日?|掲載(?:日時?)?|配信|기사입력|입력|등록|승인|발행일?"
)
_AFTER = r"on|at|am|um|le|el|il|em|den|in|date|tarihi|time|fi|في|o|à|a"
LABEL = re.compile(
    rf"(?<![\w@])(?:(?P<updated>{_UPDATED})|(?P<published>{_PUBLISHED}))(?:\s+(?:{_AFTER})\b)?\s*[:\-–—]?\s*",
    re.IGNORECASE,
)
"""`Published on`, `Updated:`: what a date is the date of."""

_UNITS = (
    r"seconds?|secs?|minutes?|mins?|min|m|hours?|hrs?|hr|h|days?|d|weeks?|w|months?|mos?|mo|years?|yrs?|yr|y"
    r"|sekunden?|minuten?|stunden?|std|tag(?:en)?|wochen?|monaten?|heures?|jours?|semaines?|mois|horas?|minutos?|días?|semanas?"
    r"|ore|ora|giorni|giorno|dias?|saat|dakika|gün|hafta|часов|часа|час|минут|дней|дня|день|ساعة|ساعات|دقيقة|أيام|يوم"
    r"|uur|uren|dagen|weken|tim(?:mar|mer|me|er)?|minuter|minutter|dag(?:ar|e|er)|tuntia?|minuuttia|päivää?|godzin[yę]?|minuty?"
    r"|dni|hodin(?:ami|y)?|minutami|dny|órája|perce|napja|zile|години?|хвилин[иу]?|днів|дні|часа|дни|ώρες|ώρα|λεπτά|ημέρες"
    r"|jam|menit|hari|giờ|phút|ngày|घंटे|मिनट|दिन|ساعت|دقیقه|روز|שעות|דקות|ימים"
)
_AGO = (
    r"ago|önce|fa|atrás|назад|geleden|sedan|siden|sitten|temu|тому|преди|(?:yang\s+)?lalu|trước|पहले|پیش|قبل|ez\s?előtt"
)
_SINCE = r"about|over|vor|il y a|hace|há|около|för|for|před|pred|acum|πριν(?:\s+από)?|преди|לפני"
_ONE = r"an?|one|einer|einem|une?|una?|uma?|een|en|ett"
_DAY = (
    r"yesterday|today|just now|gestern|heute|hier|aujourd['’]hui|ayer|hoy|ieri|oggi|ontem|hoje|dün|bugün"
    r"|gisteren|vandaag|igår|i\s?går|idag|i\s?dag|eilen|tänään|wczoraj|dzisiaj|dziś|včera|dnes|tegnap|azi|χθες|σήμερα"
    r"|вчера|сегодня|вчора|сьогодні|днес|kemarin|hôm\s+(?:qua|nay)|أمس|اليوم|دیروز|امروز|אתמול|היום"
)
_COUNTED = rf"(?:{_UNITS})\b\.?(?:\s*(?:{_AGO})\b)?(?:\s*[|•·-]?\s*updated)?"
RELATIVE = re.compile(
    rf"(?<![^\W\d_])(?:(?:(?:{_SINCE})\s+)?(?:(?<![:.\d$€£¥])\d{{1,3}}\s*|\b(?:{_ONE})\s+){_COUNTED}|\b(?:{_DAY})\b)"
    rf"|(?=\d)(?:(?<![:.\d$€£¥])\d{{1,3}}\s*{_COUNTED}|\d{{1,3}}\s*(?:秒|分钟|分鐘|小时|小時|天|周|週|日|時間|分)(?:以)?[前之]前?"
    r"|\d{1,3}\s*(?:초|분|시간|일|주)\s*전|\d{1,3}\s*(?:วินาที|นาที|ชั่วโมง|วัน)(?:ที่แล้ว|ที่ผ่านมา)?)"
    r"|(?=[\u0600-\uffff])(?:منذ\s+(?:\d+\s+)?\w+|قبل\s+\d+\s+\w+|昨天|今天|昨日|今日|어제|오늘|เมื่อวาน)",
    re.IGNORECASE,
)
"""`5 hours ago`: no date, once the page is saved."""

TIME = re.compile(
    r"\d{1,2}\s*[:.h]\s*\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\b\.?)?|\d{1,2}\s?[時时點点시]\s?(?:\d{1,2}\s?[分분])?\s?(?:\d{1,2}\s?[秒초])?|\d{1,2}\s*(?:[ap]\.?m\b\.?|Uhr\b|h\b)|noon|midnight"
    r"|\b\d{4}(?=\s(?:GMT|UTC|HKT|EST|EDT|[A-Z]{2,3}T)\b)",
    re.IGNORECASE,
)
_WEEKDAYS = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|pazar(?:tesi)?|salı|çarşamba|perşembe"
    r"|cuma(?:rtesi)?|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?"
)
_EASTERN = (
    r"[（(][月火水木金土日一二三四五六월화수목금토일][）)]|(?:星期|[周週])[一二三四五六日天]|[月火水木金土日]曜日?|[월화수목금토일]요일"
    r"|[上下]午|午[前後]|오[전후]|thứ\s+(?:hai|ba|tư|năm|sáu|bảy)\b|chủ\s+nhật\b|\bngày\b|יום\s+[\u05d0-\u05ea]+[׳']?|เวลา|น\.|ساعت|التوقيت\s+العالمي|ที่(?=\s*\|)"
)
_SMALL_WORDS = (
    r"at|um|à|a las|alle|às|kl|klo|saat|on|Uhr|hrs|hours|h|le|el|il|am|pm|local time|time|from|eastern|de|of|the|o|в"
)
_MINUTES = (
    r"\b\d+\s*[- ]?(?:min(?:ut\w{0,4})?|мин\w{0,3}|хв\w{0,5}|dk|dakika|perc|λεπτά|menit|phút"
    r"|דקות|دقائق|मिनट|นาที|分[钟鐘]?|분)\b\.?"
)
READING_TIME = re.compile(
    rf"{_MINUTES}\s+(?:read|listen|watch|(?:de|di)\s+l\w{{5,6}}|lesezeit|leestijd|lästid|læsetid|lesetid|czytania|чтения"
    rf"|okuma)\b|(?:lesezeit|lesedauer|leestijd|reading\s+time|(?:temps|tiempo|tempo)\s+(?:de|di)\s+l\w{{5,6}})\s*:?\s*{_MINUTES}",
    re.IGNORECASE,
)
"""`5 min read`, `Reading time: 5 minutes`"""
AROUND = re.compile(
    rf"\b(?:{_WEEKDAYS})\b|{_EASTERN}|(?-i:\b(?:[A-Z]{{1,4}}T|GMT|UTC|BST|CEST|MES?Z|HAE|HNE|TU|PTG|PG|TSİ|MSK|МСК|WIB|WITA|Z)\b)(?:\s*[+-]\s*\d{{1,2}}(?::?\d{{2}})?)?"
    rf"|\b(?:{_SMALL_WORDS})\b|{_MINUTES}|[+-]\d{{2}}:?\d{{2}}",
    re.IGNORECASE,
)
"""Weekdays, zones and small words, which say nothing without their date."""

WITHOUT_YEAR = re.compile(
    r"\b(?P<a>[^\W\d_]{3,9})\.?\s+\d{1,2}(?:st|nd|rd|th)?\b|\b\d{1,2}\.?\s+(?P<b>[^\W\d_]{3,9})\b"
)
GLUED_TIME = re.compile(
    r"(?<=\b(?:19|20)\d\d)(?=\d{1,2}(?:[:.]\d\d|\.? [^\W\d_]))"
    r"|(?<=[a-zß-ÿ\d])(?=[A-Z][a-zß-ÿ]{2,9}\.? \d{1,2},? (?:19|20)\d\d\b)"
    r"|(?<=:\d\d)(?=[A-ZÀ-Þ][a-zß-ÿ]{4,14}:|[A-ZÀ-Þ][a-zß-ÿ]{2,14}\b|[A-Z]{3,4}\b)"
    r"|(?<=\b(?:19|20)\d\d)(?=[A-ZÀ-Þ][a-zß-ÿ]{5,14}\b)"
)
"""Between the year and the clock of `20247:55 AM`, or the same day once more; between a name and a month; between a
clock and the next label or its zone."""

GLUED_PROSE = re.compile(
    r"(?:date|published|posted|updated|datum|fecha)\s*:?\s*"
    r"(?P<date>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|\d{1,2}[./]\d{1,2}[./]\d{4})\s*(?=\S)",
    re.IGNORECASE,
)
"""`date 2025-03-09` before the first sentence."""
