"""Headers of one system are included only by that system's file, NAME_linux.cpp or NAME_windows.cpp. (The simulated
card as a program is for Linux as a whole: its reader's driver, vpcd, is; those that look at PDF files and
read pictures of telephones bound themselves as Linux lets them; and the backend is a service for Linux.)"""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINUX = re.compile(r"#include <((sys|linux|arpa|netinet|asm)/.*|unistd\.h|poll\.h|fcntl\.h|dirent\.h|dlfcn\.h|"
                   r"pthread\.h|pwd\.h|netdb\.h|syslog\.h|termios\.h)>")
WINDOWS = re.compile(r"#include <(windows|winbase|shlobj|winsock2?)\.h>")
PROGRAM_FOR_LINUX = {"check_pdf_main.cpp", "read_heic_main.cpp", "virtualcard.cpp", "virtualcard_main.cpp",
                     "vpcd_link.cpp"}


def includes(pattern, ending):
    """Of the client's sources, but for the files with the ending."""
    found = []
    for folder in ("app", "cardreader", "forms", "protocol"):
        for file in sorted((ROOT / folder).rglob("*.[ch]*")):
            if not file.name.endswith(ending) and file.name not in PROGRAM_FOR_LINUX:
                found += [f"{file.relative_to(ROOT)}: {m.group()}" for m in pattern.finditer(file.read_text())]
    return found


class PlatformFiles(unittest.TestCase):
    def test_linux(self):
        self.assertEqual(includes(LINUX, "_linux.cpp"), [])

    def test_windows(self):
        self.assertEqual(includes(WINDOWS, "_windows.cpp"), [])

    def test_this_check_finds_such_headers(self):
        self.assertTrue(includes(LINUX, "nothing"))
        self.assertTrue(includes(WINDOWS, "nothing"))

    def test_each_library_has_one_file_for_linux(self):
        files = sorted(str(f.relative_to(ROOT)) for folder in ("app", "cardreader", "forms", "protocol")
                       for f in (ROOT / folder).rglob("*_linux.cpp"))
        self.assertEqual(len({pathlib.Path(f).parent for f in files}), len(files), files)


if __name__ == "__main__":
    unittest.main()
