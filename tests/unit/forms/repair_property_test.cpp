#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "forms/engine/field_value.h"
#include "tests/support/form_cases.h"

// Repairs must not depend on how often they run: the client repairs on leaving a field and the
// backend once more.

namespace madoguchi::forms {
namespace {

/// Characters that the repairs treat specially, their neighbours, and some that nobody expects.
const std::vector<std::string>& pieces() {
  static const std::string kNul(1, '\0');
  static const std::vector<std::string> kPieces = {
      "A",      "z",      "é",      "e\u0301",  "ß",      "Ø",      "ﬁ",           "İ",
      "ı",      "Å",      "K",      "ｱ",        "ｶ",      "ﾊ",      "ﾞ",           "ﾟ",
      "カ",     "か",     "\u3099", "\u309a",   "゛",     "ー",     "ｰ",           "-",
      "－",     "−",      "‐",      "―",        "—",      "〜",     "~",           "～",
      " ",      "　",     "\u00a0", ".",        "。",     "｡",      ",",           "、",
      "/",      "・",     "･",      "'",        "’",      "`",      "´",           "\"",
      "(",      ")",      "（",     "東",       "弁",     "行",     "第",          "号",
      "年",     "月",     "日",     "0",        "1",      "9",      "０",          "９",
      "٣",      "+",      "81",     "@",        "＠",     "塚",     "\ufa10",      "葛\U000e0100",
      "\ufe0f", "\u200b", "\ufeff", "\u00ad",   kNul,     "\u202e", "\u200d",      "😀",
      "\ue000", "\uffff", "𠮟",     "𠮷",       "①",      "㈱",     "Ⅲ",           "½",
      "¥",      "￥",     "\\",     "＼",       "true",   "male",   "family",      "１ー",
      "─",      "━",      "一",     "㇐",       "⼤",     "⻑",     "巿",          "〜",
      "∼",      "’",      "·",      "\u200e",   "\u202d", "\u202c", "\u2067",      "\u3164",
      "\u034f", "\t",     "\n",     "Ü",        "Ə",      "Ǖ",      "Ø",           "ẞ",
      "0081",   "010",    "xn--",   "unknown",  "不明",   "00",     "\u00b7",      "Мü",
      "ーー",   "\u0345", "\u0323", "ｗ\u0307", "ὰ",      "가",     "\u1100\u1161"};
  return kPieces;
}

std::string randomText(std::mt19937& random) {
  std::string text;
  for (auto count = random() % 12; count > 0; --count) {
    text += pieces()[random() % pieces().size()];
  }
  return text;
}

void expectStable(const Field& field, const std::string& text) {
  const std::string once = repaired(field, text);
  EXPECT_EQ(repaired(field, once), once) << field.id << " [" << text << "]";
}

TEST(Repair, IsDoneOnceForEveryCase) {
  for (const auto& formCase : test::loadFormCases()) {
    for (const Field& field : registrationForm().fields) {
      expectStable(field, formCase.input);
    }
  }
}

TEST(Repair, IsDoneOnceForRandomText) {
  std::mt19937 random(20261120);
  for (int round = 0; round < 4000; ++round) {
    const std::string text = randomText(random);
    for (const Field& field : registrationForm().fields) {
      expectStable(field, text);
    }
  }
}

TEST(Repair, IsNotNeededByWhatIsAccepted) {
  for (const auto& formCase : test::loadFormCases()) {
    const Values typed = test::formWith(formCase);
    if (test::errorsOf(typed, test::entranceOf(formCase)).empty()) {
      EXPECT_EQ(test::repairedValues(typed), typed) << formCase.line << " " << formCase.input;
    }
  }
}

}  // namespace
}  // namespace madoguchi::forms
