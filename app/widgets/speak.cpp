#include "app/widgets/speak.h"

#include <QEvent>
#include <QWidget>
#include <utility>

#include "app/widgets/look.h"

namespace madoguchi::app {

namespace {

/// Does the same again at each event of one kind.
class Repeater : public QObject {
 public:
  Repeater(QWidget& widget, QEvent::Type when, std::function<void()> what)
      : QObject(&widget), m_when(when), m_what(std::move(what)) {
    widget.installEventFilter(this);
    m_what();
  }
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (watched == parent() && event->type() == m_when) m_what();
    return false;
  }

 private:
  QEvent::Type m_when;
  std::function<void()> m_what;
};

}  // namespace

void speak(QWidget& widget, std::function<void()> say) {
  new Repeater(widget, QEvent::LanguageChange, std::move(say));
}

void fitToFont(QWidget& widget, std::function<void()> fit) {
  new Repeater(widget, QEvent::FontChange, std::move(fit));
}

void keepFont(QWidget& widget, double times, bool bold) {
  new Repeater(widget, QEvent::ApplicationFontChange,
               [&widget, times, bold] { widget.setFont(scaledFont(widget, times, bold)); });
}

void limitWidth(QWidget& widget, double fontSizes) {
  fitToFont(widget, [&widget, fontSizes] { widget.setMaximumWidth(em(widget, fontSizes)); });
}

}  // namespace madoguchi::app
