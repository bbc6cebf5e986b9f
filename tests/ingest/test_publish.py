"""What `ingest` writes, and what it leaves alone: three owners, names for life, sources that move or vanish."""

import datetime as dt
from pathlib import Path

import pytest
from ingest_site import HARBOUR, LIBRARY, NOW, ORCHARD, Site, wrapped

from generator import frontmatter
from generator.errors import BroadsheetError
from generator.ingest import rules

HARBOUR_NAME = "the-harbour-wall-at-ostermouth-will-be-raised-by-two-metres"
LATER = HARBOUR.replace("14 million", "19 million")


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path)
    site.source("wire/harbour.txt", HARBOUR)
    return site


def only(site, *paths):
    """The account's only item."""
    (item,) = site.run(*paths).items
    return item


def test_a_source_becomes_an_article(site):
    item = only(site)
    assert (item.outcome, item.article) == ("published", HARBOUR_NAME)
    front = site.front(HARBOUR_NAME)
    assert front.meta["title"] == "The harbour wall at Ostermouth will be raised by two metres"
    assert front.meta["date"] == dt.date(2026, 11, 10)
    assert front.meta["source"]["file"] == "wire/harbour.txt"
    assert "14 million crowns" in front.body


def test_the_lock_remembers_when_a_source_was_first_seen_and_an_id_that_never_changes(site):
    site.run()
    first = site.lock()["wire/harbour.txt"]
    site.source("wire/harbour.txt", LATER)
    site.run(now=NOW + dt.timedelta(days=3))
    line = site.lock()["wire/harbour.txt"]
    assert (line.first_seen, line.id, line.article) == ("2026-11-22T08:15:00Z", first.id, HARBOUR_NAME)
    assert first.id.startswith("urn:uuid:")
    assert line.sha256 != first.sha256


def test_an_untouched_article_follows_its_source(site):
    site.run()
    site.source("wire/harbour.txt", LATER)
    assert only(site).outcome == "updated"
    assert "19 million" in site.article(HARBOUR_NAME).read_text()


def test_an_edit_of_title_and_body_survives_and_is_told_when_the_source_changes(site):
    site.run()
    site.edit(HARBOUR_NAME, "title: The harbour wall at", "title: Ostermouth: a wall for  # mine\n# at")
    site.edit(HARBOUR_NAME, "Imre Valkay", "Imre Walkay")
    site.edit(HARBOUR_NAME, "title: Ostermouth: a wall for  # mine", "title: 'A wall for Ostermouth'  # mine")
    before = site.article(HARBOUR_NAME).read_bytes()
    site.source("wire/harbour.txt", LATER.replace("The harbour wall", "The sea wall"))
    item = only(site)
    assert item.outcome == "kept"
    assert "title" in item.detail
    assert "body" in item.detail
    text = site.article(HARBOUR_NAME).read_text()
    assert "title: 'A wall for Ostermouth'  # mine\n# at" in text
    assert "Walkay" in text
    assert "19 million" not in text
    assert before.splitlines()[:3] == site.article(HARBOUR_NAME).read_bytes().splitlines()[:3]
    assert only(site).outcome == "unchanged"


def test_what_a_person_did_not_touch_still_follows_and_their_lines_stay_byte_for_byte(site):
    site.run()
    text = (
        site.article(HARBOUR_NAME).read_text().replace("---\n", "---\n# checked by Ada\nparams: {colour:   red}\n", 1)
    )
    site.article(HARBOUR_NAME).write_text(text)
    site.source("wire/harbour.txt", LATER)
    assert only(site).outcome == "updated"
    after = site.article(HARBOUR_NAME).read_text()
    assert after.startswith("---\n# checked by Ada\nparams: {colour:   red}\ntitle: ")
    assert "19 million" in after


def test_a_key_that_a_person_took_out_stays_out(site):
    site.run()
    tags = next(row for row in site.article(HARBOUR_NAME).read_text().splitlines() if row.startswith("tags:"))
    site.edit(HARBOUR_NAME, tags + "\n", "")
    site.source("wire/harbour.txt", LATER.replace("Valkay", "Brenninger"))
    site.run()
    assert "tags" not in site.front(HARBOUR_NAME).meta


def test_a_key_under_another_name_is_a_persons(site):
    site.run()
    site.edit(HARBOUR_NAME, "\ntags:", "\nkeywords:")
    site.source("wire/harbour.txt", LATER.replace("Valkay", "Brenninger").replace("Ostermouth", "Westermouth"))
    site.run()
    assert "\ntags:" not in site.article(HARBOUR_NAME).read_text()


def test_line_ends_of_another_system_are_no_edit(site):
    site.run()
    data = site.article(HARBOUR_NAME).read_bytes().replace(b"\n", b"\r\n")
    site.article(HARBOUR_NAME).write_bytes(data)
    assert only(site).outcome == "unchanged"
    assert site.article(HARBOUR_NAME).read_bytes() == data
    site.source("wire/harbour.txt", LATER)
    assert only(site).outcome == "updated"


def test_front_matter_that_a_person_turned_into_toml_is_left_alone(site):
    site.run()
    site.write(HARBOUR_NAME, '+++\ntitle = "Mine"\n[source]\nfile = "wire/harbour.txt"\n+++\n\nMine.\n')
    before = site.article(HARBOUR_NAME).read_bytes()
    site.source("wire/harbour.txt", LATER.replace("10 November", "By Ada Lowe\n\n10 November"))
    assert only(site).outcome == "kept"
    assert site.article(HARBOUR_NAME).read_bytes() == before


def test_front_matter_on_one_line_is_left_alone_where_it_cannot_be_changed_safely(site):
    site.run()
    meta = dict(site.front(HARBOUR_NAME).meta) | {"date": "2026-11-10"}
    spelled = "{" + ", ".join(f"{key}: {value!r}" for key, value in meta.items()) + "}"
    site.write(HARBOUR_NAME, f"---\n{spelled}\n---\n\n{site.front(HARBOUR_NAME).body}")
    before = site.front(HARBOUR_NAME).meta
    site.source("wire/harbour.txt", LATER.replace("Ostermouth", "Westermouth"))
    site.run()
    after = site.front(HARBOUR_NAME).meta
    assert set(before) <= set(after)


def test_an_article_that_was_deleted_stays_deleted(site):
    site.run()
    site.article(HARBOUR_NAME).unlink()
    for text in (HARBOUR, LATER, HARBOUR):
        site.source("wire/harbour.txt", text)
        item = only(site)
        assert (item.outcome, item.detail) == ("kept", "kept deleted: you deleted its article")
        assert site.articles() == []


def test_a_copy_of_a_deleted_article_is_not_published_either(site):
    site.run()
    site.article(HARBOUR_NAME).unlink()
    site.source("copy.txt", wrapped(HARBOUR))
    assert site.outcomes() == {"wire/harbour.txt": "kept", "copy.txt": "duplicate"}
    assert site.articles() == []


def test_an_article_that_is_put_back_is_known_again(site):
    site.run()
    data = site.article(HARBOUR_NAME).read_bytes()
    site.article(HARBOUR_NAME).unlink()
    site.run()
    site.article(HARBOUR_NAME).write_bytes(data)
    assert only(site).outcome == "unchanged"


def test_an_article_that_was_renamed_is_followed(site):
    site.run()
    site.article(HARBOUR_NAME).rename(site.article("sea-wall"))
    item = only(site)
    assert (item.outcome, item.article) == ("unchanged", "sea-wall")
    assert site.run().problems == ()
    site.source("wire/harbour.txt", LATER)
    assert only(site).outcome == "updated"
    assert site.articles() == ["sea-wall"]


def test_a_renamed_article_is_told_once_unless_its_old_address_leads_to_it(site):
    site.run()
    site.article(HARBOUR_NAME).rename(site.article("sea-wall"))
    (told,) = site.run().problems
    assert (told.path, told.level) == ("content/articles/sea-wall.md", "warning")
    assert told.hint == f"write `aliases: [/articles/{HARBOUR_NAME}/]` into it"
    text = site.article("sea-wall").read_text(encoding="utf-8")
    site.article("sea-wall").write_text(text.replace("---\n", "---\naliases: [/articles/sea-wall/]\n", 1), "utf-8")
    site.article("sea-wall").rename(site.article("quay"))
    assert site.run().problems == ()


def test_a_source_that_moved_is_the_same_source(site):
    site.run()
    line = site.lock()["wire/harbour.txt"]
    site.source("archive/2026/harbour.txt", HARBOUR)
    (site.folder / "content/sources/wire/harbour.txt").unlink()
    account = site.run()
    assert [(item.path, item.outcome) for item in account.items] == [("archive/2026/harbour.txt", "updated")]
    assert account.vanished == ()
    assert site.front(HARBOUR_NAME).meta["source"]["file"] == "archive/2026/harbour.txt"
    moved = site.lock()
    assert list(moved) == ["archive/2026/harbour.txt"]
    assert moved["archive/2026/harbour.txt"].id == line.id


def test_a_source_that_vanished_leaves_its_article_and_is_told_in_every_run(site):
    site.source("b.txt", LIBRARY)
    site.run()
    (site.folder / "content/sources/wire/harbour.txt").unlink()
    for _ in range(2):
        account = site.run()
        assert [(item.path, item.article) for item in account.vanished] == [("wire/harbour.txt", HARBOUR_NAME)]
        assert [item.path for item in account.items] == ["b.txt"]
        assert any("the source is gone" in row for row in account.summary())
    assert HARBOUR_NAME in site.articles()
    site.source("wire/harbour.txt", HARBOUR)
    assert site.outcomes() == {"b.txt": "unchanged", "wire/harbour.txt": "unchanged"}


def test_a_source_that_became_empty_or_unreadable_leaves_its_article(site):
    site.run()
    for data, outcome in ((b"", "empty"), (b"\x00\x01\x02\xff" * 50, "unreadable")):
        site.source("wire/harbour.txt", data)
        item = only(site)
        assert item.outcome == outcome
        assert "its article stays" in item.detail
        assert site.articles() == [HARBOUR_NAME]
    site.source("wire/harbour.txt", LATER)
    assert only(site).outcome == "updated"
    assert site.articles() == [HARBOUR_NAME]


def test_broken_front_matter_is_told_with_its_line_and_the_others_go_on(site):
    site.source("b.txt", LIBRARY)
    site.run()
    site.edit(HARBOUR_NAME, "title: ", "title: [")
    before = site.article(HARBOUR_NAME).read_bytes()
    site.source("wire/harbour.txt", LATER)
    site.source("c.txt", ORCHARD)
    for _ in range(2):
        account = site.run()
        (fault,) = account.problems
        assert fault.path == f"content/articles/{HARBOUR_NAME}.md"
        assert fault.line >= 2
    assert site.article(HARBOUR_NAME).read_bytes() == before
    assert len(site.articles()) == 3


def test_an_article_in_another_encoding_is_told_and_left_alone(site):
    site.run()
    data = site.article(HARBOUR_NAME).read_bytes() + "Café".encode("latin-1")
    site.article(HARBOUR_NAME).write_bytes(data)
    site.source("wire/harbour.txt", LATER)
    account = site.run()
    assert "not UTF-8" in account.problems[0].what
    assert site.article(HARBOUR_NAME).read_bytes() == data


def test_two_reports_of_one_title_get_two_names_in_the_order_of_their_paths(tmp_path):
    site = Site(tmp_path)
    site.source("b.txt", HARBOUR)
    site.source("a.txt", HARBOUR.replace("storms in a row", "gales in one week").replace("March", "April"))
    site.run()
    assert site.lock()["a.txt"].article == HARBOUR_NAME
    assert site.lock()["b.txt"].article == f"{HARBOUR_NAME}-2"


def test_a_name_that_differs_only_in_case_is_taken(tmp_path):
    site = Site(tmp_path)
    site.write(HARBOUR_NAME.upper(), "---\ntitle: By hand\n---\n\nText.\n")
    site.source("a.txt", HARBOUR)
    site.run()
    assert site.lock()["a.txt"].article == f"{HARBOUR_NAME}-2"


def test_a_date_in_the_future_is_refused_and_told(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR.replace("10 November 2026", "10 November 2031"))
    account = site.run()
    assert "date" not in site.front(account.items[0].article).meta
    assert "2031-11-10 is in the future" in account.problems[0].what
    assert site.lock()["a.txt"].fields["date"].startswith("refused: 2031-11-10")


def test_a_refused_date_is_told_in_every_run_until_a_person_gives_one_or_the_day_comes(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR.replace("10 November 2026", "10 November 2031"))
    for _ in range(3):
        account = site.run()
        assert ["2031-11-10 is in the future" in each.what for each in account.problems] == [True]
    (name,) = site.articles()
    before = site.article(name).read_text()
    site.article(name).write_text(frontmatter.replace(before, {"date": dt.date(2026, 11, 10)}))
    assert site.run().problems == ()
    site.article(name).write_text(before)
    account = site.run(now=NOW.replace(year=2031))
    assert (account.problems, [item.outcome for item in account.items]) == ((), ["updated"])
    assert site.front(name).meta["date"] == dt.date(2031, 11, 10)


def test_an_article_moved_into_a_folder_is_followed_and_its_name_is_taken_everywhere(site):
    site.run()
    moved = site.article(f"2026/{HARBOUR_NAME}")
    moved.parent.mkdir()
    site.article(HARBOUR_NAME).rename(moved)
    item = only(site)
    assert (item.outcome, item.article) == ("unchanged", f"2026/{HARBOUR_NAME}")
    site.source("wire/harbour.txt", LATER)
    assert only(site).outcome == "updated"
    assert "19 million" in moved.read_text()
    site.source("other.txt", HARBOUR.replace("storms in a row", "gales in one week").replace("March", "April"))
    site.run()
    assert site.articles() == [f"2026/{HARBOUR_NAME}", f"{HARBOUR_NAME}-2"]
    moved.unlink()
    assert site.outcomes()["wire/harbour.txt"] == "kept"


def test_a_linked_article_stays_a_link(site, tmp_path):
    site.run()
    real = tmp_path / "elsewhere.md"
    site.article(HARBOUR_NAME).rename(real)
    site.article(HARBOUR_NAME).symlink_to(real)
    site.source("wire/harbour.txt", LATER)
    assert only(site).outcome == "updated"
    assert site.article(HARBOUR_NAME).is_symlink()
    assert "19 million" in real.read_text()


def test_an_article_with_the_line_ends_of_another_system_keeps_them_when_it_follows_its_source(site):
    site.run()
    site.article(HARBOUR_NAME).write_bytes(site.article(HARBOUR_NAME).read_bytes().replace(b"\n", b"\r\n"))
    site.source("wire/harbour.txt", LATER)
    assert only(site).outcome == "updated"
    data = site.article(HARBOUR_NAME).read_bytes()
    assert b"19 million" in data
    assert data.count(b"\n") == data.count(b"\r\n")
    assert only(site).outcome == "unchanged"


def test_a_date_of_tomorrow_is_taken_because_of_time_zones(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR.replace("10 November 2026", "23 November 2026"))
    account = site.run()
    assert site.front(account.items[0].article).meta["date"] == dt.date(2026, 11, 23)


def test_only_the_files_that_were_named_are_read(site):
    site.source("b.txt", LIBRARY)
    assert site.outcomes(site.folder / "content/sources/b.txt") == {"b.txt": "published"}
    assert site.outcomes(site.folder / "content/sources/wire") == {"wire/harbour.txt": "published"}


def test_a_file_may_be_named_from_the_folder_of_the_site(site, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert site.outcomes(Path("content/sources/wire/harbour.txt")) == {"wire/harbour.txt": "published"}
    with pytest.raises(BroadsheetError, match=r"^content/sources/none\.txt: error: there is no such file"):
        site.run(Path("content/sources/none.txt"))


def test_a_file_outside_the_sources_is_an_error_that_says_what_to_do(site):
    stray = site.folder / "stray.txt"
    stray.write_text(LIBRARY)
    with pytest.raises(BroadsheetError, match="not below content/sources") as raised:
        site.run(stray)
    assert "copy it" in raised.value.problems[0].hint
    with pytest.raises(BroadsheetError, match="no such file"):
        site.run(site.folder / "content/sources/none.txt")


def test_when_the_rules_change_untouched_articles_are_brought_up_to_date(site, monkeypatch):
    site.run()
    monkeypatch.setattr(rules, "STATE", rules.STATE + 1)
    assert only(site).outcome == "unchanged"
    assert site.lock()["wire/harbour.txt"].rules == rules.STATE


def test_a_person_who_agrees_with_the_source_word_for_word_gives_the_key_back(site):
    site.run()
    text = frontmatter.replace(site.article(HARBOUR_NAME).read_text(), {"title": "Wall"})
    site.article(HARBOUR_NAME).write_text(text)
    site.source("wire/harbour.txt", LATER)
    site.run()
    assert site.front(HARBOUR_NAME).meta["title"] == "Wall"
    front = site.front(HARBOUR_NAME)
    text = frontmatter.replace(site.article(HARBOUR_NAME).read_text(), {"title": HARBOUR.splitlines()[0]})
    site.article(HARBOUR_NAME).write_text(text)
    site.source("wire/harbour.txt", HARBOUR.replace("The harbour wall", "The sea wall"))
    site.run()
    assert site.front(HARBOUR_NAME).meta["title"].startswith("The sea wall")
    assert front.meta["lang"] == "en"
