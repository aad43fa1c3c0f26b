#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStyleOptionComboBox>
#include <QVBoxLayout>
#include <algorithm>

#include "app/kit/form/editors.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"
#include "forms/engine/code_list.h"

namespace madoguchi::app {

namespace {

/// Where so many entries and more are offered, the list can be searched.
constexpr int kLongList = 16;

/// As it is compared: neither width, case nor blanks tell two words apart.
QString folded(const QString& text) {
  return text.normalized(QString::NormalizationForm_KC).toCaseFolded().remove(u' ').remove(u'　');
}

/// Where what is chosen does not fit with its reading, it stands there without, and ends in dots
/// rather than within a character: all of it is read below.
class CodeBox : public QComboBox {
 public:
  using QComboBox::QComboBox;

 protected:
  void initStyleOption(QStyleOptionComboBox* option) const override {
    QComboBox::initStyleOption(option);
    const int room =
        style()
            ->subControlRect(QStyle::CC_ComboBox, option, QStyle::SC_ComboBoxEditField, this)
            .width();
    QString& text = option->currentText;
    const QString unread = currentData(Qt::AccessibleTextRole).toString();
    if (fontMetrics().horizontalAdvance(text) > room && !unread.isEmpty()) text = unread;
    text = fontMetrics().elidedText(text, Qt::ElideRight, room);
  }
};

/// One code of a list. A long one has a line above it in which a part of the name is typed: the
/// list then holds what has it. Nothing is chosen by typing alone.
class CodeEditor : public FieldEditor {
 public:
  CodeEditor(const EditorFor& made, QWidget* parent)
      : FieldEditor(parent), m_field(made.field), m_texts(made.texts) {
    auto* column = columnOf(*this);
    if (made.field.list->codes.size() >= kLongList) addSearch(*column, made.name);
    m_box = new CodeBox(this);
    m_box->setObjectName(made.name);
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(12);
    m_box->setMinimumWidth(1);  // where the window is narrow, less than that
    limitWidth(*m_box, 24);
    m_box->view()->setTextElideMode(Qt::ElideMiddle);
    m_box->installEventFilter(this);
    column->addWidget(m_box);
    m_whole = new RubyLabel(RubyLabel::Role::small, this);
    m_whole->setObjectName(made.name + QStringLiteral(".whole"));
    column->addWidget(m_whole);
    m_spokenLabel = new QLabel(this);
    m_spokenLabel->setTextFormat(Qt::PlainText);
    m_spokenLabel->setBuddy(m_box);
    m_spokenLabel->hide();
    setFocusProxy(m_search != nullptr ? static_cast<QWidget*>(m_search) : m_box);
    connect(m_box, &QComboBox::currentIndexChanged, this, [this] {
      m_value = m_box->currentData().toString();
      sayWhole();
      emit edited(m_value);
      emit left();
    });
    speak(*this, [this] { fill(); });
  }
  void setValue(const QString& value) override {
    if (value == m_value) return;
    m_value = value;
    fill();
  }
  void setOffered(const QStringList& choices) override {
    if (choices == m_offered) return;
    m_offered = choices;
    fill();
  }
  void setWrong(bool wrong) override {
    m_box->setProperty("wrong", wrong);
    m_box->update();
  }
  void setSpoken(const QString& name, const QString& description) override {
    m_box->setAccessibleName(name);
    m_spokenLabel->setText(QString(name).replace(u'&', QStringLiteral("&&")));
    m_box->setAccessibleDescription(description);
    if (m_search == nullptr) return;
    m_search->setAccessibleName(name + u' ' + m_searchLabel->text());
    m_search->setAccessibleDescription(description);
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    // A wheel that only scrolls the page must not change the answer.
    if (event->type() == QEvent::Wheel && watched == m_box) {
      event->ignore();
      return true;
    }
    if (event->type() == QEvent::Resize && watched == m_box) sayWhole();
    if (event->type() == QEvent::KeyPress && watched == m_search) {
      const int key = static_cast<QKeyEvent*>(event)->key();
      if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        takeFound();
        return true;
      }
    }
    return FieldEditor::eventFilter(watched, event);
  }

 private:
  void addSearch(QVBoxLayout& column, const QString& name) {
    m_searchLabel = new RubyLabel(RubyLabel::Role::small, this);
    m_search = new QLineEdit(this);
    m_search->setObjectName(name + QStringLiteral(".search"));
    m_search->setClearButtonEnabled(true);
    limitWidth(*m_search, 24);
    m_search->installEventFilter(this);
    m_searchLabel->setBuddy(m_search);
    m_found = new RubyLabel(RubyLabel::Role::small, this);
    m_found->setObjectName(name + QStringLiteral(".found"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_searchLabel, m_search, m_found})
      column.addWidget(widget);
    // Not textEdited: what assistive technology writes counts as typed, too.
    connect(m_search, &QLineEdit::textChanged, this, [this] { fill(); });
  }

  /// The only one that was found is chosen; among several the person goes on in the list.
  void takeFound() {
    const bool single = !m_search->text().isEmpty() && m_hits == 1;
    if (single) m_box->setCurrentIndex(m_firstHit);
    m_box->setFocus(Qt::OtherFocusReason);
    announce(*m_found);
  }

  /// What is chosen, where the closed list has no room for all of it.
  void sayWhole() {
    QStyleOptionComboBox option;
    option.initFrom(m_box);
    option.rect = m_box->rect();
    const QRect room = m_box->style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                      QStyle::SC_ComboBoxEditField, m_box);
    const QString text = m_box->currentText();
    const QString code = m_box->currentData().toString();
    const bool isCut = m_box->fontMetrics().horizontalAdvance(text) > room.width();
    m_whole->setMarkup(isCut && !code.isEmpty() ? m_texts.choice(m_field, code) : QString());
    m_whole->setVisible(isCut);
  }

  void fill() {
    const QSignalBlocker quiet(m_box);
    // Without its line a list is whole, whatever stood in that.
    const bool isSearched = m_search != nullptr && m_offered.size() >= kLongList;
    const QString wanted = isSearched ? folded(m_search->text()) : QString();
    m_box->clear();
    m_box->addItem(spokenText(qtTrId("place.choose")));
    m_hits = 0;
    for (const std::string& one : m_field.list->codes) {
      const QString code = QString::fromStdString(one);
      const QString markup = m_texts.choice(m_field, code);
      const QString name = textWithReading(markup);
      const bool hit = m_offered.contains(code) && folded(name).contains(wanted);
      if (hit && m_hits++ == 0) m_firstHit = m_box->count();
      // What is chosen stays to be seen, whatever is searched.
      if (!hit && code != m_value) continue;
      m_box->addItem(name, code);
      m_box->setItemData(m_box->count() - 1, spokenText(markup), Qt::AccessibleTextRole);
    }
    m_box->setCurrentIndex(std::max(0, m_box->findData(m_value)));
    sayWhole();
    if (m_search == nullptr) return;
    m_searchLabel->setMarkup(qtTrId("form.search"));
    m_found->setMarkup(wanted.isEmpty() ? QString()
                       : m_hits == 0    ? qtTrId("form.search.nothing")
                                        : qtTrId("form.search.count", m_hits));
    m_searchLabel->setVisible(isSearched);
    m_search->setVisible(isSearched);
    m_found->setVisible(!wanted.isEmpty());
    setFocusProxy(isSearched ? static_cast<QWidget*>(m_search) : m_box);
  }

  const forms::Field& m_field;
  FormTexts m_texts;
  QString m_value;
  QStringList m_offered;
  int m_hits = 0;
  int m_firstHit = 0;
  QComboBox* m_box;
  /// Qt names a list to AT-SPI by the label beside it, and has no other name for it.
  QLabel* m_spokenLabel;
  RubyLabel* m_whole;
  QLineEdit* m_search = nullptr;
  RubyLabel* m_searchLabel = nullptr;
  RubyLabel* m_found = nullptr;
};

}  // namespace

FieldEditor* makeCodeEditor(const EditorFor& made, QWidget* parent) {
  return new CodeEditor(made, parent);
}

}  // namespace madoguchi::app
