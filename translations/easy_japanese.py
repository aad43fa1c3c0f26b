"""Rules of easy Japanese that a program can check, after the guideline of the Immigration Services Agency and the
Agency for Cultural Affairs: polite form only, nothing vague, one thought a sentence."""

import re

LONGEST_SENTENCE = 50
MOST_COMMAS = 3

KANJI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〆]")
READING = re.compile(r"[\u3041-\u309f\u30a1-\u30ff]+")
RUBY = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")

# Sought in the text without ruby and without the blanks between phrases; what stands in 「」 is the name of a paper or
# a sentence to be said at a counter.
NOT_SAID = {
    "is no easy Japanese": "いらっしゃ|ご覧|申し上げ|伺|ございま|いただ|なさ[いっる]",
    "is vague": "おそれが|と思われます|等(?!取次者)",
    "is a mark that is read in several ways": "[〜～]|\\d/\\d|\\d:\\d\\d",
    "means one more than it says": "より多く|より少なく|を超え|を越え|未満",
    "is said with アルファベット": "英語と数字|英数字|半角|全角",
    "is said with 大きい and 文字, or of no person": "小さい人|大きい人",
    "is no paper": "この紙",
    "is 入れる where one types": "(?<!紙に)書いてください|書くこと|書きます|を入力|入力(する|して|します|でき)|記入",
    "is passive or causative": "(?:され|られ|せられ|させ)(?:ます|ました|ません|て[いくだ])|れませんでした(?<!くれませんでした)",
    "is a double negative": "ないことは|ないわけ|ないと(?:いけ|なり)|なければ(?:なら|なり|いけ)|なくてはな|ないとはかぎ",
    "is no polite form": "(?:(?<!まし)(?<!でし)た|[うくつぬむるぐぶ]|(?<!ま)(?<!で)す|だ|である|ない)。",
    "explains in another way than ＜＝…＞": "（＝|\\(=|＜(?!＝)|《|【",
}
NOT_SAID = {what: re.compile(pattern) for what, pattern in NOT_SAID.items()}
# Some sentences are in English, for computers that can show nothing else.
JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
# A blank follows the particle that ends a phrase.
NO_BLANK = re.compile(r"を(?![ 　\n。、」）＞：？]|$)(?!.*おねがい)")


def sentences(text):
    return re.split(r"[。\n]", text)


def faults(text):
    """What is wrong with a text in easy Japanese, in words; ruby markup is passed over."""
    plain = RUBY.sub(r"\1", text)
    own = re.sub(r"「[^」]*」", "「」", plain)
    said = re.sub(r"[ 　]", "", own)
    for what, pattern in NOT_SAID.items():
        if found := pattern.search(said):
            yield f"「{found[0]}」 {what}"
    if found := NO_BLANK.search(own):
        yield f"no blank behind 「{own[max(0, found.start() - 5):found.end()]}」"
    for sentence in filter(JAPANESE.search, sentences(plain)):
        # Names of papers, and what a word means, are no part of the thought.
        length = len(re.sub(r"「[^」]*」|＜＝[^＞]*＞|[ 　]", "", sentence))
        if length > LONGEST_SENTENCE or sentence.count("、") > MOST_COMMAS:
            yield f"sentence of {length} characters and {sentence.count('、')} commas: {sentence}"


def ruby_faults(text):
    """What is wrong with the furigana of a text, in words."""
    for base, readings in RUBY.findall(text):
        parts = readings.split(".")
        if len(parts) not in (1, len(base)):
            yield f"{{{base}|{readings}}} has {len(parts)} readings for {len(base)} characters"
        if not all(READING.fullmatch(part) for part in parts):
            yield f"{{{base}|{readings}}} is not read in kana"
    rest = RUBY.sub("", text)
    if re.search(r"[{}|]", rest):
        yield "broken ruby markup"
    if bare := KANJI.findall(rest):
        yield f"no furigana on {''.join(bare)}"


def all_faults(text):
    yield from ruby_faults(text)
    yield from faults(text)
