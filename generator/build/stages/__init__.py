"""The stages of a build in their order, each a step of the engine: read them as plain functions that call each other.

    contents.py   files → Parsed → what is shown → bodies
    paper.py      all of them → one name for each thing → stories, editions → the Site
    pages.py      the Site → Views → text and copies → output

What a stage calls is what it depends on, and stands above it. A value is split where others should not feel a change:
`face` is what a content file shows to others, so that an edit inside a body reaches no more than the pages that show
the body. What most edits do not make necessary is imported by the stage that needs it.
"""

from __future__ import annotations

from generator.build.bodies import Aside
from generator.build.stages.contents import Settings
from generator.build.stages.pages import Pages as Stages
from generator.model import Entry, Story

__all__ = ["SHARED", "Settings", "Stages"]

SHARED = (Entry, Story, Aside)
"""What many values hold, and the engine keeps once."""
