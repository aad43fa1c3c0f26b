#pragma once

#include <QString>
#include <vector>

#include "app/widgets/message_panel.h"

namespace madoguchi::app {

/// All errors and warnings of a form at its top, each a link to its field, in the same words as at
/// the field. Corrected ones stay, marked, so that nothing moves while the person works through
/// them.
class ErrorSummary : public MessagePanel {
  Q_OBJECT
 public:
  struct Entry {
    QString field;
    QString text;  ///< markup
    bool corrected = false;
    Kind kind = Kind::error;
  };
  explicit ErrorSummary(QWidget* parent = nullptr);
  void setEntries(const std::vector<Entry>& entries);

 signals:
  void chosen(const QString& field);

 private:
  struct Line {
    QWidget* whole;
    SvgPicture* sign;
    RubyButton* link;
  };
  [[nodiscard]] Line makeLine();

  std::vector<Line> m_lines;
};

}  // namespace madoguchi::app
