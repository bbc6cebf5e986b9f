"""What templates may call."""

import datetime as dt
import json

import pytest

from generator.build.addresses import rooted
from generator.build.functions import functions
from generator.build.wording import Here
from generator.config import Config
from generator.model import Page, Story

VERSIONS = {"static/site.css": "0a1b2c3d"}
DAY = dt.date(2026, 11, 22)
MOMENT = dt.datetime(2026, 11, 22, 23, 30, tzinfo=dt.UTC)


def call(name, *arguments, url="https://example.org/repo/", here="/topics/kursk/", base="", **settings):
    """What a template gets, as it stands in the whole text of the page at `here`."""
    config = Config(url=url, **settings)
    return rooted(functions(Here(config, VERSIONS))[name](*arguments), here, base)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "../../stories/x/"),
        ({"url": ""}, "../../stories/x/index.html"),
        ({"here": "/"}, "./stories/x/"),
        ({"here": "/404.html", "base": "/repo/"}, "/repo/stories/x/"),
    ],
)
def test_a_link_to_a_page(given, expected):
    assert call("link", "/stories/x/", **given) == expected


def test_a_link_to_the_web_stays_as_it_is():
    assert (
        call("link", "https://example.org/")
        == call("link", "https://example.org/", base="/repo/")
        == "https://example.org/"
    )


def test_a_full_address():
    assert call("absolute", "/feed.xml") == "https://example.org/repo/feed.xml"
    assert call("absolute", "/feed.xml", url="") == "/feed.xml"
    assert call("absolute", "https://x.example/") == "https://x.example/"


def test_a_static_file_carries_its_version_and_a_missing_one_is_a_fault():
    assert call("static", "site.css") == "../../static/site.css?v=0a1b2c3d"
    with pytest.raises(LookupError, match=r"there is no file `static/x.css`"):
        call("static", "x.css")


def test_addresses_of_topics_and_publishers():
    assert call("topic_url", "Climate Change") == "/topics/climate-change/"
    assert call("publisher_url", "Le Phare") == "/publishers/le-phare/"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("full", "Sunday, 22 November 2026"),
        ("long", "22 November 2026"),
        ("medium", "22 Nov 2026"),
        ("short", "22 Nov"),
        ("weekday", "Sunday"),
        ("month", "November 2026"),
    ],
)
def test_a_day(style, expected):
    assert call("day", DAY, style) == expected


def test_a_day_in_the_site_s_language_and_zone():
    assert call("day", DAY, language="de") == "22. November 2026"
    assert call("day", DAY, language="en-US") == "November 22, 2026"
    assert call("day", DAY, language="xx-unheard") == "22 November 2026"
    assert call("day", MOMENT, timezone="Europe/Berlin") == "23 November 2026"


def test_a_style_of_day_that_there_is_not():
    with pytest.raises(ValueError, match="there is no style `tiny`"):
        call("day", DAY, "tiny")


def test_the_time_of_day():
    assert call("time", MOMENT, timezone="Europe/Berlin") == "00:30"
    assert call("time", DAY) == ""


def test_moments_for_machines():
    assert (call("iso", DAY), call("iso", MOMENT)) == ("2026-11-22", "2026-11-22T23:30:00+00:00")
    assert call("rfc822", DAY, timezone="Europe/Berlin") == "Sun, 22 Nov 2026 00:00:00 +0100"


def test_counted_things():
    assert (call("plural", 1, "report"), call("plural", 3, "report")) == ("1 report", "3 reports")
    assert call("plural", 1234, "story", "stories") == "1,234 stories"
    assert call("plural", 1234, "story", "stories", language="de") == "1.234 stories"


def test_the_host_of_an_address():
    assert (call("host", "https://www.example.org:80/x"), call("host", "")) == ("example.org", "")


BODY = (
    '<a href="/about/">a</a> <img src="/x.png" loading="lazy"> <a href="https://e.example/">b</a> <a href="#p1">c</a>'
)


def test_a_body_with_its_links_written_for_the_page():
    page = Page(None, "", BODY, ())  # type: ignore[arg-type]
    written = call("body", page)
    assert '<a href="../../about/">' in written
    assert '<img src="../../x.png"' in written
    assert 'href="https://e.example/"' in written
    assert 'href="#p1"' in written
    assert call("body", BODY) == written
    assert '<a href="https://example.org/repo/about/">' in call("absolute_body", page)


@pytest.mark.parametrize(
    "text",
    [
        '<p id="p1">The page said src="/images/a.png" and href=\'/x/\' &lt;a href="/x/"&gt;.</p>',
        """<img alt=" src='/x/' y" src="a.png">""",
        """<p title=' href="/x/"'>a</p>""",
        '<a href="//other.example/">a</a>',
    ],
)
def test_words_that_look_like_a_link_stay_as_they_are(text):
    assert call("body", text) == call("absolute_body", text) == text


def test_every_address_of_a_hand_written_page_is_written_for_the_page():
    given = (
        '<img alt="a>b" srcset="/a.png 1x,/b.png 2x, /c,d.png 3x, https://e.example/e.png 4x" src="/a.png">'
        """<video controls poster='/p.jpg'></video><form action="/f/?a=1&amp;b=2">"""
    )
    assert call("absolute_body", given) == (
        '<img alt="a>b" srcset="https://example.org/repo/a.png 1x,https://example.org/repo/b.png 2x, '
        'https://example.org/repo/c,d.png 3x, https://e.example/e.png 4x" src="https://example.org/repo/a.png">'
        '<video controls poster="https://example.org/repo/p.jpg"></video>'
        '<form action="https://example.org/repo/f/?a=1&amp;b=2">'
    )


def test_json_that_may_stand_in_a_script():
    value = {"a": "</script><!--&\u2028", "b": [DAY, None], "c": (1, 2)}
    text = call("json", value)
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == {"a": "</script><!--&\u2028", "b": ["2026-11-22", None], "c": [1, 2]}


def test_stories_are_told_apart_from_reports_that_stand_alone():
    lone = [Story(name, f"/articles/{name}/", name, "", (name,), lone=True) for name in "ab"]
    several = Story("s", "/stories/s/", "s", "", ("c", "d"))
    assert functions(Here(Config(), VERSIONS))["apart"]((lone[0], several, lone[1])) == ([several], ["a", "b"])


def test_a_short_date_of_another_year_than_the_newest_says_its_year():
    day = functions(Here(Config(), VERSIONS, year=2026))["day"]
    assert day(DAY, "short") == "22 Nov"
    assert day(dt.date(2008, 5, 13), "short") == "13 May 2008"
