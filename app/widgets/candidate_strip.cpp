#include "app/widgets/candidate_strip.h"

#include <QHBoxLayout>
#include <algorithm>
#include <utility>

#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

constexpr std::size_t kMostButtons = 16;  ///< as many as stand side by side on the widest screen
constexpr double kBetween = 0.25;         ///< in font sizes

}  // namespace

CandidateStrip::CandidateStrip(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("candidates"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  m_hint = new RubyLabel(RubyLabel::Role::small, this);
  speak(*m_hint, [this] { m_hint->setMarkup(qtTrId("keyboard.writings")); });
  row->addWidget(m_hint, 1, Qt::AlignVCenter);
  m_asItIs = makeButton(QStringLiteral("asItIs"));
  speak(*m_asItIs, [this] { m_asItIs->setMarkup(qtTrId("keyboard.asItIs")); });
  connect(m_asItIs, &QAbstractButton::clicked, this, &CandidateStrip::leftAsItIs);
  for (std::size_t i = 0; i < kMostButtons; ++i) {
    RubyButton* button = makeButton(QString::number(i));
    connect(button, &QAbstractButton::clicked, this, [this, i] {
      if (m_first + i < m_writings.size()) emit chosen(Writing(m_writings[m_first + i]));
    });
    m_buttons.push_back(button);
  }
  row->addStretch();
  m_next = makeButton(QStringLiteral("others"));
  speak(*m_next, [this] { m_next->setMarkup(qtTrId("keyboard.otherWritings")); });
  connect(m_next, &QAbstractButton::clicked, this, &CandidateStrip::showNext);
  fitToFont(*this, [this, row] {
    row->setSpacing(em(*this, kBetween));
    setFixedHeight(targetSizeIn(*this));
    fill();
  });
  offer({}, {});
}

RubyButton* CandidateStrip::makeButton(const QString& name) {
  auto* made = new RubyButton(RubyButton::Kind::secondary, this);
  made->setObjectName(QStringLiteral("candidate.") + name);
  made->setFocusPolicy(Qt::NoFocus);
  made->setCompact(true);
  made->hide();
  fitToFont(*made, [made] { made->setMinimumSize(targetSizeIn(*made), targetSizeIn(*made)); });
  qobject_cast<QHBoxLayout*>(layout())->addWidget(made);
  return made;
}

void CandidateStrip::offer(const QString& reading, std::vector<Writing> writings) {
  m_writings = std::move(writings);
  m_first = 0;
  m_asItIs->setAccessibleDescription(reading);
  fill();
}

void CandidateStrip::fill() {
  const bool any = !m_writings.empty();
  m_hint->setVisible(!any);
  m_asItIs->setVisible(any);
  const int between = em(*this, kBetween);
  const auto widthOf = [between](const RubyButton& one) {
    return std::max(one.sizeHint().width(), one.minimumWidth()) + between;
  };
  int room = width() - widthOf(*m_asItIs) - widthOf(*m_next);
  m_shown = 0;
  for (RubyButton* button : m_buttons) {
    bool fits = m_first + m_shown < m_writings.size() && room > 0;
    if (fits) {
      button->setPlain(m_writings[m_first + m_shown].text);
      const int its = widthOf(*button);
      fits = its <= room || m_shown == 0;
      room = fits ? room - its : 0;
    }
    button->setVisible(fits);
    if (fits) ++m_shown;
  }
  m_next->setVisible(m_shown < m_writings.size());
}

void CandidateStrip::showNext() {
  m_first += m_shown;
  if (m_first >= m_writings.size()) m_first = 0;
  fill();
}

void CandidateStrip::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fill();
}

}  // namespace madoguchi::app
