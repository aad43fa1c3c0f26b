#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "app/widgets/ruby_text.h"

class QVBoxLayout;

namespace madoguchi::app {

class FlowLayout;
class RubyLabel;
class SvgPicture;

enum class CheckSign { good, notice, bad, waiting };

/// Markup, but for the details.
struct CheckTexts {
  QString title;
  QString verdict;  ///< the sign in words
  QString text;
  QString code{};    ///< published code of the failure; empty without one
  QString remedy{};  ///< empty where there is nothing to do
  std::vector<RubyText> details{};
};

/// One line of a list of checks: a sign, what was looked at, what was found, and what to do.
class CheckRow : public QWidget {
  Q_OBJECT
 public:
  enum class Words {
    below,   ///< what was found stands under what was looked at
    beside,  ///< on its line, where there is room
  };
  explicit CheckRow(const QString& objectName, QWidget* parent = nullptr,
                    Words words = Words::below);
  void setCheck(CheckSign sign, const CheckTexts& texts);

 private:
  void makeRoomForReadings();
  void setDetails(const std::vector<RubyText>& lines);

  SvgPicture* m_icon;
  RubyLabel* m_title;
  RubyLabel* m_text;
  RubyLabel* m_remedy;
  QVBoxLayout* m_words;
  FlowLayout* m_line = nullptr;       ///< where what was found stands beside what was looked at
  std::vector<RubyLabel*> m_details;  ///< as many as there ever were
};

}  // namespace madoguchi::app
