"""Content files: what their front matter may say, and what is told when it says something else."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from build_site import NOW, article
from cases import cases

from generator import lock
from generator.build import bodies, content, values
from generator.build.beside import Beside
from generator.build.content import parse
from generator.build.fields import KEYS
from generator.build.gather import held
from generator.build.seen import Seen, seen
from generator.errors import BroadsheetError
from generator.model import Change, Reason, Source

BERLIN = ZoneInfo("Europe/Berlin")
PATH = "content/articles/bridge.md"


def entry(text, path=PATH, known=None):
    return parse(path, text, BERLIN, known).entry


def told(text, path=PATH):
    """Every fault or, when there is none, every warning, as it is printed."""
    try:
        return "\n".join(map(str, parse(path, text, BERLIN).problems))
    except BroadsheetError as error:
        return str(error)


@pytest.mark.parametrize(("given", "expected"), cases("front_matter_faults"))
def test_what_front_matter_must_not_say_is_told(given, expected):
    assert told(given) == expected


def test_all_that_an_article_may_say():
    text = article(
        "Bridge shut",
        date="2026-11-16",
        lastmod="2026-11-17T09:00:00Z",
        summary="Two\n  lines.",
        authors="Ann Lee; Bo Tan",
        lang="pt_BR",
        section="World",
        tags="a, b; a",
        source='[{file: a.txt, name: Post, url: "https://post.example/1"}, {name: Radio}]',
        story="Almery bridge",
        weight="3",
        pin="true",
        image="pictures/a.png",
        params="{colour: red}",
        aliases="[/old, /x.html, /y/]",
    )
    found = entry(text)
    assert (found.kind, found.slug, found.url) == ("article", "bridge", "/articles/bridge/")
    assert (found.date, found.day, found.dated) == (dt.date(2026, 11, 16), dt.date(2026, 11, 16), True)
    assert found.lastmod == dt.datetime(2026, 11, 17, 9, tzinfo=dt.UTC)
    assert (found.summary, found.lang, found.section) == ("Two lines.", "pt-BR", "World")
    assert (found.authors, found.tags) == (("Ann Lee", "Bo Tan"), ("a", "b"))
    assert found.sources == (Source("Post", "https://post.example/1", "a.txt"), Source("Radio"))
    assert (found.story, found.weight, found.pin) == ("almery-bridge", 3, True)
    assert (found.image, found.params) == ("/articles/pictures/a.png", {"colour": "red"})
    assert found.aliases == ("/old/", "/x.html", "/y/")


def test_every_key_has_a_form_and_prose():
    assert all(key.form in values.FORMS and key.prose.endswith(".") for key in KEYS.values())


def test_names_of_other_generators_are_read():
    text = "---\ntitle: T\nauthor: Ann\ncategory: World\nkeywords: [a]\nexcerpt: S.\npubdate: 2026-01-02\n---\nText.\n"
    found = entry(text)
    assert (found.authors, found.section, found.tags, found.summary) == (("Ann",), "World", ("a",), "S.")
    assert found.day == dt.date(2026, 1, 2)


@pytest.mark.parametrize(("line", "draft"), [("published: false", True), ("status: draft", True), ("draft: no", False)])
def test_a_draft_by_any_name(line, draft):
    assert entry(f"---\ntitle: T\n{line}\n---\nText.\n").draft is draft


@pytest.mark.parametrize(
    ("body", "title", "left"),
    [
        ("# The *title*\n\nText.\n", "The title", "Text."),
        ("The title\n=========\n\nText.\n", "The title", "Text."),
        ("Text.\n\n## Later\n\nMore.\n", "Later", "Text.\n\n## Later\n\nMore."),
    ],
)
def test_without_a_title_the_first_heading_is_the_title(body, title, left):
    parsed = parse(PATH, body, BERLIN)
    assert (parsed.entry.title, parsed.body.strip()) == (title, left)


def test_a_first_heading_that_repeats_the_title_is_left_out():
    assert parse(PATH, article("Bridge shut", "# Bridge Shut\n\nText."), BERLIN).body.strip() == "Text."
    assert parse(PATH, article("Bridge shut", "# Why\n\nText."), BERLIN).body.strip() == "# Why\n\nText."


def test_the_day_is_that_of_the_sites_zone():
    late = entry(article("T", date="2026-11-22T23:30:00Z"))
    assert late.day == dt.date(2026, 11, 23)
    naive = entry(article("T", date="2026-11-22 23:30:00"))
    assert (naive.day, naive.date.utcoffset()) == (dt.date(2026, 11, 22), dt.timedelta(hours=1))


def test_without_a_date_the_day_is_that_of_the_first_sight_and_without_that_there_is_none():
    first = entry(article("T"), known=Seen("urn:x", "2026-11-22T23:30:00Z"))
    assert (first.date, first.day, first.dated, first.id) == (None, dt.date(2026, 11, 23), False, "urn:x")
    assert entry(article("T")).day is None


def test_an_id_of_its_own_stays_whatever_the_folder_or_slug():
    plain = entry(article("T"))
    moved = entry(article("Other", slug="elsewhere"), path="content/articles/2026/bridge.md")
    assert plain.id == moved.id
    assert plain.id.startswith("urn:uuid:")
    assert plain.id != entry(article("T"), path="content/pages/bridge.md").id
    assert moved.url == "/articles/elsewhere/"


def test_the_lock_knows_the_id_and_the_first_sight_of_an_article():
    lines = [
        lock.Line("b.txt", "", 1, "duplicate", "2026-11-20T08:00:00Z", article="bridge"),
        lock.Line("a.txt", "", 1, "published", "2026-11-21T08:00:00Z", article="bridge", id="urn:a", why={"score": 1}),
        lock.Line("c.txt", "", 1, "empty", "2026-11-21T08:00:00Z"),
    ]
    files = {"b.txt": "2026-11-20T08:00:00Z", "a.txt": "2026-11-21T08:00:00Z"}
    assert seen(lines) == {"bridge": Seen("urn:a", "2026-11-20T08:00:00Z", files, why={"score": 1})}


def test_the_lock_tells_what_an_article_went_through():
    known = Seen(
        "urn:x",
        "2026-11-20T23:30:00Z",
        {"a.txt": "2026-11-20T23:30:00Z"},
        (("2026-11-20T23:30:00Z", "crack"), ("2026-11-22T08:00:00Z", "")),
        {"other": "news/Crack", "score": 0.4, "days": 2, "names": ["Almery"], "words": ["pillar"], "copied": True},
        (("2026-11-22T08:00:00Z", "title", "Bridge shut", "T"),),
    )
    text = article("T", date="2026-11-19", lastmod="2026-11-20", story="crack", source="[{file: a.txt}, {name: B}]")
    found = entry(text, known=known)
    day = dt.date(2026, 11, 21)  # in Berlin
    assert found.known == day
    assert [each.known for each in found.sources] == [day, None]
    assert found.former == ((day, "crack"), (dt.date(2026, 11, 22), ""))
    assert found.reason == Reason("crack", 0.4, 2, ("Almery",), ("pillar",), copied=True)
    assert found.changes == (Change(dt.date(2026, 11, 22), "title", "Bridge shut", "T"),)
    assert found.lastmod == dt.date(2026, 11, 22), "the day on which it was seen, being later than what is stated"
    assert (found.day, found.stated) == (dt.date(2026, 11, 19),) * 2
    assert entry(article("T"), known=known).reason is None, "it is in no story"


def test_a_web_address_as_url_is_the_sources_and_a_path_is_an_alias():
    assert entry(article("T", url='"https://post.example/1"')).sources == (Source(url="https://post.example/1"),)
    assert entry(article("T", permalink="/2020/01/x.html")).aliases == ("/2020/01/x.html",)


def test_a_language_written_from_right_to_left():
    assert entry(article("T", lang="ar-EG")).dir == "rtl"
    assert entry(article("T", lang="en")).dir == "ltr"


@pytest.mark.parametrize(
    ("meta", "reason"),
    [
        ({"draft": "true"}, "draft"),
        ({"date": "2026-11-23"}, "date 2026-11-23 is in the future"),
        ({"date": "2026-11-22"}, ""),
        ({"date": "2026-11-22T11:59:00Z"}, ""),
        ({"publishDate": "2026-11-22T12:01:00Z"}, "publishDate 2026-11-22T12:01:00+00:00 is in the future"),
        ({"expiryDate": "2026-11-22"}, "expired 2026-11-22"),
        ({"expiryDate": "2026-11-23"}, ""),
    ],
)
def test_what_is_held_back_and_why(meta, reason):
    assert held(parse(PATH, article("T", **meta), BERLIN), NOW, BERLIN) == reason


def test_flags_show_drafts_and_the_future_but_nothing_expired():
    def shown(**meta):
        return not held(parse(PATH, article("T", **meta), BERLIN), NOW, BERLIN, drafts=True, future=True)

    assert shown(draft="true")
    assert shown(date="2030-01-01")
    assert not shown(expiryDate="2020-01-01")


def test_words_are_counted_without_markup():
    text = article("T", "One **two** [three](https://example.org/a-b-c) *[<b>four</b>*](https://example.org/d).")
    assert content.parse("content/articles/a.md", text, ZoneInfo("UTC")).words == 4


@pytest.mark.parametrize(("count", "about"), [(4, 0), (16, 20), (99, 100), (149, 100), (151, 200), (2049, 2000)])
def test_others_are_told_about_how_many_words_there_are(count, about):
    assert entry(article("T", "word " * count)).words == about


@pytest.mark.parametrize("spelling", ["none", "None", "NONE"])
def test_a_report_that_is_to_stand_alone_has_no_story(spelling):
    assert entry(article("T", story=spelling)).story == ""


@pytest.mark.parametrize(
    ("image", "address"),
    [
        ("//host.example/x.png", "https://host.example/x.png"),
        ("https://host.example/x.png", "https://host.example/x.png"),
        ("/x.png", "/x.png"),
        ("x.png", "/articles/x.png"),
    ],
)
def test_the_address_of_a_picture(image, address):
    assert entry(article("T", image=image)).image == address


def test_a_story_needs_no_title():
    assert content.parse("content/stories/a.md", "Text.", BERLIN).entry.title == ""


def test_a_day_is_stated_only_where_the_source_states_one():
    known = Seen("urn:x", "2026-11-22T08:00:00Z")
    dated = entry(article("T", date="2026-11-10"), known=known)
    changed = entry(article("T", lastmod="2026-11-14"), known=known)
    neither = entry(article("T"), known=known)
    assert (dated.stated, dated.dated) == (dt.date(2026, 11, 10), True)
    assert (changed.stated, changed.day, changed.dated) == (dt.date(2026, 11, 14), dt.date(2026, 11, 14), False)
    assert (neither.stated, neither.day) == (None, dt.date(2026, 11, 22))


LEADING = [
    "See [it](b.md).", "See [it](<b.md>).", "See [it]( b.md ).", "See [it](\nb.md).", "See [it](/world/b/).",
    "See [it][b].\n\n[b]: b.md", "See [b].\n\n[b]:\n  b.md", "![A map](map.png)", "See <a href='b.md'>it</a>.",
    "<A\nHREF=b.md>it</A>", "<img src=map.png>", "[![x](https://a.example/x.png)](b.md)",
]  # fmt: skip
ALONE = [
    "", "No link.", "See [it](https://a.example/b).", "See [it](http://a.example/b 'c').", "See <https://a.example/>.",
    "See [it][b].\n\n[b]: https://a.example/b", "![A map](https://a.example/map.png)", "[so], (b.md), <b>a</b>",
]  # fmt: skip


@pytest.mark.parametrize("body", LEADING)
def test_a_body_that_may_lead_to_the_site_waits_for_it(body):
    parsed = parse(PATH, f"---\ntitle: A\nsource: {{file: x.html}}\n---\n{body}\n", BERLIN)
    assert parsed.leads
    assert bodies.alone(parsed) is None


@pytest.mark.parametrize("body", ALONE)
def test_a_body_that_leads_to_the_web_alone_needs_nothing_of_the_site(body):
    parsed = parse(PATH, f"---\ntitle: A\n---\n{body}\n", BERLIN)
    site = bodies.Links(
        parsed.entry, {"content/articles/b.md": "/articles/b/"}, ["content/b"], ["/"], Beside({}, lambda name: False)
    )
    assert not parsed.leads
    assert bodies.alone(parsed) == bodies.convert(parsed, site)
