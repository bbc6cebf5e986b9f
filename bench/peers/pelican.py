"""Pelican, our nearest peer, at its best: its lightest theme, its cache in use, no extension that ours lacks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import install
from corpus import Article

from peers.peer import SITES, Peer, lay

REQUIREMENT = "pelican[markdown]>=4.11"


def site(folder: Path, articles: Iterable[Article], tools: Path) -> Peer:
    """A site in `folder`, run from an environment of its own in `tools`, made if there is none.

    Raises install.InstallError when it cannot be had.
    """
    python = install.from_pypi(tools / "pelican", REQUIREMENT)
    newest = lay(folder, articles, "content", _spelled, SITES / "pelican")
    program = (python, "-m", "pelican", "--settings", folder / "pelicanconf.py")
    return Peer(
        name="Pelican",
        version=install.printed(python, "-c", "from importlib.metadata import version; print(version('pelican'))"),
        folder=folder,
        output=folder / "output",
        caches=(folder / "cache",),
        command=program,
        serving=lambda port: (*program, "--listen", "--autoreload", "--bind", "127.0.0.1", "--port", str(port)),
        reloads=False,
        articles="content",
        spell=_spelled,
        base="theme/base.html",
        style="content/static/site.css",
        newest=newest,
    )


def _spelled(article: Article) -> str:
    head = {
        "Title": article.title,
        "Date": article.date.isoformat(),
        "Summary": article.summary,
        "Lang": "en",
        "Tags": ", ".join(article.tags),
        "Author": article.publisher,
        "Slug": article.slug,
    }
    return "".join(f"{key}: {value}\n" for key, value in head.items()) + f"\n{article.body}"
