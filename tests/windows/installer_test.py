#!/usr/bin/env python3
"""The installer of the client for Windows, under Wine: installer_test.py FOLDER [TEST...]

FOLDER is the program as scripts/build-windows leaves it. An older and a newer version are made up of a part of it."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

from wine import Wine

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "scripts" / "build-windows-installer"
SIGN = ROOT / "scripts" / "sign-windows"
VERSION = re.search(r"project\(madoguchi VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text("utf-8"))[1]
KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Madoguchi"
SETTINGS = r"Software\madoguchi\madoguchi"
# With another machine's service, the program would want the operator's own terms.
POLICY = '{"server": "https://localhost"}\n'

# docs/windows-packages.md, of which Linux sees the lowest eight bits.
DONE, INVALID_DATA, BUSY, OLD_WINDOWS, FAILURE, INSTALLER_RUNS, OTHER_VERSION, WRONG_OPTION = (
    code & 0xff for code in (0, 13, 170, 1150, 1603, 1618, 1638, 1639))

SMALL_PROGRAM = r"""Unicode true
Target amd64-unicode
OutFile "${OUTPUT}"
SilentInstall silent
RequestExecutionLevel user
Section
"""
# Another installer, at work as long as there is a file.
HOLD = SMALL_PROGRAM + r"""
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Global\MadoguchiSetup")'
  FileOpen $0 "$EXEDIR\held" w
  FileClose $0
  again:
    Sleep 50
    IfFileExists "$EXEDIR\holding" again
SectionEnd
"""
# Answers IN_USE where nobody can write to a file.
IN_USE = 7
PROBE = SMALL_PROGRAM + rf"""
  ClearErrors
  FileOpen $0 "${{FILE}}" a
  IfErrors 0 +2
    SetErrorLevel {IN_USE}
SectionEnd
"""


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


class Installer(WithWindows):
    def tearDown(self):
        """Whatever a failed test has left."""
        for folder in (self.everybody, self.mine):
            if (folder / "uninstall.exe").exists():
                self.uninstall(folder)
            shutil.rmtree(folder, ignore_errors=True)
        if self.mine.parent.is_dir() and not any(self.mine.parent.iterdir()):
            self.mine.parent.rmdir()
        registry = self.wine.registry()
        for root in ("HKLM", "HKCU"):
            for key in (KEY, r"Software\Classes\madoguchi", r"Software\madoguchi"):
                if f"{root}\\{key}" in registry:
                    self.wine.run("reg", "delete", f"{root}\\{key}", "/f")

    def round_trip(self, option, folder, root, menu):
        self.wine.run("reg", "add", rf"HKCU\{SETTINGS}", "/v", "language", "/d", "easy", "/f")
        self.assertEqual(self.install(option), DONE)
        self.assert_installed(folder)
        registry = self.wine.registry()
        there = self.wine.of_windows(folder)
        about = registry[rf"{root}\{KEY}"]
        self.assertEqual(about["DisplayVersion"], VERSION)
        self.assertEqual(about["InstallLocation"], there)
        self.assertEqual(about["DisplayIcon"], rf"{there}\madoguchi.exe,0")
        self.assertEqual(about["UninstallString"], rf'"{there}\uninstall.exe"')
        self.assertEqual(about["QuietUninstallString"], rf'"{there}\uninstall.exe" /S')
        self.assertIn("Madoguchi (", about["DisplayName"])
        self.assertTrue(about["Publisher"])
        size = int(about["EstimatedSize"].removeprefix("dword:"), 16)
        self.assertAlmostEqual(size, sum(map(len, contents(PROGRAM).values())) / 1024, delta=size / 10)
        handler = registry[rf"{root}\Software\Classes\madoguchi"]
        self.assertEqual(handler["URL Protocol"], "")
        self.assertEqual(registry[rf"{root}\Software\Classes\madoguchi\shell\open\command"]["@"],
                         rf'"{there}\madoguchi.exe" "%1"')
        other = {"HKLM": "HKCU", "HKCU": "HKLM"}[root]
        self.assertNotIn(rf"{other}\{KEY}", registry)
        self.assertNotIn(rf"{other}\Software\Classes\madoguchi", registry)
        self.assertEqual([file.name for file in menu.glob("*adoguchi*")], ["Madoguchi (窓口).lnk"])
        code, said = self.wine.run(f"{there}\\madoguchi.exe", "--version")
        self.assertEqual((code, said.strip()), (0, f"madoguchi {VERSION}"))
        self.assertEqual(self.uninstall(folder), DONE)
        self.assert_as_before()

    def test_for_one_person(self):
        self.round_trip("/CurrentUser", self.mine, "HKCU",
                        self.wine.person / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs")

    def test_for_everybody(self):
        self.round_trip("/AllUsers", self.everybody, "HKLM",
                        self.wine.folder / "ProgramData" / "Microsoft" / "Windows" / "Start Menu" / "Programs")

    def test_an_update_keeps_what_is_not_the_programs_and_removes_what_it_no_longer_has(self):
        self.assertEqual(self.install("/AllUsers", version="0.0.9"), DONE)
        self.assert_installed(self.everybody, self.old)
        (self.everybody / "client.json").write_text(POLICY)
        (self.everybody / "ca.pem").write_text("an operator's own")
        self.wine.run("reg", "add", rf"HKCU\{SETTINGS}", "/v", "language", "/d", "easy", "/f")
        self.assertEqual(self.install("/AllUsers"), DONE)
        self.assert_installed(self.everybody, besides={"client.json", "ca.pem"})
        self.assertFalse((self.everybody / "only").exists())
        self.assertEqual((self.everybody / "client.json").read_text(), POLICY)
        registry = self.wine.registry()
        self.assertEqual(registry[rf"HKLM\{KEY}"]["DisplayVersion"], VERSION)
        self.assertEqual(registry[rf"HKCU\{SETTINGS}"], {"language": "easy"})
        # And a policy that is given anew takes its place.
        self.policy.write_text(POLICY.replace("localhost", "127.0.0.1"))
        self.addCleanup(self.policy.write_text, POLICY)
        self.assertEqual(self.install("/AllUsers", self.policy_option()), DONE)
        self.assertEqual((self.everybody / "client.json").read_text(), POLICY.replace("localhost", "127.0.0.1"))
        # An uninstallation leaves an operator's own file, and nothing else.
        self.assertEqual(self.uninstall(self.everybody, "/KeepSettings"), DONE)
        self.assertEqual(list(contents(self.everybody)), ["ca.pem"])
        self.assertEqual(self.wine.registry()[rf"HKCU\{SETTINGS}"], {"language": "easy"})
        # With it, it can be installed again.
        self.assertEqual(self.install("/AllUsers", version="0.0.9"), DONE)
        self.assert_installed(self.everybody, self.old, besides={"ca.pem"})
        self.assertEqual(self.uninstall(self.everybody), DONE)
        shutil.rmtree(self.everybody)
        self.assert_as_before()

    def test_a_policy_that_was_there_first_stays(self):
        self.everybody.mkdir()
        (self.everybody / "client.json").write_text(POLICY)
        self.assertEqual(self.install("/AllUsers"), DONE)
        self.assert_installed(self.everybody, besides={"client.json"})
        self.assertEqual((self.everybody / "client.json").read_text(), POLICY)

    def test_a_program_that_runs_is_left_alone(self):
        self.assertEqual(self.install("/CurrentUser"), DONE)
        # It waits for a code.
        with self.wine.start(self.wine.of_windows(self.mine / "madoguchi.exe"), "--staff-code", stdin=subprocess.PIPE) as program:
            try:
                self.wait_until_it_runs(program)
                self.assert_untouched(BUSY, lambda: self.install("/CurrentUser", version="9.9.9"))
                self.assertIsNone(program.poll())
                self.assert_untouched(BUSY, lambda: self.wine.run(self.wine.of_windows(self.mine / "uninstall.exe"), "/S",
                                                                  "_?=" + self.wine.of_windows(self.mine))[0])
                self.assertIsNone(program.poll())
            finally:
                self.wine.run("taskkill", "/f", "/im", "madoguchi.exe")
                program.kill()
        self.assertEqual(self.install("/CurrentUser", version="9.9.9"), DONE)
        self.assert_installed(self.mine, self.new)

    def wait_until_it_runs(self, program):
        """Nobody else can write to it then."""
        probe = self.small_program("probe", PROBE, f"-DFILE={self.wine.of_windows(self.mine / 'madoguchi.exe')}")
        while self.wine.run(probe)[0] != IN_USE:
            self.assertIsNone(program.poll(), "it ended at once")

    def small_program(self, name, script, *options):
        (self.work / f"{name}.nsi").write_text(script)
        subprocess.run(["makensis", "-V1", f"-DOUTPUT={self.work / name}.exe", *options, self.work / f"{name}.nsi"], check=True)
        return self.work / f"{name}.exe"

    def assert_untouched(self, code, attempt):
        before = contents(self.mine)
        self.assertEqual(attempt(), code)
        self.assertEqual(contents(self.mine), before)

    def test_a_newer_version_stays(self):
        self.assertEqual(self.install("/CurrentUser", version="9.9.9"), DONE)
        self.assert_untouched(OTHER_VERSION, lambda: self.install("/CurrentUser"))

    def test_beside_an_installation_for_everybody(self):
        self.assertEqual(self.install("/AllUsers", version="0.0.9"), DONE)
        # Somebody needs the newer version and has no administrator.
        self.assertEqual(self.install("/CurrentUser"), DONE)
        self.assert_installed(self.mine)
        self.assertEqual(self.uninstall(self.mine), DONE)
        self.assertEqual(self.install("/AllUsers"), DONE)
        self.assert_refused(OTHER_VERSION, "/CurrentUser")
        # Without a word, what is there is renewed.
        self.assertEqual(self.install(), DONE)
        self.assertFalse(self.mine.exists())
        self.assertEqual(self.uninstall(self.everybody), DONE)
        self.assert_as_before()

    def test_what_cannot_be_done_is_not_begun(self):
        self.assert_refused(WRONG_OPTION, "/AllUser")
        self.assert_refused(WRONG_OPTION, "/LANG=xx")
        self.assert_refused(WRONG_OPTION, self.policy_option(self.work / "no-such.json"))
        self.assert_refused(WRONG_OPTION, "/AllUsers", folder="C:\\Madoguchi")
        self.assert_refused(WRONG_OPTION, "/AllUsers", folder="C:\\Program Files\\..\\Madoguchi")
        taken = self.wine.folder / "taken"
        taken.mkdir()
        self.addCleanup(shutil.rmtree, taken)
        (taken / "letter.txt").write_text("mine")
        self.assert_refused(WRONG_OPTION, "/CurrentUser", folder="C:\\taken")
        self.assertEqual(contents(taken), {"letter.txt": b"mine"})

    def test_a_policy_that_the_program_would_refuse_is_refused(self):
        self.policy.write_text('"server": 7')
        self.addCleanup(self.policy.write_text, POLICY)
        self.assert_refused(INVALID_DATA, "/CurrentUser", self.policy_option())

    def test_a_folder_of_its_own(self):
        folder = self.wine.folder / "My programs" / "Madoguchi"
        self.addCleanup(shutil.rmtree, folder.parent, True)
        self.assertEqual(self.install_in("C:\\My programs\\Madoguchi", "/CurrentUser", version="0.0.9"), DONE)
        self.assert_installed(folder, self.old)
        self.assert_refused(WRONG_OPTION, "/CurrentUser", folder="C:\\elsewhere")
        self.assertEqual(self.install("/CurrentUser"), DONE)
        self.assert_installed(folder)
        self.assertEqual(self.uninstall(folder), DONE)
        self.assertFalse(folder.exists())

    def test_where_a_file_cannot_be_placed_everything_is_as_before(self):
        self.assertEqual(self.install("/CurrentUser", version="0.0.9"), DONE)
        # Somebody's folder, where the last of the new files has to go.
        last = max(set(contents(PROGRAM)) - set(contents(self.old)), key=lambda name: ("/" in name, name))
        (self.mine / last).mkdir(parents=True)
        (self.mine / last / "letter.txt").write_text("mine")
        self.assert_untouched(FAILURE, lambda: self.install("/CurrentUser"))
        self.assertEqual(self.wine.registry()[rf"HKCU\{KEY}"]["DisplayVersion"], "0.0.9")
        self.assertFalse((self.mine / ".new").exists())

    def test_an_interrupted_update_is_made_good(self):
        self.assertEqual(self.install("/CurrentUser", version="0.0.9"), DONE)
        (self.mine / ".old" / "platforms").mkdir(parents=True)
        (self.mine / ".new").mkdir()
        (self.mine / ".new" / "half.dll").write_text("ha")
        for name in ("installed.txt", "madoguchi.exe", "platforms/of-it.txt"):
            (self.mine / name).rename(self.mine / ".old" / name)
        self.assertEqual(self.install("/CurrentUser"), DONE)
        self.assert_installed(self.mine)

    def test_one_at_a_time(self):
        holding = self.work / "holding"
        holding.write_text("until it is gone")
        with self.wine.start(self.small_program("hold", HOLD), stdin=subprocess.DEVNULL) as other:
            try:
                while not (self.work / "held").exists():
                    self.assertIsNone(other.poll(), "it ended at once")
                self.assertEqual(self.install("/CurrentUser"), INSTALLER_RUNS)
                self.assertFalse(self.mine.exists())
            finally:
                holding.unlink()
        self.assertEqual(self.install("/CurrentUser", version="0.0.9"), DONE)

    def test_an_older_windows_is_told_so(self):
        self.addCleanup(self.wine.set_version, "win10")
        self.wine.set_version("win81")
        self.assert_refused(OLD_WINDOWS, "/CurrentUser")

    def test_nothing_is_uninstalled_from_where_nothing_was_installed(self):
        self.assertEqual(self.install("/CurrentUser", version="0.0.9"), DONE)
        copy = self.wine.folder / "copy"
        shutil.copytree(self.mine, copy)
        self.addCleanup(shutil.rmtree, copy)
        before = contents(copy)
        self.uninstall(copy)
        self.assertEqual(contents(copy), before)
        self.assert_installed(self.mine, self.old)


class Made(WithWindows):
    """The files that are handed out."""

    def test_the_portable_folder_has_the_program_and_a_policy_that_it_reads(self):
        make(self.work / "portable", PROGRAM, "--policy", self.policy)
        with zipfile.ZipFile(self.work / "portable" / f"madoguchi-{VERSION}-portable.zip") as packed:
            packed.extractall(self.wine.folder)
        folder = self.wine.folder / f"madoguchi-{VERSION}"
        self.addCleanup(shutil.rmtree, folder)
        self.assertEqual(contents(folder, {"client.json"}), contents(PROGRAM))
        program = self.wine.of_windows(folder / "madoguchi.exe")
        self.assertEqual(self.wine.run(program, "--check-policy")[0], 0)
        (folder / "client.json").write_text("7")
        self.assertEqual(self.wine.run(program, "--check-policy")[0], 1)

    def test_the_installer_brings_a_policy_where_there_is_none(self):
        given = self.work / "given.json"
        given.write_text(POLICY.replace("localhost", "127.0.0.1"))
        make(self.work / "with-policy", PROGRAM, "--policy", given)
        setup = self.work / "with-policy" / f"madoguchi-{VERSION}-setup.exe"
        self.assertEqual(self.wine.run(setup, "/S", "/CurrentUser")[0], DONE)
        self.assertEqual((self.mine / "client.json").read_text(), given.read_text())
        (self.mine / "client.json").write_text(POLICY)
        self.assertEqual(self.wine.run(setup, "/S", "/CurrentUser")[0], DONE)
        self.assertEqual((self.mine / "client.json").read_text(), POLICY)
        self.assertEqual(self.uninstall(self.mine), DONE)
        self.assert_as_before()

    def test_the_same_folder_makes_the_same_bytes(self):
        copy = self.work / "another" / "place"
        # Made in another order, at another time.
        for path in sorted(PROGRAM.rglob("*"), reverse=True):
            if path.is_file():
                target = copy / path.relative_to(PROGRAM)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(path.read_bytes())
        make(self.work / "again", copy)
        for ending in ("setup.exe", "portable.zip"):
            name = f"madoguchi-{VERSION}-{ending}"
            self.assertEqual((self.work / name).read_bytes(), (self.work / "again" / name).read_bytes(), name)
            subprocess.run(["sha256sum", "--check", "--quiet", f"{name}.sha256"], cwd=self.work / "again", check=True)

    def test_signed(self):
        signing = self.authority()
        out = self.work / "signed"
        environment = {**os.environ, **signing}
        made = subprocess.run([BUILD, "--sign", "--version", "0.0.9", "--out", out, self.old], env=environment,
                              capture_output=True, text=True, check=False)
        self.assertEqual(made.returncode, 0, made.stdout + made.stderr)
        setup = out / "madoguchi-0.0.9-setup.exe"
        self.assert_signed(setup, signing)
        self.assertEqual(self.wine.run(setup, "/S", "/CurrentUser")[0], DONE)
        for name in ("madoguchi.exe", "uninstall.exe"):
            self.assert_signed(self.mine / name, signing)
        self.assertEqual(self.uninstall(self.mine), DONE)
        self.assert_as_before()
        # What was signed stays as it is, and what is changed no longer is.
        before = setup.read_bytes()
        subprocess.run([SIGN, "--unsigned-only", setup], env=environment, check=True, capture_output=True)
        self.assertEqual(setup.read_bytes(), before)
        setup.write_bytes(before[:4096] + bytes([before[4096] ^ 1]) + before[4097:])
        self.assertNotEqual(self.verify(setup, signing).returncode, 0)

    def test_a_certificate_that_nobody_vouches_for_is_refused(self):
        environment = {**os.environ, **self.authority("first")}
        environment["MADOGUCHI_SIGN_CA"] = self.authority("second")["MADOGUCHI_SIGN_CA"]
        program = self.work / "to-be-signed.exe"
        shutil.copy(PROGRAM / "madoguchi.exe", program)
        before = program.read_bytes()
        result = subprocess.run([SIGN, program], env=environment, capture_output=True, text=True, check=False)
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("vouches for", result.stderr)
        self.assertEqual(program.read_bytes(), before)

    def authority(self, name="authority"):
        """A CA and a certificate for signing code, for an hour; what scripts/sign-windows is told of them."""
        place = self.work / name
        place.mkdir()

        def openssl(*arguments):
            subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", f"/CN=Throw-away CA {name}",
                "-keyout", place / "ca.key", "-out", place / "ca.pem")
        openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Throw-away signer", "-keyout", place / "plain.key",
                "-out", place / "signer.csr")
        (place / "password").write_text("made up\n")
        openssl("pkcs8", "-topk8", "-in", place / "plain.key", "-passout", f"file:{place / 'password'}", "-out", place / "signer.key")
        (place / "extensions").write_text("basicConstraints=CA:FALSE\nkeyUsage=digitalSignature\nextendedKeyUsage=codeSigning\n")
        openssl("x509", "-req", "-in", place / "signer.csr", "-CA", place / "ca.pem", "-CAkey", place / "ca.key", "-days", "1",
                "-extfile", place / "extensions", "-out", place / "signer.pem")
        return {"MADOGUCHI_SIGN_CERTIFICATE": str(place / "signer.pem"), "MADOGUCHI_SIGN_KEY": str(place / "signer.key"),
                "MADOGUCHI_SIGN_PASSWORD_FILE": str(place / "password"), "MADOGUCHI_SIGN_CA": str(place / "ca.pem"),
                "MADOGUCHI_SIGN_TIMESTAMP": ""}

    def verify(self, file, signing):
        return subprocess.run(["osslsigncode", "verify", "-CAfile", signing["MADOGUCHI_SIGN_CA"], "-in", file],
                              capture_output=True, text=True, check=False)

    def assert_signed(self, file, signing):
        result = self.verify(file, signing)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        self.assertIn("Throw-away signer", result.stdout)


if __name__ == "__main__":
    if len(sys.argv) < 2 or not (pathlib.Path(sys.argv[1]) / "madoguchi.exe").is_file():
        sys.exit(__doc__)
    PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main()
