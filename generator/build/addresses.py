"""Where a link leads: from what a content file says to an address of the site, and from there to a relative one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

_TELLING = re.compile("[%#?]")


def resolve(target: str, path: str, pages: Mapping[str, str], files: Collection[str]) -> str | None:
    """What a link or picture that the content file at `path` names as `target` is on the site.

    `pages` gives the address of each content file, `files` are the others below `content/`. A web address, an anchor
    and an address from the site's root stay as they are. None when there is no such file.
    """
    if target.startswith(("https://", "http://", "/", "#")):
        return target
    try:
        parts = urlsplit(target)
    except ValueError:
        return target
    if parts.scheme or parts.netloc or not parts.path:
        return target
    name = beside(parts.path, path)
    end = (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    if name in pages:
        return pages[name] + end
    return address(name) + end if name in files else None


def beside(target: str, path: str) -> str:
    """The file that the content file at `path` names as `target`, both below the site's folder."""
    return posixpath.normpath(posixpath.join(PurePosixPath(path).parent.as_posix(), unquote(target)))


def place(name: str) -> str:
    """Where in the output a file below `content/` is copied to."""
    return name.removeprefix("content/").removeprefix("static/")


def address(name: str) -> str:
    """Its address there: a sign that would end it is spelled out."""
    return "/" + _TELLING.sub(lambda sign: quote(sign[0]), place(name))


def relative(url: str, here: str, pretty: bool = True) -> str:
    """The address `url`, from the site's root, as the page at `here` must write it.

    Pretty ones leave out `index.html`, for a server to add; the others name it, so that they work from the disk.
    Anything that is no address from the root (a web address, an anchor) comes back as it is.
    """
    if not url.startswith("/") or url.startswith("//"):
        return url
    place, end = _cut(url)
    if place == here and end.startswith("#"):
        return end
    if place.startswith(here[: here.find("/", 1) + 1]):
        written = _from(place, here)
    else:  # the common case, for which nothing need be taken apart: they share no folder
        written = "../" * (here.count("/") - 1) + place[1:]
    if not pretty and place.endswith("/"):
        written += "index.html"
    if ":" in written and ":" in written.partition("/")[0]:
        written = "./" + written  # else a browser would take what is before the colon for a scheme
    return (written or "./") + end


ROOT = "\x81root/"
"""Stands for the way from a page to the site's root until the page is whole, so that a piece of a page is the same on
all pages. It begins with a control sign that has no meaning, and that no text has, not even one read in a wrong
encoding; it is among the first 256, because one beyond them has Python give each sign of a page two bytes."""


def from_root(url: str, pretty: bool = True) -> str:
    """The address `url`, from the site's root, as any page may write it before `rooted` has been at it.

    Pretty ones leave out `index.html`, for a server to add; the others name it, so that they work from the disk.
    Anything that is no address from the root (a web address, an anchor) comes back as it is.
    """
    if not url.startswith("/") or url.startswith("//"):
        return url
    if pretty:
        return ROOT + url[1:]
    place, end = _cut(url)
    return f"{ROOT}{place[1:]}index.html{end}" if place.endswith("/") else ROOT + url[1:]


def rooted(text: str, here: str, base: str = "") -> str:
    """The whole text of the page at `here`, with the way to the root in its place.

    It is a relative one, from `/topics/kursk/` to what is below `/topics/` too, or `base` for a page that is served at
    any depth.
    """
    if base:
        return text.replace(ROOT, base)
    depth = here.count("/") - 1
    if depth:
        text = text.replace(ROOT + here[1 : here.find("/", 1) + 1], "../" * (depth - 1) or "./")
    return text.replace(ROOT, "../" * depth or "./")


def _cut(url: str) -> tuple[str, str]:
    """The path, and what follows it from `?` or `#` on."""
    for at, sign in enumerate(url) if "#" in url or "?" in url else ():
        if sign in "?#":
            return url[:at], url[at:]
    return url, ""


def _from(place: str, here: str) -> str:
    there, start = place.split("/"), here.split("/")
    shared = 0
    for one, other in zip(there[:-1], start[:-1], strict=False):
        if one != other:
            break
        shared += 1
    return "../" * (len(start) - 1 - shared) + "/".join(there[shared:])
