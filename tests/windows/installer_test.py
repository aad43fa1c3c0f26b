#!/usr/bin/env python3
"""The installer of the client for Windows, under Wine: installer_test.py FOLDER [TEST...]"""

import shutil
import subprocess
import unittest

from installers import (BUSY, DONE, FAILURE, INSTALLER_RUNS, INVALID_DATA, OLD_WINDOWS, OTHER_VERSION, POLICY, PROGRAM, VERSION,
                        WRONG_OPTION, WithWindows, contents)

KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Madoguchi"
SETTINGS = r"Software\madoguchi\madoguchi"
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


if __name__ == "__main__":
    unittest.main()
