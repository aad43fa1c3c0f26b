#pragma once

#include <QString>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "app/core/failure_code.h"
#include "app/core/journey.h"
#include "app/core/pending.h"
#include "app/core/room_names.h"
#include "app/core/session.h"
#include "app/rooms/account/account_api.h"
#include "forms/engine/field_path.h"

namespace madoguchi::app {

class FormModel;
class InformationChange;
class Server;

struct AccountUses {
  Server& server;
  Session& session;  ///< open
};

enum class AccountPage : std::uint8_t { menu, information, change, review, changed, logins };

/// What somebody who has logged in comes to: the menu, what the service knows of them, and a change
/// of that. Where
/// the session ends by itself, a login lies over it; whoever else logs in there does not see it.
class AccountFlow : public Journey {
  Q_OBJECT
 public:
  explicit AccountFlow(const AccountUses& uses, QObject* parent = nullptr);
  ~AccountFlow() override;

  [[nodiscard]] AccountPage page() const { return m_page; }
  [[nodiscard]] const Session::Welcome& welcome() const { return m_welcome; }
  /// Null until it has come.
  [[nodiscard]] FormModel* information() const { return m_information.get(); }
  [[nodiscard]] forms::Entrance entrance() const { return m_entrance; }
  /// That waits until it is confirmed.
  [[nodiscard]] const std::optional<AwaitedEmail>& newEmail() const { return m_newEmail; }
  /// Mails to the registered address come back, and no other one waits to be confirmed: as it was
  /// when the person logged in, or when the information came last.
  [[nodiscard]] bool mailsComeBack() const { return m_mailsComeBack; }
  /// On the pages of a change.
  [[nodiscard]] InformationChange& change() const { return *m_change; }
  /// Why it has not come.
  [[nodiscard]] FailureCode failure() const { return m_failure; }

  void showInformation();
  void showLogins();
  /// None until they have come.
  [[nodiscard]] const std::optional<std::vector<PastLogin>>& logins() const { return m_logins; }
  void showApplications() { emit needs({kApplicationRoom}); }
  void changePassword() { emit needs({kPasswordRoom}); }
  /// What the page shows, once more, after a failure.
  void askAgain();
  /// Of what has come; what was typed before is still there. The person comes for `first`, where
  /// that names a field.
  void beginChange(const forms::FieldPath& first = {});
  [[nodiscard]] forms::FieldPath takeFirst() { return std::exchange(m_first, {}); }
  /// On to what is to be another, where nothing is wrong.
  void reviewChange();

  /// Place::page of each of its places.
  static const QStringList& pageNames();
  [[nodiscard]] Place place() const override;
  [[nodiscard]] bool wouldLoseSomething() const override;
  [[nodiscard]] bool isSending() const override;
  [[nodiscard]] bool mayHaveArrived() const override;
  bool back() override;
  void leave() override;
  void cover() override;
  void uncover() override;

 signals:
  void informationChanged();
  void loginsChanged();

 private:
  void onEnded(Session::Ended why);
  void onAccount(const AccountAnswer& answer);
  void askForLogins();
  void onChangeAnswered();
  void go(AccountPage page);

  AccountUses m_uses;
  const Session::Welcome m_welcome;
  AccountPage m_page = AccountPage::menu;
  std::unique_ptr<FormModel> m_information;
  std::optional<AwaitedEmail> m_newEmail;
  bool m_mailsComeBack;
  std::optional<std::vector<PastLogin>> m_logins;
  std::unique_ptr<InformationChange> m_change;
  forms::FieldPath m_first;
  forms::Entrance m_entrance = forms::Entrance::cardHolder;
  FailureCode m_failure = FailureCode::none;
  Pending m_asking;
};

}  // namespace madoguchi::app
