"""Headers of one system are included only by that system's file, NAME_linux.cpp or NAME_windows.cpp. (The simulated
card as a program is for Linux as a whole: its reader's driver, vpcd, is; those that look at PDF files and
read pictures of telephones bound themselves as Linux lets them; and the backend is a service for Linux.)"""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINUX = re.compile(r"#include <((sys|linux|arpa|netinet|asm)/.*|unistd\.h|poll\.h|fcntl\.h|dirent\.h|dlfcn\.h|"
                   r"pthread\.h|pwd\.h|netdb\.h|syslog\.h|termios\.h)>")
WINDOWS = re.compile(r"#include <(windows|winbase|shlobj|aclapi|winsock2?)\.h>")
CONDITION = re.compile(r"#\s*(if|ifdef|ifndef|elif)\b.*\b(_WIN32|WIN32|__linux__|__unix__|Q_OS_\w+)")
# On Windows they begin at the root of whatever drive is the current one, where everybody may write.
ROOTED = re.compile(r"\"/(?:bin|dev|etc|home|lib|opt|proc|root|run|sys|tmp|usr|var)/[^\"]*\"")
PROGRAM_FOR_LINUX = {"check_pdf_main.cpp", "read_heic_main.cpp", "virtualcard.cpp", "virtualcard_main.cpp",
                     "vpcd_link.cpp"}


def includes(pattern, ending):
    """What the pattern finds in the client's sources, but for the files with the ending."""
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

    def test_nothing_else_asks_which_system_it_is(self):
        self.assertEqual(includes(CONDITION, "nothing"), [])
        self.assertTrue(CONDITION.search("#ifdef _WIN32"))
        self.assertTrue(CONDITION.search("#if defined(Q_OS_WIN)"))

    def test_paths_of_linux(self):
        self.assertEqual(includes(ROOTED, "_linux.cpp"), [])

    def test_this_check_finds_such_files(self):
        for pattern in (LINUX, WINDOWS, ROOTED):
            self.assertTrue(includes(pattern, "nothing"))

    def test_what_one_system_does_in_its_way_the_other_does_too(self):
        files = {str(f.relative_to(ROOT)) for folder in ("app", "cardreader", "forms", "protocol")
                 for f in (ROOT / folder).rglob("*_*.cpp")}
        for one, other in (("_linux.cpp", "_windows.cpp"), ("_windows.cpp", "_linux.cpp")):
            for file in files:
                if file.endswith(one):
                    self.assertIn(file.removesuffix(one) + other, files)

    def test_each_library_has_one_file_for_linux(self):
        files = sorted(str(f.relative_to(ROOT)) for folder in ("app", "cardreader", "forms", "protocol")
                       for f in (ROOT / folder).rglob("*_linux.cpp"))
        self.assertEqual(len({pathlib.Path(f).parent for f in files}), len(files), files)


if __name__ == "__main__":
    unittest.main()
