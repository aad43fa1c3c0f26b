#pragma once

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include "app/widgets/ruby_label.h"
#include "tests/support/demonstration_form.h"
#include "tests/unit/app/kit/form/demonstration_window.h"

namespace madoguchi::test {

/// A form with every construct, in a real window.
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

  DemonstrationWindow m_window;
};

}  // namespace madoguchi::test
