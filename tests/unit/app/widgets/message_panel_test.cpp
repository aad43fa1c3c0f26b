#include "app/widgets/message_panel.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "app/widgets/error_summary.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/svg_picture.h"

namespace madoguchi::app {
namespace {

/// A page with an error summary over two fields, as the form has it.
class ErrorSummaryTest : public testing::Test {
 protected:
  void SetUp() override {
    auto* column = new QVBoxLayout(&m_page);
    column->addWidget(m_summary);
    for (QLineEdit* field : {m_name, m_phone}) column->addWidget(field);
    m_page.show();
    m_page.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&m_page));
    m_summary->setTexts(QStringLiteral("Two errors"), {}, {}, QStringLiteral("Code: X"));
    m_summary->setEntries({{QStringLiteral("name"), QStringLiteral("{名前|な.まえ}")},
                           {QStringLiteral("phone"), QStringLiteral("Telephone")}});
  }
  RubyButton* link(const char* field) {
    return m_summary->findChild<RubyButton*>(QStringLiteral("errorSummary.") +
                                             QLatin1String(field));
  }

  QWidget m_page;
  ErrorSummary* m_summary = new ErrorSummary(&m_page);
  QLineEdit* m_name = new QLineEdit(&m_page);
  QLineEdit* m_phone = new QLineEdit(&m_page);
};

TEST_F(ErrorSummaryTest, LeadsToTheFields) {
  const QSignalSpy chosen(m_summary, &ErrorSummary::chosen);
  QTest::keyClick(link("phone"), Qt::Key_Return);
  link("name")->click();
  ASSERT_EQ(chosen.count(), 2);
  EXPECT_EQ(chosen[0].front().toString(), QStringLiteral("phone"));
  EXPECT_EQ(chosen[1].front().toString(), QStringLiteral("name"));
}

TEST_F(ErrorSummaryTest, ComesBeforeTheFieldsForTab) {
  m_summary->present();
  for (QWidget* next :
       std::initializer_list<QWidget*>{link("name"), link("phone"), m_name, m_phone}) {
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    EXPECT_EQ(QApplication::focusWidget(), next);
  }
}

TEST_F(ErrorSummaryTest, KeepsItsLinksWhenItsWordsChange) {
  RubyButton* const before = link("name");
  before->setFocus();
  m_summary->setEntries({{QStringLiteral("name"), QStringLiteral("Name")},
                         {QStringLiteral("phone"), QStringLiteral("Telephone")}});
  EXPECT_EQ(link("name"), before);
  EXPECT_EQ(before->text(), QStringLiteral("Name"));
  EXPECT_TRUE(before->hasFocus());
}

TEST_F(ErrorSummaryTest, LosesTheLinksOfErrorsThatAreMended) {
  m_summary->setEntries({{QStringLiteral("phone"), QStringLiteral("Telephone")}});
  EXPECT_TRUE(link("phone")->isVisible());
  EXPECT_TRUE(link("name") == nullptr || !link("name")->isVisible());
}

TEST_F(ErrorSummaryTest, GetsTheFocusWhenItIsPresented) {
  m_summary->present();
  const auto* title = qobject_cast<RubyLabel*>(QApplication::focusWidget());
  ASSERT_NE(title, nullptr);
  EXPECT_EQ(title->text(), QStringLiteral("Two errors"));
}

TEST_F(ErrorSummaryTest, ASignStandsAtTheMiddleOfTheFirstLineOfItsLink) {
  m_page.resize(em(m_page, 30), em(m_page, 40));
  m_summary->setEntries(
      {{QStringLiteral("name"), QStringLiteral("{名前|な.まえ}")},
       {QStringLiteral("phone"), QStringLiteral("Telephone number of the office where the person "
                                                "who fills this in works at present")}});
  for (int i = 0; i < 10; ++i) QCoreApplication::processEvents();
  ASSERT_GT(link("phone")->height(), link("name")->height()) << "it has two lines";
  for (const char* field : {"name", "phone"}) {
    auto* sign = link(field)->parentWidget()->findChild<SvgPicture*>();
    const QImage drawn = sign->grab().toImage();
    int first = drawn.height();
    int last = 0;
    for (int y = 0; y < drawn.height(); ++y) {
      if (drawn.pixelColor(drawn.width() / 2, y) == drawn.pixelColor(0, 0)) continue;
      first = std::min(first, y);
      last = y;
    }
    EXPECT_NEAR(sign->y() + (first + last) / 2.0, link(field)->y() + link(field)->firstLineMiddle(),
                2)
        << field;
  }
}

TEST(MessagePanel, SpeaksItsTextsAndHidesEmptyOnes) {
  MessagePanel panel(MessagePanel::Kind::error);
  panel.setTexts(QStringLiteral("{駄目|だ.め}"), {}, QStringLiteral("Try again"));
  panel.show();
  EXPECT_EQ(panel.accessibleDescription(), QStringLiteral("駄目\nTry again"));
  EXPECT_EQ(panel.accessibleName(), QString()) << "its title would be said twice";
  int shown = 0;
  for (const auto* label : panel.findChildren<RubyLabel*>()) shown += label->isVisible() ? 1 : 0;
  EXPECT_EQ(shown, 2);
}

/// In a light and in a dark palette.
class PanelColoursTest : public testing::TestWithParam<QRgb> {
 protected:
  static Colours colours() { return coloursOf(readable(QPalette(QColor::fromRgb(GetParam())))); }
};

TEST_P(PanelColoursTest, SayEachKindApartAndReadably) {
  using Kind = MessagePanel::Kind;
  std::set<QRgb> inks;
  for (const Kind kind : {Kind::error, Kind::warning, Kind::notice, Kind::good}) {
    const QColor ink = inkOf(kind, colours());
    const QColor surface = surfaceOf(kind, colours());
    inks.insert(ink.rgb());
    EXPECT_GE(contrast(ink, surface), 4.5) << ink.name().toStdString();
    EXPECT_GE(contrast(colours().text, surface), 4.5) << surface.name().toStdString();
  }
  EXPECT_EQ(inks.size(), 4U);
}

INSTANTIATE_TEST_SUITE_P(Palettes, PanelColoursTest, testing::Values(0xfff2f2f2, 0xff2a2e32),
                         [](const auto& one) {
                           return one.param == 0xfff2f2f2 ? "Light" : "Dark";
                         });

TEST(MessagePanel, UsesItsWidthWhereThatIsSmall) {
  MessagePanel panel(MessagePanel::Kind::error);
  panel.setTexts(QStringLiteral("Title"), QStringLiteral("Text"), {});
  panel.show();
  const auto textLeft = [&](double width) {
    panel.resize(em(panel, width), em(panel, 20));
    for (int i = 0; i < 10; ++i) QCoreApplication::processEvents();
    for (const auto* label : panel.findChildren<RubyLabel*>())
      if (label->text() == QStringLiteral("Text")) return label->x();
    return -1;
  };
  EXPECT_EQ(textLeft(40), panel.title()->x());
  EXPECT_LT(textLeft(20), panel.title()->x());
  EXPECT_EQ(textLeft(40), panel.title()->x());
}

}  // namespace
}  // namespace madoguchi::app
