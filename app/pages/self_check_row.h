#pragma once

#include <QWidget>
#include <vector>

#include "app/services/self_check_items.h"

class QVBoxLayout;

namespace madoguchi::app {

class RubyLabel;
class SvgPicture;

/// One item of the self-check: a sign, what was looked at, what was found, and what to do.
class SelfCheckRow : public QWidget {
  Q_OBJECT
 public:
  explicit SelfCheckRow(const QString& objectName, QWidget* parent = nullptr);
  void setItem(const CheckItem& item);

 private:
  SvgPicture* m_icon;
  RubyLabel* m_title;
  RubyLabel* m_text;
  RubyLabel* m_remedy;
  QVBoxLayout* m_words;
  std::vector<RubyLabel*> m_details;
};

}  // namespace madoguchi::app
