"""The words that stand around a printed date: labels, clocks, weekdays, and dates that only mean something today."""

from __future__ import annotations

import re

_UPDATED = (
    r"(?:last\s+)?(?:updated|modified|edited|revised|changed)|update|zuletzt\s+(?:aktualisiert|geändert)|aktualisiert|geändert"
    r"|stand|(?:dernière\s+)?mise\s+à\s+jour|mis\s+à\s+jour|modifié|actualizad[oa]|(?:última\s+)?actualización|modificado"
    r"|aggiornato|(?:ultimo\s+)?aggiornamento|atualizad[oa]|última\s+atualização|(?:son\s+)?güncelle(?:me|nme)|güncellendi"
    r"|обновлено|изменено|آخر\s+تحديث|تم\s+التحديث|تحديث|bijgewerkt|uppdaterad|oppdatert|opdateret|zaktualizowano|aktualizacja"
)
_PUBLISHED = (
    r"(?:first\s+|originally\s+|date\s+)?(?:published|posted|created|issued|released|filed|uploaded|added|submitted|printed)"
    r"|publication\s+date|pub\s*date|date\s+(?:published|created)|publish\s+date|dated?|veröffentlicht|erschienen|erstellt"
    r"|publiziert|datum|publiée?|paru|créé|mis\s+en\s+ligne|publicad[oa]|fecha|creado|pubblicat[oa]|data|publicação"
    r"|yayın(?:lanma|landı)?|giriş|eklenme|oluşturulma|tarih|опубликовано|дата|создано|(?:تم\s+|تاريخ\s+)?ال?نشر|نُشر"
    r"|gepubliceerd|publicerad|publisert|udgivet|opublikowano|dodano"
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
)
RELATIVE = re.compile(
    r"(?:(?<![^\W\d_])(?:about|over|vor|il y a|hace|há|около)\s+)?"
    rf"(?:\d{{1,3}}\s*|\b(?:an?|one|einer|einem|une?|una?|uma?)\s+)(?:{_UNITS})\b\.?"
    r"(?:\s*(?:ago|önce|fa|atrás|назад))?(?:\s*[|•·-]?\s*updated)?"
    r"|\b(?:yesterday|today|just now|gestern|heute|hier|aujourd['’]hui|ayer|hoy|ieri|oggi|ontem|hoje|dün|bugün)\b"
    r"|\b(?:вчера|сегодня)\b|منذ\s+(?:\d+\s+)?\w+|قبل\s+\d+\s+\w+",
    re.IGNORECASE,
)
"""`5 hours ago`: no date, once the page is saved."""

TIME = re.compile(
    r"\d{1,2}\s*[:.h]\s*\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\b\.?)?|\d{1,2}\s*(?:[ap]\.?m\b\.?|Uhr\b|h\b)|noon|midnight"
    r"|\b\d{4}(?=\s(?:GMT|UTC|HKT|EST|EDT|[A-Z]{2,3}T)\b)",
    re.IGNORECASE,
)
_WEEKDAYS = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|pazar(?:tesi)?|salı|çarşamba|perşembe"
    r"|cuma(?:rtesi)?|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?"
)
_SMALL_WORDS = (
    r"at|um|à|a las|alle|às|kl|klo|saat|on|Uhr|hrs|hours|h|le|el|il|am|pm|local time|time|from|eastern|de|of|the|o|в"
)
AROUND = re.compile(
    rf"\b(?:{_WEEKDAYS})\b|(?-i:\b(?:[A-Z]{{1,4}}T|GMT|UTC|BST|CEST|MSK|WIB|Z)\b)(?:\s*[+-]\s*\d{{1,2}}(?::?\d{{2}})?)?"
    rf"|\b(?:{_SMALL_WORDS})\b|\b\d+\s*[- ]?min(?:ute)?s?\.?(?:\s+(?:read|listen|watch))?|[+-]\d{{2}}:?\d{{2}}",
    re.IGNORECASE,
)
"""Weekdays, zones and small words, which say nothing without their date."""

WITHOUT_YEAR = re.compile(
    r"\b(?P<a>[^\W\d_]{3,9})\.?\s+\d{1,2}(?:st|nd|rd|th)?\b|\b\d{1,2}\.?\s+(?P<b>[^\W\d_]{3,9})\b"
)
GLUED_TIME = re.compile(r"(?<=\b(?:19|20)\d\d)(?=\d{1,2}[:.]\d\d)")
"""Between the year and the clock of `20247:55 AM`."""

GLUED_PROSE = re.compile(
    r"(?:date|published|posted|updated|datum|fecha)\s*:?\s*"
    r"(?P<date>\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|\d{1,2}[./]\d{1,2}[./]\d{4})\s*(?=\S)",
    re.IGNORECASE,
)
"""`date 2025-03-09` before the first sentence."""
