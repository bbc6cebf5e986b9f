"""The generators that are compared: how each wants its articles spelled, how it is run, and what it must forget.

All make the same pages at the same addresses: articles and their Markdown, lists of all, of each topic, publisher and
day, feeds, a sitemap. What only one of them can make is left to it, and the table of files shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from corpus import Article

from peers import broadsheet, hugo, pelican
from peers.peer import Peer

__all__ = ["OURS", "PEERS", "WHOLE", "Make", "Peer"]

Make = Callable[[Path, Iterable[Article], Path], Peer]
"""Lays a site in a folder, of these articles; what it installs is kept in the last folder."""

OURS: Make = broadsheet.plain
WHOLE: Make = broadsheet.whole
"""The same with related reports and stories."""

PEERS: dict[str, Make] = {
    "hugo": hugo.site,
    "pelican": pelican.site,
}
"""Whom we stand beside. To add one is to add a module and a line here."""
