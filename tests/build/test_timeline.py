"""The timeline of a story: what stands in it, in which order, and what does not."""

import pytest
from cases import cases
from test_points import story

from generator.build.digest.reports import reports
from generator.build.digest.timeline import timeline


@pytest.mark.parametrize(("given", "expected"), cases("timeline"))
def test_what_happened_when(given, expected):
    pages = story(given)
    found = []
    for each in timeline(reports(pages)):
        precision = each.clock or ("" if each.precision == "day" else each.precision)
        found.append(
            f"{' '.join(filter(None, (str(each.day), precision, each.said)))} ({each.citation.entry.publisher})"
        )
    assert "\n".join(found) == expected


@pytest.mark.parametrize(("given", "expected"), cases("timeline"))
def test_each_time_is_printed_in_its_sentence_and_the_sentence_in_its_paragraph(given, expected):
    pages = {each.entry.path: each for each in story(given)}
    for each in timeline(reports([*pages.values()])):
        cited = each.citation
        assert each.said in cited.text
        assert cited.text in pages[cited.entry.path].paragraphs[cited.paragraph - 1]


def test_a_long_story_has_no_more_lines_than_can_be_read():
    days = "\n\n".join(
        f"Publisher {day} 2026-11-{day:02}\nThe number {day} tram ran into the {day}th house of the lane"
        f" {'very ' * day}late on 2026-11-{day:02}."
        for day in range(1, 29)
    )
    assert len(timeline(reports(story(days)))) <= 12
