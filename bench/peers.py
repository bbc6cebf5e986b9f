"""The generators that are compared: how each wants its articles spelled, how it is run, and what it must forget.

All make the same pages at the same addresses: articles and their Markdown, lists of all, of each topic, publisher and
day, feeds, a sitemap. What only one of them can make is left to it, and the table of files shows it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus import Article

from generator import __version__, frontmatter

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "https://example.org"
PELICAN = "pelican[markdown]>=4.11"


class InstallError(Exception):
    """A peer cannot be had."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One generator with its site."""

    name: str
    version: str
    folder: Path
    """Its site."""
    output: Path
    caches: tuple[Path, ...]
    """What it keeps from one run to the next, besides its output."""
    command: tuple[str | Path, ...]
    articles: str
    """Where below its folder the articles are."""
    spell: Callable[[Article], str]
    """An article as a file of its content."""

    def write(self, article: Article) -> None:
        """Write an article, or a new state of it."""
        path = self.folder / self.articles / f"{article.slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.spell(article), encoding="utf-8")

    def forget(self) -> None:
        """Move the output and all caches out of the way.

        They are not deleted: for minutes after many files were, some file systems make new ones ten times more slowly.
        """
        aside = Path(tempfile.mkdtemp(prefix="old-", dir=self.folder.parent))
        for each in (self.output, *self.caches):
            if each.exists():
                each.rename(aside / each.name)


def broadsheet(folder: Path, articles: Iterable[Article]) -> Peer:
    """A site of ours in `folder`."""
    peer = Peer(
        name="Broadsheet",
        version=__version__,
        folder=folder,
        output=folder / "site",
        caches=(folder / ".broadsheet",),
        command=(sys.executable, "-m", "generator", "build", "--source", folder),
        articles="content/articles",
        spell=_ours,
    )
    _lay(peer, articles, {"broadsheet.yml": f"title: The bench\nurl: {ADDRESS}/\n"})
    return peer


def pelican(folder: Path, articles: Iterable[Article], tools: Path) -> Peer:
    """A site of Pelican's in `folder`, run from an environment of its own in `tools`, made if there is none."""
    python = _installed(tools, PELICAN)
    peer = Peer(
        name="Pelican",
        version=_printed(python, "-c", "from importlib.metadata import version; print(version('pelican'))"),
        folder=folder,
        output=folder / "output",
        caches=(folder / "cache",),
        command=(python, "-m", "pelican", "--settings", folder / "pelicanconf.py"),
        articles="content",
        spell=_pelicans,
    )
    _lay(peer, articles, {"pelicanconf.py": _SETTINGS, "theme/sitemap.html": _SITEMAP})
    return peer


def _lay(peer: Peer, articles: Iterable[Article], files: dict[str, str]) -> None:
    for article in articles:
        peer.write(article)
    for name, text in files.items():
        path = peer.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _ours(article: Article) -> str:
    meta = {
        "title": article.title,
        "date": article.date,
        "summary": article.summary,
        "lang": "en",
        "tags": list(article.tags),
        "source": {"name": article.publisher},
    }
    return frontmatter.join(meta, article.body)


def _pelicans(article: Article) -> str:
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


def _installed(folder: Path, requirement: str) -> Path:
    """The interpreter of an environment that has the package, installed by name from the registry.

    Raises InstallError when that fails; pip has said why.
    """
    python = folder / "bin" / "python"
    done = folder / "installed"
    if not done.exists() or done.read_text() != requirement:
        venv.create(folder, clear=True, with_pip=True)
        pip = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", requirement)
        if subprocess.run(pip, check=False).returncode:
            raise InstallError(f"cannot install {requirement}")
        done.write_text(requirement)
    return python


def _printed(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


_SETTINGS = f"""\
# Pelican at its best: its lightest theme, its cache in use, no Markdown extension that Broadsheet does not have.
SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "The bench", "{ADDRESS}", "UTC", "en"
PATH, OUTPUT_PATH, CACHE_PATH = "content", "output", "cache"
THEME, THEME_TEMPLATES_OVERRIDES = "simple", ["theme"]
CACHE_CONTENT, LOAD_CONTENT_CACHE, CONTENT_CACHING_LAYER = True, True, "generator"
FORMATTED_FIELDS = []  # a summary is plain text
MARKDOWN = {{
    "extensions": ["meta", "fenced_code", "footnotes", "tables", "def_list", "sane_lists"],
    "extension_configs": {{}},
    "output_format": "html5",
}}

ARTICLE_URL, ARTICLE_SAVE_AS = "articles/{{slug}}/", "articles/{{slug}}/index.html"
TAG_URL, TAG_SAVE_AS = "topics/{{slug}}/", "topics/{{slug}}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "publishers/{{slug}}/", "publishers/{{slug}}/index.html"
DAY_ARCHIVE_URL, DAY_ARCHIVE_SAVE_AS = "editions/{{date:%Y-%m-%d}}/", "editions/{{date:%Y-%m-%d}}/index.html"
TAGS_SAVE_AS, AUTHORS_SAVE_AS, ARCHIVES_SAVE_AS = "topics/index.html", "publishers/index.html", "archive/index.html"
CATEGORY_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "authors", "archives", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"  # Pelican has none of its own; this is a template
OUTPUT_SOURCES, OUTPUT_SOURCES_EXTENSION = True, ".md"

DEFAULT_PAGINATION = 40
PAGINATION_PATTERNS = (
    (1, "{{base_name}}/", "{{base_name}}/index.html"),
    (2, "{{base_name}}/page/{{number}}/", "{{base_name}}/page/{{number}}/index.html"),
)
FEED_MAX_ITEMS, RSS_FEED_SUMMARY_ONLY = 30, False
FEED_ALL_ATOM, FEED_ALL_RSS = "feed.xml", "rss.xml"
TAG_FEED_ATOM, TAG_FEED_RSS = "topics/{{slug}}/feed.xml", "topics/{{slug}}/rss.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
"""

_SITEMAP = """\
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for article in articles %}
<url><loc>{{ SITEURL }}/{{ article.url }}</loc><lastmod>{{ article.date.isoformat() }}</lastmod></url>
{% endfor %}
{% for tag, _ in tags %}
<url><loc>{{ SITEURL }}/{{ tag.url }}</loc></url>
{% endfor %}
{% for author, _ in authors %}
<url><loc>{{ SITEURL }}/{{ author.url }}</loc></url>
{% endfor %}
</urlset>
"""
