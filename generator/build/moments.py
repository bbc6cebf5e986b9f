"""Days and moments made comparable: sources state now a date, now a date-time, and feeds want a full moment."""

from __future__ import annotations

import datetime as dt

from generator.model import Day, Entry


def moment(day: Day, zone: dt.tzinfo) -> dt.datetime:
    """The moment, with its zone; of a date alone its first in the site's zone."""
    if isinstance(day, dt.datetime):
        return day if day.tzinfo else day.replace(tzinfo=zone)
    return dt.datetime.combine(day, dt.time(), zone)


def day(when: Day | None, zone: dt.tzinfo) -> dt.date | None:
    """The day on which it falls in the site's zone; a date alone is its own day everywhere."""
    return when.astimezone(zone).date() if isinstance(when, dt.datetime) else when


def updated(entry: Entry, zone: dt.tzinfo) -> Day | None:
    """When an entry last changed as far as is known: the later of its dates, else the day it was first seen."""
    stated = [day for day in (entry.date, entry.lastmod) if day]
    return max(stated, key=lambda day: moment(day, zone)) if stated else entry.day
