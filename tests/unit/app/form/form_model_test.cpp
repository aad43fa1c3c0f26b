#include "app/form/form_model.h"

#include <gmock/gmock.h>

#include "tests/support/demonstration_form.h"

namespace madoguchi::app {
namespace {

using forms::FieldPath;
using forms::topField;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

struct Told {
  std::vector<std::string> fields = {};
  const QObject* by = nullptr;
};

/// The demonstration form (two groups, conditions, lists) and all that its model tells.
class FormModelTest : public testing::Test {
 protected:
  FormModelTest() {
    QObject::connect(&model, &FormModel::changed, &model,
                     [this](const QVector<FieldPath>& fields, const QObject* by) {
                       Told told{.by = by};
                       for (const FieldPath& field : fields) {
                         told.fields.push_back(written(field));
                       }
                       changes.push_back(told);
                     });
    QObject::connect(&model, &FormModel::shapeChanged, &model, [this] { ++shapes; });
    QObject::connect(&model, &FormModel::errorsChanged, &model, [this] { ++errors; });
  }

  std::string written(const FieldPath& path) const { return writtenPath(model.answers(), path); }
  std::vector<std::string> fieldsOf(std::string_view page) const {
    std::vector<std::string> all;
    for (const FieldPath& path : model.fields(page)) {
      all.push_back(written(path));
    }
    return all;
  }
  std::vector<std::string> said() const {
    std::vector<std::string> all;
    for (const forms::Finding& finding : model.findings()) {
      all.push_back(written(finding.path) + ' ' + finding.code);
    }
    return all;
  }
  void type(const std::string& field, const char* text) {
    model.type(topField(field), QString::fromUtf8(text));
  }
  void fillWithDemonstration() {
    model.fill(test::demonstrationAnswers(), ValueOrigin::typed);
    changes.clear();
    shapes = 0;
  }

  forms::Facts facts = test::demonstrationFacts();
  FormModel model{test::demonstrationForm(), [this] { return facts; }};
  std::vector<Told> changes;
  int shapes = 0;
  int errors = 0;
};

TEST_F(FormModelTest, TellsOfAValueAndWhoseItIs) {
  QObject editor;
  model.type(topField("name"), "houmu", &editor);
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_THAT(changes[0].fields, ElementsAre("name"));
  EXPECT_EQ(changes[0].by, &editor);
  EXPECT_EQ(model.value(topField("name")), "houmu");
  model.type(topField("name"), "houmu", &editor);
  EXPECT_THAT(changes, SizeIs(1)) << "it was said before";
  model.leaveField(topField("name"));
  ASSERT_THAT(changes, SizeIs(2));
  EXPECT_EQ(changes[1].by, nullptr) << "the editor has not said so itself";
  EXPECT_EQ(model.value(topField("name")), "HOUMU");
  EXPECT_EQ(shapes, 0);
  model.type(topField("nothing"), "x", &editor);
  EXPECT_THAT(changes, SizeIs(2));
}

TEST_F(FormModelTest, HalfACharacterBecomesNone) {
  model.type(topField("reason"), QStringLiteral("a") + QChar(0xD83D));
  EXPECT_EQ(model.value(topField("reason")), QStringLiteral("a\uFFFD"));
}

TEST_F(FormModelTest, AsksOtherFieldsWithOtherAnswers) {
  EXPECT_THAT(model.pages(), ElementsAre("person", "stay", "relatives", "end"));
  EXPECT_THAT(fieldsOf("stay"), Not(Contains("cardNumber")));
  type("hasCard", "yes");
  EXPECT_EQ(shapes, 1);
  EXPECT_THAT(fieldsOf("stay"), Contains("cardNumber"));
  EXPECT_TRUE(model.asks(topField("cardNumber")));
  EXPECT_TRUE(model.isRequired(topField("cardNumber")));
  type("cardNumber", "AB");
  EXPECT_EQ(shapes, 1);
  type("hasCard", "no");
  EXPECT_EQ(shapes, 2);
  EXPECT_FALSE(model.asks(topField("cardNumber")));
  EXPECT_EQ(model.value(topField("cardNumber")), "AB") << "kept, should it be asked again";
  type("currentStatus", "student");
  EXPECT_THAT(model.pages(), Contains("work"));
  EXPECT_FALSE(model.asks(topField("nothing")));
  EXPECT_FALSE(model.asks({.group = "family"}));
  type("hasFamily", "yes");
  EXPECT_TRUE(model.asks({.group = "family"}));
}

TEST_F(FormModelTest, OffersOtherChoicesWithOtherAnswers) {
  EXPECT_EQ(model.offered(topField("period")), QStringList({"y1"}));
  type("currentStatus", "engineer");
  EXPECT_EQ(model.offered(topField("period")), QStringList({"y1", "y5"}));
  const int before = shapes;
  type("dateOfBirth", "2015-01-01");
  EXPECT_EQ(shapes, before + 1) << "a parent may answer for a child";
  EXPECT_EQ(model.offered(topField("capacity")), QStringList({"self", "parent"}));
}

TEST_F(FormModelTest, FollowsTheFacts) {
  EXPECT_FALSE(model.asks(topField("desiredStatus")));
  facts.values["procedure"] = "change";
  model.noteFacts();
  EXPECT_EQ(shapes, 1);
  EXPECT_TRUE(model.asks(topField("desiredStatus")));
}

TEST_F(FormModelTest, NumbersItemsAsTheOfficialFormOfTheProcedureDoes) {
  type("hasFamily", "yes");
  EXPECT_EQ(model.itemNumber({.group = "family"}), "16");
  EXPECT_EQ(model.itemNumber(topField("desiredStatus")), "") << "not on the form of an extension";
  facts.values["procedure"] = "change";
  model.noteFacts();
  EXPECT_EQ(model.itemNumber({.group = "family"}), "17");
  EXPECT_EQ(model.itemNumber(topField("desiredStatus")), "14");
  EXPECT_EQ(model.itemNumber(topField("hasFamily")), "") << "asked by all, with no number";
  EXPECT_EQ(model.itemNumber({.group = "pets"}), "");
}

TEST_F(FormModelTest, RowsKeepTheirPathsWhileOthersGo) {
  type("hasFamily", "yes");
  const FieldPath first = model.addRow("family");
  const FieldPath second = model.addRow("family");
  EXPECT_EQ(shapes, 3);
  EXPECT_NE(first.row, second.row);
  EXPECT_THAT(model.rows("family"), ElementsAre(first.row, second.row));
  const FieldPath name{.group = "family", .row = second.row, .field = "name"};
  model.type(name, QStringLiteral("ﾎｾ"));
  model.leaveField(name);
  EXPECT_EQ(written(name), "family[1].name");
  model.removeRow("family", first.row);
  EXPECT_EQ(written(name), "family[0].name");
  EXPECT_EQ(model.value(name), QStringLiteral("ホセ"));
  model.removeRow("family", "nobody");
  EXPECT_THAT(model.rows("family"), ElementsAre(second.row));
}

TEST_F(FormModelTest, ARemovedRowComesBackToItsPlace) {
  type("hasFamily", "yes");
  std::vector<std::string> ids;
  for (const char* name : {"イ", "ロ", "ハ"}) {
    const FieldPath row = model.addRow("family");
    ids.push_back(row.row);
    model.type({.group = "family", .row = row.row, .field = "name"}, QString::fromUtf8(name));
  }
  EXPECT_FALSE(model.removedRow());
  model.removeRow("family", ids[1]);
  EXPECT_EQ(model.removedRow(), (FieldPath{.group = "family", .row = ids[1]}));
  const int before = shapes;
  model.undoRemoval();
  EXPECT_EQ(shapes, before + 1);
  EXPECT_EQ(model.rows("family"), ids);
  EXPECT_EQ(model.value({.group = "family", .row = ids[1], .field = "name"}), QStringLiteral("ロ"));
  EXPECT_FALSE(model.removedRow());
  model.undoRemoval();
  EXPECT_THAT(model.rows("family"), SizeIs(3));
}

TEST_F(FormModelTest, HasNoMoreRowsThanThereMayBe) {
  type("currentStatus", "student");
  std::vector<std::string> ids;
  while (model.mayAddRow("work")) {
    ids.push_back(model.addRow("work").row);
  }
  EXPECT_THAT(ids, SizeIs(3));
  EXPECT_EQ(model.addRow("work"), FieldPath());
  model.removeRow("work", ids[0]);
  model.addRow("work");
  model.undoRemoval();
  EXPECT_THAT(model.rows("work"), SizeIs(3));
  EXPECT_TRUE(model.removedRow()) << "it still has no place";
  EXPECT_FALSE(model.mayAddRow("nothing"));
}

TEST_F(FormModelTest, KnowsWhereAValueComesFrom) {
  model.fill({.values = {{"name", "HOUMU TARO"}, {"sex", "male"}}}, ValueOrigin::card);
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_THAT(changes[0].fields, ElementsAre("name", "sex"));
  EXPECT_EQ(model.origin(topField("name")), ValueOrigin::card);
  EXPECT_EQ(model.origin(topField("phone")), ValueOrigin::typed);
  type("name", "HOUMU HANAKO");
  EXPECT_EQ(model.origin(topField("name")), ValueOrigin::typed);
  type("name", "HOUMU TARO");
  EXPECT_EQ(model.origin(topField("name")), ValueOrigin::card) << "it is the card's again";
  model.missOnCard(topField("dateOfBirth"), "1990-04");
  EXPECT_EQ(model.origin(topField("dateOfBirth")), ValueOrigin::missingOnCard);
  EXPECT_EQ(model.wordsOfCard(topField("dateOfBirth")), "1990-04");
  EXPECT_EQ(model.wordsOfCard(topField("name")), "");
  type("dateOfBirth", "1990-04-01");
  EXPECT_EQ(model.origin(topField("dateOfBirth")), ValueOrigin::missingOnCard)
      << "what the card says stays beside it";
}

TEST_F(FormModelTest, FillsInDraftsWithTheirRows) {
  model.fill(test::demonstrationAnswers(), ValueOrigin::draft);
  EXPECT_EQ(model.answers(), test::demonstrationAnswers());
  EXPECT_EQ(model.origin({.group = "family", .row = "r1", .field = "name"}), ValueOrigin::draft);
  EXPECT_GT(shapes, 0);
  EXPECT_TRUE(model.check());
}

TEST_F(FormModelTest, ChecksOnePageAndKeepsWhatIsSaidOfOthers) {
  fillWithDemonstration();
  type("phone", "x");
  type("period", "y5");
  type("name", "houmu");
  EXPECT_FALSE(model.check("stay"));
  EXPECT_THAT(said(), ElementsAre("period chooseAgain"));
  EXPECT_EQ(model.value(topField("name")), "houmu") << "another page";
  EXPECT_FALSE(model.check("person"));
  EXPECT_EQ(model.value(topField("name")), "HOUMU");
  EXPECT_THAT(said(), ElementsAre("phone WZBAM005E", "period chooseAgain"));
  type("phone", "０３１２３４５６７８");
  EXPECT_TRUE(model.check("person"));
  EXPECT_THAT(said(), ElementsAre("period chooseAgain"));
  EXPECT_FALSE(model.check());
  const auto error = model.error(topField("period"));
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, "chooseAgain");
  EXPECT_FALSE(error->corrected);
  EXPECT_FALSE(model.error(topField("phone")));
}

TEST_F(FormModelTest, WarningsStopNothing) {
  fillWithDemonstration();
  type("passportExpiry", "2026-12-31");
  EXPECT_TRUE(model.check());
  const auto error = model.error(topField("passportExpiry"));
  ASSERT_TRUE(error);
  EXPECT_EQ(error->severity, forms::Severity::warning);
}

TEST_F(FormModelTest, MarksAnErrorAsCorrectedWhenItsFieldIsLeft) {
  fillWithDemonstration();
  type("phone", "x");
  type("period", "y5");
  model.check();
  errors = 0;
  type("phone", "0312345678");
  EXPECT_FALSE(model.error(topField("phone"))->corrected) << "not while somebody types";
  model.leaveField(topField("phone"));
  EXPECT_TRUE(model.error(topField("phone"))->corrected);
  EXPECT_FALSE(model.error(topField("period"))->corrected);
  EXPECT_EQ(errors, 1);
  type("phone", "x");
  model.leaveField(topField("phone"));
  EXPECT_FALSE(model.error(topField("phone"))->corrected);
  type("name", "");
  model.leaveField(topField("name"));
  EXPECT_FALSE(model.error(topField("name"))) << "leaving a field finds nothing new";
}

TEST_F(FormModelTest, ForgetsWhatWasSaidOfWhatIsNoLongerAsked) {
  fillWithDemonstration();
  type("cardNumber", "nonsense");
  model.type({.group = "family", .row = "r1", .field = "name"}, "");
  model.check();
  EXPECT_THAT(said(), ElementsAre("cardNumber WZBAM005E", "family[0].name WZBAM001E"));
  type("hasCard", "no");
  EXPECT_THAT(said(), ElementsAre("family[0].name WZBAM001E"));
  model.removeRow("family", "r1");
  EXPECT_THAT(said(), IsEmpty());
}

TEST_F(FormModelTest, OnlyTheServiceTakesBackWhatItHasFound) {
  fillWithDemonstration();
  model.takeRefusal({{"phone", "WZBAM018E"},
                     {"family[0].name", "WZBAM018E"},
                     {"family[3].name", "X"},
                     {"nothing", "X"}});
  EXPECT_THAT(said(), ElementsAre("phone WZBAM018E", "family[0].name WZBAM018E"));
  model.leaveField(topField("phone"));
  EXPECT_FALSE(model.error(topField("phone"))->corrected);
  EXPECT_TRUE(model.check());
  EXPECT_THAT(said(), IsEmpty());
}

TEST_F(FormModelTest, IsEmptyAgainWhenCleared) {
  EXPECT_TRUE(model.isEmpty());
  fillWithDemonstration();
  model.missOnCard(topField("sex"), "words");
  type("phone", "x");
  model.check();
  model.removeRow("work", "w1");
  EXPECT_FALSE(model.isEmpty());
  changes.clear();
  model.clear();
  EXPECT_TRUE(model.isEmpty());
  EXPECT_THAT(said(), IsEmpty());
  EXPECT_EQ(model.wordsOfCard(topField("sex")), "");
  EXPECT_FALSE(model.removedRow());
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_THAT(changes[0].fields, Contains("phone"));
}

}  // namespace
}  // namespace madoguchi::app
