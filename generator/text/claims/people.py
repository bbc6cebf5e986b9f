"""Names: of people, places and bodies, whole or in part. Only of scripts that have capitals."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.text import names, sentences
from generator.text.claims.claim import Claim, Report, folded
from generator.text.function_words import FUNCTION_WORDS
from generator.text.months import calendar
from generator.text.name_words import OPENERS, TITLES
from generator.text.places import PEOPLES

_TOKEN = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?")
_GAP = re.compile(r"[ \u00a0](?:(?:de|del|della|di|da|van|von|der|den|al|el|bin|ben|la|le)[ \u00a0])?")
"""What may stand between two words of one name."""
_SAYS = re.compile(
    r" (?:has |had |will |would |also )?(?:said|says?|told|tells|denie[ds]|announce[ds]|wants?|wanted|resign(?:s|ed)"
    r"|refuse[ds]|warn(?:s|ed)|call(?:s|ed)|accuse[ds]|won|wins|met|meets|sagte?|erklärte|a (?:dit|déclaré)|dijo)\b"
)
"""What follows a name that stands alone at the beginning of a sentence."""
_SHORTEST = 4
"""Letters that two forms of one name (`Halvane`, `Halvanian`) share at least."""
_PEOPLES = {folded(people): folded(country) for people, country in PEOPLES.items()}
_NOUNS_TOO = {"de", "lb"}
"""Languages in which every noun has a capital."""
_COMMON = frozenset(word for each in FUNCTION_WORDS.values() for word in each.split()) | {"i"}


@dataclass(frozen=True, slots=True)
class People:
    """The words of some reports, and how their names are made of them."""

    words: frozenset[str]
    capital: frozenset[str]
    """Those that are spelled with a capital somewhere."""
    given: Mapping[str, frozenset[str]]
    """By the last word of a name, all that stands before it in any report."""
    initials: frozenset[str]

    @classmethod
    def of(cls, reports: Iterable[Report]) -> People:
        """From the reports themselves."""
        words: set[str] = set()
        capital: set[str] = set()
        given: defaultdict[str, set[str]] = defaultdict(set)
        initials: set[str] = set()
        for report in reports:
            for match in _TOKEN.finditer(report.text):
                spelled = {folded(each) for each in _parts(match[0])}
                words |= spelled
                capital |= spelled if match[0][0].isupper() else set()
            for name in names.names(report.text, report.lang):
                parts = [folded(part) for part in _parts(name.text)]
                if len(parts) > 1:
                    given[parts[-1]].update(parts[:-1])
                    initials.add("".join(part[0] for part in parts))
        return cls(
            frozenset(words),
            frozenset(capital),
            {last: frozenset(each) for last, each in given.items()},
            frozenset(initials),
        )

    def lacks(self, text: str, lang: str, *, heading: bool) -> list[Claim]:
        """The names in `text` that no report has."""
        return [
            Claim("name", text[start:end], start)
            for start, end in _called(text, lang, heading=heading)
            if not self._hold(text[start:end], after_article=_after_article(text, start))
        ]

    def _hold(self, name: str, *, after_article: bool) -> bool:
        """Whether the last word is known, with what stands before it where reports give it something there.

        What reports call `Putin` alone may have any given name; what they call `Marta Quell` no other one.
        """
        parts = [part for part in map(folded, _parts(name)) if part not in TITLES and part not in _COMMON]
        known = self.words if after_article and len(parts) == 1 else self.capital
        if not parts or (len(parts) > 2 and "".join(part[0] for part in parts) in self.capital):
            return True
        last = parts.pop()
        if not (_has(last, known) or last in self.initials):
            return False
        if last in self.given and parts:
            return any(_has(part, self.given[last]) for part in parts)
        return len(parts) == 1 or all(_has(part, known) for part in parts)


def _has(word: str, known: frozenset[str]) -> bool:
    """Whether a word, or another form of it, is among those known."""
    if word in known or _PEOPLES.get(word) in known:
        return True
    if any(people in known for people, country in _PEOPLES.items() if country == word):
        return True
    if len(word) < _SHORTEST:
        return False
    return any(_one_name(word, other) for other in known if other[:3] == word[:3])


def _one_name(one: str, other: str) -> bool:
    """`Halvane` and `Halvanian`, `Skerrow` and `Skerrows`; not `Martin` and `Marten`."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and 0 < len(long) - len(short) <= 4 and long.startswith(short[:-1])


def _parts(name: str) -> list[str]:
    """The words of a name, without what English adds to own something."""
    return [
        re.sub(r"['’]s?$", "", part).replace(".", "") for part in re.split(r"[\s\u00a0-]+", name) if part.strip(".'’")
    ]


def _called(text: str, lang: str, *, heading: bool) -> Iterator[tuple[int, int]]:
    """Where the names in a text stand."""
    code = lang.split("-", maxsplit=1)[0]
    if code in _NOUNS_TOO or (heading and _is_title_case(text)):
        yield from _found(text, lang)
        return
    for sentence, at in _sentences(text, lang):
        tokens = list(_TOKEN.finditer(sentence))
        run: list[re.Match[str]] = []
        for token in (*tokens, None):
            if token and token[0][0].isupper() and folded(token[0]) not in calendar(code):
                if run and not _GAP.fullmatch(sentence, run[-1].end(), token.start()):
                    yield from _trimmed(run, tokens, sentence, at)
                    run = []
                run.append(token)
            elif run and not (token and _GAP.fullmatch(f" {token[0]} ")):
                yield from _trimmed(run, tokens, sentence, at)
                run = []


def _trimmed(
    run: Sequence[re.Match[str]], tokens: Sequence[re.Match[str]], sentence: str, at: int
) -> Iterator[tuple[int, int]]:
    """A run of capitals, without the first word of its sentence where that need be no name."""
    if run[0] is tokens[0]:
        first = folded(run[0][0])
        if first in _COMMON or first in OPENERS or (len(run) == 1 and not _SAYS.match(sentence, run[0].end())):
            run = run[1:]
    if any(folded(each[0]) not in _COMMON for each in run):
        yield at + run[0].start(), at + run[-1].end()


def _found(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """Where names stand of which the text itself gives evidence."""
    for name in names.names(text, lang):
        if text.startswith(name.text, name.first):
            yield name.first, name.first + len(name.text)


def _sentences(text: str, lang: str) -> Iterator[tuple[str, int]]:
    at = 0
    for sentence in sentences.split(text, lang):
        at = text.index(sentence, at)
        yield sentence, at
        at += len(sentence)


def _is_title_case(text: str) -> bool:
    long = [token[0] for token in _TOKEN.finditer(text) if len(token[0]) > 3]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _after_article(text: str, start: int) -> bool:
    return bool(re.search(r"(?i)\b(?:the|a|an|this|that|its|their|our)\s+$", text[max(0, start - 8) : start]))
