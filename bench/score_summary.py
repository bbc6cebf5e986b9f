"""How near the sentences of a digest come to what an editor wrote of the same reports (ROUGE-2, F1).

    .venv/bin/python bench/score_summary.py SET.jsonl --sentences 3

Beside ours stand the first sentences of the reports, and those nearest to the centre of their words. The format
of a set is told in README.md.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.build.digest import chosen
from generator.build.digest.reports import reports
from generator.build.reading.sentences import Sentence, split
from generator.model import Entry, Page, Source
from generator.text.weights import rarity, similarity, vector
from generator.text.words import stopwords, words

ALIKE = 0.5
"""The centroid takes no sentence more like one that it has."""


def pages(item: dict) -> list[Page]:
    """The reports of an item of a set, as the program reads them from articles."""
    made = []
    for number, each in enumerate(item["reports"]):
        stated = date.fromisoformat(each["date"][:10]) if each.get("date") else None
        paragraphs = tuple(each["paragraphs"])
        entry = Entry(
            path=f"content/articles/{number}.md",
            kind="article",
            slug=str(number),
            url=f"/articles/{number}/",
            id=f"urn:{number}",
            title=each["title"],
            lang=each.get("lang", ""),
            stated=stated,
            day=stated,
            sources=(Source(name=each.get("publisher", "")),),
            words=sum(len(words(text)) for text in paragraphs),
        )
        made.append(Page(entry, "", "", paragraphs))
    return made


def ours(pages: Sequence[Page], count: int) -> list[str]:
    """The first sentences of the digest."""
    return [each.text for each in chosen(reports(pages), count)]


def lead(pages: Sequence[Page], count: int) -> list[str]:
    """The first sentence of each report in turn, then the second ones."""
    by_turn = sorted((each.place, number, each.text) for number, told in enumerate(_told(pages)) for each in told)
    return [text for _, _, text in by_turn[:count]]


def _told(pages: Sequence[Page]) -> list[list[Sentence]]:
    return [list(split(page.paragraphs, page.entry.lang)) for page in pages]


def centroid(pages: Sequence[Page], count: int) -> list[str]:
    """Those nearest to the centre of all words, with their place and the headlines (Radev et al. 2004)."""
    told = [each for report in _told(pages) for each in report]
    small = stopwords(pages[0].entry.lang)
    spelled = [[word for word in each.words if word not in small] for each in told]
    rare = rarity(spelled)
    vectors = [vector(each, rare) for each in spelled]
    centre = vector([word for each in spelled for word in each], rare)
    title = vector([word for page in pages for word in words(page.entry.title)], rare)

    def worth(place: int, each: Sentence) -> float:
        return similarity(vectors[place], centre) + 1 / (1 + each.place) + similarity(vectors[place], title)

    ranked = sorted(range(len(told)), key=lambda place: (-worth(place, told[place]), place))
    taken: list[int] = []
    for place in ranked:
        if len(taken) < count and all(similarity(vectors[place], vectors[other]) < ALIKE for other in taken):
            taken.append(place)
    return [told[place].text for place in taken]


SYSTEMS: dict[str, Callable[[Sequence[Page], int], list[str]]] = {"lead": lead, "centroid": centroid, "ours": ours}


def rouge(found: str, wanted: str) -> float:
    """ROUGE-2 as F1: how many pairs of neighbouring words two texts share (Lin 2004); words are not stemmed."""
    mine, theirs = (Counter(pairwise(spelled)) for spelled in (words(found), words(wanted)))
    shared = (mine & theirs).total()
    return 2 * shared / (mine.total() + theirs.total()) if shared else 0.0


def _is_whole(made: Sequence[Page]) -> bool:
    """Whether each sentence ends: one that is cut can be no sentence of a digest, and the others may have it."""
    told = [each.text.rstrip("\"'”’»)") for report in _told(made) for each in report]
    return all(text.endswith((".", "!", "?", "…")) for text in told)


def main() -> None:
    """Score a set and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", type=Path)
    parser.add_argument("--sentences", type=int, default=3)
    parser.add_argument("--whole", action="store_true", help="only items whose reports are not cut in a sentence")
    options = parser.parse_args()
    items = [json.loads(line) for line in options.set.read_text(encoding="utf-8").splitlines() if line.strip()]
    if options.whole:
        items = [item for item in items if _is_whole(pages(item))]
    print(f"{options.set.name}: {len(items)} items, {options.sentences} sentences")
    print("system      ROUGE-2   words   ms a report")
    for name, system in SYSTEMS.items():
        scores, lengths, spent, reports = [], [], 0.0, 0
        for item in items:
            made = pages(item)
            start = time.process_time()
            found = " ".join(system(made, options.sentences))
            spent += time.process_time() - start
            reports += len(made)
            scores.append(rouge(found, item["summary"]))
            lengths.append(len(words(found)))
        mean = statistics.fmean(scores)
        print(f"{name:10}   {mean:6.4f}   {statistics.fmean(lengths):5.1f}   {1000 * spent / reports:6.2f}")


if __name__ == "__main__":
    main()
