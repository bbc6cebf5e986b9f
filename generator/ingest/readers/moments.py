"""Moments as feeds and exports write them, in the spelling of ISO 8601: one way to read them for all readers."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\d{4}-?\d\d-?\d\d(?:$|[T ]\d\d:?\d\d)")
_FIGURES = re.compile(r"[\d\s:.,TZ+-]+")
_MIDNIGHT = re.compile(r"(?<=^\d{4}-\d\d-\d\d)T00:00:00.*")
_EPOCH = re.compile(r"-?\d{9,19}(?:\.\d{1,9})?")
_FIRST, _LAST = 31_536_000, 4_102_444_800  # 1971, 2100: a smaller or larger number counts something else
_LONGEST = 80


def stated(value: object) -> str:
    """The moment that a field states, as `2026-11-22` or `2026-11-22T08:15:00+01:00`; empty where it states none.

    Read are ISO 8601, the form of mails and RSS, and seconds or finer parts since 1970; midnight, the way in which a
    day is stored, is left out. Any other text is given back, for whoever knows the language of the document.
    """
    return _MIDNIGHT.sub("", _stated(value))


def _stated(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    text = " ".join(str(value).split())
    if len(text) > _LONGEST:
        return ""
    if isinstance(value, (int, float)) or _EPOCH.fullmatch(text):
        return _since_1970(text)
    if _ISO.match(text):
        return _iso(text) or ("" if _FIGURES.fullmatch(text) else text)
    return _of_mail(text) or text


def _iso(text: str) -> str:
    text = re.sub(r"(?<=\d) (?=[+-]\d\d:?\d\d$)", "", text)
    try:
        if re.fullmatch(r"[\d-]+", text):
            return dt.date.fromisoformat(text).isoformat()
        return dt.datetime.fromisoformat(text).isoformat(timespec="seconds")
    except ValueError:
        return ""


def _of_mail(text: str) -> str:
    """RFC 5322 §3.3; empty without a zone, too, since names of zones that it does not know are known elsewhere."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError, TypeError):
        return ""
    return moment.isoformat(timespec="seconds") if moment.tzinfo else ""


def _since_1970(text: str) -> str:
    if re.fullmatch(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", text):
        return _iso(text)
    try:
        seconds = float(text)
    except (ValueError, OverflowError):
        return ""
    while abs(seconds) > _LAST and abs(seconds) <= 1e19:
        seconds /= 1000
    if not _FIRST <= seconds <= _LAST:
        return ""
    return dt.datetime.fromtimestamp(int(seconds), dt.UTC).isoformat()
