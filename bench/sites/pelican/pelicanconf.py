"""Pelican at its best: its lightest theme, its cache in use, no Markdown extension that Broadsheet does not have."""

SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG = "The bench", "https://example.org", "UTC", "en"
PATH, OUTPUT_PATH, CACHE_PATH = "content", "output", "cache"
THEME, THEME_TEMPLATES_OVERRIDES = "simple", ["theme"]
CACHE_CONTENT, LOAD_CONTENT_CACHE, CONTENT_CACHING_LAYER = True, True, "generator"
FORMATTED_FIELDS = []  # a summary is plain text
MARKDOWN = {
    "extensions": ["meta", "fenced_code", "footnotes", "tables", "def_list", "sane_lists"],
    "extension_configs": {},
    "output_format": "html5",
}

ARTICLE_URL, ARTICLE_SAVE_AS = "articles/{slug}/", "articles/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "topics/{slug}/", "topics/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "publishers/{slug}/", "publishers/{slug}/index.html"
DAY_ARCHIVE_URL, DAY_ARCHIVE_SAVE_AS = "editions/{date:%Y-%m-%d}/", "editions/{date:%Y-%m-%d}/index.html"
TAGS_SAVE_AS, AUTHORS_SAVE_AS, ARCHIVES_SAVE_AS = "topics/index.html", "publishers/index.html", "archive/index.html"
CATEGORY_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "authors", "archives", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"  # Pelican has none of its own; this is a template
OUTPUT_SOURCES, OUTPUT_SOURCES_EXTENSION = True, ".md"

DEFAULT_PAGINATION = 40
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
FEED_MAX_ITEMS, RSS_FEED_SUMMARY_ONLY = 30, False
FEED_ALL_ATOM, FEED_ALL_RSS = "feed.xml", "rss.xml"
TAG_FEED_ATOM, TAG_FEED_RSS = "topics/{slug}/feed.xml", "topics/{slug}/rss.xml"
AUTHOR_FEED_ATOM, AUTHOR_FEED_RSS = "publishers/{slug}/feed.xml", "publishers/{slug}/rss.xml"
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
STATIC_PATHS = ["static"]
IGNORE_FILES = []  # by default it watches no folder below one whose name begins with a dot, as the bench's does
