"""What a person starts from: a whole new site for `init`, one article for `new`.

The files of a new site are those of the folder `site/` beside this module; a leading `dot-` stands for a dot.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from importlib import metadata
from pathlib import Path
from zoneinfo import available_timezones

from generator import files, frontmatter
from generator.errors import BroadsheetError, problem
from generator.text import slugs

SKELETON = Path(__file__).parent / "site"
SAMPLE = SKELETON / "content" / "sources"
NO_ADDRESS = """\
# Nothing yet: the copy of Broadsheet that made this site was not installed from an address on the web. Write where a
# copy can be had that you trust, as in the next line, and take its # away. The name alone will not do: as long as
# Broadsheet is not in the Python package index, anybody may register that name there.
# broadsheet @ git+https://HOST/OWNER/REPOSITORY@COMMIT"""
"""Stands in `requirements.txt` where nobody knows what to require."""


def site(folder: Path, *, sample: bool = True) -> tuple[Path, ...]:
    """Make a new site in `folder`, with or without the sample documents, and return its files.

    Hidden files, such as `.git`, may be there already and stay as they are. Raises BroadsheetError when the folder has
    something else in it: nothing of it is touched.
    """
    if folder.exists() and (not folder.is_dir() or any(not path.name.startswith(".") for path in folder.iterdir())):
        what = "the folder is not empty" if folder.is_dir() else "there is a file of that name"
        hint = "give the name of a new folder, and put your documents into its content/sources/"
        raise BroadsheetError(problem(what, str(folder), hint=hint))
    name = "".join(letter for letter in folder.resolve().name if letter.isprintable())
    title = json.dumps(name.replace("-", " ").replace("_", " ").title() or "Broadsheet", ensure_ascii=False)
    required = requirement(_origin()) or NO_ADDRESS
    values = {"@TITLE@": title, "@ID@": uuid.uuid4().urn, "@ZONE@": zone(), "@REQUIREMENT@": required}
    made = []
    for source in sorted(path for path in SKELETON.rglob("*") if path.is_file()):
        if SAMPLE in source.parents and not sample:
            continue
        target = folder.joinpath(*(part.replace("dot-", ".", 1) for part in source.relative_to(SKELETON).parts))
        if not target.exists():
            text = source.read_text(encoding="utf-8")
            for mark, value in values.items():
                text = text.replace(mark, value)
            files.write(target, text.encode())
            made.append(target)
    (folder / SAMPLE.relative_to(SKELETON)).mkdir(parents=True, exist_ok=True)
    return tuple(made)


def requirement(origin: str) -> str:
    """The line of `requirements.txt` for a program of that origin; empty if it came from no address on the web.

    `origin` is the `direct_url.json` that an installer leaves (PyPA, "Recording the Direct URL Origin of installed
    distributions"): of a repository its address and commit, of an archive its address.
    """
    told = json.loads(origin or "{}")
    address, version = told.get("url", ""), told.get("vcs_info")
    if not address.startswith("https://"):
        return ""
    return f"broadsheet @ {version['vcs']}+{address}@{version['commit_id']}" if version else f"broadsheet @ {address}"


def zone(local: Path = Path("/etc/localtime")) -> str:
    """The time zone of this machine, where its system tells it by name as Unix systems do; else UTC."""
    name = local.resolve().as_posix().partition("/zoneinfo/")[2]
    return name if name in available_timezones() - {"Etc/UTC"} else "UTC"


def knows_program(folder: Path) -> bool:
    """Whether the `requirements.txt` of a site says from where its workflow gets the program."""
    lines = (folder / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return any(line.strip() and not line.startswith("#") for line in lines)


def _origin() -> str:
    try:
        return metadata.distribution("broadsheet").read_text("direct_url.json") or ""
    except metadata.PackageNotFoundError:
        return ""


def article(folder: Path, title: str, *, today: dt.date) -> Path:
    """Make an empty draft of an article of that title and return its file, which must not exist yet."""
    if not title.strip():
        raise BroadsheetError(problem("the title is empty", hint='give it as in `broadsheet new "What we know"`'))
    path = folder / "content" / "articles" / f"{slugs.slug(title)}.md"
    if path.exists():
        raise BroadsheetError(problem("there is an article of that name", str(path), hint="choose another title"))
    meta = {"title": title, "date": today, "summary": "", "authors": [], "tags": [], "draft": True}
    files.write(path, frontmatter.join(meta, "Write here.\n").encode())
    return path
