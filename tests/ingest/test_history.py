"""The stories of articles over time: placed, moved, taken out, merged; a person's word; and that no address dies."""

import datetime as dt
import json

import pytest
from build_site import make
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_site import HARBOUR, LIBRARY, NOW, ORCHARD, Site

from generator.ingest import explain

FROST = ORCHARD.replace("Growers in Sellenby expect", "Fruit growers around Sellenby now expect")
SECOND = ORCHARD.replace(
    "Frost destroys half of the apple crop in Sellenby", "Half of the apples of Sellenby lost to frost"
)
SECOND = SECOND.replace(
    "asked the ministry for help with loans", "will meet the minister on Monday to speak about loans"
)
LATER = NOW + dt.timedelta(days=1)


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)


def stories(site):
    """By article its story."""
    return {name: site.front(name).meta.get("story", "") for name in site.articles()}


def line_of(site, name):
    return next(line for line in site.lock().values() if line.article == name and line.status == "published")


def two(site):
    """Two reports of one event, from two days."""
    site.source("one.txt", ORCHARD)
    site.run()
    site.source("two.txt", SECOND)
    site.run(now=LATER)
    return sorted(stories(site).items())


def test_a_report_that_comes_later_makes_a_story_and_the_lock_says_when_and_why(site):
    (one, story), (two_, same) = two(site)
    assert story == same != ""
    for name, other in ((one, two_), (two_, one)):
        line = line_of(site, name)
        assert line.stories == [("2026-11-23T08:15:00Z", story)]
        assert line.why["other"] == other
        assert 0 < line.why["score"] <= 1
        assert line.why["days"] == 0
        assert "Sellenby" in line.why["names"]


def test_a_story_that_a_person_sets_or_takes_out_stays_as_it_is(site):
    (one, story), (other, _) = two(site)
    site.edit(one, f"story: {story}\n", "")
    site.edit(other, f"story: {story}", "story: my-own")
    site.run(now=LATER + dt.timedelta(days=1))
    assert stories(site) == {one: "", other: "my-own"}
    assert [slug for _, slug in line_of(site, one).stories] == [story, ""]
    assert [slug for _, slug in line_of(site, other).stories] == [story, "my-own"]
    assert line_of(site, one).why == {}


def test_a_report_whose_source_now_tells_something_else_leaves_the_story(site):
    (one, story), (other, _) = two(site)
    text = "A choir sings in the old mine of Karsk\n\n14 November 2026\n\n" + "Forty singers went down the shaft. " * 9
    site.source("two.txt", text)
    account = site.run(now=LATER + dt.timedelta(days=1))
    assert stories(site) == {one: "", other: ""}
    assert [slug for _, slug in line_of(site, other).stories] == [story, ""]
    assert any(f"left the story {story}" in item.detail for item in account.items)
    before = site.files()
    site.run(now=LATER + dt.timedelta(days=2))
    assert site.files() == before


def test_the_address_of_a_story_that_is_no_more_is_never_given_to_another(site):
    (_, story), _ = two(site)
    site.source("one.txt", LIBRARY)
    site.source("two.txt", HARBOUR)
    site.run(now=LATER)
    assert set(stories(site).values()) == {""}
    site.source("three.txt", ORCHARD)
    site.source("four.txt", SECOND)
    site.run(now=LATER + dt.timedelta(days=1))
    (new,) = set(stories(site).values()) - {""}
    assert new == f"{story}-2"


LONG = "the-frost-in-the-orchards-of-sellenby-and-what-the-growers-say-of-it"


@pytest.mark.parametrize(
    ("file", "front", "old"),
    [
        ("apples", "merge: [frost]", "frost"),
        ("apples", "merge: other; frost", "frost"),
        ("apples", "merge: ['1984']", "1984"),  # no slug that we would make, and one that a person may write
        ("apples", f"merge: [{LONG}]", LONG),
        ("All of it", "slug: apples\nmerge: [frost]", "frost"),
    ],
)
def test_stories_that_a_person_merges_are_one_for_new_reports_too(site, file, front, old):
    site.source("one.txt", ORCHARD)
    site.run()
    (name,) = site.articles()
    site.edit(name, "source:", f"story: '{old}'\nsource:")
    site._put(site.folder / f"content/stories/{file}.md", f"---\n{front}\n---\n")
    site.source("two.txt", SECOND)
    site.run(now=LATER)
    assert sorted(stories(site).values()) == sorted(["apples", old])
    made = make(site.folder, now=LATER)
    assert [each.what for each in made.problems] == ["merges `other`, which is no story"] * ("other" in front)
    page = (site.folder / "site/stories/apples/index.html").read_text()
    assert page.count("/articles/") >= 2
    assert "../apples/" in (site.folder / f"site/stories/{old}/index.html").read_text()


def test_explain_tells_what_keeps_an_article_apart_from_the_one_most_like_it(site):
    site.source("one.txt", ORCHARD)
    site.source("two.txt", HARVEST)
    site.run()
    (one, other) = sorted(site.articles(), key=lambda name: "harvest" in name)
    (row,) = explain.explain(site.folder, site.article(one), LATER).parts[0].why
    assert row.startswith(f"kept apart from {other}: likeness ")
    assert "; 73 days lie between them; " in row
    (row,) = explain.explain(site.folder, site.article(other), LATER).parts[0].why
    assert row.startswith(f"kept apart from {one}: ")


def test_explain_tells_the_story_why_and_how_it_came_about(site):
    (one, story), (other, _) = two(site)
    told = explain.explain(site.folder, site.article(one), LATER)
    rows = "\n".join(told.rows())
    assert story in rows
    assert other in rows
    assert "kept apart" not in rows, "the only other report is in the same story"
    assert "Sellenby" in rows
    assert f"since 2026-11-23 in the story {story}" in rows
    assert json.dumps(told.as_dict())


STEPS = st.lists(
    st.sampled_from(
        ["one", "two", "three", "harvest", "turn", "bridge", "edit", "alone", "merge", "delete", "gone", "rename"]
    ),
    min_size=2,
    max_size=8,
)
HARVEST = """Apple harvest begins in Sellenby

2 September 2026

Pickers from nine countries have come to Sellenby for the apple harvest, which the fruit association hopes is large.

The first lorries leave for the market halls on Friday, its head Agnes Thorn said.
"""


@settings(max_examples=25)
@given(STEPS)
def test_no_address_of_a_story_ever_dies(tmp_path_factory, steps):
    site = Site(tmp_path_factory.mktemp("site"))
    seen: set[str] = set()
    for number, step in enumerate(steps):
        _take(site, step)
        now = NOW + dt.timedelta(days=number)
        site.run(now=now)
        make(site.folder, now=now)
        output = site.folder / "site"
        seen |= {f"stories/{path.parent.name}" for path in output.glob("stories/*/index.html")}
        there = {path.stem for path in site.folder.glob("content/articles/*.md")}
        if step == "delete":  # what a person deletes with all its reports is gone
            seen = {each for each in seen if _has_reports(site, each.partition("/")[2], there)}
        dead = [each for each in seen if not (output / each / "index.html").exists()]
        assert dead == [], (step, steps)


BRIDGE = ORCHARD.replace("14 November", "3 September").replace(
    "Growers in Sellenby", HARVEST.split("\n\n")[2] + " Growers"
)
CHOIR = "A choir sings in the old mine of Karsk\n\n14 November 2026\n\n" + "Forty singers went down the shaft. " * 9


def _take(site, step):
    """A report comes, tells of two events (`bridge`) or of another one (`turn`), or a person does something."""
    articles = site.articles()
    texts = {"one": ORCHARD, "two": SECOND, "three": FROST, "harvest": HARVEST, "bridge": BRIDGE}
    if step == "turn":
        site.source("two.txt", CHOIR)
    elif step in texts:
        site.source(f"{step}.txt", texts[step])
    elif step == "gone":
        for path in sorted(site.folder.glob("content/sources/*.txt"))[:1]:
            path.unlink()
    elif step == "merge":
        known = sorted({*stories(site).values()} - {"", "all-of-it"})
        if known:
            site._put(site.folder / "content/stories/all-of-it.md", f"---\nmerge: [{', '.join(known)}]\n---\n")
    elif articles:
        path, name = site.article(articles[0]), articles[0]
        if step == "delete":
            path.unlink()
        elif step == "rename":
            path.rename(path.with_name(f"{name[:40]}-renamed.md"))  # never over another
        else:
            story = site.front(name).meta.get("story")
            new = "story: none\n" if step == "alone" else "story: set-by-hand\n"
            site.edit(name, f"story: {story}\n" if story else "source:", new if story else new + "source:")


def _has_reports(site, slug, there):
    lines = site.lock().values()
    return any(line.article in there and slug in [each for _, each in line.stories] for line in lines)


LETTER = """Message-ID: <brief@paper.example>
From: Valley Brief <news@paper.example>
To: reader@home.example
Subject: Valley Brief
Date: Sat, 14 Nov 2026 06:30:00 +0000
List-Unsubscribe: <https://paper.example/leave>
Content-Type: text/html; charset=utf-8

<html><body><table>{}</table></body></html>
"""


def letter(*texts):
    """A newsletter that tells these one below the other."""
    rows = []
    for title, _, *paragraphs in (text.strip().split("\n\n") for text in texts):
        told = "".join(f"<p>{each}</p>" for each in paragraphs)
        link = f'<p><a href="https://paper.example/{len(rows)}">Read more</a></p>'
        rows.append(f'<tr><td><p style="font-size:24px;font-weight:bold">{title}</p>{told}{link}</td></tr>')
    return LETTER.format("".join(rows))


def test_who_wrote_a_letter_has_parted_its_stories(site):
    site.source("one.eml", letter(LIBRARY, ORCHARD, SECOND))
    site.run()
    assert list(stories(site).values()) == ["", "", ""]
    (row,) = explain.explain(site.folder, site.article(site.articles()[-1]), LATER).parts[0].why
    assert "; they are two stories of one letter; " in row
    site.source("one.eml", letter(LIBRARY, ORCHARD))
    site.source("two.eml", letter(HARBOUR, SECOND).replace("<brief@", "<other@"))
    site.run(now=LATER)
    told = sorted(stories(site).values())
    assert told == ["", "", told[-1], told[-1]]


def test_what_opens_a_letter_is_none_of_its_stories(site):
    opening = "".join(f"<p>{each}</p>" for each in SECOND.strip().split("\n\n")[2:])
    site.source("one.eml", letter(LIBRARY, ORCHARD).replace("<table>", f"{opening}<table>"))
    site.run()
    assert list(stories(site).values()) == ["", "", ""]
    assert stories(site).keys() >= {"valley-brief"}
