"""Whole sites, compared file by file.

Each folder of `golden/` is a site and, in `expected/`, what it must become; each of `broken/` is a faulty site and,
in `expected.txt`, exactly what the user is told. `make golden` rewrites what is expected; look at the diff. Missing and
extra files both fail.
"""

import re
import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).parent
GOLDEN = sorted(path for path in (HERE / "golden").iterdir() if path.is_dir())
BROKEN = sorted(path for path in (HERE / "broken").iterdir() if path.is_dir())
MADE = ("site", "content/articles", "content/ingest.lock")
"""What a run makes, and what is compared."""


def console(ran):
    """What a run printed, without how long it took, nor how far it was in between on a slow machine."""
    told = f"{ran.out}--- errors\n{ran.err}--- exit {ran.code}\n"
    told = re.sub(r"^\w+ [\d,]+ of [\d,]+.*\n", "", told, flags=re.MULTILINE)
    return re.sub(r"in \d+\.\d s", "in 0.0 s", told)


def tree(folder):
    """Each file that a run made, as text; of the theme's own static files only the name."""
    found = {}
    for part in MADE:
        base = folder / part
        for path in [base] if base.is_file() else sorted(base.rglob("*")):
            if path.is_file():
                name = path.relative_to(folder).as_posix()
                found[name] = "" if name.startswith("site/static/") else path.read_text(encoding="utf-8")
    return found


def rewrite(expected, files, told):
    shutil.rmtree(expected, ignore_errors=True)
    for name, text in {**files, "console.txt": told}.items():
        (expected / name).parent.mkdir(parents=True, exist_ok=True)
        (expected / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.name)
def test_the_site_is_as_expected(golden, tmp_path, run, update):
    folder = tmp_path / golden.name
    shutil.copytree(golden, folder, ignore=shutil.ignore_patterns("expected"))
    told = console(run(folder, "build"))
    files = tree(folder)
    expected = golden / "expected"
    if update:
        rewrite(expected, files, told)
    wanted = tree(expected)
    assert told == (expected / "console.txt").read_text(encoding="utf-8")
    assert sorted(files) == sorted(wanted)
    for name in wanted:
        assert files[name] == wanted[name], f"{golden.name}: {name} differs; `make golden` if it is meant to"


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.name)
def test_a_second_build_writes_nothing(golden, tmp_path, run):
    folder = tmp_path / golden.name
    shutil.copytree(golden, folder, ignore=shutil.ignore_patterns("expected"))
    run(folder, "build")
    before = stood(folder)
    run(folder, "build")
    assert stood(folder) == before


def stood(folder):
    """When each file of a site was written; what builds keep for builds is none of it."""
    files = [path for path in folder.rglob("*") if path.is_file() and ".broadsheet" not in path.parts]
    return {path: path.stat().st_mtime_ns for path in files}


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.name)
@pytest.mark.parametrize("base", [(), ("--base-url", "https://example.org/repo/")], ids=["portable", "hosted"])
def test_its_links_hold_at_any_base(golden, base, tmp_path, run):
    folder = tmp_path / golden.name
    shutil.copytree(golden, folder, ignore=shutil.ignore_patterns("expected"))
    assert run(folder, "build", *base).code == 0
    checked = run(folder, "check", *base)
    assert (checked.code, checked.err) == (0, "")


@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.name)
def test_the_fault_is_told_so_that_one_can_mend_it(broken, tmp_path, run, update):
    folder = tmp_path / broken.name
    shutil.copytree(broken, folder, ignore=shutil.ignore_patterns("expected.txt"))
    told = console(run(folder, "build"))
    if update:
        (broken / "expected.txt").write_text(told, encoding="utf-8")
    assert told == (broken / "expected.txt").read_text(encoding="utf-8")
