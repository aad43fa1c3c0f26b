#!/usr/bin/env python3
"""Makes postal_codes.bin, postal_codes.sha256 and the sample of the tests, which are committed.

usage: make_postal_codes.py POSTAL_CODES.tsv[.xz]

POSTAL_CODES  Japan Post's postal codes, sorted, with a heading: postal7, code5 (of the municipality), town,
              town_kana, town_romaji ("Furukawacho, Kamitakano"); see README.md
"""

import functools
import hashlib
import lzma
import pathlib
import re
import struct
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "readings"))
from readings import BORDER, hepburn, with_borders  # noqa: E402

SAMPLE = HERE.parents[1] / "tests/data/postal_codes_sample.tsv"
AREAS = 1000  # beginnings of three digits
FAR = 127  # the distance to the code before is written out
NEW_MUNICIPALITY = 0x80


def in_parts(kana, romaji):
    """The kana with a comma where Japan Post's romaji begins a new part (it writes the last part first)."""
    parts = [part.lower() for part in reversed(romaji.split(", "))]
    begin = 0
    result = []
    for part in parts[:-1]:
        ends = [end for end in range(begin + 1, len(kana)) if hepburn(kana[begin:end]) == part]
        if not ends:
            return kana
        result.append(kana[begin:ends[-1]])
        begin = ends[-1]
    return ",".join([*result, kana[begin:]])


@functools.cache
def bordered(town, kana):
    """The kana, in parts, with a border where the vowels of two kanji would be taken for one long vowel."""
    borders = with_borders(town, kana.replace(",", ""))
    result = ""
    for letter in kana:
        while letter != "," and borders.startswith(BORDER):
            result += BORDER
            borders = borders[1:]
        result += letter
        borders = borders if letter == "," else borders[1:]
    return result.replace("," + BORDER, ",")


def town_of(row):
    """Town and kana without Japan Post's remarks: they must not get into an address."""
    town, kana = row["town"].replace("−", "－"), row["town_kana"]  # the hyphen of full-width addresses
    if "がくる場合" in town:  # 岡谷市の次に番地がくる場合: there is no town
        return "", ""
    numbered = re.fullmatch("(.*?)第?[０-９]+地割(〜.*)?", town)  # 種市第８地割〜第１４地割: several lots
    if numbered and numbered[2]:
        return numbered[1], re.sub("(ダイ)?[０-９]+チワリ.*", "", kana)
    return town, in_parts(kana, row["town_romaji"])


def kana_bytes(kana):
    """A byte a letter: katakana from U+30A0 on at 0x80, full-width ASCII and the comma as ASCII."""
    return bytes(ord(c) if c == "," else ord(c) - 0xFEE0 if ord(c) > 0xFF00 else ord(c) - 0x30A0 + 0x80
                 for c in kana)


def front_coded(text, before):
    """How many bytes are those of the text before, how many follow, and these."""
    shared = 0
    while shared < min(len(text), len(before), 255) and text[shared] == before[shared]:
        shared += 1
    return bytes([shared, len(text) - shared]) + text[shared:]


def read(path):
    opened = lzma.open if path.endswith(".xz") else open
    with opened(path, "rt", encoding="utf-8") as file:
        heading = next(file).rstrip("\n").split("\t")
        rows = [dict(zip(heading, line.rstrip("\n").split("\t"))) for line in file]
    entries = {}  # Japan Post has some towns twice, once without romaji: the later one is the fuller
    for row in rows:
        town, kana = town_of(row)
        entries[row["postal7"], row["code5"], town, kana.replace(",", "")] = (kana, row["town_romaji"])
    return [(*key[:3], *value) for key, value in sorted(entries.items())]


def write_table(entries):
    municipalities = sorted({code5 for _, code5, *_ in entries})
    number = {code5: index for index, code5 in enumerate(municipalities)}
    areas = [bytearray() for _ in range(AREAS)]
    last = {}  # by area: code, municipality, town, kana of the entry before
    for code, code5, town, kana, _ in entries:
        area = int(code[:3])
        before = last.get(area, (area * 10000, "", b"", b""))
        now = (int(code), code5, town.encode(), kana_bytes(bordered(town, kana)))
        last[area] = now
        distance = now[0] - before[0]
        same = code5 == before[1]
        areas[area].append(min(distance, FAR) | (0 if same else NEW_MUNICIPALITY))
        areas[area] += b"" if distance < FAR else struct.pack("<H", distance)
        areas[area] += b"" if same else struct.pack("<H", number[code5])
        areas[area] += front_coded(now[2], before[2]) + front_coded(now[3], before[3])
    offsets = [0]
    for area in areas:
        offsets.append(offsets[-1] + len(area))
    with open(HERE / "postal_codes.bin", "wb") as file:
        file.write(b"MPC1" + struct.pack("<I", len(municipalities)))
        file.write(struct.pack(f"<{AREAS + 1}I", *offsets))
        file.write("".join(municipalities).encode())
        file.write(b"".join(areas))


def line(code, code5, town, kana, *more):
    return "\t".join([code, code5, town, kana.replace(",", ""), *more]) + "\n"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    entries = read(sys.argv[1])
    write_table(entries)
    # The whole content in plain text, in the table's order: what a reader of the table must get out of it.
    text = "".join(line(*entry[:4]) for entry in entries)
    (HERE / "postal_codes.sha256").write_text(hashlib.sha256(text.encode()).hexdigest() + "\n")
    sampled = {code for code, *_ in entries[::400]}
    SAMPLE.write_text("".join(line(*entry) for entry in entries if entry[0] in sampled),
                      encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
