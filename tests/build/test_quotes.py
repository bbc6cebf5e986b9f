"""Who is quoted: which words between quotation marks are somebody's, and whose."""

import pytest
from cases import cases
from test_digest import page

from generator.build.digest.quotes import quotes
from generator.build.digest.reports import reports


def pages_of(text):
    """The reports of a case: language, colon, paragraphs; three dashes between two reports."""
    made = []
    for number, each in enumerate(text.split("\n---\n")):
        lang, _, body = each.partition(": ")
        made.append(page(f"r{number}", body, lang=lang, source=f"{{name: Publisher {number}}}"))
    return made


@pytest.mark.parametrize(("given", "expected"), cases("quotes"))
def test_who_says_what(given, expected):
    found = quotes(reports(pages_of(given)))
    assert "\n".join(f"{each.speaker}: {each.text}" for each in found) == expected


@pytest.mark.parametrize(("given", "expected"), cases("quotes"))
def test_each_quotation_and_its_speaker_stand_in_the_report(given, expected):
    pages = {each.entry.path: each for each in pages_of(given)}
    for each in quotes(reports([*pages.values()])):
        told = pages[each.citation.entry.path].paragraphs
        assert each.text in each.citation.text
        assert each.citation.text in told[each.citation.paragraph - 1]
        assert each.speaker in "\n".join(told)


def test_a_story_has_a_handful_from_several_speakers():
    nouns = "wall river bridge school market harbour ferry council mill tower".split()
    one = " ".join(f"“Nobody {noun}s like a {noun} in the {noun},” said Alba {noun.title()}." for noun in nouns)
    found = quotes(reports(pages_of(f"en: {one}")))
    assert len(found) == len({each.speaker for each in found}) == 6
