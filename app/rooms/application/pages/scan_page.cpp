#include "app/rooms/application/pages/scan_page.h"

#include <QHBoxLayout>
#include <QTransform>
#include <QVBoxLayout>
#include <utility>

#include "app/core/outlets.h"
#include "app/kit/texts.h"
#include "app/rooms/application/documents/page_list.h"
#include "app/rooms/application/pages/picture_texts.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/message_panel.h"
#include "app/widgets/speak.h"
#include "app/widgets/tab_order.h"

namespace madoguchi::app {
namespace {

constexpr double kPreview = 8;  // font sizes

QString pageName(std::size_t index) { return qtTrId("scan.page").arg(index + 1); }

QString wayName(std::size_t index, const char* way) {
  return QStringLiteral("page.%1.%2").arg(index + 1).arg(QLatin1String(way));
}

QLabel* makePreview(const ScannedPage& page, QWidget* parent) {
  auto* preview = new QLabel(parent);
  const int side = em(*parent, kPreview);
  const QImage turned = page.preview.transformed(QTransform().rotate(90.0 * page.turns));
  preview->setPixmap(
      QPixmap::fromImage(turned.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
  preview->setFrameShape(QFrame::StyledPanel);
  const int edges = 2 * preview->frameWidth();
  preview->setFixedSize(side + edges, side + edges);
  preview->setAlignment(Qt::AlignCenter);
  return preview;
}

}  // namespace

ScanPage::ScanPage(PageList& list, Outlets& outlets, std::uint64_t most, QWidget* parent)
    : PageWidget(
          QStringLiteral("scan"), [] { return qtTrId("scan.title"); }, parent),
      m_list(list),
      m_outlets(outlets),
      m_most(most) {
  addText([] { return qtTrId("scan.intro"); });
  m_fault = new MessagePanel(MessagePanel::Kind::error, this);
  m_fault->setObjectName(named(QStringLiteral("fault")));
  column()->addWidget(m_fault);
  m_rows = new QWidget(this);
  column()->addWidget(m_rows);
  m_size = addLabel(RubyLabel::Role::strong);
  m_size->setObjectName(named(QStringLiteral("size")));
  addEnd();
  column()->addStretch();
  connect(&list, &PageList::changed, this, &ScanPage::showState);
  speak(*this, [this] { showState(); });
}

void ScanPage::addEnd() {
  FlowLayout* row = addButtonRow();
  m_use = addButton(
      QStringLiteral("use"), RubyButton::Kind::primary, [] { return qtTrId("scan.use"); }, 0, row);
  connect(m_use, &RubyButton::clicked, this, &ScanPage::use);
  setDefaultButton(m_use);
  m_add = addButton(
      QStringLiteral("add"), RubyButton::Kind::secondary, [] { return qtTrId("scan.add"); }, 0,
      row);
  connect(m_add, &RubyButton::clicked, this, [this] {
    m_outlets.chooseSeveral(
        {.title = spokenText(qtTrId("scan.add")), .name = {}, .kinds = pictureKinds()}, *this,
        [this](const QStringList& files) { m_list.add(files); });
  });
  RubyButton* cancel = addButton(
      QStringLiteral("cancel"), RubyButton::Kind::secondary, [] { return qtTrId("common.cancel"); },
      0, row);
  connect(cancel, &RubyButton::clicked, this, &ScanPage::closed);
}

void ScanPage::showState() {
  sayFault();
  showPages();
  const auto bytes = static_cast<std::uint64_t>(m_list.bytes());
  QString size =
      qtTrId("scan.size").arg(m_list.pages().size()).arg(writtenSize(bytes), writtenSize(m_most));
  if (m_list.isReading()) {
    size = qtTrId("scan.reading");
  } else if (bytes > m_most) {
    size += u'\n' + qtTrId("scan.tooLarge");
  }
  m_size->setMarkup(size);
  m_size->setColour(bytes > m_most ? coloursOf(palette()).error : QColor());
  m_use->setEnabled(!m_list.isReading() && !m_list.pages().empty() && bytes <= m_most);
  m_add->setEnabled(!m_list.isFull());
}

void ScanPage::sayFault() {
  const bool isFaulty = m_list.fault() != PictureFault::none;
  const bool isNews = isFaulty && !m_fault->isVisibleTo(this);
  m_fault->setVisible(isFaulty);
  const FaultTexts texts = pictureFaultTexts(m_list.fault());
  m_fault->setTexts(qtTrId("file.refused").arg(m_list.faultyName()), texts.text, texts.remedy);
  if (isNews) announce(*m_fault);
}

void ScanPage::showPages() {
  const QWidget* focus = focusWidget();
  const QString focused =
      focus != nullptr && m_rows->isAncestorOf(focus) ? focus->objectName() : QString();
  auto* rows = new QWidget(this);
  auto* all = new QVBoxLayout(rows);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(em(*this, 0.75));
  for (std::size_t i = 0; i < m_list.pages().size(); ++i)
    all->addWidget(makeRow(i, m_list.pages()[i]));
  delete column()->replaceWidget(m_rows, rows);
  m_rows->hide();
  m_rows->setParent(nullptr);
  m_rows->deleteLater();  // what was pressed may be on it
  m_rows = rows;
  // Made anew later than what follows, they are still before that, for screen readers and for Tab.
  m_rows->stackUnder(m_size);
  putBeforeInTabOrder(*m_use, *m_rows);
  if (focused.isEmpty()) return;
  auto* again = rows->findChild<QWidget*>(focused);
  (again != nullptr && again->isEnabled() ? again : m_add)->setFocus(Qt::OtherFocusReason);
}

QWidget* ScanPage::makeRow(std::size_t index, const ScannedPage& page) {
  auto* row = new QFrame(this);
  row->setFrameShape(QFrame::StyledPanel);
  const int unit = em(*this);
  auto* column = new QVBoxLayout(row);
  column->setContentsMargins(unit, unit, unit, unit);
  column->setSpacing(unit / 2);
  // What is said and done has the whole width, which a narrow window needs.
  auto* sides = new QHBoxLayout;
  sides->setSpacing(unit);
  column->addLayout(sides);
  QLabel* preview = makePreview(page, row);
  preview->setAccessibleName(spokenText(pageName(index)));
  sides->addWidget(preview, 0, Qt::AlignTop);
  auto* words = new QVBoxLayout;
  words->setSpacing(unit / 2);
  sides->addLayout(words, 1);
  auto* name = new RubyLabel(RubyLabel::Role::strong, row);
  name->setMarkup(pageName(index));
  words->addWidget(name);
  auto* file = new RubyLabel(RubyLabel::Role::small, row);
  file->setPlain(page.name);
  words->addWidget(file);
  words->addStretch();
  if (page.isHardToRead) {
    auto* warning = new MessagePanel(MessagePanel::Kind::warning, row);
    warning->setObjectName(named(wayName(index, "warning")));
    warning->setTexts(qtTrId("scan.hard"), {}, qtTrId("scan.hard.remedy"));
    column->addWidget(warning);
  }
  addWays(*row, index);
  return row;
}

void ScanPage::addWays(QWidget& row, std::size_t index) {
  auto* ways = new FlowLayout(em(*this, 0.5));
  static_cast<QVBoxLayout*>(row.layout())->addLayout(ways);
  const auto way = [&](const char* name, const QString& text, std::function<void()> work) {
    auto* button = new RubyButton(RubyButton::Kind::secondary, &row);
    button->setObjectName(named(wayName(index, name)));
    button->setMarkup(text);
    button->setAccessibleDescription(spokenText(pageName(index)));
    connect(button, &RubyButton::clicked, this, std::move(work));
    ways->addWidget(button);
    return button;
  };
  way("up", qtTrId("scan.up"), [this, index] { moveTo(index, -1); })->setEnabled(index > 0);
  way("down", qtTrId("scan.down"), [this, index] {
    moveTo(index, 1);
  })->setEnabled(index + 1 < m_list.pages().size());
  way("turn", qtTrId("scan.turn"), [this, index] { m_list.turn(index); });
  way("remove", qtTrId("group.remove"), [this, index] { m_list.remove(index); });
}

void ScanPage::moveTo(std::size_t index, int by) {
  m_list.move(index, by);
  // The focus goes with the page.
  const std::size_t now = index + static_cast<std::size_t>(by);
  auto* button = m_rows->findChild<QWidget*>(named(wayName(now, by < 0 ? "up" : "down")));
  auto* other = m_rows->findChild<QWidget*>(named(wayName(now, by < 0 ? "down" : "up")));
  QWidget* next = button->isEnabled() ? button : other;
  next->setFocus(Qt::OtherFocusReason);
  announce(*next, spokenText(pageName(now)));
}

void ScanPage::use() {
  const QByteArray pdf = m_list.pdf();
  emit made(pdf);
  emit closed();
}

}  // namespace madoguchi::app
