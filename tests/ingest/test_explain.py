"""`explain` accounts for each field and each line of one source."""

import json
from pathlib import Path

import pytest
from ingest_site import HARBOUR, NOW, Site

from generator.errors import BroadsheetError
from generator.ingest.explain import explain

TEXT = HARBOUR + "\nComments are closed\n"


def test_each_line_and_each_field_is_accounted_for(tmp_path):
    site = Site(tmp_path)
    path = site.source("wire/a.txt", TEXT)
    site.run()
    found = explain(tmp_path, path, NOW)
    (part,) = found.parts
    assert (found.path, part.status, part.format) == ("wire/a.txt", "published", "text")
    fates = {fate.text: fate.fate for fate in part.lines}
    assert set(fates) == {line.strip() for line in TEXT.splitlines() if line.strip()}
    assert all(fates.values())
    assert fates["Comments are closed"].startswith("taken out: ")
    assert fates[HARBOUR.splitlines()[0]] == "taken out: title"
    assert any(fate.startswith("paragraph ") for fate in fates.values())
    fields = {each.key: each for each in part.fields if each.taken}
    assert fields["title"].value == HARBOUR.splitlines()[0]
    assert fields["date"].value == "2026-11-10"
    assert all(each.origin for each in part.fields)
    assert part.article == f"content/articles/{site.articles()[0]}.md"
    json.dumps(found.as_dict())
    assert "\n".join(found.rows()).startswith("wire/a.txt: published, read as text\n  article: content/articles/")


def test_what_a_person_has_changed_in_the_article_is_said(tmp_path):
    site = Site(tmp_path)
    path = site.source("wire/a.txt", TEXT)
    site.run()
    site.edit(site.articles()[0], "lang: en", "lang: nl")
    site.edit(site.articles()[0], "date: 2026-11-10\n", "")
    (part,) = explain(tmp_path, path, NOW).parts
    assert {each.key for each in part.fields if each.why == "yours stands there"} == {"lang", "date"}
    assert any(row.endswith("; not taken: yours stands there)") for row in explain(tmp_path, path, NOW).rows())


def test_of_a_copy_nothing_is_said_to_be_a_persons(tmp_path):
    site = Site(tmp_path)
    site.source("wire/a.txt", TEXT)
    path = site.source("wire/b.txt", TEXT)
    site.run()
    (part,) = explain(tmp_path, path, NOW).parts
    assert part.status == "duplicate of wire/a.txt"
    assert not any(each.why for each in part.fields)


def test_a_file_anywhere_can_be_explained_and_nothing_is_written(tmp_path):
    stray = tmp_path / "stray.txt"
    stray.write_text(TEXT)
    (tmp_path / "site").mkdir()
    found = explain(tmp_path / "site", stray, NOW)
    assert found.path == "stray.txt"
    assert found.parts[0].article == ""
    assert list((tmp_path / "site").iterdir()) == []


def test_a_refused_date_is_shown_with_the_reason(tmp_path):
    path = Site(tmp_path).source("a.txt", TEXT.replace("2026", "2031"))
    (part,) = explain(tmp_path, path, NOW).parts
    refused = next(each.value for each in part.fields if each.key == "date" and not each.taken)
    assert refused.startswith("refused: 2031-11-10")


def test_what_cannot_be_read_is_said(tmp_path):
    site = Site(tmp_path)
    path = site.source("a.txt", b"\x00\x01\x02\xff" * 50)
    (part,) = explain(tmp_path, path, NOW).parts
    assert part.status.startswith("unreadable: ")
    with pytest.raises(BroadsheetError):
        explain(tmp_path, tmp_path / "none.txt", NOW)


def test_of_an_article_its_sources_are_explained_the_one_it_follows_first(tmp_path):
    site = Site(tmp_path)
    site.source("b.txt", TEXT)
    site.source("a.txt", TEXT + "\n")
    site.source("wire/c.txt", TEXT)
    site.run()
    (name,) = site.articles()
    found = explain(tmp_path, site.article(name), NOW)
    assert found.path == f"content/articles/{name}.md"
    assert [part.name for part in found.parts] == ["wire/c.txt", "a.txt", "b.txt"]
    assert {part.article for part in found.parts} == {found.path}
    for path in ("a.txt", "b.txt", "wire/c.txt"):
        (tmp_path / "content/sources" / path).unlink()
    with pytest.raises(BroadsheetError, match="no source of this article is there"):
        explain(tmp_path, site.article(name), NOW)
    site.write("mine", "---\ntitle: Mine\n---\n\nText.\n")
    with pytest.raises(BroadsheetError, match="written by hand"):
        explain(tmp_path, site.article("mine"), NOW)


def test_a_date_that_may_be_two_days_is_shown_with_both(tmp_path):
    site = Site(tmp_path)
    path = site.source("a.txt", HARBOUR.replace("10 November 2026", "03/04/2026"))
    rows = list(explain(tmp_path, path, NOW).rows())
    assert "  date: 03/04/2026  (line 3; not taken: may be 3 April or 4 March 2026)" in rows


def test_a_source_is_found_by_its_name_and_one_misspelt_is_guessed(tmp_path):
    site = Site(tmp_path)
    site.source("wire/harbour.txt", HARBOUR)
    for name in ("wire/harbour.txt", "harbour.txt"):
        assert explain(tmp_path, Path(name), NOW).path == "wire/harbour.txt"
    site.source("post/harbour.txt", HARBOUR)
    with pytest.raises(BroadsheetError, match="2 files have this name"):
        explain(tmp_path, Path("harbour.txt"), NOW)
    with pytest.raises(BroadsheetError, match=r"did you mean `content/sources/wire/harbour\.txt`"):
        explain(tmp_path, Path("harbor.txt"), NOW)
    with pytest.raises(BroadsheetError, match="name a file below `content/sources/`"):
        explain(tmp_path, Path("quite-another.pdf"), NOW)
