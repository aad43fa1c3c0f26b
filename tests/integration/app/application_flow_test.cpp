#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "app/core/whole_file.h"
#include "app/rooms/application/application_flow.h"
#include "app/server/login.h"
#include "tests/integration/backend/backend_under_test.h"
#include "tests/support/secret.h"
#include "tests/unit/app/flow_fixture.h"
#include "tests/unit/backend/files/pdf_files.h"
#include "tests/unit/forms/application/application_answers.h"
#include "tests/unit/forms/bulk/filled_table.h"

// Applications of every kind, as the program files them at the real backend over TLS, and what can
// be done with them afterwards: a scrivener for somebody under 16, who needs neither card nor
// photo.

namespace madoguchi::test {
namespace {

using app::ApplicationFlow;
using app::ApplicationPage;
using app::ApplicationState;
using app::FailureCode;
using forms::topField;

constexpr auto kPassword = "AB12345!";

/// Days from today in Japan.
std::string inDays(int days) {
  return QDateTime::currentDateTimeUtc()
      .addSecs(9 * 3600)
      .date()
      .addDays(days)
      .toString(Qt::ISODate)
      .toStdString();
}

/// What is good whatever is applied for, beside the days that the law reckons with.
forms::Answers answersOf(const forms::Values& more) {
  forms::Answers answers = forms::dependentsAnswers();
  answers.values.erase("photo");
  for (const auto& [field, value] : forms::Values{{"placeOfBirth", "MANILA"},
                                                  {"passportExpiry", "2099-01-01"},
                                                  {"supporterStayExpiry", "2099-01-01"},
                                                  {"byRepresentative", "no"},
                                                  {"agentName", "法務たろう"},
                                                  {"agentMunicipality", "131016"},
                                                  {"agentAddressRest", "霞が関１－１－１"},
                                                  {"agentOrganization", "法務事務所"},
                                                  {"agentPhone", "0312345678"}})
    answers.values.insert_or_assign(field, value);
  for (const auto& [field, value] : more) answers.values.insert_or_assign(field, value);
  return answers;
}

class ApplicationFlowTest : public FlowTest {
 protected:
  void SetUp() override {
    HttpClient client = backend.client();
    const std::string identity =
        backend.post(client, newUuid(), plainBody(backend.agentPayload(client)))
            .json()
            .value("authenticationId", "");
    backend.setPassword(kPassword);
    configure({.origin = QString::fromStdString(backend.origin()),
               .caFile = QString::fromStdString(backend.ca())});
    const app::Pending login =
        app::sendLogin(uses().server, QString::fromStdString(identity), secret(kPassword),
                       [this](app::LoginAnswer answer) {
                         session().open(std::move(answer.token), std::move(answer.welcome));
                       });
    ASSERT_TRUE(eventually([&] { return session().isOpen(); }));
    window = anotherWindow();
  }
  /// With the list that it shows.
  std::unique_ptr<ApplicationFlow> anotherWindow() {
    auto flow = std::make_unique<ApplicationFlow>(app::ApplicationUses{
        .desk = cards(), .server = uses().server, .session = session(), .idle = uses().idle});
    EXPECT_TRUE(eventually([&] { return flow->applications().has_value(); }));
    return flow;
  }
  bool waitFor(ApplicationFlow& flow, ApplicationPage page) {
    return eventually([&] { return flow.page() == page && !flow.isAsking(); });
  }
  /// As far as the form of a new draft.
  void begin(const forms::Values& start) {
    window->beginNew();
    for (const auto& [field, value] : start)
      window->fresh().form().type(topField(field), QString::fromStdString(value));
    window->askProspect();
    ASSERT_EQ(window->page(), ApplicationPage::prospect);
    ASSERT_EQ(window->fresh().prospect().verdict, app::Prospect::Verdict::yes);
    window->beginDraft();
    ASSERT_TRUE(waitFor(*window, ApplicationPage::form));
  }
  void beginExtension() {
    begin({{"procedure", "extension"},
           {"currentStatus", "T44"},
           {"stayExpiry", inDays(40)},
           {"dateOfBirth", inDays(-4000)}});
  }
  /// With its file, which is kept then.
  void addDocument() {
    app::DraftWork& work = window->work();
    forms::FieldPath path = work.form().addRow("documents");
    path.field = "file";
    QFile pdf(folder.filePath("tax.pdf"));
    ASSERT_TRUE(pdf.open(QIODevice::WriteOnly));
    pdf.write(QByteArray::fromStdString(backend::test::goodPdf()));
    pdf.close();
    app::FileUpload& upload = work.uploadOf(path);
    upload.begin(app::draftPath(work.draft().id), *forms::findField(work.form().definition(), path),
                 path, pdf.fileName());
    ASSERT_TRUE(eventually([&] { return !upload.isUnderWay(); }));
    ASSERT_EQ(upload.state(), app::FileUpload::State::none);
    ASSERT_TRUE(eventually([&] { return !work.holdsUnsent(); }));
  }
  /// Answers all that is not answered yet, and files it.
  void file(const forms::Values& more) {
    forms::Answers answers = answersOf(more);
    for (const char* known : {"stayExpiry", "dateOfBirth", "currentStatus"})
      answers.values.erase(known);
    app::DraftWork& work = window->work();
    work.form().fill(answers, app::ValueOrigin::draft);
    work.form().check();
    work.keeper().save();
    ASSERT_TRUE(eventually([&] { return !work.keeper().holdsUnkept(); }))
        << codeText(work.keeper().failure()).toStdString();
    window->showReview();
    ASSERT_TRUE(window->work().form().findings().empty())
        << window->work().form().findings().front().path.field << ' '
        << window->work().form().findings().front().code;
    window->file();
    ASSERT_TRUE(eventually([&] {
      return window->page() == ApplicationPage::filed || window->page() == ApplicationPage::review;
    }));
  }
  /// Why it was not filed.
  [[nodiscard]] std::string refusal() const {
    std::string said = codeText(window->failure()).toStdString();
    for (const auto& error : window->filing().outcome().errors)
      said += ' ' + error.field + ": " + error.code;
    return said;
  }
  /// What became of what was filed last.
  const app::Application& openFiled() {
    const QString id = window->filing().outcome().id;
    window->openApplication(id);
    EXPECT_TRUE(waitFor(*window, ApplicationPage::detail))
        << codeText(window->failure()).toStdString();
    return *window->application();
  }

  BackendUnderTest backend{{"--password-memory", "8", "--password-passes", "1"}};
  QTemporaryDir folder;
  std::unique_ptr<ApplicationFlow> window;
};

TEST_F(ApplicationFlowTest, AChangeOfStatusIsFiled) {
  ASSERT_NO_FATAL_FAILURE(begin({{"procedure", "change"},
                                 {"currentStatus", "T26"},
                                 {"desiredStatus", "T44"},
                                 {"stayExpiry", inDays(40)},
                                 {"dateOfBirth", inDays(-4000)}}));
  ASSERT_NO_FATAL_FAILURE(file({{"desiredPeriod", "0300000"}}));
  ASSERT_EQ(window->page(), ApplicationPage::filed) << refusal();
  const app::Application& filed = openFiled();
  EXPECT_EQ(filed.line.procedure, "change");
  EXPECT_EQ(filed.line.state, ApplicationState::filed);
  EXPECT_EQ(forms::valueAt(filed.answers, topField("desiredStatus")), "T44");
}

TEST_F(ApplicationFlowTest, AnAcquisitionIsFiled) {
  ASSERT_NO_FATAL_FAILURE(begin({{"procedure", "acquisition"},
                                 {"desiredStatus", "T44"},
                                 {"acquiredOn", inDays(-5)},
                                 {"dateOfBirth", inDays(-5)}}));
  ASSERT_NO_FATAL_FAILURE(file({{"desiredPeriod", "0300000"},
                                {"acquisitionCause", "birth"},
                                {"maritalStatus", "no"},
                                {"guarantorName", "法務太郎"},
                                {"guarantorRelation", "父"},
                                {"guarantorMunicipality", "131016"},
                                {"guarantorAddressRest", "霞が関１－１－１"},
                                {"guarantorMobile", "09012345678"}}));
  ASSERT_EQ(window->page(), ApplicationPage::filed) << refusal();
  EXPECT_EQ(openFiled().line.procedure, "acquisition");
}

TEST_F(ApplicationFlowTest, WhatWasFiledIsReceivedOtherwiseCopiedAskedAboutAndWithdrawn) {
  ASSERT_NO_FATAL_FAILURE(beginExtension());
  ASSERT_NO_FATAL_FAILURE(file({}));
  ASSERT_EQ(window->page(), ApplicationPage::filed) << refusal();
  const QString first = window->filing().outcome().id;
  EXPECT_EQ(openFiled().receive, "post");
  window->receiveBy("counter");
  ASSERT_TRUE(eventually([&] { return window->application()->receive == u"counter"; }));

  window->copyAsNewDraft();
  ASSERT_TRUE(waitFor(*window, ApplicationPage::form));
  app::FormModel& copy = window->work().form();
  EXPECT_EQ(copy.value(topField("name")), "SANTOS MARIA CLARA");
  EXPECT_EQ(copy.value(topField("reason")), "") << "which was of that filing";
  copy.type(topField("stayExpiry"), QString::fromStdString(inDays(40)));
  copy.type(topField("currentStatus"), "T44");
  ASSERT_NO_FATAL_FAILURE(file({}));
  EXPECT_EQ(window->page(), ApplicationPage::review);
  EXPECT_EQ(window->failure(), FailureCode::alreadyFiled);
  window->fileAgain();
  ASSERT_TRUE(eventually([&] { return window->page() == ApplicationPage::filed; }));
  EXPECT_NE(window->filing().outcome().id, first);

  openFiled();
  window->withdraw();
  ASSERT_TRUE(
      eventually([&] { return window->application()->line.state == ApplicationState::withdrawn; }));
  const auto later = anotherWindow();
  ASSERT_EQ(later->applications()->size(), 2U);
  EXPECT_EQ(later->applications()->front().state, ApplicationState::withdrawn);
  EXPECT_EQ(later->applications()->back().state, ApplicationState::filed);
}

TEST_F(ApplicationFlowTest, ClientsOfATableBecomeOneDraftEachAndCanBeFiled) {
  std::vector<forms::Answers> clients;
  for (const char* name : {"SANTOS ANA", "SANTOS BEN", "SANTOS CORA"}) {
    clients.push_back(forms::withoutWhatNoTableHas(
        answersOf({{"name", name}, {"stayExpiry", inDays(40)}, {"dateOfBirth", inDays(-4000)}})));
  }
  // With the longest part of the form, and the pages of an organization.
  const forms::Answers skilled =
      forms::withoutWhatNoTableHas(forms::specifiedSkilledWorkersAnswers());
  for (const auto& [field, value] : skilled.values) clients[0].values.try_emplace(field, value);
  clients[0].values["currentStatus"] = "T71";
  clients[0].groups = skilled.groups;
  const QString file = folder.filePath("table.csv");
  ASSERT_TRUE(app::writeFile(
      file, QByteArray::fromStdString(forms::writtenCsv(forms::filledIn("extension", clients)))));
  const auto kept = [&] { return window->bulk().count(app::BulkApplicant::State::kept); };
  ASSERT_TRUE(window->mayEnterSeveral());
  window->beginBulk();
  // Twice, as somebody does who is not sure whether it was done.
  for (int i = 0; i < 2; ++i) {
    window->bulk().read(file);
    ASSERT_TRUE(eventually([&] { return !window->bulk().isReading(); }));
    ASSERT_EQ(window->bulk().count(app::BulkApplicant::State::good), 3U);
    window->bulk().keep(true);
    ASSERT_TRUE(eventually([&] { return kept() == 3U; }))
        << codeText(window->bulk().failure()).toStdString();
  }
  window->showList();
  ASSERT_TRUE(eventually([&] { return window->applications().has_value(); }));
  ASSERT_EQ(window->drafts()->size(), 3U);
  const auto ana = std::ranges::find(*window->drafts(), "SANTOS ANA", &app::DraftLine::applicant);
  ASSERT_NE(ana, window->drafts()->end());
  window->openDraft(ana->id);
  ASSERT_TRUE(waitFor(*window, ApplicationPage::form));
  EXPECT_EQ(window->work().form().value(topField("name")), "SANTOS ANA");
  ASSERT_NO_FATAL_FAILURE(this->file({{"name", "SANTOS ANA"}, {"contentConfirmed", "true"}}));
  ASSERT_EQ(window->page(), ApplicationPage::filed) << refusal();
  const app::Application& filed = openFiled();
  EXPECT_EQ(forms::valueAt(filed.answers, topField("supportBodyName")), "法務支援協会");
  EXPECT_EQ(forms::rowsOf(filed.answers, "sswWork").size(), 1U);
}

TEST_F(ApplicationFlowTest, TwoWindowsOnOneDraftAreToldApartAndNeitherLosesWhatItTyped) {
  ASSERT_NO_FATAL_FAILURE(beginExtension());
  ASSERT_NO_FATAL_FAILURE(addDocument());
  const auto other = anotherWindow();
  other->openDraft(window->work().draft().id);
  ASSERT_TRUE(waitFor(*other, ApplicationPage::form));
  ASSERT_TRUE(eventually([&] { return !window->work().keeper().isSaving(); }));
  window->work().form().type(topField("occupation"), "教員");
  window->work().keeper().save();
  ASSERT_TRUE(eventually([&] { return !window->work().keeper().holdsUnkept(); }));
  other->work().form().type(topField("occupation"), "医師");
  other->work().keeper().save();
  ASSERT_TRUE(eventually([&] { return other->page() == ApplicationPage::conflict; }));
  EXPECT_EQ(forms::valueAt(other->work().other().answers, topField("occupation")), "教員");
  other->decide(true);
  ASSERT_TRUE(waitFor(*other, ApplicationPage::form));
  EXPECT_EQ(other->work().form().value(topField("occupation")), "医師");
  const auto later = anotherWindow();
  ASSERT_EQ(later->drafts()->size(), 2U) << "each is a draft of its own";
  for (const app::DraftLine& line : *later->drafts()) {
    later->openDraft(line.id);
    ASSERT_TRUE(eventually([&] {
      return later->page() == ApplicationPage::form && later->work().draft().id == line.id;
    }));
    app::DraftWork& work = later->work();
    EXPECT_EQ(work.draft().files.size(), 1U) << "with its file";
    const std::string row = work.form().rows("documents").at(0);
    EXPECT_FALSE(work.form().value({"documents", row, "file"}).isEmpty());
  }
}

}  // namespace
}  // namespace madoguchi::test
