"""The wheel: built, unpacked elsewhere, it makes and builds a site without the repository."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder that holds what the wheel installs, and nothing of the repository."""
    made = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(made)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(next(made.glob("*.whl"))) as wheel:
        wheel.extractall(folder)
    return folder


def test_it_carries_the_theme_and_the_new_site_and_nothing_of_the_sample(installed):
    files = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    assert {f"generator/theme/{path.name}" for path in (ROOT / "templates").glob("*.*")} <= files
    assert "generator/theme/static/site.css" in files
    assert "generator/scaffold/site/dot-github/workflows/pages.yml" in files
    assert {"generator/serve/live.js", "generator/serve/morph.js", "generator/serve/fault.js"} <= set(files)
    assert not [name for name in files if name.startswith(("content", "tests", "bench", "docs"))]


def test_installed_elsewhere_it_makes_builds_and_checks_a_site(installed, tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(installed)}

    def broadsheet(folder, *arguments):
        command = [sys.executable, "-W", "error", "-m", "generator", *arguments]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    where = subprocess.run(
        [sys.executable, "-c", "import generator; print(generator.__file__)"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(installed))
    assert broadsheet(tmp_path, "init", "x").returncode == 0
    built = broadsheet(tmp_path / "x", "build", "--strict", "--quiet")
    assert (built.returncode, built.stderr) == (0, "")
    assert "Swing bridge at Almery reopens" in (tmp_path / "x" / "site" / "index.html").read_text(encoding="utf-8")
    assert broadsheet(tmp_path / "x", "check").returncode == 0
