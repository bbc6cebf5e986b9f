"""What the tests share: the path to the case loader, the `--update` flag, and `run`, the program in process."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import settings

from generator.cli import main

sys.path.insert(0, str(Path(__file__).parent))

settings.register_profile("untimed", deadline=None)  # no test of ours fails because the machine is busy
settings.load_profile("untimed")

EPOCH = "1795341600"
"""The moment at which the tests' sites are built: 2026-11-22T10:00:00Z."""


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="rewrite the expected files of golden sites")


@pytest.fixture
def update(request):
    return request.config.getoption("--update")


@dataclass(frozen=True)
class Ran:
    """How a run of the program ended, and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch):
    """Run `broadsheet` in this process: `run(folder, "build", "--strict") -> Ran`. A fault of ours is raised."""

    def broadsheet(folder, *arguments, epoch=EPOCH):
        monkeypatch.chdir(folder)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        result = CliRunner().invoke(main, [str(each) for each in arguments], prog_name="broadsheet")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return broadsheet
