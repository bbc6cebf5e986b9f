"""`ingest --review`: what is in doubt, the most doubtful first, until a person has settled it."""

import pytest
from ingest_site import HARBOUR, LIBRARY, Site

from generator.ingest import review

UNDATED = HARBOUR.replace("10 November 2026\n\n", "")
SHORT = "A short notice for the people of Ostermouth\n\n12 November 2026\n\nThe town hall is closed on Friday.\n"


@pytest.fixture
def site(tmp_path):
    site = Site(tmp_path)
    site.source("wire/sure.txt", LIBRARY)
    site.source("wire/undated.txt", UNDATED)
    site.source("wire/short.txt", SHORT)
    site.source("wire/old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    site.source("wire/future.txt", HARBOUR.replace("2026", "2031").replace("harbour", "river"))
    return site


def cases(site):
    return review.review(site.folder, [item.path for item in site.run().items])


def told(site):
    return {each.source.rpartition("/")[2]: each.reasons for each in cases(site)}


def settle(site, file, key, value):
    """A person gives a value in the article of a source."""
    name = site.lock()[f"wire/{file}"].article
    path = site.article(name)
    path.write_text(path.read_text().replace("---\n", f"---\n{key}: {value}\n", 1))


def test_the_most_doubtful_come_first_with_their_reasons_and_the_sure_ones_are_not_listed(site):
    found = cases(site)
    assert [each.source for each in found] == [
        f"content/sources/wire/{name}" for name in ("old.doc", "future.txt", "short.txt", "undated.txt")
    ]
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    reasons = told(site)
    assert reasons["old.doc"] == (site.lock()["wire/old.doc"].reason,)
    assert reasons["future.txt"][0].startswith("its date was refused: 2031-11-10 is in the future")
    assert reasons["short.txt"] == ("only 7 words",)
    assert reasons["undated.txt"] == ("no date",)


def test_what_a_person_has_settled_goes_from_the_list(site):
    site.run()
    settle(site, "undated.txt", "date", "2026-11-10")
    settle(site, "future.txt", "date", "2026-11-10")
    settle(site, "short.txt", "weight", "5")  # which was not in doubt
    assert set(told(site)) == {"old.doc", "short.txt"}
    name = site.lock()["wire/short.txt"].article
    site.edit(name, "is closed", "is not closed")
    assert set(told(site)) == {"old.doc"}


def test_an_article_that_was_deleted_or_set_aside_is_in_doubt_no_more(site):
    site.run()
    site.article(site.lock()["wire/undated.txt"].article).unlink()
    settle(site, "short.txt", "draft", "true")
    assert set(told(site)) == {"old.doc", "future.txt"}


def test_a_title_that_nothing_calls_one_and_text_that_was_taken_out_are_told(tmp_path):
    site = Site(tmp_path)
    body = UNDATED.partition("\n\n")[2].replace("\n\n", " ")
    site.source("a/bare.txt", body)
    (case,) = cases(site)
    assert "its title is its first sentence" in case.reasons
    taken = [(number, "word " * 40, "related") for number in range(9)]
    line = site.lock()["a/bare.txt"]
    assert review._much(line, None) == ""
    object.__setattr__(line, "taken", taken)
    assert review._much(line, None).endswith("% of its text was taken out")


def test_a_long_list_is_cut_unless_all_is_asked_for():
    many = [review.Case(f"{number}.txt", "", ("no date",), 1) for number in range(50)]
    assert list(review.rows(many, False))[-2:] == ["… and 30 more: -v lists them", "50 cases are worth a look"]
    assert len(list(review.rows(many, True))) == 51
    assert list(review.rows([], False)) == ["nothing is in doubt"]


def test_that_no_publisher_is_known_is_no_case_by_itself(tmp_path):
    site = Site(tmp_path)
    site.source("sure.txt", LIBRARY)
    site.source("undated.txt", UNDATED)
    site.run()
    assert told(site) == {"undated.txt": ("no date", "no publisher")}


def test_a_date_that_may_be_two_days_is_told_with_both(tmp_path):
    site = Site(tmp_path)
    site.source("wire/either.txt", HARBOUR.replace("10 November 2026", "Posted: 03/04/2026"))
    assert told(site)["either.txt"] == ("no date: “Posted: 03/04/2026” may be 3 April or 4 March 2026",)
