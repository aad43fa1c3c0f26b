#!/usr/bin/env python3
"""Checks definitions of forms, lists of codes and other data with texts against their schema.

usage: check_forms.py [--schema SCHEMA] [--languages-of FOLDER] FILE...

Prints "file: place: fault" for each, and ends with 1 where there is any. SCHEMA is form.schema.json where none is
given. FOLDER holds the program's translations, madoguchi_<tag>.ts: all "texts" need each of these languages and no
other, and furigana where the language has it. Words of a form, NAME.words.json, are held against the form beside them.
"""

import argparse
import json
import pathlib
import sys

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "translations"))
import easy_japanese  # noqa: E402
import ids_of_program  # noqa: E402


def place(path):
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else ("." if text else "") + str(step)
    return text or "the file"


def schema_faults(validator, content):
    for error in sorted(validator.iter_errors(content), key=lambda error: place(error.absolute_path)):
        yield place(error.absolute_path), error.message


def texts_of(node, path=()):
    """Place and words of everything that is said in all languages: the member "texts" of an entry, or, where it holds
    texts by their ids, each of these."""
    if isinstance(node, list):
        for index, child in enumerate(node):
            yield from texts_of(child, (*path, index))
    elif isinstance(node, dict):
        for name, child in node.items():
            if name != "texts":
                yield from texts_of(child, (*path, name))
            elif all(isinstance(words, dict) for words in child.values()):
                yield from (((*path, name, identity), words) for identity, words in child.items())
            else:
                yield (*path, name), child


def language_faults(content, languages):
    ruby = {row["tag"] for row in json.loads((ROOT / "protocol/languages.json").read_text("utf-8")) if row["ruby"]}
    for path, words in texts_of(content):
        for tag in sorted(set(languages) ^ set(words)):
            what = "lacks the language" if tag in languages else "has a language that the program does not have:"
            yield place(path), f"{what} {tag}"
        for tag in sorted(ruby & set(words)):
            yield from ((place((*path, tag)), fault) for fault in easy_japanese.all_faults(words[tag]))


def words_faults(content, form):
    """A form's own words are those that it is shown with, no more and no less."""
    own = [code for code in ids_of_program.codes_of_form(form) if not code.startswith("WZBAM")]
    wanted = {*ids_of_program.ids_of_form(form), *(f"fieldError.{code}" for code in own)}
    wanted -= {"value.yesNo.yes", "value.yesNo.no"}  # of every form
    there = set(content["texts"])
    wanted |= there & set(ids_of_program.optional_ids_of_form(form))
    for identity in sorted(wanted - there):
        yield "texts", f"{identity} is missing"
    for identity in sorted(there - wanted):
        if identity.rpartition(".")[0] not in wanted:  # a variant: field.reason.label.change
            yield f"texts.{identity}", "is for nothing in the form"


def faults(validator, file, languages):
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        return [("the file", str(error))]
    found = list(schema_faults(validator, content))
    if not found and languages:
        found = list(language_faults(content, languages))
    if not found and "words" in content:
        form = json.loads(file.with_name(f"{content['words']}.json").read_text(encoding="utf-8"))
        found = list(words_faults(content, form))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--schema", type=pathlib.Path, default=HERE / "form.schema.json")
    parser.add_argument("--languages-of", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("files", type=pathlib.Path, nargs="+", metavar="FILE")
    options = parser.parse_args()
    languages = []
    if options.languages_of:
        languages = [path.stem.split("_")[1] for path in options.languages_of.glob("madoguchi_*.ts")]
        if not languages:
            sys.exit(f"{options.languages_of}: no translations")
    validator = jsonschema.Draft202012Validator(json.loads(options.schema.read_text(encoding="utf-8")))
    good = True
    for file in options.files:
        for where, fault in faults(validator, file, languages):
            print(f"{file}: {where}: {fault}")
            good = False
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
