#include "app/form/form_model.h"

#include <QUuid>
#include <algorithm>
#include <utility>

#include "app/form/form_model_p.h"
#include "forms/engine/attachment.h"
#include "forms/engine/field_value.h"

namespace madoguchi::app {
namespace {

/// Half of a surrogate pair, which a broken input method may give, has no place in UTF-8. Qt would
/// write a question mark, which an address may hold; this character no field takes.
std::string utf8Of(QString text) {
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
      ++i;
    } else if (text[i].isSurrogate()) {
      text[i] = QChar::ReplacementCharacter;
    }
  }
  return text.toStdString();
}

/// Calls `visit` with the path and value of everything answered.
template <typename Visit>
void forEachAnswer(const forms::Answers& answers, Visit visit) {
  for (const auto& [id, value] : answers.values) {
    visit(forms::topField(id), value);
  }
  for (const auto& [group, rows] : answers.groups) {
    for (const forms::Row& row : rows) {
      for (const auto& [id, value] : row.values) {
        visit(forms::FieldPath{.group = group, .row = row.id, .field = id}, value);
      }
    }
  }
}

}  // namespace

FormModel::FormModel(const forms::Definition& form, FactsNow facts, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, form, std::move(facts))) {
  d->shape = d->shapeNow();
}

FormModel::~FormModel() = default;

const forms::Definition& FormModel::definition() const { return d->form; }
const forms::Answers& FormModel::answers() const { return d->answers; }
bool FormModel::isEmpty() const { return d->answers == forms::Answers(); }
const std::vector<forms::Finding>& FormModel::findings() const { return d->findings; }

std::vector<std::string> FormModel::pages() const {
  std::vector<std::string> ids;
  for (std::size_t page = 0; page < d->form.pages.size(); ++page) {
    if (d->now().asksPage(page)) {
      ids.push_back(d->form.pages[page].id);
    }
  }
  return ids;
}

std::vector<forms::FieldPath> FormModel::fields(std::string_view page) const {
  std::vector<forms::FieldPath> paths;
  forms::forEachAsked(d->now(), {.page = page}, [&](std::size_t field, std::size_t row) {
    paths.push_back(d->now().path(field, row));
  });
  return paths;
}

bool FormModel::asks(const forms::FieldPath& path) const {
  if (const auto place = d->find(path)) {
    return d->now().asksField(place->field, place->row);
  }
  const forms::Group* group = path.field.empty() ? forms::findGroup(d->form, path.group) : nullptr;
  return group != nullptr &&
         d->now().asksGroup(static_cast<std::size_t>(group - d->form.groups.data()));
}

bool FormModel::isRequired(const forms::FieldPath& field) const {
  const auto place = d->find(field);
  return place && d->now().isRequired(place->field, place->row);
}

QString FormModel::itemNumber(const forms::FieldPath& path) const {
  std::string_view number;
  if (const auto place = d->find(path)) {
    number = d->now().numberOfField(place->field);
  } else if (const auto group = d->form.groupById.find(path.group);
             path.field.empty() && group != d->form.groupById.end()) {
    number = d->now().numberOfGroup(group->second);
  }
  return QString::fromUtf8(number.data(), static_cast<qsizetype>(number.size()));
}

bool FormModel::namesFile(std::string_view digest) const {
  const auto isIt = [digest](const forms::Values::value_type& answer) {
    const auto file = forms::attachmentFrom(answer.second);
    return file && file->digest == digest;
  };
  bool names = std::ranges::any_of(d->answers.values, isIt) ||
               (d->removed && std::ranges::any_of(d->removed->row.values, isIt));
  for (const auto& [group, rows] : d->answers.groups) {
    names = names || std::ranges::any_of(rows, [&](const forms::Row& row) {
              return std::ranges::any_of(row.values, isIt);
            });
  }
  return names;
}

QStringList FormModel::offered(const forms::FieldPath& field) const {
  const auto place = d->find(field);
  return place ? d->offered(*place) : QStringList();
}

std::vector<std::string> FormModel::rows(std::string_view group) const {
  std::vector<std::string> ids;
  std::ranges::transform(forms::rowsOf(d->answers, group), std::back_inserter(ids),
                         &forms::Row::id);
  return ids;
}

bool FormModel::mayAddRow(std::string_view group) const {
  const forms::Group* found = forms::findGroup(d->form, group);
  return found != nullptr && forms::rowsOf(d->answers, group).size() < found->maxRows;
}

QString FormModel::value(const forms::FieldPath& field) const {
  return QString::fromStdString(forms::valueAt(d->answers, field));
}

QString FormModel::countedValue(const forms::FieldPath& field) const {
  const std::string_view counted = d->now().value(field);
  return QString::fromUtf8(counted.data(), static_cast<qsizetype>(counted.size()));
}

ValueOrigin FormModel::origin(const forms::FieldPath& field) const {
  if (d->missing.contains(field)) {
    return ValueOrigin::missingOnCard;
  }
  const auto found = d->filled.find(field);
  const bool same =
      found != d->filled.end() && found->second.first == forms::valueAt(d->answers, field);
  return same ? found->second.second : ValueOrigin::typed;
}

QString FormModel::wordsOfCard(const forms::FieldPath& field) const {
  const auto found = d->missing.find(field);
  return found == d->missing.end() ? QString() : found->second;
}

std::optional<ShownError> FormModel::error(const forms::FieldPath& path) const {
  const auto found = std::ranges::find(d->findings, path, &forms::Finding::path);
  if (found == d->findings.end()) {
    return std::nullopt;
  }
  return ShownError{QString::fromStdString(found->code), found->severity, found->explanation,
                    d->corrected.contains(path), d->isOvertaken(path)};
}

void FormModel::fill(const forms::Answers& from, ValueOrigin origin) {
  d->forget();
  for (const auto& [group, rows] : from.groups) {
    if (forms::findGroup(d->form, group) != nullptr) {
      d->answers.groups[group] = rows;
    }
  }
  QVector<forms::FieldPath> fields;
  forEachAnswer(from, [&](const forms::FieldPath& path, const std::string& value) {
    const bool isOther = d->set(path, value);
    if (isOther || !path.group.empty()) {
      fields << path;
    }
    d->filled[path] = {value, origin};
    d->missing.erase(path);
  });
  d->tell(fields, nullptr);
}

void FormModel::missOnCard(const forms::FieldPath& field, const QString& words) {
  d->missing[field] = words;
  emit changed({field}, nullptr);
}

void FormModel::type(const forms::FieldPath& field, const QString& text, const QObject* by) {
  if (d->set(field, utf8Of(text))) {
    QVector<forms::FieldPath> confirmations;
    d->takeBackConfirmations(field, confirmations);
    d->tell({field}, by);
    d->tell(confirmations, nullptr);
  }
}

void FormModel::leaveField(const forms::FieldPath& field) {
  const forms::Field* definition = forms::findField(d->form, field);
  if (definition == nullptr) {
    return;
  }
  if (d->set(field, forms::repaired(*definition, forms::valueAt(d->answers, field)))) {
    d->tell({field}, nullptr);
  }
  d->lookForCorrected();
  emit fieldLeft(field);
}

forms::FieldPath FormModel::addRow(const std::string& group) {
  if (!mayAddRow(group)) {
    return {};
  }
  d->forget();
  auto& rows = d->answers.groups[group];
  rows.push_back({.id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString()});
  forms::FieldPath path{.group = group, .row = rows.back().id};
  d->tellRows(group);
  return path;
}

void FormModel::removeRow(const std::string& group, const std::string& row) {
  const auto index = forms::indexOfRow(d->answers, group, row);
  if (!index) {
    return;
  }
  d->forget();
  auto& rows = d->answers.groups[group];
  const auto place = rows.begin() + static_cast<std::ptrdiff_t>(*index);
  d->removed = Private::Removed{group, *index, std::move(*place)};
  rows.erase(place);
  if (rows.empty()) {
    d->answers.groups.erase(group);
  }
  d->tellRows(group);
}

std::optional<forms::FieldPath> FormModel::removedRow() const {
  return d->removed ? std::optional(
                          forms::FieldPath{.group = d->removed->group, .row = d->removed->row.id})
                    : std::nullopt;
}

void FormModel::undoRemoval() {
  if (!d->removed || !mayAddRow(d->removed->group)) {
    return;
  }
  d->forget();
  auto& rows = d->answers.groups[d->removed->group];
  const std::size_t index = std::min(d->removed->index, rows.size());
  rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(index), std::move(d->removed->row));
  const std::string group = d->removed->group;
  d->removed.reset();
  d->tellRows(group);
}

bool FormModel::check(std::string_view page) {
  QVector<forms::FieldPath> mended;
  for (const forms::FieldPath& path : fields(page)) {
    const forms::Field& field = *forms::findField(d->form, path);
    if (d->set(path, forms::repaired(field, forms::valueAt(d->answers, path)))) {
      mended << path;
    }
  }
  d->tell(mended, nullptr);
  auto found = forms::judge(d->form, d->answers, d->askFacts(), {.page = page});
  const bool good = forms::isAcceptable(found);
  d->ofService = false;
  d->show(d->merged(std::move(found), page));
  return good;
}

bool FormModel::takeRefusal(const std::vector<protocol::FieldError>& errors) {
  std::vector<forms::Finding> found;
  for (const protocol::FieldError& error : errors) {
    if (const auto path = forms::pathFrom(d->form, d->answers, error.field)) {
      found.push_back({*path, error.code});
    }
  }
  const bool marks = !found.empty();
  d->show(std::move(found));
  d->ofService = true;
  return marks;
}

void FormModel::forgetFindings() {
  d->ofService = false;
  d->show({});
}

void FormModel::clear() {
  d->forget();
  QVector<forms::FieldPath> fields;
  forEachAnswer(d->answers,
                [&](const forms::FieldPath& path, const std::string&) { fields << path; });
  d->answers = {};
  d->filled.clear();
  d->missing.clear();
  d->removed.reset();
  forgetFindings();
  d->tell(fields, nullptr);
}

void FormModel::noteFacts() {
  d->forget();
  d->tellShape();
}

}  // namespace madoguchi::app
