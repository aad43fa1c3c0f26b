#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "app/rooms/application/bulk_entry.h"
#include "tests/unit/app/pages/application_fixture.h"
#include "tests/unit/forms/bulk/filled_table.h"

// Many applications from a table, by who files for clients.

namespace madoguchi::test {
namespace {

using testing::SizeIs;

const std::string kHeadings = "身分事項_氏名,身分事項_生年月日,身分事項_更新の理由";

class BulkTest : public ApplicationTest {
 protected:
  void toBulk(const std::string& drafts = {}) {
    ASSERT_NO_FATAL_FAILURE(toList(drafts, {}, "attorneyOrScrivener"));
    ASSERT_TRUE(press("applications.several"));
    ASSERT_TRUE(waitForPlace("applicationBulk"));
  }
  void open(const QByteArray& table) {
    outlets.existing = file("table.csv", table);
    ASSERT_TRUE(press("bulk.open"));
    ASSERT_TRUE(eventually([&] {
      return find("bulk.open")->isEnabled() && (isThere("bulk.fault") || isThere("bulk.summary"));
    })) << shown().toStdString();
  }
  void open(const forms::Cells& cells) {
    open(QByteArray::fromStdString(forms::writtenCsv(cells)));
  }
  void open(const std::vector<forms::Answers>& clients) {
    open(forms::filledIn("extension", clients));
  }
  bool isThere(const char* name) {
    const QWidget* widget = find(name);
    return widget != nullptr && widget->isVisible();
  }
  static forms::Answers client(const std::string& name) {
    forms::Answers answers = forms::withoutWhatNoTableHas(goodAnswers());
    answers.values["name"] = name;
    return answers;
  }
  static ScriptedServer::Answer made(const std::string& id) {
    return {.status = 201, .body = draft({}, 1, "", id)};
  }
  std::vector<ScriptedServer::Request> posts() const {
    std::vector<ScriptedServer::Request> found;
    for (const auto& request : server->requests("/v1/drafts")) {
      if (!request.idempotencyKey.empty()) found.push_back(request);
    }
    return found;
  }
  static std::string nameIn(const ScriptedServer::Request& request) {
    return nlohmann::json::parse(request.body).at("values").at("name");
  }
};

TEST_F(BulkTest, IsForWhoFilesForClientsOnly) {
  ASSERT_NO_FATAL_FAILURE(toList());
  EXPECT_FALSE(isThere("applications.several"));
}

TEST_F(BulkTest, IsNotThereWhereNobodyHasFilesOfTheirOwn) {
  outlets.refused = {app::Outlets::Kind::ownFiles};
  ASSERT_NO_FATAL_FAILURE(toList({}, {}, "attorneyOrScrivener"));
  EXPECT_FALSE(isThere("applications.several"));
}

TEST_F(BulkTest, SavesAnEmptyTableThatCanBeReadAgain) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  for (const char* procedure : {"extension", "change"}) {
    outlets.file = folder.filePath(QLatin1String(procedure));
    ASSERT_TRUE(press((std::string("bulk.template.") + procedure).c_str()));
    EXPECT_TRUE(isThere("bulk.templateSaved"));
    QFile saved(*outlets.file);
    ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
    const forms::BulkTable table = forms::readBulkTable(saved.readAll().toStdString());
    EXPECT_EQ(table.procedure, procedure);
    EXPECT_EQ(table.fault, forms::BulkFault::noRows);
  }
}

TEST_F(BulkTest, SaysWhereATableCannotBeSaved) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  outlets.file = folder.filePath("no such folder/table.csv");
  ASSERT_TRUE(press("bulk.template.extension"));
  EXPECT_TRUE(wordsOf("bulk.templateSaved").contains("not")) << shown().toStdString();
}

TEST_F(BulkTest, MakesADraftOfEachRow) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open({client("SANTOS MARIA"), client("CRUZ ANA")}));
  EXPECT_TRUE(wordsOf("bulk.summary").contains("Can become drafts: 2")) << shown().toStdString();
  EXPECT_FALSE(isThere("bulk.saveLeft"));
  server->answer("/v1/drafts", made(kDraftId));
  server->answer("/v1/drafts", made(kOtherDraftId));
  ASSERT_TRUE(press("bulk.keep"));
  ASSERT_TRUE(eventually([&] { return isThere("bulk.kept"); })) << shown().toStdString();
  EXPECT_TRUE(wordsOf("bulk.kept").contains("2"));
  ASSERT_THAT(posts(), SizeIs(2));
  EXPECT_EQ(nameIn(posts()[0]), "SANTOS MARIA");
  EXPECT_EQ(nameIn(posts()[1]), "CRUZ ANA");
  EXPECT_NE(posts()[0].idempotencyKey, posts()[1].idempotencyKey);
  const auto sent = nlohmann::json::parse(posts()[0].body);
  EXPECT_EQ(sent.at("forWhom"), "client");
  EXPECT_EQ(sent.at("procedure"), "extension");
  EXPECT_EQ(sent.at("values").at("municipalityCode"), "131016");
  EXPECT_EQ(sent.at("values").at("agentName"), "ＳＡＮＴＯＳ　ＭＡＲＩＡ　ＣＬＡＲＡ")
      << "from the account";
  EXPECT_FALSE(isThere("bulk.keep"));
  answerLists();
  ASSERT_TRUE(press("bulk.toList"));
  EXPECT_TRUE(waitForPlace("applications"));
}

TEST_F(BulkTest, FindsWhoHasAnApplicationOnAnOlderPageOfTheList) {
  const auto page = [](const std::string& name, const std::string& state, const std::string& id) {
    const std::string usual = "SANTOS MARIA CLARA";
    std::string line = applicationLine(state, {}, id + std::string(30, '0'));
    line.replace(line.find(usual), usual.size(), name);
    return ScriptedServer::Answer{
        .status = 200,
        .body = R"({"applications":[)" + line + R"(],"next":"1764558240-)" + id + R"("})"};
  };
  const auto behind = [](const std::string& id) {
    return "/v1/applications?before=1764558240-" + id;
  };
  ASSERT_NO_FATAL_FAILURE(logIn());
  server->answer("/v1/account", registered("attorneyOrScrivener"));
  server->answer("/v1/drafts", {.status = 200, .body = R"({"drafts":[]})"});
  server->answer("/v1/applications", page("CRUZ ANA", "filed", "a1"));
  ASSERT_TRUE(press("menu.applications"));
  ASSERT_TRUE(eventually([&] { return find("applications.several") != nullptr; }));
  server->answer(behind("a1"), ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("applications.several"));
  ASSERT_TRUE(eventually([&] { return isThere("applications.failure"); })) << shown().toStdString();
  server->answer(behind("a1"), page("REYES JUAN", "refused", "a2"));
  server->answer(behind("a2"), page("SANTOS MARIA", "examination", "a3"));
  server->answer(behind("a3"), {.status = 200, .body = R"({"applications":[]})"});
  ASSERT_TRUE(press("applications.several"));
  ASSERT_TRUE(waitForPlace("applicationBulk")) << shown().toStdString();
  ASSERT_NO_FATAL_FAILURE(open({client("SANTOS MARIA"), client("CRUZ ANA"), client("TAN LI")}));
  EXPECT_TRUE(wordsOf("bulk.summary").contains("already: 2")) << shown().toStdString();
}

TEST_F(BulkTest, SaysWhatIsWrongInWhichCellAndTakesTheRest) {
  forms::Cells cells = forms::filledIn("extension", {client("SANTOS MARIA"), client("CRUZ ANA")});
  std::swap(cells[3], cells[4]);
  cells[4][0] = "フィリビン";
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open(cells));
  EXPECT_TRUE(shown().contains("A5: ")) << shown().toStdString();
  EXPECT_TRUE(shown().contains("フィリビン"));
  EXPECT_TRUE(wordsOf("bulk.summary").contains("Rows to be mended: 1"));
  server->answer("/v1/drafts", made(kDraftId));
  ASSERT_TRUE(press("bulk.keep"));
  ASSERT_TRUE(eventually([&] { return isThere("bulk.kept"); }));
  ASSERT_THAT(posts(), SizeIs(1));
  EXPECT_EQ(nameIn(posts()[0]), "CRUZ ANA");
  outlets.file = folder.filePath("left.csv");
  ASSERT_TRUE(press("bulk.saveLeft"));
  EXPECT_TRUE(isThere("bulk.leftSaved"));
  QFile left(*outlets.file);
  ASSERT_TRUE(left.open(QIODevice::ReadOnly));
  const forms::BulkTable table = forms::readBulkTable(left.readAll().toStdString());
  ASSERT_THAT(table.rows, SizeIs(1));
  EXPECT_EQ(forms::valueAt(table.rows[0].answers, forms::topField("name")), "SANTOS MARIA");
  EXPECT_THAT(table.cells[3][0], testing::StartsWith("B4: ")) << "where it is in that file";
  EXPECT_EQ(table.cells[3][1], "フィリビン");
}

TEST_F(BulkTest, SaysWhatTheFormWouldSay) {
  forms::Answers wrong = client("SANTOS MARIA");
  wrong.values["postalCode"] = "12";
  wrong.values["passportExpiry"] = "2026-02-30";
  wrong.groups["family"][0].values["dateOfBirth"] = "2999-01-01";
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open({wrong}));
  for (const char* place : {"H4: ", "P4: ", "AE4: "}) {
    EXPECT_TRUE(shown().contains(place)) << place << shown().toStdString();
  }
  EXPECT_FALSE(isThere("bulk.keep"));
}

TEST_F(BulkTest, WantsWhatDecidesWhetherItCanBeFiled) {
  forms::Answers without = client("SANTOS MARIA");
  without.values.erase("stayExpiry");
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open({without}));
  EXPECT_TRUE(wordsOf("bulk.summary").contains("Rows to be mended: 1")) << shown().toStdString();
  EXPECT_TRUE(shown().contains("WZBAM001E"));
}

TEST_F(BulkTest, SaysWhoCannotBeFiledForAndWhy) {
  forms::Answers late = client("SANTOS MARIA");
  late.values["stayExpiry"] = inDays(-1);
  forms::Answers manager = client("CRUZ ANA");
  manager.values["currentStatus"] = "T25";
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open({late, manager}));
  EXPECT_TRUE(wordsOf("bulk.summary").contains("Rows that cannot be filed here now: 2"))
      << shown().toStdString();
  EXPECT_TRUE(shown().contains("part “M” of the form")) << shown().toStdString();
  EXPECT_FALSE(isThere("bulk.keep"));
  EXPECT_TRUE(isThere("bulk.saveLeft"));
}

TEST_F(BulkTest, LeavesOutWhoHasADraftUntilAskedTo) {
  ASSERT_NO_FATAL_FAILURE(toBulk(draftLine()));
  ASSERT_NO_FATAL_FAILURE(open({client("SANTOS MARIA CLARA"), client("CRUZ ANA")}));
  server->answer("/v1/drafts", made(kOtherDraftId));
  ASSERT_TRUE(press("bulk.keep"));
  ASSERT_TRUE(eventually([&] { return isThere("bulk.kept"); })) << shown().toStdString();
  ASSERT_THAT(posts(), SizeIs(1));
  EXPECT_EQ(nameIn(posts()[0]), "CRUZ ANA");
  server->answer("/v1/drafts", made(std::string(32, 'd')));
  ASSERT_TRUE(press("bulk.keepAll"));
  ASSERT_TRUE(eventually([&] { return !isThere("bulk.keepAll") && isThere("bulk.kept"); }));
  ASSERT_THAT(posts(), SizeIs(2));
  EXPECT_EQ(nameIn(posts()[1]), "SANTOS MARIA CLARA");
}

TEST_F(BulkTest, LeavesOutWhoWasFiledForUntilItIsDecided) {
  ASSERT_NO_FATAL_FAILURE(toList({}, applicationLine("examination"), "attorneyOrScrivener"));
  ASSERT_TRUE(press("applications.several"));
  ASSERT_TRUE(waitForPlace("applicationBulk"));
  ASSERT_NO_FATAL_FAILURE(open({client("SANTOS MARIA CLARA")}));
  EXPECT_FALSE(isThere("bulk.keep")) << shown().toStdString();
  EXPECT_TRUE(isThere("bulk.keepAll"));
}

TEST_F(BulkTest, TakesWhoseFormerApplicationWasDecided) {
  ASSERT_NO_FATAL_FAILURE(toList({}, applicationLine("done"), "attorneyOrScrivener"));
  ASSERT_TRUE(press("applications.several"));
  ASSERT_TRUE(waitForPlace("applicationBulk"));
  ASSERT_NO_FATAL_FAILURE(open({client("SANTOS MARIA CLARA")}));
  EXPECT_TRUE(isThere("bulk.keep")) << shown().toStdString();
}

TEST_F(BulkTest, KnowsWhomItHasKeptWhenTheTableIsOpenedAgain) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open({client("CRUZ ANA")}));
  server->answer("/v1/drafts", made(kDraftId));
  ASSERT_TRUE(press("bulk.keep"));
  ASSERT_TRUE(eventually([&] { return isThere("bulk.kept"); }));
  ASSERT_NO_FATAL_FAILURE(open({client("CRUZ ANA")}));
  EXPECT_FALSE(isThere("bulk.keep")) << shown().toStdString();
  EXPECT_TRUE(isThere("bulk.keepAll"));
}

TEST_F(BulkTest, StopsWhereTheServiceFailsAndGoesOnUnderTheSameKey) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open({client("SANTOS MARIA"), client("CRUZ ANA")}));
  server->answer("/v1/drafts", ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("bulk.keep"));
  ASSERT_TRUE(eventually([&] { return isThere("bulk.failure"); })) << shown().toStdString();
  ASSERT_THAT(posts(), SizeIs(1));
  server->answer("/v1/drafts", made(kDraftId));
  server->answer("/v1/drafts", made(kOtherDraftId));
  ASSERT_TRUE(press("bulk.again"));
  ASSERT_TRUE(eventually([&] { return isThere("bulk.kept"); }));
  ASSERT_THAT(posts(), SizeIs(3));
  EXPECT_EQ(posts()[0].idempotencyKey, posts()[1].idempotencyKey);
  EXPECT_EQ(posts()[0].body, posts()[1].body);
}

TEST_F(BulkTest, KeepsOnlyAsManyAsTheAccountMayHave) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open({client("SANTOS MARIA")}));
  server->answer("/v1/drafts", ScriptedServer::problem(409, "draftsTooMany"));
  ASSERT_TRUE(press("bulk.keep"));
  ASSERT_TRUE(eventually([&] { return isThere("bulk.failure"); }));
  EXPECT_TRUE(wordsOf("bulk.failure").contains("MG-602")) << shown().toStdString();
}

TEST_F(BulkTest, SavesTheRowsThatAreNoDraftsYetAfterAFailure) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open({client("SANTOS MARIA"), client("CRUZ ANA")}));
  EXPECT_FALSE(isThere("bulk.saveLeft"));
  server->answer("/v1/drafts", made(kDraftId));
  server->answer("/v1/drafts", ScriptedServer::problem(409, "draftsTooMany"));
  ASSERT_TRUE(press("bulk.keep"));
  ASSERT_TRUE(eventually([&] { return isThere("bulk.failure"); })) << shown().toStdString();
  outlets.file = folder.filePath("left.csv");
  ASSERT_TRUE(press("bulk.saveLeft"));
  QFile left(*outlets.file);
  ASSERT_TRUE(left.open(QIODevice::ReadOnly));
  const forms::BulkTable table = forms::readBulkTable(left.readAll().toStdString());
  ASSERT_THAT(table.rows, SizeIs(1));
  EXPECT_EQ(forms::valueAt(table.rows[0].answers, forms::topField("name")), "CRUZ ANA");
  EXPECT_THAT(table.cells[3][0], testing::StartsWith("Not a draft yet."));
}

TEST_F(BulkTest, GoesOnWhereTheSessionEndedMeanwhile) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open({client("SANTOS MARIA")}));
  server->answer("/v1/drafts", ScriptedServer::problem(401, "sessionMissing"));
  ASSERT_TRUE(press("bulk.keep"));
  ASSERT_TRUE(waitForPlace("login")) << shown().toStdString();
  server->answer("/v1/drafts", made(kDraftId));
  ASSERT_NO_FATAL_FAILURE(logIn());
  ASSERT_TRUE(waitForPlace("applicationBulk"));
  ASSERT_TRUE(eventually([&] { return isThere("bulk.kept"); })) << shown().toStdString();
  EXPECT_EQ(posts().front().idempotencyKey, posts().back().idempotencyKey);
}

TEST_F(BulkTest, MakesOneDraftOfTheSameRowHoweverOftenItIsOpened) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open({client("CRUZ ANA"), client("CRUZ ANA")}));
  EXPECT_TRUE(wordsOf("bulk.summary").contains("Can become drafts: 1")) << shown().toStdString();
  server->answer("/v1/drafts", ScriptedServer::problem(503, "unavailable"));
  ASSERT_TRUE(press("bulk.keep"));
  ASSERT_TRUE(eventually([&] { return isThere("bulk.failure"); }));
  ASSERT_NO_FATAL_FAILURE(open({client("CRUZ ANA")}));
  server->answer("/v1/drafts", made(kDraftId));
  ASSERT_TRUE(press("bulk.keep"));
  ASSERT_TRUE(eventually([&] { return isThere("bulk.kept"); }));
  ASSERT_THAT(posts(), SizeIs(2));
  EXPECT_EQ(posts()[0].idempotencyKey, posts()[1].idempotencyKey);
}

TEST_F(BulkTest, AsksBeforeItIsLeftWhileDraftsAreMade) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open({client("CRUZ ANA")}));
  ScriptedServer::Answer slow = made(kDraftId);
  slow.never = true;
  server->answer("/v1/drafts", slow);
  ASSERT_TRUE(press("bulk.keep"));
  ASSERT_TRUE(eventually([&] { return posts().size() == 1; }));
  EXPECT_TRUE(window().wouldLoseSomething());
}

TEST_F(BulkTest, DoesNotGuessWhatATableIsFor) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(
      open(QByteArray::fromStdString("身分事項_氏名,身分事項_生年月日\nA B,19900101\n")));
  EXPECT_TRUE(wordsOf("bulk.fault").contains("更新の理由")) << shown().toStdString();
}

TEST_F(BulkTest, SaysWhatIsNoTable) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open(QByteArray("PK\x03\x04workbook")));
  EXPECT_TRUE(wordsOf("bulk.fault").contains("CSV UTF-8")) << shown().toStdString();
  EXPECT_FALSE(isThere("bulk.summary"));
  ASSERT_NO_FATAL_FAILURE(open(QByteArray::fromStdString(kHeadings)));
  EXPECT_TRUE(wordsOf("bulk.fault").contains("row 4"));
  outlets.existing = folder.filePath("is not there");
  ASSERT_TRUE(press("bulk.open"));
  ASSERT_TRUE(eventually([&] { return wordsOf("bulk.fault").contains("could not be read"); }));
}

TEST_F(BulkTest, OpensWhatJapaneseSpreadsheetsSaveForWindows) {
  // 身分事項_氏名,身分事項_生年月日,身分事項_更新の理由 in Shift_JIS.
  const QByteArray table(
      "\x90g\x95\xAA\x8E\x96\x8D\x80_\x8E\x81\x96\xBC,\x90g\x95\xAA\x8E\x96\x8D\x80_"
      "\x90\xB6\x94N\x8C\x8E\x93\xFA,\x90g\x95\xAA\x8E\x96\x8D\x80_"
      "\x8DX\x90V\x82\xCC\x97\x9D\x97R\nA B,19900101,x\n");
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open(table));
  EXPECT_TRUE(shown().contains("Row 2: A B")) << shown().toStdString();
}

TEST_F(BulkTest, NamesTheColumnsThatItLeavesOut) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(
      open(QByteArray::fromStdString(kHeadings + ",備考,{x|y}\nA B,19900101,,x\n")));
  EXPECT_TRUE(wordsOf("bulk.summary").contains("備考, {x|y}")) << shown().toStdString();
}

TEST_F(BulkTest, NamesTheColumnsWithoutAHeadingThatItLeavesOut) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open(QByteArray::fromStdString(kHeadings + ",\nA B,19900101,,x,y\n")));
  EXPECT_TRUE(wordsOf("bulk.summary").contains("no heading, and are not used: D, E"))
      << shown().toStdString();
}

/// Of whom the table has nothing that is not asked.
forms::Answers onlyAsked(forms::Answers answers) {
  std::erase_if(answers.values,
                [](const auto& answer) { return answer.first.starts_with("supporter"); });
  return answers;
}

TEST_F(BulkTest, NamesTheAnswersThatANoLeavesUnused) {
  forms::Answers maria = onlyAsked(client("SANTOS MARIA"));
  maria.values["criminalDetail"] = "該当なし";
  maria.values["orgName"] = "法務商事株式会社";  // of another part
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open({maria}));
  EXPECT_FALSE(shown().contains("cells are not used")) << shown().toStdString();
  maria.values["hasFamily"] = "no";
  ASSERT_NO_FATAL_FAILURE(open({maria}));
  EXPECT_TRUE(wordsOf("bulk.summary").contains("“No” or “Undecided”: 7")) << shown().toStdString();
  EXPECT_TRUE(shown().contains("are not used: AC4, AD4, AE4, AF4, AG4, AH4, AI4."))
      << shown().toStdString();
  EXPECT_TRUE(isThere("bulk.keep"));
}

TEST_F(BulkTest, NamesTheAnswersThatStandBehindTwoNoes) {
  forms::Answers maria = onlyAsked(client("SANTOS MARIA"));
  maria.values["departureDecided"] = "no";
  maria.values["departureOn"] = "2027-01-01";
  const forms::Cells cells = forms::filledIn("extension", {maria});
  const auto departure = std::ranges::find(cells[0], "_再入国許可申請_出国予定年月日（内容）");
  ASSERT_NE(departure, cells[0].end());
  const auto column = static_cast<std::size_t>(departure - cells[0].begin());
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open(cells));
  EXPECT_TRUE(shown().contains(
      QString::fromStdString("are not used: " + forms::columnLetters(column) + "4.")))
      << shown().toStdString();
}

TEST_F(BulkTest, ShowsWhatACellSaysAsItStands) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open(QByteArray::fromStdString(
      kHeadings + ",身分事項_性別\nA B,19900101,,{x|y}\xE2\x80\xAE%1\n")));
  EXPECT_TRUE(shown().contains("“{x|y}\\u{202E}%1”")) << shown().toStdString();
}

TEST_F(BulkTest, SaysWhereItHasPutAZeroBack) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  forms::Cells cells = forms::filledIn("extension", {client("SANTOS MARIA")});
  const auto phone = std::ranges::find(cells[0], "身分事項_日本における連絡先_電話番号");
  cells[3].at(static_cast<std::size_t>(phone - cells[0].begin())) = "312345678";
  ASSERT_NO_FATAL_FAILURE(open(cells));
  EXPECT_TRUE(shown().contains("A zero was put back in: L4")) << shown().toStdString();
}

TEST_F(BulkTest, HoldsAsManyDraftsAsWhoFilesForClientsMayHave) {
  std::string drafts;
  for (int i = 100; i < 200; ++i) {
    drafts += (i > 100 ? "," : "") + draftLine("d" + std::to_string(i) + std::string(28, '0'));
  }
  ASSERT_NO_FATAL_FAILURE(toList(drafts, {}, "attorneyOrScrivener"));
  EXPECT_TRUE(isThere(("applications.draft.d199" + std::string(28, '0')).c_str()));
}

TEST_F(BulkTest, SpeaksTheLanguageOfTheMoment) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  forms::Cells cells = forms::filledIn("extension", {client("SANTOS MARIA")});
  cells[3][0] = "フィリビン";
  ASSERT_NO_FATAL_FAILURE(open(cells));
  speak("ja");
  EXPECT_TRUE(shown().contains("直すところがある行")) << shown().toStdString();
  EXPECT_FALSE(shown().contains("Rows to be mended"));
  EXPECT_TRUE(shown().contains("フィリビン"));
}

TEST_F(BulkTest, ForgetsTheTableWhenItIsLeft) {
  ASSERT_NO_FATAL_FAILURE(toBulk());
  ASSERT_NO_FATAL_FAILURE(open({client("SANTOS MARIA")}));
  answerLists();
  ASSERT_TRUE(press("header.back"));
  ASSERT_TRUE(waitForPlace("applications"));
  ASSERT_TRUE(eventually([&] { return isThere("applications.several"); }));
  ASSERT_TRUE(press("applications.several"));
  ASSERT_TRUE(waitForPlace("applicationBulk"));
  EXPECT_FALSE(isThere("bulk.summary"));
}

}  // namespace
}  // namespace madoguchi::test
