"""New sites and new articles; and the one workflow that both the sample and a new site carry."""

import datetime as dt
import json
import subprocess
from pathlib import Path

import pytest
import yaml

from generator import config, frontmatter, scaffold
from generator.errors import BroadsheetError

ROOT = Path(__file__).parent.parent
OURS = ROOT / ".github/workflows/pages.yml"
THEIRS = scaffold.SKELETON / "dot-github/workflows/pages.yml"


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


@pytest.mark.parametrize("name", ['say "hi"', "a: b", "été", "#1", "back\\slash", "😀", "a\tb", "\x7f"])
def test_any_folder_name_gives_settings_that_load(tmp_path, name):
    scaffold.site(tmp_path / name)
    assert config.load(tmp_path / name).title


@pytest.mark.parametrize(
    ("leads", "name"),
    [
        ("zoneinfo/Europe/Berlin", "Europe/Berlin"),
        ("zoneinfo/Mars/Base", "UTC"),
        ("zoneinfo/Etc/UTC", "UTC"),
        ("zoneinfo/Etc/GMT-3", "Etc/GMT-3"),
        ("elsewhere", "UTC"),
    ],
)
def test_a_new_site_lives_in_the_time_zone_of_its_machine(tmp_path, leads, name):
    (tmp_path / "localtime").symlink_to(tmp_path / leads)
    assert scaffold.zone(tmp_path / "localtime") == name
    scaffold.site(tmp_path / "x")
    assert config.load(tmp_path / "x").timezone == scaffold.zone()


def test_each_new_site_has_an_id_of_its_own(tmp_path):
    for name in ("a", "b"):
        scaffold.site(tmp_path / name)
    assert config.load(tmp_path / "a").id.startswith("urn:uuid:")
    assert config.load(tmp_path / "a").id != config.load(tmp_path / "b").id


def test_a_site_without_the_sample_has_an_empty_place_for_sources(tmp_path):
    made = scaffold.site(tmp_path / "daily", sample=False)
    assert list((tmp_path / "daily/content/sources").iterdir()) == []
    assert {path.name for path in made} >= {"broadsheet.yml", "pages.yml", "about.md"}


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(BroadsheetError, match="not empty"):
        scaffold.site(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_with_hidden_files_alone_becomes_a_site_and_they_stay(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("mine\n")
    made = scaffold.site(tmp_path)
    assert tmp_path / "broadsheet.yml" in made
    assert (tmp_path / ".gitignore").read_text() == "mine\n"
    assert tmp_path / ".gitignore" not in made


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (
            {"url": "https://git.example/us/b.git", "vcs_info": {"vcs": "git", "commit_id": "1a2b"}},
            "broadsheet @ git+https://git.example/us/b.git@1a2b",
        ),
        ({"url": "https://a.example/b.zip", "archive_info": {}}, "broadsheet @ https://a.example/b.zip"),
        ({"url": "file:///home/me/b", "dir_info": {"editable": True}}, ""),
        ({"url": "ssh://git@git.example/b.git", "vcs_info": {"vcs": "git", "commit_id": "1a2b"}}, ""),
        ({}, ""),
    ],
)
def test_the_workflow_installs_what_runs_here_if_it_came_from_the_web(origin, expected):
    assert scaffold.requirement(json.dumps(origin)) == expected


def test_a_program_from_a_folder_of_this_machine_installs_nothing_and_says_so(tmp_path):
    """The name alone would run the code of whoever registers it."""
    install = next(step["run"] for step in steps(THEIRS) if "requirements" in step.get("run", ""))
    assert scaffold.requirement("") == ""
    (tmp_path / "requirements.txt").write_text(f"# What is installed:\n{scaffold.NO_ADDRESS}\n")
    told = subprocess.run(["bash", "-e", "-c", install], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert told.stdout.startswith("::error file=requirements.txt::Say in requirements.txt")


def test_a_site_that_does_not_say_where_the_program_is_from_asks_for_it(tmp_path):
    scaffold.site(tmp_path / "daily")
    required = tmp_path / "daily" / "requirements.txt"
    assert not scaffold.knows_program(tmp_path / "daily")
    required.write_text(required.read_text() + "broadsheet @ git+https://example.org/broadsheet@1a2b\n")
    assert scaffold.knows_program(tmp_path / "daily")


def test_requirements_never_name_the_program_without_an_address(tmp_path):
    scaffold.site(tmp_path / "x")
    rows = (tmp_path / "x" / "requirements.txt").read_text().splitlines()
    assert all(row.startswith(("#", "broadsheet @ ")) for row in rows)


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


def steps(flow):
    return yaml.safe_load(flow.read_text())["jobs"]["build"]["steps"]


def test_the_sample_is_published_by_the_workflow_that_a_new_site_gets():
    ours, theirs = OURS.read_text().splitlines(), THEIRS.read_text().splitlines()
    different = [(one.strip(), other.strip()) for one, other in zip(ours, theirs, strict=True) if one != other]
    assert [one for one, _ in different] == ["- run: pip install ."]
    assert different[0][1].endswith("; pip install -r requirements.txt")


def test_the_workflow_has_the_steps_that_pages_needs():
    jobs = yaml.safe_load(OURS.read_text())["jobs"]
    uses = [step.get("uses", "") for job in jobs.values() for step in job["steps"]]
    assert {name.split("@")[0] for name in uses if name} == {
        "actions/checkout",
        "actions/setup-python",
        "actions/configure-pages",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    }
    runs = " ".join(step.get("run", "") for step in steps(OURS))
    assert 'build --base-url "${{ steps.pages.outputs.base_url }}"' in runs
    assert "broadsheet check" in runs


def test_only_the_job_that_runs_nothing_of_ours_may_publish():
    flow = yaml.safe_load(OURS.read_text())
    assert flow["permissions"] == {}
    assert {name: job["permissions"] for name, job in flow["jobs"].items()} == {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }


def test_the_workflow_warns_when_the_build_wrote_articles_that_are_not_committed(tmp_path):
    warn = next(step["run"] for step in steps(OURS) if "git status" in step.get("run", ""))

    def run(*command):
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    run("git", "init", "--quiet")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "ingest.lock").write_text("")
    assert run("bash", "-e", "-c", warn).startswith("::warning::Articles of this build are not committed")
    run("git", "add", ".")
    run("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "all")
    assert run("bash", "-e", "-c", warn) == ""
