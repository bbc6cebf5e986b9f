"""Tables of articles: CSV with any separator, and TSV."""

import csv
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wrapped import PROSE, SOURCES, check, damaged, hints, names, told, withstands

from generator.ingest.readers import read, table

FILES = sorted(SOURCES.glob("table-*/*.csv"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_a_table_gives_a_document_for_each_row(path, update):
    check(path, update)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separator_encoding_and_line_ends_are_found(separator, encoding, end):
    rows = [["Headline", "Body", "Published"], ["Größe", f'Die "Mauer", {PROSE};\tso|\n\nEnde.', "2026-11-23"]]
    lines = [separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    (found,) = read("a.csv", end.join([*lines, ""]).encode(encoding))
    assert hints(found, "title") == ["Größe"]
    assert hints(found, "date") == ["2026-11-23"]
    assert found.lines[-1] == "Ende."


def test_a_line_that_tells_spreadsheets_the_separator_is_no_row():
    assert len(list(read("a.csv", b"sep=;\ntitle;text\nIce;No ferry today.\n"))) == 1


def test_a_table_may_begin_far_down():
    (found,) = read("a.csv", b"\n" * 99 + b"title,text\nIce,No ferry today.\n")
    assert hints(found, "title") == ["Ice"]


def test_a_very_long_text_is_one_field():
    before = csv.field_size_limit()
    (found,) = read("a.csv", f'title,text\nIce,"{"No ferry today. " * 40_000}"\n'.encode())
    assert sum(map(len, found.lines)) > 600_000
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a,b\n1,2\n", "a table, but none of articles: no column is called title or text"),
        (b"title,text\n", "a table without rows"),
        (b"", "a table, but none of articles: no column is called title or text"),
    ],
)
def test_what_is_no_table_of_articles_says_so(data, reason):
    assert [each.reason for each in read("a.csv", data)] == [reason]


def test_a_text_that_was_not_quoted_is_mended_only_where_it_comes_last():
    (found,) = read("a.csv", b"title,text\nIce,No ferry, no mail, no milk.\n")
    assert found.lines == ("No ferry, no mail, no milk.",)
    found = list(read("a.csv", b"text,title\nNo ferry, no mail,Ice\nA ferry.,Thaw\n"))
    assert len(names(found)) == 2
    assert list(told(found)) == ["a.csv#row 2"]


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("title,text,date\nIce,No ferry,2026\n", True),
        ("id\ttitle\tcontent\n1\tIce\tNo ferry\n", True),
        ("title,text\n", False),
        ("A title, a text, and a date: what else does a report need?\n", False),
        ("Text of a report, with commas, and a title.\n", False),
    ],
)
def test_a_table_is_told_by_its_first_line(text, claimed):
    assert table.claims(text.encode()) is claimed
    assert table.claims(text.encode("utf-16")) is claimed


@pytest.mark.parametrize(
    "text", ["title,text\n" + '"' * 300_000, "title,text," * 100_000, 'title,text\na,"' + "x,y\n" * 50_000]
)
def test_a_hostile_table_is_read_in_time(text):
    start = time.process_time()
    list(read("a.csv", text.encode()))
    assert time.process_time() - start < 5


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(FILES), st.integers())
def test_any_damage_to_a_table_gives_documents_or_a_reason(path, seed):
    withstands(table, path.name, damaged(path.read_bytes(), seed))
