#pragma once

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "app/core/failure_code.h"
#include "app/core/pending.h"

namespace madoguchi::app {

class FormModel;

/// Sees to it that what is typed into a form is kept elsewhere: whenever a field is left, rows come
/// or go, or another page is opened, and a while after it was typed where the person stays in the
/// field, as in a long text. One request at a time, and always the newest; what failed is
/// tried again with the next change, and by itself after a while.
class DraftKeeper : public QObject {
  Q_OBJECT
 public:
  struct Outcome {
    FailureCode failure = FailureCode::none;
    int revision = 0;
    std::chrono::sys_seconds at{};
  };
  /// What is kept (forms::draftJson, and the page where the person is), and the revision that it
  /// takes the place of.
  struct Kept {
    std::string draft;
    std::string page;
    int revision = 0;
  };
  struct Pauses {
    std::chrono::milliseconds afterFailure = std::chrono::seconds(20);
    std::chrono::milliseconds whileTyping = std::chrono::seconds(10);
  };
  using Save = std::function<Pending(Kept what, std::function<void(Outcome)> answer)>;

  /// `form` outlives it. What it holds now, on `page`, is kept already.
  DraftKeeper(FormModel& form, Save save, Kept kept, Pauses pauses);
  DraftKeeper(FormModel& form, Save save, Kept kept);

  /// The person is on this page of the form now.
  void setPage(const std::string& page);
  [[nodiscard]] const std::string& page() const { return m_page; }
  /// What has changed since it was kept, at once. Nothing while it rests.
  void save();
  /// Sends it although nothing has changed: the service then keeps it for longer.
  void renew();
  /// Nothing is sent until resume(), which sends what came meanwhile.
  void rest();
  void resume();
  /// What the form holds now is that revision.
  void takeOther(int revision);
  /// That revision is `draft`: what is another here by now takes its place.
  void takeKept(std::string draft, int revision);
  /// Nothing is kept any more: all of it is sent, as revision 0, and tried again like any other.
  void takeNothing();

  /// Something was typed that is not kept yet.
  [[nodiscard]] bool holdsUnkept() const;
  [[nodiscard]] bool isSaving() const { return m_isSaving; }
  /// Why what was typed last is not kept. Nothing is sent before one of those four where somebody
  /// else has changed (draftChanged), thrown away (draftGone) or filed it (notNow).
  [[nodiscard]] FailureCode failure() const { return m_failure; }
  /// When this object kept something last; none before.
  [[nodiscard]] std::optional<std::chrono::sys_seconds> keptAt() const { return m_keptAt; }
  [[nodiscard]] int revision() const { return m_kept.revision; }
  /// Whether it was sent since something was kept last: where the answer was lost, it may be kept.
  [[nodiscard]] bool hasSent(const std::string& draft) const;

 signals:
  void changed();
  /// Such a failure has come.
  void conflicted();

 private:
  void takeRevision(int revision);
  [[nodiscard]] std::string draftNow() const;
  void onAnswer(const Outcome& outcome);

  FormModel& m_form;
  Save m_save;
  Kept m_kept;
  Kept m_sent;
  std::set<QByteArray> m_sentSince;  ///< digests of what was sent since something was kept last
  std::string m_page;
  bool m_isSaving = false;
  bool m_isDue = false;  ///< asked for while another request was under way
  bool m_rests = false;
  FailureCode m_failure = FailureCode::none;
  std::optional<std::chrono::sys_seconds> m_keptAt;
  QTimer m_again;
  QTimer m_whileTyping;
  Pending m_saving;
};

}  // namespace madoguchi::app
