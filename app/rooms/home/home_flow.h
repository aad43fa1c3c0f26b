#pragma once

#include <string>
#include <vector>

#include "app/core/journey.h"
#include "app/core/pending.h"
#include "app/rooms/home/home_api.h"

namespace madoguchi::app {

class Language;
class OperatorTexts;
class Server;
class Session;
struct AgreedTerms;

/// Where the program begins and every visit ends: what the operator tells everybody, and the doors
/// to the other rooms.
class HomeFlow : public Journey {
  Q_OBJECT
 public:
  /// All five outlive it.
  HomeFlow(Server& server, const Language& language, AgreedTerms& terms, const Session& session,
           OperatorTexts& operatorTexts, QObject* parent = nullptr);

  /// In the language of the moment; none until they have come, and none without a network.
  [[nodiscard]] const std::vector<Announcement>& announcements() const { return m_announcements; }
  /// For who opens the terms of use here.
  [[nodiscard]] AgreedTerms& terms() const { return m_terms; }

  [[nodiscard]] bool isLoggedIn() const;
  void logIn();
  void logInWithCard();
  void enterAccount();
  /// `entrance` is a door of the registration.
  void enterRegistration(const std::string& entrance);
  void checkComputer();

  [[nodiscard]] Place place() const override { return {.page = QStringLiteral("top")}; }
  [[nodiscard]] bool wouldLoseSomething() const override { return false; }
  bool back() override { return true; }  // there is nothing behind it
  void leave() override;
  void cover() override {}
  void uncover() override {}

 signals:
  void announcementsChanged();
  void loggedInChanged();

 private:
  void fetchAnnouncements();

  Server& m_server;
  const Language& m_language;
  AgreedTerms& m_terms;
  const Session& m_session;
  OperatorTexts& m_texts;
  std::vector<Announcement> m_announcements;
  Pending m_asking;
};

}  // namespace madoguchi::app
