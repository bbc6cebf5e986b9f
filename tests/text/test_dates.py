import datetime as dt
import random
from itertools import pairwise

import pytest
from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from generator.text.dates import find, parse
from generator.text.months import NAMES, month


@pytest.mark.parametrize(("given", "expected"), cases("dates"))
def test_a_printed_date_is_read_as_it_is_meant(given, expected):
    lang, _, text = given.partition("|")
    found = parse(text, lang)
    assert (found.isoformat() if found else "-") == expected


@pytest.mark.parametrize("lang", NAMES)
def test_each_month_of_each_language_is_known_by_each_of_its_names(lang):
    for number, names in enumerate(NAMES[lang], 1):
        for name in names.split():
            assert (name, month(name, lang)) == (name, number)


def test_every_date_is_found_with_its_place():
    text = "Published 9 March 2025, 07:55 GMT; updated 10.03.2025."
    first, second = find(text)
    assert text[first.start : first.end] == "9 March 2025, 07:55 GMT"
    assert text[second.start : second.end] == "10.03.2025"


def test_eastern_time_follows_the_american_summer():
    winter, summer = parse("January 9, 2025 7:55 AM ET"), parse("July 9, 2025 7:55 AM ET")
    assert (winter.utcoffset(), summer.utcoffset()) == (dt.timedelta(hours=-5), dt.timedelta(hours=-4))


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_an_iso_date_is_itself(day):
    assert parse(day.isoformat()) == day


@given(st.text(max_size=200))
def test_no_text_breaks_it_and_every_place_lies_in_the_text(text):
    places = [(found.start, found.end) for found in find(text)]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


@given(st.text(alphabet="0123456789 .,:/-–aprMmayT年月日GMTth'", max_size=120))
def test_no_jumble_of_dates_breaks_it(text):
    assert all(isinstance(found.value, dt.date) for found in find(text))


def test_a_long_text_without_dates_is_quick():
    letters = random.Random(1).choices("abc 12.,-/", k=100_000)
    assert len(find("".join(letters))) < 1000
