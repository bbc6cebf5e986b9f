"""The scorers of `bench/` on tiny made sets: each figure says what is right, and sees what is wrong."""

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent.parent / "bench"

TEXT = """\
Ferry to Almery stops for a week

By Tamsin Roke

12 October 2026

The ferry between Almery and the islands will not sail from Monday because its engine has to be replaced.

READ MORE: Five walks along the Almery quays

WHAT TRAVELLERS CAN DO A bus goes round the bay four times a day, and tickets of the ferry are valid in it all week.

The company hopes that the ferry sails again on the following Monday, but it could not promise that to anybody.

Comments are closed
"""
BODY = """\
The ferry between Almery and the islands will not sail from Monday because its engine has to be replaced.

What travellers can do

A bus goes round the bay four times a day, and tickets of the ferry are valid in it all week.

The company hopes that the ferry sails again on the following Monday, but it could not promise that to anybody.
"""
TRUTH = {
    "title": "Ferry to Almery stops for a week",
    "date": "2026-10-12",
    "authors": ["Tamsin Roke"],
    "headings": ["What travellers can do"],
    "body": BODY,
}
PAGE = f"""<html><head><title>Ferry to Almery stops for a week</title></head><body><article>
<h1>Ferry to Almery stops for a week</h1><p>By Tamsin Roke</p><time datetime="2026-10-12">12 October 2026</time>
{"".join(f"<p>{part}</p>" for part in BODY.split(chr(10) * 2))}</article></body></html>"""


@pytest.fixture
def score(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))
    yield importlib.import_module("score")
    for path in BENCH.glob("*.py"):
        sys.modules.pop(path.stem, None)


@pytest.fixture
def scored(score, tmp_path):
    def figures(task, *cases):
        (tmp_path / "set.jsonl").write_text("".join(json.dumps(case) + "\n" for case in cases), encoding="utf-8")
        found = score.scores(task, score.sets.read(tmp_path))
        return {figure: round(score.value(parts), 2) for figure, parts in found.items()}

    return figures


def test_a_text_that_is_restored_as_it_was_written_has_full_figures(scored):
    assert scored("text", {"text": TEXT, **TRUTH}) == {
        "title exact": 1,
        "date right": 1,
        "date wrong or invented": 0,
        "authors exact": 1,
        "heading precision": 1,
        "heading recall": 1,
        "heading F1": 1,
        "body F1": 1,
        "body lost": 0,
        "furniture leaking": 0,
    }


def test_each_figure_of_a_text_sees_what_is_wrong(scored):
    said = "The mayor had asked for a second ferry, and the islands paid for one of their own in the end."
    wrong = TRUTH | {"title": "Another", "date": None, "authors": [], "headings": ["A", "B", "C"]}
    found = scored("text", {"text": TEXT.replace("Comments are closed", said), **wrong})
    assert found == {
        "title exact": 0,
        "date wrong or invented": 1,
        "authors exact": 0,
        "heading precision": 0,
        "heading recall": 0,
        "heading F1": 0,
        "body F1": 0.86,
        "body lost": 0,
        "furniture leaking": 0.2,
    }
    assert scored("text", {"text": TEXT, **TRUTH, "body": f"{BODY}\n\nComments are closed"})["body lost"] == 0.04


def test_a_title_in_capitals_tells_nothing_of_case(scored):
    assert scored("text", {"text": TEXT, **TRUTH, "title": TRUTH["title"].upper()})["title exact"] == 1
    assert scored("text", {"text": TEXT, **TRUTH, "title": TRUTH["title"].title()})["title exact"] == 0


def test_what_a_set_leaves_undecided_counts_for_no_figure(scored):
    said = "The mayor had asked for a second ferry, and the islands paid for one of their own in the end."
    text = TEXT.replace("Comments are closed", said)
    found = scored("text", {"text": text, **TRUTH})
    assert (found["body F1"], found["furniture leaking"]) == (0.86, 0.2)
    found = scored("text", {"text": text, **TRUTH, "undecided": [said, *BODY.split("\n")]})
    assert (found["body F1"], found["body lost"], found["furniture leaking"]) == (1, 0, 0)
    text = TEXT.replace("The company hopes", "WHAT COMES THEN The company hopes")
    assert scored("text", {"text": text, **TRUTH})["heading precision"] == 0.5
    assert scored("text", {"text": text, **TRUTH, "undecided": ["What comes then"]})["heading precision"] == 1


def test_an_update_is_scored_apart_from_a_publication(scored):
    text = TEXT.replace("12 October 2026", "Updated 12 October 2026")
    found = scored("text", {"text": text, **TRUTH, "date": None, "lastmod": "2026-10-12"})
    assert (found["update right"], found["date wrong or invented"]) == (1, 0)
    found = scored("text", {"text": text, **TRUTH, "lastmod": "2026-10-13"})
    assert (found["update right"], found["date right"]) == (0, 0)


def test_a_saved_page_is_scored_beside_the_bare_library(scored, tmp_path):
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    found = scored("pages", {"file": "a.html", **{key: TRUTH[key] for key in ("title", "date", "authors", "body")}})
    assert (found["title exact"], found["date right"], found["authors exact"]) == (1, 1, 1)
    assert found["body F1"] == 1
    assert 0.8 < found["body F1, trafilatura alone"] <= 1


@pytest.mark.parametrize(
    ("task", "cases", "figures"),
    [
        (
            "dates",
            [
                {"text": "Published 12 October 2026", "date": "2026-10-12"},
                {"text": "Published 12 October 2026", "date": "2026-10-13"},
                {"text": "Published yesterday", "date": None},
            ],
            {"right": 0.67, "wrong day": 0.33},
        ),
        (
            "language",
            [
                {"text": "Die Fähre fährt seit Montag nicht mehr zu den Inseln.", "lang": "de"},
                {"text": "The ferry has not sailed to the islands since Monday.", "lang": "fr"},
            ],
            {"right": 0.5, "wrong": 0.5},
        ),
        (
            "names",
            [{"text": "The mayor, Ilse Brandt, went to Almery with Tom Ruan.", "names": ["Ilse Brandt", "Ann Lee"]}],
            {"precision": 0.33, "recall": 0.5, "F1": 0.4},
        ),
        (
            "tags",
            [{"text": TEXT, "tags": ["almery", "Rail"]}, {"text": TEXT, "tags": []}],
            {"P@5": 0.2, "precision of those offered": 0.5, "recall": 0.5, "F1": 0.5, "P@5, at most": 0.2},
        ),
    ],
)
def test_the_other_tasks_count_what_is_right_and_what_is_wrong(scored, task, cases, figures):
    assert scored(task, *cases) == figures


def test_all_tasks_are_explained(score):
    told = (BENCH / "README.md").read_text(encoding="utf-8")
    assert [task for task in score.TASKS if f"| `{task}` |" not in told] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "set.jsonl:2: no object"),
        ('{"lang": "de"}', "no object with `file`"),
        ('{"file": "b.txt"}', "b.txt: No such"),
    ],
)
def test_a_set_that_cannot_be_read_is_named_with_its_line(scored, score, line, told, tmp_path):
    (tmp_path / "set.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(score.sets.SetError, match=told):
        list(score.sets.read(tmp_path))


def test_the_command_prints_the_figures_and_the_worst_cases(tmp_path):
    (tmp_path / "set.jsonl").write_text('{"text": "Published 12 October 2026", "date": "2026-10-13"}\n')
    command = [sys.executable, str(BENCH / "score.py"), "dates", str(tmp_path), "--worst", "right"]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    assert "0.000  right, 1 cases" in told
    assert "1.txt: 2026-10-12, not 2026-10-13: Published 12 October 2026" in told


def test_the_weights_of_titles_choose_the_line_that_is_one(score, tmp_path):
    weigh = importlib.import_module("weigh_titles")
    titles = ("Weir gives way at Cray Mill", "Fire at the old mill of Dunmere")
    texts = [f"NEWS\n{title}\nMost read\n{BODY.replace(chr(10) * 2, chr(10))}" for title in titles]
    (tmp_path / "set.jsonl").write_text(
        "\n".join(json.dumps({"text": text, "title": title}) for text, title in zip(texts, titles, strict=True)),
        encoding="utf-8",
    )
    found = [choice for case in importlib.import_module("sets").read(tmp_path) for choice in weigh.choices(case)]
    told = weigh.weights(found, 1 + max(at for lines, *_ in found for line in lines for at in line))
    for lines, right, _ in found:
        odds = [sum(value * told[at] for at, value in line.items()) for line in lines]
        assert right == [odds.index(max(odds))]


def test_the_weights_of_headings_tell_them_from_headlines_of_other_stories(score, tmp_path):
    weigh = importlib.import_module("weigh_headings")
    first, *rest = BODY.split("\n\n")
    text = "\n".join([TRUTH["title"], first, "Mill sold in Dunmere", *rest])
    (tmp_path / "set.jsonl").write_text(json.dumps({**TRUTH, "text": text}), encoding="utf-8")
    (case,) = importlib.import_module("sets").read(tmp_path)
    found = list(weigh.rows(case))
    told = weigh.weights(found)
    odds = [sum(map(float.__mul__, told, seen)) for seen, _, _ in found]
    assert [is_heading for _, is_heading, _ in found] == [False, True]
    assert odds.index(max(odds)) == 1


def test_the_weights_of_looks_tell_the_lines_of_a_page_from_those_of_a_body(score, tmp_path):
    weigh = importlib.import_module("weigh_looks")
    (tmp_path / "set.jsonl").write_text(
        json.dumps({"text": TEXT + "\nFive walks\n" * 6, "body": BODY}), encoding="utf-8"
    )
    (case,) = importlib.import_module("sets").read(tmp_path)
    found = [row for _, row in weigh.rows(case)]
    assert {furniture for _, furniture, _ in found} == {True, False}
    told = weigh.weights(found)
    odds = [sum(map(float.__mul__, told, seen)) for seen, _, _ in found]
    assert max(each for each, row in zip(odds, found, strict=True) if not row[1]) < min(
        each for each, row in zip(odds, found, strict=True) if row[1]
    )
