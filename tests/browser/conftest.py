"""A real browser for the tests of the web side: the user's own, or Debian's, installed when there is none."""

import shutil
import subprocess
import sys
from pathlib import Path

import chromium
import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def browser_path():
    said = chromium.installed() if not chromium.found() and shutil.which("apt-get") else ""
    path = chromium.found()
    assert path, f"no browser: install Chromium or Chrome, or set BROWSER_PATH to one\n{said}"
    return path


@pytest.fixture(scope="session")
def browser(browser_path):
    with sync_playwright() as playwright:
        running = chromium.launch(playwright, browser_path)
        yield running
        running.close()


@pytest.fixture
def page(browser):
    """A fresh page; the test fails if the page logs an error or throws."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    opened = context.new_page()
    opened.errors = []
    opened.on("pageerror", lambda error: opened.errors.append(str(error)))
    opened.on("console", lambda message: message.type == "error" and opened.errors.append(message.text))
    yield opened
    context.close()
    assert opened.errors == []


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The repository's sample site, built as `make site` builds it; the folder of its pages."""
    folder = tmp_path_factory.mktemp("sample")
    for name in ("content", "broadsheet.yml"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, folder / name)
    command = [sys.executable, "-m", "generator", "build", "--source", str(folder), "--quiet"]
    subprocess.run(command, check=True, cwd=ROOT)
    return folder / "site"


def pytest_collection_modifyitems(items):
    """One worker runs all of these: one browser, and one installation of it where it is missing."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))
