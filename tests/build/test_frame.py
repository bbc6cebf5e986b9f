"""What stays of a page when only the frame around it changes, and what does not."""

import pytest
from build_site import NOW, SMALL, make, tree, write

from generator import config
from generator.build import functions
from generator.build.render import Renderer
from generator.build.watched import Watched
from generator.config import Config
from generator.files import packaged

LONG = "{{ a.b }}" * 30
"""Enough to be worth keeping."""
BASE = "<i>{% include 'foot' %}</i>{% block main %}{% endblock %}"
PAGE = "{% extends 'base' %}{% import 'marks' as marks %}{% block main %}" + LONG + "{% endblock %}"
CASES = {
    "its base and what that includes are around a block": ({}, {"base", "foot"}, {"main"}),
    "what the page uses itself is not": ({"page": PAGE + "{% include 'foot' %}"}, {"base"}, {"main"}),
    "nor what its parts use": ({"marks": "{% include 'foot' %}"}, {"base"}, {"main"}),
    "a base of a base is around it, too": (
        {"base": "{% extends 'ground' %}{% include 'foot' %}", "ground": "{% block main %}{% endblock %}"},
        {"base", "ground", "foot"}, {"main"},
    ),
    "a short block is sooner rendered": ({"page": PAGE.replace(LONG, "{{ a }}")}, {"base", "foot"}, set()),
    "so is one that says what its base does": ({"page": PAGE.replace(LONG, LONG + "{{ super() }}")}, None, set()),
    "or what another block does": ({"page": PAGE.replace(LONG, LONG + "{{ self.main() }}")}, None, set()),
    "or that holds another block": ({"page": PAGE.replace(LONG, LONG + "{% block x %}{% endblock %}")}, None, set()),
    "or that tells the frame something": (
        {"page": PAGE.replace(LONG, LONG + "{% set shared.n = 2 %}") + "{% set shared = namespace() %}"}, None, set(),
    ),
    "not if it only tells itself": (
        {"page": PAGE.replace(LONG, LONG + "{% set own = namespace() %}{% set own.n = 2 %}")}, None, {"main"},
    ),
    "nothing is known of templates that a page names as it goes": ({"page": PAGE + "{% include a %}"}, set(), set()),
    "nor of a base that it names so": ({"page": PAGE.replace("'base'", "base or 'base'")}, set(), set()),
    "nor where the base gives a name that the page knows": ({"base": BASE + "{% set a = 1 %}"}, set(), set()),
    "or that its parts know": (
        {"base": BASE + "{% macro m() %}{% endmacro %}", "marks": "{{ m() }}"}, set(), set(),
    ),
    "nor where a block is lent what its base knows": ({"base": BASE.replace("main", "main scoped")}, set(), set()),
    "nor where something is missing": ({"base": BASE + "{% include 'gone' %}"}, set(), set()),
    "a page without a base has no frame": ({"page": LONG}, set(), set()),
}  # fmt: skip


@pytest.mark.parametrize(("changed", "templates", "blocks"), CASES.values(), ids=CASES)
def test_what_is_around(tmp_path, changed, templates, blocks):
    texts = {"base": BASE, "foot": "{{ c }}", "page": PAGE, "marks": "{% macro x() %}{{ y }}{% endmacro %}", **changed}
    frame = Renderer(tmp_path, Config(), {}, find=lambda name: (texts[name], name) if name in texts else None).frame(
        "page"
    )
    assert frame.blocks == blocks
    assert templates is None or frame.templates == templates


def made(folder, output=None):
    make(folder, output=output)
    return tree(output or folder / "site")


THEME = (packaged() / "base.html").read_text()
FRAMES = {
    "a mark": THEME.replace("</head>", "<!-- other -->\n</head>"),
    "nothing but the block": "{% block main %}{% endblock %}",
    "the block twice": "{% block main %}{% endblock %}{{ self.main() }}",
    "the block in capitals": "{% filter upper %}{% block main %}{% endblock %}{% endfilter %}",
    "no block": "nothing",
    "other names": "{% set source = none %}{% block head %}{% endblock %}{% block main %}{% endblock %}",
}


@pytest.mark.parametrize("base", FRAMES.values(), ids=FRAMES)
@pytest.mark.parametrize("again", [False, True])
def test_a_page_in_another_frame_is_as_if_made_anew(tmp_path, base, again):
    folder = write(tmp_path / "paper", SMALL)
    make(folder)
    for text in (base, THEME) if again else (base,):
        write(folder, {"templates/base.html": text})
        assert made(folder) == made(folder, tmp_path / f"clean {len(text)}")


def test_what_stands_in_the_blocks_is_not_rendered_again(tmp_path, monkeypatch):
    folder = write(tmp_path, SMALL)
    make(folder)
    write(folder, {"templates/base.html": FRAMES["a mark"]})
    monkeypatch.delitem(functions.OF_THE_SITE, "news_article")  # without which the head of a report cannot be made
    assert "articles/lone/index.html" in make(folder).written
    assert "<!-- other -->" in (folder / "site/articles/lone/index.html").read_text()


def test_what_somebody_else_wrote_into_a_page_does_not_stay(tmp_path):
    folder, page = write(tmp_path, SMALL), "articles/lone/index.html"
    builder = Watched(folder, folder / "site")
    builder.build(config.load(folder), now=NOW)
    path = folder / "site" / page
    path.write_text(path.read_text().replace("Ships", "Boats"))
    write(folder, {"templates/base.html": FRAMES["a mark"]})
    assert [page] in list(builder.ahead([folder / "templates/base.html"], {page}))
    builder.close()
    assert "<!-- other -->" in path.read_text()
    assert "Boats" not in path.read_text()


def test_what_changes_with_the_frame_or_after_it_is_seen(tmp_path):
    folder, lone = write(tmp_path / "paper", SMALL), "content/articles/lone.md"
    body, theme = (
        SMALL[lone],
        {name: (packaged() / name).read_text() for name in ("article.html", "partials/marks.html")},
    )
    article = {"templates/article.html": theme["article.html"].replace('class="piece"', 'class="whole"')}
    marks = {"templates/partials/marks.html": theme["partials/marks.html"].replace("application/ld+json", "x/json")}
    rounds = [
        {}, {lone: body.replace("Ships", "Boats")}, {"content/articles/lone.md": body}, article, marks,
        {"templates/article.html": theme["article.html"]},
    ]  # fmt: skip
    for alone in (False, True):  # the frame in a build of its own, or in one with something else
        for number, edit in enumerate(rounds):
            write(folder, {"templates/base.html": THEME.replace("</head>", f"<!-- {alone} {number} -->\n</head>")})
            if alone:
                make(folder)
            write(folder, edit)
            assert made(folder) == made(folder, tmp_path / f"clean {alone} {number}")
