#!/usr/bin/env python3
"""Makes an icon of Windows out of PNG pictures of one motif: make_icon.py FILE.ico PICTURE.png...

The pictures are square, with 8 bits for each of red, green, blue and alpha, not interlaced. Small ones are put in as
bitmaps, as parts of Windows and tools that read icons expect of these sizes; large ones as they are, which the shell
has known since Windows Vista and which saves a quarter of a megabyte. The same pictures give the same bytes.
Format: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10), PNG: RFC 2083, both read 2026-11-27."""

import struct
import sys
import zlib
from pathlib import Path

LARGEST_BITMAP = 64
LARGEST = 256
PIXEL = 4
SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGBA_OF_8_BITS = (8, 6, 0, 0, 0)  # depth, colour type, compression, filter method, no interlace


class Unusable(Exception):
    """A picture cannot be used, and why."""


def chunks(data):
    """(type, content) of each."""
    if not data.startswith(SIGNATURE):
        raise Unusable("is no PNG file")
    place = len(SIGNATURE)
    while place < len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        content = data[place + 8:place + 8 + length]
        if zlib.crc32(kind + content) != struct.unpack_from(">I", data, place + 8 + length)[0]:
            raise Unusable("is damaged")
        yield kind, content
        place += 12 + length


def paeth(left, above, corner):
    """The one of the three that is nearest to left + above - corner (RFC 2083, 6.6)."""
    estimate = left + above - corner
    return min((left, above, corner), key=lambda known: abs(estimate - known))


PREDICTIONS = (
    lambda left, above, corner: 0,
    lambda left, above, corner: left,
    lambda left, above, corner: above,
    lambda left, above, corner: (left + above) // 2,
    paeth,
)


def rows_of(data):
    """The side of the picture and its rows, from the top, as bytes of red, green, blue and alpha."""
    try:
        parts = list(chunks(data))
        width, height, *layout = struct.unpack(">IIBBBBB", parts[0][1])
        packed = zlib.decompress(b"".join(content for kind, content in parts if kind == b"IDAT"))
    except (struct.error, IndexError, zlib.error):
        raise Unusable("is damaged") from None
    if width != height or not 0 < width <= LARGEST:
        raise Unusable(f"is {width} by {height}: an icon has squares of at most {LARGEST}")
    if tuple(layout) != RGBA_OF_8_BITS:
        raise Unusable("has not 8 bits for each of red, green, blue and alpha, or is interlaced")
    stride = width * PIXEL
    if len(packed) != height * (1 + stride):
        raise Unusable("is damaged")
    above = bytes(stride)
    rows = []
    for start in range(0, len(packed), 1 + stride):
        if packed[start] >= len(PREDICTIONS):
            raise Unusable("is damaged")
        predict = PREDICTIONS[packed[start]]
        row = bytearray(packed[start + 1:start + 1 + stride])
        for at in range(stride):
            left, corner = (row[at - PIXEL], above[at - PIXEL]) if at >= PIXEL else (0, 0)
            row[at] = (row[at] + predict(left, above[at], corner)) % 256
        rows.append(bytes(row))
        above = row
    return width, rows


def bitmap(side, rows):
    """As a bitmap of an icon: twice as high, as the mask follows the colours; from the bottom; blue first."""
    header = struct.pack("<IiiHHIIiiII", 40, side, 2 * side, 1, 8 * PIXEL, 0, 0, 0, 0, 0, 0)
    colours = b"".join(bytes((row[at + 2], row[at + 1], row[at], row[at + 3]))
                       for row in reversed(rows) for at in range(0, len(row), PIXEL))
    # For what knows no alpha: 1 where nothing is seen, each row filled up to 32 bits.
    mask = b"".join(
        int("".join("0" if alpha else "1" for alpha in row[3::PIXEL]).ljust((side + 31) // 32 * 32, "0"), 2)
        .to_bytes((side + 31) // 32 * 4, "big") for row in reversed(rows))
    return header + colours + mask


def icon(pictures):
    """The icon of these PNG files, given as bytes; the largest comes last."""
    images = {}
    for data in pictures:
        side, rows = rows_of(data)
        if side in images:
            raise Unusable(f"is another one of {side} by {side}")
        images[side] = bitmap(side, rows) if side <= LARGEST_BITMAP else data
    place = 6 + 16 * len(images)
    header = struct.pack("<HHH", 0, 1, len(images))
    for side, image in sorted(images.items()):
        header += struct.pack("<BBBBHHII", side % LARGEST, side % LARGEST, 0, 0, 1, 8 * PIXEL, len(image), place)
        place += len(image)
    return header + b"".join(image for _, image in sorted(images.items()))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    name = ""

    def contents():
        nonlocal name
        for name in sys.argv[2:]:
            yield Path(name).read_bytes()

    try:
        made = icon(contents())
    except Unusable as why:
        sys.exit(f"{name} {why}")
    Path(sys.argv[1]).write_bytes(made)


if __name__ == "__main__":
    main()
