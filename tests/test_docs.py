"""The documentation names everything that a user can type: a command, option, variable, setting, key or function."""

import dataclasses
import re
from pathlib import Path

import click
import pytest

from generator import config, scaffold
from generator.build import fields, functions, kinds
from generator.build.wording import Here
from generator.cli import main
from generator.ingest.readers import READERS

ROOT = Path(__file__).parent.parent


def text_of(*names):
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in names)


OPTIONS = sorted(
    {
        (option, parameter.envvar)
        for command in main.commands.values()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }
)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_each_command_is_in_the_readme(name):
    assert f"broadsheet {name}" in text_of("README.md")


@pytest.mark.parametrize(("option", "variable"), OPTIONS)
def test_each_option_and_its_variable_are_in_the_docs(option, variable):
    told = text_of("docs/commands.md")
    assert f"`{option}" in told
    assert variable is None or f"`{variable}`" in told


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(config.Config)])
def test_each_setting_is_in_the_docs(name):
    assert re.search(rf"^\| `{name}` \|", text_of("docs/settings.md"), re.MULTILINE)


@pytest.mark.parametrize("suffix", sorted({suffix for reader in READERS for suffix in reader.suffixes if suffix}))
def test_each_file_that_is_read_is_in_the_docs(suffix):
    assert f"`{suffix}`" in text_of("docs/sources.md")


@pytest.mark.parametrize("name", sorted(fields.KEYS))
def test_each_front_matter_key_is_in_the_docs(name):
    assert re.search(rf"^\| `{name}` \|", text_of("docs/front-matter.md"), re.MULTILINE)


@pytest.mark.parametrize("name", sorted(functions.functions(Here(config.Config(), {}))))
def test_each_template_function_is_in_the_docs(name):
    assert f"`{name}(" in text_of("docs/templates.md")


@pytest.mark.parametrize("name", [name for name, _ in kinds.KINDS])
def test_each_kind_of_page_is_in_the_docs(name):
    assert re.search(rf"^\| [^|]*\b{name}\b[^|]* \|", text_of("docs/templates.md"), re.MULTILINE)


def test_the_docs_name_no_setting_or_key_that_is_not_there():
    settings = re.findall(r"^\| `(\w+)` \|", text_of("docs/settings.md"), re.MULTILINE)
    keys = re.findall(r"^\| `(\w+)` \|", text_of("docs/front-matter.md"), re.MULTILINE)
    assert set(settings) == {field.name for field in dataclasses.fields(config.Config)}
    assert set(keys) == set(fields.KEYS)


def test_links_between_the_documents_lead_somewhere():
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_the_settings_of_a_new_site_are_documented_ones():
    for name in re.findall(r"^#? ?(\w+):", (scaffold.SKELETON / config.NAME).read_text(), re.MULTILINE):
        assert name in {field.name for field in dataclasses.fields(config.Config)}
