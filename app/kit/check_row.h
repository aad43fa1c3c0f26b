#pragma once

#include <QWidget>
#include <vector>

#include "app/rooms/selfcheck/pages/self_check_texts.h"

class QVBoxLayout;

namespace madoguchi::app {

class FlowLayout;
class RubyLabel;
class SvgPicture;

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
  void setCheck(Verdict verdict, const CheckTexts& texts);

 private:
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
