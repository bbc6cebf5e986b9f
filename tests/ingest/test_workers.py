"""Many processes read what one would, in the same order."""

import datetime as dt
from pathlib import Path

import pytest

from generator.ingest import reading, workers

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_readings_are_the_same_and_a_missing_file_harms_nobody(tmp_path, monkeypatch, jobs):
    monkeypatch.setattr(workers, "WORTH", 2)
    folder = tmp_path / "content" / "sources"
    folder.mkdir(parents=True)
    names = [f"{number}.txt" for number in range(9)]
    for name in names:
        (folder / name).write_text(
            f"A report\n\nThe ferry number {name} sailed at noon with its passengers and a goat.\n"
        )
    found = list(workers.read(tmp_path, [*names, "gone.txt"], NOW, jobs))
    assert [path for path, _ in found] == [*names, "gone.txt"]
    assert isinstance(found[-1][1], FileNotFoundError)
    for path, readings in found[:-1]:
        assert readings == reading.read(path, Path(folder / path).read_bytes(), NOW)
