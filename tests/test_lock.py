"""The lock: what is written is read back, in an order that merges well, and a bad line is named."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import lock
from generator.errors import BroadsheetError

LINE = lock.Line("b.txt", "ab", 1, "published", "2026-11-22T08:00:00Z", article="b", taken=[(3, "Share", "share bar")])


def test_what_is_written_is_read_back_sorted_by_path(tmp_path):
    other = lock.Line("a.txt", "cd", 1, "empty", "2026-11-22T08:00:00Z")
    assert lock.write(tmp_path, [LINE, other])
    assert list(lock.read(tmp_path).items()) == [("a.txt", other), ("b.txt", LINE)]
    assert not lock.write(tmp_path, [other, LINE])


def test_a_missing_lock_is_an_empty_one(tmp_path):
    assert lock.read(tmp_path) == {}


@pytest.mark.parametrize("bad", ["<<<<<<< HEAD", "[]", '{"path": "x"}', '{"path": "x", "colour": 1}', "7", "[" * 9999])
def test_a_bad_line_is_named(tmp_path, bad):
    lock.write(tmp_path, [LINE])
    with (tmp_path / lock.PATH).open("a") as file:
        file.write(bad + "\n")
    with pytest.raises(BroadsheetError, match=r"content/ingest\.lock:2: error: not a line of the lock"):
        lock.read(tmp_path)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("path", 5),
        ("sha256", None),
        ("rules", "1"),
        ("rules", True),
        ("status", "lost"),
        ("status", []),
        ("article", 7),
        ("words", {}),
        ("taken", 3),
        ("taken", [3]),
        ("taken", [[3, "x"]]),
        ("taken", [["3", "x", "y"]]),
        ("fields", []),
        ("fields", {"title": 4}),
        ("wrote", "x"),
    ],
)
def test_a_value_of_the_wrong_type_is_a_bad_line(tmp_path, key, value):
    row = {"path": "x", "sha256": "ab", "rules": 1, "status": "empty", "first_seen": "t", key: value}
    (tmp_path / "content").mkdir()
    (tmp_path / lock.PATH).write_text(json.dumps(row) + "\n")
    with pytest.raises(BroadsheetError, match=rf"content/ingest\.lock:1: error: not a line of the lock: .*`{key}`"):
        lock.read(tmp_path)


def test_two_lines_for_one_source_are_told_with_the_second(tmp_path):
    lock.write(tmp_path, [LINE, LINE])
    with pytest.raises(BroadsheetError, match=r"content/ingest\.lock:2: error: .* there is one for `b.txt` above it"):
        lock.read(tmp_path)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives(tmp_path_factory, path, text):
    folder = tmp_path_factory.mktemp("lock")
    line = lock.Line(path, "x", 1, "published", "t", taken=[(1, text, text)], fields={text: text}, wrote={text: text})
    lock.write(folder, [line])
    assert lock.read(folder) == {path: line}
