"""The whole paper: publishers, topics and stories under one name each, what is told of them; the Site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator import retold
from generator.build import profiles
from generator.build.stages.contents import Contents
from generator.build.steps import outside, passing, step
from generator.config import Config
from generator.errors import Problem
from generator.model import Citation, Digest, Entry, Page, Site

if TYPE_CHECKING:
    from generator.build.editions import Telling
    from generator.build.topics import Told

WRITTEN = frozenset({"story", "topic", "edition"})
"""Kinds of content files of which other pages show the text."""


@dataclass(frozen=True, slots=True)
class Joined:
    """All content files that are shown, with publishers, topics and stories under one name each.

    Articles are without their bodies, which stay on the disk.
    """

    pages: Mapping[str, Page]
    """By path."""
    reports: Mapping[str, Page]
    """The same with publishers and topics as they name them themselves, for the editions."""
    told: Mapping[str, Told]
    """What is known of topics, by slug."""
    problems: tuple[Problem, ...]
    """Warnings of topics."""
    odd: tuple[Problem, ...]
    """Warnings of stories that are to be merged."""


class Paper(Contents):
    """What only all content files together tell."""

    # ---------------------------------------------------------------- one name for each thing

    @step
    def known(self) -> tuple[profiles.Profile, ...]:
        self.stamp(profiles.NAME)
        return profiles.load(self.folder).all

    @step
    def joined(self) -> Joined:
        from generator.build import merges, publishers, spellings

        entries = {name: self.face(name).entry for name in self.shown()}
        pages = {
            name: self.whole(name, entry) if entry.kind in WRITTEN else Page(entry, "", "", ())
            for name, entry in entries.items()
        }
        people = profiles.Profiles(self.known())
        merged, odd = merges.merged(pages)
        reports = publishers.profiled(merged, people)
        spoken = spellings.united(publishers.united(merged, people))
        return Joined(spoken.pages, reports, spoken.told, spoken.problems, odd)

    @step
    def entry(self, name: str) -> Entry:
        return self.joined().pages[name].entry

    @step
    def report(self, name: str) -> Entry:
        return self.joined().reports[name].entry

    # ---------------------------------------------------------------- stories, editions: the Site

    @step
    def groups(self) -> dict[str, tuple[str, ...]]:
        from generator.build import stories

        found = stories.group(page.entry for page in self.joined().pages.values())
        return {slug: tuple(each.path for each in group) for slug, group in found.items()}

    @step
    def members(self, slug: str) -> tuple[str, ...]:
        return self.groups()[slug]

    @step
    def said(self, telling: Telling) -> tuple[Citation, ...]:
        from generator.build import editions

        return editions.say(telling, lambda name: (self.report(name), self.reading(name)))

    @step
    def digested(self, slug: str) -> Digest:
        names = self.members(slug)
        if len(names) < 2:
            return Digest()
        from generator.build import editions
        from generator.build.digest import digest
        from generator.build.digest.reports import numbered

        entries = {name: self.entry(name) for name in names}
        said = self.said(editions.telling(entries.values()))  # as the edition says it in which all of them stand
        sentences = tuple(replace(each, entry=entries[each.entry.path]) for each in said)
        return digest(numbered((entry, self.reading(name)) for name, entry in entries.items()), sentences)

    @step
    def introductions(self) -> dict[str, Page]:
        return {page.entry.slug: page for page in self.joined().pages.values() if page.entry.kind == "story"}

    @outside
    def retold_names(self) -> tuple[str, ...]:
        return tuple(sorted(each.name for each in (self.folder / retold.FOLDER).glob("*.json")))

    @step
    def retold(self) -> dict[str, retold.Retold]:
        """What an outside program wrote of stories, where it is set."""
        if not self.config().digest.command:
            return {}
        for name in self.retold_names():
            self.stamp(f"{retold.FOLDER}/{name}")
        return retold.read(self.folder)

    @passing
    def assembled(self) -> Site:
        from generator.build import retelling, site

        all_, entries = self.joined(), tuple(page.entry for page in self.joined().pages.values())
        digests = {slug: self.digested(slug) for slug in self.groups()}
        people = profiles.Profiles(self.known())
        whole = site.assemble(entries, digests, self.introductions(), people, all_.told, all_.reports, self.said)
        kept, named = self.retold(), all_.pages
        cited = [self.whole(name, named[name].entry) for name in sorted(retelling.cited(kept)) if name in named]
        shown = retelling.shown(whole, kept, cited)
        for story in shown.stories:  # which most kinds of pages show: each process would name them all for itself
            self.engine.store.put(story)
        return shown

    @step
    def common(self) -> tuple[Config, tuple[Entry, ...], int]:
        """What all pages are told of the whole: the settings, the hand-written pages, the year of the newest report."""
        from generator.build import site

        whole = self.assembled()
        return self.config(), whole.pages, site.year(whole)
