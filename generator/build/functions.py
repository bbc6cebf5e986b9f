"""What templates may call: functions of their arguments and of the site, which give the same on every page.

What depends on the site takes a `Here` as its first argument; templates call it without. docs/templates.md lists them.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from html import escape
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.build import attributes, publishers, structured, topics
from generator.build.addresses import from_root
from generator.build.front import front
from generator.build.moments import moment
from generator.build.wording import Here, locale, number, plural, plural_forms, say, subject
from generator.model import Day, Entry, Page, Story
from generator.text.direction import direction

_TAG = re.compile(rf"(<[a-z][^\s<>/\"']*)({attributes.TEXT})", re.IGNORECASE)
_ADDRESSES = frozenset(("href", "src", "action", "poster"))
_CANDIDATE = re.compile(r"(^\s*|,\s+|[wx],)(/(?!/)\S*[^\s,])")
"""An address in a `srcset`, with what may stand before it."""
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML file may hold, in whatever spelling."""
_STYLES = ("full", "long", "medium", "short", "weekday", "initial", "month")


def link(here: Here, url: str) -> str:
    """The address of a page or file of the site as a page must write it."""
    return from_root(url, pretty=bool(here.config.url))


def absolute(here: Here, url: str) -> str:
    """The same with the site's full address; from its root when no `url` is configured."""
    if not url.startswith("/") or url.startswith("//"):
        return url
    return here.config.url.rstrip("/") + url


def static(here: Here, name: str) -> str:
    """Link to `static/<name>` with a version that changes when the file does. Raises LookupError if there is none."""
    version = here.versions.get(f"static/{name}")
    if version is None:
        raise LookupError(f"there is no file `static/{name}`")
    return f"{link(here, f'/static/{name}')}?v={version}"


def day(here: Here, when: Day, style: str = "long") -> str:
    """A date in the site's language: full, long, medium, short (medium in another year), weekday, initial, month."""
    if style not in _STYLES:
        raise ValueError(f"there is no style `{style}` of a day; there are {', '.join(_STYLES)}")
    if isinstance(when, dt.datetime):
        when = when.astimezone(here.config.zone).date()
    if style == "short" and here.year and when.year != here.year:
        style = "medium"
    return _day(when, style, here.config.language)


@lru_cache(maxsize=8192)
def _day(when: dt.date, style: str, language: str) -> str:
    from babel.dates import format_date, format_skeleton

    spoken = locale(language)
    if style == "short":
        return format_skeleton("MMMd", when, locale=spoken)
    if style == "month":
        return format_skeleton("yMMMM", when, locale=spoken)
    return format_date(when, {"weekday": "EEEE", "initial": "EEEEEE"}.get(style, style), locale=spoken)


def time(here: Here, when: Day) -> str:
    """The time of day in the site's zone; empty for a date alone."""
    return _spelled(when, here.config.zone)[11:16] if isinstance(when, dt.datetime) else ""


def iso(here: Here, when: Day) -> str:
    """ISO 8601; moments in the site's zone, to the second."""
    return _spelled(when, here.config.zone) if isinstance(when, dt.datetime) else when.isoformat()


@lru_cache(maxsize=65536)
def _spelled(when: dt.datetime, zone: dt.tzinfo) -> str:
    return when.astimezone(zone).isoformat(timespec="seconds")


def rfc822(here: Here, when: Day) -> str:
    """The spelling that RSS wants; of a date alone its first moment in the site's zone."""
    from email.utils import format_datetime

    return format_datetime(moment(when, here.config.zone))


def host(url: str) -> str:
    """The name of the machine in a web address, without `www.`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def body(here: Here, page: Page | str) -> str:
    """The HTML of a body, or of a story's introduction, with its links written for a page."""
    return _linked(page, lambda url: link(here, url))


def absolute_body(here: Here, page: Page | str) -> str:
    """The same with full addresses, for feeds."""
    return _linked(page, lambda url: absolute(here, url))


def _linked(page: Page | str, write: Callable[[str], str]) -> str:
    text = page if isinstance(page, str) else page.html
    if '="/' not in text and "='/" not in text:
        return text

    def change(name: str, value: str) -> str:
        if name in _ADDRESSES and value.startswith("/") and not value.startswith("//"):
            return write(value)
        return _CANDIDATE.sub(lambda found: found[1] + write(found[2]), value) if name == "srcset" else value

    def tag(match: re.Match[str]) -> str:
        rooted = '="/' in match[2] or "='/" in match[2]
        return match[1] + attributes.written(match[2], change) if rooted else match[0]

    return _TAG.sub(tag, text)


def tongue(here: Here, entry: Entry) -> str:
    """Attributes for a text in another language than the site's; empty for one in the same."""
    own, site = entry.lang, here.config.language
    if not own or own == site or own.split("-")[0] == site.split("-")[0]:
        return ""
    return f' lang="{escape(own)}" dir="{entry.dir}"'


def apart(stories: Iterable[Story]) -> tuple[list[Story], list[Entry]]:
    """Those of several reports, and the reports that stand alone."""
    stories = tuple(stories)
    return [each for each in stories if not each.lone], [each.entries[0] for each in stories if each.lone]


def web_site(here: Here) -> dict[str, Any]:
    """What search engines are told of the site."""
    return structured.site(here.config.title, here.config.language, partial(absolute, here))


def news_article(here: Here, entry: Entry, page: Page, story: Story | None = None) -> dict[str, Any]:
    """What search engines are told of a report."""
    return structured.article(entry, page.words, story, partial(absolute, here), partial(iso, here))


def news_story(here: Here, story: Story) -> dict[str, Any]:
    """The same of a story."""
    return structured.story(story, here.config.title, partial(absolute, here), partial(iso, here))


def json_(value: Any) -> str:
    """JSON that may stand in HTML, in a script too."""
    text = _JSON.encode(value)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _spell(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no spelling in JSON")


_JSON = json.JSONEncoder(ensure_ascii=False, default=_spell)
"""Made once: most values are short, and making it costs more than spelling one."""


def xml(value: str) -> str:
    """Text, or the HTML of a body, as text of an XML file: escaped, without the characters that XML cannot hold."""
    return _UNFIT.sub("", value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")


OF_THE_SITE: dict[str, Callable[..., Any]] = {
    "link": link,
    "absolute": absolute,
    "static": static,
    "day": day,
    "time": time,
    "iso": iso,
    "rfc822": rfc822,
    "_": say,
    "plural": plural,
    "plural_forms": plural_forms,
    "subject": subject,
    "number": number,
    "body": body,
    "absolute_body": absolute_body,
    "tongue": tongue,
    "web_site": web_site,
    "news_article": news_article,
    "news_story": news_story,
}
OF_ARGUMENTS: dict[str, Callable[..., Any]] = {
    "topic_url": topics.topic_url,
    "publisher_url": publishers.url,
    "direction": direction,
    "host": host,
    "apart": apart,
    "front": front,
    "json": json_,
    "xml": xml,
}
"""By the names that templates use. To add one is to add a function and a line here and in docs/templates.md."""
_MARKUP = frozenset(("body", "absolute_body", "tongue", "json", "xml"))
"""Those that give markup, not text to be escaped."""


def functions(here: Here) -> dict[str, Callable[..., Any]]:
    """All that templates of this site may call, by name."""
    every = {name: partial(function, here) for name, function in OF_THE_SITE.items()} | OF_ARGUMENTS
    return every | {name: _markup(every[name]) for name in _MARKUP}


def _markup(function: Callable[..., str]) -> Callable[..., Markup]:
    new = str.__new__  # what it gives is text, and `Markup` need not ask it for its markup first
    return lambda *arguments, **named: new(Markup, function(*arguments, **named))
