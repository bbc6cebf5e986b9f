"""Texts of articles that a run is going to write, on disk until it does: memory holds where each of them is."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from generator.errors import BroadsheetError, problem
from generator.ingest.articles import digest
from generator.ingest.journal import FOLDER


class Spool:
    """The texts of one run, in a file without a name, which is gone with the run. Leave it to close it."""

    def __init__(self, folder: Path) -> None:
        """It lies beside the journal of the site in `folder`, once there is something in it."""
        self._folder, self._end = folder / FOLDER, 0
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None) -> None:
        if self._file:
            with contextlib.suppress(OSError):  # what could not be flushed is wanted no more
                self._file.close()

    def put(self, data: bytes) -> Spooled:
        """Lay a text down. Raises BroadsheetError when the disk refuses."""
        try:
            if self._file is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115  closed by __exit__
            self._file.seek(self._end)
            place, self._end = self._end, self._end + self._file.write(data)
        except OSError as error:
            what, hint = f"cannot write a temporary file: {error.strerror}", "check that the disk has room"
            raise BroadsheetError(problem(what, str(self._folder), hint=hint)) from error
        return Spooled(self, place, len(data), digest(data))

    def get(self, place: int, size: int) -> bytes:
        """What was laid down there. Raises BroadsheetError when the disk refuses."""
        assert self._file is not None, "something was laid down"
        try:
            self._file.seek(place)
            return self._file.read(size)
        except OSError as error:
            raise BroadsheetError(
                problem(f"cannot read a temporary file: {error.strerror}", str(self._folder))
            ) from error


@dataclass(frozen=True, slots=True)
class Spooled:
    """A text that was laid down."""

    spool: Spool
    place: int
    size: int
    digest: bytes

    def read(self) -> bytes:
        """The text."""
        return self.spool.get(self.place, self.size)
