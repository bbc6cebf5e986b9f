"""The `cache` tag: what stands inside is rendered once for the values that it names, and is the same as without it."""

import datetime as dt
from dataclasses import dataclass

import jinja2
import pytest
from build_site import rendered, write
from jinja2 import DictLoader, select_autoescape
from markupsafe import Markup, escape

from generator.build.environment import Environment, NotNoting
from generator.build.render import Renderer
from generator.build.wording import Here
from generator.config import Config
from generator.errors import BroadsheetError
from generator.model import View


@dataclass(frozen=True)
class Named:
    """Equal to others of its name, and unhashable, as an Entry with `params` is."""

    name: str
    params: dict

    def __len__(self):
        counts.append(self.name)
        return 1


counts: list[str] = []
"""The names of those whose length a template asked for."""


def made(tmp_path, text, *values, templates=None):
    """The text of the template for each of these values."""
    counts.clear()
    write(tmp_path, {"templates/x.html": text} | (templates or {}))
    views = [View(f"/{number}.html", "x.html", each) for number, each in enumerate(values)]
    return [each.decode() for each in rendered(Renderer(tmp_path, Config(), {}), views).values()]


ONE, OTHER = Named("a", {}), Named("a", {})


def test_the_same_object_is_rendered_once_and_an_equal_one_anew(tmp_path):
    text = "{% cache each %}{{ each.name }}{{ each|length }}{% endcache %}"
    assert made(tmp_path, text, {"each": ONE}, {"each": ONE}, {"each": OTHER}) == ["a1", "a1", "a1"]
    assert counts == ["a", "a"]


def test_equal_texts_and_days_are_the_same_value(tmp_path):
    text = "{% cache word, when %}{{ each|length }}{% endcache %}"
    values = [{"each": ONE, "word": "".join(["x", "y"]), "when": dt.date(2026, 1, 1)} for _ in range(2)]
    made(tmp_path, text, *values)
    assert counts == ["a"]


def test_one_and_true_are_not(tmp_path):
    assert made(tmp_path, "{% cache each %}{{ each }}{% endcache %}", {"each": 1}, {"each": True}) == ["1", "True"]


def test_two_places_are_two_fragments(tmp_path):
    text = "{% cache %}a{% endcache %}\n{% cache %}b{% endcache %}\n{% include 'y.html' %}"
    assert made(tmp_path, text, {}, templates={"templates/y.html": "{% cache %}c{% endcache %}"}) == ["abc"]


def test_what_stands_inside_is_escaped_once(tmp_path):
    text = "{% cache %}<b>{{ word }}</b>{% endcache %}"
    assert made(tmp_path, text, {"word": "<&"}, {"word": "<&"}) == ["<b>&lt;&amp;</b>"] * 2


def test_links_inside_lead_from_every_page_that_shows_them(tmp_path):
    write(tmp_path, {"templates/x.html": "{% cache %}{{ link('/a/b/') }}{% endcache %}"})
    views = [View(url, "x.html", {}) for url in ("/", "/a/", "/a/c/", "/d/e/f/")]
    made = rendered(Renderer(tmp_path, Config(url="https://example.org/"), {}), views)
    assert list(made.values()) == [b"./a/b/", b"./b/", b"../b/", b"../../../a/b/"]


def test_short_dates_inside_go_by_the_year_of_the_page(tmp_path):
    text = "{% cache when %}{{ day(when, 'short') }}{% endcache %}"
    values = {"when": dt.date(2025, 3, 1)}
    assert made(tmp_path, text, values | {"year": 2025}, values | {"year": 2026}) == ["1 Mar", "1 Mar 2025"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\n{% cache each %}\n{{ nothing }}{% endcache %}", "templates/x.html:3: error: `nothing` is undefined"),
        ("\n{% cache %}", "templates/x.html:2: error: Unexpected end of template"),
    ],
)
def test_a_fault_inside_is_told_with_its_line(tmp_path, text, told):
    with pytest.raises(BroadsheetError) as caught:
        made(tmp_path, text, {"each": ONE})
    assert told in str(caught.value)


SHOWN = ["plain", "a & b", "<b>", '"', "it's", "", 7, None, True, Markup("<i>&amp;</i>"), ["<"]]
WAYS = ["{{ x }}", "{% macro m() %}{{ x }}{% endmacro %}{{ m() }}", "{% set y %}{{ x }}{% endset %}{{ y }}"]


@pytest.mark.parametrize("value", SHOWN)
@pytest.mark.parametrize("way", WAYS)
def test_what_a_page_shows_is_escaped_as_the_library_does(way, value):
    environment = Environment(Here(Config(), {}), NotNoting(), autoescape=True)
    assert environment.from_string(way).render(x=value) == escape(value)


MACROS = "{% macro m(a, b='<d>', c=a) %}[{{ a }}{{ b }}{{ c }}]{% endmacro %}"
CALLS = [
    MACROS + "{{ m('<x>') }}{{ m('<x>', 'y') }}{{ m('<x>', 'y', 'z') }}{{ m(b='<y>', a=1) }}{{ m() is string }}",
    "{% macro m(a) %}{{ a }}{{ varargs|join('+') }}{{ kwargs.x }}{% endmacro %}{{ m('<a>', '<b>', '<c>', x='<d>') }}",
    "{% macro m(a) %}<i>{{ caller(a, '&') }}</i>{% endmacro %}{% call(x, y) m('<a>') %}{{ x }}{{ y }}{% endcall %}",
    "{% macro m(caller='<c>') %}{{ caller }}{% endmacro %}{{ m('<b>') }}{{ m() }}",
    "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(*['<x>']) }}{{ m(**{'a': '<y>'}) }}{{ dict(x=1) }}",
    "{{ dict(**{'class': 1}) }}{{ dict(class=1) }}",
    MACROS + "{% set n = m('<x>') %}{{ n ~ '<y>' }}{{ [n, '<z>']|join }}{{ n|upper }}{{ n is escaped }}",
    "{% for each in [[1, [2]]] recursive %}{{ each if each is number else loop(each) }}{% endfor %}",
    "{% autoescape way %}" + MACROS + "{{ m('<x>') }}{% endautoescape %}{{ 'a,b'.split(',')[0] }}{{ range(3)|list }}",
    "{% autoescape not way %}" + MACROS + "{{ m('<x>') ~ '<y>' }}{% endautoescape %}",
    MACROS + "{{ m('<x>', 'y', 'z', 1) }}", "{{ nothing('x') }}", MACROS + "{{ m('x', q=1) }}",
]  # fmt: skip
"""Templates that define macros and call things, as far as their faults."""


@pytest.mark.parametrize("name", ["x.html", "x.txt"])
@pytest.mark.parametrize("text", CALLS)
def test_what_is_called_says_what_it_says_with_the_library_alone(text, name):
    options = {"loader": DictLoader({name: text}), "autoescape": select_autoescape(("html",))}
    stock, own = (
        shown(made.get_template(name))
        for made in (jinja2.Environment(**options), Environment(Here(Config(), {}), NotNoting(), **options))
    )
    assert own == stock


def shown(template):
    try:
        return template.render(way=True)
    except (jinja2.UndefinedError, TypeError) as error:
        return type(error)
