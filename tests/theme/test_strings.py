"""Every word of the theme can be said otherwise, in one file, and the languages that come with it are whole."""

import json
import re
from html import unescape

import jinja2
import pytest
import yaml
from babel import Locale
from build_site import SMALL, article, make, tree, write
from jinja2 import nodes

from generator import config
from generator.build import strings
from generator.build.environment import Environment, NotNoting
from generator.build.functions import functions
from generator.build.render import packaged
from generator.build.wording import Here
from generator.config import Config
from generator.errors import BroadsheetError
from generator.text.number_words import HAPPENED, SOME_PEOPLE, TO_HOMES

THEME = packaged()
TEMPLATES = sorted(
    path.relative_to(THEME).as_posix()
    for path in THEME.rglob("*")
    if path.suffix in (".html", ".xml", ".opml", ".json", ".md") and "static" not in path.parts
)
"""All but those for machines alone: `robots.txt`, and `llms.txt`, which is English for every site."""
LANGUAGES = sorted(path.stem for path in (THEME / "strings").glob("*.yml") if path.stem != "en")
NAMES = frozenset("Atom RSS JSON Feed OPML Broadsheet Markdown".split())
"""What is called so in every language."""
SHOWN = r'\b(?:aria-label|title|alt|placeholder|label|text|description" content)="([^"]*)"'


def listed(language):
    return yaml.safe_load((THEME / f"strings/{language}.yml").read_text(encoding="utf-8"))


ALL = frozenset(listed("en"))
SUBJECTS = {
    *("amount", "people", "homes", "{who} {what}", "people who left their homes"),
    *SOME_PEOPLE.values(),
    *HAPPENED,
    *TO_HOMES,
    *(f"{who} {what}" for who in ("people", "women") for what in HAPPENED),
}
"""What the program says of figures, not a template."""


def parsed(name):
    environment = Environment(Here(Config(), {}), NotNoting())
    return environment.parse((THEME / name).read_text(encoding="utf-8"))


def said(tree):
    """The strings that a template says."""
    for call in tree.find_all(nodes.Call):
        name = getattr(call.node, "name", "")
        if name == "_":
            yield call.args[0].value
        elif name in ("plural", "plural_forms"):
            one, *many = [each.value for each in call.args[name == "plural" :]]
            text = many[0] if many else f"{one}s"
            yield text if "{count}" in text else f"{{count}} {text}"


SILENT = (
    *(nodes.Call, nodes.Filter, nodes.Compare, nodes.Getitem, nodes.Assign),
    *(nodes.Extends, nodes.Import, nodes.Include),
)
"""What is called, filtered, compared and kept is not written itself."""


def written(node):
    """What a template writes of itself, in its order; of what it is told nothing."""
    if isinstance(node, nodes.TemplateData):
        yield node.data
    elif isinstance(node, nodes.Const):
        yield node.value if isinstance(node.value, str) else ""
    elif isinstance(node, nodes.CondExpr):
        yield from written(node.expr1)
        yield from written(node.expr2) if node.expr2 else ()
    elif isinstance(node, nodes.If):
        for child in (*node.body, *node.elif_, *node.else_):
            yield from written(child)
    elif isinstance(node, nodes.For | nodes.Macro):
        for child in (*node.body, *getattr(node, "else_", ())):
            yield from written(child)
    elif not isinstance(node, SILENT) and getattr(node, "name", "") not in ("kind", "layout"):
        for child in node.iter_child_nodes():
            yield from written(child)


def seen(text):
    """The words of a page that a person sees or hears."""
    text = re.sub(r"<(script|style|id)\b[^>]*>.*?</\1>|<\?.*?\?>", " ", text, flags=re.DOTALL)
    beside = " ".join(re.findall(SHOWN, text))
    return set(re.findall(r"[A-Za-z]{2,}", unescape(re.sub(r"<[^>]*>", " ", text)) + " " + unescape(beside)))


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.endswith((".html", ".xml", ".opml"))])
def test_no_word_stands_in_a_template_itself(name):
    if name != "404.html":
        assert seen("".join(written(parsed(name)))) <= NAMES


def test_the_list_names_each_string_of_the_templates_and_no_other():
    found = {text for name in TEMPLATES for text in said(parsed(name))}
    assert found == ALL - SUBJECTS
    assert SUBJECTS <= ALL


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_of_the_theme_is_whole(language):
    told = listed(language)
    assert set(told) == ALL
    own = strings.read(language, lambda name: [((THEME / name).read_text("utf-8"), name, name != strings.ALL)], list)
    assert own.problems == ()
    for key, value in told.items():
        assert ("{count}" in key) == isinstance(value, dict), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_of_the_theme_has_the_forms_of_plurals_that_its_numbers_take(language):
    wanted = {Locale.parse(language).plural_form(count) for count in range(1, 1000)}
    for key, value in listed(language).items():
        assert not isinstance(value, dict) or wanted <= set(value), key


def greek(text):
    """The same in letters that no template and no content of these sites has."""
    return re.sub(r"(\{\w+\})|[A-Za-z]", lambda found: found[1] or "αβγδε"[ord(found[0]) % 5], text)


FILES = SMALL | {
    "broadsheet.yml": "title: Zeitung\nlanguage: el\nnotice: Zz\nurl: https://example.org/\ncontact: a@b.org\n",
    "content/articles/plain.md": article("Plainly", "Plainly so.", lastmod="2026-11-17", draft="false"),
    "content/articles/lone.md": article("Lonely", "Lonely so.", date="2026-11-17T10:00:00Z", authors="[Ada, Bo]"),
}


def test_a_site_in_another_language_says_nothing_in_english(tmp_path):
    told = {key: {"other": greek(key)} if "{count}" in key else greek(key) for key in ALL}
    file = {"templates/strings/el.yml": yaml.safe_dump(told, allow_unicode=True, width=10_000)}
    assert make(write(tmp_path, FILES | file)).problems == ()
    content = {word for text in FILES.values() for word in re.findall(r"[A-Za-z]+", text)}
    count = 0
    for path, data in tree(tmp_path / "site").items():
        if path.endswith((".html", "corrections/feed.xml", ".opml")):
            words = seen(data.decode()) - content - NAMES
            assert words == set(), path
            count += 1
    assert count >= 30
    page = (tmp_path / "site/search/index.html").read_text(encoding="utf-8")
    script = json.loads(re.search(r'id="words">(.*?)</script>', page)[1])
    spoken = [text for each in script.values() for text in (each.values() if isinstance(each, dict) else [each])]
    assert [text for text in spoken if re.search("[A-Za-z]", text.replace("{count}", ""))] == []


def call(name, *arguments, language="xx", told=None, **values):
    return functions(Here(Config(language=language), {}, told=told or {}))[name](*arguments, **values)


def test_a_string_is_said_as_its_file_has_it_and_is_english_without():
    assert call("_", "Archive") == "Archive"
    assert call("_", "Archive", told={"Archive": "Archiv"}) == "Archiv"
    assert call("_", "By {authors}", authors="Ann") == "By Ann"
    assert call("_", "By {authors}", authors="Ann", told={"By {authors}": "{authors}: von ihr"}) == "Ann: von ihr"


def test_markup_in_a_string_stays_and_all_else_is_escaped():
    link = jinja2.utils.markupsafe.Markup("<a>x</a>")
    told = {"By {one} & {two}": "Von {two} & {one}"}
    assert call("_", "By {one} & {two}", one=link, two="<b>", told=told) == "Von &lt;b&gt; &amp; <a>x</a>"
    assert call("_", "By {one} & {two}", one="<a>", two="b", told=told) == "Von b & <a>"


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("en", 1, "1 report"),
        ("en", 1200, "1,200 reports"),
        ("ar", 2, "تقريران"),
        ("ar", 3, "3 تقارير"),
        ("ar", 11, "11 تقريرا"),
        ("pl", 4, "4 raporty"),
        ("pl", 5, "5 raportów"),
        ("fr", 0, "0 article"),
        ("ja", 1, "1 件"),
    ],
)
def test_numbers_take_the_forms_that_a_language_has(language, count, expected):
    told = {
        "ar": {"two": "تقريران", "few": "{count} تقارير", "many": "{count} تقريرا", "other": "{count} تقرير"},
        "pl": {"one": "{count} raport", "few": "{count} raporty", "other": "{count} raportów"},
        "fr": listed("fr")["{count} reports"],
        "ja": "{count} 件",
    }
    given = {"{count} reports": told[language]} if language in told else {}
    assert call("plural", count, "report", language=language, told=given) == expected


@pytest.mark.parametrize(
    ("language", "subject", "expected"),
    [
        ("de", "people injured", "Menschen verletzt"),
        ("fr", "women injured", "femmes blessées"),
        ("fr", "children injured", "enfants blessés"),
        ("de", "pages of police records", "pages of police records"),
    ],
)
def test_what_figures_are_of_is_said_as_far_as_the_program_has_named_it(language, subject, expected):
    assert call("subject", subject, told=listed(language)) == expected


def read(language="nl", own="", **files):
    def find(name):
        yield from [((THEME / name).read_text(encoding="utf-8"), name, False)] if (THEME / name).exists() else []
        stem = name.removeprefix("strings/").removesuffix(".yml").replace("-", "_")
        yield from [(files[stem], f"templates/{name}", True)] if stem in files else []

    return strings.read(language, find, lambda: [own])


def test_a_site_changes_single_words_of_a_language_and_of_a_country():
    told = read("de-AT", de="Archive: Ablage\n", de_AT="Search: Stöbern\n").told
    assert (told["Archive"], told["Search"], told["Topics"]) == ("Ablage", "Stöbern", "Themen")
    assert read("en", en="Stories: Dossiers\n").told == {"Stories": "Dossiers"}
    assert read("nl").told == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Archive: [a]", "`Archive` must be a text, or texts by their form"),
        ("'{count} reports': {one: x}", "has no form `other`"),
        ("'{count} reports': {oen: x, other: y}", "`oen` is no form of a plural\n  try: did you mean `one`?"),
        ("By {authors}: Door {auteurs}", "is told no `{auteurs}`\n  try: did you mean `authors`?"),
        ("a: b: c", "not valid YAML"),
    ],
)
def test_a_fault_in_a_file_of_strings_is_told_with_its_line(text, expected):
    with pytest.raises(BroadsheetError) as told:
        read(nl=f"Menu: Menu\n{text}\n")
    assert str(told.value).startswith("templates/strings/nl.yml:2")
    assert expected in str(told.value)


def test_a_slip_is_a_warning_with_a_guess():
    (one,) = read(nl="Archiv: Archief\n").problems
    assert (one.level, one.where) == ("warning", "templates/strings/nl.yml:1")
    assert (one.what, one.hint) == ("no template says `Archiv`", "did you mean `Archive`?")
    (one,) = read(nl="By {authors}: Door\n").problems
    assert one.what == "the words for `By {authors}` leave out `{authors}`"
    assert read(nl="Weather: Weer\n", own='{{ _("Weather") }}').problems == ()


def test_the_sites_own_words_reach_its_pages_and_an_edit_of_them_too(tmp_path):
    write(tmp_path, SMALL | {"broadsheet.yml": "title: Zeitung\nlanguage: de\n"})
    make(tmp_path)
    home = tmp_path / "site/index.html"
    assert "Das ist alles für heute." in home.read_text(encoding="utf-8")
    write(tmp_path, {"templates/strings/de.yml": "That is everything for today.: Schluss für heute.\n"})
    make(tmp_path)
    assert "Schluss für heute." in home.read_text(encoding="utf-8")
    (tmp_path / "templates/strings/de.yml").unlink()
    make(tmp_path)
    assert "Das ist alles für heute." in home.read_text(encoding="utf-8")
    assert config.load(tmp_path).language == "de"
