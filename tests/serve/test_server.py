"""The server: what GitHub Pages would answer, and the live-reload script in what it sends, never in what lies there."""

import http.client
import json
import threading
from contextlib import contextmanager

import pytest

from generator.errors import BroadsheetError, problem
from generator.serve import server
from generator.serve.channel import Channel, excerpt


@contextmanager
def serving(root, base="/", channel=None, host="127.0.0.1", port=0):
    listening = server.listen(host, port, root, base, channel)
    threading.Thread(target=listening.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield listening.server_port
    finally:
        listening.shutdown()
        listening.server_close()


def ask(port, path, method="GET", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.fixture
def root(tmp_path):
    site = tmp_path / "site"
    (site / "a b").mkdir(parents=True)
    (site / "index.html").write_text("<html><body>home</body></html>")
    (site / "a b" / "index.html").write_text("<html><body>inner</body></html>")
    (site / "about.html").write_text("<body>about</body>")
    (site / "404.html").write_text("<html><body>lost</body></html>")
    (site / "feed.xml").write_text("<feed/>")
    (tmp_path / "secret.txt").write_text("secret")
    return site


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/repo/", 200, b"home"),
        ("/repo/a%20b/", 200, b"inner"),
        ("/repo/about", 200, b"about"),
        ("/repo/feed.xml", 200, b"<feed/>"),
        ("/repo/nothing/", 404, b"lost"),
        ("/repo/nothing/deeper/still", 404, b"lost"),
        ("/feed.xml", 404, b"lost"),
        ("/repo/../secret.txt", 404, b"lost"),
        ("/repo/%2e%2e/secret.txt", 404, b"lost"),
        ("/repo/%00", 404, b"lost"),
    ],
)
def test_answers_below_the_base_path_as_pages_does(root, path, status, words):
    with serving(root, "/repo/") as port:
        answer, body = ask(port, path)
    assert answer.status == status
    assert words in body
    assert b"secret" not in body


def test_a_folder_without_its_slash_and_the_bare_root_are_redirected(root):
    with serving(root, "/repo/") as port:
        assert ask(port, "/repo/a%20b")[0].getheader("Location") == "/repo/a b/"
        assert ask(port, "/")[0].getheader("Location") == "/repo/"


def test_pages_and_404_carry_the_client_and_nothing_else_does(root):
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    with serving(root, channel=Channel()) as port:
        for path in ("/", "/nothing"):
            assert b"/__live/live.js" in ask(port, path)[1]
        assert ask(port, "/feed.xml")[1] == b"<feed/>"
        answer, script = ask(port, "/__live/live.js")
        assert (answer.status, b"EventSource" in script) == (200, True)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_without_reload_pages_are_served_as_they_lie_there(root):
    with serving(root) as port:
        assert ask(port, "/")[1] == (root / "index.html").read_bytes()


def test_nothing_is_cached(root):
    with serving(root) as port:
        assert ask(port, "/")[0].getheader("Cache-Control") == "no-store"


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}])
def test_other_hosts_and_origins_are_refused(root, headers):
    with serving(root) as port:
        answer, body = ask(port, "/", **headers)
    assert answer.status == 403
    assert b"home" not in body


def test_head_sends_no_body(root):
    with serving(root) as port:
        answer, body = ask(port, "/", "HEAD")
    assert (answer.status, body) == (200, b"")


def test_a_taken_port_means_the_next_free_one(root):
    with serving(root) as taken, serving(root, port=taken) as next_one:
        assert taken < next_one <= taken + server.TRIES


def test_an_address_that_cannot_be_had_is_told(root):
    with pytest.raises(BroadsheetError, match=r"cannot listen on 203\.0\.113\.7"):
        server.listen("203.0.113.7", 0, root, "/", None)


def events(port, count):
    """The first events that a new listener hears, as (name, data)."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", "/__live/events")
    stream = connection.getresponse()
    heard, name = [], ""
    while len(heard) < count:
        row = stream.readline().decode().strip()
        if row.startswith("event: "):
            name = row.removeprefix("event: ")
        elif row.startswith("data: "):
            heard.append((name, json.loads(row.removeprefix("data: "))))
    connection.close()
    return heard


def test_a_listener_hears_the_state_at_once_and_what_is_new(root, tmp_path):
    (tmp_path / "page.html").write_text("one\ntwo\nthree\nfour\nfive\nsix\n")
    channel = Channel()
    channel.built(["index.html"])
    with serving(root, channel=channel) as port:
        assert events(port, 1) == [("built", {"build": 1, "styles": []})]
        timer = threading.Timer(0.1, lambda: channel.failed([problem("broken", "page.html", 3)], tmp_path))
        timer.start()
        last = events(port, 2)[-1]
        timer.join()
    assert last[0] == "failed"
    assert last[1]["problems"][0]["where"] == "page.html:3"
    assert last[1]["problems"][0]["excerpt"].splitlines()[2] == ">    3 three"


@pytest.mark.parametrize(
    ("changed", "build", "styles"),
    [
        ([], 0, []),
        (["static/site.css"], 1, ["static/site.css"]),
        (["static/site.css", "index.html"], 1, []),
    ],
)
def test_a_build_that_changed_nothing_reloads_nothing_and_styles_alone_are_swapped(changed, build, styles):
    channel = Channel()
    channel.built(changed)
    assert json.loads(channel.news.data) == {"build": build, "styles": styles}


def test_an_excerpt_of_a_file_that_is_not_there_is_empty(tmp_path):
    assert excerpt(problem("x", "none.html", 3), tmp_path) == ""
    assert excerpt(problem("x", "none.html"), tmp_path) == ""
