"""clang-tidy over many files at a time finds what it finds in each, and names the file."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ANALYSIS = pathlib.Path(__file__).parents[3] / "scripts" / "lib" / "analysis.py"

CLEAN = "namespace {\nint own() { return 1; }\n}  // namespace\nint %s() { return own(); }\n"
FAULTY = "int* faulty() {\n  return 0;\n}\n"


class Analysis(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.build = self.root / "build"
        self.build.mkdir()
        (self.root / "app").mkdir()
        (self.root / ".clang-tidy").write_text(
            "Checks: '-*,modernize-use-nullptr,misc-unused-alias-decls'\nWarningsAsErrors: '*'\nHeaderFilterRegex: '/app/'\n")
        subprocess.run(["git", "init", "--quiet", self.root], check=True)

    def write(self, **files):
        for name, text in files.items():
            (self.root / "app" / f"{name}.cpp").write_text(text)
        commands = [{"directory": str(self.build), "file": str(path), "command": f"c++ -std=c++20 -o x.o -c {path}"}
                    for path in sorted((self.root / "app").glob("*.cpp"))]
        (self.build / "compile_commands.json").write_text(json.dumps(commands))

    def analyse(self):
        done = subprocess.run([sys.executable, "-B", ANALYSIS, "--root", self.root, self.build],
                              capture_output=True, text=True, check=False)
        return done.returncode, done.stdout

    def test_clean_files_are_analysed_together_and_only_once(self):
        self.write(one="int one() { return 1; }\n", two="int two() { return 2; }\n")
        self.assertEqual(self.analyse(), (0, "2 files analysed in 1 parts\n"))
        self.assertEqual(self.analyse(), (0, "0 files analysed in 0 parts\n"))
        self.write(two="int two() { return 3; }\n")
        self.assertEqual(self.analyse(), (0, "1 files analysed in 1 parts\n"))

    def test_files_that_are_compiled_together_are_analysed_as_themselves(self):
        self.write(one="int one() { return 1; }\n", two=FAULTY)
        unity = self.build / "Unity" / "unity_0_cxx.cxx"
        unity.parent.mkdir()
        unity.write_text("".join(f'#include "{self.root}/app/{name}.cpp"\n' for name in ("one", "two")))
        (self.build / "compile_commands.json").write_text(json.dumps([
            {"directory": str(self.build), "file": str(unity), "command": f"c++ -std=c++20 -o x.o -c {unity}"}]))
        status, told = self.analyse()
        self.assertEqual(status, 1)
        self.assertIn(f"{self.root / 'app/two.cpp'}:2:10: error: use nullptr", told)
        self.assertIn("2 files analysed", told)

    def test_a_changed_header_has_everything_analysed_again(self):
        self.write(one="int one() { return 1; }\n", two="int two() { return 2; }\n")
        self.analyse()
        (self.root / "app" / "new.h").write_text("#pragma once\n")
        self.assertEqual(self.analyse(), (0, "2 files analysed in 1 parts\n"))

    def test_a_finding_among_many_is_told_by_file_and_line(self):
        self.write(a="int a() { return 1; }\n", b=FAULTY, c="int c() { return 1; }\n")
        status, told = self.analyse()
        self.assertEqual(status, 1)
        self.assertIn(f"{self.root / 'app/b.cpp'}:2:10: error: use nullptr", told)
        self.assertEqual(told.count("error:"), 1)
        # It is told again until it is mended; the others have passed.
        status, told = self.analyse()
        self.assertEqual(status, 1)
        self.assertIn("1 files analysed", told)

    def test_files_that_use_a_name_for_different_things_are_kept_apart(self):
        self.write(a=CLEAN % "a", b=CLEAN % "b")
        self.assertEqual(self.analyse(), (0, "2 files analysed in 2 parts\n"))

    def test_files_that_turn_out_not_to_go_together_are_analysed_apart(self):
        # Such a name is seen only by the compiler.
        self.write(a="static int own = 1;\nint a() { return own; }\n", b="static int own = 2;\nint b() { return own; }\n")
        self.assertEqual(self.analyse(), (0, "2 files analysed in 1 parts\n"))

    def test_what_is_found_at_the_end_of_a_whole_file_is_found_in_the_middle(self):
        # Checks that look at what the file itself declares must not take it for an included one.
        self.write(a="int a() { return 1; }\n", b="namespace n {}\nnamespace unused = n;\n", c="int c() { return 1; }\n")
        status, told = self.analyse()
        self.assertEqual(status, 1)
        self.assertIn("app/b.cpp:2:11: error: namespace alias decl 'unused' is unused", told)


if __name__ == "__main__":
    unittest.main()
