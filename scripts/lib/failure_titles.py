#!/usr/bin/env python3
"""Writes the titles of all failures, in all languages, into docs/failure-codes.md, from the translation files.

  scripts/lib/failure_titles.py           writes them
  scripts/lib/failure_titles.py --check   fails where they are not those of the translation files
"""
import argparse
import pathlib
import re
import sys

from languages import LANGUAGE_NAMES
from texts import Texts

DOCUMENT = pathlib.Path(__file__).resolve().parents[2] / "docs" / "failure-codes.md"
ROW = re.compile(r"^\| (MG-\d+)(?: \(\w+\))? \| (\w+) \|", re.M)
MADE = re.compile(r"(<!-- made by scripts/lib/failure_titles\.py -->\n).*?(<!-- end -->)", re.S)


def table(document):
    texts = [Texts(tag) for tag in LANGUAGE_NAMES]
    rows = [["Code", *LANGUAGE_NAMES.values()], ["---"] * (1 + len(texts))]
    rows += [[f"**{code}**", *(one[f"failure.{name}.title"] for one in texts)] for code, name in ROW.findall(document)]
    return "\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("document", nargs="?", type=pathlib.Path, default=DOCUMENT)
    options = parser.parse_args()
    before = options.document.read_text("utf-8")
    after, places = MADE.subn(lambda found: found[1] + table(before) + found[2], before)
    if places != 1:
        sys.exit(f"{options.document}: no single place for the titles")
    if options.check:
        if before != after:
            sys.exit(f"{options.document}: the titles are not those of the translations; run scripts/lib/failure_titles.py")
    else:
        options.document.write_text(after, "utf-8")


if __name__ == "__main__":
    main()
