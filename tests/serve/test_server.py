"""The server: what GitHub Pages would answer, and the live-reload script in what it sends, never in what lies there."""

import http.client
import json
import socket
import struct
import threading
import time
import urllib.request
from contextlib import ExitStack, contextmanager

import pytest

from generator.errors import BroadsheetError, problem
from generator.serve import server
from generator.serve.channel import Channel, excerpt


@contextmanager
def serving(root, base="/", channel=None, host="127.0.0.1", port=0):
    listening = server.listen(host, port, root, base, channel or Channel(), reload=channel is not None)
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
        ("/repo/" + "a" * 300, 404, b"lost"),
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
        assert ask(port, "/repo/a%20b")[0].getheader("Location") == "/repo/a%20b/"
        assert ask(port, "/")[0].getheader("Location") == "/repo/"
        assert ask(port, "/repo")[0].getheader("Location") == "/repo/"


def test_a_redirect_says_the_address_as_it_is_typed_and_no_header_more(root):
    (root / "файлы").mkdir()
    (root / "файлы" / "index.html").write_text("files")
    with serving(root, "/repo/") as port:
        answer, _ = ask(port, "/repo/%0d%0aSet-Cookie:a=b/../a%20b")
        assert (answer.status, answer.getheader("Set-Cookie")) == (301, None)
        answer, _ = ask(port, "/repo/%D1%84%D0%B0%D0%B9%D0%BB%D1%8B")
        assert answer.getheader("Location") == "/repo/%D1%84%D0%B0%D0%B9%D0%BB%D1%8B/"
        assert ask(port, answer.getheader("Location"))[1] == b"files"


def test_a_base_path_of_other_letters_is_found_as_browsers_spell_it(root):
    with serving(root, "/d%C3%A9p%C3%B4t/") as port:
        assert b"home" in ask(port, ask(port, "/")[0].getheader("Location"))[1]


@pytest.mark.parametrize(("path", "headers"), [("/", {"Host": "[x"}), ("/", {"Origin": "http://[x"})])
def test_what_cannot_be_read_is_a_bad_request(root, path, headers):
    with serving(root) as port:
        assert ask(port, path, **headers)[0].status == 400


def test_a_browser_that_goes_away_is_no_news(root, capsys):
    (root / "large.bin").write_bytes(b"x" * 20_000_000)
    with serving(root) as port:
        others = set(threading.enumerate())
        connection = socket.create_connection(("127.0.0.1", port))
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # an end without goodbye
        connection.sendall(b"GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
        connection.recv(1)
        answering = set(threading.enumerate()) - others
        connection.close()
        for thread in answering:
            thread.join(5)
    assert answering
    assert capsys.readouterr().err == ""


def test_a_fault_of_the_server_itself_is_printed(root, capsys):
    try:
        raise ZeroDivisionError("ours")
    except ZeroDivisionError:
        server.Server.handle_error(server.Server.__new__(server.Server), None, ("127.0.0.1", 1))
    assert "ZeroDivisionError: ours" in capsys.readouterr().err


def test_a_page_waits_for_the_build_that_is_running(root):
    channel = Channel()
    channel.building()

    def finish():
        (root / "index.html").write_text("<html><body>newer</body></html>")
        channel.built(["index.html"])

    timer = threading.Timer(0.2, finish)
    with serving(root, channel=channel) as port:
        timer.start()
        body = ask(port, "/")[1]
    timer.join()
    assert b"newer" in body
    assert b'data-build="1"' in body


def test_a_page_that_is_ready_does_not_wait_for_the_others(root):
    channel = Channel()
    channel.building()
    channel.ready(["index.html"])
    with serving(root, channel=channel) as port:
        assert b'data-build="1"' in ask(port, "/")[1]
        timer = threading.Timer(0.3, lambda: channel.built(["about.html"]))
        timer.start()
        assert b'data-build="2"' in ask(port, "/about")[1]
        timer.join()
    channel.building()
    channel.built([])
    assert channel.news.build == 2


def test_the_builder_knows_which_pages_are_looked_at(root):
    channel = Channel()
    with serving(root, channel=channel) as port:
        streams = [
            urllib.request.urlopen(f"http://127.0.0.1:{port}/__live/events?page={page}", timeout=5)
            for page in ("/", "/a%C3%A9/", "/a%C3%A9/", "/x.html")
        ]
        wait_until(lambda: channel.pages == {"index.html", "a\u00e9/index.html", "x.html"})
        for stream in streams[1:]:
            stream.close()
        channel.failed([], root)  # the next news finds nobody there
        channel.failed([], root)
        wait_until(lambda: channel.pages == {"index.html"}, lambda: channel.failed([], root))


def wait_until(holds, meanwhile=lambda: None):
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end
        meanwhile()
        time.sleep(0.02)


def test_a_page_does_not_wait_for_ever_nor_for_a_build_that_failed(root, tmp_path, monkeypatch):
    channel = Channel()
    channel.building()
    with serving(root, channel=channel) as port:
        monkeypatch.setattr(server, "PATIENCE", 0.1)
        assert b"home" in ask(port, "/")[1]
        monkeypatch.setattr(server, "PATIENCE", 60)
        channel.failed([problem("broken")], tmp_path)
        assert b"home" in ask(port, "/")[1]


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
        server.listen("203.0.113.7", 0, root, "/", Channel())


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
        assert events(port, 1) == [("built", {"build": 1, "assets": [], "pages": True})]
        timer = threading.Timer(0.1, lambda: channel.failed([problem("broken", "page.html", 3)], tmp_path))
        timer.start()
        last = events(port, 2)[-1]
        timer.join()
    assert last[0] == "failed"
    assert last[1]["problems"][0]["where"] == "page.html:3"
    assert last[1]["problems"][0]["excerpt"].splitlines()[2] == ">    3 three"


@pytest.mark.parametrize(
    ("changed", "build", "assets", "pages"),
    [
        ([], 0, [], False),
        (["static/site.css"], 1, ["static/site.css"], False),
        (["static/site.css", "index.html", "index.json"], 1, ["static/site.css"], True),
        (["index.json"], 1, [], False),
    ],
)
def test_a_build_that_changed_nothing_reloads_nothing_and_styles_alone_are_swapped(changed, build, assets, pages):
    channel = Channel()
    heard = channel.news.number
    channel.built(changed)
    if changed:
        data = json.loads(channel.wait(heard, 0)[2])
        assert data == {"build": build, "assets": assets, "pages": pages}
    assert channel.news.build == build


def test_who_missed_some_of_the_news_hears_them_together():
    channel = Channel()
    heard = channel.news.number
    for changed in (["a.css"], ["b.html"], ["c.png", "a.css"], ["d.json"]):
        channel.ready(changed)
    channel.built()
    number, event, data = channel.wait(heard, 0)
    assert (number, event) == (channel.news.number, "built")
    assert json.loads(data) == {"build": 4, "assets": ["a.css", "c.png"], "pages": True}
    assert json.loads(channel.wait(number - 2, 0)[2]) == {"build": 4, "assets": [], "pages": False}


def test_who_hears_of_a_fault_hears_of_what_was_ready_before_it(tmp_path):
    channel = Channel()
    heard = channel.news.number
    channel.ready(["index.html", "a.css"])
    channel.failed([problem("broken")], tmp_path)
    number, event, data = channel.wait(heard, 0)
    told = json.loads(data)
    assert (event, told.pop("problems")[0]["what"]) == ("failed", "broken")
    assert told == {"build": 1, "assets": ["a.css"], "pages": True}
    channel.built()  # the fault is gone, and nothing else is new
    assert json.loads(channel.wait(number, 0)[2]) == {"build": 1, "assets": [], "pages": False}


def test_a_page_that_begins_to_listen_hears_what_it_loads_that_changed_since_it_was_served():
    channel = Channel()
    for changed in (["a.css"], ["b.png"], ["c.html"]):
        channel.built(changed)
    told = [json.loads(channel.wait(-1, 0, *build)[2]) for build in ((1,), (3,), ())]
    assert told == [{"build": 3, "assets": assets, "pages": True} for assets in (["b.png"], [], [])]


def test_an_excerpt_of_a_file_that_is_not_there_is_empty(tmp_path):
    assert excerpt(problem("x", "none.html", 3), tmp_path) == ""
    assert excerpt(problem("x", "none.html"), tmp_path) == ""


def test_many_connections_may_wait_and_each_is_answered(root):
    listening = server.listen("127.0.0.1", 0, root, "/", Channel(), reload=False)
    with listening, ExitStack() as opened:
        several = [opened.enter_context(socket.create_connection(listening.server_address, 10)) for _ in range(60)]
        for each in several:
            each.sendall(b"GET /about HTTP/1.0\r\n\r\n")
        threading.Thread(target=listening.serve_forever, args=(0.01,), daemon=True).start()
        answers = [opened.enter_context(each.makefile("rb")).read() for each in several]
        listening.shutdown()
    assert all(each.endswith(b"about</body>") for each in answers)


def test_an_answer_on_a_connection_that_is_used_again_waits_for_nothing(root):
    with serving(root) as port:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        lasted = []
        for _ in range(60):
            begun = time.monotonic()
            connection.request("GET", "/about")
            connection.getresponse().read()
            lasted.append(time.monotonic() - begun)
        connection.close()
    assert min(lasted[30:]) < 0.02, "a body that waits for the head to be confirmed does for 40 ms, each time"
