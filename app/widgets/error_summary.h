#pragma once

#include <QString>
#include <vector>

#include "app/widgets/message_panel.h"

namespace madoguchi::app {

/// All errors of a form at its top, each a link to its field, in the same words as at the field.
class ErrorSummary : public MessagePanel {
  Q_OBJECT
 public:
  struct Entry {
    QString field;
    QString text;  ///< markup
  };
  explicit ErrorSummary(QWidget* parent = nullptr);
  void setEntries(const std::vector<Entry>& entries);

 signals:
  void chosen(const QString& field);

 private:
  std::vector<RubyButton*> m_links;
};

}  // namespace madoguchi::app
