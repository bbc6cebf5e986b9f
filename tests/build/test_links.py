"""`check` finds every planted fault in a small built site, and nothing in a sound one."""

import datetime as dt
import json

import pytest

from generator.build import build
from generator.build.links import survey
from generator.config import Config
from generator.errors import BroadsheetError

WEB = Config(url="https://example.org/repo/")
DISK = Config()

HOME = """<!doctype html><html><head><title>Home</title>
<link rel="stylesheet" href="static/site.css?v=1">
<link rel="canonical" href="https://example.org/repo/">
<link rel="alternate" type="application/atom+xml" href="feed.xml"></head>
<body><a href="articles/kelp/">Kelp</a> <a href="articles/kelp/#p2">there</a> <a href="#main">skip</a>
<a href="articles/kelp/#:~:text=kelp">a text</a>
<a href="/repo/about/">About</a> <a href="https://example.org/repo/about/#top">About</a>
<a href="https://example.com/gone/">elsewhere</a> <a href="mailto:a@example.org">mail</a> <a href="./">home</a>
<a href="https://example.org/other-project/">a neighbour</a>
<main id="main"><img src="images/a%20b.png" srcset="images/a%20b.png 1x, images/big.png 2x" alt=""></main></body></html>
"""
KELP = """<!doctype html><html><head><title>Kelp</title></head><body>
<p id="p1">The court ruled
on <em>kelp</em>.<br>It was late.</p><p id="p2">More.</p><a href="../../">Home</a></body></html>
"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>https://example.org/repo/</id>
<updated>2026-11-22T00:00:00Z</updated><author><name>A</name></author>
<link rel="self" href="https://example.org/repo/feed.xml"/>
<entry><title>E</title><id>urn:x:1</id><updated>2026-11-22T00:00:00Z</updated>
<link rel="alternate" href="https://example.org/repo/articles/kelp/"/>
<content type="html">&lt;a href="https://example.org/repo/about/"&gt;x&lt;/a&gt;
&lt;a href="#note"&gt;1&lt;/a&gt;</content></entry></feed>
"""
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title>
<link>https://example.org/repo/</link><description>D</description>
<atom:link rel="self" href="https://example.org/repo/rss.xml"/>
<item><title>E</title><link>https://example.org/repo/articles/kelp/</link><guid isPermaLink="false">urn:x:1</guid>
<pubDate>Sun, 22 Nov 2026 00:00:00 +0000</pubDate></item></channel></rss>
"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "T",
    "items": [{"id": "urn:x:1", "url": "https://example.org/repo/articles/kelp/", "content_text": "x"}],
}
SITEMAP = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/repo/</loc>
<lastmod>2026-11-22</lastmod></url></urlset>
"""
DIGEST = {
    "generator": {"name": "Broadsheet", "version": "1"},
    "url": "https://example.org/repo/",
    "stories": [
        {
            "url": "https://example.org/repo/articles/kelp/",
            "digest": [
                {"text": "The court ruled on kelp. It was late.", "url": "https://example.org/repo/articles/kelp/#p1"}
            ],
        }
    ],
}
SOUND = {
    "index.html": HOME,
    "articles/kelp/index.html": KELP,
    "about/index.html": "<title>About</title><p>About us.</p>",
    "404.html": '<title>Gone</title><a href="/repo/">Home</a><link rel="stylesheet" href="/repo/static/site.css">',
    "static/site.css": '/* url(no.png) */ body{background:url("../images/big.png")} i{background:url(data:,AA)}',
    "images/a b.png": "",
    "images/big.png": "",
    "feed.xml": ATOM,
    "rss.xml": RSS,
    "feed.json": json.dumps(JSON_FEED),
    "sitemap.xml": SITEMAP,
    "robots.txt": "User-agent: *\nDisallow:\n\nSitemap: https://example.org/repo/sitemap.xml\n",
    "llms.txt": "# T\n\n- [Kelp](https://example.org/repo/articles/kelp/)\n",
    "search/rows/0.json": json.dumps([["Kelp", "../../articles/kelp/", "", "", ""]]),
    "search/words/w-k.json": json.dumps({"words": {"kelp": [0]}, "names": [["About", "../../about/", 1]]}),
    "digest.json": json.dumps(DIGEST),
}


@pytest.fixture
def built(tmp_path):
    def build(files, config=WEB):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return [str(each) for each in survey(tmp_path, config).problems]

    return build


def test_a_sound_site_has_no_fault(built):
    assert built(SOUND) == []


def test_a_site_is_judged_by_the_address_it_was_built_for(built):
    assert built(SOUND, DISK) == []
    assert built(SOUND, Config(url="https://other.example/")) == [
        "digest.json: warning: the site was built for `https://example.org/repo/`, and the settings say "
        "`https://other.example/`\n  try: build it again before you publish it there"
    ]


def body(html):
    return {"about/index.html": f"<title>About</title>\n{html}"}


def change(name, old, new):
    assert old in SOUND[name]
    return {name: SOUND[name].replace(old, new)}


def feed(**values):
    return {"feed.json": json.dumps(JSON_FEED | values)}


def item(**values):
    return feed(items=[JSON_FEED["items"][0] | values])


def cited(**values):
    story = DIGEST["stories"][0]
    return {"digest.json": json.dumps(DIGEST | {"stories": [story | {"digest": [story["digest"][0] | values]}]})}


FAULTS = {
    "a dead page": (
        body('<a href="../artikles/kelp/">x</a>'),
        "about/index.html:2: error: links to `../artikles/kelp/`, and there is no such page\n"
        "  try: did you mean `/articles/kelp/`?",
    ),
    "a dead page far from all": (
        body('<a href="../zzzzzz/">x</a>'),
        "links to `../zzzzzz/`, and there is no such page",
    ),
    "a folder without a page": (body('<a href="../articles/">x</a>'), "`../articles/`, and there is no such page"),
    "a missing slash": (
        body('<a href="../articles/kelp">x</a>'),
        "links to `../articles/kelp`, which lacks the slash at its end\n  try: did you mean `/articles/kelp/`?",
    ),
    "a missing slash at home": (
        body('<a href="https://example.org/repo">x</a>'),
        "links to `https://example.org/repo`, which lacks the slash at its end",
    ),
    "another case": (
        body('<a href="../Articles/Kelp/">x</a>'),
        "links to `../Articles/Kelp/`, and there is no such page\n  try: did you mean `/articles/kelp/`?",
    ),
    "a dead anchor": (
        body('<a href="../articles/kelp/#p9">x</a>'),
        "links to `../articles/kelp/#p9`, and `articles/kelp/index.html` has no anchor `#p9`",
    ),
    "a dead anchor in the page itself": (
        body('<main id="main"><a href="#mian">x</a></main>'),
        "`#mian`, and `about/index.html` has no anchor `#mian`\n  try: did you mean `#main`?",
    ),
    "an id twice": (
        body('<p id="a">x</p>\n<p id="a">y</p>'),
        "about/index.html:3: error: has the id `a` twice, first on line 2",
    ),
    "a dead picture": (body('<img src="../images/bog.png">'), "no such file\n  try: did you mean `/images/big.png`?"),
    "a dead picture in a srcset": (
        body('<img srcset="../images/big.png 1x, ../images/huge.png 2x">'),
        "links to `../images/huge.png`",
    ),
    "a dead poster": (body('<video poster="../images/x.png"></video>'), "links to `../images/x.png`"),
    "a dead script": (body('<script src="../x.js"></script>'), "links to `../x.js`"),
    "a dead form": (body('<form action="../search/"></form>'), "links to `../search/`"),
    "a dead address for a script": (body('<form data-index="../index.json"></form>'), "links to `../index.json`"),
    "a dead picture in a style": (body('<p style="background:url(../x.png)">x</p>'), "links to `../x.png`"),
    "a dead picture in a style element": (body("<style>p{background:url('../x.png')}</style>"), "links to `../x.png`"),
    "a dead symbol in a drawing": (
        body('<svg><use href="../images/icons.svg#a"/><use xlink:href="#b"/></svg>'),
        "links to `../images/icons.svg#a`",
    ),
    "a dead picture in a style sheet": (
        {"static/site.css": "body{background:url(big.png)}"},
        "static/site.css: error: links to `big.png`",
    ),
    "a dead import in a style sheet": ({"static/site.css": '@import "print.css";'}, "links to `print.css`"),
    "a dead redirect": (
        body('<meta http-equiv="refresh" content="0; url=../articles/help/">'),
        "links to `../articles/help/`, and there is no such page",
    ),
    "a dead canonical address": (
        body('<link rel="canonical" href="https://example.org/repo/abuot/">'),
        "links to `https://example.org/repo/abuot/`",
    ),
    "a canonical address that is not full": (
        body('<link rel="canonical" href="../about/">'),
        "links to `../about/`, which must be a full address",
    ),
    "a dead card picture": (
        body('<meta property="og:image" content="https://example.org/repo/x.png">'),
        "links to `https://example.org/repo/x.png`",
    ),
    "a dead address in structured data": (
        body('<script type="application/ld+json">{"a": [{"url": "https://example.org/repo/x/"}]}</script>'),
        "links to `https://example.org/repo/x/`",
    ),
    "a link to the host's root": (
        body('<a href="/about/">x</a>'),
        "links to `/about/`, which leads out of the site's base `/repo/`",
    ),
    "a link above the site": (body('<a href="../../about/">x</a>'), "`../../about/`, which leads out of the site"),
    "no address at all": (body('<a href="https://[/">x</a>'), "links to `https://[/`, which is no address"),
    "a relative link in 404.html": (
        {"404.html": '<title>Gone</title><a href="about/">x</a>'},
        "404.html:1: error: links to `about/`, but this page is shown at any depth, so its links must begin",
    ),
    "an empty page": ({"about/index.html": ""}, "about/index.html: error: is an empty page"),
    "files that differ only in case": ({"images/Big.png": ""}, "differs from `images/Big.png` only in case"),
    "a broken feed": (change("feed.xml", "</feed>", ""), "feed.xml:9:"),
    "a feed with an undeclared entity": (change("feed.xml", ">E<", ">&nbsp;<"), "is not well-formed XML"),
    "a feed without a title": (change("feed.xml", "<title>T</title>", ""), "has a `<feed>` without `<title>`"),
    "a feed without an address": (change("feed.xml", 'rel="self"', 'rel="via"'), 'has no `<link rel="self">`'),
    "an entry without a moment": (
        change("feed.xml", "<id>urn:x:1</id><updated>2026-11-22T00:00:00Z</updated>", "<id>urn:x:1</id>"),
        "has a `<entry>` without `<updated>`",
    ),
    "a moment without a zone": (
        change("feed.xml", "1</id><updated>2026-11-22T00:00:00Z", "1</id><updated>2026-11-22"),
        "has an `<updated>` that is no moment: `2026-11-22`",
    ),
    "an entry without an author": (
        change("feed.xml", "<author><name>A</name></author>", ""),
        "has an `<entry>` without `<author>`",
    ),
    "an id that is no address": (
        change("feed.xml", "urn:x:1", "kelp"),
        "has an id that is no full address or URN: `kelp`",
    ),
    "an id twice in a feed": (
        change("feed.xml", "urn:x:1", "https://example.org/repo/"),
        "names `https://example.org/repo/` 2 times",
    ),
    "a dead entry": (change("feed.xml", "articles/kelp/", "articles/krill/"), "articles/krill/`, and there is no"),
    "an entry that is not full": (
        change("feed.xml", 'alternate" href="https://example.org', 'alternate" href="'),
        "full",
    ),
    "a dead link in an entry's text": (
        change("feed.xml", "repo/about/", "repo/abaut/"),
        "repo/abaut/`, and there is no",
    ),
    "a relative link in an entry's text": (
        change("feed.xml", '"https://example.org/repo/about/"', '"about/"'),
        "feed.xml: error: links to `about/`, which must be a full address",
    ),
    "a channel without a description": (
        change("rss.xml", "<description>D</description>", ""),
        "has a `<channel>` without `<description>`",
    ),
    "no channel": ({"rss.xml": '<rss version="2.0"/>'}, "has no `<channel>`"),
    "an item without a title": (change("rss.xml", "<title>E</title>", ""), "an `<item>` without title or description"),
    "a date that is none": (
        change("rss.xml", "Sun, 22 Nov 2026 00:00:00 +0000", "soon"),
        "`<pubDate>` that is no date",
    ),
    "a guid twice": (
        change("rss.xml", "</item>", '</item><item><title>E</title><guid isPermaLink="false">urn:x:1</guid></item>'),
        "rss.xml: error: names `urn:x:1` 2 times, and readers would show it once",
    ),
    "a guid that leads nowhere": (
        change("rss.xml", ' isPermaLink="false"', ""),
        "has a `<guid>` that is no address, nor says that it is none: `urn:x:1`",
    ),
    "a broken JSON Feed": ({"feed.json": "{"}, "feed.json: error: is not JSON"),
    "a JSON Feed of no version": (feed(version="2"), "does not say which version of JSON Feed it is"),
    "an item without an id": (item(id=7), "has an item without an `id` that is a text, number 1"),
    "an item of no moment": (item(date_published="2026-11-22"), "has a `date_published` that is no moment"),
    "a dead item": (
        item(url="https://example.org/repo/x/"),
        "feed.json: error: links to `https://example.org/repo/x/`",
    ),
    "an item without content": (
        feed(items=[{"id": "urn:x:1"}]),
        "feed.json: error: has an item without content, number 1",
    ),
    "a dead address in the sitemap": (change("sitemap.xml", "repo/<", "repo/x/<"), "sitemap.xml:2: error: links to"),
    "a sitemap that is not full": (change("sitemap.xml", "https://example.org", ""), "must be a full address"),
    "a sitemap of no date": (
        change("sitemap.xml", "2026-11-22", "today"),
        "has a `<lastmod>` that is no date: `today`",
    ),
    "robots sent nowhere": (change("robots.txt", "sitemap.xml", "map.xml"), "robots.txt: error: links to"),
    "a dead address in llms.txt": (change("llms.txt", "kelp/", "krill/"), "llms.txt: error: links to"),
    "a dead row in the search index": (change("search/rows/0.json", "kelp/", "krill/"), "rows/0.json: error: links to"),
    "a dead name in the search index": (change("search/words/w-k.json", "about", "abt"), "w-k.json: error: links to"),
    "a search index of another form": ({"search/rows/0.json": '{"a": 1}'}, "is not a list of rows"),
    "a dead story in the digest": (
        change("digest.json", 'kelp/"', 'krill/"'),
        "digest.json: error: links to `https://example.org/repo/articles/krill/`",
    ),
    "a sentence that nobody wrote": (
        cited(text="The court ruled on whales."),
        "digest.json: error: cites `https://example.org/repo/articles/kelp/#p1` for words that do not stand there: "
        "“The court ruled on whales.”",
    ),
    "a sentence of another paragraph": (cited(text="More."), "for words that do not stand there: “More.”"),
    "a citation of a dead paragraph": (
        cited(url="https://example.org/repo/articles/kelp/#p9"),
        "and `articles/kelp/index.html` has no anchor `#p9`",
    ),
    "a citation of another site": (cited(url="https://example.com/"), "which is no page of this site"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_it_finds(name, built):
    changed, expected = FAULTS[name]
    told = built(SOUND | changed)
    assert any(expected in each for each in told), told


def test_it_tells_all_faults_at_once_by_file_and_line(built):
    told = built(
        SOUND | body('<a href="../x/">x</a>\n<a href="../y/">y</a>') | change("rss.xml", "<title>T</title>", "")
    )
    assert [each.split(": ")[0] for each in told] == ["about/index.html:2", "about/index.html:3", "rss.xml:2"]


# ---------------------------------------------------------------- without a configured address

PORTABLE = {
    "index.html": '<title>T</title><a href="about/index.html#p1">x</a>',
    "about/index.html": '<title>A</title><p id="p1">x</p><a href="../index.html">x</a><a href="#p1">x</a>',
    "404.html": '<title>Gone</title><a href="/about/">x</a>',
    "feed.xml": ATOM.replace("https://example.org/repo/", "/")
    .replace("<id>/</id>", "<id>urn:x:0</id>")
    .replace("/articles/kelp/", "/about/"),
    "search/rows/0.json": '[["About", "../../about/index.html", "", "", ""]]',
}


def test_a_sound_site_for_the_disk_has_no_fault(built):
    assert built(PORTABLE, DISK) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {"index.html": '<title>T</title><a href="about/">x</a>'},
            "links to `about/`, which a server would find but a disk would not\n  try: name its `index.html`",
        ),
        (
            {"index.html": '<title>T</title><a href="/about/index.html">x</a>'},
            "links to `/about/index.html`, which from the disk leads to the disk's root",
        ),
        (
            {"search/rows/0.json": '[["About", "../../about/"]]'},
            "0.json: error: links to `../../about/`, which a server would find",
        ),
        (
            {"index.html": '<title>T</title><a href="abuot/index.html">x</a>'},
            "links to `abuot/index.html`, and there is no such page\n  try: did you mean `/about/`?",
        ),
    ],
)
def test_for_the_disk_a_link_names_its_file(changed, expected, built):
    assert any(expected in each for each in built(PORTABLE | changed, DISK))


# ---------------------------------------------------------------- what Broadsheet builds

ARTICLE = """---
title: "Kelp & <law>: {slug}"
date: 2026-11-{day}
summary: What the court said.
tags: [Kelp, "C++", Ålesund]
source: {{name: Packet, url: "https://example.com/{slug}"}}
story: kelp-ruling
aliases: [/old/{slug}/, /{slug}.html]
---

The court of the islands ruled on Monday that {number} tonnes of kelp belong to the harbour. See [the other](b.md#p2).

The harbour master said that **the ruling** was expected by everybody who had read the law of 1912.
"""


@pytest.mark.parametrize("url", ["", "https://example.org/", "https://example.org/repo/"])
def test_what_broadsheet_builds_is_sound(url, tmp_path):
    articles = tmp_path / "content/articles"
    articles.mkdir(parents=True)
    for day, slug in enumerate("abc", start=20):
        (articles / f"{slug}.md").write_text(ARTICLE.format(slug=slug, day=day, number=day * 7), encoding="utf-8")
    (articles / "lone.md").write_text("---\ntitle: Lone\n---\n\nNobody knows when.\n", encoding="utf-8")
    config = Config(title="Lantern", url=url, page_size=1, home_size=1)
    build(tmp_path, config, output=tmp_path / "site", now=dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
    assert (tmp_path / "site/old/a/index.html").is_file()
    assert [str(each) for each in survey(tmp_path / "site", config).problems] == []


def test_a_dead_link_from_the_root_is_told_once_where_a_person_wrote_it(tmp_path):
    pages = tmp_path / "content/pages"
    pages.mkdir(parents=True)
    text = "---\ntitle: A\n---\n\nSee [x](/abuot/), [x](/abuot/) (/abuot/), /topisc and [y](</zz.pdf>).\n\n(/abuot/)\n"
    (pages / "about.md").write_text(text, encoding="utf-8")
    page = "<!doctype html><title>A</title><a href='../abuot/'>x</a><a href='../zz.pdf'>y</a><a href='../topisc'>z</a>"
    for name in ("index.html", "about/index.html", "b/index.html"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(page if "/" in name else "<!doctype html><title>H</title>", "utf-8")
    assert [str(each) for each in survey(tmp_path / "site", WEB, tmp_path).problems] == [
        "about/index.html:1: error: links to `../topisc`, and there is no such file",
        "b/index.html:1: error: links to `../topisc`, and there is no such file",
        "content/pages/about.md:5: error: links to `/abuot/`, and there is no such page"
        "\n  try: did you mean `/about/`?",
        "content/pages/about.md:5: error: links to `/zz.pdf`, and there is no such file",
    ]


def test_a_folder_that_holds_no_site_is_an_error_that_says_what_to_do(tmp_path):
    with pytest.raises(BroadsheetError, match="run `broadsheet build` first"):
        survey(tmp_path / "site", WEB)


def test_what_the_check_does_not_know_it_leaves_alone(built):
    others = {"data.xml": "<data/>", "data.json": "no JSON", "note.txt": "](nowhere)", ".nojekyll": ""}
    assert built(SOUND | others) == []


def test_a_sentence_is_found_across_nested_marks(built):
    marked = '<p id="p1"><a href="#p1"><em>Jan</em></a>: <em>so<br>it <b>went</b>,</em> he said. The court ruled'
    kelp = SOUND["articles/kelp/index.html"].replace('<p id="p1">The court ruled', marked)
    assert built(SOUND | {"articles/kelp/index.html": kelp} | cited(text="Jan: so it went, he said.")) == []
