"""A story keeps its slug for life: of stories that are joined the older one's stays, of one that is split its oldest
part's.
"""

import datetime as dt

from generator.ingest import match
from generator.ingest.articles import Article
from generator.ingest.match import slug

QUAKE = "The earthquake at Vellona damaged the gymnasium of Saint Odile, said the seismologist Oda Prell. "
STRIKE = "Ferry crews of the Lund line went on strike for higher wages, said their speaker Marit Foss. "


def report(name, story="", title="Report", day=1):
    meta = {"title": title, "date": dt.date(2026, 3, day)} | ({"story": story} if story else {})
    return Article(name, b"", meta, b"")


def choose(*stories, first=None, fixed=(), taken=()):
    return slug.choose(stories, first or {}, fixed, taken)


def test_a_new_story_is_named_after_its_earliest_report():
    assert choose([report("a", title="Second", day=2), report("b", title="First", day=1)]) == ["first"]


def test_a_new_story_takes_no_slug_that_is_taken_or_that_a_story_had_before():
    new = [report("c", title="First"), report("d")]
    assert choose(new, taken=["first"]) == ["first-2"]
    joined = [report("a", "old"), report("b", "first", day=2)]
    assert choose(new, joined, first={"a": "1", "b": "2"}) == ["first-2", "old"]


def test_two_new_stories_of_one_title_have_two_slugs_in_the_order_of_their_days():
    late = [report("a", title="Flood", day=9), report("b", title="Flood", day=10)]
    early = [report("c", title="Flood", day=2), report("d", title="Flood", day=3)]
    assert choose(late, early) == ["flood-2", "flood"]


def test_when_stories_are_joined_the_slug_of_the_one_seen_first_stays():
    members = [report("a", "young"), report("b", "young"), report("c", "old")]
    assert choose(members, first={"a": "2026-03-02", "b": "2026-03-02", "c": "2026-03-01"}) == ["old"]
    assert choose(members, first={"a": "2026-03-01", "b": "2026-03-02", "c": "2026-03-02"}) == ["young"]
    assert choose(members, first=dict.fromkeys("abc", "2026-03-01")) == ["old"], "then the first by its letters"


def test_when_a_story_is_split_the_part_with_most_of_its_oldest_reports_keeps_the_slug():
    first = {name: f"2026-03-{at:02}" for at, name in enumerate("abcdefg", start=1)}
    old = [report(name, "story") for name in "abd"]
    new = [report(name, "story", title="New") for name in "cefg"]
    assert choose(new, old, first=first) == ["new", "story"]


def test_a_story_into_which_a_person_puts_a_report_keeps_those_that_it_has():
    assert choose([report("a", "wall", title="Wall"), report("b", "wall")], fixed=["wall"]) == ["wall"]
    assert choose([report("a", title="Wall"), report("b")], fixed=["wall"]) == ["wall-2"], "a new one is another"


def placed(*rows, free=None, **options):
    """Rows of name, day, text and story."""
    articles = [
        Article(
            name, b"", {"title": name, "lang": "en", "date": dt.date(2026, 3, day), "story": story}, text.encode() * 3
        )
        for name, day, text, story in rows
    ]
    free = {name for name, *_ in rows} if free is None else free
    found = match.place(articles, free, **({"first": {}, "threshold": 0.2} | options))
    return {name: each.story for name, each in found.items()}


def test_new_evidence_joins_two_stories_and_the_older_slug_stays():
    rows = [("a", 1, QUAKE, "one"), ("b", 2, QUAKE, "one"), ("c", 2, QUAKE, "two"), ("d", 2, QUAKE, "two")]
    first = {"a": "2026-03-02", "b": "2026-03-02", "c": "2026-03-01", "d": "2026-03-02"}
    assert placed(*rows, first=first) == dict.fromkeys("abcd", "two")


def test_a_story_of_two_events_is_split_and_one_keeps_its_slug():
    rows = [("a", 1, QUAKE, "one"), ("b", 1, STRIKE, "one"), ("c", 2, QUAKE, "one"), ("d", 2, STRIKE, "one")]
    first = {"a": "2", "b": "1", "c": "2", "d": "2"}
    assert placed(*rows, first=first) == {"a": "a", "b": "one", "c": "a", "d": "one"}


def test_a_report_that_is_left_alone_has_no_story():
    assert placed(("a", 1, QUAKE, "one"), ("b", 1, STRIKE, "one")) == {"a": "", "b": ""}


def test_stories_of_a_persons_take_others_in_and_are_never_joined():
    rows = [("a", 1, QUAKE, "mine"), ("b", 1, QUAKE, "other"), ("c", 1, QUAKE, None), ("d", 1, QUAKE, "old")]
    found = placed(*rows, free={"c", "d"})
    assert set(found) == {"c", "d"}
    assert set(found.values()) <= {"mine", "other"}


def test_stories_that_a_person_has_put_together_are_one_whatever_they_say():
    rows = [("a", 1, QUAKE, "one"), ("b", 1, QUAKE, "one"), ("c", 1, STRIKE, "two"), ("d", 1, STRIKE, "two")]
    assert placed(*rows, merged={"two": "one"}) == dict.fromkeys("abcd", "one")
    assert placed(*rows, ("e", 2, STRIKE, None), merged={"two": "one", "one": "all"}) == dict.fromkeys("abcde", "all")
    ring = placed(*rows, merged={"two": "one", "one": "two"})
    assert ring == dict.fromkeys("abcd", "one")


def test_an_article_is_told_why_it_is_in_its_story():
    told = f"{QUAKE}It shook 1742 houses.".encode()
    articles = [
        Article("a", b"", {"title": "Quake", "lang": "en", "date": dt.date(2026, 3, 1)}, told * 2),
        Article("b", b"", {"title": "Gymnasium closed", "lang": "en", "date": dt.date(2026, 3, 3)}, told),
        Article("c", b"", {"title": "Strike", "lang": "en"}, STRIKE.encode()),
    ]
    found = match.place(articles, {"a", "b", "c"}, first={}, threshold=0.2)
    assert found["c"] == match.Placing()
    why = found["a"].why
    assert (why["other"], why["days"]) == ("b", 2)
    assert 0.2 < why["score"] <= 1
    assert set(why["names"]) == {"Oda Prell", "Vellona", "Saint Odile"}
    assert "seismologist" in why["words"]
    assert "prell" not in why["words"]
    assert "1742" not in why["words"]
    assert len(why["words"]) <= 6


def test_between_reports_without_a_day_no_days_are_told():
    articles = [Article(name, b"", {"title": "Quake", "lang": "en"}, QUAKE.encode()) for name in "ab"]
    assert match.place(articles, {"a", "b"}, first={}, threshold=0.2)["a"].why["days"] is None
