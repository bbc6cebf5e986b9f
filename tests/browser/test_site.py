"""The sample site in a real browser: from the disk and from a server, with and without JavaScript."""

import itertools
import json
import re
import threading

import pytest
from build_site import article, make, write

from generator.serve import server
from generator.serve.channel import Channel

KINDS = {
    "home": "index.html",
    "archive": "archive/index.html",
    "topics": "topics/index.html",
    "publishers": "publishers/index.html",
    "stories": "stories/index.html",
    "articles": "articles/index.html",
    "search": "search/index.html",
    "corrections": "corrections/index.html",
    "about": "about/index.html",
}
SCHEMES = ["light", "dark"]


def one_of_each(sample):
    """A page of each kind: those with a fixed address, and the first of each of the others."""
    pages = dict(KINDS)
    for kind, pattern in {
        "article": "articles/*/index.html",
        "story": "stories/*/index.html",
        "topic": "topics/*/index.html",
        "publisher": "publishers/*/index.html",
        "day": "editions/????-??-??/index.html",
        "week": "editions/*-w*/index.html",
    }.items():
        found = [path for path in sorted(sample.glob(pattern)) if not path.parent.name.isdigit()]
        found = [path for path in found if "http-equiv" not in path.read_text("utf-8")]  # a former address
        assert found, f"the sample has no {kind}"
        pages[kind] = found[0].relative_to(sample).as_posix()
    return pages


@pytest.fixture(scope="module")
def served(sample):
    """The address of the sample on a server, without anything added to its pages."""
    listening = server.listen("127.0.0.1", 0, sample, "/", Channel(), reload=False)
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_port}/"
    listening.shutdown()
    listening.server_close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, 390, 768, 940, 1280])
def test_each_kind_of_page_fits_its_screen(sample, page, scheme, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for kind, path in one_of_each(sample).items():
        page.goto((sample / path).as_uri())
        assert page.locator("h1").count() == 1, kind
        assert page.locator("main").inner_text().strip(), kind
        assert page.locator(".mast .name").bounding_box()["height"] < 120, f"{kind}: the name is torn at {width} px"
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{kind} is {wide} px too wide at {width} px"


@pytest.mark.parametrize(("width", "height", "least"), [(390, 844, 6), (1280, 900, 14)])
def test_a_first_screen_tells_of_the_day(sample, page, width, height, least):
    page.set_viewport_size({"width": width, "height": height})
    page.goto((sample / "index.html").as_uri())
    headlines = page.locator("main :is(h2, h3) a")
    seen = headlines.evaluate_all(
        "all => all.filter(each => each.getBoundingClientRect().bottom <= innerHeight).length"
    )
    assert seen >= least
    assert page.locator(".lead .picture").is_visible()


def test_at_twice_the_size_of_text_no_page_is_wider_than_a_narrow_screen(sample, browser, browser_path, tmp_path):
    (tmp_path / "Default").mkdir()
    settings = {"webkit": {"webprefs": {"default_font_size": 32}}}
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(settings), "utf-8")
    large = browser.browser_type.launch_persistent_context(
        str(tmp_path), executable_path=browser_path, args=["--no-sandbox"], viewport={"width": 390, "height": 844}
    )
    page = large.new_page()
    for kind, path in one_of_each(sample).items():
        page.goto((sample / path).as_uri())
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{kind} is {wide} px too wide"
    large.close()


def test_the_404_page_is_whole_at_any_depth(page, served):
    page.goto(served + "no/such/page/at/all/")
    assert page.get_by_role("searchbox").first.is_visible()
    page.locator("main a").last.click()
    page.wait_for_load_state()
    assert page.locator("h1").count() == 1
    page.errors.remove(next(error for error in page.errors if "404" in error))  # the browser logs the answer itself


def test_headings_are_never_skipped_and_landmarks_are_named(sample, page):
    for kind, path in one_of_each(sample).items():
        page.goto((sample / path).as_uri())
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
        assert levels[0] == 1 or levels.count(1) == 1, kind
        for before, after in itertools.pairwise(levels):
            assert after <= before + 1, f"{kind}: h{before} is followed by h{after}"
        names = page.evaluate(
            "[...document.querySelectorAll('nav')].map(n => n.ariaLabel || n.getAttribute('aria-labelledby'))"
        )
        assert None not in names, f"{kind}: {names}"
        assert len(set(names)) == len(names), f"{kind}: {names}"


def test_from_the_disk_every_link_is_a_page_without_javascript(sample, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((sample / "index.html").as_uri())
    for name in ("Archive", "Topics"):
        page.get_by_role("link", name=name).first.click()
        page.wait_for_load_state()
        assert page.locator("h1").inner_text()
        assert page.url.endswith("index.html")
    context.close()


def test_all_text_and_links_are_there_without_javascript(sample, browser, served):
    article = one_of_each(sample)["article"]
    texts = []
    for enabled in (True, False):
        context = browser.new_context(java_script_enabled=enabled)
        page = context.new_page()
        page.goto(served + article.removesuffix("index.html"))
        links = page.locator("main a").evaluate_all("all => all.map(a => a.getAttribute('href'))") if enabled else None
        texts.append((page.locator("main").text_content(), links))
        context.close()
    assert texts[0][0] == texts[1][0]


def test_no_page_asks_another_host_for_anything(sample, page, served):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in one_of_each(sample).values():
        page.goto(served + path)
    assert [url for url in asked if not url.startswith((served, "data:"))] == []


def test_a_keyboard_reaches_the_content_first_and_shows_where_it_is(sample, page, served):
    page.goto(served)
    page.keyboard.press("Tab")
    assert "#" in page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    target = page.evaluate("location.hash.slice(1)")
    assert page.locator(f"#{target}").evaluate("e => e.tagName") == "MAIN"
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_the_theme_switch_is_remembered_and_follows_the_system_again(page, served):
    page.emulate_media(color_scheme="light")
    background = "getComputedStyle(document.body).backgroundColor"
    page.goto(served)
    light = page.evaluate(background)
    page.get_by_label("Colours").select_option("dark")
    dark = page.evaluate(background)
    assert dark != light
    page.reload()
    assert page.evaluate(background) == dark
    page.get_by_label("Colours").select_option("auto")
    assert page.evaluate(background) == light


def test_a_citation_leads_to_the_very_paragraph(sample, page, served):
    digest = json.loads((sample / "digest.json").read_text(encoding="utf-8"))
    story = next(each for each in digest["stories"] if len(each.get("digest", ())) > 2)
    for citation in story["digest"]:
        page.goto(served + story["url"].lstrip("/"))
        page.locator(f'main a[href$="{citation["article"]}/index.html#p{citation["paragraph"]}"]').first.click()
        page.wait_for_url(f"**/{citation['article']}/**")
        marked = page.locator(":target")
        assert " ".join(citation["text"].split()) in " ".join(marked.inner_text().split())
        assert marked.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
        assert marked.evaluate("e => e.getBoundingClientRect().bottom <= innerHeight")


def test_a_story_says_why_its_reports_are_together_when_it_is_asked(sample, page):
    page.goto((sample / one_of_each(sample)["story"]).as_uri())
    reports = page.locator("#sources + ol > li").count()
    assert not page.locator("details.why li").first.is_visible()
    page.get_by_text("Why these reports?").click()
    assert page.locator("details.why li:visible").count() == reports >= 2


def test_a_correction_leads_to_the_report_that_shows_it(sample, page):
    page.goto((sample / "corrections/index.html").as_uri())
    struck, put = page.locator("li").filter(has=page.locator("ins")).first.locator("del, ins").all_inner_texts()[:2]
    page.locator("main .list h2 a").first.click()
    page.get_by_role("link", name="changed").click()
    shown = page.locator("section.changes")
    assert struck in shown.inner_text()
    assert put in shown.inner_text()
    assert put in page.locator("div.text").inner_text()


def test_right_to_left_articles_run_right_to_left(sample, page):
    marked = re.compile(r'<header class="head" dir="?rtl')
    found = next(path for path in sample.glob("articles/*/index.html") if marked.search(path.read_text("utf-8")))
    page.goto(found.as_uri())
    paragraph = page.locator("#p1")
    assert paragraph.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_a_printed_article_has_no_navigation(sample, page):
    page.goto((sample / one_of_each(sample)["article"]).as_uri())
    page.emulate_media(media="print")
    assert page.locator("nav:visible").count() == 0
    assert page.locator("#p1").is_visible()


@pytest.mark.parametrize(("kind", "most"), [("home", 53), ("story", 51), ("article", 51), ("day", 55)])
def test_a_page_uses_about_half_of_the_styles_that_it_loads(sample, page, kind, most):
    session, sheets = page.context.new_cdp_session(page), {}
    session.on("CSS.styleSheetAdded", lambda told: sheets.__setitem__(told["header"]["styleSheetId"], told["header"]))
    for command in ("DOM.enable", "CSS.enable", "CSS.startRuleUsageTracking"):
        session.send(command)
    page.goto((sample / one_of_each(sample)[kind]).as_uri())
    used = session.send("CSS.stopRuleUsageTracking")["ruleUsage"]
    size = sum(each["length"] for each in sheets.values() if ".css" in each["sourceURL"])
    rules = {(each["startOffset"], each["endOffset"], each["styleSheetId"]) for each in used if each["used"]}
    worked = sum(end - start for start, end, sheet in rules if ".css" in sheets[sheet]["sourceURL"])
    assert 0 < 100 - 100 * worked / size <= most


OUTSIDE = """all => {
    const right = each => each.getBoundingClientRect().right;
    const around = each => each.parentElement.closest("article, aside, header, section, div, ol, main, body");
    return all.filter(each => !each.closest(".jump, .skip, .vh, .ears") && right(each) > right(around(each)) + 1)
        .map(each => each.outerHTML.slice(0, 80));
}"""


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_words_without_end_stay_in_their_column(tmp_path, page, width):
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2
    files = {
        f"content/articles/r{number:02}.md": article(
            f"{word} {number}",
            date=f"2026-11-{1 + number % 9:02}",
            story=f"s{number % 15}",
            tags=f"[{word}]",
            source=f"{{name: {word[:50]}}}",
        )
        for number in range(30)
    }
    make(write(tmp_path, files | {"broadsheet.yml": f"title: The {word[:60]}\n"}))
    page.set_viewport_size({"width": width, "height": 900})
    for path in ("", "stories/s1/", "articles/r01/", "editions/2026-11-02/", "topics/", "publishers/"):
        page.goto((tmp_path / "site" / path / "index.html").as_uri())
        outside = page.locator("body :is(h1, h2, h3, p, a, ol)").evaluate_all(OUTSIDE)
        assert outside == [], path


def test_a_page_uses_most_of_the_sheets_that_it_loads(sample, page):
    unused = {}
    for kind, path in one_of_each(sample).items():
        tab = page.context.new_page()
        session = tab.context.new_cdp_session(tab)
        heads = []
        session.on("CSS.styleSheetAdded", lambda told, heads=heads: heads.append(told["header"]))
        for command in ("DOM.enable", "CSS.enable", "CSS.startRuleUsageTracking"):
            session.send(command)
        tab.goto((sample / path).as_uri())
        rules = session.send("CSS.stopRuleUsageTracking")["ruleUsage"]
        sheets = {head["styleSheetId"]: head["length"] for head in heads if ".css" in head["sourceURL"]}
        mine = [rule for rule in rules if rule["used"] and rule["styleSheetId"] in sheets]
        used = {(rule["styleSheetId"], rule["startOffset"], rule["endOffset"]) for rule in mine}
        unused[kind] = 1 - sum(end - start for _, start, end in used) / sum(sheets.values())
        tab.close()
    most = {"about": 0.5}  # it says little, and has what a report has
    assert {kind: share for kind, share in unused.items() if share > most.get(kind, 0.455)} == {}


def test_a_reader_leaves_a_publisher_out_of_lists_and_takes_it_back(served, page):
    shown = page.locator(".list > li:visible")
    page.goto(served + "articles/")
    whole, own = shown.count(), page.locator(".own", has_text="Halvane Press Agency")
    gone = own.count()
    assert 0 < gone < whole
    own.first.click()
    page.get_by_role("checkbox").check()
    page.goto(served + "articles/")
    assert (shown.count(), page.locator(".own:visible", has_text="Halvane Press Agency").count()) == (whole - gone, 0)
    assert all(day.locator("li:visible").count() for day in page.locator(".day:visible").all())
    page.goto(served + "stories/")
    assert shown.count() == page.locator(".list > li").count()  # others tell them too
    page.get_by_text("Left out of lists").get_by_role("link", name="Halvane Press Agency").click()
    page.get_by_role("checkbox").uncheck()
    page.go_back()
    assert not page.locator("#hidden").is_visible()
    page.goto(served + "articles/")
    assert shown.count() == whole


def test_a_page_that_was_left_before_the_choice_follows_it_when_the_reader_comes_back(served, page):
    page.goto(served + "publishers/halvane-press-agency/")
    page.get_by_role("checkbox").check()
    kept = page.evaluate("JSON.stringify(localStorage)")
    page.evaluate("localStorage.clear()")
    page.goto(served + "articles/")
    own = page.locator(".own:visible", has_text="Halvane Press Agency")
    assert own.count()
    page.evaluate("kept => Object.assign(localStorage, JSON.parse(kept))", kept)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert own.count() == 0


@pytest.mark.parametrize("kept", ["yes", "null", "[", "7"])
def test_what_was_kept_and_is_not_ours_breaks_no_page(served, page, kept):
    page.goto(served + "publishers/halvane-press-agency/")
    page.get_by_role("checkbox").check()
    page.evaluate("kept => Object.keys(localStorage).forEach(key => localStorage.setItem(key, kept))", kept)
    page.reload()
    page.get_by_role("checkbox").set_checked(False)
    page.get_by_role("checkbox").check()
    assert page.locator("#hidden").is_visible()


def test_another_site_of_the_same_address_leaves_nobody_out(served, page):
    def as_here(route):
        route.fulfill(response=route.fetch(url=route.request.url.replace("/another/", "/")))

    page.route(re.compile("/another/"), as_here)
    page.goto(served + "publishers/halvane-press-agency/")
    page.get_by_role("checkbox").check()
    page.goto(served + "another/articles/")
    assert page.locator(".own:visible", has_text="Halvane Press Agency").count()
    assert not page.locator("#hidden").is_visible()
    page.goto(served + "articles/")
    assert page.locator("#hidden").is_visible()


def test_without_scripts_nothing_is_offered_that_needs_them(sample, browser):
    tab = browser.new_context(java_script_enabled=False).new_page()
    tab.goto((sample / "publishers/halvane-press-agency/index.html").as_uri())
    assert not tab.get_by_role("checkbox").is_visible()
    assert not tab.locator(".theme").is_visible()
    tab.context.close()


@pytest.mark.parametrize("width", [300, 680])
def test_the_name_of_a_printed_page_stands_on_one_line(sample, page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="print")
    page.goto((sample / "about/index.html").as_uri())
    assert page.locator(".mast .name").bounding_box()["height"] < 70
