"""The digest of a story: sentences of its reports, each word for word, each with the paragraph in which it stands.

reports → sentences → those that can stand alone → their worth → a few that do not repeat one another → an order that
reads. Nothing is written here, so nothing can be invented.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.build.digest import choice, worth
from generator.build.digest.candidates import Candidate, candidates
from generator.model import Citation, Page

MOST = 7


def digest(pages: Sequence[Page]) -> tuple[Citation, ...]:
    """The cited sentences of a story; `pages` are its reports, oldest first.

    Between three and seven where the reports are long enough, fewer where they are short; none for a lone report.
    """
    if len(pages) < 2:
        return ()
    pages = _of_one_language(pages)
    found = [each for number, page in enumerate(pages) for each in candidates(number, page)]
    weighed, rare = worth.weigh(found, pages)
    chosen = choice.choose(weighed, rare, _length(pages))
    return tuple(_citation(each, pages) for each in _in_order(chosen))


def _of_one_language(pages: Sequence[Page]) -> list[Page]:
    """The reports in the language that most of them have; those whose language is unknown stay."""
    known = Counter(page.entry.lang.split("-")[0] for page in pages if page.entry.lang)
    main = known.most_common(1)[0][0] if known else ""
    return [page for page in pages if page.entry.lang.split("-")[0] in ("", main)]


def _length(pages: Sequence[Page]) -> int:
    """How many sentences: one for each sixty words, but no more than two beyond the number of reports."""
    words = sum(page.entry.words for page in pages)
    return max(1, min(MOST, 2 + len(pages), words // 60))


def _in_order(chosen: Sequence[Candidate]) -> list[Candidate]:
    """The most worthy first, as a lead; then as the reports came in, and within each as it has them."""
    return [*chosen[:1], *sorted(chosen[1:], key=lambda each: (each.report, each.paragraph, each.place))]


def _citation(candidate: Candidate, pages: Sequence[Page]) -> Citation:
    return Citation(candidate.text, pages[candidate.report].entry, candidate.paragraph)
