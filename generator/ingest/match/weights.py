"""All numbers on which it depends which reports make a story, in one place.

Fitted together, on public sets and on `tests/cases/story_pairs.md`, by `bench/fit_stories.py`, which tells what each is
worth. How rare a word is, is in `text/weights.py`; the least likeness is a setting, `story_threshold`.
"""

TITLE = 1.5
"""So much is added to what a report makes of a word when its title has it: as if the body had it a few times more."""
PARTICULAR = 1.3
"""How much more a number, and a word of the names with which a report opens, counts than another word: who, where, how
many and in which year is what tells an event from others of its kind."""

CHANCE = 0.6
"""In a small collection every word looks rare, and two short reports that share `sold` look alike. There the word that
they share most is left out. With each doubling of the reports, and of those that are thought to exist beside them, so
much of that stays left out: it shows by then which words are common."""

FADE = 10.0
"""Days in which likeness falls to about a third, and so on. Days part most reports of one kind; and what is said two
weeks later of one event still finds it by its names and rare words."""

OTHER_NAMES = 0.4
"""What is left of the likeness of two reports when each names somebody or something in full, of whom the other has not
one word."""
OTHER_FIGURES = 0.8
"""What is left when they count the same thing, and nothing to the same number."""
UNDATED = 0.8
"""What is left of the likeness of two reports of which one has no date: of two of one day most that is alike is of one
event, and of two of any day much is only of one kind. A folder of whole reports without dates is full of such pairs."""

COHESION = 0.62
"""Of how alike the members of two groups are among themselves, so much must they be alike across to be joined."""
TYPICAL = 0.069
"""How alike a report of one word would be to the others of its event, where nothing else is known of it."""
LONG = 0.15
"""The power of the number of its words with which that grows: long texts share words whatever they tell. By both .12 is
typical of a short text of 40 words, and .16 of a page of 300."""
