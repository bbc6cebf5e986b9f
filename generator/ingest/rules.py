"""In which state the rules are by which sources are read: what other rules have read is read again."""

from __future__ import annotations

STATE = 41
"""Raise it with every change that gives some source another article: then all of them are read again, and the articles
that nobody has touched are brought up to date."""
