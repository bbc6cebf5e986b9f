"""What a run reads: only what is new, and each file with its own fate."""

import pytest
from ingest_site import HARBOUR, LIBRARY, NOW, ORCHARD, Site

from generator.ingest import ingest, reading, workers
from generator.ingest.workers import Event


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path)
    for name, text in (("a.txt", HARBOUR), ("b.txt", LIBRARY), ("c.txt", ORCHARD)):
        site.source(name, text)
    return site


def dies(monkeypatch, at, why):
    """The process that reads `b.txt` dies after so many events."""
    read = workers.read

    def until(folder, wanted, jobs, apart=()):
        events = 0
        for event in read(folder, wanted, jobs, apart):
            if event.path == "b.txt":
                if events == at:
                    yield Event("b.txt", "died", why)
                events += 1
            if event.path != "b.txt" or events <= at:
                yield event

    monkeypatch.setattr(workers, "read", until)


def details(site):
    return {item.path: item.detail for item in site.run().items if item.outcome == "unreadable"}


@pytest.mark.parametrize("at", [0, 1])
def test_the_document_whose_reader_dies_is_unreadable_and_the_others_are_published(site, monkeypatch, at):
    dies(monkeypatch, at, "its reader crashed")
    assert site.outcomes() == {"a.txt": "published", "b.txt": "unreadable", "c.txt": "published"}
    assert site.lock()["b.txt"].reason == "its reader crashed"
    monkeypatch.undo()
    assert site.outcomes() == {"a.txt": "unchanged", "b.txt": "published", "c.txt": "unchanged"}


def test_what_a_file_had_given_before_its_reader_died_is_published(site, monkeypatch):
    dies(monkeypatch, 2, "its reader crashed")
    assert site.outcomes() == dict.fromkeys(["a.txt", "b.txt", "c.txt"], "published") | {"b.txt#2": "unreadable"}
    assert site.lock()["b.txt#2"].reason == "its reader crashed after 1 document"


def test_a_file_that_took_too_long_is_not_tried_again_until_it_changes(site, monkeypatch):
    dies(monkeypatch, 1, workers.SLOW)
    assert details(site) == {"b.txt": "unreadable: its reader took too long"}
    monkeypatch.undo()
    seen, read = [], reading.read
    monkeypatch.setattr(reading, "read", lambda path, *rest: seen.append(path) or read(path, *rest))
    assert details(site) == {"b.txt": "unreadable: its reader took too long"}
    assert seen == []
    site.source("b.txt", LIBRARY + "\n")
    assert site.outcomes()["b.txt"] == "published"


def test_progress_counts_files_and_the_documents_of_a_large_one(site, monkeypatch):
    read, told = reading.read, []
    monkeypatch.setattr(reading, "read", lambda path, *rest: [*read(path, *rest)] * (3 if path == "b.txt" else 1))
    ingest(site.folder, site.config, now=NOW, progress=lambda *each: told.append(each))
    assert told[0] == (0, 3, "a.txt")
    assert told[-1] == (2, 3, "c.txt")
    assert [name for done, _, name in told if done == 1] == ["b.txt"] * 2 + [f"b.txt, document {n}" for n in (2, 3, 3)]
