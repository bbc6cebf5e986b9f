"""What a page says itself, apart from the frame around it: kept as it stands while nothing but the frame changes.

A page's template fills blocks of a base template. Where only that base is edited, or what it includes, these blocks are
cut out of the page as it stands in the output, and only the frame is rendered. That may be done where a block says
nothing that the base has a part in: it calls neither `super` nor `self`, holds no other block, and knows no name that
the base gives a value. Jinja's syntax tree tells that; it is looked at when a template is compiled.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context

LEAST = 30
"""Blocks of fewer nodes in the syntax tree are sooner rendered than kept."""


class Facts(NamedTuple):
    """What the syntax tree of a template says."""

    base: str | None
    """The template that it extends, if it does."""
    asks: tuple[str, ...]
    """Others that it names."""
    open: bool
    """Whether it may ask for templates that are not named in it, or lend a block what it knows itself."""
    gives: tuple[str, ...]
    """Names to which it gives a value."""
    knows: tuple[str, ...]
    """Names of which it uses the value."""
    blocks: tuple[str, ...]
    """Large blocks that neither hold other ones, nor call what a base says, nor tell it anything but their text."""


def facts(tree: nodes.Template) -> Facts:
    """What is to be known of a template, as plain values that may stand in its code."""
    of = _by_kind(tree)
    bases = [each.template for each in of[nodes.Extends]]
    asked = [each.template for kind in (nodes.Include, nodes.Import, nodes.FromImport) for each in of[kind]]
    names = of[nodes.Name]
    given = {each.name for each in names if each.ctx != "load"}
    given |= {each.name for kind in (nodes.Macro, nodes.NSRef) for each in of[kind]}
    given |= {each.target for each in of[nodes.Import]}
    for each in of[nodes.FromImport]:
        given |= {name if isinstance(name, str) else name[1] for name in each.names}
    said = [each.value if isinstance(each, nodes.Const) else None for each in (*bases, *asked)]
    known = {each.name for each in names if each.ctx == "load"}
    return Facts(
        base=said[0] if len(bases) == 1 and isinstance(said[0], str) else None,
        asks=tuple(sorted({each for each in said[len(bases) :] if isinstance(each, str)})),
        open=(
            len(bases) > 1
            or not all(isinstance(each, str) for each in said)
            or any(each.scoped for each in of[nodes.Block])
        ),
        gives=tuple(sorted(given)),
        knows=tuple(sorted(known)),
        blocks=tuple(sorted(each.name for each in of[nodes.Block] if _to_keep(each))),
    )


def _to_keep(block: nodes.Block) -> bool:
    of = _by_kind(block)
    own = {each.name for each in of[nodes.Name] if each.ctx != "load"}
    tells = any(each.name not in own for each in of[nodes.NSRef])  # the frame, by a name of the template
    calls = any(each.name in ("super", "self") for each in of[nodes.Name])
    large = sum(map(len, of.values())) >= LEAST
    return large and not tells and not calls and not of[nodes.Block]


def _by_kind(tree: nodes.Node) -> defaultdict[type[nodes.Node], list[Any]]:
    """All that is in a tree: it is large, and gone through once."""
    found: defaultdict[type[nodes.Node], list[Any]] = defaultdict(list)
    for each in tree.find_all(nodes.Node):
        found[type(each)].append(each)
    return found


class Frame(NamedTuple):
    """What is around the blocks of one template."""

    templates: frozenset[str] = frozenset()
    """Those that have a part in nothing but the frame."""
    blocks: frozenset[str] = frozenset()
    """Those that may be kept."""


def around(name: str, told: Callable[[str], Facts]) -> Frame:
    """The frame of the template `name`; `told` gives the facts of each."""
    own = _reached([name], told)
    bases: dict[str, Facts] = {}
    base = own[name].base
    while base is not None and base not in bases:
        bases[base] = told(base)
        base = bases[base].base
    if not bases or any(each.open for each in own.values()) or any(each.open for each in bases.values()):
        return Frame()
    given = {each for one in bases.values() for each in one.gives}
    if any(each in given for one in own.values() for each in one.knows):
        return Frame()
    return Frame(frozenset(_reached(bases, told).keys() - own.keys()), frozenset(own[name].blocks))


def _reached(names: Iterable[str], told: Callable[[str], Facts]) -> dict[str, Facts]:
    """These templates and those that they ask for, without bases."""
    found: dict[str, Facts] = {}
    waiting = list(names)
    while waiting:
        if (name := waiting.pop()) not in found:
            found[name] = told(name)
            waiting += found[name].asks
    return found


Cuts = tuple[int, tuple[tuple[str, int, int], ...]]
"""The checksum of a page, and of each block in it the name, and where in the bytes of the page it begins and ends."""


def blocks(cuts: Cuts, page: bytes | None) -> dict[str, bytes]:
    """The blocks of a page as it stands; none where it is not the page that was cut."""
    check, places = cuts
    if page is None or zlib.crc32(page) != check:
        return {}
    return {name: page[begin:end] for name, begin, end in places}


class _Part(str):
    """The text of a block, among the pieces of a page."""

    __slots__ = ("block",)
    block: str


def filled(
    template: jinja2.Template,
    values: dict[str, Any],
    frame: Frame,
    kept: Mapping[str, bytes],
    finish: Callable[[str], bytes],
) -> tuple[bytes, Cuts | None]:
    """A page of a template, and where its blocks are, if any; those that are `kept` are not rendered.

    `finish` gives what a piece of a page is in the output.
    """
    context = template.new_context(values)
    if not frame.blocks:
        return finish("".join(template.root_render_func(context))), None
    asked: list[str] = []
    for name in frame.blocks:
        context.blocks[name][0] = _marked(name, context.blocks[name][0], kept, asked)
    rows: list[bytes] = []
    places: list[tuple[str, int, int]] = []
    pieces: list[str] = []
    length = 0

    def add(row: bytes) -> int:
        nonlocal length
        rows.append(row)
        length += len(row)
        return length

    for piece in template.root_render_func(context):
        if type(piece) is _Part:
            begin = add(finish("".join(pieces)))
            pieces.clear()
            places.append((piece.block, begin, add(kept[piece.block] if piece.block in kept else finish(piece))))
        else:
            pieces.append(piece)
    add(finish("".join(pieces)))
    found = [name for name, *_ in places]
    if [name for name in found if name in kept] != asked:  # the frame does something with the text of a block
        return filled(template, values, frame, {}, finish)
    page = b"".join(rows)
    return page, (zlib.crc32(page), tuple(places)) if found and len({*found}) == len(found) else None


def _marked(
    name: str, block: Callable[[Context], Iterator[str]], kept: Mapping[str, bytes], asked: list[str]
) -> Callable[[Context], Iterator[str]]:
    """A block whose text is one piece; `asked` is told when it is one that is kept."""

    def pieces(context: Context) -> Iterator[str]:
        if name in kept:
            asked.append(name)
        part = _Part("" if name in kept else "".join(block(context)))
        part.block = name
        yield part

    return pieces
