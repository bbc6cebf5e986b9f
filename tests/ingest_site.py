"""A site in a folder of its own, for the tests of `ingest`: put sources in, run, look at what came out."""

import datetime as dt
import os
import textwrap
from pathlib import Path

from generator import frontmatter, lock
from generator.config import Config
from generator.ingest import ingest


def one_line(text: str) -> str:
    """The text with each paragraph on one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n")) + "\n"


def wrapped(text: str) -> str:
    """The text as a mail program would wrap it."""
    return "\n\n".join(textwrap.fill(paragraph, 64) for paragraph in text.split("\n\n")) + "\n"


NOW = dt.datetime(2026, 11, 22, 8, 15, tzinfo=dt.UTC)

HARBOUR = one_line("""The harbour wall at Ostermouth will be raised by two metres

10 November 2026

The council of Ostermouth voted on Tuesday to raise the harbour wall by two metres, after three storms in a row had put
the fish market under water.

Work will begin in March and cost 14 million crowns, the harbour master Imre Valkay said.

"We cannot ask the sea to wait," he told the council. Two members voted against the plan because of its price.
""")
LIBRARY = one_line("""A library on rails reaches the Vardo valley

12 November 2026

A railway carriage with four thousand books stopped in Lower Vardo for the first time on Thursday, and children queued
along the platform to board it.

The travelling library will come every second week. Its librarian, Petra Onley, said that the carriage had been a mail
van until 1987 and had then been forgotten in a shed.

Three more valleys have asked for a stop of their own.
""")
ORCHARD = one_line("""Frost destroys half of the apple crop in Sellenby

14 November 2026

Growers in Sellenby expect to lose half of their apples after a night of hard frost, the fruit association said on
Saturday.

Temperatures fell to minus nine degrees in the lower orchards. Candles and fans did not help, said the grower Agnes
Thorn, whose family has farmed there since 1904.

The association asked the ministry for help with loans.
""")


class Site:
    """One site; each method says what happens to it."""

    def __init__(self, folder: Path, config: Config | None = None):
        self.folder = folder
        self.config = config or Config()

    def source(self, path: str, text: str | bytes) -> Path:
        return self._put(self.folder / "content/sources" / path, text)

    def write(self, name: str, text: str) -> Path:
        return self._put(self.article(name), text)

    def _put(self, path: Path, text: str | bytes) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def run(self, *paths: Path, now: dt.datetime = NOW):
        return ingest(self.folder, self.config, now=now, paths=paths)

    def outcomes(self, *paths: Path) -> dict[str, str]:
        return {item.path: item.outcome for item in self.run(*paths).items}

    def article(self, name: str) -> Path:
        return self.folder / f"content/articles/{name}.md"

    def articles(self) -> list[str]:
        place = self.folder / "content/articles"
        return sorted(path.relative_to(place).with_suffix("").as_posix() for path in place.rglob("*.md"))

    def front(self, name: str) -> frontmatter.Front:
        return frontmatter.split(self.article(name).read_text())

    def sources_of(self, name: str) -> list[dict]:
        value = self.front(name).meta.get("source", [])
        return value if isinstance(value, list) else [value]

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.article(name).read_text()
        assert old in text, text
        self.article(name).write_text(text.replace(old, new, 1))

    def lock(self) -> dict[str, lock.Line]:
        return lock.read(self.folder)

    def files(self) -> dict[str, tuple[bytes, int]]:
        """Every file below the folder but for the cache, with its bytes and the moment of its last change."""
        return {
            path.relative_to(self.folder).as_posix(): (path.read_bytes(), os.stat(path).st_mtime_ns)
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and ".broadsheet" not in path.parts
        }
