"""What a person says of a story is held against its reports by `check`, and told with its line."""

import datetime as dt

import pytest
from build_site import make

from generator.build import gate
from generator.config import Config

REPORTS = {
    "bid": "Lanthorn has agreed to buy Ostrel Mutual for 4.2bn crowns, Marta Quell said on Tuesday.",
    "review": "The regulator looks at the bid until March. “We take our time,” said Ilse Varrand.",
    "other": "In Tolmery 14 people were hurt, said Berta Holm. “It was loud.”",
}
STORY = """---
title: {title}
summary: {summary}
merge: [review]
---

The bid is one story to us.

{body}
"""


@pytest.fixture
def site(tmp_path):
    for name, text in REPORTS.items():
        path = tmp_path / f"content/articles/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        story = {"other": "flood"}.get(name, name)
        path.write_text(f"---\ntitle: Report\ndate: 2026-11-10\nlang: en\nstory: {story}\n---\n\n{text}\n")
    return tmp_path


def doubts(site, *, title="Lanthorn and Ostrel Mutual", summary="A bid of 4.2 billion.", body=""):
    path = site / "content/stories/bid.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(STORY.format(title=title, summary=summary, body=body))
    return gate.doubts(site, Config())


def test_what_the_reports_say_is_no_doubt(site):
    assert (
        doubts(site, body="Quell said so on Tuesday, and *Varrand*: “We take [our](https://example.org/99) time.”")
        == []
    )


@pytest.mark.parametrize(
    ("planted", "line", "kind", "said"),
    [
        ({"title": "The bid of Ilse Harlow"}, 2, "name", "`Ilse Harlow`"),
        ({"summary": "A bid of 9.9bn crowns."}, 3, "number", "`9.9bn`"),
        ({"body": "It was announced\non 12 April 2025."}, 10, "date", "`12 April 2025`"),
        ({"body": "“We will\n**never** sell,” said Quell."}, 9, "quotation", "“We will never sell,”"),
        ({"body": "Berta Holm of Tolmery agrees."}, 9, "name", "`Berta Holm`"),
    ],
)
def test_what_no_report_of_the_story_contains_is_told_with_its_line(site, planted, line, kind, said):
    found = doubts(site, **planted)
    assert found[0].level == "warning"
    assert (found[0].path, found[0].line) == ("content/stories/bid.md", line)
    assert found[0].what == f"no report of this story contains the {kind} {said}"
    assert found[0].hint


def test_reports_of_another_story_bear_nothing_out(site):
    assert [each.what.rpartition(" ")[2] for each in doubts(site, body="There were 14 of them.")] == ["`14`"]


def test_a_site_without_words_of_a_person_or_without_content_has_no_doubts(site, tmp_path):
    assert gate.doubts(site, Config()) == []
    assert gate.doubts(tmp_path / "nowhere", Config()) == []


def test_check_tells_it_and_fails_only_when_it_is_strict(site, run):
    doubts(site, body="It was a day for Ilse Harlow.")
    make(site, now=dt.datetime(2026, 11, 23, tzinfo=dt.UTC))
    told = run(site, "check")
    assert told.code == 0
    assert "content/stories/bid.md:9: warning: no report of this story contains the name `Ilse Harlow`" in told.err
    assert run(site, "check", "--strict").code == 1
