#pragma once

#include "app/form/form_model.h"
#include "app/widgets/message_panel.h"

namespace madoguchi::app {

/// What an answer may have been meant to be, each with one press to take it: the address behind a
/// mistyped one, the ways in which passports write a name. Nothing is mended in silence, and
/// nothing is stopped. Hidden while there is nothing to ask.
class FieldOffer : public MessagePanel {
  Q_OBJECT
 public:
  FieldOffer(FormModel& form, forms::FieldPath path, const QString& objectName,
             QWidget* parent = nullptr);
  /// Looks at the answer: when its field was left, or filled in by the program.
  void look();
  /// What is asked here is all that there is to say about the answer: what was found in an earlier
  /// one is over.
  [[nodiscard]] bool isOpen() const { return !m_value.isEmpty(); }

 signals:
  void taken();

 private:
  void sayAll();
  void take(const QString& value);

  FormModel& m_form;
  forms::FieldPath m_path;
  QString m_value;  ///< that is asked about; empty where nothing is
  QStringList m_offers;
  QString m_kept;  ///< what the person wants to keep as it is
  std::vector<RubyButton*> m_ways;
  RubyButton* m_keep;
};

}  // namespace madoguchi::app
