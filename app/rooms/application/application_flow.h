#pragma once

#include <QString>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/card/card_visit.h"
#include "app/core/journey.h"
#include "app/core/session.h"
#include "app/rooms/application/applications_api.h"
#include "app/rooms/application/bulk_entry.h"
#include "app/rooms/application/draft_work.h"
#include "app/rooms/application/error_report.h"
#include "app/rooms/application/filing.h"
#include "app/rooms/application/new_application.h"
#include "app/rooms/application/wanted_documents.h"
#include "forms/procedures/filing_window.h"

namespace madoguchi::app {

class IdleClock;
class Server;

struct ApplicationUses {
  CardDesk& desk;
  Server& server;
  Session& session;  ///< open
  IdleClock& idle;
  std::chrono::milliseconds secretLifetime = std::chrono::minutes(5);
};

enum class ApplicationPage : std::uint8_t {
  list,
  start,
  prospect,  ///< may it be filed, and what is needed
  form,      ///< formPage() of it
  review,
  card,
  password,
  sending,
  filed,
  detail,
  conflict,
  bulk,  ///< many at once, from a table
};

/// Applications of who has logged in: what there is, a new one from "may I?" to its number, and
/// what became of it. A draft is kept on the service while it is typed. Where the session ends by
/// itself, a login lies over it; whoever else logs in there does not see it.
class ApplicationFlow : public Journey {
  Q_OBJECT
 public:
  explicit ApplicationFlow(const ApplicationUses& uses, QObject* parent = nullptr);
  ~ApplicationFlow() override;

  [[nodiscard]] ApplicationPage page() const { return m_page; }
  /// Why what the page needs has not come, or what was wanted was not done.
  [[nodiscard]] FailureCode failure() const { return m_failure; }
  [[nodiscard]] bool isAsking() const { return static_cast<bool>(m_asking); }
  [[nodiscard]] const Session::Welcome& welcome() const { return m_welcome; }
  /// Of the account, once the list has come.
  [[nodiscard]] const std::string& userClass() const { return m_registered->at("userClass"); }

  // --- the list ---
  /// None until they have come.
  [[nodiscard]] const std::optional<std::vector<DraftLine>>& drafts() const { return m_drafts; }
  [[nodiscard]] const std::optional<std::vector<ApplicationLine>>& applications() const {
    return m_applications;
  }
  /// Whether older ones than those follow.
  [[nodiscard]] bool hasMore() const { return !m_next.isEmpty(); }
  void showMore();
  void showList();
  void openDraft(const QString& id);
  void throwDraftAway(const QString& id);
  void openApplication(const QString& id);

  // --- a new one ---
  void beginNew();
  /// On the pages start and prospect.
  [[nodiscard]] NewApplication& fresh() const { return *m_new; }
  void askProspect();
  /// The draft of it.
  void beginDraft();

  // --- many new ones ---
  /// Whether the account's owner files for clients, once the list has come.
  [[nodiscard]] bool mayEnterSeveral() const;
  void beginBulk();
  [[nodiscard]] BulkEntry& bulk() const { return *m_bulk; }

  // --- a draft: from form to filed, and conflict ---
  [[nodiscard]] DraftWork& work() const { return *m_work; }
  [[nodiscard]] const std::string& formPage() const { return m_formPage; }
  /// The item for which the person came back to the form, once.
  [[nodiscard]] forms::FieldPath takeFirst() { return std::exchange(m_first, {}); }
  void nextPage();
  void previousPage();
  /// From the review: comes back there.
  void change(const forms::FieldPath& field);
  void showReview();
  void decide(bool forMine);

  // --- filing ---
  [[nodiscard]] bool signsWithCard() const { return m_welcome.withCard || m_welcome.cardEnded; }
  [[nodiscard]] CardVisit& visit() { return m_visit; }
  [[nodiscard]] Filing& filing() const { return *m_filing; }
  /// Why the draft cannot be filed online today; none where it can, or where the form says no day.
  [[nodiscard]] std::optional<forms::OutsideWindow> outsideWindow() const;
  /// From the review, where nothing stops the form. Fails outside the days on which it can be
  /// filed, and where the card's certificate has ended.
  void file();
  /// The same was filed for the same applicant, and the person wants it all the same.
  void fileAgain();
  void toPassword();
  void cancelFiling();

  // --- what was filed: detail ---
  [[nodiscard]] const std::optional<Application>& application() const { return m_application; }
  /// Where documents are wanted.
  [[nodiscard]] WantedDocuments& wanted() const { return *m_wanted; }
  /// What the person writes about an error in it.
  [[nodiscard]] ErrorReport& report() const { return *m_reports.at(m_application->line.id); }
  void withdraw();
  void receiveBy(const QString& way);
  void copyAsNewDraft();

  /// What has failed, once more.
  void askAgain();

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
  /// Of what the page shows.
  void changed();

 private:
  void go(ApplicationPage page);
  void onEnded(Session::Ended why);
  void ask(std::function<Pending()> how);
  /// What changes the application: whoever leaves meanwhile does not know whether it did.
  void askForStep(std::function<Pending()> how);
  void fail(FailureCode failure);
  void askLists();
  void askMore(const std::function<void()>& then);
  void takeDraft(const DraftAnswer& answer);
  void takeApplication(const ApplicationAnswer& answer);
  void watchWanted(bool isOver);
  void dropWanted();
  void dropBulk();
  void openReport();
  void openWork(Draft draft);
  void workOn(DraftWork& work);
  void toForm();
  /// The work on this draft where something of it is not on the service yet.
  [[nodiscard]] DraftWork* unsentWork(const QString& id) const;
  /// Works that are not worked on: they go after the page that shows them.
  void letGo(const std::function<bool(const DraftWork&)>& which);
  void send(bool again);
  /// Whether the card was still needed for what is on its way: that is called off.
  bool stopSigning();
  void onFiled();
  void onConflict();
  /// The page shows the draft that is worked on.
  [[nodiscard]] bool isAtDraft() const;
  void toFormPage(const std::string& page);

  ApplicationUses m_uses;
  Session::Welcome m_welcome;
  ApplicationPage m_page = ApplicationPage::list;
  FailureCode m_failure = FailureCode::none;
  bool m_isStep = false;  ///< what is asked for
  std::optional<forms::Values> m_registered;
  std::optional<std::vector<DraftLine>> m_drafts;
  std::optional<std::vector<ApplicationLine>> m_applications;
  QString m_next;  ///< behind the last of them
  std::unique_ptr<NewApplication> m_new;
  std::unique_ptr<BulkEntry> m_bulk;
  /// Drafts of it that were sent, by what the person has answered.
  struct Begun {
    std::string key;
    std::optional<Draft> sent = {};
  };
  std::map<std::string, Begun> m_begun;
  CardVisit m_visit;
  /// Those that are not kept to the last word stay, and go on trying.
  std::vector<std::unique_ptr<DraftWork>> m_works;
  DraftWork* m_work = nullptr;       ///< the one that is worked on
  std::unique_ptr<Filing> m_filing;  ///< of it
  std::string m_formPage;
  forms::FieldPath m_first;
  bool m_backToReview = false;
  std::optional<Application> m_application;
  std::unique_ptr<WantedDocuments> m_wanted;                  ///< by it
  std::map<QString, std::unique_ptr<ErrorReport>> m_reports;  ///< on applications, by id
  std::map<QString, std::string> m_copyKeys;  ///< of copies that were not answered, likewise
  std::function<Pending()> m_how;             ///< what was asked last
  bool m_wasAsking = false;                   ///< when another room was laid over it
  Pending m_asking;
};

}  // namespace madoguchi::app
