"""Where views stand: so much of all of them is known at once, and what they show stays on the disk.

Two that want one place are told with all who claim it; a redirect gives way to whatever else stands there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.build.standing import folders
from generator.errors import BroadsheetError, Problem, problem
from generator.model import Entry, View


@dataclass(frozen=True, slots=True)
class Outline:
    """A view without what its template is told."""

    url: str
    template: str
    shown: str
    """Address of the entry or story of which it is; empty where it is of none."""
    view: bytes = b""
    """The name under which the view is stored."""

    @property
    def path(self) -> str:
        """Its output file."""
        return (self.url + "index.html" if self.url.endswith("/") else self.url).lstrip("/")


def outline(view: View, name: bytes = b"") -> Outline:
    """That of a view, which is stored under this name."""
    shown = view.values.get("entry") or view.values.get("story")
    return Outline(view.url, view.template, shown.url if shown else "", name)


def where_nothing_stands(
    views: Iterable[Outline], copied: Iterable[str], entries: Iterable[Entry]
) -> tuple[tuple[Outline, ...], tuple[Entry, ...], tuple[Problem, ...]]:
    """The same without redirects from addresses where a page or a file stands, with a warning for each such alias.

    An old address is a courtesy, and a report that came in today may have made a page of that address.
    """
    views, entries = tuple(views), tuple(entries)
    pages = {entry.url: f"`{entry.path}`" for entry in entries}
    standing = {_path(view.url): pages.get(view.url, OURS) for view in views if view.template != REDIRECT}
    standing |= {path.casefold(): f"the static file `{path}`" for path in copied}
    redirects: dict[str, Outline] = {}
    for view in views:
        if view.template == REDIRECT and _path(view.url) not in standing:
            redirects.setdefault(_path(view.url), view)  # an alias that a person wrote comes before one of ours
    kept = tuple(view for view in views if view.template != REDIRECT or redirects.get(_path(view.url)) is view)
    free, blocked = [], []
    for entry in entries:
        there = [alias for alias in entry.aliases if _path(alias) in standing]
        left = tuple(alias for alias in entry.aliases if alias not in there)
        free.append(replace(entry, aliases=left) if there else entry)
        for alias in there:
            what = f"the alias {alias} leads nowhere: at this address is {standing[_path(alias)]}"
            blocked.append(problem(what, entry.path, hint="take the alias out", level="warning"))
    return kept, tuple(free), tuple(blocked)


def refuse_clashes(views: Iterable[Outline], copied: Iterable[str], entries: Iterable[Entry]) -> None:
    """Raise BroadsheetError naming all who claim it for each place in the output that several claim.

    Nor can one place be both a file and the folder of another file. `copied` are output paths of files. Paths that
    differ only in case are one on many disks.
    """
    claims: dict[str, list[Claim]] = defaultdict(list)
    own = set()
    for entry in entries:
        ours = entry.kind in ("topic", "edition")  # their pages are ours, and stand where their names say
        if not ours:
            own.add(entry.url)
        for address in dict.fromkeys(entry.aliases if ours else (entry.url, *entry.aliases)):
            claims[_path(address)].append((entry.path, address))
    for view in views:
        if view.template == REDIRECT:  # an alias, which its entry claims; or the former address of a story
            claims[_path(view.url)] = claims.get(_path(view.url)) or [(OURS, view.url)]
        elif not (view.shown in own and view.url.startswith(view.shown)):
            claims[_path(view.url)].append((OURS, view.url))
    for path in copied:
        claims[path.casefold()].append((f"the static file `{path}`", "/" + path))
    faults = [_clash(several) for several in claims.values() if len(several) > 1]
    for path in claims.keys() & folders(claims):
        inside = min((each.count("/"), each) for each in claims if each.startswith(f"{path}/"))[1]
        faults.append(_blocked(claims[path][0], claims[inside][0]))
    if faults:
        raise BroadsheetError(sorted(faults))


Claim = tuple[str, str]
"""Who claims a place, and its address."""
OURS = "a page that Broadsheet makes"
REDIRECT = "redirect.html"


def _path(address: str) -> str:
    return (address + "index.html" if address.endswith("/") else address).lstrip("/").casefold()


def _blocked(file: Claim, below: Claim) -> Problem:
    path = next((owner for owner, _ in (file, below) if owner.startswith("content/")), "")
    what = f"a file where a folder must be: {file[1]} is {_named(file)}, and {below[1]} is {_named(below)}"
    return problem(what, path, hint="give one of them another name, or take the alias out")


def _named(claim: Claim) -> str:
    return f"`{claim[0]}`" if claim[0].startswith("content/") else claim[0]


def _clash(claims: list[Claim]) -> Problem:
    (path, address), *others = sorted(claims, key=lambda claim: (not claim[0].startswith("content/"), claim))
    rest = " and ".join(map(_named, others))
    hint = "give one of them another `slug`, or take the alias out"
    if not path.startswith("content/"):
        return problem(f"two files at one address: {address} is {path} and {rest}", hint="rename the static file")
    return problem(f"two pages at one address: {address} is also that of {rest}", path, hint=hint)
