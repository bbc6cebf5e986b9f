"""Which files are inputs, and which are set aside with which reason."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from ingest_site import HARBOUR, LIBRARY, Site
from wrapped import zipped

from generator.config import Config
from generator.ingest import memory
from generator.ingest.account import LEFT


def test_a_site_without_sources_has_an_empty_account_and_nothing_is_written(tmp_path):
    site = Site(tmp_path)
    site.source(".hidden", HARBOUR)
    (tmp_path / "content/articles").mkdir()
    (tmp_path / "content/articles/own.md").write_text("---\ntitle: My own\n---\n\nI wrote this.\n")
    before = site.files()
    account = site.run()
    assert [item.outcome for item in account.items] == ["skipped"]
    assert list(account.summary())[-1] == "1 input: 1 skipped (-v names them)"
    assert site.files() == before


def test_what_reads_sources_is_not_loaded_when_there_is_none_to_read(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR)
    site.run()
    code = (
        "import sys, datetime as dt; from pathlib import Path; from generator.config import Config\n"
        "from generator.ingest import ingest\n"
        "ingest(Path(sys.argv[1]), Config(), now=dt.datetime(2026, 11, 22, 8, 15, tzinfo=dt.UTC))\n"
        "print([name for name in ('readers', 'restore', 'describe') if f'generator.ingest.{name}' in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"


def test_hidden_files_and_ignored_ones_are_skipped_with_the_reason(tmp_path):
    site = Site(tmp_path, Config(ignore=("drafts/*", "*.bak")))
    for path in (".DS_Store", ".git/config", "~$c.docx", "Thumbs.db", "drafts/a.txt", "b.txt.bak", "c.txt"):
        site.source(path, HARBOUR)
    found = {item.path: item.detail for item in site.run().items}
    assert found == {
        ".DS_Store": LEFT,
        ".git/config": LEFT,
        "~$c.docx": LEFT,
        "Thumbs.db": LEFT,
        "drafts/a.txt": "skipped: matches `drafts/*` of the setting `ignore`",
        "b.txt.bak": "skipped: matches `*.bak` of the setting `ignore`",
        "c.txt": "",
    }


def test_a_source_that_is_ignored_later_keeps_its_article_and_is_no_vanished_one(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR)
    site.run()
    site.config = Config(ignore=("a.txt",))
    account = site.run()
    assert [item.outcome for item in account.items] == ["skipped"]
    assert account.vanished == ()
    assert len(site.articles()) == 1


def test_a_pipe_a_dead_link_and_a_name_that_is_no_text_harm_nobody(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR)
    folder = tmp_path / "content/sources"
    os.mkfifo(folder / "pipe")
    (folder / "dead").symlink_to("nowhere")
    try:
        (folder / os.fsdecode(b"caf\xe9.txt")).write_text(LIBRARY)
    except OSError:
        pytest.skip("this system has no such names")
    found = {item.path: item.outcome for item in site.run().items}
    assert found == {"a.txt": "published", "pipe": "skipped", "dead": "unreadable", "caf\\xe9.txt": "unreadable"}
    assert {item.path for item in site.run().items} == set(found)


def test_a_link_to_a_file_is_read_and_one_to_a_folder_is_not_followed(tmp_path):
    site = Site(tmp_path)
    (tmp_path / "elsewhere.txt").write_text(HARBOUR)
    folder = tmp_path / "content/sources"
    folder.mkdir(parents=True)
    (folder / "a.txt").symlink_to(tmp_path / "elsewhere.txt")
    (folder / "round").symlink_to(folder)
    assert site.outcomes(folder / "a.txt") == {"a.txt": "published"}
    assert site.outcomes() == {"a.txt": "unchanged"}


def test_a_reader_that_fails_makes_one_file_unreadable_and_names_the_fault(tmp_path, monkeypatch):
    from generator.ingest import readers

    *others, text = readers.READERS

    def fails(path, data):
        if path == "bad.txt":
            raise RecursionError("too deep")
        return text.read(path, data)

    monkeypatch.setattr(readers, "READERS", (*others, replace(text, read=fails)))
    site = Site(tmp_path)
    site.source("bad.txt", LIBRARY)
    site.source("good.txt", HARBOUR)
    found = {item.path: item for item in site.run().items}
    assert found["good.txt"].outcome == "published"
    assert found["bad.txt"].outcome == "unreadable"
    assert "RecursionError: too deep" in found["bad.txt"].detail
    monkeypatch.undo()
    (site.folder / memory.PATH).unlink()  # as if by a newer program
    assert site.outcomes() == {"bad.txt": "published", "good.txt": "unchanged"}


def test_a_link_to_a_file_outside_the_site_is_not_published(tmp_path):
    (tmp_path / "private.txt").write_text(HARBOUR)
    site = Site(tmp_path / "site")
    site.source("a.txt", LIBRARY)
    (tmp_path / "site/content/sources/link.txt").symlink_to(tmp_path / "private.txt")
    found = {item.path: item.detail for item in site.run().items}
    assert found["link.txt"] == "skipped: a link to a file outside the site; copy the file"


def test_a_file_that_is_called_like_a_document_in_another_file_hides_none(tmp_path):
    site = Site(tmp_path)
    site.source("a.zip", zipped(("b.txt", HARBOUR)))
    site.source("a.zip#b.txt", LIBRARY)
    account = site.run()
    assert [(item.path, item.outcome) for item in account.items] == [
        ("a.zip#b.txt", "unreadable"),
        ("a.zip#b.txt", "published"),
    ]
    assert "rename it" in account.items[0].detail
