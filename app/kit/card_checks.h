#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "app/card/card_status.h"
#include "app/widgets/ruby_text.h"

namespace madoguchi::app {

class CardVisit;
class CheckRow;

/// What a row says in each case.
struct CheckStates {
  QString good;
  QString bad;
  QString unknown;
};
void showResult(CheckRow& row, CheckResult result, const QString& title, const CheckStates& states,
                std::vector<RubyText> details = {});

/// Live, a row each: the service, the reader, the card, and what is wanted of it.
class CardChecks : public QWidget {
  Q_OBJECT
 public:
  /// The rows are called "<name>.service", ...
  CardChecks(const CardVisit& visit, const QString& name, QWidget* parent = nullptr);

 private:
  void showStatus();
  void showTries();

  const CardVisit& m_visit;
  CheckRow* m_service;
  CheckRow* m_reader;
  CheckRow* m_card;
  CheckRow* m_certificates;
  CheckRow* m_tries;
  bool m_reads = false;  ///< the card, as last shown
};

}  // namespace madoguchi::app
