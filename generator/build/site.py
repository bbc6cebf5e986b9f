"""All Entries → the Site: ordered, grouped, ranked and linked. Pure: no file, no clock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.build import stories as story_stage
from generator.build.editions import Tell, editions, news
from generator.build.profiles import Profiles
from generator.build.publishers import publishers
from generator.build.topics import Told, names, topics
from generator.errors import BroadsheetError, Problem, problem
from generator.model import Digest, Entry, Page, Site, View


def assemble(
    entries: Iterable[Entry],
    digests: Mapping[str, Digest],
    introductions: Mapping[str, Page],
    profiles: Profiles,
    told: Mapping[str, Told] | None = None,
    reports: Mapping[str, Page] | None = None,
    tell: Tell = lambda telling: (),
) -> Site:
    """The site of these articles and pages.

    `digests` holds what is told of each story, `introductions` what a person says of one in `content/stories/`,
    both by the story's slug; `profiles` what a person says of publishers, `told` what is known of topics, by slug.
    `reports` are the content files by path with publishers and topics as they name them themselves, for the editions,
    which know nothing of later reports; without them their entries serve. `tell` says what an edition says of a story.
    """
    entries = tuple(entries)
    reports = reports or {entry.path: Page(entry, "", "", ()) for entry in entries}
    edited = {page.entry.slug: page for page in reports.values() if page.entry.kind == "edition"}
    articles = newest_first(entry for entry in entries if entry.kind == "article")
    pages = (entry for entry in entries if entry.kind == "page")
    called = names(articles)
    alone = story_stage.Alone()
    days = editions(reports, "day", introductions, edited, tell, alone)
    stories = story_stage.stories(articles, digests, introductions, called, alone)
    new = news(days, {entry.path: story.slug for story in stories if not story.lone for entry in story.entries})
    stories = tuple(
        replace(story, fresh=new[story.slug]) if not story.lone and story.slug in new else story for story in stories
    )
    return Site(
        articles=articles,
        pages=tuple(sorted(pages, key=lambda entry: (entry.weight, entry.title.casefold(), entry.path))),
        stories=stories,
        topics=topics(articles, stories, called, told),
        publishers=publishers(articles, profiles),
        days=days,
        weeks=editions(reports, "week", introductions, edited, tell, alone),
    )


def newest_first(articles: Iterable[Entry]) -> tuple[Entry, ...]:
    """Articles by time, the newest first, those without a day last; equals by path."""
    ordered = sorted(articles, key=lambda entry: entry.path)
    ordered.sort(key=lambda entry: story_stage.by_time(entry)[:2], reverse=True)
    return tuple(entry for entry in ordered if entry.day) + tuple(entry for entry in ordered if not entry.day)


def year(whole: Site) -> int:
    """The year of the newest report, by which a reader takes a date without a year; 0 when none is dated."""
    return max((entry.stated.year for entry in whole.articles if entry.stated), default=0)


def where_nothing_stands(
    views: Iterable[View], copied: Iterable[str], entries: Iterable[Entry]
) -> tuple[tuple[View, ...], tuple[Entry, ...], tuple[Problem, ...]]:
    """The same without redirects from addresses where a page or a file stands, with a warning for each such alias.

    An old address is a courtesy, and a report that came in today may have made a page of that address.
    """
    views, entries = tuple(views), tuple(entries)
    pages = {entry.url: f"`{entry.path}`" for entry in entries}
    standing = {_path(view.url): pages.get(view.url, OURS) for view in views if view.template != REDIRECT}
    standing |= {path.casefold(): f"the static file `{path}`" for path in copied}
    redirects: dict[str, View] = {}
    for view in views:
        if view.template == REDIRECT and _path(view.url) not in standing:
            redirects.setdefault(_path(view.url), view)  # an alias that a person wrote comes before one of ours
    kept = tuple(view for view in views if view.template != REDIRECT or redirects.get(_path(view.url)) is view)
    free, blocked = [], []
    for entry in entries:
        there = [alias for alias in entry.aliases if _path(alias) in standing]
        left = tuple(alias for alias in entry.aliases if alias not in there)
        free.append(replace(entry, aliases=left) if there else entry)
        for alias in there:
            what = f"the alias {alias} leads nowhere: at this address is {standing[_path(alias)]}"
            blocked.append(problem(what, entry.path, hint="take the alias out", level="warning"))
    return kept, tuple(free), tuple(blocked)


def refuse_clashes(views: Iterable[View], copied: Iterable[str], entries: Iterable[Entry]) -> None:
    """Raise BroadsheetError naming all who claim it for each place in the output that several claim.

    Nor can one place be both a file and the folder of another file. `copied` are output paths of files. Paths that
    differ only in case are one on many disks.
    """
    claims: dict[str, list[Claim]] = defaultdict(list)
    own = set()
    for entry in entries:
        ours = entry.kind in ("topic", "edition")  # their pages are ours, and stand where their names say
        if not ours:
            own.add(entry.url)
        for address in dict.fromkeys(entry.aliases if ours else (entry.url, *entry.aliases)):
            claims[_path(address)].append((entry.path, address))
    for view in views:
        shown = view.values.get("entry") or view.values.get("story")
        if view.template == REDIRECT:  # an alias, which its entry claims; or the former address of a story
            claims[_path(view.url)] = claims.get(_path(view.url)) or [(OURS, view.url)]
        elif not (shown and shown.url in own and view.url.startswith(shown.url)):
            claims[_path(view.url)].append((OURS, view.url))
    for path in copied:
        claims[path.casefold()].append((f"the static file `{path}`", "/" + path))
    faults = [_clash(several) for several in claims.values() if len(several) > 1]
    inside: dict[str, str] = {}
    for path in sorted(claims, key=lambda path: (path.count("/"), path)):
        for at, sign in enumerate(path):
            if sign == "/":
                inside.setdefault(path[:at], path)
    faults += [_blocked(claims[path][0], claims[inside[path]][0]) for path in claims if path in inside]
    if faults:
        raise BroadsheetError(sorted(faults))


Claim = tuple[str, str]
"""Who claims a place, and its address."""
OURS = "a page that Broadsheet makes"
REDIRECT = "redirect.html"


def _path(address: str) -> str:
    return (address + "index.html" if address.endswith("/") else address).lstrip("/").casefold()


def _blocked(file: Claim, below: Claim) -> Problem:
    path = next((owner for owner, _ in (file, below) if owner.startswith("content/")), "")
    what = f"a file where a folder must be: {file[1]} is {_named(file)}, and {below[1]} is {_named(below)}"
    return problem(what, path, hint="give one of them another name, or take the alias out")


def _named(claim: Claim) -> str:
    return f"`{claim[0]}`" if claim[0].startswith("content/") else claim[0]


def _clash(claims: list[Claim]) -> Problem:
    (path, address), *others = sorted(claims, key=lambda claim: (not claim[0].startswith("content/"), claim))
    rest = " and ".join(map(_named, others))
    hint = "give one of them another `slug`, or take the alias out"
    if not path.startswith("content/"):
        return problem(f"two files at one address: {address} is {path} and {rest}", hint="rename the static file")
    return problem(f"two pages at one address: {address} is also that of {rest}", path, hint=hint)
