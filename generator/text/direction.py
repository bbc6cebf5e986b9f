"""Which way a language is written."""

from __future__ import annotations

from typing import Literal

_RTL = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"])


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """Which way a language is written, from its BCP 47 tag."""
    return "rtl" if tag.partition("-")[0].lower() in _RTL or "-Arab" in tag else "ltr"
