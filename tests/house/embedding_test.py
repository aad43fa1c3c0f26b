"""An embedded file (cmake/Embed.cmake) is the one of today, though a compiler cache
remembers another of the same path: a cache that outlives a folder would else give old texts to a new build."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

EMBED = pathlib.Path(__file__).resolve().parents[2] / "cmake" / "Embed.cmake"

PROJECT = """
cmake_minimum_required(VERSION 3.25)
project(embedding CXX)
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_COMPILER_LAUNCHER ccache)
include("{embed}")
add_executable(says says.cpp)
madoguchi_embed(says words words.txt)
"""

PROGRAM = """
#include <iostream>
#include "embedded/words.h"
int main() { std::cout << madoguchi::embedded::words(); }
"""


class EmbeddedFile(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "CMakeLists.txt").write_text(PROJECT.format(embed=EMBED))
        (self.folder / "says.cpp").write_text(PROGRAM)
        # As the presets build; the cache is this test's own.
        self.environment = dict(os.environ, CCACHE_DIR=str(self.folder / "cache"), CCACHE_DEPEND="1")
        self.environment.pop("CCACHE_DISABLE", None)

    def built(self, words):
        (self.folder / "words.txt").write_text(words)
        build = self.folder / "build"
        shutil.rmtree(build, ignore_errors=True)
        for command in (["cmake", "-G", "Ninja", "-S", self.folder, "-B", build], ["cmake", "--build", build]):
            subprocess.run(command, env=self.environment, check=True, stdout=subprocess.DEVNULL)
        return subprocess.run([build / "says"], check=True, capture_output=True, text=True).stdout

    def test_is_that_of_today_in_a_new_folder(self):
        self.assertEqual(self.built("the old words"), "the old words")
        self.assertEqual(self.built("others"), "others")


if __name__ == "__main__":
    unittest.main(argv=sys.argv)
