#!/usr/bin/env python3
"""Makes language files of NSIS out of translations/installer:
make_texts.py FOLDER NAME=VALUE...

NSIS has no easy Japanese, and its own texts speak to people who install programs every day. So each language of
protocol/languages.json gets a file for NSIS itself (<tag>.nlf) and one for its pages (<tag>.nsh); languages.nsh takes
them in and has the installer's own texts. Values that are known when the installer is made (version, size, name) are given; the others are
variables of installer.nsi. Without ruby, readings stand in brackets, as in mails."""

import json
import locale
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "translations" / "installer"
# Its order is that of the file format, which has no names.
TEMPLATE = Path("/usr/share/nsis/Contrib/Language files/English.nlf")
RUBY = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")

VARIABLES = {"installed": "$InstalledVersion", "other": "$OtherVersion", "folder": "$INSTDIR", "file": "$PolicyFile",
             "option": "$WrongOption", "programs": "$PROGRAMFILES64"}
# As the program begins (app/core/language.cpp).
FOR_EVERYBODY_ELSE = "en"
# Every Windows 10 has these fonts.
FONTS = {"ja": "Yu Gothic UI"}
OTHER_FONT = "Segoe UI"
FONT_SIZE = 9
# A language identifier is a language in the lowest ten bits and a variant; those from 0x20 are everybody's own
# (winnt.h, MAKELANGID).
LANGUAGE_MASK = 0x3ff
FIRST_OWN_VARIANT = 0x20 << 10

# Of NSIS' own texts, those that can be seen.
OF_NSIS = {
    "SetupCaption": "caption.install", "UninstallCaption": "caption.uninstall", "BackBtn": "button.back",
    "NextBtn": "button.next", "InstallBtn": "button.install", "UninstallBtn": "button.uninstall",
    "CancelBtn": "button.cancel", "CloseBtn": "button.close", "FileError": "error.write",
    "FileError_NoIgnore": "error.write", "CantWrite": "error.write", "ErrorWriting": "error.write",
    "ErrorDecompressing": "error.damaged", "InvalidOpcode": "error.damaged",
}
OF_PAGES = {
    "MUI_TEXT_INSTALLING": "installing", "MUI_TEXT_FINISH": "installed", "MUI_TEXT_ABORT": "stopped",
    "MUI_UNTEXT_UNINSTALLING": "removing", "MUI_UNTEXT_FINISH": "removed", "MUI_UNTEXT_ABORT": "removalStopped",
}
OF_WARNINGS = {"MUI_TEXT_ABORTWARNING": "cancel.install", "MUI_UNTEXT_ABORTWARNING": "cancel.uninstall"}


def identifiers(rows):
    """What Windows knows each language by: {tag: identifier}. A second one of a kind, such as easy Japanese, has an own
    variant of it, and so is the second choice of whoever's Windows speaks that language."""
    found = {}
    own = FIRST_OWN_VARIANT
    for row in rows:
        name = row["bcp47"].replace("-", "_")
        known = min((identity for identity, known in locale.windows_locale.items()
                     if identity > LANGUAGE_MASK and (known == name or known.startswith(f"{name}_"))), default=None)
        if known is None:
            sys.exit(f"Windows knows no language {row['bcp47']}")
        if known in found.values():
            known = own | known & LANGUAGE_MASK
            own += 1 << 10
        found[row["tag"]] = known
    return found


def without_ruby(text):
    return RUBY.sub(lambda ruby: f"{ruby[1]}（{ruby[2].replace('.', '')}）", text)


def read_texts(tag):
    lines = (TEXTS / f"installer.{tag}.txt").read_text("utf-8").splitlines()
    return dict(line.split(": ", 1) for line in lines)


def for_nsis(text, values, line_end):
    """As a string of NSIS."""
    def value(name):
        return values[name[1]] if name[1] in values else VARIABLES[name[1]]
    escaped = text.replace("$", "$$").replace('"', '$\\"')
    escaped = re.sub(r"\$\$\{(\w+)\}", value, escaped)
    return without_ruby(escaped).replace("\\n", line_end)


def nlf(row, identity, texts, values):
    lines = ["NLF v6", "# Language", str(identity), "# Font and size", FONTS.get(row["bcp47"], OTHER_FONT),
             str(FONT_SIZE), "# Codepage", "-", "# Right to left", "-"]
    template = TEMPLATE.read_text("utf-8-sig").splitlines()
    strings = template[next(at for at, line in enumerate(template) if line == "# ^Branding"):]
    name = ""
    for line in strings:
        if line.startswith("#"):
            name = line.removeprefix("# ^")
        elif name in OF_NSIS:
            line = for_nsis(texts[OF_NSIS[name]], values, "\\r\\n")
        lines.append(line)
    missing = OF_NSIS.keys() - {line.removeprefix("# ^") for line in strings if line.startswith("#")}
    if missing:
        sys.exit(f"{TEMPLATE} has no {', '.join(sorted(missing))}")
    return lines


def nsh(row, texts, values):
    tag = row["tag"]
    lines = [f'!insertmacro LANGFILE "{tag}" "{tag}" "{without_ruby(row["name"])}" "{tag}"']

    def add(name, identity):
        words = for_nsis(texts[identity], values, "$\\r$\\n")
        lines.append(f'${{LangFileString}} {name} "{words}"')
    for name, start in OF_PAGES.items():
        add(f"{name}_TITLE", f"{start}.title")
        add(f"{name}_SUBTITLE", f"{start}.subtitle")
    for name, identity in OF_WARNINGS.items():
        add(name, identity)
    return lines


def own_strings(tag, texts, values):
    for identity, text in texts.items():
        name = identity.replace(".", "_")
        words = for_nsis(text, values, "$\\r$\\n")
        yield f'LangString {name} ${{LANG_{tag.upper()}}} "{words}"'


def main():
    folder = Path(sys.argv[1])
    values = dict(argument.split("=", 1) for argument in sys.argv[2:])
    languages = json.loads((ROOT / "protocol" / "languages.json").read_text("utf-8"))
    known = identifiers(languages)
    for row in languages:
        tag = row["tag"]
        texts = read_texts(tag)
        # NSIS knows UTF-8 by its mark.
        for ending, lines in (("nlf", nlf(row, known[tag], texts, values)), ("nsh", nsh(row, texts, values))):
            (folder / f"{tag}.{ending}").write_text("\n".join(lines) + "\n", "utf-8-sig")
    # The first is for everybody whose language is none of these.
    tags = sorted(known, key=lambda tag: tag != FOR_EVERYBODY_ELSE)
    lines = [f'!insertmacro MUI_LANGUAGEEX "{folder}" "{tag}"' for tag in tags]
    for tag in tags:
        lines += own_strings(tag, read_texts(tag), values)
    lines += ["!macro LANGUAGE_TAGGED TAG RESULT", '  StrCpy ${RESULT} ""']
    for tag in tags:
        lines += [f'  ${{If}} ${{TAG}} == "{tag}"', f"    StrCpy ${{RESULT}} ${{LANG_{tag.upper()}}}", "  ${EndIf}"]
    lines += ["!macroend", "!macro TAG_OF_LANGUAGE RESULT"]
    for tag in tags:
        lines += [f"  ${{If}} $LANGUAGE = ${{LANG_{tag.upper()}}}", f'    StrCpy ${{RESULT}} "{tag}"', "  ${EndIf}"]
    lines.append("!macroend")
    (folder / "languages.nsh").write_text("\n".join(lines) + "\n", "utf-8-sig")


if __name__ == "__main__":
    main()
