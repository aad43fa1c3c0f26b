#pragma once

#include <QWidget>
#include <functional>

#include "app/kit/form/form_texts.h"
#include "app/widgets/ruby_label.h"

class QVBoxLayout;

namespace madoguchi::app {

/// Everything that a form asks, as it was answered: the same walk as its pages.
class FormReview : public QWidget {
  Q_OBJECT
 public:
  enum class Shows {
    waysBack,   ///< beside each item, while the form is being filled in
    wasStored,  ///< only what the service has of it
  };
  /// Object names begin with `name`: "step2.email", "step2.email.change".
  FormReview(FormModel& form, const FormTexts& texts, QString name, Shows shows,
             QWidget* parent = nullptr);

 signals:
  void changeWanted(const madoguchi::forms::FieldPath& field);

 private:
  void build();
  void addHeading(std::function<RubyText()> text, RubyLabel::Role role);

  FormModel& m_form;
  FormTexts m_texts;
  QString m_name;
  Shows m_shows;
  QVBoxLayout* m_column;
};

}  // namespace madoguchi::app
