"""Links: from files to addresses, and from addresses to what a page must write."""

from urllib.parse import urljoin

import pytest
from cases import cases
from hypothesis import given
from hypothesis import strategies as st

from generator.build.addresses import from_root, relative, resolve, rooted


@pytest.mark.parametrize(("given", "expected"), cases("relative"))
def test_an_address_as_a_page_must_write_it(given, expected):
    here, *urls = given.split(" ")
    written = "\n".join(" ".join(relative(url, here, pretty) for url in urls) for pretty in (True, False))
    assert written == expected


PATHS = st.lists(st.sampled_from(["a", "b", "ab", "a:b"]), max_size=4).map(lambda parts: "/".join(["", *parts, ""]))
FILES = st.tuples(PATHS, st.sampled_from(["", "x.xml", "index.md"])).map("".join)


def written(url, here, pretty=True):
    return rooted(from_root(url, pretty), here)


@pytest.mark.parametrize("write", [relative, written])
@given(FILES, FILES, st.sampled_from(["", "#p1", "?q=/a/#b"]), st.sampled_from(["/", "/repo/", "/a/b/"]))
def test_a_browser_is_led_back_to_the_address_below_any_base(write, url, here, end, base):
    origin = "https://example.org" + base.rstrip("/")
    assert urljoin(origin + here, write(url + end, here)) == origin + url + end
    named = url + "index.html" if url.endswith("/") else url
    page = here + "index.html" if here.endswith("/") else here
    found = urljoin("file:///disk" + page, write(url + end, here, pretty=False))
    assert found == "file:///disk" + (page if url == here and end == "#p1" else named) + end


def test_a_page_that_is_served_at_any_depth_begins_its_links_at_the_base():
    assert rooted(f'<a href="{from_root("/stories/x/")}">', "/404.html", "/repo/") == '<a href="/repo/stories/x/">'


def test_a_file_at_the_root_is_in_no_folder():
    assert [written(url, "/feed.xml") for url in ("/", "/a/", "/feed.xml")] == ["./", "./a/", "./feed.xml"]


PAGES = {"content/pages/about.md": "/about/", "content/articles/2026/b.md": "/articles/b/"}
COPIED = {"content/static/map.pdf", "content/articles/a b.png"}


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("../pages/about.md", "/about/"),
        ("2026/b.md#p3", "/articles/b/#p3"),
        ("../static/map.pdf", "/map.pdf"),
        ("a%20b.png", "/articles/a b.png"),
        ("missing.md", None),
        ("../../../etc/passwd", None),
        ("/about/", "/about/"),
        ("#p1", "#p1"),
        ("?q=x", "?q=x"),
        ("https://example.org/x.md", "https://example.org/x.md"),
        ("//example.org/x.md", "//example.org/x.md"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_a_link_to_a_file_becomes_its_address(target, expected):
    assert resolve(target, "content/articles/a.md", PAGES, COPIED) == expected
