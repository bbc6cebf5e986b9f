"""One name for each topic: what a person says in `content/topics/`, what reports show, and no address that dies."""

import pytest
from build_site import make, write
from hypothesis import given
from hypothesis import strategies as st

from generator.build import spellings, topics
from generator.errors import BroadsheetError
from generator.model import Entry, Page


def article(number, *tags):
    slug = f"a{number}"
    entry = Entry(f"content/articles/{slug}.md", "article", slug, f"/articles/{slug}/", "urn:x", slug, tags=tags)
    return Page(entry, "", "", ())


def topic(slug, title="", **values):
    entry = Entry(f"content/topics/{slug}.md", "topic", slug, f"/topics/{slug}/", "urn:x", title, **values)
    return Page(entry, "", "<p>About it.</p>", ())


def united(*reports, files=()):
    pages = [article(number, *tags) for number, tags in enumerate(reports)]
    return spellings.united({page.entry.path: page for page in (*pages, *files)})


def tags(*reports, files=()):
    pages = united(*reports, files=files).pages.values()
    return [page.entry.tags for page in pages if page.entry.kind == "article"]


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([("Vladimir Putin",), ("Vladimir Putin",), ("Putin",)], ["Vladimir Putin"] * 3),
        ([("EU",), ("EU",), ("European Union",)], ["European Union"] * 3),
        ([("U.S.",), ("US",), ("United States",)], ["United States"] * 3),
        ([("Kiev",), ("Kyiv",), ("Kyiv",)], ["Kyiv"] * 3),
        ([("WTO",), ("World Trade Organization",)], ["World Trade Organization"] * 2),
        ([("Flood",), ("Floods",), ("Floods",)], ["Floods"] * 3),
        (
            [("Kiev",), ("Kyiv",), ("Dynamo Kyiv",), ("Dynamo Kyiv",)],
            ["Kyiv", "Kyiv", "Dynamo Kyiv", "Dynamo Kyiv"],
        ),
    ],
)
def test_names_of_one_thing_are_one_topic(reports, expected):
    assert [own for (own,) in tags(*reports)] == expected


@pytest.mark.parametrize(
    "reports",
    [
        [("Vladimir Putin", "Putin"), ("Vladimir Putin",)],  # a report that has both knows two
        [("Real Madrid",), ("Madrid",)],
        [("Ilse Varrand",), ("Ilse Varrand",), ("Tomas Varrand",), ("Varrand",)],
        [("Denzel Washington",), ("Denzel Washington",), ("Washington",), ("Washington",), ("Washington",)],
        [("Michael Jordan",), ("Michael Jordan",), ("Jordan",)],
        [("West Coast",), ("West Coast",), ("Coast",)],
        [("Bank of Ostrel",), ("Bay of Ostrel",), ("BO",)],
        [("Art Deco Society",), ("Air Defence School",), ("ADS",)],
        [("Kiev",), ("Moscow",)],
    ],
)
def test_names_that_may_be_two_things_stay_two(reports):
    assert tags(*reports) == reports


def test_a_person_names_merges_hides_and_describes():
    files = (
        topic("kyiv", names=("Kiev",)),
        topic("putin", "V. Putin", names=("Vladimir Putin",), aliases=("/old/putin/",)),
        topic("slogan", hide=True),
    )
    reports = [("Kiev", "Slogan"), ("Kyiv", "Vladimir Putin"), ("putin", "SLOGAN")]
    found = united(*reports, files=files)
    assert tags(*reports, files=files) == [("Kyiv",), ("Kyiv", "V. Putin"), ("V. Putin",)]
    assert found.told["kyiv"] == topics.Told("<p>About it.</p>", ("/topics/kiev/",))
    assert found.told["v-putin"].aliases == ("/old/putin/", "/topics/putin/", "/topics/vladimir-putin/")
    assert not found.problems


def test_a_name_in_a_file_is_united_by_no_rule():
    reports = [("Vladimir Putin",), ("Vladimir Putin",), ("Putin",)]
    assert tags(*reports, files=[topic("putin")]) == reports


def test_other_names_alone_give_a_topic_the_name_that_reports_use():
    assert tags(("European Union",), files=[topic("brussels", names=("European Union",))]) == [("European Union",)]


def test_a_topic_that_no_report_has_is_told():
    (warning,) = united(("Kyiv",), files=[topic("kiev", "Kiev")]).problems
    assert (warning.path, warning.level) == ("content/topics/kiev.md", "warning")
    assert "no report has the topic `Kiev`" in warning.what


def test_two_files_cannot_claim_one_name():
    with pytest.raises(BroadsheetError) as raised:
        united(("Kyiv",), files=[topic("kyiv"), topic("kiev", names=("Kyiv",))])
    assert "content/topics/kiev.md" in str(raised.value)
    assert "content/topics/kyiv.md" in str(raised.value)


NAMES = ["Putin", "Vladimir Putin", "EU", "European Union", "Kiev", "Kyiv", "Dynamo Kyiv", "Flood", "Floods", "C++"]


@given(st.lists(st.lists(st.sampled_from(NAMES), max_size=4, unique=True).map(tuple), max_size=6), st.randoms())
def test_the_order_of_reports_changes_nothing_and_every_old_address_leads_on(reports, chance):
    pages = [article(number, *own) for number, own in enumerate(reports)]
    found = spellings.united({page.entry.path: page for page in pages})
    chance.shuffle(pages)
    assert spellings.united({page.entry.path: page for page in pages}) == found
    shown = {topics.slug(tag) for page in found.pages.values() for tag in page.entry.tags}
    led = {alias.split("/")[2] for told in found.told.values() for alias in told.aliases}
    assert {topics.slug(tag) for own in reports for tag in own} == shown | led
    assert not shown & led


def test_a_site_shows_it_and_every_link_holds(tmp_path):
    files = {
        "content/articles/a.md": "---\ntitle: A\ntags: [Kiev, Slogan]\n---\nText.\n",
        "content/articles/b.md": "---\ntitle: B\ntags: [Kyiv, Slogan]\n---\nSee [Kyiv](../topics/kyiv.md).\n",
        "content/topics/kyiv.md": "---\naliases: [Kiev]\n---\nThe *capital*.\n",
        "content/topics/slogan.md": "---\nhide: true\n---\n",
    }
    make(write(tmp_path, files))
    made = tmp_path / "site"
    assert "<em>capital</em>" in (made / "topics/kyiv/index.html").read_text(encoding="utf-8")
    assert "url=../kyiv/" in (made / "topics/kiev/index.html").read_text(encoding="utf-8")
    assert not (made / "topics/slogan").exists()
    assert not any("Slogan" in path.read_text(encoding="utf-8") for path in made.rglob("*.html"))
