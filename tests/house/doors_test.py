"""docs/kiosk-doors.md names every file that uses what could lead out of a kiosk, and for each door tests that are there."""

import re
import unittest

from named_tests import ROOT, document, source_with

DOORS = re.compile(r"\b(QFileDialog|QFileSystemModel|QDesktopServices|QPrintDialog|QPrintPreview\w*|QPageSetupDialog|QPrinter|"
                   r"QClipboard|QMenu|QMenuBar|QDrag|QProcess|QDialog|QMessageBox|QInputDialog|QColorDialog|QFontDialog|"
                   r"QErrorMessage|QTextBrowser|QSizeGrip|QStatusBar|QSystemTrayIcon|QLocalServer|QTcpServer|QDBus\w*|"
                   r"setOpenExternalLinks|setAcceptDrops|setDragEnabled|clipboard(?=\(\)))\b")
NAMED = re.compile(r"`(tests/[\w/.]+)` (\w+)")


def rows(heading):
    section = document("kiosk-doors.md").split(f"## {heading}\n")[1].split("\n## ")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines()
            if line.startswith("| ")][1:]


def without_comments(code):
    return re.sub(r"//[^\n]*", "", code)


def files_with_doors():
    """name -> doors, of sources; a header that declares one needs no row of its own."""
    found = {}
    for file in sorted((ROOT / "app").rglob("*.cpp")):
        # A program that is asked for one QDialog::Accepted has opened the dialog elsewhere in the file.
        doors = set(DOORS.findall(without_comments(file.read_text(encoding="utf-8"))))
        if doors:
            found[str(file.relative_to(ROOT))] = doors
    return found


class Doors(unittest.TestCase):
    def test_each_file_with_a_door_is_named_and_no_other(self):
        named = {row[0].strip("`") for row in rows("Where doors are in the code")}
        self.assertEqual(set(files_with_doors()), named)

    def test_each_door_is_tried(self):
        tried = 0
        for heading in ("Ways out", "What a visit leaves behind"):
            for row in rows(heading):
                for file, test in NAMED.findall(row[-1]):
                    with self.subTest(test):
                        source_with(self, file, test)
                        tried += 1
        self.assertGreater(tried, 20)

    def test_this_check_finds_doors(self):
        self.assertEqual(DOORS.findall("QFileDialog::getOpenFileName(); QGuiApplication::clipboard()->text();"),
                         ["QFileDialog", "clipboard"])
        self.assertFalse(DOORS.findall("m_dialogs; Dialog; QMenuBarrier"))


if __name__ == "__main__":
    unittest.main()
