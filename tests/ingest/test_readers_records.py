"""Exports of articles in JSON, whatever their keys are called.

`tests/sources/records-*/` and `feed-json/` hold exports, `expected.md` what is made of them; `pytest --update` writes
them anew.
"""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wrapped import PAGE, PROSE, SOURCES, check, damaged, hints, names, told, withstands

from generator.ingest.readers import read, records

FILES = sorted([*SOURCES.glob("records-*/*.json*"), *SOURCES.glob("feed-json/*.json")])
ARTICLE = {"title": "Ice in the sound", "text": PROSE, "url": "https://a.example/ice"}


def reading(value, name="a.json"):
    return list(read(name, value if isinstance(value, bytes) else json.dumps(value).encode()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_an_export_gives_a_document_for_each_record(path, update):
    check(path, update)


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [ARTICLE],
        {"articles": [ARTICLE]},
        {"items": [ARTICLE], "total": 1},
        {"response": {"status": "ok", "results": [ARTICLE]}},
        {"response": {"docs": [ARTICLE]}},
        {"hits": {"total": 1, "hits": [{"_index": "n", "_source": ARTICLE}]}},
        {"articles": {"results": [ARTICLE]}},
        {"data": {"items": [{"article": ARTICLE}]}},
        {"posts": [{"thread": {"site": "a.example"}, **ARTICLE}]},
        {"https://a.example/ice": {"title": "Ice in the sound", "text": PROSE}},
        [{"fields": {"headline": "Ice in the sound", "bodyText": PROSE}, "webUrl": "https://a.example/ice"}],
        {"@graph": [{"headline": "Ice in the sound", "articleBody": PROSE, "url": "https://a.example/ice"}]},
        [{"Headline": "Ice in the sound", "Full text": PROSE, "Link": "https://a.example/ice"}],
        [{"article.title": "Ice in the sound", "article.body": PROSE, "article.url": "https://a.example/ice"}],
        [
            {
                "dc:title": "Ice in the sound",
                "content": {"rendered": PROSE},
                "alternate": [{"href": "https://a.example/ice"}],
            }
        ],
        [
            {
                "title": {"main": "Ice in the sound"},
                "body": [{"type": "p", "text": PROSE}],
                "link": "https://a.example/ice",
            }
        ],
    ],
    ids=lambda value: json.dumps(value)[:40],
)
def test_the_articles_are_found_wherever_an_export_has_them(value):
    (found,) = reading(value)
    assert found.name == "a.json#https://a.example/ice"
    assert found.lines == (PROSE,)
    assert hints(found, "title") == ["Ice in the sound"]


@pytest.mark.parametrize(
    "value",
    [
        {"name": "tool", "version": "1.0.0", "description": "A tool.", "scripts": {"test": "x"}, "dependencies": {}},
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "Hald"}}]},
        {"compilerOptions": {"strict": True}},
        {"data": [{"id": number} for number in range(100)]},
        [{"level": "info", "message": "started"}] * 100,
        [1, 2, 3],
        [],
        {},
        "text",
    ],
    ids=lambda value: json.dumps(value)[:30],
)
def test_what_is_no_export_of_articles_is_one_plain_reason(value):
    (found,) = reading(value)
    assert found.reason == "JSON, but no export of articles: nothing in it has a title and a text"


@pytest.mark.parametrize(
    ("record", "field", "values"),
    [
        ({"source": {"id": None, "name": "Hill Herald"}}, "name", ["Hill Herald"]),
        ({"source": "https://hill.example/x"}, "name", []),
        ({"publisher": {"@type": "Organization", "name": "Hill Herald"}}, "name", ["Hill Herald"]),
        ({"author": "By Ann Lee and Bob Ray"}, "authors", ["Ann Lee", "Bob Ray"]),
        ({"authors": "['Ann Lee', 'Bob Ray']"}, "authors", ["Ann Lee", "Bob Ray"]),
        ({"byline": {"original": "By Ann Lee"}}, "authors", ["Ann Lee"]),
        ({"author": 3}, "authors", []),
        ({"keywords": [{"name": "persons", "value": "Lee, Ann"}]}, "tags", ["Lee, Ann"]),
        ({"tags": "ice; ferries"}, "tags", ["ice", "ferries"]),
        ({"datePublished": "2026-11-23", "crawled": "2026-11-24"}, "date", ["2026-11-23"]),
        ({"date_download": "2026-11-24", "filedate": "2026-11-24", "seendate": "20261124T000000Z"}, "date", []),
        ({"date_gmt": "2026-11-23T07:00:00"}, "date", ["2026-11-23T07:00:00+00:00"]),
        ({"date": {"$date": "2026-11-23T07:00:00Z"}}, "date", ["2026-11-23T07:00:00+00:00"]),
        ({"summary": PROSE[:90] + "…"}, "summary", []),
        ({"title": "A &amp; <i>B</i>"}, "title", ["A & B"]),
    ],
    ids=str,
)
def test_a_field_is_read_whatever_form_it_has(record, field, values):
    (found,) = reading([ARTICLE | record])
    assert hints(found, field) == values


def test_a_whole_page_is_read_as_one_only_without_a_text():
    (page,) = reading([{"url": "https://a.example/ice", "html": PAGE.decode()}])
    (text,) = reading([ARTICLE | {"html": PAGE.decode()}])
    assert (page.format, text.format) == ("html", "text")
    assert hints(page, "title") == ["Ice in the sound"]


def test_a_bad_line_harms_only_itself():
    lines = [json.dumps(ARTICLE), '{"title": "Cut o', "", json.dumps(ARTICLE | {"url": "https://a.example/2"}), "null"]
    found = reading("\n".join(lines).encode(), "a.jsonl")
    assert names(found) == ["a.jsonl#https://a.example/ice", "a.jsonl#https://a.example/2", "a.jsonl#line 2"]
    assert told(found) == {"a.jsonl#line 2": "broken JSON: a text does not end (column 11)"}


@pytest.mark.parametrize("opening", ["[\n", '{"status": "ok", "articles": [\n', ""])
def test_of_a_list_that_was_cut_off_every_whole_record_is_read(opening):
    text = opening + ",\n".join(json.dumps(ARTICLE | {"url": f"https://a.example/{n}"}, indent=1) for n in range(5))
    found = reading(text[:-40].encode())
    assert names(found)[:4] == [f"a.json#https://a.example/{n}" for n in range(4)]
    assert [each.startswith("broken JSON") for each in told(found).values()] == [True]


def test_very_many_bad_lines_are_told_together():
    found = reading((json.dumps(ARTICLE) + "\n" + "{bad}\n" * 5000).encode(), "a.jsonl")
    assert len(found) == 102
    assert found[-1].reason == "broken JSON in 4,900 more places"


def test_a_number_that_may_be_a_place_in_a_list_names_no_record_that_has_an_address():
    assert names(reading([ARTICLE | {"id": 0}])) == ["a.json#https://a.example/ice"]
    assert names(reading([{"id": 71, "title": "x", "text": "y"}])) == ["a.json#71"]
    assert names(reading([ARTICLE | {"id": "news-71"}])) == ["a.json#news-71"]


def test_the_order_of_an_export_changes_no_name():
    rows = [{"title": f"Title {number}", "text": f"{number} {PROSE}"} for number in range(9)]
    assert set(names(reading(rows))) == set(names(reading(rows[::-1])))


def test_lone_surrogates_are_replaced():
    (found,) = reading(b'[{"title": "Ice \\ud83d", "text": "No ferry \\ud83d today.", "id": "a\\udc00"}]')
    assert (found.name, found.lines, hints(found, "title")) == ("a.json#a?", ("No ferry ? today.",), ["Ice ?"])


@pytest.mark.parametrize(
    "text",
    ['{"a":' + "[" * 1_000_000, '{"a":' * 100_000, '{"a":[{"title":"x"},\n' * 20_000, '{"a":' + "9" * 300_000],
    ids=lambda text: text[:12],
)
def test_hostile_json_is_refused_in_time(text):
    start = time.process_time()
    assert all(each.reason for each in reading(text.encode()) if hasattr(each, "reason"))
    assert time.process_time() - start < 5


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(FILES), st.integers())
def test_any_damage_to_an_export_gives_documents_or_a_reason(path, seed):
    withstands(records, path.name, damaged(path.read_bytes(), seed))
