"""Where a report comes from: its file, its publisher's name and its address; and the section it stood in."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping

from generator.ingest.describe.plain import Plain, clean
from generator.model import Field
from generator.text.byline_words import KNOWN, PAPER
from generator.text.places import COUNTRIES, PEOPLES

_NO_PUBLISHER = frozenset(
    """
    inbox outbox misc miscellaneous other others article articles download downloads html htm txt text texts md
    markdown page pages saved save web website websites site sites archive archives data file files folder doc docs
    document documents raw input inputs output source sources content export exports import imports dump dumps
    scrape scraped scraping crawl crawled clipping clippings cuttings sample samples example examples test tests tmp
    temp old todo draft drafts unread read unsorted sorted later today yesterday week month year daily weekly
    monthly my mine stuff notes note email emails mail mails newsletter newsletters feed feeds rss pdf pdfs word
    json xml eml story stories report reports item items item batch part set corpus dataset local remote backup copy
    copies en de fr es it pt nl sv da no fi pl cs ru uk tr ar zh ja ko english german french spanish italian russian
    arabic january february march april may june july august september october november december politics sport
    sports business world economy culture science technology tech health opinion europe africa asia international
    national local war climate about on for from images image assets static media public private shared desktop home
    users user maildir cur mbox mailbox untitled ordner dokumente artikel dossier carpeta cartella pasta map mapp mappe
    папка مجلد
    """.split()
)
_ALONE = re.compile(rf"(?:\w*(?:{'|'.join(PAPER)})|{'|'.join(KNOWN)})$", re.IGNORECASE)
_SHORT = 3
"""Words of so few letters tell no name of a paper from a matter, where the name has longer ones: not `the-sun`."""
_PERIODS = frozenset(["daily", "weekly", "monthly"])
"""They say nothing alone, and stand in the names of papers."""
_TAGLINE = re.compile(r"\s+(?:[|·•»–—-]|::)\s+|\s*\|\s*|(?<=\w):\s+")
_HOST = re.compile(r"https?://(?:www\.)?([\w.-]+)", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10})$", re.IGNORECASE)
_SMALL = frozenset(
    """
    of the and for on in du de des la le les et der die das und von zur del y di da do e al el van en
    """.split()
)
_NO_SECTION = frozenset(
    """
    home start index uncategorized uncategorised general articles article all default misc
    """.split()
)


@functools.lru_cache(maxsize=4)
def publisher(read: Plain) -> tuple[str, str]:
    """The publisher's name and where it was found; both empty when it is not known.

    Of several names that were found, one that the folder confirms comes first.
    """
    folder, slash, _ = read.document.name.partition("#")[0].partition("/")
    called = _of_folder(clean(folder), read.words) if slash else ""
    found = _stated(read)
    for name, told in found:
        if called and _bare(name) == _bare(called):
            return name, told
        if called and name == "".join(word[0] for word in called.split() if word[0].isupper()):
            return called, f"folder name, {told}"
    for author, told in read.hints["authors"]:
        if called and _bare(author) == _bare(called):  # a line such as "Radio Littoral — Arts" is no byline
            return called, f"folder name, {told}"
    return found[0] if found else (called, "folder name" if called else "")


def _stated(read: Plain) -> list[tuple[str, str]]:
    """The names that the source states, without taglines; a section's goes after one that the address confirms."""
    hosts = [match[1].lower() for value, _ in read.hints["url"] if (match := _HOST.match(value))]
    found = [(_short(name, hosts), told) for name, told in read.hints["name"]]
    found = [(name, told) for name, told in found if len(name) <= 80 and any(map(str.isalpha, name))]
    confirmed = hosts and any(_agrees(name, hosts) for name, _ in found)
    if confirmed and found and _is_section(found[0][0]) and not _agrees(found[0][0], hosts):
        found.sort(key=lambda each: not _agrees(each[0], hosts))
    return found


def _short(name: str, hosts: list[str]) -> str:
    """A name without what a site says of itself behind it: the part that its address confirms, else the first."""
    parts = [part.strip(" |–—-:") for part in _TAGLINE.split(name)]
    parts = [part for part in parts if part]
    return next((part for part in parts if _agrees(part, hosts)), parts[0]) if len(parts) > 1 else name


def _agrees(name: str, hosts: list[str]) -> bool:
    """Whether an address spells a name."""
    mine = _bare(unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode())
    return any(
        mine == part or (len(mine) > 3 and (mine in _bare(host) or (len(part) > 3 and part in mine)))
        for host in hosts
        for part in host.split(".")[:-1]
    )


def _is_section(name: str) -> bool:
    """`World`, `U.S.`, `Business News`: a part of a paper or of the world, not a paper."""
    words = re.findall(r"[\w.]+", name.casefold())
    known = {*_NO_PUBLISHER, "news", "u.s.", "us", "uk", "u.k.", "eu"}
    return name in COUNTRIES or name in PEOPLES or all(word in known for word in words)


def _bare(name: str) -> str:
    return re.sub(r"^the\s|&|\band\b|\W", "", name.casefold())


def source(read: Plain) -> Field:
    """The file and, as far as they are known, name and address."""
    name, origin = publisher(read)
    address = next(((value, told) for value, told in read.hints["url"] if _is_address(value)), ("", ""))
    value = {"file": read.document.name, "name": name, "url": address[0]}
    origins = ["file", *(f"name: {origin}" for _ in [0] if name), *(f"url: {address[1]}" for _ in [0] if address[0])]
    return Field({key: each for key, each in value.items() if each}, "; ".join(origins))


def section(read: Plain) -> Field | None:
    """The part of the paper it stood in, when the source says so."""
    for value, origin in read.hints["section"]:
        if len(value) <= 50 and any(map(str.isalpha, value)) and value.casefold() not in _NO_SECTION:
            return Field(value.capitalize() if value.isupper() and len(value) > 4 else value, origin)
    return None


def _is_address(value: str) -> bool:
    return bool(re.match(r"https?://[^\s/]+\.[^\s]+$", value))


def _of_folder(folder: str, known: Mapping[str, int]) -> str:
    """`harbour-post` as `Harbour Post`; empty when a folder is not called after a publisher."""
    if _DOMAIN.match(folder):
        return folder.lower().removeprefix("www.")
    words = [word for word in re.split(r"[-_\s.]+", folder) if word]
    plain = [word.lower() for word in words if word.lower() not in _PERIODS]
    if not plain or any(char.isdigit() for char in folder) or any(word in _NO_PUBLISHER for word in plain):
        return ""
    telling = [word for word in plain if len(word) > _SHORT] or plain
    if not any(word.lower() in _PERIODS or _ALONE.match(word) for word in words) and (
        len(words) == 1 or all(known[word] for word in telling)
    ):
        return ""  # called after a matter, whose words the document uses
    if " " in folder or not folder.islower():
        return " ".join(words)
    spelled = [word if place and word in _SMALL else _capital(word) for place, word in enumerate(words)]
    return " ".join(spelled)


def _capital(word: str) -> str:
    """Short ones that are no words are initials: `bbc`."""
    return word.upper() if len(word) <= 3 and _ALONE.match(word) else word[:1].upper() + word[1:]
