"""A peer's server while it runs: started, waited for, asked, ended with all that it has started."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import measure
from peers import Peer

PATIENCE = 600.0
"""Seconds that a server may take to start, or an edit to be seen."""


@contextmanager
def serving(peer: Peer, logs: Path) -> Iterator[tuple[int, measure.Watch]]:
    """The port at which a peer's site is served, from when its newest article is, and who looks at its memory."""
    port = _free_port()
    with (logs / f"{peer.name.lower()}-server.log").open("wb") as out:
        process = subprocess.Popen(
            list(map(str, peer.serving(port))),
            cwd=peer.folder,
            env=measure.environ(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
        watch = measure.Watch(process.pid)
        watch.start()
        try:
            until_served(process, port, peer, peer.newest.title)
            yield port, watch
        finally:
            watch.end()
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def until_served(process: subprocess.Popen[bytes] | None, port: int, peer: Peer, text: str) -> float:
    """Wait until the page of the newest article holds a text; returns the moment.

    Raises measure.CommandError when that takes too long, or the server has ended.
    """

    def seen() -> bool:
        if process and process.poll() is not None:
            raise measure.CommandError(f"the server of {peer.name} ended with {process.returncode}")
        return text in get(port, f"/articles/{peer.newest.slug}/")

    return until(seen, f"{peer.name} does not serve {text!r}")


def until(seen: Callable[[], bool], fault: str) -> float:
    """Ask again and again until it is so; returns the moment. Raises measure.CommandError after a long time."""
    end = time.time() + PATIENCE
    while time.time() < end:
        if seen():
            return time.time()
        time.sleep(0.005)
    raise measure.CommandError(fault)


def get(port: int, path: str) -> str:
    """A page; empty while there is none."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return ""
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port
