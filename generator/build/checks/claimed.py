"""Whether what an outside program wrote of a story claims only what the reports that it cites contain.

`ingest` refuses what does not. But reports change, and so may the file in which the sentences are kept.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.build.checks.built import Built, file_of
from generator.build.checks.data import DIGEST
from generator.build.checks.pages import Reference
from generator.errors import Problem, problem
from generator.text.claims import Ground, Report

HINT = "`broadsheet ingest` asks `digest.command` again once its file in content/digests/ is deleted"


def faults(built: Built, document: Mapping[str, Any], paragraphs: Mapping[tuple[str, str], str]) -> Iterator[Problem]:
    """Names, numbers, dates and quotations in such sentences that none of the cited reports has.

    `document` is what digest.json holds, and `paragraphs` have the text of each numbered one by file and anchor.
    """
    told = [each for story in document.get("stories", ()) for each in story.get("retold", ())]
    if not told:
        return
    texts: dict[str, list[str]] = defaultdict(list)
    for (name, _), text in paragraphs.items():
        texts[name].append(text)
    articles = {str(each["slug"]): each for each in document.get("articles", ())}
    for each in told:
        cited = [articles[slug] for slug in dict.fromkeys(at["article"] for at in each["citations"])]
        yield from _lacking(each["text"], cited, [_report(built, article, texts) for article in cited])


def _lacking(text: str, cited: Sequence[Mapping[str, Any]], reports: Sequence[Report]) -> Iterator[Problem]:
    if not cited:
        yield problem(f"tells without a citation: “{text}”", DIGEST, hint=HINT)
        return
    for claim in Ground.of(reports).lacks(text, reports[0].lang):
        said = claim.said if claim.kind == "quotation" else f"`{claim.said}`"
        what = f"has the {claim.kind} {said} in “{text}”, and no report that it cites contains it"
        yield problem(what, DIGEST, hint=HINT)


def _report(built: Built, article: Mapping[str, Any], texts: Mapping[str, Sequence[str]]) -> Report:
    place = built.place(DIGEST, Reference(str(article["url"])))
    paragraphs = texts.get(file_of(place[0]), ()) if isinstance(place, tuple) else ()
    dated = article.keys() & {"date", "lastmod"}
    stated = dt.date.fromisoformat(article["day"]) if dated and "day" in article else None
    return Report("\n\n".join((article["title"], *paragraphs)), article.get("lang", ""), stated)
