"""What a source changes after it was published stays in the lock: what it said, what it says, and when it was seen."""

import datetime as dt

import pytest
from ingest_site import HARBOUR, NOW, Site

DAY = dt.timedelta(days=1)
SEEN = "2026-11-23T08:15:00Z"


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR)
    site.run()
    return site


def changes(site):
    return site.lock()["a.txt"].changes


def again(site, text, days=1):
    site.source("a.txt", text)
    site.run(now=NOW + days * DAY)
    return changes(site)


def test_a_figure_that_was_put_right_is_kept_with_its_paragraph(site):
    assert again(site, HARBOUR.replace("14 million", "19 million")) == [
        (
            SEEN,
            "body",
            "Work will begin in March and cost 14 million crowns, the harbour master Imre Valkay said.",
            "Work will begin in March and cost 19 million crowns, the harbour master Imre Valkay said.",
        )
    ]


def test_a_new_title_and_date_are_kept_field_by_field(site):
    text = HARBOUR.replace("raised by two metres\n", "raised by three metres\n").replace("10 November", "11 November")
    assert [(key, old, new) for _, key, old, new in again(site, text)] == [
        (
            "title",
            "The harbour wall at Ostermouth will be raised by two metres",
            "The harbour wall at Ostermouth will be raised by three metres",
        ),
        ("date", "2026-11-10", "2026-11-11"),
    ]


def test_a_paragraph_that_came_or_went_has_nothing_on_the_other_side(site):
    added = again(site, HARBOUR + "\nThe mayor spoke last.\n")
    assert added == [(SEEN, "body", "", "The mayor spoke last.")]
    both = again(site, HARBOUR, 2)
    assert both[0] == added[0]
    assert both[1][1:] == ("body", "The mayor spoke last.", "")


@pytest.mark.parametrize(
    "text",
    [
        HARBOUR.replace("\n\n", "\n\n\n"),
        HARBOUR.replace(". Two members", ".  Two members"),
        HARBOUR + "\nShare this article\n",
    ],
)
def test_other_white_space_and_furniture_are_no_change(site, text):
    assert again(site, text) == []


def test_what_a_person_has_edited_is_not_told_as_the_source_s_change(site):
    (name,) = site.articles()
    site.edit(name, "14 million", "some millions of")
    assert again(site, HARBOUR.replace("14 million", "19 million")) == []


def test_a_source_that_was_written_anew_is_cut_to_a_bound(site):
    long = HARBOUR.split("The council")[0] + "The tide took a boat. " * 900
    _, key, old, new = again(site, long)[-1]
    assert key == "body"
    assert old.startswith("The council of Ostermouth")
    assert len(new) == 4000
    assert new.endswith("…")


def test_the_same_change_is_told_once(site):
    first = again(site, HARBOUR.replace("14 million", "19 million"))
    assert again(site, HARBOUR.replace("14 million", "19 million"), 2) == first
