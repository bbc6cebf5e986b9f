"""The digest of a story: sentences of its reports, each word for word, each with the paragraph in which it stands.

reports → sentences → those that can stand alone → their worth → a few that do not repeat one another → an order that
reads. Nothing is written here, so nothing can be invented.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.build.digest import choice, worth
from generator.build.digest.candidates import Candidate, candidates
from generator.build.digest.reported import Reported, reported
from generator.model import Citation, Digest, Page

MOST = 7


def digest(pages: Sequence[Page]) -> Digest:
    """What is told of a story; `pages` are its reports, oldest first. Empty for a lone report."""
    if len(pages) < 2:
        return Digest()
    reports = reported(_of_one_language(pages))
    return Digest(sentences=_sentences(reports))


def _sentences(reports: Sequence[Reported]) -> tuple[Citation, ...]:
    """Between three and seven where the reports are long enough, fewer where they are short."""
    found = [each for report in reports for each in candidates(report)]
    weighed, rare = worth.weigh(found, reports)
    chosen = choice.choose(weighed, rare, _length(reports))
    return tuple(reports[each.report].cite(each.sentence) for each in _in_order(chosen))


def _of_one_language(pages: Sequence[Page]) -> list[Page]:
    """The reports in the language that most of them have; those whose language is unknown stay."""
    known = Counter(page.entry.lang.split("-")[0] for page in pages if page.entry.lang)
    main = known.most_common(1)[0][0] if known else ""
    return [page for page in pages if page.entry.lang.split("-")[0] in ("", main)]


def _length(reports: Sequence[Reported]) -> int:
    """How many sentences: one for each sixty words, but no more than two beyond the number of reports."""
    words = sum(report.entry.words for report in reports)
    return max(1, min(MOST, 2 + len(reports), words // 60))


def _in_order(chosen: Sequence[Candidate]) -> list[Candidate]:
    """The most worthy first, as a lead; then as the reports came in, and within each as it has them."""
    return [*chosen[:1], *sorted(chosen[1:], key=lambda each: (each.report, each.sentence.place))]
