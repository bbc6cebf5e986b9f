"""Installs what is compared from its registry, by name, below `bench/.work/`, once."""

from __future__ import annotations

import subprocess
import venv
from pathlib import Path


class InstallError(Exception):
    """A peer cannot be had."""


def from_pypi(folder: Path, requirement: str) -> Path:
    """The interpreter of an environment that has the package.

    Raises InstallError when that fails; pip has said why.
    """
    python = folder / "bin" / "python"
    done = folder / "installed"
    if not done.exists() or done.read_text() != requirement:
        venv.create(folder, clear=True, with_pip=True)
        pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", requirement)
        if subprocess.run(pip, check=False).returncode:
            raise InstallError(f"cannot install {requirement}")
        done.write_text(requirement)
    return python


def printed(*command: str | Path) -> str:
    """What a command says. Raises InstallError when it fails."""
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError) as error:
        raise InstallError(f"cannot run {command[0]}: {error}") from error
