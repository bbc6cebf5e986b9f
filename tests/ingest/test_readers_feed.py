"""Feeds that were saved: each entry is a document of its own, under a name that stays.

`tests/sources/feed-*/` holds feeds, `expected.md` what is made of them; `pytest --update` writes it anew.
"""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_site import Site
from wrapped import SOURCES, check, damaged, names, shown, told, withstands

from generator.ingest.readers import feed, read
from generator.ingest.readers.moments import stated

FEEDS = sorted(path for path in SOURCES.glob("feed-*/feed.*") if path.suffix != ".json")


def rss(*items, head="<title>The Lantern</title>"):
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'.encode()


def item(number, text="", more=""):
    text = text or f"The council met for the {number}. time this year, and spoke of the harbour wall for hours."
    return (
        f"<item><title>Meeting {number}</title><guid isPermaLink='false'>m{number}</guid>"
        f"<description>{text}</description>{more}</item>"
    )


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.parent.name)
def test_a_feed_gives_a_document_for_each_entry(path, update):
    check(path, update)


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.parent.name)
def test_the_bytes_tell_a_feed_whatever_its_name(path):
    data = path.read_bytes()
    assert feed.claims(data)
    for name in ("feed", "feed.html", "feed.txt", "feed.json"):
        assert [shown(each).split("\n", 1)[1] for each in read(name, data)] == [
            shown(each).split("\n", 1)[1] for each in read(path.name, data)
        ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_a_feed_in_another_encoding_than_it_says_is_read(encoding):
    data = rss(item(1, "Der Bürgermeister sprach über die Größe der Mauer."))
    (found,) = read("a.rss", data.decode().encode(encoding))
    assert found.lines == ("Der Bürgermeister sprach über die Größe der Mauer.",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rss(), "a feed without entries"),
        (b"<opml version='2.0'><body><outline/></body></opml>", "a list of feeds (OPML), with no article in it"),
        (b"<?xml version='1.0'?><urlset xmlns='x'></urlset>", "a list of pages (sitemap), with no article in it"),
    ],
)
def test_what_has_no_entries_says_so(data, reason):
    assert [each.reason for each in read("a.xml", data)] == [reason]


@pytest.mark.parametrize(
    "data",
    [
        b"<p>The <rss> element opens a feed.</p>",
        b"<rdf:RDF><x/></rdf:RDF>",
        b"RSS is a format.",
        b"<feedback>x</feedback>",
    ],
)
def test_other_markup_is_no_feed(data):
    assert not feed.claims(data)


def test_an_entry_is_called_by_its_permanent_id_else_by_its_link_else_by_what_it_says():
    data = rss(
        item(1),
        "<item><link>https://a.example/2</link><description>Two.</description></item>",
        "<item><title>T</title><description>Three.</description></item>",
    )
    first, second, third = names(read("a.rss", data))
    assert (first, second) == ("a.rss#m1", "a.rss#https://a.example/2")
    assert third.startswith("a.rss#")
    assert len(third) == len("a.rss#") + 12


def test_entries_that_share_an_id_keep_names_of_their_own_in_any_order():
    one, two = (f"<item><guid isPermaLink='false'>same</guid><description>{text}</description></item>" for text in "ab")
    assert set(names(read("a.rss", rss(one, two)))) == set(names(read("a.rss", rss(two, one))))
    assert not any(name.endswith("#2") for name in names(read("a.rss", rss(one, two))))


def test_a_feed_that_is_saved_again_gives_the_same_articles_and_the_new_one(tmp_path):
    site = Site(tmp_path)
    site.source("feed.xml", rss(item(1), item(2), item(3)))
    site.run()
    before = {name: site.article(name).read_bytes() for name in site.articles()}
    assert len(before) == 3
    site.source("feed.xml", rss(item(4), item(3), item(1)))
    account = site.run()
    assert {item.path: item.outcome for item in account.items} == {
        "feed.xml#m1": "unchanged",
        "feed.xml#m3": "unchanged",
        "feed.xml#m4": "published",
    }
    assert {name: site.article(name).read_bytes() for name in before} == before
    assert len(site.articles()) == 4
    assert [row for row in account.summary() if "no longer" in row] == [
        "feed.xml: articles of documents that are no longer in it, and stay: 1"
    ]


def test_an_entry_that_dropped_out_does_not_make_each_run_read_the_feed_again(tmp_path, monkeypatch):
    site = Site(tmp_path)
    site.source("feed.xml", rss(item(1), item(2)))
    site.run()
    site.source("feed.xml", rss(item(2)))
    site.run()
    files = site.files()
    monkeypatch.delattr("generator.ingest.readers.read")
    account = site.run()
    assert site.files() == files
    assert [item.path for item in account.items] == ["feed.xml#m2"]
    assert [item.path for item in account.vanished] == ["feed.xml#m1"]


def test_many_entries_that_dropped_out_are_one_line_of_the_summary(tmp_path):
    site = Site(tmp_path)
    site.source("feed.xml", rss(*map(item, range(40))))
    site.run()
    site.source("feed.xml", rss(item(99)))
    assert len(list(site.run().summary())) <= 3


def test_an_article_that_only_states_its_update_has_no_date_of_publication(tmp_path):
    site = Site(tmp_path)
    entry = (
        "<entry><id>a</id><title>Ice</title><updated>2026-11-16T09:30:00Z</updated><content>No ferry.</content></entry>"
    )
    site.source("a.atom", f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>")
    site.run()
    meta = site.front("ice").meta
    assert "date" not in meta
    assert meta["lastmod"].isoformat() == "2026-11-16T09:30:00+00:00"


def test_what_a_site_has_not_published_is_not_published_from_its_export():
    head = "<title>x</title>"
    data = rss(
        item(1, more="<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"),
        item(2, more="<wp:status>draft</wp:status><wp:post_type>post</wp:post_type>"),
        item(3, more="<wp:post_type>nav_menu_item</wp:post_type>"),
        head=head,
    ).replace(b"<rss ", b"<rss xmlns:wp='http://wordpress.example/export/1.2/' ")
    assert told(read("a.xml", data)) == {
        "a.xml#m2": "not published: its status is draft",
        "a.xml#m3": "no post, but nav_menu_item",
    }


def test_the_rest_of_a_text_is_linked_and_not_glued_to_it():
    data = rss(
        item(1, "It sails. &lt;a href='https://a.example/1'&gt;Continue reading &lt;b&gt;Ferry&lt;/b&gt; →&lt;/a&gt;")
    )
    (found,) = read("a.rss", data)
    assert found.lines == ("It sails.", "Continue reading Ferry →")


def test_a_feed_at_which_the_library_fails_is_read_entry_by_entry():
    entries = "".join(
        f"<entry><id>urn:{number}</id><link href='{link}'/><content>Text {number}.</content></entry>"
        for number, link in enumerate(("https://a.example/0", "http://[::x", "https://a.example/2"))
    )
    data = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Lantern</title>{entries}</feed>".encode()
    found = list(read("a.atom", data))
    assert names(found) == ["a.atom#urn:0", "a.atom#urn:1", "a.atom#urn:2"]
    assert told(found) == {}


def test_a_file_beside_the_feed_is_never_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret")
    data = rss(item(1, "It says &a; here.")).replace(
        b"<rss", f'<!DOCTYPE rss [<!ENTITY a SYSTEM "{secret}">]><rss'.encode()
    )
    assert "secret" not in "".join(line for found in read("a.rss", data) for line in found.lines)


def test_entities_that_hold_one_another_are_not_unfolded():
    made = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 20}">' for n in range(9))
    data = rss(item(1, "It says &a9; here.")).replace(b"<rss", f"<!DOCTYPE rss [{made}]><rss".encode())
    start = time.process_time()
    (found,) = read("a.rss", data)
    assert time.process_time() - start < 2
    assert len("".join(found.lines)) < 100


@pytest.mark.parametrize(
    "text",
    [
        "<item>" * 20_000,
        "<" * 50_000,
        "&" * 200_000,
        "<![CDATA[" * 20_000,
        "<item><author>" + "a." * 50_000 + "@</author>",
    ],
    ids=lambda text: text[:12],
)
def test_a_hostile_feed_is_read_in_time(text):
    start = time.process_time()
    list(read("a.rss", rss(text)))
    assert time.process_time() - start < 5


def test_a_long_feed_takes_time_in_proportion():
    def seconds(count):
        data = rss(*map(item, range(count)))
        start = time.process_time()
        assert len(list(feed.read("a.rss", data))) == count
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 20 * max(seconds(500), 0.02)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mon, 23 Nov 2026 08:00:00 +0100", "2026-11-23T08:00:00+01:00"),
        ("23 Nov 26 08:00 GMT", "2026-11-23T08:00:00+00:00"),
        ("2026-11-23T08:00:00.123Z", "2026-11-23T08:00:00+00:00"),
        ("2026-11-23 08:00:00 +0100", "2026-11-23T08:00:00+01:00"),
        ("2026-11-23", "2026-11-23"),
        ("20261123", "2026-11-23"),
        (20261123, "2026-11-23"),
        (1763884800, "2025-11-23T08:00:00+00:00"),
        ("1763884800123", "2025-11-23T08:00:00+00:00"),
        (1763884800123456789, "2025-11-23T08:00:00+00:00"),
        ("Mon, 23 Nov 2026 08:00:00 CET", "Mon, 23 Nov 2026 08:00:00 CET"),
        ("04/05/2026", "04/05/2026"),
        (0, ""),
        (17, ""),
        (True, ""),
        (float("nan"), ""),
        (10**400, ""),
        (None, ""),
        ("x" * 200, ""),
    ],
)
def test_a_moment_is_spelled_as_it_is_stated(text, said):
    assert stated(text) == said


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(FEEDS), st.integers())
def test_any_damage_to_a_feed_gives_documents_or_a_reason(path, seed):
    withstands(feed, "a.rss", damaged(path.read_bytes(), seed))
