"""Time zones as newspapers print them, told as offsets, and only where a name means one zone."""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo

_FIXED: dict[str, float] = {
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "wet": 0, "west": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "hec": 1,
    "eet": 2, "eest": 3, "msk": 3, "мск": 3, "trt": 3, "sast": 2, "wat": 1, "cat": 2, "eat": 3, "pkt": 5, "npt": 5.75,
    "wib": 7, "wita": 8, "wit": 9, "hkt": 8, "sgt": 8, "pht": 8, "awst": 8, "jst": 9, "kst": 9, "acst": 9.5,
    "acdt": 10.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "nst": -3.5, "ndt": -2.5, "brt": -3, "est": -5,
    "edt": -4, "cdt": -5, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
_BY_RULE = {
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
    "eastern": "America/New_York", "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
}  # fmt: skip
"""Names that leave summer time to the date."""
_BY_LANGUAGE = {
    "ist": {"en-in": "Asia/Kolkata", "hi": "Asia/Kolkata", "en-ie": "Europe/Dublin", "he": "Asia/Jerusalem"},
    "cst": {"en-us": "America/Chicago", "zh": "Asia/Shanghai"},
    "bst": {"en-gb": "Europe/London"},
}
"""Names of several zones, of which a reader of the language thinks of one."""
_OFFSET = re.compile(r"(?:gmt|utc)?\s*([+\-−–])(\d{1,2})(?::?(\d{2}))?$")


def offset(name: str, moment: dt.datetime, lang: str = "") -> dt.timedelta | None:
    """How far the zone called `name` (`GMT`, `ET`, `+01:00`) is ahead of UTC at `moment`, a time in that zone.

    None for a name that is unknown or means several zones (`IST`, `CST`, `BST`), unless `lang` with its region tells
    which.
    """
    name = " ".join(name.casefold().replace(".", "").split()).removesuffix(" time")
    if match := _OFFSET.match(name):
        hours, minutes = int(match[2]), int(match[3] or 0)
        if hours > 14 or minutes > 59:
            return None
        ahead = dt.timedelta(hours=hours, minutes=minutes)
        return ahead if match[1] == "+" else -ahead
    if name in _FIXED:
        return dt.timedelta(hours=_FIXED[name])
    tag = lang.casefold()
    told = _BY_LANGUAGE.get(name, {})
    place = _BY_RULE.get(name) or told.get(tag) or told.get(tag.partition("-")[0])
    if place is None:
        return None
    try:
        return moment.replace(tzinfo=zoneinfo.ZoneInfo(place)).utcoffset()
    except zoneinfo.ZoneInfoNotFoundError:
        return None  # a system without zone data: the date stands without its time
