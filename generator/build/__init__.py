"""`build`: what `content/` says becomes the site, offline, the same bytes from the same input. Start reading here.

    content/*.md ──► Page ──► Site ──► View ──► text ──► site/
     (texts)       content,   site    kinds    render    output
                   markup     digest

First everything is gathered, then everything is rendered: no page is made before all of them are known.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator import lock
from generator.build import (
    assets,
    content,
    edited,
    gather,
    kinds,
    merges,
    profiles,
    publishers,
    render,
    retelling,
    site,
    spellings,
    stories,
)
from generator.build import output as output_stage
from generator.build.digest import digest
from generator.config import Config
from generator.errors import Problem


@dataclass(frozen=True, slots=True)
class Result:
    """What one build did."""

    written: tuple[str, ...]
    """Output files that are new or different, as paths below the output folder."""
    removed: tuple[str, ...]
    """Those of an earlier build that no page asks for any more."""
    unchanged: int
    views: int
    """How many pages and other files were rendered."""
    held: tuple[tuple[str, str], ...] = ()
    """Content files that were held back, each with the reason."""
    problems: tuple[Problem, ...] = ()
    """Warnings."""

    def as_dict(self) -> dict[str, Any]:
        """The same for a program."""
        told = asdict(self) | {"problems": [str(each) for each in self.problems]}
        return told | {"held": [{"path": path, "reason": reason} for path, reason in self.held]}


def build(
    folder: Path,
    config: Config,
    *,
    output: Path,
    now: dt.datetime,
    drafts: bool = False,
    future: bool = False,
) -> Result:
    """Make `output` hold the site of `folder`, and nothing else.

    `now` decides which articles are still to come, and nothing more; `drafts` and `future` show those, too. Raises
    BroadsheetError with the faults of all content files, else with those of all templates, else with the disk's.
    """
    output_stage.claim(output, folder)
    names = gather.names(folder)
    parsed = gather.parsed(folder, names, content.seen(lock.read(folder).values()), config.zone)
    shown, held = gather.due(parsed, now, config.zone, drafts=drafts, future=future)
    gathered = gather.pages(folder, shown, names)
    known = profiles.load(folder)
    joined, odd = merges.merged(gathered.pages)
    reports = publishers.profiled(joined, known)
    spoken = spellings.united(publishers.united(joined, known))
    pages = spoken.pages
    entries = tuple(page.entry for page in pages.values())
    groups = stories.group(entries)
    digests = {slug: digest([pages[each.path] for each in group]) for slug, group in groups.items()}
    introductions = {page.entry.slug: page for page in pages.values() if page.entry.kind == "story"}
    whole = site.assemble(entries, digests, introductions, known, spoken.told, reports)
    whole = retelling.shown(whole, folder, config, pages.values())
    static = assets.static(render.folders(folder))
    copied = static | assets.content(folder, names) | gathered.pictures | assets.extra(config)
    views, leading, blocked = site.where_nothing_stands(kinds.views(whole, config), copied, entries)
    site.refuse_clashes(views, copied, leading)
    renderer = render.Renderer(folder, config, assets.versions(static), whole.pages, site.year(whole))
    rendered = render.render(renderer, views, pages)
    settled = output_stage.settle(output, copied | rendered)
    warnings = (
        *(each for one in parsed for each in one.problems),
        *gathered.problems,
        *odd,
        *stories.unshown(introductions, groups),
        *edited.doubts(whole, reports),
        *spoken.problems,
        *blocked,
    )
    return Result(settled.written, settled.removed, settled.unchanged, len(views), held, warnings)
