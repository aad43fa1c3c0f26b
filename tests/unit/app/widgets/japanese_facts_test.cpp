#include <gtest/gtest.h>

#include <string_view>

#include "forms/application/application_form.h"
#include "forms/places/municipalities.h"
#include "forms/places/offices.h"
#include "forms/procedures/procedure_facts.h"
#include "forms/registration/registration_form.h"
#include "tests/unit/app/readings.h"

// What is Japanese in every language, because it goes onto envelopes and into forms, can be read by
// who reads easy Japanese.

namespace madoguchi::test {
namespace {

QString text(std::string_view view) {
  return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString withoutBlanks(QString text) { return text.remove(u' '); }

app::RubyText expectRead(std::string_view markup) {
  const auto read = app::RubyText::fromMarkup(text(markup));
  EXPECT_TRUE(read.wellFormed && isAllRead(read)) << markup;
  return read;
}

TEST(JapaneseFactsTest, NamesAndAddressesOfOfficesAreRead) {
  for (const forms::Municipality& place : forms::municipalities()) {
    const forms::Office* office = forms::officeOfPrefecture(place.code6.substr(0, 2));
    ASSERT_NE(office, nullptr);
    EXPECT_TRUE(expectRead(office->name).hasRuby());
    EXPECT_TRUE(expectRead(office->address).hasRuby());
  }
}

TEST(JapaneseFactsTest, AddressesForPapersAreRead) {
  ASSERT_FALSE(forms::procedureFacts().addresses.empty());
  for (const forms::AddressRow& row : forms::procedureFacts().addresses) {
    EXPECT_EQ(withoutBlanks(expectRead(row.read).base()), withoutBlanks(text(row.address)));
  }
}

TEST(JapaneseFactsTest, ExamplesAreRead) {
  for (const forms::Definition* form : {&forms::registrationForm(), &forms::applicationForm()}) {
    for (const forms::Field& field : form->fields) {
      if (isAllRead(app::RubyText::plain(text(field.example)))) continue;
      EXPECT_EQ(expectRead(field.exampleRead).base(), text(field.example)) << field.id;
    }
  }
}

}  // namespace
}  // namespace madoguchi::test
