"""What a person starts from: a whole new site for `init`, one article for `new`.

The files of a new site are those of the folder `site/` beside this module; a leading `dot-` stands for a dot.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from generator import __version__, files, frontmatter
from generator.errors import BroadsheetError, problem
from generator.text import slugs

SKELETON = Path(__file__).parent / "site"


def site(folder: Path) -> tuple[Path, ...]:
    """Make a new site in `folder` and return its files.

    Raises BroadsheetError when the folder has something in it already: nothing of it is touched.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        what = "the folder is not empty" if folder.is_dir() else "there is a file of that name"
        raise BroadsheetError(problem(what, str(folder), hint="give the name of a new folder"))
    title = folder.resolve().name.replace("-", " ").replace("_", " ").title().replace('"', "") or "Broadsheet"
    made = []
    for source in sorted(path for path in SKELETON.rglob("*") if path.is_file()):
        parts = [part.replace("dot-", ".", 1) for part in source.relative_to(SKELETON).parts]
        text = source.read_text(encoding="utf-8").replace("@TITLE@", title).replace("@VERSION@", __version__)
        made.append(folder.joinpath(*parts))
        files.write(made[-1], text.encode())
    return tuple(made)


def article(folder: Path, title: str, *, today: dt.date) -> Path:
    """Make an empty draft of an article of that title and return its file, which must not exist yet."""
    path = folder / "content" / "articles" / f"{slugs.slug(title)}.md"
    if path.exists():
        raise BroadsheetError(problem("there is an article of that name", str(path), hint="choose another title"))
    meta = {"title": title, "date": today, "summary": "", "authors": [], "tags": [], "draft": True}
    files.write(path, frontmatter.join(meta, "Write here.\n").encode())
    return path
