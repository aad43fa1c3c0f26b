#include "app/kit/form/group_rows.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/kit/form/form_row.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_button.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"
#include "app/widgets/svg_picture.h"
#include "app/widgets/tab_order.h"

namespace madoguchi::app {

GroupRows::GroupRows(FormModel& form, const FormTexts& texts, const forms::Group& group,
                     QString name, QWidget* parent)
    : QWidget(parent), m_form(form), m_texts(texts), m_group(group), m_name(std::move(name)) {
  setObjectName(m_name);
  m_title = new RubyLabel(RubyLabel::Role::strong, this);
  m_title->setFocusPolicy(Qt::ClickFocus);  // Tab goes past it; the order of the rows begins there
  m_sign = new SvgPicture(QStringLiteral(":/icons/bad.svg"), 1.2, this);
  m_error = new RubyLabel(RubyLabel::Role::strong, this);
  m_error->setObjectName(m_name + QStringLiteral(".error"));
  m_sign->standBeside(*m_error);
  m_removed = new MessagePanel(MessagePanel::Kind::notice, this);
  m_removed->setObjectName(m_name + QStringLiteral(".removed"));
  m_undo = m_removed->addWay(m_name + QStringLiteral(".undo"));
  m_add = new RubyButton(RubyButton::Kind::secondary, this);
  m_add->setObjectName(m_name + QStringLiteral(".add"));
  m_full = new RubyLabel(RubyLabel::Role::small, this);
  m_full->setColour(coloursOf(palette()).faintText);

  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, em(*this, 0.5), 0, em(*this, 0.5));
  whole->setSpacing(em(*this, 0.75));
  auto* errorLine = new QHBoxLayout;
  errorLine->setSpacing(em(*this, 0.4));
  errorLine->addWidget(m_sign, 0, Qt::AlignTop);
  errorLine->addWidget(m_error, 1);
  m_column = new QVBoxLayout;
  m_column->setSpacing(em(*this, 0.75));
  m_column->addWidget(m_removed);
  whole->addWidget(m_title);
  whole->addLayout(errorLine);
  whole->addLayout(m_column);
  whole->addWidget(m_add, 0, Qt::AlignLeft);
  whole->addWidget(m_full);

  connect(m_add, &RubyButton::clicked, this, &GroupRows::addRow);
  connect(m_undo, &RubyButton::clicked, this, &GroupRows::undo);
  connect(&m_form, &FormModel::errorsChanged, this, &GroupRows::takeFinding);
  connect(&m_form, &FormModel::changed, this,
          [this](const QVector<forms::FieldPath>& fields, const QObject*) {
            const auto ours = [this](const auto& path) { return path.group == m_group.id; };
            if (std::ranges::any_of(fields, ours)) sayAll();
          });
  speak(*this, [this] {
    sayAll();
    takeFinding();
  });
}

GroupRows::Item GroupRows::make(const std::string& row) {
  Item item{.row = row};
  const QString name = m_name + u'.' + QString::fromStdString(row);
  auto* frame = new QFrame(this);
  frame->setObjectName(name);
  frame->setFrameShape(QFrame::StyledPanel);
  auto* column = new QVBoxLayout(frame);
  column->setContentsMargins(em(*this), em(*this, 0.75), em(*this), em(*this, 0.75));
  column->setSpacing(em(*this, 0.5));
  item.whole = frame;
  item.title = new RubyLabel(RubyLabel::Role::section, frame);
  item.title->setObjectName(name + QStringLiteral(".title"));
  column->addWidget(item.title);
  for (std::size_t i = 0; i < m_group.fieldCount; ++i) {
    const std::string& field = m_form.definition().fields[m_group.firstField + i].id;
    item.fields.push_back(new FormRow(m_form, m_texts,
                                      {.group = m_group.id, .row = row, .field = field},
                                      name + u'.' + QString::fromStdString(field), frame));
    column->addWidget(item.fields.back());
    emit made(item.fields.back());
  }
  // Behind the fields, as who goes on with Tab wants to fill them in.
  item.remove = new RubyButton(RubyButton::Kind::secondary, frame);
  item.remove->setObjectName(name + QStringLiteral(".remove"));
  connect(item.remove, &RubyButton::clicked, this, [this, row] { removeRow(row); });
  column->addWidget(item.remove, 0, Qt::AlignLeft);
  return item;
}

void GroupRows::takeShape(std::vector<FormRow*>& appeared) {
  const auto rows = m_form.rows(m_group.id);
  for (const Item& item : m_items) {
    if (std::ranges::find(rows, item.row) != rows.end()) continue;
    m_column->removeWidget(item.whole);
    item.whole->hide();
    item.whole->deleteLater();
  }
  std::vector<Item> items;
  for (const std::string& row : rows) {
    const auto there = std::ranges::find(m_items, row, &Item::row);
    items.push_back(there != m_items.end() ? *there : make(row));
  }
  m_items = std::move(items);
  m_removedAt = std::min(m_removedAt, m_items.size());
  m_column->removeWidget(m_removed);
  for (std::size_t i = 0; i < m_items.size(); ++i) {
    m_column->removeWidget(m_items[i].whole);
    m_column->insertWidget(static_cast<int>(i), m_items[i].whole);
    m_items[i].whole->show();
    for (FormRow* field : m_items[i].fields) {
      if (field->takeShape()) appeared.push_back(field);
    }
  }
  m_column->insertWidget(static_cast<int>(m_removedAt), m_removed);
  setVisible(m_form.asks({.group = m_group.id}));
  sayAll();
  if (isVisible()) orderTabs();
}

void GroupRows::orderTabs() {
  // Made later than what follows on the page, the rows are still the next ones for Tab.
  QWidget* last = m_title;
  for (std::size_t i = 0; i <= m_items.size(); ++i) {
    if (i == m_removedAt) {
      setTabOrder(last, m_undo);
      last = m_undo;
    }
    if (i < m_items.size()) last = continueTabOrder(last, *m_items[i].whole);
  }
  setTabOrder(last, m_add);
}

void GroupRows::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  // Not before: a page that comes into its window brings its own order, as its controls were made.
  orderTabs();
}

bool GroupRows::offersUndo() const {
  const auto removed = m_form.removedRow();
  return removed && removed->group == m_group.id && m_form.mayAddRow(m_group.id);
}

void GroupRows::sayAll() {
  m_title->setMarkup(m_texts.label(m_form, {.group = m_group.id}));
  setAccessibleName(m_title->text());
  for (const Item& item : m_items) {
    const forms::FieldPath path{.group = m_group.id, .row = item.row};
    const RubyText name = m_texts.rowName(m_form, path);
    item.title->setRubyText(name);
    item.whole->setAccessibleName(name.base());
    item.remove->setMarkup(qtTrId("group.remove"));
    item.remove->setAccessibleName(spokenText(qtTrId("group.remove.named")).arg(name.base()));
  }
  m_add->setMarkup(m_texts.addRow(m_group));
  const bool full = !m_form.mayAddRow(m_group.id);
  m_add->setEnabled(!full);
  m_full->setMarkup(qtTrId("group.full").arg(m_group.maxRows));
  m_full->setVisible(full);
  m_removed->setTexts(qtTrId("group.removed"), {}, {});
  m_undo->setMarkup(qtTrId("group.undo"));
  m_removed->setVisible(offersUndo());
}

void GroupRows::takeFinding() {
  const auto finding = m_form.error({.group = m_group.id});
  m_error->setVisible(finding.has_value());
  m_sign->setVisible(finding.has_value());
  m_add->setAccessibleDescription({});
  if (!finding) return;
  const auto kind = finding->corrected ? MessagePanel::Kind::good : kindOf(finding->severity);
  const QColor ink = inkOf(kind, coloursOf(palette()));
  m_sign->setPicture(iconOf(kind), ink);
  m_error->setColour(ink);
  m_error->setMarkup(finding->corrected ? qtTrId("field.corrected")
                                        : m_texts.finding(m_form, {.group = m_group.id}, *finding));
  m_add->setAccessibleDescription(m_error->text());
}

void GroupRows::addRow() {
  const forms::FieldPath added = m_form.addRow(m_group.id);
  if (!added.row.empty()) focusOnRow(added.row);
}

void GroupRows::removeRow(const std::string& row) {
  const auto there = std::ranges::find(m_items, row, &Item::row);
  m_removedAt = static_cast<std::size_t>(there - m_items.begin());
  const QString name = m_texts.rowName(m_form, {.group = m_group.id, .row = row}).base();
  // To what takes its place: the way to have it back. Before the row goes, so that the focus does
  // not wander off with it.
  m_removed->show();
  m_undo->setFocus(Qt::OtherFocusReason);
  m_form.removeRow(m_group.id, row);
  m_undo->setAccessibleName(spokenText(qtTrId("group.undo.named")).arg(name));
  announce(*m_removed);
}

void GroupRows::undo() {
  const auto removed = m_form.removedRow();
  m_add->setFocus(Qt::OtherFocusReason);
  m_form.undoRemoval();
  if (removed) focusOnRow(removed->row);
}

void GroupRows::focusOnRow(const std::string& row) {
  const auto there = std::ranges::find(m_items, row, &Item::row);
  if (there == m_items.end()) return;
  const auto first =
      std::ranges::find_if(there->fields, [](const FormRow* field) { return !field->isHidden(); });
  if (first != there->fields.end()) (*first)->setFocusHere();
}

void GroupRows::setFocusHere() { m_add->setFocus(Qt::OtherFocusReason); }

FormRow* GroupRows::row(const forms::FieldPath& path) const {
  for (const Item& item : m_items) {
    const auto found = std::ranges::find(item.fields, path, &FormRow::path);
    if (found != item.fields.end()) return *found;
  }
  return nullptr;
}

}  // namespace madoguchi::app
