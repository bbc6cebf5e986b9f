"""Serves the built folder as GitHub Pages would, below the base path, and adds the live-reload script to pages.

The files on the disk are never touched: what is added is added to the response.
"""

from __future__ import annotations

import errno
import mimetypes
import socket
import sys
import zlib
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.errors import BroadsheetError, problem
from generator.serve.channel import Channel

LIVE = "/__live/"
"""Below this path the server answers itself; no page of a site has it."""
PING = 15.0
"""Seconds after which a silent event stream says that it is still there."""
PATIENCE = 10.0
"""Seconds for which a page waits for a running build, so that nobody is shown the page before it."""
TRIES = 20
"""How many ports are tried when the wanted one is taken."""
_CLIENT = {LIVE + name: Path(__file__).with_name(name) for name in ("live.js", "morph.js", "fault.js")}
"""What the browser loads, by address."""
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class Server(ThreadingHTTPServer):
    """Each request in a thread of its own, so that open event streams hold nobody up."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    """So many connections may wait to be taken. With the library's five a system under load lets some of a browser's
    wait for a second or breaks them off."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle is no news; anything else is a fault of ours, and printed."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def listen(host: str, port: int, root: Path, base: str, channel: Channel, *, reload: bool = True) -> Server:
    """A server bound to `port` or the next free one; it serves `root` below `base`.

    Pages wait for the end of a build that is running; without `reload` nothing is added to them. Raises BroadsheetError
    when the address cannot be had.
    """
    handler = partial(
        _Handler, root=root.resolve(), base=unquote(base), channel=channel, reload=reload, local=host in _LOCAL
    )
    for tried in range(port, port + (TRIES if port else 1)):
        try:
            return Server((host, tried), handler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                what = f"cannot listen on {host}:{tried}: {error.strerror or error}"
                raise BroadsheetError(problem(what, hint="choose another `--host` or `--port`")) from error
    what = f"the ports {port} to {port + TRIES - 1} are all taken"
    raise BroadsheetError(problem(what, hint="choose another with `--port`"))


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    """Else the body waits, on a connection that is used again, until the browser has confirmed the head: 40 ms."""

    def __init__(
        self, request: socket.socket, client: tuple[str, int], server: Server, *,
        root: Path, base: str, channel: Channel, reload: bool, local: bool,
    ) -> None:  # fmt: skip
        self.root, self.base, self.channel, self.reload, self.local = root, base, channel, reload, local
        super().__init__(request, client, server)

    def do_GET(self) -> None:
        try:
            path = unquote(urlsplit(self.path).path)
            ours = not self.local or self._is_ours()
        except ValueError:
            self._send(HTTPStatus.BAD_REQUEST, b"This address cannot be read.\n", "text/plain")
            return
        if not ours:
            self._send(HTTPStatus.FORBIDDEN, b"This server answers to localhost only.\n", "text/plain")
        elif path == LIVE + "events" and self.reload:
            self._stream()
        elif path in _CLIENT:
            self._send(HTTPStatus.OK, _CLIENT[path].read_bytes(), "text/javascript")
        elif self.base != "/" and path in ("/", self.base[:-1]):
            self._redirect(self.base)
        else:
            self._page(path)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's name
        """Requests are not news."""

    def _is_ours(self) -> bool:
        """Another site's page must not read this one by a name of its own that points to this machine."""
        names = [self.headers.get("Host", ""), urlsplit(self.headers.get("Origin", "")).netloc]
        return all((urlsplit(f"//{name}").hostname in _LOCAL) for name in names if name)

    def _page(self, path: str) -> None:
        output = self._output(path)
        news = self.channel.settled(PATIENCE, output) if output.endswith(".html") else self.channel.news
        try:
            file = self._file(path)
            if file and file.is_dir():
                self._redirect(path + "/")
                return
            body = file.read_bytes() if file else None
        except OSError:  # a name too long for the system, or a file that has just gone
            file = body = None
        if file is None or body is None:
            missing = self.root / "404.html"
            body = missing.read_bytes() if missing.is_file() else b"<!doctype html><title>404</title>Not found\n"
            self._send(HTTPStatus.NOT_FOUND, body, "text/html", news.build)
        else:
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self._send(HTTPStatus.OK, body, kind, news.build)

    def _output(self, path: str) -> str:
        """The output path of the page at an address."""
        below = path.removeprefix(self.base)
        if not below or below.endswith("/"):
            return below + "index.html"
        return below if "." in below.rpartition("/")[2] else below + ".html"

    def _file(self, path: str) -> Path | None:
        """The file at a path, as GitHub Pages finds it; a folder where the slash is missing; None where nothing is."""
        if not path.startswith(self.base) or "\0" in path:
            return None
        file = (self.root / path.removeprefix(self.base)).resolve()
        if not file.is_relative_to(self.root):
            return None
        if path.endswith("/"):
            index = file / "index.html"
            return index if index.is_file() else None
        if file.is_dir():
            return file if (file / "index.html").is_file() else None
        bare = file.with_name(file.name + ".html")
        return next((each for each in (file, bare) if each.is_file()), None)

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY if path != self.base else HTTPStatus.FOUND)
        self.send_header("Location", quote(path, safe="/"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, body: bytes, kind: str, build: int = 0) -> None:
        if kind == "text/html" and self.reload:
            body = inject(body, build)
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if _is_text(kind) else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _stream(self) -> None:
        """Send news as it comes, until the browser goes away."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        asked = {name: values[-1] for name, values in parse_qs(urlsplit(self.path).query).items()}
        build = asked.get("build", "")
        with (
            suppress(OSError),
            self.channel.opened(self._output(asked.get("page", ""))),
        ):  # an error: the browser has gone
            self._news(int(build) if build.isdecimal() else sys.maxsize)

    def _news(self, build: int) -> None:
        heard = -1
        while self.command != "HEAD":
            if news := self.channel.wait(heard, PING, build):
                heard, event, data = news
                text = f"id: {heard}\nevent: {event}\ndata: {data}\n\n"
            else:
                text = ": still here\n\n"
            self.wfile.write(text.encode())
            self.wfile.flush()


def inject(page: bytes, build: int) -> bytes:
    """The page with the live-reload script before the end of its body, and with what tells one page from another."""
    told = f'src="{LIVE}live.js" data-events="{LIVE}events" data-build="{build}" data-page="{zlib.crc32(page):x}"'
    script = f'<script type="module" {told}></script>'.encode()
    end = page.rfind(b"</body>")
    return page[:end] + script + page[end:] if end >= 0 else page + script


def _is_text(kind: str) -> bool:
    return kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
