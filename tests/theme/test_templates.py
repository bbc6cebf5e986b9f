"""Every template renders with sites of every shape, and what it writes is well-formed, labelled and light."""

import datetime as dt
import gzip
import json
import re
from html.parser import HTMLParser

import pytest
from build_site import SMALL, article, make, rendered, tree, write

from generator.build import site as site_stage
from generator.build.kinds import story
from generator.build.profiles import Profiles
from generator.build.render import Renderer, packaged
from generator.config import Config
from generator.model import Citation, Digest, Entry, Fact, Moment, Point, Quote, Reason, Side, Source

EMPTY = {"broadsheet.yml": "title: Nothing Yet\n"}
BARE = EMPTY | {"content/articles/bare.md": "---\ntitle: Only a title\n---\n\nAnd one sentence.\n"}
RTL = {
    "broadsheet.yml": "title: صحيفة\nlanguage: ar\ntimezone: Asia/Riyadh\nurl: https://example.org/repo/\n",
    "content/articles/one.md": article(
        "فيضان في المدينة القديمة",
        "ارتفعت مياه النهر ليلة الخميس حتى بلغت أبواب السوق القديم.",
        date="2026-11-20T08:15:00+03:00",
        lang="ar",
        tags="[النهر]",
        source='{name: الميناء, url: "https://port.example/1"}',
    ),
    "content/articles/two.md": article("A flood in the old town", lang="en", date="2026-11-19", tags="[النهر]"),
}
FOREIGN = SMALL | {
    "content/articles/arabic.md": article(
        "جسر الميناء مغلق",
        "أغلق المهندسون جسر الميناء يوم الاثنين.",
        lang="ar",
        date="2026-11-17",
        story="almery-bridge",
        source="{name: الميناء}",
        summary="أغلق الجسر.",
    ),
    "content/articles/many.md": article(
        "A & B say <i>“no”</i> to a title of unusual length, which somebody must have been paid for by the word",
        date="2026-10-02",
        lastmod="2026-10-03T10:00:00Z",
        authors="[Ann Ode, 'B < C']",
        section="World",
        tags="[R&D, Almery]",
        image="/logo.svg",
        source='[{name: A, url: "https://a.example/x"}, {file: b.txt}]',
    ),
}
SITES = {"empty": EMPTY, "bare": BARE, "small": SMALL, "rtl": RTL, "foreign": FOREIGN}
VOID = {"meta", "link", "img", "input", "br", "hr"}
OPTIONAL = {"li", "tr", "td", "th", "thead", "tbody"}


class Reading(HTMLParser):
    """What a test wants to know of a page."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.levels, self.ids, self.tags, self.faults = [], [], [], [], []
        self.told, self.words = [], []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open if tag not in OPTIONAL]

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if "id" in attributes:
            self.ids.append(attributes["id"])

    def handle_startendtag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        while self.open and self.open[-1] != tag and self.open[-1] in OPTIONAL:
            self.open.pop()
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        if "script" not in self.open:
            self.words.append(data)
        elif dict(self.tags[-1][1]).get("type") == "application/ld+json":
            self.told.append(json.loads(data))

    def attributes(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def text(self):
        told = " ".join(" ".join(self.words).split())
        return told.replace("“ ", "“").replace(" ”", "”")  # an element within quotation marks


@pytest.fixture(scope="module", params=SITES)
def site(request, tmp_path_factory):
    """The pages of one made-up site, by path."""
    folder = write(tmp_path_factory.mktemp(request.param), SITES[request.param])
    make(folder)
    return {path: data.decode() for path, data in tree(folder / "site").items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    folder = write(tmp_path_factory.mktemp("foreign"), FOREIGN)
    make(folder)
    return {path: data.decode() for path, data in tree(folder / "site").items() if path.endswith(".html")}


def pages(site):
    """All pages but the redirects of aliases, which are no pages of the theme."""
    return {path: Reading(text) for path, text in site.items() if 'http-equiv="refresh"' not in text}


def test_every_template_is_rendered_by_these_sites(tmp_path, monkeypatch):
    used = set()
    whole = Renderer.render
    monkeypatch.setattr(
        Renderer, "render", lambda self, view, *rest: used.add(view.template) or whole(self, view, *rest)
    )
    make(write(tmp_path, SMALL))
    assert used >= {each.name for each in packaged().glob("*.html")} - {"base.html"}


def test_pages_are_well_formed_and_their_ids_are_unique(site):
    for path, page in pages(site).items():
        assert page.faults == [], path
        assert len(page.ids) == len(set(page.ids)), path


def test_each_page_has_one_first_heading_and_skips_none(site):
    for path, page in pages(site).items():
        assert page.levels[0] == 1, path
        assert page.levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in zip(page.levels, page.levels[1:], strict=False)), path


def test_nothing_is_shown_that_is_not_there(site):
    for path, page in pages(site).items():
        assert not re.search(r"\bNone\b|\bUndefined\b|\{\{|\(\)", page.text), path
        assert not re.search(r"[·:] *(·|$)", page.text.removesuffix(".")), path
        for attributes in page.attributes("a"):
            assert attributes["href"], path


def test_pages_ask_nobody_else_for_anything(site):
    for path, page in pages(site).items():
        wanted = [each["href"] for each in page.attributes("link") if each["rel"] in ("stylesheet", "icon")]
        wanted += [each["src"] for tag in ("script", "img") for each in page.attributes(tag) if "src" in each]
        assert wanted, path
        assert [each for each in wanted if "//" in each] == [], path


def test_links_to_other_sites_are_marked_and_safe(site):
    for path, page in pages(site).items():
        for each in page.attributes("a"):
            assert not each["href"].startswith("javascript:"), path
            if each["href"].startswith("http") and "example.org/help" not in each["href"]:
                assert each.get("rel") == "external", path


def test_an_empty_site_says_so(tmp_path):
    make(write(tmp_path, EMPTY))
    home = Reading((tmp_path / "site/index.html").read_text(encoding="utf-8"))
    assert "Nothing has been published yet." in home.text
    assert "That is everything for today." not in home.text


def test_an_article_without_a_date_says_so_and_claims_none(tmp_path):
    make(write(tmp_path, BARE))
    page = Reading((tmp_path / "site/articles/bare/index.html").read_text(encoding="utf-8"))
    assert "No date stated" in page.text
    assert "No source is stated." in page.text
    assert "datePublished" not in page.told[0]
    assert not [each for each in page.attributes("meta") if each.get("property") == "article:published_time"]


def test_an_article_carries_its_language_its_direction_and_its_original(foreign):
    page = Reading(foreign["articles/arabic/index.html"])
    (text,) = [each for each in page.attributes("div") if each.get("class") == "text"]
    assert (text["lang"], text["dir"]) == ("ar", "rtl")
    assert [(each.get("lang"), each.get("dir")) for each in page.attributes("h1")] == [("ar", "rtl")]
    many = Reading(foreign["articles/many/index.html"])
    assert [each["href"] for each in many.attributes("link") if each["rel"] == "canonical"] == ["https://a.example/x"]
    assert "A & B say <i>“no”</i>" in many.text


def test_structured_data_names_what_an_article_is_based_on(foreign):
    (told,) = Reading(foreign["articles/many/index.html"]).told
    assert told["@type"] == "NewsArticle"
    assert told["isBasedOn"] == "https://a.example/x"
    assert [each["name"] for each in told["author"]] == ["Ann Ode", "B < C"]
    assert told["datePublished"] == "2026-10-02"
    (told,) = Reading(foreign["stories/almery-bridge/index.html"]).told
    assert told["hasPart"]["numberOfItems"] == 3
    assert [each["position"] for each in told["hasPart"]["itemListElement"]] == [1, 2, 3]


def test_structured_data_of_the_front_page_names_the_site_and_its_search(tmp_path):
    make(write(tmp_path, RTL))
    (told,) = Reading((tmp_path / "site/index.html").read_text(encoding="utf-8")).told
    assert (told["@type"], told["publisher"]["@type"]) == ("WebSite", "Organization")
    assert told["potentialAction"]["target"] == "https://example.org/repo/search/?q={search_term_string}"


def test_a_story_cites_paragraphs_by_the_number_of_their_report(foreign):
    page = Reading(foreign["stories/almery-bridge/index.html"])
    cited = [each["href"] for each in page.attributes("a") if each.get("class") == "cite" and "#p" in each["href"]]
    assert cited
    assert {"r1", "r2", "r3"} <= set(page.ids)
    assert re.search(r"Almery Post \[1\]", page.text)


def flood():
    """Two reports of one story, and a digest with something of each kind."""
    reports = tuple(
        Entry(
            path=f"content/articles/{slug}.md",
            kind="article",
            slug=slug,
            url=f"/articles/{slug}/",
            id=f"urn:x:{slug}",
            title=slug.title(),
            date=day,
            day=day,
            stated=day,
            dated=True,
            sources=(Source(slug.title()),),
            story="flood",
            reason=reason,
        )
        for slug, day, reason in (
            ("post", dt.date(2026, 11, 21), Reason("radio", 0.43, 1, ("Ilse Brandt",), ("sluice",))),
            ("radio", dt.date(2026, 11, 22), None),
        )
    )
    alone, cited = Citation("It rose & fell.", reports[0], 1, alone=True), Citation("It rose.", reports[1], 3)
    return reports, Digest(
        sentences=(alone, cited),
        facts=(Fact("who", "Ilse Brandt", cited, 2), Fact("how many", "nine", cited, 2, "people killed")),
        agreed=(Point("number", "boats", (Side("eleven", (alone, cited)),), whole=True),),
        differences=(
            Point("number", "people injured", (Side("12", (alone,)), Side("at least 14", (cited,))), whole=True),
        ),
        quotes=(
            Quote("We heard it", "Ilse Brandt", cited),
            Quote("So did we", "", alone),
        ),
        timeline=(
            Moment(dt.date(2024, 8, 1), "month", "", "in August 2024", alone),
            Moment(dt.date(2026, 11, 21), "time", "02:31", "at 2.31", cited),
        ),
    )


def test_a_story_shows_all_that_its_digest_tells_each_with_its_source():
    reports, told = flood()
    whole = site_stage.assemble(reports, {"flood": told}, {}, Profiles())
    (view,) = story.views(whole, Config())
    renderer = Renderer(
        packaged().parent, Config(), {f"static/{each.name}": "1" for each in (packaged() / "static").iterdir()}
    )
    page = Reading(rendered(renderer, (view,))[view.path].decode())
    assert page.faults == []
    assert all(after <= before + 1 for before, after in zip(page.levels, page.levels[1:], strict=False))
    for words in (
        "2 reports from 2 publishers",
        "It rose & fell. only Post [1]",
        "Who Ilse Brandt 2 publishers Radio [2]",
        "How many nine people killed",
        "People injured 12 only Post [1] 21 Nov at least 14 Radio [2] 22 Nov",
        "eleven boats",
        "“We heard it” Ilse Brandt · Radio [2]",
        "August 2024",
        "21 Nov, 02:31",
        "Most like report 2 , 1 day apart. Both name Ilse Brandt . Both use the rare words sluice .",
        "Likeness 43 of 100.",
        "An editor has put it here.",
    ):
        assert words in page.text, words
    hrefs = [each["href"] for each in page.attributes("a") if each.get("class") == "cite"]
    assert {each.partition("#")[2] for each in hrefs} == {"p1", "p3"}


def test_a_source_that_has_neither_name_nor_address_is_not_the_one_to_which_others_come(tmp_path):
    sources = "[{file: a.txt}, {name: Almery Post, url: https://almery.example/a}]"
    reports = {
        f"content/articles/{name}.md": f"---\ntitle: Flood {name}\nstory: flood\nsource: {sources}\n---\n\nIt rose.\n"
        for name in "ab"
    }
    make(write(tmp_path, reports))
    page = Reading((tmp_path / "site/stories/flood/index.html").read_text(encoding="utf-8"))
    assert "Flood a Almery Post" in page.text


def test_a_site_in_arabic_runs_from_right_to_left(tmp_path):
    make(write(tmp_path, RTL))
    page = Reading((tmp_path / "site/index.html").read_text(encoding="utf-8"))
    assert page.attributes("html") == [{"lang": "ar", "dir": "rtl"}]
    headings = page.attributes("h2")
    assert {"lang": "en", "dir": "ltr"} in headings


def test_the_style_sheet_knows_no_left_and_right():
    css = "".join(each.read_text(encoding="utf-8") for each in packaged().rglob("*.css"))
    physical = r"(?:margin|padding|border|inset)-(?:left|right|top|bottom)|(?<![\w-])(?:left|right|top|bottom):"
    assert re.findall(physical, css) == []


@pytest.mark.parametrize(
    ("name", "raw", "packed"),
    [
        ("static/site.css", 8_300, 3_000),
        ("static/text.css", 2_100, 900),
        ("partials/lists.css", 1_400, 700),
        ("partials/digest.css", 1_700, 750),
        ("partials/front.css", 3_000, 1_000),
        ("partials/story.css", 3_000, 1_000),
        ("partials/edition.css", 1_000, 500),
        ("partials/calendar.css", 3_000, 1_000),
        ("partials/search.css", 3_000, 1_000),
        ("static/site.js", 4_000, 2_000),
        ("static/search.js", 12_000, 6_000),
    ],
)
def test_what_a_page_loads_keeps_its_budget(name, raw, packed):
    data = (packaged() / name).read_bytes()
    assert len(data) <= raw
    assert len(gzip.compress(data, 6)) <= packed


def test_a_page_loads_the_sheet_of_all_pages_and_what_is_read_that_of_text(site):
    sheets = {path: re.findall(r'rel="stylesheet" href="[^"]*?/(\w+)\.css', text) for path, text in site.items()}
    pages = {path: each for path, each in sheets.items() if path.endswith(".html") and "http-equiv" not in site[path]}
    assert pages
    assert pages == {path: ["site", "text"] if '<div class="text"' in site[path] else ["site"] for path in pages}


def test_the_script_before_the_style_sheet_is_small(site):
    first = re.search(r"<script>(.*?)</script>", site["index.html"], re.DOTALL)
    assert first
    assert len(first[0]) <= 250
    assert first.end() < site["index.html"].index("stylesheet")


def test_a_full_front_page_and_a_long_article_keep_their_budget(tmp_path):
    files = dict(EMPTY)
    for number in range(75):
        story, town = number // 2, f"Town {number % 11}"
        files[f"content/articles/a{number}.md"] = article(
            f"Report {number} of {town} says that bank {number * 7} of its river holds",
            " ".join(f"In {town} word{place * number % 997} stood {place}." for place in range(125)),
            date=f"2026-11-{1 + story % 20:02}T08:{number % 60:02}:00Z",
            summary=f"The bank at {town} holds for now, say {number} of those who built it.",
            tags=f"[{town}, River {number % 7}]",
            source=f'{{name: Paper {number % 9}, url: "https://paper{number % 9}.example/{number}"}}',
            story=f"story-{story}",
        )
    make(write(tmp_path, files))
    home = (tmp_path / "site/index.html").read_bytes()
    assert home.count(b"<article") + home.count(b"<li><h") == 30
    assert len(gzip.compress(home, 6)) <= 12_000
    assert len(gzip.compress((tmp_path / "site/articles/a1/index.html").read_bytes(), 6)) <= 7_000


def test_the_only_story_is_shown_with_those_who_report_it(tmp_path):
    files = {f"content/articles/r{n}.md": article(f"Report {n}", story="one", date=f"2026-11-0{n}") for n in (1, 2, 3)}
    make(write(tmp_path, EMPTY | files))
    front = (tmp_path / "site/index.html").read_text().partition('class="list ranked"')[2].partition("</ol>")[0]
    assert re.findall(r">(Report \d)<", front) == ["Report 3", "Report 2", "Report 1"]


def test_no_drawing_is_given_to_those_who_link_here(tmp_path):
    drawn = article("Drawn", story="one", date="2026-11-02", image="https://a.example/x.svg")
    shot = article("Shot", story="one", date="2026-11-01", image="https://a.example/x.jpg")
    make(write(tmp_path, EMPTY | {"content/articles/drawn.md": drawn, "content/articles/shot.md": shot}))
    told = {
        path: path.read_text() for path in (tmp_path / "site").rglob("index.html") if "og:image" in path.read_text()
    }
    assert {path.parent.name for path in told} == {"one", "shot"}
    assert all("x.jpg" in text and 'og:image" content="https://a.example/x.svg' not in text for text in told.values())


def test_an_edition_of_many_briefs_shows_some_beside_its_lead_and_fills_three_columns(tmp_path):
    lone = {f"content/articles/r{n}.md": article(f"Report {n}", date="2026-11-02") for n in range(9)}
    make(write(tmp_path, EMPTY | lone))
    page = (tmp_path / "site/editions/2026-11-02/index.html").read_text()
    lead, beside, below = re.split('<aside class="margin"|<section class="more"', page)
    assert [len(set(re.findall(r">(Report \d)<", part))) for part in (lead, beside, below)] == [1, 2, 6]


def test_each_page_keeps_what_it_says_itself_when_its_frame_changes(tmp_path):
    renderer = Renderer(tmp_path, Config(), {})
    framed = {path.name for path in packaged().glob("*.html") if '"base.html"' in path.read_text(encoding="utf-8")}
    kept = {name for name in framed if "main" in renderer.frame(name).blocks}
    assert framed - kept == {"page.html"}  # which says little but its body
