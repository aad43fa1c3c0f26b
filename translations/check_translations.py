#!/usr/bin/env python3
"""Checks the texts of all languages; prints what is wrong and fails.

  check_translations.py              the texts, and that the program uses every one of them and no other
  check_translations.py --texts      only the texts (this runs in every build)
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

ROOT = Path(__file__).resolve().parent.parent
PLURAL_FORMS = {"ja": 1, "easy": 1, "en": 2}
KANJI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆]")
RUBY = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
READING = re.compile(r"[\u3041-\u309f\u30a1-\u30ff]+")
NAMED_PLACEHOLDERS = {"%year", "%month", "%namedMonth", "%day", "%kanji", "%kana", "%romaji"}

# Easy Japanese, after the guideline of the Immigration Services Agency and the Agency for Cultural
# Affairs: polite form only, nothing vague, one thought a sentence.
HARD_WORDS = re.compile("いらっしゃ|ご覧|申し上げ|伺|ございま|いただ|なさ[いっる]|おそれが|と思われます|〜|～")
LONGEST_SENTENCE = 50
MOST_COMMAS = 3

problems = []


def wrong(place, what):
    problems.append(f"{place}: {what}")


def read_texts(tag):
    """id -> its forms (several where the number decides)."""
    texts = {}
    tree = ElementTree.parse(ROOT / "translations" / f"madoguchi_{tag}.ts")
    for message in tree.iter("message"):
        identity = message.get("id")
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.findall("numerusform")]
        if message.get("numerus") == "yes" and len(forms) != PLURAL_FORMS[tag]:
            wrong(f"{tag} {identity}", f"{len(forms)} plural forms instead of {PLURAL_FORMS[tag]}")
        if translation.get("type") == "unfinished":
            wrong(f"{tag} {identity}", "is unfinished")
        if identity in texts:
            wrong(f"{tag} {identity}", "stands there twice")
        texts[identity] = forms or [translation.text or ""]
    return texts


def placeholders(text):
    return sorted(re.findall(r"%(?:\d|n(?![A-Za-z]))", text))


def check_placeholders(tag, identity, text):
    for named in re.findall(r"%[A-Za-z]{2,}", text):
        if named not in NAMED_PLACEHOLDERS:
            wrong(f"{tag} {identity}", f"unknown placeholder {named}")


def check_easy(place, text):
    for base, readings in RUBY.findall(text):
        parts = readings.split(".")
        if len(parts) not in (1, len(base)):
            wrong(place, f"{{{base}|{readings}}} has {len(parts)} readings for {len(base)} characters")
        if not all(READING.fullmatch(part) for part in parts):
            wrong(place, f"{{{base}|{readings}}} is not read in kana")
    rest = RUBY.sub("", text)
    if re.search(r"[{}|]", rest):
        wrong(place, "broken ruby markup")
    if bare := KANJI.findall(rest):
        wrong(place, f"no furigana on {''.join(bare)}")
    plain = RUBY.sub(r"\1", text)
    if hard := HARD_WORDS.search(plain):
        wrong(place, f"「{hard[0]}」 is no easy Japanese")
    for sentence in re.split(r"[。\n]", plain):
        # Names of papers, and what a word means, are no part of the thought.
        length = len(re.sub(r"「[^」]*」|＜＝[^＞]*＞|[ 　]", "", sentence))
        if length > LONGEST_SENTENCE or sentence.count("、") > MOST_COMMAS:
            wrong(place, f"sentence of {length} characters and {sentence.count('、')} commas: {sentence}")


def check_texts(texts):
    for tag in texts:
        for other in texts:
            for identity in sorted(texts[other].keys() - texts[tag].keys()):
                wrong(f"{tag} {identity}", f"is missing ({other} has it)")
        for identity, forms in texts[tag].items():
            for text in forms:
                if not text.strip():
                    wrong(f"{tag} {identity}", "is empty")
                check_placeholders(tag, identity, text)
                expected = placeholders(texts["ja"].get(identity, forms)[0])
                if placeholders(text) != expected:
                    wrong(f"{tag} {identity}", f"placeholders {placeholders(text)} instead of {expected}")
                if tag == "easy":
                    check_easy(f"easy {identity}", text)
                elif re.search(r"[{}|]", text):
                    wrong(f"{tag} {identity}", "has ruby markup")


def check_files():
    """Terms of use and mails: furigana in easy Japanese, the same paragraphs everywhere."""
    for pattern in ("resources/terms/*.easy.txt", "translations/mail/*.easy.txt"):
        for easy in sorted(ROOT.glob(pattern)):
            for number, line in enumerate(easy.read_text("utf-8").splitlines(), 1):
                check_easy(f"{easy.relative_to(ROOT)}:{number}", re.sub(r"\$\{\w+\}", "", line))
            paragraphs = {}
            for tag in PLURAL_FORMS:
                other = easy.with_name(easy.name.replace(".easy.", f".{tag}."))
                text = other.read_text("utf-8")
                names = tuple(sorted(set(re.findall(r"\$\{\w+\}", text))))
                count = text.strip().count("\n\n") if "terms" in pattern else 0
                paragraphs.setdefault((count, names), []).append(other.name)
            if len(paragraphs) > 1:
                wrong(easy.parent.relative_to(ROOT), f"not the same in all languages: {paragraphs}")


def literals_of_code():
    found = set()
    for source in sorted((ROOT / "app").rglob("*.cpp")) + sorted((ROOT / "app").rglob("*.h")):
        code = re.sub(r"^\s*//.*$", "", source.read_text("utf-8"), flags=re.M)
        found |= set(re.findall(r'"([A-Za-z0-9.%]+)"', code))
    return found


def composed_ids():
    """Ids that the program puts together, by what it puts them together from."""
    form = json.loads((ROOT / "resources/forms/registration.json").read_text("utf-8"))
    codes = set()
    for field in form["fields"]:
        yield f"field.{field['id']}.label"
        yield f"field.{field['id']}.hint"
        for choice in field.get("choices", []):
            yield f"value.{field['id']}.{choice}"
        codes |= set(field["codes"].values())
    for code in sorted(codes):
        yield f"fieldError.{code}"
        yield f"message.{code}.text"
        yield f"message.{code}.remedy"
    table = (ROOT / "app/core/failure_code.cpp").read_text("utf-8")
    for name in re.findall(r'Row\{FailureCode::\w+, "[^"]+", "(\w+)"\}', table):
        for part in ("title", "text", "remedy"):
            yield f"failure.{name}.{part}"


def check_ids(texts):
    known = set(texts["ja"])
    literals = literals_of_code()
    code = "".join(path.read_text("utf-8") for path in (ROOT / "app").rglob("*.cpp"))
    wanted = set(re.findall(r'qtTrId\("([^"]+)"', code)) | set(composed_ids())
    for identity in sorted(wanted - known):
        wrong(identity, "is used by the program and has no text")
    # "a.%1.b" stands for all a.x.b, "a.b." for all that begin so, ".c" for a variant of another id.
    patterns = [re.compile(re.sub(r"%\d", "[^.]+", one.replace(".", r"\.")) + (".+" if one.endswith(".") else ""))
                for one in literals if "." in one and ("%" in one or one.endswith("."))]
    suffixes = tuple(one for one in literals if one.startswith(".") and len(one) > 1)

    def used(identity):
        if identity in literals or any(pattern.fullmatch(identity) for pattern in patterns):
            return True
        return any(identity.endswith(end) and used(identity[: -len(end)]) for end in suffixes)

    for identity in sorted(known):
        if not used(identity):
            wrong(identity, "is not used by the program")


def hiragana(text):
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in text)


def list_readings(texts):
    lines = {}
    for identity, forms in texts["easy"].items():
        for text in forms:
            for line in text.splitlines():
                if RUBY.search(line):
                    lines[line] = identity
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
    parser.add_argument("--texts", action="store_true")
    parser.add_argument("--readings", action="store_true")
    options = parser.parse_args()
    texts = {tag: read_texts(tag) for tag in PLURAL_FORMS}
    if options.readings:
        list_readings(texts)
        return 0
    check_texts(texts)
    check_files()
    if not options.texts:
        check_ids(texts)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
