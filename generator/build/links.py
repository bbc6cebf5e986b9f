"""`check`: whether a built site holds together, as its readers will find it and not as the build meant it.

Every address in every file must lead somewhere, also below a base path and from the disk; anchors must be there, feeds
must be valid, and all that is cited must stand in the paragraph that its link names. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from generator.build import content, gather
from generator.build.checks import cited, data, feeds, pages
from generator.build.checks.built import Built, Pending, Stray
from generator.build.checks.pages import Content, Said
from generator.config import Config
from generator.errors import BroadsheetError, Problem, problem

READERS: tuple[tuple[str, Callable[[bytes, str], Content]], ...] = (
    (".html", pages.page),
    (".css", pages.style),
    (".xml", feeds.xml),
    (".json", data.read),
    ("robots.txt", pages.plain),
    ("llms.txt", pages.plain),
)
"""How the files whose names end so are read; others are only targets."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found in a built site."""

    problems: tuple[Problem, ...]
    """By file and line; none means that all is well."""
    pages: int
    links: int
    """Addresses in all files."""


def survey(output: Path, config: Config, folder: Path | None = None) -> Survey:
    """All faults of the built site in `output`, and how much was looked at. Raises BroadsheetError when there is none.

    A dead link that a content file of the site's `folder` has from the root is told once, with the line of that file.

    A site is judged by the address it was built for, which its `digest.json` tells: `build --base-url` may have given
    it another one than the settings have. That they differ is a warning.
    """
    try:
        names = sorted(each.relative_to(output).as_posix() for each in output.rglob("*") if each.is_file())
        if "index.html" not in names:
            hint = "run `broadsheet build` first"
            raise BroadsheetError(problem("there is no built site here: no `index.html`", str(output), hint=hint))
        problems = [*_clashes(names)]
        digest = (output / "digest.json").read_bytes() if "digest.json" in names else b""
        url = data.home(digest)
        if url is not None and url != config.url:
            problems += _elsewhere(url, config.url)
            config = replace(config, url=url)
        built = Built(config, frozenset(names))
        anchors: dict[str, frozenset[str]] = {}
        paragraphs: dict[tuple[str, str], str] = {}
        pending: list[Pending] = []
        strays: list[Stray] = []
        said: list[tuple[str, Said]] = []
        links = 0
        for name in names:  # one file after another, and nothing kept of it but what another may point at
            content = _read(output, name)
            problems += content.faults
            anchors[name] = content.anchors
            paragraphs |= {(name, anchor): text for anchor, text in content.paragraphs}
            said += ((name, each) for each in content.said)
            links += len(content.references)
            for reference in dict.fromkeys(content.references):
                verdict = built.judge(name, reference)
                if isinstance(verdict, Problem):
                    problems.append(verdict)
                elif isinstance(verdict, Stray):
                    strays.append(verdict)
                elif verdict:
                    pending.append(verdict)
        problems += _written(folder, strays) if folder else (stray.fault for stray in strays)
        problems += (fault for each in pending if (fault := _adrift(each, anchors)))
        problems += cited.faults(built, digest, paragraphs, said)
    except OSError as error:
        raise BroadsheetError(problem(f"cannot read the site: {error.strerror or error}", str(output))) from error
    return Survey(tuple(sorted(problems)), sum(name.endswith(".html") for name in names), links)


def _elsewhere(url: str, wanted: str) -> Iterator[Problem]:
    if wanted:
        what = f"the site was built for {f'`{url}`' if url else 'no address'}, and the settings say `{wanted}`"
        yield problem(what, "digest.json", hint="build it again before you publish it there", level="warning")


def _read(output: Path, name: str) -> Content:
    for end, reader in READERS:
        if name.endswith(end):
            return reader((output / name).read_bytes(), name)
    return Content()


def _written(folder: Path, strays: list[Stray]) -> Iterator[Problem]:
    """The fault of each link that leads to no file: where a person wrote it, else where it was built."""
    wanted = {stray.address: stray for stray in strays}
    if not wanted:
        return
    address = re.compile(
        r"(?:(?<=\]\()|(?<=[<\"'=])|(?<=: ))(?:" + "|".join(map(re.escape, wanted)) + r")(?=[)>\"'\s?#])"
    )
    written = set()
    for name in filter(content.is_text, gather.names(folder)):
        text = gather.text(folder, name)
        places = ((found[0], text.count("\n", 0, found.start()) + 1) for found in address.finditer(text))
        for each, line in dict.fromkeys(places):
            stray = wanted[each]
            written.add(stray.address)
            yield replace(
                stray.fault, path=name, line=line, what=stray.fault.what.replace(stray.written, stray.address)
            )
    yield from (stray.fault for stray in strays if stray.address not in written)


def _clashes(names: list[str]) -> Iterator[Problem]:
    """Files that would be one where case does not count, as on most Macs and Windows machines."""
    seen: dict[str, str] = {}
    for name in names:
        other = seen.setdefault(name.casefold(), name)
        if other != name:
            what = f"differs from `{other}` only in case, and a disk that does not tell them apart keeps one of them"
            yield problem(what, name, hint="give one of the two another `slug`")


def _adrift(pending: Pending, anchors: Mapping[str, frozenset[str]]) -> Problem | None:
    """The fault that an anchor is not there."""
    held = anchors[pending.file]
    if pending.anchor in held:
        return None
    what = f"links to `{pending.reference.target}`, and `{pending.file}` has no anchor `#{pending.anchor}`"
    near = get_close_matches(pending.anchor, sorted(held), n=1)
    hint = f"did you mean `#{near[0]}`?" if near else ""
    return problem(what, pending.name, pending.reference.line, hint=hint)
