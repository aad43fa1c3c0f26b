#!/usr/bin/env python3
"""Icons of Windows: what goes in comes out, whichever way the PNG was packed."""

import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "packaging" / "windows" / "make_icon.py"
PICTURES = ROOT / "packaging" / "client" / "icons"


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def nearest(left, above, corner):
    to_left, to_above, to_corner = abs(above - corner), abs(left - corner), abs(left + above - 2 * corner)
    if to_left <= to_above and to_left <= to_corner:
        return left
    return above if to_above <= to_corner else corner


def png(rows, filters, layout=(8, 6, 0, 0, 0), height=None):
    """A PNG file of these rows of (red, green, blue, alpha), each packed with its filter."""
    raw = [bytes(byte for pixel in row for byte in pixel) for row in rows]
    packed = bytearray()
    for number, row in enumerate(raw):
        above = raw[number - 1] if number else bytes(len(row))
        chosen = filters[number % len(filters)]
        packed.append(chosen)
        for at, byte in enumerate(row):
            left = row[at - 4] if at >= 4 else 0
            corner = above[at - 4] if at >= 4 else 0
            taken = (0, left, above[at], (left + above[at]) // 2, nearest(left, above[at], corner))[chosen]
            packed.append((byte - taken) % 256)
    header = struct.pack(">IIBBBBB", len(rows[0]), height or len(rows), *layout)
    data = zlib.compress(bytes(packed))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data[:10]) + chunk(b"IDAT", data[10:])
            + chunk(b"IEND", b""))


def motif(side):
    """Every pixel another one, some of them unseen."""
    return [[((x * 37 + y * 11) % 256, (x * y * 5) % 256, (x * 3 + y * 101) % 256, 0 if (x + y) % 3 == 0 else (x * 7 + y) % 255 + 1)
             for x in range(side)] for y in range(side)]


def entries(data):
    """(side, bits, image) of each in an icon."""
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind) == (0, 1)
    for number in range(count):
        width, height, _, _, planes, bits, length, place = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert width == height and planes == 1
        yield width or 256, bits, data[place:place + length]


def pixels(image, side):
    """The rows of a bitmap of an icon, and of its mask, both from the top."""
    colours = [[(red, green, blue, alpha) for blue, green, red, alpha in
                struct.iter_unpack("BBBB", image[40 + row * side * 4:40 + (row + 1) * side * 4])] for row in reversed(range(side))]
    width = (side + 31) // 32 * 4
    start = 40 + side * side * 4
    mask = [[image[start + row * width + x // 8] >> (7 - x % 8) & 1 for x in range(side)] for row in reversed(range(side))]
    return colours, mask, start + side * width


class MakeIcon(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def make(self, *pictures):
        names = []
        for number, picture in enumerate(pictures):
            names.append(self.folder / f"{number}.png")
            names[-1].write_bytes(picture)
        return subprocess.run([sys.executable, "-B", SCRIPT, self.folder / "made.ico", *names], capture_output=True, text=True, check=False)

    def made(self, *pictures):
        result = self.make(*pictures)
        self.assertEqual(result.returncode, 0, result.stderr)
        return list(entries((self.folder / "made.ico").read_bytes()))

    def refused(self, words, *pictures):
        result = self.make(*pictures)
        self.assertNotEqual(result.returncode, 0)
        self.assertIn(words, result.stderr)
        self.assertFalse((self.folder / "made.ico").exists())

    def test_small_pictures_become_bitmaps_of_the_same_pixels(self):
        for side in (16, 24, 48):
            for filters in ([0], [1], [2], [3], [4], [0, 1, 2, 3, 4]):
                with self.subTest(side=side, filters=filters):
                    [(said, bits, image)] = self.made(png(motif(side), filters))
                    self.assertEqual((said, bits), (side, 32))
                    size, width, height, planes, depth, packing = struct.unpack_from("<IiiHHI", image)
                    self.assertEqual((size, width, height, planes, depth, packing), (40, side, 2 * side, 1, 32, 0))
                    colours, mask, length = pixels(image, side)
                    self.assertEqual(colours, motif(side))
                    self.assertEqual(mask, [[int(alpha == 0) for *_, alpha in row] for row in motif(side)])
                    self.assertEqual(length, len(image))

    def test_large_pictures_stay_what_they_are(self):
        picture = png(motif(128), [4])
        self.assertEqual(self.made(picture), [(128, 32, picture)])

    def test_the_smallest_comes_first(self):
        self.assertEqual([side for side, *_ in self.made(png(motif(128), [0]), png(motif(16), [0]), png(motif(32), [0]))],
                         [16, 32, 128])

    def test_the_programs_own_pictures_make_an_icon(self):
        sides = [16, 24, 32, 48, 64, 128, 256]
        own = [(PICTURES / f"madoguchi-{side}.png").read_bytes() for side in sides]
        made = self.made(*own)
        self.assertEqual([side for side, *_ in made], sides)
        self.assertEqual([image for *_, image in made[-2:]], own[-2:])
        for side, _, image in made[:-2]:
            seen = [alpha for row in pixels(image, side)[0] for *_, alpha in row]
            self.assertEqual((min(seen), max(seen)), (0, 255), side)

    def test_what_cannot_be_an_icon_is_refused_with_its_name_and_why(self):
        good = png(motif(16), [1])
        self.refused("0.png is no PNG file", b"GIF89a")
        self.refused("1.png is damaged", good, good[:60])
        self.refused("0.png is damaged", good.replace(b"IHDR", b"IHDX"))
        self.refused("0.png is damaged", png(motif(16), [1], height=17).replace(struct.pack(">II", 16, 17), struct.pack(">II", 17, 17)))
        self.refused("16 by 17", png(motif(16) + [motif(16)[0]], [1]))
        self.refused("8 bits", png(motif(16), [0], layout=(8, 6, 0, 0, 1)))
        self.refused("1.png is another one of 16 by 16", good, good)


if __name__ == "__main__":
    unittest.main()
