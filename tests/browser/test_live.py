"""Live reload in a real browser against the real program: content, style, template, fault, new source."""

import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Error

from generator import scaffold

ROOT = Path(__file__).parent.parent.parent

TEXT = "\n\n".join(f"Paragraph {number} stands here so that the page can be scrolled." for number in range(80))
ICON = "<link rel=icon href=data:,>"
"""Without it browsers ask for one."""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A site, and the address at which `broadsheet serve` shows it, below its base path."""
    folder = tmp_path_factory.mktemp("live") / "x"
    scaffold.site(folder)
    write(folder / "content" / "articles" / "long.md", f"---\ntitle: A long one\n---\n\nFirst words.\n\n{TEXT}\n")
    write(folder / "templates" / "static" / "site.css", (ROOT / "templates" / "static" / "site.css").read_text("utf-8"))
    write(folder / "broadsheet.yml", "title: Live\nurl: https://example.org/repo/\n")
    command = [sys.executable, "-m", "generator", "serve", "--source", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        printed = []
        for line in process.stdout:
            printed.append(line)
            if line.startswith("http://"):
                break
        assert printed[-1].startswith("http://"), "".join(printed)
        yield folder, printed[-1].split()[0]
        process.terminate()


@pytest.fixture
def address(served):
    return served[1]


@pytest.fixture
def site(served):
    """The folder of the site, which is brought back to how it was when the test is over."""
    folder, address = served
    before = files(folder)
    yield folder
    for path in files(folder).keys() - before.keys():
        path.unlink()
    for path, text in before.items():
        if not path.exists() or path.read_bytes() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
    last = folder / "content" / "static" / f"{time.time_ns()}.txt"  # what comes last is built last
    write(last, "")
    end = time.monotonic() + 20
    while not is_served(address + last.name):
        assert time.monotonic() < end
        time.sleep(0.02)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def files(folder):
    """What an editor may have changed, by path; the program itself may be about to replace a file."""
    paths = [folder / "broadsheet.yml"]
    paths += (path for name in ("content", "templates") for path in (folder / name).rglob("[!.]*"))
    return {path: path.read_bytes() for path in paths if path.is_file() and path.name != "ingest.lock"}


def is_served(address):
    try:
        with urllib.request.urlopen(address, timeout=10):
            return True
    except urllib.error.HTTPError:
        return False


def wait_until_served(address, text):
    """A page that is loaded before what was saved is built may be loaded anew when it is."""
    end = time.monotonic() + 20
    while True:
        with urllib.request.urlopen(address, timeout=10) as answer:
            if text in answer.read().decode():
                return
        assert time.monotonic() < end
        time.sleep(0.02)


def save(path, text):
    """As an editor saves: a new file takes the place of the old one."""
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


BUILT = """() => new Promise((done) => {
    const source = new EventSource("/__live/events");
    source.addEventListener("built", () => { source.close(); done(); });
})"""
AT_REST = """async () => {
    const answer = await fetch(location.href, { cache: "no-store" });
    const served = new DOMParser().parseFromString(await answer.text(), "text/html");
    const version = (page) => page.querySelector("script[data-events]").dataset.page;
    return version(document) === version(served);
}"""


def settle(page):
    """Wait until the page is what is served when the build is done of which it shows something.

    It may be loaded anew meanwhile, as what another test left behind is put right.
    """
    while True:
        try:
            page.evaluate(BUILT)
            page.wait_for_function(AT_REST)
            break
        except Error as error:
            if "navigation" not in error.message:
                raise


def test_it_serves_below_the_base_path(address):
    assert address.endswith("/repo/")
    assert address.startswith("http://localhost:")


def test_saved_text_is_on_the_open_page_and_nothing_else_of_it_is_touched(site, address, page):
    page.goto(address + "articles/long/")
    page.evaluate("""() => {
        window.mark = document.querySelector('#p41');
        document.querySelector('#p2').insertAdjacentHTML('beforebegin',
            '<details open id=mine><summary>Mine</summary><input id=typed></details>');
        document.querySelector('#typed').value = 'half a word';
        document.querySelector('#typed').focus();
        document.documentElement.dataset.theme = 'dark';
        scrollTo(0, 1500);
    }""")
    article = site / "content" / "articles" / "long.md"
    text = article.read_text("utf-8").replace("First words.", "A new one.\n\nFirst words.")
    save(article, text.replace("Paragraph 40 stands", "Paragraph 40 sits"))
    page.get_by_text("Paragraph 40 sits").wait_for()
    page.get_by_text("A new one.").wait_for()
    kept = page.evaluate("""() => [
        document.contains(mark) && mark.id, document.querySelector('#mine').open,
        document.querySelector('#typed').value,
        document.activeElement.id, document.documentElement.dataset.theme]""")
    assert kept == ["p42", True, "half a word", "typed", "dark"]
    assert page.evaluate("scrollY") > 1400
    assert [each.get_attribute("id") for each in page.locator("main p[id]").all()[:3]] == ["p1", "p2", "p3"]


def test_what_was_taken_away_moved_or_made_anew_is_as_a_reload_shows_it(site, address, page):
    page.goto(address + "articles/long/")
    article = site / "content" / "articles" / "long.md"
    for body in (
        "## One\n\n- a\n- b\n\nText *here*.\n\n1. x\n2. y",
        "Text *there*.\n\n## Two\n\n- b\n- c\n- a\n\n> quoted",
        "| A | B |\n| --- | --- |\n| 1 | 2 |\n\n## One\n\n- a",
        "Only this.",
    ):
        page.evaluate("window.mark = true")
        save(article, f"---\ntitle: A long one\n---\n\n{body}\n\nEnd {len(body)}.\n")
        page.get_by_text(f"End {len(body)}.").wait_for()
        settle(page)
        shown = page.evaluate("document.querySelector('main').innerHTML")
        assert page.evaluate("window.mark"), "no reload"
        page.reload()
        page.wait_for_function(AT_REST)  # a page that is saved before it knows what it was served is loaded anew
        assert shown == page.evaluate("document.querySelector('main').innerHTML")


def test_a_page_with_another_script_is_loaded_anew(site, address, page):
    page.goto(address + "articles/long/")
    save(site / "templates" / "article.html", f"{ICON}<p id=said></p><script>said.textContent = 'I ran'</script>")
    page.get_by_text("I ran").wait_for()


def test_a_page_comes_back_to_life_from_the_browser_s_memory_of_pages(site, address, page):
    page.goto(address + "articles/long/")
    page.goto(address)
    page.go_back()
    article = site / "content" / "articles" / "long.md"
    save(article, article.read_text("utf-8").replace("Paragraph 3 stands", "Paragraph 3 sits"))
    page.get_by_text("Paragraph 3 sits").wait_for()


def test_a_changed_style_is_swapped_without_a_reload(site, address, page):
    page.goto(address + "articles/long/")
    page.evaluate("window.mark = 'still the same page'")
    (site / "templates" / "static" / "site.css").write_text("body { background: rgb(1, 2, 3) }")
    page.wait_for_function("getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'")
    (site / "templates" / "static" / "site.css").write_text("body { background: rgb(4, 5, 6) }")
    page.wait_for_function("getComputedStyle(document.body).backgroundColor === 'rgb(4, 5, 6)'")


def test_a_style_that_is_saved_again_and_again_ends_as_it_was_saved_last_and_the_page_still_changes(
    site, address, page
):
    style, base = site / "templates" / "static" / "site.css", site / "templates" / "base.html"
    theirs = (ROOT / "templates" / "base.html").read_text("utf-8")
    more = '<link rel="help" href="a"><meta name="last" content="one"><link rel="help" href="b">'
    save(base, theirs.replace("</head>", f"{more}</head>"))
    wait_until_served(address + "articles/long/", more)
    page.goto(address + "articles/long/")
    settle(page)
    page.evaluate("window.mark = 'still the same page'")
    for number in range(12):
        save(style, f"body {{ background: rgb({number}, 2, 3) }}")
        page.wait_for_timeout(7 * number)
    page.wait_for_function("getComputedStyle(document.body).backgroundColor === 'rgb(11, 2, 3)'")
    save(base, base.read_text("utf-8").replace('content="one"', 'content="two"'))
    page.locator("meta[name=last][content=two]").wait_for(state="attached")
    page.wait_for_function("document.querySelectorAll('link[rel=stylesheet]').length === 2")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(11, 2, 3)"
    assert page.evaluate("window.mark")
    links = "[...document.querySelectorAll('head link')].map((each) => each.rel + new URL(each.href).pathname)"
    settle(page)
    shown = page.evaluate(links)
    page.reload()
    assert shown == page.evaluate(links)


def test_a_changed_picture_and_a_changed_script_are_fetched_anew(site, address, page):
    static = site / "content" / "static"
    static.mkdir(exist_ok=True)
    dot = "<svg xmlns='http://www.w3.org/2000/svg' width='{0}' height='{0}'/>"
    (static / "dot.svg").write_text(dot.format(10))
    (static / "say.js").write_text("document.title = 'one'")
    while not page.request.get(address + "say.js").ok:
        page.wait_for_timeout(20)
    save(site / "templates" / "article.html", f"{ICON}<img src=/repo/dot.svg><script src=/repo/say.js></script>")
    page.goto(address + "articles/long/")
    settle(page)
    page.wait_for_function("document.images[0]?.naturalWidth === 10 && document.title === 'one'")
    save(static / "dot.svg", dot.format(20))
    page.wait_for_function("document.images[0].naturalWidth === 20")
    save(static / "say.js", "document.title = 'two'")
    page.wait_for_function("document.title === 'two'")


def test_a_template_fault_is_shown_with_file_and_line_and_goes(site, address, page):
    page.goto(address + "articles/long/")
    template = site / "templates" / "page.html"
    save(template, "<h1>{{ entry.title }}</h1>\n<p>{{ entry.titel }}</p>\n")
    overlay = page.locator("broadsheet-fault section")
    overlay.wait_for(state="attached")
    assert "templates/page.html:2" in overlay.inner_text()
    assert "titel" in overlay.inner_text()
    assert page.get_by_text("First words.").is_visible(), "the last good page stays"
    template.unlink()
    overlay.wait_for(state="detached")


def test_broken_front_matter_is_shown_and_escape_hides_it(site, address, page):
    page.goto(address)
    article = site / "content" / "articles" / "long.md"
    good = article.read_text("utf-8")
    save(article, good.replace("title: A long one", "title: A: long one"))
    overlay = page.locator("broadsheet-fault section")
    overlay.wait_for(state="attached")
    assert "content/articles/long.md:2" in overlay.inner_text()
    page.keyboard.press("Escape")
    overlay.wait_for(state="detached")
    save(article, good.replace("A long one", "A longer one"))
    page.get_by_text("A longer one").first.wait_for()


def test_a_fault_is_still_shown_on_the_next_page_and_on_404(site, address, page):
    page.goto(address)
    article = site / "content" / "articles" / "long.md"
    save(article, article.read_text("utf-8").replace("title: A long one", "title: [A"))
    page.locator("broadsheet-fault").wait_for(state="attached")
    page.goto(address + "archive/")
    page.locator("broadsheet-fault").wait_for(state="attached")
    page.goto(address + "nowhere/at/all/")
    page.locator("broadsheet-fault").wait_for(state="attached")
    page.errors.clear()  # the browser logs the 404


def test_a_new_source_document_becomes_a_story_on_the_open_home_page(site, address, page):
    page.goto(address)
    (site / "content" / "sources" / "new.txt").write_text(
        "Ferry to the islands runs at night again\n\nPublished 20 November 2026\n\nThe night ferry sailed on Friday "
        "for the first time in four years. It carried 212 people and a piano.\n\nThe company plans two "
        "sailings a week until spring, and will decide then.\n",
        encoding="utf-8",
    )
    page.get_by_text("Ferry to the islands runs at night again").first.wait_for()


def test_a_template_folder_made_while_serving_is_noticed(site, address, page):
    shutil.rmtree(site / "templates")
    page.goto(address + "articles/long/")
    (site / "templates").mkdir()
    save(site / "templates" / "article.html", f"{ICON}<p>A template of my own</p>")
    page.get_by_text("A template of my own").wait_for()
    shutil.rmtree(site / "templates")
    page.get_by_text("First words.").wait_for()
    (site / "templates").mkdir()
    save(site / "templates" / "article.html", f"{ICON}<p>And another</p>")
    page.get_by_text("And another").wait_for()


def test_two_browsers_both_reload(site, address, page, browser):
    context = browser.new_context()
    other = context.new_page()
    page.goto(address + "articles/long/")
    other.goto(address)
    save(site / "broadsheet.yml", "title: For both\nurl: https://example.org/repo/\n")
    page.get_by_text("For both").first.wait_for()
    other.get_by_text("For both").first.wait_for(timeout=10_000)
    context.close()


def test_a_changed_title_of_the_site_needs_no_restart(site, address, page):
    page.goto(address)
    save(site / "broadsheet.yml", "title: Another name\nurl: https://example.org/repo/\n")
    page.get_by_text("Another name").first.wait_for()


def test_what_is_served_is_not_in_the_files(site, address, page):
    page.goto(address)
    assert page.locator("script[src='/__live/live.js']").count() == 1
    built = list((site / ".broadsheet" / "preview").rglob("*.html"))
    assert built
    assert not [path for path in built if "__live" in path.read_text("utf-8")]
    assert not (site / "site").exists()
