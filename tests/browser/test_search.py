"""The search page in a real browser: words, filters, state in the address, more results, and without JavaScript."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from generator import frontmatter
from generator.serve import server
from generator.serve.channel import Channel

ROOT = Path(__file__).parent.parent.parent
DENSE = ["今天早上河水决堤，整个城市被淹没", "น้ำท่วมเมือง"]
TOWNS = ["Ostermouth", "Sellenby", "Vardo"]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A site of fifty reports, served."""
    folder = tmp_path_factory.mktemp("search")
    place = folder / "content" / "articles"
    place.mkdir(parents=True)
    for number in range(48):
        town = TOWNS[number % 3]
        meta = {
            "title": f"Report {number} of the river",
            "date": f"2026-0{1 + number // 8}-0{1 + number % 8}",
            "summary": "A bank holds." if number % 2 else f"The élan of {town} is gone.",
            "tags": [town],
            "source": {"name": f"Paper {number % 4}"},
        }
        (place / f"r{number}.md").write_text(frontmatter.join(meta, "It rose.\n"), encoding="utf-8")
    for number, title in enumerate(DENSE):
        (place / f"d{number}.md").write_text(frontmatter.join({"title": title}, "…\n"), encoding="utf-8")
    command = [sys.executable, "-m", "generator", "build", "--quiet", "--source", str(folder)]
    subprocess.run([*command, "--base-url", "http://127.0.0.1/"], check=True, cwd=ROOT)
    listening = server.listen("127.0.0.1", 0, folder / "site", "/", Channel(), reload=False)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_port}/search/"
    listening.shutdown()
    listening.server_close()


def told(page):
    """What the page says of the results, once it does."""
    page.wait_for_function("document.querySelector('[role=status]').textContent.trim()")
    return page.get_by_role("status").inner_text()


def titles(page):
    return page.locator("#results h2").all_inner_texts()


def test_search_finds_in_the_sample_and_keeps_its_state_in_the_address(sample, page):
    listening = server.listen("127.0.0.1", 0, sample, "/", Channel(), reload=False)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    page.goto(f"http://127.0.0.1:{listening.server_port}/search/")
    page.get_by_role("searchbox").fill("corvessa")
    page.get_by_role("link", name="Corvessa").first.wait_for()
    assert "q=corvessa" in page.url
    assert page.locator("main mark").count() > 0
    assert any(character.isdigit() for character in told(page))
    listening.shutdown()
    listening.server_close()


@pytest.mark.parametrize(
    ("asked", "count", "first"),
    [
        ("q=report+47", "1 result", "Report 47 of the river"),
        ("q=4+river", "9 results", "Report 4 of the river"),  # the exact word before its beginnings
        ("q=elan+vardo", "8 results", "Report 44 of the river"),  # among equals the newest
        ("q=vardo", "17 results", "Vardo"),  # its topic, then its reports
        ("q=river&topic=vardo&publisher=paper-1", "4 results", "Report 41 of the river"),
        ("topic=vardo&from=2026-06-01", "3 results", "Report 47 of the river"),
        ("from=2026-02-02&to=2026-02-03", "2 results", "Report 10 of the river"),
        ("to=2026-01-01", "1 result", "Report 0 of the river"),
        ("q=zzz", "Nothing was found. Fewer or shorter words find more.", None),
        ("topic=nowhere", "Nothing was found. Fewer or shorter words find more.", None),
    ],
)
def test_words_and_filters_in_the_address_find_what_fits_all_of_them(page, address, asked, count, first):
    page.goto(f"{address}?{asked}")
    assert told(page) == count
    assert titles(page)[:1] == ([first] if first else [])
    for name, value in (pair.split("=") for pair in asked.split("&")):
        assert page.locator(f"[name={name}]").input_value() == value.replace("+", " ")


@pytest.mark.parametrize(
    ("asked", "marked"), [("河水", ["河水"]), ("城市", ["城市"]), ("水河", []), ("ท่วม", ["น้ำท่วมเมือง"]), ("iver", [])]
)
def test_search_finds_a_part_of_a_text_without_spaces_between_words(page, address, asked, marked):
    page.goto(f"{address}?q={asked}")
    assert told(page)
    assert page.locator("main mark").all_inner_texts() == marked


def test_filters_are_chosen_in_the_page_and_gone_back_to(page, address):
    page.goto(address)
    assert page.locator(".browse").is_visible()
    page.get_by_role("combobox", name="Topic").select_option("Sellenby")
    page.get_by_text("16 results").wait_for()
    assert page.locator(".browse").is_hidden()
    page.get_by_role("searchbox").fill("46")
    page.get_by_text("1 result").wait_for()
    assert page.url.endswith("?q=46&topic=sellenby")
    page.get_by_role("button", name="Search").click()
    page.locator("#results a").click()
    page.wait_for_url("**/articles/r46/")
    page.go_back()
    assert told(page) == "1 result"
    assert page.get_by_role("combobox", name="Topic").input_value() == "sellenby"


def test_more_results_are_shown_on_demand_each_once(page, address):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}?q=river")
    assert told(page) == "48 results"
    assert len(titles(page)) == 10
    while page.get_by_role("button", name="More results").is_visible():
        before = len(titles(page))
        page.get_by_role("button", name="More results").click()
        page.wait_for_function(f"document.querySelectorAll('#results h2').length > {before}")
        assert page.evaluate("document.activeElement.closest('li').previousElementSibling !== null")
    assert sorted(titles(page)) == sorted(f"Report {number} of the river" for number in range(48))
    parts = [url for url in asked if url.endswith(".json")]
    assert len(parts) == len(set(parts))


def test_without_the_index_the_lists_remain(page, address):
    page.route("**/words/*", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{address}?q=river")
    assert told(page).startswith("The index could not be loaded.")
    assert page.locator(".browse").is_visible()
    page.errors.clear()  # the browser's own word of the 404


def test_without_javascript_there_are_lists_and_no_filters_that_do_nothing(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}?q=river")
    assert page.locator("select:visible, [type=date]:visible").count() == 0
    assert page.locator(".browse").get_by_role("link", name="Sellenby").is_visible()
    context.close()
