"""What waits to be put into place: nothing is seen of it before, all of it afterwards."""

import shutil
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


def test_what_waits_in_vain_is_never_shown(tmp_path: Path) -> None:
    stage = _site(tmp_path, {"a/old.html": b"old", "b.html": b"old", "d/c.html": b"old"})
    for path in ("a/old.html", "a/new.html", "b.html", "d/c.html", "e/new.html"):
        stage.put(path, b"vain")
    stage.leave()
    shutil.rmtree(tmp_path / "d")
    stage.put("b.html", b"old")  # as it stands there
    for path in ("a/old.html", "d/c.html"):
        stage.put(path, b"new")
    assert [path for path in ("a/old.html", "b.html", "d/c.html", "e/new.html") if stage.holds(path)] == [
        "a/old.html",
        "d/c.html",
    ]
    assert stage.publish(["b.html", "a/old.html", "d/c.html", "e/new.html"]) == ["a/old.html", "d/c.html"]
    stage.drop()
    assert _files(tmp_path) == {"a/old.html": b"new", "b.html": b"old", "d/c.html": b"new"}


def test_who_is_told_of_each_page_in_its_place_may_end_it_there(tmp_path: Path) -> None:
    stage = _site(tmp_path, {"a.html": b"old", "b.html": b"old"})
    for path in ("a.html", "b.html"):
        stage.put(path, b"new")

    def told(path: str) -> None:
        raise KeyError(path)

    with pytest.raises(KeyError, match=r"a\.html"):
        stage.publish(["a.html", "b.html"], told)
    assert [stage.holds(path) for path in ("a.html", "b.html")] == [False, True]
    assert (tmp_path / "b.html").read_bytes() == b"old"


def test_what_another_one_of_the_same_process_left_is_none_of_ours(tmp_path: Path) -> None:
    _site(tmp_path, {"a.html": b"old"})
    Stage(tmp_path).put("a.html", b"theirs")
    assert Stage(tmp_path).publish(["a.html"]) == []


@pytest.mark.parametrize("path", ["a.html", "b/c.html"])
def test_a_disk_that_is_full_is_told_with_the_name_of_the_page(
    tmp_path: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = _site(tmp_path, {"a.html": b"old"})

    def full(data: bytes, path: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.build.staged._write", full)
    with pytest.raises(BroadsheetError) as told:
        stage.put(path, b"new")
    assert str(told.value).startswith(f"{tmp_path / path}: error: cannot write the file: No space left on device")
