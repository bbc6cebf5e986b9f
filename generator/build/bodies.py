"""The body of a content file, converted, with its links led to pages and files of the site."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from generator.build import addresses, beside, markup
from generator.build.beside import Beside
from generator.build.content import Parsed
from generator.errors import Problem, problem
from generator.model import Entry


@dataclass(frozen=True, slots=True)
class Aside:
    """What the body of a content file has besides its text."""

    pictures: dict[str, str]
    """Those below `content/sources/` that it shows: their files by their output paths."""
    problems: tuple[Problem, ...]
    """A warning for each link that leads to no file."""


_NOTHING = Aside({}, ())
"""One for all bodies that have nothing: it is spelled once."""


@dataclass(frozen=True, slots=True)
class Converted:
    """The body of a content file, with what it is as HTML."""

    markdown: str
    """As it stands in the file, so that a page need not have that read, too."""
    html: str
    paragraphs: tuple[str, ...]
    words: int
    aside: Aside


def convert(parsed: Parsed, links: Links) -> Converted:
    """The body of a content file, with its links led to pages of the site."""
    body = markup.convert(parsed.body, links.resolve, trusted=parsed.entry.kind != "article")
    aside = Aside(links.pictures, tuple(links.problems())) if links.pictures or links.dead else _NOTHING
    return Converted(parsed.body, body.html, body.paragraphs, parsed.words, aside)


def alone(parsed: Parsed) -> Converted | None:
    """The same for one without links that lead to the site; None where there is one."""
    made = convert(parsed, Links(parsed.entry, {}, (), (), Beside({}, lambda name: False)))
    return None if made.aside.problems else made


@dataclass(slots=True)
class Links:
    """The links of one content file: each is resolved once, and what was found on the way is kept."""

    entry: Entry
    places: Mapping[str, str]
    """The addresses of content files."""
    files: Collection[str]
    """The names of those that are copied."""
    known: Collection[str]
    """The addresses of both."""
    sources: Beside
    pictures: dict[str, str] = field(default_factory=dict)
    """Those below `content/sources/` that it shows: their files by their output paths."""
    dead: dict[str, None] = field(default_factory=dict)

    def resolve(self, target: str) -> str | None:
        """What a link is on the site; None for one of a source that leads nowhere, and is shown as its text."""
        address = addresses.resolve(target, self.entry.path, self.places, self.files)
        if address is not None and not beside.strays(target, self.entry, self.known):
            return address
        if found := self.sources.find(target, self.entry):
            address, picture = found
            if picture:
                self.pictures[unquote(address).lstrip("/")] = picture
            return address
        self.dead[target] = None
        return None if self.entry.kind == "article" else target

    def problems(self) -> Iterator[Problem]:
        """A warning for each link that leads nowhere."""
        hint = "name a file from this one's folder (`../pages/about.md`), or an address from the root (`/about/`)"
        for target in self.dead:
            what = f"a link leads to `{target}`, and there is no such file"
            yield problem(what, self.entry.path, hint=hint, level="warning")
