#include "app/form/form_model.h"

#include <QUuid>
#include <algorithm>
#include <map>
#include <set>
#include <utility>

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

class FormModel::Private {
 public:
  /// Where a field stands in the tables of the form and the rows of its group.
  struct Place {
    std::size_t field = 0;
    std::size_t row = 0;
  };
  /// What a page is made of.
  struct Shape {
    std::vector<forms::FieldPath> groups;  ///< with their rows
    std::vector<forms::FieldPath> fields;
    std::vector<QStringList> choices;  ///< of each
    bool operator==(const Shape&) const = default;
  };
  struct Removed {
    std::string group;
    std::size_t index = 0;
    forms::Row row;
  };

  Private(FormModel& model, const forms::Definition& definition, FactsNow factsNow)
      : q(model), form(definition), askFacts(std::move(factsNow)) {}

  /// Good until the answers or facts are others: forget() comes before every change.
  const forms::Relevance& now() const {
    if (!relevance) {
      facts = askFacts();
      relevance = std::make_unique<forms::Relevance>(form, answers, facts);
    }
    return *relevance;
  }
  void forget() { relevance.reset(); }

  std::optional<Place> find(const forms::FieldPath& path) const {
    const forms::Field* field = forms::findField(form, path);
    if (field == nullptr) {
      return std::nullopt;
    }
    const auto row = path.group.empty() ? std::optional<std::size_t>(0)
                                        : forms::indexOfRow(answers, path.group, path.row);
    return row ? std::optional(Place{static_cast<std::size_t>(field - form.fields.data()), *row})
               : std::nullopt;
  }

  QStringList offered(const Place& place) const {
    QStringList choices;
    for (const std::string& choice : now().offered(place.field, place.row)) {
      choices << QString::fromStdString(choice);
    }
    return choices;
  }

  Shape shapeNow() const {
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
      made.choices.push_back(offered({field, row}));
    });
    return made;
  }

  /// True where it was another value.
  bool set(const forms::FieldPath& field, std::string value) {
    if (forms::findField(form, field) == nullptr || forms::valueAt(answers, field) == value) {
      return false;
    }
    forget();
    return forms::setValue(answers, field, std::move(value));
  }

  void tell(const QVector<forms::FieldPath>& fields, const QObject* by) {
    if (!fields.isEmpty()) {
      emit q.changed(fields, by);
    }
    tellShape();
  }

  void tellShape() {
    Shape other = shapeNow();
    if (other == shape) {
      return;
    }
    shape = std::move(other);
    dropStale();
    emit q.shapeChanged();
  }

  void show(std::vector<forms::Finding> found) {
    if (found != findings || !corrected.empty()) {
      findings = std::move(found);
      corrected.clear();
      emit q.errorsChanged();
    }
  }

  /// Findings of what is no longer asked.
  void dropStale() {
    const auto gone = std::erase_if(
        findings, [this](const forms::Finding& finding) { return !q.asks(finding.path); });
    if (gone > 0) {
      emit q.errorsChanged();
    }
  }

  void lookForCorrected() {
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

  /// The new findings of one page among those of the others.
  std::vector<forms::Finding> merged(std::vector<forms::Finding> found,
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

  FormModel& q;
  const forms::Definition& form;
  FactsNow askFacts;
  forms::Answers answers;
  std::map<forms::FieldPath, std::pair<std::string, ValueOrigin>> filled;
  std::map<forms::FieldPath, QString> missing;
  std::vector<forms::Finding> findings;
  std::set<forms::FieldPath> corrected;
  bool ofService = false;  ///< the findings
  std::optional<Removed> removed;
  Shape shape;  ///< as last told

  mutable forms::Facts facts;
  mutable std::unique_ptr<forms::Relevance> relevance;
};

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
                    d->corrected.contains(path)};
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
    d->tell({field}, by);
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
}

forms::FieldPath FormModel::addRow(const std::string& group) {
  if (!mayAddRow(group)) {
    return {};
  }
  d->forget();
  auto& rows = d->answers.groups[group];
  rows.push_back({.id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString()});
  const forms::FieldPath path{.group = group, .row = rows.back().id};
  d->tellShape();
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
  d->tellShape();
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
  d->removed.reset();
  d->tellShape();
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

void FormModel::takeRefusal(const std::vector<protocol::FieldError>& errors) {
  std::vector<forms::Finding> found;
  for (const protocol::FieldError& error : errors) {
    if (const auto path = forms::pathFrom(d->form, d->answers, error.field)) {
      found.push_back({*path, error.code});
    }
  }
  d->show(std::move(found));
  d->ofService = true;
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
