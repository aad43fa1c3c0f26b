#!/usr/bin/env python3
"""What is installed besides the programs: others understand it, and it tells of every option and setting there is."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
SCHEMA = json.loads((PACKAGING / "client" / "client.schema.json").read_text("utf-8"))


def text(path):
    return (ROOT / path).read_text("utf-8")


def settings(schema, start=""):
    for name, rule in schema["properties"].items():
        yield start + name, rule
        if rule.get("type") == "object":
            yield from settings(rule, f"{start}{name}.")


class Packaging(unittest.TestCase):
    def understood(self, *command):
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result.stdout + result.stderr

    def test_the_desktop_understands_the_entry_of_its_menu(self):
        self.assertEqual(self.understood("desktop-file-validate", "packaging/client/madoguchi.desktop"), "")

    def test_software_centres_understand_the_description(self):
        self.understood("appstreamcli", "validate", "--no-net", "packaging/client/example.service.madoguchi.metainfo.xml")

    def test_apparmor_understands_the_profiles(self):
        for profile in sorted((PACKAGING / "apparmor").iterdir()):
            self.understood("apparmor_parser", "-QTK", str(profile))

    def test_apparmor_enforces_and_adds_profiles_only(self):
        """Where a unit forbids new privileges, the kernel refuses what goes over to another profile, but not what adds one: Px would
        leave the service without its judge of PDF files."""
        others = 0
        for profile in sorted((PACKAGING / "apparmor").iterdir()):
            rules = profile.read_text("utf-8")
            self.assertNotIn("complain", re.search(r"(?m)^profile .*$", rules)[0])
            for program, mode, target in re.findall(r"(?m)^  /usr/bin/(madoguchi[\w-]*) (\w*x)( -> \S+)?,$", rules):
                if f"usr.bin.{program}" == profile.name:
                    continue
                self.assertEqual((mode, target), ("mrCix", f" -> &{program}"), profile.name)
                others += 1
        self.assertEqual(others, 3)

    def test_man_understands_the_manual(self):
        for page in sorted((PACKAGING / "man").iterdir()):
            self.assertEqual(self.understood("groff", "-man", "-ww", "-z", "-K", "utf8", "-Tutf8", str(page)), "")

    def test_the_shell_understands_the_completions(self):
        for file in sorted((PACKAGING / "completions").iterdir()):
            self.understood("bash", "-n", str(file))

    def test_the_kiosk_ends_as_its_program_does(self):
        """With a stand-in for cage, which runs what it is given and forgets how that ended, and one for the program with a visit
        that stays behind it: as long as that has the outputs, run() does not come back."""
        session = (PACKAGING / "kiosk" / "session").read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            for name, script in (("session", session.replace("/usr/bin/", f"{folder}/")),
                                 ("madoguchi", '#!/bin/sh\necho "$@"\nsleep 600 &\n[ "$END" = killed ] && kill -9 $$\nexit $END\n'),
                                 ("cage", '#!/bin/sh\necho "$@" >&2\nwhile [ "$1" != -- ]; do shift; done\nshift\n"$@"\nexit 0\n')):
                (place / name).write_text(script, "utf-8")
                (place / name).chmod(0o755)
            for ended, status in (("0", 0), ("75", 75), ("1", 1), ("killed", 137)):
                run = subprocess.run([place / "session"], capture_output=True, text=True, check=False,
                                     env={**os.environ, "RUNTIME_DIRECTORY": folder, "END": ended, "SCREEN_ROTATION": "270"})
                self.assertEqual((run.returncode, run.stdout), (status, "--kiosk\n"), run.stderr)
                self.assertTrue(run.stderr.startswith("-d -rrr -- "), run.stderr)
            # Where cage cannot draw, it is asked to do so without a graphics processor.
            (place / "cage").write_text('#!/bin/sh\necho "<$WLR_RENDERER>"\nexit 0\n', "utf-8")
            failed = subprocess.run([place / "session"], capture_output=True, text=True, check=False,
                                    env={**os.environ, "RUNTIME_DIRECTORY": folder})
            self.assertEqual((failed.returncode, failed.stdout), (1, "<>\n<pixman>\n"), failed.stderr)

    def options(self):
        """Program -> its options, as its source names them."""
        names = {"madoguchi": re.findall(r'QCommandLineOption \w+\(\s*(?:\{l\("\w"\), )?l\("([\w-]+)"\)', text("app/core/program_options.cpp")),
                 "madoguchi-backend": re.findall(r'^ {6}\{"([\w-]+)",', text("backend/core/config_options.cpp"), re.M),
                 "madoguchi-admin": re.findall(r'argument == "--([\w-]+)"', text("backend/admin/request.cpp")),
                 "madoguchi-virtualcard": re.findall(r'^ {4}" {2}--([\w-]+)', text("cardreader/simulated/virtualcard_options.cpp"), re.M)}
        for program, found in names.items():
            self.assertGreater(len(found), 8, program)
        return names

    def test_manual_and_completion_know_every_option(self):
        for program, names in self.options().items():
            page = next((PACKAGING / "man").glob(f"{program}.[18]")).read_text("utf-8").replace("\\-", "-")
            completion = (PACKAGING / "completions" / program).read_text("utf-8")
            for name in names:
                self.assertRegex(page, rf"(?m)^\.BI? --{name}\b", program)
                self.assertRegex(completion, rf"--{name}\b", program)

    def test_manual_and_handbook_tell_every_setting_in_the_schemas_words(self):
        page = text("packaging/man/madoguchi-client.json.5").replace("\\-", "-")
        handbook = text("docs/policy.md")
        for name, rule in settings(SCHEMA):
            self.assertRegex(page, rf"(?m)^\.B {re.escape(name)}$")
            self.assertIn(rule["description"], page)
            self.assertRegex(handbook, rf"(?m)^\| `{re.escape(name)}` \|.*\| {re.escape(rule['description'])} \|$")

    def test_the_schema_is_one_and_allows_the_examples(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        judge = jsonschema.Draft202012Validator(SCHEMA)
        for example in ("packaging/client/client.json", "packaging/kiosk/client.json"):
            self.assertEqual([], [fault.message for fault in judge.iter_errors(json.loads(text(example)))], example)
        for wrong in ({"cafile": "/a"}, {"server": "http://a"}, {"proxy": "http://me:secret@proxy"}, {"languages": []},
                      {"idleMinutes": {"session": 31}}, {"helpDesk": {"ja": "a"}}, {"printing": "no"}):
            self.assertFalse(judge.is_valid(wrong), wrong)

    def test_the_program_understands_every_word_of_the_schema(self):
        """app/core/policy_schema.cpp judges by no other words than these: one that it passes over would be no rule."""
        understood = {"$schema", "title", "description", "examples", "type", "properties", "additionalProperties", "required", "items",
                      "anyOf", "$ref", "$defs", "enum", "pattern", "minLength", "minItems", "uniqueItems", "minimum", "maximum"}

        def look(rule):
            self.assertLessEqual(rule.keys(), understood)
            if rule.get("type") == "object":
                self.assertIs(rule.get("additionalProperties"), False)
            self.assertEqual("minimum" in rule, "maximum" in rule)
            for one in (rule.get("minLength", 1), rule.get("minItems", 1)):
                self.assertEqual(one, 1)
            inner = [*rule.get("properties", {}).values(), *rule.get("$defs", {}).values(), *rule.get("anyOf", [])]
            for one in inner + ([rule["items"]] if "items" in rule else []):
                look(one)

        look(SCHEMA)

    def test_the_packages_are_of_the_programs_version(self):
        version = re.search(r"project\(madoguchi VERSION ([\d.]+)", text("CMakeLists.txt"))[1]
        self.assertTrue(text("debian/changelog").startswith(f"madoguchi ({version}) "))
        self.assertIn(f'<release version="{version}"', text("packaging/client/example.service.madoguchi.metainfo.xml"))

    def test_the_packages_build_with_what_the_build_needs(self):
        listed = set(text("packaging/debian/build-packages.txt").split("\n"))
        build = re.search(r"Build-Depends: (.*?)\n\n", text("debian/control"), re.S)[1]
        packaging = {"debhelper-compat", "dh-apparmor", "dh-sequence-installsysusers", "python3"}
        needed = {re.sub(r" \(.*", "", one.strip()) for one in build.split(",")} - packaging
        self.assertEqual(needed - listed, set())


if __name__ == "__main__":
    unittest.main()
