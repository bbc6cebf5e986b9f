"""The laws that hold for `build`, each attacked by its number in the design."""

import contextlib
import datetime as dt
import functools
import itertools
import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from zoneinfo import ZoneInfo

import pytest
from build_site import NOW, SMALL, article, make, tree, write
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import config, frontmatter, keys
from generator.build import content, fields, functions, links, markup, render, wording
from generator.build.digest import digest
from generator.build.digest.reports import reports
from generator.build.watched import Watched
from generator.errors import BroadsheetError
from generator.model import Page
from generator.serve import GiveWay

PROJECT = Path(__file__).parents[1]

# ---------------------------------------------------------------- 1. the same input gives the same bytes

MANY = SMALL | {
    f"content/articles/n{number}.md": article(
        f"Report {number}",
        f"The council of Almery voted on item {number} of its list on Monday, and the mayor said that it was late.",
        date=f"2026-11-{10 + number % 9}",
        tags=f"[Almery, Topic {number % 4}, topic {number % 3}]",
        source=f"{{name: Paper {number % 5}}}",
        story=f"story-{number % 3}",
        colour="a key that is not known",
    )
    for number in range(12)
}

ELSEWHERE = """
import datetime as dt, sys
from pathlib import Path
from generator import config
from generator.build import build
folder, output = map(Path, sys.argv[1:])
build(folder, config.load(folder), output=output, now=dt.datetime(2031, 1, 1, tzinfo=dt.UTC))
"""


@pytest.mark.parametrize(
    "world",
    [
        {
            "PYTHONHASHSEED": "1",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONWARNINGS": "error",
        },
        {"PYTHONHASHSEED": "2", "TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE"},
    ],
)
def test_the_same_bytes_whatever_the_clock_zone_locale_and_hash_seed(tmp_path, world):
    write(tmp_path / "a", MANY)
    make(tmp_path / "a")
    environment = {**os.environ, **world, "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", ELSEWHERE, str(tmp_path / "a"), str(tmp_path / "there")]
    subprocess.run(command, check=True, env=environment, cwd=tmp_path, timeout=60)
    assert tree(tmp_path / "there") == tree(tmp_path / "a/site")


def test_the_same_bytes_whatever_the_order_of_files_in_their_folders(tmp_path, monkeypatch):
    write(tmp_path / "a", MANY)
    write(tmp_path / "b", dict(reversed(MANY.items())))
    result = make(tmp_path / "a")
    scan = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path=".": _Reversed(scan(path)))
    assert make(tmp_path / "b") == result
    monkeypatch.undo()
    assert tree(tmp_path / "a/site") == tree(tmp_path / "b/site")


class _Reversed:
    """A folder's entries, sorted backwards."""

    def __init__(self, scan):
        with scan:
            self.entries = iter(sorted(scan, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def close(self):
        return None


# ---------------------------------------------------------------- 2. after any edits: as if built for the first time

ARTICLES = [name for name in SMALL if name.startswith("content/articles/")]

SHUT = "content/articles/bridge-shut.md"


@dataclass(frozen=True)
class Moved:
    """A file that comes from another place."""

    name: str


A_BODY = "The bridge in Almery was open on Sunday, said the city.\n\n# H\n\n![x](a.png)"
AN_ARTICLE = st.builds(
    article,
    st.sampled_from(["Bridge reopens", "Another title", "Kurz"]),
    st.sampled_from(["A body.", A_BODY]),
    date=st.sampled_from(["2026-11-16", "2026-11-20", "2030-01-01"]),
    tags=st.sampled_from(["[Almery]", "[almery, Sea]", "[]"]),
    story=st.sampled_from(["almery-bridge", "other", ""]),
    draft=st.sampled_from(["true", "false"]),
    aliases=st.sampled_from(["[]", "/moved/", "/old/bridge.html"]),
    source=st.sampled_from(["{name: Coast Radio}", "{name: New Paper, url: 'https://new.example/'}"]),
)
AN_INTRODUCTION = st.builds(article, st.sampled_from(["One", "Two"]), pin=st.sampled_from(["true", "false"]))
TEMPLATES = [
    "{{ entry.title }}",
    "{{ config.title }} {{ body(pages[entry.path]) }}",
    "{{ oops }}",
    "{% include ['parts/' ~ entry.slug ~ '.html', 'parts/any.html'] ignore missing %}",
    "{% import 'parts/any.html' as any %}{% cache %}{{ static('site.css') }}{% endcache %}{{ any.word }}",
]
BASES = [
    "<head></head>{% block main %}{% endblock %}",
    "{% set source = none %}{% block main %}{% endblock %}{% include 'partials/foot.html' %}",
    "{% block main %}{% endblock %}{{ self.main() }}{% block title %}a{% endblock %}",
    "{% filter upper %}{% block head %}{{ here }}{% endblock %}{% block main %}{% endblock %}{% endfilter %}",
]
PARTS = ["{% set word = 1 %}one", "{% set word = 2 %}two"]
A_LOCK = st.builds(
    "{}\n".format,
    st.builds(
        '{{"path":"a.txt","sha256":"0","rules":1,"status":"published","first_seen":"2026-11-{}T08:00:00Z",'
        '"article":"{}","id":"urn:{}","stories":[["2026-11-19T08:00:00Z","{}"]]}}'.format,
        st.sampled_from([17, 20, 21]), st.sampled_from(["lone", "bridge-shut"]), st.sampled_from("xy"),
        st.sampled_from(["almery-bridge", "other"]),
    ),
)  # fmt: skip
PUBLISHERS = [
    "Coast Radio:\n  owner: Almery Media\n",
    "Almery Post:\n  names: [Coast Radio]\n",
    "New Paper:\n  domains: [post.example]\n",
]
A_MOVE = st.sampled_from([*ARTICLES, "content/articles/new.md"]).map(Moved)
SETTINGS = ["title: New\n", "page_size: 1\n", "timezone: Asia/Tokyo\nlanguage: de\n", "url: https://e.org/r/\n"]
CHANGES = {
    **dict.fromkeys([*ARTICLES, "content/articles/new.md", "content/articles/2026/lone.md"], AN_ARTICLE),
    "content/stories/almery-bridge.md": AN_INTRODUCTION,
    "content/topics/almery.md": st.builds(
        article, st.sampled_from(["Almery", "City of Almery"]), hide=st.sampled_from(["true", "false"])
    ),
    "content/editions/2026-11-20.md": st.builds(article, st.just("A day"), omit=st.sampled_from(["[]", "[lone]"])),
    "content/publishers.yml": st.sampled_from(PUBLISHERS),
    "content/ingest.lock": A_LOCK,
    "content/articles/moved.md": A_MOVE,
    "content/static/x": st.sampled_from(["1", "2"]),
    "content/static/x/y.txt": st.sampled_from(["1", "2"]),
    "content/articles/a.png": st.sampled_from(["1", "2"]),
    "templates/page.html": st.sampled_from(TEMPLATES),
    "templates/base.html": st.sampled_from(BASES),
    "templates/parts/any.html": st.sampled_from(PARTS),
    "templates/parts/about.html": st.sampled_from(PARTS),
    "templates/partials/foot.html": st.sampled_from(["", "<p>foot</p>"]),
    "templates/strings/en.yml": st.sampled_from(["Archive: Files\n", "Archive: Shelf\nOdd: x\n", "Archive: [x]\n"]),
    "templates/static/site.css": st.sampled_from(["1", "2"]),
    "templates/static/own.css": st.sampled_from(["1", "2"]),
    "broadsheet.yml": st.sampled_from(SETTINGS),
}
EDITS = st.sampled_from(sorted(CHANGES)).flatmap(lambda name: st.tuples(st.just(name), st.none() | CHANGES[name]))


def edit(folder, name, text):
    path = folder / name
    if isinstance(text, Moved):
        if (folder / text.name).is_file():
            (folder / text.name).rename(path)
        return
    if any(parent.is_file() for parent in path.parents) or path.is_dir():
        return
    if text is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@settings(max_examples=int(os.environ.get("BROADSHEET_EXAMPLES", "12")), deadline=None)
@given(
    st.lists(
        st.tuples(st.lists(EDITS, min_size=1, max_size=3), st.sampled_from([0, 0, 0, 2000, -5])), min_size=1, max_size=3
    ),
    st.none() | st.integers(0, 300),
)
@example([([("templates/page.html", each)], 0) for each in TEMPLATES[:2]], None)
@example([([("content/static/x/y.txt", "1")], 0), ([("content/static/x/y.txt", None)], 0)], None)
@example([([("templates/page.html", TEMPLATES[3])], 0), ([("templates/parts/about.html", PARTS[0])], 0)], 0)
@example([([("templates/page.html", TEMPLATES[4])], 0), ([("templates/static/site.css", "1")], 0)], 0)
@example([([("broadsheet.yml", None), ("templates/page.html", TEMPLATES[0])], 0)], 0)
@example([([("templates/static/site.css", each)], 0) for each in "1231"], 40)
@example([([("templates/base.html", each)], 0) for each in (*BASES, None)], None)
@example([([("templates/base.html", each)], 0) for each in (*BASES[::-1], None)], 90)
@example([([("templates/strings/en.yml", each)], 0) for each in ("Archive: Files\n", "Archive: Shelf\n", None)], None)
@example([([(SHUT, SMALL[SHUT].replace("two metres", each))], 0) for each in ("three metres", "one metre")], None)
def test_after_any_edits_the_folder_is_as_if_built_for_the_first_time(rounds, steps):
    """Each round is edits and how many days the clock is on; the builds are several runs, or those of `serve`.

    Of these all but the last give way before the end, after so many `steps` in the first round, twice as many in the
    second, and so on; with 0 none does.
    """
    with tempfile.TemporaryDirectory() as place:
        folder, warm, clean = Path(place, "paper"), Path(place, "warm"), Path(place, "clean")
        write(folder, SMALL)
        builder = Watched(folder, warm)
        faults = outcome(builder, 0)
        for number, (edits, days) in enumerate(rounds, start=1):
            for each in edits:
                edit(folder, *each)
            if steps is None:
                builder.close()
                builder = Watched(folder, warm)
                faults = outcome(builder, days)
            else:
                pages = {name for name in tree(warm) if name.endswith(".html")}
                with contextlib.suppress(GiveWay):
                    changed, asked = [folder / name for name, _ in edits], config.load(folder)
                    list(builder.ahead(changed, pages, asked, giving_way(steps * number)))
                with contextlib.suppress(GiveWay):
                    faults = outcome(builder, days, giving_way(steps * number))
        if steps:
            faults = outcome(builder, days)
        builder.close()
        forget(folder)
        fresh = Watched(folder, clean)
        assert faults == outcome(fresh, rounds[-1][1])
        fresh.close()
        if not faults:
            assert tree(warm) == tree(clean)
            assert folders(warm) == folders(clean)


def giving_way(steps):
    """What ends a build after so many steps, or never where there are none."""
    left = iter(range(steps)) if steps else itertools.repeat(0)

    def pause():
        if next(left, None) is None:
            raise GiveWay

    return pause


def outcome(builder, days, pause=lambda: None):
    try:
        settings = config.load(builder.folder)
        builder.build(settings, now=NOW + dt.timedelta(days=days), pause=pause)
    except BroadsheetError as error:
        return str(error)
    return ""


def forget(folder):
    """Empty every memory of this process and of the site, or a clean build would be deceived just as the warm one was.

    Only the theme's templates, which no edit touches, need not be compiled anew: that would take longer than all else.
    """
    theme = compiled_theme()
    shutil.rmtree(folder / ".broadsheet", ignore_errors=True)
    clear_caches()
    render.compiled().update(theme)


@functools.cache
def compiled_theme():
    """The code of the theme's templates, as a process compiles them that has seen no other site."""
    clear_caches()
    with tempfile.TemporaryDirectory() as place:
        make(write(Path(place), SMALL))
    return dict(render.compiled())


def clear_caches():
    for name, module in list(sys.modules.items()):
        if name.startswith("generator."):
            for each in vars(module).values():
                if hasattr(each, "cache_clear"):
                    each.cache_clear()


def folders(place):
    return {each.relative_to(place) for each in place.rglob("*") if each.is_dir()}


# ---------------------------------------------------------------- 3. what is written reads back

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ZONES = st.integers(-23 * 60, 23 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
DAYS = st.dates(min_value=dt.date(1, 1, 1)) | st.datetimes(
    min_value=dt.datetime(2, 1, 1), max_value=dt.datetime(9998, 1, 1), timezones=ZONES
)
SOURCES = st.dictionaries(st.sampled_from(["file", "name", "url"]), TEXT, max_size=3)
VALUES = (
    TEXT | DAYS | st.booleans() | st.integers() | st.lists(TEXT, max_size=4) | SOURCES | st.lists(SOURCES, max_size=3)
)
BODIES = st.sampled_from(["", "\n", "\r\n", "---\n", " ", "\ufeff"]).flatmap(lambda start: TEXT.map(start.__add__))
METAS = st.dictionaries(st.sampled_from(sorted(fields.KEYS)), VALUES, max_size=8)


@settings(deadline=None)
@given(METAS, BODIES)
def test_what_join_writes_split_reads(meta, body):
    front = frontmatter.split(frontmatter.join(meta, body))
    assert (front.meta, front.body) == (meta, body)
    assert list(front.meta) == list(meta)


@settings(deadline=None)
@given(METAS, METAS, st.sets(st.sampled_from(sorted(fields.KEYS))), BODIES)
def test_replace_changes_what_it_is_told_to_and_leaves_every_other_line(meta, changes, gone, body):
    wanted = {key: None if key in gone else value for key, value in changes.items()}
    rows = {key: spelled({key: value}) for key, value in meta.items()}
    text = "---\n" + "".join(f"# on {key}\n{row}" for key, row in rows.items()) + f"---\n\n{body}"
    written = frontmatter.replace(text, wanted)
    front = frontmatter.split(written)
    assert front.meta == {key: value for key, value in (meta | wanted).items() if value is not None}
    assert front.body == body
    left = written
    for key, row in rows.items():
        kept = f"# on {key}\n" + ("" if key in wanted else row)
        place = left.find(kept)
        assert place >= 0
        left = left[place + len(kept) :]
    assert wanted or written == text


def spelled(meta):
    return frontmatter.join(meta, "").removeprefix("---\n").removesuffix("---\n\n")


PIECES = st.sampled_from(
    [*fields.KEYS, *keys.ALIASES, ": ", ":", "\n", "\n  ", "- ", "[", "]", "{", "}", ", ", '"', "'", "~", "no",
     "2024", "2026-11-22", "2026-11-22T08:15:00+01:00", "1e9", ".nan", "none", "None", "!!int ", "!!timestamp ",
     "!!set ", "&a ", "*a", "<<", "? ", "|", "#", "//", "http://[x", "https://e.org/", "//e.org/x.png", "/a/../b",
     "\u2028", "🙂"]
)  # fmt: skip
ROWS = st.builds("{}: {}\n".format, st.sampled_from([*fields.KEYS, "2024", "no", "~", "x"]), PIECES | TEXT)
FRONTS = st.lists(ROWS, max_size=4).map("".join) | st.lists(PIECES | TEXT, max_size=12).map("".join)


@settings(max_examples=300, deadline=None)
@given(FRONTS, st.sampled_from(sorted(content.KINDS)))
@example("title: A\n2024: x\nno: x\n~: x\n2026-01-01: x\n1.5: x\n", "articles")
@example('title: A\nimage: "http://[x"\n', "articles")
@example('title: A\nsource: "http://[x"\n', "articles")
@example('title: A\naliases: ["//[x", "http://[x"]\n', "articles")
@example(f"title: 0x{'f' * 5000}\nweight: 0x{'f' * 5000}\n", "pages")
def test_whatever_front_matter_says_there_is_a_page_or_a_fault_that_is_told(front, folder):
    try:
        parsed = content.parse(f"content/{folder}/a.md", f"---\n{front}---\n\nA body.\n", ZoneInfo("UTC"))
    except BroadsheetError as error:
        told = error.problems
        assert any(each.level == "error" for each in told)
    else:
        assert parsed.entry.title or folder in ("stories", "topics")
        told = parsed.problems
    assert all(each.path == f"content/{folder}/a.md" and str(each) for each in told)


# ---------------------------------------------------------------- 7. each sentence of a digest stands where it says

SENTENCES = st.sampled_from(
    [
        "The flood reached *Tolmery* on Monday, officials of the river authority said.",
        "Mr. Varr said: “The bank held for U.S. engineers,” and left the town at night.",
        "A dam &amp; a mill were lost in the valley of the Lirren river last week.",
        "Forty people [were taken](https://example.org/x) from their houses by boat on Tuesday.",
        "He said so.",
        "The school   on Osier Lane[^1]\nstays shut until the water of the river has gone down again.",
        "El agua llegó al mercado de Tolmery el lunes por la noche, según la policía local.",
        "洪水は月曜日にトルメリーの町に達したと当局は述べた。市場は閉まっている。",
        "<b>Bold</b> claims about the 2.5 m wall were made by No. 10 and by the press office.",
        "# What is known\n\nThe river stood at 4.1 metres at noon, a record since 1987 in Tolmery!",
        "> Quoted: the *bank* of Osier Lane gave way at ten, wrote the Packet on its front page.",
        "- The market of Tolmery stays shut\n- The tram to Hexcombe runs again from Friday morning.",
    ]
)
NOTE = "\n\n[^1]: A note on the river authority, which is not to be quoted as if it stood in the text of the report."
REPORTS = st.lists(
    st.lists(SENTENCES, min_size=1, max_size=8).map("\n\n".join).map(lambda body: body + NOTE) | TEXT,
    min_size=2,
    max_size=4,
)


def pages_of(bodies):
    for number, body in enumerate(bodies):
        parsed = content.parse(f"content/articles/r{number}.md", article(f"R {number}", body), ZoneInfo("UTC"))
        made = markup.convert(parsed.body, str)
        yield Page(parsed.entry, parsed.body, made.html, made.paragraphs)


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_each_sentence_of_a_digest_stands_in_the_cited_paragraph_of_the_page(bodies):
    pages = list(pages_of(bodies))
    shown = {page.entry.path: Document(page.html) for page in pages}
    for citation in digest(reports(pages)).sentences:
        assert citation.text in shown[citation.entry.path].text_of(f"p{citation.paragraph}")


def test_each_citation_of_a_built_site_stands_in_the_page_it_links_to(tmp_path):
    write(tmp_path, MANY)
    make(tmp_path)
    told = json.loads((tmp_path / "site/digest.json").read_text())
    citations = [each for story in told["stories"] for each in story.get("digest", [])]
    assert len(citations) >= 4
    for each in citations:
        place, _, anchor = each["url"].partition("#")
        page = Document((tmp_path / f"site{place}index.html").read_text())
        assert each["text"] in page.text_of(anchor)


# ---------------------------------------------------------------- 8. nothing that an article says can run

EVIL = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'{{ 7*7 }}"


def test_nothing_that_an_article_says_can_run_on_any_page(tmp_path):
    meta = {"title": EVIL, "summary": EVIL, "authors": [EVIL], "tags": [EVIL, "b"], "section": EVIL, "story": "s"}
    source = {"name": EVIL, "url": 'https://e.org/"onload="alert(1)'}
    for name in ("one", "two"):
        text = frontmatter.join({**meta, "date": dt.date(2026, 11, 20), "source": source}, EVIL + "\n\n" + EVIL)
        write(tmp_path, {f"content/articles/{name}.md": text})
    make(tmp_path)
    pages = {name: data.decode() for name, data in tree(tmp_path / "site").items() if name.endswith(".html")}
    for name, text in pages.items():
        page = Document(text)
        for tag, attributes in page.tags:
            assert not [key for key in attributes if key.startswith("on")], (name, tag)
        for kind, script in page.scripts:
            assert "alert" not in script or (kind == "application/ld+json" and json.loads(script)), name
        assert "'49'" not in text
        assert "'49" not in page.text, name
    assert EVIL in Document(pages["articles/one/index.html"]).text


HOSTILE = st.lists(
    st.sampled_from(
        [" ", "\n", "'", '"', "&quot;", "&#39;", "=", "/", "<", ">", "x", "href=", "src='x", " id=", "id='p1'", "rel=",
         " onerror=alert(1) ", "onclick='alert(2)'", "javascript:alert(3)", "href='javascript:alert(4)'", "srcset=x"]
    )
    | st.text(max_size=3),
    max_size=8,
).map("".join)  # fmt: skip
QUOTES = st.sampled_from(["'", '"'])
NAMES = ["href", "src", "alt", "title", "class", "id", "lang", "rel", "width", "datetime", "name", "data-x", "HREF"]
ATTRIBUTE = st.builds(
    lambda name, value, quote, gap: f"{gap}{name}={quote}{value.replace(quote, '')}{quote}",
    st.sampled_from(NAMES), HOSTILE, QUOTES, st.sampled_from([" ", "", "\n", "/"]),
)  # fmt: skip
TAG = st.builds(
    lambda tag, attributes: f"<{tag} {''.join(attributes)}>x</{tag}>",
    st.sampled_from(["a", "img", "p", "li", "h2", "sup", "td", "time", "IMG"]),
    st.lists(ATTRIBUTE, max_size=4),
)
PICTURE = st.builds(
    lambda sign, text, target, title: f'{sign}[{text}]({target} "{title}")',
    st.sampled_from(["!", ""]), HOSTILE, st.sampled_from(["c.png", "https://e.org/", "/x/"]), HOSTILE,
)  # fmt: skip
HERE = wording.Here(config.Config(url="https://e.org/r/"), {})


@settings(max_examples=400, deadline=None)
@given(st.lists(TAG | PICTURE, min_size=1, max_size=3).map(" ".join))
@example("![cat src='x onerror=alert(3) y'](c.png)")
@example("![x](https://ok.example/ \" src='x onerror=alert(1) y'\")")
@example("""<a href="https://e.org/" title=" href='x onclick=alert(6) y'">t</a>""")
@example("""<img src="a.png" alt="z src='x onerror=alert(7) y'" title=" src='x onerror=alert(8) y'">""")
@example("""<a title=" id=" href=" onclick=alert(1) ">x</a>""")
@example("""<img src="/a.png" alt=" src='/x onerror=alert(1) '">""")
@example("""<a href="/a/" title=" href='/x onclick=alert(1) '">x</a>""")
def test_nothing_that_stands_in_an_attribute_gets_out_of_it(body):
    made = markup.convert(body, str).html
    for text in (made, functions.body(HERE, made), functions.absolute_body(HERE, made)):
        for tag, attributes in Document(text).tags:
            assert tag in markup.TAGS
            assert not [name for name in attributes if name.startswith("on") or name in ("style", "srcset")]
            links = [attributes.get(name) or "" for name in ("href", "src")]
            assert not [each for each in links if each.strip().lower().startswith(("javascript:", "data:"))]
    before, after = (Document(each) for each in (made, functions.body(HERE, made)))
    kept = [[{**each, "href": "", "src": ""} for _, each in page.tags] for page in (before, after)]
    assert kept[0] == kept[1]
    assert before.text == after.text


# ---------------------------------------------------------------- 9. links work at any base, and from the disk


class Document(HTMLParser):
    """What a page says and where it leads, read as a browser would: no code of ours takes part."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.scripts, self.ids, self.words = [], [], {}, []
        self.open = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if tag in ("br", "img", "hr", "meta", "link", "input", "path", "rect"):
            self.handle_data(" " if tag in ("br", "img") else "")
            return
        self.open.append((tag, attributes.get("id"), tag == "sup" and (attributes.get("id") or "").startswith("fnref")))
        if "id" in attributes:
            self.ids[attributes["id"]] = ""

    def handle_endtag(self, tag):
        while any(name == tag for name, _, _ in self.open):
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data):
        if self.open and self.open[-1][0] == "script":
            self.scripts.append((self.tags[-1][1].get("type"), data))
            return
        self.words.append(data)
        if not any(mark for _, _, mark in self.open):
            for _, name, _ in self.open:
                if name is not None:
                    self.ids[name] += data

    def text_of(self, name):
        return " ".join(self.ids[name].split())

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())

    @property
    def links(self):
        for tag, attributes in self.tags:
            for name in ("href", "src"):
                if attributes.get(name) is not None:
                    yield tag, attributes[name]


def dead_links(site, base):
    """Links of all pages that lead nowhere, at `base` of a server, or on the disk where it is none."""
    pages = {name: Document(data.decode()) for name, data in tree(site).items() if name.endswith(".html")}
    files = set(tree(site))
    for name, page in pages.items():
        url = "/" + (name if base is None else re.sub(r"(^|/)index\.html$", r"\1", name))
        origin = "file:///disk" if base is None else "https://example.org" + base.rstrip("/")
        for _, link in page.links:
            target = urlsplit(urljoin(origin + url, link))
            if base is not None and (target.scheme, target.netloc) != ("https", "example.org"):
                continue
            if base is None and target.scheme != "file":
                continue
            path, root = unquote(target.path), "/disk/" if base is None else base
            below = path[len(root) :] if path.startswith(root) else None
            if below is not None and base is not None and (not below or below.endswith("/")):
                below += "index.html"
            anchors = pages[below].ids if below in pages and target.fragment else {target.fragment: ""}
            if below not in files or unquote(target.fragment) not in anchors:
                yield name, link


@pytest.mark.parametrize("base", ["/", "/repo/", None])
def test_every_link_leads_somewhere_at_any_base_and_on_the_disk(tmp_path, base):
    url = None if base is None else f"https://example.org{base}"
    write(tmp_path, MANY)
    make(tmp_path, url=url)
    if base is None:
        (tmp_path / "site/404.html").unlink()  # a server's page, which is never read from the disk
    assert list(dead_links(tmp_path / "site", base)) == []
    if base is not None:
        assert links.survey(tmp_path / "site", config.load(tmp_path, base_url=url)).problems == ()


# ---------------------------------------------------------------- 10. reading and browsing need no script


def test_without_scripts_every_page_is_reached_and_every_text_is_there(tmp_path):
    write(tmp_path, MANY)
    make(tmp_path)
    site = tmp_path / "site"
    pages = {name: Document(data.decode()) for name, data in tree(site).items() if name.endswith(".html")}
    reached, waiting = set(), ["index.html"]
    while waiting:
        name = waiting.pop()
        if name in reached or name not in pages:
            continue
        reached.add(name)
        for tag, link in pages[name].links:
            target = urlsplit(link)
            if tag == "a" and not target.scheme:
                waiting.append(posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(target.path))))
    moved = {"old/bridge.html", "b/index.html", "stories/b/index.html", "editions/index.html"}
    assert set(pages) - reached - moved == {"404.html"}
    for name, text in MANY.items():
        if name.startswith("content/articles/"):
            slug = Path(name).stem
            front = frontmatter.split(text)
            shown = pages[f"articles/{slug}/index.html"].text
            for word in re.findall(r"\w+", re.sub(r"\]\([^)]*\)", "", front.body)):
                assert word in shown
            assert front.meta["title"] in shown
