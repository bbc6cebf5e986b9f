"""From saving a file to the moment when a real browser shows it, and to the moment when it is served.

All servers run at once and are edited in turn. A browser has the newest article of each open, and `browser.js` in it
looks at every frame; both clocks are the machine's. A server that does not bring a change into the open page, as
Pelican's, is only asked what it serves.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from statistics import quantiles

import edits
import measure
import serving
from peers import Peer
from playwright.sync_api import Error, Page, Playwright, sync_playwright
from tables import Row, figure, spread

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests" / "browser"))
import chromium

SAVES: tuple[tuple[str, str, Callable[[Peer, int], object]], ...] = (
    ("body saved", "body", edits.body),
    ("style sheet saved", "style", Peer.edit_style),
    ("base template saved", "base", Peer.edit_base),
)
"""What is saved; `browser.js` knows it by the second word."""

REST = 0.3
"""Seconds between two saves, in which a server may do what it has put off."""


def rows(rivals: Sequence[Peer], saves: int, logs: Path) -> Iterator[Row]:
    """How long it takes, by what was saved, in milliseconds. Raises measure.CommandError where nothing comes."""
    path = chromium.found()
    if not path:
        raise measure.CommandError("no browser: install Chromium or Chrome, or set BROWSER_PATH to one")
    times: dict[tuple[str, str], list[float]] = defaultdict(list)
    with ExitStack() as stack:
        running = {peer.name: stack.enter_context(serving.serving(peer, logs)) for peer in rivals}
        playwright = stack.enter_context(sync_playwright())
        pages = _opened(playwright, path, {peer: running[peer.name][0] for peer in rivals if peer.reloads})
        numbers = count(1000)
        for what, key, save in SAVES:
            for number in range(saves + 1):  # the first of them warms up
                print(f"{what}: {number} of {saves}", file=sys.stderr)
                for peer in rivals:
                    if peer.name in pages:
                        took = _visible(peer, pages[peer.name], key, save, next(numbers))
                        times[f"{what}, visible", peer.name] += [took] * bool(number)
        for number in range(saves + 1):
            for peer in rivals:
                took = _served(peer, running[peer.name][0], next(numbers))
                times["body saved, served", peer.name] += [took] * bool(number)
        memory = {peer.name: running[peer.name][1].most for peer in rivals}
    yield from _told(rivals, times)
    yield ["peak memory of the server, MiB", *(figure(memory[peer.name]) for peer in rivals), *[""] * len(rivals)]


def _opened(playwright: Playwright, path: str, ports: dict[Peer, int]) -> dict[str, Page]:
    browser = chromium.launch(playwright, path)
    pages = {}
    for peer, port in ports.items():
        page = browser.new_context().new_page()
        page.set_default_timeout(1000 * serving.PATIENCE)
        page.add_init_script(path=Path(__file__).with_name("browser.js"))
        page.goto(f"http://localhost:{port}/articles/{peer.newest.slug}/")
        pages[peer.name] = page
    return pages


def _visible(peer: Peer, page: Page, key: str, save: Callable[[Peer, int], object], number: int) -> float:
    """Milliseconds until the page shows what is saved now."""
    page.bring_to_front()
    time.sleep(REST)
    started = time.time()
    save(peer, number)
    shown = f"() => seen.{key}?.[0] === {number} && seen.{key}[1]"
    try:
        return float(page.wait_for_function(shown, polling=20).json_value()) - 1000 * started
    except Error as error:
        raise measure.CommandError(f"the page of {peer.name} does not show save {number} of its {key}") from error


def _served(peer: Peer, port: int, number: int) -> float:
    """Milliseconds until the server sends what is saved now."""
    time.sleep(REST)
    started = time.time()
    edits.body(peer, number)
    return 1000 * (serving.until_served(None, port, peer, edits.mark(number)) - started)


def _told(rivals: Sequence[Peer], times: dict[tuple[str, str], list[float]]) -> Iterator[Row]:
    """Medians with their least and most, the 95th percentile of ours, and ours beside each other's, pair by pair."""
    ours, *theirs = rivals
    yield [
        "milliseconds",
        *(peer.name for peer in rivals),
        f"{ours.name}, 95th percentile",
        *(f"{ours.name} / {peer.name}" for peer in theirs),
    ]
    for what in dict.fromkeys(what for what, _ in times):
        found = [times.get((what, peer.name), []) for peer in rivals]
        last = figure(quantiles(found[0], n=20, method="inclusive")[-1]) if len(found[0]) > 1 else ""
        ratios = [[a / b for a, b in zip(found[0], each, strict=True)] if each else [] for each in found[1:]]
        yield [
            what,
            *(spread(each) if each else "none" for each in found),
            last,
            *(spread(r) if r else "" for r in ratios),
        ]
