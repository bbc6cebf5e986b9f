"""Templates: which one is taken, and what is told when one is broken."""

import sys

import jinja2
import pytest
from build_site import make, rendered, write

from generator import kept
from generator.build import render as rendering
from generator.build.render import Renderer, folders, packaged
from generator.config import Config
from generator.errors import BroadsheetError
from generator.model import View


def files(tmp_path, *views, **templates):
    write(tmp_path, {f"templates/{name.replace('__', '/')}.html": text for name, text in templates.items()})
    return rendered(Renderer(tmp_path, Config(), {}), views)


def told(tmp_path, *views, **templates):
    with pytest.raises(BroadsheetError) as caught:
        files(tmp_path, *views, **templates)
    return str(caught.value)


def view(template="x.html", url="/a/", **values):
    return View(url, template, values)


def test_a_template_of_the_site_s_own_replaces_the_packaged_one(tmp_path):
    assert files(tmp_path, view("home.html"), home="own {{ here }}") == {"a/index.html": b"own /a/"}


def test_a_template_that_replaces_one_of_the_theme_can_extend_it(tmp_path):
    site = write(tmp_path, {"content/pages/a.md": "---\ntitle: T\n---\n\nText."})
    make(site)
    own = {"page": "layout %}mine", "base": "before %}<p>first</p>"}
    write(
        site,
        {
            f"templates/{k}.html": f"{{% extends 'theme/{k}.html' %}}{{% block {v}{{% endblock %}}"
            for k, v in own.items()
        },
    )
    make(site)
    page = (site / "site/a/index.html").read_text()
    assert '<p>first</p><main id="main" class="wrap mine"' in page
    assert "Text." in page
    assert "<p>first</p>" in (site / "site/search/index.html").read_text()


def test_text_is_escaped_in_html_and_json_stays_json(tmp_path):
    found = files(tmp_path, view(text="<b>"), x="{{ text }} {{ json([text]) }}")
    assert found == {"a/index.html": rb'&lt;b&gt; ["\u003cb\u003e"]'}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n{% if x %}", "templates/x.html:2: error: Unexpected end of template. Jinja was looking for the following "
         "tags: `elif` or `else` or `endif`. The innermost block that needs to be closed is `if`"),
        ("a\n\n{{ lnk }}", "templates/x.html:3: error: `lnk` is undefined\n  try: did you mean `link`?; it happened "
         "while /a/ was rendered"),
        ("{% block a %}{% endblock %}{% block a %}{%endblock%}", "templates/x.html:1: error: block `a` defined twice"),
        ("\n{{ 1|ruond }}", "templates/x.html:2: error: No filter named `ruond`\n  try: did you mean `round`?"),
        ("{% import 'partials/marks.html' as marks %}\n{{ marks.itm() }}", "templates/x.html:2: error: there is no "
         "macro `itm`\n  try: it happened while /a/ was rendered"),
        ("{{ config.titel }}", "templates/x.html:1: error: `Config` has no attribute `titel`\n  try: did you mean "
         "`title`?; it happened while /a/ was rendered"),
        ("{{ config.title.number }}", "templates/x.html:1: error: `str` has no attribute `number`\n  try: it happened "
         "while /a/ was rendered"),
        ("{% extends 'x.html' %}", "templates/x.html:1: error: this template includes or extends itself\n  try: "
         "`theme/x.html` is the theme's own, which it may extend"),
        ("{{ static('no.css') }}", "templates/x.html:1: error: LookupError: there is no file `static/no.css`\n"
         "  try: it happened while /a/ was rendered"),
        ("\n{% include 'hom.html' %}", "templates/x.html:2: error: there is no template `hom.html`\n"
         "  try: did you mean `home.html`?"),
        ("{% include 'theme/artcle.html' %}", "templates/x.html:1: error: there is no template `theme/artcle.html`\n"
         "  try: did you mean `theme/article.html`?"),
        ("{{ 1 / 0 }}", "templates/x.html:1: error: ZeroDivisionError: division by zero\n  try: it happened while /a/ "
         "was rendered"),
    ],
)  # fmt: skip
def test_a_broken_template_is_told_with_its_line(tmp_path, text, expected):
    assert told(tmp_path, view(), x=text) == expected


def test_a_fault_in_a_part_is_told_there_and_once(tmp_path):
    message = told(
        tmp_path,
        view("x.html"),
        view("y.html", url="/b/"),
        view("x.html", url="/c/"),
        view("z.html", url="/d/"),
        base="\n{{ nothing }}",
        x="{% extends 'base.html' %}",
        y="{% extends 'base.html' %}",
        z="\n\n{{ 1 +",
    )
    assert [row for row in message.split("\n") if "error" in row] == [
        "templates/base.html:2: error: `nothing` is undefined",
        "templates/z.html:3: error: unexpected `end of template`",
    ]
    assert message.count("only if it is imported `with context`") == 1


def test_a_template_that_is_not_there(tmp_path):
    assert "there is no template `gone.html`" in told(tmp_path, view("gone.html"))


def test_what_is_made_ready_is_not_compiled_once_more(tmp_path, monkeypatch):
    write(tmp_path, {"templates/x.html": "{% include 'y.html' %}", "templates/y.html": "why"})
    renderer = Renderer(tmp_path, Config(), {})
    renderer.get_ready(["x.html"])
    monkeypatch.delattr(jinja2.Environment, "compile")
    assert rendered(renderer, [view()]) == {"a/index.html": b"why"}


def test_a_site_whose_templates_are_the_theme_has_one_folder():
    assert folders(packaged().parent) == (packaged(),)


def test_the_content_file_that_was_rendered_is_named(tmp_path):
    write(tmp_path, {"content/articles/a.md": "# T\n\nx", "templates/article.html": "{{ entry.nothing }}"})
    with pytest.raises(BroadsheetError, match=r"it happened while content/articles/a\.md was rendered"):
        make(tmp_path)


# ---------------------------------------------------------------- compiled templates are kept for the next process


@pytest.fixture
def compiling(monkeypatch):
    """The texts that were compiled since the last `next_process`."""
    texts = []
    compile_ = jinja2.Environment.compile
    monkeypatch.setattr(
        jinja2.Environment, "compile", lambda self, source, *rest: texts.append(source) or compile_(self, source, *rest)
    )
    return texts


def next_process(compiling):
    compiling.clear()
    rendering.compiled.cache_clear()


def test_the_next_process_compiles_only_what_has_changed(tmp_path, compiling):
    views = (view("x.html"), view("y.html", url="/b/"))
    first = files(tmp_path, *views, x="x {{ here }}", y="y {{ here }}")
    next_process(compiling)
    assert files(tmp_path, *views) == first
    assert compiling == []
    next_process(compiling)
    assert files(tmp_path, *views, y="z {{ here }}") == {"a/index.html": b"x /a/", "b/index.html": b"z /b/"}
    assert compiling == ["z {{ here }}"]


def test_a_fault_is_told_with_its_line_by_the_next_process_too(tmp_path, compiling):
    first = told(tmp_path, view(), x="a\n\n{{ titel }}")
    next_process(compiling)
    assert told(tmp_path, view()) == first
    assert compiling == []


@pytest.mark.parametrize("spoil", [lambda data: b"", lambda data: data[:-9], lambda data: b"x" * len(data)])
def test_what_was_kept_and_is_broken_is_made_anew(tmp_path, compiling, spoil):
    first = files(tmp_path, view(), x="{{ here }}")
    (code,) = (tmp_path / ".broadsheet/templates").iterdir()
    whole = code.read_bytes()
    code.write_bytes(spoil(whole))
    next_process(compiling)
    assert files(tmp_path, view()) == first
    assert compiling == ["{{ here }}"]
    next_process(compiling)
    assert files(tmp_path, view()) == first
    assert compiling == []


def test_another_version_compiles_anew(tmp_path, compiling, monkeypatch):
    files(tmp_path, view(), x="{{ here }}")
    next_process(compiling)
    monkeypatch.setattr(kept, "state", lambda: "another")
    files(tmp_path, view())
    assert compiling == ["{{ here }}"]


@pytest.fixture
def theme(tmp_path, monkeypatch):
    """A theme beside the code of a program, of which nothing is compiled yet."""
    write(tmp_path, {"theme/x.html": "theme {{ here }}", "program/render.py": "", "code/render.pyc": ""})
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(rendering, "packaged", lambda: tmp_path / "theme")
    monkeypatch.setattr(rendering, "cache_from_source", lambda path: tmp_path / "code/render.pyc")
    return tmp_path


def test_the_theme_is_compiled_once_for_all_sites(theme, compiling):
    next_process(compiling)
    assert files(theme / "one", view()) == {"a/index.html": b"theme /a/"}
    next_process(compiling)
    assert files(theme / "two", view(), x="own {{ here }}") == {"a/index.html": b"own /a/"}
    assert files(theme / "three", view()) == {"a/index.html": b"theme /a/"}
    assert compiling == ["own {{ here }}"]
    (theme / "theme/x.html").write_text("new {{ here }}")
    assert files(theme / "three", view()) == {"a/index.html": b"new /a/"}


def test_where_python_keeps_no_code_neither_is_that_of_the_theme(theme, compiling, monkeypatch):
    next_process(compiling)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    files(theme / "one", view())
    assert not (theme / "code/templates").exists()
    next_process(compiling)
    files(theme / "one", view())
    assert compiling == []  # for this site alone


def test_a_disk_that_keeps_nothing_does_not_matter(tmp_path):
    (tmp_path / ".broadsheet").write_text("a file where a folder should be")
    rendering.compiled.cache_clear()
    assert files(tmp_path, view(), x="{{ here }}") == {"a/index.html": b"/a/"}
