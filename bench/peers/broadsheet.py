"""Ours: as it stands beside the peers, and with what none of them does."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from corpus import Article, in_stories

from generator import __version__, frontmatter
from peers.peer import ADDRESS, Peer, lay

ROOT = Path(__file__).resolve().parent.parent.parent


def plain(folder: Path, articles: Iterable[Article], _: Path | None = None) -> Peer:
    """A site in `folder` without related reports, and without stories of several reports."""
    return _site("Broadsheet", folder, articles, "related: 0\n")


def whole(folder: Path, articles: Iterable[Article], _: Path | None = None) -> Peer:
    """A site in `folder` with related reports, and with half of all articles in stories of four."""
    return _site("Broadsheet with stories", folder, in_stories(articles), "")


def _site(name: str, folder: Path, articles: Iterable[Article], settings: str) -> Peer:
    newest = lay(folder, articles, "content/articles", _spelled)
    (folder / "broadsheet.yml").write_text(f"title: The bench\nurl: {ADDRESS}/\n{settings}", encoding="utf-8")
    theme = {
        "base.html": lambda text: text.replace("</head>", '<meta name="bench" content="edit 0">\n</head>'),
        "static/site.css": lambda text: f":root {{ --edit: 0 }}\n{text}",
    }
    for path, change in theme.items():
        own = folder / "templates" / path
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(change((ROOT / "templates" / path).read_text(encoding="utf-8")), encoding="utf-8")
    program = (sys.executable, "-m", "generator")
    return Peer(
        name=name,
        version=__version__,
        folder=folder,
        output=folder / "site",
        caches=(folder / ".broadsheet",),
        command=(*program, "build", "--source", folder),
        serving=lambda port: (*program, "serve", "--source", folder, "--port", str(port)),
        reloads=True,
        articles="content/articles",
        spell=_spelled,
        base="templates/base.html",
        style="templates/static/site.css",
        newest=newest,
    )


def _spelled(article: Article) -> str:
    meta = {
        "title": article.title,
        "date": article.date,
        "summary": article.summary,
        "lang": "en",
        "tags": list(article.tags),
        "source": {"name": article.publisher},
    }
    return frontmatter.join(meta | ({"story": article.story} if article.story else {}), article.body)
