#!/usr/bin/env python3
"""Which folder may include what: holds the code against the list of arrows in ARCHITECTURE.md, the one place where it
stands. Prints every include that the list does not allow, every arrow that nothing needs, and every circle; fails where there
is one.

A line of the list is "folder: what it may include". A folder stands for what lies in it, but for folders in it that have
a line of their own; with "/." behind it, only for the files that lie in it themselves. "*" is any one name; on the right it is the same name as on the left, so that no room includes
another. What a folder includes of itself needs no line."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIST = re.compile(r"^```includes\n(.*?)^```$", re.M | re.S)
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
GENERATED = "embedded/"  # files that the build has put into C++


class Arrows:
    def __init__(self, document):
        found = LIST.search(document)
        if not found:
            raise SystemExit("there is no list of arrows (```includes) in the document")
        self.lines = {}
        for line in found[1].splitlines():
            folder, colon, targets = line.partition(":")
            if not colon or folder.strip() in self.lines:
                raise SystemExit(f"no line of the list, or one that stands there twice: {line!r}")
            self.lines[folder.strip()] = targets.split()
        self.unused = {(line, target) for line, targets in self.lines.items() for target in targets}
        self.tops = {folder.split("/")[0] for folder in self.lines}

    def place(self, path):
        """The line that speaks of a file, and what its star stands for; None where no line does."""
        folder = path.rpartition("/")[0]
        if folder + "/." in self.lines:
            return folder + "/.", ""
        while folder:
            for line in self.lines:
                found = re.fullmatch(re.escape(line).replace(r"\*", "([^/]+)"), folder)
                if found:
                    return line, found[1] if found.groups() else ""
            folder = folder.rpartition("/")[0]
        return None

    def allows(self, source, target):
        if source == target:
            return True
        line, name = source
        other, other_name = target
        self.unused.discard((line, other))
        return other in self.lines[line] and ("*" not in line or "*" not in other or name == other_name)


def circle_in(edges):
    """Some circle among the edges, as a list of nodes that ends where it began; None where there is none."""
    done, path = set(), []

    def walk(node):
        if node in path:
            return path[path.index(node):] + [node]
        if node in done:
            return None
        path.append(node)
        for following in sorted(edges.get(node, ())):
            if circle := walk(following):
                return circle
        done.add(path.pop())
        return None

    for node in sorted(edges):
        if circle := walk(node):
            return circle
    return None


def complaints(root, document):
    arrows = Arrows(document)
    found = [f"{line}: what is {target}? No line of the list" for line, targets in arrows.lines.items()
             for target in targets if target not in arrows.lines]
    files = {}
    for top in sorted(arrows.tops):
        for file in sorted((root / top).rglob("*")):
            if file.suffix in (".h", ".cpp"):
                files[file.relative_to(root).as_posix()] = INCLUDE.findall(file.read_text("utf-8"))
    for file, includes in files.items():
        source = arrows.place(file)
        if not source:
            found.append(f"{file}: its folder stands in no line of the list")
            continue
        for include in includes:
            target = arrows.place(include)
            if include.startswith(GENERATED):
                continue
            if include not in files:
                found.append(f"{file}: includes {include}, which is no file from the root of the project")
            elif target and not arrows.allows(source, target):
                found.append(f"{file}: includes {include}, but no arrow leads from {source[0]} to {target[0]}")
    found += [f"nothing needs the arrow from {line} to {target}" for line, target in sorted(arrows.unused)]
    if circle := circle_in(arrows.lines):
        found.append("a circle in the list: " + " -> ".join(circle))
    if circle := circle_in(files):
        found.append("a circle of includes: " + " -> ".join(circle))
    return found


def main():
    found = complaints(ROOT, (ROOT / "ARCHITECTURE.md").read_text("utf-8"))
    print("\n".join(found), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
