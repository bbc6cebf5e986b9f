"""The loop: whatever a build raises, what is served stays, and who edits is told."""

import json
import os
import signal
import subprocess
import sys
import threading
import urllib.request

import pytest

from generator import serve
from generator.errors import BroadsheetError, problem


class Stop(BaseException):
    """Ends the loop, as Ctrl-C does."""


def place(folder, output, settings):
    return serve.Place(folder, output, "/", settings, "127.0.0.1", 0, reload=True, poll=False)


class Builds:
    """Builds that do what a test says, of a site in which they write nothing and copy these files."""

    def __init__(self, again, copied=()):
        self.again, self._copied = again, dict(copied)

    def news(self, changed):
        return changed

    def copied(self):
        return self._copied


@pytest.mark.timeout(20)
def test_a_fault_of_ours_is_handed_over_and_shown_and_ends_nothing(tmp_path):
    site, output, page = tmp_path / "site", tmp_path / "output", tmp_path / "site" / "content" / "a.md"
    page.parent.mkdir(parents=True)
    output.mkdir()
    (output / "index.html").write_text("<body>good</body>")
    builds, told, addresses, shown = [], [], [], []

    def build(changed, pages, pause):
        builds.append(1)
        if len(builds) == 2:
            raise ZeroDivisionError("ours")
        if len(builds) == 3:
            raise BroadsheetError(problem("yours"))
        if len(builds) == 4:
            raise Stop
        return [["index.html"]]

    def failed(error):
        told.append(error)
        threading.Timer(0.1, look).start()

    def started(address):
        addresses.append(address)
        page.write_text("0")

    def look():
        with urllib.request.urlopen(addresses[0], timeout=5) as answer:
            assert b"good" in answer.read()
        with urllib.request.urlopen(addresses[0] + "__live/events", timeout=5) as stream:
            rows = [stream.readline().decode() for _ in range(3)]
        shown.append(json.loads(rows[2].removeprefix("data: "))["problems"][0]["what"])
        page.write_text(str(len(shown)))

    with pytest.raises(Stop):
        serve.serve(place(site, output, site / "x.yml"), Builds(build), started=started, failed=failed)
    assert [type(error) for error in told] == [ZeroDivisionError, BroadsheetError]
    assert shown == ["a fault of Broadsheet itself: ZeroDivisionError: ours", "yours"]


@pytest.mark.timeout(20)
def test_a_settings_file_in_a_folder_of_its_own_is_watched(tmp_path):
    settings = tmp_path / "conf" / "site.yml"
    settings.parent.mkdir()
    builds = []

    def build(changed, pages, pause):
        builds.append(1)
        if len(builds) == 2:
            raise Stop
        return []

    with pytest.raises(Stop):
        serve.serve(
            place(tmp_path, tmp_path, settings),
            Builds(build),
            started=lambda _: settings.write_text("title: New"),
            failed=lambda _: None,
        )


@pytest.mark.timeout(20)
def test_what_is_only_copied_is_served_and_told_before_the_build_that_follows_ends(tmp_path):
    style, output = tmp_path / "content" / "static" / "own.css", tmp_path / "output"
    style.parent.mkdir(parents=True)
    style.write_text("old")
    files = {"index.html": "<body>page</body>", "own.css": "old"}
    output.mkdir()
    for name, text in files.items():
        (output / name).write_text(text)
    streams, told = [], []

    def started(address):
        streams.append(urllib.request.urlopen(address + "__live/events", timeout=10))
        heard()
        style.write_text("new")

    def heard():
        rows = [streams[0].readline().decode() for _ in range(4)]
        return rows[1].removeprefix("event: ").strip(), json.loads(rows[2].removeprefix("data: "))

    def build(changed, pages, pause):
        if changed:
            told.append((changed, heard(), (output / "own.css").read_text()))
            raise Stop
        return []

    builds = Builds(build, {style: "own.css"})
    with pytest.raises(Stop):
        serve.serve(place(tmp_path, output, tmp_path / "x.yml"), builds, started=started, failed=None)
    streams[0].close()
    news = {"build": 1, "assets": ["own.css"], "pages": False}
    assert told == [({style}, ("ready", news), "new")]


@pytest.mark.timeout(60)
@pytest.mark.skipif(os.name != "posix", reason="processes are asked for as POSIX does")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_what_is_ended_in_the_middle_of_a_build_leaves_no_file_and_no_process(tmp_path, name):
    articles = tmp_path / "content" / "articles"
    articles.mkdir(parents=True)
    for number in range(80):
        (articles / f"{number}.md").write_text(f"---\ntitle: Report {number}\n---\n\nWords.\n")
    (tmp_path / "broadsheet.yml").write_text("title: T\n")
    command = [sys.executable, "-m", "generator", "serve", "--source", str(tmp_path), "--port", "0"]
    ends = getattr(signal, name)
    heard = signal.signal(ends, signal.SIG_DFL)  # else a child of one that ignores it does, too
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        signal.signal(ends, heard)
        while not list(tmp_path.rglob(".*.tmp")):  # it is rendering
            assert process.poll() is None
        os.killpg(process.pid, ends)
        said = process.communicate()
    assert (process.returncode, *said) == (0, b"0 inputs\nended\n", b"")
    assert not list(tmp_path.rglob("*.tmp"))
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


@pytest.mark.timeout(60)
@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="terminals are closed as POSIX does")
def test_what_was_started_to_outlive_its_terminal_does(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "broadsheet.yml").write_text("title: T\n")
    command = [sys.executable, "-m", "generator", "serve", "--source", str(tmp_path), "--port", "0"]
    heard = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        signal.signal(signal.SIGHUP, heard)
        while "Ctrl-C" not in process.stdout.readline():
            assert process.poll() is None
        os.killpg(process.pid, signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)
        process.terminate()
        assert process.wait() == 0
