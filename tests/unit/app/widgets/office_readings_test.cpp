#include <gtest/gtest.h>

#include "forms/places/municipalities.h"
#include "forms/places/offices.h"
#include "tests/unit/app/readings.h"

namespace madoguchi::test {
namespace {

TEST(OfficeReadingsTest, EachKanjiOfANameAndAnAddressIsRead) {
  for (const forms::Municipality& place : forms::municipalities()) {
    const forms::Office* office = forms::officeOfPrefecture(place.code6.substr(0, 2));
    ASSERT_NE(office, nullptr);
    for (const std::string_view markup : {office->name, office->address}) {
      const auto text = app::RubyText::fromMarkup(
          QString::fromUtf8(markup.data(), static_cast<qsizetype>(markup.size())));
      EXPECT_TRUE(text.wellFormed && text.hasRuby() && isAllRead(text)) << markup;
    }
  }
}

}  // namespace
}  // namespace madoguchi::test
