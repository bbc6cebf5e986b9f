"""What the fields of an export are called: by the names of its keys or columns, a record becomes an Entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.ingest.readers.entry import MEDIA, Entry, hint, is_address, plain, standfirst
from generator.ingest.readers.moments import stated
from generator.model import Hint
from generator.text.bylines import people

_COLUMNS: dict[str, tuple[str, ...]] = {
    field: tuple(names.split())
    for field, names in {
        "title": "title headline webtitle articletitle newstitle subject",
        "content": """
            contenthtml bodyhtml articlehtml contentencoded contenttext maintext fulltext articletext articlebody
            bodytext articlecontent cleanedtext plaintext textcontent text body content article story fullcontent
            newstext rawtext html rawhtml leadparagraph
        """,
        "summary": """
            summary abstract lead excerpt standfirst description trailtext teaser snippet dek subtitle subheadline
            metadescription
        """,
        "date": """
            datepublished publishedat publisheddate publisheddatetime publicationdate datepublish publishdate pubdate
            published webpublicationdate datetimepub publicationtime publishedon publishtime dategmt datetime date
            posted postedat issued datecreated createdat created timestamp time
        """,
        "lastmod": """
            datemodified modifiedat dateupdated updatedat lastmodified lastmod datemodify modifieddate updateddate
            modifiedgmt updated modified lastupdated
        """,
        "authors": "authors author byline creator authorname writer",
        "name": """
            publisher publication sourcename source sitename site outlet newspaper feedtitle origin provider
            sourcehostname hostname sourcedomain domain website
        """,
        "url": "url link canonicalurl weburl articleurl permalink sourceurl externalurl alternate canonical href",
        "lang": "language lang inlanguage languagecode locale",
        "section": "section sectionname articlesection category rubric",
        "tags": "tags keywords topics categories",
        "id": "id guid uuid articleid docid uri fingerprint key urn",
    }.items()
}
"""Keys without case, spaces and signs, by what they mean; of several, the first that has a value."""
_KNOWN = frozenset(name for names in _COLUMNS.values() for name in names)
_WITHIN = (
    "_source",
    "article",
    "doc",
    "document",
    "item",
    "data",
    "node",
    "fields",
    "attributes",
    "metadata",
    "thread",
)
"""Where the fields of a record may be, one level down."""
_VALUES = (
    "rendered",
    "main",
    "name",
    "title",
    "original",
    "@value",
    "#text",
    "content",
    "text",
    "href",
    "$oid",
    "$date",
)
"""Where the value of a field may be, one level down."""
_LONG = 200
_LISTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_PAGE = re.compile(r"\s*(?:<!--[^>]{0,2000}>\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)


class Row:
    """One record by the names of its keys, whatever their spelling, with what lies one level down."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        self._fields: dict[str, tuple[str, Any]] = {}
        within = [value for key in _WITHIN if isinstance(value := record.get(key), Mapping)]
        for values in (*within[:1], record, *within[1:]) if "_source" in record else (record, *within):
            for key, value in values.items():
                if key != "_source" and value not in (None, "", [], {}):
                    self._fields.setdefault(spelled(str(key)), (str(key), value))

    def all(self, field: str) -> list[tuple[str, Any]]:
        """The values given for a field, each with its key, the likeliest first."""
        return [self._fields[name] for name in _COLUMNS[field] if name in self._fields]

    def first(self, field: str) -> tuple[str, str]:
        """The first value for a field that is a text, with its key; both empty without one."""
        return next(((key, text) for key, value in self.all(field) if (text := text_of(value))), ("", ""))

    def value(self, name: str) -> Any:
        """The value of a key that is in no table."""
        return self._fields.get(name, ("", None))[1]

    @property
    def is_article(self) -> bool:
        """Whether it has a text, or a title, and something else that articles have; a long text is one by itself."""
        text = self.first("content")[1]
        said = [bool(self.first(each)[1]) for each in ("title", "date", "url", "summary")]
        return len(text) >= _LONG or (bool(text) and any(said)) or (said[0] and any(said[1:]))


def spelled(key: str) -> str:
    """A key as it stands in the table: of `dc:title`, `article.headline` and `Main text` what is known of them."""
    whole = re.sub(r"[\W_]+", "", key.casefold())
    return whole if whole in _KNOWN else re.sub(r"[\W_]+", "", re.split(r"[:./]", key.casefold())[-1])


def known(keys: Iterable[str]) -> set[str]:
    """The fields that the keys speak of."""
    names = {spelled(key) for key in keys}
    return {field for field, mine in _COLUMNS.items() if names.intersection(mine)}


def entry(row: Row, what: str, around: tuple[Hint, ...] = ()) -> Entry:
    """A record as an Entry; `what` its fields are called: key, column."""
    content, kind = _content(row)
    url = next((text for _, value in row.all("url") if is_address(text := text_of(value))), "")
    links = [text for field in ("id", "name") for _, value in row.all(field) if is_address(text := text_of(value))]
    url = url or next(iter(links), "")

    def said(field: str, value: str, key: str) -> tuple[Hint, ...]:
        return hint(field, value, f"{what} {key}")

    summary, told = row.first("summary")[::-1]
    hints = (
        *(one for key, value in row.all("title")[:1] for one in said("title", plain(text_of(value)), key)),
        *(one for key, value in row.all("date") for one in said("date", _moment(key, value), key)),
        *(one for key, value in row.all("lastmod") for one in said("lastmod", _moment(key, value), key)),
        *(standfirst(summary, content, f"{what} {told}") if summary != content else ()),
        *(one for key, value in row.all("authors")[:1] for name in _names(value) for one in said("authors", name, key)),
        *(one for key, value in row.all("lang")[:1] for one in said("lang", text_of(value), key)),
        *(one for key, value in row.all("section")[:1] for one in said("section", plain(text_of(value)), key)),
        *(one for key, value in row.all("tags") for tag in _tags(value) for one in said("tags", tag, key)),
        *(one for key, value in row.all("name") for one in said("name", _name(value), key)),
        *around,
        *said("url", url, "url"),
    )
    ids = [text_of(value) for _, value in row.all("id")]
    lasting = [each for each in ids if not each.isdigit()]  # a number may be but its place in a list
    return Entry((*lasting, url, *ids), content, kind, hints, url, _attached(row))


def text_of(value: Any) -> str:
    """The text of a value: itself, what stands one level down in it, or those of a list as paragraphs."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, Mapping):
        return next(
            (text for key in _VALUES if isinstance(value.get(key), (str, int)) and (text := text_of(value[key]))), ""
        )
    if isinstance(value, list):
        return "\n\n".join(text for each in value if not isinstance(each, list) and (text := text_of(each)))
    return ""


def _content(row: Row) -> tuple[str, Any]:
    """The text, and what it is; a whole page only where there is nothing better, a summary only without a text."""
    texts = [text for _, value in row.all("content") if (text := text_of(value))]
    if article := next((text for text in texts if not _PAGE.match(text)), ""):
        return article, ""
    return (texts[0], "page") if texts else (row.first("summary")[1], "")


def _moment(key: str, value: Any) -> str:
    """A date as it is stated; `date_gmt` states its zone in its name."""
    moment = stated(value if isinstance(value, (int, float)) else text_of(value))
    return f"{moment}+00:00" if spelled(key).endswith("gmt") and re.search(r"T[\d:]+\Z", moment) else moment


def _items(value: Any) -> list[str]:
    """The parts of a list, also of one that is written as a text: `['one', 'two']`."""
    if isinstance(value, list):
        return [text for each in value if (text := text_of(_valued(each)))]
    text = text_of(value)
    if text.startswith("[") and text.endswith("]"):
        return [one or other for one, other in _LISTED.findall(text)]
    return [text] if text else []


def _valued(item: Any) -> Any:
    """Of `{"name": "persons", "value": "Ann Lee"}` the value."""
    return item["value"] if isinstance(item, Mapping) and "value" in item else item


def _names(value: Any) -> list[str]:
    names = (name for text in _items(value) if not text.isdigit() for name in people(plain(text)))
    return list(dict.fromkeys(names))


def _tags(value: Any) -> list[str]:
    found = _items(value)
    if len(found) == 1 and not isinstance(value, list):
        found = re.split(r"[,;|]", found[0])
    return [tag for tag in dict.fromkeys(map(plain, found)) if tag and "://" not in tag and not tag.isdigit()]


def _name(value: Any) -> str:
    text = text_of(value)
    return "" if is_address(text) else plain(text)


def _attached(row: Row) -> tuple[tuple[str, str], ...]:
    """The sound and the films that an entry of a JSON Feed comes with."""
    given = row.value("attachments")
    files = [each for each in given if isinstance(each, Mapping)] if isinstance(given, list) else []
    told = [
        (MEDIA.get(text_of(each.get("mime_type")).partition("/")[0], ""), text_of(each.get("url"))) for each in files
    ]
    found = {kind: address for kind, address in reversed(told) if kind and is_address(address)}
    return tuple(found.items())
