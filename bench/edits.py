"""What is done to a site before each run: nothing, one of the edits of a working day, or all is forgotten.

An edit can be seen: each says in which output file what must stand, so that a quick run that shows an old page is a
failure and no success. They are made to the newest report, which an editor has open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import corpus
from peers.peer import Peer


@dataclass(frozen=True, slots=True)
class Shown:
    """What must stand in an output file after a run."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """One state in which a site is built."""

    name: str
    make: Callable[[Peer, int], Shown | None]
    """Edit a peer's site, in each run otherwise."""


class StaleError(Exception):
    """A run did not show the edit."""


def check(peer: Peer, shown: Shown | None) -> None:
    """Raise StaleError when the output does not hold what was edited."""
    if not shown:
        return
    if not shown.path.exists() or shown.text not in shown.path.read_text(encoding="utf-8"):
        raise StaleError(f"{peer.name} does not show {shown.text!r} in {shown.path.relative_to(peer.folder)}")


def mark(number: int) -> str:
    """The sentence that the edit of a body adds."""
    return f"Correction number {number} was made to this report."


def cold(peer: Peer, _: int) -> None:
    """Forget all."""
    peer.forget()


def nothing(peer: Peer, _: int) -> None:
    """Leave all as it is."""


def body(peer: Peer, number: int) -> Shown:
    """Another sentence at the end of the report."""
    text = mark(number)
    peer.write(replace(peer.newest, body=f"{peer.newest.body}\n{text}\n"))
    return Shown(page(peer, peer.newest), text)


def title(peer: Peer, number: int) -> Shown:
    """Another title, which stands in lists, too; its topic's is looked at."""
    text = f"{peer.newest.title} for the {number}th time"
    peer.write(replace(peer.newest, title=text))
    return Shown(topic(peer, peer.newest.tags[0]), text)


def tag(peer: Peer, number: int) -> Shown:
    """A topic more, which it did not have."""
    others = [each for each in corpus.lexicon().topics if each not in peer.newest.tags]
    added = others[number % len(others)]
    peer.write(replace(peer.newest, tags=(*peer.newest.tags, added)))
    return Shown(topic(peer, added), peer.newest.title)


def base(peer: Peer, number: int) -> Shown:
    """Another word in the head of every page; the oldest report's is looked at."""
    peer.edit_base(number)
    return Shown(page(peer, corpus.article(0)), f"edit {number}")


def page(peer: Peer, article: corpus.Article) -> Path:
    """The page of an article."""
    return peer.output / "articles" / article.slug / "index.html"


def topic(peer: Peer, name: str) -> Path:
    """The first page of a topic."""
    return peer.output / "topics" / name.lower().replace(" ", "-") / "index.html"


EDITS: tuple[Edit, ...] = (
    Edit("cold", cold),
    Edit("nothing changed", nothing),
    Edit("one body edited", body),
    Edit("one title edited", title),
    Edit("one tag added", tag),
    Edit("base template edited", base),
)
"""In the order in which they are run."""
