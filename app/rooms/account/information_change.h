#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <string>
#include <vector>

#include "app/core/failure_code.h"
#include "app/core/pending.h"
#include "app/rooms/account/account_api.h"
#include "forms/engine/field_path.h"

namespace madoguchi::app {

class FormModel;
class Server;

/// The facts on which what is registered, and a change of it, depend.
forms::Facts accountFacts(forms::Entrance entrance);

/// What somebody wants to be another in what is registered: filled in, judged as the service does,
/// and sent under a key that stays the same as long as the form does.
class InformationChange : public QObject {
  Q_OBJECT
 public:
  /// `server` outlives it.
  InformationChange(Server& server, forms::Entrance entrance, forms::Answers registered,
                    QObject* parent = nullptr);
  ~InformationChange() override;

  [[nodiscard]] FormModel& form() const { return *m_form; }
  [[nodiscard]] forms::Entrance entrance() const { return m_entrance; }
  [[nodiscard]] QString registered(const forms::FieldPath& field) const;
  /// What is another than what is registered, in the order of the form.
  [[nodiscard]] std::vector<forms::FieldPath> changes() const;
  /// That above the form, where there are findings.
  [[nodiscard]] const QString& summaryCode() const { return m_summaryCode; }
  /// True where the service would take it.
  bool check();

  void send();
  /// Ends what is under way. The key is kept.
  void callOff();
  [[nodiscard]] bool isAsking() const { return m_isAsking; }
  /// It was called off after it had been sent, or the answer was lost: whether it has arrived is
  /// not known.
  [[nodiscard]] bool mayHaveArrived() const { return m_sent; }
  /// Why it was not changed; formRefused: the fields say it.
  [[nodiscard]] FailureCode failure() const { return m_failure; }
  [[nodiscard]] bool isDone() const { return m_done; }
  /// What the service has said at last.
  [[nodiscard]] const ChangeAnswer& outcome() const { return m_outcome; }

 signals:
  void changed();
  /// It was answered, for better or worse.
  void answered();

 private:
  void onAnswer(ChangeAnswer answer);

  Server& m_server;
  const forms::Entrance m_entrance;
  const forms::Answers m_registered;
  std::unique_ptr<FormModel> m_form;
  QString m_summaryCode;
  std::string m_key;
  std::string m_text;   ///< that the key stands for
  bool m_sent = false;  ///< under the key, and no answer has told what became of it
  bool m_isAsking = false;
  bool m_done = false;
  FailureCode m_failure = FailureCode::none;
  ChangeAnswer m_outcome;
  Pending m_asking;
};

}  // namespace madoguchi::app
