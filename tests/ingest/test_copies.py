"""Reports with one text are one article with several sources."""

import pytest
from ingest_site import HARBOUR, LIBRARY, Site, wrapped

NAME = "the-harbour-wall-at-ostermouth-will-be-raised-by-two-metres"
LATER = HARBOUR.replace("14 million", "19 million")


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path)
    site.source("b.txt", HARBOUR)
    site.source("c.txt", wrapped(HARBOUR))
    return site


def files(site, name=NAME):
    return [each["file"] for each in site.sources_of(name)]


def test_an_identical_and_a_wrapped_copy_are_one_article_with_three_sources(site):
    site.source("a.txt", HARBOUR)
    assert site.outcomes() == {"a.txt": "published", "b.txt": "duplicate", "c.txt": "duplicate"}
    assert site.articles() == [NAME]
    assert files(site) == ["a.txt", "b.txt", "c.txt"]
    assert site.lock()["c.txt"].reason == "duplicate of a.txt"
    assert site.lock()["c.txt"].article == NAME


def test_the_article_that_is_published_already_keeps_the_lead(site):
    site.run()
    site.source("a.txt", HARBOUR)
    assert site.outcomes() == {"a.txt": "duplicate", "b.txt": "updated", "c.txt": "duplicate"}
    assert files(site) == ["b.txt", "a.txt", "c.txt"]


def test_of_new_copies_the_one_that_says_most_about_itself_leads(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR.replace("10 November 2026\n\n", ""))
    site.source("z.txt", HARBOUR)
    assert site.outcomes() == {"a.txt": "duplicate", "z.txt": "published"}


def test_a_copy_that_goes_its_own_way_gets_its_own_article(site):
    site.run()
    site.source("c.txt", LIBRARY)
    assert site.outcomes() == {"b.txt": "updated", "c.txt": "published"}
    assert files(site) == ["b.txt"]
    assert len(site.articles()) == 2


def test_when_the_lead_changes_its_copy_is_published_for_what_it_is(site):
    site.run()
    site.source("b.txt", LATER)
    assert site.outcomes() == {"b.txt": "updated", "c.txt": "published"}
    assert files(site) == ["b.txt"]
    assert "19 million" in site.article(NAME).read_text()
    assert "14 million" in site.article(f"{NAME}-2").read_text()


def test_when_the_lead_vanishes_nothing_breaks(site):
    site.run()
    before = site.article(NAME).read_bytes()
    (site.folder / "content/sources/b.txt").unlink()
    account = site.run()
    assert [(item.path, item.outcome) for item in account.items] == [("c.txt", "duplicate")]
    assert [item.path for item in account.vanished] == ["b.txt"]
    assert site.article(NAME).read_bytes() == before
    site.source("d.txt", HARBOUR + "\n")
    assert site.outcomes() == {"c.txt": "duplicate", "d.txt": "duplicate"}
    assert files(site) == ["b.txt", "c.txt", "d.txt"]


def test_a_lead_that_moves_takes_its_copies_along(site):
    site.run()
    (site.folder / "content/sources/b.txt").rename(site.folder / "content/sources/new.txt")
    site.run()
    assert site.lock()["c.txt"].reason == "duplicate of new.txt"
    assert files(site) == ["new.txt", "c.txt"]


def test_a_person_s_list_of_sources_is_left_alone(site):
    site.run()
    text = site.article(NAME).read_text()
    site.article(NAME).write_text(text.replace("- {file: c.txt}\n", "- {file: c.txt, name: The Chart}\n"))
    site.source("d.txt", HARBOUR + "\n")
    assert site.outcomes()["b.txt"] == "kept"
    assert site.sources_of(NAME)[1]["name"] == "The Chart"
    assert len(site.sources_of(NAME)) == 2


def test_short_notices_with_one_text_and_two_titles_are_two_articles(tmp_path):
    site = Site(tmp_path)
    for name, town in (("a.txt", "Oldwick"), ("b.txt", "Harnbridge")):
        site.source(name, f"Town hall of {town} closed on Friday\n\nThe town hall will be closed all day on Friday.\n")
    assert set(site.outcomes().values()) == {"published"}


def test_a_copy_that_signs_with_the_initials_of_the_publisher_is_that_publisher_s(tmp_path):
    site = Site(tmp_path)
    first, rest = HARBOUR.split("\n\n", 2)[0], HARBOUR.split("\n\n", 2)[2]
    wire = f"{first}\n\n10 November 2026\n\nOSTERMOUTH, Nov 10 (HPA) — {rest}"
    site.source("halvane-press-agency/a.txt", wire)
    site.source("loose.txt", wire)
    site.run()
    assert [each.get("name") for each in site.sources_of(site.articles()[0])] == ["Halvane Press Agency"] * 2


SIGNED = LATER.replace("19 million", "14 million").replace("\n\nThe council", "\n\nFrom our desk. The council")


@pytest.mark.parametrize("source", ["there", "gone"])
@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (SIGNED, "duplicate"),
        (SIGNED + "\n" + LIBRARY.partition("2026\n\n")[2], "published"),
        (HARBOUR.replace("harbour", "sea").replace("council", "town hall").replace("metres", "yards"), "published"),
    ],
    ids=["near copy", "says more", "says otherwise"],
)
def test_a_new_copy_of_an_article_that_a_person_has_deleted_stays_deleted(tmp_path, source, text, outcome):
    site = Site(tmp_path)
    site.source("b.txt", HARBOUR)
    site.run()
    site.article(NAME).unlink()
    if source == "gone":
        (site.folder / "content/sources/b.txt").unlink()
    site.source("d.txt", text)
    assert site.outcomes()["d.txt"] == outcome
    assert len(site.articles()) == (outcome == "published")
    assert site.outcomes()["d.txt"] in (outcome, "unchanged")
