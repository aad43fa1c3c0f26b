#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "app/kit/form/form_row.h"
#include "tests/unit/app/kit/form/form_pages_fixture.h"

// What the pages do while somebody fills them in.

namespace madoguchi::test {
namespace {

TEST_F(FormPagesTest, KeepWhatOneIsTypingInWhereItIs) {
  fill();
  form().type(forms::topField("support"), "scholarship");
  m_window.resize(700, 320);
  m_window.open("work", forms::topField("scholarship"));
  auto* line = find<QLineEdit>("work.scholarship");
  ASSERT_TRUE(line != nullptr && line->hasFocus());
  ASSERT_EQ(find("work.income"), nullptr);
  const QPoint before = line->mapTo(&m_window, QPoint(0, 0));
  form().type(forms::topField("support"), "self,scholarship");
  ASSERT_NE(find("work.income"), nullptr) << "a question above it has come";
  settle();
  EXPECT_EQ(line->mapTo(&m_window, QPoint(0, 0)), before);
  EXPECT_TRUE(line->hasFocus());
  form().type(forms::topField("support"), "scholarship");
  settle();
  EXPECT_EQ(line->mapTo(&m_window, QPoint(0, 0)), before);
}

TEST_F(FormPagesTest, TakeADateThatIsPastedWhole) {
  fill();
  m_window.open("person");
  auto* year = find<QLineEdit>("person.dateOfBirth.year");
  ASSERT_NE(year, nullptr);
  for (const QString date : {"1987-06-05", "1987/6/5", "1987年6月5日", "１９８７．６．５",
                             "19870605", " 1987 年 6 月 5 日 ", "۱۹۸۷/۰۶/۰۵", "昭和62年6月5日"}) {
    form().type(forms::topField("dateOfBirth"), "1999-09-09");
    year->selectAll();
    year->insert(date);
    EXPECT_EQ(form().value(forms::topField("dateOfBirth")), "1987-06-05") << date.toStdString();
  }
  for (const QString unclear : {"5/6/1987", "昭和65年6月5日", "87.6.5"}) {
    form().type(forms::topField("dateOfBirth"), "1999-09-09");
    year->selectAll();
    year->insert(unclear);
    press("person.next");
    EXPECT_EQ(form().value(forms::topField("dateOfBirth")), unclear);
    EXPECT_EQ(year->text(), unclear);
    EXPECT_TRUE(textOf("person.dateOfBirth.error").contains("Please enter it again"))
        << unclear.toStdString();
  }
}

TEST_F(FormPagesTest, AddAndRemoveRowsWithAWayBack) {
  fill();
  m_window.open("relatives");
  press("relatives.family.add");
  const QString first = rowId("family", 0);
  const QString second = rowId("family", 1);
  EXPECT_EQ(QApplication::focusWidget()->objectName(),
            "relatives.family." + second + ".relationship")
      << "the first field of what is new";
  EXPECT_EQ(textOf("relatives.family." + first + ".title"),
            QStringLiteral("Relative 1: Child, サントス　ホセ"));
  press("relatives.family." + first + ".remove");
  EXPECT_EQ(rowId("family", 0), second);
  EXPECT_TRUE(find("relatives.family.undo")->hasFocus());
  EXPECT_EQ(find("relatives.family." + first), nullptr);
  EXPECT_EQ(textOf("relatives.family." + second + ".title"), "Relative 1");
  press("relatives.family.undo");
  ASSERT_EQ(rowId("family", 0), first);
  EXPECT_EQ(find("relatives.family.removed"), nullptr);
  EXPECT_EQ(find<QLineEdit>("relatives.family." + first + ".name")->text(),
            QStringLiteral("サントス　ホセ"));
  EXPECT_EQ(QApplication::focusWidget()->objectName(),
            "relatives.family." + first + ".relationship");
  EXPECT_LT(find("relatives.family." + first)->y(), find("relatives.family." + second)->y());
  find("relatives.hasFamily.yes")->setFocus();
  QStringList stops;
  for (int i = 0; i < 14; ++i) {
    key(Qt::Key_Tab);
    stops << QApplication::focusWidget()->objectName();
  }
  const QStringList controls = stops.filter("relatives.family.");
  EXPECT_EQ(stops.first(), "relatives.family." + first + ".relationship") << "with Tab too";
  EXPECT_EQ(controls.indexOf("relatives.family." + first + ".remove") + 1,
            controls.indexOf("relatives.family." + second + ".relationship"));
  while (form().mayAddRow("family")) press("relatives.family.add");
  EXPECT_FALSE(find("relatives.family.add")->isEnabled());
}

TEST_F(FormPagesTest, ShowNoButtonPressedWhereAChoiceIsCleared) {
  fill();
  m_window.open("person");
  const auto* female = find<QAbstractButton>("person.sex.female");
  const auto* male = find<QAbstractButton>("person.sex.male");
  ASSERT_TRUE(female->isChecked());
  for (const char* chosen : {"", "male", "nonsense", "female", ""}) {
    form().type(forms::topField("sex"), chosen);
    settle();
    EXPECT_EQ(male->isChecked(), chosen == std::string_view("male")) << chosen;
    EXPECT_EQ(female->isChecked(), chosen == std::string_view("female")) << chosen;
  }
}

TEST_F(FormPagesTest, OfferWhatAnotherAnswerLeavesAndAskAgain) {
  fill();
  m_window.open("stay");
  auto* period = find<QComboBox>("stay.period");
  ASSERT_EQ(period->currentData().toString(), "m6");
  EXPECT_EQ(period->findData("y5"), -1);
  auto* status = find<QComboBox>("stay.currentStatus");
  status->setCurrentIndex(status->findData("engineer"));
  settle();
  EXPECT_NE(period->findData("y5"), -1);
  EXPECT_EQ(period->currentData().toString(), "m6") << "nothing is dropped in silence";
  press("stay.next");
  EXPECT_EQ(m_window.at(), "stay");
  EXPECT_TRUE(textOf("stay.period.error").contains("choose again"));
}

TEST_F(FormPagesTest, TellWarningsFromErrorsAndGoOnWithThem) {
  fill();
  form().type(forms::topField("passportExpiry"), "2026-12-01");
  m_window.open("stay");
  press("stay.next");
  EXPECT_EQ(m_window.at(), "relatives") << "a warning stops nothing";
  m_window.open("stay");
  const QString said = textOf("stay.stayExpiry.error") + textOf("stay.passportExpiry.error");
  EXPECT_TRUE(said.contains("you can go on")) << said.toStdString();
  const auto* summary = find<app::MessagePanel>("stay.errorSummary");
  ASSERT_NE(summary, nullptr);
  EXPECT_EQ(summary->kind(), app::MessagePanel::Kind::warning);
  form().type(forms::topField("hasCard"), {});
  press("stay.next");
  EXPECT_EQ(m_window.at(), "stay");
  EXPECT_EQ(summary->kind(), app::MessagePanel::Kind::error);
  EXPECT_FALSE(textOf("stay.hasCard.error").contains("you can go on"));
}

TEST_F(FormPagesTest, LeadFromTheReviewToThePageAndRow) {
  fill();
  const std::string row = form().rows("family")[0];
  form().type({"family", row, "name"}, {});
  m_window.open("review");
  const QString line = "errorSummary.family." + QString::fromStdString(row) + ".name";
  ASSERT_NE(find(line), nullptr);
  EXPECT_TRUE(find<QAbstractButton>(line)->text().contains("Relative 1"));
  press(line);
  EXPECT_EQ(m_window.at(), "relatives");
  EXPECT_EQ(QApplication::focusWidget()->objectName(),
            "relatives.family." + QString::fromStdString(row) + ".name");
  typeInto(QApplication::focusWidget()->objectName(), QStringLiteral("ホセ"));
  m_window.open("review");
  EXPECT_EQ(find(line), nullptr);
  EXPECT_EQ(textOf("review.income"), "150,000 yen");
  EXPECT_EQ(textOf("review.family." + QString::fromStdString(row) + ".dateOfBirth"), "May 2020");
  EXPECT_EQ(textOf("review.capacity"), "Myself") << "the only choice, which no page shows";
  EXPECT_EQ(find("review.capacity.change"), nullptr);
  const auto* income = find("review.income");  // has the room that its page has
  EXPECT_GT(income->width(), income->parentWidget()->width() / 2);
  press("review.email.change");
  EXPECT_EQ(m_window.at(), "person");
  EXPECT_EQ(QApplication::focusWidget()->objectName(), "person.email");
}

TEST_F(FormPagesTest, SayHowFarOneIsWithTheAnswersAsTheyAre) {
  fill();
  m_window.open("stay");
  EXPECT_EQ(textOf("stay.progress"), "Page 2 of 5");
  form().type(forms::topField("currentStatus"), "dependent");
  settle();
  EXPECT_EQ(textOf("stay.progress"), "Page 2 of 4");
}

TEST_F(FormPagesTest, NumberTheItemsAsThePaperDoes) {
  fill();
  form().type(forms::topField("currentStatus"), "");
  m_window.open("stay");
  press("stay.next");
  EXPECT_TRUE(textOf("stay.currentStatus.error").contains(": 11 Present status"))
      << textOf("stay.currentStatus.error").toStdString();
  m_window.open("relatives");
  EXPECT_EQ(find("relatives.family")->accessibleName(), "16 Family in Japan");
}

TEST_F(FormPagesTest, SayWhyAnAnswerIsRefused) {
  fill();
  form().type(forms::topField("phone"), "+1 212 555 0100");
  m_window.open("person");
  press("person.next");
  EXPECT_TRUE(textOf("person.phone.cause").contains("another country"));
  EXPECT_TRUE(find("person.phone")->accessibleDescription().contains("another country"));
  form().type(forms::topField("reason"), "家族と暮らすため😀");
  m_window.open("end");
  press("end.next");
  EXPECT_TRUE(textOf("end.reason.cause").contains("“😀”"));
  // What no font shows by itself is named by its number.
  for (const auto& [character, number] : {std::pair{"\ue000", "“U+E000”"},
                                          {"\u0301", "“U+0301”"},
                                          {"\u2800", "“U+2800”"},
                                          {"\U0010fffd", "“U+10FFFD”"}}) {
    form().type(forms::topField("reason"),
                QStringLiteral("家族と暮らすため") + QString::fromUtf8(character));
    press("end.next");
    EXPECT_TRUE(textOf("end.reason.cause").contains(number)) << number;
  }
}

TEST_F(FormPagesTest, AskAboutAMistypedAddressAndMendNothingInSilence) {
  fill();
  m_window.open("person", forms::topField("email"));
  find<QLineEdit>("person.email")->clear();
  typeInto("person.email", "maria@gmail.con");
  key(Qt::Key_Tab);
  ASSERT_NE(find("person.email.offer"), nullptr);
  EXPECT_EQ(valueOf(form(), "email"), "maria@gmail.con");
  press("person.email.offer.0");
  EXPECT_EQ(valueOf(form(), "email"), "maria@gmail.com");
  EXPECT_EQ(find("person.email.offer"), nullptr);
  EXPECT_TRUE(find("person.email")->hasFocus());
  find<QLineEdit>("person.email")->clear();
  typeInto("person.email", "maria@gmail.con");
  key(Qt::Key_Tab);
  press("person.email.offer.keep");
  EXPECT_EQ(find("person.email.offer"), nullptr);
  EXPECT_EQ(valueOf(form(), "email"), "maria@gmail.con");
}

TEST_F(FormPagesTest, WhatIsAskedTakesThePlaceOfWhatWasFoundBefore) {
  m_window.open("person", forms::topField("email"));
  typeInto("person.email", "maria");
  press("person.next");
  ASSERT_FALSE(textOf("person.email.error").isEmpty());
  find<QLineEdit>("person.email")->clear();
  typeInto("person.email", "maria@gmail.con");
  key(Qt::Key_Tab);
  ASSERT_NE(find("person.email.offer"), nullptr);
  EXPECT_EQ(textOf("person.email.error"), "") << "neither what was wrong nor that it is mended";
  press("person.email.offer.0");
  EXPECT_EQ(textOf("person.email.error"), app::spokenText(qtTrId("field.corrected")));
}

TEST_F(FormPagesTest, WhatIsFoundInTheAnswerThatIsAskedAboutIsSaid) {
  m_window.open("person", forms::topField("name"));
  typeInto("person.name", QStringLiteral("Müller Hans"));
  key(Qt::Key_Tab);
  ASSERT_NE(find("person.name.offer"), nullptr);
  press("person.next");
  EXPECT_FALSE(textOf("person.name.error").isEmpty());
  EXPECT_NE(find("person.name.offer"), nullptr);
}

TEST_F(FormPagesTest, OfferThePassportsSpellingsOfAName) {
  m_window.open("person", forms::topField("name"));
  typeInto("person.name", QStringLiteral("Müller Hans"));
  key(Qt::Key_Tab);
  ASSERT_NE(find("person.name.offer"), nullptr);
  EXPECT_EQ(find<QAbstractButton>("person.name.offer.0")->text(),
            QStringLiteral("Use “MUELLER HANS”"));
  press("person.name.offer.1");
  EXPECT_EQ(valueOf(form(), "name"), "MULLER HANS");
  EXPECT_EQ(find("person.name.offer"), nullptr);
}

TEST_F(FormPagesTest, FieldsSayWhetherJapaneseIsTypedIntoThem) {
  m_window.open("person");
  for (const char* latin : {"person.name", "person.phone", "person.email"}) {
    const auto* line = find<QLineEdit>(latin);
    ASSERT_NE(line, nullptr) << latin;
    EXPECT_TRUE(line->inputMethodHints().testFlag(Qt::ImhPreferLatin)) << latin;
  }
  m_window.open("end");
  const auto* reason = find<QPlainTextEdit>("end.reason");
  ASSERT_NE(reason, nullptr);
  EXPECT_FALSE(reason->inputMethodHints().testFlag(Qt::ImhPreferLatin));
}

}  // namespace
}  // namespace madoguchi::test
