#include "app/window/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFocusFrame>
#include <QFontInfo>
#include <QIcon>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>
#include <utility>

#include "app/core/idle_clock.h"
#include "app/core/language.h"
#include "app/core/room_names.h"
#include "app/kit/page_widget.h"
#include "app/widgets/look.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"
#include "app/window/header.h"
#include "app/window/room_view.h"
#include "protocol/languages.h"

namespace madoguchi::app {

namespace {

bool hasFurigana(const Language& language) {
  const protocol::Language* current = protocol::findLanguage(language.current().toStdString());
  return current != nullptr && current->ruby;
}

/// Of the body text, in pixels.
int bodySize() { return QFontInfo(QApplication::font()).pixelSize(); }

int bodySizeWithFurigana() {
  setFurigana(true);
  return bodySize();
}

}  // namespace

class MainWindow::Private : public QObject {
 public:
  Private(MainWindow& window, Rooms rooms, Language& language, IdleClock& idle, HelpSources help);
  bool eventFilter(QObject* watched, QEvent* event) override;
  void help();
  void goBack();
  /// Asks before something is lost.
  [[nodiscard]] bool mayClose();
  [[nodiscard]] Place place() const { return m_rooms->place(); }
  void fit();

 private:
  void build(Rooms rooms, Language& language);
  void askToLeave(Leaving what);
  void ask(Leaving what, bool closes);
  void sayQuestion();
  void stay();
  void leave();
  void followFocus(QWidget* now);

  MainWindow& m_window;
  Language& m_language;
  IdleClock& m_idle;
  int m_largeText;
  HelpSources m_help;
  Header* m_header = nullptr;
  MessagePanel* m_leave = nullptr;
  RubyButton* m_go = nullptr;
  Leaving m_leaving = Leaving::all;  ///< what is asked about
  bool m_closes = false;             ///< and with it the window
  bool m_agreed = false;             ///< to the closing
  RoomView* m_rooms = nullptr;
  QFocusFrame* m_ring = nullptr;
};

MainWindow::Private::Private(MainWindow& window, Rooms rooms, Language& language, IdleClock& idle,
                             HelpSources help)
    : m_window(window),
      m_language(language),
      m_idle(idle),
      m_largeText(bodySizeWithFurigana()),
      m_help(std::move(help)) {
  setFurigana(hasFurigana(language));
  connect(&language, &Language::changed, this, [this] { fit(); });
  build(std::move(rooms), language);
  connect(qApp, &QApplication::focusChanged, this,
          [this](QWidget*, QWidget* now) { followFocus(now); });
  qApp->installEventFilter(this);
  m_rooms->open({kHomeRoom});
}

void MainWindow::Private::build(Rooms rooms, Language& language) {
  auto* whole = new QWidget(&m_window);
  auto* column = new QVBoxLayout(whole);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_header = new Header(language, whole);
  column->addWidget(m_header);
  connect(m_header, &Header::backWanted, this, [this] { goBack(); });
  connect(m_header, &Header::leaveWanted, this, [this] { askToLeave(Leaving::all); });
  m_leave = new MessagePanel(MessagePanel::Kind::notice, whole);
  m_leave->setObjectName(QStringLiteral("leave"));
  RubyButton* stay = m_leave->addWay(QStringLiteral("leave.no"), RubyButton::Kind::primary);
  speak(*stay, [stay] { stay->setMarkup(qtTrId("leave.no")); });
  connect(stay, &RubyButton::clicked, this, &Private::stay);
  m_go = m_leave->addWay(QStringLiteral("leave.yes"), RubyButton::Kind::destructive);
  connect(m_go, &RubyButton::clicked, this, &Private::leave);
  speak(*m_leave, [this] { sayQuestion(); });
  m_leave->hide();
  column->addWidget(m_leave);
  m_rooms = new RoomView(std::move(rooms), whole);
  column->addWidget(m_rooms, 1);
  connect(m_rooms, &RoomView::leavingWanted, this, [this](Leaving what) { askToLeave(what); });
  connect(m_rooms, &RoomView::helpWanted, this, [this] { help(); });
  connect(m_rooms, &RoomView::pageShown, this, [this](const Place& place) {
    m_leave->hide();
    m_header->setPlace(m_rooms->headerPlace());
    emit m_window.placeShown(place);
  });
  m_window.setCentralWidget(whole);
  m_ring = new QFocusFrame(whole);
}

void MainWindow::Private::help() {
  if (!m_rooms->isCovered()) m_rooms->lay(new HelpPage(m_help));
}

void MainWindow::Private::fit() {
  // Below so many lines' height a full header would take a third of what is left to read in.
  constexpr int kLow = 36;
  const int height = m_window.height();
  // Larger text for readings is for where it leaves room to read.
  setFurigana(hasFurigana(m_language) && height >= m_largeText * kLow);
  m_header->setCompact(height < bodySize() * kLow);
}

void MainWindow::Private::askToLeave(Leaving what) {
  // Only where there is something to lose.
  if (!m_rooms->wouldLoseSomething(what)) {
    m_rooms->leave(what);
    return;
  }
  ask(what, false);
}

void MainWindow::Private::ask(Leaving what, bool closes) {
  m_leaving = what;
  m_closes = closes;
  sayQuestion();
  m_leave->show();
  m_leave->present();
}

void MainWindow::Private::sayQuestion() {
  // What was sent is the person's to know, whatever becomes of the rest.
  const bool sent = m_rooms != nullptr && m_rooms->mayHaveArrived(m_leaving);
  m_leave->setTexts(m_closes ? qtTrId("close.title") : qtTrId("leave.title"), qtTrId("leave.text"),
                    sent ? qtTrId("leave.mayHaveArrived") : QString());
  m_go->setMarkup(m_closes ? qtTrId("close.yes") : qtTrId("leave.yes"));
}

void MainWindow::Private::stay() {
  m_leave->hide();
  m_rooms->page()->focusFirst();
}

void MainWindow::Private::goBack() {
  if (m_leave->isVisible()) {
    stay();
  } else {
    m_rooms->goBack();
  }
}

void MainWindow::Private::leave() {
  if (m_closes) {
    m_agreed = true;
    m_window.close();
  } else {
    m_rooms->leave(m_leaving);
  }
}

bool MainWindow::Private::mayClose() {
  if (m_agreed || !m_rooms->wouldLoseSomething(Leaving::all)) return true;
  ask(Leaving::all, true);
  return false;
}

void MainWindow::Private::followFocus(QWidget* now) {
  const bool ours = now != nullptr && m_window.isAncestorOf(now);
  // First into view: a frame that is set around what is out of sight stays hidden
  // (QFocusFrame, 6.4).
  if (ours && m_rooms->page()->isAncestorOf(now)) m_rooms->page()->bringIntoView(*now);
  // Headings and panels have the focus only to be read; a ring around them would promise a control.
  m_ring->setWidget(ours && qobject_cast<RubyLabel*>(now) == nullptr ? now : nullptr);
}

bool MainWindow::Private::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
      if (watched->isWidgetType()) m_idle.noteActivity();
      break;
    default:
      break;
  }
  return false;
}

MainWindow::MainWindow(Rooms rooms, Language& language, IdleClock& idle, HelpSources help,
                       QWidget* parent)
    : QMainWindow(parent) {
  applyLook(*qApp);
  setObjectName(QStringLiteral("mainWindow"));
  setWindowIcon(QIcon(QStringLiteral(":/icons/madoguchi.svg")));
  d = std::make_unique<Private>(*this, std::move(rooms), language, idle, std::move(help));
  speak(*this, [this] { setWindowTitle(spokenText(qtTrId("app.title"))); });
  // The smallest size at which everything can still be reached by scrolling.
  setMinimumSize(360, 480);
  QSize size(52 * bodySize(), 52 * bodySize());
  if (const QScreen* screen = this->screen()) size = size.boundedTo(screen->availableSize() * 0.95);
  resize(size);
}

MainWindow::~MainWindow() = default;

Place MainWindow::place() const { return d->place(); }

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  if (d) d->fit();
}

void MainWindow::closeEvent(QCloseEvent* event) { event->setAccepted(d->mayClose()); }

void MainWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && !event->isAutoRepeat()) {
    d->goBack();
    return;
  }
  if (event->key() == Qt::Key_F1 && !event->isAutoRepeat()) {
    d->help();
    return;
  }
  QMainWindow::keyPressEvent(event);
}

}  // namespace madoguchi::app
