"""The Site: stories, their rank, topics, publishers, editions, and two pages at one address."""

import dataclasses
import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from build_site import article

from generator.build import content, outlines, site, stories, topics
from generator.build.outlines import Outline, outline
from generator.build.profiles import Profiles
from generator.build.seen import Seen
from generator.errors import BroadsheetError
from generator.model import Citation, Digest, Page, View

UTC = ZoneInfo("UTC")


def entry(name, path="content/articles", **meta):
    return content.parse(f"{path}/{name}.md", article(meta.pop("title", name.title()), **meta), UTC).entry


def of(*entries, digests=None, introductions=(), **told):
    pages = {each.slug: Page(each, "", "<p>Intro.</p>", ()) for each in introductions}
    return site.assemble([*entries, *introductions], digests or {}, pages, Profiles(), **told)


def names(entries):
    return [each.slug for each in entries]


A = entry("a", date="2026-11-16", story="s", tags="[Kursk, Ukraine]", source="{name: Post}", summary="From a.")
B = entry("b", date="2026-11-18T08:00:00Z", story="s", tags="[kursk]", source="{name: Radio}", summary="From b.")
C = entry("c", date="2026-11-18", tags="[Kursk, Sea]", source='[{name: Post, url: "https://post.example/c"}]')
D = entry("d", story="alone")


def test_a_story_is_named_in_the_language_of_most_of_its_reports():
    german = entry("g", date="2026-11-19", story="s", lang="de", summary="Lang und neu.", title="Deutsch")
    english = [entry(name, date="2026-11-16", story="s", lang="en-GB", title=f"English {name}") for name in "xy"]
    assert of(german, *english).stories[0].title == "English y"


def test_articles_are_newest_first_and_those_without_a_day_last():
    e = entry("e", date="2026-11-18T07:00:00Z")
    assert names(of(D, A, B, C, e).articles) == ["b", "e", "c", "a", "d"]


def test_every_article_is_in_exactly_one_story():
    whole = of(A, B, C, D)
    assert sorted(path for story in whole.stories for path in names(story.entries)) == ["a", "b", "c", "d"]
    assert {story.slug: story.lone for story in whole.stories} == {"s": False, "c": True, "d": True}
    assert [story.url for story in whole.stories if story.lone] == ["/articles/c/", "/articles/d/"]


def test_a_story_of_several_reports():
    story = of(A, B).stories[0]
    assert (story.slug, story.url, names(story.entries)) == ("s", "/stories/s/", ["a", "b"])
    assert (story.title, story.summary) == ("B", "From b.")
    assert (story.publishers, story.tags) == (("Post", "Radio"), ("Kursk",))
    assert (story.first, story.last) == (dt.date(2026, 11, 16), dt.date(2026, 11, 18))


def test_what_a_person_says_of_a_story_wins():
    own = entry("s", "content/stories", title="By hand", summary="Mine.", aliases="/stories/old/", pin="true")
    story = of(A, B, introductions=[own]).stories[0]
    assert (story.title, story.summary, story.intro) == ("By hand", "Mine.", "<p>Intro.</p>")
    assert (story.aliases, story.pin) == (("/stories/old/",), True)


def test_without_any_summary_the_digest_gives_one():
    bare = dataclasses.replace(A, summary="")
    assert of(bare, B, digests={"s": Digest((Citation("Cited.", bare, 1),))}).stories[0].summary == "Cited."


def test_the_address_of_a_story_that_has_one_report_left_leads_to_that_report():
    assert of(A).stories[0].aliases == ("/stories/s/",)


def test_rank_goes_by_publishers_then_age_and_never_by_the_clock():
    old = [entry(f"o{n}", date="2026-11-10", story="old", source=f"{{name: P{n}}}") for n in range(4)]
    new = [entry(f"n{n}", date="2026-11-18", story="new", source=f"{{name: P{n}}}") for n in range(2)]
    echo = [entry(f"e{n}", date="2026-11-18", story="echo", source="{name: P}") for n in range(2)]
    order = [story.slug for story in of(*old, *new, *echo, C, D).stories]
    assert order == ["new", "echo", "c", "old", "d"]
    assert [story.slug for story in of(*old, D).stories] == ["old", "d"]


def test_pinned_stories_come_first_by_weight():
    one = entry("s", "content/stories", pin="true", weight="2")
    two = entry("t", "content/stories", pin="true", weight="1")
    t = [entry(f"t{n}", date="2020-01-01", story="t") for n in range(2)]
    assert [story.slug for story in of(A, B, C, *t, introductions=[one, two]).stories] == ["t", "s", "c"]


def test_topics_of_one_slug_are_one_called_as_most_call_it():
    whole = of(A, B, C, entry("x", tags="[kursk]"), entry("y", tags="[Sea, Ukraine]"), entry("z", tags="[Kursk, Sea]"))
    kursk = whole.topics[0]
    assert (kursk.name, kursk.url, len(kursk.entries)) == ("Kursk", "/topics/kursk/", 5)
    assert kursk.neighbours == (("Sea", "/topics/sea/", 2),)
    assert [story.slug for story in kursk.stories] == ["s", "c", "x", "z"]
    assert [topic.name for topic in whole.topics] == ["Kursk", "Sea", "Ukraine"]


def test_a_topic_has_a_page_if_two_reports_share_it_or_a_person_says_something_of_it():
    lone = entry("x", tags="[Sea, sea, Kelp, Kursk]")
    assert [topic.name for topic in of(A, B, lone).topics] == ["Kursk"]
    assert [topic.name for topic in of(A, B, lone, told={"kelp": topics.Told()}).topics] == ["Kursk", "Kelp"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Climate Change", "climate-change"),
        ("climate-change", "climate-change"),
        ("“Climate change”", "climate-change"),
        ("#Kursk", "kursk"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("U.S.", "u-s"),
        ("AT&T", "at-t"),
        ("洪水", "hong-shui"),
        ("Untitled", "untitled"),
    ],
)
def test_the_address_of_an_ordinary_name(name, slug):
    assert topics.slug(name) == slug


def test_names_that_differ_in_a_sign_are_topics_of_their_own():
    apart = ["C", "C++", "C#", "+C", "C*", "$C", "★", "☆", "!!!", "???", "…", "A " * 40 + "b", "A " * 40 + "c"]
    assert len(set(map(topics.slug, apart))) == len(apart)
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", topics.slug(each)) for each in apart)
    assert topics.slug("C++") == topics.slug("“c ++”,") == "c-cedb1b"


def test_a_topic_has_at_most_twelve_neighbours():
    crowded = entry("x", tags=str([f"t{number}" for number in range(20)]))
    assert {len(topic.neighbours) for topic in of(crowded, dataclasses.replace(crowded, path="y")).topics} == {
        topics.NEIGHBOURS
    }


def test_publishers_by_name_with_the_place_most_of_their_reports_came_from():
    found = of(A, B, C).publishers
    assert [(each.name, names(each.entries), each.homepage) for each in found] == [
        ("Post", ["c", "a"], "https://post.example"),
        ("Radio", ["b"], ""),
    ]


def test_editions_hold_the_reports_of_their_period_and_know_their_neighbours():
    whole = of(A, B, C, D, digests={"s": Digest((Citation("Of a.", A, 1),))})
    assert [day.slug for day in whole.days] == ["2026-11-18", "2026-11-16"]
    newest, oldest = whole.days
    assert (newest.previous, oldest.previous) == ("/editions/2026-11-16/", "")
    story = next(each for each in newest.stories if each.slug == "s")
    assert (names(story.entries), story.publishers, story.tags) == (["b"], ("Radio",), ("Kursk",))
    assert (story.update, story.first, story.lone) == (True, dt.date(2026, 11, 18), False)
    (week,) = whole.weeks
    assert (week.slug, week.first, week.last) == ("2026-w47", dt.date(2026, 11, 16), dt.date(2026, 11, 22))
    assert names(next(each for each in week.stories if each.slug == "s").entries) == ["a", "b"]


@pytest.mark.parametrize(("day", "slug"), [("2027-01-03", "2026-w53"), ("2026-01-01", "2026-w01")])
def test_weeks_are_named_as_iso_names_them(day, slug):
    assert of(entry("a", date=day)).weeks[0].slug == slug


def test_pages_by_weight_and_title():
    pages = [entry("b", "content/pages"), entry("a", "content/pages"), entry("z", "content/pages", weight="-1")]
    assert names(of(*pages).pages) == ["z", "a", "b"]


def test_stories_of_one_report_are_no_groups():
    assert list(stories.group([A, B, C, D])) == ["s"]


def clash(*entries, views=(), copied=()):
    with pytest.raises(BroadsheetError) as caught:
        outlines.refuse_clashes(views, copied, entries)
    return str(caught.value)


def test_two_pages_at_one_address_are_both_named():
    assert clash(entry("a"), entry("a", "content/articles/2026")) == (
        "content/articles/2026/a.md: error: two pages at one address: /articles/a/ is also that of "
        "`content/articles/a.md`\n  try: give one of them another `slug`, or take the alias out"
    )


def test_an_alias_on_a_page_of_another_a_page_of_ours_and_a_static_file():
    told = clash(
        entry("a", aliases="[/articles/b/, /search/, /x.txt]"),
        entry("b"),
        views=[Outline("/search/", "search.html", "")],
        copied=["x.txt"],
    )
    assert "content/articles/a.md: error: two pages at one address: /search/ is also that of a page that Broad" in told
    assert "/articles/b/ is also that of `content/articles/b.md`" in told
    assert "/x.txt is also that of the static file `x.txt`" in told
    assert told.count("error:") == 3


def test_addresses_that_differ_in_case_are_one_on_many_disks():
    assert "two pages" in clash(entry("a", aliases="/About/"), entry("about", "content/pages"))


@pytest.mark.parametrize(
    ("alias", "views", "copied", "told"),
    [
        (
            "/feed.xml/x/",
            ["/feed.xml"],
            [],
            "content/articles/a.md: error: a file where a folder must be: /feed.xml is a page that Broadsheet makes, "
            "and /feed.xml/x/ is `content/articles/a.md`",
        ),
        (
            "/a/",
            ["/articles/", "/articles/page/2/"],
            ["Articles"],
            "error: a file where a folder must be: /Articles is the static file `Articles`, and /articles/ is a page "
            "that Broadsheet makes",
        ),
        (
            "/b.html",
            [],
            ["b.html/c/d.txt"],
            "content/articles/a.md: error: a file where a folder must be: /b.html is `content/articles/a.md`, and "
            "/b.html/c/d.txt is the static file `b.html/c/d.txt`",
        ),
    ],
)
def test_a_file_where_a_folder_must_be_is_told_once_with_both(alias, views, copied, told):
    found = clash(entry("a", aliases=alias), views=[Outline(url, "x.html", "") for url in views], copied=copied)
    assert found == f"{told}\n  try: give one of them another name, or take the alias out"


def test_an_alias_where_a_page_or_a_file_stands_gives_way_and_its_writer_is_told():
    lead = [Outline(url, "redirect.html", "") for url in ("/Search/", "/x.txt", "/stories/s/", "/old/", "/old/")]
    page = Outline("/search/", "search.html", "")
    story = Outline("/stories/s/", "story.html", "")
    mine = entry("a", aliases="[/Search/, /x.txt, /old/]")
    views, entries, problems = outlines.where_nothing_stands([*lead, page, story], ["x.txt"], [mine])
    assert [view for view in views if view.template == "redirect.html"] == [lead[3]]
    assert views[1:] == (page, story)
    assert entries[0].aliases == ("/old/",)
    assert [each.what for each in problems] == [
        "the alias /Search/ leads nowhere: at this address is a page that Broadsheet makes",
        "the alias /x.txt leads nowhere: at this address is the static file `x.txt`",
    ]
    assert {(each.path, each.level) for each in problems} == {("content/articles/a.md", "warning")}
    outlines.refuse_clashes(views, ["x.txt"], entries)


def test_a_static_file_at_the_former_address_of_a_story_is_told():
    lead = outline(View("/stories/s/", "redirect.html", {"target": "/articles/a/", "title": "A"}))
    assert "/stories/s/ is a page that Broadsheet makes" in clash(A, views=[lead], copied=["stories/s"])
    outlines.refuse_clashes([lead, lead], [], [A])


def test_a_page_and_its_own_view_do_not_clash():
    outlines.refuse_clashes([outline(View(A.url, "article.html", {"entry": A}, (A.path,)))], ["a.png"], [A, B])


def test_a_report_without_a_date_has_no_days_and_ranks_behind_what_is_known_to_be_new():
    seen = Seen("", "2026-11-22T08:00:00Z")
    undated = content.parse("content/articles/u.md", article("U", tags="[Kursk]"), UTC, seen).entry
    whole = of(undated, A, B, C)
    last = whole.stories[-1]
    assert (last.slug, last.first, last.last) == ("u", None, None)
    assert site.year(whole) == 2026


def test_a_lone_report_names_its_topics_in_an_edition_as_that_had_them():
    first = entry("a", date="2025-03-10", tags=["kursk front"])
    later = [entry(name, date="2025-03-20", tags=["Kursk Front"]) for name in "bc"]
    whole = of(first, *later)
    assert next(story.tags for story in whole.stories if story.slug == "a") == ("Kursk Front",)
    assert [story.tags for story in whole.days[-1].stories] == [("kursk front",)]
    assert whole.days[0].stories[0] in whole.stories
