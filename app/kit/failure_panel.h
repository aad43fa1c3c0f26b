#pragma once

#include "app/core/failure_code.h"
#include "app/widgets/message_panel.h"

namespace madoguchi::app {

class PageWidget;

/// A failure within a page: what has happened, what to do, its published code. Hidden while there
/// is none.
class FailurePanel : public MessagePanel {
  Q_OBJECT
 public:
  explicit FailurePanel(const QString& objectName, QWidget* parent = nullptr);
  /// True where the failure is another than before (and one at all): worth moving the focus to.
  bool setFailure(FailureCode code);
  [[nodiscard]] FailureCode failure() const { return m_code; }
  /// What has failed is mended: it is told as something that has happened, without anything to do.
  void setOver(bool over);
  /// Whether the card, or the way to it, is what keeps the person from going on.
  [[nodiscard]] bool isAboutCard() const;
  /// Whether the same request may go well another time.
  [[nodiscard]] bool mayPass() const;
  /// The ways on that are there whatever has failed: somebody's help who needs no card (where it is
  /// the card that fails), and leaving. Added behind the page's own.
  void addWaysOut(PageWidget& page);

 private:
  void sayAll();
  void showAgentHelp(bool shown);

  FailureCode m_code = FailureCode::none;
  bool m_over = false;
  RubyButton* m_agent = nullptr;
  RubyLabel* m_agentHelp = nullptr;
};

}  // namespace madoguchi::app
