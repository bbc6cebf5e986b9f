"""The one fault of readers, in a module of its own so that readers and their table need not import each other."""

from __future__ import annotations


class Unreadable(Exception):  # noqa: N818  it is no error of the program, and the account prints its name
    """A source cannot be read; `reason` says why, as a short phrase for the account."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)
