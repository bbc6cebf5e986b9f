"""Many processes read what one would; one that dies or hangs harms only the document that it was at."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from multiprocessing import active_children

import pytest

from generator.ingest import sources, workers
from generator.ingest.memory import Memory
from generator.ingest.sources import Source

NAMES = [f"{number}.txt" for number in range(9)]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "WORTH", 2)
    place = tmp_path / "content" / "sources"
    place.mkdir(parents=True)
    for name in NAMES:
        (place / name).write_text(
            f"A report\n\nThe ferry number {name} sailed at noon with its passengers and a goat.\n"
        )
    return tmp_path


@pytest.fixture
def endless(folder):
    """The path of a source that is never read to its end."""
    os.mkfifo(folder / "content/sources/endless.txt")
    return "endless.txt"


def wanted(folder, names):
    memory = Memory(folder)
    return [Source(name, *memory.mark(sources.place(name))) for name in names]


def by_file(events):
    found = {}
    for event in events:
        found.setdefault(event.path, []).append((event.kind, event.value))
    return found


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_read_is_the_same_and_a_missing_file_harms_nobody(folder, jobs):
    gone = sources.Source("gone.txt", "", 1)
    found = by_file(workers.read(folder, [*wanted(folder, NAMES), gone], jobs))
    assert found.pop("gone.txt") == [("failed", "No such file or directory")]
    assert found == {
        name: [(kind, value) for _, kind, value in workers._one(folder, source)]
        for name, source in zip(NAMES, wanted(folder, NAMES), strict=True)
    }
    assert not active_children()


def test_a_process_that_dies_harms_only_the_document_it_was_at(folder, endless):
    def kill_who_reads_it():
        with (folder / "content/sources" / endless).open("wb"):  # opens when a process reads it
            for each in active_children():
                os.kill(each.pid, signal.SIGKILL)

    killer = threading.Thread(target=kill_who_reads_it)
    killer.start()
    stuck = sources.Source(endless, "", 1)
    found = by_file(workers.read(folder, [*wanted(folder, NAMES[:2]), stuck, *wanted(folder, NAMES[2:])], 2))
    killer.join()
    assert found[endless][-1] == ("died", "its reader crashed")
    died = [path for path, events in found.items() if events[-1][0] == "died"]
    assert len(died) <= 2  # both processes were killed
    assert {path for path, events in found.items() if events[-1][0] == "end"} == {*NAMES} - {*died}


@pytest.mark.parametrize(("jobs", "apart"), [(2, []), (1, ["endless.txt"])])
def test_a_document_that_takes_for_ever_is_given_up(folder, endless, monkeypatch, jobs, apart):
    monkeypatch.setattr(workers, "LONGEST", 4)
    stuck = sources.Source(endless, "", 1)
    found = by_file(workers.read(folder, [stuck, *wanted(folder, NAMES)], jobs, apart))
    assert found.pop(endless) == [("died", "its reader took too long")]
    assert all(events[-1] == ("end", "") for events in found.values())
    assert {*found} == {*NAMES}
    assert not active_children()


def test_where_no_process_can_be_started_all_is_read_in_this_one(folder, monkeypatch):
    start = workers._start

    def stillborn(place):
        worker = start(place)
        worker.process.kill()
        return worker

    monkeypatch.setattr(workers, "_start", stillborn)
    found = by_file(workers.read(folder, wanted(folder, NAMES), 2))
    assert {path: events[-1][0] for path, events in found.items()} == dict.fromkeys(NAMES, "end")


def test_who_stops_listening_leaves_no_process_behind(folder):
    events = workers.read(folder, wanted(folder, NAMES), 2)
    next(events)
    events.close()
    assert not active_children()


def test_a_process_that_is_busy_ends_when_its_parent_is_killed(folder, endless):
    code = (
        "import sys, time; from pathlib import Path; from generator.ingest import sources, workers\n"
        "worker = workers._start(Path(sys.argv[1])); worker.take(sources.Source(sys.argv[2], '', 1)); time.sleep(99)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code, str(folder), endless])
    with (folder / "content/sources" / endless).open("wb", buffering=0) as pipe:  # it is read now
        parent.kill()
        parent.wait()
        deadline = time.monotonic() + 20
        with contextlib.suppress(BrokenPipeError):  # nobody reads it any more
            while time.monotonic() < deadline:
                pipe.write(b"x")
                time.sleep(0.02)
    assert time.monotonic() < deadline
