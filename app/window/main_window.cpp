#include "app/window/main_window.h"

#include <QApplication>
#include <QFocusFrame>
#include <QIcon>
#include <QKeyEvent>
#include <QPointer>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/core/language.h"
#include "app/kit/secret_page.h"
#include "app/rooms/home/pages/top_page.h"
#include "app/rooms/registration/pages/before_you_start_page.h"
#include "app/rooms/registration/pages/step1_page.h"
#include "app/rooms/registration/pages/step2_page.h"
#include "app/rooms/registration/pages/step3_page.h"
#include "app/rooms/registration/pages/submitting_page.h"
#include "app/rooms/registration/pages/terms_page.h"
#include "app/rooms/registration/registration_flow.h"
#include "app/rooms/selfcheck/pages/self_check_page.h"
#include "app/widgets/look.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"
#include "app/window/header.h"

namespace madoguchi::app {

namespace {

PageWidget* makePage(RegistrationFlow& flow) {
  switch (flow.page()) {
    case Page::top:
      return new TopPage(flow);
    case Page::beforeYouStart:
      return new BeforeYouStartPage(flow);
    case Page::signaturePassword:
      return new SecretPage(flow, flow.visit(), card::Secret::signaturePassword);
    case Page::authenticationPin:
      return new SecretPage(flow, flow.visit(), card::Secret::authenticationPin);
    case Page::step1:
      return new Step1Page(flow);
    case Page::step2:
      return new Step2Page(flow);
    case Page::submitting:
      return new SubmittingPage(flow);
    case Page::step3:
      return new Step3Page(flow);
  }
  return nullptr;
}

}  // namespace

/// One page at a time: it is made when the flow comes to it and goes when the flow leaves it, so
/// that nothing personal stays behind in widgets. All that was typed is in the flow.
class MainWindow::Private : public QObject {
 public:
  Private(MainWindow& window, RegistrationFlow& registration, Language& languages,
          SelfCheck& selfCheck);
  bool eventFilter(QObject* watched, QEvent* event) override;
  void goBack();
  void fit();

 private:
  void build();
  void connectPage();
  void showPage();
  void showTerms();
  void showSelfCheck();
  void showOver(PageWidget* page);
  void closeOver();
  void askToLeave();
  void beginAgainWithCard();
  void followFocus(QWidget* now);

  MainWindow& m_window;
  RegistrationFlow& m_flow;
  Language& m_language;
  SelfCheck& m_selfCheck;
  Header* m_header = nullptr;
  MessagePanel* m_leave = nullptr;
  QStackedWidget* m_stack = nullptr;
  QFocusFrame* m_ring = nullptr;
  PageWidget* m_page = nullptr;
  PageWidget* m_over = nullptr;    ///< lies over m_page, which stays as it is
  QPointer<QWidget> m_openedFrom;  ///< had the focus before
  QString m_wantedField;
};

MainWindow::Private::Private(MainWindow& window, RegistrationFlow& registration,
                             Language& languages, SelfCheck& selfCheck)
    : m_window(window), m_flow(registration), m_language(languages), m_selfCheck(selfCheck) {
  build();
  connect(&m_flow, &RegistrationFlow::pageChanged, this, [this] { showPage(); });
  const auto tellFlow = [this] { m_flow.setLanguageTag(m_language.current()); };
  connect(&m_language, &Language::changed, this, tellFlow);
  tellFlow();
  connect(qApp, &QApplication::focusChanged, this,
          [this](QWidget*, QWidget* now) { followFocus(now); });
  qApp->installEventFilter(this);
  showPage();
}

void MainWindow::Private::build() {
  auto* whole = new QWidget(&m_window);
  auto* column = new QVBoxLayout(whole);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  m_header = new Header(m_language, whole);
  column->addWidget(m_header);
  connect(m_header, &Header::backWanted, this, [this] { goBack(); });
  connect(m_header, &Header::leaveWanted, this, [this] { askToLeave(); });
  m_leave = new MessagePanel(MessagePanel::Kind::notice, whole);
  m_leave->setObjectName(QStringLiteral("leave"));
  speak(*m_leave, [this] { m_leave->setTexts(qtTrId("leave.title"), qtTrId("leave.text"), {}); });
  RubyButton* stay = m_leave->addWay(QStringLiteral("leave.no"));
  speak(*stay, [stay] { stay->setMarkup(qtTrId("leave.no")); });
  connect(stay, &RubyButton::clicked, this, [this] {
    m_leave->hide();
    if (m_page != nullptr) m_page->focusFirst();
  });
  RubyButton* go = m_leave->addWay(QStringLiteral("leave.yes"));
  speak(*go, [go] { go->setMarkup(qtTrId("leave.yes")); });
  connect(go, &RubyButton::clicked, &m_flow, &RegistrationFlow::backToTop);
  m_leave->hide();
  column->addWidget(m_leave);
  m_stack = new QStackedWidget(whole);
  column->addWidget(m_stack, 1);
  m_window.setCentralWidget(whole);
  m_ring = new QFocusFrame(whole);
}

void MainWindow::Private::showPage() {
  closeOver();
  m_leave->hide();
  PageWidget* old = m_page;
  m_page = makePage(m_flow);
  connectPage();
  m_stack->addWidget(m_page);
  m_stack->setCurrentWidget(m_page);
  m_header->setPlace(m_flow.page(), m_flow.entrance());
  if (old != nullptr) {
    m_stack->removeWidget(old);
    old->hide();
    old->deleteLater();
  }
  if (m_wantedField.isEmpty()) {
    m_page->focusFirst();
  } else {
    m_page->focusField(m_wantedField);
    m_wantedField.clear();
  }
}

void MainWindow::Private::connectPage() {
  connect(m_page, &PageWidget::termsWanted, this, [this] { showTerms(); });
  connect(m_page, &PageWidget::selfCheckWanted, this, [this] { showSelfCheck(); });
  connect(m_page, &PageWidget::leaveWanted, this, [this] { askToLeave(); });
  connect(m_page, &PageWidget::otherCardWanted, this, [this] { beginAgainWithCard(); });
  connect(m_page, &PageWidget::fieldWanted, this, [this](const QString& field) {
    m_wantedField = field;
    m_flow.back();
  });
}

void MainWindow::Private::showTerms() {
  if (m_over != nullptr) return;
  m_flow.openTerms();
  auto* terms = new TermsPage(m_flow);
  connect(terms, &TermsPage::closed, this, [this] { closeOver(); });
  showOver(terms);
}

void MainWindow::Private::showSelfCheck() {
  if (m_over != nullptr) return;
  auto* check = new SelfCheckPage(m_flow, m_selfCheck);
  connect(check, &SelfCheckPage::closed, this, [this] { closeOver(); });
  showOver(check);
}

void MainWindow::Private::showOver(PageWidget* page) {
  m_over = page;
  m_openedFrom = QApplication::focusWidget();
  m_stack->addWidget(m_over);
  m_stack->setCurrentWidget(m_over);
  m_over->focusFirst();
}

void MainWindow::Private::closeOver() {
  if (m_over == nullptr) return;
  m_stack->setCurrentWidget(m_page);
  m_stack->removeWidget(m_over);
  m_over->deleteLater();
  m_over = nullptr;
  if (auto* form = qobject_cast<Step1Page*>(m_page)) {
    form->returnFromTerms();
  } else if (m_openedFrom != nullptr && m_page->isAncestorOf(m_openedFrom)) {
    m_openedFrom->setFocus(Qt::OtherFocusReason);
  } else {
    m_page->focusFirst();
  }
}

void MainWindow::Private::goBack() {
  if (m_over != nullptr) {
    closeOver();
  } else if (m_flow.page() == Page::submitting) {
    m_flow.cancelSubmission();
  } else if (m_flow.page() == Page::beforeYouStart && !m_flow.values().empty()) {
    askToLeave();  // what was typed goes when the visit ends
  } else if (m_flow.page() != Page::step3) {
    m_flow.back();
  }
}

void MainWindow::Private::fit() {
  // Below so many lines' height a full header would take a third of what is left to read in.
  constexpr double kLow = 36;
  m_header->setCompact(m_window.height() < em(m_window, kLow));
}

void MainWindow::Private::askToLeave() {
  // Only where there is something to lose.
  const bool typed =
      m_flow.page() == Page::step1 || m_flow.page() == Page::step2 || m_flow.values().size() > 1;
  if (!typed || m_flow.page() == Page::step3) {
    m_flow.backToTop();
    return;
  }
  m_leave->show();
  m_leave->present();
}

void MainWindow::Private::beginAgainWithCard() {
  // At most as many pages as there are before STEP2.
  for (int i = 0; i < 8 && m_flow.page() != Page::beforeYouStart && m_flow.page() != Page::top; ++i)
    m_flow.back();
}

void MainWindow::Private::followFocus(QWidget* now) {
  const bool ours = now != nullptr && m_window.isAncestorOf(now);
  // First into view: a frame that is set around what is out of sight stays hidden
  // (QFocusFrame, 6.4).
  for (PageWidget* page : std::initializer_list<PageWidget*>{m_page, m_over}) {
    if (ours && page != nullptr && page->isAncestorOf(now)) page->bringIntoView(*now);
  }
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
      if (watched->isWidgetType()) m_flow.noteActivity();
      break;
    default:
      break;
  }
  return false;
}

MainWindow::MainWindow(RegistrationFlow& flow, Language& language, SelfCheck& selfCheck,
                       QWidget* parent)
    : QMainWindow(parent) {
  applyLook(*qApp);
  setObjectName(QStringLiteral("mainWindow"));
  setWindowIcon(QIcon(QStringLiteral(":/icons/madoguchi.svg")));
  d = std::make_unique<Private>(*this, flow, language, selfCheck);
  speak(*this, [this] { setWindowTitle(spokenText(qtTrId("app.title"))); });
  // The smallest size at which everything can still be reached by scrolling.
  setMinimumSize(360, 480);
  QSize size(em(*this, 52), em(*this, 52));
  if (const QScreen* screen = this->screen()) size = size.boundedTo(screen->availableSize() * 0.95);
  resize(size);
}

MainWindow::~MainWindow() = default;

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  if (d) d->fit();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && !event->isAutoRepeat()) {
    d->goBack();
    return;
  }
  QMainWindow::keyPressEvent(event);
}

}  // namespace madoguchi::app
