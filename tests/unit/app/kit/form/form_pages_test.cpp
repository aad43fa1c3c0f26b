#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "app/kit/form/form_row.h"
#include "app/widgets/ruby_label.h"
#include "tests/support/demonstration_form.h"
#include "tests/unit/app/kit/form/demonstration_window.h"

// A form with every construct, in a real window: by keyboard alone and through the accessible
// interfaces, in all languages.

namespace madoguchi::test {
namespace {

class FormPagesTest : public testing::Test {
 protected:
  void SetUp() override {
    m_window.show();
    m_window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_window));
  }
  app::FormModel& form() { return m_window.form(); }
  static void settle() {
    for (int i = 0; i < 20; ++i) QCoreApplication::processEvents();
  }
  void fill() { form().fill(demonstrationAnswers(), app::ValueOrigin::draft); }
  template <typename Widget = QWidget>
  Widget* find(const QString& name) {
    for (Widget* one : m_window.page().findChildren<Widget*>(name))
      if (one->isVisible()) return one;
    return nullptr;
  }
  QString textOf(const QString& name) {
    const auto* label = find<app::RubyLabel>(name);
    return label == nullptr ? QString() : label->text();
  }
  static QString valueOf(app::FormModel& form, const char* field) {
    return form.value(forms::topField(field));
  }
  QString rowId(const char* group, std::size_t index) {
    return QString::fromStdString(form().rows(group).at(index));
  }
  /// What was found, for messages.
  std::string findings() {
    std::string all;
    for (const forms::Finding& one : form().findings())
      all += one.path.group + ' ' + one.path.field + ' ' + one.code + '\n';
    return all;
  }
  void press(const QString& button) {
    auto* found = find<QAbstractButton>(button);
    ASSERT_NE(found, nullptr) << button.toStdString();
    found->click();
    settle();
  }

  // --- by keyboard ---
  void key(Qt::Key which) {
    QTest::keyClick(QApplication::focusWidget(), which);
    settle();
  }
  /// As many times Tab as it takes.
  void tabTo(const QString& name) {
    constexpr int kMost = 80;
    for (int i = 0; i < kMost; ++i) {
      const QWidget* now = QApplication::focusWidget();
      if (now != nullptr && now->objectName() == name) return;
      QTest::keyClick(now == nullptr ? &m_window : QApplication::focusWidget(), Qt::Key_Tab);
    }
    FAIL() << "Tab does not lead to " << name.toStdString();
  }
  void typeInto(const QString& name, const QString& text) {
    ASSERT_NO_FATAL_FAILURE(tabTo(name));
    // An input method gives what no key has.
    if (auto* lines = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget())) {
      lines->insertPlainText(text);
    } else if (auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget())) {
      line->insert(text);
    } else {
      QTest::keyClicks(QApplication::focusWidget(), text);
    }
    settle();
  }
  void pressByKey(const QString& name) {
    ASSERT_NO_FATAL_FAILURE(tabTo(name));
    key(Qt::Key_Space);
  }
  void date(const QString& name, const char* year, const char* month, const char* day = nullptr) {
    typeInto(name + ".year", year);
    typeInto(name + ".month", month);
    if (day != nullptr) typeInto(name + ".day", day);
  }

  // --- through the accessible interfaces ---
  static QAccessibleInterface* under(QAccessibleInterface* in, QAccessible::Role role,
                                     const QString& name) {
    if (in == nullptr || in->state().invisible) return nullptr;
    if (in->role() == role && in->text(QAccessible::Name) == name) return in;
    for (int i = 0; i < in->childCount(); ++i) {
      if (auto* found = under(in->child(i), role, name)) return found;
    }
    return nullptr;
  }
  QAccessibleInterface* accessible(QAccessible::Role role, const QString& name) {
    auto* found = under(QAccessible::queryAccessibleInterface(&m_window), role, name);
    EXPECT_NE(found, nullptr) << name.toStdString();
    return found;
  }
  void say(const QString& name, const QString& text) {
    if (auto* found = accessible(QAccessible::EditableText, name))
      found->setText(QAccessible::Value, text);
    settle();
  }
  void act(QAccessible::Role role, const QString& name) {
    auto* found = accessible(role, name);
    if (found == nullptr) return;
    const QStringList actions = found->actionInterface()->actionNames();
    const QString toggle = QAccessibleActionInterface::toggleAction();
    if (actions.contains(toggle)) {
      found->actionInterface()->doAction(toggle);
    } else {
      // It comes as a press that can be seen.
      QSignalSpy clicked(qobject_cast<QAbstractButton*>(found->object()),
                         &QAbstractButton::clicked);
      found->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
      EXPECT_TRUE(clicked.wait());
    }
    settle();
  }

  DemonstrationWindow m_window;
};

TEST_F(FormPagesTest, TakeEverythingByKeyboardAlone) {
  m_window.open("person");
  typeInto("person.name", "santos  maria");
  tabTo("person.sex.male");
  key(Qt::Key_Down);
  key(Qt::Key_Space);
  date("person.dateOfBirth", "1990", "4", "15");
  typeInto("person.nationality.search", "phil");
  key(Qt::Key_Return);
  typeInto("person.phone", "03-1234-5678");
  key(Qt::Key_Return);
  ASSERT_EQ(m_window.at(), "stay") << findings();
  EXPECT_EQ(valueOf(form(), "name"), "SANTOS MARIA");
  EXPECT_EQ(valueOf(form(), "sex"), "female");
  EXPECT_EQ(valueOf(form(), "nationality"), "PH");
  tabTo("stay.currentStatus");
  typeInto("stay.currentStatus", "Stu");
  ASSERT_EQ(valueOf(form(), "currentStatus"), "student");
  typeInto("stay.period", "6");
  date("stay.stayExpiry", "2026", "12", "31");
  pressByKey("stay.hasCard.yes");
  typeInto("stay.cardNumber", "ab12345678cd");
  pressByKey("stay.next");
  ASSERT_EQ(m_window.at(), "relatives") << findings();
  EXPECT_EQ(valueOf(form(), "cardNumber"), "AB12345678CD");
  EXPECT_EQ(valueOf(form(), "period"), "m6");
  pressByKey("relatives.hasFamily.yes");
  pressByKey("relatives.family.add");
  const QString child = "relatives.family." + rowId("family", 0);
  typeInto(child + ".relationship", "C");
  typeInto(child + ".name", QStringLiteral("サントス　ホセ"));
  date(child + ".dateOfBirth", "2020", "5");
  pressByKey(child + ".dateOfBirth.unknown");
  pressByKey(child + ".livesTogether.yes");
  pressByKey("relatives.next");
  ASSERT_EQ(m_window.at(), "work") << findings();
  EXPECT_EQ(form().value({"family", form().rows("family")[0], "dateOfBirth"}), "2020-05");
  pressByKey("work.support.self");
  typeInto("work.income", "150000");
  pressByKey("work.next");
  ASSERT_EQ(m_window.at(), "end") << findings();
  typeInto("end.reason", QStringLiteral("日本で勉強を続けたい。"));
  key(Qt::Key_Return);
  EXPECT_EQ(m_window.at(), "end") << "Enter begins another line there";
  pressByKey("end.photo");
  tabTo("end.shortStay.yes");
  key(Qt::Key_Down);
  key(Qt::Key_Space);
  pressByKey("end.consent");
  pressByKey("end.next");
  EXPECT_EQ(m_window.at(), "review") << findings();
  EXPECT_TRUE(form().check());
}

TEST_F(FormPagesTest, TakeEverythingThroughTheAccessibleInterfaces) {
  const auto radio = QAccessible::RadioButton;
  const auto box = QAccessible::CheckBox;
  m_window.open("person");
  say("3 Name", "SANTOS MARIA");
  act(radio, "Female");
  say("Date of birth Year", "1990");
  find<QComboBox>("person.dateOfBirth.month")->setCurrentIndex(4);
  find<QComboBox>("person.dateOfBirth.day")->setCurrentIndex(15);
  say("Nationality or region Type part of the name to search", "Viet");
  auto* found = find<QComboBox>("person.nationality");
  EXPECT_EQ(found->count(), 2) << "what was found, and nothing chosen";
  found->setCurrentIndex(1);
  say("Telephone number", "0312345678");
  act(QAccessible::Button, "Next");
  ASSERT_EQ(m_window.at(), "stay") << findings();
  EXPECT_EQ(valueOf(form(), "nationality"), "VN");
  fill();
  m_window.open("relatives");
  act(QAccessible::Button, "Add a relative");
  const QString row = rowId("family", 1);
  say("Name", "x");
  act(QAccessible::Button, "Remove Relative 2");
  EXPECT_EQ(form().rows("family").size(), 1U);
  act(QAccessible::Button, "Put Relative 2 back");
  EXPECT_EQ(rowId("family", 1), row);
  m_window.open("work");
  act(box, "Scholarship");
  EXPECT_EQ(valueOf(form(), "support"), "self");
  say("Your own income (a month) yen", "120000");
  EXPECT_EQ(valueOf(form(), "income"), "120000");
  m_window.open("end");
  say("Reason for the extension", "ABC");
  EXPECT_EQ(valueOf(form(), "reason"), "ABC");
  act(box, "What I have entered is true.");
  EXPECT_EQ(valueOf(form(), "consent"), "");
}

TEST_F(FormPagesTest, SpeakEveryLanguageAndNameEveryControl) {
  fill();
  form().type(forms::topField("passportExpiry"), "2026-12-01");
  const QRegularExpression id("^(\\w+\\.)+\\w+$");
  for (const char* page : {"person", "stay", "relatives", "work", "end", "review"}) {
    m_window.open(page);
    std::map<QString, QStringList> said;
    for (const QString& language : app::Language::tags()) {
      m_window.speak(language);
      settle();
      for (const auto* label : m_window.page().findChildren<app::RubyLabel*>()) {
        if (!label->isVisible()) continue;
        said[language] << label->text();
        EXPECT_FALSE(id.match(label->text()).hasMatch()) << label->text().toStdString();
      }
      for (QWidget* control : m_window.page().findChildren<QWidget*>()) {
        if (!control->isVisible() || !(control->focusPolicy() & Qt::TabFocus) ||
            control->focusProxy() != nullptr || qobject_cast<QScrollArea*>(control) != nullptr) {
          continue;
        }
        const QString name =
            QAccessible::queryAccessibleInterface(control)->text(QAccessible::Name);
        EXPECT_FALSE(name.isEmpty()) << control->objectName().toStdString();
        EXPECT_FALSE(id.match(name).hasMatch()) << name.toStdString();
      }
    }
    EXPECT_NE(said["ja"], said["en"]) << page;
    EXPECT_NE(said["ja"], said["easy"]) << page;
  }
}

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
