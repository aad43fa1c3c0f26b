#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QVector>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/engine/judge.h"
#include "protocol/field_error.h"

namespace madoguchi::app {

/// What is said about a field. A corrected one would pass now, as far as this program can tell: as
/// it was when a field was last left. What the service has found, only the service can take back.
struct ShownError {
  QString code;
  forms::Severity severity = forms::Severity::error;
  forms::Explanation explanation = {};  ///< says more than the code, where more is known
  bool corrected = false;
  bool overtaken = false;  ///< the answer is another than the one that it was found in
};

/// Where the value of a field comes from.
enum class ValueOrigin : std::uint8_t {
  typed,
  card,
  missingOnCard,  ///< the card should have given it and could not: the person writes it
  account,
  draft,
};

/// One form that is being filled in. Rows, editors, review and summary know only this. Fields are
/// named by paths that stay true while rows come and go; a path of a group alone ("family") is that
/// of the group itself.
class FormModel : public QObject {
  Q_OBJECT
 public:
  /// What the form depends on, asked whenever something is judged: a day may have passed.
  using FactsNow = std::function<forms::Facts()>;

  /// `form` must outlive the model.
  FormModel(const forms::Definition& form, FactsNow facts, QObject* parent = nullptr);
  ~FormModel() override;

  [[nodiscard]] const forms::Definition& definition() const;

  // --- what is asked, with the answers as they are ---
  [[nodiscard]] std::vector<std::string> pages() const;
  /// In the order of the form, rows of groups included; of all pages where `page` is empty.
  [[nodiscard]] std::vector<forms::FieldPath> fields(std::string_view page = {}) const;
  /// Of a field or a group.
  [[nodiscard]] bool asks(const forms::FieldPath& path) const;
  [[nodiscard]] bool isRequired(const forms::FieldPath& field) const;
  /// Of a field or a group on the official form: "16"; empty where it has none of its own.
  [[nodiscard]] QString itemNumber(const forms::FieldPath& path) const;
  /// The choices or codes that the field offers, in order.
  [[nodiscard]] QStringList offered(const forms::FieldPath& field) const;
  /// The rows of a group, by id, in the person's order.
  [[nodiscard]] std::vector<std::string> rows(std::string_view group) const;
  [[nodiscard]] bool mayAddRow(std::string_view group) const;

  // --- what is answered ---
  [[nodiscard]] const forms::Answers& answers() const;
  [[nodiscard]] QString value(const forms::FieldPath& field) const;
  /// What counts of it: what was typed, or the only choice where the field takes that by itself.
  [[nodiscard]] QString countedValue(const forms::FieldPath& field) const;
  /// Of what was filled in and not changed since, where it came from.
  [[nodiscard]] ValueOrigin origin(const forms::FieldPath& field) const;
  /// The card's own words where they could not become the value; empty otherwise.
  [[nodiscard]] QString wordsOfCard(const forms::FieldPath& field) const;
  [[nodiscard]] bool isEmpty() const;
  /// Whether an answer is the file of this digest, or one of the row that may come back.
  [[nodiscard]] bool namesFile(std::string_view digest) const;

  // --- what was said about it ---
  [[nodiscard]] std::optional<ShownError> error(const forms::FieldPath& path) const;
  /// All that is shown, in the order of the form.
  [[nodiscard]] const std::vector<forms::Finding>& findings() const;

  // --- intentions ---
  /// Takes what is answered in `from`, rows of a group as a whole; all else stays.
  void fill(const forms::Answers& from, ValueOrigin origin);
  /// The card has nothing for this field, or only these words.
  void missOnCard(const forms::FieldPath& field, const QString& words);
  /// As typed; `by` tells others of whom it is. An editor passes over what it has said itself.
  void type(const forms::FieldPath& field, const QString& text, const QObject* by = nullptr);
  /// Mends the value, and looks which errors are corrected; finds no new ones.
  void leaveField(const forms::FieldPath& field);
  /// The path of the new row, which has no field; empty where there are as many as there may be.
  forms::FieldPath addRow(const std::string& group);
  void removeRow(const std::string& group, const std::string& row);
  /// The row that was removed last comes back to its place, until another is removed or the form is
  /// cleared.
  [[nodiscard]] std::optional<forms::FieldPath> removedRow() const;
  void undoRemoval();
  /// Mends and judges one page, or the form where `page` is empty, whose findings are then shown.
  /// True where nothing stops it.
  bool check(std::string_view page = {});
  /// What the service has found, in place of all findings. False where it is about no field that
  /// this form has.
  bool takeRefusal(const std::vector<protocol::FieldError>& errors);
  void forgetFindings();
  void clear();
  /// The facts are others now.
  void noteFacts();

 signals:
  /// Other values; `by` is null where it was none of the editors.
  void changed(const QVector<madoguchi::forms::FieldPath>& fields, const QObject* by);
  /// The person is done with it for now; its value is mended.
  void fieldLeft(const madoguchi::forms::FieldPath& field);
  void shapeChanged();  ///< other fields, rows or choices than before
  void errorsChanged();

 private:
  class Private;
  std::unique_ptr<Private> d;
};

}  // namespace madoguchi::app
