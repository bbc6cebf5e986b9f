"""Where nothing has changed nothing is read, and whatever has changed is seen."""

import os
import time
from types import SimpleNamespace

import pytest
from ingest_site import HARBOUR, LIBRARY, ORCHARD, Site

from generator import lock
from generator.ingest import articles, memory, reading


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR)
    site.source("post/b.txt", LIBRARY)
    site.run()
    return site


@pytest.fixture
def blind(monkeypatch):
    """Call it, and from then on a run cannot read the lock or an article."""

    def refuse(*_):
        raise AssertionError("nothing has changed, and yet it is read")

    def blinded():
        monkeypatch.setattr(lock, "read", refuse)
        monkeypatch.setattr(articles, "load", refuse)

    return blinded


def test_a_run_that_finds_nothing_changed_reads_neither_lock_nor_articles_and_tells_the_same(site, blind):
    before = site.run()
    blind()
    assert site.run() == before
    assert site.outcomes() == {"a.txt": "unchanged", "post/b.txt": "unchanged"}


def test_files_whose_last_change_is_long_ago_are_not_even_opened(site, monkeypatch, blind):
    monkeypatch.setattr(memory, "GRAIN", -(10**12))
    site.run()
    blind()
    monkeypatch.setattr(memory, "hashlib", SimpleNamespace(sha256=memory.hashlib.sha256))  # it can hash no file
    assert site.outcomes() == {"a.txt": "unchanged", "post/b.txt": "unchanged"}


def test_a_change_that_bears_the_time_of_the_one_before_is_seen(site, monkeypatch):
    now = dict.fromkeys(("st_mtime_ns", "st_ctime_ns"), time.time_ns())

    def frozen(status):
        return SimpleNamespace(st_size=status.st_size, st_ino=7, **now)

    real, told = os.stat, os.fstat
    asked = SimpleNamespace(stat=lambda path: frozen(real(path)), fstat=lambda number: frozen(told(number)))
    monkeypatch.setattr(memory, "os", asked)
    site.source("a.txt", HARBOUR)
    site.run()
    site.source("a.txt", HARBOUR.replace("two metres", "six metres"))
    assert site.outcomes()["a.txt"] == "updated"


@pytest.mark.parametrize(
    "change",
    [
        lambda site: site.source("a.txt", HARBOUR.replace("two metres", "six metres")),
        lambda site: site.source("c.txt", HARBOUR),
        lambda site: site.source(".hidden", "nothing"),
        lambda site: (site.folder / "content/sources/a.txt").unlink(),
        lambda site: site.write("by-hand", "---\ntitle: By hand\n---\nA note.\n"),
        lambda site: site.article(site.articles()[0]).unlink(),
        lambda site: site.article(site.articles()[0]).write_text("---\ntitle: Mine\n---\nMine.\n"),
        lambda site: (site.folder / "content/ingest.lock").unlink(),
        lambda site: site._put(site.folder / "content/stories/one.md", "---\nmerge: other\n---\n"),
    ],
    ids="edited added hidden removed written deleted changed unlocked merged".split(),
)
def test_whatever_has_changed_is_told_as_by_a_run_that_remembers_nothing(site, tmp_path_factory, change):
    site.run()
    change(site)
    quick = site.run()
    (site.folder / memory.PATH).unlink()
    slow = site.run()
    assert [item.path for item in quick.items] == [item.path for item in slow.items]
    (site.folder / memory.PATH).unlink()
    assert site.run() == slow


def test_a_source_that_cannot_be_read_is_told_in_each_run_and_tried_in_the_first(site, monkeypatch):
    seen, read = [], reading.read
    monkeypatch.setattr(reading, "read", lambda path, *rest: seen.append(path) or read(path, *rest))
    site.source("c.pdf", b"%PDF-1.4 broken")
    first = {item.path: item for item in site.run().items}["c.pdf"]
    assert first.outcome == "unreadable"
    (site.folder / "content/sources/a.txt").write_text(HARBOUR.replace("14 million", "19 million"))
    for _ in range(3):
        assert {item.path: item for item in site.run().items}["c.pdf"] == first
    assert seen == ["c.pdf", "a.txt"]
    site.source("c.pdf", b"%PDF-1.4 broken otherwise")
    site.run()
    assert seen == ["c.pdf", "a.txt", "c.pdf"]


@pytest.mark.parametrize(
    "change",
    [
        lambda site, patch: patch.setattr(memory, "libraries", lambda: "newer"),
        lambda site, patch: (site.folder / memory.PATH).unlink(),
        lambda site, patch: (site.folder / memory.PATH).write_bytes(b"damaged"),
    ],
    ids="program forgotten damaged".split(),
)
def test_another_program_tries_again_what_could_not_be_read(site, monkeypatch, change):
    seen, read = [], reading.read
    site.source("c.pdf", b"%PDF-1.4 broken")
    site.run()
    monkeypatch.setattr(reading, "read", lambda path, *rest: seen.append(path) or read(path, *rest))
    change(site, monkeypatch)
    assert site.outcomes()["c.pdf"] == "unreadable"
    assert seen == ["c.pdf"]
    site.source("d.txt", ORCHARD)
    assert site.outcomes()["c.pdf"] == "unreadable"
    assert seen == ["c.pdf", "d.txt"]


def test_what_is_remembered_may_be_damaged(site):
    (site.folder / memory.PATH).write_bytes(b'{"files": 3')
    assert site.outcomes() == {"a.txt": "unchanged", "post/b.txt": "unchanged"}
