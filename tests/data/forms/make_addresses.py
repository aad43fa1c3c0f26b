#!/usr/bin/env python3
"""Makes addresses.tsv: municipality code, the address up to the municipality's end, what follows.

usage: make_addresses.py MUNICIPALITIES.csv POSTAL_CODES.tsv.xz

The inputs are those of resources/municipalities/make_tables.py. Two real neighbourhoods of every place to live,
besides every neighbourhood whose name begins like a municipality or holds 市, 区, 郡 or 村; house numbers are made up.
The spelling is Japan Post's. The choice is the same at every run.
"""

import collections
import csv
import lzma
import pathlib
import random
import sys

PLACES_TO_LIVE = {"city", "special_ward", "town", "village", "ward"}
NUMBERS = ["１－２－３", "1-2-3", "一丁目２番３号", "123番地", " 45番地6 ハイツ101", "　７８", ""]
MOST = 5500


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    choice = random.Random(2026)
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        places = [row for row in csv.DictReader(file) if row["kind"] in PLACES_TO_LIVE]
    towns = collections.defaultdict(list)
    with lzma.open(sys.argv[2], "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            _, code5, town = line.rstrip("\n").split("\t")[:3]
            if town and "がくる場合" not in town:
                towns[code5].append(town)
    names = {row["city"] + row["ward"] for row in places}
    chosen, traps = [], []
    for row in places:
        here = sorted(set(towns[row["code5"]])) or ["字本村"]
        picked = set(choice.sample(here, min(2, len(here))))
        for town in here:
            looks_like = any(town[:end] in names for end in range(2, len(town) + 1))
            if town in picked:
                chosen.append((row, town))
            elif looks_like or any(c in town for c in "市区郡村"):
                traps.append((row, town))
    chosen += choice.sample(traps, min(len(traps), MOST - len(chosen)))
    lines = sorted("\t".join([row["code6"], row["prefecture"] + row["postal_name"],
                              town + choice.choice(NUMBERS)]) for row, town in chosen)
    path = pathlib.Path(__file__).parent / "addresses.tsv"
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
