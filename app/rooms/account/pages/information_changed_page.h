#pragma once

#include "app/kit/page_widget.h"

namespace madoguchi::app {

class AccountFlow;

/// What is another now, what is to be when a link was opened, and which mails come.
class InformationChangedPage : public PageWidget {
  Q_OBJECT
 public:
  explicit InformationChangedPage(AccountFlow& flow, QWidget* parent = nullptr);

 private:
  void addEmail();

  AccountFlow& m_flow;
};

}  // namespace madoguchi::app
