"""The faults of readers, in a module of their own so that readers and their table need not import each other."""

from __future__ import annotations

from generator.lock import Status


class Unreadable(Exception):  # noqa: N818  it is no error of the program, and the account prints its name
    """A source cannot be read; `reason` says why, as a short phrase for the account."""

    status: Status = "unreadable"

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Empty(Unreadable):
    """It can be read, and holds no text: an entry of a feed that is a title and a link."""

    status = "empty"


class Skipped(Unreadable):
    """It is not looked into, because it is no document: the pictures of a page in an archive."""

    status = "skipped"


def message(fault: Exception) -> str:
    """What an exception of some library says, on one line and short; its name where it says nothing."""
    return " ".join(str(fault).split())[:120] or type(fault).__name__
