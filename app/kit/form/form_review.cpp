#include "app/kit/form/form_review.h"

#include <QVBoxLayout>
#include <utility>

#include "app/kit/form/form_row.h"
#include "app/kit/form/review_row.h"
#include "app/widgets/look.h"
#include "app/widgets/ruby_label.h"
#include "app/widgets/speak.h"

namespace madoguchi::app {

FormReview::FormReview(FormModel& form, const FormTexts& texts, QString name, Shows shows,
                       QWidget* parent)
    : QWidget(parent), m_form(form), m_texts(texts), m_name(std::move(name)), m_shows(shows) {
  m_column = new QVBoxLayout(this);
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(em(*this));
  build();
}

void FormReview::addHeading(std::function<RubyText()> text, RubyLabel::Role role) {
  auto* label = new RubyLabel(role, this);
  m_column->addSpacing(em(*this, 0.5));
  m_column->addWidget(label);
  speak(*label, [label, text = std::move(text)] { label->setRubyText(text()); });
}

void FormReview::build() {
  const forms::Definition& definition = m_form.definition();
  const bool severalPages = definition.pages.size() > 1;
  for (const std::string& page : m_form.pages()) {
    if (severalPages) {
      addHeading([page, this] { return RubyText::fromMarkup(m_texts.pageTitle(page)); },
                 RubyLabel::Role::section);
    }
    forms::FieldPath row;
    for (const forms::FieldPath& path : m_form.fields(page)) {
      const forms::Field& field = *forms::findField(definition, path);
      if (field.sameAs) continue;  // the same as the field above it
      if (m_shows == Shows::wasStored && !field.submitted) continue;
      if (path.row.empty() && !row.row.empty()) {
        // What follows is no longer of that row.
        addHeading(
            [&section = definition.sections[field.section], page, this] {
              const QString title = m_texts.sectionTitle(section);
              return RubyText::fromMarkup(title.isEmpty() ? m_texts.pageTitle(page) : title);
            },
            RubyLabel::Role::strong);
        row = {};
      } else if (path.group != row.group || path.row != row.row) {
        row = {.group = path.group, .row = path.row};
        addHeading([row, this] { return m_texts.rowName(m_form, row); }, RubyLabel::Role::strong);
      }
      auto* answer = new ReviewRow(m_form, m_texts, path, m_name + u'.' + nameOf(path), this);
      // The form does not show what leaves no choice.
      answer->setOffersChange(m_shows == Shows::waysBack && !isDecided(m_form, path));
      connect(answer, &ReviewRow::changeWanted, this, [this, path] { emit changeWanted(path); });
      m_column->addWidget(answer);
    }
  }
}

}  // namespace madoguchi::app
