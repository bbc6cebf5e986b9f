"""What one printed line says of dates."""

import pytest
from cases import cases

from generator.ingest.dated import Dates, read
from generator.model import Block, Document


def said(text: str, document: Document) -> str:
    line = read(text, Dates(document))
    if line is None:
        return "no date line"
    stated = [f"{kind}: {day}" for kind, day in (("published", line.published), ("updated", line.updated)) if day]
    return " | ".join([*stated, *line.rest]) or "nothing"


@pytest.mark.parametrize(("given", "expected"), cases("dated"))
def test_a_line_is_read_for_its_dates(given, expected):
    assert said(given, Document("x.txt", "text", (), ())) == expected


def test_the_language_of_the_document_tells_the_month():
    polish = "Pożar zniszczył halę targową w centrum miasta, ale nikt nie ucierpiał, podała straż pożarna."
    assert said("2 listopada 2023", Document("x.txt", "text", (), (Block(polish, ()),))) == "published: 2023-11-02"
    croatian = "Požar je uništio gradsku tržnicu u središtu grada, a nitko nije ozlijeđen, rekli su vatrogasci."
    assert said("2. listopada 2023.", Document("x.txt", "text", (), (Block(croatian, ()),))) == "published: 2023-10-02"
