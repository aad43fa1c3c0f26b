#include "app/widgets/speak.h"

#include <QEvent>
#include <QWidget>
#include <utility>

namespace madoguchi::app {

namespace {

class Speaker : public QObject {
 public:
  Speaker(QWidget& widget, std::function<void()> say) : QObject(&widget), m_say(std::move(say)) {
    widget.installEventFilter(this);
    m_say();
  }
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (watched == parent() && event->type() == QEvent::LanguageChange) m_say();
    return false;
  }

 private:
  std::function<void()> m_say;
};

}  // namespace

void speak(QWidget& widget, std::function<void()> say) { new Speaker(widget, std::move(say)); }

}  // namespace madoguchi::app
