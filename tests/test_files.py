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


def test_a_file_in_place_of_a_folder_is_told(tmp_path):
    (tmp_path / "a").write_text("x")
    with pytest.raises(BroadsheetError, match="cannot write the file"):
        files.write(tmp_path / "a" / "b.txt", b"one")
