// The chapter of applications: from the list over a new one, filed, to what became of it.

#include <QComboBox>
#include <QDateTime>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <string>
#include <utility>
#include <vector>

#include "tests/e2e/gallery/gallery.h"
#include "tests/e2e/gallery/pictures.h"
#include "tests/unit/app/pages/application_wire.h"
#include "tests/unit/forms/bulk/filled_table.h"

namespace madoguchi::test {

namespace wire = applicationWire;

namespace {

/// A made-up face before a wall with a curtain.
QImage drawnFace() {
  QImage image(900, 1000, QImage::Format_RGB32);
  image.fill(QColor(225, 228, 232));
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  for (int x = 60; x < 260; x += 50) painter.fillRect(x, 0, 24, 1000, QColor(170, 120, 120));
  for (const auto& [colour, area] : {std::pair(QColor(40, 50, 90), QRect(150, 800, 600, 600)),
                                     std::pair(QColor(30, 25, 20), QRect(280, 150, 340, 400)),
                                     std::pair(QColor(205, 165, 140), QRect(300, 210, 300, 500)),
                                     std::pair(QColor(30, 25, 20), QRect(370, 400, 40, 22)),
                                     std::pair(QColor(30, 25, 20), QRect(490, 400, 40, 22))}) {
    painter.setBrush(colour);
    painter.drawEllipse(area);
  }
  return image;
}

}  // namespace

/// Of somebody who registered with a card.
void Gallery::applications() {
  press("header.leave");
  require([&] { return m_window->place().page == "top"; }, "top");
  insert("maria");
  toApplications(wire::draftLine());
  press(("applications.draft." + wire::kDraftId + ".remove").c_str());
  shoot("131-applications");
  newApplication();
  applicationForm();
  m_session.close(app::Session::Ended::loggedOut);
  require([&] { return m_window->place().page == "top"; }, "logged out");
  toMenu(R"(,"mailsComeBack":true)");
  mailsComeBack();
  ofEmployees();
  toApplications(wire::draftLine(wire::kOtherDraftId));
  fileIt();
  whatBecameOfIt();
  documentsWanted();
  afterwards();
  m_session.close(app::Session::Ended::loggedOut);
  require([&] { return m_window->place().page == "top"; }, "logged out");
  ofManyClients();
}

void Gallery::toApplications(const std::string& drafts) {
  toMenu();
  toApplicationList(drafts);
}

void Gallery::toApplicationList(const std::string& drafts, const std::string& userClass) {
  m_server.answer("/v1/account", wire::registered(userClass));
  answerLists(drafts, wire::applicationLine("examination"));
  press("menu.applications");
  require([&] { return isShown("applications.new"); }, "the list");
}

void Gallery::answerLists(const std::string& drafts, const std::string& applications) {
  m_server.answer("/v1/drafts", {.status = 200, .body = R"({"drafts":[)" + drafts + "]}"});
  m_server.answer("/v1/applications",
                  {.status = 200, .body = R"({"applications":[)" + applications + "]}"});
}

void Gallery::answerStart(int daysLeft, const char* code) {
  press("applicationStart.procedure.extension");
  auto* status = m_window->findChild<QComboBox*>(QStringLiteral("applicationStart.currentStatus"));
  status->setCurrentIndex(status->findData(QLatin1String(code)));
  const QString expiry = QString::fromStdString(wire::inDays(daysLeft));
  const QString name = QStringLiteral("applicationStart.stayExpiry.");
  m_window->findChild<QLineEdit*>(name + QStringLiteral("year"))
      ->setText(expiry.section(u'-', 0, 0));
  m_window->findChild<QComboBox*>(name + QStringLiteral("month"))
      ->setCurrentIndex(expiry.section(u'-', 1, 1).toInt());
  m_window->findChild<QComboBox*>(name + QStringLiteral("day"))
      ->setCurrentIndex(expiry.section(u'-', 2, 2).toInt());
}

void Gallery::newApplication() {
  press("applications.new");
  press("applicationStart.next");
  shoot("132-application-start-errors");
  answerStart(0);
  press("applicationStart.next");
  require([&] { return m_window->place().page == "applicationProspect"; }, "prospect");
  shoot("133-application-last-day");
  press("prospect.back");
  answerStart(60, "T25");
  press("applicationStart.next");
  shoot("133a-application-part-missing");
  press("prospect.back");
  answerStart(7);
  press("applicationStart.next");
  shoot("134-application-prospect");
  m_server.answer(wire::kApplication, ScriptedServer::problem(503, "unavailable"));
  forms::Answers answers = wire::goodAnswers();
  answers.values.erase("photo");
  answers.values.erase("occupation");
  m_server.answer("/v1/drafts", {.status = 201, .body = wire::draft(answers)});
  m_server.answer(wire::kDraft, wire::kept(2));
  press("prospect.begin");
  require([&] { return m_window->place().page == "applicationForm"; }, "form");
}

/// Page after page, however it is filled in.
void Gallery::goOn() {
  m_server.answer(wire::kDraft, wire::kept(3));
  press("application.next");
  if (isShown("application.later")) press("application.later");
  test::settle();
}

void Gallery::applicationForm() {
  shoot("135-application-identity");
  press("application.next");
  shoot("136-application-errors");
  for (const char* stage :
       {"137-application-stay", "138-application-family", "139-application-status",
        "140-application-living", "141-application-guarantor", "142-application-together",
        "143-application-filing"}) {
    goOn();
    shoot(stage);
  }
  QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("photo.jpg"));
  QFile photo(file);
  photo.open(QIODevice::WriteOnly);
  photo.write("no photo");
  photo.close();
  m_outlets.file = file;
  press("application.photo");
  require([&] { return isShown("application.upload") && !isShown("application.upload.cancel"); },
          "refused");
  shoot("144-application-file-refused");
  pictures(folder);
  m_server.answer(wire::kDraft, ScriptedServer::problem(503, "unavailable"));
  const std::size_t before = m_server.requests(wire::kDraft).size();
  press("application.receipt.counter");
  require([&] { return m_server.requests(wire::kDraft).size() > before; }, "saved");
  press("application.next");
  press("application.later");
  require([&] { return m_window->place().page == "applicationReview"; }, "review");
  shoot("145-application-review-errors");
}

/// The photo as it is cut, and pages that become a document, one of them blurred.
void Gallery::pictures(const QTemporaryDir& folder) {
  m_outlets.file = folder.filePath(QStringLiteral("face.png"));
  drawnFace().save(m_outlets.file);
  press("application.photo");
  require([&] { return isShown("photo.use"); }, "photo");
  shoot("144a-application-photo");
  press("photo.cancel");
  m_server.answer(wire::kDraft, wire::kept(9));
  press("application.documents.add");
  m_outlets.file = folder.filePath(QStringLiteral("page.png"));
  const QImage paper = m_window->grab().toImage();
  paper.scaled(1754, 1754, Qt::KeepAspectRatio).save(m_outlets.file);
  m_outlets.several = {folder.filePath(QStringLiteral("small.png"))};
  paper.scaled(300, 300, Qt::KeepAspectRatio, Qt::SmoothTransformation)
      .save(m_outlets.several.front());
  const auto buttons = m_window->findChildren<QPushButton*>(
      QRegularExpression(QStringLiteral("^application\\.documents\\..+\\.file$")));
  buttons.last()->click();
  require([&] { return isShown("scan.page.1.turn"); }, "page");
  press("scan.add");
  require([&] { return isShown("scan.page.2.turn"); }, "second page");
  press("scan.page.2.turn");
  shoot("144b-application-pictures");
  press("scan.cancel");
}

void Gallery::toFilingPassword() {
  press("applicationReview.file");
  require([&] { return m_window->place().page == "applicationCard"; }, "card");
  require(
      [&] {
        if (m_window->place().page == "applicationPassword") return true;
        shootOnce("148-application-card");
        press("applicationCard.next");
        return false;
      },
      "password");
}

/// The pages of a part of the form, one after the other, each with the name of its stage.
void Gallery::pagesOfPart(forms::Answers answers, const std::vector<const char*>& stages,
                          const std::string& first) {
  const std::string draft = "/v1/drafts/" + wire::kOtherDraftId;
  toApplicationList(wire::draftLine(wire::kOtherDraftId));
  answers.values["stayExpiry"] = wire::inDays(60);
  m_server.answer(draft,
                  {.status = 200, .body = wire::draft(answers, 1, first, wire::kOtherDraftId)});
  press(("applications.draft." + wire::kOtherDraftId).c_str());
  require([&] { return m_window->place().page == "applicationForm"; }, "form");
  for (const char* stage : stages) {
    shoot(stage);
    m_server.answer(draft, wire::kept(2));
    press("application.next");
    if (isShown("application.later")) press("application.later");
    test::settle();
  }
  m_session.close(app::Session::Ended::loggedOut);
  require([&] { return m_window->place().page == "top"; }, "logged out");
}

void Gallery::ofEmployees() {
  forms::Answers answers = forms::engineersAnswers();
  answers.values["dispatched"] = "yes";
  pagesOfPart(
      answers,
      {"145a-application-career", "145b-application-organization", "145c-application-dispatch"},
      "career");
  toMenu();
  answers = forms::specifiedSkilledWorkersAnswers();
  answers.values["sswDispatched"] = "yes";
  answers.values["conductLaborLaw"] = "yes";
  answers.values["supportEntrusted"] = "no";
  pagesOfPart(
      answers,
      {"145d-application-skills", "145e-application-agreements", "145f-application-career",
       "145g-application-contract", "145h-application-other-firms", "145i-application-organization",
       "145j-application-workplace", "145k-application-conduct", "145l-application-measures",
       "145m-application-support", "145n-application-support-plan"},
      "skills");
}

void Gallery::fileIt() {
  const std::string draft = "/v1/drafts/" + wire::kOtherDraftId;
  forms::Answers others = wire::goodAnswers();
  m_server.answer(draft,
                  {.status = 200, .body = wire::draft(others, 1, "filing", wire::kOtherDraftId)});
  press(("applications.draft." + wire::kOtherDraftId).c_str());
  require([&] { return m_window->place().page == "applicationForm"; }, "form");
  m_server.answer(draft, ScriptedServer::problem(409, "draftChanged"));
  others.values["occupation"] = "教師";
  m_server.answer(draft,
                  {.status = 200, .body = wire::draft(others, 7, "filing", wire::kOtherDraftId)});
  press("application.receipt.counter");
  require([&] { return m_window->place().page == "applicationConflict"; }, "conflict");
  shoot("146-draft-conflict");
  m_server.answer("/v1/drafts", {.status = 201, .body = wire::draft(others, 1)});
  press("draftConflict.other");
  require([&] { return m_window->place().page == "applicationForm"; }, "form");
  press("application.next");
  require([&] { return m_window->place().page == "applicationReview"; }, "review");
  shoot("147-application-review");
  toFilingPassword();
  shoot("149-application-password");
  const ScriptedServer::Answer filed = {
      .status = 201,
      .body = R"({"id":")" + wire::kApplicationId +
              R"(","provisionalNumber":"P20261126-00000001","filedAt":"2026-11-26T05:32:00Z"})"};
  ScriptedServer::Answer late = filed;
  late.never = true;
  m_server.answer(draft + "/application", late);
  typeInto("password.field", "MADO1234");
  press("password.next");
  require([&] { return m_server.requests(draft + "/application").size() == 1; }, "sent");
  shoot("149a-application-sending");
  press("applicationSending.cancel");
  m_server.release();
  shoot("149b-application-cancelled");
  m_server.answer(draft + "/application", filed);
  toFilingPassword();
  typeInto("password.field", "MADO1234");
  press("password.next");
  require([&] { return m_window->place().page == "applicationFiled"; }, "filed");
  shoot("150-application-filed");
}

void Gallery::whatBecameOfIt() {
  answerLists({}, wire::applicationLine("decided"));
  press("applicationFiled.list");
  require([&] { return isShown(("applications.filed." + wire::kApplicationId).c_str()); }, "list");
  m_server.answer(wire::kApplication,
                  wire::detail("decided", R"(,"result":{"granted":true,"text":""})"));
  press(("applications.filed." + wire::kApplicationId).c_str());
  require([&] { return m_window->place().page == "applicationDetail"; }, "detail");
  shoot("151-application-detail");
}

/// From a page of the room, by way of the list.
void Gallery::toDetail(const std::string& line, const ScriptedServer::Answer& application) {
  answerLists({}, line);
  press("header.back");
  require([&] { return isShown(("applications.filed." + wire::kApplicationId).c_str()); }, "list");
  m_server.answer(wire::kApplication, application);
  press(("applications.filed." + wire::kApplicationId).c_str());
  require([&] { return m_window->place().page == "applicationDetail"; }, "detail");
}

ScriptedServer::Answer Gallery::wantedUntil(const QDateTime& until, const std::string& files) {
  return wire::detail("documentsWanted",
                      R"(,"wanted":{"text":"住民税の課税証明書と納税証明書（最近１年分）",)"
                      R"("until":")" +
                          until.toString(Qt::ISODate).toStdString() + R"("})",
                      files);
}

void Gallery::documentsWanted() {
  constexpr const char* kAdded = R"(,"added":true)";
  const std::string digest(64, 'b');
  const QDateTime now = QDateTime::currentDateTimeUtc();
  const std::string line =
      wire::applicationLine("documentsWanted", R"(,"wantedUntil":"2026-12-10T14:59:00Z")");
  toDetail(line, wantedUntil(now.addDays(14), {}));
  shoot("152-application-documents-wanted");
  const std::string files =
      wire::fileJson(1'200'000, 1'200'000, kAdded) + "," +
      wire::fileJson(400'000, 3'000'000, kAdded, digest, "f2" + std::string(30, '0'));
  toDetail(line, wantedUntil(now.addDays(14), files));
  shoot("153-application-documents-added");
  toDetail(line, wantedUntil(now.addDays(-1), {}));
  shoot("154-application-documents-over");
}

void Gallery::afterwards() {
  toDetail(wire::applicationLine("examination"),
           wire::detail("examination",
                        R"(,"errorReports":[{"text":"電話番号は 0312345678 が正しいです。",)"
                        R"("at":"2026-11-22T00:00:00Z"}])",
                        wire::fileJson(40'000, 40'000), "," + wire::step("documentsWanted")));
  press("applicationDetail.report.send");
  shoot("155-application-report");
  forms::Answers together = wire::goodAnswers();
  together.values["alsoReentry"] = "yes";
  toDetail(wire::applicationLine("refused"),
           wire::detail("refused", R"(,"result":{"granted":false,"text":"理由：書類の不足"})", {},
                        {}, together));
  shoot("156-application-refused");
}

/// A table with rows that become drafts, one to be mended and one that cannot be filed here.
void Gallery::ofManyClients() {
  toMenu();
  toApplicationList({}, "attorneyOrScrivener");
  press("applications.several");
  require([&] { return m_window->place().page == "applicationBulk"; }, "table");
  std::vector<forms::Answers> clients(4, forms::withoutWhatNoTableHas(wire::goodAnswers()));
  for (std::size_t i = 0; i < clients.size(); ++i) {
    clients[i].values["name"] = std::string("CLIENT ") + static_cast<char>('A' + i);
  }
  clients[1].values["currentStatus"] = "T25";
  forms::Cells cells = forms::filledIn("extension", clients);
  cells[3][0] = "フィリビン";
  cells[3][7] = "12";
  cells[4].push_back("担当者メモ");
  cells[0].emplace_back("担当者");
  const QTemporaryDir folder;
  m_outlets.file = folder.filePath(QStringLiteral("table.csv"));
  QFile table(m_outlets.file);
  table.open(QIODevice::WriteOnly);
  table.write(QByteArray::fromStdString(forms::writtenCsv(cells)));
  table.close();
  press("bulk.open");
  require([&] { return isShown("bulk.summary"); }, "read");
  shoot("159-applications-of-many");
  for (const char* id : {"b1", "b2"}) {
    m_server.answer("/v1/drafts",
                    {.status = 201, .body = wire::draft({}, 1, "", id + std::string(30, '0'))});
  }
  press("bulk.keep");
  require([&] { return isShown("bulk.kept"); }, "kept");
  shoot("160-applications-of-many-kept");
}

}  // namespace madoguchi::test
