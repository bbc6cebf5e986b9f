"""A saved page gives its article, its fields and an account of every other line.

`tests/sources/<oddity>/page.html` is a page, `expected.md` beside it what is made of it: each hint with its origin, the
body, and what became of the other lines. `pytest --update` writes it anew.
"""

import logging
import random
import re
import socket
from pathlib import Path

import pytest
from cases import cases
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.markdown import body_of, plain
from generator.ingest.readers import Unread, html, read
from generator.ingest.readers.fault import Empty
from generator.ingest.readers.html.dates import iso
from generator.ingest.readers.html.inline import address
from generator.ingest.readers.html.title import without_site

PAGES = sorted((Path(__file__).parents[1] / "sources").glob("*/page.html"))
LINK = re.compile(r"(?<![\\!])\[(?:[^\[\]\\]|\\.)*\]\(([^)]*)\)")
LONG = "This sentence is here to be long enough that nobody could take it for a button or a menu."


def shown(document):
    hints = [f"{hint.field}: {hint.value} ({hint.origin})" for hint in document.hints]
    taken = [f"{each.line} {each.reason}: {each.text}" for each in document.taken]
    return "\n".join([*hints, "", body_of(document), *taken, ""])


def page(body, head="", attributes=""):
    text = f"<!doctype html><html {attributes}><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return html.read("page.html", text.encode())[0]


def hints(document, field):
    return [hint.value for hint in document.hints if hint.field == field]


def accounted(document):
    known = {number for block in document.blocks for number in block.lines} | {each.line for each in document.taken}
    return all(number in known for number, line in enumerate(document.lines, start=1) if line.strip())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_a_page_gives_its_article_and_its_fields(path, update):
    expected = path.with_name("expected.md")
    found = shown(next(read("page.html", path.read_bytes())))
    if update:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_each_line_of_a_page_is_accounted_for_once(path):
    document = next(read("page.html", path.read_bytes()))
    assert accounted(document)
    used = [number for block in document.blocks for number in block.lines] + [each.line for each in document.taken]
    assert sorted(used) == sorted(set(used))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_the_text_of_a_block_stands_in_its_lines(path):
    document = next(read("page.html", path.read_bytes()))
    for block in document.blocks:
        if block.kind != "verbatim":
            assert plain(block) == " ".join(document.lines[number - 1] for number in block.lines)


@pytest.mark.parametrize(("given_", "expected"), cases("reader_html_titles"))
def test_the_name_of_the_site_is_no_part_of_a_title(given_, expected):
    title, site, *others = given_.split("\n")
    assert without_site(title, [site], others) == expected


@pytest.mark.parametrize(("given_", "expected"), cases("reader_html_dates"))
def test_a_date_keeps_what_it_states_and_nothing_more(given_, expected):
    assert iso(given_) == expected


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "#top",
        "http://[",
    ],
)
def test_an_unsafe_address_is_no_link(href):
    assert address(href, "https://paper.example/") == ""


def test_a_relative_link_follows_the_address_of_the_page():
    head = '<link rel="canonical" href="https://paper.example/news/today.html">'
    document = page(
        f"<article><h1>A day</h1><p><a href='../map.html'>A map</a>. {LONG}</p><p>{LONG}</p></article>", head
    )
    assert "[A map](https://paper.example/map.html)" in body_of(document)


def test_a_relative_link_without_a_known_address_is_only_its_text():
    document = page(f"<article><p><a href='map.html'>A map</a>. {LONG}</p><p>{LONG}</p></article>")
    assert "A map. This" in body_of(document)


def test_authors_are_people_and_not_the_publisher():
    head = """<meta property="og:site_name" content="The Daily Kelp"><script type="application/ld+json">
        {"@type": "NewsArticle", "author": [{"name": "The Daily Kelp"}, {"name": "Ada Lorne"}], "headline": "x"}
        </script>"""
    assert hints(page(f"<p>{LONG}</p>", head), "authors") == ["Ada Lorne"]


def linked(authors):
    return f"""<meta name="author" content="Desk Hand"><script type="application/ld+json">
        {{"@type": "NewsArticle", "author": {authors}, "headline": "A day at the weir"}}</script>"""


def test_people_come_before_a_body_that_the_head_names_as_author():
    head = linked('{"@type": "Organization", "name": "Tidewater Wire"}').partition(">")[2]
    lines = "<article><h1>A day at the weir</h1><p>{}</p><p>" + f"{LONG}</p><p>{LONG}</p></article>"
    assert hints(page(lines.format("By Ada Lorne"), head), "authors") == ["Ada Lorne"]
    assert hints(page(lines.format("3 May 2026"), head), "authors") == ["Tidewater Wire"]


def test_the_headline_is_not_the_last_step_of_the_path_to_the_page():
    head = (
        '<meta property="og:title" content="Goat crosses first"><title>Bridge: Goat is first on harbour bridge</title>'
    )
    text = f"<p>{LONG}</p><p>{LONG}</p>"
    path = "<nav><a href='/'>Home</a> <h1>Bridge: Goat is first on harbour bridge</h1></nav>"
    shown = "<h2><span>Harbour bridge</span> <span>Goat crosses first</span></h2>"
    assert hints(page(f"<main>{path}{shown}{text}</main>", head), "title")[0] == "Goat crosses first"
    assert hints(page(f"<main>{path}{text}{shown}</main>", head), "title")[0].startswith("Bridge: Goat is first")


def test_a_headline_above_the_text_counts_though_the_head_words_it_otherwise():
    head = "<title>Goats: why they cross first</title>"
    text = f"<p>{LONG}</p><p>{LONG}</p>"
    h1 = "<h1>An old promise and a ferryman's goat</h1>"
    assert hints(page(f"<main>{h1}{text}</main>", head), "title")[0].startswith("An old promise")
    boxed = page(f"<header>{h1}</header><main>{text}</main>", head)
    assert hints(boxed, "title")[0].startswith("An old promise")
    other = page(f"<nav>{h1}</nav><main>{text}</main>", head)
    assert hints(other, "title")[0] == "Goats: why they cross first"


def test_a_link_to_the_page_of_an_author_names_one():
    byline = "<p><a href='/{}/ada-lorne/'>Ada Lorne</a> - 3 May 2026</p>"
    for folder, expected in (("author", ["Ada Lorne"]), ("autoren", ["Ada Lorne"]), ("topics", [])):
        document = page(
            f"<article><h1>A day at the weir</h1>{byline.format(folder)}<p>{LONG}</p><p>{LONG}</p></article>"
        )
        assert hints(document, "authors") == expected


def test_an_author_may_be_named_below_the_text_and_one_of_a_comment_is_none():
    text = f"<article><h1>A day at the weir</h1><p>{LONG}</p><p>{LONG}</p></article><footer>{{}}</footer>"
    for mark, expected in (("post-author", ["tern42"]), ("comment-author", [])):
        footer = f"<p>Filed by <span class='{mark}'>tern42</span> at noon</p>"
        assert hints(page(text.format(footer)), "authors") == expected


def test_a_bare_front_page_is_the_address_of_no_article():
    head = (
        '<link rel="canonical" href="https://paper.example/"><meta property="og:url" content="https://paper.example/a">'
    )
    assert hints(page(f"<p>{LONG}</p>", head), "url") == ["https://paper.example/a"]


def test_a_description_that_is_cut_off_is_no_summary():
    head = '<meta property="og:description" content="A ship that nobody had ordered came into port on…">'
    assert hints(page(f"<h1>A ship</h1><p>{LONG}</p>", head), "summary") == []


def test_the_day_on_which_a_page_was_saved_is_not_its_date():
    top = "<div id=top><span>Saturday, 21 November 2026</span></div>"
    document = page(f"{top}<div class=story><h1>A quiet day</h1><p>{LONG}</p><p>{LONG}</p></div>")
    assert hints(document, "date") == []


def test_dates_of_comments_related_reports_and_footers_are_not_the_date():
    document = page(
        f"<article><h1>A quiet day</h1><p>{LONG}</p><p>{LONG}</p></article>"
        "<div class=comments><time datetime=2026-01-02>2 January 2026</time><p>I was there.</p></div>"
        "<div class=related><a href=/x>Another day</a> <time datetime=2025-05-05>5 May 2025</time></div>"
        "<footer>Last built 3 March 2026</footer>"
    )
    assert hints(document, "date") == hints(document, "lastmod") == []


def test_broken_linked_data_is_passed_over():
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
    head += '<meta property="og:title" content="A quiet day">'
    assert hints(page(f"<p>{LONG}</p>", head), "title") == ["A quiet day"]


def test_a_report_that_only_scripts_show_is_read_from_the_linked_data():
    report = "\\n\\n".join([LONG] * 6)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{report}"}}</script>'
    document = page("<div id=app>Please wait.</div>", head)
    assert [block.text for block in document.blocks] == [LONG] * 6
    assert accounted(document)


def texts(document):
    return [plain(block) for block in document.blocks]


def test_a_heading_that_nobody_closed_does_not_swallow_the_report():
    document = page(f"<article><h1>A quiet day</h1><h2>{LONG}<p>One. {LONG}</p><p>Two. {LONG}</p><p>Three. {LONG}</p>")
    assert texts(document)[-3:] == [f"One. {LONG}", f"Two. {LONG}", f"Three. {LONG}"]


def test_a_page_of_headings_alone_is_not_empty():
    document = page("".join(f"<h3>{number}. {LONG}</h3>" for number in range(4)), "<title>A quiet day</title>")
    assert [block.kind for block in document.blocks] == ["paragraph"] * 4
    assert accounted(document)


def test_an_element_that_nobody_knows_runs_on_in_the_line():
    body = f"<p>The cat of <person>Ada Lorne</person>, <x-ship kind=a>the Maid</x-ship>, swam. {LONG}</p><p>{LONG}</p>"
    assert texts(page(f"<h1>A cat</h1>{body}"))[0] == f"The cat of Ada Lorne, the Maid, swam. {LONG}"


def test_an_element_that_nobody_knows_around_blocks_is_a_container():
    document = page(f"<h1>A cat</h1><x-card>Ships<p>{LONG}</p></x-card><x-card>{LONG}<p>{LONG}</p></x-card>")
    assert "Ships" in document.lines


def test_a_list_is_kept_whole():
    items = "<ul><li>Nine boats wait</li><li>Talks go on under the harbour master of the town</li><li>No fish</li></ul>"
    document = page(f"<article><h1>A strike</h1><section><h2>In short</h2>{items}</section><p>{LONG}</p><p>{LONG}</p>")
    assert texts(document)[1:4] == ["Nine boats wait", "Talks go on under the harbour master of the town", "No fish"]


def test_a_list_of_links_in_the_text_is_not_brought_back():
    links = "".join(f"<li><a href=/{word}>{word}</a></li>" for word in ("Harbour", "Weather", "Chess"))
    document = page(f"<article><h1>A day</h1><p>{LONG}</p><p>{LONG}</p><h2>More</h2><ul>{links}</ul><p>{LONG}</p>")
    assert "Chess" not in texts(document)


def test_a_page_of_placeholders_is_no_article():
    holes = "<p>{{ article.title }} by {{ article.author.name | upper }}</p><p>{{ article.text }}</p><p>Open it</p>"
    document = page(f"<h1>{{{{ title }}}}</h1>{holes}")
    assert document.blocks == ()
    assert accounted(document)


def test_a_report_about_placeholders_is_one():
    document = page(f"<h1>Templates</h1><p>{LONG}</p><p>Write {{{{ name }}}} where a name goes.</p><p>{LONG}</p>")
    assert len(document.blocks) == 3


TEASER = '<li itemscope><meta itemprop=datePublished content="{}T08:00Z"><a href=/x>Another report</a></li>'


def test_the_dates_of_teasers_are_not_those_of_the_report():
    teasers = "<ul>" + TEASER.format("2026-03-01") + TEASER.format("2026-02-01") + "</ul>"
    document = page(f"{teasers}<article><h1>A quiet day</h1><p>{LONG}</p><p>{LONG}</p></article>")
    assert hints(document, "date") == []
    own = '<meta itemprop=datePublished content="2026-03-05">'
    document = page(f"{teasers}<article itemscope>{own}<h1>A quiet day</h1><p>{LONG}</p><p>{LONG}</p></article>")
    assert hints(document, "date") == ["2026-03-05"]


def test_when_it_was_published_goes_before_when_it_was_created():
    head = """<script type="application/ld+json">{"@type": "NewsArticle", "dateCreated": "2026-03-06"}</script>
        <meta property="article:published_time" content="2026-03-05">"""
    assert hints(page(f"<p>{LONG}</p>", head), "date") == ["2026-03-05", "2026-03-06"]


def test_a_date_that_is_stated_twice_keeps_its_better_place():
    head = """<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2026-03-05"}</script>
        <meta name="sailthru.date" content="2026-03-07"><meta name="dc.date" content="2026-03-05">"""
    assert hints(page(f"<p>{LONG}</p>", head), "date") == ["2026-03-05", "2026-03-07"]


def test_a_date_at_the_end_of_a_title_counts_when_there_is_no_better():
    head = "<title>A quiet day - 05.03.2026 - The Kelp</title>"
    assert hints(page(f"<p>{LONG}</p>", head, "lang=de"), "date") == ["2026-03-05"]


def test_the_heading_of_the_platform_is_not_the_title():
    head = "<title>A morning at the quarry pond @ Tolmery notes :: Webnest ::</title>"
    document = page(f"<h1>Webnest</h1><h2>A morning at the quarry pond</h2><p>{LONG}</p><p>{LONG}</p>", head)
    assert hints(document, "title")[0] == "A morning at the quarry pond"


def test_the_heading_of_a_passage_is_not_the_headline():
    head = "<title>Is the harbour bridge a mirage? What the town has paid for it since 2019</title>"
    body = f"<p>{LONG}</p><p>{LONG}</p><h3>The harbour bridge a mirage?</h3><p>{LONG}</p>"
    document = page(body, head)
    assert hints(document, "title")[0] == "Is the harbour bridge a mirage? What the town has paid for it since 2019"
    assert [block.text for block in document.blocks if block.kind == "heading"] == ["The harbour bridge a mirage?"]


@pytest.mark.parametrize(
    ("heading", "stated", "title"),
    [
        ("<span>Harbour</span> <span>The bridge reopens</span>", "The bridge reopens", "The bridge reopens"),
        (
            "<span>Harbour</span> <span>The bridge reopens</span>",
            "Harbour: The bridge reopens",
            "Harbour: The bridge reopens",
        ),
        ('<span class="article-kicker">Harbour</span> The bridge reopens', "Bridge reopens", "The bridge reopens"),
        ('<span class="kicker">Harbour:</span> The bridge reopens', "Bridge reopens", "Harbour: The bridge reopens"),
        ("The <em>Elna</em> reopens in May", "Elna to reopen in May", "The Elna reopens in May"),
    ],
)
def test_a_kicker_in_the_headline_is_no_part_of_the_title(heading, stated, title):
    document = page(f"<h1>{heading}</h1><p>{LONG}</p>", f'<meta property="og:title" content="{stated}">')
    assert hints(document, "title")[0] == title


def test_a_bold_line_above_a_paragraph_is_a_heading():
    bold = "<p><strong>What the divers saw</strong></p>"
    body = (
        f"<h1>The ship that went away</h1><p>{LONG}</p>{bold}<p>{LONG} {LONG}</p><p><b>+++</b></p><p>{LONG} {LONG}</p>"
    )
    document = page(body)
    assert [plain(block) for block in document.blocks if block.kind == "heading"] == ["What the divers saw"]


def test_what_only_screen_readers_say_is_no_heading():
    document = page(f'<h1>A quiet day</h1><h2 class="visually-hidden">Article</h2><p>{LONG}</p><p>{LONG}</p>')
    assert [each.reason for each in document.taken if each.text == "Article"] == ["for screen readers"]


def test_a_report_that_the_page_holds_twice_is_read_once():
    told = [f"{number}. {LONG}" for number in ("One", "Two", "Three", "Four", "Five", "Six")]
    report = f"<article><h1>The ship</h1>{''.join(f'<p>{text}</p>' for text in told)}</article>"
    for copy in ("".join(f"<p>{text}</p>" for text in told), " ".join(told)):
        document = page(f"{report}<div class=print><div>{copy}</div></div>")
        assert [plain(block) for block in document.blocks] == told
        assert accounted(document)


def test_a_refrain_is_no_copy():
    verses = "".join(f"<p>Verse {number}: {LONG}</p><p>And so {LONG}</p>" for number in range(4))
    assert len(page(f"<article><h1>A song of the quay</h1>{verses}</article>").blocks) == 8


def test_a_page_whose_only_text_is_a_link_is_that_link():
    assert body_of(page("<p><a href='https://example.org/ferry'>The ferry sails again</a></p>")) == (
        "[The ferry sails again](https://example.org/ferry)\n"
    )


def test_a_report_that_is_told_in_captions_alone_stays():
    figures = "".join(f"<figure><img><figcaption>{place}: {LONG} {LONG}</figcaption></figure>" for place in range(9))
    document = page(f"<article><h1>The ship in nine pictures</h1>{figures}</article>")
    assert len(document.blocks) == 9
    text = "".join(f"<p>{LONG} {LONG}</p>" for _ in range(4))
    document = page(f"<article><h1>The ship</h1>{text}<figure><img><figcaption>{LONG}</figcaption></figure></article>")
    assert len(document.blocks) == 4


def test_a_heading_that_links_to_itself_is_a_heading():
    text = f"<p>{LONG}</p><p>{LONG}</p>"
    body = f"<h1>The ship</h1>{text}<h2><a href='{{}}'>What the divers saw</a></h2>{text}"
    headings = [
        [plain(block) for block in page(body.format(where)).blocks if block.kind == "heading"]
        for where in ("#divers", "/divers")
    ]
    assert headings == [["What the divers saw"], []]


def test_a_moment_in_utc_is_told_on_the_clock_of_the_site():
    said = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-09T05:30:59Z"}</script>'
    near = '<h1>A quiet day</h1><time datetime="{}">8 March</time><p>' + LONG + "</p>"
    assert hints(page(near.format("2026-03-08T23:30:59"), said), "date")[0] == "2026-03-08T23:30:59-06:00"
    assert hints(page(near.format("2026-03-08T23:12:00"), said), "date")[0] == "2026-03-09T05:30:59+00:00"


def test_what_was_escaped_twice_is_unescaped():
    head = '<meta property="og:title" content="The &amp;quot;quiet&amp;quot; day">'
    assert hints(page(f"<p>{LONG}</p>", head), "title") == ['The "quiet" day']


def test_the_name_of_the_site_is_no_author_in_parts():
    head = '<meta property="og:site_name" content="Kelp &amp; co"><meta name="author" content="Kelp &amp; co">'
    assert hints(page(f"<p>{LONG}</p>", head), "authors") == []


def test_the_description_of_an_excerpt_is_no_summary_and_tags_are_no_text():
    for text, expected in (
        ("A ship came in and &lt;a href=/x&gt;Read more&lt;/a&gt;", []),
        ("A &lt;em&gt;ship&lt;/em&gt; came into the port alone.", ["A ship came into the port alone."]),
    ):
        head = f'<meta property="og:description" content="{text}">'
        assert hints(page(f"<h1>A ship</h1><p>{LONG}</p>", head), "summary") == expected


@pytest.mark.parametrize("sign", ["&#1;", "&#xFFFE", "\uffff", "\x0b", "&#\x011;", "&#xD800;", "&#0031;"])
def test_a_sign_that_no_tree_may_hold_is_left_out(sign):
    document = page(f"<h1>A quiet {sign} day</h1><p>{LONG}</p>")
    assert hints(document, "title")[0].split() in (["A", "quiet", "day"], ["A", "quiet", "\ufffd", "day"])


def test_a_page_without_text_has_no_blocks():
    for empty in ("", "<!doctype html>", "<html></html>", "<html><body><script>x()</script></body></html>"):
        document = html.read("page.html", empty.encode())[0]
        assert document.blocks == ()
        assert accounted(document)


def test_no_network_is_touched_and_nothing_is_logged(monkeypatch, caplog):
    def refuse(*_, **__):
        raise AssertionError("a reader asked for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    with caplog.at_level(logging.DEBUG):
        html.read("page.html", b"<html><body><p>x")
    assert not [record for record in caplog.records if record.levelno >= logging.INFO]


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body>" + b"<div>" * 50_000 + b"deep",
        b"<html><body><p class='" + b"a " * 500_000 + b"'>" + LONG.encode(),
        b"<html><body><p " + b" ".join(b"a%d=1" % number for number in range(20_000)) + b">" + LONG.encode(),
        b"<html><body>" + b"<p>x</p>" * 30_000,
        b"<html><body><p>" + b"[" * 50_000 + b"*" * 50_000,
        b"<html><head><script type='application/ld+json'>" + b"[" * 100_000,
        b"<html><head><title>" + b"a - b | " * 10_000,
        b"<html><body><table>" + b"<tr><td>a<td>b" * 2_000,
        b"<html><body>" + b"<ul><li>a" * 2_000,
        b"<html><!--" + b"<!-- " * 50_000,
        b"<html><body>" + b"<" * 50_000 + b"&" * 50_000,
    ],
    ids=[
        "deep",
        "long attribute",
        "many attributes",
        "many lines",
        "signs",
        "json",
        "title",
        "table",
        "lists",
        "comment",
        "open",
    ],
)
@pytest.mark.timeout(20)
def test_a_monstrous_page_ends_in_time(data):
    document = next(read("page.html", data))
    assert isinstance(document, Unread) or accounted(document)


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(PAGES), st.randoms(use_true_random=False), st.integers(1, 8))
def test_any_damage_to_a_page_gives_a_document_or_a_reason(path, chance, times):
    data = bytearray(path.read_bytes())
    for _ in range(times):
        damage(data, chance)
    documents = [found for found in read(path.name, bytes(data)) if not isinstance(found, Unread)]
    assert all(accounted(document) for document in documents)
    links = (found for document in documents for block in document.blocks for found in LINK.findall(block.text))
    assert all(link.startswith(("http://", "https://", "mailto:")) for link in links)


def damage(data: bytearray, chance: random.Random) -> None:
    """Cut a piece out, double or move it, or overwrite some bytes."""
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.randrange(1, 200)]
    match chance.randrange(5):
        case 0:
            del data[start : start + len(piece)]
        case 1:
            data[start:start] = piece * chance.randrange(1, 5)
        case 2:
            data[start:start] = chance.randbytes(chance.randrange(1, 6))
        case 3:
            data[start:start] = chance.choice(
                [b"<", b"</p>", b"<div>", b'"', b"<!--", b"]]>", b"</body>", b"&#x0;", b"<table>"]
            )
        case _:
            del data[start:]


def test_a_quotation_may_open_a_line():
    document = page(f"<article><h1>Sheep</h1><p><q><b></b>{LONG}</q> she said.</p><p>{LONG}</p></article>")
    assert texts(document)[-2] == f"“{LONG}” she said."


def test_a_page_that_is_hidden_until_its_script_runs_is_read():
    document = page(f"<article><h1>Sheep</h1><p>{LONG}</p></article>", attributes="lang=en")
    hidden = html.read("x", f"<html><body style='display:none'><h1>Sheep</h1><p>{LONG}</p></body></html>".encode())[0]
    assert texts(hidden) == texts(document) == [LONG]


FRONT = "".join(f"<div><h3><a href=/{number}>Report {number} on the harbour</a></h3></div>" for number in range(9))


def test_a_front_page_is_empty():
    head = "<link rel=canonical href=https://tidewrack.example/><meta property=og:type content=website>"
    with pytest.raises(Empty, match="front page"):
        page(f"{FRONT}<p>{LONG}</p>", head)


@pytest.mark.parametrize(
    "head",
    [
        "<link rel=canonical href=https://tidewrack.example/sheep>",
        "<link rel=canonical href=https://tidewrack.example/><meta property=og:type content=article>",
        '<link rel=canonical href=https://tidewrack.example/><script type="application/ld+json">'
        '{"@type": "NewsArticle", "headline": "Sheep"}</script>',
        "",
    ],
)
def test_a_short_report_among_many_links_is_no_front_page(head):
    assert LONG in texts(page(f"{FRONT}<p>{LONG}</p>", head))


def test_figures_are_handed_on_as_printed_where_only_custom_reads_them():
    body = f"<article><h1>Sheep</h1><p class=when>{{}}</p><p>{LONG}</p><p>{LONG}</p></article>"
    assert hints(page(body.format("04/05/2025"), attributes="lang=en-US"), "date") == ["04/05/2025"]
    assert hints(page(body.format("25/05/2025"), attributes="lang=en-US"), "date") == ["2025-05-25"]


def test_a_date_in_the_title_counts_before_one_at_the_end_of_a_few_words():
    caption = "<div>A flock at the old harbour wall of Aldermouth, 24 April 2023</div>"
    body = f"<h1>Sheep</h1>{caption}<p>{LONG}</p><p>{LONG}</p>"
    document = page(f"<article>{body}</article>", "<title>Sheep | Tidewrack | 28.04.2023</title>")
    assert hints(document, "date") == ["2023-04-28", "2023-04-24"]


def test_a_date_next_to_the_headline_counts_whatever_the_element_is_called():
    body = f"<h1>Sheep</h1><div class=header-comment>Tuesday, 29 January 2019</div><p>{LONG}</p><p>{LONG}</p>"
    assert hints(page(f"<article>{body}</article>"), "date") == ["2019-01-29"]
    assert hints(page(f"<article><h1>29 January 2019: Sheep</h1><p>{LONG}</p></article>"), "date") == ["2019-01-29"]


def test_a_line_with_a_date_is_no_standfirst():
    body = f"<h1>Sheep</h1><p class=subtitle>Aldermouth, 2 November 2021</p><p>{LONG}</p><p>{LONG}</p>"
    document = page(f"<article>{body}</article>")
    assert (hints(document, "summary"), hints(document, "date")) == ([], ["2021-11-02"])


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lorne | 29 January 2019",
        "29 January 2019</p><p>Ada Lorne",
        "Posted in Farming by Ada Lorne on January 29, 2019",
    ],
)
def test_a_name_beside_the_date_is_the_author(line):
    document = page(f"<article><h1>Sheep on the wall</h1><p>{line}</p><p>{LONG}</p><p>{LONG}</p></article>")
    assert hints(document, "authors") == ["Ada Lorne"]


def test_a_byline_counts_inside_the_navigation_that_holds_the_headline_too():
    body = f"<h1>Sheep</h1><p class=author>Ada Lorne</p><p>{LONG}</p><p>{LONG}</p><p>{LONG}</p>"
    assert hints(page(f"<nav>{body}</nav>", "<title>Sheep</title>"), "authors") == ["Ada Lorne"]


@pytest.mark.parametrize(
    ("opening", "kept"),
    [
        ("<h4>Report</h4>", False),
        ("<h4>What the flock did</h4>", True),
        ("<h2>Background</h2>", True),
    ],
)
def test_a_label_above_the_first_paragraph_is_no_heading(opening, kept):
    rest = f"<p>{LONG}</p><h2>Wool for the whole town</h2><p>{LONG}</p><p>{LONG}</p>"
    headings = [
        block for block in page(f"<article><h1>Sheep</h1>{opening}{rest}</article>").blocks if block.kind == "heading"
    ]
    assert len(headings) == 1 + kept


def test_a_second_line_inside_the_headline_is_no_part_of_the_title():
    heading = "<h1><span>Sheep block the quay</span> <small>A morning at the old harbour</small></h1>"
    head = "<meta property=og:title content='Sheep block the quay'>"
    assert hints(page(f"<article>{heading}<p>{LONG}</p></article>", head), "title")[0] == "Sheep block the quay"


def test_a_headline_is_one_whatever_its_parts_stand_in():
    head = "<meta property=og:title content='Sheep on the quay: harbour shut'>"
    for parts in ("Sheep on the quay:<br>harbour shut", "<div>Sheep on the quay</div><div>: harbour shut</div>"):
        document = page(f"<article><h1>{parts}</h1><p>{LONG}</p><p>{LONG}</p></article>", head)
        assert hints(document, "title")[0] == "Sheep on the quay: harbour shut"
        assert texts(document) == [LONG, LONG]


def test_a_name_elsewhere_in_what_holds_the_byline_is_no_author():
    other = "<p><a rel=author href='/a/piet'>Piet Sand</a></p>"
    byline = "<a rel=author href='/a/ada'>Ada Lorne</a> at noon"
    document = page(f"<article><h1>A day at the weir</h1>{byline}<p>{LONG}</p><p>{LONG}</p>{other}</article>")
    assert hints(document, "authors") == ["Ada Lorne"]


def test_a_person_is_the_author_before_an_outlet_wherever_each_is_named():
    head = "<meta name=author content='Harbour Weekly'>"
    body = f"<article><h1>A day at the weir</h1>{{}}<p>{LONG}</p><p>{LONG}</p></article>"
    byline = "<div class=byline><p>By Ada Lorne</p><p>Quay Post</p></div>"
    assert hints(page(body.format(byline), head), "authors") == ["Ada Lorne"]
    assert hints(page(body.format(""), head), "authors") == ["Harbour Weekly"]


def test_cards_of_other_reports_below_the_text_are_no_part_of_it():
    text = "".join(f"<p>{LONG} {LONG}</p>" for _ in range(4))
    card = "<div><h2><a href='/a'>A barge sinks</a></h2><p>Nobody was on board when it went down.</p></div>"
    below = page(f"<article><h1>A day at the weir</h1>{text}<section>{card}{card}</section></article>")
    assert "Nobody was on board" not in body_of(below)
    assert accounted(below)


def test_a_byline_next_to_the_headline_counts_whatever_holds_it_and_a_name_before_a_date():
    box = f"<div class=teaser-small>{{}}</div></article><p>{LONG}</p><p>{LONG}</p>"
    start = f"<article><h1>Sheep block the quay at Aldermouth</h1>{box}"
    assert hints(page(start.format("By Ada Lorne on 3 May 2026")), "authors") == ["Ada Lorne"]
    assert hints(page(start.format("Ada Lorne")), "authors") == []
    dated = f"<h1>Sheep block the quay at Aldermouth</h1><div>Ada Lorne 3 May 2026</div><p>{LONG}</p><p>{LONG}</p>"
    assert hints(page(dated), "authors") == ["Ada Lorne"]


def test_a_heading_stands_at_the_end_of_a_part_that_holds_text():
    parts = f"<section><p>{LONG}</p><h2>The harbour at night</h2></section><figure>Photo</figure><section><p>{LONG}</p>"
    found = page(f"<article><h1>A day at the weir</h1>{parts}</section></article>")
    assert [block.text for block in found.blocks if block.kind == "heading"] == ["The harbour at night"]


def test_a_box_about_cookies_is_no_article_however_much_it_says():
    box = f"<div class='privacy-modal'>{f'<p>We and our partners store cookies. {LONG}</p>' * 5}</div>"
    found = page(f"<h1>A day at the weir</h1><div><p>{LONG}</p><p>The lock stays shut. {LONG}</p></div>{box}")
    assert "The lock stays shut" in body_of(found)
    assert "cookies" not in body_of(found)
    assert accounted(found)


def test_the_words_around_a_small_form_invite_to_it():
    text = "".join(f"<p>{LONG} {LONG}</p>" for _ in range(4))
    box = f"<section><h3>Weir</h3><p>Every other Sunday, answers to you. {LONG}</p><form><input></form></section>"
    assert "Every other Sunday" not in body_of(page(f"<article><h1>A day at the weir</h1>{text}{box}</article>"))
    assert "Every other Sunday" in body_of(page(f"<article><h1>A day</h1>{text}{box.replace('form>', 'b>')}</article>"))


def test_a_name_of_the_site_that_is_the_headline_is_none():
    title = "The ship that went away: how a crew was found"
    head = f'<title>{title}</title><meta name="application-name" content="{title}">'
    document = page(f"<h1>{title}</h1><p>{LONG}</p>", head)
    assert hints(document, "title") == [title]


@pytest.mark.parametrize(("around", "authors"), [("section class=related", []), ("div", ["Jane Doe"])])
def test_who_wrote_another_report_did_not_write_this_one(around, authors):
    text = f"<article><h1>Harbour wall will be raised</h1><p>{LONG}</p><p>{LONG}</p></article>"
    below = f"<{around}><p>Ferry stops sailing after a storm</p><p>By Jane Doe</p></{around.split()[0]}>"
    assert hints(page(text + below), "authors") == authors
