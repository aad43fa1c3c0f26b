#include "app/rooms/application/print/application_paper.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <algorithm>
#include <memory>

#include "app/kit/printed_document.h"
#include "app/rooms/application/print/paper_words.h"
#include "app/widgets/ruby_text.h"
#include "tests/support/largest_application.h"
#include "tests/unit/app/pages/application_fixture.h"

// The application on paper: the official forms' order and numbers, and nothing lost.

namespace madoguchi::test {
namespace {

/// A form that was filled in so.
std::unique_ptr<app::FormModel> filled(const forms::Answers& answers,
                                       const std::string& procedure = "extension",
                                       const std::string& userClass = "foreignNational") {
  auto form = std::make_unique<app::FormModel>(
      forms::applicationForm(), [=] { return forms::filedBy(userClass, procedure); });
  form->fill(answers, app::ValueOrigin::account);
  return form;
}

app::PaperHead headOf(const QString& procedure, const QString& number = {}) {
  return {.procedure = procedure, .day = forms::kFilingDay, .provisionalNumber = number};
}

bool isTitle(const app::Document::Line& line) { return line.heading && line.size > 1; }

/// The numbers on each sheet, by the sheet's title, as they stand.
std::vector<std::pair<QString, QStringList>> numbersOf(const app::Document& paper) {
  std::vector<std::pair<QString, QStringList>> sheets;
  for (const app::Document::Line& line : paper.lines) {
    if (isTitle(line)) sheets.emplace_back(line.text, QStringList());
    // Tables of rows can have three columns, too.
    static const QRegularExpression number(QStringLiteral("^\\d+(\\(\\d+\\))?$"));
    const bool hasNumber = line.cells.size() == 3 && line.cells.front().names &&
                           number.match(line.cells.front().text).hasMatch();
    if (hasNumber) sheets.back().second << line.cells.front().text;
  }
  std::erase_if(sheets, [](const auto& sheet) { return sheet.second.isEmpty(); });
  return sheets;
}

/// "10", "(1)" of the Agency's own text as "10", "10(1)"; what is not the number of an item is
/// passed over.
QStringList officialNumbers(const char* file) {
  QFile text(QStringLiteral(MADOGUCHI_TEST_DATA "/applications/") + file);
  EXPECT_TRUE(text.open(QIODevice::ReadOnly)) << file;
  static const QRegularExpression item(QStringLiteral("(?:^|\\| )(\\d{1,2}) (?!\\d)"),
                                       QRegularExpression::MultilineOption);
  QStringList numbers;
  for (auto found = item.globalMatch(QString::fromUtf8(text.readAll())); found.hasNext();)
    numbers << found.next().captured(1);
  return numbers;
}

/// Without the parts in brackets, each once.
QStringList wholeNumbers(const QStringList& numbers) {
  QStringList whole;
  for (const QString& number : numbers) whole << number.section(u'(', 0, 0);
  whole.removeDuplicates();
  return whole;
}

QString withoutSpaces(const QString& text) {
  // Characters of one shape are made the same, as a font may have one for two.
  return text.normalized(QString::NormalizationForm_KC)
      .remove(QRegularExpression(QStringLiteral("[\\s・‧•·]")));
}

/// The pages of the printed paper, as an independent reader finds them.
QStringList pagesOf(const app::Document& paper) {
  const QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("paper.pdf"));
  EXPECT_TRUE(app::writePdf(file, paper));
  QProcess reader;
  reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), file, QStringLiteral("-")});
  EXPECT_TRUE(reader.waitForFinished()) << "pdftotext of poppler-utils";
  return QString::fromUtf8(reader.readAllStandardOutput()).split(u'\f', Qt::SkipEmptyParts);
}

TEST(ApplicationPaperTest, HasTheNumbersOfTheOfficialFormInItsOrder) {
  const auto extension =
      numbersOf(app::applicationPaper(*filled(forms::spousesAnswers()), headOf("extension")));
  ASSERT_EQ(extension.size(), 2U);
  EXPECT_EQ(wholeNumbers(extension[0].second), officialNumbers("extension_part1.txt"));
  EXPECT_TRUE(extension[1].first.endsWith(" T"));
  EXPECT_EQ(wholeNumbers(extension[1].second).join(','), "17,18,19,20,21,22");

  forms::Answers change = forms::spousesAnswers();
  change.values.insert_or_assign("desiredStatus", "T62");
  change.values.insert_or_assign("currentStatus", "T26");
  const auto changed =
      numbersOf(app::applicationPaper(*filled(change, "change"), headOf("change")));
  ASSERT_FALSE(changed.empty());
  EXPECT_EQ(wholeNumbers(changed[0].second), officialNumbers("change_part1.txt"));
}

TEST(ApplicationPaperTest, TheOrganizationsPagesStandBehindTheApplicantsWithAllTheirNumbers) {
  const app::Document paper =
      app::applicationPaper(*filled(forms::specifiedSkilledWorkersAnswers()), headOf("extension"));
  const auto sheets = numbersOf(paper);
  ASSERT_GT(sheets.size(), 3U);
  EXPECT_EQ(wholeNumbers(sheets[1].second).join(','), "18,19,20,21,22,23,24,25,27,28");
  QStringList organizations;
  for (std::size_t i = 2; i < sheets.size(); ++i) organizations << sheets[i].second;
  EXPECT_EQ(wholeNumbers(organizations).join(','), "2,3,4,5");
  EXPECT_TRUE(organizations.contains("2(2)")) << "of a table that no question stands before";
  const auto hasCountry = [&](const app::Document::Line& line) {
    return std::ranges::any_of(line.cells,
                               [](const auto& cell) { return cell.text.contains("国・地域名"); });
  };
  EXPECT_TRUE(std::ranges::none_of(paper.lines, hasCountry)) << "which only part N asks of work";
}

TEST(ApplicationPaperTest, TheSupportersPartIsASheetOfItsOwnBehindTheApplicants) {
  forms::Answers answers = forms::dependentsAnswers();
  answers.values.insert_or_assign("byRepresentative", "yes");
  const auto sheets = numbersOf(
      app::applicationPaper(*filled(answers, "extension", "family"), headOf("extension")));
  ASSERT_EQ(sheets.size(), 3U);
  EXPECT_TRUE(sheets[1].first.endsWith(" R"));
  EXPECT_EQ(wholeNumbers(sheets[1].second).join(','), "17,18,19,20");
  EXPECT_EQ(sheets[2].second.front(), "2(1)");
  EXPECT_EQ(sheets[2].second.back(), "2(13)");
  EXPECT_TRUE(std::ranges::is_sorted(sheets[2].second, {}, [](const QString& number) {
    return number.mid(2).chopped(1).toInt();
  }));
}

TEST(ApplicationPaperTest, AnItemHasItsOfficialNameInBothLanguagesAndItsAnswer) {
  const app::Document paper =
      app::applicationPaper(*filled(forms::spousesAnswers()), headOf("extension", "P-1"));
  const auto item = std::ranges::find_if(paper.lines, [](const auto& line) {
    return line.cells.size() == 3 && line.cells.front().text == "11";
  });
  ASSERT_NE(item, paper.lines.end());
  EXPECT_EQ(item->cells[1].text, "現に有する在留資格\nStatus of residence");
  EXPECT_TRUE(item->cells[2].text.startsWith("日本人の配偶者等"))
      << item->cells[2].text.toStdString();
  EXPECT_TRUE(paper.lines.front().text.startsWith("別記第三十号の二様式"));
}

TEST(ApplicationPaperTest, ADraftIsMarkedOnEachPageAndWhatWasFiledHasItsNumberThere) {
  const auto form = filled(forms::spousesAnswers());
  const QStringList draft = pagesOf(app::applicationPaper(*form, headOf("extension")));
  ASSERT_GT(draft.size(), 1);
  for (const QString& page : draft) EXPECT_TRUE(page.contains("DRAFT"));
  EXPECT_TRUE(draft.last().contains(QStringLiteral("%1 / %1").arg(draft.size())));
  const QStringList filed = pagesOf(app::applicationPaper(*form, headOf("extension", "P20261126")));
  for (const QString& page : filed) {
    EXPECT_FALSE(page.contains("DRAFT"));
    EXPECT_TRUE(page.contains("P20261126"));
  }
}

/// Where a line stands that has a cell of this text.
qsizetype lineOf(const app::Document& paper, const QString& words, std::size_t from = 0) {
  const auto found = std::find_if(paper.lines.begin() + static_cast<std::ptrdiff_t>(from),
                                  paper.lines.end(), [&](const app::Document::Line& line) {
                                    return line.text.contains(words) ||
                                           std::ranges::any_of(line.cells, [&](const auto& cell) {
                                             return cell.text.contains(words);
                                           });
                                  });
  return found == paper.lines.end() ? -1 : found - paper.lines.begin();
}

TEST(ApplicationPaperTest, WhatTheFormHasNoRoomForStandsOnASeparateSheetUnderItsNumber) {
  forms::Answers answers = forms::spousesAnswers();
  const QString reason = QStringLiteral("理由").repeated(150);
  answers.values.insert_or_assign("reason", reason.toStdString());
  answers.values.insert_or_assign("hasFamily", "yes");
  answers.groups["family"].clear();
  for (int i = 1; i <= 7; ++i) {
    answers.groups["family"].push_back({.id = "r" + std::to_string(i),
                                        .values = {{"relationship", "child"},
                                                   {"name", "法務" + std::to_string(i)},
                                                   {"nationality", "JP"}}});
  }
  const app::Document paper = app::applicationPaper(*filled(answers), headOf("extension"));
  const qsizetype sheet = lineOf(paper, "別紙　Attached sheet");
  ASSERT_GT(sheet, 0);
  const qsizetype six = lineOf(paper, "法務6");
  const qsizetype seven = lineOf(paper, "法務7");
  const qsizetype said = lineOf(paper, reason);
  EXPECT_LT(six, sheet);
  EXPECT_GT(seven, sheet);
  EXPECT_GT(said, sheet);
  const auto number = [&](qsizetype line) {
    return paper.lines[static_cast<std::size_t>(line)].cells.front().text;
  };
  EXPECT_EQ(number(said), "14");
  EXPECT_EQ(number(seven - 2), "16") << "above the names of the columns";
  EXPECT_EQ(paper.lines[static_cast<std::size_t>(lineOf(paper, "別紙のとおり"))].cells.size(), 3U);
}

class LargestOnPaper : public testing::TestWithParam<const char*> {};

TEST_P(LargestOnPaper, LosesNoCharacter) {
  const auto form = filled(largestApplication(GetParam()), "change", "attorneyOrScrivener");
  ASSERT_EQ(form->rows("family").size(), 20U);
  const app::Document paper = app::applicationPaper(*form, headOf("change", "P-1"));
  QString printed = withoutSpaces(pagesOf(paper).join(u'\n'));
  std::size_t characters = 0;
  for (const forms::FieldPath& path : form->fields()) {
    const forms::Field& field = *forms::findField(forms::applicationForm(), path);
    if (field.sameAs || !field.submitted) continue;
    const QString answer = app::paperAnswer(field, form->countedValue(path), "change");
    ASSERT_FALSE(answer.isEmpty()) << path.field;
    EXPECT_TRUE(printed.contains(withoutSpaces(answer)))
        << path.field << ' ' << answer.toStdString();
    characters += static_cast<std::size_t>(answer.size());
  }
  EXPECT_GT(characters, 10'000U) << "which is large";
}

// One of each part of the form.
INSTANTIATE_TEST_SUITE_P(ApplicationPaperTest, LargestOnPaper,
                         testing::Values("T63", "T44", "T26", "T71"),
                         [](const auto& one) { return std::string(one.param); });

/// The ways onto paper, on the pages.
class ApplicationPrintTest : public ApplicationTest {
 protected:
  void toDetail(const std::string& state, const std::string& more = {}) {
    ASSERT_NO_FATAL_FAILURE(toList({}, applicationLine(state)));
    server->answer(kApplication, detail(state, more));
    ASSERT_TRUE(press(("applications.filed." + kApplicationId).c_str()));
    ASSERT_TRUE(waitForPlace("applicationDetail")) << shown().toStdString();
  }
  /// All words of what was printed last.
  [[nodiscard]] QString printed() const {
    QString words;
    for (const app::Document::Line& line : outlets.printed.back().lines) {
      words += app::spokenText(line.text) + u'\n';
      for (const app::Document::Cell& cell : line.cells) words += cell.text + u'\n';
    }
    return words;
  }
};

TEST_F(ApplicationPrintTest, BeforeItIsFiledItIsADraftAndAfterwardsItHasItsNumber) {
  ASSERT_NO_FATAL_FAILURE(toDraft(goodAnswers(), "filing"));
  ASSERT_TRUE(press("application.next"));
  ASSERT_TRUE(waitForPlace("applicationReview"));
  ASSERT_TRUE(press("applicationReview.paper.print"));
  EXPECT_TRUE(printed().contains("DRAFT"));
  EXPECT_TRUE(printed().contains("SANTOS MARIA CLARA"));
  server->answer(
      kFiling,
      {.status = 201,
       .body = R"({"id":")" + kApplicationId +
               R"(","provisionalNumber":"P20261126-00000007","filedAt":"2026-11-26T03:04:00Z"})"});
  ASSERT_TRUE(press("applicationReview.file"));
  ASSERT_TRUE(waitForPlace("applicationFiled")) << shown().toStdString();
  ASSERT_TRUE(press("applicationFiled.paper.print"));
  EXPECT_FALSE(printed().contains("DRAFT"));
  EXPECT_TRUE(printed().contains("P20261126-00000007"));
  outlets.printing = app::Outlets::Outcome::tooManyPages;
  ASSERT_TRUE(press("applicationFiled.paper.print"));
  EXPECT_EQ(textOf("applicationFiled.paper.printed"), outlets.tooManyPages());
}

TEST_F(ApplicationPrintTest, WhatWasFiledIsSavedAsItWasAndSaysWhere) {
  ASSERT_NO_FATAL_FAILURE(toDetail("examination"));
  const QTemporaryDir folder;
  outlets.file = folder.filePath("a.pdf");
  ASSERT_TRUE(press("applicationDetail.paper.save"));
  EXPECT_EQ(textOf("applicationDetail.paper.saved.where"),
            QDir::toNativeSeparators(folder.filePath("a.pdf")));
  EXPECT_TRUE(QFile::exists(folder.filePath("a.pdf")));
  EXPECT_EQ(find("applicationDetail.checklist.print"), nullptr) << "nothing was granted yet";
}

TEST_F(ApplicationPrintTest, TheChecklistHasPapersFeeAndAddressInThePersonsLanguage) {
  ASSERT_NO_FATAL_FAILURE(toDetail("decided", R"(,"result":{"granted":true,"text":"OK"})"));
  for (const auto& [language, paper] :
       {std::pair{"ja", "手数料納付書"}, std::pair{"easy", "手数料納付書"},
        std::pair{"en", "Fee payment form"}}) {
    speak(language);
    ASSERT_TRUE(press("applicationDetail.checklist.print"));
    const QString words = printed();
    EXPECT_TRUE(words.contains(app::spokenText(qtTrId("resultChecklist.title")))) << language;
    EXPECT_TRUE(words.contains(QString::fromUtf8(paper))) << words.toStdString();
    EXPECT_TRUE(words.contains("5,500")) << words.toStdString();
    EXPECT_TRUE(words.contains("青海2-7-11")) << words.toStdString();
  }
}

TEST_F(ApplicationPrintTest, WhoBringsThePapersIsToldOtherOnesAndNoAddress) {
  ASSERT_NO_FATAL_FAILURE(toList({}, applicationLine("decided")));
  ScriptedServer::Answer answer = detail("decided", R"(,"result":{"granted":true,"text":"OK"})");
  answer.body.replace(answer.body.find(R"("receive":"post")"), 16, R"("receive":"counter")");
  server->answer(kApplication, answer);
  ASSERT_TRUE(press(("applications.filed." + kApplicationId).c_str()));
  ASSERT_TRUE(waitForPlace("applicationDetail"));
  ASSERT_TRUE(press("applicationDetail.checklist.print"));
  EXPECT_TRUE(printed().contains("Passport"));
  EXPECT_FALSE(printed().contains("青海"));
}

TEST_F(ApplicationPrintTest, NothingIsOfferedWhereNothingMayLeaveTheWindow) {
  outlets.refused = {app::Outlets::Kind::print, app::Outlets::Kind::file};
  ASSERT_NO_FATAL_FAILURE(toDetail("examination"));
  EXPECT_EQ(find("applicationDetail.paper.print"), nullptr);
  EXPECT_EQ(find("applicationDetail.paper.save"), nullptr);
}

}  // namespace
}  // namespace madoguchi::test
