"""Which articles get which story; a person's `story:` and what was given before stand for life."""

import datetime as dt
from collections import defaultdict
from pathlib import Path

import pytest
from ingest_site import HARBOUR, LIBRARY, Site, one_line

from generator import frontmatter
from generator.config import Config
from generator.ingest import match
from generator.ingest.articles import Article

SECOND = one_line(
    """Ostermouth council backs higher harbour wall

    11 November 2026

    Ostermouth will get a harbour wall two metres higher than the old one. The council approved the plan of harbour
    master Imre Valkay by nine votes to two.

    The fish market stood under water three times this autumn. The wall costs 14 million crowns; work begins in March.
    """
)
THIRD = one_line(
    """Fishmongers of Ostermouth return to their market

    13 November 2026

    Three weeks after the last storm the fishmongers of Ostermouth have moved back into their market behind the harbour
    wall. Imre Valkay, the harbour master, promised them dry feet from next year, when the wall will be two metres
    higher.
    """
)
FIRST_NAME = "the-harbour-wall-at-ostermouth-will-be-raised-by-two-metres"
SECOND_NAME = "ostermouth-council-backs-higher-harbour-wall"


def reports():
    """The invented reports in stories.txt, and the event of each."""
    articles, events = [], {}
    for number, row in enumerate((Path(__file__).parent / "stories.txt").read_text().splitlines()):
        if row and not row.startswith("#"):
            event, date, title, body = (part.strip() for part in row.split(" | "))
            meta = {"title": title, "lang": "en", "date": dt.date.fromisoformat(date)}
            articles.append(Article(f"{number:03}", b"", meta, body.encode()))
            events[f"{number:03}"] = event
    return articles, events


def given(articles, **options):
    free = {each.name for each in articles if not each.story}
    placed = match.place(articles, free, **({"first": {}, "threshold": Config().story_threshold} | options))
    return {name: each.story for name, each in placed.items() if each.story}


def test_confusable_events_are_kept_apart_and_reports_of_one_event_found():
    articles, events = reports()
    found = given(articles)
    told, true = defaultdict(set), defaultdict(set)
    for name, event in events.items():
        told[found.get(name, name)].add(name)
        true[event].add(name)
    pairs = [(one, other) for one in events for other in events if one < other]
    joined = {pair for pair in pairs if found.get(pair[0], 0) == found.get(pair[1], 1)}
    same = {pair for pair in pairs if events[pair[0]] == events[pair[1]]}
    assert len(joined & same) / len(joined) >= 0.95, "pairwise precision"
    precision = recall = 0.0
    for name, event in events.items():
        both = len(told[found.get(name, name)] & true[event])
        precision += both / len(told[found.get(name, name)]) / len(events)
        recall += both / len(true[event]) / len(events)
    assert 2 * precision * recall / (precision + recall) >= 0.95, "BCubed F1"


def test_the_order_of_the_articles_does_not_matter():
    articles, _ = reports()
    assert given(articles) == given(articles[::-1])


def test_a_second_run_gives_nothing_new():
    articles, _ = reports()
    found = given(articles)
    known = [Article(a.name, b"", {**a.meta, "story": found.get(a.name)}, a.content) for a in articles]
    assert given(known) == {}


def test_reports_in_two_languages_are_of_no_story():
    articles, _ = reports()
    articles = [
        Article(a.name, b"", {**a.meta, "lang": "de" if n % 2 else "en"}, a.content) for n, a in enumerate(articles[:2])
    ]
    assert given(articles) == {}


def test_reports_without_a_date_may_still_belong_together():
    articles, _ = reports()
    articles = [Article(a.name, b"", {"title": a.meta["title"], "lang": "en"}, a.content) for a in articles[:3:2]]
    assert set(given(articles)) == {"001", "003"}


def test_a_higher_threshold_keeps_more_apart():
    articles, _ = reports()
    assert len(given(articles, threshold=0.5)) < len(given(articles, threshold=0.3)) < len(given(articles))


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR)
    site.source("b.txt", SECOND)
    site.source("c.txt", LIBRARY)
    return site


def story(site, name):
    return site.front(name).meta.get("story")


def test_a_story_is_named_after_its_earliest_report(site):
    account = site.run()
    assert story(site, FIRST_NAME) == story(site, SECOND_NAME) == FIRST_NAME
    assert dict(account.stories) == {FIRST_NAME: FIRST_NAME, SECOND_NAME: FIRST_NAME}
    assert [story(site, name) for name in site.articles()].count(None) == 1


def test_a_new_report_joins_a_story_that_exists_and_its_name_stays(site):
    site.run()
    site.source("0.txt", THIRD.replace("13 November", "1 November"))
    account = site.run()
    assert list(account.stories) == [("fishmongers-of-ostermouth-return-to-their-market", FIRST_NAME)]
    assert story(site, "fishmongers-of-ostermouth-return-to-their-market") == FIRST_NAME


def test_a_text_to_which_an_editor_has_added_a_paragraph_is_told_to_be_copied():
    meta = {"title": "Harbour wall", "lang": "en", "date": dt.date(2026, 11, 11)}
    text = frontmatter.split(SECOND).body
    added = (
        " Readers of this paper have asked for that wall since the storm of last winter, when the cellars of Quay Lane"
    )
    bodies = {"a": text, "b": f"{text}\n\n{added} stood under water for a week.", "c": THIRD}
    placed = match.place(
        [Article(name, b"", meta, body.encode()) for name, body in bodies.items()],
        bodies.keys(),
        first={},
        threshold=Config().story_threshold,
    )
    assert {each.story for each in placed.values()} == {"harbour-wall"}
    assert {name: each.why.get("copied") for name, each in placed.items()} == {"a": True, "b": True, "c": None}


def test_a_persons_story_wins_and_others_join_it(site):
    site.source("b.txt", LIBRARY + "More.\n")
    site.run()
    text = frontmatter.replace(site.article(FIRST_NAME).read_text(), {"story": "the-wall"})
    site.article(FIRST_NAME).write_text(text)
    site.source("b.txt", SECOND)
    site.source("d.txt", THIRD)
    site.run()
    assert story(site, FIRST_NAME) == "the-wall"
    assert story(site, "fishmongers-of-ostermouth-return-to-their-market") == "the-wall"


def test_a_report_that_a_person_puts_into_a_story_joins_those_that_are_in_it(site):
    site.run()
    name, slug = "a-library-on-rails-reaches-the-vardo-valley", story(site, FIRST_NAME)
    assert story(site, name) is None
    site.article(name).write_text(frontmatter.replace(site.article(name).read_text(), {"story": slug}))
    for _ in range(2):
        site.run()
        assert {story(site, each) for each in (FIRST_NAME, SECOND_NAME, name)} == {slug}


@pytest.mark.parametrize("wish", ["none", None])
def test_an_article_that_a_person_took_out_of_a_story_stays_alone(site, wish):
    site.run()
    text = frontmatter.replace(site.article(SECOND_NAME).read_text(), {"story": wish})
    site.article(SECOND_NAME).write_text(text)
    site.source("d.txt", THIRD)
    for _ in range(2):
        assert SECOND_NAME not in dict(site.run().stories)
        assert story(site, SECOND_NAME) == wish
    assert story(site, "fishmongers-of-ostermouth-return-to-their-market") == FIRST_NAME


def test_two_stories_that_exist_are_never_joined(site):
    site.run()
    for name, slug in ((FIRST_NAME, "one"), (SECOND_NAME, "two")):
        text = frontmatter.replace(site.article(name).read_text(), {"story": slug})
        site.article(name).write_text(text)
    site.source("d.txt", THIRD)
    site.run()
    assert (story(site, FIRST_NAME), story(site, SECOND_NAME)) == ("one", "two")
    assert story(site, "fishmongers-of-ostermouth-return-to-their-market") in ("one", "two")


def test_a_new_story_does_not_take_the_name_of_a_page_that_a_person_wrote(site):
    page = site.folder / f"content/stories/{FIRST_NAME}.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: Something else\n---\n")
    site.run()
    assert story(site, FIRST_NAME) == f"{FIRST_NAME}-2"


def test_an_article_written_by_hand_takes_others_into_its_story_and_is_never_written(site):
    text = "---\ntitle: Ostermouth raises its harbour wall\ndate: 2026-11-10\nlang: en\nstory: my-wall\n---\n\n"
    path = site.write("by-hand", text + SECOND.split("\n\n", 2)[2])
    before = path.read_bytes()
    site.run()
    assert story(site, FIRST_NAME) == "my-wall"
    assert path.read_bytes() == before
    path.write_text(text.replace("story: my-wall\n", "") + SECOND.split("\n\n", 2)[2])
    before = path.read_bytes()
    site.run()
    assert path.read_bytes() == before


def test_when_nothing_has_changed_stories_are_not_matched_again(site, monkeypatch):
    site.run()

    def never(*_, **__):
        raise AssertionError

    monkeypatch.setattr(match, "place", never)
    site.run()
    site.config = Config(story_threshold=0.3)
    with pytest.raises(AssertionError):
        site.run()


def report(name, title, date=None):
    body = "The river Lirren burst its banks at Tolmery and drove nine hundred people from Osier Lane. " * 3
    return Article(name, b"", {"title": title, "lang": "en"} | ({"date": date} if date else {}), body.encode())


def test_reports_a_season_apart_are_never_in_one_story_whoever_stands_between_them():
    ends = [report("a", "Flood at Tolmery", dt.date(2024, 3, 1)), report("z", "Flood at Tolmery", dt.date(2026, 3, 1))]
    between = [report(name, "Flood at Tolmery") for name in "bcd"]
    found = given([*ends, *between])
    assert "a" not in found or "z" not in found or found["a"] != found["z"]


@pytest.mark.parametrize(("one", "other"), [("Survey of 2023", "Survey of 2025"), ("Kettle 3.1.0", "Kettle 3.2.0")])
def test_titles_of_different_years_or_versions_are_of_different_events(one, other):
    assert given([report("a", f"{one} is out"), report("b", f"{other} is out")]) == {}
    assert given([report("a", f"{one} is out"), report("b", f"{one} is out at last")])


@pytest.mark.parametrize("word", ["none", "None", "NONE"])
def test_an_article_that_a_person_keeps_alone_stays_so_in_any_case(tmp_path, word):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR)
    site.run()
    site.edit(FIRST_NAME, "title:", f"story: {word}\ntitle:")
    site.source("b.txt", SECOND)
    site.source("c.txt", THIRD)
    assert FIRST_NAME not in dict(site.run().stories)
    assert site.front(FIRST_NAME).meta["story"] == word
