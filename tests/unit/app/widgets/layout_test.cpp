#include <gtest/gtest.h>

#include <QApplication>
#include <QLineEdit>
#include <algorithm>
#include <utility>

#include "app/widgets/flow_layout.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/svg_picture.h"

namespace madoguchi::app {
namespace {

constexpr int kSpace = 10;

/// Fixed boxes in a row that wraps.
class FlowLayoutTest : public testing::Test {
 protected:
  QWidget* add(int width, int height) {
    auto* box = new QWidget(&m_window);
    box->setFixedSize(width, height);
    m_row->addWidget(box);
    return box;
  }
  void resize(int width) {
    m_window.resize(width, m_row->heightForWidth(width));
    m_window.show();
    m_row->activate();
  }

  QWidget m_window;
  FlowLayout* m_row = new FlowLayout(kSpace, &m_window);
};

TEST_F(FlowLayoutTest, NeedsExactlyTheWidthItAsksFor) {
  const QWidget* first = add(50, 20);
  const QWidget* second = add(50, 20);
  ASSERT_EQ(m_row->sizeHint().width(), 50 + kSpace + 50);
  resize(m_row->sizeHint().width());
  EXPECT_EQ(first->y(), second->y());
  EXPECT_GT(m_row->heightForWidth(m_row->sizeHint().width() - 1),
            m_row->heightForWidth(m_row->sizeHint().width()));
}

TEST_F(FlowLayoutTest, GoesOnInTheNextRow) {
  const QWidget* first = add(50, 20);
  const QWidget* second = add(50, 20);
  resize(80);
  EXPECT_EQ(second->x(), first->x());
  EXPECT_EQ(second->y(), first->y() + 20 + kSpace);
}

TEST_F(FlowLayoutTest, KeepsRowsTogetherThatBelongTogether) {
  add(50, 20);
  const QWidget* second = add(50, 20);
  m_row->setRowSpacing(0);
  resize(80);
  EXPECT_EQ(second->y(), 20);
}

TEST_F(FlowLayoutTest, LeavesNoGapForWhatIsHidden) {
  add(50, 20);
  QWidget* hidden = add(50, 20);
  const QWidget* last = add(50, 20);
  hidden->hide();
  resize(300);
  EXPECT_EQ(last->x(), 50 + kSpace);
}

TEST_F(FlowLayoutTest, PutsTheLastAtTheRightWhereThereIsRoom) {
  m_row->setLastAtRight(true);
  add(50, 20);
  const QWidget* last = add(50, 20);
  resize(300);
  EXPECT_EQ(last->geometry().right(), 299);
  resize(80);
  EXPECT_EQ(last->x(), 0);
}

TEST_F(FlowLayoutTest, PutsTextsOfARowOnOneLineWithAndWithoutReadings) {
  auto* with = new RubyLabel(RubyLabel::Role::strong, &m_window);
  with->setMarkup(QStringLiteral("{名前|な.まえ}"));
  auto* without = new RubyLabel(RubyLabel::Role::small, &m_window);
  without->setMarkup(QStringLiteral("Required"));
  auto* field = new QLineEdit(&m_window);
  for (QWidget* widget : std::initializer_list<QWidget*>{with, without, field})
    m_row->addWidget(widget);
  resize(800);
  const int middle = with->y() + with->firstLineMiddle();
  EXPECT_NEAR(without->y() + without->firstLineMiddle(), middle, 1);
  EXPECT_NEAR(field->geometry().center().y(), middle, 1);
}

TEST_F(FlowLayoutTest, ATextOfSeveralLinesEndsItsRow) {
  auto* text = new RubyLabel(RubyLabel::Role::strong, &m_window);
  text->setMarkup(QStringLiteral("A name\nof two lines"));
  m_row->addWidget(text);
  const QWidget* next = add(50, 20);
  resize(2000);
  EXPECT_GE(next->y(), text->geometry().bottom());
  text->setMarkup(QStringLiteral("A name"));
  resize(2001);
  EXPECT_LT(next->y(), text->geometry().bottom());
}

/// The first and the last row of what is drawn.
std::pair<int, int> inkOfPicture(SvgPicture& picture) {
  const QImage drawn = picture.grab().toImage();
  std::pair rows(drawn.height(), 0);
  for (int y = 0; y < drawn.height(); ++y) {
    for (int x = 0; x < drawn.width(); ++x) {
      if (drawn.pixelColor(x, y) == drawn.pixelColor(0, 0)) continue;
      rows = {std::min(rows.first, y), std::max(rows.second, y)};
    }
  }
  return rows;
}

TEST(SvgPicture, IsWholeBesideALineWithReadings) {
  for (const auto role : {RubyLabel::Role::small, RubyLabel::Role::body, RubyLabel::Role::strong}) {
    for (const double size : {1.2, 1.3, 1.7}) {
      QWidget window;
      RubyLabel label(role, &window);
      label.setMarkup(QStringLiteral("{名前|な.まえ}"));
      label.resize(label.sizeHint());
      SvgPicture alone(QStringLiteral(":/icons/bad.svg"), size, &window);
      alone.resize(alone.sizeHint());
      SvgPicture picture(QStringLiteral(":/icons/bad.svg"), size, &window);
      picture.standBeside(label);
      picture.resize(picture.sizeHint());
      const auto [top, bottom] = inkOfPicture(alone);
      const auto [first, last] = inkOfPicture(picture);
      EXPECT_EQ(last - first, bottom - top) << size;
    }
  }
}

TEST(SvgPicture, StandsBesideTheFirstLine) {
  QWidget window;
  RubyLabel label(RubyLabel::Role::strong, &window);
  label.setMarkup(QStringLiteral("{名前|な.まえ}"));
  label.resize(label.sizeHint());
  SvgPicture picture(QStringLiteral(":/icons/bad.svg"), 1.6, &window);
  picture.standBeside(label);
  picture.resize(picture.sizeHint());
  const auto [first, last] = inkOfPicture(picture);
  EXPECT_NEAR((first + last) / 2.0, label.firstLineMiddle(), 2);
}

}  // namespace
}  // namespace madoguchi::app
