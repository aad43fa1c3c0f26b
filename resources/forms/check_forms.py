#!/usr/bin/env python3
"""Checks definitions of forms and lists of codes against form.schema.json.

usage: check_forms.py [--languages-of FOLDER] FILE...

Prints "file: place: fault" for each, and ends with 1 where there is any. FOLDER holds the program's translations,
madoguchi_<tag>.ts: every entry of a list needs a text in each of these languages and in no other.
"""

import json
import pathlib
import sys

import jsonschema

SCHEMA = pathlib.Path(__file__).with_name("form.schema.json")


def place(path):
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else ("." if text else "") + str(step)
    return text or "the file"


def schema_faults(validator, content):
    for error in sorted(validator.iter_errors(content), key=lambda error: place(error.absolute_path)):
        yield place(error.absolute_path), error.message


def language_faults(content, languages):
    for index, entry in enumerate(content.get("entries", [])):
        for tag in sorted(set(languages) ^ set(entry["texts"])):
            what = "lacks the language" if tag in languages else "has a language that the program does not have:"
            yield f"entries[{index}].texts", f"{what} {tag}"


def faults(validator, file, languages):
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        return [("the file", str(error))]
    found = list(schema_faults(validator, content))
    if not found and languages:
        found = list(language_faults(content, languages))
    return found


def main(arguments):
    languages = []
    if arguments[:1] == ["--languages-of"]:
        languages = [path.stem.split("_")[1] for path in pathlib.Path(arguments[1]).glob("madoguchi_*.ts")]
        if not languages:
            sys.exit(f"{arguments[1]}: no translations")
        arguments = arguments[2:]
    if not arguments:
        sys.exit(__doc__)
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    good = True
    for name in arguments:
        for where, fault in faults(validator, pathlib.Path(name), languages):
            print(f"{name}: {where}: {fault}")
            good = False
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
