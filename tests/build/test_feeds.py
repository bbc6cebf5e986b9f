"""Feeds are what their specifications demand, whatever the articles hold, and say nothing of the clock."""

import dataclasses
import datetime as dt
import json
import re
from email.utils import parsedate_to_datetime
from pathlib import Path
from xml.etree import ElementTree

import build_site
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build import render, site
from generator.build.checks import data
from generator.build.checks import feeds as rules
from generator.build.kinds import feeds
from generator.build.profiles import Profiles
from generator.config import Config
from generator.model import Entry, Page, Source

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}creator"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
WEB = Config(title="The Lantern & Co", tagline="Of the sea", url="https://example.org/repo/", timezone="Europe/Berlin")
BODY = '<p id="p1">It rose, see <a href="/articles/b/">b</a> &amp; <img src="/images/x.png" alt="">.</p>'


def page(slug, date, *, html=BODY, **values):
    values = {"title": slug.upper(), "summary": f"About {slug}.", "date": date, "day": date, "dated": True} | values
    if isinstance(values["day"], dt.datetime):
        values["day"] = values["day"].date()
    path = f"content/articles/{slug}.md"
    found = Entry(path, "article", slug, f"/articles/{slug}/", f"urn:uuid:{slug}", **values)
    return Page(found, "It rose.", html, ("It rose.",))


LATE = dt.datetime(2026, 11, 22, 8, 15, tzinfo=dt.timezone(dt.timedelta(hours=1)))
PAGES = [
    page(
        "a", LATE, tags=("Sea",), authors=("Ann", "Bob"), sources=(Source("Packet", "https://example.com/a?x=1&y=2"),)
    ),
    page("b", dt.date(2026, 11, 21), tags=("Sea", "Kelp"), sources=(Source("Packet"),), lang="fr", lastmod=LATE),
    page("c", None, day=dt.date(2026, 11, 20), dated=False, summary=""),
    page("d", None, day=None, dated=False),
]


def rendered(pages=PAGES, config=WEB, kind=feeds.reports):
    """The feeds by path, as bytes."""
    whole = site.assemble([each.entry for each in pages], {}, {}, Profiles())
    renderer = render.Renderer(Path("/nowhere"), config, {})
    return build_site.rendered(renderer, tuple(kind(whole, config)), {each.entry.path: each for each in pages})


@pytest.fixture(scope="module")
def made():
    return rendered()


def test_the_site_each_topic_and_each_publisher_have_a_feed_in_each_format(made):
    names = {"feed.xml", "rss.xml", "feed.json"}
    followed = ("topics/sea", "publishers/packet")
    assert set(made) == names | {f"{each}/{name}" for each in followed for name in names}


def faults(made):
    return [
        fault
        for name, text in made.items()
        for fault in (rules.xml if name.endswith(".xml") else data.read)(text, name).faults
    ]


def test_our_own_check_finds_nothing(made):
    assert faults(made) == []


# ---------------------------------------------------------------- Atom, RFC 4287


def test_an_atom_feed_has_all_that_rfc_4287_demands(made):
    feed = ElementTree.fromstring(made["feed.xml"])
    assert feed.tag == ATOM + "feed"
    assert feed.findtext(ATOM + "title") == "The Lantern & Co"
    assert feed.findtext(ATOM + "id") == "https://example.org/repo/"
    assert feed.findtext(ATOM + "updated") == "2026-11-22T08:15:00+01:00"
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == "https://example.org/repo/feed.xml"
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    entries = feed.findall(ATOM + "entry")
    assert [entry.findtext(ATOM + "id") for entry in entries] == ["urn:uuid:a", "urn:uuid:b", "urn:uuid:c"]
    for entry in entries:
        assert dt.datetime.fromisoformat(entry.findtext(ATOM + "updated")).tzinfo
        assert entry.find(f"{ATOM}link[@rel='alternate']").get("href").startswith("https://example.org/repo/articles/")
        assert entry.find(ATOM + "content").get("type") == "html"


def test_an_atom_entry_tells_who_what_and_when(made):
    first, second, third = ElementTree.fromstring(made["feed.xml"]).findall(ATOM + "entry")
    assert [each.text for each in first.findall(f"{ATOM}author/{ATOM}name")] == ["Ann", "Bob"]
    assert [each.text for each in second.findall(f"{ATOM}author/{ATOM}name")] == ["Packet"]
    assert [each.get("term") for each in second.findall(ATOM + "category")] == ["Sea", "Kelp"]
    assert first.find(f"{ATOM}link[@rel='related']").get("href") == "https://example.com/a?x=1&y=2"
    assert second.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"
    assert second.findtext(ATOM + "published") == "2026-11-21T00:00:00+01:00"
    assert second.findtext(ATOM + "updated") == "2026-11-22T08:15:00+01:00"
    assert third.find(ATOM + "published") is None
    assert third.findtext(ATOM + "updated") == "2026-11-20T00:00:00+01:00"


def test_the_feed_of_a_topic_follows_the_page_of_the_topic(made):
    feed = ElementTree.fromstring(made["topics/sea/feed.xml"])
    assert feed.findtext(ATOM + "id") == "https://example.org/repo/topics/sea/"
    assert feed.findtext(ATOM + "title") == "Sea · The Lantern & Co"
    assert len(feed.findall(ATOM + "entry")) == 2


# ---------------------------------------------------------------- RSS 2.0


def test_an_rss_feed_has_all_that_its_specification_and_profile_demand(made):
    root = ElementTree.fromstring(made["rss.xml"])
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    channel = root.find("channel")
    assert channel.findtext("title") == "The Lantern & Co"
    assert channel.findtext("link") == "https://example.org/repo/"
    assert channel.findtext("description") == "Of the sea"
    assert channel.find(f"{ATOM}link[@rel='self']").get("href") == "https://example.org/repo/rss.xml"
    for item in channel.findall("item"):
        assert item.find("guid").get("isPermaLink") == "false"
        assert item.findtext("description"), "the profile wants a description before content:encoded"
        tags = [each.tag for each in item]
        assert tags.index("description") < tags.index(ENCODED)


def test_an_rss_item_has_a_date_only_where_its_source_states_one(made):
    first, second, third = ElementTree.fromstring(made["rss.xml"]).findall("channel/item")
    assert parsedate_to_datetime(first.findtext("pubDate")) == LATE
    assert parsedate_to_datetime(second.findtext("pubDate")).isoformat() == "2026-11-21T00:00:00+01:00"
    assert third.find("pubDate") is None
    assert [each.text for each in first.findall(DC)] == ["Ann", "Bob"]


def test_an_ampersand_in_an_rss_title_is_spelled_as_readers_agree_on():
    made = rendered([page("a", LATE, title="Salt & <vinegar>")])
    assert b"<title>Salt &#x26; &#x3C;vinegar&gt;</title>" in made["rss.xml"]
    assert ElementTree.fromstring(made["rss.xml"]).findtext("channel/item/title") == "Salt & <vinegar>"


# ---------------------------------------------------------------- JSON Feed 1.1


def test_a_json_feed_has_all_that_version_1_1_demands(made):
    feed = json.loads(made["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "The Lantern & Co"
    assert (feed["home_page_url"], feed["feed_url"]) == (
        "https://example.org/repo/",
        "https://example.org/repo/feed.json",
    )
    first, second, third = feed["items"]
    assert first["authors"] == [{"name": "Ann"}, {"name": "Bob"}]
    assert first["external_url"] == "https://example.com/a?x=1&y=2"
    assert second["language"] == "fr"
    assert second["tags"] == ["Sea", "Kelp"]
    assert second["date_published"] == "2026-11-21T00:00:00+01:00"
    assert "date_published" not in third
    assert "summary" not in third
    assert all(isinstance(item["id"], str) and item["content_html"] for item in feed["items"])


# ---------------------------------------------------------------- all of them


def bodies(made, folder=""):
    atom = ElementTree.fromstring(made[folder + "feed.xml"])
    rss = ElementTree.fromstring(made[folder + "rss.xml"])
    return [
        [each.text for each in atom.iter(ATOM + "content")],
        [each.text for each in rss.iter(ENCODED)],
        [each.get("content_html") for each in json.loads(made[folder + "feed.json"])["items"]],
    ]


def test_each_format_carries_the_whole_text_with_full_addresses(made):
    expected = BODY.replace('"/', '"https://example.org/repo/')
    assert bodies(made) == [[expected] * 3] * 3


def test_feeds_can_carry_summaries_alone():
    made = rendered(config=dataclasses.replace(WEB, full_text=False))
    assert faults(made) == []
    atom, rss, items = bodies(made)
    assert (atom, rss, items) == ([], [], [None] * 3)
    assert json.loads(made["feed.json"])["items"][0]["content_text"] == "About a."


def test_a_report_that_belongs_to_no_day_is_in_no_feed(made):
    assert all(b"urn:uuid:d" not in text for text in made.values())


def test_a_feed_carries_as_many_entries_as_configured():
    made = rendered(config=dataclasses.replace(WEB, feed_size=1))
    assert [item["id"] for item in json.loads(made["feed.json"])["items"]] == ["urn:uuid:a"]


def test_a_feed_without_entries_is_valid():
    made = rendered([])
    assert faults(made) == []
    assert ElementTree.fromstring(made["feed.xml"]).findtext(ATOM + "updated").startswith("1970-01-01T")


def test_without_a_configured_address_feeds_name_theirs_from_the_root():
    made = rendered(config=Config())
    assert faults(made) == []
    assert ElementTree.fromstring(made["rss.xml"]).findtext("channel/item/link") == "/articles/a/"
    assert b"href=&#34;/articles/b/&#34;" in made["feed.xml"]


def ids(made):
    return re.findall(rb"urn:uuid:\w+", made["feed.xml"] + made["rss.xml"] + made["feed.json"])


def test_an_id_outlives_the_title_the_address_and_the_domain(made):
    moved = [
        dataclasses.replace(
            each, entry=dataclasses.replace(each.entry, title="New", slug="n" + each.entry.slug, url="/articles/n/")
        )
        for each in PAGES
    ]
    assert ids(rendered(moved, dataclasses.replace(WEB, url="https://other.example/"))) == ids(made)


# ---------------------------------------------------------------- editions and stories


def told(pages, **config):
    """(title, id, when updated, what is said) of each entry, by feed."""
    made = rendered(pages, dataclasses.replace(WEB, **config), feeds.digests)
    assert faults(made) == []
    return {
        name: [
            (*(entry.findtext(ATOM + tag) for tag in ("title", "id", "updated")), entry.findtext(ATOM + "content"))
            for entry in ElementTree.fromstring(text).findall(ATOM + "entry")
        ]
        for name, text in made.items()
    }


STORY = [page("e", dt.date(2026, 11, 19), story="sea"), page("f", dt.date(2026, 11, 20), story="sea", title="E & F")]


def test_each_edition_and_each_story_is_an_entry_of_a_feed():
    made = told([*PAGES, *STORY])
    days = ["Sunday, 22", "Saturday, 21", "Friday, 20", "Thursday, 19"]
    assert [row[0] for row in made["editions/feed.xml"]] == [f"{day} November 2026" for day in days]
    assert [row[0] for row in made["stories/feed.xml"]] == ["E & F"]
    assert '<a href="https://example.org/repo/stories/sea/">E &amp; F</a>' in made["editions/feed.xml"][2][3]
    assert 'href="https://example.org/repo/articles/e/"' in made["stories/feed.xml"][0][3]


@pytest.mark.parametrize("own", ["", "urn:uuid:1"])
def test_a_story_that_goes_on_keeps_its_id_whatever_the_site_is_called_and_wherever_it_stands(own):
    (before,) = told(STORY, id=own)["stories/feed.xml"]
    more = page("g", dt.date(2026, 11, 23), story="sea", title="News")
    (after,) = told([*STORY, more], id=own, title="Another Paper", url="https://other.example/")["stories/feed.xml"]
    assert after[1] == before[1]
    assert (before[2][:10], after[2][:10]) == ("2026-11-20", "2026-11-23")
    assert told(STORY, id="urn:uuid:2")["stories/feed.xml"][0][1] != before[1]


def test_the_feed_of_an_empty_site_has_no_entries():
    assert told([]) == {"editions/feed.xml": [], "stories/feed.xml": []}


HOSTILE = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


@settings(max_examples=40, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_no_text_breaks_a_feed(title, summary, tag, html):
    title, tag = f"T{title}", f"A{tag}"
    made = rendered([page("a", LATE, title=title, summary=summary, authors=(tag,), html=html)])
    assert faults(made) == []
    assert told([page("a", LATE, title=title, summary=summary)])["editions/feed.xml"]
    item = json.loads(made["feed.json"])["items"][0]
    assert (item["title"], item["content_html"]) == (title, html)
