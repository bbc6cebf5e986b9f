"""The claim gate: what a text says and none of its reports contains, and what only looks so."""

import datetime as dt

import pytest
from cases import cases

from generator.text.claims import Ground, Report


def read(given):
    """The ground of the reports of a case, and the text that is held against them with its language."""
    *rows, asked = given.split("\n")
    reports = [(dt.date.fromisoformat(day), lang, text) for day, lang, text in (row.split(" | ") for row in rows)]
    return Ground.of(Report(text, lang, day) for day, lang, text in reports), asked.removeprefix("? "), reports[0][1]


@pytest.mark.parametrize(("given", "expected"), cases("gate"))
def test_what_no_report_contains_is_told_and_what_one_contains_is_not(given, expected):
    ground, text, lang = read(given)
    found = [f"{claim.kind}: {claim.said}" for claim in ground.lacks(text, lang)]
    assert found == ([] if expected == "nothing" else expected.split("\n"))


@pytest.mark.parametrize(("given", "expected"), cases("gate"))
def test_a_claim_stands_where_it_says_and_what_a_report_says_itself_is_contained(given, expected):
    ground, text, lang = read(given)
    assert all(text[claim.start : claim.end] == claim.said for claim in ground.lacks(text, lang))
    for row in given.split("\n")[:-1]:
        assert ground.lacks(row.split(" | ")[2], lang) == []


def test_in_a_heading_with_capitals_throughout_a_capital_makes_no_name():
    ground = Ground.of([Report("Lanthorn has agreed to buy Ostrel Mutual.", "en")])
    assert ground.lacks("The Theft of the Century at Ostrel Mutual", "en", heading=True) == []
    assert [claim.said for claim in ground.lacks("Lanthorn buys Harlow", "en", heading=True)] == ["Harlow"]


def test_without_reports_every_claim_is_lacking_and_an_empty_text_claims_nothing():
    ground = Ground.of([])
    assert [claim.kind for claim in ground.lacks("On 5 May 2021 Berta Holm counted 99.", "en")] == [
        "date",
        "name",
        "number",
    ]
    assert ground.lacks("") == []
