"""Memory holds no bodies, however many documents there are: they lie on disk until they are written."""

import tracemalloc

import pytest
from ingest_site import NOW, Site

from generator.errors import BroadsheetError
from generator.ingest import articles
from generator.ingest.journal import Journal

LONG = 40_000
"""Letters of a document."""


def test_what_is_laid_down_is_found_again_and_leaves_no_file(tmp_path):
    with Journal(tmp_path, NOW) as journal:
        assert not list(tmp_path.iterdir())
        kept = [journal.put(text) for text in (b"one\n", b"", "zwölf\n".encode())]
        assert [each.read() for each in reversed(kept)] == ["zwölf\n".encode(), b"", b"one\n"]
        assert kept[0].digest == articles.digest(b"one\n") != kept[1].digest
        kept.append(journal.put(b"more"))
        assert [kept[0].read(), kept[3].read()] == [b"one\n", b"more"]
        journal.clear()
    assert not list((tmp_path / ".broadsheet").iterdir())


def test_a_folder_that_cannot_be_written_to_is_an_error_that_names_it(tmp_path):
    (tmp_path / ".broadsheet").write_text("a file where the folder should be")
    with Journal(tmp_path, NOW) as journal, pytest.raises(BroadsheetError, match=r"readings-\w+\.jsonl"):
        journal.put(b"one")


def peak(site):
    tracemalloc.start()
    site.run()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def fill(site, count):
    for number in range(count):
        code = "\n".join(f"{number}{'.' * 99}{at}" for at in range(LONG // 100))
        site.source(f"{number}.md", f"# Report {number}\n\nIts {number} tables:\n\n```\n{code}\n```\n")


def test_the_bodies_of_many_documents_take_no_more_memory_than_those_of_a_few(tmp_path):
    most = []
    for count in (1, 6, 12):  # the first of them pays for what is read once
        site = Site(tmp_path / str(count))
        fill(site, count)
        most.append(peak(site))
    assert most[2] - most[1] < 6 * LONG, f"{(most[2] - most[1]) / 6:,.0f} bytes for each document more"


def test_the_bodies_of_articles_that_stand_on_disk_stay_there(tmp_path):
    for number in range(6):
        file = tmp_path / articles.path(f"{number}")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: Report {number}\n---\n" + "word " * (LONG // 5))
    tracemalloc.start()
    shelf = articles.load(tmp_path)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < 6 * LONG / 2
    assert shelf["3"].body == "word " * (LONG // 5)
    file = tmp_path / articles.path("3")
    file.write_text(file.read_text().replace("word", "ward", 1))
    with pytest.raises(articles.TouchedError):
        _ = shelf["3"].body
