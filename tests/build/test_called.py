"""What a story is called: cases of reports, oldest first, each a headline and a standfirst."""

import json
from zoneinfo import ZoneInfo

import pytest
from build_site import article
from cases import cases

from generator.build import content
from generator.build.called import namesake


@pytest.mark.parametrize(("reports", "expected"), cases("called"))
def test_a_story_is_called_what_tells_most_of_what_its_reports_share(reports, expected):
    told = [line.split(" | ") for line in reports.splitlines()]
    texts = [article(json.dumps(title), summary=json.dumps(summary)) for title, summary in told]
    entries = [content.parse(f"content/articles/{n}.md", text, ZoneInfo("UTC")).entry for n, text in enumerate(texts)]
    assert namesake(entries).title == expected
