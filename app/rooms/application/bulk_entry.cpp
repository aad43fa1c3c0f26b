#include "app/rooms/application/bulk_entry.h"

#include <QTimer>
#include <QUuid>
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "app/core/background.h"
#include "app/core/whole_file.h"
#include "app/rooms/application/draft_work.h"
#include "forms/application/application_form.h"
#include "forms/application/prefill.h"
#include "forms/engine/answers_json.h"
#include "forms/engine/relevance.h"

namespace madoguchi::app {
namespace {

using State = BulkApplicant::State;

std::unique_ptr<FormModel> filledForm(const std::string& procedure, const forms::Answers& answers) {
  auto form = std::make_unique<FormModel>(forms::applicationForm(), [procedure] {
    return forms::applicationFacts(procedure, BulkEntry::kUserClass, todayInJapan());
  });
  form->fill(answers, ValueOrigin::draft);
  form->check();
  return form;
}

/// What of the row is asked before any application begins.
forms::Answers beginningOf(const forms::Answers& answers) {
  forms::Answers beginning;
  for (const forms::Field& field : forms::applicationStartForm().fields) {
    forms::setValue(beginning, forms::topField(field.id),
                    forms::valueAt(answers, forms::topField(field.id)));
  }
  return beginning;
}

bool isAnswered(const forms::Answers& answers, const forms::FieldPath& path) {
  return path.field.empty() ? !forms::rowsOf(answers, path.group).empty()
                            : !forms::valueAt(answers, path).empty();
}

/// The same answers of the same account have the same key, so that the service knows them again
/// where an answer was lost, the page was left, or the table is opened once more.
std::string keyOf(const Draft& draft) {
  static const QUuid kDraftsOfTables(QStringLiteral("{7d0f6c52-5a0e-4f0c-9a53-0b7e6f1d2c48}"));
  const std::string content = draft.procedure.toStdString() + '\n' +
                              forms::draftJson(forms::applicationForm(), draft.answers);
  return QUuid::createUuidV5(kDraftsOfTables, QByteArray::fromStdString(content))
      .toString(QUuid::WithoutBraces)
      .toStdString();
}

bool isFound(const std::vector<BulkFinding>& findings, const forms::FieldPath& path) {
  return std::ranges::find(findings, path, &BulkFinding::path) != findings.end();
}

std::set<forms::FieldPath> askedWith(const forms::Answers& answers, const forms::Facts& facts) {
  const auto asked = forms::asked(forms::applicationForm(), answers, facts);
  return {asked.begin(), asked.end()};
}

/// Each "no" that is asked is tried as "yes", and so is with it every "no" that is not asked: what
/// stands behind both is for want of the first. What other parts of the form have stays unasked.
std::vector<BulkUnused> unusedOf(const forms::BulkTable& table, const forms::BulkRow& row,
                                 const forms::Answers& answers, const forms::Facts& facts) {
  const auto asked = askedWith(answers, facts);
  std::vector<forms::FieldPath> refusals;
  forms::Answers granted = answers;
  std::map<std::size_t, forms::FieldPath> dropped;  // by column
  for (const auto& [path, column] : table.columns) {
    const std::string& value = forms::valueAt(row.answers, path);
    const bool isNo = value == "no" && forms::findField(forms::applicationForm(), path)->type ==
                                           forms::FieldType::yesNo;
    if (isNo && asked.contains(path)) {
      refusals.push_back(path);
    } else if (isNo) {
      forms::setValue(granted, path, "yes");
    } else if (!asked.contains(path) && !forms::saysNothing(value)) {
      dropped.emplace(column, path);
    }
  }
  std::vector<BulkUnused> unused;
  for (const forms::FieldPath& refusal : refusals) {
    if (dropped.empty()) {
      break;
    }
    forms::setValue(granted, refusal, "yes");
    const auto askedThen = askedWith(granted, facts);
    forms::setValue(granted, refusal, "no");
    BulkUnused one{.refusal = refusal};
    for (const auto& [column, path] : dropped) {
      if (askedThen.contains(path)) {
        one.columns.push_back(column);
      }
    }
    for (const std::size_t column : one.columns) {
      dropped.erase(column);
    }
    if (!one.columns.empty()) {
      unused.push_back(std::move(one));
    }
  }
  return unused;
}

}  // namespace

BulkEntry::BulkEntry(Server& server, forms::Values registered, std::vector<DraftLine> there,
                     std::chrono::milliseconds pause, QObject* parent)
    : QObject(parent),
      m_server(server),
      m_registered(std::move(registered)),
      m_there(std::move(there)),
      m_pause(new QTimer(this)) {
  m_pause->setSingleShot(true);
  m_pause->setInterval(pause);
  connect(m_pause, &QTimer::timeout, this, &BulkEntry::keepNext);
}

BulkEntry::~BulkEntry() = default;

void BulkEntry::read(const QString& file) {
  wipe();
  m_file = file;
  m_isReading = true;
  readAgain();
  emit changed();
}

void BulkEntry::readAgain() {
  m_asking = inBackground(
      [file = m_file] { return readFile(file, static_cast<qint64>(forms::kMostCsvBytes)); },
      [this](const FileRead& read) { take(read); });
}

void BulkEntry::take(const FileRead& file) {
  m_asking.drop();
  m_isReading = false;
  m_isUnreadable = !file.isWhole;
  if (file.isWhole) {
    m_table =
        forms::readBulkTable({file.content.data(), static_cast<std::size_t>(file.content.size())});
  }
  if (file.isWhole && m_table.fault == forms::BulkFault::none) {
    for (const forms::BulkRow& row : m_table.rows) {
      m_applicants.push_back(judged(row));
    }
  }
  emit changed();
}

BulkApplicant BulkEntry::judged(const forms::BulkRow& row) const {
  const forms::Definition& form = forms::applicationForm();
  const std::string& procedure = m_table.procedure;
  const forms::Facts facts = forms::applicationFacts(procedure, kUserClass, todayInJapan());
  const forms::Answers answers = forms::prefilled(
      form, row.answers, {forms::answersOfAccount(m_registered, kUserClass)}, facts);
  BulkApplicant one{.number = row.number,
                    .form = filledForm(procedure, answers),
                    .draft = {.forWhom = QStringLiteral("client"),
                              .procedure = QString::fromStdString(procedure),
                              .answers = answers}};
  one.key = keyOf(one.draft);
  NewApplication fresh(m_registered);
  fresh.form().fill(beginningOf(answers), ValueOrigin::typed);
  const bool canBegin = fresh.form().check();
  one.prospect = fresh.prospect();
  for (const forms::BulkCell& cell : row.cells) {
    if (cell.zeroAdded) {
      one.zeros.push_back(cell.column);
    }
    if (cell.fault != forms::CellFault::none) {
      one.findings.push_back({.column = cell.column, .path = cell.path, .fault = cell.fault});
    }
  }
  const auto add = [&](const forms::Finding& finding) {
    if (const auto error = one.form->error(finding.path);
        error && !isFound(one.findings, finding.path)) {
      const auto column = m_table.columns.find(finding.path);
      one.findings.push_back(
          {.column = column == m_table.columns.end() ? std::nullopt : std::optional(column->second),
           .path = finding.path,
           .error = *error});
    }
  };
  if (canBegin && one.findings.empty() && one.prospect.verdict != Prospect::Verdict::yes) {
    one.state = State::notFiled;
    return one;
  }
  for (const forms::Finding& finding : one.form->findings()) {
    if (finding.severity != forms::Severity::error) {
      continue;
    }
    // Whether it may be filed at all has to be known before it is a draft.
    const bool decides = fresh.form().error(finding.path).has_value();
    if (decides || isAnswered(answers, finding.path)) {
      add(finding);
    } else {
      ++one.toFill;
    }
  }
  std::ranges::stable_sort(one.findings, {}, &BulkFinding::column);
  one.state = one.findings.empty() ? State::good : State::wrong;
  one.isThere = isThere(one);
  one.unused = unusedOf(m_table, row, answers, facts);
  return one;
}

bool BulkEntry::isThere(const BulkApplicant& applicant) const {
  const bool hasDraft = std::ranges::any_of(m_there, [&](const DraftLine& draft) {
    return draft.procedure == applicant.draft.procedure && draft.applicant == applicant.name();
  });
  return hasDraft || std::ranges::any_of(m_applicants, [&](const BulkApplicant& before) {
           const forms::FieldPath birth = forms::topField("dateOfBirth");
           return before.state == State::good && before.name() == applicant.name() &&
                  before.form->value(birth) == applicant.form->value(birth);
         });
}

std::size_t BulkEntry::count(State state) const {
  return static_cast<std::size_t>(std::ranges::count(m_applicants, state, &BulkApplicant::state));
}

std::size_t BulkEntry::countGood(bool areThere) const {
  return static_cast<std::size_t>(std::ranges::count_if(m_applicants, [&](const auto& one) {
    return one.state == State::good && one.isThere == areThere;
  }));
}

void BulkEntry::keep(bool alsoThere) {
  if (m_isKeeping) {
    return;
  }
  m_queue.clear();
  for (std::size_t i = m_applicants.size(); i-- > 0;) {
    const BulkApplicant& one = m_applicants[i];
    if (one.state == State::good && (alsoThere || !one.isThere)) {
      m_queue.push_back(i);
    }
  }
  // Of rows with the same answers the first one: they are one draft.
  std::set<std::string> keys;
  std::vector<std::size_t> queue;
  for (auto next = m_queue.rbegin(); next != m_queue.rend(); ++next) {
    if (keys.insert(m_applicants[*next].key).second) {
      queue.insert(queue.begin(), *next);
    }
  }
  m_queue = std::move(queue);
  m_wanted = m_queue.size();
  goOn();
}

void BulkEntry::goOn() {
  m_failure = FailureCode::none;
  m_isKeeping = !m_queue.empty();
  if (m_isKeeping) {
    keepNext();
  }
  emit changed();
}

void BulkEntry::keepNext() {
  const BulkApplicant& one = m_applicants.at(m_queue.back());
  m_asking = beginDraft(m_server, one.key, one.draft, {},
                        [this](const DraftAnswer& answer) { onKept(answer); });
}

void BulkEntry::onKept(const DraftAnswer& answer) {
  m_asking.drop();
  if (answer.failure == FailureCode::sessionEnded) {
    return;  // the login that lies over this now leads back to resume()
  }
  m_failure = answer.failure;
  if (answer.failure == FailureCode::none) {
    BulkApplicant& one = m_applicants.at(m_queue.back());
    one.state = State::kept;
    m_there.push_back({.procedure = one.draft.procedure, .applicant = one.name()});
    m_queue.pop_back();
  }
  m_isKeeping = answer.failure == FailureCode::none && !m_queue.empty();
  if (m_isKeeping) {
    m_pause->start();
  }
  emit changed();
}

void BulkEntry::rest() {
  m_pause->stop();
  m_asking.drop();
}

void BulkEntry::resume() {
  if (m_isReading) {
    readAgain();
  } else if (m_isKeeping) {
    keepNext();
  }
}

void BulkEntry::wipe() {
  rest();
  m_file.clear();
  m_table = {};
  m_applicants.clear();
  m_queue.clear();
  m_wanted = 0;
  m_isReading = false;
  m_isUnreadable = false;
  m_isKeeping = false;
  m_failure = FailureCode::none;
}

}  // namespace madoguchi::app
