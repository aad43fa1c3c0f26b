"""Installers of the client for Windows, made and run under Wine. The folder that a test is given is the program as
scripts/build-windows leaves it; an older and a newer version are made up of a part of it."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from wine import Wine

if len(sys.argv) < 2 or not (pathlib.Path(sys.argv[1]) / "madoguchi.exe").is_file():
    sys.exit(f"usage: {sys.argv[0]} FOLDER-OF-THE-PROGRAM [TEST...]")
PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "scripts" / "build-windows-installer"
VERSION = re.search(r"project\(madoguchi VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text("utf-8"))[1]
# With another machine's service, the program would want the operator's own terms.
POLICY = '{"server": "https://localhost"}\n'

# docs/windows-packages.md, of which Linux sees the lowest eight bits.
DONE, INVALID_DATA, BUSY, OLD_WINDOWS, FAILURE, INSTALLER_RUNS, OTHER_VERSION, WRONG_OPTION = (
    code & 0xff for code in (0, 13, 170, 1150, 1603, 1618, 1638, 1639))


def contents(folder, without=()):
    """{path: bytes} of the files below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and path.relative_to(folder).as_posix() not in without}


def make(out, folder, *options):
    # Of one time, whatever is committed meanwhile.
    environment = dict(os.environ, SOURCE_DATE_EPOCH=os.environ.get("SOURCE_DATE_EPOCH", "1795000000"))
    result = subprocess.run([BUILD, "--out", out, *options, folder], env=environment, capture_output=True, text=True,
                            check=False)
    if result.returncode != 0:
        raise RuntimeError(result.stdout + result.stderr)


def part_of(program, place, more):
    """A version with little of the program in it, too little to run, and with files of its own."""
    for name in ("platforms", "licences"):
        (place / name).mkdir(parents=True)
        (place / name / "of-it.txt").write_text(name)
    shutil.copy(program / "madoguchi.exe", place)
    shutil.copy(program / "client.schema.json", place)
    for name in more:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(name)
    return place


class WithWindows(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="madoguchi-installer-")))
        cls.wine = Wine(cls.work / "wine")
        cls.addClassCleanup(cls.wine.end)
        cls.wine.set_version("win10")
        cls.old = part_of(PROGRAM, cls.work / "old", ["only-old.dll", "only/old/here.txt"])
        make(cls.work, cls.old, "--version", "0.0.9")
        cls.new = part_of(PROGRAM, cls.work / "new", [])
        make(cls.work, cls.new, "--version", "9.9.9")
        make(cls.work, PROGRAM)
        cls.everybody = cls.wine.folder / "Program Files" / "Madoguchi"
        cls.mine = cls.wine.person / "AppData" / "Local" / "Programs" / "Madoguchi"
        cls.policy = cls.work / "policy.json"
        cls.policy.write_text(POLICY)

    @classmethod
    def enterClassContext(cls, context):  # Python 3.11 has its own
        value = context.__enter__()
        cls.addClassCleanup(context.__exit__, None, None, None)
        return value

    def setUp(self):
        self.before = self.wine.files(), self.wine.registry()

    def install(self, *options, version=VERSION):
        return self.wine.run(self.work / f"madoguchi-{version}-setup.exe", "/S", *options)[0]

    def install_in(self, folder, *options, version=VERSION):
        """By a script, as the folder stands at the end of the line and without quotes."""
        script = self.work / "install.bat"
        setup = self.wine.of_windows(self.work / f"madoguchi-{version}-setup.exe")
        script.write_text(f"@{setup} /S {' '.join(options)} /D={folder}\r\n@exit %errorlevel%\r\n")
        return self.wine.run("cmd", "/c", self.wine.of_windows(script))[0]

    def uninstall(self, folder, *options):
        code = self.wine.run(self.wine.of_windows(folder / "uninstall.exe"), "/S", *options)[0]
        self.wine.settle()  # it goes on in a copy of itself
        return code

    def policy_option(self, file=None):
        return "/POLICY=" + self.wine.of_windows(file or self.policy)

    def assert_installed(self, folder, program=None, besides=()):
        program = program or PROGRAM
        self.assertEqual(contents(folder, {"installed.txt", "uninstall.exe", *besides}), contents(program))
        listed = (folder / "installed.txt").read_text().split()
        self.assertEqual(sorted(name.replace("\\", "/") for name in listed),
                         sorted([*contents(program), "installed.txt", "uninstall.exe"]))
        self.assertFalse((folder / ".new").exists())
        self.assertFalse((folder / ".old").exists())

    def assert_as_before(self):
        files, registry = self.wine.files(), self.wine.registry()
        self.assertEqual(sorted(files - self.before[0]), [])
        self.assertEqual(sorted(self.before[0] - files), [])
        self.assertEqual(sorted(key for key in registry if "madoguchi" in key.lower()), [])
        self.assertEqual([(key, name) for key, values in registry.items() for name, value in values.items()
                          if "madoguchi" in f"{name}{value}".lower() and r"\Wine" not in key], [])

    def assert_refused(self, code, *options, folder=None):
        before = self.wine.files()
        self.assertEqual(self.install_in(folder, *options) if folder else self.install(*options), code)
        self.assertEqual(sorted(self.wine.files() ^ before), [])
