"""A real browser for the tests of the web side: the user's own, or Debian's, installed when there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")


def found():
    """The path of a browser of the Chromium family, or none."""
    named = [os.environ.get("BROWSER_PATH", ""), *(shutil.which(name) or "" for name in NAMES), *ELSEWHERE]
    return next((path for path in named if path and Path(path).exists()), None)


def installed():
    """What Debian's package manager said where it failed, which it may do with the browser in place."""
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    wait = ("-o", "DPkg::Lock::Timeout=300")
    for command in (["update"], ["install", "--yes", "--no-install-recommends", "chromium"]):
        told = subprocess.run(
            [*sudo, "apt-get", "--quiet", *wait, *command], capture_output=True, text=True, check=False
        )
        if told.returncode:
            return f"{' '.join(told.args)}\n{told.stdout}{told.stderr}"
    return ""


@pytest.fixture(scope="session")
def browser_path():
    said = installed() if not found() and shutil.which("apt-get") else ""
    path = found()
    assert path, f"no browser: install Chromium or Chrome, or set BROWSER_PATH to one\n{said}"
    return path


@pytest.fixture(scope="session")
def browser(browser_path):
    sandbox = [] if getattr(os, "geteuid", lambda: 1)() else ["--no-sandbox"]  # Chromium refuses its sandbox to root
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser_path, args=[*QUIET, *sandbox])
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
