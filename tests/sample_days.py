"""The sample's fortnight, lived again: each evening its editor drops in the documents of the day and runs `ingest`.

So the lock of the sample has what only time can give: editions that were closed, stories that grew, reports that came
in late, and sources that were corrected. Of those `sample/earlier/` holds what they said on their first evening. What
the editor has to say of stories comes last, when there are stories: the files of `content/stories/`, and into which of
them a report belongs of which no common word tells it, as of one in another language, and pictures.
"""

import datetime as dt
import shutil
from collections import defaultdict
from pathlib import Path

from generator import frontmatter, lock

ROOT = Path(__file__).parent.parent
SOURCES = "content/sources"
EARLIER = Path(__file__).parent / "sample" / "earlier"
ELECTION = "varrand-and-oreck-neck-and-neck-as-halvane-prepares-to"
BY_HAND = {
    "ilse-varrand-elue-presidente-de-la-halvane-avec-51-3-des": f"story: {ELECTION}",
    "ylsh-frnd-tfwz-brish-hlfyn-bfrq-diyl": f"story: {ELECTION}",
    "stolen-astrolabe-found-under-ice-and-mackerel-at-ketterhaven": "image: /pictures/astrolabe.svg",
    "i-heard-the-wall-go-tolmery-counts-the-cost-of-its-worst": "image: /pictures/flood.svg",
    "ferry-crews-walk-out-cutting-off-skerrow-islands": "image: /pictures/ferry.svg",
    "little-probe-big-salt-kittiwake-finds-a-dried-up-brine-on": "image: /pictures/asteroid.svg",
    "the-last-foghorn-keeper-of-cape-sarn": "image: /pictures/foghorn.svg",
}
"""By article the line that the editor has added to it: the story into which it belongs, a picture."""
EVENING = dt.time(22, tzinfo=dt.UTC)


def live(folder, run, scratch):
    """Give the site in `folder`, which has the sources of the sample and nothing else, its articles and its lock."""
    days = arrivals(folder, run, scratch / "at once")
    site = scratch / "by days"
    shutil.copytree(folder / "content", site / "content", ignore=shutil.ignore_patterns("sources", "stories"))
    shutil.copy(folder / "broadsheet.yml", site)
    for day in sorted(days):
        for path, source in days[day]:
            target = site / SOURCES / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
        evening = dt.datetime.combine(day, EVENING)
        assert run(site, "ingest", "--quiet", epoch=str(int(evening.timestamp()))).code == 0
    shutil.copytree(folder / "content" / "stories", site / "content" / "stories")
    for name, line in BY_HAND.items():
        article = site / "content" / "articles" / f"{name}.md"
        article.write_text(article.read_text("utf-8").replace("\n---\n", f"\n{line}\n---\n", 1), "utf-8")
    assert run(site, "ingest", "--quiet").code == 0
    shutil.copytree(site / "content" / "articles", folder / "content" / "articles")
    shutil.copy(site / lock.PATH, folder / lock.PATH)


def arrivals(folder, run, scratch):
    """For each day the sources that came in, as (path, file): with the last report in it, or where none is dated, last.

    One that was corrected comes in twice, the second time on the next day.
    """
    shutil.copytree(folder / "content", scratch / "content")
    shutil.copy(folder / "broadsheet.yml", scratch)
    assert run(scratch, "ingest", "--quiet").code == 0
    found = {}
    for line in lock.read(scratch).values():
        file = line.path.partition("#")[0]
        stated = stated_day(scratch, line.article)
        found[file] = max(filter(None, (found.get(file), stated)), default=None)
    last = max(filter(None, found.values()))
    days = defaultdict(list)
    for file, day in sorted(found.items()):
        source, earlier = folder / SOURCES / file, EARLIER / file
        days[day or last].append((file, earlier if earlier.exists() else source))
        if earlier.exists():
            days[day + dt.timedelta(days=1)].append((file, source))
    return days


def stated_day(folder, name):
    """The day that an article states, or none."""
    path = folder / "content" / "articles" / f"{name}.md"
    if not path.exists():
        return None
    meta = frontmatter.split(path.read_text("utf-8")).meta
    when = frontmatter.moment(meta.get("date") or meta.get("lastmod"))
    return when.date() if isinstance(when, dt.datetime) else when
