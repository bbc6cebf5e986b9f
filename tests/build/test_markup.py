"""Markdown: what its HTML is, how paragraphs are numbered, and that nothing of a stranger's can run."""

import html
import re
from html.parser import HTMLParser

import markdown
import pytest
from cases import cases
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.build import markup
from generator.build.addresses import resolve
from generator.build.markup import convert

PAGES = {"content/articles/other.md": "/articles/other/"}
FILES = {"content/articles/bridge.png"}


def from_bridge(target):
    return resolve(target, "content/articles/bridge.md", PAGES, FILES) or target


@pytest.mark.parametrize(("given", "expected"), cases("markup"))
def test_an_article_s_markdown(given, expected):
    assert convert(given, from_bridge).html.rstrip("\n") == expected


def test_paragraphs_are_the_text_that_a_reader_sees():
    body = "One *two*\n[three](/x) &amp; four.[^1]  \nFive\n\n- `six` <i>seven</i> ![eight](/i.png)\n\n[^1]: Note."
    assert convert(body, str).paragraphs == ("One two three & four. Five", "six seven")


def test_a_hand_written_page_may_hold_any_markup():
    body = '<div class="x" onclick="f()"><p id="own">Raw</p></div>\n\n# Title\n\n<iframe src="https://example.org/"></iframe>'
    rendered = convert(body, str, trusted=True).html
    assert '<div class="x" onclick="f()"><p id="own">Raw</p></div>' in rendered
    assert '<h2 id="title">Title</h2>' in rendered
    assert '<iframe src="https://example.org/"></iframe>' in rendered


@pytest.mark.parametrize("link", ["<a href=/x/>", "<a href = '/x/'>", '<a  HREF="/x/">', '<a\nhref="/x/">'])
def test_a_link_of_a_hand_written_page_is_found_however_it_is_spelled(link):
    assert 'href="/y/"' in convert(f"<div>{link}a</a></div>", lambda _: "/y/", trusted=True).html.replace(
        "HREF", "href"
    )


def test_a_text_nested_too_deep_is_shown_as_it_stands():
    deep = ">" * 3000 + " a"
    found = convert(deep + "\n\nEnd.", str)
    assert found.paragraphs[-1] == "End."


class Danger(HTMLParser):
    """Collects whatever in a page could run or load a program."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "style", "iframe", "object", "embed", "form", "base", "meta", "link", "svg", "math"):
            self.found.append(tag)
        for name, value in attrs:
            bare = re.sub(r"[\x00-\x20]", "", html.unescape(value or "")).lower()
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "srcset"):
                self.found.append(name)
            if name in ("href", "src") and re.match(r"[a-z][a-z0-9+.-]*:", bare):
                scheme = bare.partition(":")[0]
                if scheme not in ("http", "https", "mailto"):
                    self.found.append(value)

    handle_startendtag = handle_starttag


def dangers(body):
    parser = Danger()
    parser.feed(convert(body, str).html)
    parser.close()
    return parser.found


NASTY = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<IMG SRC=`javascript:alert(1)`>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\nscript:alert(1)">x</a>',
    '<a href="java&#x09;script:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](  javascript:alert(1) 'title')",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "![x](javascript:alert(1))",
    '![x](x" onerror="alert(1))',
    '![x" onerror="alert(1)](/x.png)',
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    "<svg onload=alert(1)><g/></svg>",
    "<math><mtext></p><img src onerror=alert(1)></mtext></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<div style='background:url(javascript:alert(1))'>x</div>",
    "<style>@import 'https://example.org/x.css';</style>",
    "<base href='https://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<form action=/x><input name=a></form>",
    "<a href='https://example.org' onclick='alert(1)' style='x'>x</a>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<!--><img src=x onerror=alert(1)>-->",
    "<p title='\">' onmouseover=alert(1)>x",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "a | b\n--|--\n<img src=x onerror=alert(1)> | x",
    "[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
    "\x02wzxhzdk:0\x03 <b onclick=x>",
    "<<img src=x onerror=alert(1)//>",
    "<p id='p1\" onclick=\"alert(1)'>x</p>",
    "<h2 id='x\" onclick=\"alert(1)'>x</h2>",
    '<img src="x" alt="a>b" onerror="alert(1)">',
]


@pytest.mark.parametrize("body", NASTY)
def test_nothing_of_a_stranger_s_can_run(body):
    assert dangers(body) == []


PIECES = st.sampled_from(
    ["<", ">", '"', "'", "`", "=", "/", " ", "\n", "\n\n", "(", ")", "[", "]", "!", ":", "&", ";", "#", "*", "_", "-",
     "\t", "\\", "|", "> ", "- ", "    ", "<!--", "-->", "<p", "<a href=", "<img src=", "onerror=", "script",
     "javascript:", "</", "style=", "id=p1", "[^1]", "[^1]:", "&#58;", "&colon;", "\x00", "\x02", "\x03", "\u2028",
     "text", "é", "```", "<div class=footnote>", "</p>", "<li>", "<h1>", "data:"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=30).map("".join))
@example("<a <b href=javascript:x>")
def test_no_text_at_all_gives_markup_that_runs(body):
    assert dangers(body) == []


BLOCKS = st.sampled_from(
    ["Text of a line", "“Quoted", "A | B\n--- | ---\n1 | 2", "A | B", "Term\n: Meaning", ": Meaning", "[^1]: A note",
     "A note[^1]", "# Title", "Title\n===", "* item", "1. one", "    code", "> quoted", "```\ncode\n```", "***",
     "two  \nlines", "a_b_c", "so _leaning_ it", "a *leaning* b", "it is __bold__", "`code` of", "<http://a.example>",
     "a <b>bold</b> word", "see ![x](y)", "a [link](/a)", "[a]: /b", "to [a] and [a][]", "me &amp; you", "a\\*b",
     "<div>\n\nx\n\n</div>", "<me@a.example>", "Text-", "(a)", "é", "1 a", "wzxhzdk:0"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join) | st.lists(BLOCKS, max_size=8).map("\n\n".join))
@example("a  \nb")
def test_sparing_plain_texts_the_work_changes_nothing(body):
    plain = markdown.Markdown(extensions=list(markup.EXTENSIONS)).convert(body)
    assert markup._markdown(body) == plain


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_each_paragraph_is_there_once_under_its_number(body):
    found = convert(body, str)
    ids = re.findall(r'\sid="([^"]*)"', re.sub(r">[^<]*<", "><", found.html))
    numbers = [each for each in ids if re.fullmatch(r"p\d+", each)]
    assert numbers == [f"p{number}" for number in range(1, len(numbers) + 1)]
    assert len(found.paragraphs) == len(numbers)
