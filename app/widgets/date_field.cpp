#include "app/widgets/date_field.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringList>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
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

constexpr qsizetype kDigitsOfYear = 4;
constexpr int kMostPasted = 64;

/// In the digits of any script.
QString digitsIn(const QString& text) {
  QString digits;
  for (const QChar c : text) {
    if (c.digitValue() >= 0) digits.append(QString::number(c.digitValue()));
  }
  return digits;
}

/// Digits, as year, month and day have them, or nothing.
bool isPartOfDate(const QString& text) {
  return text.size() <= kDigitsOfYear &&
         std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString twoDigits(const QString& text) {
  return text.isEmpty() ? text : text.rightJustified(2, u'0');
}

}  // namespace

DateField::DateField(const QString& objectName, Kind kind, QWidget* parent)
    : QWidget(parent), m_kind(kind) {
  m_year = new QLineEdit(this);
  m_year->setInputMethodHints(Qt::ImhDigitsOnly);
  m_year->setMaxLength(kMostPasted);
  fitToFont(*m_year, [this] { fitYear(); });
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

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(*this, 0.3));
  auto* row = new FlowLayout(em(*this));
  column->addLayout(row);
  for (QWidget* field : std::initializer_list<QWidget*>{m_year, m_month, m_day}) {
    auto* part = new QWidget(this);
    m_parts.push_back(new FlowLayout(em(*this, 0.5), part));
    m_parts.back()->addWidget(field);
    row->addWidget(part);
  }
  if (kind == Kind::partialMonth) m_day->parentWidget()->hide();
  const auto tell = [this] { emit edited(value()); };
  if (kind != Kind::whole) {
    m_unknown = new RubyCheckBox(this);
    m_unknown->setObjectName(objectName + QStringLiteral(".unknown"));
    m_unknown->installEventFilter(this);
    column->addWidget(m_unknown);
    connect(m_unknown, &QAbstractButton::toggled, this, [this, tell] {
      tell();
      emit left();
    });
  }
  // Not textEdited and activated: what assistive technology enters counts, too.
  connect(m_year, &QLineEdit::textChanged, this, &DateField::takeYear);
  connect(m_month, &QComboBox::currentIndexChanged, this, tell);
  connect(m_day, &QComboBox::currentIndexChanged, this, tell);
  for (QWidget* widget : std::initializer_list<QWidget*>{m_year, m_month, m_day})
    widget->installEventFilter(this);
  speak(*this, [this] {
    m_yearLabel->setMarkup(qtTrId("date.year"));
    m_monthLabel->setMarkup(qtTrId("date.month"));
    m_dayLabel->setMarkup(qtTrId("date.day"));
    if (m_unknown != nullptr) m_unknown->setMarkup(qtTrId("date.partUnknown"));
    placeLabels();
    sayNames();
  });
}

void DateField::takeYear(const QString& typed) {
  const bool byAKey = typed.size() <= m_yearBefore.size() + 1 && !m_unread;
  const QString digits = digitsIn(typed);
  const bool isYear =
      digits.size() <= kDigitsOfYear && digitsIn(typed.trimmed().left(digits.size())) == digits;
  if (digits == typed && isYear) {
    takeAsYear(typed);
  } else if (byAKey) {
    m_year->setText(isYear ? digits : m_yearBefore);
  } else if (takeDate(typed)) {
    return;
  } else if (isYear && !digits.isEmpty()) {
    m_year->setText(digits);
  } else {
    m_unread = true;
    takeAsYear(typed);
  }
}

void DateField::takeAsYear(const QString& text) {
  m_unread = m_unread && !isPartOfDate(text);
  m_yearBefore = text;
  fitYear();
  emit edited(value());
}

bool DateField::takeDate(const QString& text) {
  QStringList parts = (m_reader ? m_reader(text) : text).split(u'-');
  if (parts.first().size() != kDigitsOfYear || !isShown(parts)) return false;
  m_unread = false;
  if (parts.size() == 1) {
    m_year->setText(parts.first());
    return true;
  }
  const qsizetype whole = m_kind == Kind::partialMonth ? 2 : 3;
  while (parts.size() < whole) parts.append(QString());
  setValue(parts.join(u'-'));
  emit edited(value());
  return true;
}

bool DateField::isShown(const QStringList& parts) const {
  const auto isOffered = [](const QComboBox& box, const QString& part) {
    return part.isEmpty() ||
           (isPartOfDate(part) && box.findText(QString::number(part.toInt())) > 0);
  };
  return isPartOfDate(parts.value(0)) && isOffered(*m_month, parts.value(1)) &&
         isOffered(*m_day, parts.value(2)) && parts.size() <= 3;
}

void DateField::fitYear() {
  constexpr double kYear = 5;
  constexpr double kUnread = 12;
  m_year->setFixedWidth(em(*m_year, m_unread ? kUnread : kYear));
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

void DateField::setSpoken(const QString& name, const QString& description) {
  m_name = name;
  m_description = description;
  sayNames();
}

void DateField::sayNames() {
  const QString start = m_name.isEmpty() ? m_name : m_name + u' ';
  m_year->setAccessibleName(start + m_yearLabel->text());
  m_month->setAccessibleName(start + m_monthLabel->text());
  m_day->setAccessibleName(start + m_dayLabel->text());
  for (QWidget* part : std::initializer_list<QWidget*>{m_year, m_month, m_day})
    part->setAccessibleDescription(m_description);
  if (m_unknown != nullptr) m_unknown->setAccessibleDescription(m_name);
}

QString DateField::value() const {
  if (m_unread) return m_year->text();
  const QString year = m_year->text();
  const QString month = twoDigits(m_month->currentText());
  const QString day = twoDigits(m_day->currentText());
  const bool empty = year.isEmpty() && month.isEmpty() && day.isEmpty();
  if (saysUnknown() && day.isEmpty()) {
    if (empty) return QStringLiteral("unknown");
    return month.isEmpty() ? year : year + u'-' + month;
  }
  if (empty) return {};
  // A month that is missing is said by its place, as a day is.
  if (m_kind == Kind::partialMonth) return year + u'-' + month;
  return year + u'-' + month + u'-' + day;
}

void DateField::setValue(const QString& value) {
  if (value == this->value()) return;
  const QSignalBlocker quietYear(m_year);
  const QSignalBlocker quietMonth(m_month);
  const QSignalBlocker quietDay(m_day);
  const bool nothingKnown = value == QStringLiteral("unknown");
  QStringList parts = nothingKnown ? QStringList{QString()} : value.split(u'-');
  m_unread = !isShown(parts);
  if (m_unread) parts = {value};
  m_year->setText(parts.first());
  m_year->setCursorPosition(m_unread ? 0 : static_cast<int>(m_year->text().size()));
  m_yearBefore = m_year->text();
  fitYear();
  m_month->setCurrentIndex(parts.value(1).toInt());
  m_day->setCurrentIndex(parts.value(2).toInt());
  if (m_unknown == nullptr) return;
  const QSignalBlocker quietUnknown(m_unknown);
  const qsizetype whole = m_kind == Kind::partialMonth ? 2 : 3;
  m_unknown->setChecked(!value.isEmpty() && !m_unread && parts.size() < whole);
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
