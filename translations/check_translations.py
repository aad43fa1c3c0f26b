#!/usr/bin/env python3
"""Checks the texts of all languages; prints what is wrong and fails.

  check_translations.py              the texts, and that the program uses every one of them and no other
  check_translations.py --texts      the texts, and that none is missing for what can go wrong (runs in every build)
  check_translations.py --files      only that each language has its files (runs when the build is configured)
  check_translations.py --readings   lists readings that MeCab (mecab-ipadic-utf8) has otherwise, to be
                                     gone through by a person: it is right about most words, not all
"""
import argparse
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import easy_japanese
import ids_of_program

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE_LIST = "protocol/languages.json"
PUBLISHED_API = "backend/openapi.json"
POLICY = "packaging/client/client.schema.json"
# Where operators and people at a command line read which languages there are.
NAMED_IN = ("docs/policy.md", "packaging/man/madoguchi.1", "packaging/man/madoguchi-client.json.5", "packaging/completions/madoguchi")
# Texts in lines "id: words": pages of the service, the installer for Windows.
ID_TEXTS = ("translations/pages", "translations/installer")
GUIDE = "docs/user-guide"
# By tag, in the order of the list. The first is what the others are compared with.
ROWS = json.loads((ROOT / LANGUAGE_LIST).read_text("utf-8"))
LANGUAGES = {row["tag"]: row for row in ROWS}
RUBY_LANGUAGES = [tag for tag, row in LANGUAGES.items() if row["ruby"]]
RUBY = easy_japanese.RUBY
NAMED_PLACEHOLDERS = {"%year", "%month", "%namedMonth", "%day", "%date", "%hour", "%clockHour", "%minute", "%kanji", "%kana", "%read", "%romaji", "%helpDesk"}
# Who is told to ask the help desk is told how, there (app/kit/texts.h).
HELP_DESK = re.compile("ヘルプデスク|help ?desk", re.I)
HELP_DESK_LINE = "\n%helpDesk"
QUOTED = re.compile('「([^」]*)」|"([^"]*)"|“([^”]*)”')
JAPANESE = re.compile("[ぁ-ヿ一-鿿]")

# A text with one of these behind its id takes the place of the other one there (app/core/language.h).
SYSTEMS = ("windows",)
# What means nothing to somebody with Windows, and where it may stand: Windows has no such boxes.
OF_LINUX = re.compile(r"pcscd|\bapt\b|Debian|Flatpak|Snap\b|ulimit|memlock|modprobe|systemctl|polkit|Linux")
NEVER_ON_WINDOWS = ("failure.sandboxed.",)

problems = []


def wrong(place, what):
    problems.append(f"{place}: {what}")


def check_files_of_languages():
    """Each language of the list has its files, and no file is of another language."""
    if len(ROWS) != len(LANGUAGES):
        wrong(LANGUAGE_LIST, "has a language twice")
    kinds = sorted({f"{folder}/{path.name.split('.')[0]}" for folder in ("translations/mail", *ID_TEXTS)
                    for path in (ROOT / folder).glob("*.txt")})
    wanted = {f"{place}.{tag}.txt" for tag in LANGUAGES for place in ["resources/terms/terms", *kinds]}
    wanted |= {f"translations/madoguchi_{tag}.ts" for tag in LANGUAGES} | {f"{GUIDE}/{tag}.md" for tag in LANGUAGES}
    there = {str(path.relative_to(ROOT)) for pattern in ("translations/*.ts", f"{GUIDE}/*.md", "translations/mail/*.txt", "resources/terms/*.txt",
                                                        *(f"{folder}/*.txt" for folder in ID_TEXTS)) for path in ROOT.glob(pattern)}
    for name in sorted(wanted - there):
        wrong(name, f"is missing for a language of {LANGUAGE_LIST}")
    for name in sorted(there - wanted):
        wrong(name, f"is of no language of {LANGUAGE_LIST}")
    api = json.loads((ROOT / PUBLISHED_API).read_text("utf-8"))
    published = api["components"]["schemas"]["Language"]["enum"]
    if published != list(LANGUAGES):
        wrong(PUBLISHED_API, f"the schema Language is {published}")
    policy = (ROOT / POLICY).read_text("utf-8")
    for languages in (json.dumps(list(LANGUAGES)), f'"required": {json.dumps(list(LANGUAGES))}'):
        if languages not in policy:
            wrong(POLICY, f"has no {languages}")
    for name in NAMED_IN:
        text = (ROOT / name).read_text("utf-8")
        if not re.search(r"\b" + r"`?,? (?:and )?`?".join(LANGUAGES) + r"\b", text):
            wrong(name, f"does not name {', '.join(LANGUAGES)}, in this order")


def read_texts(tag):
    """id -> its forms (several where the number decides)."""
    texts = {}
    plural_forms = LANGUAGES[tag]["pluralForms"]
    tree = ElementTree.parse(ROOT / "translations" / f"madoguchi_{tag}.ts")
    for message in tree.iter("message"):
        identity = message.get("id")
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.findall("numerusform")]
        if message.get("numerus") == "yes" and len(forms) != plural_forms:
            wrong(f"{tag} {identity}", f"{len(forms)} plural forms instead of {plural_forms}")
        if translation.get("type") == "unfinished":
            wrong(f"{tag} {identity}", "is unfinished")
        if identity in texts:
            wrong(f"{tag} {identity}", "stands there twice")
        texts[identity] = forms or [translation.text or ""]
    if texts.get("language.tag") != [tag]:
        wrong(f"{tag} language.tag", f"is {texts.get('language.tag')}")
    return texts


def placeholders(text):
    return sorted(re.findall(r"%(?:\d|n(?![A-Za-z]))", text))


def check_placeholders(tag, identity, text):
    for named in re.findall(r"%[A-Za-z]{2,}", text):
        if named not in NAMED_PLACEHOLDERS:
            wrong(f"{tag} {identity}", f"unknown placeholder {named}")


def check_easy(place, text):
    for fault in easy_japanese.all_faults(text):
        wrong(place, fault)


def is_japanese(tag):
    return LANGUAGES[tag]["bcp47"] == "ja"


def check_is_own(tag, identity, text, texts):
    """Of another language than Japanese, and with the line that the others have."""
    for other in texts:
        there = texts[other].get(identity, [])
        if text in there and is_japanese(other) and not is_japanese(tag) and JAPANESE.search(text):
            wrong(f"{tag} {identity}", f"is the text of {other}")
        if there and there[0].endswith(HELP_DESK_LINE) and not text.endswith(HELP_DESK_LINE):
            wrong(f"{tag} {identity}", f"does not end with a line %helpDesk ({other} does)")


def check_texts(texts):
    first = texts[next(iter(LANGUAGES))]
    for tag in texts:
        for other in texts:
            for identity in sorted(texts[other].keys() - texts[tag].keys()):
                wrong(f"{tag} {identity}", f"is missing ({other} has it)")
        for identity, forms in texts[tag].items():
            for text in forms:
                if not text.strip():
                    wrong(f"{tag} {identity}", "is empty")
                check_placeholders(tag, identity, text)
                if HELP_DESK.search(text.replace("%helpDesk", "")) and not identity.startswith(("help.desk.", "glossary.")):
                    if not text.endswith(HELP_DESK_LINE):
                        wrong(f"{tag} {identity}", "names the help desk and does not end with a line %helpDesk")
                check_is_own(tag, identity, text, texts)
                expected = placeholders(first.get(identity, forms)[0])
                if placeholders(text) != expected:
                    wrong(f"{tag} {identity}", f"placeholders {placeholders(text)} instead of {expected}")
                if tag in RUBY_LANGUAGES:
                    check_easy(f"{tag} {identity}", text)
                elif re.search(r"[{}|]", text):
                    wrong(f"{tag} {identity}", "has ruby markup")


def check_systems(texts):
    """Nobody is told to do on one system what can be done on another only."""
    for tag, known in texts.items():
        for identity, forms in known.items():
            base, _, system = identity.rpartition(".")
            if system in SYSTEMS and base not in known:
                wrong(f"{tag} {identity}", f"there is no {base}")
            elif OF_LINUX.search("".join(forms)) and not identity.startswith(NEVER_ON_WINDOWS):
                if system in SYSTEMS or f"{identity}.windows" not in known:
                    wrong(f"{tag} {identity}", "speaks of Linux, and there is no other text for Windows")


def check_prose():
    """Terms of use and mails: furigana where the language has it, the same paragraphs everywhere."""
    prose = {}
    own = {}
    for path in sorted(ROOT.glob("resources/terms/*.txt")) + sorted(ROOT.glob("translations/mail/*.txt")):
        kind, tag, _ = path.name.split(".")
        text = path.read_text("utf-8")
        own.setdefault((kind, is_japanese(tag)), []).append((path, text))
        if tag in RUBY_LANGUAGES:
            for number, line in enumerate(text.splitlines(), 1):
                check_easy(f"{path.relative_to(ROOT)}:{number}", re.sub(r"\$\{\w+\}", "", line))
        names = tuple(sorted(set(re.findall(r"\$\{\w+\}", text))))
        count = text.strip().count("\n\n") if kind == "terms" else 0
        prose.setdefault((path.parent.relative_to(ROOT), kind), {}).setdefault((count, names), []).append(path.name)
    for (kind, japanese), files in own.items():
        there = [text for _, text in own.get((kind, True), [])]
        for path, text in [] if japanese else files:
            if text in there:
                wrong(path.relative_to(ROOT), "is the Japanese text")
    for (folder, _), paragraphs in prose.items():
        if len(paragraphs) > 1:
            wrong(folder, f"not the same in all languages: {paragraphs}")


def check_id_texts(folder):
    """The same ids in every language, each with words and the same ${names}, and furigana where the language has it."""
    for kind in sorted({path.name.split(".")[0] for path in ROOT.glob(f"{folder}/*.txt")}):
        texts = {}
        for tag in LANGUAGES:
            texts[tag] = {}
            path = f"{folder}/{kind}.{tag}.txt"
            for number, line in enumerate((ROOT / path).read_text("utf-8").splitlines(), 1):
                identity, mark, words = line.partition(": ")
                if not mark or not words.strip() or identity in texts[tag]:
                    wrong(f"{path}:{number}", "is no line \"id: words\" of an id that is there once")
                own = re.sub(r"\$\{\w+\}", "", words)
                if tag in RUBY_LANGUAGES:
                    for part in own.split("\\n"):
                        check_easy(f"{path}:{number}", part)
                elif re.search(r"[{}|]", own):
                    wrong(f"{path}:{number}", "has ruby markup")
                texts[tag][identity] = sorted(set(re.findall(r"\$\{\w+\}", words)))
        everywhere = set().union(*texts.values())
        for tag, known in texts.items():
            for identity in sorted(everywhere - known.keys()):
                wrong(f"{folder}/{kind}.{tag}.txt", f"{identity} is missing")
            for identity, names in known.items():
                if names != next(iter(texts.values())).get(identity, names):
                    wrong(f"{folder}/{kind}.{tag}.txt", f"{identity} has not the names of the other languages")


def check_quoted(texts):
    """What mails and pages of the service quote stands in the program, letter by letter, where one looks for it; or on a
    page, for who is there or is led there by the mail's link."""
    for tag, known in texts.items():
        program = {form for forms in known.values() for form in forms}
        pages, mails = ({path: path.read_text("utf-8") for path in sorted(ROOT.glob(f"translations/{folder}/*.{tag}.txt"))}
                        for folder in ("pages", "mail"))
        of_pages = {line.partition(": ")[2] for text in pages.values() for line in text.splitlines()}
        for path, text in (pages | mails).items():
            there = program | of_pages if path in pages or "${link}" in text else program
            for number, line in enumerate(text.splitlines(), 1):
                for quoted in map("".join, QUOTED.findall(line)):
                    if re.search(r"\w", quoted) and quoted not in there:  # else it is a mark, as "!"
                        wrong(f"{path.relative_to(ROOT)}:{number}", f"quotes {quoted}, which is not there")


def markup_of_html(line):
    """<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby> -> {漢字|かん.じ}"""
    return re.sub(r"<ruby>(.*?)</ruby>", lambda ruby: "{%s|%s}" % (
        re.sub(r"<rt>.*?</rt>", "", ruby[1]), ".".join(re.findall(r"<rt>(.*?)</rt>", ruby[1]))), line)


def check_guide():
    """The user guide: in every language the same chapters for the same places, with as many pictures."""
    shapes = {}
    for tag in LANGUAGES:
        path = f"{GUIDE}/{tag}.md"
        shape = []
        for number, line in enumerate((ROOT / path).read_text("utf-8").splitlines(), 1):
            picture = re.fullmatch(r"!\[(.+)\]\((.+)\)", line)
            if picture and not (ROOT / GUIDE / picture[2]).is_file():
                wrong(f"{path}:{number}", f"there is no {picture[2]}")
            if picture or line.startswith(("#", "<!--")):
                shape.append(line if line.startswith("<!--") else line[:2])
            words = markup_of_html(line)
            if tag not in RUBY_LANGUAGES:
                if words != line:
                    wrong(f"{path}:{number}", "has ruby")
            elif not picture and not line.startswith("<!--"):  # the words under a picture are only heard
                check_easy(f"{path}:{number}", re.sub(r"^(#+|-|\d+\.) ", "", words))
        shapes.setdefault(tuple(shape), []).append(path)
    if len(shapes) > 1:
        wrong(GUIDE, f"not the same chapters and pictures in all languages: {list(shapes.values())}")


def check_composed(texts):
    """No text is missing for what the program puts its ids together from."""
    wanted = set()
    try:
        wanted.update(ids_of_program.composed_ids(ROOT))
    except (ids_of_program.Unreadable, OSError) as fault:
        wrong("the program's lists", fault)
    for tag, known in texts.items():
        for identity in sorted(wanted - known.keys()):
            wrong(f"{tag} {identity}", "is used by the program and has no text")
    return wanted


def check_ids(texts, composed):
    """The program uses every text, and has one for every id."""
    known = set().union(*texts.values())
    for identity in sorted(set(ids_of_program.whole_ids(ROOT, known)) - known):
        wrong(identity, "is used by the program and has no text")
    patterns = ids_of_program.Patterns(ROOT)
    for pattern, matches in sorted(patterns.families.items()):
        if any(map(matches.fullmatch, known)) and not any(map(matches.fullmatch, composed)):
            wrong(pattern, "is put together by the program, and ids_of_program.py does not know from what")
    for identity in sorted(known):
        if not patterns.use(re.sub(rf"\.({'|'.join(SYSTEMS)})$", "", identity)):
            wrong(identity, "is not used by the program")


def hiragana(text):
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)


def list_readings(texts):
    lines = {}
    for tag in RUBY_LANGUAGES:
        for identity, forms in texts[tag].items():
            for text in forms:
                lines.update((line, identity) for line in text.splitlines() if RUBY.search(line))
    bases = [re.sub(r"[ 　]", "", RUBY.sub(r"\1", line)) for line in lines]
    answer = subprocess.run(["mecab", "-F%f[7]", "-U%m", "-E\n"], input="\n".join(bases) + "\n",
                            capture_output=True, text=True, check=True).stdout.splitlines()
    different = 0
    for (line, identity), base, theirs in zip(lines.items(), bases, answer):
        ours = re.sub(r"[ 　]", "", RUBY.sub(lambda found: found[2].replace(".", ""), line))
        if hiragana(ours) != hiragana(theirs):
            different += 1
            print(f"{identity}\n  {base}\n  ours  {hiragana(ours)}\n  MeCab {hiragana(theirs)}")
    print(f"{different} of {len(lines)} lines are read otherwise")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", action="store_true")
    parser.add_argument("--texts", action="store_true")
    parser.add_argument("--readings", action="store_true")
    options = parser.parse_args()
    check_files_of_languages()
    if not options.files and not problems:  # without its files there is nothing to read
        texts = {tag: read_texts(tag) for tag in LANGUAGES}
        if options.readings:
            list_readings(texts)
            return 0
        check_texts(texts)
        check_systems(texts)
        check_prose()
        for folder in ID_TEXTS:
            check_id_texts(folder)
        check_quoted(texts)
        check_guide()
        composed = check_composed(texts)
        if not options.texts:
            check_ids(texts, composed)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
