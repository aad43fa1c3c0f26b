#include "app/form/form_model_p.h"

#include <algorithm>

#include "forms/engine/field_value.h"

namespace madoguchi::app {

const forms::Relevance& FormModel::Private::now() const {
  if (!relevance) {
    facts = askFacts();
    relevance = std::make_unique<forms::Relevance>(form, answers, facts);
  }
  return *relevance;
}
std::optional<FormModel::Private::Place> FormModel::Private::find(
    const forms::FieldPath& path) const {
  const forms::Field* field = forms::findField(form, path);
  if (field == nullptr) {
    return std::nullopt;
  }
  const auto row = path.group.empty() ? std::optional<std::size_t>(0)
                                      : forms::indexOfRow(answers, path.group, path.row);
  return row ? std::optional(Place{static_cast<std::size_t>(field - form.fields.data()), *row})
             : std::nullopt;
}

QStringList FormModel::Private::offered(const Place& place) const {
  QStringList choices;
  for (const std::string& choice : now().offered(place.field, place.row)) {
    choices << QString::fromStdString(choice);
  }
  return choices;
}

FormModel::Private::Shape FormModel::Private::shapeNow() const {
  Shape made;
  for (std::size_t group = 0; group < form.groups.size(); ++group) {
    if (!now().asksGroup(group)) {
      continue;
    }
    made.groups.push_back({.group = form.groups[group].id});
    for (const forms::Row& row : now().rows(group)) {
      made.groups.push_back({.group = form.groups[group].id, .row = row.id});
    }
  }
  forms::forEachAsked(now(), {}, [&](std::size_t field, std::size_t row) {
    made.fields.push_back(now().path(field, row));
    if (form.fields[field].by || !form.fields[field].offeredWhen.empty()) {
      made.choices.push_back(offered({field, row}));
    }
  });
  return made;
}

bool FormModel::Private::set(const forms::FieldPath& field, std::string value) {
  if (forms::findField(form, field) == nullptr || forms::valueAt(answers, field) == value) {
    return false;
  }
  forget();
  return forms::setValue(answers, field, std::move(value));
}

void FormModel::Private::takeBackConfirmations(const forms::FieldPath& other,
                                               QVector<forms::FieldPath>& changed) {
  const forms::Field* field = forms::findField(form, other);
  const bool isStated =
      field == nullptr || (field->submitted && field->type != forms::FieldType::attachment &&
                           field->type != forms::FieldType::consent);
  if (!isStated) {
    return;
  }
  for (const forms::Field& one : form.fields) {
    if (one.confirms && !one.group && set(forms::topField(one.id), {})) {
      changed << forms::topField(one.id);
    }
  }
}

void FormModel::Private::tell(const QVector<forms::FieldPath>& fields, const QObject* by) {
  if (!fields.isEmpty()) {
    emit q.changed(fields, by);
  }
  tellShape();
}

void FormModel::Private::tellRows(const std::string& group) {
  QVector<forms::FieldPath> confirmations;
  takeBackConfirmations({.group = group}, confirmations);
  tell(confirmations, nullptr);
}

void FormModel::Private::tellShape() {
  Shape other = shapeNow();
  if (other == shape) {
    return;
  }
  shape = std::move(other);
  dropStale();
  emit q.shapeChanged();
}

void FormModel::Private::show(std::vector<forms::Finding> found) {
  std::map<forms::FieldPath, std::string> judged;
  for (const forms::Finding& finding : found) {
    judged.emplace(finding.path, forms::valueAt(answers, finding.path));
  }
  if (found != findings || judged != judgedValues || !corrected.empty()) {
    findings = std::move(found);
    judgedValues = std::move(judged);
    corrected.clear();
    emit q.errorsChanged();
  }
}

bool FormModel::Private::isOvertaken(const forms::FieldPath& path) const {
  const auto judged = judgedValues.find(path);
  return judged != judgedValues.end() && judged->second != forms::valueAt(answers, path);
}

void FormModel::Private::dropStale() {
  const auto gone = std::erase_if(
      findings, [this](const forms::Finding& finding) { return !q.asks(finding.path); });
  if (gone > 0) {
    emit q.errorsChanged();
  }
}

void FormModel::Private::lookForCorrected() {
  if (ofService) {
    return;
  }
  const auto still = forms::judge(form, forms::repaired(form, answers), askFacts());
  std::set<forms::FieldPath> found;
  for (const forms::Finding& finding : findings) {
    if (std::ranges::find(still, finding.path, &forms::Finding::path) == still.end()) {
      found.insert(finding.path);
    }
  }
  if (std::exchange(corrected, found) != found) {
    emit q.errorsChanged();
  }
}

std::vector<forms::Finding> FormModel::Private::merged(std::vector<forms::Finding> found,
                                                       std::string_view page) const {
  if (page.empty()) {
    return found;
  }
  const auto pageIndex = [this](const forms::Finding& finding) {
    return forms::pageOf(form, finding.path) - form.pages.data();
  };
  for (const forms::Finding& finding : findings) {
    if (forms::pageOf(form, finding.path)->id != page) {
      found.push_back(finding);
    }
  }
  std::ranges::stable_sort(found, {}, pageIndex);
  return found;
}

}  // namespace madoguchi::app
