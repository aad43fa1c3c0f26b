#include "app/window/header.h"

#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/core/language.h"
#include "app/core/session.h"
#include "app/kit/texts.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"
#include "app/widgets/svg_picture.h"
#include "app/window/segments.h"
#include "app/window/step_indicator.h"
#include "protocol/languages.h"

namespace madoguchi::app {

namespace {

Segments* makeLanguages(Language& language, QWidget* parent) {
  auto* languages = new Segments([] { return qtTrId("header.languages"); }, parent);
  for (const protocol::Language& one : protocol::languages()) {
    const QString tag = QString::fromStdString(one.tag);
    if (!language.offered().contains(tag)) continue;
    RubyButton* button = languages->add(tag);
    button->setObjectName(QStringLiteral("header.language.") + tag);
    // Each language in its own words, whatever the present one is.
    button->setMarkup(QString::fromStdString(one.name));
  }
  const auto show = [languages, &language] { languages->choose(language.current()); };
  show();
  QObject::connect(&language, &Language::changed, languages, show);
  QObject::connect(languages, &Segments::wanted, &language, &Language::set);
  return languages;
}

}  // namespace

QString textSizeInWords(TextSize size) {
  switch (size) {
    case TextSize::normal:
      return qtTrId("header.textSize.normal");
    case TextSize::large:
      return qtTrId("header.textSize.large");
    case TextSize::largest:
      break;
  }
  return qtTrId("header.textSize.largest");
}

Header::Header(Language& language, Session& session, QWidget* parent)
    : QWidget(parent), m_session(session) {
  setObjectName(QStringLiteral("header"));
  const int unit = em(*this);
  auto* column = new QVBoxLayout(this);
  m_row = new FlowLayout(unit);
  m_row->setLastAtRight(true);
  column->addLayout(m_row);

  m_name = new QWidget(this);
  auto* name = new FlowLayout(unit / 2, m_name);
  name->addWidget(new SvgPicture(QStringLiteral(":/icons/madoguchi.svg"), 2, m_name));
  auto* title = new RubyLabel(RubyLabel::Role::strong, m_name);
  speak(*title, [title] { title->setMarkup(qtTrId("app.name")); });
  name->addWidget(title);
  m_row->addWidget(m_name);

  m_back = new RubyButton(RubyButton::Kind::secondary, this);
  m_back->setObjectName(QStringLiteral("header.back"));
  m_back->setMnemonic(u'B');
  speak(*m_back, [this] { m_back->setMarkup(qtTrId("header.back")); });
  connect(m_back, &RubyButton::clicked, this, &Header::backWanted);
  m_row->addWidget(m_back);
  m_leave = new RubyButton(RubyButton::Kind::link, this);
  m_leave->setObjectName(QStringLiteral("header.leave"));
  speak(*m_leave, [this] { m_leave->setMarkup(qtTrId("header.leave")); });
  connect(m_leave, &RubyButton::clicked, this, &Header::leaveWanted);
  m_row->addWidget(m_leave);
  m_number = new RubyLabel(RubyLabel::Role::small, this);
  m_number->setObjectName(QStringLiteral("steps.number"));
  speak(*m_number, [this] { sayNumber(); });
  m_row->addWidget(m_number);
  m_row->addWidget(makeSwitches(language));
  addAccount();
  column->addWidget(m_account);
  m_steps = new StepIndicator(this);
  column->addWidget(m_steps);
  fitToFont(*this, [this] { arrange(); });
}

void Header::addAccount() {
  m_account = new QWidget(this);
  auto* row = new FlowLayout(em(*this, 0.75), m_account);
  row->setLastAtRight(true);
  m_user = new RubyLabel(RubyLabel::Role::small, m_account);
  m_user->setObjectName(QStringLiteral("header.user"));
  row->addWidget(m_user);
  auto* logOut = new RubyButton(RubyButton::Kind::link, m_account);
  logOut->setObjectName(QStringLiteral("header.logOut"));
  speak(*logOut, [logOut] { logOut->setMarkup(qtTrId("header.logOut")); });
  connect(logOut, &RubyButton::clicked, this, &Header::logOutWanted);
  row->addWidget(logOut);
  connect(&m_session, &Session::opened, this, &Header::sayAccount);
  connect(&m_session, &Session::ended, this, &Header::sayAccount);
  speak(*m_user, [this] { sayAccount(); });
}

void Header::sayAccount() {
  m_account->setVisible(m_session.isOpen());
  if (!m_session.isOpen()) {
    m_user->setMarkup({});
    return;
  }
  const Session::Welcome& welcome = m_session.welcome();
  // The name alone where there is little room.
  QString words = qtTrId("header.user").arg(welcome.userName);
  if (!m_compact) {
    words +=
        u'　' + (welcome.lastLogin
                     ? qtTrId("header.lastLogin").arg(writtenTime(timeInJapan(*welcome.lastLogin)))
                     : qtTrId("header.firstLogin"));
  }
  m_user->setMarkup(words);
}

QWidget* Header::makeSwitches(Language& language) {
  auto* switches = new QWidget(this);
  auto* row = new FlowLayout(0, switches);
  fitToFont(*switches, [switches, row] { row->setSpacing(em(*switches, 0.4)); });
  m_textSizes = makeTextSizes(switches);
  row->addWidget(m_textSizes);
  row->addWidget(makeLanguages(language, switches));
  return switches;
}

Segments* Header::makeTextSizes(QWidget* parent) {
  auto* sizes = new Segments([] { return qtTrId("header.textSizes"); }, parent);
  for (const TextSize size : kTextSizes) {
    RubyButton* button = sizes->add(nameOf(size));
    button->setObjectName(QStringLiteral("textSize.") + nameOf(size));
    button->setMarkup(nameOf(size));
    speak(*button, [button, size] {
      button->setAccessibleName(spokenText(textSizeInWords(size)));
      button->setToolTip(button->accessibleName());
    });
  }
  connect(sizes, &Segments::wanted, this, [this](const QString& name) {
    if (const auto size = textSizeNamed(name)) emit textSizeWanted(*size);
  });
  return sizes;
}

void Header::setTextSize(TextSize size) { m_textSizes->choose(nameOf(size)); }

void Header::setPlace(const Place& place) {
  m_place = place;
  m_steps->setPlace(place);
  sayNumber();
  arrange();
}

void Header::setCompact(bool compact) {
  if (std::exchange(m_compact, compact) == compact) return;
  arrange();
  sayAccount();
}

void Header::sayNumber() {
  m_number->setMarkup(stepInNumbers(m_place));
  m_number->setAccessibleName(spokenText(stepInWords(m_place)));
}

void Header::arrange() {
  const int side = em(*this);
  const int space = em(*this, m_compact ? 0.4 : 0.5);  // at least the focus frame's
  layout()->setContentsMargins(side, em(*this, m_compact ? 0.4 : 0.625), side, space);
  layout()->setSpacing(space);
  m_row->setSpacing(em(*this, m_compact ? 0.5 : 0.75));
  for (RubyButton* button : findChildren<RubyButton*>()) button->setCompact(m_compact);
  const bool hasSteps = m_place.steps > 0;
  m_name->setVisible(!m_place.offersWayBack);
  m_back->setVisible(m_place.offersWayBack);
  m_leave->setVisible(m_place.offersWayBack);
  m_steps->setVisible(hasSteps);
  m_number->setVisible(hasSteps && m_compact);
  m_steps->setCompact(m_compact);
  m_textSizes->setOnlyNext(m_compact);
}

void Header::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  QPainter painter(this);
  const Colours colours = coloursOf(palette());
  painter.fillRect(rect(), colours.surface);
  painter.setPen(colours.rule);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace madoguchi::app
