#include "app/widgets/date_field.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>
#include <QWheelEvent>

#include "app/widgets/ruby_label.h"

namespace madoguchi::app {
namespace {

class DateFieldTest : public testing::Test {
 protected:
  void SetUp() override {
    m_field.show();
    m_field.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_field));
  }
  QLineEdit& year() { return *m_field.findChild<QLineEdit*>(QStringLiteral("birth.year")); }
  QComboBox& part(const char* name) {
    return *m_field.findChild<QComboBox*>(QStringLiteral("birth.") + QLatin1String(name));
  }
  QString pasted(const QString& text) {
    m_field.setValue(QStringLiteral("1980-01-02"));
    year().selectAll();
    year().insert(text);
    return m_field.value();
  }

  DateField m_field{QStringLiteral("birth")};
};

TEST_F(DateFieldTest, GivesWhatIsTypedAndChosen) {
  const QSignalSpy edited(&m_field, &DateField::edited);
  QTest::keyClicks(&year(), QStringLiteral("1990"));
  QTest::keyClicks(&part("month"), QStringLiteral("4"));
  QTest::keyClicks(&part("day"), QStringLiteral("15"));
  EXPECT_EQ(m_field.value(), QStringLiteral("1990-04-15"));
  EXPECT_EQ(edited.last().front().toString(), QStringLiteral("1990-04-15"));
}

TEST_F(DateFieldTest, KeepsAHalfFilledDate) {
  QTest::keyClicks(&year(), QStringLiteral("1990"));
  EXPECT_EQ(m_field.value(), QStringLiteral("1990--"));
  m_field.setValue(QStringLiteral("-12-"));
  EXPECT_EQ(m_field.value(), QStringLiteral("-12-"));
  m_field.setValue({});
  EXPECT_TRUE(m_field.value().isEmpty());
}

TEST_F(DateFieldTest, ADateThatIsPastedFillsInAllOfIt) {
  m_field.setReader([](const QString& text) {
    return text == QStringLiteral("15 April 1990") ? QStringLiteral("1990-04-15")
           : text == QStringLiteral("April 1990")  ? QStringLiteral("1990-04")
                                                   : text;
  });
  const QSignalSpy edited(&m_field, &DateField::edited);
  EXPECT_EQ(pasted(QStringLiteral("15 April 1990")), QStringLiteral("1990-04-15"));
  EXPECT_EQ(edited.last().front().toString(), QStringLiteral("1990-04-15"));
  EXPECT_EQ(pasted(QStringLiteral("April 1990")), QStringLiteral("1990-04-"));
  EXPECT_EQ(pasted(QStringLiteral(" 1990年 ")), QStringLiteral("1990-01-02")) << "a year alone";
  pasted(QStringLiteral("1990"));
  QTest::keyClicks(&year(), QStringLiteral("5"));
  EXPECT_EQ(m_field.value(), QStringLiteral("1990-01-02")) << "a fifth digit";
}

// It would be gone without a word otherwise.
TEST_F(DateFieldTest, WhatIsPastedAndIsNoDateStaysAndIsTheValue) {
  const QSignalSpy edited(&m_field, &DateField::edited);
  const int narrow = year().width();
  for (const QString none : {"昭和65年4月15日", "04/15/1990", "04-15-1990", "1990-13-01",
                             "1990-04-00", "199011", "someday", "1990-04-15-1"}) {
    EXPECT_EQ(pasted(none), none) << none.toStdString();
    EXPECT_EQ(edited.last().front().toString(), none);
    EXPECT_EQ(year().text(), none);
    EXPECT_GT(year().width(), narrow);
    DateField again(QStringLiteral("again"), DateField::Kind::partial);
    again.setValue(none);
    EXPECT_EQ(again.value(), none) << "as a draft brings it back";
  }
  year().setText(QStringLiteral("x1990-04-15"));
  year().setCursorPosition(1);
  QTest::keyClick(&year(), Qt::Key_Backspace);
  EXPECT_EQ(m_field.value(), QStringLiteral("1990-04-15")) << "mended by hand";
  EXPECT_EQ(year().text(), QStringLiteral("1990"));
  EXPECT_EQ(year().width(), narrow);
  pasted(QStringLiteral("someday"));
  year().clear();
  EXPECT_EQ(m_field.value(), QStringLiteral("-01-02")) << "taken away";
  EXPECT_EQ(pasted(QString(1000, u'x')).size(), 64);
}

TEST_F(DateFieldTest, TakesDatesOfWhichAPartIsUnknown) {
  DateField field(QStringLiteral("joined"), DateField::Kind::partial);
  field.show();
  const QSignalSpy edited(&field, &DateField::edited);
  auto* unknown = field.findChild<QAbstractButton*>(QStringLiteral("joined.unknown"));
  unknown->click();
  EXPECT_EQ(edited.last().front().toString(), QStringLiteral("unknown"));
  QTest::keyClicks(field.findChild<QLineEdit*>(QStringLiteral("joined.year")),
                   QStringLiteral("1977"));
  EXPECT_EQ(edited.last().front().toString(), QStringLiteral("1977"));
  field.findChild<QComboBox*>(QStringLiteral("joined.month"))->setCurrentIndex(4);
  EXPECT_EQ(edited.last().front().toString(), QStringLiteral("1977-04"));
  field.findChild<QComboBox*>(QStringLiteral("joined.day"))->setCurrentIndex(5);
  EXPECT_EQ(edited.last().front().toString(), QStringLiteral("1977-04-05"));
  unknown->click();
  EXPECT_EQ(field.value(), QStringLiteral("1977-04-05"));
  for (const char* value : {"unknown", "1977", "1977-04", "1977--", "1977-04-", "1977-04-05", ""}) {
    field.setValue(QLatin1String(value));
    EXPECT_EQ(field.value(), QLatin1String(value));
  }
}

TEST_F(DateFieldTest, TakesMonths) {
  DateField field(QStringLiteral("joined"), DateField::Kind::partialMonth);
  for (const char* value : {"unknown", "1977", "1977-04", "1977-", ""}) {
    field.setValue(QLatin1String(value));
    EXPECT_EQ(field.value(), QLatin1String(value));
  }
  EXPECT_TRUE(
      field.findChild<QComboBox*>(QStringLiteral("joined.day"))->parentWidget()->isHidden());
}

TEST_F(DateFieldTest, MakesFullWidthDigitsHalfWidthAndLeavesOutTheRest) {
  year().setText(QStringLiteral("１９９０"));
  EXPECT_EQ(year().text(), QStringLiteral("1990"));
  year().setText(QStringLiteral("19年"));
  EXPECT_EQ(year().text(), QStringLiteral("19"));
}

TEST_F(DateFieldTest, TakesWhatAssistiveTechnologyEnters) {
  const QSignalSpy edited(&m_field, &DateField::edited);
  QAccessible::queryAccessibleInterface(&year())->setText(QAccessible::Value,
                                                          QStringLiteral("１９９０"));
  ASSERT_EQ(edited.count(), 1);
  EXPECT_EQ(edited.last().front().toString(), QStringLiteral("1990--"));
  part("month").setCurrentIndex(4);
  EXPECT_EQ(edited.last().front().toString(), QStringLiteral("1990-04-"));
}

TEST_F(DateFieldTest, DoesNotCallItTypingWhenTheProgramFillsIt) {
  const QSignalSpy edited(&m_field, &DateField::edited);
  m_field.setValue(QStringLiteral("1990-04-15"));
  EXPECT_EQ(edited.count(), 0);
  EXPECT_EQ(m_field.value(), QStringLiteral("1990-04-15"));
}

TEST_F(DateFieldTest, LeavesTheWheelToThePage) {
  m_field.setValue(QStringLiteral("1990-04-15"));
  for (const char* name : {"month", "day"}) {
    part(name).setFocus();
    QWheelEvent wheel(QPointF(5, 5), QPointF(5, 5), {}, QPoint(0, -120), Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&part(name), &wheel);
    EXPECT_FALSE(wheel.isAccepted());
  }
  EXPECT_EQ(m_field.value(), QStringLiteral("1990-04-15"));
}

TEST_F(DateFieldTest, IsLeftWhenTheFocusGoesOutOfAllOfIt) {
  const QSignalSpy left(&m_field, &DateField::left);
  year().setFocus();
  part("month").setFocus();
  EXPECT_EQ(left.count(), 0);
  part("month").clearFocus();
  EXPECT_EQ(left.count(), 1);
}

/// A language that writes "Year 1990".
class LabelsFirst : public QTranslator {
 public:
  bool isEmpty() const override { return false; }
  QString translate(const char* /*context*/, const char* id, const char* /*comment*/,
                    int /*number*/) const override {
    return QByteArray(id) == "date.part" ? QStringLiteral("%2 %1") : QString();
  }
};

TEST_F(DateFieldTest, PutsLabelsWhereTheLanguageHasThem) {
  const auto isLabelFirst = [this](QWidget& field) {
    for (const RubyLabel* label : m_field.findChildren<RubyLabel*>()) {
      if (label->buddy() == &field) return label->x() < field.x();
    }
    return false;
  };
  for (QWidget* one : std::initializer_list<QWidget*>{&year(), &part("month"), &part("day")})
    EXPECT_FALSE(isLabelFirst(*one)) << one->objectName().toStdString();
  LabelsFirst language;
  QCoreApplication::installTranslator(&language);
  for (QWidget* one : std::initializer_list<QWidget*>{&year(), &part("month"), &part("day")})
    EXPECT_TRUE(QTest::qWaitFor([&] { return isLabelFirst(*one); }))
        << one->objectName().toStdString();
  QCoreApplication::removeTranslator(&language);
}

TEST_F(DateFieldTest, NamesItsParts) {
  m_field.setSpoken(QStringLiteral("Date of birth"), {});
  for (QWidget* one : std::initializer_list<QWidget*>{&year(), &part("month"), &part("day")})
    EXPECT_TRUE(one->accessibleName().startsWith(QStringLiteral("Date of birth ")))
        << one->objectName().toStdString();
}

}  // namespace
}  // namespace madoguchi::app
