#include "app/widgets/seen_as_one.h"

#include <gtest/gtest.h>

#include <QRect>
#include <QWidget>

namespace madoguchi::app {
namespace {

/// A field with what is said of it above and below, in a form.
class SeenAsOneTest : public testing::Test {
 protected:
  SeenAsOneTest() {
    m_form.setGeometry(10, 100, 300, 600);
    m_row.setGeometry(0, 50, 300, 200);
    m_field.setGeometry(0, 120, 300, 40);
    seeAsOne(m_form);
    seeAsOne(m_row);
  }
  [[nodiscard]] QRect seenIn(int room) const { return placeToSee(m_field, m_content, room); }

  QWidget m_content;
  QWidget m_form{&m_content};
  QWidget m_row{&m_form};
  QWidget m_field{&m_row};
};

TEST_F(SeenAsOneTest, AllThatThereIsRoomFor) {
  EXPECT_EQ(seenIn(600), QRect(10, 100, 300, 600));
  EXPECT_EQ(seenIn(599).bottom(), QRect(10, 150, 300, 200).bottom());
}

TEST_F(SeenAsOneTest, WhereThereIsLessWhatStandsAbove) {
  // All of the row, and as much above it as there is room for.
  EXPECT_EQ(seenIn(220), QRect(10, 130, 300, 220));
  // The field, and what is said above it.
  EXPECT_EQ(seenIn(150), QRect(10, 160, 300, 150));
}

TEST_F(SeenAsOneTest, NeverMoreThanTheWhole) {
  m_row.setGeometry(0, 0, 300, 200);
  EXPECT_EQ(seenIn(590), QRect(10, 100, 300, 200));
}

TEST_F(SeenAsOneTest, ThePartItselfWhereThereIsRoomForNothingElse) {
  EXPECT_EQ(seenIn(20), QRect(10, 270, 300, 40));
}

}  // namespace
}  // namespace madoguchi::app
