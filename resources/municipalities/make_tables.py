#!/usr/bin/env python3
"""Makes municipalities.tsv and never_alone.txt, which are committed beside this script.

usage: make_tables.py MUNICIPALITIES.csv POSTAL_CODES.tsv.xz

MUNICIPALITIES.csv  the code list of the Ministry of Internal Affairs and Communications of 2024-01-01 with
                    readings, one row a prefecture, city, ward, town or village (columns: see below)
POSTAL_CODES.tsv.xz Japan Post's postal codes of 2026-07-31: postal7, code5, town, ...
"""

import collections
import csv
import lzma
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "readings"))
from readings import hepburn, hiragana, with_borders  # noqa: E402

PLACES_TO_LIVE = {"city", "special_ward", "town", "village", "ward"}
ENDINGS = {"市": ("シ",), "区": ("ク",), "町": ("チョウ", "マチ"), "村": ("ムラ", "ソン"), "郡": ("グン",)}


def own_spellings():
    """By name and kana: what the municipality calls itself in Latin letters."""
    lines = (HERE / "own_spellings.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return {(name, kana): spelling for name, kana, spelling, *_ in cells}


def romaji(name, kana, own):
    """"Setouchi-shi" of 瀬戸内市; Japan Post's own romaji takes the vowels of two kanji for one long vowel."""
    ending = next(ending for ending in ENDINGS[name[-1]] if kana.endswith(ending))
    stem = own.get((name, kana)) or hepburn(with_borders(name[:-1], kana[:-len(ending)])).capitalize()
    return f"{stem}-{hepburn(ending)}"


def full_romaji(row, own):
    parts = [romaji(row[part], row[part + "_kana"], own) for part in ("ward", "city", "county") if row[part]]
    return ", ".join([*parts, prefecture_romaji(row)])


def prefecture_romaji(row):
    return row["prefecture_romaji"].replace("Gumma", "Gunma")  # as the prefecture itself writes it


def name(row, with_county=True):
    return (row["county"] if with_county else "") + row["city"] + row["ward"]


def write_table(rows):
    own = own_spellings()
    lines = []
    for row in rows:
        if row["kind"] == "prefecture":
            lines.append([row["code6"][:2], row["prefecture"], row["prefecture_hiragana"],
                          prefecture_romaji(row)])
        elif row["kind"] in PLACES_TO_LIVE:
            reading = hiragana(row["county_kana"] + row["city_kana"] + row["ward_kana"])
            lines.append([row["code6"], row["county"], row["city"], row["ward"], reading,
                          full_romaji(row, own)])
    text = "".join("\t".join(line) + "\n" for line in lines)
    (HERE / "municipalities.tsv").write_text(text, encoding="utf-8", newline="\n")


def never_alone(rows, towns):
    """Names that do not tell a municipality when no prefecture stands before them."""
    places = [row for row in rows if row["kind"] != "prefecture"]
    users = collections.Counter()
    for row in places:
        users.update({name(row), name(row, with_county=False)})
        if row["ward"]:
            users.update({row["ward"]})  # 港区 is in Tokyo, Osaka and Nagoya
    # A neighbourhood of that name makes a bare name doubtful: its city may have been left out.
    beginnings = collections.defaultdict(set)
    for town in towns:
        for length in range(2, len(town) + 1):
            beginnings[town[:length]].add(town)
    found = set()
    for row in places:
        if row["kind"] not in PLACES_TO_LIVE:
            continue
        for candidate in {name(row), name(row, with_county=False)}:
            if users[candidate] > 1:
                found.add(candidate)
            if candidate in beginnings:
                # 坂戸市場 is a neighbourhood, but 坂戸市 is not: only the longer name is doubtful.
                is_city = row["kind"] == "city" and candidate not in beginnings[candidate]
                found |= beginnings[candidate] if is_city else {candidate}
    return sorted(found)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["code6"])
    with lzma.open(sys.argv[2], "rt", encoding="utf-8") as file:
        next(file)
        towns = {line.rstrip("\n").split("\t")[2] for line in file}
    # "…の次に番地がくる場合" is a remark of Japan Post, not a neighbourhood.
    towns = {town for town in towns if "がくる場合" not in town}
    write_table(rows)
    text = "".join(entry + "\n" for entry in never_alone(rows, towns))
    (HERE / "never_alone.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
