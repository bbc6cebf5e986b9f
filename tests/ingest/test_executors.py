"""Sources are read on a cluster as they are here, byte for byte, whatever becomes of its workers on the way."""

import re
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from distributed import Client
from ingest_site import HARBOUR, LIBRARY, ORCHARD

from generator.errors import BroadsheetError
from generator.ingest import executors, remote, sources, workers
from generator.ingest.memory import Memory
from generator.ingest.sources import Source

ROOT = Path(__file__).parent.parent.parent
COUNT = 30

pytestmark = pytest.mark.xdist_group("dask")


def start(stack, *arguments):
    """A program of Dask's, ended with the stack."""
    process = stack.enter_context(
        subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    )
    stack.callback(process.kill)
    return process


@contextmanager
def cluster(folder):
    """The address of a scheduler, a function that starts workers of it, and a client."""
    file = folder / "scheduler.json"
    with ExitStack() as stack:
        options = ("--port", "0", "--no-dashboard", "--scheduler-file", str(file))
        scheduler = start(stack, "scheduler", "--host", "127.0.0.1", *options)
        deadline = time.monotonic() + 60
        while not (file.exists() and file.read_text().strip()):
            assert time.monotonic() < deadline
            time.sleep(0.02)
        client = stack.enter_context(Client(scheduler_file=str(file), set_as_default=False))

        def more(count):
            before = len(client.scheduler_info()["workers"])
            options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(folder))
            started = [start(stack, "worker", client.scheduler.address, *options) for _ in range(count)]
            client.wait_for_workers(before + count, timeout=60)
            return started

        more.scheduler = scheduler
        yield client.scheduler.address.removeprefix("tcp://"), more, client


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory):
    with cluster(tmp_path_factory.mktemp("dask")) as running:
        yield running


@pytest.fixture
def site(tmp_path):
    place = tmp_path / "content" / "sources"
    place.mkdir(parents=True)
    for number in range(COUNT):
        text = (HARBOUR, LIBRARY, ORCHARD)[number % 3]
        (place / f"{number}.txt").write_text(f"{text}\nThe ferry number {number} sailed at noon.\n" * 5)
    (place / "empty.txt").write_text("")
    return tmp_path


def wanted(folder):
    memory = Memory(folder)
    return [Source(path, *memory.mark(sources.place(path))) for path in sources.find(folder).paths]


def by_file(events):
    found = {}
    for event in events:
        found.setdefault(event.path, []).append((event.kind, event.value))
    return found


def here(folder):
    return by_file(workers.read(folder, wanted(folder), 1))


def collected(events):
    """The events of a generator, and what it returns."""
    found = []

    def through():
        found.append((yield from events))

    return by_file(through()), found[0]


def test_a_worker_that_is_killed_on_the_way_changes_no_byte(site, scheduler):
    address, more, client = scheduler
    killed, staying = more(2)
    events = executors.read(f"dask://{address}", site, wanted(site), 1)
    first = next(events)
    assert all(client.processing().values())  # both have something to read
    killed.kill()
    assert by_file([first, *events]) == here(site)
    assert killed.wait(30) == -signal.SIGKILL
    assert staying.poll() is None


def test_a_site_is_the_same_from_a_cluster(site, scheduler, run, tmp_path_factory):
    address, more, client = scheduler
    if not client.scheduler_info()["workers"]:
        more(1)
    assert run(site, "ingest", "--executor", f"dask://{address}").code == 0
    far = {path.relative_to(site): path.read_bytes() for path in site.rglob("content/**/*") if path.is_file()}
    shutil.rmtree(site / "content" / "articles")
    (site / "content" / "ingest.lock").unlink()
    shutil.rmtree(site / ".broadsheet")
    assert run(site, "ingest").code == 0
    assert {path.relative_to(site): path.read_bytes() for path in site.rglob("content/**/*") if path.is_file()} == far
    assert len(far) > 2 * 3 + 1


def test_nothing_is_asked_of_a_cluster_when_nothing_is_to_be_read(tmp_path):
    assert list(executors.read("dask://127.0.0.1:1", tmp_path, [], 1)) == []


def test_any_executor_of_the_standard_interface_will_do(site):
    with ThreadPoolExecutor(3) as executor:
        found, lost = collected(remote.read(site, [*wanted(site), sources.Source("gone.txt", "", 1)], executor, 5))
    assert found.pop("gone.txt") == [("failed", "No such file or directory")]
    assert (found, lost) == (here(site), [])


class Losing(ThreadPoolExecutor):
    """Never gives back `1.txt`, and dies of `2.txt`."""

    def submit(self, work, source, data):
        future = super().submit(work, source, data)
        if source.path == "2.txt":
            future = Future()
            future.set_exception(RuntimeError("the worker died"))
        return Future() if source.path == "1.txt" else future


def test_what_does_not_come_back_is_told(site, monkeypatch):
    monkeypatch.setattr(workers, "LONGEST", 0.2)
    with Losing(1) as executor:
        found, lost = collected(remote.read(site, wanted(site), executor, 5))
    assert {"1.txt", "2.txt"} <= {source.path for source in lost}
    assert found.keys() == here(site).keys() - {source.path for source in lost}


def test_what_does_not_come_back_or_is_large_is_read_here(site, scheduler, monkeypatch):
    address, more, client = scheduler
    if not client.scheduler_info()["workers"]:
        more(1)
    monkeypatch.setattr(remote, "LARGEST", 900)
    read, sent = remote.read, []

    def losing(folder, far, executor, ahead):
        sent.extend(source.path for source in far)
        return [*(yield from read(folder, far[1:], executor, ahead)), far[0]]

    monkeypatch.setattr(remote, "read", losing)
    (site / "content/sources/large.txt").write_text(ORCHARD * 99)
    assert by_file(executors.read(f"dask://{address}", site, wanted(site), 1)) == here(site)
    assert sent
    assert "large.txt" not in sent


@pytest.mark.parametrize(
    ("program", "told"),
    [("0.0.1 (rules 1)", "the workers have Broadsheet 0.0.1 (rules 1), and this is "), (None, "cannot run Broadsheet")],
)
def test_workers_that_would_read_otherwise_are_refused(site, monkeypatch, program, told):
    def another(source, data):
        if program is None:
            raise ModuleNotFoundError("No module named 'generator'")
        return remote.Answer(program, ())

    monkeypatch.setattr(remote, "work", another)
    with ThreadPoolExecutor(1) as executor, pytest.raises(BroadsheetError, match=re.escape(told)):
        list(remote.read(site, wanted(site), executor, 2))


@pytest.mark.parametrize(
    ("executor", "told", "hint"),
    [
        ("dsak://a:1", "there is no executor `dsak://a:1`", "did you mean `dask`?"),
        ("ray", "there is no executor `ray`", "known are `dask`, `local`"),
        ("dask", "the executor has no address", "--executor dask://HOST:8786"),
        ("dask://127.0.0.1:1", "no Dask scheduler answers at 127.0.0.1:1", "is it running"),
    ],
)
def test_an_executor_that_is_not_to_be_had_is_told(site, run, monkeypatch, executor, told, hint):
    monkeypatch.setattr(executors, "PATIENCE", 0.5)
    ran = run(site, "ingest", "--executor", executor)
    assert ran.code == 1
    assert told in ran.err
    assert hint in ran.err


def test_without_the_extra_it_is_named(site, run, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    ran = run(site, "build", "--executor", "dask://127.0.0.1:8786")
    assert ran.code == 1
    assert "pip install 'broadsheet[dask]'" in ran.err
    assert run(site, "build").code == 0


def test_a_cluster_without_workers_and_one_that_goes_away_are_told(site, monkeypatch, tmp_path_factory):
    with cluster(tmp_path_factory.mktemp("dask")) as (address, more, _):
        monkeypatch.setattr(executors, "PATIENCE", 0.5)
        with pytest.raises(BroadsheetError, match="has no worker"):
            list(executors.read(f"dask://{address}", site, wanted(site), 1))
        monkeypatch.setattr(executors, "PATIENCE", 10)
        more(1)
        events = executors.read(f"dask://{address}", site, wanted(site), 1)
        next(events)
        more.scheduler.kill()
        with pytest.raises(BroadsheetError, match="the executor is gone"):
            list(events)
