#include "app/widgets/date_field.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringList>
#include <QStyle>
#include <array>
#include <utility>

#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

namespace {

QComboBox* numbers(int last, QWidget* parent) {
  auto* box = new QComboBox(parent);
  box->addItem(QString());
  for (int i = 1; i <= last; ++i) box->addItem(QString::number(i));
  box->setMaxVisibleItems(last + 1);
  box->setFocusPolicy(Qt::StrongFocus);
  return box;
}

QString twoDigits(const QString& text) {
  return text.isEmpty() ? text : text.rightJustified(2, u'0');
}

}  // namespace

DateField::DateField(const QString& objectName, QWidget* parent) : QWidget(parent) {
  m_year = new QLineEdit(this);
  m_year->setMaxLength(4);
  m_year->setInputMethodHints(Qt::ImhDigitsOnly);
  m_year->setMinimumWidth(em(*this, 5));
  m_year->setMaximumWidth(em(*this, 5));
  m_month = numbers(12, this);
  m_day = numbers(31, this);
  m_yearLabel = new RubyLabel(RubyLabel::Role::body, this);
  m_monthLabel = new RubyLabel(RubyLabel::Role::body, this);
  m_dayLabel = new RubyLabel(RubyLabel::Role::body, this);
  m_yearLabel->setBuddy(m_year);
  m_monthLabel->setBuddy(m_month);
  m_dayLabel->setBuddy(m_day);
  m_year->setObjectName(objectName + QStringLiteral(".year"));
  m_month->setObjectName(objectName + QStringLiteral(".month"));
  m_day->setObjectName(objectName + QStringLiteral(".day"));
  setFocusProxy(m_year);

  auto* row = new FlowLayout(em(*this), this);
  for (QWidget* field : std::initializer_list<QWidget*>{m_year, m_month, m_day}) {
    auto* part = new QWidget(this);
    m_parts.push_back(new FlowLayout(em(*this, 0.5), part));
    m_parts.back()->addWidget(field);
    row->addWidget(part);
  }
  const auto tell = [this] { emit edited(value()); };
  // Not textEdited and activated: what assistive technology enters counts, too.
  connect(m_year, &QLineEdit::textChanged, this, [this, tell](const QString& typed) {
    QString digits;
    for (const QChar c : typed) {
      if (c.digitValue() >= 0) digits.append(QString::number(c.digitValue()));
    }
    if (digits != typed) {
      m_year->setText(digits);
    } else {
      tell();
    }
  });
  connect(m_month, &QComboBox::currentIndexChanged, this, tell);
  connect(m_day, &QComboBox::currentIndexChanged, this, tell);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_year, m_month, m_day})
    widget->installEventFilter(this);
  speak(*this, [this] {
    m_yearLabel->setMarkup(qtTrId("date.year"));
    m_monthLabel->setMarkup(qtTrId("date.month"));
    m_dayLabel->setMarkup(qtTrId("date.day"));
    placeLabels();
    setName(m_name);
  });
}

void DateField::placeLabels() {
  const QString part = qtTrId("date.part");
  const bool labelFirst = part.indexOf(QStringLiteral("%2")) < part.indexOf(QStringLiteral("%1"));
  const std::array<std::pair<QWidget*, QWidget*>, 3> fields{
      {{m_year, m_yearLabel}, {m_month, m_monthLabel}, {m_day, m_dayLabel}}};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto [field, label] = fields[i];
    while (m_parts[i]->count() > 0) delete m_parts[i]->takeAt(0);
    for (QWidget* one : labelFirst ? std::array{label, field} : std::array{field, label})
      m_parts[i]->addWidget(one);
  }
}

void DateField::setName(const QString& name) {
  m_name = name;
  const QString start = name.isEmpty() ? name : name + u' ';
  m_year->setAccessibleName(start + m_yearLabel->text());
  m_month->setAccessibleName(start + m_monthLabel->text());
  m_day->setAccessibleName(start + m_dayLabel->text());
}

QString DateField::value() const {
  if (m_year->text().isEmpty() && m_month->currentIndex() <= 0 && m_day->currentIndex() <= 0)
    return {};
  return m_year->text() + u'-' + twoDigits(m_month->currentText()) + u'-' +
         twoDigits(m_day->currentText());
}

void DateField::setValue(const QString& value) {
  if (value == this->value()) return;
  const QSignalBlocker quietYear(m_year);
  const QSignalBlocker quietMonth(m_month);
  const QSignalBlocker quietDay(m_day);
  const QStringList parts = value.split(u'-');
  // "unknown" has no year to show.
  m_year->setText(parts.value(0).toInt() > 0 ? parts.value(0) : QString());
  m_month->setCurrentIndex(parts.value(1).toInt());
  m_day->setCurrentIndex(parts.value(2).toInt());
}

void DateField::setWrong(bool wrong) {
  for (QWidget* widget : std::initializer_list<QWidget*>{m_year, m_month, m_day}) {
    widget->setProperty("wrong", wrong);
    widget->update();
  }
}

bool DateField::eventFilter(QObject* watched, QEvent* event) {
  // A wheel that only scrolls the page must not change the date.
  if (event->type() == QEvent::Wheel && watched != m_year) {
    event->ignore();
    return true;
  }
  if (event->type() == QEvent::FocusOut) {
    const QWidget* now = QApplication::focusWidget();
    if (now == nullptr || !isAncestorOf(now)) emit left();
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace madoguchi::app
