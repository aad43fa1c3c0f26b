#!/usr/bin/env python3
"""Makes japanese_characters.txt: the full-width characters that an address may hold.

usage: make_japanese_characters.py POSTAL_CODES.tsv.xz

Every full-width character of JIS X 0208, 0212, 0213:2004 and Windows-31J, as Python's codecs know them. Left out:
private use (gaiji), half-width forms, combining marks, Latin letters with marks. The place names of
Japan Post's postal codes (2026-07-31) must all be writable with it.
"""

import lzma
import pathlib
import sys
import unicodedata

CODECS = ("cp932", "shift_jis_2004", "euc_jp", "euc_jisx0213")
OUTPUT = pathlib.Path(__file__).parent / "japanese_characters.txt"
# Japan Post's own remarks use forms that the repair turns into these.
REPAIRED = {"−": "－"}


def encodable(character, codec):
    try:
        return character.encode(codec)
    except UnicodeEncodeError:
        return b""


def belongs(character):
    category = unicodedata.category(character)
    if category[0] in "CM" or (category == "Zs" and character != "\u3000"):
        return False
    width = unicodedata.east_asian_width(character)
    if width in "WF":
        return any(encodable(character, codec) for codec in CODECS)
    # Ambiguous width (Greek, Roman numerals, arrows): full-width where Windows-31J has two bytes for it.
    return width == "A" and len(encodable(character, "cp932")) == 2


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    characters = [chr(code) for code in range(0x80, 0x30000) if belongs(chr(code))]
    with lzma.open(sys.argv[1], "rt", encoding="utf-8") as file:
        next(file)
        used = {REPAIRED.get(c, c) for line in file for c in line.split("\t")[2]}
    missing = used - set(characters)
    if missing:
        sys.exit(f"place names use {sorted(missing)}")
    lines = ["".join(characters[start:start + 64]) + "\n" for start in range(0, len(characters), 64)]
    OUTPUT.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
