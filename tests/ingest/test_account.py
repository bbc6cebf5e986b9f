"""How the account of a run reads."""

import json

from ingest_site import HARBOUR, LIBRARY, Site

from generator.ingest.account import LEFT, OUTCOMES, Account, Item


def test_the_summary_names_what_a_person_should_know_and_ends_with_the_sums(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR)
    site.source("b.txt", HARBOUR + "\n")
    site.source("c.txt", LIBRARY)
    site.source("d.txt", "")
    account = site.run()
    assert list(account.summary()) == [
        "d.txt: empty: there is no text in it",
        "b.txt: duplicate of a.txt",
        "4 inputs: 2 published, 1 duplicate, 1 empty",
    ]
    assert list(account.rows()) == [
        "a.txt: published → the-harbour-wall-at-ostermouth-will-be-raised-by-two-metres",
        "c.txt: published → a-library-on-rails-reaches-the-vardo-valley",
    ]


def test_each_input_is_named_once_in_rows_and_summary_however_many_there_are():
    items = tuple(
        Item(f"{number:03}.txt", OUTCOMES[number % len(OUTCOMES)], detail=f"why {number}") for number in range(400)
    )
    account = Account(items)
    told = [*account.rows(), *account.summary()]
    assert all(sum(row.startswith(item.path) for row in told) == 1 for item in items)
    assert "… and 30 more duplicate" in told
    beside = [Item(".x", "skipped", detail=LEFT), Item("a.jpg", "skipped", detail="skipped: JPEG image, no document")]
    left = Account((*items, *beside))
    assert list(left.summary())[:-1] == told[-len(list(account.summary())) : -1]
    assert list(left.summary())[-1].endswith("52 skipped (-v names them)")
    assert [*left.rows()][-2:] == [str(each) for each in beside]
    assert told[-1].startswith("400 inputs: 50 published, 50 updated, 50 unchanged, 50 kept")


def test_the_account_as_data_has_every_input(tmp_path):
    site = Site(tmp_path)
    site.source("a.txt", HARBOUR)
    data = json.loads(json.dumps(site.run().as_dict()))
    assert data["inputs"] == sum(data[outcome] for outcome in OUTCOMES) == 1
    assert data["items"][0]["outcome"] == "published"
    assert data["written"] == ["content/articles/the-harbour-wall-at-ostermouth-will-be-raised-by-two-metres.md"]


def test_a_list_of_addresses_is_no_article(tmp_path):
    site = Site(tmp_path)
    site.source("links.txt", "To read later\n\nhttps://example.org/a\nhttp://example.org/b\n")
    (item,) = site.run().items
    assert (item.outcome, item.detail) == ("empty", "empty: it holds addresses alone: save the pages themselves")
