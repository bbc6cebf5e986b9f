"""What became of every input, as a value: the sums must balance, and each input is named with its reason."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from generator.errors import Problem
from generator.ingest import copies
from generator.lock import Line

Outcome = Literal["published", "updated", "unchanged", "kept", "duplicate", "empty", "unreadable", "skipped"]

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""Every outcome of an input."""
_ORDINARY: tuple[Outcome, ...] = ("published", "updated", "unchanged")
_TOLD: tuple[Outcome, ...] = ("kept", "unreadable", "empty", "skipped", "duplicate")
"""The others, those first about which a person may do something."""
LEFT = "skipped: hidden, or left behind by a desktop or an editor"
_BESIDE = (LEFT, ", no document")
"""Of inputs whose detail ends so, which lie beside documents in any folder, the summary gives the number alone."""
_SHOWN = 20
"""So many inputs of one extraordinary outcome are named in the summary; all of them stand in `rows` and `as_dict`."""


@dataclass(frozen=True, slots=True)
class Item:
    """One input and what became of it."""

    path: str
    """Below `content/sources/`."""
    outcome: Outcome
    article: str = ""
    """Name of its article file without `.md`, where it has one."""
    detail: str = ""
    """The reason, or what was kept: `duplicate of wire/a.txt`, `kept your edit of title`."""

    def __str__(self) -> str:
        """`wire/a.txt: published → a-bridge-falls`."""
        arrow = f" → {self.article}" if self.article and self.outcome in _ORDINARY else ""
        return f"{self.path}: {self.detail or self.outcome}{arrow}"


@dataclass(frozen=True, slots=True)
class Account:
    """What one run of `ingest` did."""

    items: tuple[Item, ...] = ()
    """One for each input, sorted by path. A file that holds several documents counts as so many."""
    vanished: tuple[Item, ...] = ()
    """Sources that are gone, with the articles they leave: no inputs, and in no sum. Its `detail` is the file for an
    entry that dropped out of a feed, as most do in time."""
    problems: tuple[Problem, ...] = ()
    """Articles that could not be read, dates that were refused."""
    written: tuple[str, ...] = ()
    """The article files that were written, below the site's folder."""
    stories: tuple[tuple[str, str], ...] = ()
    """(article, story) for each article that was put into a story."""

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many inputs had each outcome, in the order of OUTCOMES; all of them together are the inputs."""
        found = Counter(item.outcome for item in self.items)
        return {outcome: found[outcome] for outcome in OUTCOMES}

    def rows(self) -> Iterator[str]:
        """A line for each input that `summary` does not name."""
        named = set(map(id, self._named()))
        yield from (str(item) for item in self.items if id(item) not in named)

    def summary(self) -> Iterator[str]:
        """A line for each input that a person should know of, then the sums."""
        yield from (str(item) for item in self._named())
        for outcome in _TOLD:
            if (more := len(self._of(outcome)) - _SHOWN) > 0:
                yield f"… and {more:,} more {outcome}"
        yield from self._left()
        sums = ", ".join(f"{self.counts[outcome]:,} {outcome}" for outcome in OUTCOMES if self.counts[outcome])
        hint = " (-v names them)" if self.counts["skipped"] > len(self._of("skipped")) else ""
        yield f"{len(self.items):,} input{'s' * (len(self.items) != 1)}" + (f": {sums}{hint}" if sums else "")

    def as_dict(self) -> dict[str, Any]:
        """The whole account, for a program."""
        return {
            "inputs": len(self.items),
            **{outcome: self.counts[outcome] for outcome in OUTCOMES},
            "items": [dataclasses.asdict(item) for item in self.items],
            "vanished": [{"path": item.path, "article": item.article} for item in self.vanished],
            "written": list(self.written),
            "stories": dict(self.stories),
        }

    def as_data(self) -> dict[str, Any]:
        """What is told of a run that wrote nothing, in what JSON knows; `of` brings it back."""
        rows = {key: [dataclasses.astuple(each) for each in getattr(self, key)] for key in ("vanished", "problems")}
        return {"items": [(each.path, each.outcome, each.article, each.detail) for each in self.items], **rows}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Account:
        """What `as_data` gave."""
        items, vanished = (tuple([Item(*row) for row in data[key]]) for key in ("items", "vanished"))
        return cls(items, vanished, tuple([Problem(*row) for row in data["problems"]]))

    def _left(self) -> Iterator[str]:
        """The sources that are gone, and in one line for each file how many documents it no longer holds."""
        fell = Counter(item.detail for item in self.vanished if item.detail)
        rows = [
            f"{item.path}: the source is gone, its article stays → {item.article}"
            for item in self.vanished
            if not item.detail
        ]
        rows += [f"{file}: articles of documents that are no longer in it, and stay: {fell[file]:,}" for file in fell]
        yield from rows[:_SHOWN]
        if len(rows) > _SHOWN:
            yield f"… and {len(rows) - _SHOWN:,} more sources that are gone"

    def _named(self) -> Iterator[Item]:
        for outcome in _TOLD:
            yield from self._of(outcome)[:_SHOWN]

    def _of(self, outcome: Outcome) -> list[Item]:
        return [item for item in self.items if item.outcome == outcome and not item.detail.endswith(_BESIDE)]


def tell(
    paths: Iterable[str],
    aside: Iterable[Item],
    lines: Mapping[str, Line],
    shelf: Collection[str],
    gone: Collection[str],
    *,
    outcomes: Mapping[str, tuple[Outcome, str]] | None = None,
    stories: Mapping[str, str] | None = None,
    written: Iterable[str] = (),
    problems: Iterable[Problem] = (),
) -> Account:
    """The account of a run: of the files `paths`, whose lines stand in the lock, and of those set `aside`.

    `outcomes` says what became of some; of the others, which are as they were, the lock does. `shelf` has the names of
    the articles that there are, `gone` the documents whose source is gone.
    """
    outcomes, paths = outcomes or {}, tuple(paths)
    present = frozenset(paths)
    by_file = copies.by_file({path: line for path, line in lines.items() if path not in gone}, present)
    items = list(aside)
    failed = {item.path for item in items}
    for path in paths:
        if path not in failed:
            items += [_item(line, shelf, outcomes.get(line.path)) for line in by_file[path]]
    return Account(
        items=tuple(sorted(items, key=lambda item: item.path)),
        vanished=tuple(
            Item(
                path, "unchanged", lines[path].article, file if (file := copies.file_of(path, present)) != path else ""
            )
            for path in sorted(gone)
            if lines[path].article in shelf
        ),
        problems=tuple(problems),
        written=tuple(written),
        stories=tuple(sorted((stories or {}).items())),
    )


def _item(line: Line, shelf: Collection[str], told: tuple[Outcome, str] | None) -> Item:
    if line.status in ("empty", "unreadable", "skipped"):
        stays = "; its article stays" if line.article in shelf else ""
        return Item(line.path, line.status, line.article, f"{line.status}: {line.reason}{stays}")
    if line.status == "duplicate":
        return Item(line.path, "duplicate", line.article, line.reason)
    if told:
        return Item(line.path, told[0], line.article, told[1])
    if line.article not in shelf:
        return Item(line.path, "kept", line.article, "kept deleted: you deleted its article")
    return Item(line.path, "unchanged", line.article)
