"""Where in a page a piece of text stands: in its navigation, a share bar, a sign-up …, by the elements around it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_TAGS = {
    "aside": "aside",
    "button": "button",
    "figcaption": "caption",
    "figure": "caption",
    "footer": "footer",
    "form": "form",
    "menu": "navigation",
    "nav": "navigation",
}
_ROLES = {
    "alertdialog": "notice",
    "banner": "page header",
    "complementary": "aside",
    "contentinfo": "footer",
    "dialog": "notice",
    "menu": "navigation",
    "navigation": "navigation",
    "search": "search",
    "toolbar": "share bar",
}
_NAMES: dict[str, str] = {
    "comments": r"""
        comments? comment-?(list|section|area|form|thread|respond) coral discussion disqus(-thread)? livefyre
        respond""",
    "share bar": r"""
        a2a addthis addtoany follow-?us share share-?(bar|buttons?|links?|tools?) sharebar sharedaddy shares
        sharing social social-?(bar|icons|links|media|share) socials""",
    "sign-up": r"""
        donate donation mailing-?list mc4wp membership newsletter newsletter-?\w+ newsletters opt-?in
        piano regwall sign-?up signup-?\w* subscribe subscribe-?\w* subscriptions? support-?us""",
    "related link": r"""
        also-?(like|read) further-?reading latest latest-?(news|posts|stories)
        more-?(articles|from|like|news|on|stories) most-?(popular|read|recent|shared|viewed) mostread nav-?links
        next-?(article|post|story) ob-widget onward outbrain popular post-?navigation prev-?(article|post|story)
        promo promobox promos read-?(also|more|next) recirc recommend recommended recommendations? related
        related-?\w+ relatedposts jp-relatedposts see-?also storylist taboola teasers? trending you-?may""",
    "for screen readers": r"""
        (only-)?screen-?readers?(-?(only|text))? sr-only visually-?hidden""",
    "cookie notice": r"""
        (cookie-?)?consent cookie-?\w+ cookies? gdpr onetrust privacy-(banner|box|modal|notice|pref\w*|settings)""",
    "notice": r"adblock cmp interstitial lightbox modal overlay pop-?up skip-?link toast",
    "author biography": r"""
        about-?(the-?)?author author-?(about|bio|block|box|card|description|details|info|profile) authorbox bio
        biography contributor-?bio post-?author-?\w* vcard-?bio writer-?bio""",
    "caption": r"""
        bildunterschrift caption captions carousel copyright credits? figure gallery
        (image|img|photo|picture|media|figure)-?(caption|credit|description|meta|source|title) slideshow
        wp-caption-text""",
    "advertisement": r"""
        ad-?(banner|container|label|slot|unit|wrapper) ads? adsense advert advertisement advertising dfp
        sponsored sponsors?""",
    "tags": r"""
        article-?tags cat-?links categories entry-?tags keywords post-?tags tag-?(cloud|links|list) tags?
        tags-?links topics""",
    "navigation": r"""
        breadcrumb-?\w* breadcrumbs main-?(menu|nav) mega-?menu menus? nav navbar navigation pager pagination
        site-?(menu|nav) table-?of-?contents toc topbar""",
    "page header": r"global-?header header-?bar masthead page-?header site-?header top-?header",
    "footer": r"colophon copyright-?notice footer global-?footer page-?footer site-?footer",
    "aside": r"rail right-?rail side-?bar sidebar widget widget-?area widgets",
    "player": r"""
        (audio|media|radio)-?player jw-?player playlist podcast-?player
        video-?(caption|container|info|meta|player|title) vjs-?\w*""",
    "byline": r"""
        article-?(date|info|meta) authors? by-?lines? date dateline entry-?meta meta-?(data|info) metadata
        post-?(info|meta) posted-?on pub-?date publish-?date published read-?time reading-?time story-?meta
        time-?stamp""",
    "toolbar": r"""
        action-?bar actions article-?tools bookmark correction-?form feedback font-?size likes? listen print
        printer ratings? reactions? report-?error save-?article text-?size toolbar tools votes?""",
}
"""What the words in class names and ids mean; the first that matches counts."""
_SHAPES = tuple(
    (reason, re.compile(rf"(?:^|[\s_-])(?:{'|'.join(words.split())})(?=$|[\s_-])")) for reason, words in _NAMES.items()
)
_ANY = re.compile(
    rf"(?:^|[\s_-])(?:{'|'.join(word for words in _NAMES.values() for word in words.split())})(?=$|[\s_-])"
)
"""Any of them: a quick look that spares most names the slow ones."""
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CONTENT = frozenset("body html main article h1".split())
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_FOR_HEADINGS = tuple(
    (reason, shape)
    for reason, shape in _SHAPES
    if reason in ("comments", "related link", "sign-up", "cookie notice", "notice", "caption", "for screen readers")
)
"""Other words in the name of a heading often mean the kind of heading: `tag`, `meta`, `bar`."""


def place_of(element: Any, tag: str) -> str:
    """What an element with this tag is, if it is no part of an article's text, else the empty string."""
    if tag == "header":
        return "" if any(each.tag in ("article", "main") for each in element.iterancestors()) else "page header"
    if reason := _TAGS.get(tag) or _ROLES.get(element.get("role") or ""):
        return reason
    if tag in _CONTENT:
        return ""
    called, name = element.get("class") or "", element.get("id") or ""
    return _called(f"{called[:400]} {name[:100]}", tag in _HEADINGS) if called or name else ""


@lru_cache(maxsize=4096)  # pages of a site, and the parts of a page, share their names
def _called(names: str, heading: bool) -> str:
    names = _CAMEL.sub("-", names).replace("__", "_").replace("--", "-").lower()
    if not _ANY.search(names):
        return ""
    return next((reason for reason, shape in (_FOR_HEADINGS if heading else _SHAPES) if shape.search(names)), "")
