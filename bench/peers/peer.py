"""One generator with its site, and what the bench does to it."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus import Article

SITES = Path(__file__).resolve().parent.parent / "sites"
"""What stands in a peer's site besides articles: settings, templates, a style sheet."""
ADDRESS = "https://example.org"


@dataclass(frozen=True, slots=True)
class Peer:
    """One generator with its site."""

    name: str
    version: str
    folder: Path
    """Its site."""
    output: Path
    caches: tuple[Path, ...]
    """What it keeps from one run to the next, besides its output."""
    command: tuple[str | Path, ...]
    serving: Callable[[int], tuple[str | Path, ...]]
    """The command that serves the site at a port, and builds it again when a file changes."""
    reloads: bool
    """Whether it brings a change into the open page."""
    articles: str
    """Where below its folder the articles are."""
    spell: Callable[[Article], str]
    """An article as a file of its content."""
    base: str
    """The template that stands around every page; it has a `<meta name="bench" content="edit 0">`."""
    style: str
    """The style sheet; it has a `--edit: 0`."""
    newest: Article

    def write(self, article: Article) -> None:
        """Write an article, or a new state of it."""
        path = self.folder / self.articles / f"{article.slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.spell(article), encoding="utf-8")

    def edit_base(self, number: int) -> None:
        """Change the template that stands around every page."""
        _renumber(self.folder / self.base, r"edit \d+", f"edit {number}")

    def edit_style(self, number: int) -> None:
        """Change the style sheet."""
        _renumber(self.folder / self.style, r"--edit: \d+", f"--edit: {number}")

    def forget(self) -> None:
        """Move the output and all caches out of the way.

        They are not deleted: for minutes after many files were, some file systems make new ones ten times more slowly.
        """
        aside = Path(tempfile.mkdtemp(prefix="old-", dir=self.folder.parent))
        for each in (self.output, *self.caches):
            if each.exists():
                each.rename(aside / each.name)


def lay(
    folder: Path, articles: Iterable[Article], below: str, spell: Callable[[Article], str], files: Path | None = None
) -> Article:
    """Write a site: the files of a folder, and each article in a peer's spelling; returns the newest."""
    if files:
        shutil.copytree(files, folder, dirs_exist_ok=True)
    place = folder / below
    place.mkdir(parents=True, exist_ok=True)
    newest = None
    for each in articles:
        (place / f"{each.slug}.md").write_text(spell(each), encoding="utf-8")
        newest = each
    if newest is None:
        raise ValueError("a site of no articles")
    return newest


def _renumber(path: Path, pattern: str, to: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, to, text, count=1)
    if changed == text:
        raise ValueError(f"{path} has no {pattern}, or has it already")
    path.write_text(changed, encoding="utf-8")
