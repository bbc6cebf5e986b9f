"""What lies in a site and is used by nobody: in `content/`, or a template that misses the name of the one it is for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from generator import lock, retold
from generator.build import assets, content, profiles, render, strings
from generator.errors import Problem, problem
from generator.files import is_scratch

PACKAGED = "theme/"
"""How the names begin by which templates of a site reach those that they replace."""
NEAR = 0.75
"""How alike two names are of which one is likely the other misspelt."""


def doubts(folder: Path) -> tuple[Problem, ...]:
    """A warning for each."""
    return (*_unread(folder), *_unused(folder))


def _unread(folder: Path) -> Iterator[Problem]:
    """What lies in `content/` itself."""
    folders = {*content.KINDS, "static", "sources"}
    known = folders.union(PurePosixPath(path).name for path in (lock.PATH, profiles.NAME, retold.FOLDER))
    place = folder / "content"
    for name in sorted(os.listdir(place) if place.is_dir() else ()):
        if name not in known and not name.startswith(".") and not is_scratch(name):
            near = get_close_matches(name.lower(), folders, n=1)
            hint = f"call it content/{near[0]}" if near else "documents go into content/sources/"
            yield problem("nothing that lies here is read", f"content/{name}", hint=hint, level="warning")


def _unused(folder: Path) -> tuple[Problem, ...]:
    """Each file in the `templates/` of a site that replaces nothing, with a guess what it should replace.

    A file of an own name that another of them mentions is meant as it is, and so is one like nothing in the theme.
    """
    own, *theme = render.folders(folder)
    if not theme:
        return ()
    known, names = set(_templates(theme[0])), _templates(own)
    strange = [(name, near) for name in names if name not in known and (near := _meant(name, known))]
    said = texts(folder) if strange else ()
    found = [
        ("this template replaces none of the theme's, and none of yours includes it", name, f"did you mean `{near}`?")
        for name, near in strange
        if not name.startswith(PACKAGED) and not any(name in text for text in said)
    ]
    for name in filter(lambda name: name.startswith(PACKAGED), names):
        what = f"nothing in {own.name}/{PACKAGED} is used: that name leads to the theme's own templates"
        found.append(
            (what, name, f"move it to {own.name}/{name.removeprefix(PACKAGED)}, or into a folder of another name")
        )
    return tuple(problem(what, f"{own.name}/{name}", hint=hint, level="warning") for what, name, hint in found)


def texts(folder: Path) -> tuple[str, ...]:
    """The texts of a site's own templates; none where they are the theme's."""
    own, *theme = render.folders(folder)
    names = _templates(own) if theme else ()
    return tuple((own / name).read_text(encoding="utf-8", errors="replace") for name in names)


def _templates(folder: Path) -> list[str]:
    return [name for name in assets.files(folder) if not name.startswith(("static/", f"{strings.FOLDER}/"))]


def _meant(name: str, known: set[str]) -> str:
    """The template of the theme that is likely meant; empty for none."""
    stems = {_stem(each): each for each in sorted(known, reverse=True)}
    near = get_close_matches(_stem(name), stems, n=1, cutoff=NEAR)
    return stems[near[0]] if near else ""


def _stem(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0]
