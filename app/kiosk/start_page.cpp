#include "app/kiosk/start_page.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QTimer>
#include <QVBoxLayout>
#include <chrono>
#include <initializer_list>
#include <utility>

#include "app/core/language.h"
#include "app/widgets/look.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"
#include "app/widgets/svg_picture.h"
#include "protocol/languages.h"

namespace madoguchi::app {

namespace {

constexpr int kTouches = 5;
/// Whoever was there has read it, and who comes next is not to wonder.
constexpr std::chrono::seconds kEndedIsNews{60};

// In font sizes.
constexpr double kWidth = 44;
constexpr double kPicture = 5;
constexpr double kSpace = 1.25;
constexpr double kInvitation = 1.5;
constexpr int kMost = 100;  ///< of the width, up to that

QString nameOfLanguage(const QString& tag) {
  const protocol::Language* language = protocol::findLanguage(tag.toStdString());
  return language == nullptr ? tag : QString::fromStdString(language->name);
}

/// "Register, log in, apply": what this machine offers.
QString offered(const QString& tag, const std::set<std::string>& entrances) {
  QStringList lines{Language::textIn(tag, "kiosk.start.text")};
  if (entrances.empty() || entrances.contains("cardHolder"))
    lines << Language::textIn(tag, "kiosk.start.card");
  return lines.join(u'\n');
}

}  // namespace

StartPage::StartPage(const Offers& offers, QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("start"));
  auto* whole = new QVBoxLayout(this);
  m_space = new QWidget(this);
  whole->addWidget(m_space);
  whole->addStretch(1);
  auto* sides = new QHBoxLayout;
  whole->addLayout(sides);
  whole->addStretch(1);
  auto* middle = new QWidget(this);
  limitWidth(*middle, kWidth);
  sides->addStretch(1);
  sides->addWidget(middle, kMost);
  sides->addStretch(1);
  m_column = new QVBoxLayout(middle);
  m_column->addWidget(new SvgPicture(QStringLiteral(":/icons/madoguchi.svg"), kPicture, middle), 0,
                      Qt::AlignHCenter);
  m_ended = new MessagePanel(MessagePanel::Kind::notice, this);
  m_ended->setObjectName(QStringLiteral("start.ended"));
  m_ended->hide();
  m_column->addWidget(m_ended);
  for (const QString& tag : offers.languages) addInvitation(tag, offers);
  if (!offers.helpDesk.isEmpty()) {
    auto* desk = new RubyLabel(RubyLabel::Role::body, this);
    desk->setObjectName(QStringLiteral("start.helpDesk"));
    desk->setMarkup(offers.helpDesk);
    m_column->addWidget(desk);
  }
  fitToFont(*this, [this, whole] {
    const int side = em(*this, 2);
    whole->setContentsMargins(side, side, side, side);
    m_column->setSpacing(em(*this, kSpace));
  });
  m_endedIsOld = new QTimer(this);
  m_endedIsOld->setSingleShot(true);
  connect(m_endedIsOld, &QTimer::timeout, m_ended, &QWidget::hide);
}

void StartPage::addInvitation(const QString& tag, const Offers& offers) {
  auto* button = new RubyButton(RubyButton::Kind::entrance, this);
  button->setObjectName(QStringLiteral("start.") + tag);
  button->setMarkup(nameOfLanguage(tag) + QStringLiteral("　") +
                    Language::textIn(tag, "kiosk.start.begin"));
  button->setDescription(offered(tag, offers.entrances));
  keepFont(*button, kInvitation, false);
  m_column->addWidget(button);
  connect(button, &RubyButton::clicked, this, [this, tag] { emit languageChosen(tag); });
}

void StartPage::sayEnded(Ended how, const QString& language) {
  const bool well = how == Ended::well;
  m_ended->setKind(well ? MessagePanel::Kind::good : MessagePanel::Kind::warning);
  m_ended->setTexts(Language::textIn(language, well ? "kiosk.ended.title" : "kiosk.fault.title"),
                    Language::textIn(language, well ? "kiosk.ended.text" : "kiosk.fault.text"), {});
  m_ended->show();
  m_endedIsOld->start(kEndedIsNews);
}

void StartPage::mousePressEvent(QMouseEvent* event) {
  const int corner = targetSize() * 2;
  const QPointF at = event->position();
  if (at.x() > corner || at.y() > corner) {
    m_touches = 0;
    return;
  }
  if (++m_touches < kTouches) return;
  m_touches = 0;
  emit staffWanted();
}

void StartPage::arrange() {
  constexpr int kShare = 3;
  m_space->setFixedHeight(height() > width() ? height() / kShare : 0);
}

void StartPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

}  // namespace madoguchi::app
