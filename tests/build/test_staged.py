"""What waits to be put into place: nothing is seen of it before, all of it afterwards."""

from pathlib import Path

import pytest

from generator.build.staged import MARK, Stage
from generator.errors import BroadsheetError


def _files(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def _site(folder: Path, files: dict[str, bytes]) -> Stage:
    stage = Stage(folder)
    for path, data in files.items():
        stage.put(path, data)
    stage.publish(files)
    stage.drop()
    return stage


def test_pages_reach_their_places_at_once_when_all_are_there(tmp_path: Path) -> None:
    before = {"a/index.html": b"old", "a/b/index.html": b"same", MARK: b"{}"}
    stage = _site(tmp_path, before)
    after = {
        "a/index.html": b"new",
        "a/b/index.html": b"same",
        "a/c/index.html": b"first",
        "d/e/f.xml": b"",
        MARK: b"1",
    }
    for path, data in after.items():
        stage.put(path, data)
    assert before == {path: data for path, data in _files(tmp_path).items() if ".tmp/" not in path}

    written = stage.publish(after)

    assert sorted(written) == ["a/c/index.html", "a/index.html", "d/e/f.xml", MARK]
    stage.drop()
    assert after == _files(tmp_path)


def test_a_page_that_replaces_another_makes_no_folder_of_its_own(tmp_path: Path) -> None:
    pages = {f"articles/{number}/index.html": b"old" for number in range(9)}
    stage = _site(tmp_path, pages)
    for path in pages:
        stage.put(path, b"new")
    assert len([each for each in stage.folder.rglob("*") if each.is_dir()]) == 1


def test_a_folder_that_came_into_its_place_is_filled_there_in_the_same_build(tmp_path: Path) -> None:
    stage = _site(tmp_path, {})
    for path in ("a/b/1.html", "a/b/2.html"):
        stage.put(path, b"x")
        assert stage.publish([path]) == [path]
    assert _files(tmp_path) == {"a/b/1.html": b"x", "a/b/2.html": b"x"}


def test_what_is_dropped_is_as_if_it_had_never_been(tmp_path: Path) -> None:
    stage = _site(tmp_path, {"a/1.html": b"old"})
    stage.put("a/1.html", b"new")
    stage.put("b/2.html", b"new")
    stage.drop()
    assert stage.publish(["a/1.html", "b/2.html"]) == []
    assert _files(tmp_path) == {"a/1.html": b"old"}


def test_the_file_that_tells_whose_folder_it_is_comes_first(tmp_path: Path) -> None:
    stage = _site(tmp_path, {"index.html": b"old", MARK: b"old"})
    for path in ("404.html", "index.html", MARK):
        stage.put(path, b"new")
    (tmp_path / "404.html").mkdir()  # which nothing replaces
    with pytest.raises(BroadsheetError, match="cannot write the file"):
        stage.publish(["404.html", "index.html", MARK])
    assert (tmp_path / MARK).read_bytes() == b"new"
    assert (tmp_path / "index.html").read_bytes() == b"old"
