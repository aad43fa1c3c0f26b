#include "app/window/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFocusFrame>
#include <QIcon>
#include <QKeyEvent>
#include <QScreen>
#include <QSessionManager>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>
#include <initializer_list>
#include <utility>

#include "app/core/idle_clock.h"
#include "app/core/language.h"
#include "app/core/room_names.h"
#include "app/core/session.h"
#include "app/core/system.h"
#include "app/kit/help_page.h"
#include "app/kit/page_widget.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"
#include "app/window/header.h"
#include "app/window/leave_page.h"
#include "app/window/room_view.h"
#include "protocol/languages.h"

namespace madoguchi::app {

namespace {

/// Headings and panels: Tab does not stop there.
bool isOnlyRead(const QWidget& widget) {
  return qobject_cast<const RubyLabel*>(&widget) != nullptr &&
         (widget.focusPolicy() & Qt::TabFocus) == 0;
}

bool hasFurigana(const Language& language) {
  const protocol::Language* current = protocol::findLanguage(language.current().toStdString());
  return current != nullptr && current->ruby;
}

}  // namespace

class MainWindow::Private : public QObject {
 public:
  Private(MainWindow& window, Rooms rooms, Language& language, IdleClock& idle, Session& session,
          WindowFacts facts, TextSize textSize);
  bool eventFilter(QObject* watched, QEvent* event) override;
  void help();
  void goBack() { m_rooms->goBack(); }
  /// Whoever comes back from another program, and a screen reader, hear where they are.
  void sayTitle();
  /// Asks before something is lost.
  [[nodiscard]] bool mayClose();
  void open(const Door& door) { m_rooms->open(door); }
  [[nodiscard]] bool wouldLoseSomething() const {
    return m_rooms->wouldLoseSomething(Leaving::all);
  }
  [[nodiscard]] bool isSending() const { return m_rooms->isSending(Leaving::all); }
  [[nodiscard]] Place place() const { return m_rooms->place(); }
  void fit();
  void setTextSize(TextSize size);

 private:
  void addKeysForTextSize();
  void build(Rooms rooms, Language& language, Session& session);
  [[nodiscard]] QWidget* makeWarning(Session& session, QWidget* parent);
  [[nodiscard]] QWidget* makeFontWarning(QWidget* parent);
  void askToLeave(Leaving what);
  void askToLogOut();
  /// None where nothing is to be asked.
  [[nodiscard]] LeavePage* questionBefore(Leaving what, bool closesWindow = false) const;
  void followFocus(QWidget* now);

  MainWindow& m_window;
  Language& m_language;
  IdleClock& m_idle;
  Session& m_session;
  WindowFacts m_facts;
  TextSize m_textSize;
  Header* m_header = nullptr;
  bool m_agreed = false;                ///< to the closing
  const QObject* m_question = nullptr;  ///< about it that was asked last
  RoomView* m_rooms = nullptr;
  QFocusFrame* m_ring = nullptr;
};

MainWindow::Private::Private(MainWindow& window, Rooms rooms, Language& language, IdleClock& idle,
                             Session& session, WindowFacts facts, TextSize textSize)
    : m_window(window),
      m_language(language),
      m_idle(idle),
      m_session(session),
      m_facts(std::move(facts)),
      m_textSize(textSize) {
  app::setTextSize(timesOf(textSize));
  setFurigana(hasFurigana(language));
  connect(&language, &Language::changed, this, [this] { fit(); });
  build(std::move(rooms), language, session);
  connect(qApp, &QApplication::focusChanged, this,
          [this](QWidget*, QWidget* now) { followFocus(now); });
  qApp->installEventFilter(this);
  addKeysForTextSize();
  m_rooms->open({kHomeRoom});
}

void MainWindow::Private::build(Rooms rooms, Language& language, Session& session) {
  auto* whole = new QWidget(&m_window);
  auto* column = new QVBoxLayout(whole);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_header = new Header(language, session, whole);
  column->addWidget(m_header);
  connect(m_header, &Header::backWanted, this, [this] { goBack(); });
  m_header->setTextSize(m_textSize);
  connect(m_header, &Header::textSizeWanted, this, &Private::setTextSize);
  connect(m_header, &Header::leaveWanted, this, [this] { askToLeave(Leaving::all); });
  connect(m_header, &Header::logOutWanted, this, [this] { askToLogOut(); });
  if (!m_facts.japaneseFont) column->addWidget(makeFontWarning(whole));
  column->addWidget(makeWarning(session, whole));
  m_rooms = new RoomView(std::move(rooms), whole);
  column->addWidget(m_rooms, 1);
  connect(m_rooms, &RoomView::titleChanged, this, &Private::sayTitle);
  connect(m_rooms, &RoomView::leavingWanted, this, [this](Leaving what) { askToLeave(what); });
  connect(m_rooms, &RoomView::helpWanted, this, [this] { help(); });
  connect(m_rooms, &RoomView::pageShown, this, [this](const Place& place) {
    m_header->setPlace(m_rooms->headerPlace());
    emit m_window.placeShown(place);
  });
  m_window.setCentralWidget(whole);
  m_ring = new QFocusFrame(whole);
}

QWidget* MainWindow::Private::makeWarning(Session& session, QWidget* parent) {
  auto* warning = new MessagePanel(MessagePanel::Kind::warning, parent);
  warning->setObjectName(QStringLiteral("sessionEndsSoon"));
  speak(*warning, [warning] {
    warning->setTexts(qtTrId("session.endsSoon.title"), qtTrId("session.endsSoon.text"), {});
  });
  warning->hide();
  // The focus stays where the person is: a key press there is all that is needed.
  connect(&session, &Session::endsSoonChanged, warning, [warning, &session] {
    warning->setVisible(session.endsSoon());
    if (session.endsSoon()) announce(*warning);
  });
  return warning;
}

QWidget* MainWindow::Private::makeFontWarning(QWidget* parent) {
  auto* warning = new MessagePanel(MessagePanel::Kind::warning, parent);
  warning->setObjectName(QStringLiteral("noJapaneseFont"));
  // The same English in every language: what can be read on such a computer.
  speak(*warning, [warning] {
    warning->setTexts(qtTrId("font.missing.title"), qtTrId("font.missing.text"), {});
  });
  return warning;
}

void MainWindow::Private::help() {
  if (m_rooms->isCovered()) return;
  m_rooms->lay(
      new HelpPage({.service = m_facts.service, .outlets = m_facts.outlets}, place().page));
}

void MainWindow::Private::fit() {
  // Below so many lines' height a full header would take a third of what is left to read in.
  constexpr int kLow = 36;
  // Here the compact one would take half of it, if its text grew too.
  constexpr int kTiny = 23;
  const int height = m_window.height();
  // Larger text for readings is for where it leaves room to read.
  const bool furigana = hasFurigana(m_language) && height >= bodySize(true) * kLow;
  setFurigana(furigana);
  const int body = bodySize(furigana);
  m_header->setCompact(height < body * kLow);
  keepUsualTextSize(*m_header, std::min(height, m_window.width()) < body * kTiny);
}

void MainWindow::Private::setTextSize(TextSize size) {
  if (std::exchange(m_textSize, size) == size) return;
  app::setTextSize(timesOf(size));
  m_header->setTextSize(size);
  fit();
  emit m_window.textSizeChosen(size);
}

void MainWindow::Private::addKeysForTextSize() {
  // As in browsers. Without shift, "+" is "=" on most keyboards and ";" on Japanese ones.
  const auto add = [this](std::initializer_list<const char*> keys, const auto& next) {
    for (const char* key : keys) {
      auto* shortcut = new QShortcut(QKeySequence(QLatin1String(key)), &m_window);
      connect(shortcut, &QShortcut::activated, this, [this, next] {
        setTextSize(next(m_textSize));
        announce(*m_header, spokenText(textSizeInWords(m_textSize)));
      });
    }
  };
  add({"Ctrl++", "Ctrl+=", "Ctrl+;"}, larger);
  add({"Ctrl+-"}, smaller);
  add({"Ctrl+0"}, [](TextSize) { return TextSize::normal; });
}

LeavePage* MainWindow::Private::questionBefore(Leaving what, bool closesWindow) const {
  const LeavePage::Question question{.closesWindow = closesWindow,
                                     .losesSomething = m_rooms->wouldLoseSomething(what),
                                     .isSending = m_rooms->isSending(what),
                                     .mayHaveArrived = m_rooms->mayHaveArrived(what)};
  return question.losesSomething || question.isSending ? new LeavePage(question) : nullptr;
}

void MainWindow::Private::askToLeave(Leaving what) {
  LeavePage* question = questionBefore(what);
  if (question == nullptr) {
    m_rooms->leave(what);
    return;
  }
  connect(question, &LeavePage::agreed, this, [this, what] { m_rooms->leave(what); });
  m_rooms->lay(question);
}

void MainWindow::Private::askToLogOut() {
  const auto logOut = [this] { m_session.close(Session::Ended::loggedOut); };
  LeavePage* question = questionBefore(Leaving::all);
  if (question == nullptr) {
    logOut();
    return;
  }
  connect(question, &LeavePage::agreed, this, [this, logOut] {
    logOut();
    // A room that knows of no session is still open.
    if (m_rooms->isCovered()) m_rooms->leave(Leaving::all);
  });
  m_rooms->lay(question);
}

bool MainWindow::Private::mayClose() {
  LeavePage* question = m_agreed ? nullptr : questionBefore(Leaving::all, true);
  if (question == nullptr) return true;
  connect(question, &LeavePage::agreed, this, [this] {
    m_agreed = true;
    m_window.close();
  });
  connect(question, &QObject::destroyed, this, [this, question] {
    if (m_question == question) sayWhyShutdownWaits(m_window.winId(), {});
  });
  m_question = question;
  m_rooms->lay(question);
  return false;
}

void MainWindow::Private::sayTitle() {
  m_window.setWindowTitle(m_rooms->page()->windowTitle() + QStringLiteral(" – ") +
                          spokenText(qtTrId("app.title")));
}

void MainWindow::Private::followFocus(QWidget* now) {
  const bool ours = now != nullptr && m_window.isAncestorOf(now);
  // First into view: a frame that is set around what is out of sight stays hidden
  // (QFocusFrame, 6.4).
  PageWidget* page = m_rooms->page();  // none while one takes another's place
  if (ours && page != nullptr && page->isAncestorOf(now)) page->bringIntoView(*now);
  // A ring around what has the focus only to be read would promise a control.
  QWidget* ringed = ours && !isOnlyRead(*now) ? now : nullptr;
  m_ring->setWidget(ringed);
  // It lies in the page where it was last, and would go with it.
  if (ringed == nullptr) m_ring->setParent(m_window.centralWidget());
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

MainWindow::MainWindow(Rooms rooms, Language& language, IdleClock& idle, Session& session,
                       WindowFacts facts, TextSize textSize, QWidget* parent)
    : QMainWindow(parent) {
  applyLook(*qApp);
  setObjectName(QStringLiteral("mainWindow"));
  setWindowIcon(QIcon(QStringLiteral(":/icons/madoguchi.svg")));
  d = std::make_unique<Private>(*this, std::move(rooms), language, idle, session, std::move(facts),
                                textSize);
  speak(*this, [this] { d->sayTitle(); });
  // The smallest size at which everything can still be reached by scrolling.
  setMinimumSize(360, 480);
  joinDesktopSession();
  const int side = 52 * bodySize(hasFurigana(language));
  QSize size(side, side);
  if (const QScreen* screen = this->screen()) size = size.boundedTo(screen->availableSize() * 0.95);
  resize(size);
}

MainWindow::~MainWindow() = default;

void MainWindow::open(const Door& door) { d->open(door); }

bool MainWindow::wouldLoseSomething() const { return d->wouldLoseSomething(); }

bool MainWindow::isSending() const { return d->isSending(); }

Place MainWindow::place() const { return d->place(); }

void MainWindow::joinDesktopSession() {
  // Nobody asks the window itself where the computer is shut down.
  connect(
      qApp, &QGuiApplication::commitDataRequest, this,
      [this](QSessionManager& session) {
        const bool asks = d->wouldLoseSomething() || d->isSending();
        if (!asks || !session.allowsInteraction() || d->mayClose()) return;
        sayWhyShutdownWaits(winId(), spokenText(d->wouldLoseSomething() ? qtTrId("leave.text")
                                                                        : qtTrId("leave.sending")));
        session.cancel();
      },
      Qt::DirectConnection);
  // Whoever comes next to the computer did not ask for it.
  connect(
      qApp, &QGuiApplication::saveStateRequest, this,
      [](QSessionManager& session) { session.setRestartHint(QSessionManager::RestartNever); },
      Qt::DirectConnection);
}

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
