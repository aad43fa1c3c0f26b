#pragma once

#include <QMainWindow>
#include <memory>

namespace madoguchi::app {

class Language;
class RegistrationFlow;
class SelfCheck;

/// The one window: header with the language switch, the page, the step indicator.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  MainWindow(RegistrationFlow& flow, Language& language, SelfCheck& selfCheck,
             QWidget* parent = nullptr);
  ~MainWindow() override;

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  class Private;
  std::unique_ptr<Private> d;
};

}  // namespace madoguchi::app
