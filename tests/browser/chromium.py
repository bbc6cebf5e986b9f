"""Finds a browser of the Chromium family, the user's own or Debian's, and starts it without a window."""

import os
import shutil
import subprocess
from pathlib import Path

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


def launch(playwright, path):
    """The running browser."""
    sandbox = [] if getattr(os, "geteuid", lambda: 1)() else ["--no-sandbox"]  # Chromium refuses its sandbox to root
    return playwright.chromium.launch(executable_path=path, args=[*QUIET, *sandbox])
