#!/usr/bin/env python3
"""Makes equivalent_ideographs.txt: radicals and strokes, each with the ideograph that looks the same.

usage: make_equivalent_ideographs.py EquivalentUnifiedIdeograph.txt

The file is Unicode's, in Debian's package unicode-data under /usr/share/unicode.
"""

import pathlib
import re
import sys

OUTPUT = pathlib.Path(__file__).parent / "equivalent_ideographs.txt"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    lines = []
    for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        found = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)", line)
        if found:
            first, last, equivalent = found.groups()
            for code in range(int(first, 16), int(last or first, 16) + 1):
                lines.append(chr(code) + chr(int(equivalent, 16)) + "\n")
    OUTPUT.write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
