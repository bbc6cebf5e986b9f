"""The bench sees in a real browser what our server brings into the open page, and tells how long it took."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

BENCH = Path(__file__).parent.parent.parent / "bench"


@pytest.fixture
def live(monkeypatch, browser_path):
    monkeypatch.syspath_prepend(str(BENCH))
    import live

    yield live
    for name, module in list(sys.modules.items()):
        if BENCH in Path(getattr(module, "__file__", None) or "/").parents:
            del sys.modules[name]


def test_each_save_is_seen_and_told_in_milliseconds(live, tmp_path):
    import corpus
    import peers

    site = peers.OURS(tmp_path / "site", corpus.articles(3), tmp_path)
    with ThreadPoolExecutor() as thread:  # in this one another browser may be waited for
        head, *rows = thread.submit(lambda: list(live.rows([site], 1, tmp_path))).result()
    assert [row[0] for row in rows] == [
        "body saved, visible",
        "style sheet saved, visible",
        "base template saved, visible",
        "body saved, served",
        "peak memory of the server, MiB",
    ]
    assert all(float(row[1].replace(",", "")) > 1 for row in rows)
    assert {len(row) for row in rows} == {len(head)}
