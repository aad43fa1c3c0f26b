#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalSpy>

#include "tests/unit/app/kit/form/form_pages_fixture.h"

// The whole form by whoever has no mouse or does not see it: by keyboard alone, through the
// accessible interfaces, and what both say in all languages.

namespace madoguchi::test {
namespace {

class FormWalkTest : public FormPagesTest {
 protected:
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
};

TEST_F(FormWalkTest, TakeEverythingByKeyboardAlone) {
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

TEST_F(FormWalkTest, TakeEverythingThroughTheAccessibleInterfaces) {
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

TEST_F(FormWalkTest, SpeakEveryLanguageAndNameEveryControl) {
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

}  // namespace
}  // namespace madoguchi::test
