"""Which files lie below `content/sources/`, and their bytes. The only part of `ingest` that looks for inputs."""

from __future__ import annotations

import os
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from generator.errors import BroadsheetError, problem
from generator.files import is_scratch
from generator.ingest.account import LEFT, Item

FOLDER = "content/sources"


@dataclass(frozen=True, slots=True)
class Found:
    """The inputs of one run."""

    paths: tuple[str, ...]
    """The files to read, below `content/sources/`, sorted."""
    aside: tuple[Item, ...]
    """The files that are not to be read, with the reason."""
    present: frozenset[str]
    """All files that may be read, whether this run was asked for them or not."""


def find(folder: Path, ignore: Iterable[str] = (), only: Iterable[Path] = ()) -> Found:
    """The inputs of the site in `folder`, without those whose path matches a pattern in `ignore`.

    `only` narrows them to these files and folders, named from the current folder or from the site's. Raises
    BroadsheetError when one of those is not there or lies outside `content/sources/`, and when a folder cannot be read.
    """
    root = folder / FOLDER
    wanted = [_below(root, path if path.exists() else folder / path, str(path)) for path in only]
    paths: list[str] = []
    aside: list[Item] = []
    files = _walk(root)
    present = sorted(files)
    like_documents = {path: file for path in present if "#" in path and (file := _file_before(path, files))}
    patterns = tuple(ignore)
    for path in present:
        if wanted and not any(each in (path, ".") or path.startswith(each + "/") for each in wanted):
            continue
        if reason := _aside(root, path, patterns, files[path]):
            aside.append(reason)
        elif path in like_documents:
            told = f"unreadable: it is called as a document in `{like_documents[path]}` may be; rename it"
            aside.append(Item(path, "unreadable", detail=told))
        else:
            paths.append(path)
    return Found(tuple(paths), tuple(aside), frozenset(present).difference(like_documents))


def _file_before(path: str, present: Collection[str]) -> str:
    """The file for one of whose documents another file could be taken by its name; empty for none."""
    return next((path[:at] for at, sign in enumerate(path) if sign == "#" and path[:at] in present), "")


@dataclass(frozen=True, slots=True)
class Source:
    """A file, known by its bytes."""

    path: str
    sha256: str
    size: int
    recurring: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """The marks of lines that are not to be read as news, by document."""

    @property
    def key(self) -> str:
        """What its readings are known by."""
        return f"{self.sha256}{self.state}"

    @property
    def state(self) -> str:
        """`+` and what is told of what recurs in it; empty if nothing does."""
        told = sorted((path, sorted(marks)) for path, marks in self.recurring.items())
        return f"+{zlib.crc32(repr(told).encode()):08x}" if told else ""


def place(path: str) -> str:
    """Where a source stands below the site's folder."""
    return f"{FOLDER}/{path}"


def load(folder: Path, path: str) -> bytes:
    """The bytes of one source; OSError where the system refuses."""
    return (folder / FOLDER / path).read_bytes()


def _walk(root: Path) -> dict[str, bool]:
    """All files below the folder, and whether each is a regular file of its own, and no link or pipe."""
    try:
        return dict(_inside(str(root), ""))
    except FileNotFoundError as error:
        if error.filename == str(root):
            return {}
        raise _refused(error) from error
    except OSError as error:
        raise _refused(error) from error


def _refused(error: OSError) -> BroadsheetError:
    what = f"cannot read the folder: {error.strerror}"
    return BroadsheetError(problem(what, str(error.filename), hint="see that you may read it"))


def _inside(place: str, above: str) -> Iterator[tuple[str, bool]]:
    """The files in a folder and in those in it. Links to folders are not followed: they may lead in circles."""
    with os.scandir(place) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _inside(entry.path, f"{above}{entry.name}/")
            elif not (entry.is_symlink() and os.path.isdir(entry.path)):
                yield above + entry.name, entry.is_file(follow_symlinks=False)


def _aside(root: Path, path: str, ignore: tuple[str, ...], regular: bool) -> Item | None:
    """What became of a file that is not to be read; None for one that is."""
    if not _is_text(path):
        shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        return Item(shown, "unreadable", detail="unreadable: its name is not UTF-8")
    hidden = any(part.startswith(".") for part in path.split("/")) and not _is_in_mail_folder(root, path)
    if hidden or is_scratch(path.rpartition("/")[2]):
        return Item(path, "skipped", detail=LEFT)
    if path.split("/")[-2:-1] == ["tmp"] and _is_maildir((root / path).parents[1]):
        return Item(path, "skipped", detail="skipped: a mail that is not yet delivered")
    for pattern in ignore:
        if fnmatchcase(path, pattern):
            return Item(path, "skipped", detail=f"skipped: matches `{pattern}` of the setting `ignore`")
    if regular:
        return None
    if not (root / path).exists():
        return Item(path, "unreadable", detail="unreadable: a link that leads nowhere")
    site = root.resolve().parents[FOLDER.count("/")]
    if not (root / path).resolve().is_relative_to(site):  # somebody else's link must not publish this machine's files
        return Item(path, "skipped", detail="skipped: a link to a file outside the site; copy the file")
    if not (root / path).is_file():  # a pipe would be waited for
        return Item(path, "skipped", detail="skipped: not a regular file")
    return None


def _is_maildir(folder: Path) -> bool:
    """Whether a folder is a mailbox of mail servers: new mails, current ones, and those that are being delivered."""
    return all((folder / name).is_dir() for name in ("cur", "new", "tmp"))


def _is_in_mail_folder(root: Path, path: str) -> bool:
    """Whether all that is hidden on a path is a folder of a Maildir: there `.News` is what the user calls `News`."""
    *above, folder, place, name = ("", "", *path.split("/"))
    shown = not any(part.startswith(".") for part in (*above, name))
    return shown and place in ("cur", "new") and _is_maildir((root / path).parents[1]) and folder.startswith(".")


def _is_text(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:  # the system's bytes, smuggled through by Python
        return False
    return True


def _below(root: Path, path: Path, told: str) -> str:
    """The path as it is counted below `content/sources/`; `told` is what the user called it."""
    if not path.exists():
        raise BroadsheetError(problem("there is no such file", told, hint=f"name one in {root}"))
    for real in (os.path.abspath, os.path.realpath):  # the first keeps a link inside the folder what it is
        place = Path(os.path.relpath(real(path), real(root)))
        if ".." not in place.parts:
            return place.as_posix()
    raise BroadsheetError(problem("the file is not below content/sources/", told, hint=f"copy it to {root} first"))
