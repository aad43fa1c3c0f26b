#include "app/widgets/secret_keys.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <set>

#include "app/widgets/look.h"

namespace madoguchi::app {
namespace {

std::optional<char> withCases(char typed) {
  return typed > ' ' && typed <= '~' ? std::optional(typed) : std::nullopt;
}

/// A field and its keys in a window of their own.
class KeysOnTheScreen : public testing::Test {
 protected:
  void open(const SecretRules& rules) {
    m_window = std::make_unique<QWidget>();
    auto* column = new QVBoxLayout(m_window.get());
    m_field = new SecretField(rules, m_window.get());
    m_keys = new SecretKeys(*m_field, m_window.get());
    column->addWidget(m_field);
    column->addWidget(m_keys);
    m_window->resize(900, 700);
    m_window->show();
    m_window->activateWindow();
    m_field->setFocus();
  }
  QAbstractButton* key(const QString& name) {
    return m_keys->findChild<QAbstractButton*>(QStringLiteral("key.") + name);
  }
  void press(const QString& name) { QTest::mouseClick(key(name), Qt::LeftButton); }
  std::string taken() {
    const card::SecretBuffer secret = m_field->copy();
    return {secret.bytes().begin(), secret.bytes().end()};
  }
  /// What stands on the keys of one character.
  std::set<std::string> characters() {
    std::set<std::string> all;
    for (const auto* one : m_keys->findChildren<QAbstractButton*>()) {
      const QString name = one->objectName().section(u'.', 1);
      if (name.size() == 1) all.insert(name.toStdString());
    }
    return all;
  }

  std::unique_ptr<QWidget> m_window;
  SecretField* m_field = nullptr;
  SecretKeys* m_keys = nullptr;
};

TEST_F(KeysOnTheScreen, AreThoseThatTheSecretCanHave) {
  open(rulesOf(card::Secret::authenticationPin));
  EXPECT_EQ(characters(),
            (std::set<std::string>{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}));
  open(rulesOf(card::Secret::signaturePassword));
  EXPECT_EQ(characters().size(), 36U);
  EXPECT_EQ(characters().count("a"), 0U);
  EXPECT_EQ(key(QStringLiteral("capitals")), nullptr);
  open({.longest = 64, .accepted = &withCases, .casesDiffer = true});
  EXPECT_EQ(characters().size(), 10U + 26U + 32U);
}

TEST_F(KeysOnTheScreen, TypeAndEraseAndLeaveTheFocusInTheField) {
  open(rulesOf(card::Secret::signaturePassword));
  for (const QChar name : QStringLiteral("MADO1")) press(name);
  press(QStringLiteral("erase"));
  press(QStringLiteral("2"));
  EXPECT_EQ(taken(), "MADO2");
  EXPECT_EQ(m_window->focusWidget(), m_field);
}

TEST_F(KeysOnTheScreen, TypeWhereTheCursorStands) {
  open(rulesOf(card::Secret::authenticationPin));
  for (const QChar name : QStringLiteral("129")) press(name);
  QTest::keyClick(m_field, Qt::Key_Left);
  press(QStringLiteral("3"));
  EXPECT_EQ(taken(), "1239");
  const QSignalSpy full(m_field, &SecretField::full);
  press(QStringLiteral("0"));
  EXPECT_EQ(full.count(), 1);
}

TEST_F(KeysOnTheScreen, HaveBothCasesWhereTheyDiffer) {
  open({.longest = 64, .accepted = &withCases, .casesDiffer = true});
  press(QStringLiteral("a"));
  press(QStringLiteral("capitals"));
  EXPECT_EQ(key(QStringLiteral("a"))->text(), QStringLiteral("A"));
  press(QStringLiteral("a"));
  press(QStringLiteral("&"));
  press(QStringLiteral("capitals"));
  press(QStringLiteral("z"));
  EXPECT_EQ(taken(), "aA&z");
}

TEST_F(KeysOnTheScreen, ChangeNothingThatCanOnlyBeLookedAt) {
  open(rulesOf(card::Secret::authenticationPin));
  press(QStringLiteral("1"));
  m_field->setReadOnly(true);
  press(QStringLiteral("2"));
  press(QStringLiteral("erase"));
  EXPECT_EQ(taken(), "1");
}

TEST_F(KeysOnTheScreen, AreLargeEnoughForFingers) {
  open(rulesOf(card::Secret::signaturePassword));
  for (const auto* one : m_keys->findChildren<QAbstractButton*>()) {
    EXPECT_GE(one->width(), targetSize()) << one->text().toStdString();
    EXPECT_GE(one->height(), targetSize()) << one->text().toStdString();
    EXPECT_TRUE(m_window->rect().contains(one->mapTo(m_window.get(), one->rect().bottomRight())));
  }
}

}  // namespace
}  // namespace madoguchi::app
