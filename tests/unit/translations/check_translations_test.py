"""The check of the texts finds what is missing, by name: tried on copies of the project that are broken on purpose."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
# What the check reads.
FOLDERS = ("app", "backend", "cmake", "docs/user-guide", "forms", "packaging/client", "packaging/completions", "packaging/man",
           "protocol", "resources/forms", "resources/terms", "translations")
# Where operators and people at a command line read of the languages, in the words of each.
NAMED_IN = {"docs/policy.md": "`ja`, `easy`, `en`", "packaging/man/madoguchi.1": "ja, easy, en",
            "packaging/man/madoguchi-client.json.5": "ja, easy, en", "packaging/completions/madoguchi": "ja easy en"}
POLICY = "packaging/client/client.schema.json"
LANGUAGES = [row["tag"] for row in json.loads((ROOT / "protocol/languages.json").read_text("utf-8"))]

CONFIGURATION = """cmake_minimum_required(VERSION 3.25)
project(languages NONE)
include(cmake/Languages.cmake)
message(STATUS "languages: ${MADOGUCHI_LANGUAGES}")
"""


class CheckTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.copy = pathlib.Path(cls.folder.name)
        for folder in FOLDERS:
            shutil.copytree(ROOT / folder, cls.copy / folder, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "docs/policy.md", cls.copy / "docs")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def write(self, path, text):
        """Until the end of the test."""
        file = self.copy / path
        before = file.read_bytes() if file.exists() else None
        self.addCleanup(lambda: file.unlink() if before is None else file.write_bytes(before))
        file.write_text(text, "utf-8")

    def change(self, path, before, after):
        text = (self.copy / path).read_text("utf-8")
        self.assertIn(before, text)
        self.write(path, text.replace(before, after, 1))

    def remove_texts(self, *identities, languages=LANGUAGES):
        for tag in languages:
            path = f"translations/madoguchi_{tag}.ts"
            text = (self.copy / path).read_text("utf-8")
            for identity in identities:
                text, count = re.subn(rf'    <message id="{re.escape(identity)}".*?</message>\n', "", text, flags=re.S)
                self.assertEqual(count, 1, f"{tag} {identity}")
            self.write(path, text)

    def add_text(self, identity, text):
        for tag in LANGUAGES:
            self.change(f"translations/madoguchi_{tag}.ts", "</context>",
                        f'<message id="{identity}"><translation>{text}</translation></message></context>')

    def check(self, *options):
        """What is wrong, line by line."""
        run = subprocess.run([sys.executable, "-B", self.copy / "translations/check_translations.py", *options],
                             capture_output=True, text=True, check=False)
        said = run.stderr.splitlines()
        self.assertEqual(run.returncode, 1 if said else 0, run.stderr)
        self.assertNotIn("Traceback", run.stderr)
        return said

    def assert_found(self, *places, options=("--texts",)):
        said = self.check(*options)
        for place in places:
            self.assertTrue(any(line.startswith(f"{place}: ") or f" {place}: " in line for line in said),
                            f"{place} is not in {said}")
        return said

    def configure(self):
        self.write("CMakeLists.txt", CONFIGURATION)
        with tempfile.TemporaryDirectory() as build:
            return subprocess.run(["cmake", "-S", self.copy, "-B", build], capture_output=True, text=True, check=False)

    def test_nothing_is_wrong_with_the_project(self):
        self.assertEqual(self.check(), [])

    def test_no_failure_escapes(self):
        names = re.findall(r'^\| MG-\d+(?: \(WZBAM\d+E\))? \| (\w+) \|',
                           (ROOT / "docs/failure-codes.md").read_text("utf-8"), re.M)
        self.assertGreater(len(names), 40)
        for part in ("title", "text", "remedy"):
            with self.subTest(part):
                gone = [f"failure.{name}.{part}" for name in names]
                self.remove_texts(*gone)
                self.assert_found(*gone)
                self.doCleanups()

    def test_easy_japanese_is_easy(self):
        sys.path.insert(0, str(ROOT / "translations"))
        import easy_japanese

        for text in ("カードが 1{枚|まい}より {多|おお}く あります", "6から 16{文字|もじ}の {英語|えい.ご}と {数字|すう.じ}",
                     "{小|ちい}さい {人|ひと}は だめです", "この {紙|かみ}を {見|み}て ください", "{名前|な.まえ}を {書|か}いて ください",
                     "{名前|な.まえ}を {入力|にゅう.りょく}して ください", "{数字|すう.じ}が {押|お}されませんでした",
                     "{押|お}さなければ なりません", "{電話|でん.わ}する。", "{終|お}わった。", "おそれが あります", "{住所|じゅう.しょ}{等|とう}",
                     "9〜17", "2026/11/01", "9:00から", "{申請|しん.せい}（＝{出|だ}す こと）", "{申請|しん.せい}＜{出|だ}す こと＞",
                     "ご{覧|らん} ください", "{名前|な.まえ}を{入|い}れる", "あ、い、う、え、お", "あ" * 51):
            self.assertTrue(list(easy_japanese.faults(text)), text)
        for text in ("{紙|かみ}に {書|か}いて ください", "{窓口|まど.ぐち}で「{更新|こう.しん}を おねがいする。」", "{終|お}わりました。",
                     "{申請等取次者証明書|しん.せい.とう.とり.つぎ.しゃ.しょう.めい.しょ}＜＝{出|だ}す {人|ひと}の もの＞です。",
                     "「{確認等申出書|かく.にん.とう.もうし.で.しょ}」を {出|だ}します。", "あ" * 50 + "。" + "い" * 50):
            self.assertEqual(list(easy_japanese.faults(text)), [], text)
        self.change("translations/madoguchi_easy.ts", "{次|つぎ}へ", "{次|つぎ}へ {行|い}くことは ないわけでは ない。")
        self.assert_found("easy common.next")

    def test_whoever_is_sent_to_the_help_desk_is_told_how_to_reach_it(self):
        for tag in LANGUAGES:
            text = (self.copy / f"translations/madoguchi_{tag}.ts").read_text("utf-8")
            message = text[text.index('id="message.WZBAM023E.remedy"'):].split("</message>")[0]
            self.change(f"translations/madoguchi_{tag}.ts", message, message.replace("\n%helpDesk", ""))
        self.assert_found(*(f"{tag} message.WZBAM023E.remedy" for tag in LANGUAGES))

        self.doCleanups()
        text = (self.copy / "translations/madoguchi_en.ts").read_text("utf-8")
        message = text[text.index('id="message.WZBAM023E.remedy"'):].split("</message>")[0]
        self.change("translations/madoguchi_en.ts", message,
                    re.sub("<translation>.*</translation>", "<translation>Wait.</translation>", message, flags=re.S))
        self.assert_found("en message.WZBAM023E.remedy")

    def test_a_text_that_was_copied_from_another_language_is_named(self):
        japanese = (self.copy / "translations/madoguchi_ja.ts").read_text("utf-8")
        english = (self.copy / "translations/madoguchi_en.ts").read_text("utf-8")
        words = [text[text.index('id="common.next"'):].split("</message>")[0] for text in (japanese, english)]
        self.change("translations/madoguchi_en.ts", words[1], words[0])
        self.write("translations/mail/registration.en.txt",
                   (self.copy / "translations/mail/registration.ja.txt").read_text("utf-8"))
        said = self.assert_found("en common.next")
        self.assertTrue(any(line.startswith("translations/mail/registration.en.txt: ") for line in said), said)

    def test_a_language_that_is_listed_twice_is_named(self):
        rows = json.loads((self.copy / "protocol/languages.json").read_text("utf-8"))
        self.write("protocol/languages.json", json.dumps(rows + rows[-1:], ensure_ascii=False))
        self.assert_found("protocol/languages.json", options=("--files",))

    def test_nobody_with_windows_is_told_what_helps_on_linux(self):
        self.remove_texts("failure.serviceMissing.remedy.windows", languages=["ja"])
        self.assert_found("ja failure.serviceMissing.remedy")
        self.doCleanups()
        self.change("translations/madoguchi_en.ts", "Connect the card reader. If it is connected already, restart",
                    "Start pcscd or restart")
        self.assert_found("en failure.serviceMissing.remedy.windows")
        self.doCleanups()
        self.add_text("failure.serviceMissing.rumour.windows", "x")
        self.assert_found("en failure.serviceMissing.rumour.windows")

    def test_no_field_choice_code_or_check_escapes(self):
        gone = ["field.phone.label", "field.residenceCardNumber.hint", "value.sex.female", "fieldError.WZBAM111E",
                "fieldError.WZBAM018E", "message.WZBAM159E.text", "message.WZBAM001E.remedy", "selfCheck.tls.title",
                "selfCheck.clock.good", "selfCheck.verdict.notChecked", "selfCheck.whole.bad",
                "selfCheck.detail.kernelDriver", "selfCheck.detail.host", "agent.office.13", "agent.class.7"]
        self.remove_texts(*gone)
        said = self.assert_found(*gone)
        self.assertEqual(len(said), len(gone) * len(LANGUAGES))

    def test_a_text_that_only_one_language_lacks_is_named_with_it(self):
        self.remove_texts("failure.serverBusy.title", "header.back", languages=["easy"])
        self.assert_found("easy failure.serverBusy.title", "easy header.back")

    def test_what_is_new_needs_its_texts(self):
        self.change("app/core/failure_code.h", "  termsOutdated,\n", "  termsOutdated,\n  moonPhase,  ///< wrong\n")
        self.change("app/core/failure_code.cpp", '"termsOutdated"},\n',
                    '"termsOutdated"},\n    Row{FailureCode::moonPhase,\n        "MG-499", "moonPhase",\n        kSystemError},\n')
        self.change("resources/forms/registration.json", '"id": "phone"', '"id": "moon", "type": "text"}, {"id": "phone"')
        self.change("backend/rooms/registration/registration_service.cpp", '"WZBAM018E"', '"WZBAM777E"')
        self.change("app/rooms/selfcheck/self_check_items.h", "  clock,\n", "  clock,\n  moon,\n")
        self.assert_found("failure.moonPhase.title", "failure.moonPhase.remedy", "field.moon.label", "field.moon.hint",
                          "fieldError.WZBAM777E", "message.WZBAM777E.text", "selfCheck.moon.title")

    def test_a_list_that_cannot_be_read_is_no_empty_list(self):
        self.change("app/core/failure_code.cpp", 'Row{FailureCode::serverBusy, "MG-306",', "busyRow(")
        self.assertIn("the program's lists: app/core/failure_code.cpp: no row of serverBusy", self.check("--texts"))
        self.doCleanups()
        self.change("app/rooms/selfcheck/self_check_items.h", "enum class CheckId", "enum CheckId")
        self.assertIn("the program's lists: app/rooms/selfcheck/self_check_items.h: no enumeration CheckId",
                      self.check("--texts"))

    def test_ids_in_the_code_need_their_texts(self):
        self.remove_texts("leave.title", "terms.open", "terms.close")
        self.assert_found("leave.title", "terms.open", "terms.close", options=())
        self.doCleanups()
        self.change("app/kit/card_notice.cpp", "\n}  // namespace madoguchi::app",
                    '\nconst QString kOne = qtTrId(isThere() ? "moon.full" : "moon.new");\n'
                    'constexpr const char* kTable[] = {"common.moon"};\n\n}  // namespace madoguchi::app')
        self.assert_found("moon.full", "moon.new", "common.moon", options=())

    def test_ids_that_are_put_together_need_a_list(self):
        self.add_text("moon.full", "1")
        self.change("app/kit/card_notice.cpp", "\n}  // namespace madoguchi::app",
                    '\nQString moon(const QString& phase) { return text("moon." + phase); }\n\n}  // namespace madoguchi::app')
        self.assert_found("moon.", options=())

    def test_a_text_that_nothing_uses_is_named(self):
        self.add_text("moon.full", "1")
        self.assert_found("moon.full", options=())

    def test_a_fourth_language_is_one_row_and_its_files(self):
        before = {path: path.read_bytes() for path in self.copy.rglob("*") if path.is_file()}
        rows = json.loads((self.copy / "protocol/languages.json").read_text("utf-8"))
        rows.append({"tag": "vi", "name": "Tiếng Việt", "bcp47": "vi", "pluralForms": 2, "ruby": False})
        self.write("protocol/languages.json", json.dumps(rows, ensure_ascii=False))
        kinds = {f"translations/{folder}/{path.name.split('.')[0]}" for folder in ("mail", "pages", "installer")
                 for path in (ROOT / "translations" / folder).glob("*.txt")}
        files = {"translations/madoguchi_vi.ts": "translations/madoguchi_en.ts",
                 "resources/terms/terms.vi.txt": "resources/terms/terms.en.txt",
                 "docs/user-guide/vi.md": "docs/user-guide/en.md"}
        files |= {f"{kind}.vi.txt": f"{kind}.en.txt" for kind in kinds}
        configured = self.configure()
        self.assertNotEqual(configured.returncode, 0)
        for file in files:
            self.assertIn(f"{file}: is missing", configured.stderr)
        self.assertIn("backend/openapi.json: the schema Language is", configured.stderr)
        for name in (POLICY, *NAMED_IN):
            self.assertIn(f"{name}: ", configured.stderr)
        self.assertEqual(len(self.check("--files")), len(files) + 1 + 2 + len(NAMED_IN))
        self.change("backend/openapi.json", '"easy", "en"]', '"easy", "en", "vi"]')
        policy = (self.copy / POLICY).read_text("utf-8")
        self.write(POLICY, policy.replace('"easy", "en"]', '"easy", "en", "vi"]'))
        for name, words in NAMED_IN.items():
            between = words.split("easy")[1].split("en")[0]
            self.change(name, words, words.replace("en", f"en{between}vi"))
        # One after the other, so that each is missed as long as it is the only one.
        for file, english in files.items():
            self.assertIn(file, "\n".join(self.check("--files")))
            self.write(file, (self.copy / english).read_text("utf-8"))
        self.assertEqual(self.check(), ["vi language.tag: is ['en']"])
        self.change("translations/madoguchi_vi.ts", "<translation>en<", "<translation>vi<")
        self.assertEqual(self.check(), [])
        self.assertIn("languages: " + ";".join(LANGUAGES + ["vi"]) + "\n", self.configure().stdout)
        changed = {str(path.relative_to(self.copy)) for path in self.copy.rglob("*")
                   if path.is_file() and before.get(path) != path.read_bytes()}
        self.assertEqual(changed - {"CMakeLists.txt"}, set(files) | {"protocol/languages.json", "backend/openapi.json", POLICY, *NAMED_IN})

    def test_a_file_of_no_language_is_named(self):
        self.write("resources/terms/terms.vi.txt", "2026-11-01\n\n")
        self.write("translations/mail/farewell.en.txt", "Farewell\n\n")
        said = self.assert_found("resources/terms/terms.vi.txt", options=("--files",))
        self.assertEqual(len(said), 3)  # and the farewell in the two other languages

    def test_a_page_of_the_service_says_the_same_in_every_language(self):
        page = "translations/pages/password"
        self.change(f"{page}.en.txt", "send: Send\n", "")
        self.change(f"{page}.ja.txt", "send: 送信\n", "send: \n送信\n")
        self.change(f"{page}.easy.txt", "send: {送|おく}る\n", "send: 送る\nsend: おくる\n")
        said = self.check("--texts")
        self.assertIn(f"{page}.en.txt: send is missing", said)
        self.assertEqual(sum(f'{page}.ja.txt:' in line and "id: words" in line for line in said), 2)
        self.assertTrue(any(f"{page}.easy.txt:" in line and "no furigana on 送" in line for line in said), said)
        self.assertTrue(any(f"{page}.easy.txt:" in line and "there once" in line for line in said), said)

    def test_mails_and_pages_quote_labels_that_are_there(self):
        mails = "translations/mail/passwordChanged"  # without a link: what is on a page is not at hand
        self.change(f"{mails}.en.txt", '"If you have forgotten the password"', '"Forgot your password?"')
        self.change(f"{mails}.ja.txt", "「パスワードを忘れたとき」", "「パスワードを忘れた場合」")
        self.change(f"{mails}.easy.txt", "{忘|わす}れた {時|とき}」", "{忘|わす}れた とき」")
        self.change("translations/pages/email.ja.txt", "「変更する」", "「変える」")
        said = self.check("--texts")
        for place in (f"{mails}.en.txt:9", f"{mails}.ja.txt:9", f"{mails}.easy.txt:10", "translations/pages/email.ja.txt:3"):
            self.assertTrue(any(line.startswith(f"{place}: quotes ") for line in said), f"{place} is not in {said}")

    def test_the_installer_for_windows_says_the_same_in_every_language(self):
        texts = "translations/installer/installer"
        self.change(f"{texts}.en.txt", "${folder}", "it")
        self.change(f"{texts}.ja.txt", "button.close: 閉じる(&C)\n", "")
        self.change(f"{texts}.easy.txt", "{残|のこ}った", "残った")
        said = self.check("--texts")
        self.assertTrue(any(line.startswith(f"{texts}.en.txt: ") and "the names of the other languages" in line for line in said), said)
        self.assertIn(f"{texts}.ja.txt: button.close is missing", said)
        self.assertTrue(any(line.startswith(f"{texts}.easy.txt:") and "no furigana on 残" in line for line in said), said)

    def test_the_user_guide_says_the_same_in_every_language(self):
        guide = "docs/user-guide"
        self.change(f"{guide}/en.md", "<!-- places: step3 -->\n## ", "")
        self.change(f"{guide}/ja.md", "pictures/ja/top.png", "pictures/ja/bottom.png")
        self.change(f"{guide}/easy.md", "<ruby>始<rt>はじ</rt></ruby>める <ruby>前<rt>まえ</rt></ruby>に", "始める まえに")
        said = self.check("--texts")
        self.assertTrue(any(line.startswith(f"{guide}: not the same chapters") for line in said), said)
        self.assertTrue(any(line.endswith("there is no pictures/ja/bottom.png") for line in said), said)
        self.assertTrue(any(line.startswith(f"{guide}/easy.md:") and "no furigana on 始" in line for line in said), said)

    def test_languages_are_listed_nowhere_else(self):
        listed = re.compile(r"""["']easy["']|[|]easy[|]|\bja easy\b""")
        places = []
        for folder in ("app", "backend", "cmake", "forms", "protocol", "scripts", "tests/e2e",
                       "translations"):
            for path in sorted((ROOT / folder).rglob("*")):
                if path.suffix in (".cpp", ".h", ".py", ".cmake", ".txt", "") and path.is_file():
                    # A comment may have one language as its example.
                    code = re.sub(r"//.*", "", path.read_text("utf-8", errors="replace"))
                    places += [f"{path.relative_to(ROOT)}: {line}" for line in code.splitlines() if listed.search(line)]
        self.assertEqual(places, [])


if __name__ == "__main__":
    unittest.main()
