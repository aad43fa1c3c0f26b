#pragma once

#include <QDir>
#include <QLineEdit>
#include <QStringList>
#include <QTemporaryDir>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/card/card_desk.h"
#include "app/core/idle_clock.h"
#include "app/core/language.h"
#include "app/core/operator_texts.h"
#include "app/core/policy.h"
#include "app/core/session.h"
#include "app/core/terms_of_use.h"
#include "app/core/text_size.h"
#include "app/kit/desktop_outlets.h"
#include "app/rooms/registration/registration_flow.h"
#include "app/rooms/selfcheck/self_check.h"
#include "app/server/server.h"
#include "app/window/main_window.h"
#include "cardreader/simulated/simulated_transport.h"
#include "forms/engine/answers.h"
#include "tests/unit/app/scripted_server.h"

namespace madoguchi::test {

/// Waits; throws what was waited for in vain.
void require(const std::function<bool()>& condition, const char* what);

/// The person always chooses this file.
class PdfOutlets : public app::DesktopOutlets {
 public:
  void chooseFile(const app::FileWish& /*wish*/, const QObject& /*asker*/, Chosen answer) override {
    answer(file);
  }
  void chooseExisting(const app::FileWish& /*wish*/, const QObject& /*asker*/,
                      Chosen answer) override {
    answer(file);
  }
  void chooseSeveral(const app::FileWish& /*wish*/, const QObject& /*asker*/,
                     SeveralChosen answer) override {
    answer(several);
  }
  QString file;
  QStringList several;
};

/// Goes through the window and takes pictures on the way. Its chapters follow each other: each
/// begins where the one before has left the window.
class Gallery {
 public:
  Gallery(const QDir& folder, QSize size, app::TextSize textSize);
  void walk();
  [[nodiscard]] int complaints() const { return m_complaints; }

 private:
  /// The one that is shown: pages that were left are still there for a moment.
  void press(const char* name);
  /// Key by key, with the focus there.
  void typeInto(const char* name, const char* keys);
  void leave();
  void insert(std::string_view person);
  void shootOnce(const QString& stage);
  bool isShown(const char* name);
  void switchTo(const QString& language);
  void complain(const QString& what);
  void shoot(const QString& stage);

  // --- registration (registration.cpp) ---
  void toPassword(const std::function<void()>& insertCard);
  void selfCheck();
  void beforeYouStart();
  void secrets();
  void cardAway();
  void fill();
  void form();
  void submission();
  void blocked();
  void otherCards();
  void keypad();
  void withoutCard();

  // --- login and account (account.cpp) ---
  void cardLogin();
  void endedCertificate();
  void toLoginPin();
  void givePin();
  void login();
  void toMenu(const std::string& more = {});
  void mailsComeBack();
  void changeInformation();
  void passwordByLink();
  void changePassword();
  void logIn(const ScriptedServer::Answer& answer);

  // --- applications (applications.cpp) ---
  /// Of somebody who registered with a card.
  void applications();
  void toApplications(const std::string& drafts);
  void toApplicationList(const std::string& drafts,
                         const std::string& userClass = "foreignNational");
  void answerLists(const std::string& drafts, const std::string& applications);
  /// For the status of this code.
  void answerStart(int daysLeft, const char* code = "T61");
  void newApplication();
  /// Page after page, however it is filled in.
  void goOn();
  void applicationForm();
  /// The photo as it is cut, and pages that become a document, one of them blurred.
  void pictures(const QTemporaryDir& folder);
  /// From the review.
  void toFilingPassword();
  void pagesOfPart(forms::Answers answers, const std::vector<const char*>& stages,
                   const std::string& first);
  void ofEmployees();
  void fileIt();
  void whatBecameOfIt();
  /// From a page of the room, by way of the list.
  void toDetail(const std::string& line, const ScriptedServer::Answer& application);
  static ScriptedServer::Answer wantedUntil(const QDateTime& until, const std::string& files);
  void documentsWanted();
  void afterwards();
  void ofManyClients();

  QDir m_folder;
  QTemporaryDir m_dataFolder;
  std::filesystem::path m_data;
  ScriptedServer m_server;
  simulated::InProcessTransport m_transport;
  app::CardDesk m_cards;
  app::IdleClock m_idle;
  app::Session m_session{m_idle};
  app::Server m_service;
  app::AgreedTerms m_terms;
  /// As the example of the machine's file has them.
  app::OperatorTexts m_operatorTexts{
      app::readPolicy(QStringLiteral(MADOGUCHI_SOURCE_FOLDER "/packaging/client/client.json"))
          .policy.texts};
  PdfOutlets m_outlets;
  app::SelfCheck m_selfCheck;
  app::Language m_language;
  std::unique_ptr<app::MainWindow> m_window;
  app::RegistrationFlow* m_flow = nullptr;  ///< the last that was begun
  QStringList m_places;                     ///< of the program
  std::set<QString> m_met;                  ///< of these
  int m_complaints = 0;
};

}  // namespace madoguchi::test
