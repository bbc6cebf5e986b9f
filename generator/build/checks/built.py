"""Where an address leads in a built site, as a server or a disk would find it, and what was perhaps meant."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from generator.build.checks.pages import Reference
from generator.config import Config
from generator.errors import Problem, problem

ROOTED = "404.html"
"""The page that a server shows at any address, so that a relative link in it leads anywhere."""


@dataclass(frozen=True, slots=True)
class Pending:
    """An address whose file exists; whether it has the anchor is known when all files have been read."""

    name: str
    """The file in which it stands."""
    reference: Reference
    file: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Stray:
    """An address that leads to no file of the site."""

    address: str
    """From the site's root, as a person would write it."""
    written: str
    fault: Problem
    """That of the built file in which it is written."""


def file_of(path: str) -> str:
    """The file that a server gives for a path below the site's root."""
    return path + "index.html" if path.endswith("/") or not path else path


@dataclass(frozen=True, slots=True)
class Built:
    """A built site, to be asked where an address leads."""

    config: Config
    names: frozenset[str]
    """Its files, as paths below the output folder."""
    near: dict[str, str] = field(default_factory=dict)
    """What was found to be near a missing file: the same dead link often stands on every page."""
    tree: dict[str, set[str]] = field(default_factory=dict)
    """The names in each folder, by the folder's path; filled when first asked for."""

    def judge(self, name: str, reference: Reference) -> Problem | Stray | Pending | None:
        """What is wrong with one address in the file `name`, or which anchor it still needs."""
        what = hint = ""
        place = self.place(name, reference)
        if isinstance(place, str):
            what = place
        elif place is not None:
            path, anchor = place
            file = file_of(path)
            if file not in self.names:
                return self._missing(name, reference, path)
            if file != path and not self.config.url and self._followed(name, reference):
                what, hint = "which a server would find but a disk would not", "name its `index.html`"
            elif anchor and file.endswith(".html"):
                return Pending(name, reference, file, anchor)
        return problem(f"links to `{reference.target}`, {what}", name, reference.line, hint=hint) if what else None

    def place(self, name: str, reference: Reference) -> tuple[str, str] | str | None:
        """The file's path below the output and the anchor in it; none for other sites; or what is wrong."""
        try:
            parts = urlsplit(reference.target)
        except ValueError:
            return "which is no address"
        home, base = urlsplit(self.config.url), self.config.base
        path, anchor = unquote(parts.path), unquote(parts.fragment.partition(":~:")[0])
        if anchor == "top":
            anchor = ""
        if parts.scheme or parts.netloc:
            own = parts.scheme in ("", "http", "https") and parts.netloc == home.netloc and home.netloc
            if own and path and f"{path}/" == base:
                return f"which lacks the slash at its end: the site is `{self.config.url}`"
            return (path.removeprefix(base), anchor) if own and path.startswith(base) else None
        if reference.full and self.config.url:
            return "which must be a full address with `https://`"
        if path.startswith("/"):
            if not path.startswith(base):
                return f"which leads out of the site's base `{base}`"
            if not self.config.url and self._followed(name, reference):
                return "which from the disk leads to the disk's root"
            return path.removeprefix(base), anchor
        if not path:
            return name, anchor
        if name == ROOTED:
            return f"but this page is shown at any depth, so its links must begin with `{base}`"
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
        if joined == ".." or joined.startswith("../"):
            return "which leads out of the site"
        joined = "" if joined == "." else joined
        folder = path.endswith("/") or path.rpartition("/")[2] in (".", "..")
        return (joined + "/" if joined and folder else joined), anchor

    @staticmethod
    def _followed(name: str, reference: Reference) -> bool:
        """Whether a reader follows it who has the site on a disk: not so in feeds and metadata."""
        own = name.endswith((".html", ".css")) or name.startswith("search/")
        return own and name != ROOTED and not reference.full

    def _missing(self, name: str, reference: Reference, path: str) -> Stray:
        what = "and there is no such page" if path.endswith(("/", ".html")) else "and there is no such file"
        near = self._near(path)
        if path + "/index.html" in self.names:
            what, near = "which lacks the slash at its end", f"/{path}/"
        hint = f"did you mean `{near}`?" if near else ""
        fault = problem(f"links to `{reference.target}`, {what}", name, reference.line, hint=hint)
        return Stray("/" + path.removesuffix("index.html"), reference.target, fault)

    def _near(self, path: str) -> str:
        """The address of the file that is reached by the nearest name in each folder on the way; empty if none is."""
        if path in self.near:
            return self.near[path]
        if not self.tree:
            for file in self.names:
                parts = file.split("/")
                for depth, part in enumerate(parts):
                    self.tree.setdefault("/".join(parts[:depth]), set()).add(part)
        found = ""
        for part in [each for each in path.split("/") if each]:
            inside = self.tree.get(found, set())
            close = [part] if part in inside else get_close_matches(part, sorted(inside), n=1, cutoff=0.6)
            if not close:
                return self.near.setdefault(path, "")
            found = f"{found}/{close[0]}" if found else close[0]
        if found in self.tree:
            found = f"{found}/" if f"{found}/index.html" in self.names else ""
        found = found.removesuffix("index.html")
        return self.near.setdefault(path, f"/{found}" if found else "")
