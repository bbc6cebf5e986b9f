"""Which file a person means who names one, from whatever folder, and where that file stands in the site."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path

from generator.errors import BroadsheetError, problem
from generator.ingest import articles, sources


def found(folder: Path, file: Path) -> Path:
    """The file of that name, in whatever folder.

    Raises BroadsheetError, with the one that was meant if that can be guessed.
    """
    places = (folder / sources.FOLDER, folder / articles.FOLDER)
    for place in (Path(), folder, *places):
        if (place / file).exists():
            return place / file
    there = [path for place in places for path in place.rglob("*") if path.is_file()]
    named = [path for path in there if path.name == file.name and path.parts[-len(file.parts) :] == file.parts]
    if len(named) == 1:
        return named[0]
    if named:
        hint = " or ".join(f"`{path.relative_to(folder).as_posix()}`" for path in named[:3])
        raise BroadsheetError(problem(f"{len(named)} files have this name", str(file), hint=hint))
    names = {path.name: path.relative_to(folder) for path in there}
    near = get_close_matches(file.name, names, n=1, cutoff=0.7) or sorted(name for name in names if file.name in name)
    hint = f"did you mean `{names[near[0]].as_posix()}`?" if near else f"name a file below `{sources.FOLDER}/`"
    raise BroadsheetError(problem("there is no such file", str(file), hint=hint))


def source(folder: Path, path: str) -> str:
    """The file that holds a document; empty when it is gone."""
    while path and not (folder / sources.FOLDER / path).is_file():
        path = path.rpartition("#")[0]
    return path


def below(place: Path, file: Path) -> str:
    """The path below a folder; empty for a file elsewhere."""
    path = Path(os.path.relpath(os.path.realpath(file), os.path.realpath(place)))
    return "" if ".." in path.parts else path.as_posix()
