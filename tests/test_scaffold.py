"""New sites and new articles; and the one workflow that both the sample and a new site carry."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from generator import config, frontmatter, scaffold
from generator.errors import BroadsheetError

ROOT = Path(__file__).parent.parent


def test_a_new_site_has_settings_that_load_and_takes_its_folders_name(tmp_path):
    made = scaffold.site(tmp_path / "my-daily_news")
    assert config.load(tmp_path / "my-daily_news").title == "My Daily News"
    assert {path.relative_to(tmp_path / "my-daily_news").as_posix() for path in made} >= {
        ".github/workflows/pages.yml",
        ".gitignore",
        "broadsheet.yml",
        "content/pages/about.md",
        "requirements.txt",
    }


@pytest.mark.parametrize("name", ['say "hi"', "a: b", "été", "#1"])
def test_any_folder_name_gives_settings_that_load(tmp_path, name):
    scaffold.site(tmp_path / name)
    assert config.load(tmp_path / name).title


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(BroadsheetError, match="not empty"):
        scaffold.site(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_new_article_is_a_draft_with_its_title_and_day(tmp_path):
    path = scaffold.article(tmp_path, "Bridge: open again", today=dt.date(2026, 11, 22))
    front = frontmatter.split(path.read_text())
    assert path.name == "bridge-open-again.md"
    assert (front.meta["title"], front.meta["date"], front.meta["draft"]) == (
        "Bridge: open again",
        dt.date(2026, 11, 22),
        True,
    )
    with pytest.raises(BroadsheetError, match="there is an article of that name"):
        scaffold.article(tmp_path, "Bridge: open again", today=dt.date(2026, 11, 22))


def test_the_sample_is_published_by_the_workflow_that_a_new_site_gets():
    ours = (ROOT / ".github/workflows/pages.yml").read_text().splitlines()
    theirs = (scaffold.SKELETON / "dot-github/workflows/pages.yml").read_text().splitlines()
    different = [(one.strip(), other.strip()) for one, other in zip(ours, theirs, strict=True) if one != other]
    assert different == [("- run: pip install .", "- run: pip install -r requirements.txt")]


def test_the_workflow_has_the_permissions_and_steps_that_pages_needs():
    text = (ROOT / ".github/workflows/pages.yml").read_text()
    flow = yaml.safe_load(text)
    assert flow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    uses = [step.get("uses", "") for job in flow["jobs"].values() for step in job["steps"]]
    assert {name.split("@")[0] for name in uses if name} == {
        "actions/checkout",
        "actions/setup-python",
        "actions/configure-pages",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    }
    runs = " ".join(step.get("run", "") for step in flow["jobs"]["build"]["steps"])
    assert 'build --base-url "${{ steps.pages.outputs.base_url }}"' in runs
    assert "broadsheet check" in runs
