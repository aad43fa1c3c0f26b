#include "app/kit/form/form_summary.h"

#include <algorithm>
#include <set>
#include <utility>

#include "app/kit/form/form_row.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

FormSummary::FormSummary(FormModel& form, const FormTexts& texts, Settings settings,
                         QWidget* parent)
    : ErrorSummary(parent), m_form(form), m_texts(texts), m_settings(std::move(settings)) {
  connect(this, &ErrorSummary::chosen, this, [this](const QString& name) {
    const auto found = std::ranges::find(m_paths, name, nameOf);
    if (found != m_paths.end()) emit wanted(forms::FieldPath(*found));
  });
  connect(&form, &FormModel::errorsChanged, this, &FormSummary::takeFindings);
  speak(*this, [this] { takeFindings(); });
}

void FormSummary::takeFindings() {
  m_paths.clear();
  std::vector<Entry> entries;
  std::set<QString> impossible;  // codes
  Kind kind = Kind::good;
  for (const forms::Finding& finding : m_form.findings()) {
    const forms::Page* page = forms::pageOf(m_form.definition(), finding.path);
    const bool ours = m_settings.page.empty() || page->id == m_settings.page;
    if (!ours || !m_form.asks(finding.path)) continue;
    const auto error = m_form.error(finding.path);
    // The form does not show what leaves no choice. Where nothing can be chosen at all, this is the
    // only place that says so; once, as one answer may decide several.
    const bool isShown = finding.path.field.empty() || !isDecided(m_form, finding.path);
    if (!isShown &&
        (!m_form.offered(finding.path).isEmpty() || !impossible.insert(error->code).second)) {
      continue;
    }
    m_paths.push_back(finding.path);
    entries.push_back({nameOf(finding.path), m_texts.namedFinding(m_form, finding.path, *error),
                       error->corrected, kindOf(error->severity)});
    if (error->corrected) continue;
    kind = error->severity == forms::Severity::error ? Kind::error
           : kind == Kind::good                      ? Kind::warning
                                                     : kind;
  }
  setVisible(!entries.empty());
  setEntries(entries);
  if (entries.empty()) return;
  // Whatever is under the pointer stays there.
  setMinimumHeight(kind == Kind::good ? height() : 0);
  setKind(kind);
  if (kind == Kind::good) {
    setTexts(qtTrId("field.allCorrected").arg(m_settings.again()), {}, {});
  } else if (kind == Kind::warning) {
    setTexts(qtTrId("form.warnings"), {}, qtTrId("form.warnings.remedy"));
  } else if (m_settings.words) {
    const Words words = m_settings.words();
    setTexts(words.title, {}, words.remedy, words.code);
  } else {
    setTexts(qtTrId("form.errors"), {}, qtTrId("form.errors.remedy"));
  }
}

}  // namespace madoguchi::app
