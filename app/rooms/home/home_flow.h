#pragma once

#include <set>
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

/// All but the last outlive the flow.
struct HomeUses {
  Server& server;
  const Language& language;
  AgreedTerms& terms;
  const Session& session;
  OperatorTexts& operatorTexts;
  /// Of the registration, those that this machine offers; empty for all.
  std::set<std::string> entrances = {};
};

/// Where the program begins and every visit ends: what the operator tells everybody, and the doors
/// to the other rooms.
class HomeFlow : public Journey {
  Q_OBJECT
 public:
  explicit HomeFlow(HomeUses uses, QObject* parent = nullptr);

  /// In the language of the moment; none until they have come, and none without a network.
  [[nodiscard]] const std::vector<Announcement>& announcements() const { return m_announcements; }
  /// For who opens the terms of use here.
  [[nodiscard]] AgreedTerms& terms() const { return m_uses.terms; }

  /// Whether the service accepts newer versions of the program only.
  [[nodiscard]] bool isTooOld() const { return m_tooOld; }
  [[nodiscard]] bool offers(const std::string& entrance) const;
  [[nodiscard]] bool isLoggedIn() const;
  void logIn();
  void logInWithCard();
  void enterAccount();
  /// `entrance` is a door of the registration.
  void enterRegistration(const std::string& entrance);
  void checkComputer();

  /// Place::page of each of its places.
  static const QStringList& pageNames();
  [[nodiscard]] Place place() const override;
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
  /// Procedures are judged by them, too, from now on.
  void takeFacts(const std::vector<std::string>& texts);

  const HomeUses m_uses;
  std::vector<Announcement> m_announcements;
  std::vector<std::string> m_facts;  ///< of the operator, as they hold
  bool m_tooOld = false;
  Pending m_asking;
};

}  // namespace madoguchi::app
