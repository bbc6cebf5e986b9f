"""The output folder: exactly the wanted files, nothing of anybody else's lost."""

import os
from typing import NamedTuple

import pytest
from build_site import tree, write

from generator.build.output import MARK, claim, clear, held
from generator.build.staged import Stage
from generator.build.standing import Standing
from generator.errors import BroadsheetError

OURS = '{"generator": {"name": "Broadsheet", "version": "0"}}'


class Settled(NamedTuple):
    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def settle(output, wanted):
    """What a build does to the folder."""
    stage = Stage(output)
    try:
        there = {name: found for name, data in wanted.items() if (found := held(data)) is not None}
        removed = Standing(output).settle(there)
        for name, data in there.items():
            stage.put(name, data)
        written = stage.publish(there)
    finally:
        stage.drop()
    return Settled(tuple(sorted(written)), tuple(sorted(removed)), len(there) - len(written))


def test_the_folder_holds_exactly_the_wanted_files(tmp_path):
    write(tmp_path, {"a/b/old.html": "x", "a/index.html": "same", "c.txt": "old", ".77.tmp": "half"})
    source = tmp_path.parent / f"{tmp_path.name}.png"
    source.write_bytes(b"png")
    settled = settle(tmp_path, {"a/index.html": b"same", "c.txt": b"new", "d/e.html": b"e", "p.png": source})
    assert tree(tmp_path) == {"a/index.html": b"same", "c.txt": b"new", "d/e.html": b"e", "p.png": b"png"}
    assert (settled.written, settled.removed, settled.unchanged) == (
        ("c.txt", "d/e.html", "p.png"),
        (".77.tmp", "a/b/old.html"),
        1,
    )
    assert not (tmp_path / "a/b").exists()


def test_what_is_new_joins_what_stands_there(tmp_path):
    settle(tmp_path, {"a/old.html": b"old", "a/b/old.html": b"old"})
    wanted = {
        "a/old.html": b"old",
        "a/b/old.html": b"old",
        "a/new.html": b"1",
        "a/b/new.html": b"2",
        "a/c/d.html": b"3",
    }
    assert settle(tmp_path, wanted).written == ("a/b/new.html", "a/c/d.html", "a/new.html")
    assert tree(tmp_path) == wanted


def test_a_file_gives_way_to_a_folder_and_back(tmp_path):
    settle(tmp_path, {"x": b"file", "y/z": b"file"})
    settle(tmp_path, {"x/z": b"in folder", "y": b"file"})
    assert tree(tmp_path) == {"x/z": b"in folder", "y": b"file"}


def test_what_did_not_change_is_not_touched(tmp_path):
    settle(tmp_path, {"a.html": b"a"})
    os.utime(tmp_path / "a.html", ns=(1, 1))
    settle(tmp_path, {"a.html": b"a"})
    assert (tmp_path / "a.html").stat().st_mtime_ns == 1


def test_hidden_files_at_the_top_stay(tmp_path):
    write(tmp_path, {".gitignore": "*", ".git/config": "x", ".well-known/old.txt": "x", "a/.hidden": "x"})
    settle(tmp_path, {".nojekyll": b"", ".well-known/new.txt": b"y"})
    assert sorted(tree(tmp_path)) == [".git/config", ".gitignore", ".nojekyll", ".well-known/new.txt"]


def test_a_link_to_elsewhere_is_removed_and_what_it_leads_to_stays(tmp_path):
    write(tmp_path, {"out/a.html": "a", "elsewhere/precious.txt": "x"})
    (tmp_path / "out/link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    settle(tmp_path / "out", {"a.html": b"a"})
    assert tree(tmp_path) == {"out/a.html": b"a", "elsewhere/precious.txt": b"x"}


@pytest.mark.parametrize(
    "files", [{}, {".gitignore": "*"}, {".nojekyll": "", ".77.tmp": ""}, {MARK: OURS, "a.html": "x"}]
)
def test_an_empty_folder_or_one_of_ours_may_be_used(tmp_path, files):
    claim(write(tmp_path / "site", files), tmp_path / "paper")


@pytest.mark.parametrize(
    "files",
    [
        {"thesis.doc": "x"},
        {".well-known/security.txt": "x"},
        {MARK: "{}"},
        {MARK: '{"generator": "Other"}'},
        {MARK: "[1"},
    ],
)
def test_a_folder_that_is_not_ours_is_left_alone(tmp_path, files):
    write(tmp_path / "site", files)
    with pytest.raises(BroadsheetError, match="did not write, and they would be lost"):
        claim(tmp_path / "site", tmp_path / "paper")


@pytest.mark.parametrize("place", ["", "content", "content/articles", "templates/x", "..", "../.."])
def test_the_site_s_own_files_are_not_overwritten(tmp_path, place):
    home = tmp_path / "a/b"
    (home / "content").mkdir(parents=True)
    with pytest.raises(BroadsheetError, match="site's own files"):
        claim(home / place, home)


def test_a_file_is_no_folder(tmp_path):
    write(tmp_path, {"site": "x"})
    with pytest.raises(BroadsheetError, match="it is a file"):
        claim(tmp_path / "site", tmp_path / "paper")


def test_clear_removes_what_is_ours_and_refuses_the_rest(tmp_path):
    write(tmp_path / "site", {MARK: OURS, "a/index.html": "x", ".gitignore": "*"})
    assert clear(tmp_path / "site") == ("a/index.html", MARK)
    assert sorted(tree(tmp_path)) == ["site/.gitignore"]
    assert clear(tmp_path / "nowhere") == ()
    write(tmp_path / "other", {"thesis.doc": "x"})
    with pytest.raises(BroadsheetError):
        clear(tmp_path / "other")


def test_a_copied_file_that_is_gone_by_now_is_left_out(tmp_path):
    settled = settle(tmp_path, {"a.html": b"a", "gone.png": tmp_path.parent / "nowhere.png"})
    assert (settled.written, settled.unchanged, tree(tmp_path)) == (("a.html",), 0, {"a.html": b"a"})


def test_a_copied_file_that_cannot_be_read_is_told_before_anything_is_touched(tmp_path):
    write(tmp_path, {MARK: OURS, "old.html": "x"})
    (tmp_path / "folder").mkdir()  # a file without permission is readable where root runs the tests
    with pytest.raises(BroadsheetError, match=r"folder: error: cannot read the file: Is a directory"):
        settle(tmp_path, {"a.html": b"a", "b.png": tmp_path / "folder"})
    assert tree(tmp_path) == {MARK: OURS.encode(), "old.html": b"x"}


def test_a_disk_that_refuses_is_told(tmp_path, monkeypatch):
    write(tmp_path, {MARK: OURS, "old.html": "x"})

    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "unlink", refuse)  # a real one is not refused anything where root runs the tests
    with pytest.raises(BroadsheetError, match="cannot remove: Permission denied"):
        settle(tmp_path, {})
