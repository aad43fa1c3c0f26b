#!/usr/bin/env python3
"""Puts what is installed on Windows into a folder: collect.py BIN PREFIX FOLDER

BIN has the programs that were built, PREFIX what scripts/build-windows-libraries has made. Of the libraries, those come along
that a program or one of Qt's plugins names, and what they name in turn; one that is neither there nor of Windows stops this."""

import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = "x86_64-w64-mingw32"
PROGRAMS = ("madoguchi.exe", "madoguchi-check-pdf.exe", "madoguchi-read-heic.exe")
# Where Qt looks for them beside the program. The style is the program's own.
PLUGINS = ("platforms/qwindows.dll", "imageformats/qjpeg.dll", "imageformats/qsvg.dll", "iconengines/qsvgicon.dll")
QT_TEXTS = "/usr/share/qt6/translations/qtbase_ja.qm"  # of Qt's own dialogs
RUNTIME = ("g++-mingw-w64-x86-64-posix", "mingw-w64-x86-64-dev")  # whose licences are those of the compiler's libraries


def named_by(file):
    told = subprocess.run([f"{TARGET}-objdump", "-p", file], capture_output=True, text=True, check=True).stdout
    return re.findall(r"DLL Name: (\S+)", told)


def is_of_windows(name):
    """MinGW has an import library for each, but for names of sets of functions."""
    stem = name.lower().rsplit(".", 1)[0]
    return stem.startswith("api-ms-win-") or (pathlib.Path(f"/usr/{TARGET}/lib") / f"lib{stem}.a").exists()


def runtime(name):
    """Of the compiler's, or None."""
    told = subprocess.run([f"{TARGET}-g++-posix", f"-print-file-name={name}"], capture_output=True, text=True,
                          check=True).stdout.strip()
    return pathlib.Path(told) if "/" in told else None


def add(source, target, strips=True):
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)
    if strips:
        subprocess.run([f"{TARGET}-strip", target], check=True)


def add_libraries(folder, prefix):
    waiting = [file for pattern in ("*.exe", "*/*.dll") for file in folder.glob(pattern)]
    while waiting:
        for name in named_by(waiting.pop()):
            if (folder / name).exists() or is_of_windows(name):
                continue
            source = prefix / "bin" / name
            source = source if source.exists() else runtime(name)
            if source is None:
                sys.exit(f"{name} is neither in {prefix}/bin nor of Windows")
            add(source, folder / name)
            waiting.append(folder / name)


def main():
    binaries, prefix, folder = (pathlib.Path(argument) for argument in sys.argv[1:4])
    shutil.rmtree(folder, ignore_errors=True)
    for name in PROGRAMS:
        add(binaries / name, folder / name)
    for name in PLUGINS:
        add(prefix / "root" / "plugins" / name, folder / name)
    add_libraries(folder, prefix / "root")
    add(QT_TEXTS, folder / "translations" / "qtbase_ja.qm", strips=False)
    add(ROOT / "packaging" / "client" / "client.schema.json", folder / "client.schema.json", strips=False)
    add(ROOT / "LICENSE", folder / "licences" / "madoguchi", strips=False)
    shutil.copytree(prefix / "licences", folder / "licences", dirs_exist_ok=True)
    for library in ("googletest", "cpp-httplib"):  # of the tests alone
        shutil.rmtree(folder / "licences" / library, ignore_errors=True)
    for package in RUNTIME:
        add(f"/usr/share/doc/{package}/copyright", folder / "licences" / package / "copyright", strips=False)


if __name__ == "__main__":
    main()
