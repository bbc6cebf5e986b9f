"""When something happened: which words of a sentence say so, and what they mean on the day of a report."""

import datetime as dt

import pytest
from cases import cases

from generator.text import clocks, times


@pytest.mark.parametrize(("given", "expected"), cases("times"))
def test_what_a_sentence_says_of_time(given, expected):
    head, _, text = given.partition(": ")
    lang, _, day = head.partition(" ")
    stated = dt.date.fromisoformat(day) if day else None
    found = [f"{text[each.start : each.end]} = {each.day} {each.precision}" for each in times.find(text, lang, stated)]
    found += [f"{text[each.start : each.end]} = {each.time}" for each in clocks.find(text, lang)]
    assert "; ".join(found) == expected
