#include "app/rooms/application/pages/bulk_page.h"

#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "app/core/outlets.h"
#include "app/core/visible_text.h"
#include "app/core/whole_file.h"
#include "app/kit/failure_panel.h"
#include "app/kit/saved_notice.h"
#include "app/rooms/application/application_flow.h"
#include "app/rooms/application/pages/application_texts.h"
#include "app/rooms/application/pages/bulk_texts.h"
#include "app/widgets/accessibility.h"
#include "app/widgets/flow_layout.h"
#include "app/widgets/look.h"
#include "app/widgets/speak.h"
#include "forms/bulk/bulk_table.h"

namespace madoguchi::app {
namespace {

using State = BulkApplicant::State;

QString csvKinds() { return QStringLiteral("CSV (*.csv)"); }

QByteArray csvOf(const forms::Cells& cells) {
  return QByteArray::fromStdString(forms::writtenCsv(cells));
}

std::size_t countUnused(const BulkEntry& entry) {
  std::size_t cells = 0;
  for (const BulkApplicant& one : entry.applicants()) {
    for (const BulkUnused& unused : one.unused) cells += unused.columns.size();
  }
  return cells;
}

QString summaryWords(const BulkEntry& entry) {
  QStringList lines;
  const auto add = [&](std::size_t count, const QString& words) {
    if (count > 0) lines << words.arg(count);
  };
  add(entry.countGood(false), qtTrId("bulk.summary.good"));
  add(entry.countGood(true), qtTrId("bulk.summary.there"));
  add(entry.count(State::wrong), qtTrId("bulk.summary.wrong"));
  add(entry.count(State::notFiled), qtTrId("bulk.summary.notFiled"));
  add(entry.count(State::kept), qtTrId("bulk.summary.kept"));
  std::size_t zeros = 0;
  for (const BulkApplicant& one : entry.applicants()) zeros += one.zeros.size();
  add(zeros, qtTrId("bulk.summary.zeros"));
  add(countUnused(entry), qtTrId("bulk.summary.unused"));
  return listed(lines);
}

/// Neither a draft nor to become one by itself.
bool isLeft(const BulkEntry& entry, const BulkApplicant& one) {
  const bool hasFailed = entry.failure() != FailureCode::none;
  return one.state == State::wrong || one.state == State::notFiled ||
         (one.state == State::good && (one.isThere || hasFailed));
}

bool hasLeft(const BulkEntry& entry) {
  return std::ranges::any_of(entry.applicants(),
                             [&](const BulkApplicant& one) { return isLeft(entry, one); });
}

/// The first of them.
template <typename One, typename Name>
QString namesOf(const std::vector<One>& all, Name name) {
  constexpr std::size_t kMost = 5;
  QStringList names;
  for (std::size_t i = 0; i < std::min(kMost, all.size()); ++i) names << name(all[i]);
  if (all.size() > kMost) names << QStringLiteral("…");
  return names.join(QStringLiteral(", "));
}

QString columnName(std::size_t column) {
  return QString::fromStdString(forms::columnLetters(column));
}

}  // namespace

BulkPage::BulkPage(ApplicationFlow& flow, Outlets& outlets, QWidget* parent)
    : PageWidget(
          QStringLiteral("bulk"), [] { return qtTrId("bulk.title"); }, parent),
      m_flow(flow),
      m_entry(flow.bulk()),
      m_outlets(outlets) {
  addText([] { return qtTrId("bulk.intro"); });
  addTemplates();
  addTable();
  addKeeping();
  column()->addStretch();
  connect(&m_entry, &BulkEntry::changed, this, &BulkPage::showState);
  speak(*this, [this] { showState(); });
}

void BulkPage::addTemplates() {
  addSection([] { return qtTrId("bulk.template"); });
  addText([] { return qtTrId("bulk.template.text"); });
  FlowLayout* row = addButtonRow();
  addTemplate(
      "extension", [] { return qtTrId("bulk.template.extension"); }, row);
  addTemplate(
      "change", [] { return qtTrId("bulk.template.change"); }, row);
  m_templateSaved = new SavedNotice(m_outlets, named(QStringLiteral("templateSaved")), this);
  column()->addWidget(m_templateSaved);
}

RubyButton* BulkPage::addTemplate(const char* procedure, const Text& text, FlowLayout* row) {
  RubyButton* button = addButton(QStringLiteral("template.") + QLatin1String(procedure),
                                 RubyButton::Kind::secondary, text, 0, row);
  connect(button, &RubyButton::clicked, this, [this, procedure, text] {
    save(text(), QStringLiteral("madoguchi-%1.csv").arg(QLatin1String(procedure)),
         csvOf(forms::bulkTemplate(procedure)), *m_templateSaved);
  });
  return button;
}

void BulkPage::save(const QString& title, const QString& name, const QByteArray& content,
                    SavedNotice& notice) {
  m_outlets.chooseFile(
      {.title = spokenText(title), .name = name, .kinds = csvKinds()}, *this,
      [&notice, content](const QString& file) { notice.say(file, writeFile(file, content)); });
}

void BulkPage::addTable() {
  addSection([] { return qtTrId("bulk.open"); });
  addText([] { return qtTrId("bulk.open.text"); });
  m_open = addButton(QStringLiteral("open"), RubyButton::Kind::primary,
                     [] { return qtTrId("bulk.open.button"); });
  connect(m_open, &RubyButton::clicked, this, &BulkPage::open);
  m_reading = addText([] { return qtTrId("bulk.reading"); });
  m_fault = new MessagePanel(MessagePanel::Kind::error, this);
  m_fault->setObjectName(named(QStringLiteral("fault")));
  column()->addWidget(m_fault);
  m_summary = new MessagePanel(MessagePanel::Kind::notice, this);
  m_summary->setObjectName(named(QStringLiteral("summary")));
  m_unknown = new RubyLabel(RubyLabel::Role::body, m_summary);
  m_summary->body()->addWidget(m_unknown);
  m_unnamed = new RubyLabel(RubyLabel::Role::body, m_summary);
  m_summary->body()->addWidget(m_unnamed);
  column()->addWidget(m_summary);
}

void BulkPage::addKeeping() {
  m_keep = addButton(QStringLiteral("keep"), RubyButton::Kind::primary,
                     [this] { return qtTrId("bulk.keep").arg(m_entry.countGood(false)); });
  connect(m_keep, &RubyButton::clicked, this, [this] { keep(false); });
  m_keepAll = addButton(QStringLiteral("keepAll"), RubyButton::Kind::secondary, [this] {
    return qtTrId("bulk.keep.there").arg(m_entry.countGood(false) + m_entry.countGood(true));
  });
  connect(m_keepAll, &RubyButton::clicked, this, [this] { keep(true); });
  m_keeping = addLabel(RubyLabel::Role::strong);
  m_keeping->setObjectName(named(QStringLiteral("keeping")));
  m_failure = new FailurePanel(named(QStringLiteral("failure")), this);
  m_again = m_failure->addWay(named(QStringLiteral("again")), RubyButton::Kind::primary);
  speak(*m_again, [this] { m_again->setMarkup(qtTrId("way.again")); });
  connect(m_again, &RubyButton::clicked, this, [this] {
    m_summary->present();
    m_entry.goOn();
  });
  addWayToList(*m_failure, QStringLiteral("listAfterFailure"), RubyButton::Kind::secondary);
  m_failure->addWaysOut(*this);
  column()->addWidget(m_failure);
  m_kept = new MessagePanel(MessagePanel::Kind::good, this);
  m_kept->setObjectName(named(QStringLiteral("kept")));
  addWayToList(*m_kept, QStringLiteral("toList"), RubyButton::Kind::primary);
  column()->addWidget(m_kept);
  m_place = new QVBoxLayout;
  column()->addLayout(m_place);
  m_saveLeft = addButton(QStringLiteral("saveLeft"), RubyButton::Kind::secondary,
                         [] { return qtTrId("bulk.saveLeft"); });
  connect(m_saveLeft, &RubyButton::clicked, this, &BulkPage::saveLeft);
  m_leftSaved = new SavedNotice(m_outlets, named(QStringLiteral("leftSaved")), this);
  column()->addWidget(m_leftSaved);
}

void BulkPage::addWayToList(MessagePanel& panel, const QString& name, RubyButton::Kind kind) {
  RubyButton* toList = panel.addWay(named(name), kind);
  speak(*toList, [toList] { toList->setMarkup(qtTrId("bulk.toList")); });
  connect(toList, &RubyButton::clicked, &m_flow, &ApplicationFlow::showList);
}

void BulkPage::keep(bool alsoThere) {
  m_summary->present();  // the button that was pressed goes
  m_entry.keep(alsoThere);
}

void BulkPage::open() {
  m_outlets.chooseExisting(
      {.title = spokenText(qtTrId("bulk.open.button")), .name = {}, .kinds = csvKinds()}, *this,
      [this](const QString& file) {
        m_leftSaved->hide();
        m_entry.read(file);
      });
}

void BulkPage::saveLeft() {
  const forms::BulkTable& table = m_entry.table();
  std::vector<forms::RemarkedRow> rows;
  for (const BulkApplicant& one : m_entry.applicants()) {
    if (!isLeft(m_entry, one)) continue;
    const BulkPlace place{.row = forms::firstRemarked(table) + rows.size(),
                          .columnsBefore = forms::columnsBefore(table)};
    QStringList lines;
    if (one.state == State::good) {
      lines << spokenText(one.isThere ? qtTrId("bulk.there") : qtTrId("bulk.notKept"));
    }
    for (const auto& said : {bulkFindings(table, one, place), bulkUnused(table, one, place)}) {
      for (const RubyText& line : said) lines << line.base();
    }
    rows.push_back({.number = one.number, .remark = lines.join(u'\n').toStdString()});
  }
  save(qtTrId("bulk.saveLeft"), QStringLiteral("madoguchi-rows.csv"),
       csvOf(forms::remarked(table, rows)), *m_leftSaved);
}

void BulkPage::showState() {
  m_open->setEnabled(!m_entry.isReading() && !m_entry.isKeeping());
  // What comes next stands out: another table is the lesser wish once there is one.
  m_open->setKind(m_entry.applicants().empty() ? RubyButton::Kind::primary
                                               : RubyButton::Kind::secondary);
  m_reading->setVisible(m_entry.isReading());
  showFault();
  showSummary();
  showKeeping();
  showRows();
  const bool wasRead = std::exchange(m_wasReading, m_entry.isReading()) && !m_entry.isReading();
  if (wasRead) (m_fault->isHidden() ? m_summary : m_fault)->present();
  const bool wasKept = std::exchange(m_wasKeeping, m_entry.isKeeping()) && !m_entry.isKeeping();
  if (wasKept && m_failure->isHidden()) m_kept->present();
}

void BulkPage::showFault() {
  const forms::BulkFault fault = m_entry.table().fault;
  const bool failed = m_entry.isUnreadable() || fault != forms::BulkFault::none;
  m_fault->setVisible(failed);
  m_fault->setTexts(qtTrId("bulk.fault.title"),
                    m_entry.isUnreadable() ? qtTrId("bulk.fault.unreadable") : bulkFaultText(fault),
                    {});
}

void BulkPage::showSummary() {
  const bool isRead = !m_entry.applicants().empty();
  m_summary->setVisible(isRead);
  const bool allGood =
      m_entry.count(State::wrong) + m_entry.count(State::notFiled) + countUnused(m_entry) == 0;
  m_summary->setKind(allGood ? MessagePanel::Kind::good : MessagePanel::Kind::warning);
  m_summary->setTexts(qtTrId("bulk.summary")
                          .arg(procedureName(QString::fromStdString(m_entry.table().procedure)))
                          .arg(m_entry.applicants().size()),
                      summaryWords(m_entry), {});
  const forms::BulkTable& table = m_entry.table();
  m_unknown->setVisible(!table.unknown.empty());
  m_unknown->setRubyText(filledIn(qtTrId("bulk.summary.unknown"),
                                  {RubyText::plain(namesOf(table.unknown, bulkCellText))}));
  m_unnamed->setVisible(!table.unnamed.empty());
  m_unnamed->setRubyText(filledIn(qtTrId("bulk.summary.unnamed"),
                                  {RubyText::plain(namesOf(table.unnamed, columnName))}));
}

void BulkPage::showKeeping() {
  const std::size_t fresh = m_entry.countGood(false);
  const std::size_t there = m_entry.countGood(true);
  const bool rests = !m_entry.isKeeping() && m_entry.failure() == FailureCode::none;
  m_keep->setMarkup(qtTrId("bulk.keep").arg(fresh));
  m_keep->setVisible(rests && fresh > 0);
  m_keepAll->setMarkup(qtTrId("bulk.keep.there").arg(fresh + there));
  m_keepAll->setVisible(rests && there > 0);
  setDefaultButton(m_entry.failure() != FailureCode::none ? m_again
                   : rests && fresh > 0                   ? m_keep
                                                          : m_open);
  m_keeping->setVisible(m_entry.isKeeping());
  m_keeping->setMarkup(qtTrId("bulk.keeping").arg(m_entry.keptOfWanted()).arg(m_entry.wanted()));
  constexpr std::size_t kHeard = 10;
  if (m_entry.isKeeping() && m_entry.keptOfWanted() % kHeard == 0) announce(*m_keeping);
  if (m_failure->setFailure(m_entry.failure())) m_failure->present();
  const std::size_t kept = m_entry.count(State::kept);
  m_kept->setVisible(rests && kept > 0);
  m_kept->setTexts(qtTrId("bulk.kept").arg(kept), qtTrId("bulk.kept.text"), {});
}

void BulkPage::addRow(const BulkApplicant& applicant, QVBoxLayout& lines) {
  auto* name = new RubyLabel(RubyLabel::Role::strong, m_rows);
  name->setObjectName(named(QStringLiteral("row.%1").arg(applicant.number)));
  name->setRubyText(bulkApplicantName(applicant));
  lines.addWidget(name);
  const auto add = [&](const RubyText& text) {
    auto* line = new RubyLabel(RubyLabel::Role::body, m_rows);
    line->setRubyText(text);
    lines.addWidget(line);
  };
  const BulkPlace place{.row = applicant.number};
  if (!applicant.zeros.empty()) {
    add(filledIn(qtTrId("bulk.zeros"), {RubyText::plain(bulkCellNames(applicant.zeros, place))}));
  }
  for (const RubyText& line : bulkFindings(m_entry.table(), applicant, place)) add(line);
  for (const RubyText& line : bulkUnused(m_entry.table(), applicant, place)) add(line);
  if (applicant.state == State::good) {
    if (applicant.isThere) add(RubyText::fromMarkup(qtTrId("bulk.there")));
    add(RubyText::fromMarkup(qtTrId("bulk.toFill").arg(applicant.toFill)));
  }
}

void BulkPage::addRows(State state, const char* heading, QVBoxLayout& lines) {
  if (m_entry.count(state) == 0) return;
  if (lines.count() > 0) lines.addSpacing(em(*this, 1));
  auto* title = new RubyLabel(RubyLabel::Role::section, m_rows);
  title->setMarkup(qtTrId(heading));
  lines.addWidget(title);
  for (const BulkApplicant& one : m_entry.applicants()) {
    if (one.state == state) addRow(one, lines);
  }
}

void BulkPage::showRows() {
  delete m_rows;
  m_saveLeft->setVisible(hasLeft(m_entry) && !m_entry.isKeeping());
  if (m_entry.applicants().empty() || m_entry.isKeeping()) return;
  m_rows = new QWidget(this);
  auto* lines = new QVBoxLayout(m_rows);
  lines->setContentsMargins({});
  lines->setSpacing(em(*this, 0.5));
  addRows(State::wrong, "bulk.wrong", *lines);
  addRows(State::notFiled, "bulk.notFiled", *lines);
  addRows(State::good, "bulk.good", *lines);
  addRows(State::kept, "bulk.keptRows", *lines);
  m_place->addWidget(m_rows);
  m_rows->stackUnder(m_saveLeft);  // made later, and read before it
  m_rows->show();
}

}  // namespace madoguchi::app
