"""Page furniture that says what it is: comment notices, share bars, sign-ups, link lists, players, footers.

The phrases are data, in `generator/ingest/phrases/`. They are whole lines; a paragraph of news is never searched.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from itertools import pairwise

from generator.ingest import phrases, zones
from generator.ingest.edit import take
from generator.ingest.markdown import plain
from generator.ingest.phrases import Phrase
from generator.model import Block, Document, Hint
from generator.text.date_words import LABEL
from generator.text.lines import count, is_prose

_LONGEST_ITEM = 180
_MOST_BELOW = 200  # blocks that are looked at
_TEASER = 320  # letters below the headline of another story
_MOST_ITEMS = 60
_TAG_LISTS = "tag list"
_SHARE = Phrase("share bar")
_LONGEST_BAR = 140
_FEW_NETWORKS = 3
_NETWORKS = frozenset(
    "facebook twitter x linkedin whatsapp telegram pinterest tumblr reddit bluesky threads mastodon xing line flipboard"
    " messenger instagram youtube tiktok email e-mail mail print rss vk viber pocket".split()
)
_EMPTY_TAGS = frozenset({"news", "article", "articles", "home", "latest", "featured", "uncategorized"})


def furniture(document: Document) -> Document:
    """Take out the lines that are furniture, and the lists that some of them open; printed tags become hints."""
    found = {}
    for place, block in enumerate(document.blocks):
        if block.kind == "verbatim":
            continue
        text = plain(block)
        if phrase := phrases.find(text) or (_SHARE if _is_share_bar(text) else None):
            found[place] = phrase
    if not found:
        return document
    first, last = zones.story(document, {place for place, each in found.items() if each.where != "outside"})
    reasons = {
        place: each.reason
        for place, each in found.items()
        if _goes(each, place, first, last) and each.where != "beside"
    }
    _beside(found, reasons, first, last)
    hints = [
        hint
        for place in sorted(reasons)
        if reasons[place] == _TAG_LISTS
        for hint in _line_of_tags(document.blocks[place])
    ]
    for place in sorted(reasons):
        if found[place].where == "list" and place > first:
            items = _items(document, place, last, found)
            if reasons[place] == _TAG_LISTS:
                named = (document.blocks[each] for each in items if each not in found)
                hints += [_tag(block) for block in named if _is_tag(plain(block))]
            reasons |= {each: found[place].reason for each in items if each not in reasons}
    return take(document, reasons, hints)


def _is_share_bar(text: str) -> bool:
    """Whether a line names the networks that a report may be sent to, and little else."""
    if len(text) > _LONGEST_BAR or text.count(" ") < _FEW_NETWORKS - 1:
        return False
    words = text.casefold().split()
    named = len([word for word in words if word in _NETWORKS])
    return named >= _FEW_NETWORKS and 2 * named >= len(words)


def _goes(phrase: Phrase, place: int, first: int, last: int) -> bool:
    """Whether a phrase is furniture where it stands."""
    if phrase.where == "inside":
        return place > first
    if phrase.where in ("outside", "beside"):
        return place < first or place >= last
    return True


def _beside(found: Mapping[int, Phrase], reasons: dict[int, str], first: int, last: int) -> None:
    """Add the weak phrases: those outside the story, and runs of them that touch one another or a sure one."""
    weak = {place for place, each in found.items() if each.where == "beside"}
    for place in weak:
        if place < first or place > last or {place - 1, place + 1} & (weak | reasons.keys()):
            reasons[place] = found[place].reason


def _items(document: Document, place: int, last: int, found: Mapping[int, Phrase]) -> list[int]:
    """Places of the lines that belong to the list opened at `place`: short ones, up to the next paragraph."""
    if _all_teasers(document, place, found):
        below = range(place + 1, len(document.blocks))
        return [each for each in below if not LABEL.match(document.blocks[each].text)]
    items: list[int] = []
    for each in range(place + 1, min(len(document.blocks), place + 1 + _MOST_ITEMS)):
        block = document.blocks[each]
        text = plain(block)
        if block.kind in ("heading", "quote", "verbatim") or (each in found and found[each].where == "list"):
            break
        if len(text) > _LONGEST_ITEM or (is_prose(text) and text.endswith((".", "”", '"', "»", "…"))):
            break
        items.append(each)
    if items and items[-1] < last and len(items) > 1 and count(plain(document.blocks[items[-1]])) <= 3:
        items.pop()  # a list inside the story: a short last line may be the heading of what follows
    return items


def _all_teasers(document: Document, place: int, found: Container[int]) -> bool:
    """Whether all below a place are other stories: headlines, each with a short paragraph at most, and not many."""
    if len(document.blocks) - place > _MOST_BELOW:
        return False
    texts = [plain(block) for block in document.blocks[place:]]
    prose = list(map(is_prose, texts))
    teasers = sum(each and at - 1 not in found for at, each in enumerate(prose, start=place))
    if teasers < 2 or any(one and other for one, other in pairwise(prose)) or max(map(len, texts)) > _TEASER:
        return False
    return sum(is_prose(plain(block)) for block in document.blocks[:place]) > 1.5 * sum(prose)


def _is_tag(text: str) -> bool:
    return count(text) <= 5 and len(text) <= 50 and any(map(str.isalpha, text)) and text.casefold() not in _EMPTY_TAGS


def _tag(block: Block) -> Hint:
    return Hint("tags", plain(block).strip(" #,;•·-"), f"tag list, line {block.lines[0]}")


def _line_of_tags(block: Block) -> list[Hint]:
    """The tags of `Tags: one, two, three`."""
    _, colon, rest = plain(block).partition(":")
    tags = [each.strip(" #.;•·-") for each in rest.replace("|", ",").replace("،", ",").replace(";", ",").split(",")]
    return [Hint("tags", tag, f"tag list, line {block.lines[0]}") for tag in tags if colon and tag and _is_tag(tag)]
