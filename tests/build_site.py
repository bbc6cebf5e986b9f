"""What tests of the build share: a site on disk in a few words, and one build of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator import config
from generator.build import Result, build
from generator.build.render import Renderer, each
from generator.model import Page, View

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files by their paths below `folder`."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def article(title: str, body: str = "Something happened.", **meta: str) -> str:
    """The text of an article file; `meta` are further keys as YAML spells them."""
    rows = "".join(f"{key}: {value}\n" for key, value in meta.items())
    return f"---\ntitle: {title}\n{rows}---\n\n{body}\n"


def make(folder: Path, *, output: Path | None = None, url: str | None = None, now=NOW, **flags: bool) -> Result:
    """One build of the site in `folder`."""
    return build(folder, config.load(folder, base_url=url), output=output or folder / "site", now=now, **flags)


def rendered(renderer: Renderer, views: Sequence[View], pages: Mapping[str, Page] | None = None) -> dict[str, bytes]:
    """The files of these views, by output path; `pages` are the content files. Raises like `render.each`."""
    files: dict[str, bytes] = {}
    by_path = {view.path: view for view in views}

    def make_file(path: str) -> None:
        files[path] = renderer.render(by_path[path], pages or {})[0]

    each({path: view.template for path, view in by_path.items()}, make_file)
    return files


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


SMALL = {
    "broadsheet.yml": "title: The Small Paper\ntimezone: Europe/Berlin\n",
    "content/articles/bridge-shut.md": article(
        "Harbour bridge shut",
        "Engineers shut the harbour bridge in Almery on Monday after they found a crack in its third pillar.\n\n"
        "## What they found\n\n"
        "The crack is two metres long, the city said, and runs below the water line of the old pillar.\n\n"
        "- No one was hurt.\n- Buses take the *northern* road.\n\n"
        "They [asked](https://help.example/) for help. See [the other report](bridge-reopens.md#p1).",
        date="2026-11-16",
        summary="A crack in a pillar has shut the bridge.",
        tags="[Almery, Harbour bridge]",
        source='{file: a.txt, name: Almery Post, url: "https://post.example/bridge"}',
        story="almery-bridge",
    ),
    "content/articles/bridge-reopens.md": article(
        "Bridge reopens",
        "The harbour bridge in Almery opened again on Friday, four days after engineers had found a crack in it.\n\n"
        "Divers filled the crack with concrete, and the city council will pay for a new pillar next spring.",
        date="2026-11-20T08:15:00+01:00",
        tags="[Almery, harbour bridge, City council]",
        source="{name: Coast Radio}",
        story="almery-bridge",
        aliases="[/old/bridge.html, /b]",
    ),
    "content/articles/lone.md": article("A lone report", "Ships sail, and nobody in the port knows why they do."),
    "content/pages/about.md": article("About", "Who we are. [Home](/) and [a report](../articles/lone.md)."),
    "content/stories/almery-bridge.md": article(
        "The bridge at Almery", "All of it, *in order*.", aliases="/stories/b/"
    ),
    "content/static/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}
"""A site with a story of two reports, a lone one without a day, a page, an introduction and a static file."""
