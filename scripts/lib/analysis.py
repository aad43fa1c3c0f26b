"""clang-tidy over the project's own C++, many files at a time.

Nearly all of clang-tidy's time goes into the headers of Qt and of the standard library, anew for every file: 15 s
for a file of which a second is its own. So files are analysed as one text, each under its own name. What is clean
together is clean. Where something is found, or files cannot stand in one text because they use a name for different
things, the text is halved until the file is found, which is then analysed by itself and its findings are printed.

Files that passed and have not changed since, nor any header, are not analysed again.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

# Several times what is analysed in the time that the headers take, and still more texts than processors.
LINES_TOGETHER = 9000

# Where bytes from outside are taken apart and secrets are held.
PATHS_ANALYSED = ("cardreader/", "protocol/", "backend/http/", "backend/trust/")

# What a file has for itself, and the names that are declared there at the beginning of a line. (A second name for
# somebody else's thing says the same wherever it is said.)
OWN_PART = re.compile(r"^namespace \{$(.*?)^\}  // namespace$", re.MULTILINE | re.DOTALL)
OWN_NAME = re.compile(r"^(?:(?:struct|class|enum class) (\w+)|using (\w+) =|(?!using |namespace )\w[^(={;]*?(\w+)(?:\[\w*\])?(?:\(| =|\{|;))",
                      re.MULTILINE)
MAIN = re.compile(r"^int (main)\(", re.MULTILINE)


class SourceFile:
    """A file, how it is compiled, and what is to be checked."""

    def __init__(self, root, path, arguments):
        self.path = path
        self.checks = ""
        self.text = (root / path).read_text(encoding="utf-8")
        self.lines = self.text.count("\n")
        self.names = {name for part in OWN_PART.findall(self.text) for names in OWN_NAME.findall(part) for name in names
                      if name} | set(MAIN.findall(self.text))
        self.macros = {}
        self.folders = []
        for argument in arguments:
            if argument.startswith("-D"):
                name, _, value = argument[2:].partition("=")
                self.macros[name] = value
            elif argument.startswith("-I"):
                self.folders.append(argument[2:])
        # Folders after -isystem stand by themselves.
        self.system = [arguments[i + 1] for i, a in enumerate(arguments) if a == "-isystem"]
        self.others = [a for a in arguments if a.startswith(("-std=", "-W")) and a != "-Winvalid-pch"]


def sources_of(entry):
    """The files that a command compiles: one, or those that a unity build has put together."""
    file = pathlib.Path(entry["file"])
    return re.findall(r'^#include "(.*)"$', file.read_text(), re.MULTILINE) if file.parent.name == "Unity" else [file]


def files_of_build(root, build, thorough):
    """The files that the build compiles. Tests are analysed only thoroughly, and so are most paths: that takes several
    times as long as everything else together."""
    found = {}
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    for source, command in ((s, entry["command"]) for entry in entries for s in sources_of(entry)):
        path = os.path.relpath(source, root)
        if path.startswith(("build/", "..")) or (path.startswith("tests/") and not thorough):
            continue
        file = SourceFile(root, path, shlex.split(command))
        # The analysis of paths does not know how a coroutine goes on, and reports what cannot be.
        if "co_await" in file.text or not (path.startswith(PATHS_ANALYSED) or thorough):
            file.checks = "-clang-analyzer-*"
        found[path] = file
    return [found[path] for path in sorted(found)]


def agree(left, right):
    """Whether no macro is defined differently."""
    return all(right.get(name, value) == value for name, value in left.items())


class Unit:
    """Files that are analysed as one text."""

    def __init__(self, files):
        self.files = files
        self.lines = sum(f.lines for f in files)
        self.names = set().union(*(f.names for f in files))
        self.macros = {name: value for f in files for name, value in f.macros.items()}

    def takes(self, file):
        first = self.files[0]
        return (self.lines + file.lines <= LINES_TOGETHER and first.checks == file.checks and
                first.others == file.others and self.names.isdisjoint(file.names) and agree(self.macros, file.macros))

    def halves(self):
        middle = len(self.files) // 2
        return [Unit(self.files[:middle]), Unit(self.files[middle:])]

    def arguments(self):
        def once(lists):
            return list(dict.fromkeys(item for items in lists for item in items))
        macros = [f"-D{name}={value}" if value else f"-D{name}" for name, value in self.macros.items()]
        folders = [f"-I{folder}" for folder in once(f.folders for f in self.files)]
        system = [a for folder in once(f.system for f in self.files) for a in ("-isystem", folder)]
        return macros + folders + system + self.files[0].others


def units_of(files):
    """Long files first, each to those with least room left, so that few texts are left half empty."""
    units = []
    for file in sorted(files, key=lambda file: -file.lines):
        unit = max((unit for unit in units if unit.takes(file)), key=lambda unit: unit.lines, default=None)
        if unit:
            units.remove(unit)
            units.append(Unit([*unit.files, file]))
        else:
            units.append(Unit([file]))
    return units


class Analysis:
    def __init__(self, root, build):
        self.root = root
        self.folder = build / "analysis"
        self.folder.mkdir(exist_ok=True)
        listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "*.h"], cwd=root, check=True,
                                capture_output=True, text=True).stdout.split()
        digest = hashlib.sha256((root / ".clang-tidy").read_bytes())
        for header in listed:
            digest.update((root / header).read_bytes())
        self.headers = digest.hexdigest()

    def stamp(self, file):
        key = "\0".join([self.headers, file.path, file.checks, file.text])
        return self.folder / hashlib.sha256(key.encode()).hexdigest()[:32]

    def run(self, unit):
        """Whether nothing is to be mended in the unit's files; what is, is printed."""
        if len(unit.files) == 1:
            source = self.root / unit.files[0].path
        else:
            source = self.folder / (hashlib.sha256(unit.files[0].path.encode()).hexdigest()[:16] + f"-{len(unit.files)}.cpp")
            source.write_text("".join(f'#line 1 "{self.root / f.path}"\n{f.text}\n' for f in unit.files), encoding="utf-8")
        done = subprocess.run(
            ["clang-tidy", "--quiet", f"--config-file={self.root / '.clang-tidy'}", f"--checks={unit.files[0].checks}",
             str(source), "--", *unit.arguments(), "-Wno-unknown-warning-option"],
            cwd=self.root, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            for file in unit.files:
                self.stamp(file).touch()
            return True
        if len(unit.files) == 1:
            print(done.stdout or done.stderr, end="", flush=True)
            return False
        return all([self.run(half) for half in unit.halves()])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--thorough", action="store_true", help="tests too, and all paths everywhere")
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).parents[2], help="the project")
    parser.add_argument("build", type=pathlib.Path, help="a build folder with compile_commands.json")
    options = parser.parse_args()
    root = options.root.resolve()
    analysis = Analysis(root, options.build.resolve())
    files = [f for f in files_of_build(root, options.build, options.thorough) if not analysis.stamp(f).exists()]
    # What takes longest comes first: paths, and many lines.
    units = sorted(units_of(files), key=lambda unit: (unit.files[0].checks, -unit.lines))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        clean = list(workers.map(analysis.run, units))
    print(f"{len(files)} files analysed in {len(units)} parts")
    sys.exit(0 if all(clean) else 1)


if __name__ == "__main__":
    main()
