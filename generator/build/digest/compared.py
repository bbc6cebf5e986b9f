"""What comes of comparing reports: points on which they agree, on which they differ, and which have changed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Point


@dataclass(frozen=True, slots=True)
class Compared:
    """The points of a story, or those of one kind."""

    agreed: tuple[Point, ...] = ()
    differences: tuple[Point, ...] = ()
    developments: tuple[Point, ...] = ()
