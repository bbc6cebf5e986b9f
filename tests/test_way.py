"""The way of one document through the program is the one that CONTRIBUTING.md tells, call by call."""

import datetime as dt
import re
import sys
from pathlib import Path

from generator.build import build
from generator.config import Config
from generator.ingest import ingest

TOLD = re.findall(
    r"^ +(?:\d  )?([\w.]+(?: → [\w.]+)+)$",
    (Path(__file__).parent.parent / "CONTRIBUTING.md").read_text("utf-8"),
    re.MULTILINE,
)
DOCUMENT = """\
Storm closes the harbour

By Ada Brook
2 March 2026

The harbour was closed on Monday after a storm had torn two ships from their moorings, the port authority said.

Nobody was hurt. The authority expects that it can open again on Thursday, when the wind is to fall.
"""


def calls(act):
    """Each function of ours that is called, once, with those of ours that led to it."""
    found = {}

    def name(frame):
        return f"{frame.f_globals.get('__name__', '')}.{frame.f_code.co_qualname}"

    def told(frame, event, _):
        if event == "call" and (own := name(frame)).startswith("generator.") and own not in found:
            above = []
            while frame := frame.f_back:
                above.append(name(frame))
            found[own] = [*(each for each in reversed(above) if each.startswith("generator.")), own]

    before = sys.getprofile()
    sys.setprofile(told)
    try:
        act()
    finally:
        sys.setprofile(before)
    return found


def between(chain, stack):
    """What is called between the functions of a chain and is not told; the last of them is the last of the stack."""
    left = list(chain)
    untold = []
    for name in reversed(stack):
        if left and f".{name}".endswith(f".{left[-1]}"):
            left.pop()
        elif left:
            untold.append(name)
    return [f"{each} is not called" for each in left] + [
        each for each in untold if not re.search(r"\._\w+(\.<|$)|^generator\.build\.engine\.", each)
    ]


def test_the_way_of_a_document_is_the_one_that_is_told(tmp_path):
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/sources/storm.txt").write_text(DOCUMENT)
    now = dt.datetime(2026, 3, 3, tzinfo=dt.UTC)
    found = calls(lambda: ingest(tmp_path, Config(), now=now))
    found |= calls(lambda: build(tmp_path, Config(), output=tmp_path / "site", now=now))
    assert len(TOLD) == 11
    for way in TOLD:
        chain = way.split(" → ")
        (stack,) = (stack for name, stack in found.items() if f".{name}".endswith(f".{chain[-1]}"))
        assert not between(chain, stack), way
