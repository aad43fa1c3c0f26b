#include "app/window/main_window.h"

#include <QApplication>
#include <QFocusFrame>
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

}  // namespace

class MainWindow::Private : public QObject {
 public:
  Private(MainWindow& window, Rooms rooms, Language& language, IdleClock& idle, HelpSources help);
  bool eventFilter(QObject* watched, QEvent* event) override;
  void goBack() { m_rooms->goBack(); }
  void help();
  [[nodiscard]] Place place() const { return m_rooms->place(); }
  void fit();

 private:
  void build(Rooms rooms, Language& language);
  void askToLeave(Leaving what);
  void followFocus(QWidget* now);

  MainWindow& m_window;
  IdleClock& m_idle;
  HelpSources m_help;
  Header* m_header = nullptr;
  MessagePanel* m_leave = nullptr;
  Leaving m_leaving = Leaving::all;  ///< what is asked about
  RoomView* m_rooms = nullptr;
  QFocusFrame* m_ring = nullptr;
};

MainWindow::Private::Private(MainWindow& window, Rooms rooms, Language& language, IdleClock& idle,
                             HelpSources help)
    : m_window(window), m_idle(idle), m_help(std::move(help)) {
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
  speak(*m_leave, [this] { m_leave->setTexts(qtTrId("leave.title"), qtTrId("leave.text"), {}); });
  RubyButton* stay = m_leave->addWay(QStringLiteral("leave.no"));
  speak(*stay, [stay] { stay->setMarkup(qtTrId("leave.no")); });
  connect(stay, &RubyButton::clicked, this, [this] {
    m_leave->hide();
    m_rooms->page()->focusFirst();
  });
  RubyButton* go = m_leave->addWay(QStringLiteral("leave.yes"));
  speak(*go, [go] { go->setMarkup(qtTrId("leave.yes")); });
  connect(go, &RubyButton::clicked, this, [this] { m_rooms->leave(m_leaving); });
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
  constexpr double kLow = 36;
  m_header->setCompact(m_window.height() < em(m_window, kLow));
}

void MainWindow::Private::askToLeave(Leaving what) {
  // Only where there is something to lose.
  if (!m_rooms->wouldLoseSomething(what)) {
    m_rooms->leave(what);
    return;
  }
  m_leaving = what;
  m_leave->show();
  m_leave->present();
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
  setFurigana(hasFurigana(language));
  connect(&language, &Language::changed, this, [&language] { setFurigana(hasFurigana(language)); });
  setObjectName(QStringLiteral("mainWindow"));
  setWindowIcon(QIcon(QStringLiteral(":/icons/madoguchi.svg")));
  d = std::make_unique<Private>(*this, std::move(rooms), language, idle, std::move(help));
  speak(*this, [this] { setWindowTitle(spokenText(qtTrId("app.title"))); });
  // The smallest size at which everything can still be reached by scrolling.
  setMinimumSize(360, 480);
  QSize size(em(*this, 52), em(*this, 52));
  if (const QScreen* screen = this->screen()) size = size.boundedTo(screen->availableSize() * 0.95);
  resize(size);
}

MainWindow::~MainWindow() = default;

Place MainWindow::place() const { return d->place(); }

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  if (d) d->fit();
}

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
