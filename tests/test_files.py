"""Whole files or none, and only when they differ."""

import os

import pytest

from generator import files
from generator.errors import BroadsheetError


def test_a_file_is_written_with_its_folders(tmp_path):
    assert files.write(tmp_path / "a" / "b.txt", b"one")
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"one"


def test_equal_bytes_are_not_written_again(tmp_path):
    path = tmp_path / "b.txt"
    files.write(path, b"one")
    os.utime(path, (1, 1))
    assert not files.write(path, b"one")
    assert path.stat().st_mtime == 1


def test_nothing_is_left_beside_the_file(tmp_path):
    files.write(tmp_path / "b.txt", b"one")
    files.write(tmp_path / "b.txt", b"two")
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path):
    path, real = tmp_path / "a" / "link.txt", tmp_path / "b" / "real.txt"
    files.write(real, b"one")
    path.parent.mkdir()
    path.symlink_to(real)
    assert files.write(path, b"two")
    assert path.is_symlink()
    assert real.read_bytes() == b"two"
    assert [each.name for each in path.parent.iterdir()] == ["link.txt"]


def test_a_failed_write_leaves_the_old_file_and_is_told(tmp_path, monkeypatch):
    path = tmp_path / "b.txt"
    files.write(path, b"one")

    def full(*arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(BroadsheetError, match="No space left on device"):
        files.write(path, b"two")
    assert [each.name for each in tmp_path.iterdir()] == ["b.txt"]
    assert path.read_bytes() == b"one"


@pytest.mark.parametrize("name", ["4913", "#x#", "x.tmp", ".7.tmp", "x~", ".x.swp", "x.swx", "Thumbs.db"])
def test_files_that_editors_leave_behind(name):
    assert files.is_scratch(name)


@pytest.mark.parametrize("name", ["x.md", "4913.md", "#x", "tmp", "a~b.png", "swp.css"])
def test_files_of_a_site(name):
    assert not files.is_scratch(name)


def test_a_file_in_place_of_a_folder_is_told(tmp_path):
    (tmp_path / "a").write_text("x")
    with pytest.raises(BroadsheetError, match="cannot write the file"):
        files.write(tmp_path / "a" / "b.txt", b"one")
