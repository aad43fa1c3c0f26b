#pragma once

#include <vector>

#include "app/rooms/registration/pages/registration_page.h"

class QBoxLayout;

namespace madoguchi::app {

class CheckRow;
class FailurePanel;
class SvgPicture;

/// What is needed, checked live: service, reader, card, certificates, network.
class BeforeYouStartPage : public RegistrationPage {
  Q_OBJECT
 public:
  explicit BeforeYouStartPage(RegistrationFlow& flow, QWidget* parent = nullptr);
  void focusFirst() override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void addChecks();
  void addGoodToKnow();
  void showStatus();
  void goOn();

  SvgPicture* m_picture = nullptr;
  QBoxLayout* m_things = nullptr;  ///< what is needed, and a picture of it
  CheckRow* m_network = nullptr;
  FailurePanel* m_returned = nullptr;  ///< why the person is here again
  RubyLabel* m_formKept = nullptr;
  FailurePanel* m_cardFailure = nullptr;
  FailurePanel* m_networkFailure = nullptr;
  RubyLabel* m_waiting = nullptr;
  RubyButton* m_next = nullptr;
  bool m_ready = false;  ///< as last shown
};

}  // namespace madoguchi::app
