#include "app/pages/header.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

#include "app/pages/step_indicator.h"
#include "app/services/language.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"
#include "app/widgets/svg_picture.h"

namespace madoguchi::app {

Header::Header(Language& language, QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("header"));
  const int unit = em(*this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(unit, unit / 2, unit, unit / 2);
  column->setSpacing(unit / 2);
  auto* top = new FlowLayout(unit / 2);
  column->addLayout(top);
  top->addWidget(new SvgPicture(QStringLiteral(":/icons/madoguchi.svg"), 2, this));
  auto* title = new RubyLabel(RubyLabel::Role::strong, this);
  speak(*title, [title] { title->setMarkup(qtTrId("app.name")); });
  top->addWidget(title);
  addLanguages(*top, language);

  m_navigation = new QWidget(this);
  auto* navigation = new FlowLayout(unit / 2, m_navigation);
  m_back = new RubyButton(RubyButton::Kind::secondary, m_navigation);
  m_back->setObjectName(QStringLiteral("header.back"));
  m_back->setMnemonic(u'B');
  speak(*m_back, [this] { m_back->setMarkup(qtTrId("header.back")); });
  connect(m_back, &RubyButton::clicked, this, &Header::backWanted);
  navigation->addWidget(m_back);
  m_leave = new RubyButton(RubyButton::Kind::link, m_navigation);
  m_leave->setObjectName(QStringLiteral("header.leave"));
  speak(*m_leave, [this] { m_leave->setMarkup(qtTrId("header.leave")); });
  connect(m_leave, &RubyButton::clicked, this, &Header::leaveWanted);
  navigation->addWidget(m_leave);
  column->addWidget(m_navigation);
  m_steps = new StepIndicator(this);
  column->addWidget(m_steps);
}

void Header::addLanguages(FlowLayout& row, Language& language) {
  auto* group = new QButtonGroup(this);
  const auto add = [&](LanguageId id, const QString& markup) {
    auto* button = new RubyButton(RubyButton::Kind::secondary, this);
    button->setObjectName(QStringLiteral("header.language.") + Language::tag(id));
    // Each language in its own words, whatever the present one is.
    button->setMarkup(markup);
    button->setCheckable(true);
    button->setChecked(language.current() == id);
    group->addButton(button);
    row.addWidget(button);
    connect(button, &RubyButton::clicked, &language, [&language, id] { language.set(id); });
    connect(&language, &Language::changed, button,
            [button, &language, id] { button->setChecked(language.current() == id); });
  };
  add(LanguageId::japanese, QStringLiteral("日本語"));
  add(LanguageId::easyJapanese, QStringLiteral("やさしい{日本語|に.ほん.ご}"));
  add(LanguageId::english, QStringLiteral("English"));
}

void Header::setPlace(Page page, forms::Entrance entrance) {
  const bool inside = page != Page::top;
  m_navigation->setVisible(inside && page != Page::step3 && page != Page::submitting);
  m_steps->setVisible(inside);
  m_steps->setPlace(page, entrance);
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
