"""Which kana belong to which kanji, and names in Latin letters that know it.

Two vowels are one long vowel only within the reading of one kanji: 東 is tō, but 瀬戸内 is se-to-uchi. The borders are
found with the readings of KANJIDIC (Debian's package kanjidic, 2022.08.23), which is needed for making the tables
only.
"""

import functools
import pathlib
import re

KANJIDIC = pathlib.Path("/usr/share/edict/kanjidic")
BORDER = "．"  # in kana: what stands before and behind it is read apart

VOICED = dict(zip("かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ"))
HALF_VOICED = dict(zip("はひふへほ", "ぱぴぷぺぽ"))
SOUNDS_OF_KANA = {"ケ": "けかが", "ヶ": "けかが", "ツ": "つ", "ノ": "の", "ガ": "が"}
# Read as one, whatever their kanji are read elsewhere.
COMPOUNDS = {"国府": ("こう",), "菅生": ("すごう",), "名生": ("みょう",), "大生": ("おおの",)}
BETWEEN = ("の", "が", "つ")  # read, but not written: 滝上 is たきのうえ
OLD_FORMS = str.maketrans("﨑塚神福都諸諫", "崎塚神福都諸諌")

CUT = 0.1  # of a long vowel, in the cost of a way to read a name
TO_KATAKANA = {ord(c): ord(c) + 0x60 for c in map(chr, range(ord("ぁ"), ord("ゖ") + 1))}

# The syllables whose romaji is not the row's consonant and the column's vowel.
IRREGULAR = {"シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji", "ヂ": "ji", "ヅ": "zu", "ヲ": "o", "ン": "n"}
ROWS = {"": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ", "h": "ハヒフヘホ",
        "m": "マミムメモ", "r": "ラリルレロ", "g": "ガギグゲゴ", "z": "ザジズゼゾ", "d": "ダヂヅデド", "b": "バビブベボ",
        "p": "パピプペポ"}
SYLLABLES = {kana: consonant + vowel for consonant, row in ROWS.items() for kana, vowel in zip(row, "aiueo")}
SYLLABLES |= {"ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa"} | IRREGULAR


def hiragana(katakana):
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in katakana)


def letters(katakana):
    """Katakana letter by letter; a border stays as "'"."""
    text = ""
    for letter in katakana:
        if letter in "ャュョ":
            glide = "" if re.search("(sh|ch|j)i$", text) else "y"
            text = text[:-1] + glide + dict(zip("ャュョ", "auo"))[letter]
        elif letter == BORDER:
            text += "'"
        else:
            text += SYLLABLES.get(letter, "*" if letter == "ッ" else letter)
    return re.sub(r"\*(.)", r"\1\1", text).replace("cch", "tch")


def hepburn(katakana):
    """Romaji as on signs, in small letters: long vowels are short, but not over a border."""
    text = re.sub("n(?=[bmp])", "m", letters(katakana))
    return re.sub("uu", "u", re.sub("o[ou]", "o", text)).replace("'", "")


def with_sound_changes(reading):
    """The reading as it may sound behind or before another one: かわ, がわ; こく, こっ."""
    for begin in {reading[0], VOICED.get(reading[0]), HALF_VOICED.get(reading[0])} - {None}:
        whole = begin + reading[1:]
        yield whole
        if len(whole) > 1 and whole[-1] in "ちつくき":
            yield whole[:-1] + "っ"
        if len(whole) > 1 and whole[-1] in "うい":
            yield whole[:-1]  # 東風 こち, 本荘 ...じょ


def is_kana(character):
    return "ぁ" <= character <= "ヿ"


def is_long(before, behind):
    """True where the vowels that meet would be written as one."""
    ends = [hiragana(kana).translate(TO_KATAKANA) for kana in (before[-2:], behind[:2])]
    return letters(ends[0].lstrip("ャュョ"))[-1:] + letters(ends[1])[:1] in ("oo", "ou", "uu")


@functools.cache
def kanjidic():
    readings = {}
    for line in KANJIDIC.read_bytes().decode("euc_jp", "replace").splitlines():
        if line.startswith("#") or not line:
            continue
        found = set()
        for word in re.sub("{[^}]*}", "", line).split()[1:]:
            word = hiragana(word.strip("-"))
            if re.fullmatch("[ぁ-んー.]+", word):
                stem, _, inflection = word.partition(".")
                found |= {stem + inflection[:length] for length in range(len(inflection) + 1)}
        readings[line[0]] = {sound for reading in found if reading for sound in with_sound_changes(reading)}
    return readings


def pieces(name, kana):
    """The kana cut so that each piece belongs to one kanji, or to a run that cannot be told apart.

    name: kanji and kana, kana: hiragana. The cheapest way through: a known reading costs nothing, a kana between two
    kanji 1, a kanji that is read in a way of its own 4 and 1 a kana. Of two ways that cost the same counts the one
    that cuts no long vowel: 相馬 is そう-ま, not そ-うま.
    """
    known = kanjidic()
    name = name.translate(OLD_FORMS)

    def joined(part, kind, cost, rest):
        cut = bool(rest[1]) and is_long(part, rest[1][0][0])
        return (cost + CUT * cut + rest[0], ((part, kind), *rest[1]))

    @functools.cache
    def best(at, begin):
        if at == len(name):
            return (0, ()) if begin == len(kana) else None
        candidates = []
        character = name[at - 1] if name[at] == "々" and at else name[at]
        if is_kana(character):
            sounds = set(SOUNDS_OF_KANA.get(character, "")) | {hiragana(character)}
        else:
            sounds = known.get(character, set())
        for sound in COMPOUNDS.get(name[at:at + 2], ()):
            rest = best(at + 2, begin + len(sound)) if kana.startswith(sound, begin) else None
            if rest:
                candidates.append(joined(sound, "kanji", 0, rest))
        for end in range(begin + 1, min(len(kana), begin + 7) + 1):
            part = kana[begin:end]
            own = 0 if part in sounds else 4 + len(part)
            rest = best(at + 1, end)
            if rest:
                kind = "unknown" if own else "kana" if is_kana(name[at]) else "kanji"
                candidates.append(joined(part, kind, own, rest))
            if part in BETWEEN and at:
                rest = best(at, end)
                if rest:
                    candidates.append(joined(part, "between", 1, rest))
        return min(candidates, key=lambda candidate: candidate[0], default=None)

    found = best(0, 0)
    return list(found[1]) if found else [(kana, "unknown")]


def with_borders(name, katakana):
    """The katakana with a border wherever two kanji meet in what would otherwise be read as one long vowel."""
    result = ""
    position = 0
    kind_before = "kana"
    for part, kind in pieces(name, hiragana(katakana)):
        sound = katakana[position:position + len(part)]
        known = "unknown" not in (kind_before, kind) and (kind_before, kind) != ("kana", "kana")
        if known and is_long(result, sound):
            result += BORDER
        result += sound
        position += len(part)
        kind_before = kind
    return result
