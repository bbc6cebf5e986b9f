"""What a run says, to a person or to a program: the only module that prints or exits."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

import click

from generator.errors import Problem

INTERRUPTED = 130
"""The exit code of what was ended with Ctrl-C, by the custom of shells."""


class Say:
    """What one run prints, and with which code it ends: sentences for a person, or one JSON object for a program."""

    def __init__(self, as_json: bool, quiet: bool, verbose: bool, strict: bool) -> None:
        self.as_json, self.quiet, self.verbose, self.strict = as_json, quiet, verbose, strict
        self.account: dict[str, Any] = {}
        self.told: list[Problem] = []
        self.said: frozenset[str] = frozenset()
        self.before: frozenset[Problem] = frozenset()
        """What the last build of `serve` told of problems."""

    def line(self, text: str = "", *, detail: bool = False) -> None:
        """Print a line, unless the run is quiet or for a program; a `detail` only if asked for."""
        if not (self.as_json or self.quiet or (detail and not self.verbose)):
            click.echo(text)

    def news(self, rows: Iterable[str]) -> None:
        """Print the lines that the last build of `serve` did not print already."""
        rows = list(rows)
        for row in rows:
            if row not in self.said:
                self.line(row)
        self.said = frozenset(rows)

    def begin(self) -> None:
        """A further build of `serve` begins. What the one before told still stands on the screen."""
        self.before, self.told = frozenset(self.told), []

    def problems(self, problems: Iterable[Problem]) -> None:
        """Print faults and doubts, in the order of files and lines, but for those that were told already."""
        for each in sorted(set(problems).difference(self.told)):
            self.told.append(each)
            if each in self.before or (each.level == "note" and not self.verbose):
                continue
            colour = {"error": "red", "warning": "yellow", "note": "blue"}[each.level]
            if not self.as_json:
                click.echo(str(each).replace(f"{each.level}:", click.style(f"{each.level}:", fg=colour), 1), err=True)

    def fault(self, error: Exception) -> None:
        """Print a fault of ours with its traceback, and go on."""
        click.echo("".join(traceback.format_exception(error)), err=True)

    def progress(self, what: str) -> Progress:
        """Tells how far the work is, once it has lasted a second."""
        return Progress(what, silent=self.as_json or self.quiet)

    def stages(self) -> Callable[[str, int, int], None]:
        """The same for work in several stages, told the name of each with how far it is."""
        shown: dict[str, Progress] = {}

        def told(what: str, done: int, total: int) -> None:
            if what not in shown:
                shown[what] = self.progress(what)
            shown[what](done, total)

        return told

    def interrupted(self, what: str) -> NoReturn:
        """Leave as a program does that was ended with Ctrl-C; `what` was done, in a line."""
        self.done()
        click.echo(f"interrupted{what and ': '}{what}", err=True)
        if self.as_json:
            click.echo(json.dumps({**self.account, "interrupted": what, "ok": False}, ensure_ascii=False, indent=1))
        sys.exit(INTERRUPTED)

    def done(self) -> None:
        """Wipe the progress line."""
        if sys.stderr.isatty() and not self.as_json:
            click.echo("\r\x1b[2K", err=True, nl=False)

    def end(self) -> None:
        """Leave with 1 when there were faults (or warnings, if they are to fail), else return."""
        failed = any(each.level == "error" or (each.level == "warning" and self.strict) for each in self.told)
        if self.as_json:
            faults = [{"where": p.where, "level": p.level, "what": p.what, "hint": p.hint} for p in self.told]
            click.echo(json.dumps({**self.account, "problems": faults, "ok": not failed}, ensure_ascii=False, indent=1))
        if failed:
            sys.exit(1)


class Progress:
    """How far a piece of work is, told on one line of a terminal, or every five seconds elsewhere."""

    def __init__(self, what: str, silent: bool) -> None:
        self._what, self._silent = what, silent
        self._started = self._shown = time.monotonic()
        self._terminal = sys.stderr.isatty()  # asked once, for a run comes by here many thousand times
        self.number = self.total = 0

    def __call__(self, done: int, total: int, name: str = "") -> None:
        """`done` of `total` are done, and `name` is at work."""
        self.number, self.total = done, total
        now, terminal = time.monotonic(), self._terminal
        if self._silent or now - self._started < 1 or now - self._shown < (0.1 if terminal else 5):
            return
        if not (terminal or done):  # of a log, a line that nothing is done yet is none
            return
        self._shown = now
        text = f"{self._what} {done:,} of {total:,}{name and ': '}{name}"
        click.echo(f"\r\x1b[2K{text[:100]}" if terminal else text, err=True, nl=not terminal)


def leave(code: object) -> None:
    """End the process with this code at once: what a large build holds takes a while to be freed, for nothing.

    Comes back where the code is a text, or somebody who was to read what is told is gone.
    """
    if code is None or isinstance(code, int):
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code or 0)
