"""Tests that documents name, as they stand in the sources."""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]


def document(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def source_with(case, file, test):
    """The text of the file, in which that test is."""
    text = (ROOT / file).read_text(encoding="utf-8")
    case.assertRegex(text, rf"(, {test}\)|def {test}\()")
    return text
