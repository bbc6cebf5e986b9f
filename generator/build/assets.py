"""Files that are copied as they are: the theme's, the site's own, and pictures beside articles and pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.build.addresses import place
from generator.build.content import is_text
from generator.config import Config
from generator.errors import BroadsheetError, Problem, problem
from generator.files import is_scratch


def files(folder: Path) -> tuple[str, ...]:
    """The files below `folder`, as paths with forward slashes, sorted; hidden and editors' own ones left out.

    Raises BroadsheetError when a folder cannot be read, and for names that are no text, which no page could link to.
    """
    try:
        found = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
    except OSError as error:
        place = str(error.filename or folder)
        raise BroadsheetError(problem(f"cannot read the folder: {error.strerror or error}", place)) from error
    names = sorted(path.as_posix() for path in found if not _noise(path))
    faults = [fault for name in names for fault in _garbled(folder, name)]
    if faults:
        raise BroadsheetError(faults)
    return tuple(names)


def _noise(path: Path) -> bool:
    hidden = any(part.startswith(".") and part != ".well-known" for part in path.parts)
    return hidden or is_scratch(path.name)


def _garbled(folder: Path, name: str) -> Iterator[Problem]:
    try:
        name.encode()
    except UnicodeEncodeError:
        place = str(folder / name).encode(errors="surrogateescape").decode(errors="replace")
        yield problem("the name of the file is not UTF-8", place, hint="rename it")


def static(folders: Iterable[Path]) -> dict[str, Path]:
    """The theme's static files by output path; `folders` of templates, of which the first that has a file wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        for name in files(folder / "static"):
            found.setdefault(f"static/{name}", folder / "static" / name)
    return dict(sorted(found.items()))


def versions(static: Mapping[str, Path]) -> dict[str, str]:
    """For each of the theme's static files a few digits that change when it does; one that is gone by now has none.

    Raises BroadsheetError when one cannot be read.
    """
    found = {}
    for name, path in static.items():
        try:
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
        except FileNotFoundError:
            continue
        except OSError as error:
            raise BroadsheetError(problem(f"cannot read the file: {error.strerror or error}", str(path))) from error
    return found


def content(folder: Path, names: Iterable[str]) -> dict[str, bytes | Path]:
    """Those of the content files `names` that are copied, by output path; `folder` is the site's.

    `content/static/` stands at the root; a picture beside an article stands below `articles/`.
    """
    return {place(name): folder / name for name in names if not is_text(name)}


def extra(config: Config) -> dict[str, bytes | Path]:
    """What GitHub Pages asks for: not to run Jekyll, and the domain where one is configured."""
    found: dict[str, bytes | Path] = {".nojekyll": b""}
    if config.cname:
        found["CNAME"] = f"{config.cname}\n".encode()
    return found
