"""Which names of a text mean the same: Putin is Vladimir Putin, the EU the European Union."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from generator.text.name_words import COMPANY, NOT_SURNAMES, PARTICLES, PLACE_HEADS
from generator.text.places import ALIASES, COUNTRIES

_Places = defaultdict[str, list[int]]


@dataclass(slots=True)
class Mentions:
    """Where each name stands, as offsets. Filled in by `names` and brought into order by `resolve`."""

    names: _Places = field(default_factory=lambda: defaultdict(list))
    peoples: _Places = field(default_factory=lambda: defaultdict(list))
    """Where a people is named, by its country."""
    doubtful: _Places = field(default_factory=lambda: defaultdict(list))
    """Words that have a capital only where any word would have one."""
    short: dict[str, str] = field(default_factory=dict)
    """The full name of each form that was merged."""


def resolve(mentions: Mentions, text: str) -> None:
    """Count short forms, initialisms, aliases and peoples for the full name, where the text has one."""
    _aliases(mentions)
    _initialisms(mentions, text)
    _firms(mentions)
    _surnames(mentions, text)
    _plurals(mentions)
    _adjectives(mentions)
    for country, places in mentions.peoples.items():
        if country in mentions.names:
            mentions.names[country] += places
        else:
            known = next((a for group in ALIASES if country in group for a in group if a in mentions.names), "")
            if known:
                mentions.names[known] += places
            elif len(places) >= 3 and re.search(rf"\b{country}", text):
                mentions.names[country] += places  # its name stands in its adjective: Russia in Russian


def _join(mentions: Mentions, short: str, full: str) -> None:
    mentions.names[full] += mentions.names.pop(short, [])
    mentions.names[full] += mentions.doubtful.pop(short, [])
    mentions.short[short] = full


def _aliases(mentions: Mentions) -> None:
    for group in ALIASES:
        if mentions.names.keys().isdisjoint(group):
            continue
        present = [each for each in group if each in mentions.names]
        for other in present[1:]:
            _join(mentions, other, present[0])


def _initials(name: str) -> str:
    return "".join(part[0] for word in name.split() for part in word.split("-") if part[:1].isupper())


_INTRODUCED = re.compile(r"\((?<=\s\()([A-Z][A-Za-z.&-]{1,7})\)")


def _initialisms(mentions: Mentions, text: str) -> None:
    """`European Union (EU)`; and without an introduction, three letters or more that fit one name alone."""
    for match in _INTRODUCED.finditer(text):
        before = text[max(0, match.start() - 80) : match.start() - 1]
        fitting = [name for name in mentions.names if " " in name and before.endswith(name)]
        full = next((name for name in fitting if _fits(match[1].replace(".", ""), name)), "")
        if full and match[1] in mentions.names:
            _join(mentions, match[1], full)
    full_names = [name for name in mentions.names if name.count(" ") >= 2]
    for short in [name for name in mentions.names if 3 <= len(name) <= 6 and name.isupper()]:
        fitting = [name for name in full_names if _initials(name) == short]
        if len(fitting) == 1:
            _join(mentions, short, fitting[0])


def _fits(short: str, name: str) -> bool:
    """Whether an initialism can stand for a name: its capitals in order, the first one first."""
    letters = iter(_initials(name).upper())
    capitals = [letter for letter in short.upper() if letter.isalpha()]
    return capitals[:1] == [name[0].upper()] and sum(each in letters for each in capitals) >= len(capitals) - 1


def _surnames(mentions: Mentions, text: str) -> None:
    """A last word that stands alone is the one name that ends with it; the most spoken of where there are several."""
    ending: defaultdict[str, list[str]] = defaultdict(list)
    for name in mentions.names:
        parts = name.split()
        if 2 <= len(parts) <= 5 and "of" not in parts and parts[-1].lower() not in NOT_SURNAMES:
            if parts[0].lower() in PLACE_HEADS or name in COUNTRIES or is_place(name, text):
                continue
            ending[parts[-1]].append(name)
            if len(parts) > 2 and parts[-2].lower() in PARTICLES:
                for start in range(1, len(parts) - 1):
                    if parts[start].lower() in PARTICLES:
                        ending[" ".join(parts[start:])].append(name)
                        ending[" ".join((parts[start].title(), *parts[start + 1 :]))].append(name)
                        break
    for short, full in ending.items():
        if short in COUNTRIES or (short not in mentions.names and short not in mentions.doubtful):
            continue
        candidates = [name for name in full if name in mentions.names and name != short]
        longest = [name for name in candidates if not any(_within(name, other) for other in candidates)]
        for part in candidates:
            if part not in longest and part.split()[0] == longest[0].split()[0]:
                _join(mentions, part, longest[0])
        if len(longest) == 1:
            _join(mentions, short, longest[0])


def is_place(name: str, text: str) -> bool:
    """Whether something is in it: Banda Aceh is no person of the name of Aceh."""
    return f" in {name}" in text or f" near {name}" in text


def _firms(mentions: Mentions) -> None:
    """`Blue Strand` is Blue Strand Ferries."""
    for full in [name for name in mentions.names if name.split()[-1].lower() in COMPANY]:
        short = full.rpartition(" ")[0]
        if short in mentions.names and short not in COUNTRIES:
            _join(mentions, short, full)


def _plurals(mentions: Mentions) -> None:
    """`the Skerrows` and `Skerrow` are counted for the one that is spoken of more."""
    for name in [name for name in mentions.names if f"{name}s" in mentions.names and len(name) > 3]:
        pair = sorted((name, f"{name}s"), key=lambda each: -len(mentions.names[each]))
        _join(mentions, pair[1], pair[0])


def _within(name: str, other: str) -> bool:
    """`Vladimir Putin` within `Vladimir Vladimirovich Putin`."""
    return name != other and name.split(maxsplit=1)[0] == other.split(maxsplit=1)[0] and len(name) < len(other)


_ADJECTIVE = re.compile(r"(?:n|an|ian|ean|ish|ese|ic|er|i|ans|ians|eans|ns|ers)$")


_LONGEST = 30
"""Letters of the longest adjective that is looked at."""


def _adjectives(mentions: Mentions) -> None:
    """`Corvessan` speaks of Corvessa, where both stand in the text, even if no table has them."""
    stems: defaultdict[str, list[str]] = defaultdict(list)
    for name in mentions.names:
        if " " not in name and len(name) > 4 and len(stem := name.rstrip("aeoy")) > 3:
            stems[stem].append(name)
    for short in [*mentions.names, *mentions.doubtful]:
        if " " in short or len(short) > _LONGEST or not _ADJECTIVE.search(short):
            continue
        full = [
            name
            for end in range(4, len(short))
            if short[:end] in stems and _ADJECTIVE.fullmatch(short[end:].lstrip("aeoy") or "-")
            for name in stems[short[:end]]
            if name != short
        ]
        if len(full) == 1 and full[0] in mentions.names:
            _join(mentions, short, full[0])
