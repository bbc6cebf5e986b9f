"""Each kind gives the pages and values that docs/templates.md promises, and none of them grows with the site."""

import datetime as dt
import json
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import __version__, frontmatter
from generator.build import editions, front, inverted, kinds, site
from generator.build.corrected import corrections
from generator.build.kinds import article, digest, feeds, machines, search, topic
from generator.build.lists import brief, screens
from generator.build.moments import moment, updated
from generator.build.profiles import Profiles
from generator.build.related import related
from generator.build.voices import Fold
from generator.config import Config
from generator.model import (
    Change,
    Citation,
    Digest,
    Edition,
    Entry,
    Fact,
    Moment,
    Page,
    Point,
    Quote,
    Side,
    Site,
    Source,
    View,
)

ROOT = Path(__file__).parents[2]
DAY = dt.date(2026, 11, 22)
WEB = Config(url="https://example.org/repo/")


def views_of(site, config):
    """Every output of a site, kind by kind."""
    return [view for _, kind in kinds.KINDS for view in kind(site, config)]


def entry(slug, day=DAY, **values):
    values = {
        "date": day,
        "day": day,
        "stated": day,
        "dated": bool(day),
        "title": slug.title(),
        "id": f"urn:x:{slug}",
        **values,
    }
    publisher = values.pop("publisher", "Lantern")
    path = f"content/articles/{slug}.md"
    sources = (Source(publisher, f"https://example.com/{slug}"),)
    return Entry(path, "article", slug, f"/articles/{slug}/", sources=sources, **values)


def page(slug):
    return Entry(f"content/pages/{slug}.md", "page", slug, f"/{slug}/", f"urn:x:{slug}", slug.title())


def whole(*entries, digests=None, introductions=None):
    return site.assemble(entries, digests or {}, introductions or {}, Profiles())


def told(report):
    """A digest with something in each of its parts, all from one report."""
    cited = Citation("It rose.", report, 1, alone=True)
    return Digest(
        sentences=(cited,),
        facts=(Fact("how many", "nine", cited, 2, "people killed"),),
        agreed=(Point("number", "boats", (Side("11", (cited,)),)),),
        differences=(Point("number", "people injured", (Side("12", (cited,)), Side("at least 14", (cited,)))),),
        developments=(Point("number", "people missing", (Side("five", (cited,)), Side("two", (cited,)))),),
        quotes=(Quote("It rose", "Ilse Brandt", cited),),
        timeline=(
            Moment(DAY, "time", "02:31", "at 2.31", cited),
            Moment(dt.date(2024, 8, 1), "month", "", "in August", cited),
        ),
    )


def rich():
    """A site with something of every kind."""
    flood = [
        entry(f"flood-{n}", DAY - dt.timedelta(days=n), tags=("Flood", "Harbour"), story="flood") for n in range(3)
    ]
    lone = entry("cup", DAY, tags=("Football",), publisher="Packet", aliases=("/old/cup/",))
    digests = {"flood": Digest((Citation("It rose.", flood[0], 1),))}
    return whole(*flood, lone, entry("undated", None), page("about"), digests=digests)


def of(kind, whole_site, config=WEB):
    return list(dict(kinds.KINDS)[kind](whole_site, config))


def one(kind, whole_site, config=WEB):
    (view,) = of(kind, whole_site, config)
    return view


# ---------------------------------------------------------------- the table


def test_a_kind_stands_in_the_table_once_and_says_why_it_exists():
    names = [name for name, _ in kinds.KINDS]
    assert len(names) == len(set(names))
    modules = {path.stem for path in Path(kinds.__file__).parent.glob("*.py")} - {"__init__"}
    assert {kind.__module__.rpartition(".")[2] for _, kind in kinds.KINDS} == modules
    assert all(kind.__doc__ for _, kind in kinds.KINDS)


@pytest.mark.parametrize("config", [WEB, Config()], ids=["web", "disk"])
@pytest.mark.parametrize("whole_site", [rich(), whole()], ids=["rich", "empty"])
def test_each_view_has_its_own_place_and_a_template(whole_site, config):
    views = views_of(whole_site, config)
    paths = [view.path for view in views]
    assert len(paths) == len(set(paths))
    assert all((ROOT / "templates" / view.template).is_file() for view in views)
    assert all(view.url.startswith("/") for view in views)


def test_the_values_of_each_view_are_those_that_the_documentation_names():
    text = (ROOT / "docs/templates.md").read_text(encoding="utf-8")
    rows = [row.split(" | ", 3) for row in text.split("## Functions")[0].splitlines() if row.count(" | ") >= 3]
    for view in views_of(rich(), WEB):
        told = next(values for _, _, template, values in rows if f"`{view.template}`" in template)
        assert set(view.values) <= set(re.findall(r"`(\w+)`", told)), view.template


def test_the_same_site_gives_the_same_views():
    assert views_of(rich(), WEB) == views_of(rich(), WEB)


def reached(value, seen):
    """The entries that a template can come to from a value."""
    if isinstance(value, Entry):
        seen.add(value.path)
    elif is_dataclass(value):
        for each in fields(value):
            reached(getattr(value, each.name), seen)
    elif isinstance(value, (tuple, list)):
        for each in value:
            reached(each, seen)
    return seen


def test_no_page_holds_a_list_that_grows_with_the_site():
    def grown(count):
        entries = [
            entry(f"a{n}", DAY - dt.timedelta(days=n // 4), tags=("Flood", f"Topic {n % 7}"), story=f"s{n // 2}")
            for n in range(count)
        ]
        config = Config(url="https://e.org/", page_size=10, feed_size=10, home_size=10)
        most = {}
        for view in views_of(whole(*entries), config):
            most[view.template] = max(most.get(view.template, 0), len(reached(tuple(view.values.values()), set())))
        return most

    assert grown(400) == grown(800)


# ---------------------------------------------------------------- stories, topics, publishers, corrections


def test_a_topic_lists_its_stories_each_once_beside_lone_reports():
    (flood,) = [view.values for view in of("topic", rich()) if view.url == "/topics/flood/"]
    assert [(story.url, len(story.entries)) for story in flood["pager"].items] == [("/stories/flood/", 3)]
    assert (flood["reports"], flood["pager"].count) == (3, 1)
    assert (flood["topic"].entries, flood["topic"].stories) == ((), ())


def test_a_publisher_tells_what_nobody_else_reports():
    shared = [entry("a", story="s"), entry("b", story="s", publisher="Packet")]
    own = [entry("c", story="t"), entry("d", story="t"), entry("e", DAY - dt.timedelta(days=1))]
    found = {view.url: view.values for view in of("publisher", whole(*shared, *own))}
    lantern = found["/publishers/lantern/"]
    assert [story.url for story in lantern["alone"]] == ["/stories/t/", "/articles/e/"]
    assert (lantern["alone_count"], lantern["pager"].count) == (3, 4)
    assert found["/publishers/packet/"]["alone"] == ()


def test_topics_and_publishers_can_be_followed():
    followed = {view.url for view in of("feeds", rich()) if view.url.endswith("/feed.xml")}
    assert {"/feed.xml", "/topics/flood/feed.xml", "/publishers/packet/feed.xml"} <= followed


def test_a_story_tells_in_which_editions_it_stands_and_who_counts_once():
    post, radio = (Source(name, owner="Big Media") for name in ("Post", "Radio"))
    first = replace(entry("a", DAY - dt.timedelta(days=1), story="s"), sources=(post,))
    second = replace(entry("b", story="s"), sources=(radio,))
    values = one("story", whole(first, second, entry("c"))).values
    assert values["editions"] == ((DAY, "/editions/2026-11-22/"), (DAY - dt.timedelta(days=1), "/editions/2026-11-21/"))
    assert values["numbers"] == {"/articles/a/": 1, "/articles/b/": 2}
    assert values["folds"] == (Fold(("Post", "Radio"), "Big Media"),)


def test_what_is_new_in_a_story_is_found_under_the_name_that_an_edition_had_for_it():
    """Its latest reports were a story of their own in the edition of their day, before an editor joined the two."""
    old, late = entry("a", DAY - dt.timedelta(days=1)), entry("b")
    first, later = (Citation(words, report, 1) for words, report in (("It fell.", old), ("It was found.", late)))
    shown = [
        edition_of(DAY, replace(lone(late), lone=False, slug="t", digest=(later,))),
        edition_of(DAY - dt.timedelta(days=1), replace(lone(old), lone=False, slug="s", digest=(first,))),
    ]
    assert editions.news(shown, {old.path: "s", late.path: "s"}) == {"s": (later,)}
    assert editions.news(shown, {old.path: "s"}) == {}


def edition_of(day, story):
    return Edition(day.isoformat(), f"/editions/{day}/", "day", day, day, (story,))


def lone(report):
    return whole(report).stories[0]


def changed(slug, *changes):
    return replace(entry(slug), changes=changes)


def test_corrections_come_newest_first_with_all_that_changed_on_a_day():
    one_day, next_day = DAY, DAY + dt.timedelta(days=1)
    early = changed("a", Change(one_day, "title", "Four hurt", "Five hurt"), Change(one_day, "body", "", "It rose."))
    twice = changed("b", Change(one_day, "body", "x", "y"), Change(next_day, "body", "y", "z"))
    site_ = whole(early, twice, entry("c"))
    page_, feed = one("corrections", site_), one("corrected", site_)
    found = page_.values["pager"].items
    assert [(each.at, each.entry.slug) for each in found] == [(next_day, "b"), (one_day, "a"), (one_day, "b")]
    assert [each.at for each in corrections(twice)] == [next_day, one_day]
    assert found[1].changes[0].runs == (("out", "Four"), ("in", "Five"), ("same", " hurt"))
    assert found[1].changes[1].runs == (("in", "It rose."),)
    assert feed.values["updated"].date() == next_day
    assert [each.values["corrections"] for each in of("article", site_) if each.url.endswith("/a/")] == [(found[1],)]


def test_a_site_without_corrections_has_a_page_that_says_so():
    page_, feed = one("corrections", whole(entry("a"))), one("corrected", whole(entry("a")))
    assert page_.values["pager"].items == ()
    assert feed.values["items"] == ()


def test_of_a_long_text_only_what_is_around_a_change_is_shown():
    long = " ".join(f"word{number}" for number in range(400))
    (correction,) = corrections(changed("a", Change(DAY, "body", f"{long} old {long}", f"{long} new {long}")))
    (before, *middle, after) = correction.changes[0].runs
    assert middle == [("out", "old"), ("in", "new")]
    assert before[1].startswith(" … ")
    assert before[1].endswith("word398 word399 ")
    assert after[1].startswith(" word0 word1 ")
    assert max(map(len, (before[1], after[1]))) < 200


# ---------------------------------------------------------------- lists


def test_a_list_is_cut_into_screens_that_know_their_neighbours():
    first, second, last = screens("/articles/", range(25), 10)
    assert (first.url, first.previous, first.next) == ("/articles/", "", "/articles/page/2/")
    assert (second.items, second.previous, second.next) == (
        tuple(range(10, 20)),
        "/articles/",
        "/articles/page/3/",
    )
    assert (last.items, last.next, last.total, last.count) == (tuple(range(20, 25)), "", 3, 25)


@given(st.lists(st.integers(), max_size=60), st.integers(1, 9))
def test_the_screens_hold_each_item_once(items, size):
    pagers = list(screens("/x/", items, size))
    assert [item for pager in pagers for item in pager.items] == items
    assert {pager.number for pager in pagers} == set(range(1, pagers[0].total + 1))


def test_a_brief_says_how_much_there_is_and_since_when():
    topic = next(each for each in rich().topics if each.name == "Flood")
    assert (brief(topic).count, brief(topic).first, brief(topic).last) == (3, DAY - dt.timedelta(days=2), DAY)


# ---------------------------------------------------------------- related


def test_who_wants_no_related_reports_gets_none():
    items = [entry(f"e-{n}", tags=("War",)) for n in range(3)]
    assert related(items, lambda item: item.tags, lambda item: item.path, 2) == [
        (items[1], items[2]),
        (items[0], items[2]),
        (items[1], items[0]),
    ]
    assert related(items, lambda item: item.tags, lambda item: item.path, 0) == [(), (), ()]


def test_the_rarest_shared_topic_relates_most():
    items = [entry(f"common-{n}", tags=("War",)) for n in range(9)]
    items += [entry("a", tags=("War", "Kelp")), entry("b", tags=("Kelp",))]
    *_, of_a, of_b = related(items, lambda item: item.tags, lambda item: item.path, 5)
    assert of_a[0].slug == "b"
    assert [each.slug for each in of_b] == ["a"]


@given(st.lists(st.tuples(st.sets(st.sampled_from("abcdef")), st.integers(0, 3)), max_size=40))
def test_related_items_share_a_topic_and_are_of_another_group(pairs):
    items = [(number, sorted(tags), group) for number, (tags, group) in enumerate(pairs)]
    for item, others in zip(items, related(items, lambda item: item[1], lambda item: item[2], 5), strict=True):
        assert len(others) <= 5
        assert len({other[0] for other in others}) == len(others)
        assert all(set(item[1]) & set(other[1]) and item[2] != other[2] for other in others)


def test_the_cost_of_relating_grows_with_the_items_and_not_with_their_pairs():
    asked = []

    def group(item):
        asked.append(item)
        return item

    for count in (150, 3000):
        asked.clear()
        found = related(range(count), lambda item: [f"t{item % 40}", f"u{item % 15}"], group, 5)
        assert len(asked) == count
        assert all(abs(other - item) <= 8 * 40 for item, others in enumerate(found) for other in others)


# ---------------------------------------------------------------- single kinds


def test_the_front_page_leads_with_the_story_of_the_highest_rank():
    whole_site = rich()
    values = one("home", whole_site, Config(home_size=2)).values
    assert values["lead"] == whole_site.stories[0]
    assert values["stories"] == whole_site.stories[1:2]
    assert values["more"]
    assert values["edition"].url == "/editions/2026-11-22/"
    assert values["counts"].articles == 5
    assert values["updated"] == DAY


def test_the_front_page_of_an_empty_site_leads_with_nothing():
    values = one("home", whole()).values
    assert (values["lead"], values["stories"], values["edition"], values["updated"]) == (None, (), None, None)


def test_an_article_names_the_other_reports_of_its_story():
    views = {view.values["entry"].slug: view for view in of("article", rich())}
    assert [each.slug for each in views["flood-1"].values["others"]] == ["flood-2", "flood-0"]
    assert [each.path for each in views["flood-1"].bodies] == ["content/articles/flood-1.md"]
    assert views["cup"].values["story"] is None
    assert views["cup"].values["others"] == ()
    assert views["undated"].values["edition"] == ""


def test_of_a_long_story_an_article_names_the_nearest_reports():
    entries = [entry(f"a{n:02}", DAY + dt.timedelta(days=n), story="s") for n in range(40)]
    views = {view.values["entry"].slug: view.values["others"] for view in article.views(whole(*entries), WEB)}
    assert {len(others) for others in views.values()} == {article.OTHERS}
    assert [each.slug for each in views["a20"]] == [f"a{n}" for n in (*range(14, 20), *range(21, 27))]
    assert views["a00"][0].slug == "a01"
    assert views["a39"][-1].slug == "a38"


def test_going_from_article_to_article_visits_a_whole_day():
    views = {view.values["entry"].path: view.values for view in of("article", rich())}
    day = rich().days[0]
    here = day.stories[0].entries[0]
    assert views[here.path]["previous"] is None
    visited = []
    while here:
        visited.append(here.slug)
        here = views[here.path]["next"]
    assert sorted(visited) == ["cup", "flood-0"]


def test_a_lone_report_has_no_story_page():
    assert [view.url for view in of("story", rich())] == ["/stories/flood/"]
    assert [story.slug for view in of("stories", rich()) for story in view.values["pager"].items] == ["flood"]


def test_a_topic_has_a_screen_of_its_stories_at_a_time():
    whole_site = whole(*(entry(f"a{n}", tags=("Flood",)) for n in range(5)))
    first, second, third = of("topic", whole_site, Config(page_size=2))
    assert [view.url for view in (first, second, third)] == [
        "/topics/flood/",
        "/topics/flood/page/2/",
        "/topics/flood/page/3/",
    ]
    assert [len(view.values["pager"].items) for view in (first, second, third)] == [2, 2, 1]
    assert third.values["pager"].count == 5


def test_a_publisher_is_told_what_its_reports_are_about():
    tags = [("Sea", "sea", "Kelp"), ("Sea",), ("Kelp", "Owl")]
    reports = [entry("a", tags=tags[0]), *(entry(f"b{at}", publisher="Packet", tags=tags[at]) for at in (1, 2))]
    (lantern, packet) = of("publisher", whole(*reports, entry("c", publisher="Packet", tags=("Sea",))))
    assert [(each.name, each.count) for each in lantern.values["topics"]] == []
    assert [(each.name, each.count) for each in packet.values["topics"]] == [("Sea", 2)]


def test_an_article_names_which_of_its_topics_have_a_page():
    first, second = of("article", whole(entry("a", tags=("Kelp", "Sea")), entry("b", tags=("sea",))))
    assert (first.values["topics"], second.values["topics"]) == (("Sea",), ("sea",))


def test_an_edition_has_its_lead_apart_and_lone_reports_last():
    view = of("edition", rich())[0]
    assert view.url == "/editions/2026-11-22/"
    shown = [view.values["lead"], *view.values["stories"], *view.values["updates"], *view.values["briefs"]]
    assert sorted(story.slug for story in shown) == ["cup", "flood"]
    assert view.values["counts"].articles == 2


def test_a_day_of_the_calendar_counts_what_its_edition_counts():
    late = entry("late", DAY - dt.timedelta(days=2))
    site_ = whole(entry("a"), late)
    site_ = replace(site_, days=(replace(site_.days[0], stories=tuple(lone(each) for each in (entry("a"), late))),))
    values = one("archive", site_).values
    cells = [cell for month in values["months"] for week in month.weeks for cell in week.cells if cell and cell.count]
    assert [(cell.url, cell.count) for cell in cells] == [(f"/editions/{DAY}/", 2)]
    assert [each.count for each, _ in values["latest"]] == [2]


def test_an_edition_tells_a_dozen_new_stories_and_names_the_others():
    reports = [entry(f"r{n}", story=f"s{n // 2}", publisher=f"P{n % 2}") for n in range(40)]
    values = of("edition", whole(*reports, entry("x")))[0].values
    shown = [values["lead"], *values["stories"], *values["briefs"]]
    assert len(values["stories"]) == 12
    assert shown == sorted(shown, key=[*values["edition"].stories].index)
    assert len(shown) == 21


def test_the_archive_is_a_calendar_of_whole_weeks():
    values = one("archive", whole(entry("a", dt.date(2026, 2, 1)), entry("b", DAY), entry("c", DAY))).values
    (november,), (february,) = values["months"], values["quiet"]
    assert (november.first, november.count, february.count, values["most"]) == (dt.date(2026, 11, 1), 2, 1, 2)
    assert all(len(week.cells) == 7 for week in november.weeks)
    cells = [cell for week in november.weeks for cell in week.cells if cell]
    assert [cell.day.day for cell in cells] == list(range(1, 31))
    assert {cell.day: cell.url for cell in cells if cell.count} == {DAY: "/editions/2026-11-22/"}
    assert [(week.number, week.url) for week in november.weeks if week.url] == [(47, "/editions/2026-w47/")]
    assert [(cell.day, cell.count) for cell in february.days] == [(dt.date(2026, 2, 1), 1)]
    assert [(each.first, title) for each, title in values["latest"]] == [
        (DAY, "B"), (dt.date(2026, 2, 1), "A"),
    ]  # fmt: skip


def test_a_month_with_few_reports_is_a_line_unless_it_is_the_newest():
    days = [(2026, 1, 5), (2026, 2, 1), (2026, 2, 2), (2026, 2, 3), (2026, 2, 4), (2026, 3, 1), (2026, 4, 9)]
    values = one("archive", whole(*(entry(f"a{number}", dt.date(*day)) for number, day in enumerate(days)))).values
    assert [month.first.month for month in values["months"]] == [4, 2]
    assert [month.first.month for month in values["quiet"]] == [3, 1]


def test_topics_are_listed_by_name_a_screen_at_a_time(monkeypatch):
    monkeypatch.setattr(topic, "SCREEN", 3)
    names = ("Zebra", "Élan", "east", "Anna", "Müller", "Muller-Bach", "Ost", "Rot", "Wal", "Ulm")
    entries = [entry(f"a{number}", DAY, tags=names[: number + 1]) for number in (*range(len(names)), len(names))]
    first, second, *_, last = of("topics", whole(*entries))
    assert [each.name for each in first.values["topics"]] == ["Anna", "east", "Élan"]
    assert [each.name for each in first.values["top"]] == list(names[: topic.TOP])
    assert [each.name for each in second.values["topics"]] == ["Müller", "Muller-Bach", "Ost"]
    assert second.values["top"] == ()
    span = last.values["spans"][0]
    assert (last.url, span.first, span.last) == ("/topics/page/4/", "Anna", "Élan")
    assert one("topics", whole(entry("a", DAY, tags=("Sea",)))).values["spans"] == ()


def test_the_front_page_names_the_busiest_topics_and_of_those_alike_the_latest():
    site = whole(
        entry("a", dt.date(2026, 2, 1), tags=("Anna", "Often", "Anna B")),
        entry("b", dt.date(2026, 2, 1), tags=("Anna", "Often")),
        entry("c", DAY, tags=("Zebra", "Often")),
        entry("d", DAY, tags=("Zebra",)),
    )
    assert [each.name for each in one("home", site).values["topics"]] == ["Often", "Zebra", "Anna"]


def test_the_feeds_are_in_one_file_if_the_site_has_an_address():
    assert list(feeds.opml(rich(), Config())) == []
    (view,) = of("opml", rich())
    groups = view.values
    assert view.url == "/feeds.opml"
    assert {"Flood", "Packet"} <= {each.name for several in groups.values() for each in several}


def test_the_archive_names_what_belongs_to_no_day():
    values = one("archive", rich()).values
    assert [each.slug for each in values["undated"]] == ["undated"]
    assert values["undated_count"] == 1


def test_the_page_for_missing_addresses_is_served_at_any_depth():
    view = one("missing", rich())
    assert (view.path, view.rooted) == ("404.html", True)


def test_an_alias_of_an_article_a_page_or_a_story_leads_to_it():
    intro = Page(
        Entry("content/stories/s.md", "story", "s", "/stories/s/", "urn:s", "S", aliases=("/flood/",)), "", "", ()
    )
    about = Entry("content/pages/about.md", "page", "about", "/about/", "urn:p", "About", aliases=("/imprint.html",))
    cup = entry("cup", aliases=("/a/", "/b/"))
    whole_site = whole(cup, about, entry("x", story="s"), entry("y", story="s"), introductions={"s": intro})
    found = {view.url: view.values["target"] for view in of("redirect", whole_site)}
    assert found == {
        "/a/": "/articles/cup/",
        "/b/": "/articles/cup/",
        "/imprint.html": "/about/",
        "/flood/": "/stories/s/",
        "/editions/": "/archive/",
        f"/editions/after/{DAY}/": "/",
        "/editions/after/2026-w47/": "/",
    }


def test_the_sitemap_names_every_page_that_is_to_be_found_once():
    addresses = [address for address, _ in one("sitemap", rich()).values["addresses"]]
    assert len(addresses) == len(set(addresses))
    hidden = {"redirect.html", "404.html", "search.html"}
    pages = {view.url for view in views_of(rich(), WEB) if view.path.endswith(".html") and view.template not in hidden}
    assert set(addresses) == pages


def test_there_is_no_sitemap_without_an_address():
    assert of("sitemap", rich(), Config()) == []
    assert one("robots", rich(), Config()).values == {"sitemap": ""}


def test_a_sitemap_that_would_be_too_long_is_several(monkeypatch):
    monkeypatch.setattr(machines, "ADDRESSES", 10)
    head, *parts = of("sitemap", rich())
    assert head.values["maps"] == tuple(part.url for part in parts)
    assert sum(len(part.values["addresses"]) for part in parts) > 10
    assert all(len(part.values["addresses"]) <= 10 for part in parts)


def indexed(site, config=WEB):
    """The parts of the search index, by address."""
    return {view.url: view.values["data"] for view in search.index(site, config)}


def test_the_search_index_has_all_that_can_be_found_oldest_first():
    found = indexed(rich())
    rows = found["/search/rows/0.json"]
    assert {"../../stories/flood/", "../../articles/cup/"} <= {row[1] for row in rows}
    assert [row[3] for row in rows] == sorted(row[3] for row in rows)
    assert sum(count for _, count in found["/search/index.json"]["days"]) == len(rows)
    names = {each[1]: each for url, part in found.items() if "/words/" in url for each in part["names"]}
    assert {"../../topics/flood/", "../../publishers/packet/"} <= names.keys()


def test_the_search_index_names_files_when_the_site_may_be_on_a_disk():
    found = indexed(rich(), Config())
    assert all(row[1].endswith("/index.html") for row in found["/search/rows/0.json"])
    named = [each for url, part in found.items() if "/words/" in url for each in part["names"]]
    assert named
    assert all(each[1].endswith("/index.html") for each in named)


def test_a_long_summary_is_cut_in_the_search_index_at_a_word():
    row = indexed(whole(entry("a", summary="word " * 100)))["/search/rows/0.json"][0]
    assert len(row[2]) <= search.SUMMARY + 2
    assert row[2].endswith("word …")


def test_a_new_report_changes_the_search_index_where_its_own_words_stand_and_nowhere_else(monkeypatch):
    monkeypatch.setattr(inverted, "SHARD", 400)
    reports = [
        entry(f"r{number}", DAY + dt.timedelta(days=number), title=f"{chr(97 + number % 25)}{number} rises")
        for number in range(301)
    ]
    before, after = (indexed(whole(*reports[:count])) for count in (300, 301))
    own = {"a300", "rises", "lantern", "p.lantern"}
    shards = [url for url in after if "/words/" in url]
    touched = {url for url in shards if own & after[url]["words"].keys()}
    changed = {url for url in after if before.get(url) != after[url]}
    assert changed == {"/search/index.json", "/search/rows/15.json", *touched}
    assert len(touched) == len(own) < len(shards) / 4


def test_the_digest_as_data_names_its_generator_first_and_cites():
    document = one("digest", rich()).values["document"]
    assert next(iter(document.items())) == ("generator", {"name": "Broadsheet", "version": __version__})
    flood = next(story for story in document["stories"] if story["slug"] == "flood")
    assert flood["digest"] == [
        {
            "text": "It rose.",
            "article": "flood-0",
            "paragraph": 1,
            "url": "https://example.org/repo/articles/flood-0/#p1",
        }
    ]
    assert json.loads(json.dumps(document))["articles"][0]["url"] == "https://example.org/repo/articles/cup/"


def test_the_digest_as_data_has_all_parts_of_a_digest_each_with_its_citation():
    report = entry("a", story="s")
    document = one("digest", whole(report, entry("b", story="s"), digests={"s": told(report)})).values["document"]
    story = document["stories"][0]
    cited = {
        "text": "It rose.",
        "article": "a",
        "paragraph": 1,
        "url": "https://example.org/repo/articles/a/#p1",
        "alone": True,
    }
    assert story["facts"] == [
        {"kind": "how many", "value": "nine", "subject": "people killed", "voices": 2, "citation": cited}
    ]
    assert [side["value"] for side in story["differences"][0]["sides"]] == ["12", "at least 14"]
    assert story["differences"][0]["sides"][0]["citations"] == [cited]
    assert [side["value"] for side in story["developments"][0]["sides"]] == ["five", "two"]
    assert story["quotes"] == [{"text": "It rose", "speaker": "Ilse Brandt", "citation": cited}]
    assert [each["at"] for each in story["timeline"]] == ["2026-11-22T02:31", "2024-08"]


def test_a_lone_report_has_its_rank_among_the_stories_as_data_and_all_else_where_its_article_stands():
    document = one("digest", whole(entry("a", story="s"), entry("b", story="s"), entry("c", title="C"))).values[
        "document"
    ]
    lone = {"slug": "c", "url": "https://example.org/repo/articles/c/", "title": "C", "lone": True}
    assert lone in document["stories"]
    assert next(each for each in document["articles"] if each["slug"] == "c")["title"] == "C"


def test_the_digest_as_data_is_documented_key_by_key():
    known = set(re.findall(r"`(\w+)`", (ROOT / "docs/data.md").read_text(encoding="utf-8")))
    full = entry("a", summary="S.", authors=("A",), lang="en", section="World", tags=("T",), story="s", words=3)
    full = replace(full, changes=(Change(DAY, "title", "A", "B"),))
    full = whole(full, entry("b", story="s"), entry("c"), digests={"s": told(full)})
    missing = keys(next(iter(digest.views(full, WEB))).values["document"]) - known
    assert not missing


def keys(value):
    if isinstance(value, dict):
        return set(value) | {key for each in value.values() for key in keys(each)}
    return {key for each in value for key in keys(each)} if isinstance(value, (list, tuple)) else set()


def test_the_digest_as_data_gives_no_name_of_a_source_file():
    secret = Entry(
        "content/articles/a.md", "article", "a", "/articles/a/", "urn:a", "A", sources=(Source(file="secret.txt"),)
    )
    assert "secret" not in json.dumps(one("digest", whole(secret)).values["document"])
    assert "secret" not in front.front(secret)


@given(st.text(min_size=1), st.text(), st.lists(st.text(min_size=1), max_size=3))
def test_the_front_matter_beside_an_article_reads_back(title, summary, tags):
    moment_ = dt.datetime(2026, 11, 22, 8, 15, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    found = entry("a", title=title, summary=summary, tags=tuple(tags), lastmod=moment_)
    meta = frontmatter.split(f"---\n{front.front(found)}---\n\nBody\n").meta
    assert meta["title"] == title
    assert meta.get("summary", "") == summary
    assert meta.get("tags", []) == tags
    assert (meta["date"], frontmatter.moment(meta["lastmod"])) == (DAY, moment_)


# ---------------------------------------------------------------- moments


def test_a_day_alone_is_its_first_moment_in_the_zone_of_the_site():
    zone = Config(timezone="Europe/Berlin").zone
    assert moment(DAY, zone).isoformat() == "2026-11-22T00:00:00+01:00"
    assert moment(dt.datetime(2026, 11, 22, 8), zone).isoformat() == "2026-11-22T08:00:00+01:00"


def test_an_article_was_updated_at_its_later_date_else_when_it_was_first_seen():
    utc = dt.UTC
    late = dt.datetime(2026, 11, 23, 8, tzinfo=utc)
    assert updated(entry("a", lastmod=late), utc) == late
    assert updated(entry("a", date=late, lastmod=DAY), utc) == late
    assert updated(entry("a", date=None), utc) == DAY
    assert updated(entry("a", None), utc) is None


def test_all_kinds_take_a_site_of_nothing():
    views = views_of(Site((), (), (), (), (), (), ()), WEB)
    assert {"/", "/404.html", "/feed.xml", "/archive/"} <= {view.url for view in views}
    assert all(isinstance(view, View) for view in views)


@pytest.mark.parametrize(
    ("dated", "undated", "size", "expected"),
    [(0, 3, 10, "uuu"), (2, 3, 10, "dduuu"), (3, 0, 10, "ddd"), (20, 20, 10, "dddddddudu"), (20, 20, 4, "dddd")],
)
def test_undated_reports_do_not_fill_the_front_page(dated, undated, size, expected):
    """The dated ones are old: by their rank the undated, which were read today, would stand before nearly all."""
    old = [entry(f"d{number:02}", DAY - dt.timedelta(days=9 * number)) for number in range(dated)]
    seen = [entry(f"u{number:02}", DAY, date=None, stated=None, dated=False) for number in range(undated)]
    values = one("home", whole(*old, *seen), Config(home_size=size)).values
    assert "".join(story.entries[0].slug[0] for story in (values["lead"], *values["stories"])) == expected


@pytest.mark.parametrize("kind", ["topic", "publisher", "articles"])
def test_lists_end_with_the_reports_that_state_no_date(kind):
    old = [entry(f"d{number}", DAY - dt.timedelta(days=number), tags=("Sea",)) for number in range(2)]
    seen = [entry(f"u{number}", DAY, date=None, stated=None, dated=False, tags=("Sea",)) for number in range(2)]
    values = one(kind, whole(*old, *seen)).values
    assert [each.slug for each in values["pager"].items] == ["d0", "d1", "u0", "u1"]
