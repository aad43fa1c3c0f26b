#include "app/widgets/place_search.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>
#include <string_view>

#include "app/widgets/accessibility.h"
#include "app/widgets/kept_words.h"
#include "app/widgets/look.h"
#include "app/widgets/place_names.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"
#include "forms/places/postal_codes.h"

namespace madoguchi::app {

namespace {

constexpr std::size_t kWholePostalCode = 7;
/// Rows that are seen at once; the others are reached by scrolling.
constexpr int kRowsSeen = 5;
constexpr auto kPauseOfTyping = std::chrono::milliseconds(700);

/// Rows as high as fields, for fingers; long names take more lines.
class RowDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const auto* list = qobject_cast<const QListWidget*>(option.widget);
    if (list == nullptr) return QStyledItemDelegate::sizeHint(option, index);
    // The list itself may be hidden and have no width yet.
    QStyleOptionViewItem within(option);
    const int bar = list->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, list);
    within.rect = QRect(0, 0, list->parentWidget()->width() - 2 * list->frameWidth() - bar, 1);
    const int unit = em(*list);
    const int height = QStyledItemDelegate::sizeHint(within, index).height() + unit / 2;
    return {within.rect.width(), std::max(height, unit * 11 / 4)};
  }

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->widget == nullptr) return;
    const QStyle* style = option->widget->style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, option, option->widget) + 1;
    option->text =
        withKeptWords(option->text, option->fontMetrics, option->rect.width() - 2 * margin);
  }
};

/// Only the first digits of a postal code: too early to say that there is nothing.
bool isTooShort(const QString& typed) {
  constexpr int kFewestDigits = 3;
  const QString text = typed.normalized(QString::NormalizationForm_KC);
  return std::ranges::none_of(text, [](QChar c) { return c.isLetter(); }) &&
         std::ranges::count_if(text, [](QChar c) { return c.isDigit(); }) < kFewestDigits;
}

QString rowText(const forms::MunicipalityHit& hit) {
  QString name = placeName(hit);
  switch (hit.note) {
    case forms::MunicipalityNote::none:
      break;
    case forms::MunicipalityNote::formerWard:
      return name + u'\n' + spokenText(qtTrId("place.formerWard")).arg(formerPlaceName(hit.former));
    case forms::MunicipalityNote::dividedWard:
      return name + u'\n' +
             spokenText(qtTrId("place.dividedWard")).arg(formerPlaceName(hit.former));
  }
  return name;
}

}  // namespace

PlaceSearch::PlaceSearch(const QString& objectName, QWidget* parent) : QWidget(parent) {
  m_label = new RubyLabel(RubyLabel::Role::body, this);
  m_hint = new RubyLabel(RubyLabel::Role::small, this);
  m_hint->setColour(coloursOf(palette()).faintText);
  m_line = new QLineEdit(this);
  m_line->setObjectName(objectName);
  m_line->setClearButtonEnabled(true);
  m_line->installEventFilter(this);
  m_label->setBuddy(m_line);
  m_said = new RubyLabel(RubyLabel::Role::body, this);
  m_said->setObjectName(objectName + QStringLiteral(".said"));
  m_list = new QListWidget(this);
  m_list->setObjectName(objectName + QStringLiteral(".found"));
  m_list->setItemDelegate(new RowDelegate(m_list));
  m_list->setWordWrap(true);
  m_list->setResizeMode(QListView::Adjust);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->installEventFilter(this);
  setFocusProxy(m_line);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(em(*this, 0.3));
  for (QWidget* widget : std::initializer_list<QWidget*>{m_label, m_hint, m_line, m_said, m_list})
    column->addWidget(widget);

  m_pause.setSingleShot(true);
  m_pause.setInterval(kPauseOfTyping);
  connect(&m_pause, &QTimer::timeout, this, [this] { announce(*m_said); });
  // Not textEdited: what assistive technology writes counts as typed, too.
  connect(m_line, &QLineEdit::textChanged, this, &PlaceSearch::search);
  connect(m_list, &QListWidget::itemClicked, this,
          [this](QListWidgetItem* item) { choose(m_list->row(item)); });
  speak(*this, [this] { sayAll(); });
}

void PlaceSearch::setDetail(const QString& spoken) {
  m_detail = spoken;
  sayAll();
}

void PlaceSearch::sayAll() {
  m_label->setMarkup(qtTrId("place.search"));
  m_hint->setMarkup(qtTrId("place.search.hint"));
  m_line->setAccessibleName(m_label->text());
  m_line->setAccessibleDescription(m_hint->text() + u' ' + m_detail);
  m_list->setAccessibleName(spokenText(qtTrId("place.found")));
  fillList();
  sayState();
}

void PlaceSearch::sayState() {
  switch (m_state) {
    case State::quiet:
      m_said->setMarkup({});
      break;
    case State::nothing:
      m_said->setMarkup(qtTrId("place.nothing"));
      break;
    case State::found:
      m_said->setMarkup(qtTrId("place.count", static_cast<int>(m_hits.size())));
      break;
    case State::ambiguous:
      m_said->setMarkup(qtTrId("place.ambiguous"));
      break;
    case State::done:
      m_said->setMarkup(qtTrId("place.chosen").arg(placeName(m_chosen)));
      break;
  }
  const Colours colours = coloursOf(palette());
  m_said->setColour(m_state == State::done ? colours.good : colours.text);
  m_said->setVisible(m_state != State::quiet);
  m_list->setVisible(m_state == State::found || m_state == State::ambiguous);
}

void PlaceSearch::setState(State state) {
  m_state = state;
  sayState();
  if (state == State::quiet) {
    m_pause.stop();
  } else if (state == State::done) {
    m_pause.stop();
    announce(*m_said);
  } else {
    m_pause.start();
  }
}

void PlaceSearch::search() {
  const QString typed = m_line->text();
  const std::string text = typed.toStdString();
  m_hits = m_index.find(text);
  fillList();
  if (m_hits.empty()) {
    setState(isTooShort(typed) ? State::quiet : State::nothing);
    return;
  }
  const bool wholeCode = forms::postalDigits(text).size() == kWholePostalCode;
  if (wholeCode && m_hits.size() == 1 && !m_hits.front().ambiguous) {
    choose(0);
  } else if (wholeCode || m_hits.front().note == forms::MunicipalityNote::dividedWard) {
    setState(State::ambiguous);
  } else {
    setState(State::found);
  }
}

void PlaceSearch::fillList() {
  m_list->clear();
  for (const forms::MunicipalityHit& hit : m_hits) m_list->addItem(rowText(hit));
  fitList();
}

void PlaceSearch::fitList() {
  int height = 2 * m_list->frameWidth();
  for (int row = 0; row < std::min(m_list->count(), kRowsSeen); ++row)
    height += m_list->sizeHintForRow(row);
  // Half a row more tells that there are others.
  if (m_list->count() > kRowsSeen) height += m_list->sizeHintForRow(kRowsSeen) / 2;
  m_list->setFixedHeight(height);
}

void PlaceSearch::choose(int row) {
  if (row < 0 || static_cast<std::size_t>(row) >= m_hits.size()) return;
  if (m_list->hasFocus()) m_line->setFocus(Qt::OtherFocusReason);
  m_chosen = m_hits[static_cast<std::size_t>(row)];
  setState(State::done);
  const std::string_view code = m_chosen.municipality->code6;
  emit chosen(QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())),
              QString::fromStdString(m_chosen.town));
}

void PlaceSearch::goIntoList() {
  m_list->setFocus(Qt::OtherFocusReason);
  m_list->setCurrentRow(0);
}

bool PlaceSearch::searchKey(int key) {
  const bool open = !m_list->isHidden();
  switch (key) {
    case Qt::Key_Down:
      if (open) goIntoList();
      return open;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      // Never the page's button: who searches wants an answer.
      if (open && m_hits.size() == 1 && !m_hits.front().ambiguous) {
        choose(0);
      } else if (open) {
        goIntoList();
      } else if (m_state != State::quiet) {
        announce(*m_said);
      }
      return open || m_state != State::quiet;
    case Qt::Key_Escape:
      if (open) setState(State::quiet);
      return open;
    default:
      return false;
  }
}

bool PlaceSearch::listKey(int key, const QString& typed) {
  switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      choose(m_list->currentRow());
      return true;
    case Qt::Key_Up:
      if (m_list->currentRow() > 0) return false;
      m_line->setFocus(Qt::OtherFocusReason);
      return true;
    case Qt::Key_Escape:
      m_line->setFocus(Qt::OtherFocusReason);
      return true;
    default:
      // Who goes on typing refines the search.
      if (key == Qt::Key_Backspace || (!typed.isEmpty() && typed.at(0).isPrint())) {
        m_line->setFocus(Qt::OtherFocusReason);
        key == Qt::Key_Backspace ? m_line->backspace() : m_line->insert(typed);
        return true;
      }
      return false;
  }
}

void PlaceSearch::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitList();
}

bool PlaceSearch::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* press = static_cast<QKeyEvent*>(event);
    return watched == m_line ? searchKey(press->key()) : listKey(press->key(), press->text());
  }
  if (event->type() == QEvent::FocusIn && watched == m_line) {
    static_cast<void>(m_index.find({}));  // made before the first letter comes
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace madoguchi::app
