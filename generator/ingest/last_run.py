"""What the last run left: where a new one finds all as it was, it says so, and reads, matches and writes nothing.

How that is known is the business of `memory`; here is what follows from it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.ingest import account, articles, copies, ledger, publish, refused
from generator.ingest.account import Account
from generator.ingest.intake import Intake
from generator.ingest.publish import Published
from generator.ingest.sources import Found
from generator.lock import Line


@dataclass(frozen=True, slots=True)
class LastRun:
    """The last run, as one sees it that finds these sources."""

    intake: Intake
    found: Found
    whole: bool
    """Whether all sources were asked for."""

    def account(self) -> Account | None:
        """What is to be told when nothing at all has changed since; else None."""
        told = self.intake.memory.account(self.found) if self.whole else None
        if told:
            self.intake.journal.clear()
        return told

    def repeated(self, lines: Mapping[str, Line]) -> Account | None:
        """The same where some source had to be looked at, and gave nothing that the lock does not say; else None."""
        names = articles.names(self.intake.folder)
        marks = self.intake.memory.holds(names)
        if lines and marks is None:
            return None
        told = self._nothing_new(lines, names)
        if marks is not None:
            self.intake.memory.keep(self.found, marks, told if self._lasts(lines) else None)
        return told

    def replace(self, done: Published) -> None:
        """Keep for the next run what this one leaves, and what is to be told if nothing changes till then."""
        if any(article.fault for article in done.shelf.values()):
            self.intake.memory.forget()
            return
        left = {name: article.mark.hex() for name, article in done.shelf.items()}
        told = self._nothing_new(done.lines, left) if self._lasts(done.lines) else None
        self.intake.memory.keep(self.found, left, told)

    def _lasts(self, lines: Mapping[str, Line]) -> bool:
        """Whether a run that finds nothing changed has nothing to read, and nothing else to tell than that."""
        marks, now, vain = self.intake.marks, self.intake.now, self.intake.memory.vain
        return self.whole and not (
            self.intake.failed
            or any(
                refused.of(line) or ledger.outdated(line, line.sha256, now, vain)
                for line in lines.values()
                if marks.get(copies.file_of(line.path, self.found.present)) == line.sha256
            )
        )

    def _nothing_new(self, lines: Mapping[str, Line], names: Collection[str]) -> Account:
        """The account of a run in which all is as the last one left it, or in which every article is a person's."""
        asked = {name for line in lines.values() if refused.of(line) and (name := line.article) in names}
        self.intake.journal.clear()
        return account.tell(
            self.found.paths,
            (*self.found.aside, *self.intake.failed.values()),
            lines,
            names,
            copies.gone(lines, {}, self.found.present, self.intake.marks),
            problems=publish.problems(lines, {name: articles.read(self.intake.folder, name) for name in asked}),
        )
