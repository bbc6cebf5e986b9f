"""The digest of a story: sentences of its reports, each word for word, each with the paragraph in which it stands.

reports → sentences → those that can stand alone → their worth → a few that do not repeat one another → an order that
reads. Nothing is written here, so nothing can be invented.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.build.digest import alone, choice, facts, points, worth
from generator.build.digest import quotes as quoted
from generator.build.digest import timeline as timed
from generator.build.digest.candidates import candidates
from generator.build.digest.reported import Reported, reported
from generator.model import Citation, Digest, Page

MOST = 7


def digest(pages: Sequence[Page]) -> Digest:
    """What is told of a story; `pages` are its reports, oldest first. Empty for a lone report."""
    if len(pages) < 2:
        return Digest()
    reports = reported(_of_one_language(pages))
    compared = points.compare(reports)
    return Digest(
        sentences=_sentences(reports),
        facts=facts.facts(reports, compared),
        agreed=compared.agreed,
        differences=compared.differences,
        developments=compared.developments,
        quotes=quoted.quotes(reports),
        timeline=timed.timeline(reports),
    )


def told(pages: Sequence[Page]) -> tuple[Citation, ...]:
    """The sentences of `digest` alone."""
    return _sentences(reported(_of_one_language(pages))) if len(pages) > 1 else ()


def chosen(pages: Sequence[Page], count: int) -> tuple[Citation, ...]:
    """The sentences, at most `count`, by which a story or a lone report is best told, in an order that reads."""
    return _chosen(reported(_of_one_language(pages)), count)


def _sentences(reports: Sequence[Reported]) -> tuple[Citation, ...]:
    """Between three and seven where the reports are long enough, fewer where they are short."""
    return alone.mark(_chosen(reports, _length(reports)), reports)


def _chosen(reports: Sequence[Reported], count: int) -> tuple[Citation, ...]:
    found = [each for report in reports for each in candidates(report, len(reports))]
    weighed, rare = worth.weigh(found, reports)
    days = [report.entry.stated for report in reports]
    return tuple(reports[each.report].cite(each.sentence) for each in choice.choose(weighed, rare, count, days))


def _of_one_language(pages: Sequence[Page]) -> list[Page]:
    """The reports in the language that most of them have; those whose language is unknown stay."""
    known = Counter(page.entry.lang.split("-")[0] for page in pages if page.entry.lang)
    main = known.most_common(1)[0][0] if known else ""
    return [page for page in pages if page.entry.lang.split("-")[0] in ("", main)]


def _length(reports: Sequence[Reported]) -> int:
    """How many sentences: one for each forty words, but no more than two beyond the number of reports."""
    words = sum(report.entry.words for report in reports)
    return max(1, min(MOST, 2 + len(reports), words // 40))
