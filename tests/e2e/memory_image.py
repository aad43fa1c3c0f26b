"""A process's memory as a core file, and what is found in it where."""

import mmap
import pathlib
import struct
import subprocess

_PT_LOAD = 1


def locked_ranges(pid):
    """Address ranges that may not be paged out: the pages of the program's secret buffers (and no others)."""
    ranges, current = [], None
    for line in pathlib.Path(f"/proc/{pid}/smaps").read_text().splitlines():
        first = line.split(" ", 1)[0]
        if "-" in first and not first.endswith(":"):
            current = tuple(int(part, 16) for part in first.split("-"))
        elif line.startswith("VmFlags:") and " lo" in line:
            ranges.append(current)
    return ranges


class MemoryImage:
    def __init__(self, pid, folder):
        self.locked = locked_ranges(pid)
        self._path = pathlib.Path(folder) / "image.core"
        self._path.unlink(missing_ok=True)
        # Also the pages that ask to be left out of dumps.
        done = subprocess.run(["gdb", "-nx", "-batch", "-iex", "set auto-solib-add off",
                               "-ex", "set dump-excluded-mappings on", "-p", str(pid),
                               "-ex", f"gcore {self._path}"], capture_output=True, text=True)
        if not self._path.exists():
            raise RuntimeError(f"no memory image:\n{done.stdout}\n{done.stderr}")

    def __enter__(self):
        self._file = open(self._path, "rb")
        self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        offset, = struct.unpack_from("<Q", self._map, 32)  # ELF64: e_phoff, e_phentsize, e_phnum
        size, count = struct.unpack_from("<HH", self._map, 54)
        self.segments = []
        for index in range(count):
            kind, _, start, address, _, length = struct.unpack_from("<IIQQQQ", self._map, offset + index * size)
            if kind == _PT_LOAD and length:
                self.segments.append((start, address, length))
        return self

    def __exit__(self, *_):
        self._map.close()
        self._file.close()
        self._path.unlink()

    @property
    def size(self):
        return sum(length for _, _, length in self.segments)

    def places(self, texts):
        """Addresses at which these stretches of bytes stand, one set for each: much quicker than a pattern."""
        found = [set() for _ in texts]
        for start, address, length in self.segments:
            stretch = self._map[start:start + length]
            for text, places in zip(texts, found):
                at = stretch.find(text)
                while at >= 0:
                    places.add(address + at)
                    at = stretch.find(text, at + 1)
        return found

    def locked_matches(self, pattern):
        """What matches a compiled pattern of bytes in locked pages."""
        for start, address, length in self.segments:
            for low, high in self.locked:
                first, last = max(low, address), min(high, address + length)
                if first < last:
                    yield from pattern.findall(self._map[start + first - address:start + last - address])

    def find(self, pattern):
        """Addresses at which a compiled pattern of bytes matches: (in locked pages, elsewhere)."""
        inside, outside = [], []
        for start, address, length in self.segments:
            for match in pattern.finditer(self._map, start, start + length):
                where = address + match.start() - start
                locked = any(low <= where < high for low, high in self.locked)
                (inside if locked else outside).append(where)
        return inside, outside
